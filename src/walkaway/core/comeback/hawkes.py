r"""Two people's acts in; how much of what was written still asks for an answer, and the acts to expect, out.

Pair Hawkes process (Blundell, Heller & Beck 2012, NIPS; Halpin & De Boeck 2013, Psychometrika): the rate of a side is
    l_a(t) = w r_a + sum_k [ alpha_k S_k(t) + gamma_k X_k(t) ],
S_k and X_k the faded sums of its own and of the other's acts, fading with beta_k = 24, 1, 1/14 per day; r_a = (n_a + 2)
/ (tenure + 40 days) its rate so far. With nobody writing, the acts expected within H days are
    L_H = w r_a H + sum_k (alpha_k S_k + gamma_k X_k) (1 - exp(-beta_k H)) / beta_k.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.comeback.pairs import Pairs, Rows
from walkaway.core.comeback.running import faded, starts
from walkaway.core.events import FloatArray, Int64Array

BETA = np.array([24.0, 1.0, 1 / 14])
"""How fast each kernel fades, per day: an hour, a day, two weeks."""


@dataclass(frozen=True, slots=True)
class Hawkes:
    """The fitted weights: `base` w, `own` alpha_k, `cross` gamma_k (acts per act and day)."""

    base: float
    own: tuple[float, float, float]
    cross: tuple[float, float, float]

    @property
    def pull(self) -> float:
        """How many acts of the other one act brings about directly."""
        return float(np.array(self.cross) @ (1 / BETA))


def memory(seen: Pairs) -> FloatArray:
    """The faded sums after each act, (acts, 2 sides, 3 kernels)."""
    weight = np.stack([seen.side == 0, seen.side == 1], axis=-1).astype(np.float64)
    start = starts(seen.pair)
    return np.stack([faded(seen.at, start, weight, float(rate)) for rate in BETA], axis=-1)


def usual_rate(seen: Pairs, known: Rows, row: Int64Array, side: Int64Array, at: FloatArray) -> FloatArray:
    """R = (n + 2) / (tenure + 40 days), acts of the side per day."""
    rate: FloatArray = (known.written[row, side] + 2) / (at - seen.at[known.first[row]] + 40)
    return rate


def parts(memory_then: FloatArray, rate: FloatArray, side: Int64Array, silence: FloatArray, days: float) -> FloatArray:
    """What multiplies the weights in L_H, (n, 7): r H, then own and cross sums over the horizon.

    `memory_then` (n, 2, 3) is right after the last act, `silence` days ago.
    """
    fade = np.exp(-silence[:, None] * BETA) * (1 - np.exp(-BETA * days)) / BETA
    every = np.arange(len(side))
    return np.concatenate(
        [(rate * days)[:, None], memory_then[every, side] * fade, memory_then[every, 1 - side] * fade], axis=1
    )


def expected(model: Hawkes, part: FloatArray) -> FloatArray:
    """L_H from its parts."""
    count: FloatArray = part @ np.array([model.base, *model.own, *model.cross])
    return count
