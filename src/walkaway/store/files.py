"""Bytes in, a file that only the person can read out: whole or not at all, and on the disk when the call returns."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
PART = ".part"
"""The end of the name of a file that is not finished. Nothing reads one, and the next to open the store removes it."""


def private_folder(path: Path) -> None:
    """The folder, made if it is not there, and closed to others unless it holds other things already."""
    path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    if os.name == "posix" and path.stat().st_mode & 0o077 and not any(path.iterdir()):
        path.chmod(PRIVATE_FOLDER)


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """A file to write into. It takes its place once it is whole and on the disk; after an error nothing is left."""
    part = path.with_name(path.name + PART)
    part.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    settle(path.parent)


def empty_file(path: Path) -> None:
    """A new file without content. A database opened in it is as private as the file."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))


def settle(folder: Path) -> None:
    """Make sure that names given and taken in this folder outlast a loss of power."""
    if os.name != "posix":  # elsewhere a folder cannot be opened, and need not be
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def overwrite(path: Path) -> None:
    """Zeros over what a small file holds, then remove it. A disk that copies on write may still hold the old."""
    with suppress(FileNotFoundError):
        size = path.stat().st_size
        with path.open("r+b") as file:
            file.write(bytes(size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
