"""A ranking of standards, or swing points, in; weights that sum to 1 out."""

from __future__ import annotations

import numpy as np

from walkaway.core.events import FloatArray


def rank_order_centroid(n: int) -> FloatArray:
    """The middle of all weights that agree with a ranking, most important first; the default from a mere ranking.

    w_r = (1/n) sum over k = r..n of 1/k (Barron & Barrett 1996). r = rank from 1, n = how many.
    """
    ranks = _ranks(n)
    return np.cumsum((1 / ranks)[::-1])[::-1] / n


def rank_sum(n: int) -> FloatArray:
    """Weights that fall by equal steps: w_r = 2 (n + 1 - r) / (n (n + 1)) (Stillwell, Seaver & Edwards 1981)."""
    return 2 * (n + 1 - _ranks(n)) / (n * (n + 1))


def rank_reciprocal(n: int) -> FloatArray:
    """Weights in proportion to 1/r (Stillwell, Seaver & Edwards 1981)."""
    shares = 1 / _ranks(n)
    return np.asarray(shares / shares.sum())


def swing(points: FloatArray) -> FloatArray:
    """Points for the swing from worst to best of each standard, as weights (Edwards & Barron 1994): s_i / sum s.

    The sum runs in order of size, so that the order in which standards are listed moves no digit.
    """
    points = np.asarray(points, np.float64)
    if points.ndim != 1 or not len(points) or not (points > 0).all() or not np.isfinite(points).all():
        raise ValueError("swing points: one positive number for each standard")
    return np.asarray(points / np.sort(points).sum())


def by_rank(order: tuple[str, ...]) -> dict[str, float]:
    """Names in order of importance, most important first, each with its rank-order-centroid weight."""
    if len(set(order)) != len(order):
        raise ValueError("a ranking names each standard once")
    return dict(zip(order, rank_order_centroid(len(order)).tolist(), strict=True))


def _ranks(n: int) -> FloatArray:
    if n < 1:
        raise ValueError("a ranking holds at least one standard")
    return np.arange(1, n + 1, dtype=np.float64)
