"""What a database or the disk complains of in; the one sentence that tells a person what to do, out."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import DBAPIError

from walkaway.app.store import (
    BusyStore,
    DamagedStore,
    FullDisk,
    NewerStore,
    ReadOnlyHome,
    StoreError,
    UnreachableStore,
)

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
# A write or a sync that failed: in practice no room, a quota, or a limit on the size of files.
_NO_ROOM = {sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_TRUNCATE,
            sqlite3.SQLITE_IOERR_SHMSIZE}  # fmt: skip
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_MAY_NOT = {errno.EACCES, errno.EPERM, errno.EROFS}
_PRIMARY = 0xFF
"""The low byte of an SQLite code is its kind, the rest says more."""


@contextmanager
def plainly() -> Iterator[None]:
    """Say it in our words. The database's own message may hold what was written, so it goes no further."""
    try:
        yield
    except DBAPIError as error:
        raise of_database(error.orig) from None
    except OSError as error:
        raise of_system(error) from None


def of_database(error: Any) -> Exception:
    """The sentence for an error of the driver."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return _of_postgres(error)
    if code in _NO_ROOM:
        return FullDisk()
    kind = _CODES.get(code & _PRIMARY)
    if kind is not None:
        return kind()
    if code & _PRIMARY == sqlite3.SQLITE_IOERR:
        return DamagedStore()
    return StoreError(f"The store could not do this (SQLite code {code}). Nothing was changed. Try again.")


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
