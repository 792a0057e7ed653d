"""What was typed about leaving in; the pursuit kept with it, where it stands, and a calendar file, out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast, get_args

import typer

from walkaway.app import leave as steps
from walkaway.app.errors import OpenQuestion, UsageError
from walkaway.app.home import Home
from walkaway.app.leave import Leaving
from walkaway.app.ports import Archive
from walkaway.app.pursuit import Pursuit
from walkaway.app.unsent import hold
from walkaway.cli import asking, kept, reading
from walkaway.cli.card import WIDEST, bullets, can_unicode
from walkaway.cli.showing import console, print_json
from walkaway.cli.sorry import OPEN, say
from walkaway.cli.told import Told
from walkaway.cli.writing import text_of
from walkaway.core.leaving.farewell import Register
from walkaway.words.en import doors
from walkaway.words.leave_schema import leave_as_json
from walkaway.words.look_again import look_again_file
from walkaway.words.spoken import spoken

CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class TypedLeave:
    """Each option as it was typed; None or empty: not typed."""

    on: str | None = None
    door: str | None = None
    register: str | None = None
    letter: str | None = None
    urge: int | None = None
    before: str = ""
    close: bool = False
    learned: tuple[str, ...] = ()
    undo: bool = False
    hold: str | None = None
    hours: float = 24.0


def checked(typed: TypedLeave) -> TypedLeave:
    """The same, with the letter read, where it holds together. Raises UsageError."""
    register = None if typed.register is None else typed.register.strip().casefold()
    if register is not None and register not in get_args(Register):
        raise UsageError(f"--register cannot be {typed.register!r}. Give one of: {', '.join(get_args(Register))}.")
    if typed.learned and not typed.close:
        raise UsageError("--learned goes with --close. Add --close if you want to close it.")
    if typed.before and typed.urge is None:
        raise UsageError("--before goes with --urge. Say how strong the urge was: --urge 3.")
    if typed.undo and (typed.on or typed.door or typed.close):
        raise UsageError("--undo takes the leaving back, so it goes without --on, --door and --close.")
    text = text_of(None) if typed.letter == "-" else typed.letter
    return replace(typed, letter=text, register=register)


def left(there: Home, name: str, told: Told, typed: TypedLeave, *, as_json: bool) -> Leaving:
    """The pursuit with what was typed kept, and where that stands; a day to see it as of (--now) only looks."""

    def judged(pursuit: Pursuit, archive: Archive | None, zone: str, now: int | None) -> Leaving:
        return steps.leaving(pursuit, archive, clock=reading.clock(), tz=zone, now=now)

    return kept.with_answers(
        there, name, told, lambda p: changed(p, typed, looks=told.now is not None), judged, as_json=as_json
    )


def changed(pursuit: Pursuit, typed: TypedLeave, *, looks: bool = False) -> Pursuit:
    """The pursuit with what was typed. Raises UsageError.

    It is left by a day, a door or the closing, or by the name alone. A letter, an urge or a message that waits is
    no leaving: people who stay write them too.
    """
    today = reading.local_day("--on", "today")
    notes = looks or any(one is not None for one in (typed.letter, typed.urge, typed.hold))
    if typed.undo:
        pursuit = steps.stay_after_all(pursuit)
    elif typed.on or typed.door or typed.close or not notes:
        pursuit = _left(pursuit, typed, today)
    if typed.letter is not None:
        pursuit = steps.keep_letter(pursuit, typed.letter, at=reading.clock())
    if typed.urge is not None:
        pursuit = steps.note_urge(pursuit, typed.urge, typed.before, at=reading.clock())
    if typed.hold is not None:
        pursuit = hold(pursuit, typed.hold, typed.hours, at=reading.clock())
    return steps.close(pursuit, typed.learned, on=today) if typed.close else pursuit


def _left(pursuit: Pursuit, typed: TypedLeave, today: int) -> Pursuit:
    old = pursuit.left
    on = old.on if old is not None and typed.on is None else None
    if typed.on is not None:
        on = reading.local_day("--on", typed.on)
        if on > today:
            raise UsageError(f"--on {typed.on} is a day to come. Give the day on which you left, or leave it out.")
    until = None if old is None else old.until
    if typed.door is not None:
        until = None if typed.door.strip().casefold() == CLOSED else reading.local_day("--door", typed.door)
        if until is not None and until <= today:
            raise UsageError(f"--door {typed.door} is not a day to come. Give a later day, or say closed.")
    return steps.leave(
        pursuit, on=today if on is None else on, until=until, tone=cast("Register | None", typed.register)
    )


def write_date(found: Leaving, file: Path) -> None:
    """A calendar file for the day on which to look again. Raises UsageError where there is none."""
    text = look_again_file(found)
    if text is None:
        raise UsageError("There is no day to look again, so there is no calendar file. Say one with --door DAY.")
    try:
        file.write_bytes(text.encode("utf-8"))  # bytes: its lines end as RFC 5545 asks on every system
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise UsageError(f"I cannot write {file} ({why}). Give another place.") from None
    typer.echo(doors.WRITTEN.format(path=file), err=True)


def show(found: Leaving, *, as_json: bool) -> None:
    """Where it stands, on the screen or as JSON. The question about safety, if open, leaves with code 4."""
    if as_json:
        print_json(leave_as_json(found))
    else:
        screen = console()
        width, unicode = min(screen.width, WIDEST), can_unicode(screen)
        for heading, lines in spoken("en").leaving.parts(found):
            screen.print(bullets(heading, lines, unicode=unicode), width=width)
            screen.print()
    if found.state == "unanswered" and not asking.at_terminal(as_json=as_json):
        say(OpenQuestion(doors.SAFETY, option="--afraid", choices=tuple(doors.FEARS)), as_json=False)
        raise typer.Exit(OPEN)
