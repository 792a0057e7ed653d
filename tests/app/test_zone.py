"""Wall clocks and UTC, against the standard library and on the days when clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkaway.app.errors import UsageError
from walkaway.app.zone import to_local, to_utc, zone
from walkaway.core.events import Int64Array

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ZONES = (
    "UTC",
    "Europe/Berlin",
    "Europe/Dublin",  # winter is the exception there: its saving is negative
    "America/New_York",
    "America/Sao_Paulo",  # gave up summer time in 2019
    "America/St_Johns",  # half an hour off
    "Australia/Sydney",  # southern: summer time ends in April
    "Australia/Lord_Howe",  # clocks move by half an hour
    "Asia/Kathmandu",  # a quarter of an hour off
    "Africa/Casablanca",  # clocks change around Ramadan
    "Pacific/Apia",  # left out the whole of 2011-12-30
)


def clock(*times: str) -> Int64Array:
    """What a clock shows, as the columns hold it."""
    return np.array(times, "datetime64[us]").astype(np.int64)


def shown(column: Int64Array) -> list[str]:
    return [str(time)[:16] for time in column.astype("datetime64[us]")]


def test_winter_and_summer_have_their_own_offset() -> None:
    assert shown(to_utc(clock("2024-01-15T12:00", "2024-07-15T12:00"), "Europe/Berlin")) == [
        "2024-01-15T11:00",
        "2024-07-15T10:00",
    ]
    assert shown(to_local(clock("2024-01-15T11:00", "2024-07-15T10:00"), "Europe/Berlin")) == [
        "2024-01-15T12:00",
        "2024-07-15T12:00",
    ]


def test_the_south_has_summer_in_january() -> None:
    assert shown(to_utc(clock("2024-01-15T12:00", "2024-07-15T12:00"), "Australia/Sydney")) == [
        "2024-01-15T01:00",
        "2024-07-15T02:00",
    ]


def test_half_and_quarter_hours() -> None:
    assert shown(to_utc(clock("2024-01-15T12:00"), "Asia/Kolkata")) == ["2024-01-15T06:30"]
    assert shown(to_utc(clock("2024-01-15T12:00"), "Asia/Kathmandu")) == ["2024-01-15T06:15"]
    # Lord Howe: +11:00 in summer, +10:30 in winter.
    assert shown(to_utc(clock("2024-01-15T12:00", "2024-07-15T12:00"), "Australia/Lord_Howe")) == [
        "2024-01-15T01:00",
        "2024-07-15T01:30",
    ]


def test_a_time_the_clock_skips_is_read_with_the_offset_before() -> None:
    """On 2024-03-31 Berlin's clock goes from 01:59 to 03:00."""
    at = to_utc(clock("2024-03-31T01:59", "2024-03-31T02:30", "2024-03-31T03:00"), "Europe/Berlin")
    assert shown(at) == ["2024-03-31T00:59", "2024-03-31T01:30", "2024-03-31T01:00"]
    assert shown(to_local(at, "Europe/Berlin"))[1] == "2024-03-31T03:30"


def test_an_hour_shown_twice_is_the_first_until_the_file_steps_back() -> None:
    """On 2023-10-29 Berlin's clock shows 02:00 to 02:59 twice."""
    times = clock("2023-10-29T01:59", "2023-10-29T02:10", "2023-10-29T02:50", "2023-10-29T02:05", "2023-10-29T02:55")
    at = to_utc(times, "Europe/Berlin")
    assert shown(at) == [
        "2023-10-28T23:59",
        "2023-10-29T00:10",
        "2023-10-29T00:50",
        "2023-10-29T01:05",
        "2023-10-29T01:55",
    ]
    assert (to_local(at, "Europe/Berlin") == times).all()


def test_without_a_step_back_the_hour_stays_the_first() -> None:
    at = to_utc(clock("2023-10-29T02:10", "2023-10-29T02:50", "2023-10-29T03:05"), "Europe/Berlin")
    assert shown(at) == ["2023-10-29T00:10", "2023-10-29T00:50", "2023-10-29T02:05"]


def test_the_southern_hour_shown_twice() -> None:
    """On 2024-04-07 Sydney's clock shows 02:00 to 02:59 twice."""
    at = to_utc(clock("2024-04-07T02:40", "2024-04-07T02:20"), "Australia/Sydney")
    assert shown(at) == ["2024-04-06T15:40", "2024-04-06T16:20"]


def test_half_an_hour_shown_twice() -> None:
    """On 2024-04-07 Lord Howe's clock shows 01:30 to 01:59 twice."""
    at = to_utc(clock("2024-04-07T01:50", "2024-04-07T01:35"), "Australia/Lord_Howe")
    assert shown(at) == ["2024-04-06T14:50", "2024-04-06T15:05"]


def test_nothing_in_nothing_out() -> None:
    nothing = np.zeros(0, np.int64)
    assert len(to_utc(nothing, "UTC")) == len(to_local(nothing, "Asia/Tokyo")) == 0


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../etc/passwd", "Europe/\x00Berlin"])
def test_an_unknown_zone_is_a_sentence_with_a_way_out(name: str) -> None:
    with pytest.raises(UsageError, match="--tz"):
        zone(name)


seconds = st.integers(min_value=315_532_800, max_value=4_102_444_799)  # 1980 to 2099


@given(st.sampled_from(ZONES), st.lists(seconds, min_size=1, max_size=8))
def test_local_time_is_what_the_standard_library_says(name: str, instants: list[int]) -> None:
    at = np.array(instants, np.int64) * 1_000_000
    expected = [
        (EPOCH + timedelta(seconds=s)).astimezone(ZoneInfo(name)).replace(tzinfo=UTC).timestamp() for s in instants
    ]
    assert (to_local(at, name) // 1_000_000).tolist() == expected


@given(st.sampled_from(ZONES), seconds)
def test_one_wall_clock_time_is_what_the_standard_library_says(name: str, second: int) -> None:
    """Its fold=0: the first of two showings, and the offset before a gap."""
    naive = datetime(1970, 1, 1) + timedelta(seconds=second)  # noqa: DTZ001  naive on purpose
    expected = naive.replace(tzinfo=ZoneInfo(name)).timestamp()
    assert to_utc(np.array([second * 1_000_000], np.int64), name)[0] == expected * 1_000_000


@given(st.sampled_from(ZONES), st.lists(seconds, min_size=1, max_size=8))
def test_there_and_back_is_the_same_instant_or_the_other_showing(name: str, instants: list[int]) -> None:
    at = np.array(sorted(instants), np.int64) * 1_000_000
    local = to_local(at, name)
    again = to_utc(local, name)
    assert (to_local(again, name) == local).all()
    assert set(np.abs(again - at).tolist()) <= {0, 1800_000_000, 3600_000_000}
