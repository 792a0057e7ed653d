"""Silences, what was said of them and what became of them, in; how far your own record shifts what is said next,
out.
"""

from __future__ import annotations

import numpy as np

from walkaway.core.comeback.hazard import after
from walkaway.core.events import FloatArray, Int64Array

TRUST = 8.0
"""The prior weighs as much as so many expected comebacks."""
LAST = 10
"""Own silences looked at, the newest."""


def own_shift(
    edges: FloatArray,
    total: FloatArray,
    person: Int64Array,
    began: FloatArray,
    waited: FloatArray,
    came: FloatArray,
) -> tuple[FloatArray, Int64Array]:
    """For each silence, (8 + comebacks) / (8 + comebacks expected) of the person's ten silences before it; and how
    many.

    Gamma-Poisson: the own hazard is the prior's times a factor ~ Gamma(8, 8). Only what was known when the clock
    started (`began`, days) enters: a silence still open then counts with the hazard it had outlived by then.
    `total` is each silence's cumulative hazard at `edges`; `waited` days, `came` 1 if the other then wrote first.
    """
    order = np.lexsort((began, person))
    person, began, waited, came, total = person[order], began[order], waited[order], came[order], total[order]
    seen, expected = np.zeros(len(order)), np.zeros(len(order))
    count = np.zeros(len(order), np.int64)
    longest = edges[-1]
    for lag in range(1, min(LAST, len(order) - 1) + 1):
        same = person[lag:] == person[:-lag]
        ago = np.minimum(began[lag:] - began[:-lag], longest)
        known = np.minimum(ago, waited[:-lag])
        expected[lag:] += np.where(same, after(edges, total[:-lag], known), 0.0)
        seen[lag:] += same * (came[:-lag] > 0) * (waited[:-lag] <= ago)
        count[lag:] += same
    shift, counted = np.empty(len(order)), np.empty(len(order), np.int64)
    shift[order] = (TRUST + seen) / (TRUST + expected)
    counted[order] = count
    return shift, counted
