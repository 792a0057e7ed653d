"""A day to look again in; an iCalendar file (RFC 5545) with one all-day entry, out, as text.

Written by hand: one entry without a clock time needs no zone rules, which are what a calendar library is for. The
file names nobody, unless the person puts a name into the title themselves: calendars are often shared.
"""

from __future__ import annotations

import re

import numpy as np

from walkaway.core.events import SECOND

_LONGEST = 75
"""Octets in a line, without its end (RFC 5545, 3.1)."""


def calendar_file(*, day: int, title: str, note: str, uid: str, now: int) -> str:
    """The file. `day` counts from 1970-01-01; `uid` tells the entry from others, `now` (us, UTC) stamps it.

    The same `uid` given again replaces the entry instead of adding one.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//walkaway//look again//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{_escaped(uid)}",
        f"DTSTAMP:{_instant(now)}",
        f"DTSTART;VALUE=DATE:{_date(day)}",
        f"DTEND;VALUE=DATE:{_date(day + 1)}",
        f"SUMMARY:{_escaped(title)}",
        *([f"DESCRIPTION:{_escaped(note)}"] if note else []),
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _date(day: int) -> str:
    return str(np.datetime64(day, "D")).replace("-", "")


def _instant(now: int) -> str:
    return re.sub(r"[-:]", "", str(np.datetime64(now // SECOND, "s"))) + "Z"


def _escaped(text: str) -> str:
    """TEXT of RFC 5545, 3.3.11; other control characters cannot stand in it at all."""
    plain = re.sub(r"\r\n?", "\n", text)
    plain = "".join(c for c in plain if c >= " " or c in "\n\t").replace("\x7f", "")
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line cut into parts of at most 75 octets, never inside a character; each further part begins with a space."""
    parts, part, size = [], "", 0
    for c in line:
        octets = len(c.encode())
        if size + octets > _LONGEST:
            parts.append(part)
            part, size = " ", 1
        part, size = part + c, size + octets
    return "\r\n".join([*parts, part])
