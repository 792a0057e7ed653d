"""A table of one customer's purchases in; the days on which they bought out. A row is a purchase; only its day counts.

The day stands in the column called when, date, day or one of the like, else in the first column that holds days in
every row. Days as 2024-08-03 (with a time or without), or epoch numbers.
"""

from __future__ import annotations

import csv
from itertools import zip_longest
from pathlib import Path

import numpy as np
import pyarrow as pa

from walkaway.app.errors import UnreadableArchive
from walkaway.core.events import Int64Array
from walkaway.sources.times import Times, times_from_text

NAMES = ("when", "date", "day", "bought", "purchased", "order date", "invoice date", "time", "timestamp")
_DELIMITERS = ",;\t|"


def read_purchases(path: Path, tz: str) -> Int64Array:
    """The local times (us) of the purchases, rows in file order. Raises UnreadableArchive, naming the first bad row."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise UnreadableArchive(f"I cannot read {path.name} ({why}). Give another file.") from error
    return purchases_in(path.name, raw, tz)


def purchases_in(name: str, raw: bytes, tz: str) -> Int64Array:
    """The same of a file that was handed over in memory."""
    text = raw.decode("utf-8-sig", errors="replace")
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise UnreadableArchive(f"{name} is empty. Give a table with the day of a purchase in each row.")
    mark = max(_DELIMITERS, key=lines[0].count)
    rows = list(csv.reader(lines, delimiter=mark))
    columns = list(zip_longest(*rows, fillvalue=""))
    header = [cell.strip().casefold() for cell in rows[0]]
    named = next((header.index(column) for column in NAMES if column in header), None)
    if named is not None:
        times = _times(columns[named][1:], tz)
        return _days(times, name, first=2)
    for column in columns:
        for first in (1, 2):  # with a heading we do not know, or without one
            times = _times(column[first - 1 :], tz)
            if len(times.read) and times.read.all():
                return times.local
    return _days(_times(columns[0], tz), name, first=1)


def _times(cells: tuple[str, ...], tz: str) -> Times:
    return times_from_text(pa.array([cell.strip() for cell in cells], pa.string()), tz)


def _days(times: Times, name: str, *, first: int) -> Int64Array:
    if not len(times.read):
        raise UnreadableArchive(f"{name} holds a heading and nothing below it. Give the day of a purchase in each row.")
    if not times.read.all():
        row = int(np.flatnonzero(~times.read)[0]) + first
        raise UnreadableArchive(f"Row {row} of {name} holds no day I know. Write days like 2024-08-03.")
    return times.local
