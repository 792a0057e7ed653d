"""A folder in; the store that lies in it, locked, out: made, opened, given another passphrase, restored, erased.

keys.json          the data key, wrapped; names the database, so that both change in one step
store-….db         the database, encrypted under the data key, with SQLite's own -wal and -shm beside it
lock, keys.lock    who is using it
taken-over         up to when plain files beside it came into it (store/folder.py)
backups/           what was put aside before a migration and before a restore, encrypted as well
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from walkaway.app.store import (
    DamagedCopy,
    DamagedStore,
    NoStore,
    Opened,
    StoreExists,
    WrongPassphrase,
    WrongRecoveryCode,
)
from walkaway.store import backup_file, keyring
from walkaway.store.files import PART, empty_file, overwrite, private_folder, settle, written
from walkaway.store.keys import Cost, Keys, Way, as_bytes, forget, from_bytes, new_key, new_name
from walkaway.store.lock import Hold
from walkaway.store.recovery_code import looks_like_a_code, meant_as_a_code, new_code, read_code
from walkaway.store.troubles import plainly

if TYPE_CHECKING:  # what opens a database is imported when one is opened: the first page must not wait for it
    from sqlalchemy import Engine

    from walkaway.store.sealed import Sealed

OLD_CODE = "That recovery code does not open the store. If you made a newer one, take that, and try again."
KEYS, BACKUPS = "keys.json", "backups"
_DATABASE = "store-*.db*"
_MOST_BACKUPS = 3


class FolderVault:
    """A `Vault` in a folder of the person's own."""

    def __init__(self, folder: Path, *, cost: Cost | None = None, head: str | None = None) -> None:
        self.folder = folder
        self._cost = cost or Cost()
        self._head = head

    def exists(self) -> bool:
        return (self.folder / KEYS).exists()

    def remains(self) -> bool:
        return self.exists() or any(self.folder.glob(_DATABASE))

    def create(self, passphrase: str) -> Opened:
        from walkaway.store.sealed import sealed

        code, key = new_code(), new_key()
        keys = Keys(new_name(), f"store-{new_name()}.db")
        keys = keys.with_passphrase(key, passphrase, self._cost).with_code(key, code)
        with plainly(self.folder):
            private_folder(self.folder)
            if self.exists():
                raise StoreExists
            path = self.folder / keys.file
            hold = Hold(self.folder, alone=True)
            store = sealed(self, path, hold, key)
            try:
                self._fill(store, keys, path)
                hold.share()
            except BaseException:
                store.close()
                raise
        return Opened(store, code)

    def unlock(self, secret: str) -> Sealed:
        return self._opened(lambda keys: _key(keys, secret))

    def unlock_by_keyring(self) -> Sealed | None:
        """Open it with what the system keyring holds. None: it holds nothing that opens it."""
        if not self.exists() or not self._keys().has("keyring"):
            return None
        held = keyring.held(self._keys().store)
        try:
            return None if held is None else self._opened(lambda keys: keys.open("keyring", held))
        except WrongPassphrase:
            return None

    def change_passphrase(self, secret: str, new: str) -> None:
        self._rewrite(secret, lambda keys, key: keys.with_passphrase(key, new, self._cost))

    def new_recovery_code(self, secret: str) -> str:
        code = new_code()
        self._rewrite(secret, lambda keys, key: keys.with_code(key, code))
        return code

    def use_keyring(self, secret: str) -> None:
        """From now on the system keyring opens it too."""
        self._rewrite(secret, lambda keys, key: keys.with_keyring(key, keyring.hold(keys.store)))

    def leave_keyring(self) -> None:
        """From now on the system keyring does not."""
        with plainly(self.folder), self._alone_with_keys():
            keys = self._keys()
            self._write(keys.without("keyring"))
            keyring.let_go(keys.store)

    def backup(self, secret: str, to: Path) -> None:
        store = self.unlock(secret)
        try:
            store.backup(to)
        finally:
            store.close()

    def restore(self, secret: str, backup: Path) -> None:
        with plainly(self.folder), backup_file.opened(backup) as inside:
            keys = inside.keys
            key = _key(keys, secret)  # before anything here is touched
            keys = replace(keys.without("keyring"), file=f"store-{new_name()}.db")
            private_folder(self.folder)
            with Hold(self.folder, alone=True):
                part = self.folder / f"{keys.file}{PART}"
                try:
                    self._put_whole(inside, part, key)
                    self._put_old_aside(inside.keys)
                    part.replace(self.folder / keys.file)
                    self._write(keys)  # the one moment in which old becomes new
                except BaseException:
                    self._remove(part)
                    raise
                self._tidy(keys)

    def erase(self) -> tuple[Path, ...]:
        from walkaway.store.folder import MARK

        with plainly(self.folder), Hold(self.folder, alone=True):
            overwrite(self.folder / KEYS)  # without its keys nobody can read the rest
            gone = [path for path in self.folder.glob(_DATABASE) if path.is_file()]
            for path in gone:
                path.unlink(missing_ok=True)
            gone += self.remove_backups()
            for path in [
                *self.folder.glob(f"*{PART}"),
                self.folder / "keys.lock",
                self.folder / "lock",
                self.folder / MARK,
            ]:
                path.unlink(missing_ok=True)
            settle(self.folder)
        return tuple(gone)

    # --- for the opened store

    def put_aside(self, engine: Engine, to: Path) -> None:
        """A backup of this database, made while others may go on using it."""
        with plainly(self.folder):
            copy = self.folder / f"backup-{new_name()}.db{PART}"
            try:
                empty_file(copy)
                # VACUUM INTO writes a database of its own, complete and under the same key.
                with engine.execution_options(walkaway_bare=True).connect() as c:
                    c.exec_driver_sql("VACUUM INTO ?", (str(copy),))
                backup_file.write(to, self._keys().without("keyring"), copy)
            finally:
                self._remove(copy)

    def remove_backups(self) -> list[Path]:
        """Remove the automatic backups. Those a person made elsewhere are theirs."""
        folder = self.folder / BACKUPS
        gone = sorted(folder.glob("*")) if folder.is_dir() else []
        for path in gone:
            path.unlink(missing_ok=True)
        if folder.is_dir():
            folder.rmdir()
        return gone

    # --- inside

    def _opened(self, key_of: Callable[[Keys], bytearray]) -> Sealed:
        from walkaway.store.migrate import bring_up
        from walkaway.store.sealed import sealed

        if not self.exists():
            raise NoStore
        with plainly(self.folder):
            hold = Hold(self.folder, alone=False)
            try:
                keys = self._keys()
                key = key_of(keys)
                path = self._database(keys)
                if hold.alone():
                    self._tidy(keys)
                    hold.share()
            except BaseException:
                hold.let_go()
                raise
            store = sealed(self, path, hold, key)
            try:
                bring_up(store.engine, before=lambda at: self._before(store, at), to=self._head)
            except BaseException:
                store.close()
                raise
        return store

    def _database(self, keys: Keys) -> Path:
        path = self.folder / keys.file
        if not path.exists() or not path.stat().st_size:
            raise DamagedStore("The folder of the store")
        return path

    def _before(self, store: Sealed, at: str) -> None:
        """A migration is about to begin: keep what there is."""
        from walkaway.store.tables import HEAD

        folder = self.folder / BACKUPS
        private_folder(folder)
        store.backup(folder / f"before-{self._head or HEAD}-from-{at}{backup_file.ENDING}")
        self._drop_oldest(folder)

    def _fill(self, store: Sealed, keys: Keys, path: Path) -> None:
        """The tables and the keys of a new store. Nobody else is here."""
        from walkaway.store.migrate import bring_up

        if self.exists():  # somebody was quicker
            raise StoreExists
        try:
            empty_file(path)
            bring_up(store.engine, to=self._head)
            self._write(keys)
        except BaseException:
            store.engine.dispose()
            self._remove(path)
            raise

    def _put_whole(self, inside: backup_file.Inside, path: Path, key: bytearray) -> None:
        """The same, or that it is the backup, and nothing here, that is damaged."""
        try:
            self._put(inside, path, key)
        except DamagedCopy:
            raise
        except DamagedStore:
            raise DamagedCopy from None

    def _put(self, inside: backup_file.Inside, path: Path, key: bytearray) -> None:
        """The database of a backup, copied beside ours, read once as a whole and brought up."""
        from walkaway.store.engine import sealed_file
        from walkaway.store.kept import Kept
        from walkaway.store.migrate import bring_up

        empty_file(path)
        inside.copy_to(path)
        engine = sealed_file(path, key)
        try:
            Kept(engine, self.folder).check()
            bring_up(engine, to=self._head)
        finally:
            engine.dispose()

    def _put_old_aside(self, restored: Keys) -> None:
        """What a restore replaces, as it lies there: nobody has it open, and its passphrase may not be known.

        Where its keys are lost, those of the backup may well open it: they are mostly of the same store.
        """
        try:
            old = self._keys()
            path = self.folder / old.file
        except (NoStore, DamagedStore):
            old = restored
            path = max(self.folder.glob("store-*.db"), key=lambda p: p.stat().st_size, default=self.folder / old.file)
        if path.exists():
            folder = self.folder / BACKUPS
            private_folder(folder)
            to = folder / f"before-restore-{new_name()}{backup_file.ENDING}"
            backup_file.write(to, old.without("keyring"), path)
            self._drop_oldest(folder)

    def _drop_oldest(self, folder: Path) -> None:
        made = sorted(folder.glob(f"*{backup_file.ENDING}"), key=lambda path: path.stat().st_mtime_ns)
        for path in made[:-_MOST_BACKUPS]:
            path.unlink(missing_ok=True)

    def _tidy(self, keys: Keys) -> None:
        """Remove what an interrupted step left. Nobody else is here."""
        for path in [*self.folder.glob(_DATABASE), *self.folder.glob(f"*{PART}*")]:
            if not path.name.startswith(keys.file):
                path.unlink(missing_ok=True)
        for path in (self.folder / BACKUPS).glob(f"*{PART}"):
            path.unlink(missing_ok=True)

    def _remove(self, path: Path) -> None:
        for ending in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + ending).unlink(missing_ok=True)

    def _rewrite(self, secret: str, change: Callable[[Keys, bytearray], Keys]) -> None:
        if not self.exists():
            raise NoStore
        with plainly(self.folder), self._alone_with_keys():
            keys = self._keys()
            key = _key(keys, secret)
            try:
                self._write(change(keys, key))
            finally:
                forget(key)

    @contextmanager
    def _alone_with_keys(self) -> Iterator[None]:
        """While others may use the store, but nobody restores or erases it."""
        with Hold(self.folder, alone=False), Hold(self.folder, alone=True, name="keys.lock"):
            yield

    def _keys(self) -> Keys:
        try:
            return from_bytes((self.folder / KEYS).read_bytes())
        except FileNotFoundError:
            raise NoStore from None

    def _write(self, keys: Keys) -> None:
        with written(self.folder / KEYS) as file:
            file.write(as_bytes(keys))


def _key(keys: Keys, secret: str) -> bytearray:
    """The data key, by what looks like a recovery code or else by a passphrase."""
    ways: tuple[Way, ...] = ("recovery", "passphrase") if looks_like_a_code(secret) else ("passphrase",)
    for way in ways[:-1]:
        try:
            return keys.open(way, secret)
        except (WrongPassphrase, WrongRecoveryCode):
            continue  # a passphrase may look like a code
    try:
        return keys.open(ways[-1], secret)
    except WrongPassphrase:
        if meant_as_a_code(secret):
            read_code(secret)  # says what is wrong with it
            raise WrongRecoveryCode(OLD_CODE) from None
        raise
