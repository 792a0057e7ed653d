"""Times you left over a price in; how often they came back, when and with what, and what changed in it, out.

Acts alone: their numbers before and after the day on which you left. Why they changed is not in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from walkaway.core.measures import Measure
from walkaway.core.offers.concession import Said
from walkaway.core.offers.signals import Walked, own_record

LEAST = 5
"""With fewer walks than this there are counts, and no share, no usual time and no usual step."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A time you left at a number, on one side of a price, in any talk of yours; or, in `points`, over packages."""

    walked: Walked
    selling: bool
    points: bool = False


@dataclass(frozen=True, slots=True)
class WalkRecord:
    """Over all talks: how often you walked, how often they came back, and how often with a better number.

    `back` is the share of those that came back; with fewer than five walks its interval says next to nothing. `days`
    until they did in the middle, and `better`: by which share of the number you left at. Both need five of their kind;
    a share of a price and one of what packages are worth to you are not of one kind.
    """

    walked: int
    back: Measure
    with_more: int
    days: float | None
    better: float | None

    @property
    def enough(self) -> bool:
        """Whether a share may be said at all."""
        return self.walked >= LEAST


def walk_record(walks: Sequence[Walk], *, points: bool = False) -> WalkRecord | None:
    """Your own record; None before the first time. `better` is that of walks over packages with `points`, else a price.

    That you left, whether they came back, when, and whether with more, counts whatever the talk was over.
    """
    pooled = own_record([walk.walked for walk in walks], selling=True)
    if pooled is None:
        return None
    steps = [(walk.points, step) for walk in walks if (step := _step(walk)) is not None]
    alike = [step for of_points, step in steps if of_points is points]
    days = [walk.walked.back_after for walk in walks if walk.walked.back_after is not None]
    return WalkRecord(
        walked=len(walks),
        back=pooled.back,
        with_more=sum(step > 0 for _, step in steps),
        days=median(days) if len(days) >= LEAST else None,
        better=median(alike) if len(alike) >= LEAST else None,
    )


def _step(walk: Walk) -> float | None:
    """By how much the number they came back with is better for you, as a share of the one you left at."""
    at, back = walk.walked.at, walk.walked.back_with
    if back is None:
        return None
    return (1 if walk.selling else -1) * (back - at) / (abs(at) or 1.0)


@dataclass(frozen=True, slots=True)
class SinceWalk:
    """What they did after you walked at `at`. `first` is their first number since; None: none so far.

    `nearer` is by how much it is better for you than the one you left at (below 0: worse); `days` how long it took;
    `before` and `after` are their mean steps towards you on both sides of that day, None where there is no step.
    """

    at: float
    days: float | None
    first: float | None
    nearer: float | None
    before: float | None
    after: float | None


def since_walk(log: Sequence[Said], walked: Walked, day: float | None, *, selling: bool) -> SinceWalk:
    """From the log (days) and the walk. Without its `day`, only what they came back with is known."""
    sign = 1 if selling else -1
    theirs = [said for said in log if said.by == "them"]
    earlier = [said for said in theirs if day is not None and said.at <= day]
    later = [said for said in theirs if day is not None and said.at > day]
    first = walked.back_with if walked.back_with is not None else later[0].number if later else None
    days = walked.back_after
    if days is None and day is not None and walked.back_with is None and later:
        days = later[0].at - day
    return SinceWalk(
        at=walked.at,
        days=days,
        first=first,
        nearer=None if first is None else sign * (first - walked.at),
        before=_mean_step([said.number for said in earlier], sign),
        after=_mean_step([walked.at, *([s.number for s in later] or ([] if first is None else [first]))], sign),
    )


def _mean_step(numbers: Sequence[float], sign: int) -> float | None:
    if len(numbers) < 2:
        return None
    return sign * (numbers[-1] - numbers[0]) / (len(numbers) - 1)
