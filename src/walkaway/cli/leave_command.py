"""`walkaway leave`: the name of a pursuit in; the farewell, the clock since, and what came after, out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from walkaway.cli.opening import HOME, PASSPHRASE_FILE
from walkaway.cli.options import AFRAID, JSON, KIND, STOP
from walkaway.cli.told import Told


def leave(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whom or what you leave, as you call it.")],
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
    me: Annotated[str | None, typer.Option(metavar="NAME", help="Your name in the chat.")] = None,
    with_: Annotated[str | None, typer.Option("--with", metavar="NAME", help="Whom you mean there.")] = None,
    kind: KIND = None,
    on: Annotated[str | None, typer.Option(metavar="DAY", help="The day you left. Default: today.")] = None,
    door: Annotated[
        str | None, typer.Option(metavar="DAY", help="Look again on this day; closed: not at all (the default).")
    ] = None,
    register: Annotated[
        str | None,
        typer.Option(metavar="TONE", help="How the farewell sounds: plain (the first time), warm or formal."),
    ] = None,
    letter: Annotated[
        str | None, typer.Option(metavar="TEXT|-", help="Keep a letter that is not sent; - reads it from input.")
    ] = None,
    urge: Annotated[int | None, typer.Option(metavar="N", help="Note an urge to write, from 1 to 5.")] = None,
    before: Annotated[str, typer.Option(metavar="TEXT", help="What came before the urge.")] = "",
    hold: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Keep a message that waits before you send it.")
    ] = None,
    hours: Annotated[float, typer.Option(metavar="N", help="With --hold: hours that it waits.")] = 24.0,
    ics: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a calendar file for the day.", readable=False)
    ] = None,
    close: Annotated[
        bool, typer.Option("--close", help="Leave it and close it: what it taught you and sets free.")
    ] = False,
    learned: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="With --close: what you learned, two lines at most.")
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="You did not leave, or you are back.")] = False,
    now: Annotated[str | None, typer.Option(metavar="DAY", help="Only look, as of this day.")] = None,
    afraid: AFRAID = None,
    stop_contact: STOP = None,
    as_json: JSON = False,
) -> None:
    """Leave, and see what comes after: a farewell, the days you kept, and whether they are really back."""
    from walkaway.cli.sorry import sorry

    told = Told(me, with_, kind, now=now, afraid=afraid, stop_contact=stop_contact)
    with sorry(as_json=as_json):
        from walkaway.cli import kept
        from walkaway.cli.typed_leave import TypedLeave, checked, left, show, write_date

        lines = tuple(learned or ())
        typed = checked(TypedLeave(on, door, register, letter, urge, before, close, lines, undo, hold, hours))
        with kept.opened(home, passphrase_file, as_json=as_json) as there:
            found = left(there, name, told, typed, as_json=as_json)
        if ics is not None:
            write_date(found, ics)
        show(found, as_json=as_json)
