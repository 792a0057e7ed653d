"""One sms, mms or call of the backup in, a row out; or the reason why it cannot be kept."""

from __future__ import annotations

import re
from typing import Any

from walkaway.core.events import Kind
from walkaway.sources.ledger import Ledger, Row
from walkaway.sources.phone_numbers import number_key

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]+")
_UNKNOWN = ("", "null", "(Unknown)")
_ME = "insert-address-token"
_SENDER = "137"
_IN, _OUT, _DRAFT = "1", "2", "3"
_NEVER_LEFT = ("4", "5", "6")
"""Outbox, failed, queued."""
_REPORTS = ("134", "135", "136")
_ANSWERED, _CALLED, _MISSED, _VOICEMAIL, _REJECTED, _BLOCKED, _ELSEWHERE = "1234567"
_LATEST = 1 << 52
_SECONDS = 10**11
"""A time below this is in seconds; in milliseconds it would lie in 1973."""
_MOST_MEMBERS = 500


class UnreadError(Exception):
    """Why a record cannot be kept."""


class Numbers:
    """Who is behind a number, and which chat a set of numbers is."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.me = ledger.me = ledger.person("me", "me")
        self._known: dict[tuple[str, str], int] = {}
        self._rooms: dict[tuple[str, str], int] = {}

    def person(self, number: str, name: str = "") -> int:
        place = self._known.get((number, name))
        if place is None:
            key = number_key(number)
            if not key:
                raise UnreadError("no number")
            called = "" if name in _UNKNOWN else _CONTROL.sub("", name).strip()
            shown = _CONTROL.sub("", number).strip()
            place = self._ledger.person(("number", key), "", shown, called)
            if called or not self._ledger.name(place):
                self._ledger.person(("number", key), called or shown)
            self._known[number, name] = place
        return place

    def room(self, address: str, contact: str) -> tuple[int, list[int]]:
        """The chat of the others named in `address` ("a~b" is a group), and who they are."""
        others = [one for one in address.split("~") if one not in ("", "null", _ME)][:_MOST_MEMBERS]
        names = contact.split(", ") if contact not in _UNKNOWN else []
        if len(names) != len(others):
            names = [contact if len(others) == 1 else ""] * len(others)
        people = [self.person(number, name) for number, name in zip(others, names, strict=True)]
        if not people:
            raise UnreadError("no number")
        room = self._rooms.get((address, contact))
        if room is None:
            title = contact if contact not in _UNKNOWN else ", ".join(others)
            title = _CONTROL.sub("", title).strip()
            members = dict.fromkeys([*people, self.me])
            room = self._rooms[address, contact] = self._ledger.room(frozenset(people), title or None, members)
        return room, people


def sms_row(numbers: Numbers, found: dict[str, str]) -> Row:
    way = found.get("type")
    if way == _DRAFT:
        raise UnreadError("a draft, never sent")
    if way not in (_IN, _OUT, *_NEVER_LEFT):
        raise UnreadError(f"a message of a type I do not know ({str(way)[:12]})")
    room, (other, *_) = numbers.room(found.get("address", ""), found.get("contact_name", ""))
    kind = Kind.FAILED if way in _NEVER_LEFT else Kind.TEXT
    text = _said(found, "body")
    return Row(room, other if way == _IN else numbers.me, _instant(found), kind, text, typed=kind == Kind.TEXT)


def mms_row(
    numbers: Numbers, found: dict[str, str], parts: list[dict[str, str]], addresses: list[dict[str, str]]
) -> Row:
    way = found.get("msg_box")
    if way == _DRAFT:
        raise UnreadError("a draft, never sent")
    if way not in (_IN, _OUT, *_NEVER_LEFT):
        raise UnreadError(f"a message of a type I do not know ({str(way)[:12]})")
    if found.get("m_type") in _REPORTS:
        raise UnreadError("a note that a message was delivered or read")
    room, others = numbers.room(found.get("address", ""), found.get("contact_name", ""))
    who = numbers.me if way != _IN else _sender(numbers, addresses, others)
    texts = [_said(part, "text") for part in parts if part.get("ct", "") == "text/plain"]
    text = "\n".join(one for one in texts if one)
    files = any(part.get("ct", "") not in ("text/plain", "application/smil") for part in parts)
    if way in _NEVER_LEFT:
        return Row(room, who, _instant(found), Kind.FAILED, text, typed=False)
    return Row(room, who, _instant(found), Kind.MEDIA if files or not text else Kind.TEXT, text)


def _sender(numbers: Numbers, addresses: list[dict[str, str]], others: list[int]) -> int:
    """Whoever stands as its sender; in a chat of two there is only one who can be."""
    named = next((one.get("address", "") for one in addresses if one.get("type") == _SENDER), "")
    if named not in ("", "null", _ME) and (len(others) > 1 or number_key(named)):
        return numbers.person(named) if len(others) > 1 else others[0]
    if len(others) == 1:
        return others[0]
    raise UnreadError("nobody is named as its sender")


def call_row(numbers: Numbers, found: dict[str, str]) -> Row:
    way = found.get("type")
    number = found.get("number", "")
    if way == _BLOCKED:
        raise UnreadError("a blocked call")
    if way not in (_ANSWERED, _CALLED, _MISSED, _VOICEMAIL, _REJECTED, _ELSEWHERE):
        raise UnreadError(f"a call of a type I do not know ({str(way)[:12]})")
    if number.startswith("-") or number in _UNKNOWN:
        raise UnreadError("a call without a number")
    room, (other, *_) = numbers.room(number, found.get("contact_name", ""))
    duration = found.get("duration", "0")
    talked = way in (_ANSWERED, _CALLED, _ELSEWHERE) and duration.strip("0") not in ("", "null")
    who = numbers.me if way == _CALLED else other
    return Row(room, who, _instant(found), Kind.CALL if talked else Kind.MISSED_CALL, "", typed=False)


def _said(found: dict[str, Any], key: str) -> str:
    text: str = found.get(key, "")
    return "" if text == "null" else text


def _instant(found: dict[str, str]) -> int:
    """Microseconds UTC. Milliseconds are what the app writes; some of its likes write seconds."""
    written = found.get("date", "")
    if not (written.isascii() and written.isdigit() and len(written) <= 16) or not 0 < int(written) < _LATEST:
        raise UnreadError(f"no time I can read in {written[:30]!r}")
    at = int(written)
    return at * 1_000_000 if at < _SECONDS and len(written) == 10 else at * 1000
