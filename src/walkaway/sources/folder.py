"""A folder in, the files in it and below that may be archives out, each with how it begins. Links are not followed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from walkaway.app.errors import UnreadableArchive
from walkaway.app.find_archives import Listed
from walkaway.sources.opening import MEDIA, heads

MOST_FILES = 500_000
_BESIDE = ("-wal", "-shm", "-journal")
"""Parts of a database, not files of their own."""


def listed(folder: Path) -> Iterator[Listed]:
    """In the order of their names, so that two looks give one answer."""
    seen = 0
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__MACOSX")
        for name in sorted(names):
            path = Path(where) / name
            if name.startswith(".") or name.endswith(_BESIDE) or path.suffix.lower() in MEDIA or path.is_symlink():
                continue
            seen += 1
            if seen > MOST_FILES:
                raise UnreadableArchive(f"{folder} holds more than {MOST_FILES:,} files. Give me a folder inside it.")
            if (one := look(path)) is not None:
                yield one


def look(path: Path) -> Listed | None:
    """One file, and how it begins. None: there is nothing in it."""
    try:
        if not path.is_file() or not (size := path.stat().st_size):
            return None
        return Listed(path, size, tuple(heads(path)))
    except UnreadableArchive as error:
        return Listed(path, 0, (), str(error))
    except OSError as error:
        return Listed(path, 0, (), f"I cannot open {path.name}: {error.strerror or error}.")
