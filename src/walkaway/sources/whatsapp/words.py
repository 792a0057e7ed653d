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
_FETCHED = 3


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


class Words:
    """The words from many places on."""

    def __init__(self, content: bytes, places: Int64Array) -> None:
        self._places = places
        size = _FETCHED * BYTES
        # An item of 24 bytes beginning at every single byte of the text.
        self._windows = np.ndarray(len(content) - size + 1, f"V{size}", buffer=content, strides=(1,))
        self._columns: dict[int, UInt64Array] = {}

    def column(self, k: int) -> UInt64Array:
        """The k-th word of every place. Some are fetched at once: the way through memory is what costs."""
        if k not in self._columns:
            first = k - k % _FETCHED
            block = self._windows[self._places + first * BYTES].view(np.uint64).reshape(-1, _FETCHED)
            for place in range(_FETCHED):
                self._columns[first + place] = np.ascontiguousarray(block[:, place])
        return self._columns[k]

    def matching(self, template: Template, rest: Int64Array) -> Int64Array:
        """Which of the rest begin with the template, as places in `rest`."""
        found: Int64Array | None = None
        for k, (word, mask) in enumerate(zip(template.words, template.masks, strict=True)):
            column = self.column(k)
            if found is None:
                # The first word sorts most out, so only the others need a second look.
                found = np.flatnonzero(((column if len(rest) == len(column) else column[rest]) & mask) == word)
            else:
                found = found[(column[rest[found]] & mask) == word]
        return np.arange(len(rest)) if found is None else found


def without(rest: Int64Array, hits: Int64Array) -> Int64Array:
    """What is left of the rest when these places in it are gone."""
    left = np.ones(len(rest), np.bool_)
    left[hits] = False
    return rest[left]
