"""Signal, as its two exporters write it, and WhatsApp's own database as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from walkaway import wiring
from walkaway.app.ports import Archive, Chat, ReadOptions
from walkaway.core.events import Kind
from walkaway.sources.conformance import faults
from walkaway.sources.parts import in_memory
from walkaway.sources.signal import Signal
from walkaway.sources.whatsapp_json import WhatsAppJson

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "signal"
BERLIN = ReadOptions(tz="Europe/Berlin")
AT = 1_709_283_600_000

NEW = """[2024-03-01 10:00:00] Bob: hi there
(- Me: 👍 -)
[2024-03-01 10:01:00] Me: > hi there
>
two
lines?
[2024-03-01 10:02:00] Bob: look ![a.jpg](media/a.jpg)
[2024-03-01 10:03:00] Bob: (This message was deleted)
"""
LONG = """Conversation: Bob (+15550100)

From: Bob (+15550100)
Type: incoming
Sent: Fri, 1 Mar 2024 10:00:00 +0100
Received: Fri, 1 Mar 2024 10:00:01 +0100

hi there

From: You
Type: outgoing
Sent: Fri, 1 Mar 2024 10:01:00 +0100

> From: Bob
> hi there

two
lines?

Type: group-v2-change
Sent: Fri, 1 Mar 2024 10:02:00 +0100

"""


def sigtop(*records: dict[str, Any]) -> bytes:
    frame = {"conversationId": "c", "type": "incoming", "source": "+15550100"}
    return json.dumps([frame | {"sent_at": AT + 60_000 * k} | record for k, record in enumerate(records)]).encode()


def exported(**more: Any) -> dict[str, Any]:
    frame: dict[str, Any] = {
        "date": "2024-03-01T10:00:00",
        "sender": "Bob",
        "body": "hi",
        "quote": "",
        "sticker": None,
        "reactions": [],
    }
    return {**frame, "attachments": [], **more}


def only(archive: Archive) -> Chat:
    (chat,) = archive.chats
    return chat


def told(chat: Chat) -> list[tuple[str, str, str]]:
    who = [chat.people[k] if k >= 0 else "" for k in chat.events.who]
    return [(*pair, Kind(kind).name) for *pair, kind in zip(who, chat.text.to_pylist(), chat.events.kind, strict=True)]


def test_the_sample_reads_as_its_description_says() -> None:
    expected = json.loads((SAMPLES / "chatminer_signalexport.md.txt.json").read_text())
    name = "chatminer_signalexport.md.txt"
    archive = Signal().read(name, (SAMPLES / name).read_bytes(), BERLIN)
    chat = only(archive)
    assert archive.receipt.read == archive.receipt.kept == expected["messages_total"]
    assert sorted(chat.people) == expected["participants"]
    assert chat.text.to_pylist() == expected["texts"]
    local = np.asarray(chat.events.local).astype("datetime64[us]").astype(str)
    assert [at[:19] for at in local] == [expected["first"], expected["last"]]
    assert archive.assumed == ("tz",)


def test_the_newer_text_with_its_reactions_quotes_and_files() -> None:
    assert Signal().recognises("chat.md", NEW.encode())
    chat = only(Signal().read("Bob/chat.md", NEW.encode(), BERLIN))
    assert (chat.title, chat.me) == ("Bob", "Me")
    assert told(chat) == [
        ("Bob", "hi there", "TEXT"),
        ("Me", "two\nlines?", "TEXT"),
        ("Bob", "look", "MEDIA"),
        ("Bob", "", "DELETED"),
    ]


def test_a_whatsapp_chat_that_looks_alike_is_left_to_whatsapp(tmp_path: Path) -> None:
    raw = "[2024-03-21, 09:00:00] Bob: \u200eimage omitted\r\n[2024-03-21, 09:00:05] Alice: hello\r\n".encode()
    assert not Signal().recognises("_chat.txt", raw)
    (tmp_path / "_chat.txt").write_bytes(raw)
    assert wiring.read_files([tmp_path / "_chat.txt"], BERLIN).source == "whatsapp"


def test_json_of_signal_export_and_the_text_beside_it_are_one_chat() -> None:
    lines = [exported(), exported(sender="Me", body="", call=True), exported(attachments=[{"name": "a", "path": "b"}])]
    raw = "\n".join(map(json.dumps, lines)).encode() + b'\n{"date": "2024'
    archive = Signal().read_parts([in_memory("Bob/data.json", raw), in_memory("Bob/chat.md", NEW.encode())], BERLIN)
    chat = only(archive)
    assert told(chat) == [("Bob", "hi", "TEXT"), ("Me", "", "CALL"), ("Bob", "hi", "MEDIA")]
    assert [skip.reason for skip in archive.receipt.skipped] == [
        "Bob/chat.md: the same chat as in the data.json beside it",
        "Bob/data.json: a line that is cut off or damaged",
    ]


def test_json_of_sigtop_is_in_utc() -> None:
    records: list[dict[str, Any]] = [
        {"body": "hi?"},
        {"type": "outgoing", "body": "hello", "reactions": [{"emoji": "👍", "fromId": "x", "timestamp": AT + 61_000}]},
        {"type": "call-history", "callHistoryDetails": {"wasIncoming": True}},
        {"type": "keychange"},
        {"body": "gone", "deletedForEveryone": True},
        {"sent_at": None},
    ]
    archive = Signal().read("Bob (+15550100).json", sigtop(*records), BERLIN)
    chat = only(archive)
    assert chat.title == "Bob"
    assert [row[2] for row in told(chat)] == ["TEXT", "TEXT", "REACTION", "MISSED_CALL", "SYSTEM", "DELETED"]
    assert chat.events.at[0] == AT * 1000
    assert archive.assumed == ()
    assert (archive.receipt.read, archive.receipt.kept) == (6, 5)


def test_text_of_sigtop_long_and_short() -> None:
    assert Signal().recognises("Bob.txt", LONG.encode())
    chat = only(Signal().read("Bob.txt", LONG.encode(), BERLIN))
    assert told(chat) == [("Bob", "hi there", "TEXT"), ("You", "two\nlines?", "TEXT"), ("", "", "SYSTEM")]
    assert chat.events.at[0] == AT * 1000
    short = b"2024-03-01 10:00 Bob: hi\n2024-03-01 10:01 You: [1 attachment] look\n"
    short += b"2024-03-01 10:02 Bob: [keychange message]\n"
    assert Signal().recognises("Bob.txt", short)
    assert told(only(Signal().read("Bob.txt", short, BERLIN))) == [
        ("Bob", "hi", "TEXT"),
        ("You", "look", "MEDIA"),
        ("Bob", "", "SYSTEM"),
    ]


def database() -> bytes:
    def message(**more: Any) -> dict[str, Any]:
        return {
            "from_me": False,
            "timestamp": AT / 1000,
            "time": "10:00",
            "media": False,
            "key_id": "k",
            "meta": False,
            **more,
        }

    pair = {
        "1": message(data="hi?"),
        "2": message(from_me=True, data="x.jpg", media=True, caption="look"),
        "3": message(meta=True),
    }
    group = {"1": message(data="all", sender="Carol"), "2": message(data="who"), "3": message(timestamp=None)}
    chats = {"4915@s.whatsapp.net": {"name": "Bob", "messages": pair}, "1@g.us": {"name": "Trip", "messages": group}}
    return json.dumps(chats).encode()


def test_whatsapps_own_database() -> None:
    archive = WhatsAppJson().read("result.json", database(), BERLIN)
    pair, group = archive.chats
    assert (pair.title, pair.me, pair.handles) == ("Bob", "me", (("4915",), ()))
    assert told(pair) == [("Bob", "hi?", "TEXT"), ("me", "look", "MEDIA"), ("", "", "SYSTEM")]
    assert told(group) == [("Carol", "all", "TEXT")]
    assert pair.events.at[0] == AT * 1000
    assert [skip.reason for skip in archive.receipt.skipped] == ["nobody is named as its sender", "no time"]


def test_they_conform() -> None:
    examples = {
        "Bob/chat.md": NEW.encode(),
        "Bob.txt": LONG.encode(),
        "Bob.json": sigtop({"body": "hi?"}, {"type": "outgoing", "body": "hello"}),
        "Bob/data.json": json.dumps(exported()).encode(),
    }
    assert faults(Signal(), examples, damaged=60) == []
    assert faults(WhatsAppJson(), {"result.json": database()}, damaged=60) == []
