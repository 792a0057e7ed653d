"""A table of who wrote whom when, in (csv, gz, or columns apart by spaces; with a heading or without); pairs out."""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

from walkaway.core.comeback.pairs import Pairs, pairs
from walkaway.core.events import FloatArray, Int64Array

_NAMES = (
    ("source", "src", "from", "sender", "u", "user_from", "ego"),
    ("target", "tgt", "dst", "destination", "to", "recipient", "v", "user_to", "alter"),
    ("seconds", "timestamp", "time", "t", "unixtime", "unix", "ts", "at"),
)


@dataclass(frozen=True, slots=True)
class Read:
    """The pairs, and what became of the rows: read, kept, and left out as self-messages, repeats, or without a time."""

    pairs: Pairs
    rows: int
    to_self: int
    repeated: int
    unreadable: int

    @property
    def said(self) -> str:
        """The receipt in one line."""
        return (
            f"{self.rows:,} rows: {len(self.pairs):,} kept, {self.to_self:,} to oneself, "
            f"{self.repeated:,} repeated, {self.unreadable:,} without a time or a name"
        )


def _plain(path: Path) -> bytes:
    raw = path.read_bytes()
    if raw[:2] == b"\x1f\x8b":
        raw = gzip.decompress(raw)
    return raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _columns(raw: bytes) -> tuple[pa.Array, pa.Array, pa.Array, int]:
    """Source, target and seconds as they stand, and how many rows had too few or too many cells."""
    raw = re.sub(rb"(?m)^[ \t]*([#%].*)?\n", b"", raw)
    first = raw.lstrip().split(b"\n", 1)[0].decode("utf-8", "replace")
    mark = next((m for m in (",", ";", "\t") if m in first), " ")
    if mark == " ":
        raw = re.sub(rb"(?m)^ +| +$", b"", re.sub(rb"[ \t]+", b" ", raw))
    cells = [cell.strip().lower() for cell in next(csv.reader([first.strip()], delimiter=mark), [])]
    if len(cells) < 3:
        raise SystemExit(f"I need three columns: source, target, seconds. The first line is: {first[:80]}")
    heading = not _is_number(cells[2])
    places = [next((cells.index(n) for n in names if n in cells), k) for k, names in enumerate(_NAMES)]
    places = places if heading and len(set(places)) == 3 else [0, 1, 2]
    names = [f"c{k}" for k in range(len(cells))]
    odd: list[int] = []

    def skip(_: arrow_csv.InvalidRow) -> str:
        odd.append(1)
        return "skip"

    found = arrow_csv.read_csv(
        io.BytesIO(raw),
        read_options=arrow_csv.ReadOptions(column_names=names, skip_rows=int(heading)),
        parse_options=arrow_csv.ParseOptions(delimiter=mark, invalid_row_handler=skip),
        convert_options=arrow_csv.ConvertOptions(
            column_types={names[k]: pa.string() for k in places}, include_columns=[names[k] for k in places]
        ),
    )
    source, target, seconds = (found.column(k) for k in range(3))
    return source, target, seconds, len(odd)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _numbers(column: pa.ChunkedArray) -> FloatArray:
    """Cells as numbers; NaN where one is none."""
    trimmed = pc.utf8_trim_whitespace(column)
    number = pc.match_substring_regex(trimmed, r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$")
    cast = pc.if_else(number, trimmed, pa.scalar(None, pa.string())).cast(pa.float64())
    return np.asarray(cast.fill_null(float("nan")).to_numpy(), np.float64)


def read(paths: Sequence[Path], *, unit: float = 1.0) -> Read:
    """All rows of these files as one table; `unit` is how many seconds the time column counts in."""
    parts = [_columns(_plain(path)) for path in paths]
    columns = [part[0] for part in parts], [part[1] for part in parts], [part[2] for part in parts]
    source, target, at = (pa.chunked_array([c for x in column for c in x.chunks], pa.string()) for column in columns)
    seconds = _numbers(at) * unit
    both = pa.chunked_array([*source.chunks, *target.chunks], pa.string())
    trimmed = pc.utf8_trim_whitespace(both)
    trimmed = pc.if_else(pc.equal(trimmed, ""), pa.scalar(None, pa.string()), trimmed)
    named = trimmed.dictionary_encode().combine_chunks()
    if isinstance(named, pa.ChunkedArray):
        named = named.chunk(0) if named.num_chunks else pa.array([], pa.string()).dictionary_encode()
    number = np.asarray(named.indices.fill_null(-1).to_numpy(zero_copy_only=False), np.int64)
    n = len(seconds)
    odd = sum(part[3] for part in parts)
    return _clean(number[:n], number[n:], seconds, odd)


def _clean(source: Int64Array, target: Int64Array, seconds: FloatArray, odd: int) -> Read:
    n = len(seconds)
    good = np.isfinite(seconds) & (source >= 0) & (target >= 0)
    unreadable = n - int(good.sum()) + odd
    source, target, seconds = source[good], target[good], seconds[good]
    other = source != target
    to_self = int((~other).sum())
    source, target, seconds = source[other], target[other], seconds[other]
    order = np.lexsort((target, source, seconds))
    source, target, seconds = source[order], target[order], seconds[order]
    new = np.ones(len(source), np.bool_)
    new[1:] = (np.diff(source) != 0) | (np.diff(target) != 0) | (np.diff(seconds) != 0)
    repeated = int((~new).sum())
    source, target, seconds = source[new], target[new], seconds[new]
    if not len(source):
        raise SystemExit("No row was left: I need source, target and seconds of messages between two people.")
    days = (seconds - seconds[0]) / 86_400
    return Read(pairs(source, target, days), n + odd, to_self, repeated, unreadable)
