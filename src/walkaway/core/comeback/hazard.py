r"""Columns of features in; the chance that it happens within so many days, for any horizon, out.

A discrete-time hazard model (Cox 1972, section 6; Singer & Willett 1993, J. Educ. Stat. 18:155): time is cut at `edges`
(days), and given not yet, the chance of happening in interval k is
    h_k = 1 / (1 + exp(-(c_k + w z + l_k v z + u (z - e)))),
z the features put to mean 0 and spread 1 and cut at +-4, l_k = (log(edge_k + edge_k+1) - 3) / 1.2, e what is usual for
you: the sum of z over your last ten silences over their number + 20. What is late or rare for one person is not for
another, and such differences carry over between people where levels do not. A silence that ends because you write
counts up to then. As h_k > 0 the chance can only grow with the horizon.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.events import FloatArray

_CUT = 4.0
HABIT_TRUST = 20.0
"""The average of everybody weighs as much as so many silences of yours."""


@dataclass(frozen=True, slots=True, eq=False)
class Hazard:
    """A fitted model: `edges` (K + 1), `names` of the features, their `mean` and `spread`, weights `level` c (K),
    `weight` w, `late` v (one per feature, 0 where it does not change with time) and `habit` u (0 where what is usual
    for you does not matter).
    """

    edges: FloatArray
    names: tuple[str, ...]
    mean: FloatArray
    spread: FloatArray
    level: FloatArray
    weight: FloatArray
    late: FloatArray
    habit: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Usual:
    """What is usual for whoever is silent: of each case, how many earlier silences of theirs (n), and the sums of
    their features (n, F), as they are before scaling.
    """

    count: FloatArray
    sums: FloatArray


def scaled(model: Hazard, x: FloatArray) -> FloatArray:
    """Features (n, F) as the model takes them."""
    return np.clip((x - model.mean) / model.spread, -_CUT, _CUT)


def apart(mean: FloatArray, spread: FloatArray, z: FloatArray, usual: Usual | None) -> FloatArray:
    """Z - e: how far each case is from what is usual for the person; z itself where nothing is known of them."""
    if usual is None:
        return z
    known = usual.count[:, None]
    e = (usual.sums - known * mean) / spread / (known + HABIT_TRUST)
    return np.clip(z - e, -_CUT, _CUT)


def lateness(edges: FloatArray) -> FloatArray:
    """l_k of each interval."""
    late: FloatArray = (np.log(edges[:-1] + edges[1:]) - 3) / 1.2
    return late


def cumulative(model: Hazard, x: FloatArray, usual: Usual | None = None) -> FloatArray:
    """Minus the log of the chance of not yet, at every edge, (n, K + 1)."""
    z = scaled(model, x)
    steady = z @ model.weight + apart(model.mean, model.spread, z, usual) @ model.habit
    late = z @ model.late
    score = model.level + steady[:, None] + late[:, None] * lateness(model.edges)
    total = np.zeros((len(x), len(model.edges)))
    np.cumsum(np.logaddexp(0.0, score), axis=1, out=total[:, 1:])
    return total


def after(edges: FloatArray, total: FloatArray, days: FloatArray | float) -> FloatArray:
    """The cumulative hazard at so many days (even between two edges), held at the last edge."""
    t = np.clip(np.broadcast_to(np.asarray(days, np.float64), len(total)), 0.0, edges[-1])
    k = np.clip(np.searchsorted(edges, t, side="right") - 1, 0, len(edges) - 2)
    every = np.arange(len(total))
    low, high = total[every, k], total[every, k + 1]
    between: FloatArray = low + (high - low) * (t - edges[k]) / (edges[k + 1] - edges[k])
    return between


def within(edges: FloatArray, total: FloatArray, days: float, shift: FloatArray | float = 1.0) -> FloatArray:
    """The chance within so many days, the hazard times `shift`."""
    chance: FloatArray = 1 - np.exp(-after(edges, total, days) * shift)
    return chance
