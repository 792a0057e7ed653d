"""A place nobody named, in which nothing is kept yet, in; an empty home that is made when something is first kept, out.

So to look makes nothing, and nobody is asked for a passphrase before there is something to keep.
"""

from __future__ import annotations

from collections.abc import Callable

from walkaway.app.errors import UnknownPursuit
from walkaway.app.home import Home
from walkaway.app.ports import Archive, Progress, ReadOptions
from walkaway.app.pursuit import Pursuit, You


class NotYet:
    """A `Home`: empty, and from the first thing kept on the one that `make` gives."""

    def __init__(self, make: Callable[[], Home]) -> None:
        self._make = make
        self._home: Home | None = None

    def names(self) -> tuple[str, ...]:
        return () if self._home is None else self._home.names()

    def pursuit(self, name: str) -> Pursuit:
        if self._home is None:
            raise UnknownPursuit(name, ())
        return self._home.pursuit(name)

    def keep(self, pursuit: Pursuit) -> None:
        self._made().keep(pursuit)

    def archive(self, pursuit: Pursuit, options: ReadOptions, progress: Progress | None = None) -> Archive | None:
        return None if self._home is None else self._home.archive(pursuit, options, progress)

    def you(self) -> You:
        return You() if self._home is None else self._home.you()

    def keep_you(self, you: You) -> None:
        self._made().keep_you(you)

    def _made(self) -> Home:
        if self._home is None:
            self._home = self._make()
        return self._home
