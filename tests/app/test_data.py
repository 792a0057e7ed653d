"""An export holds everything in open formats, and a store filled from it holds the same."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import numpy as np
import pyarrow as pa
import pytest
from tests.app.stories import chat
from tests.store.test_kept import handed

from walkaway.app.data import export, take_in
from walkaway.app.errors import UsageError
from walkaway.app.keep_archive import archive_of
from walkaway.app.store import DamagedStore, NewerStore, NotABackup, Store
from walkaway.core.events import Events
from walkaway.store.engine import memory
from walkaway.store.export_folder import ExportFolder
from walkaway.store.kept import Kept
from walkaway.store.migrate import bring_up


@pytest.fixture
def new() -> Iterator[Callable[[], Kept]]:
    made: list[Kept] = []

    def one() -> Kept:
        engine = memory()
        bring_up(engine)
        made.append(Kept(engine))
        return made[-1]

    yield one
    for store in made:
        store.close()


ODD = """
1 Sam: one, "two"; three
1 Sam: =SUM(A1)
2 -: something changed
3 Bob: NULL
3 Bob: true
4 Bob: \u200f\U0001f600 caf\u00e9
"""


def filled(store: Store) -> None:
    odd = chat(ODD)
    texts = odd.text.to_pylist()
    texts[0] = "a line\nand\r\nanother\r\u2028one\ttab \\ \x00"
    texts[1] = ""
    store.add("Bob", handed(replace(odd, text=pa.array(texts, pa.large_string()))))
    store.add("Bob", handed(chat("5 Bob: there"), source="telegram"))
    mail = replace(chat("5 Sam: a\n6 Bob: b"), thread=np.array([0, -1]), handles=(("Sam",), ("Bob", "bob@example.org")))
    store.add("Bob", handed(mail, source="mail"))
    store.add("Robert", handed(chat("6 Sam: b\n7 Robert: c"), source="table"))
    store.keep_document("Eve", {"name": "Eve", "kind": "friend"})
    store.keep_counts_only("Eve")
    store.add("Eve", handed(chat("8 Sam: b\n9 Eve: c"), them="Eve"))
    store.join("Robert", "Bob")
    store.same_person("Bob", "Bobby", "Bob")
    store.keep_you({"hours": 20.0})


def said(store: Store) -> list[object]:
    """Everything in a store, as something that can be compared."""
    found: list[object] = [store.you(), store.names()]
    for name in store.names():
        found += [name, store.document(name), store.keeps(name), store.parts(name), store.aliases(name)]
        found += [store.arrivals(part) for part in (name, *store.parts(name))]
        for channel in store.channels(name):
            one = store.chat(channel)
            found += [channel.handles, one.thread is None or one.thread.tolist()]
            found += [channel.source, channel.people, channel.me, channel.them, channel.tz, one.text.to_pylist()]
            found += [getattr(one.events, column).tolist() for column in Events.__dataclass_fields__]
    return found


@pytest.mark.parametrize("table", ["csv", "parquet"])
def test_everything_comes_back(new: Callable[[], Kept], tmp_path: Path, table: Literal["csv", "parquet"]) -> None:
    store, other = new(), new()
    filled(store)
    assert export(store, ExportFolder(tmp_path, table)) == 13
    receipt = take_in(other, ExportFolder(tmp_path))
    assert (receipt.kept, receipt.there) == (13, 0)
    assert said(other) == said(store)
    again = take_in(other, ExportFolder(tmp_path))
    assert (again.kept, again.there) == (0, 13)
    bob = archive_of(other, "Bob")
    assert bob is not None
    assert len(bob.chats[0].events) == 11


def test_other_programs_can_read_it(new: Callable[[], Kept], tmp_path: Path) -> None:
    store = new()
    filled(store)
    export(store, ExportFolder(tmp_path))
    document = json.loads((tmp_path / "walkaway.json").read_text(encoding="utf-8"))
    (bob,) = [one for one in document["pursuits"] if one["name"] == "Bob"]
    with (tmp_path / bob["channels"][0]["messages"]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["name"] for row in rows] == ["Sam", "Sam", "", "Bob", "Bob", "Bob"]
    assert rows[0]["utc"] == "1970-01-01 00:01:00.000000Z"
    assert (rows[0]["what"], rows[3]["text"]) == ("text", "NULL")


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(UsageError, match="holds something"):
        ExportFolder(tmp_path).begin()
    ExportFolder(tmp_path / "new").begin()


def test_what_is_no_export_is_refused(new: Callable[[], Kept], tmp_path: Path) -> None:
    store = new()
    with pytest.raises(NotABackup):
        take_in(store, ExportFolder(tmp_path))
    file = tmp_path / "walkaway.json"
    for text in ('{"format": "x"}', "[", '{"format": "walkaway.export/1"}'):
        file.write_text(text)
        with pytest.raises(NotABackup):
            take_in(store, ExportFolder(tmp_path))
    file.write_text('{"format": "walkaway.export/2"}')
    with pytest.raises(NewerStore):
        take_in(store, ExportFolder(tmp_path))
    assert store.names() == ()


def test_a_table_that_was_changed_beyond_reading_is_refused(new: Callable[[], Kept], tmp_path: Path) -> None:
    store, other = new(), new()
    store.add("Bob", handed(chat("1 Sam: a\n2 Bob: b")))
    export(store, ExportFolder(tmp_path))
    (table,) = tmp_path.glob("*.csv")
    whole = table.read_text()
    for broken in (whole.replace('"at"', '"when"'), whole.replace(",0,", ",7,"), "nothing"):
        assert broken != whole
        table.write_text(broken)
        with pytest.raises(DamagedStore):
            take_in(other, ExportFolder(tmp_path))
    table.unlink()
    with pytest.raises(DamagedStore):
        take_in(other, ExportFolder(tmp_path))
