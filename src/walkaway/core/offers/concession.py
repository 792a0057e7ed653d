"""What both sides have said so far, in order; each side's numbers, and how each has moved, out.

One number an entry: the price, or for a package what it is worth to you. All is turned into gain (more is better for
you), so that selling and buying read alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, get_args

import numpy as np

from walkaway.core.events import FloatArray

By = Literal["you", "them"]
Pattern = Literal["none", "even", "slowing", "growing", "standing", "back"]
_CLEAR = 0.15
"""A later step that differs by more than this share from an earlier one is a change of pace."""


@dataclass(frozen=True, slots=True)
class Said:
    """A number said by one side, at `at` (any clock that only runs forward)."""

    by: By
    number: float
    at: float = 0.0

    def __post_init__(self) -> None:
        if self.by not in get_args(By):
            raise ValueError(f"A number is said by you or them, not by {self.by!r}.")


@dataclass(frozen=True, slots=True, eq=False)
class Rounds:
    """The talk as rounds: in each their number, then yours, as gain; NaN where a side said nothing in it."""

    bids: FloatArray
    asks: FloatArray


def rounds(log: Sequence[Said], *, selling: bool) -> Rounds:
    """A round begins with a number of theirs; two running from one side are two rounds."""
    sign = 1.0 if selling else -1.0
    bids: list[float] = []
    asks: list[float] = []
    for said in log:
        if said.by == "them":
            bids.append(sign * said.number)
        elif len(asks) >= len(bids):
            bids.append(float("nan"))
        asks += [float("nan")] * (len(bids) - 1 - len(asks))
        if said.by == "you":
            asks.append(sign * said.number)
    asks += [float("nan")] * (len(bids) - len(asks))
    return Rounds(np.array(bids, np.float64), np.array(asks, np.float64))


@dataclass(frozen=True, slots=True)
class Concession:
    """How one side moved: its first and last number, how often it came towards the other, and in what pattern.

    `moved` is towards the other, in the unit of the offer. Steps that get smaller are what one sees before a limit.
    """

    first: float | None
    last: float | None
    moved: float
    steps: int
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Concessions:
    """Both sides. `yours_alone`: your last moves, one after another, that nothing of theirs came back for."""

    you: Concession
    them: Concession
    yours_alone: int

    @property
    def share(self) -> float | None:
        """Your share of all that was given, from 0 to 1; None where nobody moved."""
        both = self.you.moved + self.them.moved
        return self.you.moved / both if both > 0 else None


def concessions(log: Sequence[Said], *, selling: bool) -> Concessions:
    """How both have moved."""
    toward = {"you": -1.0 if selling else 1.0, "them": 1.0 if selling else -1.0}
    alone = 0
    last: dict[By, float] = {}
    for said in log:
        moved = toward[said.by] * (said.number - last.get(said.by, said.number))
        if said.by == "you" and moved > 0:
            alone += 1
        elif moved > 0:
            alone = 0
        last[said.by] = said.number
    you = _conceded([s.number for s in log if s.by == "you"], toward["you"])
    them = _conceded([s.number for s in log if s.by == "them"], toward["them"])
    return Concessions(you, them, alone)


def _conceded(numbers: Sequence[float], toward: float) -> Concession:
    if not numbers:
        return Concession(None, None, 0.0, 0, "none")
    steps = [toward * (b - a) for a, b in pairwise(numbers)]
    forward = [step for step in steps if step > 0]
    return Concession(numbers[0], numbers[-1], max(0.0, sum(steps)), len(forward), _pattern(steps, forward))


def _pattern(steps: Sequence[float], forward: Sequence[float]) -> Pattern:
    if not steps:
        return "none"
    if steps[-1] < 0:
        return "back"
    if not forward or not any(steps[-2:]):
        return "standing"
    if len(forward) < 2:
        return "even"
    ratio = forward[-1] / forward[-2]
    return "slowing" if ratio < 1 - _CLEAR else "growing" if ratio > 1 + _CLEAR else "even"
