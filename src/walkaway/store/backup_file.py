"""A store's keys and its database in; one file out, still encrypted, and back.

It is a zip without compression that holds `keys.json` and `store.db` (and the log beside it, where the database was put
aside as it lay). Whoever has the file needs the passphrase or the recovery code that were valid when it was made.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from walkaway.app.store import DamagedCopy, DamagedStore, NotABackup
from walkaway.store.files import written
from walkaway.store.keys import Keys, as_bytes, from_bytes

ENDING = ".walkaway"
_KEYS, _DATABASE, _LOG = "keys.json", "store.db", "store.db-wal"
_MOST_KEYS = 64 * 1024
_BLOCK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Inside:
    """An opened backup."""

    keys: Keys
    archive: zipfile.ZipFile
    name: str

    def copy_to(self, path: Path) -> None:
        """The database, into a file that is there."""
        self._copy(_DATABASE, path)
        if _LOG in self.archive.namelist():
            self._copy(_LOG, path.with_name(path.name + "-wal"))

    def _copy(self, member: str, path: Path) -> None:
        try:
            with self.archive.open(member) as source, path.open("wb") as target:
                shutil.copyfileobj(source, target, _BLOCK)
        except zipfile.BadZipFile:
            raise DamagedCopy from None


def write(to: Path, keys: Keys, database: Path) -> None:
    """The backup, whole or not at all."""
    to.parent.mkdir(parents=True, exist_ok=True)
    with written(to) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        _put(archive, _KEYS, as_bytes(keys))
        for member, path in ((_DATABASE, database), (_LOG, database.with_name(database.name + "-wal"))):
            if path.exists() and (member == _DATABASE or path.stat().st_size):
                with path.open("rb") as source, archive.open(_member(member), "w", force_zip64=True) as target:
                    shutil.copyfileobj(source, target, _BLOCK)


@contextmanager
def opened(path: Path) -> Iterator[Inside]:
    """What a backup holds. Raises NotABackup, DamagedCopy or NewerStore."""
    if not path.is_file():
        raise NotABackup(path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if not {_KEYS, _DATABASE} <= set(names) <= {_KEYS, _DATABASE, _LOG} or len(names) != len(set(names)):
                raise NotABackup(path.name)
            if archive.getinfo(_KEYS).file_size > _MOST_KEYS:
                raise DamagedCopy
            yield Inside(_keys(archive), archive, path.name)
    except zipfile.BadZipFile:
        raise NotABackup(path.name) from None


def _keys(archive: zipfile.ZipFile) -> Keys:
    try:
        return from_bytes(archive.read(_KEYS))
    except (DamagedStore, zipfile.BadZipFile):
        raise DamagedCopy from None


def _put(archive: zipfile.ZipFile, name: str, raw: bytes) -> None:
    with archive.open(_member(name), "w") as target:
        target.write(raw)


def _member(name: str) -> zipfile.ZipInfo:
    """Without the time, which nobody told us."""
    return zipfile.ZipInfo(name)
