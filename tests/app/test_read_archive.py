"""Several files as one archive: nothing doubled, nothing lost."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.app.stories import OPTIONS, Shelf, Stories, told

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, Progress
from walkaway.app.read_archive import read_archive


def read(*names: str, progress: Progress | None = None, **files: str | tuple[str, ...]) -> Archive:
    """These files of a shelf; all of them if none is named."""
    paths = [Path(name) for name in names or files]
    return read_archive(paths, open_=Shelf(**files), sources=[Stories()], options=OPTIONS, progress=progress)


MARCH = """
1 Alice: hi
2 Bob: hello
2 Bob: hello
"""
APRIL = """
2 Bob: hello
2 Bob: hello
9 Alice: still there?
"""


def test_one_file_is_what_its_source_says() -> None:
    (chat,) = read(a=MARCH.strip()).chats
    assert told(chat) == ["1 Alice: hi", "2 Bob: hello", "2 Bob: hello"]


def test_the_same_file_twice_changes_nothing_but_the_receipt() -> None:
    once, twice = read(a=MARCH.strip()), read("a", "a", a=MARCH.strip())
    assert [told(chat) for chat in twice.chats] == [told(chat) for chat in once.chats]
    assert twice.chats[0].people == once.chats[0].people
    assert twice.chats[0].events.id.tolist() == once.chats[0].events.id.tolist()
    assert (twice.receipt.read, twice.receipt.kept) == (4, 3)
    assert [skip.reason for skip in twice.receipt.skipped] == ["a is the same as a, and counts once."]


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_exports_that_overlap_are_one_chat(order: tuple[str, str]) -> None:
    (chat,) = read(*order, a=MARCH.strip(), b=APRIL.strip()).chats
    assert told(chat) == ["1 Alice: hi", "2 Bob: hello", "2 Bob: hello", "9 Alice: still there?"]
    assert len(set(chat.events.id.tolist())) == 4


def test_a_repeat_in_one_file_is_a_message_of_its_own() -> None:
    """Three times in one file and twice in the other: three."""
    thrice = "2 Bob: hey\n2 Bob: hey\n2 Bob: hey\n3 Alice: yes?"
    twice = "2 Bob: hey\n2 Bob: hey\n3 Alice: yes?"
    (chat,) = read(a=twice, b=thrice).chats
    assert told(chat).count("2 Bob: hey") == 3


def test_within_one_minute_the_earlier_export_comes_first() -> None:
    earlier, later = "1 Alice: a\n2 Bob: b", "2 Bob: c\n2 Alice: d"
    for order in (("a", "b"), ("b", "a")):
        (chat,) = read(*order, a=earlier, b=later).chats
        assert told(chat) == ["1 Alice: a", "2 Bob: b", "2 Bob: c", "2 Alice: d"]


def test_a_system_line_in_both_files_counts_once() -> None:
    (chat,) = read(a="1 -: locked\n2 Bob: a\n3 Alice: b", b="1 -: locked\n3 Alice: b\n4 Bob: c").chats
    assert told(chat) == ["1 -: locked", "2 Bob: a", "3 Alice: b", "4 Bob: c"]


def test_names_are_people_in_every_file() -> None:
    """The second file knows them in another order."""
    (chat,) = read(a="1 Alice: a\n2 Bob: b", b="3 Bob: c\n4 Alice: d").chats
    assert chat.people == ("Alice", "Bob")
    assert told(chat) == ["1 Alice: a", "2 Bob: b", "3 Bob: c", "4 Alice: d"]


@pytest.mark.parametrize(
    ("one", "other", "chats"),
    [
        ("# Bob\n1 Bob: a\n2 Alice: b", "# Alice\n3 Bob: c\n4 Alice: d", 1),  # a pair, exported by both
        ("1 Bob: a\n2 Alice: b", "# Bob\n3 Bob: c\n4 Alice: d", 1),
        ("# Bob\n1 Alice: a", "# Bob\n2 Bob: b\n3 Alice: c", 1),  # at first only one wrote
        ("1 Bob: a\n2 Alice: b", "3 Carol: c\n4 Alice: d", 2),
        ("# Bob\n1 Bob: a\n2 Alice: b", "# Choir\n1 Bob: a\n2 Alice: b\n3 Carol: c", 2),  # a pair is not its group
        ("1 Bob: a\n2 Alice: b", "1 Bob: a\n2 Alice: b\n3 Carol: c", 2),
        ("# Choir\n1 Bob: a\n2 Alice: b\n3 Carol: c", "# Book club\n1 Bob: a\n2 Alice: b\n3 Carol: c", 2),
        ("1 Bob: a\n2 Alice: b\n3 Carol: c", "2 Alice: b\n3 Carol: c\n4 Dan: d", 1),
        ("1 Alice: a\n2 Alice: b", "1 Alice: a\n2 Alice: b", 1),  # one author, the same messages
        ("1 Alice: a\n2 Alice: b", "3 Alice: c\n4 Alice: d", 2),  # one author, and nothing to tell
    ],
)
def test_which_files_are_one_chat(one: str, other: str, chats: int) -> None:
    assert len(read(a=one, b=other).chats) == chats


def test_two_chats_of_one_file_stay_two() -> None:
    """Two people called Bob wrote with Alice; each chat meets its own in the second file."""
    both = "# Bob\n1 Bob: a\n2 Alice: b\n---\n# Bob\n1 Bob: c\n2 Alice: d"
    assert len(read(a=both).chats) == 2
    assert len(read("a", "a", a=both).chats) == 2


def test_the_receipt_is_the_sum_and_says_which_file() -> None:
    archive = read(a="1 Bob: a\n? what\n2 Alice: b", b="? hm\n3 Bob: c\n4 Alice: d")
    receipt = archive.receipt
    assert (receipt.read, receipt.kept) == (6, 4)
    assert [(skip.line, skip.reason) for skip in receipt.skipped] == [(2, "a: no time"), (1, "b: no time")]
    assert archive.assumed == ("tz",)
    assert (archive.name, archive.source) == ("a, b", "story")


def test_what_nobody_reads_is_refused_with_what_we_do_read() -> None:
    with pytest.raises(UnreadableArchive, match=r"a is not an archive I can read. I read: stories \(tell one\)"):
        read(a="Dear diary")


def test_a_zip_gives_all_its_chats() -> None:
    (chat,) = read(a=("1 Bob: a\n2 Alice: b", "junk", "3 Bob: c\n4 Alice: d")).chats
    assert len(chat.events) == 4


def test_progress_runs_over_all_files() -> None:
    seen: list[tuple[int, int]] = []
    read(a="1 Bob: a", b="2 Alice: b", progress=lambda done, total: seen.append((done, total)))
    assert seen == [(8, 18), (18, 18)]


message = st.tuples(st.integers(0, 5), st.sampled_from(["Alice", "Bob"]), st.sampled_from(["a", "b"]))
export = st.lists(message, max_size=8).map(
    # Both write at once at the start, so that every export is a chat of both.
    lambda messages: [(0, "Alice", "hi"), (0, "Bob", "hi"), *sorted(messages, key=lambda m: m[0])]
)


@given(st.lists(export, min_size=1, max_size=3))
def test_the_union_is_the_most_copies_any_file_holds(exports: list[list[tuple[int, str, str]]]) -> None:
    files = {
        name: "\n".join(f"{minute} {who}: {text}" for minute, who, text in one)
        for name, one in zip("abc", exports, strict=False)
    }
    expected: Counter[str] = Counter()
    for text in files.values():
        expected |= Counter(text.splitlines())
    archive = read(progress=None, **files)
    (chat,) = archive.chats
    assert Counter(told(chat)) == expected
    assert (chat.events.at[1:] >= chat.events.at[:-1]).all()
    different = set(files.values())  # a file that is there twice is one skipped record
    assert archive.receipt.kept == sum(len(text.splitlines()) for text in different)
    assert archive.receipt.read == archive.receipt.kept + len(files) - len(different)
