"""What the app asks of the outside: an archive, read into columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, Protocol, runtime_checkable

if TYPE_CHECKING:  # the first page in a browser must not wait for numpy
    from walkaway.core.events import Events, Int64Array

DateOrder = Literal["dmy", "mdy", "ymd", "ydm", "myd", "dym"]
Progress = Callable[[int, int], None]
"""Called with bytes done and bytes in all."""


@dataclass(frozen=True, slots=True)
class Skip:
    """A record that could not be kept, and why.

    `line` counts from 1; it is the record's number where a format has no lines.
    """

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of a file: every record read is kept or skipped."""

    read: int
    kept: int
    skipped: tuple[Skip, ...] = ()

    def __post_init__(self) -> None:
        if self.read != self.kept + len(self.skipped):
            raise ValueError(f"Receipt: read {self.read} is not kept {self.kept} + skipped {len(self.skipped)}")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the person said about the file. `tz` is an IANA name; it counts where the format has no zone of its own.

    `columns` says which column of a table holds what, as `when=Date, who=Sender, text=Body`; `remembered` are such
    sayings of earlier days, used for tables that have all their columns.
    """

    tz: str
    order: DateOrder | None = None
    columns: str | None = None
    remembered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Chat:
    """One conversation partner or group, as an archive holds it.

    `text` is an Arrow large_string array beside `events`, row by row. `title` is what the archive calls the chat
    (mostly the other's name), `me` who exported it, where the format says so. `handles` stands beside `people`: the
    names, numbers and addresses each appears under, where the format has them. `thread` numbers each event's thread
    where the format has threads (mail); -1 is none.
    """

    title: str | None
    me: str | None
    people: tuple[str, ...]
    events: Events
    text: Any
    handles: tuple[tuple[str, ...], ...] = ()
    thread: Int64Array | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Archive:
    """A file, read: its chats, its receipt, the zone its wall clock is in, and what had to be assumed."""

    name: str
    source: str
    chats: tuple[Chat, ...]
    receipt: Receipt
    tz: str
    assumed: tuple[str, ...] = ()


class Source(Protocol):
    """One archive kind."""

    name: str
    reads: str
    """What it is called to a person, with the way to export it."""

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether a file of this name, beginning with these bytes, is of this kind."""
        ...

    def read(self, name: str, raw: bytes, options: ReadOptions, progress: Progress | None = None) -> Archive:
        """The whole file in, its chats out. Raises UnreadableArchive or OpenQuestion."""
        ...


@dataclass(frozen=True, slots=True)
class Part:
    """One file of an archive, or one member of a zip, that need not be in memory at once: open it, read on, close it.

    `open` may be called again. Reading from it may raise UnreadableArchive.
    """

    name: str
    size: int
    head: bytes
    open: Callable[[], AbstractContextManager[BinaryIO]]


@runtime_checkable
class Streaming(Source, Protocol):
    """An archive kind that is read piece by piece, and all its files together: one account lies in many files."""

    def read_parts(self, parts: Sequence[Part], options: ReadOptions, progress: Progress | None = None) -> Archive:
        """All files of this kind in, one archive out, in bounded memory. Raises UnreadableArchive or OpenQuestion."""
        ...
