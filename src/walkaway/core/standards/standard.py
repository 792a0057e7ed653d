"""A standard: what you need in a normal week, in a unit you can count."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Literal

from walkaway.core.events import Int8Array, Int64Array


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
    """A standard against the last four informative weeks: the value seen, how many weeks it rests on, and the mark."""

    standard: Standard
    value: float
    n: int
    mark: Mark


@dataclass(frozen=True, slots=True, eq=False)
class WeekMarks:
    """Each complete week: its Monday (local us) and its mark (`Mark`), oldest first."""

    monday: Int64Array
    mark: Int8Array
