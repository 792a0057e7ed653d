"""A clock of kept days in; a picture with a square a day, and the same as stretches for a table, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from walkaway.core.events import DAY
from walkaway.core.leaving.silence import Clock

IN_A_ROW = 28
"""Days: four weeks, so that a weekday keeps its column."""
MOST = IN_A_ROW * 7
"""Days that are drawn, at most: half a year. The table holds them all."""
_CELL, _SIDE = 12, 9


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row that were all kept, or on all of which you wrote; `first` and `last` are local (us)."""

    first: int
    last: int
    days: int
    kept: bool


def drawn(clock: Clock, title: str, text: str) -> str:
    """The last days of it, oldest first, today at the end with an open edge. `text` describes it."""
    first = clock.since + max(0, clock.days - MOST)
    today, wrote = clock.since + clock.days, set(clock.lapses)
    cells = [_cell(day - first, "wrote" if day in wrote else "kept") for day in range(first, today)]
    cells.append(_cell(today - first, "wrote today" if clock.wrote_today else "today"))
    height = _CELL * (1 + (today - first) // IN_A_ROW)
    return (
        f'<svg viewBox="0 0 {_CELL * IN_A_ROW} {height}" role="img" aria-labelledby="strip-title strip-text">'
        f'<title id="strip-title">{escape(title)}</title><desc id="strip-text">{escape(text)}</desc>'
        f"{''.join(cells)}</svg>"
    )


def _cell(place: int, kind: str) -> str:
    x, y = 1.5 + _CELL * (place % IN_A_ROW), 1.5 + _CELL * (place // IN_A_ROW)
    return f'<rect class="day {kind}" x="{x}" y="{y}" width="{_SIDE}" height="{_SIDE}" rx="2"/>'


def stretches(clock: Clock) -> tuple[Stretch, ...]:
    """All of it as stretches, newest first: the table beneath the picture."""
    return tuple(_stretches(clock))[::-1]


def _stretches(clock: Clock) -> Iterator[Stretch]:
    begin, end = clock.since, clock.since + clock.days
    for lapse in (*clock.lapses, end):
        if lapse > begin:
            yield _stretch(begin, lapse - 1, kept=True)
        if lapse < end:
            yield _stretch(lapse, lapse, kept=False)
        begin = lapse + 1


def _stretch(first: int, last: int, *, kept: bool) -> Stretch:
    return Stretch(first * DAY, last * DAY, last - first + 1, kept)
