"""Facebook's messages.htm of before 2018 in, its messages written into a ledger.

The page is one line of the same few tags, newest first: a thread with its people, then for each message a user, a time
to the minute ("Friday, October 4, 2013 at 10:05pm PDT"), and a paragraph. The zone is an abbreviation of the United
States or a shift; without one it is the person's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from html import unescape
from typing import NamedTuple

import numpy as np

from walkaway.app.zone import to_utc
from walkaway.core.events import Kind
from walkaway.sources.ledger import Ledger, Row
from walkaway.sources.messenger.record import clean
from walkaway.sources.messenger.spoken_time import MONTHS

_USER = '<span class="user">'
_META = '<span class="meta">'
_THREAD = '<div class="thread">'
_TAG = re.compile(r"<[^<>]{0,400}>")
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_OWNER = re.compile(r"<h1>([^<]{1,200})</h1>")
_WHEN = re.compile(
    r"(?:[^\W\d]+, )?(?:(?P<month>[^\W\d]{3,12}) (?P<day>\d{1,2})|(?P<day2>\d{1,2})\.? (?P<month2>[^\W\d]{3,12})),? "
    r"(?P<year>\d{4}),?(?: at| um)? (?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})? ?(?P<half>[ap]m)?"
    r"(?: (?P<zone>UTC(?:[+-]\d{1,2}(?::?\d{2})?)?|[A-Z]{2,5}))?",
    re.IGNORECASE,
)
_ZONES = {
    "UTC": 0, "GMT": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "IST": 5.5,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8,
    "HST": -10,
}  # fmt: skip
"""Hours from UTC of what the page's time ends in."""


def is_old_page(head: bytes) -> bool:
    """Whether this is that page: HTML with its two spans."""
    return head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<" and _USER.encode() in head and _META.encode() in head


class _Message(NamedTuple):
    user: str
    when: str
    text: str


def read_old_page(name: str, raw: bytes, ledger: Ledger) -> None:
    """Every message of every thread, numbered through the page from 1."""
    page = raw.decode("utf-8-sig", errors="replace")
    if "\ufffd" in page:
        ledger.assumed["broken_utf8"] = None
    owner = _OWNER.search(page)
    if owner:
        me = _plain(owner[1])
        ledger.me = ledger.person(me, me)
    first, *threads = page.split(_THREAD)
    number = 0
    for k, thread in enumerate(threads or [first]):
        title = _plain(thread.partition("<")[0]) if threads else name
        people = [clean(one) for one in title.split(",")] if threads else []
        people = [one for one in people if one]
        members = [ledger.person(one, one) for one in people]
        room = ledger.room(frozenset(people) or k, _title(people, ledger, title), members)
        messages = list(_messages(thread))
        ledger.read += len(messages)
        for back, message in enumerate(reversed(messages)):
            place = number + len(messages) - back
            at = _instant(message.when, ledger)
            if at is None:
                ledger.skip(place, f"no time I can read in {message.when[:40]!r}")
            elif not message.user:
                ledger.skip(place, "nobody is named as its sender")
            else:
                who = ledger.person(message.user, message.user)
                kind = Kind.TEXT if message.text else Kind.MEDIA
                ledger.keep(place, Row(room, who, at, kind, message.text))
        number += len(messages)


def _title(people: list[str], ledger: Ledger, title: str) -> str | None:
    """A chat of two is called after the other."""
    others = [one for one in people if ledger.me is None or ledger.person(one, one) != ledger.me]
    return others[0] if len(others) == 1 else title or None


def _messages(thread: str) -> Iterator[_Message]:
    """Spans between two users; the paragraph after them is the text."""
    for piece in thread.split(_USER)[1:]:
        user, _, rest = piece.partition("</span>")
        _, _, rest = rest.partition(_META)
        when, _, rest = rest.partition("</span>")
        _, opened, rest = rest.partition("<p>")
        text = rest.partition("</p>")[0] if opened else ""
        yield _Message(clean(_plain(user)) if user.strip() else "", when.strip(), _plain(_BREAK.sub("\n", text)))


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html)).strip()


def _instant(when: str, ledger: Ledger) -> int | None:
    """Microseconds UTC of what the page says, None if that is no time."""
    match = _WHEN.fullmatch(unescape(when[:100]).replace("\u202f", " ").strip())
    month = MONTHS.get((match["month"] or match["month2"]).lower()) if match else None
    if match is None or month is None:
        return None
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + 12 * (match["half"].lower() == "pm")
    shift = _shift(match["zone"])
    zone = UTC if shift is None else timezone(shift)
    try:
        at = datetime(
            int(match["year"]), month, int(match["day"] or match["day2"]), hour, int(match["minute"]), tzinfo=zone
        )
    except ValueError:
        return None
    us = int(at.timestamp()) * 1_000_000
    if shift is not None:
        return us
    ledger.assumed["tz"] = None
    return int(to_utc(np.array([us], np.int64), ledger.tz)[0])


def _shift(zone: str | None) -> timedelta | None:
    if zone is None:
        return None
    zone = zone.upper()
    if zone in _ZONES:
        return timedelta(hours=_ZONES[zone])
    if not zone.startswith("UTC"):
        return None
    hours, _, minutes = zone[4:].partition(":")
    if len(hours) > 2:
        hours, minutes = hours[:-2], hours[-2:]
    size = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return None if size >= timedelta(hours=24) else -size if zone[3] == "-" else size
