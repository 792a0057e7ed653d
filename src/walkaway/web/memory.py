"""A keeper that keeps nothing: pursuits and files are held in memory, and let go of when it is locked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from walkaway.app.errors import UnknownPursuit
from walkaway.app.ports import Archive, DateOrder, Progress, ReadOptions

if TYPE_CHECKING:  # nothing is known of a pursuit before there is one: the first page must not wait for it
    from pathlib import Path

    from walkaway.app.data import Written
    from walkaway.app.keeper import File, State
    from walkaway.app.pursuit import Pursuit, You

Read = Callable[[Sequence[tuple[str, bytes]], ReadOptions, Progress | None], Archive]


class Memory:
    """Both the keeper and its shelf. It is always open: there is nothing left to open once it was locked."""

    lasting = False
    can_last = False
    changed_beside = ()

    def __init__(self, read: Read) -> None:
        self._read = read
        self._you: You | None = None
        self._pursuits: dict[str, Pursuit] = {}
        self._files: dict[str, tuple[File, ...]] = {}
        self._zones: dict[str, str] = {}

    def state(self) -> State:
        return "open"

    def create(self, passphrase: str) -> str:  # noqa: ARG002 (nothing lasts, so nothing needs one)
        return ""

    def unlock(self, secret: str) -> None:
        """It is open."""

    def restore(self, secret: str, backup: Path) -> None:
        """Nothing lasts here, so there is nowhere to put it."""

    def lock(self) -> None:
        self._pursuits.clear()
        self._files.clear()
        self._zones.clear()
        self._you = None

    def look(self, *, again: bool = False) -> None:
        """There is nothing beside it."""

    def shelf(self) -> Memory:
        return self

    def store(self) -> None:
        """There is none."""

    vault = None

    def names(self) -> tuple[str, ...]:
        return tuple(sorted((p.name for p in self._pursuits.values()), key=str.casefold))

    def pursuit(self, name: str) -> Pursuit:
        found = self._pursuits.get(_key(name))
        if found is None:
            raise UnknownPursuit(name, self.names())
        return found

    def keep(self, pursuit: Pursuit) -> None:
        self._pursuits[_key(pursuit.name)] = pursuit

    def archive(self, pursuit: Pursuit, options: ReadOptions, progress: Progress | None = None) -> Archive | None:
        files = self._files.get(_key(pursuit.name), ())
        return self._read([(file.name, file.raw) for file in files], options, progress) if files else None

    def export(self, to: Written) -> None:
        """What was set and said. The chats are the files the person has."""
        from walkaway.app.data import export_settings

        export_settings(self._pursuits.values(), self.you(), to)

    def you(self) -> You:
        from walkaway.app.pursuit import You

        return self._you or You()

    def keep_you(self, you: You) -> None:
        self._you = you

    def hand_over(self, pursuit: Pursuit, files: tuple[File, ...], archive: Archive, *, now: int) -> None:
        del now
        key = _key(pursuit.name)
        there = self._pursuits.get(key)
        self._pursuits[key] = pursuit if there is None else replace(pursuit, name=there.name)
        self._files[key] = (*self._files.get(key, ()), *files)
        self._zones[key] = archive.tz

    def handed(self, name: str) -> tuple[tuple[File, ...], Archive | None]:
        """The files of a pursuit, and what is read of them."""
        files, pursuit = self._files.get(_key(name), ()), self.pursuit(name)
        how = ReadOptions(
            tz=pursuit.tz or self._zones.get(_key(name), "UTC"),
            order=cast("DateOrder | None", pursuit.order),
            columns=pursuit.columns,
            remembered=self.you().columns,
        )
        return files, self.archive(pursuit, how)

    def erase(self, name: str) -> None:
        self._pursuits.pop(_key(name), None)
        self._files.pop(_key(name), None)
        self._zones.pop(_key(name), None)


def _key(name: str) -> str:
    return name.strip().casefold()
