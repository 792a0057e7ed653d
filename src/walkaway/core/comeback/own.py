"""Silences, what was said of them and what became of them, in; what is usual for you, and how far your own record
shifts what is said next, out.
"""

from __future__ import annotations

import numpy as np

from walkaway.core.comeback.hazard import Usual, after
from walkaway.core.comeback.running import first_rows, starts
from walkaway.core.events import FloatArray, Int64Array

TRUST = 4.0
"""The prior weighs as much as so many expected comebacks;"""
REPLY_TRUST = 30.0
"""so many expected answers, of which one silence brings more."""
HALF_LIFE = 45.0
"""Days after which an own silence says half as much: people's ways change."""
LAST = 10
"""Own silences looked at, the newest."""


def own_shift(
    edges: FloatArray,
    total: FloatArray,
    person: Int64Array,
    began: FloatArray,
    waited: FloatArray,
    came: FloatArray,
    *,
    trust: float = TRUST,
    half_life: float = HALF_LIFE,
) -> tuple[FloatArray, Int64Array]:
    """For each silence, (trust + comebacks) / (trust + comebacks expected) of the person's ten silences before it; and
    how many.

    Gamma-Poisson: the own hazard is the prior's times a factor ~ Gamma(trust, trust); what is `half_life` days old
    counts half. Only what was known when the clock started (`began`, days) enters: a silence still open then counts
    with the hazard it had outlived by then. `total` is each silence's cumulative hazard at `edges`; `waited` days,
    `came` 1 if the other then wrote first.
    """
    order = np.lexsort((began, person))
    person, began, waited, came, total = person[order], began[order], waited[order], came[order], total[order]
    seen, expected = np.zeros(len(order)), np.zeros(len(order))
    count = np.zeros(len(order), np.int64)
    longest = edges[-1]
    for lag in range(1, min(LAST, len(order) - 1) + 1):
        same = person[lag:] == person[:-lag]
        age = began[lag:] - began[:-lag]
        weight = same * faded_by(age, half_life)
        ago = np.minimum(age, longest)
        known = np.minimum(ago, waited[:-lag])
        expected[lag:] += weight * after(edges, total[:-lag], known)
        seen[lag:] += weight * (came[:-lag] > 0) * (waited[:-lag] <= ago)
        count[lag:] += same
    shift, counted = np.empty(len(order)), np.empty(len(order), np.int64)
    shift[order] = (trust + seen) / (trust + expected)
    counted[order] = count
    return shift, counted


def faded_by(age: FloatArray, half_life: float = HALF_LIFE) -> FloatArray:
    """What a silence whose clock started so many days ago still counts."""
    weight: FloatArray = 0.5 ** (np.maximum(age, 0.0) / half_life)
    return weight


def own_usual(x: FloatArray, person: Int64Array, began: FloatArray) -> Usual:
    """What was usual for the person before each silence: the sums over the ten whose clocks started last before it."""
    order = np.lexsort((began, person))
    every = np.arange(len(order))
    begin = np.maximum(every - LAST, first_rows(starts(person[order])))
    total = np.concatenate([np.zeros((1, x.shape[1])), np.cumsum(x[order], axis=0)])
    sums, count = np.empty(x.shape), np.empty(len(order))
    sums[order], count[order] = total[every] - total[begin], every - begin
    return Usual(count, sums)
