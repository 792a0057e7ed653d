"""Times as a file writes them in, instants and wall clock out.

A time before 1980 or from 2100 on is taken for a slip in the file: nobody we read for wrote a message then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from walkaway.app.zone import to_local, to_utc
from walkaway.core.events import HOUR, SECOND, BoolArray, FloatArray, Int64Array

FIRST = 315_532_800 * SECOND  # 1980-01-01
LAST = 4_102_444_800 * SECOND  # 2100-01-01
NOON = 12 * HOUR

# ISO 8601 as people and programs write it: a date, and mostly a time, and sometimes a zone.
_ISO = (
    r"^\s*(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
    r"(?:[Tt ](?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
    r"\s*(?:(?P<utc>[Zz])|(?P<sign>[+-])(?P<zone_hour>\d{2}):?(?P<zone_minute>\d{2})?)?)?\s*$"
)
_NUMBER = r"^\s*(?P<number>\d{9,16}(?:\.\d{1,9})?)\s*$"


@dataclass(frozen=True, slots=True, eq=False)
class Times:
    """Times of a column. Where `read` is false the file holds no time we know, and `at` and `local` mean nothing.

    `naive`: it stood there without a zone, so the person's own was used. `day_only`: a date alone, taken as noon.
    """

    at: Int64Array
    local: Int64Array
    read: BoolArray
    naive: BoolArray
    day_only: BoolArray


def times_from_text(column: Any, tz: str) -> Times:
    """A string column of ISO 8601 times or epoch numbers, rows in file order."""
    wall, shift, read, zoned, day_only = _iso(column)
    number = pc.struct_field(pc.extract_regex(column, _NUMBER), "number")
    is_number = np.asarray(pc.is_valid(number))
    if is_number.any():
        wall[is_number] = _epoch(np.asarray(pc.cast(number.drop_null(), pa.float64())))
        zoned |= is_number
        read |= is_number
    return _times(wall - shift, read=read, naive=~zoned, day_only=day_only, tz=tz)


def times_from_numbers(values: Int64Array | FloatArray, tz: str) -> Times:
    """Seconds, milliseconds or microseconds since 1970 UTC: of the three, only one falls between 1980 and 2100."""
    nowhere = np.zeros(len(values), np.bool_)
    return _times(_epoch(values.astype(np.float64)), read=~nowhere, naive=nowhere, day_only=nowhere, tz=tz)


def times_from_wall_clock(wall: Int64Array, tz: str, *, day_only: bool = False) -> Times:
    """Times without a zone (us as the clock showed them), rows in file order."""
    everywhere = np.ones(len(wall), np.bool_)
    return _times(wall, read=everywhere, naive=everywhere, day_only=np.full(len(wall), day_only), tz=tz)


def times_from_instants(at: Int64Array, tz: str) -> Times:
    """Instants (us UTC)."""
    everywhere = np.ones(len(at), np.bool_)
    return _times(at, read=everywhere, naive=~everywhere, day_only=~everywhere, tz=tz)


def _times(at: Int64Array, *, read: BoolArray, naive: BoolArray, day_only: BoolArray, tz: str) -> Times:
    read = read & (at >= FIRST) & (at < LAST)
    # What could not be read stands at a harmless instant, so that the zone is never asked about the year 292277.
    at = np.where(read, at, FIRST)
    naive = naive & read
    at[naive] = to_utc(at[naive], tz)
    return Times(at=at, local=to_local(at, tz), read=read, naive=naive, day_only=day_only & read)


def _epoch(values: FloatArray) -> Int64Array:
    seconds = LAST / SECOND
    unit = np.select([values < seconds, values < seconds * 1e3], [1e6, 1e3], 1.0)
    us = values * unit
    # A float too large for int64, or NaN, has no defined integer.
    return np.where(np.abs(us) < LAST, np.rint(us), 0.0).astype(np.int64)


def _iso(column: Any) -> tuple[Int64Array, Int64Array, BoolArray, BoolArray, BoolArray]:
    """Wall clock (us), the shift written beside it (us), and whether it is a time, has a zone, is a bare date."""
    parts = pc.extract_regex(column, _ISO)
    matched = np.asarray(pc.is_valid(parts))

    def written(name: str) -> Any:
        return pc.fill_null(pc.struct_field(parts, name), "")

    def number(field: Any) -> Int64Array:
        return np.asarray(pc.cast(pc.if_else(pc.equal(field, ""), "0", field), pa.int64()))

    year, month, day = number(written("year")), number(written("month")), number(written("day"))
    hour, minute, second = number(written("hour")), number(written("minute")), number(written("second"))
    fraction = number(pc.utf8_slice_codeunits(pc.utf8_rpad(written("fraction"), 6, "0"), 0, 6))

    months = (year - 1970) * 12 + np.clip(month, 1, 12) - 1
    first_of_month = _day_of(months)
    sound = matched & (month >= 1) & (month <= 12) & (day >= 1) & (day <= _day_of(months + 1) - first_of_month)
    sound &= (hour <= 23) & (minute <= 59) & (second <= 59)

    day_only = sound & np.asarray(pc.equal(written("hour"), ""))
    clock = ((hour * 60 + minute) * 60 + second) * SECOND + fraction
    wall = (first_of_month + day - 1) * 24 * HOUR + np.where(day_only, NOON, clock)

    sign = written("sign")
    zoned = np.asarray(pc.or_(pc.not_equal(written("utc"), ""), pc.not_equal(sign, "")))
    size = (number(written("zone_hour")) * 60 + number(written("zone_minute"))) * 60 * SECOND
    shift = np.where(np.asarray(pc.equal(sign, "-")), -size, size)
    return np.where(sound, wall, 0), np.where(sound, shift, 0), sound, zoned & sound, day_only


def _day_of(months: Int64Array) -> Int64Array:
    """Days since 1970 of the first day of a month, counted from January 1970."""
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
