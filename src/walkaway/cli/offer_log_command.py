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
    theirs: Annotated[str | None, typer.Option(metavar="N", help="The number, or the package, they said now.")] = None,
    mine: Annotated[str | None, typer.Option(metavar="N", help="The same of yours.")] = None,
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
    scope: Annotated[str | None, typer.Option(metavar="HOURS", help="How much work this number is for.")] = None,
    wanted: Annotated[str | None, typer.Option(metavar="DAY", help="A day when they wanted something of you.")] = None,
    shape: Annotated[
        str | None,
        typer.Option(metavar="SHAPE", help="How their range lies: even, middle, low_middle, few_far."),
    ] = None,
    free: Annotated[
        bool | None,
        typer.Option(
            "--free-to-leave/--not-free-to-leave", help="Whether you may leave for what you have at any time."
        ),
    ] = None,
    issue: Annotated[
        list[str] | None,
        typer.Option(metavar="ISSUE", help='A thing to settle, the worst value first: "Pay: 55k, 60k, 65k".'),
    ] = None,
    points: Annotated[
        str | None, typer.Option(metavar="POINTS", help='What matters, the most 100: "Pay 100, Days 60".')
    ] = None,
    drop_issue: Annotated[str | None, typer.Option(metavar="ISSUE", help="Leave an issue out.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last number back.")] = False,
    anew: Annotated[bool, typer.Option("--new", help="A new talk; your record of walking stays.")] = False,
    afraid: AFRAID = None,
    stop_contact: STOP = None,
    as_json: JSON = False,
    worksheet: Annotated[
        Path | None,
        typer.Option("--worksheet", "--html", metavar="OUT", help="Write a worksheet to print, on one page."),
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="The language of the worksheet: en, de or es.")
    ] = None,
) -> None:
    """A talk over a price: keep what was said, and see what to do now."""
    from walkaway.cli.sorry import sorry

    with sorry(as_json=as_json):
        from walkaway.app.errors import OpenQuestion
        from walkaway.cli import asking, kept
        from walkaway.cli.talk_door import changed, language_in, left_open, said_once, show, weighed, write_sheet
        from walkaway.cli.told import Told
        from walkaway.cli.typed_packages import TypedIssues
        from walkaway.cli.typed_talk import TypedTalk

        typed = TypedTalk(
            *(theirs, mine, came, on, fallback, expires, likely, market, left, breaks_off, buying, currency, walked),
            *(back, scope, wanted, shape, free),
        )
        written_in = language_in(language)
        issues = TypedIssues(tuple(issue or ()), points, drop_issue)
        with kept.opened(home, passphrase_file, as_json=as_json) as there:
            before = kept.found_or_new(there, name)
            present = asking.at_terminal(as_json=as_json)
            if kind is None and before.answers.kind is None and present:
                kind = asking.kind()
            told = kept.with_told(before, Told(kind=kind, afraid=afraid, stop_contact=stop_contact))
            pursuit = changed(told, issues, typed, undo=undo, anew=anew, ask=present)
            if not (undo or anew) and left_open(there, before):
                pursuit = said_once(before, pursuit)
            if pursuit != before:
                there.keep(pursuit)
            heard = kept.heard(there, pursuit)
            try:
                found = weighed(there, pursuit, heard)
            except OpenQuestion:
                if worksheet is not None:  # a sheet with blanks is what one prepares with
                    write_sheet(pursuit, None, heard, worksheet, written_in)
                raise
        show(found, as_json=as_json)
        if worksheet is not None:
            write_sheet(pursuit, found, heard, worksheet, written_in)
        if found.held == "unanswered":
            raise typer.Exit(OpenQuestion.exit_code)
