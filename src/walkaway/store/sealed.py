"""An encrypted file and its key in; the store in it, opened, out."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine

from walkaway.store.engine import sealed_file
from walkaway.store.kept import Kept
from walkaway.store.keys import forget
from walkaway.store.lock import Hold
from walkaway.store.troubles import plainly


class Place(Protocol):
    """What an opened store asks of the vault it lies in."""

    folder: Path

    def put_aside(self, engine: Engine, to: Path) -> None:
        """A backup of this database."""
        ...

    def remove_backups(self) -> list[Path]:
        """Remove the automatic backups."""
        ...


class Sealed(Kept):
    """A `Store` in an encrypted file, opened."""

    def __init__(self, vault: Place, engine: Engine, hold: Hold, key: bytearray) -> None:
        super().__init__(engine, vault.folder)
        self.engine = engine
        self._vault = vault
        self._hold = hold
        self._key = key

    def backup(self, to: Path) -> None:
        """The whole of it as one encrypted file."""
        self._vault.put_aside(self._engine, to)

    def erase(self, name: str) -> None:
        """Remove a pursuit, and first the automatic backups, which hold it too."""
        self.channels(name)  # raises if there is none
        with plainly(self._folder):
            self._vault.remove_backups()
        super().erase(name)

    def close(self) -> None:
        """Write the log back into the file, let go, and forget the key."""
        super().close()
        forget(self._key)
        self._hold.let_go()


def sealed(vault: Place, path: Path, hold: Hold, key: bytearray) -> Sealed:
    """The store of this vault. Nothing of the file is read yet."""
    return Sealed(vault, sealed_file(path, key), hold, key)
