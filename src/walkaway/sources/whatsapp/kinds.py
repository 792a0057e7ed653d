"""Messages and who wrote them in, what sort of act each one is out.

Most messages are plain text and are not looked at: only those that begin, or end, like something in the table of
phrases. Where a phone marks what nobody typed (iPhones put U+200E first), the mark decides; where it does not, only
a whole message that is a phrase counts, so "I added milk to the list" stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from walkaway.core.events import BoolArray, Int32Array, Int64Array, Kind, UInt8Array
from walkaway.sources.whatsapp import phrases
from walkaway.sources.whatsapp.header import MARKS
from walkaway.sources.whatsapp.pieces import pieces
from walkaway.sources.whatsapp.words import items

NOT_TYPED = "\u200e"

UInt32Array = npt.NDArray[np.uint32]

_LONGEST = 400
_NOTICE_WITHIN = 20
_HASH_BITS = 18
_LONGEST_PLACEHOLDER = 60
_TAKES_MORE_LINES = (Kind.MEDIA, Kind.POLL, Kind.LOCATION)
"""A caption, the choices of a poll, the name of a place."""


def _either(choices: tuple[str, ...]) -> str:
    return "|".join(re.escape(choice) for choice in choices)


def _table(fours: Iterable[bytes]) -> BoolArray:
    """Whether four bytes can be among these, by their hash: no false no, and hardly a false yes."""
    table = np.zeros(1 << _HASH_BITS, np.bool_)
    table[_hash(np.array([np.frombuffer(four, np.uint32)[0] for four in fours], np.uint32))] = True
    return table


def _hash(fours: UInt32Array) -> UInt32Array:
    """The upper bits of a product (Knuth, The Art of Computer Programming 3, 6.4); it wraps on purpose."""
    product: UInt32Array = fours * np.uint32(2654435769) >> np.uint32(32 - _HASH_BITS)
    return product


def _fours(content: bytes) -> UInt32Array:
    """The text as four-byte words, one beginning at every single byte."""
    return np.ndarray(len(content) - 3, np.uint32, buffer=content, strides=(1,))


_ALL_PHRASES = [phrase for some in phrases.PHRASES.values() for phrase in some]
_BEGINNINGS = _table(phrase.encode()[:4] for phrase in (*_ALL_PHRASES, *phrases.LOCATION_WORDS))
_ENDINGS = _table(
    (phrase + stop).encode()[-4:]
    for phrase in (*phrases.PHRASES[Kind.MEDIA], *phrases.EDITED, *phrases.ATTACHED)
    for stop in ("", ".")
)
_MARKS = _table(mark.encode() + b"\0" for mark in MARKS)
_MARK, _THREE_BYTES = np.frombuffer(NOT_TYPED.encode() + b"\0" + b"\xff\xff\xff\0", np.uint32)
_KIND_OF = {phrase.rstrip("."): kind for kind, some in phrases.PHRASES.items() for phrase in some}
_PHRASES = pa.array(_KIND_OF, pa.large_string())
_PHRASE_KINDS = np.array([*_KIND_OF.values()], np.uint8)
_PATTERNS = {kind: f"^(?:{'|'.join(some)})$" for kind, some in phrases.PATTERNS.items()}
_ATTACHED = rf"^[{MARKS}]*\S.*\.\w{{2,5}} (?:{_either(phrases.ATTACHED)})$"
_BEHIND = rf"{NOT_TYPED}(?:(?:{_either(phrases.PHRASES[Kind.MEDIA])})\.?|<[^<>:]{{2,24}} ?: [^<>]+>)$"
_EDITED = rf"\s*[{MARKS}]*(?:{_either(phrases.EDITED)})$"


@dataclass(frozen=True, slots=True, eq=False)
class Messages:
    """Where each message's words begin and end, where its first line ends, and who wrote it (-1: nobody)."""

    begin: Int64Array
    line_end: Int64Array
    end: Int64Array
    who: Int32Array
    bare: BoolArray

    def __len__(self) -> int:
        return len(self.begin)


def kinds_of(content: bytes, messages: Messages, names: tuple[str, ...]) -> UInt8Array:
    """The kind of each message. SYSTEM is also what an iPhone prints under somebody's name without their doing."""
    m = messages
    nobody = m.who < 0
    kind = np.full(len(m), Kind.TEXT, np.uint8)
    kind[nobody] = Kind.SYSTEM
    length = m.end - m.begin
    four = items(content, m.begin, 4).view(np.uint32)
    three, one = four & _THREE_BYTES, four.view(np.uint8)[::4]
    marked = (three == _MARK) & ~nobody
    begins = _BEGINNINGS.take(_hash(four)) | _MARKS.take(_hash(three)) | (one == ord("<"))
    rows = np.flatnonzero(begins & (length > 0) & (m.line_end - m.begin <= _LONGEST))
    if len(rows):
        line = _plain(pieces(content, m.begin[rows], m.line_end[rows]))
        found = _by_phrase(line, untyped=marked[rows] | nobody[rows], one_line=m.line_end[rows] == m.end[rows])
        # What nobody wrote stays the system's, unless it is a call.
        found[nobody[rows] & (found != Kind.MISSED_CALL) & (found != Kind.CALL)] = Kind.SYSTEM
        kind[rows] = found
    _by_its_end(content, m, kind)
    nothing = (length == 0) | (m.bare & (length == 1) & (one == ord(".")))
    kind[~nobody & nothing] = Kind.VIEW_ONCE
    _said_under_a_name(content, m, kind, marked, names)
    return kind


def without_edit_mark(text: Any) -> Any:
    """What was typed, without WhatsApp's note that it was edited."""
    return pc.replace_substring_regex(text, _EDITED, "")


def _plain(column: Any) -> Any:
    """Without invisible marks, with plain spaces, without a full stop at the end."""
    column = pc.replace_substring_regex(column, f"[{MARKS}]", "")
    column = pc.replace_substring_regex(column, "[\u00a0\u202f\u2009]", " ")
    return pc.utf8_rtrim(pc.utf8_rtrim(column, " "), ".")


def _by_phrase(line: Any, *, untyped: BoolArray, one_line: BoolArray) -> UInt8Array:
    """The kind that the table gives a message with this first line; TEXT where it gives none."""
    place = np.asarray(pc.fill_null(pc.index_in(line, _PHRASES), -1))
    kind = np.where(place >= 0, _PHRASE_KINDS[place], Kind.TEXT).astype(np.uint8)
    # People do write "Video call". With a length of time, or marked, it is the phone that writes.
    kind[(kind == Kind.CALL) & ~untyped] = Kind.TEXT
    rows = np.flatnonzero(kind == Kind.TEXT)
    if len(rows):
        line = line.take(pa.array(rows))
        for of_kind, pattern in _PATTERNS.items():
            kind[rows[(kind[rows] == Kind.TEXT) & np.asarray(pc.match_substring_regex(line, pattern))]] = of_kind
    kind[~one_line & ~np.isin(kind, _TAKES_MORE_LINES)] = Kind.TEXT
    return kind


def _by_its_end(content: bytes, m: Messages, kind: UInt8Array) -> None:
    """Words with something of the phone's behind them: a picture's placeholder, a note that they were edited."""
    fours = _fours(content)
    four = fours[m.end - 4]
    ends = (four.view(np.uint8)[3::4] == ord(">")) | _ENDINGS.take(_hash(four))
    more = np.flatnonzero(m.line_end < m.end)
    ends[more] |= _ENDINGS[_hash(fours[m.line_end[more] - 4])]
    rows = np.flatnonzero(ends & (kind == Kind.TEXT))
    if not len(rows):
        return
    line = pieces(content, m.begin[rows], m.line_end[rows])
    text = pieces(content, m.begin[rows], m.end[rows])
    kind[rows[np.asarray(pc.match_substring_regex(text, _EDITED))]] = Kind.EDITED
    kind[rows[np.asarray(pc.match_substring_regex(line, _ATTACHED))]] = Kind.MEDIA
    holds_mark = np.flatnonzero(pc.match_substring(text, NOT_TYPED))
    if len(holds_mark):
        behind = pc.match_substring_regex(text.take(pa.array(holds_mark)), _BEHIND)
        kind[rows[holds_mark[np.asarray(behind)]]] = Kind.MEDIA


def _said_under_a_name(
    content: bytes, m: Messages, kind: UInt8Array, marked: BoolArray, names: tuple[str, ...]
) -> None:
    """Marked as not typed and in no table: the system, or a placeholder in a language we do not know."""
    looked_at = marked & (kind == Kind.TEXT)
    early = slice(None, _NOTICE_WITHIN)
    looked_at[early] |= (kind[early] == Kind.TEXT) & (m.who[early] >= 0)
    rows = np.flatnonzero(looked_at)
    if not len(rows):
        return
    line = _plain(pieces(content, m.begin[rows], m.line_end[rows]))
    notice = np.asarray(pc.match_substring_regex(line, phrases.ENCRYPTION_NOTICE))
    kind[rows[notice]] = Kind.SYSTEM
    if not marked[rows].any():
        return
    system = np.asarray(pc.match_substring_regex(line, phrases.SYSTEM)) & marked[rows]
    typed = np.zeros(len(names), np.bool_)
    typed[m.who[(kind == Kind.TEXT) & ~marked & (m.who >= 0)]] = True
    # A group's name only ever stands before such lines; a person's also before words.
    system |= marked[rows] & ~typed[m.who[rows]]
    system |= marked[rows] & np.asarray(pc.greater(pc.utf8_length(line), _LONGEST_PLACEHOLDER))
    kind[rows[system]] = Kind.SYSTEM
    kind[rows[marked[rows] & ~(notice | system)]] = Kind.MEDIA
