"""`walkaway people`: who may be one person under two names, with reasons; that they are, or are not; and taken back."""

from __future__ import annotations

import shlex
from typing import Annotated

import typer

from walkaway.cli.opening import HOME, PASSPHRASE_FILE
from walkaway.cli.options import JSON
from walkaway.cli.sorry import sorry

people = typer.Typer(help="See who may be one person, say that they are, or take it back.", no_args_is_help=True)
_IN = Annotated[str | None, typer.Option("--in", metavar="PURSUIT", help="Two names inside this one, like in a group.")]


@people.command("list")
def show(home: HOME = None, passphrase_file: PASSPHRASE_FILE = None, as_json: JSON = False) -> None:
    """Who may be one person under two names, and why; and who is shown as one."""
    with sorry(as_json=as_json):
        from walkaway.app.people import joined, may_be_one
        from walkaway.cli import opening
        from walkaway.cli.showing import print_json
        from walkaway.words.en import keeping
        from walkaway.words.kept_schema import people_as_json

        with opening.opened(home, passphrase_file, as_json=as_json) as store:
            alike, one = may_be_one(store), joined(store)
        if as_json:
            print_json(people_as_json(alike, one))
            return
        for line in keeping.people_lines(alike, one):
            typer.echo(line)


@people.command()
def two(
    one: Annotated[str, typer.Argument(metavar="NAME", help="A pursuit.")],
    other: Annotated[str, typer.Argument(metavar="NAME", help="Another, which looks like the same person.")],
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
) -> None:
    """These are two people: that is not asked again."""
    with sorry(as_json=False):
        from walkaway.app.people import two_for_good
        from walkaway.cli import opening
        from walkaway.words.en import keeping
        from walkaway.words.printable import printable

        with opening.opened(home, passphrase_file, as_json=False) as store:
            two_for_good(store, one, other)
        typer.echo(keeping.TWO.format(one=printable(one), other=printable(other)))


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
        typer.echo(
            keeping.SAME.format(part=printable(part), whole=printable(whole), typed=shlex.quote(printable(part)))
        )


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
