"""A text and places in it in, the bytes from each place on out: as eight-byte words, one column per word.

Comparing a word of every line with one template takes as long as comparing single bytes, and does eight of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from walkaway.core.events import Int64Array

UInt64Array = npt.NDArray[np.uint64]

BYTES = 8
_FETCHED = 4
_LOT = 1 << 14
"""So many rows at a time stay in the processor's cache."""


@dataclass(frozen=True, slots=True)
class Template:
    """Bytes to look for. Only the bits set in the mask are compared, and there the template has no other bits set."""

    words: UInt64Array
    masks: UInt64Array

    @classmethod
    def of(cls, template: bytes, mask: bytes | None = None) -> Template:
        padding = bytes(-len(template) % BYTES)
        mask = b"\xff" * len(template) if mask is None else mask
        return cls(np.frombuffer(template + padding, np.uint64), np.frombuffer(mask + padding, np.uint64))


def items(content: bytes, places: Int64Array, size: int) -> npt.NDArray[np.void]:
    """So many bytes from each of the places on, which are in order. Behind the text there are line feeds."""
    inside = int(np.searchsorted(places, len(content) - size, side="right"))
    found = np.empty(len(places), f"V{size}")
    if inside:
        # An item beginning at every single byte of the text.
        every = np.ndarray(len(content) - size + 1, f"V{size}", buffer=content, strides=(1,))
        found[:inside] = every[places[:inside]]
    for row, place in enumerate(places[inside:].tolist(), start=inside):
        found[row] = np.void(content[place : place + size].ljust(size, b"\n"))
    return found


class Words:
    """The words from many places on."""

    def __init__(self, content: bytes, places: Int64Array) -> None:
        self._content = content
        self._places = places
        self._columns: dict[int, UInt64Array] = {}

    def column(self, k: int) -> UInt64Array:
        """The k-th word of every place. Some are fetched at once: the way through memory is what costs."""
        if k not in self._columns:
            first = k - k % _FETCHED
            columns = np.empty((_FETCHED, len(self._places)), np.uint64)
            for low in range(0, len(self._places), _LOT):
                places = self._places[low : low + _LOT] + first * BYTES
                block = items(self._content, places, _FETCHED * BYTES)
                columns[:, low : low + _LOT] = block.view(np.uint64).reshape(-1, _FETCHED).T
            self._columns |= {first + place: columns[place] for place in range(_FETCHED)}
        return self._columns[k]

    def matching(self, template: Template, rest: Int64Array) -> Int64Array:
        """Which of the rest begin with the template, as places in `rest`."""
        found: Int64Array | None = None
        for k, (word, mask) in enumerate(zip(template.words, template.masks, strict=True)):
            column = self.column(k)
            if found is None:
                # The first word sorts most out, so only the others need a second look.
                found = np.flatnonzero(((column if len(rest) == len(column) else column.take(rest)) & mask) == word)
            else:
                rows = found if len(rest) == len(column) else rest.take(found)
                same = (column.take(rows) & mask) == word
                found = found if same.all() else found.compress(same)
        return np.arange(len(rest)) if found is None else found


def without(rest: Int64Array, hits: Int64Array) -> Int64Array:
    """What is left of the rest when these places in it are gone."""
    left = np.ones(len(rest), np.bool_)
    left[hits] = False
    return rest[left]
