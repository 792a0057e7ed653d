"""A frontier of what both can have and what each has without a deal in; the split by Nash and by Zeuthen out."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Frontier = Callable[[float], float]
"""What the second can have while the first has u; falls in u, and is concave."""
Conceding = Literal["first", "second", "both"]
_HALVINGS = 200
_TIE = 1e-12


def line(u: float) -> float:
    """A pie of 1, shared."""
    return 1 - u


def circle(u: float) -> float:
    """u^2 + v^2 = 1: both gain from not being alone at an end."""
    return math.sqrt(max(0.0, 1 - u * u))


@dataclass(frozen=True, slots=True)
class Point:
    """A place on a frontier: what the first and the second have there."""

    first: float
    second: float


def nash_line(first_outside: float, second_outside: float, power: float = 0.5) -> Point:
    """The most of (u - d1)^a (v - d2)^(1 - a) with u + v = 1: u = d1 + a (1 - d1 - d2). Nash (1950)."""
    u = first_outside + power * (1 - first_outside - second_outside)
    return Point(u, 1 - u)


def nash_circle(first_outside: float, second_outside: float, power: float = 0.5) -> Point:
    """The same with u^2 + v^2 = 1, where a (v - d2) v = (1 - a)(u - d1) u. By the angle, from one end to the other."""

    def ahead(angle: float) -> float:
        u, v = math.cos(angle), math.sin(angle)
        return power * (v - second_outside) * v - (1 - power) * (u - first_outside) * u

    low, high = math.asin(min(1.0, max(0.0, second_outside))), math.acos(min(1.0, max(0.0, first_outside)))
    angle = _crossing(ahead, low, high)
    return Point(math.cos(angle), math.sin(angle))


def nash_risk_averse(curve: float, first_outside: float, second_outside: float, power: float = 0.5) -> Point:
    """A pie of 1 whose share x is worth x^g to the first, g = `curve`, and 1 - x to the second. The point is in shares.

    a g x^(g-1) (1 - x - d2) = (1 - a)(x^g - d1): who minds risk more gets less.
    """

    def behind(x: float) -> float:
        held: float = x ** (1 - curve)  # the condition, times this, which is finite at 0
        return (1 - power) * (x - first_outside * held) - power * curve * (1 - x - second_outside)

    x = _crossing(behind, max(0.0, first_outside) ** (1 / curve), 1 - second_outside)
    return Point(x, 1 - x)


@dataclass(frozen=True, slots=True)
class Risks:
    """The highest risk of no deal at which each side would still hold; the one with the lower risk gives way."""

    first: float
    second: float
    concedes: Conceding


def zeuthen(
    own: float, offered: float, first_outside: float, second_outside: float, frontier: Frontier = line
) -> Risks:
    """The first asks to have `own`, the second offers it `offered`, both as worth to the first.

    Z1 = (own - offered) / (own - d1), Z2 the same seen by the second. Above 1 the other's offer is worse than no deal.
    A side that asks for no more than its outside has nothing to hold on to: 1. Zeuthen (1930); Harsanyi (1956).
    """
    theirs, given = frontier(offered), frontier(own)
    first = (own - offered) / (own - first_outside) if own > first_outside else 1.0
    second = (theirs - given) / (theirs - second_outside) if theirs > second_outside else 1.0
    gap = first - second
    return Risks(first, second, "both" if abs(gap) <= _TIE else "first" if gap < 0 else "second")


@dataclass(frozen=True, slots=True)
class Met:
    """Where two that concede by Zeuthen's rule meet, and after how many steps."""

    at: Point
    steps: int


def zeuthen_meets(
    frontier: Frontier, inverse: Frontier, first_outside: float, second_outside: float, step: float = 1e-4
) -> Met:
    """Each begins by leaving the other its outside; in each round the lower risk concedes `step`, both half in a tie.

    `inverse` gives the first's worth where the second has v. The meeting point comes as near to Nash's as the step.
    """
    a, b, steps = inverse(second_outside), first_outside, 0
    while b < a - _TIE:
        risks = zeuthen(a, b, first_outside, second_outside, frontier)
        gap = risks.first - risks.second
        if abs(gap) < 1e-15:
            a, b = a - step / 2, b + step / 2
        elif gap < 0:
            a = max(b, a - step)
        else:
            b = min(a, b + step)
        steps += 1
    u = (a + b) / 2
    return Met(Point(u, frontier(u)), steps)


def _crossing(rising: Callable[[float], float], low: float, high: float) -> float:
    """Where a function that rises from at most 0 to at least 0 crosses it."""
    for _ in range(_HALVINGS):
        middle = low + (high - low) / 2
        if not low < middle < high:
            break
        if rising(middle) < 0:
            low = middle
        else:
            high = middle
    return low + (high - low) / 2
