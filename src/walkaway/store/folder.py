"""A folder of folders in, pursuits out: each holds a `pursuit.toml` and its archives, in plain files one can edit.

Nothing here is encrypted. Comments and order in a file are left as they are; only what changed is written.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import tomllib
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from walkaway.app.errors import UnknownPursuit, UnreadableArchive, UsageError
from walkaway.app.ports import Archive, Progress, ReadOptions
from walkaway.app.pursuit import Pursuit, You
from walkaway.app.pursuit_document import Document, as_document, from_document, you_as_document, you_from_document

PURSUIT, YOU = "pursuit.toml", "you.toml"
MARK = "taken-over"
"""An empty file as old as the newest thing that an encrypted store beside the folders took over."""
Read = Callable[[Sequence[Path], ReadOptions, Progress | None], Archive]
_UNSAFE = re.compile(r'[\x00-\x1f/\\:*?"<>|]+')
"""What some file system would not have in a name."""


class Folder:
    """A `Home` of plain files. `read` reads archives."""

    def __init__(self, path: Path, read: Read) -> None:
        self._path = path
        self._read = read

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(map(self._name, self._files()), key=str.casefold))

    def pursuit(self, name: str) -> Pursuit:
        place = self._place(name)
        if place is None:
            raise UnknownPursuit(name, self.names())
        file = place / PURSUIT
        return self._load(file) if file.exists() else Pursuit(place.name)

    def keep(self, pursuit: Pursuit) -> None:
        place = self._place(pursuit.name) or self._path / _folder_name(pursuit.name)
        _write(place / PURSUIT, as_document(pursuit))

    def archive(self, pursuit: Pursuit, options: ReadOptions, progress: Progress | None = None) -> Archive | None:
        place = self._place(pursuit.name)
        if place is None:
            return None
        if pursuit.archives is not None:
            files = [place / name for name in pursuit.archives]
            missing = next((file.name for file in files if not file.exists()), None)
            if missing is not None:
                raise UnreadableArchive(f"{place / PURSUIT} names {missing}, and there is no such file. Put it there.")
        else:
            files = sorted(f for f in place.iterdir() if f.is_file() and f.name != PURSUIT and f.name[0] != ".")
        return self._read(files, options, progress) if files else None

    def you(self) -> You:
        file = self._path / YOU
        return you_from_document(_parsed(file), str(file)) if file.exists() else You()

    def keep_you(self, you: You) -> None:
        _write(self._path / YOU, you_as_document(you))

    def place(self, name: str) -> Path:
        """The folder of a pursuit. Raises UnknownPursuit, or UsageError for a folder without settings of ours."""
        place = self._place(name)
        if place is None:
            raise UnknownPursuit(name, self.names())
        if not (place / PURSUIT).exists():
            raise UsageError(f"{place} holds no {PURSUIT}, so I leave it as it is. Remove it yourself.")
        return place

    def erase(self, name: str) -> None:
        """Remove the folder of a pursuit with all that lies in it."""
        place = self.place(name)
        try:
            shutil.rmtree(place)
        except OSError as error:
            why = (error.strerror or "unknown reason").lower()
            raise UsageError(f"I cannot remove all of {place} ({why}). Remove it yourself.") from None

    def changed(self) -> tuple[str, ...] | None:
        """Folders with something newer than what a store took over; told by times, nothing is read. None: none did."""
        try:
            taken = (self._path / MARK).stat().st_mtime_ns
        except OSError:
            return None
        return tuple(file.parent.name for file in self._files() if _changed_at(file.parent) > taken)

    def newest(self) -> int:
        """When the newest thing in any of the folders changed. 0: there is none."""
        return max((_changed_at(file.parent) for file in self._files()), default=0)

    def mark(self, newest: int) -> None:
        """Remember that a store took over everything up to then."""
        mark = self._path / MARK
        mark.touch(mode=0o600)
        os.utime(mark, ns=(newest, newest))

    def _files(self) -> list[Path]:
        return sorted(self._path.glob(f"*/{PURSUIT}")) if self._path.is_dir() else []

    def _name(self, file: Path) -> str:
        """The name a file gives, or its folder's where it cannot be read: one such file must not hide the others."""
        try:
            return self._load(file).name
        except UsageError:
            return file.parent.name

    def _load(self, file: Path) -> Pursuit:
        document = _parsed(file)
        document.setdefault("name", file.parent.name)
        return from_document(document, str(file))

    def _place(self, name: str) -> Path | None:
        """The folder of the pursuit: the one called so, else the one whose file says so."""
        wanted = name.strip().casefold()
        if not self._path.is_dir() or not wanted:
            return None
        called = [
            f for f in self._path.iterdir() if f.is_dir() and f.name.casefold() == _folder_name(wanted).casefold()
        ]
        if called:
            return called[0]
        return next((f.parent for f in self._files() if self._name(f).casefold() == wanted), None)


def _changed_at(folder: Path) -> int:
    """When the newest of a folder and its files changed (ns). A file copied into it keeps its own time, but not its
    status change.
    """
    seen = [folder.stat(), *(file.stat() for file in folder.iterdir() if file.is_file())]
    return max(max(one.st_mtime_ns, one.st_ctime_ns) for one in seen)


def _folder_name(name: str) -> str:
    """The name as a folder may be called."""
    return _UNSAFE.sub("-", name.strip()).strip(". ") or "pursuit"


def _parsed(file: Path) -> Document:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{file} is not written as TOML asks: {error}. Mend that line and try again.") from None
    except UnicodeDecodeError:
        raise UsageError(f"{file} is not UTF-8 text. Save it as UTF-8 and try again.") from None
    except OSError as error:
        raise UsageError(f"I cannot read {file} ({(error.strerror or 'unknown reason').lower()}).") from None


def _change(there: Any, document: Document) -> None:
    """Make a parsed file say what the document says, touching only what differs."""
    plain = there.unwrap()
    for key in plain:
        if key not in document:
            del there[key]
    for key, value in document.items():
        if isinstance(value, dict) and isinstance(plain.get(key), dict):
            _change(there[key], value)
        elif plain.get(key) != value:
            there[key] = value


def _write(file: Path, document: Document) -> None:
    """The document into the file, whole or not at all; what did not change keeps its place and its comments."""
    import tomlkit

    try:
        there: Any = tomlkit.parse(file.read_text(encoding="utf-8")) if file.exists() else tomlkit.document()
        _change(there, document)
        whole = tomlkit.dumps(there).encode("utf-8")  # before anything is made: what was typed may be no UTF-8
        for folder in reversed((file.parent, *file.parent.parents)):  # `parents=True` would leave the home open to all
            folder.mkdir(mode=0o700, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".walkaway-", suffix=".toml")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(whole)
                out.flush()
                os.fsync(out.fileno())
            Path(name).replace(file)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise UsageError(f"I cannot write {file} ({why}). Nothing was changed.") from None
