"""A talk over a price, or over packages, as a value: what the person keeps of it."""

from __future__ import annotations

from dataclasses import dataclass

from walkaway.app.belief import Shape
from walkaway.app.issues import OwnIssue, OwnPackage
from walkaway.core.events import DAY
from walkaway.core.offers.concession import By
from walkaway.core.offers.signals import Walked
from walkaway.core.offers.walked import Walk

OPEN = 30 * DAY
"""So long an offer from elsewhere counts as there: later it is neither in hand nor spoken of. An assumption."""


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """A number that one side said, on a local day (us), and how much work it is for, in any unit, where it was said."""

    by: By
    number: float
    on: int
    scope: float | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """An offer that came from somewhere else, on a local day (us)."""

    number: float
    on: int

    def is_open(self, today: int) -> bool:
        """Whether it can be taken still on this local day (us)."""
        return today - self.on <= OPEN


@dataclass(frozen=True, slots=True)
class OwnTalk:
    """A talk over a price, or over packages, as the person keeps it.

    `fallback` is what there is if it falls through; `expires` the day on which that is gone; `likely` how far they may
    go, low and high, and `shape` how it lies between. `market` is the usual range. `breaks_off`: the chance a round
    that it falls through without your doing; `voluntary`: whether you may leave for the fallback when you like (None:
    not said). Where you may not, it is no threat of yours. `walked` are times you left over a price. `wanted` are days
    on which they wanted something of you.

    With `issues` the talk is over `packages`, and all amounts are what they are worth to you: 0 the worst package, 100
    the best one. A price is no such worth, and the packages of another talk have a worst and a best of their own: what
    you walked at before the talk became one over other things is kept in `earlier`. It counts as a time you walked; its
    number says nothing here.
    """

    selling: bool = True
    fallback: float | None = None
    expires: int | None = None
    likely: tuple[float, float] | None = None
    market: tuple[float, float] | None = None
    left: int | None = None
    breaks_off: float = 0.0
    currency: str = ""
    said: tuple[OwnNumber, ...] = ()
    came: tuple[Came, ...] = ()
    walked: tuple[Walked, ...] = ()
    shape: Shape | None = None
    voluntary: bool | None = None
    wanted: tuple[int, ...] = ()
    issues: tuple[OwnIssue, ...] = ()
    packages: tuple[OwnPackage, ...] = ()
    earlier: tuple[Walk, ...] = ()

    @property
    def by_day(self) -> tuple[OwnNumber, ...]:
        """What was said, by the day it was said on; of one day, as it was noted."""
        return tuple(sorted(self.said, key=lambda one: one.on))

    @property
    def all_walks(self) -> tuple[Walk, ...]:
        """Every time you walked, each as of the talk it was in."""
        return (*self.earlier, *(Walk(one, self.selling, points=bool(self.issues)) for one in self.walked))
