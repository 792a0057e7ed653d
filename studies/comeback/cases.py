"""Pairs in; silences (or messages waiting for an answer) with their features and what became of them, out."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from walkaway.core.comeback.features import Table, columns, hawkes_parts, strangers
from walkaway.core.comeback.fitted import HAWKES
from walkaway.core.comeback.hawkes import expected
from walkaway.core.comeback.hazard import Usual
from walkaway.core.comeback.own import own_usual
from walkaway.core.comeback.spells import ENOUGH_CONVERSATIONS, Spells, spells, typical_gap
from walkaway.core.events import BoolArray, FloatArray, Int64Array

HORIZON_OF_HAWKES = 30.0
BURST = 10 / 1440
LOCKED_FROM = 0.8
SAME_WHEN_WRITING = ("silence", "last_mine", "run_theirs", "run_talks_theirs", "since_out")
"""Features that say nothing right after a message of one's own."""


@dataclass(frozen=True, slots=True, eq=False)
class Cases:
    """A row per silence and side: features `x` (n, F) by `names`, the clock's start `began` (days), how long it
    lasted then (`waited`), whether the other broke it (`came`); whose view (`person`), which pair; `row` and `silence`
    for models that want the acts themselves. `earlier` (n) and `sums` (n, F): the person's last ten silences before it.
    """

    names: tuple[str, ...]
    x: FloatArray
    began: FloatArray
    waited: FloatArray
    came: BoolArray
    person: Int64Array
    pair: Int64Array
    row: Int64Array
    silence: FloatArray
    side: Int64Array
    earlier: FloatArray
    sums: FloatArray

    @property
    def usual(self) -> Usual:
        """What was usual for the person."""
        return Usual(self.earlier, self.sums)

    def __len__(self) -> int:
        return len(self.began)

    def take(self, kept: BoolArray) -> Cases:
        """These cases only."""
        return Cases(self.names, *(getattr(self, f.name)[kept] for f in fields(self) if f.name != "names"))


def comebacks(have: Table, multiple: float, conversations: int = ENOUGH_CONVERSATIONS) -> Cases:
    """Every silence of `multiple` typical gaps after so many conversations, seen from either side."""
    found = spells(have.seen, have.known, have.gaps, multiple=multiple, conversations=conversations)
    return _seen_from_both(have, found)


def _seen_from_both(have: Table, found: Spells) -> Cases:
    parts = []
    for side in (0, 1):
        you = np.full(len(found), side, np.int64)
        x = columns(have, found.row, found.silence, you, found.typical)
        count = expected(HAWKES, hawkes_parts(have, found.row, found.silence, you, HORIZON_OF_HAWKES))
        x["hawkes"] = np.log(count + 1e-3)
        parts.append((x, found.by == 1 - side, you))
    pair = have.seen.pair[found.row]
    names = tuple(parts[0][0])
    every = np.concatenate([np.stack([x[name] for name in names], axis=-1) for x, _, _ in parts])
    began = np.tile(have.seen.at[found.row] + found.silence, 2)
    person = np.concatenate([have.seen.people[pair, side] for side in (0, 1)])
    usual = own_usual(every, person, began)
    return Cases(
        names=names,
        x=every,
        began=began,
        waited=np.tile(found.waited, 2),
        came=np.concatenate([came for _, came, _ in parts]),
        person=person,
        pair=np.tile(pair, 2),
        row=np.tile(found.row, 2),
        silence=np.tile(found.silence, 2),
        side=np.concatenate([you for _, _, you in parts]),
        earlier=usual.count,
        sums=usual.sums,
    )


def locked(have: Table, cases: Cases) -> BoolArray:
    """One pair in five, by a hash of its two people: set aside before anything of the second attempt was tried."""
    people = have.seen.people[cases.pair].astype(np.uint64)
    key = (people @ np.array([1_000_003, 7_919], np.uint64)) * np.uint64(2_654_435_761) % np.uint64(2**32)
    return np.asarray(key >= LOCKED_FROM * 2**32)


def messages(have: Table, rng: np.random.Generator, most: int = 20_000) -> Cases:
    """Bursts of one side (acts less than ten minutes apart), waiting for an answer; a sample if there are many.

    First messages to somebody count too. The clock starts with the last act of the burst.
    """
    seen, known = have.seen, have.known
    n = len(seen)
    goes_on = np.zeros(n, np.bool_)
    goes_on[:-1] = (~known.turn[1:]) & (np.diff(seen.at) <= BURST)
    last = np.flatnonzero(~goes_on)
    if len(last) > most:
        last = np.sort(rng.choice(last, most, replace=False))
    side = seen.side[last].astype(np.int64)
    answer = np.append(np.flatnonzero(known.turn), n)
    place = answer[np.searchsorted(answer, last, side="right")]
    inside = np.minimum(place, n - 1)
    answered = (place < n) & (seen.pair[inside] == seen.pair[last])
    waited = np.where(answered, seen.at[inside], seen.until) - seen.at[last]
    silence = np.full(len(last), BURST)
    x = columns(have, last, silence, side, typical_gap(have.gaps, last))
    for name, days in (("hawkes_hours", 0.25), ("hawkes_week", 7.0)):
        x[name] = np.log(expected(HAWKES, hawkes_parts(have, last, silence, side, days)) + 1e-3)
    x |= strangers(x)
    for name in SAME_WHEN_WRITING:
        del x[name]
    pair = seen.pair[last]
    names = tuple(x)
    return Cases(
        names=names,
        x=np.stack([x[name] for name in names], axis=-1),
        began=seen.at[last],
        waited=waited,
        came=answered,
        person=seen.people[pair, side],
        pair=pair,
        row=last,
        silence=silence,
        side=side,
        earlier=np.zeros(len(last)),
        sums=np.zeros((len(last), len(names))),
    )
