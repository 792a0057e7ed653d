"""What a fallback changes in a bargain: the pie and both outside options in, the shares out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Split:
    """Is there a deal, how much there is to share beyond both fallbacks, and what each side then has."""

    deal: bool
    zone: float
    yours: float
    theirs: float


def nash(pie: float, yours: float, theirs: float, power: float = 0.5) -> Split:
    """Each side keeps its fallback (`yours`, `theirs`) and the rest is shared, `power` of it to you. Nash (1950).

    Nothing beyond the fallbacks, or less than nothing: no deal, and each keeps its own.
    """
    zone = pie - yours - theirs
    if zone <= 0:
        return Split(False, zone, yours, theirs)
    return Split(True, zone, yours + power * zone, theirs + (1 - power) * zone)


@dataclass(frozen=True, slots=True)
class Answering:
    """The share of a pie of 1 that goes to the side that answers the first offer.

    `inside` without an outside option; `share` with it; `binds`: the option changed it.
    """

    inside: float
    share: float
    binds: bool


def answering(their_discount: float, your_discount: float, outside: float) -> Answering:
    """Offers in turn; they offer first, you answer and only you may leave, for `outside`. Discounts are per round.

    Rubinstein (1982): d2 (1 - d1) / (1 - d1 d2). The outside-option principle (Binmore, Shaked & Sutton 1989): an
    option below that changes nothing, one above it is what you get.
    """
    inside = your_discount * (1 - their_discount) / (1 - their_discount * your_discount)
    return Answering(inside, max(inside, outside), outside > inside)
