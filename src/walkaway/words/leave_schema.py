"""Where a leaving stands in; the documented JSON of it (docs/schema.md), as plain values without NaN, out."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from typing import Any

from walkaway.app.leave import Closing, Leaving
from walkaway.app.welcome_back import Back
from walkaway.core.comeback.forecast import Outlook
from walkaway.core.comeback.welcome import Effort
from walkaway.core.events import DAY
from walkaway.core.leaving.silence import Clock, HeldMessage
from walkaway.words.spoken import spoken

LEAVE = "walkaway.leave/1"
Json = dict[str, Any]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SAYS = spoken("en").leaving


def leave_as_json(found: Leaving) -> Json:
    """The leaving as JSON values. Under support it holds no more than the page of support."""
    head: Json = {"schema": LEAVE, "name": found.pursuit.name, "kind": found.pursuit.answers.kind, "state": found.state}
    sentences = [line for _, lines in _SAYS.parts(found) for line in lines]
    left = found.pursuit.left
    if found.state == "support" or left is None:
        return {**head, **dict.fromkeys(_FACTS), "since": [], "sentences": sentences}
    return {
        **head,
        "as_of": _day(found.as_of.local),
        "left": _day(left.on),
        "look_again": _day(found.look_again),
        "farewell": _SAYS.to_send(found),
        "clock": None if found.clock is None else clock_as_json(found.clock),
        "seen_to": None if found.seen_to is None else _day(found.seen_to.local),
        "letters": len(left.letters),
        "urges": [{"strength": one.strength, "before": one.before} for one in left.urges],
        "held": [_held(one, found) for one in left.held] if found.state == "open" else [],
        "outlook": None if found.outlook is None else _outlook(found.outlook),
        "since": [
            {"what": one.what, "on": _day(one.local), "n": one.n, "sentence": sentence}
            for one, sentence in zip(found.since, _SAYS.act_lines(found.since), strict=True)
        ],
        "back": None if found.back is None else _back(found.back),
        "closed": None if found.closing is None else _closing(found.closing, left.closed, left.learned),
        "sentences": sentences,
    }


_FACTS = (
    *("as_of", "left", "look_again", "farewell", "clock", "seen_to", "letters", "urges"),
    *("held", "outlook", "back", "closed"),
)


def clock_as_json(clock: Clock) -> Json:
    """The clock of kept days."""
    return {
        "days": clock.days,
        "kept": clock.kept,
        "run": clock.run,
        "longest": clock.longest,
        "lapses": [_day(lapse * DAY) for lapse in clock.lapses],
        "wrote_today": clock.wrote_today,
    }


def _held(message: HeldMessage, found: Leaving) -> Json:
    wait = message.waiting(found.as_of.at)
    at = (_EPOCH + timedelta(microseconds=wait.free_at)).isoformat(timespec="seconds")
    return {"until": at, "over": wait.free, "sentence": _SAYS.held_line(message, found)}


def _outlook(found: Outlook) -> Json:
    ranges = [
        {"days": r.days, "chance": r.chance, "low": r.low, "high": r.high, "usual": r.usual, "sentence": _SAYS.odds(r)}
        for r in found.ranges
    ]
    return {"status": found.status, "silence": found.silence, "typical": found.typical, "ranges": ranges}


def _back(found: Back) -> Json:
    answer = found.welcome
    return {
        "answer": answer.answer,
        "word": _SAYS.WELCOME[answer.answer],
        "because": list(answer.because),
        "returned": _day(found.returned),
        "weeks": answer.weeks,
        "engaged": answer.engaged,
        "stated": found.stated,
        "terms": [_term(effort) for effort in found.efforts],
    }


def _term(effort: Effort) -> Json:
    of = effort.term
    since = [None if math.isnan(x) else x for x in effort.since.tolist()]
    return {
        "name": of.name,
        "least": of.least,
        "must_have": of.must_have,
        "before": effort.before_leaving,
        "since": since,
    }


def _closing(found: Closing, on: int | None, learned: tuple[str, ...]) -> Json:
    return {
        "on": _day(on),
        "learned": list(learned),
        "hours": found.hours,
        "assumed": found.assumed,
        "options": [p.option.name for p in found.options],
    }


def _day(local: int | None) -> str | None:
    return None if local is None else (_EPOCH + timedelta(microseconds=local)).date().isoformat()
