"""Hours and pursuits in; how the hours are best shared, and where the next one is worth most, out.

Your own life is the first pursuit: its hours are set aside before the others share the rest. Nothing here asks what a
pursuit has had from you before; only what the next hour would be worth.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from walkaway.core.events import FloatArray

OWN_LIFE_SHARE = 0.3
"""Set aside for your own plans, people and joys when nothing else is said. An assumption, shown as one."""


@dataclass(frozen=True, slots=True)
class Pursuit:
    """What hours in a pursuit bring: worth * ln(1 + hours / half_time).

    `worth` in any one unit for all; `half_time` is the hours per week after which one more is worth half the first.
    """

    name: str
    worth: float
    half_time: float

    def __post_init__(self) -> None:
        if not (0 < self.worth < np.inf and 0 < self.half_time < np.inf):
            raise ValueError("a pursuit needs a worth above 0 and hours above 0")


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Hours for each pursuit, the worth of one hour more (the same wherever hours go), and the worth of them all."""

    hours: FloatArray
    marginal: float
    total: float


@dataclass(frozen=True, slots=True)
class Week:
    """A week: hours for your own life, set aside first; for each pursuit by name; and the worth of one hour more."""

    own_life: float
    hours: dict[str, float]
    marginal: float


@dataclass(frozen=True, slots=True)
class NextHour:
    """The pursuit at which one more hour is worth most, and what it is worth there."""

    name: str
    worth: float


def waterfill(worth: FloatArray, half_time: FloatArray, hours: float) -> Split:
    """The best split of hours x over pursuits: maximise sum a ln(1 + x / t), sum x = hours, x >= 0.

    a = worth, t = half_time in hours. x = (a / m - t)+ with the marginal worth m set so that the hours come out
    (Koopman 1953; Boyd & Vandenberghe 2004, ex. 5.2). With the k best first hours (a / t) filled, m = sum a /
    (hours + sum t), so no search: k is the last whose first hour is worth more than that.
    """
    worth, half_time = np.asarray(worth, np.float64), np.asarray(half_time, np.float64)
    if worth.ndim != 1 or worth.shape != half_time.shape or not len(worth):
        raise ValueError("worth and half time: one of each for each pursuit")
    if not ((worth > 0).all() and (half_time > 0).all() and 0 <= hours < np.inf):
        raise ValueError("worth and half time are above 0, hours are not below 0")
    first_hour = worth / half_time
    order = np.lexsort((half_time, worth, -first_hour))  # ties by value, never by place in the list
    filled = np.cumsum(worth[order]) / (hours + np.cumsum(half_time[order]))
    k = int(np.flatnonzero(first_hour[order] >= filled)[-1])
    marginal = float(filled[k])
    split = np.maximum(worth / marginal - half_time, 0.0)
    return Split(split, marginal, float(np.sum(worth * np.log1p(split / half_time))))


def plan_week(pursuits: tuple[Pursuit, ...], hours: float, *, own_life: float = OWN_LIFE_SHARE) -> Week:
    """The hours of a week: a share for your own life first, the rest over the pursuits where it brings most."""
    if not 0 <= own_life <= 1:
        raise ValueError("the share for your own life is from 0 to 1")
    _once(tuple(p.name for p in pursuits))
    own = hours * own_life
    if not pursuits:
        return Week(hours, {}, 0.0)
    split = waterfill(np.array([p.worth for p in pursuits]), np.array([p.half_time for p in pursuits]), hours - own)
    return Week(own, dict(zip((p.name for p in pursuits), split.hours.tolist(), strict=True)), split.marginal)


def next_hour(pursuits: tuple[Pursuit, ...], hours: Mapping[str, float]) -> tuple[NextHour, ...]:
    """What one hour more is worth at each pursuit, given the hours it has this week; best first.

    The worth of the whole hour, a (ln(1 + (x + 1) / t) - ln(1 + x / t)), since that is how it is said.
    """
    _once(tuple(p.name for p in pursuits))
    worth = {p.name: p.worth * float(np.log1p(1 / (p.half_time + hours.get(p.name, 0.0)))) for p in pursuits}
    return tuple(NextHour(name, worth[name]) for name in sorted(worth, key=lambda name: (-worth[name], name)))


def _once(names: tuple[str, ...]) -> None:
    if len(set(names)) != len(names):
        raise ValueError("each pursuit is named once")
