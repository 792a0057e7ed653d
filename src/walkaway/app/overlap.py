"""Columns that say which messages are the same, and the file each is from, in; the rows to keep out.

Repeats inside one file are real messages, so files are matched as multisets: of a message that one file holds twice and
another three times, three stay.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from walkaway.core.events import BoolArray, Int64Array


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
