"""Who wrote whom when, in; pairs as columns in time order, with their conversations and what each side did so far,
out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from walkaway.core.comeback.running import first_rows, last_true, running_count, starts
from walkaway.core.events import BoolArray, FloatArray, Int8Array, Int64Array

CONVERSATION_ENDS = 0.5
"""Days of silence that end a conversation here: the prior was fitted on conversations cut at twelve hours."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Many pairs side by side, a row per act, sorted by pair and time.

    `at` is days from any fixed day; `side` is 0 or 1: which of the two in `people` (pairs, 2) acted. `until` (days) is
    when we stopped looking. One pursuit is one pair with you as side 0.
    """

    pair: Int64Array
    at: FloatArray
    side: Int8Array
    people: Int64Array
    until: float

    def __len__(self) -> int:
        return len(self.at)


def pairs(source: Int64Array, target: Int64Array, at: FloatArray, *, until: float | None = None) -> Pairs:
    """Rows of who, to whom and when (days), in any order, made into pairs. The numbers of people are 0, 1, 2, ..."""
    low, high = np.minimum(source, target), np.maximum(source, target)
    size = int(high.max(initial=0)) + 1
    key = low * size + high
    order = np.argsort(at, kind="stable")
    order = order[np.argsort(key[order], kind="stable")]
    key, sorted_at = key[order], at[order]
    start = starts(key)
    found = key[start]
    return Pairs(
        pair=np.cumsum(start) - 1,
        at=sorted_at,
        side=(source[order] != low[order]).astype(np.int8),
        people=np.stack([found // size, found % size], axis=-1),
        until=float(at.max(initial=0.0)) if until is None else until,
    )


def lots(seen: Pairs, most: int = 100_000) -> Iterator[Pairs]:
    """The same pairs in lots of about so many acts, never cutting one: what fits the cache is twice as fast."""
    first = np.flatnonzero(starts(seen.pair))
    wanted = first[np.unique(np.searchsorted(first, np.arange(0, len(seen), most)).clip(max=len(first) - 1))]
    for begin, end in zip(wanted, np.append(wanted[1:], len(seen)), strict=True):
        part = slice(int(begin), int(end))
        yield Pairs(seen.pair[part], seen.at[part], seen.side[part], seen.people, seen.until)


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """What is known at every act of every pair, counted up to and with it. Pairs (n, 2) are by side.

    `first` is the pair's first row. `opens` starts a conversation, `turn` starts a run of one side; `written` acts,
    `opened` conversations opened, `conversations` so far, `last` the side's last row or -1.
    """

    first: Int64Array
    opens: BoolArray
    turn: BoolArray
    written: FloatArray
    opened: FloatArray
    conversations: FloatArray
    last: Int64Array


def rows(seen: Pairs) -> Rows:
    """Counts that run along each pair."""
    start = starts(seen.pair)
    first = first_rows(start)
    pause = np.empty(len(seen))
    pause[:1], pause[1:] = np.inf, np.diff(seen.at)
    opens = start | (pause > CONVERSATION_ENDS)
    turn = start.copy()
    turn[1:] |= seen.side[1:] != seen.side[:-1]
    by = [seen.side == side for side in (0, 1)]
    one = running_count(by[1], first)
    written = np.stack([np.arange(1, len(seen) + 1) - first - one, one], axis=-1)
    conversations = running_count(opens, first)
    theirs = running_count(opens & by[1], first)
    return Rows(
        first=first,
        opens=opens,
        turn=turn,
        written=written,
        opened=np.stack([conversations - theirs, theirs], axis=-1),
        conversations=conversations,
        last=np.stack([last_true(by[0], first), last_true(by[1], first)], axis=-1),
    )
