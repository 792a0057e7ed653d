"""An offer and what else you have in; accept, counter, ask for time or walk, with the number to say, out.

Every amount is a price as people say it, in one unit. Inside, all is turned into gain: the price for one who sells,
minus the price for one who buys. So both sides run through the same lines, and more is always better.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from walkaway.core.events import FloatArray
from walkaway.core.options.distributions import Discrete, Triangular
from walkaway.core.options.horizon import values_to_go
from walkaway.core.options.price import best_ask

WITHDRAWN = 0.03
"""The chance that they take their offer back when they are not told yes at once. An assumption."""
MARGIN = 0.01
"""A counter or more time must be worth this much more than a yes, as a share of the offer: nothing is haggled for."""
NO_ZONE = 0.05
"""Where they would go past your limit with less than this chance, there is no zone to talk in."""
REPLY_DAYS = 3.0
"""How long an answer to a counter takes; it matters only where waiting costs something."""
_NODES = 8
"""Points that stand for the spread of a fallback: midpoints of equal chance."""


class Answer(StrEnum):
    """What to do with an offer."""

    ACCEPT = "accept"
    COUNTER = "counter"
    TIME = "ask_for_time"
    WALK = "walk"


@dataclass(frozen=True, slots=True)
class Fallback:
    """What you have if this falls through, after its own costs.

    It is really there with `chance`; if not, there is `otherwise` (None: nothing, for one who sells). It may turn out
    by `spread` better or worse. `days`: when you will know; None: no answer is due.
    """

    worth: float
    chance: float = 1.0
    otherwise: float | None = None
    spread: float = 0.0
    days: float | None = None

    def __post_init__(self) -> None:
        _need(0 <= self.chance <= 1, "A chance lies between none and certain.")
        _need(self.spread >= 0, "A spread cannot be less than nothing.")
        _need(self.days is None or self.days >= 0, "Days ahead cannot be less than nothing.")

    @property
    def open(self) -> bool:
        """Whether an answer would tell anything."""
        return 0 < self.chance < 1 or (self.spread > 0 and self.chance > 0)


@dataclass(frozen=True, slots=True)
class Better:
    """A better offer that may come: of `worth`, after `days`, with `chance`; and again so, `times` in all."""

    worth: float
    chance: float
    days: float
    times: int = 1

    def __post_init__(self) -> None:
        _need(0 <= self.chance <= 1, "A chance lies between none and certain.")
        _need(self.days >= 0 and self.times >= 1, "A better offer comes after some days, at least once.")


@dataclass(frozen=True, slots=True)
class Term:
    """Something beside the price, and what it is worth to you in the unit of the price (below 0: it costs you)."""

    name: str
    worth: float


@dataclass(frozen=True, slots=True)
class Offer:
    """What is on the table.

    `mine` is the last number you said; `trade`: you would come down from it for something in return. `likely` is how
    far they may go: lowest, most likely, highest. `deadline` in days. `waiting` is what a week costs you, `cost` what
    the deal itself does, both in the unit of the price.
    """

    theirs: float
    fallback: Fallback
    selling: bool = True
    mine: float | None = None
    target: float | None = None
    trade: bool = False
    likely: tuple[float, float, float] | None = None
    deadline: float | None = None
    waiting: float = 0.0
    better: Better | None = None
    cost: float = 0.0
    terms: tuple[Term, ...] = ()
    withdrawn: float = WITHDRAWN

    def __post_init__(self) -> None:
        _need(self.likely is not None or self.theirs != 0, "An offer of 0 needs their likely range beside it.")
        _need(self.likely is None or self.likely[0] < self.likely[2], "Their range needs a low and a higher end.")
        _need(self.likely is None or self.likely[0] <= self.likely[1] <= self.likely[2], "Low, likely, high: in order.")
        _need(0 <= self.withdrawn <= 1, "A chance lies between none and certain.")
        _need(self.waiting >= 0, "Waiting cannot cost less than nothing.")
        _need(self.deadline is None or self.deadline >= 0, "A deadline lies ahead.")
        sure = self.selling or self.fallback.chance == 1 or self.fallback.otherwise is not None
        _need(sure, "Who buys and may lose the fallback needs to say what there is otherwise.")

    @property
    def sign(self) -> int:
        """Price times this is gain."""
        return 1 if self.selling else -1

    @property
    def due(self) -> float:
        """What is taken off the price by the deal: its cost, less what the terms are worth."""
        return self.cost - math.fsum(term.worth for term in self.terms)


@dataclass(frozen=True, slots=True)
class Values:
    """What each answer is worth, as the price of a sure deal that is worth the same. None: not possible."""

    accept: float
    counter: float | None
    time: float | None
    walk: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """The answer and what it rests on.

    `limit`: a deal on the other side of it is worse than what you have without one. `number` is what to say if you
    counter, with `chance` of a yes; None where no number can be agreed on. `zone`: the chance that they would go past
    your limit at all. `sure_of`: the fallback as a sure amount. `wait`: days until you know more. `assumed`: codes.
    """

    answer: Answer
    limit: float
    number: float | None
    chance: float
    zone: float
    values: Values
    sure_of: float
    likely: tuple[float, float, float]
    wait: float | None
    assumed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Counter:
    gain: float
    chance: float
    value: float


def weigh(offer: Offer) -> Weighed:
    """The best of four answers, by expected value.

    Walking is worth the outside value W. A counter at x brings (1 - w) (q (x - c) + (1 - q) max(a - c, W)) + w W, with
    q the chance that their bound, known to be at least their offer a, lies above x; w that they withdraw; c the cost. A
    yes below the limit W + c is never an answer, however the others stand.
    """
    sign, due = offer.sign, offer.due
    theirs = sign * offer.theirs
    bound = _bound(offer)
    sure_of = _expected(offer)
    outside = _looking_on(offer, sure_of)
    accept = theirs - due
    counter = _counter(offer, bound, outside)
    wait, time = _time(offer, bound)
    zone = _above(bound, outside + due, theirs)
    may_counter = counter.chance > 0 and zone >= NO_ZONE
    answer, best = (Answer.ACCEPT, accept) if accept >= outside else (Answer.WALK, outside)
    margin = MARGIN * max(abs(theirs), abs(outside + due))
    if may_counter and counter.value > best + (margin if answer is Answer.ACCEPT else 1e-3 * margin):
        answer, best = Answer.COUNTER, counter.value
    if time is not None and time > best + margin:
        answer = Answer.TIME
    low, likely, high = sorted((sign * bound.worst, sign * bound.likely, sign * bound.best))
    return Weighed(
        answer=answer,
        limit=sign * (outside + due),
        number=sign * counter.gain if counter.chance > 0 else None,
        chance=counter.chance,
        zone=zone,
        values=Values(
            accept=offer.theirs,
            counter=sign * (counter.value + due) if counter.chance > 0 else None,
            time=None if time is None else sign * (time + due),
            walk=sign * (outside + due),
        ),
        sure_of=sign * sure_of,
        likely=(low, likely, high),
        wait=wait,
        assumed=_assumed(offer, accept > outside),
    )


def chance_of_yes(offer: Offer, price: float) -> float:
    """The chance that they say yes to `price`, given that they offer what they offer."""
    return _above(_bound(offer), offer.sign * price, offer.sign * offer.theirs)


# --- their side -------------------------------------------------------------------------------------------------------


def _bound(offer: Offer) -> Triangular:
    """How far they may go, as gain. Not said: from their offer on, a quarter further or past the numbers you said."""
    sign = offer.sign
    if offer.likely is not None:
        low, likely, high = sorted(sign * x for x in offer.likely)
        return Triangular(low, likely, high)
    theirs = sign * offer.theirs
    said = [1.25 * (sign * x - theirs) for x in (offer.mine, offer.target) if x is not None]
    reach = max(0.25 * abs(theirs), *said, 0.0)
    return Triangular(theirs, theirs + reach / 3, theirs + reach)


def _above(bound: Triangular, gain: float, theirs: float) -> float:
    """P(bound > gain), given that it is at least their own offer."""
    if gain <= theirs:
        return 1.0
    known = bound.above(theirs)
    return bound.above(gain) / known if known > 0 else 0.0


# --- your side --------------------------------------------------------------------------------------------------------


def _otherwise(offer: Offer) -> float:
    """What is left, as gain, where the fallback fails; never better than the fallback itself."""
    back = offer.fallback
    if back.otherwise is None:
        return min(0.0, offer.sign * back.worth)
    return min(offer.sign * back.otherwise, offer.sign * back.worth)


def _expected(offer: Offer) -> float:
    """The fallback as a sure gain: its average, for one who counts an even chance of more and of less as nothing."""
    back = offer.fallback
    return back.chance * offer.sign * back.worth + (1 - back.chance) * _otherwise(offer)


def _looking_on(offer: Offer, fallback: float, *, less: int = 0) -> float:
    """What the outside is worth with this fallback in hand and the better offers that may still come."""
    better = offer.better
    if better is None or better.times <= less:
        return fallback
    offers = Discrete((offer.sign * better.worth,), (1.0,))
    cost = offer.waiting * better.days / 7
    ahead = values_to_go(offers, better.times - less, cost=cost, arrival=better.chance, fallback=fallback)
    return float(ahead[-1])


def _counter(offer: Offer, bound: Triangular, outside: float) -> _Counter:
    """The best number to say. Refused, you still have their offer or the outside, so it aims past both."""
    sign, due = offer.sign, offer.due
    theirs = sign * offer.theirs
    refused = max(theirs - due, outside)
    limit = outside + due
    floor = max(theirs, limit)  # and not refused + due, whose last digit may fall on the other side of their offer
    asked = best_ask(bound, cost=due, fallback=refused).price
    if offer.mine is None:
        gain = _within(_round(asked, offer.theirs), floor, max(floor, bound.best))
    elif offer.trade:
        # Nobody goes past their own last number, unless the outside has become better than it.
        gain = _within(_round(asked, offer.theirs), floor, max(sign * offer.mine, limit))
    else:
        gain = max(sign * offer.mine, floor)
    chance = _above(bound, gain, theirs)
    agreed = chance * (gain - due) + (1 - chance) * refused
    delay = offer.waiting * REPLY_DAYS / 7
    return _Counter(gain, chance, (1 - offer.withdrawn) * agreed + offer.withdrawn * outside - delay)


def _round(gain: float, theirs: float) -> float:
    """A number that one can say: in steps of 5 at three digits, .5 at two, 500 at five."""
    if theirs == 0:
        return gain
    step = 10.0 ** (math.floor(math.log10(abs(theirs)) + 1e-9) - 1) / 2
    return round(gain / step) * step


def _within(x: float, low: float, high: float) -> float:
    return max(low, min(x, high))


# --- more time --------------------------------------------------------------------------------------------------------


def _time(offer: Offer, bound: Triangular) -> tuple[float | None, float | None]:
    """The day on which to know more, and what waiting for it is worth. Only answers due by the deadline count."""
    last = math.inf if offer.deadline is None else offer.deadline
    back, better = offer.fallback, offer.better
    days = {back.days} if back.open and back.days is not None else set()
    days |= {better.days} if better is not None and better.chance > 0 else set()
    tried = [(_waited(offer, bound, day), day) for day in sorted(days) if day <= last]
    if not tried:
        return None, None
    value, day = max(tried, key=lambda pair: pair[0])
    return day, value


def _waited(offer: Offer, bound: Triangular, day: float) -> float:
    """The best that can be had then, over what may come out; asked for time, they may withdraw."""
    worths, weights = _known(offer, day)
    accept = offer.sign * offer.theirs - offer.due
    may_speak = offer.deadline is None or day < offer.deadline
    then = [max(accept, w, _counter(offer, bound, w).value if may_speak else w) for w in worths.tolist()]
    stays = float(np.dot(weights, then))
    gone = float(np.dot(weights, worths))
    return (1 - offer.withdrawn) * stays + offer.withdrawn * gone - offer.waiting * day / 7


def _known(offer: Offer, day: float) -> tuple[FloatArray, FloatArray]:
    """What the outside may be worth once the answers due by `day` are in, each with its chance."""
    back, better = offer.fallback, offer.better
    fallbacks, chances = np.array([_expected(offer)]), np.array([1.0])
    if back.open and back.days is not None and back.days <= day:
        fallbacks = np.append(offer.sign * back.worth + back.spread * _triangular_nodes(), _otherwise(offer))
        chances = np.append(np.full(_NODES, back.chance / _NODES), 1 - back.chance)
    if better is None or better.days > day:
        return np.array([_looking_on(offer, f) for f in fallbacks.tolist()]), chances
    came = np.maximum(fallbacks, offer.sign * better.worth)
    stayed = np.array([_looking_on(offer, f, less=1) for f in fallbacks.tolist()])
    return np.append(came, stayed), np.append(better.chance * chances, (1 - better.chance) * chances)


def _triangular_nodes() -> FloatArray:
    """Midpoints of equal chance of the even triangle from -1 to 1, by its inverse distribution function."""
    u = (np.arange(_NODES) + 0.5) / _NODES
    return np.where(u < 0.5, np.sqrt(2 * u) - 1, 1 - np.sqrt(2 * (1 - u)))


# --- what nobody said -------------------------------------------------------------------------------------------------


def _assumed(offer: Offer, offer_stays: bool) -> tuple[str, ...]:
    """Codes of what was taken for granted."""
    back = offer.fallback
    found = {
        "range": offer.likely is None,
        "otherwise": back.chance < 1 and back.otherwise is None,
        "average": back.open or offer.better is not None,
        "fallback_stays": offer.better is not None,
        "withdrawn": offer.withdrawn == WITHDRAWN,
        "offer_stays": offer_stays,
        "reply_days": offer.waiting > 0,
        "terms_stay": bool(offer.terms),
    }
    return tuple(code for code, held in found.items() if held)


def _need(true: bool, sentence: str) -> None:
    if not true:
        raise ValueError(sentence)
