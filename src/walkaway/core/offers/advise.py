"""A talk so far and a live outside option in; accept, counter, ask, wait or walk, with what each is worth, out.

All amounts in are as people say them; inside, all is gain. Nothing worth less than the outside is ever advised to be
taken or said. Staying is as possible an answer as walking: where the outside is weak, it is the usual one.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from walkaway.core.events import FloatArray
from walkaway.core.offers.asking import price_to_ask
from walkaway.core.offers.concession import Concessions, Said, concessions, rounds
from walkaway.core.offers.counterpart import Family, models, paths, posterior
from walkaway.core.offers.plan import Choice, choose, market, values
from walkaway.core.offers.weigh import WITHDRAWN
from walkaway.core.options.distributions import Worth
from walkaway.core.options.live import Outside

BLUR = 0.05
"""How far a number lies off what its family would say, as a share of the numbers in play. An assumption."""
UNLIKELY = 0.1
"""A zone less likely than this is named as a reason."""
_LINE_ROUNDS = 6
_HALVINGS = 14
_POINTS = 25
_GRID = 513


class Move(StrEnum):
    """What to do in a talk."""

    ACCEPT = "accept"
    COUNTER = "counter"
    ASK = "ask"
    WAIT = "wait"
    WALK = "walk"


@dataclass(frozen=True, slots=True)
class Talk:
    """What was said, oldest first; what you have outside, as gain; how far they may go, as gain.

    `left` is how many more rounds there may be. Gain is the price for one who sells, and minus the price for one who
    buys.
    """

    log: tuple[Said, ...]
    outside: Outside
    limits: Worth
    selling: bool = True
    left: int = 6

    def __post_init__(self) -> None:
        if self.left < 0:
            raise ValueError("The rounds that are left cannot be fewer than none.")

    @property
    def sign(self) -> int:
        return 1 if self.selling else -1


@dataclass(frozen=True, slots=True)
class Advice:
    """The move and what it rests on, in prices.

    `number` is what to say with a counter, `chance` that they say yes to it; `line` is the price at which leaving is
    worth the same, and `line_ahead` where it goes over the next rounds if nothing comes. `zone`: the chance that they
    would go past it. `worth` of each move is a price too; None: not possible. `likely` are the families, likeliest
    first. `reasons` are codes.
    """

    move: Move
    number: float | None
    chance: float
    line: float
    line_ahead: tuple[float, ...]
    zone: float
    accept: float | None
    counter: float | None
    wait: float
    likely: tuple[tuple[Family, float], ...]
    concessions: Concessions
    reasons: tuple[str, ...]


def advise(talk: Talk) -> Advice:
    """The best move now. Walking is said only when it was already better one word of theirs ago."""
    found = _weighed(talk)
    both = concessions(talk.log, selling=talk.selling)
    move = _move(talk, found)
    if move is Move.WALK and not _was_hopeless(talk):
        move = Move.WAIT if talk.log[-1].by == "you" else Move.COUNTER
    number, chance = _number(talk, found)
    if move is Move.COUNTER and number is None:
        move = Move.ASK  # no number is worth saying: ask what they can do, and hear one
    sign = talk.sign
    choice = found.choice
    return Advice(
        move=move,
        number=None if number is None else sign * number,
        chance=chance,
        line=sign * choice.walk,
        line_ahead=line_ahead(talk),
        zone=found.zone,
        accept=None if choice.accept is None else sign * choice.accept,
        counter=None if choice.counter is None else sign * choice.counter,
        wait=sign * choice.wait,
        likely=found.likely,
        concessions=both,
        reasons=_reasons(talk, found, both),
    )


def line_ahead(talk: Talk, count: int = _LINE_ROUNDS) -> tuple[float, ...]:
    """The walk line now and in the next rounds, if nothing comes from outside until then."""
    outside, found = talk.outside, []
    for _ in range(count + 1):
        found.append(talk.sign * outside.value)
        outside = outside.after(None, 1.0)
    return tuple(found)


def their_limit(talk: Talk, level: float = 0.9) -> tuple[float, float]:
    """How far they may go, as two prices, lower first: between them it lies with the chance `level`."""
    found = _weighed(talk)
    limit, weight = found.limit, found.weight
    if not len(limit):  # nothing was heard yet, so what was thought before holds
        knots = talk.limits.knots()
        limit = np.linspace(knots[0], knots[-1], _GRID)
        weight = np.diff(talk.limits.at_most(limit), prepend=0.0)
    order = np.argsort(limit, kind="stable")
    below = np.cumsum(weight[order])
    tails = np.array([(1 - level) / 2, (1 + level) / 2]) * below[-1]
    low, high = limit[order][np.minimum(np.searchsorted(below, tails), len(limit) - 1)].tolist()
    return (low, high) if talk.selling else (-high, -low)


def chances(talk: Talk, gains: FloatArray) -> FloatArray:
    """The chance that they would go as far as each of these in the end."""
    found = _weighed(talk)
    if not len(found.limit):
        return 1 - talk.limits.at_most(gains)
    order = np.argsort(found.limit, kind="stable")
    short = np.concatenate([[0.0], np.cumsum(found.weight[order])])
    return np.asarray(np.clip(1 - short[np.searchsorted(found.limit[order], gains - 1e-12)], 0, 1))


@dataclass(frozen=True, slots=True)
class _Weighed:
    choice: Choice
    zone: float
    bid: float | None
    likely: tuple[tuple[Family, float], ...]
    weight: FloatArray
    limit: FloatArray


def _weighed(talk: Talk) -> _Weighed:
    said = rounds(talk.log, selling=talk.selling)
    bids = said.bids[~np.isnan(said.bids)]
    if not len(bids):
        return _unopened(talk)
    # A round without a word of theirs repeats the one before: nothing was taken back.
    heard = _carried(said.bids)
    last = len(heard) - 1 + talk.left
    top = float(max(np.max(heard), talk.limits.knots()[-1]))
    there = market(talk.outside, top)
    given = models(talk.limits, _POINTS)
    asks = said.asks
    blur = BLUR * max(1e-9, top - float(np.min(heard)))
    expected = paths(given, heard, asks, last, there.leaving)
    weight = posterior(given, expected, heard, asks[:-1], blur)
    plan = values(expected, there)
    risk = max(WITHDRAWN, talk.outside.breaks_off)
    plan = (1 - risk) * plan + risk * there.leaving
    t = len(heard) - 1
    choice = choose(weight, expected, plan, there, t, float(heard[-1]), blur)
    limit = np.where(given.are(Family.HARD_LINER) | given.are(Family.NONE_OF_THESE), float(heard.max()), given.limit)
    limit = np.maximum(limit, heard.max())
    zone = min(1.0, float(weight[limit >= there.leaving].sum()))
    chances = [(family, float(weight[given.are(family)].sum())) for family in Family]
    likely = tuple(sorted(chances, key=lambda pair: -pair[1]))
    return _Weighed(choice, zone, float(heard[-1]), likely, weight, limit)


def _unopened(talk: Talk) -> _Weighed:
    """Nothing was heard yet: the price to ask once, against what leaving is worth."""
    leaving = talk.outside.value
    ask = price_to_ask(talk.limits, fallback=leaving)
    zone = talk.limits.above(leaving)
    chance = ask.chance
    number = None if chance <= 0 else ask.price
    worth = None if number is None else ask.value
    return _Weighed(Choice(None, number, chance, worth, leaving, leaving), zone, None, (), np.zeros(0), np.zeros(0))


def _number(talk: Talk, found: _Weighed) -> tuple[float | None, float]:
    """What to say, as gain, and the chance that they would go that far in the end.

    The price to ask of one whose limit lies as the talk has shown, with the better of their number and the outside as
    what a no leaves. Never past your own last number, which would be going back on it.
    """
    choice = found.choice
    if found.bid is None:
        return choice.ask, choice.chance
    floor = max(choice.walk, found.bid)
    reach = found.limit > floor
    if not reach.any():
        return None, 0.0
    asks = np.unique(found.limit[reach])
    chance = np.array([found.weight[found.limit >= ask].sum() for ask in asks.tolist()])
    best = float(asks[int(np.argmax(chance * (asks - floor)))])
    mine = [talk.sign * said.number for said in talk.log if said.by == "you"]
    number = max(floor, min([_sayable(best, max(abs(found.bid), abs(best))), *mine[-1:]]))
    return number, min(1.0, float(found.weight[found.limit >= number].sum()))


def _sayable(gain: float, size: float) -> float:
    """A number that one can say: in steps of 5 at three digits, .5 at two, 500 at five."""
    if size < 10:
        return gain  # shares of a package, and small change
    step = float(10.0 ** (math.floor(math.log10(size)) - 1)) / 2
    return round(gain / step) * step


def _move(talk: Talk, found: _Weighed) -> Move:
    choice = found.choice
    if found.bid is None:
        return Move.ASK if talk.log or choice.ask is None else Move.COUNTER
    stay = max(choice.wait, -np.inf if choice.counter is None else choice.counter)
    if choice.accept is not None and choice.accept >= stay - 1e-9:
        return Move.ACCEPT
    if talk.outside.voluntary and stay < choice.walk and (choice.accept is None or choice.accept < choice.walk):
        return Move.WALK
    return Move.WAIT if talk.log[-1].by == "you" else Move.COUNTER


def _was_hopeless(talk: Talk) -> bool:
    """Whether walking was already the better move before the last word of theirs."""
    places = [i for i, said in enumerate(talk.log) if said.by == "them"]
    if len(places) < 2:
        return False
    before = replace(talk, log=talk.log[: places[-1]], left=talk.left + 1)
    return _move(before, _weighed(before)) is Move.WALK


def _carried(bids: FloatArray) -> FloatArray:
    out = bids.copy()
    first = next(i for i, x in enumerate(out) if not np.isnan(x))
    out[:first] = out[first]
    for i in range(1, len(out)):
        if np.isnan(out[i]):
            out[i] = out[i - 1]
    return out


def _reasons(talk: Talk, found: _Weighed, both: Concessions) -> tuple[str, ...]:
    choice, bid = found.choice, found.bid
    held = {
        "their_number_is_past_your_line": bid is not None and bid >= choice.walk,
        "their_number_is_short_of_your_line": bid is not None and bid < choice.walk,
        "zone_unlikely": found.zone < UNLIKELY,
        "they_slow_down": both.them.pattern == "slowing",
        "they_stand": both.them.pattern == "standing",
        "you_move_alone": both.yours_alone >= 3,
        "outside_weak": bid is not None and choice.walk < bid and _far(max(bid, choice.wait), choice.walk),
        "outside_may_break_off": not talk.outside.voluntary,
        "little_said": sum(s.by == "them" for s in talk.log) < 3,
    }
    return tuple(code for code, true in held.items() if true)


def _far(better: float, worse: float) -> bool:
    """Whether one is twice the other, of prices one gets as of prices one pays."""
    return better - worse > 0.5 * max(abs(better), abs(worse))


@dataclass(frozen=True, slots=True)
class Flip:
    """With their next number, or your outside, at this price, the move is another."""

    name: str
    at: float
    to: Move


def flips(talk: Talk) -> tuple[Flip, ...]:
    """The number of theirs at which to accept, and the outside at which the move changes; each advised anew."""
    now = advise(talk)
    found: list[Flip] = []
    theirs = [s for s in talk.log if s.by == "them"]
    if theirs and now.move is not Move.ACCEPT:
        reach = talk.sign * float(talk.limits.knots()[-1])
        at = _edge(lambda x: advise(_with_bid(talk, x)).move is Move.ACCEPT, theirs[-1].number, reach)
        found += [] if at is None else [Flip("theirs", at, Move.ACCEPT)]
    if talk.outside.arrivals is None:
        here = talk.outside.now
        for factor in (2.0, 0.0):
            far = here * factor if here > 0 else here + (factor - 1) * abs(here)

            at = _edge(lambda x: advise(_with_outside(talk, x)).move is not now.move, here, far)
            if at is not None:
                to = advise(_with_outside(talk, at)).move
                found.append(Flip("outside", talk.sign * at, to))
    return tuple(found)


def _with_bid(talk: Talk, number: float) -> Talk:
    places = [i for i, said in enumerate(talk.log) if said.by == "them"]
    log = list(talk.log)
    log[places[-1]] = replace(log[places[-1]], number=number)
    return replace(talk, log=tuple(log))


def _with_outside(talk: Talk, gain: float) -> Talk:
    return replace(talk, outside=replace(talk.outside, now=gain))


def _edge(true: Callable[[float], bool], here: float, far: float) -> float | None:
    """The nearest x from `here` towards `far` at which it holds, by twelve looks and then halving."""
    shares = [k / 12 for k in range(1, 13)]
    hit = next((s for s in shares if true(here + s * (far - here))), None)
    if hit is None:
        return None
    low, high = hit - 1 / 12, hit
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if true(here + middle * (far - here)) else (middle, high)
    return here + high * (far - here)
