"""Tables, told row by row."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, ReadOptions
from walkaway.core.events import Kind
from walkaway.sources.table import Table, _zoned

BERLIN = ReadOptions(tz="Europe/Berlin")


def read(text: str | bytes) -> Archive:
    return Table().read("chat.csv", text if isinstance(text, bytes) else text.encode(), BERLIN)


def parquet(**columns: Any) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def told(archive: Archive) -> list[str]:
    """Each row as `UTC time, who: text`."""
    (chat,) = archive.chats
    names = [*chat.people, "-"]
    return [
        f"{str(at)[:16]} {names[who]}: {text}"
        for at, who, text in zip(
            chat.events.at.astype("datetime64[us]"), chat.events.who, chat.text.to_pylist(), strict=True
        )
    ]


BOB = ["2024-03-01T09:00 Bob: hi", "2024-03-01T09:05 Alice: hello"]


# --- CSV --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "table",
    [
        "when,who,text\n2024-03-01T09:00Z,Bob,hi\n2024-03-01T09:05Z,Alice,hello\n",
        "When;WHO;Text\r\n2024-03-01T09:00Z;Bob;hi\r\n2024-03-01T09:05Z;Alice;hello",
        "text\twho\twhen\nhi\tBob\t2024-03-01T09:00Z\nhello\tAlice\t2024-03-01T09:05Z\n",
        "\ufeffwhen,who,text\n\n2024-03-01T09:00Z,Bob,hi\n\n2024-03-01T09:05Z,Alice,hello\n\n",
        '"when","who","text"\n"2024-03-01 09:00:00+00:00"," Bob ","hi"\n2024-03-01T10:05+0100,Alice,hello\n',
        "id,when,mood,who,text\n1,2024-03-01T09:00Z,x,Bob,hi\n2,2024-03-01T09:05Z,y,Alice,hello\n",
        "when,who,text\n2024-03-01T04:00-05:00,Bob,hi\n2024-03-01T14:35:00.000+05:30,Alice,hello\n",
        "when,who,text\n1709283600,Bob,hi\n1709283900000,Alice,hello\n",
        "when,who,text\n1709283600.0,Bob,hi\n1709283900000000,Alice,hello\n",
        "when,who,text\n2024-03-01T09:05Z,Alice,hello\n2024-03-01T09:00Z,Bob,hi\n",
    ],
    ids=[
        "comma",
        "semicolon",
        "tab",
        "mark and gaps",
        "quotes",
        "more",
        "zones",
        "seconds and ms",
        "fraction and us",
        "order",
    ],
)
def test_one_chat_written_in_many_ways(table: str) -> None:
    archive = read(table)
    assert told(archive) == BOB
    assert archive.assumed == ()
    assert archive.receipt.read == archive.receipt.kept == 2


def test_a_broken_byte_is_replaced_and_that_is_said() -> None:
    archive = read(b"when,who,text\n2024-03-01T09:00Z,B\xf6b,hi\n")
    assert told(archive) == ["2024-03-01T09:00 B\ufffdb: hi"]
    assert archive.assumed == ("broken_utf8",)


def test_excel_unicode_text() -> None:
    assert told(read("when\twho\ttext\n2024-03-01T09:00Z\tBob\thi\n".encode("utf-16"))) == BOB[:1]


def test_a_time_without_a_zone_is_on_the_persons_clock_and_that_is_said() -> None:
    archive = read("when,who,text\n2024-07-01T10:00,Bob,hi\n")
    assert told(archive) == ["2024-07-01T08:00 Bob: hi"]
    assert archive.assumed == ("tz",)


def test_a_date_alone_is_noon_and_that_is_said() -> None:
    archive = read("when,who,text\n2024-07-01,Bob,hi\n")
    assert told(archive) == ["2024-07-01T10:00 Bob: hi"]
    assert archive.assumed == ("tz", "date_only")


def test_a_quoted_text_may_hold_anything() -> None:
    archive = read('when,who,text\n2024-03-01T09:00Z,Bob,"one, ""two""\nthree?"\n2024-03-01T09:05Z,Alice,hello\n')
    (chat,) = archive.chats
    assert chat.text.to_pylist() == ['one, "two"\nthree?', "hello"]
    assert chat.events.id.tolist() == [2, 4]
    assert chat.events.asks.tolist() == [True, False]
    assert chat.events.words.tolist() == [3, 1]


def test_kinds_are_named_and_an_empty_one_is_text() -> None:
    rows = [f"2024-03-01T09:00Z,Bob,two words,{kind.name.lower()}" for kind in Kind]
    archive = read(
        "\n".join(["when,who,text,kind", *rows, "2024-03-01T09:00Z,Bob,two words,", "2024-03-01,,on, SYSTEM"])
    )
    (chat,) = archive.chats
    assert [Kind(kind) for kind in chat.events.kind] == [*Kind, Kind.TEXT, Kind.SYSTEM]
    typed = {Kind.TEXT, Kind.EDITED, Kind.MEDIA}
    assert chat.events.words.tolist() == [2 if kind in typed else 0 for kind in Kind] + [2, 0]
    assert [Kind(k) for k in chat.events.kind[chat.events.who < 0]] == [Kind.SYSTEM, Kind.SYSTEM]


def test_control_characters_are_no_part_of_a_name() -> None:
    (chat,) = read("when,who,text\n2024-03-01T09:00Z,Bo\x85b,hi\n2024-03-01T09:01Z,Bob\x1f,ok\n").chats
    assert chat.people == ("Bob",)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("yesterday,Bob,hi,", "no time I can read in 'yesterday'; write it like 2024-03-01T18:30"),
        ("03/04/2024 10:00,Bob,hi,", "no time I can read in '03/04/2024 10:00'; write it like 2024-03-01T18:30"),
        ("2024-02-30T10:00,Bob,hi,", "no time I can read in '2024-02-30T10:00'; write it like 2024-03-01T18:30"),
        ("2024-03-01T10:60,Bob,hi,", "no time I can read in '2024-03-01T10:60'; write it like 2024-03-01T18:30"),
        ("2024-03-01T24:00,Bob,hi,", "no time I can read in '2024-03-01T24:00'; write it like 2024-03-01T18:30"),
        ("1850-01-01,Bob,hi,", "no time I can read in '1850-01-01'; write it like 2024-03-01T18:30"),
        ("9999999999999999,Bob,hi,", "no time I can read in '9999999999999999'; write it like 2024-03-01T18:30"),
        (",Bob,hi,", "no time I can read"),
        ("2024-03-01, ,hi,", "nobody is named in who"),
        ("2024-03-01,Bob,hi,poem", "'poem' is not a kind I know; I know text, media, call"),
        ("2024-03-01,Bob,hi, there,", "more cells than the first line (5, not 4); put quotes round the text"),
        ("2024-03-01,Bob", "fewer cells than the first line (2, not 4); put quotes round the text"),
    ],
)
def test_a_bad_row_is_skipped_with_its_line_and_reason(row: str, reason: str) -> None:
    archive = read(f"when,who,text,kind\n2024-03-01,Alice,hello,\n{row}\n2024-03-02,Alice,hello,\n")
    (skip,) = archive.receipt.skipped
    assert skip.line == 3
    assert skip.reason.startswith(reason)
    assert archive.receipt.read == 3
    assert len(archive.chats[0].events) == 2


def test_a_quote_without_end_costs_its_row_only() -> None:
    lines = ["2024-03-01T09:00Z,Alice,hello"] * 5_000
    archive = read("\n".join(["when,who,text", '2024-03-01T09:00Z,Bob,"hi', *lines]))
    assert archive.receipt.skipped[0].reason == "a cell without end; a quote may be missing"
    assert archive.receipt.skipped[0].line == 2
    assert archive.receipt.kept > 0


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (
            b"date,author,text\n1,2,3\n",
            (
                "chat.csv has no column called when or who. I need when, who and text (kind is welcome); "
                "the columns I found are: date, author, text. Rename them in the first line."
            ),
        ),
        (b"\n\n", "chat.csv has no column called when or who or text."),
        (b"when,who,text\n", "chat.csv has the right columns but no rows. Add at least one message and try again."),
        (b"when,who,text\nx,Bob,hi\n", "I could keep no row of chat.csv (line 2: no time I can read"),
        (b"PAR1 but no more", "chat.csv is a damaged Parquet file, or one I cannot read. Write it again."),
        (parquet(date=["2024"], who=["Bob"]), "chat.csv has no column called when or text."),
        (parquet(when=pa.array([], pa.int64()), who=pa.array([], pa.string()), text=pa.array([], pa.string())),
         "chat.csv has the right columns but no rows."),
    ],
    ids=["names", "nothing", "no rows", "no good rows", "damaged", "parquet names", "parquet no rows"],
)  # fmt: skip
def test_what_is_no_table_has_its_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableArchive) as caught:
        read(raw)
    assert str(caught.value).startswith(sentence)


# --- Parquet ----------------------------------------------------------------------------------------------------------

NINE = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)
FIVE_PAST = datetime(2024, 3, 1, 9, 5, tzinfo=UTC)


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_aware_timestamps(unit: str) -> None:
    when = pa.array([NINE, FIVE_PAST], pa.timestamp(unit, tz="America/New_York"))
    archive = read(parquet(when=when, who=["Bob", "Alice"], text=["hi", "hello"]))
    assert told(archive) == BOB
    assert archive.assumed == ()


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_naive_timestamps_are_on_the_persons_clock(unit: str) -> None:
    when = pa.array([datetime(2024, 3, 1, 10, 0), datetime(2024, 3, 1, 10, 5)], pa.timestamp(unit))  # noqa: DTZ001
    archive = read(parquet(when=when, who=["Bob", "Alice"], text=["hi", "hello"]))
    assert told(archive) == BOB
    assert archive.assumed == ("tz",)


def test_a_zone_whose_name_is_no_text_is_a_zone_all_the_same() -> None:
    """Found by atheris: Arrow decodes the name only when it is asked for it."""

    class Damaged:
        @property
        def tz(self) -> str:
            return b"UT\xc1".decode()

    assert _zoned(Damaged())
    assert not _zoned(pa.timestamp("us"))


@pytest.mark.parametrize("kind", [pa.int64(), pa.float64()])
def test_epoch_columns(kind: Any) -> None:
    when = pa.array([1709283600, 1709283900], kind)
    assert told(read(parquet(when=when, who=["Bob", "Alice"], text=["hi", "hello"]))) == BOB


def test_date_columns() -> None:
    archive = read(parquet(when=[date(2024, 7, 1)], who=["Bob"], text=["hi"]))
    assert told(archive) == ["2024-07-01T10:00 Bob: hi"]
    assert archive.assumed == ("tz", "date_only")


def test_strings_categories_and_names_in_any_case() -> None:
    who = pa.array(["Bob", "Alice"]).dictionary_encode()
    archive = read(
        parquet(When=["2024-03-01T09:00Z", "2024-03-01T09:05Z"], WHO=who, Text=["hi", "hello"], extra=[1, 2])
    )
    assert told(archive) == BOB


def test_what_is_missing_in_parquet_is_skipped_or_empty() -> None:
    archive = read(
        parquet(
            when=pa.array([None, NINE, NINE, datetime(1900, 1, 1, tzinfo=UTC)], pa.timestamp("us", tz="UTC")),
            who=["Bob", None, "Alice", "Bob"],
            text=["a", "b", None, "d"],
            kind=[None, "text", "call", None],
        )
    )
    assert told(archive) == ["2024-03-01T09:00 Alice: "]
    assert [(skip.line, skip.reason) for skip in archive.receipt.skipped] == [
        (1, "no time I can read"),
        (2, "nobody is named in who"),
        (4, "no time I can read"),
    ]


@pytest.mark.parametrize("when", [[True], [b"x"], [[1]], [float("nan")], [float("inf")], [-5], [2**62]])
def test_a_when_of_another_type_is_no_time(when: list[Any]) -> None:
    with pytest.raises(UnreadableArchive, match="no time I can read"):
        read(parquet(when=when, who=["Bob"], text=["hi"]))


# --- recognising ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "head", "table"),
    [
        ("chat.txt", b"when,who,text\n", True),
        ("chat", b"PAR1\x15\x04", True),
        ("chat.CSV", b"date,author\n", True),
        ("chat.tsv", "when\twho".encode("utf-16"), True),
        ("chat.csv", b"\x00\x01\x02", False),
        ("chat.txt", b"2024-03-01, 10:00 - Bob: when, who, text\n", False),
        ("result.json", b'{"messages": [', False),
        ("empty.txt", b"", False),
    ],
)
def test_recognises_its_own(name: str, head: bytes, table: bool) -> None:
    assert Table().recognises(name, head) is table


# --- beside the obvious -----------------------------------------------------------------------------------------------

moments = st.datetimes(datetime(1985, 1, 1), datetime(2095, 1, 1))  # noqa: DTZ001  naive on purpose
cells = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=10)


@given(st.lists(st.tuples(moments, st.sampled_from(["Bob", "Alice"]), cells, st.booleans()), min_size=1, max_size=6))
def test_rows_read_as_the_obvious_lines_say(rows: list[tuple[datetime, str, str, bool]]) -> None:
    """The standard library's idea of each time, with its zone written beside it or not."""
    berlin = ZoneInfo("Europe/Berlin")
    written, expected = [], []
    for moment, who, text, zoned in rows:
        # Times that the clock shows twice have a test of their own.
        aware = moment.replace(tzinfo=UTC if zoned else berlin)
        if aware.utcoffset() != aware.replace(fold=1).utcoffset():
            continue
        written.append(
            f'{aware.isoformat() if zoned else moment.isoformat()},{who},"{text.replace(chr(34), chr(34) * 2)}"'
        )
        expected.append((round(aware.timestamp() * 1e6), who, text, len(text.split())))
    if not written:
        return
    (chat,) = read("\n".join(["when,who,text", *written])).chats
    events = chat.events
    found = [
        (int(events.at[k]), chat.people[events.who[k]], chat.text[k].as_py(), int(events.words[k]))
        for k in range(len(events))
    ]
    assert found == sorted(expected, key=lambda row: row[0])


@given(st.lists(st.text(max_size=40), max_size=8), st.sampled_from([",", ";", "\t"]))
def test_every_row_is_kept_or_skipped_whatever_it_is(lines: list[str], delimiter: str) -> None:
    good = delimiter.join(["2024-03-01", "Bob", "hi"])
    archive = read("\n".join([delimiter.join(["when", "who", "text"]), good, *lines]))
    receipt = archive.receipt
    assert receipt.read == receipt.kept + len(receipt.skipped)
    assert receipt.kept == len(archive.chats[0].events) >= 1
    assert np.isin(archive.chats[0].events.kind, Kind.TEXT).all()
