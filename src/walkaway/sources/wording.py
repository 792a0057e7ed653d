"""A column of texts in; how many words were typed, and whether each text asks, out. Shared by every source.

Both look at the UTF-8 bytes of the whole column at once: an Arrow string column is one run of bytes and the places
where its texts begin.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from walkaway.core.events import BoolArray, Int32Array, Int64Array, UInt8Array

# White space beyond ASCII, as Python's str.split() counts it.
_WIDE_SPACES = (
    "\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_QUESTION_MARKS = ("?", "؟", "？")
_LOT = 1 << 18
"""So many bytes at a time stay in the processor's cache."""


def count_words(text: Any) -> Int32Array:
    """Tokens between white space, text by text: what `len(text.split())` says. No text (null) has none."""
    data, offsets = _bytes_of(text)
    if not len(data):
        return np.zeros(len(text), np.int32)
    space = _is_space(data)
    begins = ~space
    begins[1:] &= space[:-1]
    # A text's first byte follows the text before it, not a space.
    first = offsets[:-1][offsets[:-1] < offsets[1:]]
    begins[first] = ~space[first]
    return np.diff(_before(begins, offsets)).astype(np.int32)


def asks(text: Any) -> BoolArray:
    """Whether each text ends in a question: no letter or digit follows its last question mark."""
    data, offsets = _bytes_of(text)
    answer = np.zeros(len(text), np.bool_)
    after = _after_question_marks(data)
    if not len(after):
        return answer
    row = np.searchsorted(offsets, after, side="left") - 1
    last = np.append(row[1:] != row[:-1], values=True)
    row, after = row[last], after[last]
    end = offsets[row + 1]
    # Most marks end their text, or stand in a link and go on with a letter: neither needs a closer look.
    done = after == end
    answer[row[done]] = True
    following = data[np.minimum(after, len(data) - 1)]
    ascii_word = _ASCII_WORD[following]
    open_ = np.flatnonzero(~done & ~ascii_word)
    if len(open_):
        tail = _cut(data, after[open_], end[open_])
        answer[row[open_]] = ~np.asarray(pc.match_substring_regex(tail, r"[\pL\pN]"))
    return answer


def _bytes_of(text: Any) -> tuple[UInt8Array, Int64Array]:
    """The bytes of a string column, and where each text begins in them; the last place is the end."""
    if isinstance(text, pa.ChunkedArray):
        text = text.combine_chunks()
    if text.type != pa.large_string():
        text = text.cast(pa.large_string())
    if text.null_count:
        text = pc.fill_null(text, "")
    _, places, content = text.buffers()
    if not len(text):
        return np.zeros(0, np.uint8), np.zeros(1, np.int64)
    offsets = np.frombuffer(places, np.int64)[text.offset : text.offset + len(text) + 1]
    data = np.frombuffer(content, np.uint8) if content is not None else np.zeros(0, np.uint8)
    return data[offsets[0] : offsets[-1]], offsets - offsets[0]


def _before(mask: BoolArray, places: Int64Array) -> Int64Array:
    """How many of the mask are set before each of the places: whole words are counted once, then the bits of one."""
    words = np.zeros(len(mask) // 64 + 1, np.uint64)
    bits = np.packbits(mask, bitorder="little")
    words.view(np.uint8)[: len(bits)] = bits
    counts = np.zeros(len(words), np.int64)
    np.cumsum(np.bitwise_count(words[:-1]), out=counts[1:])
    word = places >> 6
    lower = (np.uint64(1) << (places & 63).astype(np.uint64)) - np.uint64(1)
    before: Int64Array = counts[word] + np.bitwise_count(words[word] & lower)
    return before


def _is_space(data: UInt8Array) -> BoolArray:
    space = np.empty(len(data), np.bool_)
    leads = [np.zeros(0, np.int64)]
    for low in range(0, len(data), _LOT):
        some = data[low : low + _LOT]
        # Wraps below zero on purpose: one compare for a range.
        here = some - np.uint8(0x09) <= 0x0D - 0x09
        here |= some - np.uint8(0x1C) <= 0x1F - 0x1C
        np.logical_or(here, some == ord(" "), out=space[low : low + _LOT])
        wide = some == _LEADS[0]
        for lead in _LEADS[1:]:
            wide |= some == lead
        leads.append(np.flatnonzero(wide) + low)
    wide_at = np.concatenate(leads)
    for lead, spaces in _WIDE_BY_LEAD.items():
        at = wide_at[data[wide_at] == lead]
        for tail in spaces:
            found = at[at + len(tail) < len(data)]
            for step, byte in enumerate(tail, start=1):
                found = found[data[found + step] == byte]
            for step in range(len(tail) + 1):
                space[found + step] = True
    return space


def _after_question_marks(data: UInt8Array) -> Int64Array:
    """The places just behind each question mark, in order."""
    found = []
    for mark in _QUESTION_MARKS:
        encoded = mark.encode()
        places = _places_of(encoded[0], data[: max(0, len(data) - len(encoded) + 1)])
        for step, byte in enumerate(encoded[1:], start=1):
            places = places[data[places + step] == byte]
        found.append(places + len(encoded))
    return np.sort(np.concatenate(found))


def _places_of(byte: int, data: UInt8Array) -> Int64Array:
    lots = (np.flatnonzero(data[low : low + _LOT] == byte) + low for low in range(0, len(data), _LOT))
    return np.concatenate((np.zeros(0, np.int64), *lots))


def _cut(data: UInt8Array, begin: Int64Array, end: Int64Array) -> Any:
    """The pieces of `data` from each `begin` to its `end`, in order and apart from each other."""
    places = np.column_stack((begin, end)).ravel()
    places = np.append(places, places[-1])
    content = pa.py_buffer(data)
    pieces = pa.Array.from_buffers(pa.large_string(), 2 * len(begin), [None, pa.py_buffer(places), content])
    return pieces.take(pa.array(np.arange(0, 2 * len(begin), 2)))


def _by_lead(characters: str) -> dict[int, tuple[bytes, ...]]:
    leads: dict[int, tuple[bytes, ...]] = {}
    for character in characters:
        encoded = character.encode()
        leads[encoded[0]] = (*leads.get(encoded[0], ()), encoded[1:])
    return leads


def _ascii_word() -> npt.NDArray[np.bool_]:
    return np.array([chr(byte).isalnum() and byte < 0x80 for byte in range(256)])


_WIDE_BY_LEAD = _by_lead(_WIDE_SPACES)
_LEADS = tuple(_WIDE_BY_LEAD)
_ASCII_WORD = _ascii_word()
