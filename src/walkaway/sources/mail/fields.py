"""The header of a mail in, its fields, addresses and time out (RFC 5322, with the encoded words of RFC 2047)."""

from __future__ import annotations

import binascii
import re
from email.utils import parsedate_tz
from functools import lru_cache
from typing import NamedTuple

import numpy as np

_LARGEST_HEADER = 256 * 1024
_LARGEST_FIELD = 64 * 1024
_REMEMBERED = 512
"""Bytes of a field that may be remembered. Longer ones come once, and thousands of them would fill the memory."""
_WANTED = (
    b"from to cc bcc date subject message-id in-reply-to references content-type content-transfer-encoding "
    b"content-disposition auto-submitted precedence x-gm-thrid x-gmail-labels x-mozilla-status x-mozilla-draft-info "
    b"delivered-to return-path x-autoreply x-autorespond sender received list-id list-unsubscribe list-post list-help "
    b"feedback-id x-failed-recipients"
)
_FIELD = re.compile(rb"\n(%s):([^\n]*(?:\n[ \t][^\n]*)*)" % b"|".join(map(re.escape, _WANTED.split())), re.IGNORECASE)
_WORD = re.compile(r"=\?([A-Za-z0-9_.:*-]{1,40})\?([bBqQ])\?([^?\s]{0,4096})\?=")
_BETWEEN_WORDS = re.compile(r"(?<=\?=)\s{1,200}(?==\?)")
_PIECE = re.compile(r'(?:"[^"]{0,1000}"|[^",;])+')
_ADDRESS = re.compile(r"[^\s@<>()\",;:]{1,200}@[^\s@<>()\",;:]{1,200}")
_COMMENT = re.compile(r"\(([^()]{0,200})\)")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]+")
# Every other codec is no text, or takes time that grows with the square of its input, as punycode does.
_CHARSET = re.compile(
    r"(?i)utf-?_?(?:8|16|32)(?:[-_]?[bl]e)?|utf-?7|us-ascii|ascii|latin-?\d+|iso[-_]?8859[-_]\d{1,2}(?:-[ie])?|(?:windows|cp|ibm)[-_]?\d{3,5}"
    r"|koi8-[ru]|gb2312|gbk|gb18030|big5(?:-?hkscs)?|euc-?(?:jp|kr)|shift[-_]?jis|iso-2022-(?:jp|kr)(?:-\d)?|mac-?roman|tis-620|ks_c_5601-1987"
)
_DATE = re.compile(
    rb"\s*(?:[A-Za-z]{3},?\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*"
    rb"(?:([+-])(\d{2})(\d{2})|(GMT|UTC?|Z)\b)"
)
_NO_ZONE = re.compile(rb":\d\d\s*(?:\([^()]*\))?\s*$")
_MONTHS = {name: k for k, name in enumerate(b"jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}


class Address(NamedTuple):
    """Somebody as a header names them."""

    name: str
    address: str


class Instant(NamedTuple):
    """Seconds since 1970; in UTC unless `naive`."""

    seconds: int
    naive: bool


def fields(header: bytes) -> dict[bytes, bytes]:
    """The fields we ask about, in lower case, unfolded. Of several of one name the first counts."""
    found: dict[bytes, bytes] = {}
    for name, value in _FIELD.findall(b"\n" + header[:_LARGEST_HEADER]):
        found.setdefault(name.lower(), value.translate(None, b"\r\n").strip()[:_LARGEST_FIELD])
    return found


def header_and_rest(raw: bytes) -> tuple[bytes, bytes]:
    """What stands before the first empty line, and what stands after it."""
    plain = raw.find(b"\n\n")
    end = plain if plain >= 0 else len(raw)
    wide = raw.find(b"\n\r\n", 0, end) if raw.find(b"\r", 0, end) >= 0 else -1
    if wide >= 0:
        return raw[:wide], raw[wide + 3 :]
    return (raw, b"") if plain < 0 else (raw[:plain], raw[plain + 2 :])


def as_text(content: bytes, charset: str = "") -> str:
    """Bytes in a charset as text; a charset that is none, or wrong, is taken for UTF-8, then for Windows'."""
    if charset and _CHARSET.fullmatch(charset):
        try:
            return content.decode(charset)
        except (LookupError, UnicodeError):
            pass
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def words(value: str) -> str:
    """A field with its encoded words read."""
    if "=?" not in value:
        return value
    return _WORD.sub(_word, _BETWEEN_WORDS.sub("", value))


def _word(match: re.Match[str]) -> str:
    charset, way, content = match.groups()
    raw = content.encode("ascii", "replace")
    base64 = way in "bB"
    try:
        raw = binascii.a2b_base64(raw + b"=" * (-len(raw) % 4)) if base64 else binascii.a2b_qp(raw, header=True)
    except (binascii.Error, ValueError):
        return content
    return as_text(raw, charset.partition("*")[0])


def addresses(value: bytes) -> tuple[Address, ...]:
    """Everybody a field names, addresses in lower case."""
    return _known(value) if len(value) <= _REMEMBERED else _named(value)


@lru_cache(maxsize=1 << 14)
def _known(value: bytes) -> tuple[Address, ...]:
    return _named(value)


def _named(value: bytes) -> tuple[Address, ...]:
    found: dict[str, Address] = {}
    for piece in _PIECE.findall(as_text(value)):
        before, angle, after = piece.partition("<")
        match = _ADDRESS.search(after if angle else piece)
        if match is None:
            continue
        name = before
        if not angle:
            comment = _COMMENT.search(piece)
            name = comment[1] if comment else ""
        address = _CONTROL.sub("", match[0]).lower()
        found.setdefault(address, Address(clean(words(name.strip().strip('"').replace('\\"', '"'))), address))
    return tuple(found.values())


def clean(name: str) -> str:
    """A name that can be shown on a terminal."""
    whole = name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _CONTROL.sub(" ", whole).strip().strip("'\"").strip()


def instant(value: bytes) -> Instant | None:
    """The time of a Date field."""
    match = _DATE.match(value)
    if match is None or match[2].lower() not in _MONTHS:
        return _odd_instant(value)
    day, _, year, hour, minute, second, sign, zone_hour, zone_minute, _ = match.groups()
    shift = 0 if sign is None else (int(zone_hour) * 60 + int(zone_minute)) * 60 * (-1 if sign == b"-" else 1)
    clock = (int(hour) * 60 + int(minute)) * 60 + int(second or 0)
    return Instant(_days(int(year), _MONTHS[match[2].lower()], int(day)) * 86_400 + clock - shift, naive=False)


def _odd_instant(value: bytes) -> Instant | None:
    """Years of two digits, zones by name, an order of its own: what the standard library can still read."""
    try:
        parts = parsedate_tz(value[:200].decode("latin-1"))
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    if parts is None or not (1 <= parts[1] <= 12 and 1 <= parts[2] <= 31 and 1970 <= parts[0] < 2100):
        return None
    seconds = _days(*parts[:3]) * 86_400 + parts[3] * 3600 + parts[4] * 60 + parts[5]
    # A zone it does not find is 0 to the library: UTC and "not said" look the same there.
    return Instant(seconds - (parts[9] or 0), naive=bool(_NO_ZONE.search(value[:200])))


def _days(year: int, month: int, day: int) -> int:
    """Days since 1970."""
    return _first_of(year, month) + day - 1


@lru_cache(maxsize=2048)
def _first_of(year: int, month: int) -> int:
    return int(np.datetime64(f"{year:04}-{month:02}", "D").astype(np.int64))
