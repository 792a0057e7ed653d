"""What is done and in all in, bytes or counts; on anything over a second, a bar on stderr with the time left, out."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0
"""Seconds of work before a bar is shown."""


class Bar:
    """To be called with (done, total). Silent for the first second, and wherever nobody watches."""

    def __init__(self, *, shown: bool, what: str | None = None) -> None:
        """`what` is done where things are counted, not bytes."""
        from time import monotonic

        self._what = what
        self._watched = shown and sys.stderr.isatty()
        self._clock = monotonic
        self._began = monotonic()
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __call__(self, done: int, total: int) -> None:
        if not self._watched:
            return
        if self._bar is None:
            if self._clock() - self._began < PATIENCE:
                return
            self._start(total)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done, total=total)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def _start(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            DownloadColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
            TransferSpeedColumn,
        )

        self._bar = Progress(
            TextColumn(self._what or "Reading"),
            BarColumn(),
            *((DownloadColumn(), TransferSpeedColumn()) if self._what is None else (MofNCompleteColumn(),)),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("Reading", total=total)
        self._bar.start()
