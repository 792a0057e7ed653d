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

from walkaway.core.events import BoolArray, Int32Array, Int64Array
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

_LONGEST = 40
"""Bytes. Longer headers, which only marks without end can make, are read one by one."""

_CHUNK = 1 << 20
_LOT = 1 << 15
_RARE_SHAPES = 64
"""After so many shapes that hardly another line had, the lines left are read one by one."""

_SIXES = np.uint64(0x0606060606060606)
_UPPER_HALVES = np.uint64(0xF0F0F0F0F0F0F0F0)
"""A byte is a digit's value if neither it nor six more than it reaches the upper half."""

_OPENS = np.array([byte in FIRST_BYTES for byte in range(256)])
_DIGIT = re.compile(b"|".join(re.escape(digit) for digit in ZERO_BYTES))


@dataclass(frozen=True, slots=True, eq=False)
class Headers:
    """Headers as columns, in file order.

    `feed` is where the line feed at the end of the header's line stands, or the text ends; `line` counts from 1;
    `form` counts into `forms`; `h` is of 24 hours.
    """

    start: Int64Array
    body: Int64Array
    feed: Int64Array
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
        columns = {f.name: getattr(self, f.name).take(index) for f in fields(self) if f.name != "forms"}
        return replace(self, **columns)


def find_headers(content: bytes, seen: Callable[[int], None] = lambda _: None) -> Headers:
    """The headers in a text; `seen` is told now and then how many bytes have been looked at."""
    lines = _lines_that_may_open(content, seen)
    found = _Found(content, lines.start)
    rest = np.arange(len(lines.start))
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


@dataclass(frozen=True, slots=True, eq=False)
class _Lines:
    """Where lines begin, where their line feeds stand (or the text ends), and their numbers."""

    start: Int64Array
    feed: Int64Array
    number: Int64Array


def _lines_that_may_open(content: bytes, seen: Callable[[int], None]) -> _Lines:
    """The lines that are long enough for a header and start like one."""
    data = np.frombuffer(content, np.uint8)
    size = len(content)
    starts, feeds, numbers = ([np.zeros(0, np.int64)] for _ in range(3))
    line_start = line = 0
    for low in range(0, size, _CHUNK):
        ends = np.flatnonzero(data[low : low + _CHUNK] == ord("\n"))
        ends += low
        if low + _CHUNK >= size and not content.endswith(b"\n"):
            ends = np.append(ends, size)
        if not len(ends):
            continue
        begins = np.empty_like(ends)
        begins[0] = line_start
        np.add(ends[:-1], 1, out=begins[1:])
        may = np.flatnonzero(_OPENS.take(data[begins]) & (ends - begins >= SHORTEST))
        starts.append(begins.take(may))
        feeds.append(ends.take(may))
        numbers.append(may + (line + 1))
        line_start = int(ends[-1]) + 1
        line += len(ends)
        seen(min(low + _CHUNK, size))
    return _Lines(*(np.concatenate(column) for column in (starts, feeds, numbers)))


class _Found:
    """The lines in question, and what has been read off them so far. `length` 0: not a header."""

    def __init__(self, content: bytes, starts: Int64Array) -> None:
        self._content = content
        self._starts = starts
        self._words = Words(content, starts)
        self._length = np.zeros(len(starts), np.int32)
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
        if shape.length > _LONGEST:
            self.one_by_one(rest[:1])
            return np.zeros(1, np.int64)
        hits = self._words.matching(shape.template, rest)
        index = rest.take(hits)
        for low in range(0, len(index), _LOT):
            self._read_numbers(shape, index[low : low + _LOT])
        self._length[index] = shape.length
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
            self._length[index], self._form[index] = columns[1], columns[2]
            for field, column in zip(FIELDS, columns[3:], strict=True):
                self._numbers[field][index] = column

    def headers(self, lines: _Lines) -> Headers:
        found = np.flatnonzero(self._length)
        start = lines.start.take(found)
        return Headers(
            start=start,
            body=start + self._length.take(found),
            feed=lines.feed.take(found),
            line=lines.number.take(found),
            form=self._form.take(found),
            forms=tuple(self._forms),
            **{field: column.take(found) for field, column in self._numbers.items()},
        )

    def _read_numbers(self, shape: _Shape, index: Int64Array) -> None:
        value = {k: (self._words.column(k).take(index) & low) - zeros for k, (low, zeros) in shape.values.items()}
        bytes_of = {k: word.view(np.uint8).reshape(-1, words.BYTES) for k, word in value.items()}
        for field, places in shape.digits.items():
            number: npt.NDArray[Any] = np.zeros(len(index), np.int16 if len(places) > 2 else np.uint8)
            for k, byte in places:
                np.multiply(number, 10, out=number)
                np.add(number, bytes_of[k][:, byte], out=number)
            if field == "h" and shape.after_noon is not None:
                number = _of_24(number, after_noon=shape.after_noon)
            self._numbers[field][index] = number
        # The mask lets pass `:` to `?`, which share the upper half of a digit's byte. An hour of 99 is none.
        for word in value.values():
            beyond = ((word + _SIXES | word) & _UPPER_HALVES) != 0
            if beyond.any():
                self._numbers["h"][index[beyond]] = 99

    def _read_line(self, match: re.Match[bytes]) -> tuple[int, ...]:
        """How long the header is, its form, its numbers."""
        a, b, c, h, mi, s = (_number(text) for text in match.group(*FIELDS))
        pm = after_noon(match)
        if pm is not None and h <= 12:
            h = h % 12 + 12 * pm
        return match.end() - match.start(), self._form_number(match), a, b, c, h, mi, s

    def _form_number(self, match: re.Match[bytes]) -> int:
        return self._forms.setdefault(form_of(match), len(self._forms))


@dataclass(frozen=True, slots=True)
class _Shape:
    """A header with its digits blanked: the words to compare, and where its numbers stand (word, byte in it).

    `values`: for each word that holds digits, which bits of it tell their values, and what zeros have there.
    """

    length: int
    template: Template
    digits: dict[str, list[tuple[int, int]]]
    values: dict[int, tuple[np.uint64, np.uint64]]
    after_noon: bool | None

    @classmethod
    def of(cls, match: re.Match[bytes]) -> _Shape:
        # A header that ends its line is only one where the line ends; its shape goes on that far, its length does not.
        template = bytearray(match[0] + _line_break_after(match))
        mask = bytearray(b"\xff" * len(template))
        low, zeros = bytearray(len(template)), bytearray(len(template))
        digits: dict[str, list[tuple[int, int]]] = {}
        for field in FIELDS:
            if match[field] is None:
                continue
            offset = match.start(field) - match.start()
            for digit in _DIGIT.finditer(match[field]):
                place = offset + digit.end() - 1
                digits.setdefault(field, []).append(divmod(place, words.BYTES))
                mask[place], low[place] = 0xF0, 0x0F
                template[place] &= 0xF0
                zeros[place] = ZERO_BYTES[digit[0]] & 0x0F
        values = Template.of(bytes(zeros), bytes(low))
        return cls(
            length=len(match[0]),
            template=Template.of(bytes(template), bytes(mask)),
            digits=digits,
            values={k: (values.masks[k], values.words[k]) for k in np.flatnonzero(values.masks).tolist()},
            after_noon=after_noon(match),
        )


def _line_break_after(match: re.Match[bytes]) -> bytes:
    if match["empty"] is None:
        return b""
    return b"\r\n" if match.string.startswith(b"\r", match.end()) else b"\n"


def _number(digits: bytes | None) -> int:
    return int(digits if digits.isascii() else digits.decode()) if digits else 0


def _of_24(hour: npt.NDArray[Any], *, after_noon: bool) -> Int16Array:
    """An hour beyond 12 is of 24 already, whatever stands beside it."""
    return np.where(hour <= 12, hour % 12 + 12 * after_noon, hour).astype(np.int16)


def _one_at_a_time(starts: Int64Array, rest: Int64Array) -> Iterator[int]:
    """Plain numbers, made in small lots, because mostly the first few are all that is needed."""
    for low in range(0, len(rest), 256):
        yield from starts[rest[low : low + 256]].tolist()
