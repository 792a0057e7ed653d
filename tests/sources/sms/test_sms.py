"""SMS Backup & Restore: messages and calls, element by element."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, Chat, ReadOptions
from walkaway.core.events import Kind
from walkaway.sources.conformance import faults
from walkaway.sources.parts import in_memory
from walkaway.sources.phone_numbers import number_key
from walkaway.sources.sms import Sms
from walkaway.sources.sms.sound_xml import sound

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "sms"
UTC = ReadOptions(tz="UTC")
AT = 1_709_283_600_000


def sms(body: str = "hi", way: int = 1, number: str = "+15550100", minute: int = 0, name: str = "Bob") -> str:
    return f'<sms address="{number}" date="{AT + 60_000 * minute}" type="{way}" body="{body}" contact_name="{name}" />'


def call(way: int, duration: int = 0, number: str = "+15550100") -> str:
    return f'<call number="{number}" duration="{duration}" date="{AT}" type="{way}" contact_name="Bob" />'


def read(*elements: str, root: str = "smses") -> Archive:
    return Sms().read("sms.xml", f'<?xml version="1.0"?><{root}>{"".join(elements)}</{root}>'.encode(), UTC)


def kinds(chat: Chat) -> list[Kind]:
    return [Kind(kind) for kind in chat.events.kind]


def who(chat: Chat) -> list[str]:
    return [chat.people[k] for k in chat.events.who]


def times(column: Any) -> list[str]:
    return [str(at)[:19] + "+00:00" for at in np.asarray(column).astype("datetime64[us]")]


def test_the_sample_reads_as_its_description_says() -> None:
    expected = json.loads((SAMPLES / "smsbackuprestore_made.xml.json").read_text())
    archive = Sms().read("sms.xml", (SAMPLES / "smsbackuprestore_made.xml").read_bytes(), UTC)
    assert archive.receipt.read == expected["messages_total"] == expected["elements"]
    assert [(skip.line, skip.reason) for skip in archive.receipt.skipped] == [(4, "a draft, never sent")]
    rows = sorted(
        (
            int(c.events.id[k]),
            c.text[k].as_py(),
            Kind(c.events.kind[k]),
            c.people[c.events.who[k]],
            times(c.events.at)[k],
        )
        for c in archive.chats
        for k in range(len(c.events))
    )
    assert sum(kind != Kind.FAILED for _, _, kind, _, _ in rows) == expected["messages_user"]
    said = [body for body in expected["bodies"] if body != "never sent draft"]
    assert [text for _, text, _, _, _ in rows] == ["" if body == "null -> empty" else body for body in said]
    ways = ["failed" if kind == Kind.FAILED else "out" if name == "me" else "in" for _, _, kind, name, _ in rows]
    assert ways == [way for way in expected["directions"] if way != "draft"]
    assert {name for c in archive.chats for name in c.people} == {"Bob", "Carol", "5550199", "me"}
    assert [min(at for *_, at in rows), max(at for *_, at in rows)] == [expected["first"], expected["last"]]


def test_one_person_under_two_ways_to_write_the_number_has_one_chat() -> None:
    (chat,) = read(sms(), sms(number="+1 (555) 0100", way=2, minute=1)).chats
    assert (chat.title, chat.me, who(chat)) == ("Bob", "me", ["Bob", "me"])
    assert number_key("0171 2345678901") == number_key("+49 171 2345678901")
    assert number_key("555 0100") != number_key("555 0101")
    assert number_key("MyBank") == "mybank"


def test_what_never_left_is_no_act() -> None:
    (chat,) = read(sms(), sms("fails", 5, minute=1), sms("waits", 6, minute=2)).chats
    assert kinds(chat) == [Kind.TEXT, Kind.FAILED, Kind.FAILED]
    assert chat.events.words.tolist() == [1, 0, 0]


def test_calls() -> None:
    found = read(call(1, 60), call(2, 60), call(2), call(3), call(5), call(6), call(1, 5, "-2"), root="calls")
    (chat,) = found.chats
    assert kinds(chat) == [Kind.CALL, Kind.CALL, Kind.MISSED_CALL, Kind.MISSED_CALL, Kind.MISSED_CALL]
    assert who(chat) == ["Bob", "me", "me", "Bob", "Bob"]
    assert [skip.reason for skip in found.receipt.skipped] == ["a blocked call", "a call without a number"]


def test_messages_and_calls_of_one_number_are_one_chat() -> None:
    parts = [
        in_memory("sms.xml", f"<smses>{sms()}</smses>".encode()),
        in_memory("calls.xml", f"<calls>{call(2, 9)}</calls>".encode()),
    ]
    (chat,) = Sms().read_parts(parts, UTC).chats
    assert kinds(chat) == [Kind.TEXT, Kind.CALL]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 13, 64, 1000, 10**6])
def test_pieces_may_end_anywhere(size: int) -> None:
    """Halves of emoji are joined, pictures passed over, and what only looks like either stays."""
    picture = "iVBORw0KGgo" * 60
    raw = (
        f'<part ct="image/png" data="{picture}" /><sms body="&#55357;&#56834; &#xD83D;&#xDE02; &#55357; &amp;#1; &#0;'
        f'&#10;&#8364;" /><sms body=\'data="x" and data="{"word " * 30}"\' /><part data="short" />'
    ).encode()
    out = b"".join(sound(raw[k : k + size] for k in range(0, len(raw), size)))
    assert picture.encode() not in out
    assert b'data="" />' in out
    assert b'body="&#128514; &#128514; &#65533; &amp;#1; &#65533;&#10;&#8364;"' in out
    assert b'data="short"' in out
    assert ("word " * 30).encode() in out


def test_a_file_that_is_cut_off_keeps_what_came_before() -> None:
    raw = f"<smses>{sms()}{sms(minute=1)}<sms address=".encode()
    archive = Sms().read("sms.xml", raw, UTC)
    assert (archive.receipt.read, archive.receipt.kept) == (3, 2)
    assert archive.receipt.skipped[0].reason == "from line 1 on the file is cut off or damaged"


def test_many_comments_before_the_root_take_no_time() -> None:
    """Each could end in several ways; trying them all would take longer than the sun has left."""
    began = time.process_time()
    assert not Sms().recognises("", b"<?xml?>" * 200 + b"<!-- a -->" * 200 + b"<html>")
    assert Sms().recognises("", b"<?xml version='1.0' ?>\n<!-- a -->" * 20 + b"<smses>")
    assert time.process_time() - began < 1


def test_an_encoding_that_is_none_is_damage() -> None:
    with pytest.raises(UnreadableArchive, match="I could keep no record"):
        Sms().read("sms.xml", b'<?xml version="1.0" encoding="UTF-0"?><smses><sms/></smses>', UTC)


def test_entities_are_refused() -> None:
    declared = b'<?xml version="1.0"?><!DOCTYPE smses [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    raw = declared + b'<smses><sms body="&b;"/></smses>'
    with pytest.raises(UnreadableArchive, match="declares entities"):
        Sms().read("sms.xml", raw, UTC)


def test_it_conforms() -> None:
    name = "smsbackuprestore_made.xml"
    assert faults(Sms(), {name: (SAMPLES / name).read_bytes()}, damaged=200) == []
