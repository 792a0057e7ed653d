"""A text in, its headers as columns out: where each stands, and the numbers in it.

The pattern of `header.py` says what a header is, and runs once per *shape* (a header with its digits blanked). A line
of that shape made a template and a mask; all other lines of the shape are found by comparing eight bytes of every
line at once, `word & mask == template`, and their numbers are read off as columns. What is left goes on to the next
shape. A real file has 1 to 32 shapes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from walkaway.core.events import BoolArray, Int32Array, Int64Array, UInt8Array
from walkaway.sources.whatsapp import words
from walkaway.sources.whatsapp.header import (
    FIELDS,
    FIRST_BYTES,
    HEADER,
    SHORTEST,
    ZERO_BYTES,
    Form,
    after_noon,
    form_of,
)
from walkaway.sources.whatsapp.words import Template, Words, without

Int16Array = npt.NDArray[np.int16]

PADDING = 64
"""Bytes that must follow the text, so that words can be read anywhere in it."""

_CHUNK = 1 << 20
_LOT = 1 << 16
_RARE_SHAPES = 64
"""After so many shapes that hardly another line had, the lines left are read one by one."""

_OPENS = np.array([byte in FIRST_BYTES for byte in range(256)])
_DIGIT = re.compile(b"|".join(re.escape(digit) for digit in ZERO_BYTES))


@dataclass(frozen=True, slots=True, eq=False)
class Headers:
    """Headers as columns, in file order. `line` counts from 1; `form` counts into `forms`; `h` is of 24 hours."""

    start: Int64Array
    body: Int64Array
    line: Int64Array
    a: Int16Array
    b: Int16Array
    c: Int16Array
    h: Int16Array
    mi: Int16Array
    s: Int16Array
    form: Int32Array
    forms: tuple[Form, ...]

    def __len__(self) -> int:
        return len(self.start)

    def where(self, mask: BoolArray) -> Headers:
        if mask.all():
            return self
        index = np.flatnonzero(mask)
        columns = {f.name: getattr(self, f.name)[index] for f in fields(self) if f.name != "forms"}
        return replace(self, **columns)


def find_headers(content: bytes, size: int, seen: Callable[[int], None] = lambda _: None) -> Headers:
    """The headers in the first `size` bytes of `content`, which goes on for PADDING more with line ends.

    `seen` is told now and then how many bytes have been looked at.
    """
    starts, lines = _lines_that_may_open(content, size, seen)
    found = _Found(content, starts)
    rest = np.arange(len(starts))
    rare = 0
    while len(rest) and rare < _RARE_SHAPES:
        passed, match = found.next_header(rest)
        rest = rest[passed:]
        if match is None:
            break
        hits = found.peel(match, rest)
        rare += int(len(hits) * 1000 < len(rest))
        rest = without(rest, hits)
    else:
        found.one_by_one(rest)
    return found.headers(lines)


def _lines_that_may_open(content: bytes, size: int, seen: Callable[[int], None]) -> tuple[Int64Array, Int64Array]:
    """Where the lines begin that are long enough for a header and start like one; and their numbers."""
    data = np.frombuffer(content, np.uint8)
    size += int(not content.endswith(b"\n", 0, size))
    starts, lines = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    line_start = line = 0
    for low in range(0, size, _CHUNK):
        ends = np.flatnonzero(data[low : min(low + _CHUNK, size)] == ord("\n"))
        if not len(ends):
            continue
        ends += low
        begins = np.empty_like(ends)
        begins[0] = line_start
        np.add(ends[:-1], 1, out=begins[1:])
        may = np.flatnonzero(_OPENS[data[begins]] & (ends - begins >= SHORTEST))
        starts.append(begins[may])
        lines.append(may + (line + 1))
        line_start = int(ends[-1]) + 1
        line += len(ends)
        seen(min(low + _CHUNK, size))
    return np.concatenate(starts), np.concatenate(lines)


class _Found:
    """The lines in question, and what has been read off them so far. `body` 0: not a header."""

    def __init__(self, content: bytes, starts: Int64Array) -> None:
        self._content = content
        self._starts = starts
        self._words = Words(content, starts)
        self._body = np.zeros(len(starts), np.int64)
        self._form = np.zeros(len(starts), np.int32)
        self._numbers = {field: np.zeros(len(starts), np.int16) for field in FIELDS}
        self._forms: dict[Form, int] = {}

    def next_header(self, rest: Int64Array) -> tuple[int, re.Match[bytes] | None]:
        """How many of the lines are passed before one is a header, and its match."""
        for passed, start in enumerate(_one_at_a_time(self._starts, rest)):
            match = HEADER.match(self._content, start)
            if match is not None:
                return passed, match
        return len(rest), None

    def peel(self, match: re.Match[bytes], rest: Int64Array) -> Int64Array:
        """Reads all lines of the shape of this match; says which of the rest they are."""
        shape = _Shape.of(match)
        if shape.length > PADDING - 3 * words.BYTES:
            self.one_by_one(rest[:1])
            return np.zeros(1, np.int64)
        hits = self._words.matching(shape.template, rest)
        index = rest[hits]
        self._read_numbers(shape, index)
        self._body[index] = self._starts[index] + shape.length
        self._form[index] = self._form_number(match)
        return hits

    def one_by_one(self, rest: Int64Array) -> None:
        """For lines that have next to nothing in common, which no phone writes."""
        for low in range(0, len(rest), _LOT):
            lot = rest[low : low + _LOT]
            starts = self._starts[lot].tolist()
            matches = ((k, HEADER.match(self._content, start)) for k, start in enumerate(starts))
            read = [(k, *self._read_line(match)) for k, match in matches if match is not None]
            columns = np.array(read, np.int64).reshape(-1, 3 + len(FIELDS)).T
            index = lot[columns[0]]
            self._body[index], self._form[index] = columns[1], columns[2]
            for field, column in zip(FIELDS, columns[3:], strict=True):
                self._numbers[field][index] = column

    def headers(self, lines: Int64Array) -> Headers:
        found = np.flatnonzero(self._body)
        return Headers(
            start=self._starts[found],
            body=self._body[found],
            line=lines[found],
            form=self._form[found],
            forms=tuple(self._forms),
            **{field: column[found] for field, column in self._numbers.items()},
        )

    def _read_numbers(self, shape: _Shape, index: Int64Array) -> None:
        bytes_of: dict[int, UInt8Array] = {}
        highest = np.zeros(len(index), np.uint8)
        for field, places in shape.digits.items():
            number: npt.NDArray[Any] = np.zeros(len(index), np.int16 if len(places) > 2 else np.uint8)
            for place, zero in places:
                k, byte = divmod(place, words.BYTES)
                if k not in bytes_of:
                    bytes_of[k] = self._words.column(k)[index].view(np.uint8).reshape(-1, words.BYTES)
                digit = bytes_of[k][:, byte] - np.uint8(zero)  # below zero wraps to above 9
                np.maximum(highest, digit, out=highest)
                np.multiply(number, 10, out=number)
                np.add(number, digit, out=number)
            self._numbers[field][index] = number
        if shape.after_noon is not None:
            self._numbers["h"][index] = _of_24(self._numbers["h"][index], after_noon=shape.after_noon)
        # The mask lets pass `:` to `?`, which share the upper half of a digit's byte. An hour of 99 is none.
        self._numbers["h"][index[highest > 9]] = 99

    def _read_line(self, match: re.Match[bytes]) -> tuple[int, ...]:
        """Where the header ends, its form, its numbers."""
        a, b, c, h, mi, s = (_number(text) for text in match.group(*FIELDS))
        pm = after_noon(match)
        if pm is not None and h <= 12:
            h = h % 12 + 12 * pm
        return match.end(), self._form_number(match), a, b, c, h, mi, s

    def _form_number(self, match: re.Match[bytes]) -> int:
        return self._forms.setdefault(form_of(match), len(self._forms))


@dataclass(frozen=True, slots=True)
class _Shape:
    """A header with its digits blanked: the words to compare, and where its numbers stand (byte, byte of zero)."""

    length: int
    template: Template
    digits: dict[str, list[tuple[int, int]]]
    after_noon: bool | None

    @classmethod
    def of(cls, match: re.Match[bytes]) -> _Shape:
        template = bytearray(match[0])
        mask = bytearray(b"\xff" * len(template))
        digits: dict[str, list[tuple[int, int]]] = {}
        for field in FIELDS:
            if match[field] is None:
                continue
            offset = match.start(field) - match.start()
            for digit in _DIGIT.finditer(match[field]):
                place = offset + digit.end() - 1
                digits.setdefault(field, []).append((place, ZERO_BYTES[digit[0]]))
                mask[place] = 0xF0
                template[place] &= 0xF0
        return cls(
            length=len(template),
            template=Template.of(bytes(template), bytes(mask)),
            digits=digits,
            after_noon=after_noon(match),
        )


def _number(digits: bytes | None) -> int:
    return int(digits if digits.isascii() else digits.decode()) if digits else 0


def _of_24(hour: Int16Array, *, after_noon: bool) -> Int16Array:
    """An hour beyond 12 is of 24 already, whatever stands beside it."""
    return np.where(hour <= 12, hour % 12 + 12 * after_noon, hour).astype(np.int16)


def _one_at_a_time(starts: Int64Array, rest: Int64Array) -> Iterator[int]:
    """Plain numbers, made in small lots, because mostly the first few are all that is needed."""
    for low in range(0, len(rest), 256):
        yield from starts[rest[low : low + 256]].tolist()
