"""`walkaway people`: that two names are one person, said and taken back."""

from __future__ import annotations

from typing import Annotated

import typer

from walkaway.cli.opening import HOME, PASSPHRASE_FILE
from walkaway.cli.sorry import sorry

people = typer.Typer(help="Say that two names are one person, or take it back.", no_args_is_help=True)
_IN = Annotated[str | None, typer.Option("--in", metavar="PURSUIT", help="Two names inside this one, like in a group.")]


@people.command()
def same(
    part: Annotated[str, typer.Argument(metavar="NAME", help="A pursuit; with --in, a name.")],
    whole: Annotated[str, typer.Argument(metavar="NAME", help="The one it is shown with from now on.")],
    inside: _IN = None,
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
) -> None:
    """These two are one person. Nothing is moved, so it can be taken back."""
    with sorry(as_json=False):
        from walkaway.app.people import one_person
        from walkaway.cli import opening
        from walkaway.words.en import keeping
        from walkaway.words.printable import printable

        with opening.opened(home, passphrase_file, as_json=False) as store:
            one_person(store, part, whole, inside=inside)
        typer.echo(keeping.SAME.format(part=printable(part), whole=printable(whole)))


@people.command()
def apart(
    part: Annotated[str, typer.Argument(metavar="NAME", help="The first name you gave to `same`.")],
    inside: _IN = None,
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
) -> None:
    """They are two after all."""
    with sorry(as_json=False):
        from walkaway.app.people import two_people
        from walkaway.cli import opening
        from walkaway.words.en import keeping
        from walkaway.words.printable import printable

        with opening.opened(home, passphrase_file, as_json=False) as store:
            two_people(store, part, inside=inside)
        typer.echo(keeping.APART.format(part=printable(part)))
