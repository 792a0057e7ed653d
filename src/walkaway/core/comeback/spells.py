"""Pairs in; the silences that are long for the pair, and what ended them, out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.comeback.pairs import Pairs, Rows
from walkaway.core.comeback.running import Ranks, ranks, starts
from walkaway.core.events import BoolArray, FloatArray, Int64Array

LONG = 3.0
"""A silence is long at three times the pair's typical gap between conversations,"""
SHORTEST = 2.0
"""and at least so many days."""
ENOUGH_CONVERSATIONS = 5
ENOUGH_WRITTEN = 2
LONGEST_TYPICAL = 30.0
"""Days. Who writes more rarely has no rhythm that a month could break."""
UNKNOWN_TYPICAL = 7.0
"""Days, where there was one conversation only."""


@dataclass(frozen=True, slots=True, eq=False)
class Gaps:
    """Gaps between conversations, a row each, along the pairs; `sofar` (rows) counts them up to and with each act.

    `days` long, broken by side `by`. `ranked` and `ranked_by` (a value per gap, tiny where the other side broke it)
    answer how many were longer, and how many of those each side broke.
    """

    days: FloatArray
    by: Int64Array
    sofar: Int64Array
    begin: Int64Array
    ranked: Ranks
    ranked_by: Ranks


def gaps(seen: Pairs, known: Rows) -> Gaps:
    """The gaps between the conversations of each pair."""
    inner = known.opens & ~starts(seen.pair)
    place = np.flatnonzero(inner)
    days = seen.at[place] - seen.at[place - 1]
    count = np.concatenate([[0], np.cumsum(inner)])
    by = seen.side[place].astype(np.int64)
    low, high = 0.4, 4000.0
    return Gaps(
        days=days,
        by=by,
        sofar=count[1:],
        begin=count[known.first],
        ranked=ranks(days, low, high),
        ranked_by=ranks(np.where(by == 1, days, low), low, high),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Spells:
    """Silences, a row each: after the act in row `row`, `silence` days long when the clock starts.

    `typical` is the pair's median gap then (days). `waited` is how much longer it lasted (days, counted from the start
    of the clock), ended by side `by`, or by neither yet (-1: we stopped looking).
    """

    row: Int64Array
    silence: FloatArray
    typical: FloatArray
    waited: FloatArray
    by: Int64Array

    def __len__(self) -> int:
        return len(self.row)

    def take(self, kept: BoolArray | Int64Array) -> Spells:
        """These silences only."""
        return Spells(self.row[kept], self.silence[kept], self.typical[kept], self.waited[kept], self.by[kept])


def conversation_ends(known: Rows) -> Int64Array:
    """The rows after which a conversation was over (or nothing came any more)."""
    return np.append(np.flatnonzero(known.opens)[1:], len(known.opens)) - 1 if len(known.opens) else known.first


def typical_gap(found: Gaps, row: Int64Array) -> FloatArray:
    """The median gap (days) of the pair up to these rows; the upper one of two."""
    begin, end = found.begin[row], found.sofar[row]
    median = found.ranked.quantile(begin, end, (end - begin) // 2)
    return np.where(end > begin, median, UNKNOWN_TYPICAL)


def spells(
    seen: Pairs, known: Rows, found: Gaps, *, multiple: float = LONG, conversations: int = ENOUGH_CONVERSATIONS
) -> Spells:
    """Every silence that lasted `multiple` times the pair's typical gap, at least two days, in pairs that had a rhythm.

    A rhythm: five conversations (or so many as said), two acts of each side, a typical gap of at most a month; all
    counted up to then.
    """
    row = conversation_ends(known)
    ready = (known.conversations[row] >= conversations) & (known.written[row].min(axis=1) >= ENOUGH_WRITTEN)
    row = row[ready]
    typical = typical_gap(found, row)
    after = np.minimum(row + 1, len(seen) - 1)
    more = (after > row) & (seen.pair[after] == seen.pair[row])
    ended = np.where(more, seen.at[after], seen.until)
    silence = np.maximum(multiple * typical, SHORTEST)
    waited = ended - seen.at[row] - silence
    kept = (typical <= LONGEST_TYPICAL) & (waited > 0)
    by = np.where(more, seen.side[after], -1)
    return Spells(row, silence, typical, waited, by).take(kept)
