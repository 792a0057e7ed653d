"""A draft and what was typed about it in; it checked with what is kept, and what was said of it kept too, out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from walkaway import wiring
from walkaway.app import corrections
from walkaway.app.check_draft import CheckedDraft, check_draft, context_from
from walkaway.app.choose_chat import choose_chat
from walkaway.app.draft_to import draft_to
from walkaway.app.errors import OpenQuestion, UnknownPursuit, UsageError, WalkawayError
from walkaway.app.held import Held, held
from walkaway.app.home import Home
from walkaway.app.kept_home import KeptHome
from walkaway.app.leave import leaving
from walkaway.app.review_pursuit import review_pursuit
from walkaway.app.store import NoStore, StoreError
from walkaway.app.zone import moment_of
from walkaway.cli import asking, kept, opening, reading, writing
from walkaway.cli.sorry import OPEN, say
from walkaway.cli.told import Told
from walkaway.core.leaving.context import Context
from walkaway.words.en import doors
from walkaway.words.en.writing import LOCKED_AWAY, draft_lines
from walkaway.words.offered import offered
from walkaway.words.writing_schema import draft_as_json

if TYPE_CHECKING:
    from walkaway.app.ports import Archive
    from walkaway.app.pursuit import Pursuit

REACHES = ("message", "person", "all")


@dataclass(frozen=True, slots=True)
class TypedDraft:
    """Each option as it was typed; None: not typed. `context` has the names of `Context`."""

    file: Path | None
    context: Mapping[str, Any]
    to: str | None = None
    not_this: str | None = None
    reach: str = "message"
    again: str | None = None


def checked(
    typed: TypedDraft, told: Told, home: Path | None, passphrase_file: Path | None, *, as_json: bool
) -> CheckedDraft | Held:
    """The draft, checked with what is kept. Safety comes before the first word of it. Raises UsageError."""
    why = held_as_told(told)
    if why == "unanswered" and (typed.to is not None or asking.at_terminal(as_json=as_json)):
        if typed.to is None:
            told = replace(told, afraid=asking.afraid())
        why = held_as_told(told) if typed.to is None else None  # what is kept of them may hold the answer
    if typed.reach not in REACHES:
        raise UsageError(f"--reach cannot be {typed.reach!r}. Give one of: {', '.join(REACHES)}.")
    if typed.reach == "person" and typed.to is None:
        raise UsageError("--reach person needs to know whom it is for: --to NAME.")
    if why is not None and typed.to is None:
        return why
    text = "" if why is not None else writing.text_of(typed.file)
    keeps = typed.to is not None or typed.not_this is not None or typed.again is not None
    with (kept.opened if keeps else at_hand)(home, passphrase_file, as_json=as_json) as there:
        heed = told.stop_contact is not False
        if there is None:
            return check_draft(text, context_from(typed.context), wiring.draft_rules(), heed_stop=heed)
        if why is not None and not is_kept(there, typed.to):
            return why
        if typed.again is not None:
            corrections.this_again(there, typed.again, wiring.draft_rules())
        if typed.to is not None:
            return _to(there, typed.to, text, told, typed, as_json=as_json)
        if typed.not_this is not None:
            there.keep_you(_without(there.you(), typed, text))
        return check_draft(
            text,
            context_from(typed.context),
            wiring.draft_rules(),
            dismissed=corrections.dismissed(there.you()),
            heed_stop=heed,
        )


def held_as_told(told: Told) -> Held | None:
    """Why a draft is not read, by what was typed just now. A draft of which nothing was said is not asked about.

    Raises UsageError for a word that is no answer: it must not pass for "no".
    """
    said = reading.answers(told)
    return held(said) if said.afraid or said.stop_contact or said.kind else None


def is_kept(there: Home, name: str | None) -> bool:
    """Whether there is a pursuit of this name, in which what was told can be kept."""
    try:
        return name is not None and bool(there.pursuit(name))
    except UnknownPursuit:
        return False


@contextmanager
def at_hand(home: Path | None, passphrase_file: Path | None, *, as_json: bool) -> Iterator[Home | None]:
    """Where things are kept, if it opens without a question; None: it does not, and what is asked can be told anyway.

    Raises WalkawayError where the passphrase that was given does not open it.
    """
    with ExitStack() as stack:
        there: Home | None = None
        try:
            there = KeptHome(stack.enter_context(opening.opened(home, passphrase_file, as_json=True, beside=False)))
        except NoStore:
            there = wiring.home(opening.home_folder(home))
        except (OpenQuestion, StoreError):
            if passphrase_file is not None:
                raise
            if not as_json:
                asking.say(LOCKED_AWAY)
        yield there


def _without(whose: Any, typed: TypedDraft, text: str) -> Any:
    """The pursuit, or the person, with the flag that is not meant."""
    message = text if typed.reach == "message" else None
    return corrections.not_this(whose, typed.not_this or "", wiring.draft_rules(), text=message)


def _to(there: Home, name: str, text: str, told: Told, typed: TypedDraft, *, as_json: bool) -> CheckedDraft | Held:
    """A draft to a pursuit that is kept, read with its chat. Safety comes before anything is opened."""
    context = context_from(typed.context)
    if typed.not_this is not None and typed.reach == "all" and held_as_told(told) in (None, "unanswered"):
        there.keep_you(_without(there.you(), typed, text))

    def changed(pursuit: Pursuit) -> Pursuit:
        if typed.not_this is None or typed.reach == "all" or held(pursuit.answers) is not None:
            return pursuit
        found: Pursuit = _without(pursuit, typed, text)
        return found

    def judged(pursuit: Pursuit, archive: Archive | None, zone: str, now: int | None) -> CheckedDraft | Held:
        chosen = None if archive is None else choose_chat(archive, me=pursuit.me, with_=pursuit.with_)
        if chosen is not None and context != Context():
            raise UsageError(f"The chat with {name} says what went before. Leave out what you typed about it.")
        clock = reading.clock()

        def sendable() -> Iterable[str]:
            review = review_pursuit(pursuit, archive, clock=clock, tz=zone, now=now)
            return offered(review, leaving(pursuit, archive, clock=clock, tz=zone, now=now))

        return draft_to(
            text,
            pursuit.answers,
            chosen,
            wiring.draft_rules(),
            now=moment_of(clock if now is None else now, zone),
            context=context,
            dismissed=corrections.dismissed(there.you(), pursuit),
            offered=sendable,
        )

    try:
        return kept.with_answers(there, name, told, changed, judged, as_json=as_json)
    except WalkawayError:
        why = held(there.pursuit(name).answers)
        if why in (None, "unanswered"):
            raise
        return why  # whatever is wrong with the chat: nothing is to be sent


def draft_kept(
    text: str, name: str, *, home: str | Path | None = None, now: str | date | None = None
) -> CheckedDraft | Held:
    """A draft to a pursuit that is kept, read with its chat as of today, or of `now` (a day like 2024-08-03).

    A word (support, stop_contact, unanswered) in place of a draft says why it was not read.
    """
    with kept.opened(None if home is None else Path(home), as_json=True) as there:
        return _to(there, name, text, Told(now=reading.day_or_moment(now)), TypedDraft(None, {}, name), as_json=True)


def show(found: CheckedDraft | Held, *, as_json: bool) -> None:
    """The draft, on the screen or as JSON. Leaves with 5 if it is worth another look, 4 if safety asks first."""
    if as_json:
        typer.echo(json.dumps(draft_as_json(found), ensure_ascii=False, indent=2).encode("utf-8", "replace"))
    else:
        typer.echo("\n".join(draft_lines(found)))
    if found == "unanswered" and not asking.at_terminal(as_json=as_json):
        say(OpenQuestion(doors.SAFETY, option="--afraid", choices=tuple(doors.FEARS)), as_json=False)
        raise typer.Exit(OPEN)
    if not isinstance(found, CheckedDraft) or found.worth_another_look:
        raise typer.Exit(writing.LOOK_AGAIN)
