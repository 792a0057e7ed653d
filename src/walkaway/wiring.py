"""Ports meet adapters: paths in, archives and homes out. The only module that knows which sources and stores there are.

Everything is imported when it is first used, so that `walkaway --help` stays quick.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from walkaway.app.data import Written
    from walkaway.app.find_archives import Findings, FoundArchive
    from walkaway.app.ports import Archive, Progress, ReadOptions, Source
    from walkaway.app.store import Store, Vault
    from walkaway.app.take_over import PlainHome
    from walkaway.core.events import Int64Array
    from walkaway.core.leaving.draft import Rule
    from walkaway.core.redirect.head import Head
    from walkaway.core.redirect.reading import Numbers

PLUG_INS = "walkaway.sources"
"""The group of entry points under which other packages offer sources of their own (docs/sources.md)."""


@cache
def sources() -> tuple[Source, ...]:
    """Every archive kind we read. The first that recognises a file reads it, so the pickiest come first."""
    from walkaway.sources.calendar import Calendar
    from walkaway.sources.imessage import IMessage
    from walkaway.sources.mail import Mails
    from walkaway.sources.messenger import Messenger
    from walkaway.sources.signal import Signal
    from walkaway.sources.sms import Sms
    from walkaway.sources.table import Table
    from walkaway.sources.telegram import Telegram
    from walkaway.sources.whatsapp import WhatsApp
    from walkaway.sources.whatsapp_json import WhatsAppJson

    # WhatsApp's own database has a list of messages too, so it comes before Telegram.
    chats: tuple[Source, ...] = (WhatsAppJson(), Telegram(), Messenger(), Sms(), IMessage(), Signal())
    return (*chats, Mails(), Calendar(), *_plug_ins(), Table(), WhatsApp())


def _plug_ins() -> Iterator[Source]:
    """Sources of other packages, in the order of their names."""
    from importlib.metadata import entry_points

    from walkaway.app.errors import UsageError

    for entry in sorted(entry_points(group=PLUG_INS), key=lambda entry: entry.name):
        try:
            found: Source = entry.load()()
        except Exception as error:  # it is another's code: whatever fails in it
            raise UsageError(
                f"The source {entry.name!r} cannot be loaded ({type(error).__name__}: {error}). "
                "Update the package it comes with, or remove it."
            ) from error
        yield found


def find(folder: Path) -> Findings:
    """What archives lie in a folder and below it."""
    from walkaway.app.find_archives import find_archives
    from walkaway.sources.folder import listed

    return find_archives(listed(folder), sources())


def read_files(paths: Sequence[Path], options: ReadOptions, progress: Progress | None = None) -> Archive:
    """These files, and what lies in these folders, as one archive. Raises UnreadableArchive or OpenQuestion."""
    files = [file for path in paths for file in (_in_folder(path) if path.is_dir() else [path])]
    return _read(files, options, progress, forgiving=len(files) > 1 and any(path.is_dir() for path in paths))


def _read(files: Sequence[Path], options: ReadOptions, progress: Progress | None, *, forgiving: bool) -> Archive:
    from walkaway.app.read_archive import read_archive
    from walkaway.sources.opening import open_archive

    return read_archive(
        files, open_=open_archive, sources=sources(), options=options, progress=progress, forgiving=forgiving
    )


def read_accounts(paths: Sequence[Path], options: ReadOptions, progress: Progress | None = None) -> list[Archive]:
    """These files and what lies in these folders, as one archive of each kind. Raises UnreadableArchive, OpenQuestion.

    One kind at a time, since what is kept knows from which kind it came.
    """
    from walkaway.app.errors import UnreadableArchive

    kinds: dict[tuple[str, ...], list[Path]] = {}
    for path in paths:
        for kind, files in _kinds_in(path).items():
            kinds.setdefault(kind, []).extend(files)
    sizes = {kind: sum(file.stat().st_size for file in files if file.is_file()) for kind, files in kinds.items()}
    archives: list[Archive] = []
    refused: list[UnreadableArchive] = []
    done = 0
    for kind, files in kinds.items():
        told = progress and _part_of(progress, done, sizes[kind], sum(sizes.values()))
        try:
            archives.append(_read(files, options, told, forgiving=len(files) > 1))
        except UnreadableArchive as error:
            refused.append(error)
        done += sizes[kind]
    if not archives:
        raise refused[0]
    return archives


def _kinds_in(path: Path) -> dict[tuple[str, ...], list[Path]]:
    """The archives of a folder by the kinds they hold; a file by itself is taken as it is."""
    from walkaway.app.find_archives import find_archives
    from walkaway.sources.folder import look

    if not path.is_dir():
        seen = look(path) if path.is_file() else None
        found = find_archives([] if seen is None else [seen], sources()).found
        return {found[0].kinds if found else (): [path]}
    kinds: dict[tuple[str, ...], list[Path]] = {}
    for one in _found_in(path):
        kinds.setdefault(one.kinds, []).append(one.path)
    return kinds


def _part_of(progress: Progress, before: int, size: int, total: int) -> Progress:
    """The bar of one reading as its part of all of them: a zip is longer inside than it is on the disk."""
    return lambda done, whole: progress(before + round(size * min(1.0, done / max(whole, 1))), total)


def _in_folder(folder: Path) -> list[Path]:
    return [one.path for one in _found_in(folder)]


def _found_in(folder: Path) -> Sequence[FoundArchive]:
    from walkaway.app.errors import UnreadableArchive

    findings = find(folder)
    if not findings.found:
        known = "; ".join(source.reads for source in sources())
        raise UnreadableArchive(
            f"{folder.name or folder} holds no archive I can read, in {findings.other:,} files. I read: {known}."
        )
    return findings.found


def read_purchases(path: Path, tz: str, of: Sequence[str] = ()) -> Int64Array:
    """The local times (us) at which one customer, by any of these names, bought: a table with a day in each row."""
    from walkaway.sources.purchases import read_purchases as read

    return read(path, tz, of)


def purchases_in(name: str, raw: bytes, tz: str, of: Sequence[str] = ()) -> Int64Array:
    """The same of a file that was handed over in memory."""
    from walkaway.sources.purchases import purchases_in as read

    return read(name, raw, tz, of)


def read_handed(files: Sequence[tuple[str, bytes]], options: ReadOptions, progress: Progress | None = None) -> Archive:
    """Files that were handed over in memory (name, bytes) as one archive. Nothing is put on a disk on the way."""
    from walkaway.app.ports import Part
    from walkaway.app.read_archive import Content, Recognises, read_archive
    from walkaway.sources.opening import open_handed

    def opened(place: Path, recognises: Recognises) -> Sequence[Content | Part]:
        name, raw = files[int(place.name)]
        return open_handed(name, raw, recognises)

    places = [Path(str(k)) for k in range(len(files))]
    return read_archive(places, open_=opened, sources=sources(), options=options, progress=progress)


def home(path: Path) -> PlainHome:
    """The pursuits kept in this folder, in plain files."""
    from walkaway.store.folder import Folder

    return Folder(path, read_files)


def look_over_code(typed: str) -> None:
    """Raises WrongRecoveryCode where this was to be a recovery code and has a slip."""
    from walkaway.store.recovery_code import meant_as_a_code, read_code

    if meant_as_a_code(typed):
        read_code(typed)


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


def export_zip(to: IO[bytes]) -> Written:
    """A zip of open formats, to be written."""
    from walkaway.store.export_folder import ExportZip

    return ExportZip(to)


def draft_rules() -> tuple[Rule, ...]:
    """What drafts are checked by."""
    from walkaway.lexicon.draft_rules import draft_rules as rules

    return rules()


def refusal_reader() -> tuple[Head, Numbers]:
    """The best reader of refusals on this machine."""
    from walkaway.lexicon.refusals import reader

    return reader()
