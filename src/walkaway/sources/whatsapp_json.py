"""The JSON of WhatsApp-Chat-Exporter, made of a phone's own database, in; an archive of its chats out.

It knows what "Export chat" does not: instants in UTC, which messages are yours, and each person's number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, Part, Progress, ReadOptions
from walkaway.core.events import Kind
from walkaway.sources import json_file
from walkaway.sources.ledger import NOBODY, Ledger, Row
from walkaway.sources.parts import Together, Told, forgiven, name_of

_BEGINS = re.compile(rb'^(?:\xef\xbb\xbf)?\s*\{\s*"[^"]{1,200}":\s*\{')
_MARKS = (b'"messages"', b'"from_me"', b'"key_id"')
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]+")
_HINT = "Run WhatsApp-Chat-Exporter once more with --json and give me the file it writes."
_GROUP = "@g.us"
_LATEST = 1 << 52
_SECONDS_BELOW = 10**11


class _UnreadError(Exception):
    """Why a record cannot be kept."""


class WhatsAppJson(Together):
    """Reads chats as the phone's database has them. Times are UTC."""

    name = "whatsapp_json"
    reads = "WhatsApp's own database (run WhatsApp-Chat-Exporter with --json on your backup, and give me the .json)"

    def recognises(self, name: str, head: bytes) -> bool:
        del name
        return bool(_BEGINS.match(head)) and all(mark in head for mark in _MARKS)

    def read_parts(self, parts: Sequence[Part], options: ReadOptions, progress: Progress | None = None) -> Archive:
        """Every chat. A record is one message, numbered through its file from 1."""
        told = Told(parts, progress)
        ledger = Ledger(self.name, options.tz)
        ledger.me = ledger.person("me", "me")
        with json_file.collector_paused():
            for part in parts:
                with forgiven(part, parts, ledger):
                    found, broken = json_file.document(part.name, told.whole(part), _HINT)
                    if broken:
                        ledger.assumed["broken_utf8"] = None
                    if not isinstance(found, dict):
                        raise UnreadableArchive(f"{part.name} holds no chats. {_HINT}")
                    _read(found, ledger)
        return ledger.archive(name_of(parts), _HINT)


def _read(found: dict[str, Any], ledger: Ledger) -> None:
    number = 0
    for jid, chat in found.items():
        messages = chat.get("messages") if isinstance(chat, dict) else None
        records = list(messages.values()) if isinstance(messages, dict) else messages
        if not isinstance(records, list):
            number += 1
            ledger.read += 1
            ledger.skip(number, "this chat holds no messages")
            continue
        named = chat.get("name")
        phone = jid.partition("@")[0]
        title = _clean(named if isinstance(named, str) and named.strip() else phone) or "unknown"
        group = jid.endswith(_GROUP)
        me = ledger.person("me", "me")
        other = NOBODY if group else ledger.person(("number", phone), title, phone)
        room = ledger.room(jid, title, (me,) if group else (other, me))
        for record in records:
            number += 1
            ledger.read += 1
            try:
                row = _row(record, room, me, other, ledger)
            except _UnreadError as unread:
                ledger.skip(number, str(unread))
            else:
                ledger.keep(number, row)


def _row(found: Any, room: int, me: int, other: int, ledger: Ledger) -> Row:
    if not isinstance(found, dict):
        raise _UnreadError("not a message")
    at = _instant(found.get("timestamp"))
    media = bool(found.get("media") or found.get("sticker"))
    said = found.get("caption" if media else "data")
    text = said if isinstance(said, str) else ""
    if found.get("meta"):
        return Row(room, NOBODY, at, Kind.SYSTEM, text, typed=False)
    who = me if found.get("from_me") else other
    if who == NOBODY:
        sender = found.get("sender")
        name = _clean(sender) if isinstance(sender, str) else ""
        if not name:
            raise _UnreadError("nobody is named as its sender")
        who = ledger.person(("name", name), name)
    return Row(room, who, at, Kind.MEDIA if media or not text else Kind.TEXT, text)


def _instant(at: Any) -> int:
    """Microseconds UTC of seconds (with a fraction) or milliseconds."""
    if not isinstance(at, (int, float)) or isinstance(at, bool) or not 0 < at < _LATEST:
        raise _UnreadError("no time" if at is None else f"no time I can read in {str(at)[:30]!r}")
    us: int = round(at * (1_000_000 if at < _SECONDS_BELOW else 1000))
    return us


def _clean(name: str) -> str:
    return _CONTROL.sub("", name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")).strip()
