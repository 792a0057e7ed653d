"""Where each message's header ends in, who wrote it and where the words begin out.

The author is what stands before the first ": " of the message's first line; a line without one is the system
speaking. What a single line cannot tell, the file decides:

    Dr: Ann: hello                 a name may hold ": ", then every line of "Dr" goes on with "Ann: " or another name
    Ann:hello                      no space (Chinese phones): an author if it comes back, or is one single word
    Ann:.                          a picture to be seen once: nothing, or a dot, without the space
    Ann changed the subject to "x: y"    an open quotation mark, or a known phrase, said by nobody
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from walkaway.core.events import BoolArray, Int32Array, Int64Array
from walkaway.sources.whatsapp.header import MARKS
from walkaway.sources.whatsapp.phrases import LEAD_WORDS, SYSTEM
from walkaway.sources.whatsapp.pieces import pieces, runs
from walkaway.sources.whatsapp.words import Template, Words, without

LONGEST_NAME = 128
"""Bytes. Longer is a sentence."""

_COMES_BACK = 3
_SHORT_NAME = 24
_RARE_NAMES = 8
_FEW = 32
"""Up to so many names it is quicker to look for each than to sort."""

_NOBODY = np.int32(-1)
_QUOTES = '["“”„«»「」]'
_OPENING, _CLOSING = "“„«「", "”»」"
_INVISIBLE = re.compile(f"[{MARKS}\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True, eq=False)
class Authors:
    """`who` counts into `names` (order of first appearance), -1 for nobody. `text` is where the words begin.

    `bare`: nothing, or a dot alone, followed the colon without a space.
    """

    who: Int32Array
    names: tuple[str, ...]
    text: Int64Array
    bare: BoolArray


def split_authors(content: bytes, body: Int64Array, line_end: Int64Array, size: int) -> Authors:
    """`body` is where each message begins behind its header, `line_end` where its first line ends."""
    name_end, code, names = _names(content, body, line_end, size)
    left = np.flatnonzero(name_end < 0)
    longer = _longer_names(content, body, line_end, name_end, code)
    if longer is not None:
        name_end = longer
        code, names = _coded(content, body, name_end)
    sentence = _sentences(code, names)
    if sentence.any():
        code[np.append(sentence, values=False)[code]] = _NOBODY

    text = np.where(code >= 0, name_end + 2, body)
    bare = np.zeros(len(body), np.bool_)
    if len(left):
        known = {_clean(name) for name in names} - {""}
        end, bare[left] = _without_space(content, body[left], line_end[left], known)
        more, more_names = _coded(content, body[left], end)
        code[left] = np.where(more >= 0, more + np.int32(len(names)), _NOBODY)
        names += more_names
        text[left] = np.where(more >= 0, end + 1, body[left])
    who, people = _people(code, names)
    return Authors(who=who, names=people, text=np.where(who >= 0, text, body), bare=bare)


def _names(
    content: bytes, body: Int64Array, line_end: Int64Array, size: int
) -> tuple[Int64Array, Int32Array, list[str]]:
    """Where the name before each first ": " ends (-1 without one), the code of each name, and the names."""
    code, rest, names = _frequent_names(content, body, line_end)
    lengths = np.array([*(len(name.encode()) for name in names), 0])  # the last place serves code -1
    name_end = body + lengths[code]
    colon = _first(": ", content, body[rest], line_end[rest], size)
    name_end[rest] = np.where((colon >= 0) & (colon <= LONGEST_NAME), body[rest] + colon, -1)
    more, more_names = _coded(content, body[rest], name_end[rest])
    code[rest] = np.where(more >= 0, more + np.int32(len(names)), _NOBODY)
    return name_end, code, names + more_names


def _frequent_names(content: bytes, body: Int64Array, line_end: Int64Array) -> tuple[Int32Array, Int64Array, list[str]]:
    """The names that many rows share, found as headers are (`peel.py`): codes, the rows left to do, and the names.

    A row that begins with a name and its ": " has its first ": " there, since the name holds none.
    """
    code = np.full(len(body), _NOBODY, np.int32)
    words = Words(content, body)
    rest, passed, names = np.arange(len(body)), [], list[str]()
    rare = 0
    while len(rest) and rare < _RARE_NAMES:
        row = int(rest[0])
        start = int(body[row])
        colon = content.find(b": ", start, min(int(line_end[row]), start + _SHORT_NAME))
        if colon < 0:
            passed.append(row)
            rest = rest[1:]
            rare += 1
            continue
        hits = words.matching(Template.of(content[start : colon + 2]), rest)
        found = rest.take(hits)
        code[found] = len(names)
        names.append(content[start:colon].decode())
        rare += int(len(found) * 16 < len(rest))
        rest = without(rest, hits)
    return code, np.sort(np.concatenate((np.array(passed, np.int64), rest))), names


def _first(what: str, content: bytes, begin: Int64Array, end: Int64Array, size: int) -> Int64Array:
    """How far behind each `begin` the first `what` stands that is over before `end`; -1 where none does."""
    if not len(begin):
        return np.zeros(0, np.int64)
    found = np.asarray(pc.find_substring(runs(content, begin, size), what)).astype(np.int64)
    return np.where(begin + found + len(what) <= end, found, -1)


def _coded(content: bytes, body: Int64Array, name_end: Int64Array) -> tuple[Int32Array, list[str]]:
    """Names as written: a code for each row (-1 without one) and the names, in order of first appearance."""
    rows = np.flatnonzero(name_end >= 0)
    code = np.full(len(body), _NOBODY, np.int32)
    if not len(rows):
        return code, []
    encoded = pieces(content, body[rows], name_end[rows]).dictionary_encode()
    code[rows] = np.asarray(encoded.indices)
    return code, encoded.dictionary.to_pylist()


def _counts(code: Int32Array, least: int = 0) -> Int64Array:
    """How often each code occurs; -1 is none."""
    return np.bincount(code + np.int32(1), minlength=least + 1)[1:]


def _clean(name: str) -> str:
    return _INVISIBLE.sub("", name).strip()


def _people(code: Int32Array, names: list[str]) -> tuple[Int32Array, tuple[str, ...]]:
    """The same name with and without invisible marks is one person; a name of nothing is nobody."""
    seen, first = _first_rows(code, len(names))
    people: dict[str, int] = {}
    person = np.full(len(names) + 1, _NOBODY, np.int32)  # the last place serves code -1
    for k in seen[np.argsort(first)].tolist():
        clean = _clean(names[k])
        if clean:
            person[k] = people.setdefault(clean, len(people))
    return person[code], tuple(people)


def _first_rows(code: Int32Array, count: int) -> tuple[Int64Array, Int64Array]:
    """The codes that occur, and the first row of each."""
    if count > _FEW:
        seen, first = np.unique(code, return_index=True)
        return seen[seen >= 0].astype(np.int64), first[seen >= 0].astype(np.int64)
    found = [(k, int(rows.argmax())) for k in range(count) if (rows := code == k).any()]
    pairs = np.array(found, np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]


def _longer_names(
    content: bytes, body: Int64Array, line_end: Int64Array, name_end: Int64Array, code: Int32Array
) -> Int64Array | None:
    """Where every line of an author has a second ": ", and what stands before it always comes back, that is the name.

    None: no such author.
    """
    counts = _counts(code)
    # One line without a second ": " settles it, so one look at each author's first line spares most of the work.
    seen, first = _first_rows(code, len(counts))
    first = np.sort(first[counts[seen] >= _COMES_BACK])
    second = _second(content, line_end, name_end, first)
    suspects = code[first[second >= 0]]
    if not len(suspects):
        return None
    rows = np.flatnonzero(np.isin(code, suspects))
    second = _second(content, line_end, name_end, rows)
    longer, names = _coded(content, body[rows], second)
    comes_back = _counts(longer, len(names)) >= _COMES_BACK
    comes_back &= np.array([not name.endswith(LEAD_WORDS) for name in names], np.bool_)
    spoilt = np.unique(code[rows[~np.append(comes_back, values=False)[longer]]])
    fits = ~np.isin(code[rows], spoilt)
    name_end = name_end.copy()
    name_end[rows[fits]] = second[fits]
    return name_end


def _second(content: bytes, line_end: Int64Array, name_end: Int64Array, rows: Int64Array) -> Int64Array:
    """Where the second ": " of these rows stands, -1 where there is none."""
    begin = name_end[rows] + 2
    further = _first(": ", content, begin, line_end[rows], int(line_end[rows[-1]]) if len(rows) else 0)
    return np.where(further >= 0, begin + further, -1)


def _sentences(code: Int32Array, names: list[str]) -> BoolArray:
    """Which of the names are sentences of the system that happen to hold a ": "."""
    counts = _counts(code, len(names))
    column = pa.array(names, pa.large_string())
    sentence: BoolArray = counts == 1
    if sentence.any():
        sentence &= np.asarray(pc.match_substring_regex(column, SYSTEM))
    quoted = (counts < _COMES_BACK) & np.asarray(pc.match_substring_regex(column, _QUOTES))
    for k in np.flatnonzero(quoted).tolist():
        sentence[k] |= _open_quotation(names[k])
    return sentence


def _open_quotation(name: str) -> bool:
    opened = sum(name.count(mark) for mark in _OPENING)
    closed = sum(name.count(mark) for mark in _CLOSING)
    return name.count('"') % 2 == 1 or opened != closed


def _without_space(
    content: bytes, body: Int64Array, line_end: Int64Array, known: set[str]
) -> tuple[Int64Array, BoolArray]:
    """Name ends of lines that have no ": ", -1 where nobody speaks; and which of them hold nothing, or only a dot."""
    lines = pieces(content, body, line_end)
    bare = np.asarray(pc.match_substring_regex(lines, r"^[^:]*[^:\s]:\.?$"))
    colon = np.asarray(pc.find_substring(lines, ":")).astype(np.int64)
    may = (colon > 0) & (colon <= LONGEST_NAME) & ~bare
    # A time (10:30) and an address (https://…) hold a colon that follows no name.
    may &= ~np.asarray(pc.match_substring_regex(lines, r"^[^:]*(?:\d:\d|:/)"))
    name_end = np.where(may, body + colon, -1)
    code, names = _coded(content, body, name_end)
    counts = _counts(code, len(names))
    author = np.zeros(len(names) + 1, np.bool_)
    for k, name in enumerate(names):
        comes_back = counts[k] > 1 or _clean(name) in known
        author[k] = (comes_back or not re.search(r"\s", name)) and not _open_quotation(name)
    name_end[~author[code]] = -1
    bare &= colon <= LONGEST_NAME
    return np.where(bare, body + colon, name_end), bare
