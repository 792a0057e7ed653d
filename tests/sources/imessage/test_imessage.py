"""iMessage: a chat.db made row by row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.sources.imessage.made import AT, body, example, made

from walkaway import wiring
from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, ReadOptions
from walkaway.core.events import Kind
from walkaway.sources.conformance import faults
from walkaway.sources.imessage import IMessage
from walkaway.sources.imessage.typedstream import text_of

UTC = ReadOptions(tz="UTC")


def read(tmp_path: Path, *messages: dict[str, Any]) -> Archive:
    path = tmp_path / "chat.db"
    path.unlink(missing_ok=True)
    made(path, *messages).close()
    return IMessage().read("chat.db", path.read_bytes(), UTC)


def test_text_lies_in_the_body_and_its_length_tells_where_it_ends(tmp_path: Path) -> None:
    texts = ["short", "a" * 127, "b" * 128, "c" * 300, "with the closing bytes \x02 in it 😂" * 9, "é" * 70]
    archive = read(tmp_path, *({"text": None, "attributedBody": body(text)} for text in texts))
    assert archive.chats[0].text.to_pylist() == texts
    assert text_of(b"no string at all") is None
    assert text_of(body("x")[:60]) is None


def test_a_person_over_two_services_is_one_chat_and_a_group_another(tmp_path: Path) -> None:
    archive = read(
        tmp_path, {}, {"handle_id": 2, "chat": 2}, {"is_from_me": 1, "handle_id": 0}, {"handle_id": 3, "chat": 3}
    )
    pair, group = archive.chats
    assert (pair.title, pair.me, [pair.people[k] for k in pair.events.who]) == (
        "+15550100",
        "me",
        ["+15550100", "+15550100", "me"],
    )
    assert (group.title, set(group.people)) == ("Trip", {"+15550100", "bob@b.example", "me"})


def test_kinds(tmp_path: Path) -> None:
    archive = read(
        tmp_path,
        {"text": "hello there"},
        {"text": "better", "date_edited": AT},
        {"text": None, "date_edited": AT},
        {"text": "\ufffc", "cache_has_attachments": 1},
        {"text": "Loved “hi”", "associated_message_type": 2000},
        {"text": None, "item_type": 2},
        {"text": "lost", "is_from_me": 1, "error": 22},
        {"text": "Removed a heart", "associated_message_type": 3000},
        {"date": 0},
        {"handle_id": 0},
    )
    (chat,) = archive.chats
    wanted = [Kind.TEXT, Kind.EDITED, Kind.DELETED, Kind.MEDIA, Kind.REACTION, Kind.SYSTEM, Kind.FAILED]
    assert [Kind(kind) for kind in chat.events.kind] == wanted
    assert chat.events.words.tolist() == [2, 1, 0, 0, 0, 0, 0]
    assert [skip.reason for skip in archive.receipt.skipped] == [
        "a reaction taken back",
        "no time",
        "nobody is named as its sender",
    ]


def test_a_row_with_an_impossible_number_is_called_by_its_place(tmp_path: Path) -> None:
    archive = read(tmp_path, {"ROWID": -7, "date": 0}, {"ROWID": 5})
    assert [skip.line for skip in archive.receipt.skipped] == [1]
    assert archive.chats[0].events.id.tolist() == [5]


def test_dates_were_seconds_once(tmp_path: Path) -> None:
    (chat,) = read(tmp_path, {"date": AT // 10**9}, {"date": AT}).chats
    assert set(np.asarray(chat.events.at).astype("datetime64[us]").astype(str)) == {"2024-03-01T09:00:00.000000"}


def test_messages_that_are_still_in_the_log_beside_it_are_read_and_nothing_is_written(tmp_path: Path) -> None:
    """The program that writes it is still running: the newest messages are in chat.db-wal alone."""
    path = tmp_path / "chat.db"
    open_ = made(path, {"text": "old"}, wal=True)
    open_.execute("PRAGMA wal_checkpoint")
    open_.execute(
        "INSERT INTO message (ROWID, text, handle_id, is_from_me, date) VALUES (2, 'new?', 1, 0, ?)", (AT + 9 * 10**9,)
    )
    open_.execute("INSERT INTO chat_message_join VALUES (1, 2)")
    open_.commit()
    open_.execute("INSERT INTO message (ROWID, text, handle_id, is_from_me, date) VALUES (3, 'never', 1, 0, ?)", (AT,))
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    archive = wiring.read_files([path], UTC)
    assert archive.chats[0].text.to_pylist() == ["old", "new?"]
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before
    alone = IMessage().read("chat.db", before["chat.db"], UTC)
    assert alone.chats[0].text.to_pylist() == ["old"]
    open_.close()


def test_a_view_in_place_of_the_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "chat.db"
    database = made(path)
    database.executescript(
        "DROP TABLE message; CREATE VIEW message AS WITH RECURSIVE r(x) AS "
        "(SELECT 1 UNION ALL SELECT x FROM r) SELECT x FROM r;"
    )
    database.close()
    with pytest.raises(UnreadableArchive, match="damaged database, or none of Messages"):
        IMessage().read("chat.db", path.read_bytes(), UTC)


def test_it_conforms() -> None:
    assert faults(IMessage(), {"chat.db": example()}, damaged=150) == []
