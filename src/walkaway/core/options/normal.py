"""The standard normal: points in, chances and densities out."""

from __future__ import annotations

import math

import numpy as np

from walkaway.core.events import FloatArray

_ROOT_HALF = math.sqrt(0.5)
_ROOT_TWO_PI = math.sqrt(2 * math.pi)
_erfc = np.frompyfunc(math.erfc, 1, 1)  # numpy has no erfc; importing scipy for it costs more than the judgement


def density(d: float) -> float:
    """The bell curve at `d`."""
    return math.exp(-d * d / 2) / _ROOT_TWO_PI


def above(d: float) -> float:
    """P(Z > d), exact in the far tail too, where 1 - P(Z <= d) has no digits left."""
    return math.erfc(d * _ROOT_HALF) / 2


def at_most(d: FloatArray) -> FloatArray:
    """P(Z <= d), point by point."""
    return np.asarray(_erfc(-d * _ROOT_HALF), np.float64) / 2


def mills(d: float) -> float:
    """P(Z > d) / density(d). Beyond 30 by its asymptotic series (Abramowitz & Stegun 1964, 7.1.23), good to 1e-12."""
    if d < 30:
        return above(d) / density(d) if d > -38 else math.inf
    u = 1 / (d * d)
    return (1 - u * (1 - 3 * u * (1 - 5 * u))) / d
