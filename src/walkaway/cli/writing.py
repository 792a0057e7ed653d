"""What a person wrote or got in; it checked, or read, out. The library's two functions, and the same for many lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from walkaway import wiring
from walkaway.app.check_draft import CheckedDraft, context_from
from walkaway.app.check_draft import check_draft as check
from walkaway.app.errors import UnreadableArchive, UsageError, WalkawayError
from walkaway.app.read_refusal import ReadRefusal
from walkaway.app.read_refusal import read_refusal as read
from walkaway.core.events import SECOND
from walkaway.core.leaving.context import Context
from walkaway.core.leaving.draft import Dismissed
from walkaway.core.redirect.reading import Confirmed, Label

LOOK_AGAIN = 5
"""The exit code for what is worth another look; 1 stays what a crash gives."""
LARGEST = 1 << 20
"""Bytes of one message; nobody writes more, and a whole archive given by mistake should not be checked as a draft."""


def check_draft(
    text: str,
    context: Context | Mapping[str, Any] | None = None,
    *,
    dismissed: Sequence[Dismissed] = (),
) -> CheckedDraft:
    """What is worth another look in a draft. `context`: a Context, or a mapping with the names of its fields.

    `dismissed` holds what the person said "not this" to: a rule, in one message or in all.
    """
    known = context if isinstance(context, Context) else context_from(context or {})
    return check(text, known, wiring.draft_rules(), dismissed=frozenset(dismissed))


def read_refusal(text: str, *, now: date | None = None, confirmed: Sequence[tuple[str, str]] = ()) -> ReadRefusal:
    """What sort of no this may be, and one next step. `confirmed`: texts with the label the person gave them."""
    return read_known(text, now=now, confirmed=[Confirmed(said, label_of(label)) for said, label in confirmed])


def read_known(
    text: str, *, now: date | None, confirmed: Sequence[Confirmed], said: Label | None = None
) -> ReadRefusal:
    """The same, with what is known already. `said`: what the person says of this very one."""
    return read(text, now=_wall_clock(now), reader=wiring.refusal_reader(), confirmed=confirmed, said=said)


def label_of(said: str) -> Label:
    """The label of this name. Raises UsageError with those there are."""
    try:
        return Label(said)
    except ValueError:
        raise UsageError(f"A label is one of: {', '.join(Label)}. Not {said!r}.") from None


def _wall_clock(now: date | None) -> int:
    day = now or datetime.now().astimezone().date()
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return int(start.timestamp()) * SECOND


# --- files ------------------------------------------------------------------------------------------------------------


def text_of(path: Path | None) -> str:
    """The message in a file, or on standard input for "-" or none."""
    with _opened(path) as stream:
        raw = stream.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise UsageError("This is too long for one message. Give one message, or many with --jsonl.")
    text = _decoded(raw)
    if not text.strip():
        raise UsageError("There is no text. Give a file, or pipe the text in.")
    return text


def answers(path: Path, answer: Callable[[Mapping[str, Any]], dict[str, Any]]) -> Iterator[str]:
    """One line of JSON for each line of JSON; a bad line gets an error on its line, and the rest goes on."""
    with _opened(path) as stream:
        for number, raw in enumerate(stream, 1):
            if not raw.strip():
                continue
            try:
                found = answer(_asked(raw))
            except WalkawayError as error:
                found = {"error": str(error), "line": number}
            yield json.dumps(found, ensure_ascii=False, allow_nan=False)


def _asked(raw: bytes) -> Mapping[str, Any]:
    try:
        asked = json.loads(_decoded(raw))
    except (ValueError, RecursionError):
        raise UsageError("This line is not JSON.") from None
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        raise UsageError("Each line must be an object with a text.")
    if not isinstance(asked.get("context") or {}, dict):
        raise UsageError("The context must be an object.")
    return asked


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableArchive("This is not text in UTF-8.") from None


def _opened(path: Path | None) -> AbstractContextManager[BinaryIO]:
    if path is None or str(path) == "-":
        return nullcontext(sys.stdin.buffer)  # not ours to close
    try:
        return path.open("rb")
    except OSError as error:
        raise UnreadableArchive(f"{path.name} cannot be read: {error.strerror or error}.") from None
