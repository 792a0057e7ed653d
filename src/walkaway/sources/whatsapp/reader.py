"""The bytes of an export in, its messages as columns out: when on the phone's clock, who, what, which line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import DateOrder, Progress, Skip
from walkaway.core.events import DAY, SECOND, Int32Array, Int64Array, Kind, UInt8Array
from walkaway.sources.whatsapp.authors import split_authors
from walkaway.sources.whatsapp.dates import Dates, ask, check, days_in, decide
from walkaway.sources.whatsapp.decoding import decode, not_text
from walkaway.sources.whatsapp.header import MARKS
from walkaway.sources.whatsapp.kinds import Messages, kinds_of
from walkaway.sources.whatsapp.peel import Headers, find_headers
from walkaway.sources.whatsapp.pieces import pieces
from walkaway.sources.whatsapp.quoted import main_form, out_of_place, rare_forms

_SKIPS_TOLD = 1000
_PREVIEW = 3
_PREVIEW_BYTES = 72


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Messages in file order. `local` is wall-clock time (us); `who` counts into `people`, -1 nobody; `line` from 1."""

    local: Int64Array
    who: Int32Array
    people: tuple[str, ...]
    text: Any
    kind: UInt8Array
    line: Int64Array
    skipped: tuple[Skip, ...]
    assumed: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.local)


def parse(
    raw: bytes, order: DateOrder | None = None, progress: Progress | None = None, *, name: str = "the file"
) -> Columns:
    """Every message of the export. Raises UnreadableArchive, OpenQuestion (order) or UsageError."""

    def done(share: float) -> None:
        if progress is not None:
            progress(round(share * len(raw)), len(raw))

    decoded = decode(name, raw)
    content = decoded.content
    size = len(content)
    headers = find_headers(content, lambda seen: done(seen / size / 2))
    headers = headers.where((headers.h < 24) & (headers.mi < 60) & (headers.s < 60))
    headers, local, certain = _dated(name, content, headers, order)
    if not len(headers):
        raise _no_message(name, content)
    done(0.6)
    returns = b"\r" in content
    last = size - int(content.endswith(b"\n"))
    end, line_end = np.append(headers.start[1:] - 1, last), headers.feed
    if returns:
        end, line_end = (_before_line_break(content, feed, size) for feed in (end, line_end))
    authors = split_authors(content, headers.body, line_end, size)
    done(0.8)
    messages = Messages(begin=authors.text, line_end=line_end, end=end, who=authors.who, bare=authors.bare)
    kind = kinds_of(content, messages, authors.names)
    who, people = _who_acted(authors.who, authors.names, kind)
    text = pieces(content, authors.text, end)
    if returns:
        text = _with_plain_line_breaks(text, _of_several_lines(headers))
    done(1.0)
    assumed = (*(() if certain else ("order",)), *(("broken_utf8",) if decoded.damaged else ()))
    skipped = _before_the_first(int(headers.line[0]))
    return Columns(local, who, people, text, kind, headers.line, skipped, assumed)


def _dated(name: str, content: bytes, headers: Headers, order: DateOrder | None) -> tuple[Headers, Int64Array, bool]:
    """The headers that open a message, and when. The others are words of the message before them.

    Whether the order was certain stands beside: it is decided for each place that the year takes in the file's forms,
    because numbers with the year in front tell nothing about numbers with the year at the end.
    """
    if not len(headers):
        return headers, np.zeros(0, np.int64), True
    headers = headers.where(~rare_forms(headers))
    place = _places_of_the_year(headers)
    main = place[main_form(headers)]
    dates = Dates(headers.a, headers.b, headers.c)
    days = np.zeros(len(headers), np.int64)
    possible = np.zeros(len(headers), np.bool_)
    open_ = np.zeros(len(headers), np.bool_)
    choices: tuple[DateOrder, ...] = ()
    certain = True
    used = {place[k] for k in np.unique(headers.form)} if len(place) > 1 else set(place)
    for year in sorted(used):
        rows = np.array([p == year for p in place])[headers.form] if len(used) > 1 else slice(None)
        some = dates.take(rows)
        chosen = _given(some, year, order, is_main=year == main) or decide(some, year)
        if isinstance(chosen, tuple):
            choices, chosen_order = chosen, chosen[0]
            open_[rows] = True
        elif isinstance(chosen, str):
            chosen_order = chosen
        else:
            chosen_order = chosen.order
            certain &= chosen.certain
        days[rows], possible[rows] = days_in(some, chosen_order)
    clock = headers.h * np.int32(3600) + headers.mi * np.int32(60) + headers.s
    local = days * DAY + clock * np.int64(SECOND)
    if not possible.all():
        headers, local, open_ = headers.where(possible), local[possible], open_[possible]
    words = out_of_place(headers, local)
    if words.any():
        headers, local, open_ = headers.where(~words), local[~words], open_[~words]
    if open_.any():
        raise ask(name, choices, _preview(content, headers))
    return headers, local, certain


def _places_of_the_year(headers: Headers) -> list[str]:
    """For each form. Beside years of four digits at the end, two digits stand at the end too."""
    years = [form.year for form in headers.forms]
    if len(years) == 1:
        return years
    used = {years[k] for k in np.unique(headers.form)}
    return ["last" if year == "short" and "last" in used else year for year in years]


def _given(dates: Dates, year: str, order: DateOrder | None, *, is_main: bool) -> DateOrder | None:
    if order is None:
        return None
    if is_main:
        check(dates, year, order)
        return order
    return order if year in ("last", "short") and order in ("dmy", "mdy") else None


def _before_line_break(content: bytes, feed: Int64Array, size: int) -> Int64Array:
    """From line feeds back to where their line breaks (LF or CRLF) begin. The text may end without one, at `size`."""
    data = np.frombuffer(content, np.uint8)
    end: Int64Array = feed - ((data[feed - 1] == ord("\r")) & (feed < size))
    return end


def _of_several_lines(headers: Headers) -> Int64Array:
    """The messages that may have more than one line: line numbers tell, except for the last."""
    several = np.ones(len(headers), np.bool_)
    several[:-1] = np.diff(headers.line) > 1
    return np.flatnonzero(several)


def _with_plain_line_breaks(text: Any, several: Int64Array) -> Any:
    """An iPhone breaks lines with CRLF; within a message that is LF to everybody else."""
    long = text.take(pa.array(several))
    if not pc.any(pc.match_substring(long, "\r\n")).as_py():
        return text
    mask = np.zeros(len(text), np.bool_)
    mask[several] = True
    return pc.replace_with_mask(text, pa.array(mask), pc.replace_substring(long, "\r\n", "\n"))


def _who_acted(who: Int32Array, names: tuple[str, ...], kind: UInt8Array) -> tuple[Int32Array, tuple[str, ...]]:
    """People are those who did something: under a group's name only the system speaks."""
    under_a_name = (kind == Kind.SYSTEM) & (who >= 0)
    if not under_a_name.any():
        return who, names
    who = np.where(under_a_name, np.int32(-1), who)
    acting = np.bincount(who[who >= 0], minlength=len(names)) > 0
    place = np.append(np.cumsum(acting) - 1, -1).astype(np.int32)
    people = tuple(name for name, acts in zip(names, acting.tolist(), strict=True) if acts)
    return place[who], people


def _before_the_first(line: int) -> tuple[Skip, ...]:
    """One skip for each line before the first message; a stretch without end is told in one."""
    reason = "no message begins here"
    told = [Skip(k, reason) for k in range(1, min(line, _SKIPS_TOLD + 1))]
    if line > _SKIPS_TOLD + 1:
        told.append(Skip(_SKIPS_TOLD + 1, f"no message begins here, nor on the lines up to {line - 1}"))
    return tuple(told)


def _preview(content: bytes, headers: Headers) -> list[str]:
    """The first and the last three messages, as short lines."""
    rows = range(len(headers))
    chosen = dict.fromkeys((*rows[:_PREVIEW], *rows[-_PREVIEW:]))
    return [_short_line(content, int(headers.start[row])) for row in chosen]


def _short_line(content: bytes, start: int) -> str:
    line = content[start : start + _PREVIEW_BYTES].partition(b"\n")[0]
    return line.rstrip().decode(errors="ignore").translate(dict.fromkeys(map(ord, MARKS)))


def _no_message(name: str, content: bytes) -> UnreadableArchive:
    if 0 in content:
        return not_text(name)
    return UnreadableArchive(
        f"In {name} no line begins with a date and a time, as messages of WhatsApp do. "
        "In WhatsApp, use Export chat > Without media and give me the .txt or .zip you get."
    )
