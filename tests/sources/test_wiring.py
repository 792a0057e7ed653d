"""The wiring: quick to import, and every source in its place."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.sources.mutated import FORMATS

from walkaway import wiring
from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import ReadOptions

UTC = ReadOptions(tz="UTC")


def test_importing_it_loads_nothing_heavy() -> None:
    code = (
        "import sys, walkaway.wiring; print([m for m in ('numpy', 'pyarrow', 'walkaway.sources') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": "src"}
    )
    assert done.stdout.strip() == "[]"


def test_each_kind_of_file_finds_its_source(tmp_path: Path) -> None:
    at = {"type": "message", "date_unixtime": "1709283600"}
    messages = [{**at, "from": "Bob", "text": "hi"}, {**at, "from": "Alice", "text": "hello"}]
    files = {
        "telegram": ("result.json", json.dumps({"name": "Bob", "messages": messages})),
        "table": ("chat.csv", "when,who,text\n2024-03-01T09:00Z,Bob,hi\n2024-03-01T09:00Z,Alice,hello\n"),
        "whatsapp": ("chat.txt", "2024-03-21, 09:00 - Bob: hi\n2024-03-21, 09:00 - Alice: hello\n"),
    }
    for source, (name, text) in files.items():
        path = tmp_path / name
        path.write_text(text)
        archive = wiring.read_files([path], UTC)
        assert archive.source == source
        assert archive.chats[0].text.to_pylist() == ["hi", "hello"]


READS = {
    **dict.fromkeys(("old_page", "page", "sealed"), "messenger"),
    **dict.fromkeys(("sigtop", "signal_lines"), "signal"),
    **dict.fromkeys(("csv", "parquet", "crm"), "table"),
    "mbox": "mail",
}


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "zip"])
def test_no_source_takes_what_is_anothers(tmp_path: Path, kind: str) -> None:
    """Several formats have a list called "messages": which source is asked first decides."""
    name, made = FORMATS[kind]
    (tmp_path / name).write_bytes(made())
    assert wiring.read_files([tmp_path / name], UTC).source == READS.get(kind, kind)


def test_one_conversation_over_two_messengers_is_one_chat(tmp_path: Path) -> None:
    at = {"type": "message", "date_unixtime": "1709283600"}
    messages = [{**at, "from": "Bob", "text": "hi"}, {**at, "from": "Alice", "text": "hello"}]
    (tmp_path / "result.json").write_text(json.dumps({"name": "Bob", "messages": messages}))
    (tmp_path / "more.csv").write_text("when,who,text\n2024-03-01T10:00Z,Alice,still on?\n2024-03-01T11:00Z,Bob,yes\n")
    archive = wiring.read_files([tmp_path / "result.json", tmp_path / "more.csv"], UTC)
    (chat,) = archive.chats
    assert chat.text.to_pylist() == ["hi", "hello", "still on?", "yes"]
    assert chat.people == ("Bob", "Alice")


def test_what_nobody_reads_is_told_what_we_read(tmp_path: Path) -> None:
    path = tmp_path / "diary.txt"
    path.write_text("Dear diary,\ntoday was long.\n")
    with pytest.raises(UnreadableArchive, match=r"diary.txt .*(WhatsApp|Export chat)"):
        wiring.read_files([path], UTC)
