"""What lies in a folder in; which of it is an archive, of which kind and how large, and what is left lying, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from walkaway.app.ports import Source

SourceOf = Callable[[str, bytes], Source | None]
_BY_ITS_NAME_ALONE = (".csv", ".tsv")
"""Tables lie everywhere. In a folder one is an archive only if its columns say so."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of a folder: where, how long, and how it begins; of a zip, how each of its members begins.

    `trouble` says why it could not be looked into.
    """

    path: Path
    size: int
    heads: tuple[tuple[str, bytes], ...]
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class FoundArchive:
    """An archive in a folder. `kinds` are the names of the sources that read what is in it."""

    path: Path
    kinds: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Findings:
    """What a folder holds. `other` counts files that no source reads, `troubles` say what could not be opened."""

    found: tuple[FoundArchive, ...]
    other: int = 0
    troubles: tuple[tuple[Path, str], ...] = ()

    @property
    def size(self) -> int:
        return sum(one.size for one in self.found)

    def kinds(self) -> dict[str, tuple[int, int]]:
        """How many archives of each kind there are, and how many bytes; the most bytes first."""
        files: Counter[str] = Counter()
        sizes: Counter[str] = Counter()
        for one in self.found:
            for kind in one.kinds:
                files[kind] += 1
                sizes[kind] += one.size
        return {kind: (files[kind], size) for kind, size in sizes.most_common()}


def find_archives(listing: Iterable[Listed], sources: Sequence[Source]) -> Findings:
    """Each file goes to the first source that knows how it begins; in the order of the listing."""

    def source_of(name: str, head: bytes) -> Source | None:
        by_name = name and not name.lower().endswith(_BY_ITS_NAME_ALONE)
        named = name if by_name else ""
        return next((source for source in sources if source.recognises(named, head)), None)

    found: list[FoundArchive] = []
    troubles: list[tuple[Path, str]] = []
    other = 0
    for one in listing:
        if one.trouble:
            troubles.append((one.path, one.trouble))
            continue
        kinds = dict.fromkeys(source.name for name, head in one.heads if (source := source_of(name, head)) is not None)
        if kinds:
            found.append(FoundArchive(one.path, tuple(kinds), one.size))
        else:
            other += 1
    return Findings(tuple(found), other, tuple(troubles))
