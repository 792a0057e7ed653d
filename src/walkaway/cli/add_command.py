"""`walkaway add`: files or a whole account in; what they hold kept in the store, and a receipt, out."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from walkaway.cli.opening import HOME, PASSPHRASE_FILE
from walkaway.cli.options import KIND
from walkaway.cli.told import Told

if TYPE_CHECKING:
    from walkaway.app.choose_chat import Chosen
    from walkaway.app.keep_archive import Added
    from walkaway.app.ports import Archive
    from walkaway.app.store import Store

_MOST_LINES = 10


def add(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="A chat export, a mailbox, or a folder of them.", readable=False),
    ],
    to: Annotated[
        str | None, typer.Option("--to", metavar="NAME", help="The pursuit. Default: the other's name.")
    ] = None,
    me: Annotated[str | None, typer.Option(metavar="NAME", help="Your name in the chat.")] = None,
    with_: Annotated[
        list[str] | None, typer.Option("--with", metavar="NAME", help="Whom you mean there; may be given again.")
    ] = None,
    everyone: Annotated[bool, typer.Option("--all", help="Everybody you write with, each a pursuit.")] = False,
    kind: KIND = None,
    order: Annotated[str | None, typer.Option(metavar="ORDER", help="Order of day, month, year in the file.")] = None,
    tz: Annotated[str | None, typer.Option(metavar="ZONE", help="Time zone of the file, like Europe/Berlin.")] = None,
    columns: Annotated[
        str | None, typer.Option(metavar="MAP", help="Columns of a table, like when=Date, who=Sender, text=Body.")
    ] = None,
    counts_only: Annotated[bool, typer.Option("--counts-only", help="Keep when, who and how much; no words.")] = False,
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON and ask nothing.")] = False,
) -> None:
    """Keep a chat, encrypted, or a whole account. Add newer exports any time: what is there already counts once."""
    from walkaway.cli.sorry import sorry

    names = with_ or []
    whom = names[0] if len(names) == 1 else None
    told = Told(me=me, with_=whom, kind=kind, order=order, tz=tz, columns=columns)
    with sorry(as_json=as_json), ExitStack() as held:
        from walkaway.app.kept_home import KeptHome
        from walkaway.cli import account, kept, opening
        from walkaway.cli.conversation import open_and_choose

        @cache
        def store() -> Store:
            return held.enter_context(opening.opened(home, passphrase_file, as_json=as_json, make=True))

        def recall() -> tuple[str, ...]:
            return KeptHome(store()).you().columns if opening.is_made(home) else ()

        # Read first: a file that cannot be read should not cost a passphrase.
        place = account.Place(store, recall, counts_only=counts_only, as_json=as_json)
        whole, told = account.kept_whole(files, told, names, place, to=to, everyone=everyone)
        read: list[tuple[Path, Archive, Chosen]] = []
        for file in () if whole else files:
            archive, chosen, now = open_and_choose([file], told, as_json=as_json, recall=recall)
            told = replace(told, columns=now.columns, remembered=now.remembered)
            read.append((file, archive, chosen))
        if told.columns is not None:
            kept.remember_columns(KeptHome(store()), told.columns)
        if whole:
            return
        added = _kept(store(), read, told, to=to, counts_only=counts_only, as_json=as_json)
        if as_json:
            _print(added)


def _kept(
    store: Store,
    read: Sequence[tuple[Path, Archive, Chosen]],
    told: Told,
    *,
    to: str | None,
    counts_only: bool,
    as_json: bool,
) -> list[tuple[Path, Added]]:
    from walkaway.app.keep_archive import keep_archive
    from walkaway.app.store import Stopped
    from walkaway.app.whole_account import keep_kind
    from walkaway.cli import reading
    from walkaway.words.en import keeping

    added: list[tuple[Path, Added]] = []
    try:
        for file, archive, chosen in read:
            name = to or chosen.chat.people[chosen.them]
            if counts_only:
                store.keep_counts_only(name)
            done = keep_archive(store, archive, chosen, now=reading.clock(), name=name)
            keep_kind(store, name, reading.answers(told).kind)
            added.append((file, done))
            if not as_json:
                _say(done, counts_only=store.keeps(name) == "counts")
    except KeyboardInterrupt:
        raise Stopped(keeping.STOPPED) from None
    return added


def _say(added: Added, *, counts_only: bool) -> None:
    from walkaway.words.en import keeping
    from walkaway.words.printable import printable

    receipt = added.receipt
    counts = {"read": receipt.read, "kept": receipt.kept, "there": receipt.there, "skipped": len(receipt.skipped)}
    typer.echo(keeping.ADDED.format(name=printable(added.name), **{key: f"{n:,}" for key, n in counts.items()}))
    for skip in receipt.skipped[:_MOST_LINES]:
        typer.echo(keeping.SKIPPED.format(line=skip.line, reason=printable(skip.reason)))
    if len(receipt.skipped) > _MOST_LINES:
        typer.echo(keeping.MORE_SKIPPED.format(n=f"{len(receipt.skipped) - _MOST_LINES:,}"))
    if counts_only:
        typer.echo(keeping.ONLY_COUNTS.format(name=printable(added.name)))


def _print(added: list[tuple[Path, Added]]) -> None:
    import json

    def row(file: Path, one: Added) -> dict[str, Any]:
        skipped = [{"line": skip.line, "reason": skip.reason} for skip in one.receipt.skipped]
        counts = {"read": one.receipt.read, "kept": one.receipt.kept, "there": one.receipt.there}
        return {"file": file.name, "pursuit": one.name, **counts, "skipped": skipped}

    value = {"schema": "walkaway.added/1", "added": [row(file, one) for file, one in added]}
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace"))
