"""An .ics calendar (RFC 5545) in; its meetings with others, one chat per person or group, out.

A meeting is an event with somebody else on it. One that comes again is written out from its rule, for as long as the
rule says and no further than the day the file was made, or a year from its beginning where that is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np

from walkaway.app.ports import Archive, Part, Progress, ReadOptions
from walkaway.app.zone import to_utc
from walkaway.core.events import Kind
from walkaway.sources.ledger import Ledger, Row
from walkaway.sources.parts import Together, Told, forgiven, name_of

_HINT = "Export the calendar again: in Google Calendar, Settings, Import & export, Export."
_FOLD = re.compile(r"\r?\n[ \t]")
_MOST_GUESTS = 30
_MOST_TIMES = 1_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?")
_NAMED = re.compile(r'(?:^|;)CN=(?:"([^"]{0,200})"|([^;:"]{0,200}))', re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]+")
_STEP = {"DAILY": timedelta(days=1), "WEEKLY": timedelta(weeks=1)}
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Property = tuple[str, str, str]
"""Its name in capitals, its parameters, its value."""


class _UnreadError(Exception):
    """Why an event is not kept."""


class Calendar(Together):
    """Reads calendars. A time without a zone is the person's own."""

    name = "calendar"
    reads = "calendars (an .ics: in Google Calendar, Settings, Export; in Apple's, File, Export)"

    def recognises(self, name: str, head: bytes) -> bool:
        del name
        return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:15].upper() == b"BEGIN:VCALENDAR"

    def read_parts(self, parts: Sequence[Part], options: ReadOptions, progress: Progress | None = None) -> Archive:
        """Every meeting. A record is one VEVENT, numbered through its file from 1."""
        told = Told(parts, progress)
        ledger = Ledger(self.name, options.tz)
        calendars = [(part, list(_events(told.whole(part)))) for part in parts]
        owner = _owner([event for _, events in calendars for event in events])
        for part, events in calendars:
            with forgiven(part, parts, ledger):
                for number, event in enumerate(events, 1):
                    ledger.read += 1
                    try:
                        _keep(number, event, owner, ledger)
                    except _UnreadError as unread:
                        ledger.skip(number, str(unread))
        return ledger.archive(name_of(parts), _HINT)


def _events(raw: bytes) -> Iterator[list[Property]]:
    """The properties of each VEVENT; what is nested in it, like an alarm, is left out."""
    text = _FOLD.sub("", raw.decode("utf-8-sig", errors="replace"))
    event: list[Property] | None = None
    inner = 0
    for line in text.replace("\r", "").split("\n"):
        upper = line[:40].upper().strip()
        if upper == "BEGIN:VEVENT":
            if event is not None:
                yield event
            event, inner = [], 0
        elif event is None:
            continue
        elif upper == "END:VEVENT":
            yield event
            event = None
        elif upper.startswith(("BEGIN:", "END:")):
            inner = max(0, inner + (1 if upper.startswith("BEGIN:") else -1))
        elif not inner:
            name, parameters, value = _split(line)
            if name:
                event.append((name, parameters, value))
    if event is not None:
        yield event


def _split(line: str) -> Property:
    """`NAME;PARAMETER=x:value`. A colon inside quotes parts nothing."""
    quoted = False
    for place, letter in enumerate(line[:2_000]):
        if letter == '"':
            quoted = not quoted
        elif letter == ":" and not quoted:
            name, _, parameters = line[:place].partition(";")
            return name.strip().upper(), parameters, line[place + 1 :]
    return "", "", ""


def _people(event: list[Property]) -> dict[str, str]:
    """Address to name of everybody on it, the organiser first; who declined was not there."""
    found: dict[str, str] = {}
    for name, parameters, value in sorted(event, key=lambda one: one[0] != "ORGANIZER"):
        if name not in ("ORGANIZER", "ATTENDEE") or "PARTSTAT=DECLINED" in parameters.upper():
            continue
        if re.search(r"CUTYPE=(?:RESOURCE|ROOM)", parameters.upper()):
            continue
        address = _CONTROL.sub("", value).strip().lower().removeprefix("mailto:")
        named = _NAMED.search(parameters)
        shown = _CONTROL.sub(" ", (named[1] or named[2] or "") if named else "").strip()
        if address:
            found[address] = found.get(address) or shown
    return found


def _owner(events: list[list[Property]]) -> str | None:
    """Whose calendar it is: the one address on more of the meetings than any other."""
    count: dict[str, int] = {}
    for event in events:
        for address in _people(event):
            count[address] = count.get(address, 0) + 1
    most = max(count.values(), default=0)
    first = [address for address, times in count.items() if times == most]
    return first[0] if len(first) == 1 else None


def _keep(number: int, event: list[Property], owner: str | None, ledger: Ledger) -> None:
    only = {name: (parameters, value) for name, parameters, value in reversed(event)}
    if only.get("STATUS", ("", ""))[1].strip().upper() == "CANCELLED":
        raise _UnreadError("called off")
    people = _people(event)
    others = [address for address in people if address != owner]
    if not others or (owner is not None and owner not in people) or len(people) < 2:
        raise _UnreadError("nobody else is on it")
    if len(others) > _MOST_GUESTS:
        raise _UnreadError(f"{len(others)} others are on it")
    if "DTSTART" not in only:
        raise _UnreadError("no time")
    parameters, value = only["DTSTART"]
    if len(value.strip()) == 8:
        raise _UnreadError("a whole day, and no meeting")
    times = list(_times(value.strip(), parameters, event, only, ledger))
    place = {address: ledger.person(address, address, name) for address, name in people.items()}
    if owner is not None:
        ledger.me = ledger.person(owner, owner)
    title = ", ".join(people[one] or one for one in others[:3])
    room = ledger.room(frozenset(place.values()), title, place.values())
    summary = only.get("SUMMARY", ("", ""))[1].replace("\\,", ",").replace("\\;", ";").replace("\\n", " ")
    who = next(iter(place.values()))
    rows = [Row(room, who, at, Kind.MEETING, summary, typed=False) for at in times]
    ledger.keep(number, rows[0])
    for row in rows[1:]:
        ledger.also(number, row)


def _times(
    value: str, parameters: str, event: list[Property], only: dict[str, tuple[str, str]], ledger: Ledger
) -> Iterator[int]:
    """Microseconds UTC of the meeting, and of those that its rule repeats it on."""
    start, zone = _moment(value, parameters)
    excluded = {_moment(one, p)[0] for n, p, v in event if n == "EXDATE" for one in v.split(",") if _TIME.match(one)}
    made = only.get("DTSTAMP", ("", ""))[1]
    until = _moment(made, "")[0].replace(tzinfo=None) if _TIME.match(made) else start + timedelta(days=366)
    moments = [one for one in _repeated(start, only.get("RRULE", ("", ""))[1].upper(), until) if one not in excluded]
    if not moments:
        raise _UnreadError("every time of it was called off")
    for moment in moments:
        if zone is None:
            ledger.assumed["tz"] = None
            naive = round((moment.replace(tzinfo=UTC) - _EPOCH).total_seconds()) * 1_000_000
            yield int(to_utc(np.array([naive], np.int64), ledger.tz)[0]) if 0 < naive < 1 << 52 else naive
        else:
            yield round((moment.replace(tzinfo=zone) - _EPOCH).total_seconds()) * 1_000_000


def _moment(value: str, parameters: str) -> tuple[datetime, tzinfo | None]:
    """The wall clock, and the zone it is in; None is the person's own."""
    match = _TIME.match(value.strip())
    if match is None:
        raise _UnreadError(f"no time I can read in {value[:30]!r}")
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    try:
        when = datetime.combine(date(year, month, day), datetime.min.time()) + timedelta(
            hours=hour, minutes=minute, seconds=second
        )
    except (ValueError, OverflowError):
        raise _UnreadError(f"no time I can read in {value[:30]!r}") from None
    if match[7]:
        return when, UTC
    named = re.search(r'TZID="?([^;:"]{1,100})', parameters, re.IGNORECASE)
    try:
        return when, ZoneInfo(named[1].lstrip("/")) if named else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return when, None


def _repeated(start: datetime, rule: str, made: datetime) -> Iterator[datetime]:
    """The days of a daily, weekly, monthly or yearly rule, with INTERVAL, COUNT, UNTIL and weekdays; others once."""
    parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    frequency = parts.get("FREQ", "")
    yield start
    if frequency not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        return
    interval = _number(parts.get("INTERVAL"), 1)
    count = min(_number(parts.get("COUNT"), _MOST_TIMES), _MOST_TIMES)
    last = made
    if (until := parts.get("UNTIL")) and _TIME.match(until):
        last = min(last, _moment(until, "")[0])
    days = [_WEEKDAYS.index(one) for one in parts.get("BYDAY", "").split(",") if one in _WEEKDAYS]
    seen = 1
    for moment in _candidates(start, frequency, interval, days):
        if seen >= count or moment > last:
            return
        seen += 1
        yield moment


def _candidates(start: datetime, frequency: str, interval: int, days: list[int]) -> Iterator[datetime]:
    """Every later moment the rule names, without an end."""
    if frequency in _STEP:
        moment = start
        week = start - timedelta(days=start.weekday())
        for k in range(1, _MOST_TIMES * 8):
            if frequency == "WEEKLY" and days:
                moment = start + timedelta(days=k)
                gap = ((moment - timedelta(days=moment.weekday())) - week).days // 7
                if moment.weekday() in days and gap % interval == 0:
                    yield moment
            else:
                try:
                    moment = moment + interval * _STEP[frequency]
                except OverflowError:
                    return
                yield moment
        return
    months = interval * (12 if frequency == "YEARLY" else 1)
    for k in range(1, _MOST_TIMES):
        ahead = start.year * 12 + start.month - 1 + k * months
        try:
            yield start.replace(year=ahead // 12, month=ahead % 12 + 1)
        except ValueError:
            # The 31st of a shorter month is left out, as the standard says.
            if ahead // 12 > 9999:
                return


def _number(written: str | None, otherwise: int) -> int:
    if not (written and written.isascii() and written.isdigit() and len(written) <= 6):
        return otherwise
    return int(written) or otherwise
