"""`walkaway forecast`: the name of a pursuit in; whether they answer, write first or buy again, as ranges, out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from walkaway.cli.opening import HOME, PASSPHRASE_FILE
from walkaway.cli.options import AFRAID, JSON, KIND, STOP
from walkaway.cli.told import Told


def forecast(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whom or what you mean, as you call it.")],
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
    me: Annotated[str | None, typer.Option(metavar="NAME", help="Your name in the chat.")] = None,
    with_: Annotated[str | None, typer.Option("--with", metavar="NAME", help="Whom you mean there.")] = None,
    kind: KIND = None,
    purchases: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A client's purchases: a table with a day in each row.", readable=False),
    ] = None,
    now: Annotated[str | None, typer.Option(metavar="DAY", help="See it as of this day.")] = None,
    afraid: AFRAID = None,
    stop_contact: STOP = None,
    as_json: JSON = False,
) -> None:
    """Will they answer if you write, write first, or buy again? As a range, beside what is usual."""
    from walkaway.cli.sorry import sorry

    told = Told(me, with_, kind, now=now, afraid=afraid, stop_contact=stop_contact)
    with sorry(as_json=as_json):
        from walkaway.cli import kept
        from walkaway.cli.typed_forecast import foretold, show

        with kept.opened(home, passphrase_file, as_json=as_json) as there:
            found = foretold(there, name, told, purchases, as_json=as_json)
        show(found, as_json=as_json)
