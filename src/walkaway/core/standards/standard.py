"""A standard: what you need in a normal week, in a unit you can count."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Literal

from walkaway.core.events import DAY, WEEK, Int8Array, Int64Array

LATELY = 8 * WEEK
"""Weeks that ended longer ago than this are not "lately"."""


class PursuitKind(StrEnum):
    """What you give energy to."""

    CLIENT = "client"
    DEAL = "deal"
    JOB = "job"
    INVESTOR = "investor"
    PARTNER = "partner"
    FRIEND = "friend"


class Mark(IntEnum):
    """How a week stood against the standards."""

    NOTHING = -1
    MET = 0
    PARTLY = 1
    MISSED = 2


Counted = Literal["openings", "replies", "wait", "active_days"]
COUNTED: tuple[Counted, ...] = ("openings", "replies", "wait", "active_days")
"""What messages can show."""


@dataclass(frozen=True, slots=True)
class Standard:
    """What they should do in a normal week.

    `openings` and `active_days` per week, `replies` as a share of your turns, `wait` in hours (less is better); any
    other `name` is a standard rated by hand, from 0 to 10. `origin` says where the target comes from.
    """

    name: str
    target: float
    weight: float
    must_have: bool
    origin: Literal["best_past", "default", "between", "stated"]


@dataclass(frozen=True, slots=True)
class Check:
    """A standard against the last four informative weeks: the value seen, how many weeks it rests on, and the mark.

    `newest` is the Monday (local us) of the last of them; None where there is none, or nobody counted weeks.
    """

    standard: Standard
    value: float
    n: int
    mark: Mark
    newest: int | None = None

    def long_ago(self, now: int) -> int | None:
        """The last day (local us) of the last of those weeks, if "lately" would be wrong for it at `now`."""
        if self.newest is None or now - self.newest < LATELY:
            return None
        return self.newest + WEEK - DAY

    @property
    def near(self) -> bool:
        """Whether it is met without being reached: four fifths of the target count."""
        short = self.value > self.standard.target if self.standard.name == "wait" else self.value < self.standard.target
        return self.mark is Mark.MET and short


@dataclass(frozen=True, slots=True, eq=False)
class WeekMarks:
    """Each complete week: its Monday (local us) and its mark (`Mark`), oldest first."""

    monday: Int64Array
    mark: Int8Array
