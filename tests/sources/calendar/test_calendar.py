"""Calendars: meetings are acts of both."""

from __future__ import annotations

from typing import Any

import numpy as np

from walkaway.app.ports import Archive, Chat, ReadOptions
from walkaway.core.events import Kind, Side, acts
from walkaway.sources.calendar import Calendar
from walkaway.sources.conformance import faults

BERLIN = ReadOptions(tz="Europe/Berlin")
ME, ANN = "ORGANIZER;CN=Jo:mailto:jo@x.example", 'ATTENDEE;CN="Ann: A";PARTSTAT=ACCEPTED:mailto:ANN@a.example'


def event(*lines: str, start: str = "DTSTART:20240301T090000Z", people: tuple[str, ...] = (ME, ANN)) -> str:
    return "\r\n".join(["BEGIN:VEVENT", start, "DTSTAMP:20240601T000000Z", *people, *lines, "END:VEVENT"])


def ics(*events: str) -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", ""]).encode()


def read(*events: str) -> Archive:
    eve = event(people=(ME, "ATTENDEE:mailto:eve@e.example"), start="DTSTART:20200101T090000Z")
    return Calendar().read("calendar.ics", ics(eve, *events), BERLIN)


def ann(archive: Archive) -> Chat:
    return next(chat for chat in archive.chats if "ann@a.example" in chat.people)


def times(chat: Chat) -> list[str]:
    column: Any = np.asarray(chat.events.at).astype("datetime64[us]").astype(str)
    return [str(at)[:16] for at in column]


def test_a_meeting_is_an_act_of_both() -> None:
    archive = read(event("SUMMARY:Talk\\, long", "BEGIN:VALARM", "SUMMARY:ring", "END:VALARM"))
    chat = ann(archive)
    assert (chat.title, chat.me, chat.people) == ("Ann: A", "jo@x.example", ("jo@x.example", "ann@a.example"))
    assert chat.text.to_pylist() == ["Talk, long"]
    assert [Kind(kind) for kind in chat.events.kind] == [Kind.MEETING]
    assert acts(chat.events, you=0, them=1).side.tolist() == [Side.YOU, Side.THEM]


def test_zones() -> None:
    archive = read(
        event(start="DTSTART;TZID=America/New_York:20240301T090000"),
        event(start="DTSTART:20240301T100000"),
    )
    assert times(ann(archive)) == ["2024-03-01T09:00", "2024-03-01T14:00"]
    assert archive.assumed == ("tz",)


def test_what_comes_again_is_written_out_until_its_end() -> None:
    weekly = read(event("RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE:20240308T090000Z"))
    assert times(ann(weekly)) == ["2024-03-01T09:00", "2024-03-15T09:00", "2024-03-22T09:00"]
    assert weekly.receipt.kept == 2
    days = read(event("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;UNTIL=20240320T000000Z"))
    assert times(ann(days)) == ["2024-03-01T09:00", "2024-03-11T09:00", "2024-03-15T09:00"]
    assert times(ann(read(event("RRULE:FREQ=MONTHLY"))))[-1] == "2024-05-01T09:00"  # the file is of June


def test_what_is_no_meeting_is_said() -> None:
    archive = read(
        event("STATUS:CANCELLED"),
        event(people=(ME,)),
        event(start="DTSTART;VALUE=DATE:20240301"),
        event(people=(ME, ANN.replace("ACCEPTED", "DECLINED"))),
        event(start="DTSTART:soon"),
        event(start="X:1"),
    )
    assert [skip.reason for skip in archive.receipt.skipped] == [
        "called off",
        "nobody else is on it",
        "a whole day, and no meeting",
        "nobody else is on it",
        "no time I can read in 'soon'",
        "no time",
    ]


def test_it_conforms() -> None:
    raw = ics(event("RRULE:FREQ=DAILY;COUNT=3"), event("SUMMARY:x"))
    assert faults(Calendar(), {"calendar.ics": raw}, damaged=150) == []
