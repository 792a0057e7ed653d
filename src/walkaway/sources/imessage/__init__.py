"""The chat.db of Messages on a Mac (or sms.db of an iPhone's backup) in; an archive of its chats out.

The database is opened in memory, from bytes: nothing is written, not even what SQLite itself would put beside.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from time import monotonic
from typing import Any

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, Progress, ReadOptions
from walkaway.core.events import Kind
from walkaway.sources.imessage.typedstream import text_of
from walkaway.sources.ledger import NOBODY, Ledger, Row
from walkaway.sources.phone_numbers import number_key
from walkaway.sources.write_ahead import without_log_mode

_DATABASE = b"SQLite format 3\x00"
_NAMES = ("chat.db", "sms.db", "3d0d7e5fb2ce288813306e4d4636395e047a3d28")
_MARKS = (b"associated_message_guid", b"attributedBody", b"chat_message_join")
_HINT = "Quit Messages on your Mac and give me a copy of ~/Library/Messages/chat.db, with the chat.db-wal beside it."
_APPLE_EPOCH = 978_307_200  # 2001-01-01
_SECONDS_BELOW = 10**11  # before macOS 10.13 dates were seconds, since then nanoseconds
_GROUP = 43
_TAPBACKS = range(2000, 3000)
_TAKEN_BACK = range(3000, 4000)
_PLACEHOLDER = "\ufffc"
_LARGEST_ID = 2**40
_LONGEST = 1.5
"""Seconds one query may take on a damaged file."""
_SLOWEST = 2e6
"""Bytes a second: slower than this only a file is read that sends the query in circles."""
_STEPS = 10_000
_WANTED = (
    "text", "attributedBody", "handle_id", "date", "is_from_me", "item_type", "associated_message_type", "date_edited",
    "date_retracted", "cache_has_attachments", "is_audio_message", "error",
)  # fmt: skip


class IMessage:
    """Reads iMessage and text messages of a Mac. Times are UTC."""

    name = "imessage"
    reads = "iMessage (on your Mac, copy chat.db and chat.db-wal out of Library/Messages in your home folder)"

    def recognises(self, name: str, head: bytes) -> bool:
        if not head.startswith(_DATABASE):
            return False
        return name.rpartition("/")[2].lower() in _NAMES or any(mark in head for mark in _MARKS)

    def read(self, name: str, raw: bytes, options: ReadOptions, progress: Progress | None = None) -> Archive:
        """A record is one row of `message`, named by its ROWID."""
        ledger = Ledger(self.name, options.tz)
        with closing(sqlite3.connect(":memory:")) as database:
            try:
                _fill(ledger, _opened(database, raw))
            except (sqlite3.Error, OverflowError, ValueError, TypeError, MemoryError):
                raise UnreadableArchive(f"{name} is a damaged database, or none of Messages. {_HINT}") from None
        if progress:
            progress(len(raw), len(raw))
        return ledger.archive(name, _HINT)


def _opened(database: sqlite3.Connection, raw: bytes) -> sqlite3.Connection:
    """The database of these bytes, with what a hostile one could do switched off."""
    database.deserialize(without_log_mode(raw))
    database.text_factory = lambda raw_text: raw_text.decode(errors="replace")
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA query_only = ON")
    database.execute("PRAGMA cell_size_check = ON")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 64 * 2**20)
    began = monotonic()

    def hangs() -> bool:
        return monotonic() - began > max(_LONGEST, len(raw) / _SLOWEST)

    database.set_progress_handler(hangs, _STEPS)
    return database


def _fill(ledger: Ledger, database: sqlite3.Connection) -> None:
    if _kind_of(database, "message") != "table" or _kind_of(database, "handle") != "table":
        raise sqlite3.DatabaseError("no messages")
    me = ledger.me = ledger.person("me", "me")
    people = _people(ledger, database)
    rooms = _rooms(ledger, database, people, me)
    for row_id, chat, found in _messages(database):
        ledger.read += 1
        # Only a damaged database has numbers like these; then their order must do.
        number = row_id if 0 < row_id < _LARGEST_ID else ledger.read
        who = me if found["is_from_me"] else people.get(found["handle_id"], NOBODY)
        room = rooms.get(chat)
        if room is None and who not in (NOBODY, me):
            room = ledger.room(("with", who), ledger.name(who), (who, me))
        reason = _left_out(found, room)
        if reason or room is None:
            ledger.skip(number, reason or "it belongs to no chat")
            continue
        row = _row(found, room, who)
        if row.who == NOBODY and row.kind != Kind.SYSTEM:
            ledger.skip(number, "nobody is named as its sender")
        else:
            ledger.keep(number, row)


def _kind_of(database: sqlite3.Connection, name: str) -> str | None:
    found = database.execute("SELECT type FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    return None if found is None else found[0]


def _columns(database: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in database.execute(f"PRAGMA table_info({table})")}


def _people(ledger: Ledger, database: sqlite3.Connection) -> dict[int, int]:
    """Everybody by the ROWID of a handle. One number has a handle for each service; a contact may have several."""
    has_contact = "person_centric_id" in _columns(database, "handle")
    contact = "person_centric_id" if has_contact else "NULL"
    found: dict[int, int] = {}
    for row, handle, person in database.execute(f"SELECT ROWID, id, {contact} FROM handle"):  # noqa: S608 (our words)
        if isinstance(handle, str) and handle.strip() and isinstance(row, int):
            shown = "".join(letter for letter in handle if letter.isprintable()).strip()
            key = ("contact", person) if person else ("handle", number_key(handle) or handle)
            place = ledger.person(key, "", shown)
            if not ledger.name(place):
                ledger.person(key, shown or "unknown")
            found[row] = place
    return found


def _rooms(ledger: Ledger, database: sqlite3.Connection, people: dict[int, int], me: int) -> dict[int, int]:
    """Each chat's room: that of the other, where it is a chat of two."""
    if _kind_of(database, "chat") != "table" or _kind_of(database, "chat_handle_join") != "table":
        return {}
    members: dict[int, dict[int, None]] = {}
    for chat, handle in database.execute("SELECT chat_id, handle_id FROM chat_handle_join"):
        if handle in people:
            members.setdefault(chat, {})[people[handle]] = None
    rooms: dict[int, int] = {}
    for chat, title, style in database.execute("SELECT ROWID, display_name, style FROM chat"):
        others = list(members.get(chat, {}))
        shown = "".join(c for c in title if c.isprintable()).strip() if isinstance(title, str) else ""
        if len(others) == 1 and style != _GROUP:
            rooms[chat] = ledger.room(("with", others[0]), ledger.name(others[0]), (others[0], me))
        else:
            rooms[chat] = ledger.room(("chat", chat), shown or None, (*others, me))
    return rooms


def _messages(database: sqlite3.Connection) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """ROWID, chat and columns of every message, oldest row first. Columns that this version lacks are None."""
    there = _columns(database, "message")
    chosen = ", ".join(f"m.{name}" if name in there else "NULL" for name in _WANTED)
    joined = _kind_of(database, "chat_message_join") == "table"
    chat = "(SELECT min(j.chat_id) FROM chat_message_join j WHERE j.message_id = m.ROWID)" if joined else "NULL"
    for number, room, *values in database.execute(f"SELECT m.ROWID, {chat}, {chosen} FROM message m ORDER BY m.ROWID"):  # noqa: S608
        yield number, room, dict(zip(_WANTED, values, strict=True))


def _left_out(found: dict[str, Any], room: int | None) -> str | None:
    at = found["date"]
    if not isinstance(at, int) or at <= 0:
        return "no time"
    if found["associated_message_type"] in _TAKEN_BACK:
        return "a reaction taken back"
    return None if room is not None else "it belongs to no chat"


def _row(found: dict[str, Any], room: int, who: int) -> Row:
    text = found["text"] if isinstance(found["text"], str) else None
    body = found["attributedBody"]
    if not text and isinstance(body, bytes):
        text = text_of(body)
    text = (text or "").replace(_PLACEHOLDER, "").strip("\x00")
    kind = _kind(found, text)
    if kind == Kind.SYSTEM:
        who = NOBODY
    return Row(room, who, _instant(found["date"]), kind, text, typed=kind in (Kind.TEXT, Kind.EDITED, Kind.MEDIA))


def _kind(found: dict[str, Any], text: str) -> Kind:
    if found["item_type"]:
        return Kind.SYSTEM
    if found["associated_message_type"] in _TAPBACKS:
        return Kind.REACTION
    if found["error"] and found["is_from_me"]:
        return Kind.FAILED
    if found["date_retracted"] or (found["date_edited"] and not text):
        return Kind.DELETED
    if found["cache_has_attachments"] or found["is_audio_message"] or not text:
        return Kind.MEDIA
    return Kind.EDITED if found["date_edited"] else Kind.TEXT


def _instant(date: int) -> int:
    """Microseconds UTC."""
    since = date * 1_000_000 if date < _SECONDS_BELOW else date // 1000
    return since + _APPLE_EPOCH * 1_000_000
