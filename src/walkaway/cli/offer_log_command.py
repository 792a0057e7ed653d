"""The verb `offer`: numbers of a talk typed in, kept with the pursuit; what to do now out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from walkaway.cli.opening import HOME, PASSPHRASE_FILE
from walkaway.cli.options import AFRAID, JSON, KIND, STOP


def offer(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whom or what it is about, as you call it.")],
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
    kind: KIND = None,
    theirs: Annotated[str | None, typer.Option(metavar="N", help="The number they said now.")] = None,
    mine: Annotated[str | None, typer.Option(metavar="N", help="The number you said now.")] = None,
    came: Annotated[str | None, typer.Option(metavar="N", help="An offer that came from somewhere else.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DAY", help="The day of it. Default: today.")] = None,
    fallback: Annotated[str | None, typer.Option(metavar="N", help="What you have if this falls through.")] = None,
    expires: Annotated[str | None, typer.Option(metavar="DAY", help="The day on which that is gone.")] = None,
    likely: Annotated[str | None, typer.Option(metavar="LOW..HIGH", help="How far they may go.")] = None,
    market: Annotated[str | None, typer.Option(metavar="LOW..HIGH", help="The usual range for this.")] = None,
    left: Annotated[int | None, typer.Option(metavar="N", min=0, max=200, help="How many more rounds.")] = None,
    breaks_off: Annotated[
        str | None, typer.Option(metavar="PERCENT", help="The chance a round that it breaks off by itself.")
    ] = None,
    buying: Annotated[bool | None, typer.Option("--buying/--selling", help="Which side you are on.")] = None,
    currency: Annotated[str | None, typer.Option(metavar="SIGN", help="A sign or code to show.")] = None,
    walked: Annotated[str | None, typer.Option(metavar="N", help="You walked at this number of theirs.")] = None,
    back: Annotated[str | None, typer.Option(metavar="N", help="They came back with this number.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last number back.")] = False,
    anew: Annotated[bool, typer.Option("--new", help="A new talk; your record of walking stays.")] = False,
    afraid: AFRAID = None,
    stop_contact: STOP = None,
    as_json: JSON = False,
    html: Annotated[Path | None, typer.Option("--html", metavar="OUT", help="Write a worksheet to print.")] = None,
) -> None:
    """A talk over a price: keep what was said, and see what to do now."""
    from walkaway.cli.sorry import sorry

    with sorry(as_json=as_json):
        from walkaway.app.errors import OpenQuestion
        from walkaway.app.talk import weigh_talk
        from walkaway.cli import kept
        from walkaway.cli.showing import console, print_json
        from walkaway.cli.told import Told
        from walkaway.cli.typed_talk import TypedTalk, changed, today

        typed = TypedTalk(
            theirs, mine, came, on, fallback, expires, likely, market, left, breaks_off, buying, currency, walked, back
        )
        with kept.opened(home, passphrase_file, as_json=as_json) as there:
            before = kept.found_or_new(there, name)
            told = kept.with_told(before, Told(kind=kind, afraid=afraid, stop_contact=stop_contact))
            pursuit = changed(told, typed, undo=undo, anew=anew)
            if pursuit != before:
                there.keep(pursuit)
            known = kept.heard(there, pursuit)
        assert pursuit.talk is not None
        found = weigh_talk(pursuit.name, pursuit.talk, known, today())
        if as_json:
            from walkaway.words.talk_schema import talk_as_json

            print_json(talk_as_json(found))
        else:
            from walkaway.cli.talk_card import show_talk

            show_talk(found, console())
        if html is not None:
            from walkaway.cli.talk_card import write_worksheet
            from walkaway.words.en.doors import WRITTEN

            write_worksheet(found, html)
            typer.echo(WRITTEN.format(path=html), err=True)
        if found.held == "unanswered":
            raise typer.Exit(OpenQuestion.exit_code)
