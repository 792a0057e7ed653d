"""A number, its interval, and how many events it rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """`value` with a 90 % interval from `low` to `high`, resting on `n` events (of what, the owner says)."""

    value: float
    low: float
    high: float
    n: int
