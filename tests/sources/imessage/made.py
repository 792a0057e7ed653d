"""Messages told as rows in, a chat.db out."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path
from typing import Any

AT = 730_976_400 * 10**9  # 2024-03-01T09:00:00Z in nanoseconds since 2001

SCHEMA = """
CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT, service TEXT, person_centric_id TEXT);
CREATE TABLE chat (ROWID INTEGER PRIMARY KEY, chat_identifier TEXT, display_name TEXT, style INTEGER);
CREATE TABLE chat_handle_join (chat_id INTEGER, handle_id INTEGER);
CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER);
CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT, text TEXT, attributedBody BLOB, handle_id INTEGER,
  date INTEGER, date_read INTEGER, is_from_me INTEGER,
  item_type INTEGER DEFAULT 0, associated_message_type INTEGER DEFAULT 0,
  associated_message_guid TEXT, date_edited INTEGER DEFAULT 0, cache_has_attachments INTEGER DEFAULT 0,
  is_audio_message INTEGER DEFAULT 0, error INTEGER DEFAULT 0);
INSERT INTO handle VALUES (1, '+15550100', 'iMessage', NULL), (2, '+15550100', 'SMS', NULL),
  (3, 'bob@b.example', 'iMessage', NULL);
INSERT INTO chat VALUES (1, '+15550100', '', 45), (2, '+15550100', '', 45), (3, 'chat9', 'Trip', 43);
INSERT INTO chat_handle_join VALUES (1, 1), (2, 2), (3, 1), (3, 3);
"""


def body(text: str) -> bytes:
    """What Messages writes, as far as it matters: marks, length, text, and the bytes that close it."""
    raw = text.encode()
    size = bytes([len(raw)]) if len(raw) < 0x80 else b"\x81" + len(raw).to_bytes(2, "little")
    head = b"\x04\x0bstreamtyped\x81\xe8\x03\x84\x01@\x84\x84\x84\x12NSAttributedString\x00\x84\x84\x08NSObject\x00\x85"
    return head + b"\x92\x84\x84\x84\x08NSString\x01\x94\x84\x01+" + size + raw + b"\x86\x84\x02iI\x01\x05\x92"


def made(path: Path, *messages: dict[str, Any], wal: bool = False) -> sqlite3.Connection:
    database = sqlite3.connect(path)
    if wal:
        database.execute("PRAGMA journal_mode = wal")
    database.executescript(SCHEMA)
    for number, message in enumerate(messages, 1):
        row = {
            "ROWID": number,
            "text": "hi",
            "handle_id": 1,
            "is_from_me": 0,
            "date": AT + number * 10**9,
            "chat": 1,
        } | message
        chat = row.pop("chat")
        if chat:
            database.execute("INSERT INTO chat_message_join VALUES (?, ?)", (chat, number))
        names = ", ".join(row)
        database.execute(f"INSERT INTO message ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
    database.commit()
    return database


def example() -> bytes:
    """A small one of two chats."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "chat.db"
        long = {"text": None, "attributedBody": body("long " * 60)}
        made(path, {}, long, {"is_from_me": 1}, {"chat": 3, "handle_id": 3}).close()
        return path.read_bytes()
