"""The packages that the other side offered in; what every package seems to be worth to it, out.

A guess from acts alone. Until something is seen, each value is taken to please them as much as it costs you. Then: who
bargains from the top gives up what matters least first, so a value that came early and often is liked, and an issue
that hardly changed weighs.
"""

from __future__ import annotations

import numpy as np

from walkaway.core.events import FloatArray
from walkaway.core.offers.space import Space


class Taste:
    """What they seem to like. `see` takes a package they offered; `worths` are good until the next one."""

    __slots__ = (
        *("_changes", "_columns", "_first", "_issue", "_last", "_offers", "_onehot", "_prior", "_seen", "_starts"),
        *("_worths", "packages"),
    )

    def __init__(self, packages: Space, mine: FloatArray) -> None:
        self.packages = packages
        starts = np.concatenate([[0], np.cumsum(packages.sizes)])
        self._starts = starts[:-1]
        self._issue = np.repeat(np.arange(len(packages.sizes)), packages.sizes)
        self._onehot = packages.choices + starts[:-1]
        self._columns = np.ascontiguousarray(self._onehot.T)
        self._prior = np.concatenate(
            [
                1 - _stretched(np.array([mine[packages.choices[:, k] == j].mean() for j in range(n)]))
                for k, n in enumerate(packages.sizes)
            ]
        )
        self._seen = np.zeros(starts[-1])
        self._first = np.zeros(starts[-1])
        self._changes = np.zeros(len(packages.sizes))
        self._last: int | None = None
        self._offers = 0
        self._worths: FloatArray | None = None

    def see(self, package: int, t: float) -> None:
        """They offered this at time `t`, from 0 to 1."""
        places = self._onehot[package]
        new = self._seen[places] == 0
        self._first[places[new]] = 1 - t
        self._seen[places] += 1
        if self._last is not None:
            self._changes += self.packages.choices[package] != self.packages.choices[self._last]
        if self._last is None or package != self._last:
            self._worths = None
        self._last = package
        self._offers += 1

    @property
    def worths(self) -> FloatArray:
        """For every package, from 0 to 1."""
        if self._worths is None:
            self._worths = self._estimate()
        return self._worths

    def _estimate(self) -> FloatArray:
        if self._offers == 0:
            return _stretched(self._prior[self._onehot].mean(axis=1))
        often = self._seen / self._offers
        shown = np.where(self._seen > 0, 0.6 * self._first + 0.4 * np.sqrt(often), 0.0)
        trust = self._offers / (self._offers + 10)
        most = np.maximum(np.maximum.reduceat(shown, self._starts), 1e-9)
        score = self._prior + (1 - self._prior) * trust * shown / most[self._issue]
        weight = 1 / (1 + self._changes / self._offers * 6)
        points = score * (weight / weight.sum())[self._issue]
        total = points[self._columns[0]]
        for column in self._columns[1:]:
            total += points[column]
        return np.asarray(total / float(total.max()))


def _stretched(x: FloatArray) -> FloatArray:
    low, span = float(x.min()), float(np.ptp(x))
    return (x - low) / span if span > 0 else np.ones_like(x)
