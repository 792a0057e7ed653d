"""A farewell or a clock and a language's sentences in; the fixed sentences for it, out."""

from __future__ import annotations

from typing import Any

from walkaway.core.events import DAY
from walkaway.core.leaving.farewell import Farewell
from walkaway.core.leaving.silence import Clock
from walkaway.core.standards.standard import PursuitKind

_PRIVATE = (PursuitKind.PARTNER, PursuitKind.FRIEND, None)


def farewell_text(leaving: Farewell, *, of: Any) -> str:
    """The farewell to send, as it is."""
    lines = [of.THANKS[leaving.kind][leaving.register], of.ENDS[leaving.kind]]
    if leaving.until is not None:
        again = of.PRIVATE_DATE if leaving.kind in _PRIVATE else of.WORK_DATE
        lines.append(again.format(day=of.day(leaving.until * DAY)))
    return " ".join([*lines, of.WISHES[leaving.register]])


def clock_text(clock: Clock, *, of: Any) -> str:
    """41 of 42 days kept."""
    said = of.CLOCK
    if clock.days == 0:
        return str(said["first_day"])
    kept = said["kept"].format(kept=of.number(clock.kept), days=of.days_long(clock.days))
    if clock.wrote_today:
        return f"{kept} {said['today']}"
    return f"{kept} {said['one' if len(clock.lapses) == 1 else 'some']}" if clock.lapses else str(kept)
