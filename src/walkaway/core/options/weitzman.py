"""Options that cost something to look into: boxes in, which to open, in what order, and what the search is worth out.

Weitzman (1979), Econometrica 47: give each box the index z at which opening it and holding z for sure are worth the
same; open the highest first; stop once you hold at least every index left. Boxes are independent, each is opened at
most once, and what was found can still be taken later.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from walkaway.core.events import FloatArray
from walkaway.core.options.distributions import Worth, level

_NODES = 24
_TIE = 1e-12


@dataclass(frozen=True, slots=True)
class Box:
    """What may be in it, what opening costs now, and by how much the wait until one sees it discounts all that follows.

    `cost` may be negative only where `discount` is below 1 (something is earned while waiting).
    """

    worth: Worth
    cost: float
    discount: float = 1.0


@dataclass(frozen=True, slots=True)
class Search:
    """Indices in the order of the boxes; `order`: the places of those worth opening, first to last; `value` of it all.

    `order` ends before the boxes whose index does not beat the fallback. `value` is net of every cost.
    """

    indices: tuple[float, ...]
    order: tuple[int, ...]
    value: float

    @property
    def first(self) -> int | None:
        return self.order[0] if self.order else None


def index(box: Box) -> float:
    """The z with cost = d M(z) - (1 - d) z, d the discount: unique, and possibly below all that the box may hold."""
    return level(box.worth, gain=box.discount, slope=1 - box.discount, cost=box.cost)


def search(boxes: Sequence[Box], fallback: float) -> Search:
    """The best way to open `boxes` while holding `fallback`, which is free and stays.

    On a tie the earlier box goes first, and a box that only equals the fallback stays shut.
    """
    indices = tuple(index(box) for box in boxes)
    worth_it = [i for i, z in enumerate(indices) if _beats(z, fallback)]
    order: list[int] = []
    while worth_it:
        first = worth_it[0]
        for i in worth_it[1:]:
            if _beats(indices[i], indices[first]):
                first = i
        order.append(first)
        worth_it.remove(first)
    opened = tuple(order)
    return Search(indices, opened, _value([boxes[i] for i in opened], [indices[i] for i in opened], fallback))


def _beats(z: float, other: float) -> bool:
    """More than rounding can make of a tie."""
    return z > other + (0 if math.isinf(z) else _TIE * max(1.0, abs(z)))


def _value(boxes: Sequence[Box], indices: Sequence[float], fallback: float) -> float:
    r"""What the search is worth: fallback + \int_{fallback}^{max z} (1 - \prod_{z_i > t} d_i F_i(t)) dt.

    With V_i(y) the value of the boxes from the i-th on (highest index first) while y is in hand, V_i(y) = y for
    y >= z_i, and below that V_i = -c_i + d_i E V_{i+1}(max(y, X_i)), so V_i' = d_i F_i V_{i+1}'. Integrating V_1' down
    from V_1(z_1) = z_1 gives the line above. Without discounts it is E max(fallback, max_i min(X_i, z_i)), the form of
    Kleinberg, Waggoner & Weyl (2016). The integrand is smooth between knots and indices: Gauss-Legendre on each piece.
    """
    if not boxes:
        return fallback
    knots = np.concatenate([box.worth.knots() for box in boxes])
    ends = [
        z if math.isfinite(z) else max(fallback, float(box.worth.knots()[-1]))
        for box, z in zip(boxes, indices, strict=True)
    ]
    top = max(ends)
    inner = np.concatenate([knots, [z for z in indices if math.isfinite(z)]])
    edges = np.unique(np.concatenate([[fallback, top], inner[(inner > fallback) & (inner < top)]]))
    points, weights = _gauss_legendre()
    half = np.diff(edges)[:, None] / 2
    t = edges[:-1, None] + half * (1 + points)
    kept = np.ones_like(t)
    for box, z in zip(boxes, indices, strict=True):
        kept *= np.where(t < z, box.discount * box.worth.at_most(t), 1.0)
    return fallback + float(np.sum(half * weights * (1 - kept)))


@cache
def _gauss_legendre() -> tuple[FloatArray, FloatArray]:
    points, weights = np.polynomial.legendre.leggauss(_NODES)
    return np.asarray(points), np.asarray(weights)
