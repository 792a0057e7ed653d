"""Columns that say which messages are the same, and the file each is from, in; the rows to keep out.

Repeats inside one file are real messages, so files are matched as multisets: of a message that one file holds twice and
another three times, three stay. Two kinds of archive of one chat differ in their clocks: one may know minutes only, or
be read in another zone. There a message is the same by who, what and nearly when.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from walkaway.core.events import SECOND, BoolArray, Events, Int64Array, Kind

MINUTE = 60 * SECOND
_QUARTER = 15 * MINUTE
"""Zones differ by quarters of an hour."""
_FURTHEST = 26 * 60 * MINUTE
_LEAST, _MOSTLY = 3, 0.6
"""So many messages found once in each file must agree on a distance of the clocks, and so large a part of all."""
_CHANNELS = (frozenset({"whatsapp", "whatsapp_json"}),)
"""Kinds of archive that hold the same messages."""
_MARKS = "[\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}]"


def first_seen(same: Sequence[Int64Array], file: Int64Array) -> Int64Array:
    """Rows to keep: the n-th copy inside one file is the n-th copy inside another, and the first file's stays."""
    by_message_and_file = np.lexsort((file, *reversed(same)))
    copy = np.empty(len(file), np.int64)
    copy[by_message_and_file] = _place_in_run(_begins([*same, file], by_message_and_file))
    by_copy = np.lexsort((file, copy, *reversed(same)))
    return np.sort(by_copy[_begins([*same, copy], by_copy)])


def _begins(columns: Sequence[Int64Array], order: Int64Array) -> BoolArray:
    """Where in this order any column changes."""
    begins = np.zeros(len(order), np.bool_)
    begins[:1] = True
    for column in columns:
        begins[1:] |= np.diff(column[order]) != 0
    return begins


def _place_in_run(begins: BoolArray) -> Int64Array:
    place = np.arange(len(begins))
    return place - np.maximum.accumulate(np.where(begins, place, 0))


# --- two kinds of archive ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A chat as one kind of archive holds it. `people` are whom each `who` stands for; `text` None: only counts."""

    events: Events
    text: Any | None
    people: Sequence[str]


@dataclass(frozen=True, slots=True, eq=False)
class Twins:
    """Which messages of each are in the other too, and how far (us) the clock of the other is `ahead`."""

    one: BoolArray
    other: BoolArray
    ahead: int


def one_channel(source: str, other: str) -> bool:
    """Whether these are two kinds of archive of the same messages."""
    return source != other and any({source, other} <= kinds for kinds in _CHANNELS)


def to_the_minute(events: Events) -> bool:
    """Whether its times are whole minutes."""
    return not bool((events.local % MINUTE).any())


def twins(one: Held, other: Held) -> Twins:
    """Messages that both hold: by who, what and the minute; then of those left by the minute beside it.

    Counted as multisets: two of a kind here and one there leave one. The minute beside it counts only for times that
    both files span, where each should hold what the other holds.
    """
    second = np.repeat([False, True], [len(one.events), len(other.events)])
    same = _said(one, other)
    local = np.concatenate([one.events.local, other.events.local])
    ahead = _ahead(local, same, second)
    minute = (local - ahead * second) // MINUTE
    open_ = np.ones(len(minute), np.bool_)
    spanned = _spanned(minute, second)
    for beside in (0, 1, -1):
        index = np.flatnonzero(open_ if not beside else open_ & spanned)
        when = minute[index] + beside * second[index]
        open_[index[_paired([*(column[index] for column in same), when], second[index])]] = False
    return Twins(~open_[~second], ~open_[second], ahead)


def _said(one: Held, other: Held) -> tuple[Int64Array, ...]:
    """Who, and what: the words of a message; of all else only that it is none, for kinds name such things variously."""
    import pyarrow as pa
    import pyarrow.compute as pc

    place = {name: k for k, name in enumerate(dict.fromkeys([*one.people, *other.people]))}
    who = [np.array([*(place[name] for name in held.people), -1], np.int64)[held.events.who] for held in (one, other)]
    kind = np.concatenate([held.events.kind for held in (one, other)]).astype(np.int64)
    worded = (kind == Kind.TEXT) | (kind == Kind.EDITED)
    sort = np.where(worded, Kind.TEXT, np.where((kind == Kind.SYSTEM) | (kind == Kind.REACTION), kind, Kind.MEDIA))
    if one.text is None or other.text is None:
        counted = [np.concatenate([getattr(h.events, n) for h in (one, other)]) for n in ("words", "asks")]
        return (np.concatenate(who), sort, *(np.where(worded, column, -1).astype(np.int64) for column in counted))
    text = pa.concat_arrays([_plain(held.text) for held in (one, other)])
    coded = np.asarray(pc.fill_null(pc.dictionary_encode(text).indices, -1)).astype(np.int64)
    return np.concatenate(who), sort, np.where(worded, coded, -1)


def _plain(text: Any) -> Any:
    """Texts without marks of direction, and with single spaces: exports differ in both."""
    import pyarrow as pa
    import pyarrow.compute as pc

    whole = (text.combine_chunks() if hasattr(text, "combine_chunks") else text).cast(pa.large_string())
    spaced = pc.replace_substring_regex(pc.replace_substring_regex(whole, _MARKS, ""), r"\s+", " ")
    return pc.utf8_trim_whitespace(spaced)


def _ahead(local: Int64Array, same: Sequence[Int64Array], second: BoolArray) -> int:
    """How far the second clock is ahead, in quarters of an hour: what words that each file holds once agree on."""
    order = np.lexsort((second, *reversed(same)))
    begins = _begins(same, order)
    run = np.cumsum(begins) - 1
    alone = (np.bincount(run)[run] == 2) & (same[-1][order] >= 0)
    first = np.flatnonzero(alone & begins)
    first = first[~second[order[first]] & second[order[first + 1]]]
    apart = local[order[first + 1]] - local[order[first]]
    quarters = np.floor_divide(apart + _QUARTER // 2, _QUARTER)[np.abs(apart) <= _FURTHEST]
    if not len(quarters):
        return 0
    said, often = np.unique(quarters, return_counts=True)
    best = int(often.argmax())
    agreed = often[best] >= _LEAST and often[best] >= _MOSTLY * len(quarters)
    return int(said[best]) * _QUARTER if agreed else 0


def _spanned(minute: Int64Array, second: BoolArray) -> BoolArray:
    """Rows at a time that lies within both files."""
    if second.all() or not second.any():
        return np.zeros(len(minute), np.bool_)
    first = max(minute[second].min(), minute[~second].min())
    last = min(minute[second].max(), minute[~second].max())
    within: BoolArray = (minute >= first) & (minute <= last)
    return within


def _paired(same: Sequence[Int64Array], second: BoolArray) -> Int64Array:
    """Rows with a partner in the other file: the n-th copy in the one and the n-th copy in the other."""
    file = second.astype(np.int64)
    by_file = np.lexsort((file, *reversed(same)))
    copy = np.empty(len(file), np.int64)
    copy[by_file] = _place_in_run(_begins([*same, file], by_file))
    order = np.lexsort((file, copy, *reversed(same)))
    begins = _begins([*same, copy], order)
    second_of_two = np.flatnonzero(~begins)
    return np.concatenate([order[second_of_two], order[second_of_two - 1]])
