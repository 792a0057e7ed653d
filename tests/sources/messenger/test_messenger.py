"""Messenger and Instagram: their JSON, the encrypted export, and the page of old."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, ReadOptions
from walkaway.core.events import Kind
from walkaway.sources import messenger as package
from walkaway.sources.conformance import faults
from walkaway.sources.messenger import Messenger
from walkaway.sources.messenger.record import ODD_WORDS, PLAIN, row_of
from walkaway.sources.parts import in_memory

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "messenger"
UTC = ReadOptions(tz="UTC")
AT = 1_709_283_600_000


def thread(*messages: dict[str, Any], **frame: Any) -> bytes:
    return json.dumps({"messages": list(messages)[::-1], **frame}).encode()


def said(text: str | None, who: str = "Bob", minute: int = 0, **more: Any) -> dict[str, Any]:
    content = {} if text is None else {"content": text}
    return {"sender_name": who, "timestamp_ms": AT + 60_000 * minute, **content, **more}


def read(*files: bytes) -> Archive:
    return Messenger().read_parts([in_memory(f"message_{k}.json", raw) for k, raw in enumerate(files, 1)], UTC)


def times(column: Any) -> list[str]:
    return [str(at)[:19] for at in np.asarray(column).astype("datetime64[us]")]


def test_the_sample_of_two_reads_as_its_description_says() -> None:
    expected = json.loads((SAMPLES / "chatminer.json.json").read_text())
    archive = Messenger().read("chatminer.json", (SAMPLES / "chatminer.json").read_bytes(), UTC)
    (chat,) = archive.chats
    assert archive.receipt.read == archive.receipt.kept == expected["messages_total"]
    assert sorted(chat.people) == expected["participants"]
    assert chat.text.to_pylist() == expected["texts_old_to_new"]
    assert [at + "+00:00" for at in times(chat.events.at)] == [expected["first"], expected["last"]]


def test_the_mojibake_sample_reads_as_its_description_says() -> None:
    expected = json.loads((SAMPLES / "mojibake_made.json.json").read_text())
    archive = Messenger().read("mojibake.json", (SAMPLES / "mojibake_made.json").read_bytes(), UTC)
    (chat,) = archive.chats
    assert archive.receipt.read == archive.receipt.kept == expected["messages_total"]
    assert (chat.title, sorted(chat.people)) == (expected["title"], sorted(expected["participants"]))
    own = chat.text.take(np.flatnonzero(chat.events.id != 3)).to_pylist()  # record 3 has a reaction beside it
    assert own == [text or "" for k, text in enumerate(expected["texts_old_to_new"]) if k != 6]
    named = {"call_missed": "missed_call", "share": "media", "photo": "media"}
    kinds = [Kind(kind).name.lower() for kind, number in zip(chat.events.kind, chat.events.id, strict=True)]
    kinds.remove("reaction")
    assert kinds == [named.get(kind, kind) for kind in expected["kinds_old_to_new"]]


def test_the_page_of_old_reads_to_the_minute() -> None:
    raw = (SAMPLES / "fbchat_simulated_data.htm").read_bytes()
    archive = Messenger().read("messages.htm", raw, UTC)
    assert archive.receipt.read == archive.receipt.kept == raw.count(b'"message"') == 20
    assert [chat.me for chat in archive.chats] == ["First User 一"] * len(archive.chats)
    first = archive.chats[0]
    assert first.people == ("Second User 二", "First User 一")
    assert first.text[0].as_py() == "X Y Z"
    assert times(first.events.at)[0] == "2013-10-05T05:04:00"  # 10:04 in the evening of the day before, PDT


def test_text_that_is_what_it_should_be_is_left_alone() -> None:
    (chat,) = read(thread(said("cafÃ©"), said("“€”", minute=1), said("naïve", minute=2))).chats
    assert chat.text.to_pylist() == ["café", "“€”", "naïve"]


def test_typed_words_are_no_system_line() -> None:
    (chat,) = read(thread(said("I added milk to the group"), said("Ann added Bob to the group.", minute=1))).chats
    assert [Kind(kind) for kind in chat.events.kind] == [Kind.TEXT, Kind.SYSTEM]


@pytest.mark.parametrize(
    "text",
    [
        "Ann added Bob to the group.",
        "Ann named the group Trip.",
        "You can now message and call each other.",
        "Ann pinned a message.",
        "Ann set your nickname to X.",
        "Liked a message",
        "Reacted 😂 to your message ",
        "Le gustó un mensaje",
        "Hat mit 😂 auf deine Nachricht reagiert",
        "Ann hat Bob zur Gruppe hinzugefügt",
        "Ann joined the call.",
        "Ann changed the theme to Love.",
    ],
)
def test_what_nobody_typed_holds_one_of_the_odd_words(text: str) -> None:
    import re

    assert row_of(said(text), PLAIN, 0, lambda *_: 0).kind in (Kind.SYSTEM, Kind.REACTION)
    assert re.search(ODD_WORDS, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bob unsent a message", Kind.DELETED),
        ("You unsent a message", Kind.DELETED),
        ("Bob sent a live location.", Kind.LOCATION),
        ("Bob created a poll: when?", Kind.POLL),
        ('Bob voted for "x" in the poll.', Kind.SYSTEM),
        ("Bob started an audio call.", Kind.SYSTEM),
        ("Audio call ended", Kind.SYSTEM),
        ("Bob sent a photo.", Kind.MEDIA),
        ("Tom unsent a message", Kind.TEXT),
        ("I voted in the poll.", Kind.TEXT),
        ("Tom sent a photo.", Kind.TEXT),
        ("The call ended badly", Kind.TEXT),
    ],
)
def test_what_the_app_says_with_the_senders_name_was_not_typed(text: str, kind: Kind) -> None:
    (chat,) = read(thread(said(text))).chats
    assert Kind(chat.events.kind[0]) is kind
    assert (chat.events.words[0] > 0) == (kind is Kind.TEXT)


def test_the_quick_way_and_the_plain_way_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    records = [
        said("hi"),
        said("", minute=1),
        said(None, minute=2, photos=[{"uri": "x"}]),
        said("look", minute=3, photos=[{"uri": "x"}]),
        said("gone", minute=4, is_unsent=True),
        said("talk?", minute=5, call_duration=61),
        said("x", who="", minute=6),
        said("see this", minute=7, share={"link": "y"}),
        {"content": "no time", "sender_name": "Bob"},
        said("cafÃ©", "ZoÃ«", minute=8),
        said("Liked a message", minute=9),
        said("ok", minute=10, reactions=[{"reaction": "â¤", "actor": "ZoÃ«", "timestamp": AT // 1000 + 700}]),
    ]
    raw = thread(*records, title="Bob")
    quick = read(raw)
    monkeypatch.setattr(package, "quick", lambda _raw: None)
    plain = read(raw)
    assert quick.receipt.read == plain.receipt.read == len(records)
    assert sorted(quick.receipt.skipped, key=str) == sorted(plain.receipt.skipped, key=str)
    for one, two in zip(quick.chats, plain.chats, strict=True):
        assert one.text.to_pylist() == two.text.to_pylist()
        assert [one.people[k] for k in one.events.who] == [two.people[k] for k in two.events.who]
        for column in ("at", "kind", "words", "asks", "id"):
            assert getattr(one.events, column).tolist() == getattr(two.events, column).tolist(), column


def test_an_encrypted_chat_goes_on_where_its_plain_part_ended() -> None:
    plain = thread(said("hi"), participants=[{"name": "Bob"}, {"name": "ZoÃ«"}], title="Bob", thread_path="inbox/bob_1")
    record = {"senderName": "Zoë", "text": "schön?", "timestamp": AT + 60_000, "type": "text", "isUnsent": False}
    sealed = json.dumps(
        {"threadName": "Bob_7", "participants": ["Bob", "Zoë"], "messages": [record]}, ensure_ascii=False
    )
    (chat,) = read(sealed.encode(), plain).chats
    assert chat.text.to_pylist() == ["hi", "schön?"]
    assert chat.people == ("Bob", "Zoë")
    assert chat.events.asks.tolist() == [False, True]


def test_files_of_one_thread_are_one_chat_and_whoever_is_in_all_chats_is_me() -> None:
    bob = {"participants": [{"name": "Bob"}, {"name": "Me"}], "thread_path": "inbox/bob"}
    ann = {"participants": [{"name": "Ann"}, {"name": "Me"}], "thread_path": "inbox/ann"}
    archive = read(thread(said("new", minute=9), **bob), thread(said("old"), **bob), thread(said("hey", "Ann"), **ann))
    assert {chat.me for chat in archive.chats} == {"Me"}
    assert sorted(chat.text.to_pylist() for chat in archive.chats) == [["hey"], ["old", "new"]]


def test_what_cannot_be_kept_is_said() -> None:
    archive = read(thread(said("hi"), said("x", who="", minute=1), {"sender_name": "Bob", "timestamp_ms": "soon"}))
    assert (archive.receipt.read, archive.receipt.kept) == (3, 1)
    assert {skip.reason for skip in archive.receipt.skipped} == {
        "nobody is named as its sender",
        "no time I can read in 'soon'",
    }
    with pytest.raises(UnreadableArchive, match="holds no messages"):
        read(thread())


def test_it_conforms() -> None:
    names = ("mojibake_made.json", "fbchat_simulated_data.htm")
    assert faults(Messenger(), {name: (SAMPLES / name).read_bytes() for name in names}, damaged=60) == []
