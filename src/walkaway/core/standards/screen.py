"""Scores from 0 to 10 for each standard in; what the must-haves let through, its value and its rank, out.

Must-haves come first and are a screen: no score elsewhere buys one back (Dawes 1964; Simon 1955). What passes is valued
by a weighted sum (Edwards & Barron 1994). The scale is fixed, 0 to 10 as the person gave it, and never stretched to the
options at hand: so an option that comes or goes changes the value and the order of no other (Belton & Gear 1983 show
what happens otherwise).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.events import BoolArray, FloatArray, Int64Array
from walkaway.core.standards.weights import swing

LOWEST, HIGHEST = 0.0, 10.0
TIE = 1e-9
"""Values closer than this are equal: a difference that rounding made is no reason to choose."""


@dataclass(frozen=True, slots=True, eq=False)
class Screened:
    """One row per option, one column per standard: what failed, the value of each option, and its rank.

    `failed` (options, standards) are the must-haves not reached. `additive` in [0, 1] is there for every option, passed
    or not; `value` is the same after the screen, 0 where a must-have failed. `rank` counts from 1, equal values share
    one; 0 = the screen held it back.
    """

    failed: BoolArray
    additive: FloatArray
    value: FloatArray
    rank: Int64Array

    @property
    def passes(self) -> BoolArray:
        """Whether each option reaches every must-have."""
        return np.asarray(~self.failed.any(axis=1))


def value_after_screen(scores: FloatArray, points: FloatArray, minimum: FloatArray) -> Screened:
    """Options scored 0-10 on each standard, (options, standards), weighed by swing points behind the must-haves.

    `minimum` holds the least score of each must-have (reaching it is enough), NaN where a standard is weighted only.
    additive value = sum over i of w_i x_i / 10, w_i = s_i / sum s.
    """
    scores = np.asarray(scores, np.float64)
    if scores.ndim != 2 or not ((scores >= LOWEST) & (scores <= HIGHEST)).all():
        raise ValueError("scores: a number from 0 to 10 for each option and standard")
    if scores.shape[1:] != np.shape(points) or scores.shape[1:] != np.shape(minimum):
        raise ValueError("scores, swing points and minimum: one for each standard")
    failed = scores < minimum  # a NaN minimum fails nothing
    # Summed in order of size: the order in which standards are listed cannot turn a tie.
    additive = np.sort(scores * (swing(points) / HIGHEST), axis=1).sum(axis=1)
    passes = ~failed.any(axis=1)
    value = np.where(passes, additive, 0.0)
    ahead = passes & (additive > additive[:, None] + TIE)
    rank = np.where(passes, 1 + ahead.sum(axis=1), 0)
    return Screened(failed, additive, value, rank)
