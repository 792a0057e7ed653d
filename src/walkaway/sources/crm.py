"""The rows of a table that a CRM exported (HubSpot, Salesforce, Pipedrive) in; an archive of one chat per contact out.

A CRM writes down what its users did, with whom and when; what it also holds (notes, tasks still open) is no contact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from walkaway.app.errors import OpenQuestion
from walkaway.app.ports import Archive, ReadOptions
from walkaway.core.events import Kind
from walkaway.sources.ledger import Ledger, Row, text_column
from walkaway.sources.times import Times, times_from_text

# What each calls its columns, in lower case; of several the first that is there. A table is of a CRM when it has a
# time, a contact and a kind or subject under the names of one of them.
CRMS: dict[str, dict[str, tuple[str, ...]]] = {
    "hubspot": {
        "when": ("activity date", "hs_timestamp", "engagement date", "email send date"),
        "with": ("associated contacts", "associated contact", "contact name", "associated contact email", "contact"),
        "who": ("activity assigned to", "activity owner", "owner", "assigned to"),
        "text": ("email body", "body", "note body", "body preview", "email subject", "activity title", "subject"),
        "kind": ("activity type", "engagement type", "type"),
        "direction": ("email direction", "call direction", "direction"),
        "state": ("task status", "call status"),
    },
    "salesforce": {
        "when": ("activitydate", "date", "due date", "due date only", "createddate", "created date"),
        "with": ("name", "contact", "contact name", "who.name", "whoid", "who id", "contact: full name"),
        "who": ("assigned", "assigned to", "owner", "owner.name", "ownerid", "assigned to id"),
        "text": ("description", "full comments", "comments", "subject"),
        "kind": ("task subtype", "tasksubtype", "type", "activity type"),
        "direction": ("call type", "calltype", "direction"),
        "state": ("status", "task status"),
    },
    "pipedrive": {
        "when": ("marked as done time", "due date", "add time", "activity - due date"),
        "with": ("contact person", "person", "person name", "activity - contact person"),
        "who": ("assigned to user", "owner", "user", "activity - assigned to user"),
        "text": ("note", "public description", "subject", "activity - note", "activity - subject"),
        "kind": ("type", "activity - type"),
        "direction": ("direction",),
        "state": ("done", "status", "activity - done"),
    },
}
_TELLING = {
    "hubspot": ("activity date", "hs_timestamp", "engagement type", "activity type", "activity assigned to"),
    "salesforce": (
        "company / account",
        "activitydate",
        "task subtype",
        "tasksubtype",
        "activity id",
        "whoid",
        "who id",
    ),
    "pipedrive": ("contact person", "assigned to user", "activity - subject", "marked as done time"),
}
_MOST_CONTACTS = 20
_CALL = re.compile(r"call|anruf|telefon|llamada|appel", re.IGNORECASE)
_MEETING = re.compile(r"meeting|event|lunch|demo|besprechung|reunión|réunion|visit", re.IGNORECASE)
_MESSAGE = re.compile(r"e-?mail|sms|message|whatsapp|linkedin|nachricht|letter|postal", re.IGNORECASE)
_NO_CONTACT = re.compile(r"note|task|to-?do|deadline|reminder|aufgabe|notiz", re.IGNORECASE)
_INCOMING = re.compile(r"\b(?:incoming|inbound|received|reply|eingehend)", re.IGNORECASE)
_INCOMING_CODE = re.compile(r"INCOMING|INBOUND")
_OPEN = (
    "to do",
    "open",
    "not started",
    "planned",
    "scheduled",
    "in progress",
    "waiting",
    "deferred",
    "no",
    "false",
    "0",
)
_MISSED = re.compile(r"no.?answer|missed|voicemail|busy", re.IGNORECASE)
_SLASHED = re.compile(
    r"^\s*(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?:,?\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*([AaPp][Mm])?)?\s*$"
)
_MAIL_IN_BRACKETS = re.compile(r"\s{0,8}[(<]([^()<>\s@]{1,200}@[^()<>\s@]{1,200})[)>]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]+")


class _UnreadError(Exception):
    """Why a row is not kept."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A table's rows as texts, column by column, beside the line each stands on. A column that is not there is None."""

    line: Sequence[int]
    columns: dict[str, Sequence[str]]
    broken: Sequence[tuple[int, str]] = ()

    def cell(self, name: str, k: int) -> str:
        column = self.columns.get(name)
        return "" if column is None else column[k].strip()


def crm_columns(header: Sequence[str]) -> dict[str, str]:
    """Which column holds what, where one of the CRMs wrote this header; else nothing."""
    for crm, names in CRMS.items():
        if not any(name in header for name in _TELLING[crm]):
            continue
        found = {field: column for field, known in names.items() if (column := _first(known, header))}
        if {"when", "with"} <= found.keys() and found.keys() & {"kind", "text"}:
            return found
    return {}


def _first(known: Sequence[str], header: Sequence[str]) -> str | None:
    return next((name for name in known if name in header), None)


def read_contacts(name: str, source: str, cells: Cells, options: ReadOptions) -> Archive:
    """One chat per contact. A record is one row; skips name its line."""
    ledger = Ledger(source, options.tz)
    written = [cells.cell("when", k) for k in range(len(cells.line))]
    times = _times(name, written, options)
    owners = {owner for k in range(len(cells.line)) if (owner := cells.cell("who", k))}
    if len(owners) <= 1:
        ledger.me = ledger.person(("user", ""), _CONTROL.sub("", next(iter(owners), "")) or "me")
    for line, reason in cells.broken:
        ledger.read += 1
        ledger.skip(line, reason)
    for k, line in enumerate(cells.line):
        ledger.read += 1
        try:
            rows = _rows(k, int(times.at[k]) if times.read[k] else None, cells, ledger)
        except _UnreadError as unread:
            ledger.skip(line, str(unread))
            continue
        ledger.keep(line, rows[0])
        for row in rows[1:]:
            ledger.also(line, row)
    kept = times.read
    if (times.naive & kept).any():
        ledger.assumed["tz"] = None
    if (times.day_only & kept).any():
        ledger.assumed["date_only"] = None
    return ledger.archive(name, "Export the activities again, with their date, type and contact.")


def _rows(k: int, at: int | None, cells: Cells, ledger: Ledger) -> list[Row]:
    if at is None:
        written = cells.cell("when", k)
        raise _UnreadError(f"no time I can read in {written[:30]!r}" if written else "no time")
    contacts = [one.strip() for one in cells.cell("with", k).split(";") if one.strip()][:_MOST_CONTACTS]
    if not contacts:
        raise _UnreadError("no contact is named")
    if cells.cell("state", k).lower() in _OPEN:
        raise _UnreadError("not done yet")
    said, text = cells.cell("kind", k), cells.cell("text", k)
    kind = _kind(said or text[:60], cells.cell("state", k))
    direction = cells.cell("direction", k) or said
    incoming = bool(_INCOMING.search(direction) or _INCOMING_CODE.search(direction))
    owner = cells.cell("who", k)
    me = ledger.me if ledger.me is not None else ledger.person(("user", owner), _CONTROL.sub("", owner) or "unknown")
    rows = []
    for contact in contacts:
        mail = _MAIL_IN_BRACKETS.search(contact)
        shown = _CONTROL.sub("", _MAIL_IN_BRACKETS.sub("", contact)).strip() or (mail[1] if mail else "unknown")
        other = ledger.person(("contact", contact.casefold()), shown, mail[1].lower() if mail else "")
        room = ledger.room(("contact", contact.casefold()), shown, (other, me))
        typed = kind == Kind.TEXT
        rows.append(Row(room, other if incoming else me, at, kind, text, typed=typed))
    return rows


def _kind(said: str, state: str) -> Kind:
    if _CALL.search(said):
        return Kind.MISSED_CALL if _MISSED.search(state) or _MISSED.search(said) else Kind.CALL
    if _MESSAGE.search(said):
        return Kind.TEXT
    if _MEETING.search(said):
        return Kind.MEETING
    if _NO_CONTACT.search(said):
        raise _UnreadError("a note or a task, and no contact")
    return Kind.TEXT


def _times(name: str, written: Sequence[str], options: ReadOptions) -> Times:
    """ISO times, or days with strokes or dots, in the order that the whole column tells."""
    matches = [_SLASHED.match(one) for one in written]
    parts = [match for match in matches if match]
    if not parts:
        return times_from_text(text_column(written), options.tz)
    first = np.array([int(match[1]) for match in parts])
    second = np.array([int(match[3]) for match in parts])
    if (first > 12).any() or all(match[2] == "." for match in parts):
        day_first = True
    elif (second > 12).any():
        day_first = False
    elif options.order in ("dmy", "mdy"):
        day_first = options.order == "dmy"
    else:
        raise OpenQuestion(
            f"In {name}, is {parts[0][0].strip()} the day or the month first?", option="--order", choices=("dmy", "mdy")
        )
    return times_from_text(
        text_column([_iso(m, day_first=day_first) if m else one for m, one in zip(matches, written, strict=True)]),
        options.tz,
    )


def _iso(match: Any, *, day_first: bool) -> str:
    one, _, two, year, hour, minute, second, half = match.groups()
    day, month = (one, two) if day_first else (two, one)
    stamp = f"{year}-{int(month):02}-{int(day):02}"
    if hour is None:
        return stamp
    hours = int(hour) if not half else int(hour) % 12 + 12 * (half.lower() == "pm")
    return f"{stamp}T{hours:02}:{minute}:{second or '00'}"
