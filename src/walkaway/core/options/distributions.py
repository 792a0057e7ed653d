"""What something may be worth: its distribution in, the expected excess M(z) = E(X - z)+ and the level it pays for out.

M is all that the theory of search asks of a distribution. It falls, it is convex, and its slope is -P(X > z). Written X
for the worth, z for a level in the same unit.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np

from walkaway.core.events import FloatArray
from walkaway.core.options import normal


class Worth(ABC):
    """A worth that is not known yet."""

    __slots__ = ()

    @property
    def comes_through(self) -> float:
        """The chance that there is anything to take at all."""
        return 1.0

    @property
    @abstractmethod
    def expected(self) -> float:
        """The mean, given that there is something to take."""

    @abstractmethod
    def excess(self, z: float) -> float:
        """M(z) = E(X - z)+."""

    @abstractmethod
    def above(self, z: float) -> float:
        """P(X > z)."""

    @abstractmethod
    def at_most(self, z: FloatArray) -> FloatArray:
        """P(X <= z), point by point; where nothing comes through, that counts as below everything."""

    @abstractmethod
    def knots(self) -> FloatArray:
        """Points, rising, between which `at_most` is smooth; beyond the last lies less than 1e-15 of the worth."""


class Priced(Worth):
    """A continuous worth, whose density is asked for when a price is set."""

    __slots__ = ()

    @abstractmethod
    def hazard_gap(self, z: float) -> float:
        """P(X > z) / f(z), f the density: what a price at z must leave over the cost. Infinite below the support."""


@dataclass(frozen=True, slots=True)
class Uniform(Priced):
    """Anything from `low` to `high`, alike."""

    low: float
    high: float

    def __post_init__(self) -> None:
        _need(self.low < self.high, "The high end must lie above the low end.")

    @property
    def expected(self) -> float:
        return (self.low + self.high) / 2

    def excess(self, z: float) -> float:
        if z <= self.low:
            return self.expected - z
        return max(0.0, self.high - z) ** 2 / (2 * (self.high - self.low))

    def above(self, z: float) -> float:
        return min(1.0, max(0.0, (self.high - z) / (self.high - self.low)))

    def at_most(self, z: FloatArray) -> FloatArray:
        return np.clip((z - self.low) / (self.high - self.low), 0, 1)

    def knots(self) -> FloatArray:
        return np.array([self.low, self.high])

    def hazard_gap(self, z: float) -> float:
        return math.inf if z < self.low else max(0.0, self.high - z)


@dataclass(frozen=True, slots=True)
class Normal(Priced):
    """Around `mean`, with standard deviation `sd`."""

    mean: float
    sd: float

    def __post_init__(self) -> None:
        _need(self.sd > 0, "The spread must be more than nothing.")

    @property
    def expected(self) -> float:
        return self.mean

    def excess(self, z: float) -> float:
        d = (z - self.mean) / self.sd
        return self.sd * max(0.0, normal.density(d) - d * normal.above(d))

    def above(self, z: float) -> float:
        return normal.above((z - self.mean) / self.sd)

    def at_most(self, z: FloatArray) -> FloatArray:
        return normal.at_most((z - self.mean) / self.sd)

    def knots(self) -> FloatArray:
        return self.mean + self.sd * np.arange(-9.0, 10.0)

    def hazard_gap(self, z: float) -> float:
        return self.sd * normal.mills((z - self.mean) / self.sd)


@dataclass(frozen=True, slots=True)
class Lognormal(Priced):
    """ln X is normal with mean `log_mean` and standard deviation `log_sd`."""

    log_mean: float
    log_sd: float

    def __post_init__(self) -> None:
        _need(self.log_sd > 0, "The spread must be more than nothing.")

    @property
    def expected(self) -> float:
        return math.exp(self.log_mean + self.log_sd**2 / 2)

    def excess(self, z: float) -> float:
        if z <= 0:
            return self.expected - z
        d = (math.log(z) - self.log_mean) / self.log_sd
        return max(0.0, self.expected * normal.above(d - self.log_sd) - z * normal.above(d))

    def above(self, z: float) -> float:
        return 1.0 if z <= 0 else normal.above((math.log(z) - self.log_mean) / self.log_sd)

    def at_most(self, z: FloatArray) -> FloatArray:
        lifted = np.maximum(z, np.finfo(np.float64).tiny)
        return np.where(z > 0, normal.at_most((np.log(lifted) - self.log_mean) / self.log_sd), 0.0)

    def knots(self) -> FloatArray:
        # The mean lies log_sd deviations above the median, so the upper end must lie that much further out.
        return np.exp(self.log_mean + self.log_sd * np.arange(-9.0, 10.0 + math.ceil(self.log_sd)))

    def hazard_gap(self, z: float) -> float:
        if z <= 0:
            return math.inf
        return z * self.log_sd * normal.mills((math.log(z) - self.log_mean) / self.log_sd)


@dataclass(frozen=True, slots=True)
class Logistic(Priced):
    """F(x) = 1 / (1 + exp(-(x - mean) / scale))."""

    mean: float
    scale: float

    def __post_init__(self) -> None:
        _need(self.scale > 0, "The spread must be more than nothing.")

    @property
    def expected(self) -> float:
        return self.mean

    def excess(self, z: float) -> float:
        d = (z - self.mean) / self.scale
        return self.scale * (max(0.0, -d) + math.log1p(math.exp(-abs(d))))

    def above(self, z: float) -> float:
        d = (z - self.mean) / self.scale
        return math.exp(-max(0.0, d)) / (1 + math.exp(-abs(d)))

    def at_most(self, z: FloatArray) -> FloatArray:
        d = (z - self.mean) / self.scale
        return np.asarray(np.exp(np.minimum(d, 0)) / (1 + np.exp(-np.abs(d))))

    def knots(self) -> FloatArray:
        return self.mean + self.scale * np.arange(-40.0, 41.0)

    def hazard_gap(self, z: float) -> float:
        d = (z - self.mean) / self.scale
        return self.scale * (1 + math.exp(-d)) if d > -700 else math.inf


@dataclass(frozen=True, slots=True)
class Exponential(Priced):
    """From nothing upwards, with this `mean` (not a rate)."""

    mean: float

    def __post_init__(self) -> None:
        _need(self.mean > 0, "The mean must be more than nothing.")

    @property
    def expected(self) -> float:
        return self.mean

    def excess(self, z: float) -> float:
        return self.mean - z if z <= 0 else self.mean * math.exp(-z / self.mean)

    def above(self, z: float) -> float:
        return math.exp(-max(0.0, z) / self.mean)

    def at_most(self, z: FloatArray) -> FloatArray:
        return -np.expm1(-np.maximum(z, 0) / self.mean)

    def knots(self) -> FloatArray:
        return self.mean * np.arange(0.0, 41.0)

    def hazard_gap(self, z: float) -> float:
        return math.inf if z < 0 else self.mean


@dataclass(frozen=True, slots=True)
class Triangular(Priced):
    """From `worst` to `best`, most likely at `likely`. M by integrating the distribution function twice."""

    worst: float
    likely: float
    best: float

    def __post_init__(self) -> None:
        _need(self.worst <= self.likely <= self.best, "Worst, likely and best must come in that order.")
        _need(self.worst < self.best, "The best must lie above the worst.")

    @property
    def expected(self) -> float:
        return (self.worst + self.likely + self.best) / 3

    def excess(self, z: float) -> float:
        if z <= self.worst:
            return self.expected - z
        if z < self.likely:
            return self.expected - z + (z - self.worst) * (1 - self.above(z)) / 3
        return max(0.0, self.best - z) * self.above(z) / 3

    def above(self, z: float) -> float:
        # Ratios, not squares over a product of widths: those underflow where the three numbers nearly meet.
        if z <= self.worst:
            return 1.0
        if z >= self.best:
            return 0.0
        width = self.best - self.worst
        if z < self.likely:
            return 1 - (z - self.worst) / width * ((z - self.worst) / (self.likely - self.worst))
        return (self.best - z) / width * ((self.best - z) / (self.best - self.likely))

    def at_most(self, z: FloatArray) -> FloatArray:
        width = self.best - self.worst
        left, right = self.likely - self.worst, self.best - self.likely
        up, down = np.clip(z - self.worst, 0, left), np.clip(self.best - z, 0, right)
        rising = up / width * (up / (left or 1.0))  # a side without width is never chosen
        falling = down / width * (down / (right or 1.0))
        return np.where(z < self.likely, rising, np.where(z < self.best, 1 - falling, 1.0))

    def knots(self) -> FloatArray:
        return np.unique([self.worst, self.likely, self.best])

    def hazard_gap(self, z: float) -> float:
        if z < self.worst or (z == self.worst < self.likely):
            return math.inf
        if z < self.likely:
            rising = (z - self.worst) / (self.likely - self.worst)
            return self.above(z) * (self.best - self.worst) / (2 * rising)
        return max(0.0, self.best - z) / 2


@dataclass(frozen=True, slots=True)
class Discrete(Worth):
    """One of `values`, with these `chances`; the same value may stand there twice."""

    values: tuple[float, ...]
    chances: tuple[float, ...]

    def __post_init__(self) -> None:
        _need(len(self.values) == len(self.chances) > 0, "Each value needs its chance.")
        _need(min(self.chances) >= 0 and abs(math.fsum(self.chances) - 1) < 1e-9, "The chances must add up to one.")

    @property
    def expected(self) -> float:
        return math.fsum(p * x for x, p in zip(self.values, self.chances, strict=True))

    def excess(self, z: float) -> float:
        return math.fsum(p * (x - z) for x, p in zip(self.values, self.chances, strict=True) if x > z)

    def above(self, z: float) -> float:
        return math.fsum(p for x, p in zip(self.values, self.chances, strict=True) if x > z)

    def at_most(self, z: FloatArray) -> FloatArray:
        below = np.asarray(z)[..., None] >= np.array(self.values)
        return np.asarray((below * np.array(self.chances)).sum(axis=-1))

    def knots(self) -> FloatArray:
        return np.unique(self.values)


@dataclass(frozen=True, slots=True)
class Perhaps(Worth):
    """Comes through with this `chance` and is then worth `if_so`; if not, there is nothing to take, not even a loss."""

    chance: float
    if_so: Worth

    def __post_init__(self) -> None:
        _need(0 <= self.chance <= 1, "A chance lies between none and certain.")

    @property
    def comes_through(self) -> float:
        return self.chance * self.if_so.comes_through

    @property
    def expected(self) -> float:
        return self.if_so.expected

    def excess(self, z: float) -> float:
        return self.chance * self.if_so.excess(z)

    def above(self, z: float) -> float:
        return self.chance * self.if_so.above(z)

    def at_most(self, z: FloatArray) -> FloatArray:
        return 1 - self.chance + self.chance * self.if_so.at_most(z)

    def knots(self) -> FloatArray:
        return self.if_so.knots()


def beta_binomial(n: int, a: float, b: float, low: float, high: float) -> Discrete:
    """Even steps i = 0 ... n from `low` to `high`; P(i) = C(n, i) B(i + a, n - i + b) / B(a, b).

    By the ratio P(i + 1) / P(i) = (n - i)(a + i) / ((i + 1)(n - i - 1 + b)), which keeps all digits where the beta
    function itself would overflow.
    """
    _need(n >= 1 and a > 0 and b > 0, "The steps and both shapes must be more than nothing.")
    i = np.arange(n)
    log_ratio = np.log((n - i) * (a + i) / ((i + 1) * (n - i - 1 + b)))
    log_weight = np.concatenate([[0.0], np.cumsum(log_ratio)])
    weight = np.exp(log_weight - log_weight.max())
    values = low + (high - low) * np.arange(n + 1) / n
    return Discrete(tuple(values.tolist()), tuple((weight / math.fsum(weight)).tolist()))


def worst_likely_best(worst: float, likely: float, best: float) -> Worth:
    """Three numbers a person can name; all the same means they are sure."""
    return Discrete((worst,), (1.0,)) if worst == likely == best else Triangular(worst, likely, best)


def level(worth: Worth, *, gain: float, slope: float, cost: float) -> float:
    """The level z at which gain M(z) = slope z + cost: there, looking once more pays exactly for itself.

    The difference is convex and falls, and M(z) >= chance * (expected - z). So the start lies at or below the root,
    Newton's steps never pass it, and for a discrete worth they end on it exactly. A look that costs nothing (slope and
    cost both 0) pays at every level: infinite; one that can bring nothing pays at none.
    """
    reach = gain * worth.comes_through
    if reach + slope == 0:
        return -math.inf
    if slope == 0 and cost <= 0:
        return math.inf
    z = (reach * worth.expected - cost) / (reach + slope)
    if math.isinf(z):  # a chance so small that the cost over it has no number
        return z
    for _ in range(10_000):
        fall = gain * worth.above(z) + slope
        if fall == 0:
            break
        further = z + (gain * worth.excess(z) - slope * z - cost) / fall
        if further <= z:
            break
        z = further
    return z


def _need(true: bool, sentence: str) -> None:
    if not true:
        raise ValueError(sentence)
