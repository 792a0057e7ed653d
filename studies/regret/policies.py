"""Who decides, week by week, for many lives at once: marks in, moves out.

A life is a row; `world` (N,) says which world it belongs to and never falls from one row to the next. Every policy
is told to `begin` with the first marks, then in turn gives its `moves`, sees the next marks, and keeps the rows
that go on.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Protocol

import numpy as np

from walkaway.core.events import BoolArray, FloatArray, Int8Array, Int64Array
from walkaway.core.verdict.model import ASK, STAY, Model, transitions
from walkaway.core.verdict.solve import WALK, Plan, move_values
from walkaway.core.verdict.states import filtered, step


class Policy(Protocol):
    """Decides for rows of lives."""

    def begin(self, world: Int64Array, marks: Int8Array) -> None:
        """The first week has shown these marks."""

    def moves(self) -> Int8Array:
        """Stay 0, ask 1, step back 2, walk 3, for every row that goes on."""

    def see(self, marks: Int8Array) -> None:
        """A week later, in every row."""

    def keep(self, rows: BoolArray) -> None:
        """Only these go on."""


def of(model: Model, world: Int64Array) -> Model:
    """The worlds' columns, one row per life."""
    return Model(*(getattr(model, f.name)[world] for f in fields(Model)))


def valued(plan: Plan, world: Int64Array, belief: FloatArray, asks: Int64Array) -> FloatArray:
    """Stay, ask, step back, walk at one belief per life, (N, 4); an ask that is not left is minus infinity."""
    count = np.bincount(world, minlength=len(plan.walk))
    place = np.arange(len(world)) - (np.cumsum(count) - count)[world]
    padded = np.full((len(count), count.max(), 3), 1 / 3)
    padded[world, place] = belief
    values = np.full((len(world), 4), -np.inf)
    for left in np.unique(asks).tolist():
        rows = asks == left
        values[rows] = move_values(plan, padded, left)[world[rows], place[rows]]
    return np.where(np.isnan(values), -np.inf, values)


class Judged:
    """What the product would say: the core's filter over the weeks, the best move of the core's plan, one ask.

    `model` has one problem per world. An ask comes back after `again` weeks; never, if that is None.
    """

    def __init__(self, model: Model, plan: Plan, again: int | None = None) -> None:
        self._model, self._plan, self._again = model, plan, again
        self._moved = transitions(model)[:, STAY]

    def begin(self, world: Int64Array, marks: Int8Array) -> None:
        """The first mark meets the prior as it is."""
        m = self._model
        first = np.stack(
            [filtered(m.prior, self._moved, m.seen, np.array([k], np.int8), m.temper)[0] for k in range(3)]
        )
        self._world, self.belief = world, first[marks, world]
        self._asks, self._since = np.ones(len(world), np.int64), np.zeros(len(world), np.int64)

    def moves(self) -> Int8Array:
        """The best of the four."""
        best = np.asarray(valued(self._plan, self._world, self.belief, self._asks).argmax(axis=1), np.int8)
        asked = best == ASK
        self._asks[asked] = 0
        self._since = np.where(asked, 0, self._since + 1)
        return best

    def see(self, marks: Int8Array) -> None:
        """The belief, one week on."""
        m, w = self._model, self._world
        moved, seen, temper = self._moved[w], m.seen[w], m.temper[w]
        for mark in range(3):
            rows = marks == mark
            self.belief[rows] = step(self.belief[rows], moved[rows], seen[rows], mark, temper[rows])
        if self._again is not None:
            self._asks[self._since >= self._again] = 1

    def keep(self, rows: BoolArray) -> None:
        """Only these go on."""
        self._world, self.belief = self._world[rows], self.belief[rows]
        self._asks, self._since = self._asks[rows], self._since[rows]


class Rule:
    """A fixed rule: so many misses within so many weeks, then walk, or ask first and count anew.

    `misses` 0 is leaving now, and more than `within` never leaving.
    """

    def __init__(self, misses: int, within: int, *, ask_first: bool = False) -> None:
        self._misses, self._within, self._ask_first = misses, within, ask_first

    def begin(self, world: Int64Array, marks: Int8Array) -> None:
        """Nothing was missed before."""
        self._recent = np.zeros((len(world), self._within), np.bool_)
        self._asked = np.zeros(len(world), np.bool_)
        self.see(marks)

    def moves(self) -> Int8Array:
        """Stay, until it is enough."""
        enough = self._recent.sum(axis=1) >= self._misses
        asks = enough & ~self._asked & self._ask_first
        self._asked |= asks
        self._recent[asks] = False
        return np.asarray(np.where(asks, ASK, np.where(enough, WALK, STAY)), np.int8)

    def see(self, marks: Int8Array) -> None:
        """The oldest week is forgotten."""
        self._recent = np.concatenate([self._recent[:, 1:], (marks == 2)[:, None]], axis=1)

    def keep(self, rows: BoolArray) -> None:
        """Only these go on."""
        self._recent, self._asked = self._recent[rows], self._asked[rows]
