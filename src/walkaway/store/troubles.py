"""What a database or the disk complains of in; the one sentence that tells a person what to do, out."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from walkaway.app.store import (
    BusyStore,
    DamagedStore,
    FailingDisk,
    FullDisk,
    NewerStore,
    ReadOnlyHome,
    StoreError,
    UnreachableStore,
)
from walkaway.store.files import PART

_CODES: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_FULL: FullDisk,
    sqlite3.SQLITE_READONLY: ReadOnlyHome,
    sqlite3.SQLITE_CANTOPEN: ReadOnlyHome,
    sqlite3.SQLITE_PERM: ReadOnlyHome,
    sqlite3.SQLITE_BUSY: BusyStore,
    sqlite3.SQLITE_LOCKED: BusyStore,
    sqlite3.SQLITE_CORRUPT: DamagedStore,
    sqlite3.SQLITE_NOTADB: DamagedStore,
}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_MAY_NOT = {errno.EACCES, errno.EPERM, errno.EROFS}
_PRIMARY = 0xFF
"""The low byte of an SQLite code is its kind, the rest says more."""
_A_LITTLE = 256 * 1024
"""Bytes that a disk with room takes."""


@contextmanager
def plainly(folder: Path | None = None) -> Iterator[None]:
    """Say it in our words. The database's own message may hold what was written, so it goes no further.

    `folder` is where the database lies, if it is a file.
    """
    try:
        yield
    except OSError as error:
        raise of_system(error) from None
    except Exception as error:
        from sqlalchemy.exc import DBAPIError  # it is there where this matters, and nobody else waits for it

        if not isinstance(error, DBAPIError):
            raise
        raise of_database(error.orig, folder) from None


def of_database(error: Any, folder: Path | None = None) -> Exception:
    """The sentence for an error of the driver."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return _of_postgres(error)
    kind = _CODES.get(code & _PRIMARY)
    if kind is not None:
        return kind()
    if code & _PRIMARY == sqlite3.SQLITE_IOERR:
        return _of_disk(folder)
    return StoreError(f"The store could not do this (SQLite code {code}). Nothing was changed. Try again.")


def _of_disk(folder: Path | None) -> Exception:
    """SQLite does not say why a write failed, so try one: a quota or a limit on the size of files shows again."""
    if folder is not None:
        probe = folder / f"probe{PART}"
        try:
            with probe.open("wb") as file:
                file.write(bytes(_A_LITTLE))
                file.flush()
        except OSError as error:
            return of_system(error)
        finally:
            with suppress(OSError):
                probe.unlink()
    return FailingDisk()


def of_system(error: OSError) -> Exception:
    """The sentence for an error of the system."""
    if error.errno in _FULL:
        return FullDisk()
    if error.errno in _MAY_NOT:
        return ReadOnlyHome()
    return StoreError(f"The store could not do this ({(error.strerror or 'unknown reason').lower()}). Try again.")


def _of_postgres(error: Any) -> Exception:
    """By the five signs of SQLSTATE (PostgreSQL manual, appendix A)."""
    state = getattr(error, "sqlstate", None)
    if state is None or state.startswith(("08", "28", "3D", "57P")):
        return UnreachableStore()
    if state in ("53100", "53200"):
        return FullDisk()
    if state in ("25006", "42501"):
        return ReadOnlyHome()
    if state in ("55P03", "40P01", "40001", "57014"):
        return BusyStore()
    if state.startswith("XX"):
        return DamagedStore()
    if state in ("42P01", "42703"):
        return NewerStore()
    return StoreError(f"The store could not do this (SQLSTATE {state}). Nothing was changed. Try again.")
