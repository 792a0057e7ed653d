"""An offer in; the offer and the fallback at which the answer would change, each weighed again, out."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from walkaway.core.offers.weigh import Answer, Offer, weigh

_LOOKS = 24
_HALVINGS = 40


@dataclass(frozen=True, slots=True)
class Turn:
    """With `name` (their offer, your fallback, days to answer) at `at` in place of `now`, the answer is `to`."""

    name: Literal["theirs", "fallback", "deadline"]
    now: float
    at: float
    to: Answer


def turning_points(offer: Offer) -> tuple[Turn, ...]:
    """The nearest change as their offer improves, and as the fallback gets better and worse. Empty where none is near.

    If an answer is due only after the deadline, also whether days enough to wait for it would change the answer.

    Each `at` was weighed anew and does give `to`. Only the next change in each direction is looked for, as far as half
    of the largest number at hand; a change and back between two of the 24 looks would be missed.
    """
    weighed = weigh(offer)
    back = offer.fallback
    reach = max(abs(x) for x in (offer.theirs, back.worth, weighed.limit, *weighed.likely)) / 2
    step = _step(reach)
    # An offer past all that they may go to and all that you asked for is nothing to plan with.
    ends = [weighed.limit, *weighed.likely, *([] if offer.mine is None else [offer.mine])]
    up = 1.02 * max(offer.sign * (x - offer.theirs) for x in ends)
    ways: tuple[tuple[Literal["theirs", "fallback"], float, float, Callable[[float], Offer]], ...] = (
        ("theirs", offer.theirs, offer.sign * max(0.0, up), lambda x: replace(offer, theirs=x)),
        ("fallback", back.worth, offer.sign * reach, lambda x: replace(offer, fallback=replace(back, worth=x))),
        ("fallback", back.worth, -offer.sign * reach, lambda x: replace(offer, fallback=replace(back, worth=x))),
    )
    found = [_turn(name, now, toward, make, weighed.answer, step) for name, now, toward, make in ways]
    return tuple(turn for turn in (*found, _more_days(offer, weighed.answer)) if turn is not None)


def _more_days(offer: Offer, answer: Answer) -> Turn | None:
    """The first later deadline at which the answer is another: the day after more will be known."""
    last = offer.deadline
    if last is None:
        return None
    due = [offer.fallback.days, None if offer.better is None else offer.better.days]
    for day in sorted(day for day in due if day is not None and day > last):
        to = weigh(replace(offer, deadline=day + 1)).answer
        if to is not answer:
            return Turn("deadline", last, day + 1, to)
    return None


def _turn(
    name: Literal["theirs", "fallback"],
    now: float,
    toward: float,
    make: Callable[[float], Offer],
    answer: Answer,
    step: float,
) -> Turn | None:
    far = toward if now * (now + toward) >= 0 else -now  # a price does not change its sign on the way

    def to(share: float) -> Answer:
        return weigh(make(now + far * share)).answer

    shares = [k / _LOOKS for k in range(_LOOKS + 1)]
    # An offer of nothing at all cannot be weighed without a range, so the very end may be left out.
    shares = [s for s in shares[1:] if name == "fallback" or now + far * s != 0]
    changed = next((s for s in shares if to(s) is not answer), None)
    if changed is None:
        return None
    same = changed - 1 / _LOOKS
    for _ in range(_HALVINGS):
        middle = (same + changed) / 2
        if to(middle) is answer:
            same = middle
        else:
            changed = middle
    at, became = now + far * changed, to(changed)
    # Said as a round number just past the change, if that is true of it as well.
    said = (math.ceil if far > 0 else math.floor)(at / step) * step
    if said != 0 and weigh(make(said)).answer is became:
        at = said
    return Turn(name, now, at, became)


def _step(size: float) -> float:
    """A hundredth of the size, as a power of ten."""
    return float(10.0 ** (math.floor(math.log10(size)) - 1)) if size > 0 else 1.0
