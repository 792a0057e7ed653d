r"""Silences, what was said of them and what became of them, in; what is usual for you, and what your own record makes
of what is said next, out.

Gamma-Poisson: your hazard is the prior's times a factor f ~ Gamma(t, t), t the `trust` in the prior. After S comebacks
where E were expected, f ~ Gamma(t + S, t + E); and as nobody knows f, the chance within a time over which the prior's
hazard adds up to L is its mean over f (Lomax 1954, J. Am. Stat. Assoc. 49:847),
    P = 1 - (1 + L / (t + E))^-(t + S).
It lies below 1 - exp(-L (t + S) / (t + E)): what is not known about you makes a sure thing less sure.
"""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """Of each silence: how many own ones were looked at, the comebacks seen in them and those the prior expected."""

    count: Int64Array
    seen: FloatArray
    expected: FloatArray
    trust: float = TRUST

    def chance(self, hazard: FloatArray) -> FloatArray:
        """P: the chance within a time over which the prior's hazard adds up to this."""
        return chance_given(hazard, self.seen, self.expected, self.trust)


def chance_given(hazard: FloatArray, seen: FloatArray, expected: FloatArray, trust: float = TRUST) -> FloatArray:
    """P of the first lines above."""
    return np.asarray(-np.expm1(-(trust + seen) * np.log1p(hazard / (trust + expected))), np.float64)


def own_records(
    edges: FloatArray,
    total: FloatArray,
    person: Int64Array,
    began: FloatArray,
    waited: FloatArray,
    came: FloatArray,
    *,
    trust: float = TRUST,
    half_life: float = HALF_LIFE,
) -> Record:
    """For each silence, the person's ten silences before it; what is `half_life` days old counts half.

    Only what was known when the clock started (`began`, days) enters: a silence still open then counts with the hazard
    it had outlived by then. `total` is each silence's cumulative hazard at `edges`; `waited` days, `came` 1 if the
    other then wrote first.
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
    back = np.argsort(order)
    return Record(count[back], seen[back], expected[back], trust)


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
