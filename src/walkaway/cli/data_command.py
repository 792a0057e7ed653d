"""`walkaway data`: everything that is kept, out in open formats or as an encrypted backup; back; or gone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from walkaway.cli.opening import HOME, PASSPHRASE_FILE
from walkaway.cli.sorry import sorry

data = typer.Typer(help="Export, back up, restore or erase what is kept.", no_args_is_help=True)
_YES = Annotated[bool, typer.Option("--yes", help="Do not ask whether you are sure.")]


@data.command()
def export(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder that is new or empty.")],
    table: Annotated[str, typer.Option("--format", metavar="FORMAT", help="csv or parquet, for the messages.")] = "csv",
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
) -> None:
    """Everything in open formats: JSON, and the messages as tables. Not encrypted."""
    with sorry(as_json=False):
        from walkaway import wiring
        from walkaway.app.data import export as export_all
        from walkaway.app.errors import UsageError
        from walkaway.cli import opening
        from walkaway.words.en import keeping

        if table not in ("csv", "parquet"):
            raise UsageError(f"--format cannot be {table!r}. Give one of: csv, parquet.")
        with opening.opened(home, passphrase_file, as_json=False) as store:
            out = wiring.export_folder(folder, "parquet" if table == "parquet" else "csv", new=True)
            n = export_all(store, out)
        typer.echo(keeping.EXPORTED.format(n=f"{n:,}", path=folder))


@data.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to, like walkaway-backup.walkaway.")],
    replace: Annotated[bool, typer.Option("--replace", help="Put it in place of the file that is there.")] = False,
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
) -> None:
    """The whole store as one encrypted file."""
    with sorry(as_json=False):
        from walkaway.cli import opening
        from walkaway.words.en import keeping

        vault = opening.vault_at(home)
        if _taken(file) and not _sure(keeping.REPLACE.format(path=file), keeping.YES, yes=replace, option="--replace"):
            return
        vault.backup(opening.passphrase(passphrase_file, as_json=False), file)
        typer.echo(keeping.BACKED_UP.format(path=file))


@data.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup, or the folder of an export.", readable=False)],
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
) -> None:
    """A backup in place of what is here; or an export, added to what is here."""
    with sorry(as_json=False):
        from walkaway import wiring
        from walkaway.app.data import take_in
        from walkaway.cli import opening
        from walkaway.words.en import keeping

        if file.is_dir():
            with opening.opened(home, passphrase_file, as_json=False, make=True) as store:
                receipt = take_in(store, wiring.export_folder(file))
            counts = {"read": receipt.read, "kept": receipt.kept, "there": receipt.there}
            typer.echo(keeping.TAKEN_IN.format(**{key: f"{n:,}" for key, n in counts.items()}))
            return
        vault = opening.vault_at(home)
        before = vault.exists()
        vault.restore(opening.passphrase(passphrase_file, as_json=False), file)
        typer.echo(keeping.RESTORED.format(path=file))
        if before:
            typer.echo(keeping.PUT_ASIDE.format(backups=opening.home_folder(home) / "backups"))


@data.command()
def erase(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="One pursuit. Without it: everything.")] = None,
    yes: _YES = False,
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
) -> None:
    """Remove one pursuit, or everything, so that no trace is left in the store."""
    with sorry(as_json=False):
        from walkaway.cli import opening

        if opening.server() is None and not opening.vault_at(home).remains():
            _erase_plain(opening.home_folder(home), name, yes=yes)
        elif name is None:
            _erase_store(home, yes=yes)
        else:
            _erase_one(home, passphrase_file, name, yes=yes)


def _erase_store(home: Path | None, *, yes: bool) -> None:
    from walkaway.cli import opening
    from walkaway.words.en import keeping

    vault = opening.vault_at(home)
    if _sure(keeping.ERASE_ALL, keeping.YES, yes=yes):
        typer.echo(keeping.ERASED_ALL.format(n=len(vault.erase())))
        _say_what_is_left(opening.home_folder(home), None)


def _erase_one(home: Path | None, passphrase_file: Path | None, name: str, *, yes: bool) -> None:
    """That there is one is looked at before anybody is asked to be sure."""
    from walkaway import wiring
    from walkaway.app.errors import UnknownPursuit
    from walkaway.cli import opening
    from walkaway.words.en import keeping
    from walkaway.words.printable import printable

    folder = opening.home_folder(home)
    with opening.opened(home, passphrase_file, as_json=False) as store:
        if store.document(name) is not None:
            if _sure(keeping.ERASE_ONE.format(name=printable(name)), name, yes=yes):
                store.erase(name)
                typer.echo(keeping.ERASED_ONE.format(name=printable(name)))
                _say_what_is_left(folder, name)
            return
        names = store.names()
    if name.strip().casefold() not in {there.casefold() for there in wiring.home(folder).names()}:
        raise UnknownPursuit(name, names)
    _erase_plain(folder, name, yes=yes)


def _erase_plain(folder: Path, name: str | None, *, yes: bool) -> None:
    """Pursuits in plain folders: the folders are named before anybody is asked to be sure."""
    from walkaway import wiring
    from walkaway.app.errors import UsageError
    from walkaway.cli import opening
    from walkaway.words.en import keeping
    from walkaway.words.printable import printable

    plain = wiring.home(folder)
    names = plain.names() if name is None else (name,)
    if not plain.names():
        raise UsageError(keeping.NOTHING_KEPT.format(folder=folder))
    folders = "\n".join(f"  {printable(str(plain.place(one)))}" for one in names)
    if _sure(keeping.ERASE_PLAIN.format(folders=folders), keeping.YES, yes=yes):
        for one in names:
            plain.erase(one)
        typer.echo(keeping.ERASED_PLAIN.format(names=opening.listed(names)))


def _say_what_is_left(folder: Path, name: str | None) -> None:
    """Plain files beside the store are the person's own: they are named, never removed."""
    from walkaway import wiring
    from walkaway.words.en import keeping
    from walkaway.words.printable import printable

    left = [there for there in wiring.home(folder).names() if name is None or there.casefold() == name.casefold()]
    if left:
        names = ", ".join(printable(there) for there in left)
        typer.echo(keeping.PLAIN_LEFT.format(folder=folder, names=names))


def _taken(file: Path) -> bool:
    """Whether a file lies there already. Raises UsageError for what is no file: a device must not be replaced."""
    from walkaway.app.errors import UsageError
    from walkaway.words.en import keeping

    if file.exists() and not file.is_file():
        raise UsageError(keeping.NO_FILE.format(path=file))
    return file.exists()


def _sure(question: str, answer: str, *, yes: bool, option: str = "--yes") -> bool:
    """Whether to go on: said beforehand, or typed now. If not, that nothing was done is said."""
    from walkaway.app.errors import OpenQuestion
    from walkaway.cli import asking
    from walkaway.words.en import keeping

    if yes:
        return True
    if not asking.at_terminal(as_json=False):
        raise OpenQuestion(keeping.NEEDS_YES if option == "--yes" else keeping.NEEDS_REPLACE, option=option)
    typed = str(typer.prompt(question, default="", show_default=False, err=True))
    if typed.strip().casefold() == answer.strip().casefold():
        return True
    typer.echo(keeping.NOT_ERASED if option == "--yes" else keeping.NOT_REPLACED)
    return False
