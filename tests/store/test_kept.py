"""What every store does, wherever it lies: keeps what it is given once, and gives it back as it was."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.app.stories import chat, told

from walkaway.app.errors import UnknownPursuit, UsageError
from walkaway.app.ports import Chat, Skip
from walkaway.app.store import Handed, Store
from walkaway.core.events import Events

NOW = 1_700_000_000_000_000


def handed(one: Chat, *, source: str = "whatsapp", me: str = "Sam", them: str = "Bob", **more: object) -> Handed:
    return Handed(chat=one, source=source, tz="UTC", now=NOW, me=me, them=them, **more)  # type: ignore[arg-type]


def kept(store: Store, name: str = "Bob") -> list[str]:
    (channel,) = store.channels(name)
    return told(store.chat(channel))


STORY = """
1 Sam: hello?
1 Sam: hello?
2 -: Bob changed the picture
50000 Bob: hi
100000 Sam: and now?
"""


def test_what_is_kept_comes_back(store: Store) -> None:
    receipt = store.add("Bob", handed(chat(STORY)))
    assert (receipt.read, receipt.kept, receipt.there) == (5, 5, 0)
    (channel,) = store.channels("bob")
    back = store.chat(channel)
    one = chat(STORY)
    for name in Events.__dataclass_fields__:
        np.testing.assert_array_equal(getattr(back.events, name), getattr(one.events, name))
        assert getattr(back.events, name).dtype == getattr(one.events, name).dtype
    assert back.text.equals(one.text)
    assert back.people == ("Sam", "Bob")
    assert (channel.me, channel.them, channel.tz, channel.n) == ("Sam", "Bob", "UTC", 5)


def test_the_same_file_twice_is_kept_once(store: Store) -> None:
    store.add("Bob", handed(chat(STORY)))
    again = store.add("Bob", handed(chat(STORY), skipped=(Skip(3, "no date"),)))
    assert (again.read, again.kept, again.there, len(again.skipped)) == (6, 0, 5, 1)
    assert kept(store) == told(chat(STORY))
    first, second = store.arrivals("Bob")
    assert first.content == second.content
    assert (second.at, second.kept, second.there, second.skipped) == (NOW, 0, 5, 1)


def test_repeats_inside_a_file_are_real_and_overlap_counts_once(store: Store) -> None:
    store.add("Bob", handed(chat("1 Sam: ok\n1 Sam: ok\n2 Bob: fine")))
    receipt = store.add("Bob", handed(chat("1 Sam: ok\n1 Sam: ok\n1 Sam: ok\n3 Bob: later")))
    assert (receipt.kept, receipt.there) == (2, 2)
    assert kept(store) == ["1 Sam: ok", "1 Sam: ok", "1 Sam: ok", "2 Bob: fine", "3 Bob: later"]


def test_an_older_export_goes_before_what_is_there(store: Store) -> None:
    store.add("Bob", handed(chat("5 Bob: second\n6 Bob: third")))
    store.add("Bob", handed(chat("1 Sam: zero\n5 Sam: first\n5 Bob: second")))
    assert kept(store) == ["1 Sam: zero", "5 Sam: first", "5 Bob: second", "6 Bob: third"]


def test_order_of_adding_does_not_change_what_is_kept(store: Store) -> None:
    parts = ["1 Sam: a\n1 Sam: a\n2 Bob: b", "1 Sam: a\n50000 Bob: c\n50000 Bob: c", "50000 Bob: c\n90000 Sam: d"]
    for part in parts:
        store.add("Bob", handed(chat(part)))
    for part in reversed(parts):
        store.add("Other", handed(chat(part)))
    assert sorted(kept(store)) == sorted(kept(store, "Other"))
    assert len(kept(store)) == 6


def test_ids_stay_what_they_were_and_are_never_used_twice(store: Store) -> None:
    store.add("Bob", handed(chat("1 Sam: a\n2 Bob: b")))
    before = store.chat(store.channels("Bob")[0]).events
    store.add("Bob", handed(chat("0 Sam: earlier\n2 Bob: b\n3 Bob: c")))
    after = store.chat(store.channels("Bob")[0]).events
    assert set(before.id) <= set(after.id)
    assert len(set(after.id)) == len(after) == 4
    assert [after.id[k] for k in (1, 2)] == list(before.id)


def test_a_message_edited_since_is_the_same_where_the_source_numbers_them(store: Store) -> None:
    store.add("Bob", handed(chat("1 Sam: teh plan\n2 Bob: ok"), source="telegram"))
    receipt = store.add("Bob", handed(chat("1 Sam: the plan\n2 Bob: ok\n2 Bob: ok"), source="telegram"))
    assert (receipt.kept, receipt.there) == (1, 2)
    assert kept(store) == ["1 Sam: teh plan", "2 Bob: ok", "2 Bob: ok"]


def test_numbers_that_do_not_fit_leave_it_to_the_content(store: Store) -> None:
    store.add("Bob", handed(chat("1 Sam: a\n2 Bob: b\n3 Sam: c"), source="telegram"))
    receipt = store.add("Bob", handed(chat("2 Bob: b\n3 Sam: c\n4 Bob: d"), source="telegram"))
    assert (receipt.kept, receipt.there) == (1, 2)


def test_a_contact_renamed_on_the_phone_is_the_same_person(store: Store) -> None:
    store.add("Bob", handed(chat("1 Sam: a\n2 Bob: b")))
    receipt = store.add("Bob", handed(chat("1 Sam: a\n2 Bob Work: b\n3 Bob Work: c"), them="Bob Work"))
    assert (receipt.kept, receipt.there) == (1, 2)
    assert kept(store) == ["1 Sam: a", "2 Bob: b", "3 Bob: c"]


def test_channels_and_groups_stay_apart(store: Store) -> None:
    store.add("Bob", handed(chat("1 Sam: a\n2 Bob: b")))
    store.add("Bob", handed(chat("1 Sam: a\n2 Bob: b"), source="telegram"))
    store.add("Bob", handed(chat("1 Sam: a\n2 Bob: b\n3 Eve: c", title="Trip")))
    store.add("Bob", handed(chat("1 Sam: a\n2 Bob: b\n3 Eve: c", title="Work")))
    assert [(c.source, c.title, c.n) for c in store.channels("Bob")] == [
        ("whatsapp", None, 2),
        ("telegram", None, 2),
        ("whatsapp", "Trip", 3),
        ("whatsapp", "Work", 3),
    ]


def test_counts_only_keeps_no_word(store: Store) -> None:
    store.keep_document("Bob", {})
    store.keep_counts_only("Bob")
    store.add("Bob", handed(chat(STORY)))
    assert store.keeps("Bob") == "counts"
    (channel,) = store.channels("Bob")
    back = store.chat(channel)
    assert back.text.null_count == 5
    np.testing.assert_array_equal(back.events.words, chat(STORY).events.words)


def test_words_can_be_dropped_later_and_adding_goes_on(store: Store) -> None:
    store.add("Bob", handed(chat("1 Sam: one word\n1 Sam: hm\n2 Bob: why?")))
    store.keep_counts_only("Bob")
    receipt = store.add("Bob", handed(chat("1 Sam: one word\n1 Sam: hm\n2 Bob: why?\n2 Bob: so?\n3 Sam: yes")))
    assert (receipt.kept, receipt.there) == (2, 3)
    (channel,) = store.channels("Bob")
    assert store.chat(channel).text.null_count == 5


def test_settings_are_one_document_and_capitals_do_not_matter(store: Store) -> None:
    document = {"name": "Nora", "worth": [4.0, 6.5, 9.0], "note": "caf\u00e9 \u0000 \U0001f600"}
    assert store.document("Nora") is None
    store.keep_document("Nora", document)
    store.keep_document("ada", {"name": "ada"})
    assert store.names() == ("ada", "Nora")
    assert store.document("NORA") == document
    store.keep_document("nora", {"name": "Nora"})
    assert store.document("Nora") == {"name": "Nora"}
    assert store.names() == ("ada", "nora")  # spelled as it was last


def test_what_json_has_no_word_for_is_refused(store: Store) -> None:
    for odd in ({"x": float("nan")}, {"x": {1, 2}}):
        with pytest.raises(UsageError, match="cannot be kept"):
            store.keep_document("Nora", odd)
    assert store.names() == ()


def test_what_is_true_of_you_is_kept(store: Store) -> None:
    assert store.you() == {}
    store.keep_you({"hours": 20.0})
    store.keep_you({"hours": 30.0})
    assert store.you() == {"hours": 30.0}


def test_a_pursuit_needs_a_name(store: Store) -> None:
    with pytest.raises(UsageError, match="needs a name"):
        store.keep_document(" \0", {})


def test_an_unknown_name_says_which_there_are(store: Store) -> None:
    with pytest.raises(UnknownPursuit, match="None is kept yet"):
        store.channels("Bob")
    store.keep_document("Nora", {})
    with pytest.raises(UnknownPursuit, match="There is: Nora"):
        store.erase("Bob")


def test_two_pursuits_are_one_person_until_taken_apart(store: Store) -> None:
    store.add("Bob", handed(chat("1 Sam: a")))
    store.add("Robert", handed(chat("2 Sam: b"), source="telegram"))
    store.add("Bobby", handed(chat("3 Sam: c"), source="table"))
    store.join("Bobby", "Robert")
    store.join("Robert", "Bob")
    assert store.names() == ("Bob",)
    assert store.parts("Bob") == ("Robert", "Bobby")
    assert [c.source for c in store.channels("Bob")] == ["whatsapp", "telegram", "table"]
    store.take_apart("Robert")
    assert store.names() == ("Bob", "Robert")
    assert [c.source for c in store.channels("Bob")] == ["whatsapp", "table"]
    assert told(store.chat(store.channels("Robert")[0])) == ["2 Sam: b"]


def test_no_pursuit_is_part_of_itself(store: Store) -> None:
    store.add("Bob", handed(chat("1 Sam: a")))
    store.add("Robert", handed(chat("2 Sam: b")))
    with pytest.raises(UsageError):
        store.join("Bob", "bob")
    store.join("Robert", "Bob")
    with pytest.raises(UsageError, match="part of"):
        store.join("Bob", "Robert")


def test_one_name_stands_for_another_until_it_does_not(store: Store) -> None:
    store.add("Bob", handed(chat("1 Sam: a\n2 Bob: b")))
    store.same_person("Bob", "Bob", "Robert")
    store.same_person("Bob", "Bob", "Rob")
    assert store.aliases("Bob") == {"Bob": "Rob"}
    store.not_same_person("Bob", "Bob")
    assert store.aliases("Bob") == {}


def test_erasing_one_leaves_the_others(store: Store) -> None:
    store.add("Bob", handed(chat(STORY)))
    store.add("Eve", handed(chat("2 Sam: b\n3 Eve: c"), them="Eve"))
    store.join("Eve", "Bob")
    store.erase("Bob")
    assert store.names() == ("Eve",)
    assert kept(store, "Eve") == ["2 Sam: b", "3 Eve: c"]
    store.check()


def test_an_empty_chat_is_no_trouble(store: Store) -> None:
    receipt = store.add("Bob", handed(chat("")))
    assert (receipt.read, receipt.kept) == (0, 0)
    assert kept(store) == []


def test_threads_and_handles_are_kept_over_several_files(store: Store) -> None:
    """Each file numbers its threads itself; a message that both hold says which is which."""
    first = replace(
        chat("1 Sam: price?\n2 Bob: ten\n3 Sam: lunch?"),
        thread=np.array([0, 0, 1]),
        handles=(("Sam", "sam@example.org"), ("Bob",)),
    )
    second = replace(
        chat("3 Sam: lunch?\n4 Bob: yes\n5 Sam: new\n6 Bob: ok"),
        thread=np.array([0, 0, 1, -1]),
        handles=(("Sam",), ("Bob", "bob@example.org")),
    )
    store.add("Bob", handed(first, source="mail"))
    receipt = store.add("Bob", handed(second, source="mail"))
    assert (receipt.kept, receipt.there) == (3, 1)
    store.add("Bob", handed(chat("7 Bob: later"), source="mail"))
    (channel,) = store.channels("Bob")
    back = store.chat(channel)
    assert back.thread is not None
    assert back.thread.tolist() == [0, 0, 1, 1, 2, -1, -1]
    assert back.handles == (("Sam", "sam@example.org"), ("Bob", "bob@example.org"))
