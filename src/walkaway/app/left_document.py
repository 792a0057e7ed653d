"""A leaving in, the table of it in a pursuit's document out; and back, saying what does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, cast, get_args

from walkaway.app.left import Left
from walkaway.app.talk_document import Reads
from walkaway.core.events import Moment
from walkaway.core.leaving.farewell import Register
from walkaway.core.leaving.silence import MOST_HOURS, HeldMessage, UnsentLetter, Urge

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
STRONGEST = 5
USUAL: Register = "plain"
LEARNED = 2
"""Lines. More than two is a letter."""


class ReadsMore(Reads, Protocol):
    """Reads instants and lists too."""

    def needed(self, row: Mapping[str, Any], key: str) -> str: ...
    def must(self, row: Mapping[str, Any], key: str, most: float = ...) -> float: ...
    def instant(self, row: Mapping[str, Any], key: str) -> Moment: ...


def left_out(left: Left | None) -> dict[str, Any] | None:
    """What was said, and nothing else."""
    if left is None:
        return None
    found: dict[str, Any] = {
        "on": _day(left.on),
        "until": _day(left.until),
        "closed": _day(left.closed),
        "learned": list(left.learned),
        "letter": [{"at": _instant(one.at), "text": one.text} for one in left.letters],
        "urge": [
            {"at": _instant(one.at), "strength": one.strength} | ({"before": one.before} if one.before else {})
            for one in left.urges
        ],
        "held": [{"at": _instant(one.at), "hours": one.hours, "text": one.text} for one in left.held],
        "tone": None if left.tone == USUAL else left.tone,
    }
    return {key: value for key, value in found.items() if value not in (None, [])}


def left_in(at: ReadsMore, document: Mapping[str, Any]) -> Left | None:
    """The leaving in a document; None where there is none. Raises UsageError."""
    if "left" not in document:
        return None
    row = at.table(document, "left")
    at.knows(row, ("on", "until", "closed", "learned", "letter", "urge", "held", "tone"))
    days = {key: at.day(row, key) if key in row else None for key in ("on", "until", "closed")}
    on, until = days["on"], days["until"]
    if until is not None and (on is None or until <= on):
        raise at.wrong("until", "Give a day after the one on which you left")
    learned = at.texts(row, "learned")
    if len(learned) > LEARNED:
        raise at.wrong("learned", "Keep it to two lines")
    letters = [UnsentLetter(at.instant(one, "at").at, at.needed(one, "text")) for one in at.rows(row, "letter")]
    urges = [_urge(at, one) for one in at.rows(row, "urge")]
    held = [_held(at, one) for one in at.rows(row, "held")]
    tone = at.one_of(row, "tone", get_args(Register)) or USUAL
    return Left(on, until, tuple(letters), tuple(urges), days["closed"], learned, tuple(held), cast("Register", tone))


def _urge(at: ReadsMore, row: Mapping[str, Any]) -> Urge:
    strength = at.must(row, "strength", most=STRONGEST)
    if strength < 1 or strength != int(strength):
        raise at.wrong("strength", f"Give a whole number from 1 to {STRONGEST}")
    return Urge(at.instant(row, "at").at, int(strength), at.text(row, "before") or "")


def _held(at: ReadsMore, row: Mapping[str, Any]) -> HeldMessage:
    hours = at.must(row, "hours", most=MOST_HOURS)
    if hours <= 0:
        raise at.wrong("hours", f"Give hours above 0, up to {MOST_HOURS}")
    return HeldMessage(at.instant(row, "at").at, at.needed(row, "text"), hours)


def _day(local: int | None) -> str | None:
    return None if local is None else (_EPOCH + timedelta(microseconds=local)).date().isoformat()


def _instant(at: int) -> str:
    return (_EPOCH + timedelta(microseconds=at)).isoformat()
