"""Telegram's result.json, told record by record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, Chat, ReadOptions
from walkaway.core.events import Kind
from walkaway.sources.telegram import Telegram

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "telegram"
BERLIN = ReadOptions(tz="Europe/Berlin")
NINE = 1_709_283_600  # 2024-03-01T09:00:00Z, ten o'clock in Berlin


def read(document: Any, options: ReadOptions = BERLIN) -> Archive:
    return Telegram().read("result.json", json.dumps(document).encode(), options)


def only(*messages: Any, **chat: Any) -> Chat:
    (one,) = read({**chat, "messages": list(messages)}).chats
    return one


def message(text: Any = "hi", who: str | None = "Bob", minute: int = 0, **more: Any) -> dict[str, Any]:
    return {"type": "message", "date_unixtime": str(NINE + 60 * minute), "from": who, "text": text, **more}


def service(action: str, who: str = "Bob", **more: Any) -> dict[str, Any]:
    record = {"type": "service", "date_unixtime": str(NINE), "actor": who, "actor_id": "user2", "action": action}
    return {**record, "text": "", **more}


def kinds(chat: Chat) -> list[Kind]:
    return [Kind(kind) for kind in chat.events.kind]


def clock(column: Any) -> list[str]:
    return [str(time)[:19] for time in np.asarray(column).astype("datetime64[us]")]


# --- samples ----------------------------------------------------------------------------------------------------------


def test_the_single_chat_sample_reads_as_its_description_says() -> None:
    expected = json.loads((SAMPLES / "chatminer_single.json.json").read_text())
    archive = Telegram().read("single.json", (SAMPLES / "chatminer_single.json").read_bytes(), ReadOptions(tz="UTC"))
    (chat,) = archive.chats
    assert archive.receipt.read == archive.receipt.kept == expected["messages_total"]
    assert list(chat.people) == expected["participants"]
    assert chat.text.to_pylist() == expected["texts"]
    assert [time + "+00:00" for time in clock(chat.events.at)] == [expected["first"], expected["last"]]
    assert archive.assumed == ()


def test_the_account_sample_reads_as_its_description_says() -> None:
    expected = json.loads((SAMPLES / "chatminer_batch.json.json").read_text())
    archive = Telegram().read("batch.json", (SAMPLES / "chatminer_batch.json").read_bytes(), BERLIN)
    assert [{"name": c.title, "messages": len(c.events)} for c in archive.chats] == expected["chats"]


# --- text -------------------------------------------------------------------------------------------------------------


def test_pieces_of_text_follow_each_other_without_a_separator() -> None:
    chat = only(message(["see ", {"type": "link", "text": "telegram.org"}, "?"]))
    assert chat.text.to_pylist() == ["see telegram.org?"]
    assert chat.events.words.tolist() == [2]
    assert chat.events.asks.tolist() == [True]


def test_forwarded_words_are_somebody_elses() -> None:
    """Sending on is an act of Bob's, but he typed none of it."""
    chat = only(message("a long story, right?", forwarded_from="Carol"), message("mine", forwarded_from=None))
    assert kinds(chat) == [Kind.TEXT, Kind.TEXT]
    assert chat.events.words.tolist() == [0, 0]
    assert not chat.events.asks.any()


def test_half_a_character_does_not_stop_the_reading() -> None:
    raw = (
        b'{"messages": [{"type": "message", "date_unixtime": "1709283600", "from": "B\\ud83d", "text": "a \\ud83d b"}]}'
    )
    (chat,) = Telegram().read("result.json", raw, BERLIN).chats
    assert chat.text.to_pylist() == ["a \ufffd b"]
    assert chat.people == ("B\ufffd",)


def test_a_broken_byte_is_replaced_and_that_is_said() -> None:
    raw = b'{"messages": [{"type": "message", "date_unixtime": "1709283600", "from": "Bob", "text": "caf\xe9"}]}'
    archive = Telegram().read("result.json", raw, BERLIN)
    assert archive.chats[0].text.to_pylist() == ["caf\ufffd"]
    assert archive.assumed == ("broken_utf8",)


# --- kinds ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("record", "kind", "words"),
    [
        (message("hello there"), Kind.TEXT, 2),
        (message("a caption here", photo="photos/1.jpg"), Kind.MEDIA, 3),
        (message("", file="(File not included.)", media_type="voice_message"), Kind.MEDIA, 0),
        (message("", media_type="sticker", sticker_emoji="x"), Kind.MEDIA, 0),
        (message("", contact_information={"first_name": "Carol"}), Kind.MEDIA, 0),
        (message("", poll={"question": "Friday or Saturday?"}), Kind.POLL, 0),
        (message("", location_information={"latitude": 1.0, "longitude": 2.0}), Kind.LOCATION, 0),
        (message("", photo="photos/1.jpg", self_destruct_period_seconds=10), Kind.VIEW_ONCE, 0),
        (message("better now", edited="2024-03-01T10:05:00", edited_unixtime="1709283900"), Kind.EDITED, 2),
        (message("as it was", edited="1970-01-01T01:00:00"), Kind.TEXT, 3),
        (message("caption", photo="p.jpg", edited="2024-03-01T10:05:00"), Kind.MEDIA, 1),
        (service("phone_call", duration_seconds=61, discard_reason="hangup"), Kind.CALL, 0),
        (service("phone_call", discard_reason="missed"), Kind.MISSED_CALL, 0),
        (service("phone_call", discard_reason="busy"), Kind.MISSED_CALL, 0),
        (service("pin_message"), Kind.SYSTEM, 0),
    ],
)
def test_kinds(record: dict[str, Any], kind: Kind, words: int) -> None:
    chat = only(record)
    assert kinds(chat) == [kind]
    assert chat.events.words.tolist() == [words]


def test_a_call_has_its_caller_and_a_system_line_has_nobody() -> None:
    chat = only(service("phone_call", who="Alice", discard_reason="missed"), service("pin_message", who="Bob"))
    assert chat.people == ("Alice",)
    assert chat.events.who.tolist() == [0, -1]


# --- time -------------------------------------------------------------------------------------------------------------


def test_unix_time_is_believed_and_shown_on_the_persons_clock() -> None:
    archive = read({"messages": [message(date="2024-03-01T23:00:00")]})
    (chat,) = archive.chats
    assert clock(chat.events.at) == ["2024-03-01T09:00:00"]
    assert clock(chat.events.local) == ["2024-03-01T10:00:00"]
    assert archive.assumed == ()


def test_an_old_export_has_only_a_wall_clock_so_the_zone_is_assumed() -> None:
    archive = read({"messages": [{"type": "message", "date": "2019-07-01T10:00:00", "from": "Bob", "text": "hi"}]})
    (chat,) = archive.chats
    assert clock(chat.events.at) == ["2019-07-01T08:00:00"]
    assert clock(chat.events.local) == ["2019-07-01T10:00:00"]
    assert archive.assumed == ("tz",)


def test_records_out_of_order_are_put_in_order_and_ties_keep_theirs() -> None:
    chat = only(message("third", minute=5), message("first"), message("second"))
    assert chat.text.to_pylist() == ["first", "second", "third"]
    assert chat.events.id.tolist() == [2, 3, 1]


def test_the_id_is_telegrams_own() -> None:
    chat = only(message(id=4711), message(id="x"), message(id=2**62), message(id=True))
    assert chat.events.id.tolist() == [4711, 2, 3, 4]


# --- people -----------------------------------------------------------------------------------------------------------


def test_two_people_of_one_name_stay_two() -> None:
    chat = only(message(who="Alex", from_id="user1"), message(who="Alex", from_id="user2"))
    assert chat.people == ("Alex", "Alex (2)")
    assert chat.events.who.tolist() == [0, 1]


def test_one_person_who_changed_name_stays_one() -> None:
    chat = only(message(who="Alex", from_id="user1"), message(who="Alexis", from_id=1))
    assert chat.people == ("Alexis",)


def test_a_deleted_account_is_a_person_too() -> None:
    chat = only(message(who=None, from_id="user1"), message(who=None, from_id="user2"), message(who="Bob"))
    assert chat.people == ("Deleted Account", "Deleted Account (2)", "Bob")


def test_a_name_without_an_id_is_the_person_of_that_name() -> None:
    chat = only(message(who="Bob", from_id="user2"), message(who="Bob"))
    assert chat.people == ("Bob",)


def test_a_name_cannot_steer_a_terminal() -> None:
    assert only(message(who="Bo\x1b[2Jb\n")).people == ("Bo[2Jb",)


# --- reactions --------------------------------------------------------------------------------------------------------


def test_a_dated_reaction_is_an_act_of_its_own_and_a_count_is_not() -> None:
    """The reaction has only the exporting computer's clock, five hours behind; the message has both."""
    heart = {"from": "Alice", "from_id": "user1", "date": "2024-03-01T04:07:00"}
    reactions = [
        {"type": "emoji", "count": 1, "emoji": "❤", "recent": [heart]},
        {"type": "emoji", "count": 7, "emoji": "👍"},
    ]
    archive = read(
        {"messages": [message("hi", id=9, date="2024-03-01T04:00:00", reactions=reactions), message("so", minute=9)]}
    )
    (chat,) = archive.chats
    assert kinds(chat) == [Kind.TEXT, Kind.REACTION, Kind.TEXT]
    assert chat.text.to_pylist() == ["hi", "❤", "so"]
    assert clock(chat.events.at) == ["2024-03-01T09:00:00", "2024-03-01T09:07:00", "2024-03-01T09:09:00"]
    assert chat.people == ("Bob", "Alice")
    assert chat.events.id.tolist() == [9, 9, 2]
    assert archive.receipt.read == archive.receipt.kept == 2
    assert archive.assumed == ()


# --- who exported it --------------------------------------------------------------------------------------------------

ALICE, BOB = message(who="Alice", from_id="user1"), message(who="Bob", from_id="user2")


@pytest.mark.parametrize(
    ("chat", "me"),
    [
        ({"name": "Bob", "type": "personal_chat", "id": 2, "messages": [ALICE, BOB]}, "Alice"),
        ({"name": "Bob", "type": "personal_chat", "messages": [message(who="Alice"), message(who="Bob")]}, "Alice"),
        ({"name": "Bob", "type": "personal_chat", "id": 2, "messages": [ALICE]}, "Alice"),
        ({"name": "Bob", "type": "personal_chat", "id": 2, "messages": [BOB]}, None),
        ({"name": "Bob", "type": "private_group", "id": 2, "messages": [ALICE, BOB]}, None),
        ({"name": "Bob", "messages": [message(who="Alice"), message(who="Bob")]}, None),
        ({"type": "saved_messages", "id": 1, "messages": [ALICE]}, "Alice"),
        (
            # Both are called Alex; the chat's id says which is the other.
            {"name": "Alex", "type": "personal_chat", "id": 2, "messages": [
                message(who="Alex", from_id="user2"), message(who="Alex", from_id="user1")
            ]},
            "Alex (2)",
        ),
    ],
)  # fmt: skip
def test_who_exported_a_single_chat(chat: dict[str, Any], me: str | None) -> None:
    assert read(chat).chats[0].me == me


def account(**personal: Any) -> Archive:
    return read(
        {
            "about": "Here is the data you asked for.",
            "personal_information": personal,
            "chats": {
                "list": [
                    {"name": "Bob", "type": "personal_chat", "id": 2, "messages": [ALICE, BOB]},
                    {"name": None, "type": "personal_chat", "id": 7, "messages": []},
                ]
            },
            "left_chats": {"list": [{"name": "Choir", "type": "private_group", "id": 3, "messages": [BOB]}]},
        }
    )


def test_an_account_holds_all_its_chats_those_left_too() -> None:
    archive = account(user_id=1, first_name="Alice", last_name="")
    assert [(chat.title, chat.me, len(chat.events)) for chat in archive.chats] == [
        ("Bob", "Alice", 2),
        (None, "Alice", 0),
        ("Choir", "Alice", 1),
    ]
    assert archive.receipt.read == archive.receipt.kept == 3


def test_the_owner_without_an_id_is_known_by_name() -> None:
    assert account(first_name="Alice").chats[0].me == "Alice"


# --- what cannot be kept ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (None, "not a message"),
        ([], "not a message"),
        ({"id": 1, "type": "unsupported"}, "Telegram could not export this message"),
        ({"type": "poetry"}, "a record of a type I do not know (poetry)"),
        ({"type": "message", "from": "Bob", "text": "hi"}, "no time"),
        (message(date_unixtime="soon"), "no time"),
        (message(date_unixtime="-5", date="yesterday"), "no time I can read in 'yesterday'"),
        (message(date_unixtime="99999999999", date="9999-01-01T00:00"), "no time I can read in '9999-01-01T00:00'"),
        (message(date_unixtime=None, date="2024-02-30T10:00:00"), "no time I can read in '2024-02-30T10:00:00'"),
        (message(text=5), "its text is neither words nor a list of pieces"),
        (message(text=[{"type": "bold"}]), "its text has a piece without words"),
        ({**message(), "from": 5}, "from is not a name"),
    ],
)  # fmt: skip
def test_a_bad_record_is_skipped_with_its_number_and_reason(record: Any, reason: str) -> None:
    archive = read({"messages": [message(), record, message()]})
    receipt = archive.receipt
    assert (receipt.read, receipt.kept) == (3, 2)
    assert [(skip.line, skip.reason) for skip in receipt.skipped] == [(2, reason)]
    assert len(archive.chats[0].events) == 2


def test_skips_stand_in_file_order_whatever_their_reason() -> None:
    """The times are looked at after all the rest."""
    archive = read({"messages": [message(date_unixtime=None, date="soon"), None, message()]})
    assert [skip.line for skip in archive.receipt.skipped] == [1, 2]


def test_records_are_numbered_through_all_chats() -> None:
    archive = read({"chats": {"list": [{"messages": [message(), None]}, "no chat", {"messages": [None, message()]}]}})
    assert [skip.line for skip in archive.receipt.skipped] == [2, 3, 4]
    assert archive.receipt.read == 5


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b'{"messages": [\n{"type": "message",\n', r"result.json is sound up to line 3 \(100 % of it\); the rest"),
        (b'{"messages": [\n{"type": mess\n', "result.json is sound up to line 2"),
        (b'{"messages": ' + b"[" * 100_000, "brackets within brackets, thousands deep"),
        (b'{"messages": ' + b"1" * 5_000 + b"}", "a number with thousands of digits"),
        (b"[1, 2]", "not an export of Telegram Desktop"),
        (b'{"contacts": []}', "result.json holds no chats"),
        (b'{"messages": 5}', "No record in result.json has a time"),
        (b'{"messages": [{"text": "hi"}, 5]}', r"No record .* \(record 1: no time\)"),
    ],
    ids=["cut", "damaged", "deep", "digits", "list", "no chats", "no list", "nothing"],
)  # fmt: skip
def test_what_is_no_export_has_its_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableArchive, match=sentence):
        Telegram().read("result.json", raw, BERLIN)


def test_a_chat_without_messages_is_fine() -> None:
    archive = read({"name": "Bob", "type": "personal_chat", "id": 2, "messages": []})
    assert archive.receipt.read == 0
    assert len(archive.chats[0].events) == 0


# --- recognising ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "telegram"),
    [
        (b'{\n "name": "Bob",\n "messages": [', True),
        (b'\xef\xbb\xbf{"about": "Here is the data', True),
        (b' {"chats": {"list": [', True),
        (b'{"participants": [{"name": "Bob"}], "messages": [', False),
        (b'{"messages": [{"sender_name": "Bob"', False),
        (b'[{"messages": 1}]', False),
        (b"2024-03-01, 10:00 - Bob: {", False),
        (b"", False),
    ],
)
def test_recognises_its_own(head: bytes, telegram: bool) -> None:
    assert Telegram().recognises("result.json", head) is telegram


# --- the quick way ----------------------------------------------------------------------------------------------------


def test_the_quick_way_and_the_plain_way_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plain messages are read without making an object of each; the archive must be the same."""
    recent = [{"from": "Eve", "date": "2024-03-01T12:00:00"}]
    odd = [
        message("a", id=1),
        message("b", id=2.5, from_id="user2"),
        message("", photo="x"),
        message(["c", {"text": "d"}]),
        message("e", forwarded_from="Eve"),
        message("f", date_unixtime=None, date="2024-03-01T10:00:00"),
        service("phone_call"),
        message("g", who=None, from_id="user9"),
        message(None),
        message("h", type="unsupported"),
        message("i", edited="1970-01-01T01:00:00"),
        message("j", minute=3, from_id="user2", reactions=[{"emoji": "x", "recent": recent}]),
    ]
    for document in ({"messages": odd, "name": "Bob"}, {"chats": {"list": [{"messages": odd}, {"messages": odd[:2]}]}}):
        quick = read(document)
        monkeypatch.setattr("walkaway.sources.telegram.quick_document", lambda _raw: None)
        plain = read(document)
        monkeypatch.undo()
        assert quick.receipt == plain.receipt
        for one, two in zip(quick.chats, plain.chats, strict=True):
            assert (one.title, one.me, one.people) == (two.title, two.me, two.people)
            assert one.text.to_pylist() == two.text.to_pylist()
            for column in ("id", "at", "local", "who", "kind", "words", "asks"):
                assert getattr(one.events, column).tolist() == getattr(two.events, column).tolist(), column
