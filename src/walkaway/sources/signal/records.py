"""One record of an exporter of Signal in, a row and the dated reactions to it out; or the reason why it is not kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from walkaway.core.events import Kind
from walkaway.sources.ledger import NOBODY, Ledger, Row

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]+")
_EPOCH, _MICROSECOND = datetime(1970, 1, 1), timedelta(microseconds=1)  # noqa: DTZ001 (a wall clock's)
_LATEST = 1 << 52
_ME = ("Me", "You")
_WRITTEN = ("incoming", "outgoing")
_CALLS = ("call-history", "call")


class UnreadError(Exception):
    """Why a record cannot be kept."""


@dataclass(frozen=True, slots=True)
class Chat:
    """The chat of a file, and the ledger it is written into."""

    ledger: Ledger
    key: Hashable
    title: str | None
    known: dict[str, int] = field(default_factory=dict)
    place: list[int] = field(default_factory=list)

    def room(self) -> int:
        """Its place, taken when its first record is kept."""
        if not self.place:
            self.place.append(self.ledger.room(self.key, self.title))
        return self.place[0]

    def person(self, name: str) -> int:
        if (place := self.known.get(name)) is not None:
            return place
        shown = _CONTROL.sub("", name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")).strip()
        if not shown:
            raise UnreadError("nobody is named as its sender")
        place = self.ledger.person(shown, shown)
        if shown in _ME and self.ledger.me is None:
            self.ledger.me = place
        self.known[name] = place
        return place


Made = tuple[Row, list[Row]]
Maker = Callable[[Chat], Made]


def instant(written: str) -> int:
    """Microseconds of an ISO time on the wall clock."""
    try:
        when = datetime.fromisoformat(written)
    except ValueError:
        raise UnreadError(f"no time I can read in {written[:30]!r}") from None
    return ((when if when.tzinfo is None else when.replace(tzinfo=None)) - _EPOCH) // _MICROSECOND


def exported_row(line: str) -> Maker:
    """One line of signal-export's data.json."""

    def make(chat: Chat) -> Made:
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            raise UnreadError("a line that is cut off or damaged") from None
        if not isinstance(found, dict) or not isinstance(found.get("date"), str):
            raise UnreadError("no time")
        sender, body = found.get("sender"), found.get("body")
        body = body if isinstance(body, str) else ""
        kind = Kind.TEXT
        if found.get("deleted"):
            kind = Kind.DELETED
        elif found.get("call"):
            kind = Kind.MISSED_CALL if found.get("missed") else Kind.CALL
        elif found.get("attachments") or found.get("sticker") or not body:
            kind = Kind.MEDIA
        who = chat.person(sender if isinstance(sender, str) else "")
        return Row(chat.room(), who, instant(found["date"]), kind, body), []

    return make


def sigtop_row(found: Any) -> Maker:
    """One element of sigtop's JSON: the message as Signal Desktop keeps it."""

    def make(chat: Chat) -> Made:
        if not isinstance(found, dict):
            raise UnreadError("not a message")
        way = found.get("type")
        if way == "outgoing":
            who = chat.person("You")
        elif way == "incoming":
            who = _sender(found, chat)
        else:
            who = NOBODY
        at = _milliseconds(found.get("sent_at")) or _milliseconds(found.get("timestamp"))
        if at is None:
            raise UnreadError("no time")
        body = found.get("body")
        body = body if isinstance(body, str) else ""
        kind, who = _kind(found, way, body, who, chat)
        row = Row(chat.room(), who, at * 1000, kind, body)
        return row, [one for one in (_reaction(r, row) for r in _listed(found.get("reactions"))) if one]

    return make


def _listed(found: Any) -> list[Any]:
    return found if isinstance(found, list) else []


def _milliseconds(at: Any) -> int | None:
    return at if type(at) is int and 0 < at < _LATEST else None


def _sender(found: dict[str, Any], chat: Chat) -> int:
    """The number or service id. In a chat of two, which the file is named after, that is the other."""
    keys = [found.get(key) for key in ("sourceServiceId", "sourceUuid", "source")]
    named = next((key for key in keys if isinstance(key, str) and key.strip()), None)
    if named is None:
        if chat.title is None:
            raise UnreadError("nobody is named as its sender")
        return chat.person(chat.title)
    place = chat.ledger.person(("source", named), "", *(key for key in keys if isinstance(key, str)))
    if not chat.ledger.name(place):
        chat.ledger.person(("source", named), _CONTROL.sub("", named).strip() or "unknown")
    return place


def _kind(found: dict[str, Any], way: Any, body: str, who: int, chat: Chat) -> tuple[Kind, int]:
    if way in _CALLS:
        details = found.get("callHistoryDetails")
        details = details if isinstance(details, dict) else {}
        outgoing = bool(details.get("wasIncoming") is False)
        answered = bool(details.get("acceptedTime"))
        caller = chat.person("You") if outgoing else _sender(found, chat)
        return (Kind.CALL if answered else Kind.MISSED_CALL), caller
    if way not in _WRITTEN:
        return Kind.SYSTEM, NOBODY
    if found.get("deletedForEveryone") or found.get("isErased"):
        return Kind.DELETED, who
    if found.get("isViewOnce"):
        return Kind.VIEW_ONCE, who
    if found.get("attachments") or found.get("sticker") or not body:
        return Kind.MEDIA, who
    return (Kind.EDITED if found.get("editHistory") else Kind.TEXT), who


def _reaction(found: Any, row: Row) -> Row | None:
    """Reactions name a conversation's id, which only Signal knows: enough to date them, not to say whose they are."""
    if not isinstance(found, dict) or (at := _milliseconds(found.get("timestamp"))) is None:
        return None
    emoji = found.get("emoji")
    return Row(row.room, NOBODY, at * 1000, Kind.REACTION, emoji if isinstance(emoji, str) else "", typed=False)
