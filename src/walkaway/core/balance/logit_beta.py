"""The logit of a Beta-distributed share: its mean and variance."""

from __future__ import annotations

import numpy as np

from walkaway.core.events import FloatArray


def digamma(x: FloatArray) -> FloatArray:
    """The derivative of ln Gamma, x > 0, to 1e-10.

    Abramowitz & Stegun (1964) 6.3.5 lifts x above 8, 6.3.18 is the asymptotic series there. Ours, because importing
    scipy.special costs more than the whole judgement.
    """
    x = np.array(x, np.float64)
    lifted = np.zeros_like(x)
    for _ in range(8):
        low = x < 8
        lifted -= np.where(low, 1 / x, 0)
        x = np.where(low, x + 1, x)
    u = 1 / (x * x)
    series = u * (1 / 12 - u * (1 / 120 - u * (1 / 252 - u * (1 / 240 - u / 132))))
    result: FloatArray = lifted + np.log(x) - 0.5 / x - series
    return result


def trigamma(x: FloatArray) -> FloatArray:
    """The second derivative of ln Gamma, x > 0, to 1e-9 (Abramowitz & Stegun 6.4.6, 6.4.12)."""
    x = np.array(x, np.float64)
    lifted = np.zeros_like(x)
    for _ in range(8):
        low = x < 8
        lifted += np.where(low, 1 / (x * x), 0)
        x = np.where(low, x + 1, x)
    u = 1 / (x * x)
    result: FloatArray = lifted + 1 / x + u / 2 + u / x * (1 / 6 - u * (1 / 30 - u * (1 / 42 - u / 30)))
    return result


def logit_mean(a: FloatArray, b: FloatArray) -> FloatArray:
    """E[logit p], p ~ Beta(a, b)."""
    both = digamma(np.stack(np.broadcast_arrays(a, b)))
    mean: FloatArray = both[0] - both[1]
    return mean


def logit_variance(a: FloatArray, b: FloatArray) -> FloatArray:
    """Var[logit p], p ~ Beta(a, b)."""
    both = trigamma(np.stack(np.broadcast_arrays(a, b)))
    variance: FloatArray = both[0] + both[1]
    return variance
