"""Who wrote a message, and what sort of act it is."""

from __future__ import annotations

import pytest

from walkaway.app.ports import ReadOptions
from walkaway.core.events import Kind
from walkaway.sources.whatsapp import WhatsApp, parse

ANDROID = "13/06/2018, 21:25 - "
IPHONE = "[13.06.18, 21:25:15] "


def told(*lines: str, header: str = ANDROID) -> list[tuple[str | None, str, str]]:
    c = parse("".join(f"{header}{line}\n" for line in lines).encode())
    authors = [c.people[who] if who >= 0 else None for who in c.who.tolist()]
    return list(zip(authors, c.text.to_pylist(), (Kind(k).name.lower() for k in c.kind.tolist()), strict=True))


def kind_of(body: str, header: str = ANDROID) -> str:
    """What Ann's message is, in a chat in which she and Bob also type."""
    return told("Ann: hi", "Bob: ho", f"Ann: {body}", header=header)[2][2]


def test_the_first_colon_ends_the_name() -> None:
    assert told("Ann: see: this")[0][:2] == ("Ann", "see: this")


def test_a_name_may_hold_a_colon_if_it_always_does() -> None:
    """
    "Dr: Ann" and "Dr: Bob" write three messages each.
    """
    rows = told(*(f"Dr: {name}: hello {k}" for k in range(3) for name in ("Ann", "Bob")))
    assert {row[0] for row in rows} == {"Dr: Ann", "Dr: Bob"}
    assert rows[0][1] == "hello 0"


def test_one_line_without_the_second_colon_shows_the_short_name() -> None:
    rows = told(*["Dr: Ann: hello"] * 3, "Dr: hello")
    assert {row[0] for row in rows} == {"Dr"}


@pytest.mark.parametrize(
    "line",
    [
        'Ann changed the subject from "a: b" to "c"',
        'Ann changed the subject to "x:y"',
        "Ann changed the group description to: be kind",
        "Reminder 10:30",
        "See https://example.com",
        "Ann added Bob",
        "Messages and calls are end-to-end encrypted.",
    ],
)
def test_a_sentence_of_the_system_has_no_author(line: str) -> None:
    assert told("Ann: hi", line, "Bob: ho")[1] == (None, line, "system")


def test_no_space_after_the_colon() -> None:
    assert told("李雷:你好", "Ann Lee:hi", "Ann Lee: ho")[1][:2] == ("Ann Lee", "hi")
    assert told("A:m without space")[0][:2] == ("A", "m without space")


def test_invisible_marks_make_no_second_person() -> None:
    rows = told("\u202a+1 555\u202c: hi", "\u200e+1 555: ho", "+1 555: hey")
    assert {row[0] for row in rows} == {"+1 555"}


def test_control_characters_are_no_part_of_a_name() -> None:
    assert [who for who, *_ in told("Bob\x0b: hi", "Bob: ok", "Bob\x85: so")] == ["Bob"] * 3


def test_people_come_in_order_of_first_appearance() -> None:
    c = parse("".join(f"{ANDROID}{name}: hi\n" for name in ("Zoe", "Ann", "Zoe", "Ann", "Ann", "Bob")).encode())
    assert c.people == ("Zoe", "Ann", "Bob")
    assert c.who.tolist() == [0, 1, 0, 1, 1, 2]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("I added milk to the list", "text"),
        ("she left", "text"),
        ("missed voice call", "text"),
        ("Video call", "text"),
        ("Video call, 8 more people?", "text"),
        ("look at https://maps.google.com/?q=1,2", "text"),
        ("(file attached)", "text"),
        ("<3", "text"),
        ("<Media omitted>", "media"),
        ("<Medien ausgeschlossen>", "media"),
        ("<Без медиафайлов>", "media"),
        ("<Media omitted>\nwhat a view", "media"),
        ("IMG-2018.jpg (file attached)", "media"),
        ("\u200eIMG-2018.jpg (Datei angehängt)\nwhat a view", "media"),
        ("Missed voice call", "missed_call"),
        ("Missed video call at 10:30", "missed_call"),
        ("Voice call, 5 min", "call"),
        ("POLL:\nWhere?\nOPTION: here (1 vote)", "poll"),
        ("location: https://maps.google.com/?q=1,2", "location"),
        ("live location shared", "location"),
        ("This message was deleted", "deleted"),
        ("You deleted this message.", "deleted"),
        ("Diese Nachricht wurde gelöscht", "deleted"),
        ("see you <This message was edited>", "edited"),
        ("two\nlines <This message was edited>", "edited"),
        ("", "view_once"),
        (".", "text"),
    ],
)
def test_kinds_on_android(body: str, kind: str) -> None:
    assert kind_of(body) == kind


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("\u200eimage omitted", "media"),
        ("image omitted", "media"),
        ("\u200eBild weggelassen", "media"),
        ("\u200e<attached: 00000012-PHOTO-2024.jpg>", "media"),
        ("what a view \u200eimage omitted", "media"),
        ("what a view\n\u200e<attached: 00000012-PHOTO-2024.jpg>", "media"),
        ("\u200eVideo call", "call"),
        ("\u200eVoice call, \u200e5 min", "call"),
        ("\u200eVoice call, \u200eNo answer", "missed_call"),
        ("\u200eVerpasster Sprachanruf", "missed_call"),
        ("\u200ePOLL:\nWhere?\n\u200eOPTION: here (\u200e1 vote)", "poll"),
        ("\u200eLocation: https://maps.google.com/?q=1,2", "location"),
        ("\u200eThis message was deleted.", "deleted"),
        ("fine \u200e<This message was edited>", "edited"),
        ("\u200eneznámé médium", "media"),
        ("\u200eAnn changed this group's icon", "system"),
        ("\u200eMessages and calls are end-to-end encrypted. No one can read them.", "system"),
        ("Messages and calls are end-to-end encrypted. No one can read them.", "system"),
    ],
)
def test_kinds_on_iphones(body: str, kind: str) -> None:
    assert kind_of(body, IPHONE) == kind


def test_a_dot_without_a_space_is_a_picture_seen_once() -> None:
    assert told("Ann: hi", "Ann:.", "Ann:")[1:] == [("Ann", ".", "view_once"), ("Ann", "", "view_once")]


def test_a_group_is_nobody() -> None:
    """An iPhone prints what happens to a group under the group's name."""
    c = parse(f"{IPHONE}Hiking: \u200eAnn created this group\n{IPHONE}Ann: hi\n".encode())
    assert c.people == ("Ann",)
    assert c.who.tolist() == [-1, 0]


def test_words_and_questions_are_counted_for_what_was_typed() -> None:
    lines = ("Ann: shall we?", "Bob: <Media omitted>", "Ann: shall we? <This message was edited>", "Ann added Bob?")
    raw = "".join(f"{ANDROID}{line}\n" for line in lines).encode()
    (chat,) = WhatsApp().read("x.txt", raw, ReadOptions(tz="UTC")).chats
    assert chat.events.words.tolist() == [2, 0, 2, 0]
    assert chat.events.asks.tolist() == [True, False, True, False]


def test_carriage_returns_at_line_ends_go_and_others_stay() -> None:
    raw = f"{IPHONE}Ann: one\r\ntwo\rthree\r\n\r\n{IPHONE}Ann: x\r\r\n{IPHONE}Ann: y\r".encode()
    assert parse(raw).text.to_pylist() == ["one\ntwo\rthree\n", "x\r", "y\r"]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("WhatsApp Chat with Ann Lee.txt", "Ann Lee"),
        ("WhatsApp Chat with Ann (1).txt", "Ann"),
        ("WhatsApp Chat - Ann.zip", "Ann"),
        ("WhatsApp Chat mit Ann.txt", "Ann"),
        ("Chat de WhatsApp con Ann.txt", "Ann"),
        ("Discussion WhatsApp avec Ann.txt", "Ann"),
        ("Conversa do WhatsApp com Ann.txt", "Ann"),
        ("Чат WhatsApp с Ann.txt", "Ann"),
        ("与Ann的 WhatsApp 聊天.txt", "Ann"),
        ("_chat.txt", None),
        ("notes.txt", None),
    ],
)
def test_the_title_is_in_the_file_name(name: str, title: str | None) -> None:
    (chat,) = WhatsApp().read(name, f"{ANDROID}Ann: hi".encode(), ReadOptions(tz="UTC")).chats
    assert (chat.title, chat.me) == (title, None)
