"""Which chat, and who is who in it: known, answered, assumed and said, or asked."""

from __future__ import annotations

import pytest
from tests.app.stories import archive, chat

from walkaway.app.choose_chat import Chosen, choose_chat, preview
from walkaway.app.errors import OpenQuestion, UnreadableArchive, UsageError
from walkaway.app.ports import Chat

PAIR = """
1 Bob: hi
2 Alice: hello
"""
GROUP = """
1 Bob: hi
2 Alice: hello
3 Carol: hey
"""


def names(chosen: Chosen) -> tuple[str, str]:
    return chosen.chat.people[chosen.me], chosen.chat.people[chosen.them]


def asked(*chats: Chat, me: str | None = None, with_: str | None = None) -> OpenQuestion:
    with pytest.raises(OpenQuestion) as caught:
        choose_chat(archive(*chats), me=me, with_=with_)
    return caught.value


# --- two people -------------------------------------------------------------------------------------------------------


def test_of_two_the_other_is_them() -> None:
    chosen = choose_chat(archive(chat(PAIR)), me="Alice")
    assert names(chosen) == ("Alice", "Bob")
    assert not chosen.group
    assert chosen.assumed == ()


def test_naming_the_other_of_two_says_who_you_are() -> None:
    assert names(choose_chat(archive(chat(PAIR)), with_="Bob")) == ("Alice", "Bob")


def test_an_archive_that_knows_you_is_believed() -> None:
    chosen = choose_chat(archive(chat(PAIR, me="Bob")))
    assert names(chosen) == ("Bob", "Alice")
    assert chosen.assumed == ()


def test_a_chat_named_after_one_of_two_is_with_them_and_that_is_said() -> None:
    chosen = choose_chat(archive(chat(PAIR, title="Bob")))
    assert names(chosen) == ("Alice", "Bob")
    assert chosen.assumed == ("me_from_title",)


def test_what_the_person_says_goes_before_the_title() -> None:
    assert names(choose_chat(archive(chat(PAIR, title="Bob")), me="Bob")) == ("Bob", "Alice")
    assert names(choose_chat(archive(chat(PAIR, title="Bob")), with_="Alice")) == ("Bob", "Alice")


def test_otherwise_it_is_asked_with_the_first_and_last_three_messages() -> None:
    story = "\n".join(f"{minute} {'Bob' if minute % 2 else 'Alice'}: message {minute}" for minute in range(9))
    question = asked(chat(story))
    assert question.option == "--me"
    assert question.choices == ("Alice", "Bob")
    assert question.preview == (
        "1970-01-01 00:00  Alice: message 0",
        "1970-01-01 00:01  Bob: message 1",
        "1970-01-01 00:02  Alice: message 2",
        "1970-01-01 00:06  Alice: message 6",
        "1970-01-01 00:07  Bob: message 7",
        "1970-01-01 00:08  Alice: message 8",
    )
    assert question.exit_code == 4


@pytest.mark.parametrize("said", ["Alice Miller", "alice miller", "ALICE", "al"])
def test_a_name_is_found_by_its_letters_or_how_it_begins(said: str) -> None:
    assert names(choose_chat(archive(chat("1 Bob: a\n2 Alice Miller: b")), me=said)) == ("Alice Miller", "Bob")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("Alise", "I find nobody called 'Alise' in this chat. Did you mean Alice?"),
        ("Zoe", "I find nobody called 'Zoe' in this chat. I know: Bob, Alice."),
        ("", "I find nobody called '' in this chat. I know: Bob, Alice."),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(said: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        choose_chat(archive(chat(PAIR)), me=said)
    assert str(caught.value) == sentence
    assert caught.value.exit_code == 2


def test_the_beginning_of_two_names_is_neither() -> None:
    with pytest.raises(UsageError, match=r"fits Alan, Alice\. Give the whole name"):
        choose_chat(archive(chat("1 Alan: a\n2 Alice: b")), me="Al")


def test_a_full_name_wins_over_a_longer_one() -> None:
    assert names(choose_chat(archive(chat("1 Al: a\n2 Alice: b")), me="Al")) == ("Al", "Alice")


def test_you_are_not_the_other() -> None:
    with pytest.raises(UsageError, match=r"Alice is you\. With --with, name the other person"):
        choose_chat(archive(chat(PAIR)), me="Alice", with_="alice")


# --- an archive of others ---------------------------------------------------------------------------------------------


def test_a_chat_you_have_not_written_in_is_not_read() -> None:
    with pytest.raises(UsageError, match="Dan has not written in this chat, and I only read chats you wrote in"):
        choose_chat(archive(chat(PAIR, me="Dan")))
    with pytest.raises(UsageError, match="nobody called 'Dan'"):
        choose_chat(archive(chat(PAIR)), me="Dan")


def test_no_message_at_all_is_no_archive() -> None:
    with pytest.raises(UnreadableArchive, match="There is no message in story"):
        choose_chat(archive(chat("1 -: locked"), chat("")))


# --- one author -------------------------------------------------------------------------------------------------------


def test_one_author_is_asked_in_turn() -> None:
    alone = chat("1 Alice: hi\n2 Alice: there?", title="Bob")
    assert asked(alone).option == "--me"
    question = asked(alone, me="Alice")
    assert question.option == "--with"
    assert question.choices == ("Bob",)
    assert str(question) == "Only Alice has written in this chat. Who is the other person?"


def test_one_author_with_somebody_who_never_wrote() -> None:
    chosen = choose_chat(archive(chat("1 Alice: hi")), me="Alice", with_="Bob")
    assert names(chosen) == ("Alice", "Bob")
    assert chosen.chat.people == ("Alice", "Bob")
    assert not chosen.group


# --- a group ----------------------------------------------------------------------------------------------------------


def test_in_a_group_the_other_is_asked_for() -> None:
    question = asked(chat(GROUP), me="Alice")
    assert question.option == "--with"
    assert question.choices == ("Bob", "Carol")


def test_a_group_with_both_named() -> None:
    chosen = choose_chat(archive(chat(GROUP)), me="Alice", with_="carol")
    assert names(chosen) == ("Alice", "Carol")
    assert chosen.group


def test_a_groups_title_tells_nothing_about_you() -> None:
    assert asked(chat(GROUP, title="Bob"), with_="Carol").option == "--me"


# --- several chats ----------------------------------------------------------------------------------------------------

ACCOUNT = (
    chat("1 Bob: a\n2 Alice: b", title="Bob", me="Alice"),
    chat("1 Carol: a\n2 Alice: b", title="Carol", me="Alice"),
    chat("1 Bob: a\n2 Alice: b\n3 Dan: c", title="Choir", me="Alice"),
    chat("", title="Empty", me="Alice"),
)


def test_several_chats_are_asked_about_by_title() -> None:
    question = asked(*ACCOUNT)
    assert question.option == "--with"
    assert question.choices == ("Bob", "Carol", "Choir")


@pytest.mark.parametrize(
    ("said", "title", "them"), [("Bob", "Bob", "Bob"), ("carol", "Carol", "Carol"), ("Dan", "Choir", "Dan")]
)
def test_a_title_or_a_person_picks_the_chat(said: str, title: str, them: str) -> None:
    """Bob is in the choir too; the chat with Bob alone comes first."""
    chosen = choose_chat(archive(*ACCOUNT), with_=said)
    assert chosen.chat.title == title
    assert names(chosen) == ("Alice", them)


def test_a_chat_of_two_comes_before_a_group_with_the_same_person() -> None:
    """Neither is named after Bob."""
    chats = (chat(GROUP, title="Choir", me="Alice"), chat(PAIR, title="B. from work", me="Alice"))
    assert choose_chat(archive(*chats), with_="Bob").chat.title == "B. from work"


def test_a_title_of_a_group_still_asks_for_the_person() -> None:
    assert asked(*ACCOUNT, with_="Choir").choices == ("Bob", "Dan")


def test_two_chats_of_one_name_are_numbered() -> None:
    twins = (chat(PAIR, title="Bob", me="Alice"), chat("5 Bob: c\n6 Alice: d", title="Bob", me="Alice"))
    assert asked(*twins).choices == ("Bob (1)", "Bob (2)")
    assert asked(*twins, with_="Bob").choices == ("Bob (1)", "Bob (2)")
    assert names(choose_chat(archive(*twins), with_="Bob (2)")) == ("Alice", "Bob")


def test_no_chat_of_that_name() -> None:
    with pytest.raises(UsageError, match=r"I find no chat with 'Carrol'\. Did you mean Carol"):
        choose_chat(archive(*ACCOUNT), with_="Carrol")


# --- the preview ------------------------------------------------------------------------------------------------------


def test_a_preview_is_short_and_cannot_steer_a_terminal() -> None:
    shown = preview(chat(f"1 Bob: \x1b[2Jred\x07 {'long ' * 30}\n2 -: locked"))
    (line,) = shown
    assert "\x1b" not in line
    assert "\x07" not in line
    assert line.endswith("…")
    assert len(line) < 80
