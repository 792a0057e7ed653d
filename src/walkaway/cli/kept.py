"""A name and what was typed in; the pursuit that is kept under it, with what was said kept too, and its review, out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from walkaway.app.errors import OpenQuestion, UnknownPursuit, UsageError, WalkawayError
from walkaway.cli import asking, opening, reading
from walkaway.cli.conversation import ask_about
from walkaway.cli.progress import Bar
from walkaway.cli.told import Told

if TYPE_CHECKING:
    from walkaway.app.answers import Answers
    from walkaway.app.everyone import Reviewed
    from walkaway.app.home import Home
    from walkaway.app.ports import Archive
    from walkaway.app.pursuit import Pursuit, You
    from walkaway.app.review import Review

_ANSWERS = {"--me": "me", "--with": "with_", "--order": "order", "--tz": "tz", "--columns": "columns"}
"""Which field of a pursuit answers what an archive leaves open."""
_MOST_QUESTIONS = 8
_T = TypeVar("_T")


@contextmanager
def opened(folder: Path | None, passphrase_file: Path | None = None, *, as_json: bool) -> Iterator[Home]:
    """Where pursuits are kept: the encrypted store of this home if there is one, else its plain folders.

    A home that nobody named is encrypted from the start: a new store is made there once something is to be kept.
    """
    from walkaway import wiring
    from walkaway.app.kept_home import KeptHome
    from walkaway.cli.not_yet import NotYet

    place = opening.home_folder(folder)
    named = folder is not None or bool(os.environ.get("WALKAWAY_HOME"))
    plain = wiring.home(place)
    made = opening.is_made(folder)
    if not made and (named or plain.names()):
        yield plain
        return
    with ExitStack() as stack:
        store = partial(opening.opened, folder, passphrase_file, as_json=as_json, make=True)
        yield KeptHome(stack.enter_context(store())) if made else NotYet(lambda: KeptHome(stack.enter_context(store())))


def found_or_new(there: Home, name: str) -> Pursuit:
    """The pursuit of this name; a new one where none is kept."""
    from walkaway.app.pursuit import Pursuit

    try:
        return there.pursuit(name)
    except UnknownPursuit:
        if not name.strip():
            raise UsageError("Give it a name, as you call it.") from None
        return Pursuit(name.strip())


def with_told(pursuit: Pursuit, told: Told) -> Pursuit:
    """The pursuit with what was said of it just now. Raises UsageError with the choices."""
    said = reading.answers(told)
    old = pursuit.answers
    answers = replace(
        old,
        kind=said.kind or old.kind,
        afraid=said.afraid or old.afraid,
        stop_contact=old.stop_contact if said.stop_contact is None else said.stop_contact,
        want=old.want if said.want is None else said.want,
        elsewhere=said.elsewhere or old.elsewhere,
        quiet=tuple(dict.fromkeys((*old.quiet, *said.quiet))),
    )
    given = {name: getattr(told, name) for name in ("me", "with_", "order", "tz", "columns")}
    return replace(pursuit, answers=answers, **{name: x for name, x in given.items() if x is not None})


def review(there: Home, name: str, told: Told, *, as_json: bool, asked: str | None = None) -> Review:
    """The review of a pursuit that is kept. What is open is asked at a terminal, and every answer is kept."""
    from walkaway.app.pursuit import Asked
    from walkaway.app.review_pursuit import review_pursuit

    def with_asked(pursuit: Pursuit) -> Pursuit:
        if asked is None:
            return pursuit
        return replace(pursuit, asked=(*pursuit.asked, Asked(reading.day_gone("--asked", asked))))

    def judged(pursuit: Pursuit, archive: Archive | None, zone: str, now: int | None) -> Review:
        return review_pursuit(pursuit, archive, clock=reading.clock(), tz=zone, now=now)

    return with_answers(there, name, told, with_asked, judged, as_json=as_json)


def with_answers(
    there: Home,
    name: str,
    told: Told,
    change: Callable[[Pursuit], Pursuit],
    judge: Callable[[Pursuit, Archive | None, str, int | None], _T],
    *,
    as_json: bool,
) -> _T:
    """What `judge` says of a pursuit (with its archive, the zone, and the moment told) once it was changed.

    What is open is asked at a terminal. Answers are kept at once, the change only where nothing went wrong: whoever
    is asked something types the same again, and it must not count twice.
    """
    before = there.pursuit(name)
    pursuit = with_told(before, told)
    present = asking.at_terminal(as_json=as_json)
    if present:
        pursuit = with_told(pursuit, ask_about(_as_told(pursuit)))
    if pursuit.answers != before.answers:  # what was said of fear must not be lost to a file that cannot be read
        there.keep(pursuit)
        before = pursuit
    pursuit = change(pursuit)
    pursuit, archive = _opened(there, pursuit, present=present, as_json=as_json)
    zone = pursuit.tz or reading.machine_zone()
    now = reading.moment(told.now, zone)
    for _ in range(_MOST_QUESTIONS):
        try:
            found = judge(pursuit, archive, zone, now)
            break
        except OpenQuestion as question:
            pursuit = _answered(pursuit, question, present=present)
    else:
        found = judge(pursuit, archive, zone, now)
    if pursuit != before:
        there.keep(pursuit)
    if pursuit.columns is not None and pursuit.columns != before.columns:
        remember_columns(there, pursuit.columns)
    return found


def heard(there: Home, pursuit: Pursuit) -> Answers:
    """What was said of it, with a request for no more contact that stands in its messages, if they can be read."""
    from walkaway.app.choose_chat import choose_chat
    from walkaway.app.heard import heard as in_messages

    try:
        archive = there.archive(pursuit, reading.options(pursuit.tz, pursuit.order, pursuit.columns))
        chosen = None if archive is None else choose_chat(archive, me=pursuit.me, with_=pursuit.with_)
    except WalkawayError:
        return pursuit.answers
    return in_messages(pursuit.answers, chosen, now=reading.clock())


def remember_columns(there: Home, said: str) -> None:
    """What a table's columns are is asked once."""
    from walkaway.app.column_mapping import remember

    there.keep_you(remember(there.you(), said))


def review_all(there: Home, *, as_json: bool) -> list[Reviewed]:
    """Every pursuit that is kept with its review, or with what stands in its way. Nothing is asked."""
    from walkaway import wiring
    from walkaway.app.everyone import Reviewed, their_no
    from walkaway.app.pursuit import Pursuit
    from walkaway.app.review_pursuit import review_pursuit

    reviewed: list[Reviewed] = []
    names, you = there.names(), there.you()
    clock = reading.clock()
    with Bar(shown=not as_json, what="Reviewing") as bar:
        for done, name in enumerate(names):
            pursuit = Pursuit(name)
            try:
                pursuit = there.pursuit(name)
                zone = pursuit.tz or reading.machine_zone()
                archive = there.archive(pursuit, reading.options_of(pursuit, you))
                found = review_pursuit(pursuit, archive, clock=clock, tz=zone)
                reviewed.append(Reviewed(pursuit, found, their_no(archive, pursuit, wiring.refusal_reader())))
            except WalkawayError as error:
                reviewed.append(Reviewed(pursuit, error))
            bar(done + 1, len(names))
    return reviewed


def you_with(there: Home, *, hours: float | None, own_life: float | None) -> You:
    """What is true of the person over all pursuits, with what was said just now kept too."""
    old = there.you()
    new = replace(
        old,
        hours=old.hours if hours is None else hours,
        own_life=old.own_life if own_life is None else own_life / 100.0,
    )
    if new != old:
        there.keep_you(new)
    return new


def _opened(there: Home, pursuit: Pursuit, *, present: bool, as_json: bool) -> tuple[Pursuit, Any]:
    you = there.you()
    for _ in range(_MOST_QUESTIONS):
        try:
            with Bar(shown=not as_json) as bar:
                return pursuit, there.archive(pursuit, reading.options_of(pursuit, you), bar)
        except OpenQuestion as question:
            pursuit = _answered(pursuit, question, present=present)
    return pursuit, there.archive(pursuit, reading.options_of(pursuit, you))


def _answered(pursuit: Pursuit, question: OpenQuestion, *, present: bool) -> Pursuit:
    if not present or question.option not in _ANSWERS:
        raise question
    given: dict[str, Any] = {_ANSWERS[question.option]: asking.answer(question)}
    return replace(pursuit, **given)


def _as_told(pursuit: Pursuit) -> Told:
    """What is kept of the person's answers, as if it had been typed: so only the rest is asked."""
    said = pursuit.answers
    return Told(
        kind=None if said.kind is None else said.kind.value,
        afraid=said.afraid,
        stop_contact=said.stop_contact,
        want=None if said.want is None else "yes" if said.want else "no",
        elsewhere=said.elsewhere,
    )


# --- for a program ----------------------------------------------------------------------------------------------------


def open_home(path: str | Path | None = None) -> Home:
    """The pursuits kept in a folder of plain files. For an encrypted store see docs/store.md."""
    from walkaway import wiring

    return wiring.home(opening.home_folder(None if path is None else Path(path)))


def review_kept(name: str, *, home: str | Path | None = None, now: str | date | None = None) -> Review:
    """One pursuit that is kept, judged as of today, or of `now` (a day like 2024-08-03).

    An encrypted store is opened with the passphrase in the file that $WALKAWAY_PASSPHRASE_FILE names.
    """
    with opened(None if home is None else Path(home), as_json=True) as there:
        return review(there, name, Told(now=reading.day_or_moment(now)), as_json=True)


def names_in(typed: Sequence[str]) -> list[str]:
    """Names typed one by one or with commas between."""
    return [name.strip() for text in typed for name in text.split(",") if name.strip()]
