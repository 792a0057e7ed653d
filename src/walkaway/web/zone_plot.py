"""The numbers of a talk, your line and how far they may go in; a picture with its title and description, out."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from walkaway.core.events import DAY
from walkaway.core.offers.concession import By

WIDTH, HEIGHT = 360, 220
_RIGHT, _TOP, _BOTTOM = 10, 10, 24
_LETTER = 6.6
"""How wide a digit is drawn, at most."""
_TICKS = 4


@dataclass(frozen=True, slots=True)
class Dot:
    """A number that one side said, on a local day (us)."""

    by: By
    number: float
    on: int


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the two sides stand. `theirs`: how far they may go, lower price first."""

    said: tuple[Dot, ...]
    line: float
    theirs: tuple[float, float]
    selling: bool

    @property
    def zone(self) -> tuple[float, float] | None:
        """The prices past your line that they may still go to."""
        low, high = self.theirs
        zone = (max(low, self.line), high) if self.selling else (low, min(high, self.line))
        return zone if zone[0] < zone[1] else None


def drawn(
    stand: Stand, words: Mapping[str, Any], text: str, days: tuple[str, str], amount: Callable[[float], str]
) -> str:
    """The picture. `text` describes it, `days` are the first and the last as written, `amount` writes a price."""
    ticks = _ticks(stand)
    left = 8 + _LETTER * max(len(amount(tick)) for tick in ticks)
    y = _scale(ticks)

    def rect(kind: str, low: float, high: float) -> str:
        box = f'x="{left:.1f}" width="{WIDTH - _RIGHT - left:.1f}" y="{y(high):.1f}"'
        return f'<rect class="{kind}" {box} height="{max(y(low) - y(high), 1):.1f}"/>'

    def across(kind: str, at: float) -> str:
        return f'<line class="{kind}" x1="{left:.1f}" x2="{WIDTH - _RIGHT}" y1="{y(at):.1f}" y2="{y(at):.1f}"/>'

    parts = [
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="zone-title zone-text">',
        f'<title id="zone-title">{escape(words["talk_plot"])}</title><desc id="zone-text">{escape(text)}</desc>',
        rect("reach", *stand.theirs),
        *([rect("fair", *stand.zone)] if stand.zone else []),
    ]
    for tick in ticks:
        label = escape(amount(tick))
        parts += [
            across("grid", tick),
            f'<text x="{left - 5:.1f}" y="{y(tick) + 4:.1f}" text-anchor="end">{label}</text>',
        ]
    parts += [across("edge", end) for end in stand.theirs]
    parts.append(across("own-line", stand.line))
    parts += _offers(stand.said, left, y)
    first, last = (escape(day) for day in days)
    parts.append(f'<text x="{left:.1f}" y="{HEIGHT - 7}">{first}</text>')
    if last != first:
        parts.append(f'<text x="{WIDTH - _RIGHT}" y="{HEIGHT - 7}" text-anchor="end">{last}</text>')
    return "".join([*parts, "</svg>"])


def _ticks(stand: Stand) -> list[float]:
    """Round prices from below everything that is shown to above it."""
    shown = [stand.line, *stand.theirs, *(dot.number for dot in stand.said)]
    low, high = min(shown), max(shown)
    span = high - low or abs(high) or 1.0
    size = 10.0 ** math.floor(math.log10(span / _TICKS))
    step = next(size * k for k in (1, 2, 5, 10) if size * k >= span / _TICKS)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [step * k for k in range(first, max(last, first + 1) + 1)]


def _scale(ticks: Sequence[float]) -> Callable[[float], float]:
    low, high = ticks[0], ticks[-1]
    return lambda price: _TOP + (HEIGHT - _TOP - _BOTTOM) * (high - price) / (high - low)


def _offers(said: Sequence[Dot], left: float, y: Callable[[float], float]) -> Iterator[str]:
    """Each side's numbers, joined in the order in which they were said: yours round, theirs on a corner."""
    at = _times(said)
    span = (max(at) - min(at) or 1.0) if at else 1.0
    room = WIDTH - _RIGHT - left - 20
    x = [left + 10 + room * ((t - min(at)) / span if len(at) > 1 else 0.5) for t in at]
    for side, kind in (("you", "own-way"), ("them", "their-way")):
        way = [(x[k], y(dot.number)) for k, dot in enumerate(said) if dot.by == side]
        if len(way) > 1:
            yield f'<polyline class="{kind}" points="{" ".join(f"{a:.1f},{b:.1f}" for a, b in way)}"/>'
        for a, b in way:
            yield (
                f'<circle class="own-dot" cx="{a:.1f}" cy="{b:.1f}" r="4.5"/>'
                if side == "you"
                else f'<path class="their-dot" d="M{a:.1f} {b - 6:.1f}l6 6-6 6-6-6z"/>'
            )


def _times(said: Sequence[Dot]) -> list[float]:
    """Days; those of one day stand beside each other in their order."""
    days = [dot.on // DAY for dot in said]
    return [day + days[:k].count(day) / days.count(day) for k, day in enumerate(days)]
