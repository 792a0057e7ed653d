"""Getting the very best of n seen one by one, none called back: n in, when to accept and the chance of success out.

Folklore knows the first as the 37 % rule. It wins only when nothing but the very best counts, only ranks are seen and n
is known; someone who gains from a good one too is served by `horizon`, `mccall` or `weitzman`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

_ROUNDING = 1e-15


@dataclass(frozen=True, slots=True)
class Ranks:
    """Accept the first who beats all before, from this `position` (of 1 ... n) on; `best`: the chance it is best."""

    position: int
    best: float


def by_rank(n: int, accepts: float = 1.0) -> Ranks:
    """Only relative rank is seen; an offer is accepted with chance `accepts`, after a refusal you go on.

    V_n = 0; s_j = p j / n + (1 - p) V_j is what offering to the best so far at j brings; going on is worth V_j; and
    V_{j-1} = max(s_j, V_j) / j + (1 - 1/j) V_j. Lindley (1961); with refusals Smith (1975). A tie counts as accept.
    """
    if n < 1:
        raise ValueError("There must be at least one to choose from.")
    ahead, position = 0.0, n
    for j in range(n, 0, -1):
        offered = accepts * j / n + (1 - accepts) * ahead
        if offered >= ahead - _ROUNDING:
            position = j
        ahead = max(offered, ahead) / j + (1 - 1 / j) * ahead
    return Ranks(position, ahead)


@dataclass(frozen=True, slots=True)
class Bar:
    """Accept a record that lies above this share of all draws; `normal` is the same point on the standard normal."""

    share: float
    normal: float


def full_information(draws_left: int) -> Bar:
    """The bar for a record with so many draws still to come from a distribution that is known.

    b solves sum_{j=1..k} (b^-j - 1) / j = 1 (Gilbert & Mosteller 1966, JASA 61). In e = 1/b - 1 the left side rises and
    is convex, and each term is at least e; so e = 1/k is at or above the root, and Newton's steps come down to it.
    """
    if draws_left == 0:
        return Bar(0.0, -math.inf)
    from statistics import NormalDist  # its inverse (Wichura 1988, AS 241) is good to 1e-16

    powers = np.arange(1, draws_left + 1)
    e = 1 / draws_left
    while True:
        grown = powers * math.log1p(e)
        over = math.fsum(np.expm1(grown) / powers) - 1
        lower = e - over / math.fsum(np.exp(grown - math.log1p(e)))
        if not lower < e:
            break
        e = lower
    share = 1 / (1 + e)
    return Bar(share, -NormalDist().inv_cdf(e * share))


def full_information_wins(n: int) -> float:
    """The chance of taking the largest of `n` draws with these bars, d_i = b_{n-i} at the i-th draw (same source).

    P = (1 - d_1^n) / n + sum_{r=1..n-1} [ sum_{i=1..r} (d_i^r / r - d_i^n / n) / (n - r) - d_{r+1}^n / n ].
    """
    bars = np.array([full_information(n - i).share for i in range(1, n + 1)])
    last = bars**n / n
    r = np.arange(1, n)
    powers = np.tril(bars[None, : n - 1] ** r[:, None] / r[:, None] - last[None, : n - 1])
    return float(1 - bars[0] ** n) / n + math.fsum(powers.sum(axis=1) / (n - r) - last[1:])
