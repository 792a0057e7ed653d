"""Ports meet adapters: paths in, archives and homes out. The only module that knows which sources and stores there are.

Everything is imported when it is first used, so that `walkaway --help` stays quick.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from walkaway.app.data import Written
    from walkaway.app.home import Home
    from walkaway.app.ports import Archive, Progress, ReadOptions, Source
    from walkaway.app.store import Store, Vault


@cache
def sources() -> tuple[Source, ...]:
    """Every archive kind we read. The first that recognises a file reads it, so the pickiest come first."""
    from walkaway.sources.table import Table
    from walkaway.sources.telegram import Telegram
    from walkaway.sources.whatsapp import WhatsApp

    return (Telegram(), Table(), WhatsApp())


def read_files(paths: Sequence[Path], options: ReadOptions, progress: Progress | None = None) -> Archive:
    """These files as one archive. Raises UnreadableArchive or OpenQuestion."""
    from walkaway.app.read_archive import read_archive
    from walkaway.sources.opening import open_archive

    return read_archive(paths, open_=open_archive, sources=sources(), options=options, progress=progress)


def read_handed(files: Sequence[tuple[str, bytes]], options: ReadOptions, progress: Progress | None = None) -> Archive:
    """Files that were handed over in memory (name, bytes) as one archive. Nothing is put on a disk on the way."""
    from walkaway.app.read_archive import Content, Recognises, read_archive
    from walkaway.sources.opening import open_handed

    def opened(place: Path, recognises: Recognises) -> Sequence[Content]:
        name, raw = files[int(place.name)]
        return open_handed(name, raw, recognises)

    places = [Path(str(k)) for k in range(len(files))]
    return read_archive(places, open_=opened, sources=sources(), options=options, progress=progress)


def home(path: Path) -> Home:
    """The pursuits kept in this folder."""
    from walkaway.store.folder import Folder

    return Folder(path, read_files)


def vault(folder: Path) -> Vault:
    """The place of the encrypted store in this folder."""
    from walkaway.store.vault import FolderVault

    return FolderVault(folder)


def server_store(url: str) -> Store:
    """The store on a PostgreSQL server, brought up. Raises StoreError."""
    from walkaway.store.engine import postgres
    from walkaway.store.kept import Kept
    from walkaway.store.migrate import bring_up
    from walkaway.store.troubles import plainly

    engine = postgres(url)
    with plainly():
        bring_up(engine)
    return Kept(engine)


def export_folder(folder: Path, table: Literal["csv", "parquet"] = "csv", *, new: bool = False) -> Written:
    """A folder of open formats, to be read; or `new`, to be written."""
    from walkaway.store.export_folder import ExportFolder
    from walkaway.store.troubles import plainly

    export = ExportFolder(folder, table)
    if new:
        with plainly():
            export.begin()
    return export
