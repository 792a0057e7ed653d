"""The same export, read the slow and obvious way: line by line, one message at a time, with lists and dicts.

It shares with the real reader the pattern of a header and the table of phrases, and nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import pairwise

from walkaway.core.events import Kind
from walkaway.sources.whatsapp import phrases
from walkaway.sources.whatsapp.header import FIELDS, HEADER, MARKS, Form, after_noon, form_of

EPOCH = date(1970, 1, 1)
LRM = "\u200e"


class Undecided(Exception):
    """The order of day and month is open."""


@dataclass
class Row:
    line: int
    local: int
    author: str | None
    text: str
    kind: Kind


@dataclass
class Header:
    index: int
    rest: str
    """What stands behind the header on its line."""
    form: Form
    numbers: tuple[int, int, int]
    clock: time
    local: int = 0


def read(raw: bytes, order: str | None = None) -> list[Row]:
    content = raw.decode(errors="replace").replace("\r\n", "\n")
    lines = content.removesuffix("\n").split("\n")
    headers = [header for index, line in enumerate(lines) if (header := _header(index, line)) is not None]
    headers = _dated(_without_rare_forms(headers), order)
    rows = []
    for number, header in enumerate(headers):
        until = headers[number + 1].index if number + 1 < len(headers) else len(lines)
        rows.append("\n".join([header.rest, *lines[header.index + 1 : until]]))
    authors = _authors([text.split("\n")[0] for text in rows])
    return _with_kinds(headers, rows, authors)


def _header(index: int, line: str) -> Header | None:
    encoded = line.encode()
    match = HEADER.match(encoded + b"\n")
    if match is None:
        return None
    numbers = {field: int((match[field] or b"0").decode()) for field in FIELDS}
    hour = numbers["h"]
    pm = after_noon(match)
    if pm is not None and hour <= 12:
        hour = hour % 12 + (12 if pm else 0)
    try:
        clock = time(hour, numbers["mi"], numbers["s"])
    except ValueError:
        return None
    rest = encoded[match.end() :].decode()
    return Header(index, rest, form_of(match), (numbers["a"], numbers["b"], numbers["c"]), clock)


# Forms and dates


def _without_rare_forms(headers: list[Header]) -> list[Header]:
    counts = Counter(header.form for header in headers)
    most = max(counts.values(), default=0)

    def rare(form: Form) -> bool:
        n = counts[form]
        return (n == 1 or n < 0.001 * len(headers)) and most >= 3 * n

    return [header for header in headers if not rare(header.form)]


def _day(numbers: tuple[int, int, int], order: str) -> int | None:
    part = dict(zip(order, numbers, strict=True))
    year = part["y"] + 2000 if part["y"] < 100 else part["y"]
    if not 1980 <= year <= 2099:
        return None
    try:
        return (date(year, part["m"], part["d"]) - EPOCH).days
    except ValueError:
        return None


def _order(numbers: list[tuple[int, int, int]], year: str) -> tuple[str, bool]:
    """The order, and whether it is one at all."""
    distinct = numbers[:1] + [after for before, after in pairwise(numbers) if after != before]

    def days(order: str) -> list[int]:
        return [day for one in distinct if (day := _day(one, order)) is not None]

    def impossible(order: str) -> int:
        return len(distinct) - len(days(order))

    def back(order: str) -> int:
        return sum(after < before for before, after in pairwise(days(order)))

    usual = {"last": ["dmy", "mdy"], "short": ["dmy", "mdy"], "first": ["ymd", "ydm"], "middle": ["myd", "dym"]}[year]
    least = min(map(impossible, usual))
    possible = [order for order in usual if impossible(order) == least]
    if year == "short" and impossible("ymd") <= least and all(back(order) > 2 * back("ymd") for order in possible):
        return "ymd", True
    if len(possible) == 1 or days(possible[0]) == days(possible[1]):
        return possible[0], True
    one, other = possible
    if back(other) > 2 * back(one):
        return one, True
    if back(one) > 2 * back(other):
        return other, True
    if year == "first":
        return "ymd", True
    for this, that in ((one, other), (other, one)):
        steps = sorted(after - before for before, after in pairwise(days(this)))
        leaps = [abs(after - before) for before, after in pairwise(days(that))]
        half = len(steps) // 2
        middle = (steps[half] + steps[-half - 1]) / 2 if steps else 0
        if len(steps) >= 6 and middle <= 3 and min(leaps) >= 28:
            return this, True
    return one, False


def _dated(headers: list[Header], order: str | None) -> list[Header]:
    if not headers:
        return []
    counts = Counter(header.form for header in headers)
    main = next(form for form, n in counts.most_common() if n == max(counts.values()))
    four_last = any(form.year == "last" for form in counts)
    year_of = {form: "last" if form.year == "short" and four_last else form.year for form in counts}
    undecided = set()
    dated = []
    chosen = {}
    for year in set(year_of.values()):
        some = [header.numbers for header in headers if year_of[header.form] == year]
        if order is not None and (year == year_of[main] or (year in {"last", "short"} and order in {"dmy", "mdy"})):
            chosen[year] = order
        else:
            chosen[year], certain = _order(some, year)
            if not certain:
                undecided.add(year)
    for header in headers:
        day = _day(header.numbers, chosen[year_of[header.form]])
        if day is not None:
            header.local = day * 86400 + header.clock.hour * 3600 + header.clock.minute * 60 + header.clock.second
            dated.append(header)
    dated = _without_out_of_place(dated)
    if any(year_of[header.form] in undecided for header in dated):
        raise Undecided
    return dated


def _without_out_of_place(headers: list[Header]) -> list[Header]:
    counts = Counter(header.form for header in headers)
    if not counts:
        return headers
    main = next(form for form, n in counts.items() if n == max(counts.values()))
    fitting = Counter[Form]()
    for k, header in enumerate(headers):
        before = [other.local for other in headers[:k] if other.form == main][-1:]
        after = [other.local for other in headers[k:] if other.form == main][:1]
        if all(t <= header.local for t in before) and all(header.local <= t for t in after):
            fitting[header.form] += 1
    return [
        header
        for header in headers
        if header.form == main or counts[header.form] > max(1.0, 0.1 * len(headers)) or fitting[header.form]
    ]


# Who


def _clean(name: str) -> str:
    kept = (c for c in name if c not in MARKS and unicodedata.category(c) != "Cc")  # no control characters
    return "".join(kept).strip()


def _open_quotation(name: str) -> bool:
    return name.count('"') % 2 == 1 or sum(name.count(m) for m in "“„«「") != sum(name.count(m) for m in "”»」")


def _authors(lines: list[str]) -> list[tuple[str | None, int, bool]]:
    """Per first line: who, where the words begin, and whether they are bare."""
    first = [_left(line, line.find(": ")) for line in lines]
    named = Counter(name for name in first if name is not None)
    names = list(first)
    for author, n in named.items():
        rows = [k for k, name in enumerate(first) if name == author]
        longer = {k: _left(lines[k], lines[k].find(": ", len(author) + 2)) for k in rows}
        back = Counter(longer.values())
        if n >= 3 and all(
            name is not None and back[name] >= 3 and not name.endswith(phrases.LEAD_WORDS) for name in longer.values()
        ):
            names = [longer.get(k, name) for k, name in enumerate(names)]
    counts = Counter(name for name in names if name is not None)

    def sentence(name: str) -> bool:
        return (counts[name] == 1 and re.search(phrases.SYSTEM, name, re.ASCII) is not None) or (
            counts[name] < 3 and _open_quotation(name)
        )

    known = {_clean(name) for name in counts}
    no_space = [
        _left(line, line.find(":"))
        if name is None
        and line.find(":") > 0
        and not _bare(line)
        and not re.match(r"[^:]*(?:\d:\d|:/)", line, re.ASCII)
        else None
        for line, name in zip(lines, first, strict=True)
    ]
    tight = Counter(name for name in no_space if name is not None)
    result: list[tuple[str | None, int, bool]] = []
    for k, line in enumerate(lines):
        name, begin, bare = names[k], 0, False
        if name is not None and not sentence(name):
            begin = len(name) + 2
        elif first[k] is not None:
            name = None
        elif _bare(line):
            name, bare = _left(line, line.find(":")), True
        else:
            name = no_space[k]
            if name is not None:
                back_again = tight[name] > 1 or _clean(name) in known
                if _open_quotation(name) or (re.search(r"\s", name) and not back_again):
                    name = None
        if name is not None and not begin:
            begin = len(name) + 1
        if name is None or not _clean(name):
            result.append((None, 0, bare and name is not None))
        else:
            result.append((_clean(name), begin, bare))
    return result


def _left(line: str, colon: int) -> str | None:
    return line[:colon] if colon >= 0 and len(line[:colon].encode()) <= 128 else None


def _bare(line: str) -> bool:
    found = re.fullmatch(r"([^:]*[^:\s]):\.?", line, re.ASCII)
    return found is not None and len(found[1].encode()) <= 128


# What


def _plain(line: str) -> str:
    line = "".join(character for character in line if character not in MARKS)
    return re.sub("[\u00a0\u202f\u2009]", " ", line).rstrip(" ").rstrip(".")


def _by_phrase(line: str, *, untyped: bool, one_line: bool) -> Kind:
    kind = Kind.TEXT
    for candidate, some in phrases.PHRASES.items():
        if line in {phrase.rstrip(".") for phrase in some}:
            kind = candidate
    if kind == Kind.CALL and not untyped:
        kind = Kind.TEXT
    for candidate, some in phrases.PATTERNS.items():
        if kind == Kind.TEXT and any(re.fullmatch(pattern, line, re.ASCII) for pattern in some):
            kind = candidate
    return kind if one_line or kind in {Kind.MEDIA, Kind.POLL, Kind.LOCATION} else Kind.TEXT


def _ends(text: str, some: tuple[str, ...]) -> bool:
    return text.endswith(some)


def _behind(text: str) -> bool:
    """The last mark stands before a placeholder, and nothing else follows."""
    tail = text[text.rfind(LRM) + 1 :] if LRM in text else ""
    if re.fullmatch(r"<[^<>:]{2,24} ?: [^<>]+>", tail, re.ASCII):
        return True
    return tail in phrases.PHRASES[Kind.MEDIA] or tail.removesuffix(".") in phrases.PHRASES[Kind.MEDIA]


def _with_kinds(headers: list[Header], bodies: list[str], authors: list[tuple[str | None, int, bool]]) -> list[Row]:
    rows: list[Row] = []
    for header, body, (author, begin, bare) in zip(headers, bodies, authors, strict=True):
        text = body[begin:]
        first = text.split("\n")[0]
        one_line = "\n" not in text
        kind = Kind.TEXT if author is not None else Kind.SYSTEM
        marked = text.startswith(LRM)
        if len(first.encode()) <= 400 and text:
            kind = _by_phrase(_plain(first), untyped=marked or author is None, one_line=one_line)
            if author is None and kind not in {Kind.CALL, Kind.MISSED_CALL}:
                kind = Kind.SYSTEM
        if kind == Kind.TEXT and _ends(text, phrases.EDITED):
            kind = Kind.EDITED
        if kind in {Kind.TEXT, Kind.EDITED}:
            file = "|".join(map(re.escape, phrases.ATTACHED))
            if re.fullmatch(rf"[{MARKS}]*\S.*\.\w{{2,5}} (?:{file})", first, re.ASCII) or _behind(text):
                kind = Kind.MEDIA
        if author is not None and (not text or (bare and text == ".")):
            kind = Kind.VIEW_ONCE
        rows.append(Row(header.index + 1, header.local * 1_000_000, author, text, kind))
    _under_a_name(rows)
    for row in rows:
        if row.kind == Kind.SYSTEM:
            row.author = None
    return rows


def _under_a_name(rows: list[Row]) -> None:
    open_rows = [
        (row, row.text.startswith(LRM), _plain(row.text.split("\n")[0]))
        for k, row in enumerate(rows)
        if row.kind == Kind.TEXT and row.author is not None and (k < 20 or row.text.startswith(LRM))
    ]
    for row, _, line in open_rows:
        if re.search(phrases.ENCRYPTION_NOTICE, line, re.ASCII):
            row.kind = Kind.SYSTEM
    typed = {row.author for row in rows if row.kind == Kind.TEXT and not row.text.startswith(LRM)}
    for row, marked, line in open_rows:
        if marked and row.kind == Kind.TEXT:
            system = re.search(phrases.SYSTEM, line, re.ASCII) or row.author not in typed or len(line) > 60
            row.kind = Kind.SYSTEM if system else Kind.MEDIA


def iso(local: int) -> str:
    return datetime.fromtimestamp(local // 1_000_000, UTC).replace(tzinfo=None).isoformat()
