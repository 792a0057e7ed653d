"""What was remembered in, the table of it in a pursuit's document out; and back, saying what does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from walkaway.app.recalled import DAYS_A_WEEK, MOST_OPENINGS, MOST_WEEKS, NormalWeek, Recalled
from walkaway.app.talk_document import Reads

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PERCENT = 100.0
_SHARES = ("you_answer", "they_answer")
_MOST = {
    **dict.fromkeys(("you_open", "they_open"), MOST_OPENINGS),
    **dict.fromkeys(_SHARES, _PERCENT),
    **dict.fromkeys(("your_days", "their_days"), DAYS_A_WEEK),
}


class ReadsNumbers(Reads, Protocol):
    """Reads numbers that must be there too."""

    def must(self, row: Mapping[str, Any], key: str, most: float = ...) -> float: ...


def recalled_out(recalled: Recalled | None) -> dict[str, Any] | None:
    """What was said, and nothing else."""
    if recalled is None:
        return None
    on = (_EPOCH + timedelta(microseconds=recalled.on)).date().isoformat()
    weeks = {"then": _week_out(recalled.then), "now": _week_out(recalled.now)}
    return {"on": on, "weeks_now": recalled.weeks_now, **weeks}


def recalled_in(at: ReadsNumbers, document: Mapping[str, Any]) -> Recalled | None:
    """What was remembered, in a document; None where there is nothing. Raises UsageError."""
    if "recalled" not in document:
        return None
    row = at.table(document, "recalled")
    at.knows(row, ("on", "weeks_now", "then", "now"))
    then, now = (_week_in(at, at.table(row, key)) for key in ("then", "now"))
    return Recalled(at.day(row, "on"), then, now, round(at.must(row, "weeks_now", most=MOST_WEEKS)))


def _week_out(week: NormalWeek) -> dict[str, float]:
    return {key: round(_PERCENT * x, 6) if key in _SHARES else x for key, x in asdict(week).items()}


def _week_in(at: ReadsNumbers, row: Mapping[str, Any]) -> NormalWeek:
    at.knows(row, tuple(_MOST))
    said = {key: at.must(row, key, most=most) for key, most in _MOST.items()}
    return NormalWeek(**{key: x / _PERCENT if key in _SHARES else x for key, x in said.items()})
