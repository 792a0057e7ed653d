"""The balances of several pursuits of one kind in; each with what they have in common behind it, out.

Three mails say little of one investor; those of thirty say much of investors. So each share is drawn towards the common
one, the further the less it rests on: partial pooling, a normal model of two levels on the logit scale, with the spread
between pursuits summed over instead of fixed, so that the intervals hold it too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from walkaway.core.balance.logit_beta import trigamma
from walkaway.core.balance.share import PRIOR, Balance, ComponentName
from walkaway.core.events import FloatArray

FEWEST = 3
"""With fewer pursuits there is nothing in common to speak of."""
SPREADS = np.linspace(0.0, 3.0, 121)
"""Spreads between pursuits that are summed over (logits; 3 is from 5 to 95 of 100)."""
SPREAD_SCALE = 1.0
"""The spread is half-normal of this scale beforehand (Gelman 2006: a weak one, finite at 0)."""
COMMON_SCALE = 1.0
"""The common share is normal around even, with this spread (logits): mostly from 27 to 73."""
MOSTLY = 0.5
"""From this part on a share rests mostly on the common one."""
_Z90 = 1.6448536269514722
_LEAST_PRECISION = 1e-3
_PAIRS: dict[ComponentName, int] = {"initiation": 1, "replies": 2, "volume": 1}
"""How many shares a part of the balance compares with even; each starts as Beta(PRIOR, PRIOR)."""


@dataclass(frozen=True, slots=True)
class Pooled:
    """A share with a 90 % interval, 0-100, and the part (0-1) of it that rests on the common one."""

    share: float
    low: float
    high: float
    common: float

    @property
    def mostly_common(self) -> bool:
        return self.common >= MOSTLY


def pooled_balances(balances: Sequence[Balance]) -> tuple[Pooled, ...]:
    """Each balance, beside the others. Fewer than three are left as they are."""
    if len(balances) < FEWEST:
        return tuple(Pooled(b.share, b.low, b.high, 0.0) for b in balances)
    own, variance = np.array([_without_start(balance) for balance in balances]).T
    return pooled(own, variance)


def pooled(own: FloatArray, variance: FloatArray) -> tuple[Pooled, ...]:
    r"""What each of n pursuits says for itself (logits `own`, with `variance`), drawn together.

    own_i ~ N(theta_i, v_i), theta_i ~ N(mu, t^2), mu ~ N(0, COMMON_SCALE^2), t ~ half-normal(SPREAD_SCALE). Given t all
    is normal, and p(t | own) is p(t) p(own | mu, t) p(mu) / p(mu | own, t) at any mu, here at its mean (Gelman et al.,
    Bayesian Data Analysis, 3rd ed., 5.4). Mean and variance of theta_i over t give the interval.
    """
    squares = SPREADS[:, None] ** 2 + variance
    mu_variance = 1 / ((1 / squares).sum(axis=1) + COMMON_SCALE**-2)
    mu = mu_variance * (own / squares).sum(axis=1)
    log = -0.5 * (SPREADS / SPREAD_SCALE) ** 2 - 0.5 * (mu / COMMON_SCALE) ** 2 + 0.5 * np.log(mu_variance)
    log -= 0.5 * (np.log(squares) + (own - mu[:, None]) ** 2 / squares).sum(axis=1)
    chance = np.exp(log - log.max())
    chance /= chance.sum()
    common = variance / squares
    theta = (1 - common) * own + common * mu[:, None]
    spread = (1 - common) * variance + common**2 * mu_variance[:, None]
    mean = chance @ theta
    deviation = np.sqrt(chance @ (spread + theta**2) - mean**2)
    shares = [100 / (1 + np.exp(-(mean + z * deviation))) for z in (0.0, -_Z90, _Z90)]
    columns = zip(*(column.tolist() for column in (*shares, chance @ common)), strict=True)
    return tuple(Pooled(*row) for row in columns)


def _without_start(balance: Balance) -> tuple[float, float]:
    """What a pursuit says for itself: its logit and variance with the start at even taken out again.

    A balance starts each part as Beta(2, 2); that start is no evidence, and thirty of them would look like much of it.
    Of normal shape: 1/v = 1/s^2 - 1/s0^2. The spread is never below what the counts give.
    """
    mean, low, high = (float(np.log(x / (100 - x))) for x in (balance.share, balance.low, balance.high))
    spread = (high - low) / (2 * _Z90)
    precision = max(spread**-2 - 1 / _start(balance), _LEAST_PRECISION)
    return mean / spread**2 / precision, 1 / precision


def _start(balance: Balance) -> float:
    """The variance (logits) of such a balance before anything was counted."""
    one = 2 * float(trigamma(np.array([PRIOR]))[0])
    return sum(c.weight**2 * _PAIRS[c.name] * one for c in balance.components if c.name in _PAIRS)
