"""Files and what was typed in; the review out, with what is still open asked at a terminal."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from walkaway.app.errors import OpenQuestion, UnknownColumns, UsageError
from walkaway.cli import asking, reading
from walkaway.cli.progress import Bar
from walkaway.cli.sorry import OPEN, say
from walkaway.cli.told import Told
from walkaway.words.en import doors

if TYPE_CHECKING:
    from walkaway.app.choose_chat import Chosen
    from walkaway.app.ports import Archive
    from walkaway.app.review import Review

_FIELDS = {"--me": "me", "--with": "with_", "--order": "order", "--tz": "tz", "--kind": "kind", "--now": "now"} | {
    "--columns": "columns"
}
"""Which of the things told answers a question, by the option it names."""
_MOST_QUESTIONS = 8
_TABLE = "table"
_T = TypeVar("_T")


def read_and_ask(paths: Sequence[Path], told: Told, *, as_json: bool) -> Review:
    """Read, choose, judge. At a terminal every open question is asked; elsewhere it is raised."""
    present = asking.at_terminal(as_json=as_json)
    reading.answers(told)  # a word that does not fit should be said before a long file is read
    columns = told.columns
    archive, chosen, told = open_and_choose(paths, told, as_json=as_json)
    if columns is not None and _TABLE not in archive.source:
        raise UsageError(f"--columns is for a table, and this is {archive.source}. Leave it out.")
    if present:
        told = ask_about(told)
    return reading.judge(archive, chosen, told)


Recall = Callable[[], tuple[str, ...]]
"""What was said of the columns of earlier tables; it may cost a passphrase, so only who needs it asks."""


def open_and_choose(
    paths: Sequence[Path], told: Told, *, as_json: bool, recall: Recall | None = None
) -> tuple[Archive, Chosen, Told]:
    """The archive in these files, the chat meant, and what was told on the way to them."""
    present = asking.at_terminal(as_json=as_json)

    def opened(now: Told) -> Archive:
        with Bar(shown=not as_json) as bar:
            return reading.open_files(paths, now, bar)

    archive, told = _settled(opened, told, present=present, recall=recall)
    chosen, told = _settled(lambda now: reading.choose(archive, now), told, present=present)
    return archive, chosen, told


def _settled(
    attempt: Callable[[Told], _T], told: Told, *, present: bool, recall: Recall | None = None
) -> tuple[_T, Told]:
    """The outcome, and what was told on the way to it."""
    for _ in range(_MOST_QUESTIONS):
        try:
            return attempt(told), told
        except OpenQuestion as question:
            if isinstance(question, UnknownColumns) and recall is not None:
                told, recall = dataclasses.replace(told, remembered=(*told.remembered, *recall())), None
                continue
            if not present or question.option not in _FIELDS:
                raise
            answered: dict[str, Any] = {_FIELDS[question.option]: asking.answer(question)}
            told = dataclasses.replace(told, **answered)
    return attempt(told), told


def ask_about(told: Told) -> Told:
    """What only the person can say: the kind, fear, and, where that allows a verdict, want and elsewhere."""
    if told.kind is None:
        told = dataclasses.replace(told, kind=asking.kind())
    if told.afraid is None:
        told = dataclasses.replace(told, afraid=asking.afraid())
    if told.afraid != "no" or told.stop_contact:
        return told
    if told.want is None:
        told = dataclasses.replace(told, want=asking.choose(doors.WANT, doors.WANTS, skip=True))
    if told.elsewhere is None and told.want != "no":
        told = dataclasses.replace(told, elsewhere=asking.choose(doors.ELSEWHERE, doors.PLACES, skip=True))
    return told


def leave_if_open(review: Review, *, as_json: bool) -> None:
    """Without anybody to ask, a verdict that waits for the answer about safety leaves with code 4."""
    from walkaway.core.verdict.verdict import Move

    if review.verdict.move is not Move.UNANSWERED or asking.at_terminal(as_json=as_json):
        return
    say(OpenQuestion(doors.SAFETY, option="--afraid", choices=tuple(doors.FEARS)), as_json=False)
    raise typer.Exit(OPEN)
