"""A CSV or Parquet table with the columns `when`, `who`, `text` and perhaps `kind` in, one chat out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from walkaway.app.column_mapping import mapped
from walkaway.app.errors import UnknownColumns, UnreadableArchive
from walkaway.app.ports import Archive, Progress, ReadOptions, Receipt, Skip
from walkaway.core.events import DAY, SECOND, BoolArray, Events, Int32Array, Int64Array, Kind, UInt8Array
from walkaway.sources.crm import Cells, crm_columns, read_contacts
from walkaway.sources.ordering import in_time_order
from walkaway.sources.times import (
    FIRST,
    LAST,
    NOON,
    Times,
    times_from_instants,
    times_from_numbers,
    times_from_text,
    times_from_wall_clock,
)
from walkaway.sources.wording import asks, count_words

NEEDED = ("when", "who", "text")
_MORE = ("with", "direction", "state")
KINDS = tuple(kind.name.lower() for kind in Kind)
_TYPED = (Kind.TEXT, Kind.EDITED, Kind.MEDIA)
_PARQUET = b"PAR1"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = (",", ";", "\t")
_MOST_ROWS = 20_000_000
_CONTROL = r"[\x00-\x1f\x7f-\x{9f}]"
_UNITS = {"s": SECOND, "ms": 1_000, "us": 1}  # microseconds in each; a Parquet time in ns is divided instead


class Table:
    """Reads a table that somebody, or another program, made."""

    name = "table"
    reads = "tables (a .csv or .parquet file with the columns when, who and text)"

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether this is Parquet, is called .csv or .tsv, or begins with a line that names our columns."""
        if head.startswith(_PARQUET):
            return True
        header = _header(_decode(head)[0])[1]
        if set(NEEDED) <= set(header) or crm_columns(header):
            return True
        return name.lower().endswith((".csv", ".tsv")) and (b"\x00" not in head or head.startswith(_UTF16))

    def read(self, name: str, raw: bytes, options: ReadOptions, progress: Progress | None = None) -> Archive:
        """The table as one chat. Skips name the line of a CSV on which the row begins, or the row of a Parquet file."""
        rows = _parquet(name, raw, options) if raw.startswith(_PARQUET) else _csv(name, raw, options)
        if "with" in rows.more:
            if progress:
                progress(len(raw), len(raw))
            return read_contacts(name, self.name, _cells(rows), options)
        times = _times(rows.when, options.tz)
        kind, known_kind = _kinds(rows.kind)
        who = _names(rows.who)
        named = np.asarray(pc.not_equal(who, "")) | (kind == Kind.SYSTEM)
        skipped = sorted([*rows.broken, *_skips(rows, times.read, named, known_kind)], key=lambda skip: skip.line)
        kept = np.flatnonzero(times.read & named & known_kind)
        if not len(kept):
            raise _nothing(name, skipped)
        people, people_index = _people(who.take(pa.array(kept)), kind[kept])
        text = rows.text.take(pa.array(kept))
        typed = np.isin(kind[kept], _TYPED)
        events = Events(
            id=rows.line[kept],
            at=times.at[kept],
            local=times.local[kept],
            who=people_index,
            kind=kind[kept],
            words=np.where(typed, count_words(text), 0).astype(np.int32),
            asks=typed & asks(text),
        )
        if progress:
            progress(len(raw), len(raw))
        assumed = {"broken_utf8": rows.repaired, "tz": times.naive[kept].any(), "date_only": times.day_only[kept].any()}
        return Archive(
            name=name,
            source=self.name,
            chats=(in_time_order(None, None, people, events, text),),
            receipt=Receipt(read=len(kept) + len(skipped), kept=len(kept), skipped=tuple(skipped)),
            tz=options.tz,
            assumed=tuple(code for code, holds in assumed.items() if holds),
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """A table's rows as Arrow columns beside the line each stands on, and those that are no rows."""

    line: Int64Array
    when: Any
    who: Any
    text: Any
    kind: Any
    broken: list[Skip]
    repaired: bool = False
    more: dict[str, Any] = field(default_factory=dict)
    """Columns of a CRM: the other of a row (`with`), `direction`, `state`."""


# --- CSV --------------------------------------------------------------------------------------------------------------


def _csv(name: str, raw: bytes, options: ReadOptions) -> _Rows:
    text, repaired = _decode(raw)
    delimiter, header = _header(text)
    place = _places(name, header, options)
    lines: list[int] = []
    cells: list[list[str]] = []
    broken: list[Skip] = []
    for line, row in _records(text, delimiter, broken):
        if len(row) == len(header):
            lines.append(line)
            cells.append(row)
        else:
            many = "more" if len(row) > len(header) else "fewer"
            broken.append(
                Skip(
                    line, f"{many} cells than the first line ({len(row)}, not {len(header)}); put quotes round the text"
                )
            )

    def column(wanted: str) -> Any:
        k = place.get(wanted)
        return pa.array(["" if k is None else row[k] for row in cells], pa.large_string())

    return _Rows(
        line=np.array(lines, np.int64),
        when=column("when"),
        who=column("who"),
        text=column("text"),
        kind=column("kind"),
        broken=broken,
        repaired=repaired,
        more={field: column(field) for field in _MORE if field in place},
    )


def _records(text: str, delimiter: str, broken: list[Skip]) -> Iterator[tuple[int, list[str]]]:
    """Each row below the header with the line it begins on; empty lines are none."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header_seen = False
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            broken.append(Skip(line, "a cell without end; a quote may be missing"))
            continue
        if row and header_seen:
            yield line, row
        header_seen = header_seen or bool(row)


def _decode(raw: bytes) -> tuple[str, bool]:
    """UTF-8, or what Excel calls Unicode text (UTF-16 with its mark); and whether broken bytes had to be replaced."""
    encoding = "utf-16" if raw.startswith(_UTF16) else "utf-8-sig"
    try:
        return raw.decode(encoding), False
    except UnicodeDecodeError:
        return raw.decode(encoding, errors="replace"), True


def _header(text: str) -> tuple[str, list[str]]:
    """The delimiter that makes the most sense of the first line, and the names it then holds, in lower case."""
    line = next((line.strip("\r\n") for line in io.StringIO(text, newline="") if line.strip()), "")

    def names(delimiter: str) -> list[str]:
        try:
            cells = next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:
            return []
        return [cell.strip().lower() for cell in cells]

    def sense(delimiter: str) -> tuple[int, int]:
        found = names(delimiter)
        return len(set(NEEDED) & set(found)), len(found)

    best = max(_DELIMITERS, key=sense)
    return best, names(best)


def _places(name: str, header: list[str], options: ReadOptions) -> dict[str, int]:
    """Where each column stands: under our names, as was said, or as a CRM calls them."""
    said = mapped(header, options)
    if not said and not set(NEEDED) <= set(header):
        said = crm_columns(header)
    if said and "when" in said and ("with" in said or set(NEEDED) <= said.keys()):
        return {field: header.index(column) for field, column in said.items()}
    missing = [wanted for wanted in NEEDED if wanted not in header]
    if missing:
        found = ", ".join(cell[:30] for cell in header[:12] if cell) or "none"
        raise UnknownColumns(
            f"{name} has no column called {' or '.join(missing)}. I need when, who and text (kind is welcome); "
            f"the columns I found are: {found}. Rename them in the first line. Or say which is which, "
            "like when=Date, who=Sender, text=Body.",
            option="--columns",
            header=[cell for cell in header if cell],
        )
    return {wanted: header.index(wanted) for wanted in (*NEEDED, "kind") if wanted in header}


# --- Parquet ----------------------------------------------------------------------------------------------------------


def _parquet(name: str, raw: bytes, options: ReadOptions) -> _Rows:
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(pa.BufferReader(raw))
        if file.metadata.num_rows > _MOST_ROWS:
            raise UnreadableArchive(
                f"{name} has more than {_MOST_ROWS:,} rows. Split it and give me one part at a time."
            )
        header = [column.strip().lower() for column in file.schema_arrow.names]
        place = _places(name, header, options)
        wanted = {key: file.schema_arrow.names[k] for key, k in place.items()}
        table = file.read(columns=list(wanted.values()), use_threads=False)
        columns = {key: _plain(table.column(column)) for key, column in wanted.items()}
        for key in (*NEEDED, "kind"):
            columns.setdefault(key, pa.nulls(len(table), pa.large_string()))
        text = {key: _as_text(columns[key]) for key in ("who", "text", "kind")}
        when = columns["when"]
        when = _as_text(when) if _is_text(when.type) else when
    # A damaged file fails in many ways, some of them by asking for more memory than there is.
    except (pa.ArrowException, OSError, ValueError, TypeError, KeyError, IndexError, MemoryError, OverflowError):
        raise UnreadableArchive(f"{name} is a damaged Parquet file, or one I cannot read. Write it again.") from None
    return _Rows(
        line=np.arange(1, len(table) + 1, dtype=np.int64),
        when=when,
        who=text["who"],
        text=text["text"],
        kind=text["kind"],
        broken=[],
        more={key: _as_text(columns[key]) for key in _MORE if key in columns},
    )


def _cells(rows: _Rows) -> Cells:
    """Everything as text, for a CRM's rows are few."""
    when = rows.when if _is_text(rows.when.type) else _as_text(rows.when)
    columns = {"when": when, "who": rows.who, "text": rows.text, "kind": rows.kind, **rows.more}
    return Cells(
        line=rows.line.tolist(),
        columns={key: column.to_pylist() for key, column in columns.items()},
        broken=[(skip.line, skip.reason) for skip in rows.broken],
    )


def _plain(column: Any) -> Any:
    """One chunk, and values in place of dictionary codes."""
    column = column.combine_chunks()
    if isinstance(column, pa.ChunkedArray):
        column = pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], column.type)
    return column.dictionary_decode() if pa.types.is_dictionary(column.type) else column


def _is_text(kind: Any) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _as_text(column: Any) -> Any:
    text = pc.fill_null(pc.cast(column, pa.large_string()), "")
    text.validate(full=True)  # a Parquet file may call any bytes a string
    return text


# --- the columns ------------------------------------------------------------------------------------------------------


def _times(when: Any, tz: str) -> Times:
    """Times of whatever type the column has. A missing value is a time that could not be read."""
    kind = when.type
    present = np.asarray(pc.is_valid(when))
    if _is_text(kind):
        return times_from_text(when, tz)
    if pa.types.is_integer(kind) or pa.types.is_floating(kind):
        times = times_from_numbers(np.asarray(pc.fill_null(when, 0)), tz)
    elif pa.types.is_date(kind):
        days = np.asarray(pc.fill_null(pc.cast(pc.cast(when, pa.date32()), pa.int32()), 0)).astype(np.int64)
        days = np.clip(days, FIRST // DAY - 1, LAST // DAY + 1)
        times = times_from_wall_clock(days * DAY + NOON, tz, day_only=True)
    elif pa.types.is_timestamp(kind):
        times = _times_of_timestamps(when, tz)
    else:
        return times_from_text(pa.array([""] * len(when), pa.large_string()), tz)
    read = times.read & present
    return Times(times.at, times.local, read, times.naive & read, times.day_only & read)


def _times_of_timestamps(when: Any, tz: str) -> Times:
    count = np.asarray(pc.fill_null(pc.cast(when, pa.int64()), 0))
    if when.type.unit == "ns":
        us = count // 1_000
    else:
        unit = _UNITS[when.type.unit]
        us = np.clip(count, FIRST // unit - 1, LAST // unit + 1) * unit
    return times_from_instants(us, tz) if _zoned(when.type) else times_from_wall_clock(us, tz)


def _zoned(kind: Any) -> bool:
    """Whether it names a zone, so that the times are UTC. Of a damaged file even that name may not be text."""
    try:
        return bool(kind.tz)
    except UnicodeDecodeError:
        return True


def _kinds(column: Any) -> tuple[UInt8Array, BoolArray]:
    """Kinds, and whether each is one we know. An empty cell is a text."""
    named = pc.utf8_lower(pc.utf8_trim_whitespace(column))
    named = pc.if_else(pc.equal(named, ""), KINDS[Kind.TEXT], named)
    place = np.asarray(pc.fill_null(pc.index_in(named, value_set=pa.array(KINDS, pa.large_string())), -1))
    return np.where(place < 0, Kind.TEXT, place).astype(np.uint8), place >= 0


def _names(column: Any) -> Any:
    return pc.utf8_trim_whitespace(pc.replace_substring_regex(column, _CONTROL, ""))


def _people(who: Any, kind: UInt8Array) -> tuple[tuple[str, ...], Int32Array]:
    """Names in order of appearance, and each row's place among them; -1 for a system line."""
    acted = kind != Kind.SYSTEM
    coded = pc.dictionary_encode(pc.if_else(pa.array(acted), who, pa.scalar(None, pa.large_string())))
    index = np.asarray(pc.fill_null(coded.indices, -1)).astype(np.int32)
    return tuple(coded.dictionary.to_pylist()), index


def _skips(rows: _Rows, read: BoolArray, named: BoolArray, known_kind: BoolArray) -> Iterator[Skip]:
    """Why each row that is left out is left out; the first reason is enough."""
    for k in np.flatnonzero(~(read & named & known_kind)).tolist():
        if not read[k]:
            shown = rows.when[k].as_py()[:30] if _is_text(rows.when.type) else ""
            reason = "no time I can read" + (f" in {shown!r}; write it like 2024-03-01T18:30" if shown else "")
        elif not named[k]:
            reason = "nobody is named in who"
        else:
            reason = f"{rows.kind[k].as_py()[:30]!r} is not a kind I know; I know {', '.join(KINDS)}"
        yield Skip(int(rows.line[k]), reason)


def _nothing(name: str, skipped: list[Skip]) -> UnreadableArchive:
    if not skipped:
        return UnreadableArchive(f"{name} has the right columns but no rows. Add at least one message and try again.")
    first = skipped[0]
    return UnreadableArchive(
        f"I could keep no row of {name} (line {first.line}: {first.reason}). Correct the rows and try again."
    )
