"""Whatever the bytes are: an archive whose receipt adds up, or one sentence that says what to do next."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.sources.whatsapp import exports

from walkaway.app.errors import UnreadableArchive, WalkawayError
from walkaway.app.ports import Archive, ReadOptions
from walkaway.core.events import SECOND
from walkaway.sources.whatsapp import WhatsApp

HEADER = "13/06/2018, 21:25 - "


def read(raw: bytes, name: str = "chat.txt") -> Archive:
    return WhatsApp().read(name, raw, ReadOptions(tz="Europe/Berlin"))


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "empty"),
        (b" \n\r\n ", "empty"),
        (b"\0" * 1000, "not a text file"),
        (bytes(range(256)) * 20, "not a text file"),
        (b"\xff" * 1000, "not a text file"),
        (b"Dear diary,\nnothing happened.", "date and a time"),
        (b"31/02/2018, 21:25 - Ann: hi", "date and a time"),
        (b"\xff\xfe", "empty"),
    ],
)
def test_a_sentence_says_what_to_do(raw: bytes, says: str) -> None:
    with pytest.raises(UnreadableArchive, match=says) as error:
        read(raw)
    assert error.value.exit_code == 3
    assert "xport" in str(error.value)
    assert str(error.value).startswith(("chat.txt", "In chat.txt"))


def test_lines_before_the_first_message_are_told_one_by_one() -> None:
    archive = read(f"hello\n\n{HEADER}Ann: hi\n".encode())
    assert [skip.line for skip in archive.receipt.skipped] == [1, 2]
    assert (archive.receipt.read, archive.receipt.kept) == (3, 1)


def test_utf_16_is_read() -> None:
    for encoding in ("utf-16", "utf-16-be", "utf-16-le"):
        bom = "" if encoding == "utf-16" else "\ufeff"
        archive = read(f"{bom}{HEADER}Änn: hi 😂\n".encode(encoding))
        assert archive.chats[0].people == ("Änn",)
        assert WhatsApp().recognises("x.txt", f"{bom}{HEADER}Änn: hi\n".encode(encoding))


def test_damaged_places_stay_visible() -> None:
    archive = read(f"{HEADER}Ann: caf".encode() + b"\xe9 and \xff more words\n")
    assert archive.chats[0].text.to_pylist() == ["caf\ufffd and \ufffd more words"]
    assert "broken_utf8" in archive.assumed


def test_a_nul_in_a_message_is_kept() -> None:
    assert read(f"{HEADER}Ann: a\0b\n".encode()).chats[0].text.to_pylist() == ["a\0b"]


def test_events_are_sorted_and_the_hour_that_comes_twice_is_the_later_one_after_a_step_back() -> None:
    """On 28 October 2018 Berlin's clocks showed 02:00 to 03:00 twice."""
    clock = ("02:10", "02:50", "02:20", "03:10")
    raw = "".join(f"28/10/2018, {at} - Ann: {at}\n" for at in clock).encode()
    events = read(raw).chats[0].events
    assert ((events.at - events.at[0]) // (60 * SECOND)).tolist() == [0, 40, 70, 120]


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    raw = exports.make("iPhone, US", 1, 2_000)
    WhatsApp().read("x.txt", raw, ReadOptions(tz="UTC"), lambda done, of: told.append((done, of)))
    assert len(told) >= 3
    assert told == sorted(told)
    assert told[-1] == (len(raw), len(raw))


@pytest.mark.parametrize(
    ("name", "head", "is_ours"),
    [
        ("a.txt", f"{HEADER}Ann: hi", True),
        ("a.txt", f"some\nlines\n{HEADER}Ann: hi", True),
        ("WhatsApp Chat with Ann.txt", "no date", True),
        ("a.txt", "no date", False),
        ("a.json", '{"messages": []}', False),
        ("a.csv", "when,who,text\n2024-01-02 10:30:00,Ann,hi", False),
        ("WhatsApp.txt", "a\0b", False),
    ],
)
def test_recognises(name: str, head: str, is_ours: bool) -> None:
    assert WhatsApp().recognises(name, head.encode()) is is_ours


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
@example(b"13/06/2018, 21:25 - ")
@example(b"13/06/2018, 21:25 - :")
@example(b"13/06/2018, 21:25 -\n")
@example("13/06/2018, 21:25 - Ann: \u200e".encode())
def test_any_bytes_at_all(raw: bytes) -> None:
    for content in (raw, HEADER.encode() + raw, b"[1.2.19, 3:04:05] A: " + raw + b"\n" + HEADER.encode() + raw):
        try:
            archive = read(content)
        except WalkawayError:
            continue
        assert archive.receipt.read == archive.receipt.kept + len(archive.receipt.skipped)
        assert archive.receipt.kept == len(archive.chats[0].events) == len(archive.chats[0].text)
        assert archive.chats[0].text.validate(full=True) is None


def _shapes(count: int) -> bytes:
    marks = ("", "\u200e", "\u200f", "\u202a", "\u202c")
    spaces = (" ", "\u00a0", "\u202f", "\u2009")
    return "".join(
        f"{marks[k % 5]}{marks[k // 5 % 5]}{marks[k // 25 % 5]}[13/6/18,{spaces[k // 125 % 4]}9:10:11"
        f"{spaces[k // 500 % 4]}{('am', 'p.m.')[k // 2000 % 2]}]{spaces[k // 4000 % 4]}Ann: hi\n"
        for k in range(count)
    ).encode()


def _tricky(name: str) -> bytes:
    match name:
        case "as many shapes as there can be":
            return _shapes(30_000)
        case "one line":
            return f"{HEADER}Ann: {'word ' * 1_000_000}".encode()
        case "one line and no colon":
            return f"{HEADER}{'x' * 5_000_000}".encode()
        case "everybody writes once":
            return "".join(f"{HEADER}P{k}: hi\n" for k in range(60_000)).encode()
        case "and without a space":
            return "".join(f"{HEADER}P{k}:hi\n" for k in range(60_000)).encode()
        case "names with colons":
            return "".join(f"{HEADER}P{k // 3}: a: hi\n" for k in range(60_000)).encode()
        case "almost headers":
            return b"1/1/18 1:5x  \n" * 100_000 + f"{HEADER}Ann: hi".encode()
        case "nothing, then one":
            return b"\n" * 2_000_000 + f"{HEADER}Ann: hi".encode()
        case "question marks":
            return f"{HEADER}Ann: {'? ' * 1_000_000}".encode()
        case _:
            return f"{HEADER}Ann: {chr(0x200E) * 500_000}x".encode()


@pytest.mark.parametrize(
    "name",
    [
        *("as many shapes as there can be", "one line", "one line and no colon", "everybody writes once"),
        *("and without a space", "names with colons", "almost headers", "nothing, then one", "question marks", "marks"),
    ],
)
def test_no_file_takes_long(name: str) -> None:
    """Up to 5 MB; what takes longer than its length has no business here."""
    raw = _tricky(name)
    start = time.process_time()
    archive = read(raw)
    assert time.process_time() - start < 2.5
    assert archive.receipt.kept >= 1
