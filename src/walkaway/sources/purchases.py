"""A table of one customer's purchases in; the days on which they bought out. A row is a purchase; only its day counts.

The day stands in the column called when, date, day or one of the like, else in the first column that holds days in
every row. Days as 2024-08-03 (with a time or without), or epoch numbers. Where a column says which customer bought
(customer, client, buyer or one of the like) and there are several, only the rows of the one meant count.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

import numpy as np
import pyarrow as pa

from walkaway.app.errors import UnreadableArchive
from walkaway.core.events import BoolArray, Int64Array
from walkaway.sources.times import Times, times_from_text

NAMES = ("when", "date", "day", "bought", "purchased", "order date", "invoice date", "time", "timestamp")
CUSTOMERS = (
    *("customer", "customer name", "customer id", "client", "client name", "buyer", "company", "account", "name"),
    *("kunde", "kundin", "kundenname", "kundennummer", "firma", "cliente", "nombre del cliente", "empresa"),
    *("bill to", "sold to", "who", "email", "e-mail"),
)
"""Columns that say who bought."""
_DELIMITERS = ",;\t|"


def read_purchases(path: Path, tz: str, of: Sequence[str] = ()) -> Int64Array:
    """The local times (us) of the purchases of one customer, by any of these names, rows in file order.

    Raises UnreadableArchive, naming the first bad row.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise UnreadableArchive(f"I cannot read {path.name} ({why}). Give another file.") from error
    return purchases_in(path.name, raw, tz, of)


def purchases_in(name: str, raw: bytes, tz: str, of: Sequence[str] = ()) -> Int64Array:
    """The same of a file that was handed over in memory."""
    text = raw.decode("utf-8-sig", errors="replace")
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise UnreadableArchive(f"{name} is empty. Give a table with the day of a purchase in each row.")
    mark = max(_DELIMITERS, key=lines[0].count)
    rows = list(csv.reader(lines, delimiter=mark))
    theirs = _of_one(name, rows, of)
    columns = list(zip_longest(*rows, fillvalue=""))
    header = [cell.strip().casefold() for cell in rows[0]]
    named = next((header.index(column) for column in NAMES if column in header), None)
    if named is not None:
        times = _times(columns[named][1:], tz)
        return _days(times, name, first=2)[theirs]
    for column in columns:
        for first in (1, 2):  # with a heading we do not know, or without one
            times = _times(column[first - 1 :], tz)
            if len(times.read) and times.read.all():
                return times.local[theirs] if first > 1 else times.local
    return _days(_times(columns[0], tz), name, first=1)


def _of_one(name: str, rows: list[list[str]], of: Sequence[str]) -> BoolArray:
    """Which rows below the heading are of the customer meant: all, where the table does not say, or it is one.

    Two customers counted as one would look like one who buys more often than either.
    """
    header = [cell.strip().casefold().replace("_", " ") for cell in rows[0]]
    place = next((header.index(column) for column in CUSTOMERS if column in header), None)
    if place is None:
        return np.ones(len(rows) - 1, bool)
    bought = [row[place].strip().casefold() if place < len(row) else "" for row in rows[1:]]
    customers = {who for who in bought if who}
    if len(customers) < 2:
        return np.ones(len(rows) - 1, bool)
    meant = {who.strip().casefold() for who in of} & customers
    if len(meant) != 1:
        raise UnreadableArchive(
            f"{name} holds purchases of {len(customers)} customers, and none of them is called like this one. "
            "Give a table with the rows of one customer."
        )
    return np.array([who in meant for who in bought])


def _times(cells: tuple[str, ...], tz: str) -> Times:
    return times_from_text(pa.array([cell.strip() for cell in cells], pa.string()), tz)


def _days(times: Times, name: str, *, first: int) -> Int64Array:
    if not len(times.read):
        raise UnreadableArchive(f"{name} holds a heading and nothing below it. Give the day of a purchase in each row.")
    if not times.read.all():
        row = int(np.flatnonzero(~times.read)[0]) + first
        raise UnreadableArchive(f"Row {row} of {name} holds no day I know. Write days like 2024-08-03.")
    return times.local
