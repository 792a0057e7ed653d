"""What is talked about in; every package of it, and what each is worth, out.

A package takes one value of each issue. Its worth is linear-additive: the sum over the issues of weight times score, so
that the best package is worth 1 and the worst 0 (Keeney & Raiffa 1976). Weights come from swing questions: how much it
would be worth to go from the worst to the best value of this issue alone, beside the most important one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from walkaway.core.events import FloatArray, Int64Array

MOST = 200_000
"""Packages beyond this many are not listed one by one; fewer values of an issue say the same."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A thing to settle, like the pay or the days at home, and the values it may take, in any order."""

    name: str
    values: tuple[str, ...]

    def __post_init__(self) -> None:
        _need(len(self.values) > 0 and len(set(self.values)) == len(self.values), "An issue needs different values.")


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """All packages: row p of `choices` says which value each issue takes, the last issue running fastest."""

    sizes: tuple[int, ...]
    choices: Int64Array

    def __len__(self) -> int:
        return len(self.choices)

    def place(self, choice: Sequence[int]) -> int:
        """The row of a package."""
        p = 0
        for value, size in zip(choice, self.sizes, strict=True):
            _need(0 <= value < size, "This value is not one of the issue's.")
            p = p * size + value
        return p


def space(sizes: Sequence[int]) -> Space:
    """The space of issues with so many values each."""
    sizes = tuple(int(n) for n in sizes)
    _need(len(sizes) > 0 and min(sizes) > 0, "There must be something to talk about.")
    _need(math.prod(sizes) <= MOST, f"More than {MOST:,} packages: leave out values that nobody would choose.")
    grids = np.meshgrid(*[np.arange(n) for n in sizes], indexing="ij")
    return Space(sizes, np.stack([grid.ravel() for grid in grids], axis=1))


@dataclass(frozen=True, slots=True)
class Worths:
    """How a side values packages: the weight of each issue, adding up to 1, and a score from 0 to 1 for each value."""

    weights: tuple[float, ...]
    scores: tuple[tuple[float, ...], ...]

    def __post_init__(self) -> None:
        _need(len(self.weights) == len(self.scores), "Each issue needs a weight and its scores.")
        _need(min(self.weights) >= 0 and abs(math.fsum(self.weights) - 1) < 1e-9, "The weights must add up to one.")

    def of(self, packages: Space) -> FloatArray:
        """What each package is worth."""
        total = np.zeros(len(packages))
        for k, (weight, score) in enumerate(zip(self.weights, self.scores, strict=True)):
            _need(len(score) == packages.sizes[k], "Each value of an issue needs a score.")
            total += weight * np.array(score)[packages.choices[:, k]]
        return total


def from_swings(points: Sequence[float], scores: Sequence[Sequence[float]]) -> Worths:
    """Worths from swing points per issue (the largest swing is 100, the others beside it) and raw scores per value.

    Scores may be on any scale: each issue's worst becomes 0 and its best 1. An issue whose values are all alike weighs
    nothing, whatever its points.
    """
    _need(len(points) == len(scores), f"Give points for each issue: {len(points)} points, {len(scores)} issues.")
    _need(all(len(issue) > 0 for issue in scores), "Give each issue at least one value with its score.")
    stretched = [_stretched(issue) for issue in scores]
    kept = [p if len(set(issue)) > 1 else 0.0 for p, issue in zip(points, scores, strict=True)]
    _need(min(kept) >= 0 and sum(kept) > 0, "At least one issue must matter to you.")
    total = math.fsum(kept)
    return Worths(tuple(p / total for p in kept), tuple(stretched))


def _stretched(scores: Sequence[float]) -> tuple[float, ...]:
    low, high = min(scores), max(scores)
    return tuple((x - low) / (high - low) if high > low else 0.0 for x in scores)


def _need(true: bool, sentence: str) -> None:
    if not true:
        raise ValueError(sentence)
