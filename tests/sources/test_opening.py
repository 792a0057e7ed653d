"""Opening what people hand over: every way in which a file can be no chat has its sentence."""

from __future__ import annotations

import io
import os
import random
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from walkaway.app.errors import UnreadableArchive
from walkaway.sources import opening
from walkaway.sources.opening import open_archive

CHAT = b"chat: hello\n" * 20


def recognises(name: str, head: bytes) -> bool:
    del name
    return head.startswith(b"chat")


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("chat.txt")
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def locked() -> bytes:
    """A zip whose member says that it is encrypted."""
    raw = bytearray(zipped(("chat.txt", CHAT)))
    raw[6] |= 1
    raw[raw.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def bomb(megabytes: int) -> bytes:
    return zipped(("chat.txt", b"chat" + bytes(megabytes * 2**20)))


def lying_bomb() -> bytes:
    """A bomb whose headers claim one kilobyte."""
    raw = bytearray(bomb(96))
    raw[22:26] = struct.pack("<I", 1024)
    central = raw.rindex(b"PK\x01\x02")
    raw[central + 24 : central + 28] = struct.pack("<I", 1024)
    return bytes(raw)


def truncated() -> bytes:
    return zipped(("chat.txt", os.urandom(5000)))[:-100]


def corrupt() -> bytes:
    raw = bytearray(zipped(("chat.txt", CHAT * 50)))
    raw[60] ^= 0xFF
    return bytes(raw)


BAD = [
    ("empty.txt", b"", "empty.txt is empty. Export the chat again"),
    ("blank.txt", b" \n\n ", "blank.txt holds nothing but empty lines. Export the chat again"),
    ("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(50), "photo.jpg is a picture, and no chat export I can read. Export"),
    ("msgstore.db", b"SQLite format 3\x00" + bytes(50), "msgstore.db is a database, and no chat export"),
    ("chat.pdf", b"%PDF-1.7", "chat.pdf is a PDF, and no chat export"),
    ("noise.bin", b"abc\x00\x01\x02", "noise.bin is not text, and no chat export"),
    ("fake.zip", b"hello", "fake.zip is called .zip but is none. Copy it from your phone again"),
    ("cut.zip", truncated(), "cut.zip is damaged or was cut off on the way. Copy it again"),
    ("rotten.zip", corrupt(), "rotten.zip is damaged or was cut off on the way. Copy it again"),
    ("locked.zip", locked(), "locked.zip is locked with a password. Unpack it yourself"),
    (
        "odd.zip",
        zipped(("chat.txt", CHAT), method=zipfile.ZIP_LZMA),
        "odd.zip is packed in a way I do not know. Unpack",
    ),
    ("bomb.zip", bomb(96), "I leave bomb.zip closed: chat.txt grows more than a chat can. Unpack it yourself"),
    ("lying.zip", lying_bomb(), "lying.zip is damaged or was cut off on the way"),
    (
        "slip.zip",
        zipped(("chat.txt", CHAT), ("../../.bashrc", b"x")),
        r"whose name points outside of it \('../../.bashrc",
    ),
    ("root.zip", zipped(("/etc/passwd", CHAT)), "whose name points outside of it"),
    ("drive.zip", zipped((r"C:\chat.txt", CHAT)), "whose name points outside of it"),
    ("back.zip", zipped((r"..\chat.txt", CHAT)), "whose name points outside of it"),
    ("link.zip", zipped((link(), b"/etc/passwd")), r"holds a link \('chat.txt'\) in place of a file"),
    (
        "nest.zip",
        zipped(("in.zip", zipped(("chat.txt", CHAT)))),
        r"holds another zip \(in.zip\). Unpack it and give me",
    ),
    ("none.zip", zipped(), "none.zip is a zip with nothing in it. Export the chat again"),
    (
        "media.zip",
        zipped(("a.jpg", b"x"), ("b.txt", b"diary")),
        r"media.zip holds no chat I can read. In it: a.jpg, b.txt. In WhatsApp, use Export chat",
    ),
    (
        "many.zip",
        zipped(*((f"{k}.jpg", b"x") for k in range(9))),
        r"In it: 0.jpg, 1.jpg, 2.jpg, 3.jpg, 4.jpg and 4 more\.",
    ),
    ("sheet.xlsx", zipped(("xl/workbook.xml", b"<x/>")), "sheet.xlsx is an Excel workbook. Save it as CSV"),
    ("text.docx", zipped(("word/document.xml", b"<x/>")), "text.docx is a Word document. Export the chat again"),
]


@pytest.mark.parametrize(("name", "raw", "sentence"), BAD, ids=[name for name, _, _ in BAD])
def test_each_bad_file_has_its_sentence(tmp_path: Path, name: str, raw: bytes, sentence: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(UnreadableArchive, match=sentence) as caught:
        open_archive(path, recognises)
    assert caught.value.exit_code == 3
    assert "\n" not in str(caught.value)


def test_a_missing_file_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_bytes(CHAT)
    with pytest.raises(UnreadableArchive, match=r"There is no file .*chat.tx. Did you mean chat.txt"):
        open_archive(tmp_path / "chat.tx", recognises)
    with pytest.raises(UnreadableArchive, match="Check the name and the folder"):
        open_archive(tmp_path / "nowhere" / "else.json", recognises)


def test_a_folder_names_a_file_in_it(tmp_path: Path) -> None:
    with pytest.raises(UnreadableArchive, match=r"is a folder. Give me the file inside it\."):
        open_archive(tmp_path, recognises)
    (tmp_path / "result.json").write_bytes(CHAT)
    with pytest.raises(UnreadableArchive, match=r"Give me the file inside it, for example .*result.json"):
        open_archive(tmp_path, recognises)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A superuser may read anything, so the refusal is played."""
    path = tmp_path / "chat.txt"
    path.write_bytes(CHAT)

    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableArchive, match=r"I may not read chat.txt. Change its permissions"):
        open_archive(path, recognises)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(UnreadableArchive, match=r"pipe is not a plain file\. Save the chat to a file first"):
        open_archive(path, recognises)


@pytest.mark.parametrize("name", ["a\x00b", "x" * 5000])
def test_what_is_no_path(name: str) -> None:
    with pytest.raises(UnreadableArchive, match="Check the path"):
        open_archive(Path(name), recognises)


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(opening.LARGEST + 1)  # a hole: it takes no room
    with pytest.raises(UnreadableArchive, match=r"large.txt is larger than 4 GB"):
        open_archive(path, recognises)


def test_a_list_of_members_too_long_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "crowd.zip"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(2**30 + 4)
        file.seek(0, io.SEEK_END)
        file.write(struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65535, 65535, 2**30, 4, 0))
    with pytest.raises(UnreadableArchive, match="it lists more than 100,000 files"):
        open_archive(path, recognises)


def test_too_many_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_MEMBERS", 3)
    path = tmp_path / "crowd.zip"
    path.write_bytes(zipped(*((f"{k}.jpg", b"x") for k in range(4))))
    with pytest.raises(UnreadableArchive, match="it lists more than 3 files"):
        open_archive(path, recognises)


def test_all_members_together_have_one_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGEST", 3 * len(CHAT) - 1)
    path = tmp_path / "three.zip"
    path.write_bytes(zipped(*((f"{k}.txt", CHAT) for k in range(3)), method=zipfile.ZIP_STORED))
    with pytest.raises(UnreadableArchive, match=r"2.txt would be larger"):
        open_archive(path, recognises)


# --- what opens -------------------------------------------------------------------------------------------------------


def test_a_plain_file_comes_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_bytes(CHAT)
    assert open_archive(path, recognises) == [("chat.txt", CHAT)]


def test_text_that_nobody_knows_goes_on_to_the_sources_who_say_what_they_read(tmp_path: Path) -> None:
    path = tmp_path / "diary.txt"
    path.write_bytes(b"Dear diary")
    assert open_archive(path, recognises) == [("diary.txt", b"Dear diary")]


def test_of_a_zip_every_chat_and_no_media(tmp_path: Path) -> None:
    path = tmp_path / "WhatsApp Chat - Bob.zip"
    path.write_bytes(
        zipped(
            ("photo.jpg", b"chat, but a picture"),
            ("_chat.txt", CHAT),
            ("notes.txt", b"diary"),
            ("__MACOSX/._chat.txt", b"chat of a Mac"),
            ("._more.txt", b"chat of a Mac"),
            ("deep/more.txt", CHAT),
            ("folder/", b""),
        )
    )
    assert open_archive(path, recognises) == [
        ("WhatsApp Chat - Bob.zip/_chat.txt", CHAT),
        ("WhatsApp Chat - Bob.zip/deep/more.txt", CHAT),
    ]


def test_in_a_zip_a_name_proves_nothing(tmp_path: Path) -> None:
    """Somebody sent a table along; by its name alone it would be taken for the chat."""
    path = tmp_path / "chat.zip"
    path.write_bytes(zipped(("chat.txt", CHAT), ("prices.csv", b"item,price\n")))

    def by_name_too(name: str, head: bytes) -> bool:
        return name.endswith(".csv") or recognises(name, head)

    assert open_archive(path, by_name_too) == [("chat.zip/chat.txt", CHAT)]


def test_a_zip_without_its_ending_in_the_name(tmp_path: Path) -> None:
    path = tmp_path / "export"
    path.write_bytes(zipped(("chat.txt", CHAT)))
    assert open_archive(path, recognises) == [("export/chat.txt", CHAT)]


def test_a_wordy_chat_is_no_bomb(tmp_path: Path) -> None:
    """Eighty megabytes that shrink to a thirtieth, as wordy JSON does, still open."""
    dice = random.Random(7)
    words = '{"type": "message", "from": "Alice", "from_id": "user1", "text_entities": [], "text": "%08x"}\n'
    block = "".join(words % dice.getrandbits(32) for _ in range(20_000)).encode()
    raw = b"chat" + block * 42
    path = tmp_path / "chat.zip"
    path.write_bytes(zipped(("chat.txt", raw)))
    assert len(raw) / path.stat().st_size > 8
    assert open_archive(path, recognises) == [("chat.zip/chat.txt", raw)]


def test_nothing_is_written_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "chat.zip"
    path.write_bytes(zipped(("deep/chat.txt", CHAT)))
    monkeypatch.chdir(tmp_path)
    open_archive(path, recognises)
    assert [p.name for p in tmp_path.rglob("*")] == ["chat.zip"]
