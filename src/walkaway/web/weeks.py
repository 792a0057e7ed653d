"""Messages a week in; a picture of them, yours up and theirs down, with its scale, its days and a description, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

import numpy as np

from walkaway.app.evidence import Timeline
from walkaway.core.events import Int64Array

WIDTH, HEIGHT = 360, 200
"""As wide as a phone, so that letters keep their size there."""
_RIGHT, _TOP, _BOTTOM = 8, 20, 36
_MIDDLE = (_TOP + HEIGHT - _BOTTOM) / 2
_HALF = (HEIGHT - _TOP - _BOTTOM) / 2
_LETTER = 6.6
"""How wide a digit is drawn, at most."""


def drawn(found: Timeline, words: Mapping[str, Any], days: tuple[str, str]) -> str:
    """Bars would be too thin over years: an area each, from a line in the middle. `days`: first and last week."""
    most = max(1, int(found.yours.max(initial=0)), int(found.theirs.max(initial=0)))
    left = 8 + _LETTER * len(str(most))
    title = f"{words['timeline']}: {words['timeline_yours']}, {words['timeline_theirs']}"
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="weeks-title weeks-text">'
        f'<title id="weeks-title">{escape(title)}</title>'
        f'<desc id="weeks-text">{escape(words["timeline_text"])}</desc>'
        f'<polygon class="yours" points="{_area(found.yours, most, -1, left)}"/>'
        f'<polygon class="theirs" points="{_area(found.theirs, most, 1, left)}"/>'
        f"{''.join(_scale(most, left))}"
        f'<text x="{left}" y="{_TOP - 7}">{escape(words["timeline_yours"])}</text>'
        f'<text x="{left}" y="{HEIGHT - _BOTTOM + 13}">{escape(words["timeline_theirs"])}</text>'
        f'<text x="{left}" y="{HEIGHT - 6}">{escape(days[0])}</text>'
        f'<text x="{WIDTH - _RIGHT}" y="{HEIGHT - 6}" text-anchor="end">{escape(days[1])}</text></svg>'
    )


def _scale(most: int, left: float) -> Iterator[str]:
    """A line with its number at the most of both sides, and at none."""
    for y, number in ((_MIDDLE - _HALF, most), (_MIDDLE, 0), (_MIDDLE + _HALF, most)):
        yield f'<line class="grid" x1="{left}" x2="{WIDTH - _RIGHT}" y1="{y}" y2="{y}"/>'
        yield f'<text x="{left - 4}" y="{y + 4}" text-anchor="end">{number}</text>'


def _area(counts: Int64Array, most: int, way: int, left: float) -> str:
    n = max(1, len(counts) - 1)
    x = left + (WIDTH - _RIGHT - left) * np.arange(len(counts)) / n
    y = _MIDDLE + way * _HALF * counts / most
    points = [f"{a:.1f},{b:.1f}" for a, b in zip(x.tolist(), y.tolist(), strict=True)]
    return " ".join([f"{left},{_MIDDLE}", *points, f"{WIDTH - _RIGHT},{_MIDDLE}"])
