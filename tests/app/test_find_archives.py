"""Whole folders: what is in them, and all of it read as one."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from walkaway import wiring
from walkaway.app.errors import UnreadableArchive, UsageError
from walkaway.app.find_archives import Listed, find_archives
from walkaway.app.ports import ReadOptions

UTC = ReadOptions(tz="UTC")
AT = 1_709_283_600
MAIL = "From: {}\nTo: {}\nDate: Fri, 1 Mar 2024 {}:00:00 +0000\nSubject: x\n\nhi\n"


def telegram(*texts: str) -> str:
    messages = [
        {"date_unixtime": str(AT + k), "from": "Bob" if k % 2 else "Jo", "text": t} for k, t in enumerate(texts)
    ]
    return json.dumps({"name": "Bob", "messages": messages})


def thread(other: str) -> str:
    message: dict[str, Any] = {"sender_name": other, "timestamp_ms": AT * 1000, "content": f"I am {other}"}
    return json.dumps({"participants": [{"name": other}, {"name": "Jo"}], "messages": [message], "thread_path": other})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "my data"
    for name, text in {
        "telegram/result.json": telegram("hi", "hello"),
        "inbox/ann_1/message_1.json": thread("Ann"),
        "inbox/eve_2/message_1.json": thread("Eve"),
        "inbox/bad_3/message_1.json": thread("Bad")[:-30],
        "mail/1.eml": MAIL.format("ann@a.example", "jo@x.example", 10),
        "mail/2.eml": MAIL.format("jo@x.example", "ann@a.example", 11),
        "mail/3.eml": MAIL.format("jo@x.example", "ann@a.example", 12),
        "prices.csv": "item,price\nx,1\n",
        "diary.txt": "Dear diary\n",
        ".hidden.json": telegram("secret"),
        "telegram/photo.jpg": "x",
    }.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    with zipfile.ZipFile(home / "chat.zip", "w") as archive:
        archive.writestr("_chat.txt", "[21.03.24, 09:00:00] Bob: hi\n[21.03.24, 09:00:05] Jo: hello\n")
    (home / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    return home


def test_what_is_in_a_folder(folder: Path) -> None:
    findings = wiring.find(folder)
    assert {(str(one.path.relative_to(folder)), one.kinds) for one in findings.found} == {
        ("telegram/result.json", ("telegram",)),
        ("inbox/ann_1/message_1.json", ("messenger",)),
        ("inbox/eve_2/message_1.json", ("messenger",)),
        ("inbox/bad_3/message_1.json", ("messenger",)),
        ("mail/1.eml", ("mail",)),
        ("mail/2.eml", ("mail",)),
        ("mail/3.eml", ("mail",)),
        ("chat.zip", ("whatsapp",)),
    }
    assert findings.other == 2
    assert [path.name for path, _ in findings.troubles] == ["broken.zip"]
    assert {kind: count for kind, (count, _) in findings.kinds().items()} == {
        "telegram": 1,
        "messenger": 3,
        "mail": 3,
        "whatsapp": 1,
    }
    assert findings.size == sum(one.path.stat().st_size for one in findings.found)


def test_all_of_it_is_read_with_one_receipt_and_a_bad_file_is_one_skip(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    archive = wiring.read_files([folder], UTC, lambda done, total: told.append((done, total)))
    assert {chat.title for chat in archive.chats} >= {"Bob", "ann@a.example"}
    receipt = archive.receipt
    assert (receipt.read, receipt.kept) == (10, 9)
    assert "bad_3/message_1.json is sound up to line 1" in receipt.skipped[0].reason
    assert len({total for _, total in told}) == 1
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_folder_without_archives_says_what_we_read(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("Dear diary")
    with pytest.raises(UnreadableArchive, match=r"holds no archive I can read, in 1 files. I read: .*Telegram"):
        wiring.read_files([tmp_path], UTC)


def test_a_file_handed_over_by_itself_is_still_refused(folder: Path) -> None:
    with pytest.raises(UnreadableArchive, match="is sound up to"):
        wiring.read_files([folder / "inbox/bad_3/message_1.json"], UTC)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "result.json").write_text(telegram("hi"))
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.json").symlink_to(tmp_path / "result.json")
    (inside / "round").symlink_to(tmp_path)
    assert wiring.find(inside).found == ()


def test_nothing_listed_is_nothing_found() -> None:
    assert find_archives([], wiring.sources()).found == ()
    assert find_archives([Listed(Path("x"), 1, (("x", b"Dear diary"),))], wiring.sources()).other == 1


PLUG_IN = """
class Diary:
    name = "diary"
    reads = "diaries (write one)"
    def recognises(self, name, head):
        return head.startswith(b"Dear diary")
    def read(self, name, raw, options, progress=None):
        raise NotImplementedError
"""


@pytest.fixture
def plugged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package beside ours that offers a source."""
    (tmp_path / "diary_source.py").write_text(PLUG_IN)
    info = tmp_path / "diary_source-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: diary-source\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[walkaway.sources]\ndiary = diary_source:Diary\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(wiring, "sources", wiring.sources.__wrapped__)
    monkeypatch.delitem(sys.modules, "diary_source", raising=False)
    return info


@pytest.mark.usefixtures("plugged")
def test_a_source_of_another_package_comes_before_the_generous_ones() -> None:
    names = [source.name for source in wiring.sources()]
    assert names.index("telegram") < names.index("diary") < names.index("table")


def test_a_source_that_cannot_be_loaded_is_named(plugged: Path) -> None:
    (plugged / "entry_points.txt").write_text("[walkaway.sources]\ndiary = nowhere:Diary\n")
    with pytest.raises(UsageError, match=r"The source 'diary' cannot be loaded .*Update the package"):
        wiring.sources()
