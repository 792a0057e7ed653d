"""A folder in; out a hold on it, shared by all who use the store, or for one alone who changes its files.

SQLite keeps writers apart inside a database. This keeps a database from being replaced under somebody's hands.
"""

from __future__ import annotations

import os
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType
from typing import Self

from walkaway.app.store import BusyStore
from walkaway.store.files import PRIVATE_FILE

NAME = "lock"
PATIENCE = 1.0
"""Seconds."""
_PAUSE = 0.02


class Hold:
    """A hold on a folder, until it is let go or the process ends. Two in one process exclude each other as well."""

    def __init__(self, folder: Path, *, alone: bool, name: str = NAME) -> None:
        self._handle: int | None = os.open(folder / name, os.O_CREAT | os.O_RDWR, PRIVATE_FILE)
        self._wait(alone=alone)

    def share(self) -> None:
        """Let others in again."""
        self._wait(alone=False)

    def alone(self) -> bool:
        """Try to be the only one. Whether that went well; if not, the hold is shared as before, or somebody's."""
        if self._take(alone=True):
            return True
        self._wait(alone=False)  # a hold that is refused what it asked for has lost what it had
        return False

    def let_go(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.let_go()

    def _wait(self, *, alone: bool) -> None:
        """For a moment, because others hold it alone for a moment only, unless they restore or erase."""
        until = monotonic() + PATIENCE
        while not self._take(alone=alone):
            if monotonic() > until:
                self.let_go()
                raise BusyStore
            sleep(_PAUSE)

    def _take(self, *, alone: bool) -> bool:
        try:
            import fcntl
        except ImportError:  # Windows, which does not replace or remove a file that somebody has open
            return True
        if self._handle is None:
            return False
        try:
            fcntl.flock(self._handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
