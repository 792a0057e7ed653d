"""The bytes of an mbox in, a piece at a time, its messages out, each without its envelope line.

An envelope is a line "From ..." with a time, at the start or after a line break, and a header field must follow: people
do begin lines with "From". Of a message with very large files only the beginning is kept, where its text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np

_ENVELOPE = re.compile(
    rb"From (?:[^\n]{0,300}?\d\d:\d\d[^\n]{0,100}|-?\s?)\r?\n(?=>?[A-Za-z][A-Za-z0-9-]{0,60}:[ \t\r\n])"
)
_MARGIN = 1024
"""More than an envelope and the name of the field after it are long."""
_LINE_FEED, _F = b"\nF"
_LOT = 1 << 18
"""So many bytes at a time stay in the processor's cache."""
LARGEST = 8 * 2**20
_KEPT = 2 * 2**20
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def is_mbox(head: bytes) -> bool:
    return bool(_ENVELOPE.match(head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")))


def split(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Messages in file order. What stands before the first envelope comes first."""
    beginning, data, looked = b"", b"", 0
    for chunk in chunks:
        data += chunk
        start = 0
        for cut, after in _envelopes(data, looked, len(data) - _MARGIN):
            yield beginning or data[start:cut]
            beginning, start = b"", after
        data = data[start:]
        looked = max(0, len(data) - _MARGIN)
        if len(data) > LARGEST:
            beginning = beginning or data[:_KEPT]
            data = data[-2 * _MARGIN :]
            looked = _MARGIN
    start = 0
    for cut, after in _envelopes(data, looked, len(data)):
        yield beginning or data[start:cut]
        beginning, start = b"", after
    yield beginning or data[start:]


def _envelopes(data: bytes, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Where an envelope begins and ends, for each that begins in this range."""
    if low == 0 and high > 0 and (match := _ENVELOPE.match(data)):
        yield 0, match.end()
    letters = np.frombuffer(data, np.uint8)
    for begin in range(low, max(low, high), _LOT):
        some = letters[begin : min(begin + _LOT, high) + 1]
        for place in np.flatnonzero((some[:-1] == _LINE_FEED) & (some[1:] == _F)).tolist():
            if match := _ENVELOPE.match(data, begin + place + 1):
                yield match.start(), match.end()


def unescaped(message: bytes) -> bytes:
    """mboxrd: a line of the text that began with "From " was given a ">"."""
    return _ESCAPED.sub(b"", message) if b">From " in message else message
