"""The files of an archive in, opened one after another with the progress told over all of them; bytes out."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Protocol

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, Part, Progress, ReadOptions
from walkaway.sources.ledger import Ledger

HEAD = 65_536
_CHUNK = 4 * 2**20
LARGEST_WHOLE = 2**30


class _ReadsParts(Protocol):
    def read_parts(self, parts: Sequence[Part], options: ReadOptions, progress: Progress | None = None) -> Archive: ...


class Together:
    """What makes a source that reads parts also read one file at once."""

    def read(
        self: _ReadsParts, name: str, raw: bytes, options: ReadOptions, progress: Progress | None = None
    ) -> Archive:
        """One file, already in memory."""
        return self.read_parts([in_memory(name, raw)], options, progress)


def in_memory(name: str, raw: bytes) -> Part:
    def opened() -> AbstractContextManager[io.BytesIO]:
        return nullcontext(io.BytesIO(raw))

    return Part(name, len(raw), raw[:HEAD], opened)


class Told:
    """Bytes done over all parts, told as they are read."""

    def __init__(self, parts: Sequence[Part], progress: Progress | None) -> None:
        self._progress, self._done, self._total = progress, 0, sum(part.size for part in parts)

    def chunks(self, part: Part, size: int = _CHUNK) -> Iterator[bytes]:
        """The part's bytes, some at a time."""
        with part.open() as file:
            while chunk := file.read(size):
                yield chunk
                self._done += len(chunk)
                if self._progress:
                    self._progress(min(self._done, self._total), self._total)

    def whole(self, part: Part) -> bytes:
        """The part's bytes at once, for formats whose files are small by nature."""
        if part.size > LARGEST_WHOLE:
            raise UnreadableArchive(
                f"{part.name} is larger than 1 GB, more than I read at once. Export a shorter time, or without media."
            )
        whole = b"".join(self.chunks(part, part.size + 1))
        if len(whole) > LARGEST_WHOLE:
            raise UnreadableArchive(f"{part.name} is larger than 1 GB, more than I read at once.")
        return whole


@contextmanager
def forgiven(part: Part, parts: Sequence[Part], ledger: Ledger) -> Iterator[None]:
    """A new part of the ledger. One bad file among many is one skip, with the sentence it would be refused with."""
    ledger.part(label(part, parts))
    try:
        yield
    except UnreadableArchive as error:
        if len(parts) == 1:
            raise
        ledger.read += 1
        ledger.skip(1, str(error))


def name_of(parts: Sequence[Part]) -> str:
    """What the parts are called together."""
    if len(parts) <= 3:
        return ", ".join(part.name for part in parts)
    return f"{parts[0].name} and {len(parts) - 1:,} more"


def label(part: Part, parts: Sequence[Part]) -> str:
    """What a skip says before its reason: nothing where there is one file only."""
    return "" if len(parts) == 1 else part.name
