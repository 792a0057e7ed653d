"""Weigh one offer: what a person says about it in; the answer, the number, the limit and what would change it, out."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from walkaway.app.errors import OpenQuestion, UsageError
from walkaway.app.set_talk import a_price
from walkaway.core.offers.turning import Turn, turning_points
from walkaway.core.offers.weigh import WITHDRAWN, Answer, Better, Fallback, Offer, Term, Weighed
from walkaway.core.offers.weigh import weigh as weigh_it
from walkaway.core.standards.standard import PursuitKind

KINDS = (PursuitKind.CLIENT, PursuitKind.DEAL, PursuitKind.JOB, PursuitKind.INVESTOR)
PERIODS = ("hour", "day", "month", "year", "project")
_WIDE = 2
"""A range said as low and high has its most likely number in the middle."""


@dataclass(frozen=True, slots=True)
class WeighedOffer:
    """An offer and what came of weighing it.

    `currency` is the sign or code to show, `per` what the amounts are for. `turns`: what would change the answer.
    `traded`: the same with something asked in return for coming down; None unless that is worth more.
    """

    offer: Offer
    kind: PursuitKind
    currency: str
    per: str | None
    weighed: Weighed
    turns: tuple[Turn, ...]
    traded: Weighed | None

    @property
    def number_to_say(self) -> float | None:
        """The number that goes with the answer: theirs with a yes, yours with a counter, none with time or a no."""
        if self.weighed.answer is Answer.ACCEPT:
            return self.offer.theirs
        return self.weighed.number if self.weighed.answer is Answer.COUNTER else None


def weigh(
    *,
    theirs: float | None = None,
    fallback: float | None = None,
    mine: float | None = None,
    target: float | None = None,
    sure: float = 100.0,
    otherwise: float | None = None,
    spread: float = 0.0,
    answer_days: float | None = None,
    deadline: float | None = None,
    likely: tuple[float, ...] | None = None,
    better: float | None = None,
    better_sure: float | None = None,
    better_days: float | None = None,
    buying: bool = False,
    trade: bool = False,
    waiting: float = 0.0,
    cost: float = 0.0,
    terms: Mapping[str, float] | None = None,
    withdrawn: float = 100 * WITHDRAWN,
    kind: str | None = None,
    currency: str = "",
    per: str | None = None,
) -> WeighedOffer:
    """What to answer to an offer of `theirs`, with `fallback` in hand if it falls through.

    All amounts in one unit; `sure`, `better_sure` and `withdrawn` in percent; `deadline`, `answer_days` (when the
    fallback answers) and `better_days` in days from now; `likely` as (low, high) or (low, likely, high); `waiting` is
    what a week costs. Raises OpenQuestion where a number is missing, UsageError where one cannot be.
    """
    if theirs is None:
        raise OpenQuestion("What do they offer?", option="--theirs")
    if fallback is None:
        raise OpenQuestion("What do you have if this falls through? Give 0 for nothing.", option="--fallback")
    if buying and sure < 100 and otherwise is None:
        raise OpenQuestion("What would you have to pay if your fallback fails too?", option="--otherwise")
    if better is None and not (better_sure is None and better_days is None):
        raise UsageError("Say how much the better offer would be, too: --better.")
    if better is not None and better_sure is None:
        raise OpenQuestion("How likely is the better offer, from 0 to 100?", option="--better-sure")
    if better is not None and better_days is None:
        raise OpenQuestion("In how many days would the better offer come?", option="--better-days")
    tie, period = _kind(kind), _period(per)
    said = [theirs, fallback, mine, target, sure, otherwise, spread, answer_days, deadline, better, better_sure]
    said += [better_days, waiting, cost, withdrawn, *(likely or ()), *(terms or {}).values()]
    if not all(math.isfinite(x) for x in said if x is not None):
        raise UsageError("Each amount must be a plain number.")
    for price in (theirs, mine, target, better):
        if price is not None:
            a_price(price)
    try:
        offer = Offer(
            theirs=theirs,
            fallback=Fallback(fallback, sure / 100, otherwise, spread, answer_days),
            selling=not buying,
            mine=mine,
            target=target,
            trade=trade,
            likely=None if likely is None else _range(likely),
            deadline=deadline,
            waiting=waiting,
            better=None if better is None else Better(better, (better_sure or 0.0) / 100, better_days or 0.0),
            cost=cost,
            terms=tuple(Term(name, worth) for name, worth in (terms or {}).items()),
            withdrawn=withdrawn / 100,
        )
    except ValueError as wrong:
        raise UsageError(str(wrong)) from None
    found = weigh_it(offer)
    return WeighedOffer(offer, tie, currency, period, found, turning_points(offer), _traded(offer, found))


def _traded(offer: Offer, found: Weighed) -> Weighed | None:
    """The way out for one whose own number is far: come down, for something in return. Only if it is worth more."""
    if offer.mine is None or offer.trade or found.answer is Answer.TIME:
        return None
    other = weigh_it(replace(offer, trade=True))
    best = {
        Answer.ACCEPT: found.values.accept,
        Answer.COUNTER: found.values.counter,
        Answer.WALK: found.values.walk,
    }[found.answer]
    if best is None or other.values.counter is None or other.answer is not Answer.COUNTER:
        return None
    more = offer.sign * (other.values.counter - best) > 0
    return other if more and other.number != found.number else None


def _kind(kind: str | None) -> PursuitKind:
    if kind is None:
        return PursuitKind.DEAL
    found = next((k for k in KINDS if k.value == kind.strip().lower()), None)
    if found is None:
        raise UsageError(f"--kind cannot be {kind!r}. An offer is one of: {', '.join(KINDS)}.")
    return found


def _period(per: str | None) -> str | None:
    if per is None or per.strip().lower() in PERIODS:
        return None if per is None else per.strip().lower()
    raise UsageError(f"--per cannot be {per!r}. Give one of: {', '.join(PERIODS)}.")


def _range(likely: tuple[float, ...]) -> tuple[float, float, float]:
    if len(likely) == _WIDE:
        low, high = likely
        return low, (low + high) / 2, high
    if len(likely) == _WIDE + 1:
        low, middle, high = likely
        return low, middle, high
    raise UsageError("Their range has two numbers, low and high, or three with the likely one between.")
