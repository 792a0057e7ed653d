"""The bytes of an SMS backup in, a piece at a time; bytes that an XML parser takes, out.

The app writes emoji as two references to halves of a character, which no parser may accept: they are joined. Pictures
stand in `data="..."` as base64, megabytes of it, and nobody asks for them: they are passed over as they stream by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_DATA = b' data="'
_BASE64 = re.compile(rb"[A-Za-z0-9+/=]{96}")
_BASE64_LENGTH = 96
_RUN = re.compile(rb"(?:&#(?:[xX][0-9a-fA-F]{1,6}|[0-9]{1,7});)+")
_ONE = re.compile(rb"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
_OPEN_END = re.compile(rb"(?:&#?[0-9A-Za-z]{0,8};?){1,3}$")
_FORBIDDEN = bytes(b for b in range(32) if b not in b"\t\n\r")
_REPLACEMENT = 0xFFFD


def sound(chunks: Iterable[bytes]) -> Iterator[bytes]:
    carry, passing = b"", False
    for chunk in chunks:
        out: list[bytes] = []
        data = carry + chunk
        place = 0
        carry = b""
        while True:
            if passing:
                place = data.find(b'"', place)
                if place < 0:
                    break
                passing = False
            found = data.find(_DATA, place)
            if found < 0:
                rest = data[place:]
                keep = _tail(rest)
                out.append(rest[: len(rest) - keep])
                carry = rest[len(rest) - keep :]
                break
            begin = found + len(_DATA)
            if len(data) < begin + _BASE64_LENGTH:
                out.append(data[place:found])
                carry = data[found:]
                break
            passing = bool(_BASE64.match(data, begin))
            out.append(data[place:begin])
            place = begin
        yield _joined(b"".join(out))
    yield _joined(carry)


def _tail(data: bytes) -> int:
    """How many bytes at the end may belong to something that goes on in the next piece."""
    end = data[-64:]
    open_ = _OPEN_END.search(end)
    most = len(end) - open_.start() if open_ else 0
    for length in range(len(_DATA), most, -1):
        if data.endswith(_DATA[:length]):
            return length
    return most


def _joined(data: bytes) -> bytes:
    if b"&#" in data:
        data = _RUN.sub(_characters, data)
    return data.translate(None, _FORBIDDEN)


def _characters(match: re.Match[bytes]) -> bytes:
    """References to characters in place of references to their halves, or to what is no character."""
    numbers = [int(hexadecimal, 16) if hexadecimal else int(number) for hexadecimal, number in _ONE.findall(match[0])]
    whole: list[int] = []
    for number in numbers:
        if 0xDC00 <= number < 0xE000 and whole and 0xD800 <= whole[-1] < 0xDC00:
            whole[-1] = 0x10000 + ((whole[-1] - 0xD800) << 10) + number - 0xDC00
        else:
            whole.append(number)
    return b"".join(b"&#%d;" % (number if _is_character(number) else _REPLACEMENT) for number in whole)


def _is_character(number: int) -> bool:
    """Char of XML 1.0, section 2.2."""
    return number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 0x10000 <= number < 0x110000
