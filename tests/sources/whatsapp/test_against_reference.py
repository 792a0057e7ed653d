"""The fast reader and the slow, obvious one must agree, message by message."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.whatsapp import exports, reference_reader

from walkaway.app.errors import OpenQuestion, UnreadableArchive, WalkawayError
from walkaway.app.ports import DateOrder
from walkaway.sources.whatsapp import parse

Rows = list[tuple[int, int, str | None, str, int]]


def fast(raw: bytes, order: DateOrder | None = None) -> Rows | str:
    try:
        c = parse(raw, order)
    except OpenQuestion:
        return "undecided"
    except UnreadableArchive:
        return "nothing"
    authors = [c.people[who] if who >= 0 else None for who in c.who.tolist()]
    return list(zip(c.line.tolist(), c.local.tolist(), authors, c.text.to_pylist(), c.kind.tolist(), strict=True))


def slow(raw: bytes, order: DateOrder | None = None) -> Rows | str:
    try:
        rows = reference_reader.read(raw, order)
    except reference_reader.Undecided:
        return "undecided"
    return [(row.line, row.local, row.author, row.text, int(row.kind)) for row in rows] or "nothing"


@pytest.mark.parametrize("style", exports.STYLES)
@pytest.mark.parametrize("seed", range(6))
def test_generated_exports_read_alike(style: str, seed: int) -> None:
    raw = exports.make(style, seed)
    rows = fast(raw)
    assert rows == slow(raw)
    assert len(rows) == 121


@pytest.mark.parametrize("style", exports.STYLES)
def test_mutated_exports_read_alike(style: str) -> None:
    for seed in range(25):
        raw = exports.mutate(exports.make(style, seed, 60), seed)
        assert fast(raw) == slow(raw), seed


PARTS = st.sampled_from(
    [
        *(line.split(": ")[0] for line in ("13.06.18 21.25.15: ", "[1/2/19, 3:04:05", "3/4/2020, 10:11 - ")),
        *("[", "]", " ", " - ", ": ", ":", ".", ",", "/", "\n", "\r\n", "\u200e", "\u202f", "am", "PM", "下午", "klo "),
        *(
            "1",
            "12",
            "31",
            "2019",
            "99",
            "٣",
            "Ann",
            "Bob",
            "image omitted",
            "<Media omitted>",
            '"',
            "changed the subject",
        ),
        *("1/2/19, 10:30 - Ann: hi\n", "2/2/19, 10:30 - Bob: yo\n", "[1/2/19, 10:30:00] Ann: \u200eimage omitted\n"),
        *("13/2/2019, 10:30 - Ann: hi\n", "(file attached)", "x.jpg ", "POLL:\n", "? ", "Dr: Ann: x", "Ann:x\n"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PARTS, max_size=30))
def test_pieces_of_headers_in_any_order_read_alike(parts: list[str]) -> None:
    raw = "".join(parts).encode()
    if raw.strip():
        assert fast(raw) == slow(raw)
        try:
            given_order = fast(raw, "dmy")
        except WalkawayError:
            return
        assert given_order == slow(raw, "dmy")


EMPTY = "13/06/2018, 21:25 -"


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["", "\r", "\n", "\r\n", " ", " A", " A: x", "foo", ": x"])
def test_an_empty_message_makes_no_header_of_lines_that_only_begin_like_it(line_break: str, end: str) -> None:
    raw = f"{EMPTY}{line_break}{EMPTY}foo{line_break}{EMPTY} Ann: x{line_break}{EMPTY}{end}".encode()
    assert fast(raw) == slow(raw)
