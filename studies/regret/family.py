"""The 200 policies that need no model: a threshold on what the last weeks showed, with or without asking first.

- misses: at least k misses in the last m weeks, a partly met week counting 0, .5 or 1 of a miss (26 pairs x 3 x 2 =
  156); after an ask the count begins anew. 1 of 1 is leaving at the first miss; k of k is so many in a row; with .5
  it is a mean of the last weeks under a threshold.
- engaged, gone: the default filter's chance of engaged under, of gone over, a threshold (8 + 8 thresholds x 2 = 32).
- worth: the default filter's expected worth of a week under a threshold (5 x 2 = 10). After an ask these three wait 4
  weeks.
- never leave, and leave now (2).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.events import BoolArray, FloatArray, Int8Array, Int64Array
from walkaway.core.verdict.model import ASK, DEFAULTS, STAY, transitions
from walkaway.core.verdict.solve import WALK
from walkaway.core.verdict.states import filtered, step

ROWS = ((1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 6), (8, 8))
OUT_OF = (
    *((2, 3), (2, 4), (3, 4), (3, 5), (3, 6), (4, 6), (4, 8), (5, 8), (6, 8), (5, 10), (6, 10), (8, 10)),
    *((6, 12), (8, 12), (10, 12), (8, 16), (10, 16), (12, 16), (14, 16)),
)
PARTLY = (0.0, 0.5, 1.0)
ENGAGED = (0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4)
GONE = (0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)
WORTH = (0.1, 0.2, 0.3, 0.4, 0.5)
GRACE = 4


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """The policies as columns, (R,). Those on misses come first, then those on the belief (weights (B, 3), `under`)."""

    names: tuple[str, ...]
    asks: BoolArray
    misses: FloatArray
    within: Int64Array
    partly: FloatArray
    weights: FloatArray
    under: FloatArray


def family() -> Family:
    """All 200."""
    counted = [(k, m, p, a) for k, m in (*ROWS, *OUT_OF) for p in PARTLY for a in (False, True)]
    counted += [(0, 1, 0.0, False), (2, 1, 0.0, False)]
    believed = [("P(engaged) <", (1.0, 0.0, 0.0), x) for x in ENGAGED]
    believed += [("P(not gone) <", (1.0, 1.0, 0.0), 1 - x) for x in GONE]
    believed += [("worth of a week <", (1.0, 0.35, 0.0), x) for x in WORTH]
    doubled = [(*b, a) for b in believed for a in (False, True)]
    return Family(
        names=(
            *(_named(*c) for c in counted),
            *(f"{name} {x:.2f}{', ask first' if a else ''}" for name, _, x, a in doubled),
        ),
        asks=np.array([a for *_, a in counted] + [a for *_, a in doubled]),
        misses=np.array([k for k, *_ in counted], np.float64),
        within=np.array([m for _, m, *_ in counted]),
        partly=np.array([p for _, _, p, _ in counted]),
        weights=np.array([w for _, w, _, _ in doubled]),
        under=np.array([x for _, _, x, _ in doubled]),
    )


def _named(misses: int, within: int, partly: float, ask_first: bool) -> str:
    if misses == 0 or misses > within:
        return "leave now" if misses == 0 else "never leave"
    counts = {0.0: "", 0.5: ", partly counts half", 1.0: ", partly counts"}[partly]
    return f"{misses} misses of {within}{counts}{', ask first' if ask_first else ''}"


class AllRules:
    """The whole family over the same lives: a life is a row, rule after rule; see `Policy`.

    `rule` (N,) must not fall from one row to the next.
    """

    def __init__(self, kinds: Family, rule: Int64Array) -> None:
        self._kinds, self._rule = kinds, rule

    def begin(self, world: Int64Array, marks: Int8Array) -> None:
        """Nothing was missed before; the first mark meets the default prior."""
        n, counted = len(world), len(self._kinds.misses)
        self._counts = int(np.searchsorted(self._rule, counted))
        self._recent = np.zeros((int(self._kinds.within.max()), self._counts), np.float32)
        self._asked, self._grace = np.zeros(n, np.bool_), np.zeros(n, np.int64)
        m, moved = DEFAULTS, transitions(DEFAULTS)[:, STAY]
        first = [filtered(m.prior, moved, m.seen, np.array([k], np.int8), m.temper)[0][0] for k in range(3)]
        self._moved = moved
        self._belief = np.stack(first)[marks[self._counts :]]
        self._week = 0
        self._count(marks)

    def moves(self) -> Int8Array:
        """Stay until the threshold, then ask or walk."""
        kinds, rule, split = self._kinds, self._rule, self._counts
        age = (self._week - 1 - np.arange(len(self._recent))) % len(self._recent)
        inside = age[:, None] < kinds.within[rule[:split]]
        enough = (self._recent * inside).sum(axis=0) >= kinds.misses[rule[:split]] - 1e-6
        b = rule[split:] - len(kinds.misses)
        doubt = (self._belief * kinds.weights[b]).sum(axis=1) < kinds.under[b]
        over = np.concatenate([enough, doubt & (self._grace[split:] == 0)])
        asks = over & kinds.asks[rule] & ~self._asked
        self._asked |= asks
        self._recent[:, asks[:split]] = 0
        self._grace = np.where(asks, GRACE, np.maximum(self._grace - 1, 0))
        return np.where(asks, ASK, np.where(over, WALK, STAY)).astype(np.int8)

    def see(self, marks: Int8Array) -> None:
        """Counted, and believed."""
        self._count(marks)
        late = marks[self._counts :]
        for mark in range(3):
            rows = late == mark
            self._belief[rows] = step(self._belief[rows], self._moved, DEFAULTS.seen, mark, DEFAULTS.temper)

    def keep(self, rows: BoolArray) -> None:
        """Only these go on."""
        split = self._counts
        self._recent, self._belief = self._recent[:, rows[:split]], self._belief[rows[split:]]
        self._counts = int(rows[:split].sum())
        self._rule, self._asked, self._grace = self._rule[rows], self._asked[rows], self._grace[rows]

    def _count(self, marks: Int8Array) -> None:
        partly = self._kinds.partly[self._rule[: self._counts]]
        early = marks[: self._counts]
        self._recent[self._week % len(self._recent)] = np.where(early == 2, 1.0, np.where(early == 1, partly, 0.0))
        self._week += 1
