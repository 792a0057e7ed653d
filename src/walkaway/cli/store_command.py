"""`walkaway store`: the passphrase, the recovery code and the keyring of the store; and whether all of it is whole."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from walkaway.cli.opening import HOME, PASSPHRASE_FILE
from walkaway.cli.sorry import sorry

store = typer.Typer(help="The passphrase and the recovery code of the store.", no_args_is_help=True)
_NEW = Annotated[
    Path | None, typer.Option("--new-passphrase-file", metavar="FILE", help="Read the new one from here; - is stdin.")
]


@store.command()
def passphrase(home: HOME = None, passphrase_file: PASSPHRASE_FILE = None, new_passphrase_file: _NEW = None) -> None:
    """Change the passphrase. The recovery code opens the store too, if you forgot the old one."""
    _change(home, passphrase_file, new_passphrase_file)


@store.command()
def recover(home: HOME = None, passphrase_file: PASSPHRASE_FILE = None, new_passphrase_file: _NEW = None) -> None:
    """Forgot the passphrase? Type the recovery code, then choose a new passphrase."""
    _change(home, passphrase_file, new_passphrase_file, by_code=True)


@store.command("new-code")
def new_code(home: HOME = None, passphrase_file: PASSPHRASE_FILE = None) -> None:
    """A new recovery code. The old one no longer opens the store."""
    with sorry(as_json=False):
        from walkaway.cli import opening

        vault = opening.vault_at(home)
        opening.tell_code(vault.new_recovery_code(opening.passphrase(passphrase_file, as_json=False)))


@store.command()
def keyring(
    on: Annotated[bool, typer.Option("--on/--off", help="Whether the keyring of this system opens the store.")] = True,
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
) -> None:
    """Let the keyring of this system open the store, so that you need not type the passphrase."""
    with sorry(as_json=False):
        from walkaway.cli import opening
        from walkaway.words.en import keeping

        vault = opening.vault_at(home)
        if on:
            vault.use_keyring(opening.passphrase(passphrase_file, as_json=False))
        else:
            vault.leave_keyring()
        typer.echo(keeping.KEYRING_ON if on else keeping.KEYRING_OFF)


@store.command()
def check(home: HOME = None, passphrase_file: PASSPHRASE_FILE = None) -> None:
    """Read everything once, and say whether it is as it was written."""
    with sorry(as_json=False):
        from walkaway.cli import opening
        from walkaway.words.en import keeping

        with opening.opened(home, passphrase_file, as_json=False) as there:
            there.check()
        typer.echo(keeping.WHOLE)


@store.command("take-over")
def take_over_again(home: HOME = None, passphrase_file: PASSPHRASE_FILE = None) -> None:
    """Take over plain files beside the store that changed since they came into it."""
    with sorry(as_json=False):
        from walkaway import wiring
        from walkaway.app.kept_home import KeptHome
        from walkaway.app.take_over import take_over
        from walkaway.cli import opening, reading
        from walkaway.words.en import keeping

        folder = opening.home_folder(home)
        with opening.opened(home, passphrase_file, as_json=False, beside=False) as there:
            found = take_over(wiring.home(folder), KeptHome(there), reading.options_of, now=reading.clock())
        opening.say_taken(found, folder)
        if not found.taken:
            typer.echo(keeping.NOTHING_PLAIN.format(folder=folder))


def _change(home: Path | None, old: Path | None, new: Path | None, *, by_code: bool = False) -> None:
    with sorry(as_json=False):
        from walkaway.app.store import NoStore
        from walkaway.cli import opening
        from walkaway.words.en import keeping

        vault = opening.vault_at(home)
        if not vault.exists():
            raise NoStore
        secret = (opening.recovery_code if by_code else opening.passphrase)(old, as_json=False)
        vault.change_passphrase(secret, opening.new_passphrase(new, as_json=False, option="--new-passphrase-file"))
        typer.echo(keeping.CHANGED)
