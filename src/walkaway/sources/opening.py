"""A path in, the named contents of its chat texts out; or one sentence that says why not and what to do next.

Zips are read in memory and nothing is ever written to disk, so a member's name can harm nobody here. A zip with a name
that would climb out of its folder is refused all the same: no messenger makes one (OWASP ASVS 5.0: 5.2.3, 5.3.3).
"""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Part, Streaming
from walkaway.app.read_archive import HEAD, Content, Recognises
from walkaway.sources.write_ahead import with_log

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

LARGEST = 4 * 2**30
LARGEST_IN_WORDS = "4 GB"
MOST_MEMBERS = 100_000
_LONGEST_MEMBER_LIST = 32 * 2**20
# Deflate cannot beat 1,032 to 1. Chats come down to a fifth, wordy JSON to a thirtieth. Below 64 MB nothing can hurt.
RATIO = 100
_RATIO_COUNTS_FROM = 64 * 2**20
_STEP = 2**20
_SAME_EVERYWHERE = re.compile(r"(?:chat|data|index|message_\d+)\.(?:md|json|txt|html?)", re.IGNORECASE)

# LZMA and bzip2 may ask for a gigabyte before the first byte comes out; no messenger uses them.
_UNPACKS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
MEDIA = frozenset(
    f".{kind}"
    for kinds in (
        "bmp gif heic jpeg jpg png svg tgs thumb tif tiff webp",
        "3gp avi mkv mov mp4 ogv webm",
        "aac amr flac m4a mp3 oga ogg opus wav",
        "apk doc docx pdf ppt pptx vcf xls xlsx",
    )
    for kind in kinds.split()
)
_DATABASE = b"SQLite format 3"
_KNOWN_BINARIES = (
    (_DATABASE, "a database"),
    (b"%PDF", "a PDF"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"7z\xbc\xaf", "a 7z file"),
    (b"Rar!", "a rar file"),
    (b"{\\rtf", "a rich text document"),
)
_DAMAGES = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OSError, OverflowError, RuntimeError, KeyError,
    IndexError, MemoryError,
)  # fmt: skip
"""All that zipfile lets through when the bytes are wrong; its reader trusts most of what a header says."""


def open_archive(path: Path, recognises: Recognises) -> list[Content | Part]:
    """The chat texts at this path: the file itself, or of a zip every member that a source recognises.

    A member is named "its zip.zip/_chat.txt", for with some messengers the zip bears the name of the chat.
    What a streaming source recognises is not read yet: it comes as a Part, of any size.
    """
    size = _size(path)
    with _told(path), path.open("rb") as file:
        head = file.read(HEAD)
    if head.startswith(_ZIP):
        with _told(path):
            return _members(path, lambda: io.FileIO(path), recognises)
    if path.suffix.lower() == ".zip":
        raise _no_zip(path)
    source = recognises(path.name, head)
    if isinstance(source, Streaming) and not head.isspace():
        return [Part(_telling_name(path), size, head, _opened(path))]
    if size > LARGEST:
        raise UnreadableArchive(
            f"{path.name} is larger than {LARGEST_IN_WORDS}, more than I read at once. "
            "Export a shorter time, or without media."
        )
    if not source:
        _refuse_binary(path, head)
    with _told(path), path.open("rb") as file:
        raw = file.read(size)  # a larger number would be set aside in memory at once
    if source and raw.startswith(_DATABASE):
        raw = _with_what_is_beside(path, raw)
    if raw.isspace():
        raise UnreadableArchive(f"{path.name} holds nothing but empty lines. Export the chat again.")
    return [Content(path.name, raw)]


def _telling_name(path: Path) -> str:
    """With its folder, where exporters call the file the same in every chat's folder."""
    return f"{path.parent.name}/{path.name}" if _SAME_EVERYWHERE.fullmatch(path.name) else path.name


def _opened(path: Path) -> Callable[[], AbstractContextManager[BinaryIO]]:
    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        with _told(path), path.open("rb") as file:
            yield file

    return opened


def _with_what_is_beside(path: Path, raw: bytes) -> bytes:
    """A database together with what its program had not yet moved into it: the newest messages lie in the -wal file."""
    log = path.with_name(f"{path.name}-wal")
    with _told(path):
        if not log.is_file() or log.stat().st_size > LARGEST:
            return raw
        return with_log(raw, log.read_bytes())


# --- the path ---------------------------------------------------------------------------------------------------------


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system refuses, said to a person."""
    try:
        yield
    except FileNotFoundError:
        raise UnreadableArchive(_missing(path)) from None
    except PermissionError:
        raise UnreadableArchive(
            f"I may not read {path.name}. Change its permissions, or copy it to your own folder."
        ) from None
    except MemoryError:
        raise UnreadableArchive(
            f"{path.name} needs more memory than is free here. Export a shorter time, or without media."
        ) from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "its name is not a path"
        raise UnreadableArchive(
            f"I cannot open {path.name!r}: {why}. Check the path, or copy the file somewhere else."
        ) from None


def _size(path: Path) -> int:
    with _told(path):
        status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        with _told(path):
            inside = sorted(
                p.name for p in path.iterdir() if p.suffix.lower() in (".txt", ".zip", ".json", ".csv", ".parquet")
            )
        example = f", for example {path / inside[0]}" if inside else ""
        raise UnreadableArchive(f"{path.name or path} is a folder. Give me the file inside it{example}.")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableArchive(f"{path.name} is not a plain file. Save the chat to a file first and give me that.")
    if not status.st_size:
        raise UnreadableArchive(f"{path.name} is empty. Export the chat again, and wait until the export has finished.")
    return status.st_size


def _no_zip(path: Path) -> UnreadableArchive:
    return UnreadableArchive(
        f"{path.name} is called .zip but is none. Copy it from your phone again, or give me the .txt."
    )


def _missing(path: Path) -> str:
    try:
        near = get_close_matches(path.name, [p.name for p in path.parent.iterdir()], n=1)
    except (OSError, ValueError):
        near = []
    if path.is_symlink():
        return f"{path} points to a file that is not there. Check where the link leads, or give the file itself."
    ask = f"Did you mean {near[0]}?" if near else "Check the name and the folder."
    return f"There is no file {path}. {ask}"


def _refuse_binary(path: Path, head: bytes) -> None:
    """Text goes on to the sources, who say what they read; of anything else we say what it looks like."""
    looks = next((what for magic, what in _KNOWN_BINARIES if head.startswith(magic)), None)
    if looks is None and (b"\x00" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff"))):
        return
    raise UnreadableArchive(
        f"{path.name} is {looks or 'not text'}, and no chat export I can read. "
        "Export the chat as text (WhatsApp: Export chat > Without media) and give me the .txt or .zip."
    )


def heads(path: Path) -> Iterator[tuple[str, bytes]]:
    """How the file begins, by its name; of a zip, how each member begins that may be a chat, without a name."""
    with _told(path), path.open("rb") as file:
        head = file.read(HEAD)
    if not head.startswith(_ZIP):
        yield path.name, head
        return
    with _told(path), _Careful(io.FileIO(path)) as file:
        archive, members = _listing(path, file)
        for member in members:
            if _may_be_chat(member) and not member.flag_bits & 0x1 and member.compress_type in _UNPACKS:
                yield "", _inflate(path, archive, member, HEAD)


# --- the zip ----------------------------------------------------------------------------------------------------------


class _Careful(io.BufferedReader):
    """A file that hands out no more in one piece than a sane list of members: zipfile reads that list whole."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _LONGEST_MEMBER_LIST:
            raise _TooManyError
        return super().read(size)


class _TooManyError(Exception):
    """The list of members alone is longer than we read."""


def _listing(path: Path, file: BinaryIO) -> tuple[zipfile.ZipFile, list[zipfile.ZipInfo]]:
    """The zip and its members, none of which has a strange name."""
    try:
        archive = zipfile.ZipFile(file)
        members = [m for m in archive.infolist() if not m.is_dir()]
    except _TooManyError:
        raise _bomb(path, f"it lists more than {MOST_MEMBERS:,} files") from None
    except _DAMAGES:
        raise _damaged(path) from None
    if len(members) > MOST_MEMBERS:
        raise _bomb(path, f"it lists more than {MOST_MEMBERS:,} files")
    for member in members:
        _refuse_strange_name(path, member)
    return archive, members


def _members(path: Path, bytes_of: Callable[[], io.RawIOBase], recognises: Recognises) -> list[Content | Part]:
    """The members of the zip whose bytes come anew with each call of `bytes_of`."""
    with _Careful(bytes_of()) as file:
        return _chosen(path, file, bytes_of, recognises)


def _chosen(
    path: Path, file: BinaryIO, bytes_of: Callable[[], io.RawIOBase], recognises: Recognises
) -> list[Content | Part]:
    archive, members = _listing(path, file)
    readable = [m for m in members if _may_be_chat(m)]
    closed = [m for m in readable if m.flag_bits & 0x1 or m.compress_type not in _UNPACKS]
    room = LARGEST
    contents: list[Content | Part] = []
    for member in readable:
        if member in closed:
            continue
        name = f"{path.name}/{member.filename}"
        # Without a name: people attach files to chats, so that only what is in one tells.
        head = _inflate(path, archive, member, HEAD)
        source = recognises("", head)
        if isinstance(source, Streaming) and not head.isspace():
            contents.append(Part(name, member.file_size, head, _member_opened(path, bytes_of, member)))
        elif source:
            raw = _inflate(path, archive, member, room, whole=True)
            room -= len(raw)
            if not raw.isspace():
                contents.append(Content(name, raw))
    if contents:
        return contents
    if closed:
        how = "locked with a password" if closed[0].flag_bits & 0x1 else "packed in a way I do not know"
        raise UnreadableArchive(f"{path.name} is {how}. Unpack it yourself and give me the file inside.")
    raise UnreadableArchive(_nothing_inside(path, members))


def _refuse_strange_name(path: Path, member: zipfile.ZipInfo) -> None:
    # `filename` has been tidied (cut at a NUL); `orig_filename` is what other programs would act on.
    for name in (member.filename, member.orig_filename):
        parts = name.replace("\\", "/").split("/")
        if ".." in parts or parts[0] == "" or parts[0].endswith(":") or "\x00" in name:
            raise UnreadableArchive(
                f"{path.name} holds a file whose name points outside of it ({name[:60]!r}). "
                "No messenger makes such a zip; I leave it closed. Export the chat again yourself."
            )
    if stat.S_ISLNK(member.external_attr >> 16):
        raise UnreadableArchive(
            f"{path.name} holds a link ({member.filename[:60]!r}) in place of a file. No messenger makes such a zip; "
            "I leave it closed. Export the chat again yourself."
        )


def _may_be_chat(member: zipfile.ZipInfo) -> bool:
    name = PurePosixPath(member.filename)
    # "._chat.txt" and "__MACOSX/" are what a Mac adds: notes about files, not files.
    of_a_mac = name.name.startswith("._") or name.parts[:1] == ("__MACOSX",)
    return member.file_size > 0 and name.suffix.lower() not in MEDIA | {".zip"} and not of_a_mac


def _inflate(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: int, *, whole: bool = False) -> bytes:
    """The first `room` bytes of a member; with `whole`, all of it, or the refusal of a bomb.

    The sizes a zip states are only claims, so what counts is what comes out.
    """
    if whole and member.file_size > room:
        raise _bomb(path, f"{member.filename[:60]} would be larger than {LARGEST_IN_WORDS}")
    out = io.BytesIO()
    most = max(_RATIO_COUNTS_FROM, RATIO * member.compress_size)
    try:
        with archive.open(member) as stream:
            while piece := stream.read(min(_STEP, room + 1 - out.tell()) if whole else room - out.tell()):
                out.write(piece)
                if whole and out.tell() > min(room, most):
                    raise _bomb(path, f"{member.filename[:60]} grows more than a chat can")
    except (*_DAMAGES, _TooManyError):
        raise _damaged(path) from None
    return out.getvalue()


class _Guarded(io.RawIOBase):
    """A member as it is inflated: damage and bombs are told in a sentence while it is read on."""

    def __init__(self, path: Path, member: zipfile.ZipInfo, stream: BinaryIO) -> None:
        self._path, self._member, self._stream = path, member, stream
        self._most = max(_RATIO_COUNTS_FROM, RATIO * member.compress_size)
        self._seen = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        room = memoryview(buffer).cast("B")
        try:
            piece = self._stream.read(min(_STEP, len(room)))
        except (*_DAMAGES, _TooManyError):
            raise _damaged(self._path) from None
        self._seen += len(piece)
        if self._seen > self._most:
            raise _bomb(self._path, f"{self._member.filename[:60]} grows more than a chat can")
        room[: len(piece)] = piece
        return len(piece)


def _member_opened(
    path: Path, bytes_of: Callable[[], io.RawIOBase], member: zipfile.ZipInfo
) -> Callable[[], AbstractContextManager[BinaryIO]]:
    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        with _told(path), _Careful(bytes_of()) as file:
            try:
                archive = zipfile.ZipFile(file)
                stream = archive.open(member)
            except (*_DAMAGES, _TooManyError):
                raise _damaged(path) from None
            with stream:
                yield io.BufferedReader(_Guarded(path, member, cast("BinaryIO", stream)), _STEP)

    return opened


def _damaged(path: Path) -> UnreadableArchive:
    return UnreadableArchive(
        f"{path.name} is damaged or was cut off on the way. Copy it again, or export the chat again."
    )


def _bomb(path: Path, why: str) -> UnreadableArchive:
    return UnreadableArchive(f"I leave {path.name} closed: {why}. Unpack it yourself and give me the chat's text file.")


def _nothing_inside(path: Path, members: list[zipfile.ZipInfo]) -> str:
    names = [m.filename for m in members]
    if "xl/workbook.xml" in names:
        return (
            f"{path.name} is an Excel workbook. Save it as CSV with the columns when, who and text, and give me that."
        )
    if "word/document.xml" in names:
        return f"{path.name} is a Word document. Export the chat again as text and give me the .txt or .zip."
    inner = next((name for name in names if name.lower().endswith(".zip")), None)
    if inner is not None:
        return f"{path.name} holds another zip ({inner[:60]}). Unpack it and give me the inner one."
    if not names:
        return f"{path.name} is a zip with nothing in it. Export the chat again."
    listed = ", ".join(name[:60] for name in names[:5]) + (f" and {len(names) - 5:,} more" if len(names) > 5 else "")
    return (
        f"{path.name} holds no chat I can read. In it: {listed}. "
        "In WhatsApp, use Export chat > Without media and give me that .zip; "
        "from Telegram Desktop, give me result.json."
    )


# --- handed over in memory --------------------------------------------------------------------------------------------


def open_handed(name: str, raw: bytes, recognises: Recognises) -> list[Content | Part]:
    """The chat texts in these bytes: what `open_archive` gives for a file, with nothing read from or put on a disk."""
    path = Path(PurePosixPath(name.replace("\\", "/")).name or "file")
    if raw.startswith(_ZIP):
        return _members(path, lambda: cast("io.RawIOBase", io.BytesIO(raw)), recognises)
    if path.suffix.lower() == ".zip":
        raise _no_zip(path)
    if not raw or raw.isspace():
        raise UnreadableArchive(f"{path.name} is empty. Export the chat again, and wait until the export has finished.")
    head = raw[:HEAD]
    source = recognises(path.name, head)
    if isinstance(source, Streaming):
        return [Part(path.name, len(raw), head, lambda: io.BytesIO(raw))]
    if not source:
        _refuse_binary(path, head)
    return [Content(path.name, raw)]
