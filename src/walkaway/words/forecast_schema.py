"""A forecast in; the documented JSON of it (docs/schema.md), as plain values without NaN, out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from walkaway.app.forecast import Bought, Forecast
from walkaway.core.comeback.forecast import Outlook, Range
from walkaway.words.spoken import spoken

FORECAST = "walkaway.forecast/1"
Json = dict[str, Any]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SAYS, _LEAVING = spoken("en").forecasts, spoken("en").leaving


def forecast_as_json(found: Forecast) -> Json:
    """The forecast as JSON values. Where nothing may be foretold, all of it is empty or null."""
    outlook, bought = found.outlook, found.bought
    return {
        "schema": FORECAST,
        "name": found.name,
        "kind": found.kind,
        "state": found.state,
        "as_of": None if found.state == "support" else _day(found.as_of.local),
        "waiting": [_range(one, _SAYS.waiting) for one in found.waiting],
        "if_you_write": [_range(one, _SAYS.answer) for one in found.if_you_write],
        "first": None if outlook is None else _outlook(outlook),
        "bought": None if bought is None else _bought(bought),
        "sentences": [line for _, lines in _SAYS.parts(found, _LEAVING) for line in lines],
    }


def _range(found: Range, say: Callable[[Range], str]) -> Json:
    return {
        "days": found.days,
        "chance": found.chance,
        "low": found.low,
        "high": found.high,
        "usual": found.usual,
        "sentence": say(found),
    }


def _outlook(found: Outlook) -> Json:
    ranges = [_range(one, _LEAVING.odds) for one in found.ranges]
    return {"status": found.status, "silence": found.silence, "typical": found.typical, "ranges": ranges}


def _bought(found: Bought) -> Json:
    return {
        "days": found.days,
        "first": _day(found.first),
        "last": _day(found.last),
        "ranges": [_range(one, _SAYS.buys) for one in found.ranges],
    }


def _day(local: int) -> str:
    return (_EPOCH + timedelta(microseconds=local)).date().isoformat()
