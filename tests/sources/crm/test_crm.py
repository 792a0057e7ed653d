"""Tables of CRMs, and tables whose columns somebody has to name."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest

from walkaway import wiring
from walkaway.app.column_mapping import parse_columns
from walkaway.app.errors import OpenQuestion, UsageError
from walkaway.app.ports import Archive, ReadOptions
from walkaway.core.events import Kind
from walkaway.sources.conformance import faults
from walkaway.sources.table import Table

UTC = ReadOptions(tz="UTC")

HUBSPOT = """Activity date,Activity type,Activity assigned to,Associated contacts,Email direction,Email body
2024-03-01 10:00,Email,Jo,Ann (ann@a.example),EMAIL,Shall we talk?
2024-03-01 12:00,Email,Jo,Ann (ann@a.example),INCOMING_EMAIL,Yes please
2024-03-02 09:00,Call,Jo,Ann (ann@a.example);Bob,,
2024-03-03 09:00,Note,Jo,Bob,,remember the price
2024-03-04 09:00,Meeting,Jo,,,
soon,Email,Jo,Bob,EMAIL,hi
"""
SALESFORCE = """Date,Subject,Name,Company / Account,Assigned,Task Subtype,Status,Comments
3/14/2024,Email: price,Ann,A Ltd,Jo,Email,Completed,our price
3/2/2024,Call,Ann,A Ltd,Jo,Call,Completed,
3/20/2024,Call,Ann,A Ltd,Jo,Call,Not Started,
"""
PIPEDRIVE = """Subject,Type,Due date,Contact person,Assigned to user,Done,Note
Lunch with Ann,Lunch,2024-03-01,Ann,Jo,Done,
Call,Call,2024-03-02,Ann,Jo,To do,
"""


def read(text: str, **options: str) -> Archive:
    return Table().read("activities.csv", text.encode(), ReadOptions(tz="UTC", **options))  # type: ignore[arg-type]


def told(archive: Archive) -> dict[str | None, list[tuple[str, str, str]]]:
    return {
        chat.title: [
            (chat.people[who], Kind(kind).name, text)
            for who, kind, text in zip(chat.events.who, chat.events.kind, chat.text.to_pylist(), strict=True)
        ]
        for chat in archive.chats
    }


@pytest.mark.parametrize("contacts", ["(" * 20_000, "(a" * 10_000 + "@" * 10_000, " " * 30_000 + "Ann"])
def test_contacts_full_of_brackets_take_no_time(contacts: str) -> None:
    began = time.process_time()
    read(HUBSPOT.replace("Bob", contacts))
    assert time.process_time() - began < 1


@pytest.mark.parametrize("owner", ["J\x85o", "\x9f"])
def test_control_characters_are_no_part_of_a_name(owner: str) -> None:
    """Found by atheris."""
    assert {chat.me for chat in read(HUBSPOT.replace("Jo", owner)).chats} <= {"Jo", "me"}


def test_hubspot() -> None:
    archive = read(HUBSPOT)
    assert told(archive) == {
        "Ann": [("Jo", "TEXT", "Shall we talk?"), ("Ann", "TEXT", "Yes please"), ("Jo", "CALL", "")],
        "Bob": [("Jo", "CALL", "")],
    }
    assert {chat.me for chat in archive.chats} == {"Jo"}
    assert archive.chats[0].handles[archive.chats[0].people.index("Ann")] == ("ann@a.example",)
    assert [(skip.line, skip.reason) for skip in archive.receipt.skipped] == [
        (5, "a note or a task, and no contact"),
        (6, "no contact is named"),
        (7, "no time I can read in 'soon'"),
    ]
    assert (archive.receipt.read, archive.receipt.kept) == (6, 3)


def test_salesforce_tells_the_order_of_its_days_or_asks() -> None:
    archive = read(SALESFORCE)
    assert told(archive) == {"Ann": [("Jo", "CALL", ""), ("Jo", "TEXT", "our price")]}
    assert archive.assumed == ("tz", "date_only")
    assert [skip.reason for skip in archive.receipt.skipped] == ["not done yet"]
    open_ = SALESFORCE.replace("/14/", "/4/").replace("/20/", "/5/")
    with pytest.raises(OpenQuestion, match="is 3/4/2024 the day or the month first") as caught:
        read(open_)
    assert caught.value.option == "--order"
    assert read(open_, order="dmy").receipt.kept == 2


def test_pipedrive() -> None:
    assert told(read(PIPEDRIVE)) == {"Ann": [("Jo", "MEETING", "")]}


def test_any_table_is_asked_about_once_and_remembered(tmp_path: Path) -> None:
    table = "Stamp;Sender;Body\n2024-03-01T09:00Z;Bob;hi\n2024-03-01T09:05Z;Jo;hello?\n"
    with pytest.raises(OpenQuestion, match="the columns I found are: stamp, sender, body") as caught:
        read(table)
    assert (caught.value.option, caught.value.exit_code) == ("--columns", 4)
    said = "when=Stamp, who=Sender, text=Body"
    assert read(table, columns=said).chats[0].text.to_pylist() == ["hi", "hello?"]
    (tmp_path / "a.csv").write_text(table)
    later = ReadOptions(tz="UTC", remembered=("when=other, who=x, text=y", said))
    assert wiring.read_files([tmp_path / "a.csv"], later).receipt.kept == 2


def test_a_mapping_names_the_other_too() -> None:
    table = "t,contact of mine,way,words\n2024-03-01,Ann,inbound,hi\n2024-03-02,Ann,out,yes\n"
    archive = read(table, columns="when=t, with=contact of mine, direction=way, text=words")
    assert told(archive) == {"Ann": [("Ann", "TEXT", "hi"), ("me", "TEXT", "yes")]}


def test_parquet_of_a_crm() -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    names = HUBSPOT.split("\n", 1)[0].split(",")
    rows = [line.split(",") for line in HUBSPOT.splitlines()[1:3]]
    pq.write_table(pa.table({name: [row[k] for row in rows] for k, name in enumerate(names)}), out)
    assert Table().read("a.parquet", out.getvalue(), UTC).receipt.kept == 2


@pytest.mark.parametrize("said", ["when", "when=", "date=Date", "=x"])
def test_a_mapping_that_is_none_is_told(said: str) -> None:
    with pytest.raises(UsageError, match="Write it like when=Date"):
        parse_columns(said)


def test_they_conform() -> None:
    examples = {"hubspot.csv": HUBSPOT.encode(), "salesforce.csv": SALESFORCE.encode()}
    assert faults(Table(), examples, damaged=80) == []
