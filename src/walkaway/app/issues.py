"""What is settled in a talk beside a price, as the person keeps it: the issues, and the packages that were offered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from walkaway.core.offers.concession import By

MOST_POINTS = 100.0
"""The largest swing has so many points; the others are counted beside it."""


@dataclass(frozen=True, slots=True)
class OwnIssue:
    """A thing to settle, with its values and a score for each, on any scale: more is better for you.

    `points`: what it is worth to you to go from its worst value to its best, the largest such step being 100. None:
    not asked yet.
    """

    name: str
    values: tuple[str, ...]
    scores: tuple[float, ...]
    points: float | None = None

    @property
    def worst(self) -> str:
        return self.values[self.scores.index(min(self.scores))]

    @property
    def best(self) -> str:
        return self.values[self.scores.index(max(self.scores))]


@dataclass(frozen=True, slots=True)
class OwnPackage:
    """A package that one side offered, on a local day (us): a value for each issue, by its name."""

    by: By
    choice: Mapping[str, str]
    on: int


@dataclass(frozen=True, slots=True)
class Swing:
    """The next thing to ask about what matters. `beside` is the issue with 100 points; None: which one is that?"""

    issue: OwnIssue | None
    beside: OwnIssue | None


def next_swing(issues: tuple[OwnIssue, ...]) -> Swing | None:
    """The one swing question to ask now; None where all is known. With one issue there is nothing to weigh."""
    if len(issues) < 2 or all(issue.points is not None for issue in issues):
        return None
    known = [issue for issue in issues if issue.points is not None]
    if not known:
        return Swing(None, None)
    most = max(known, key=lambda issue: issue.points or 0.0)
    return Swing(next(issue for issue in issues if issue.points is None), most)
