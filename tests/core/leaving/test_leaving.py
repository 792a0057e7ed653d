"""Leaving: what may be said, how days are counted, and the entry in a calendar."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import moment
from tests.words.plain_language import banned_in, grade

from walkaway.core.events import DAY, HOUR, Acts, Moment
from walkaway.core.leaving.calendar import calendar_file
from walkaway.core.leaving.farewell import farewell
from walkaway.core.leaving.silence import Urge, clock, wait_before_send
from walkaway.core.standards.standard import PursuitKind
from walkaway.words.en.farewells import PLAIN_NO
from walkaway.words.spoken import spoken

KINDS = (*PursuitKind, None)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("stop", [True, False])
@pytest.mark.parametrize("afraid", ["yes", "no", "unsure", None])
def test_nothing_is_said_where_nothing_may_be_sent(kind: PursuitKind | None, stop: bool, afraid: Any) -> None:
    found = farewell(kind, today=100, stop_contact=stop, afraid=afraid)
    personal = kind in (PursuitKind.PARTNER, PursuitKind.FRIEND, None)
    assert (found is None) == (stop or afraid in ("yes", "unsure") or (afraid is None and personal))


@pytest.mark.parametrize(("kind", "register", "door"), [*itertools.product(KINDS, PLAIN_NO, ("closed", "dated"))])
def test_a_farewell_gives_no_reason_no_plea_and_no_blame(kind: Any, register: Any, door: Any) -> None:
    leaving = farewell(
        kind, register=register, door=door, until=20_600 if door == "dated" else None, today=20_000,
        stop_contact=False, afraid="no",
    )  # fmt: skip
    assert leaving is not None
    text = spoken("en").farewells.farewell_text(leaving)
    assert "?" not in text
    said = set(text.lower().replace(".", "").replace(",", "").split())
    assert not said & {"because", "sorry", "please", "if", "unless", "never", "always", "but", "should"}
    assert ("27 May 2026" in text) == (door == "dated")
    assert banned_in(text) == set()
    assert grade(text) <= 7


def test_a_door_with_a_date_needs_a_day_to_come() -> None:
    with pytest.raises(ValueError, match="day to come"):
        farewell(PursuitKind.DEAL, door="dated", until=100, today=100, stop_contact=False, afraid=None)


def at(day: str, hour: int = 12, week: int = 0) -> Moment:
    when = moment(day, hour, week=week)
    return Moment(when, when)


def test_a_lapse_costs_its_day_and_no_more(story: Acts) -> None:
    """
    Mon 09:00  you: goodbye
    week 2 Tue 10:00  you: how are you
    week 2 Tue 11:00  you: sorry
    week 2 Wed 10:00  them: fine
    """
    found = clock(story, since=at("Mon", 9), now=at("Tue", 12, week=6))
    assert (found.days, found.kept, found.run, found.longest) == (42, 41, 27, 27)
    assert spoken("en").farewells.clock_text(found).startswith("41 of 42 days kept.")
    assert not found.wrote_today


def test_today_counts_when_it_is_over(story: Acts) -> None:
    """
    Mon 09:00  you: goodbye
    Mon 10:00  you: one thing more
    Wed 10:00  you: hey
    """
    first = clock(story, since=at("Mon", 9), now=at("Mon", 23))
    assert (first.days, first.kept, first.wrote_today) == (0, 0, False)
    third = clock(story, since=at("Mon", 9), now=at("Wed", 12))
    assert (third.days, third.kept, third.wrote_today) == (1, 1, True)
    after = clock(story, since=at("Mon", 9), now=at("Thu", 1))
    assert (after.days, after.kept, after.run, after.lapses) == (2, 1, 0, (19_725,))


def test_a_message_waits_before_it_goes() -> None:
    held = wait_before_send(written=0, now=5 * HOUR, hours=24)
    assert (held.free_at, held.free) == (24 * HOUR, False)
    assert wait_before_send(written=0, now=24 * HOUR, hours=24).free
    with pytest.raises(ValueError, match="between"):
        wait_before_send(written=0, now=0, hours=-1)


def test_an_urge_is_noted_from_one_to_five() -> None:
    assert Urge(0, 3).strength == 3
    with pytest.raises(ValueError, match="1 to 5"):
        Urge(0, 6)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_a_calendar_entry_is_one_day_long() -> None:
    lines = unfolded(calendar_file(day=20_600, title="Look again", note="", uid="abc@walkaway", now=20_578 * DAY))
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert "DTSTART;VALUE=DATE:20260527" in lines
    assert "DTEND;VALUE=DATE:20260528" in lines
    assert "DTSTAMP:20260505T000000Z" in lines
    assert lines[-2:] == ["END:VCALENDAR", ""]


@given(st.text(max_size=300))
def test_whatever_the_title_the_lines_stay_lines(title: str) -> None:
    """No title can add a line of its own; no line is longer than 75 octets; unfolding gives the title back."""
    text = calendar_file(day=1, title=title, note=title, uid="x", now=0)
    parts = text.removesuffix("\r\n").split("\r\n")
    assert all(len(part.encode("utf-8", "surrogatepass")) <= 75 for part in parts)
    names = [line.split(":", 1)[0].split(";", 1)[0] for line in unfolded(text) if line]
    assert names.count("SUMMARY") == names.count("UID") == names.count("END") - 1 == 1
