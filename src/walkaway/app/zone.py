"""Wall clocks and UTC: a column of one in, a column of the other out, by the rules of a named zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np

from walkaway.app.errors import UsageError
from walkaway.core.events import DAY, SECOND, Int64Array, Moment

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def zone(name: str) -> ZoneInfo:
    """The zone of this IANA name. Raises UsageError with a way out."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UsageError(
            f"I know no time zone called {name!r}.", typed="Give one like Europe/Berlin or UTC with --tz.", mend="tz"
        ) from None


@lru_cache(maxsize=64)
def _transitions(name: str, first_day: int, last_day: int) -> tuple[Int64Array, Int64Array]:
    """Instants (us UTC) at which the zone's offset changes, and the offsets before, between and after."""
    tz = zone(name)

    def offset(at: int) -> int:
        delta = (_EPOCH + timedelta(microseconds=at)).astimezone(tz).utcoffset()
        return 0 if delta is None else round(delta.total_seconds()) * SECOND

    instants: list[int] = []
    offsets = [offset(first_day * DAY)]
    for day in range(first_day, last_day):
        low, high = day * DAY, (day + 1) * DAY
        if offset(high) == offsets[-1]:
            continue
        while high - low > SECOND:
            middle = (low + high) // 2 // SECOND * SECOND
            low, high = (middle, high) if offset(middle) == offsets[-1] else (low, middle)
        instants.append(high)
        offsets.append(offset(high))
    return np.array(instants, np.int64), np.array(offsets, np.int64)


def _span(name: str, column: Int64Array) -> tuple[Int64Array, Int64Array]:
    # Whole years, so that the cache is hit by every file of a period.
    first, last = int(column.min()) // DAY, int(column.max()) // DAY
    return _transitions(name, first // 366 * 366 - 2, (last // 366 + 1) * 366 + 2)


def to_local(at: Int64Array, name: str) -> Int64Array:
    """Instants (us UTC) as wall-clock time of the zone (us)."""
    if not len(at):
        return at
    instants, offsets = _span(name, at)
    return at + offsets[np.searchsorted(instants, at, side="right")]


def moment_of(at: int, name: str) -> Moment:
    """An instant (us UTC), with what the clock on the wall says in a zone."""
    return Moment(at, int(to_local(np.array([at]), name)[0]))


def to_utc(local: Int64Array, name: str) -> Int64Array:
    """Wall-clock times in file order (us) as instants (us UTC).

    An hour shown twice (the end of summer time) is its first showing until the file itself steps back inside it; from
    there on it is the second. A time the clock never shows is read with the offset before the gap.
    """
    if not len(local):
        return local
    instants, offsets = _span(name, local)
    before, after = offsets[:-1], offsets[1:]
    # What the clock shows twice lies between `instant + after` and `instant + before`; what it skips, the other way
    # round. Both belong to the old offset until the later of the two.
    period = np.searchsorted(instants + np.maximum(before, after), local, side="right")
    at = local - offsets[period]
    for k in np.flatnonzero(after < before):
        twice = np.flatnonzero((local >= instants[k] + after[k]) & (local < instants[k] + before[k]))
        if len(twice) > 1:
            back = np.flatnonzero(np.diff(local[twice]) < 0)
            if len(back):
                later = twice[back[0] + 1 :]
                at[later] = local[later] - after[k]
    return at
