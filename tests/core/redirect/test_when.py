"""Times named in a refusal, read on a given day."""

from __future__ import annotations

from datetime import date

import pytest

from walkaway.core.redirect.when import when

EPOCH = date(1970, 1, 1).toordinal()


def named(text: str, today: date) -> str | None:
    found = when(text, today=today.toordinal() - EPOCH)
    if found is None or found.day is None:
        return None
    return date.fromordinal(found.day + EPOCH).isoformat()


SATURDAY = date(2026, 11, 21)
MAY = date(2026, 5, 6)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("The budget is frozen until January.", SATURDAY, "2027-01-01"),
        ("Come back in March please", SATURDAY, "2027-03-01"),
        ("ask me after March", SATURDAY, "2027-04-01"),
        ("at the end of May", MAY, "2027-05-31"),
        ("mid June would work", MAY, "2026-06-15"),
        ("after the summer", MAY, "2026-09-01"),
        ("in the autumn", MAY, "2026-09-01"),
        ("next quarter", MAY, "2026-07-01"),
        ("in Q3", MAY, "2026-07-01"),
        ("in Q2", MAY, "2027-04-01"),
        ("in two weeks", MAY, "2026-05-20"),
        ("in a couple of months", MAY, "2026-07-06"),
        ("in 3 months", date(2026, 11, 30), "2027-02-28"),
        ("after the 20th", MAY, "2026-05-21"),
        ("after the 3rd", MAY, "2026-06-04"),
        ("on 15 July", MAY, "2026-07-15"),
        ("by July 15th", MAY, "2026-07-15"),
        ("next year", MAY, "2027-01-01"),
        ("next week", MAY, "2026-05-11"),
        ("next weekend", MAY, "2026-05-16"),
        ("nothing left for this year", MAY, "2027-01-01"),
        ("after Easter", date(2026, 2, 1), "2026-04-07"),
        ("after Easter", MAY, "2027-03-30"),
        ("on Friday", MAY, "2026-05-08"),
        ("on 31 March", MAY, "2027-03-31"),
        ("on 30 April", MAY, "2027-04-30"),
        ("after 31 December", MAY, "2027-01-01"),
        ("on 29 February", date(2027, 5, 6), "2028-02-29"),
        ("by the 31st", date(2026, 11, 20), "2026-12-31"),
        ("by the 30th", date(2026, 1, 31), "2026-03-30"),
        ("tomorrow then", MAY, "2026-05-07"),
        ("not before 2028", MAY, "2028-01-01"),
        ("let us wait another month", date(2026, 1, 31), "2026-02-28"),
    ],
)  # fmt: skip
def test_a_time_is_read_from_the_day_it_was_said(text: str, today: date, day: str) -> None:
    assert named(text, today) == day


@pytest.mark.parametrize(
    "text",
    [
        "No.",
        "I left in the rain",
        "we may do it",
        "",
        "Not interested, 25% is too much",
        "on 31 February",
        "on 29 February",
    ],
)
def test_no_time_is_made_up(text: str) -> None:
    assert named(text, MAY) is None


def test_an_event_without_a_day_keeps_its_words() -> None:
    found = when("Come back when you have revenue.", today=20_000)
    assert found is not None
    assert (found.said, found.day) == ("when you have revenue", None)


def test_easter_by_a_published_list() -> None:
    """Easter Sundays of 2024 to 2028 as the churches announced them; the named day is the Tuesday after."""
    for year, month, day in ((2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2028, 4, 16)):
        tuesday = date.fromordinal(date(year, month, day).toordinal() + 2).isoformat()
        assert named("after easter", date(year, 1, 10)) == tuesday


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Come back when you have more traction.", True),
        ("Write to me once the team is complete.", True),
        ("Let us talk later this year.", False),
        ("Ask me again in March.", False),
    ],
)
def test_a_condition_is_no_time(text: str, condition: bool) -> None:
    found = when(text, today=SATURDAY.toordinal() - EPOCH)
    assert found is not None
    assert found.condition == condition
