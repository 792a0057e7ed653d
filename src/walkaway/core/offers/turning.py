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
    """With `name` (their offer, or your fallback) at `at` in place of `now`, the answer is `to`."""

    name: Literal["theirs", "fallback"]
    now: float
    at: float
    to: Answer


def turning_points(offer: Offer) -> tuple[Turn, ...]:
    """The nearest change as their offer improves, and as the fallback gets better and worse. None where none is near.

    Each `at` was weighed anew and does give `to`. Only the next change in each direction is looked for, as far as the
    larger of the numbers at hand; a change and back between two of the 24 looks would be missed.
    """
    weighed = weigh(offer)
    back = offer.fallback
    reach = max(abs(x) for x in (offer.theirs, back.worth, weighed.limit, *weighed.likely)) / 2
    step = _step(reach)
    up = offer.sign * reach
    ways: tuple[tuple[Literal["theirs", "fallback"], float, float, Callable[[float], Offer]], ...] = (
        ("theirs", offer.theirs, up, lambda x: replace(offer, theirs=x)),
        ("fallback", back.worth, up, lambda x: replace(offer, fallback=replace(back, worth=x))),
        ("fallback", back.worth, -up, lambda x: replace(offer, fallback=replace(back, worth=x))),
    )
    found = (_turn(name, now, toward, make, weighed.answer, step) for name, now, toward, make in ways)
    return tuple(turn for turn in found if turn is not None)


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
