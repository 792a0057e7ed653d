"""Messages a week in; a picture of them, yours up and theirs down, with a title and a description, out."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import numpy as np

from walkaway.app.evidence import Timeline
from walkaway.core.events import Int64Array

WIDTH, HEIGHT = 640, 160
_MIDDLE = HEIGHT / 2


def drawn(found: Timeline, words: Mapping[str, Any]) -> str:
    """Bars would be too thin over years: an area each, from a line in the middle."""
    most = max(1, int(found.yours.max(initial=0)), int(found.theirs.max(initial=0)))
    title = f"{words['timeline']}: {words['timeline_yours']}, {words['timeline_theirs']}"
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="weeks-title weeks-text">'
        f'<title id="weeks-title">{escape(title)}</title>'
        f'<desc id="weeks-text">{escape(words["timeline_text"].partition(".")[0])}.</desc>'
        f'<polygon class="yours" points="{_area(found.yours, most, -1)}"/>'
        f'<polygon class="theirs" points="{_area(found.theirs, most, 1)}"/>'
        f'<line class="grid" x1="0" x2="{WIDTH}" y1="{_MIDDLE}" y2="{_MIDDLE}"/>'
        f'<text x="4" y="14">{escape(words["timeline_yours"])}</text>'
        f'<text x="4" y="{HEIGHT - 6}">{escape(words["timeline_theirs"])}</text></svg>'
    )


def _area(counts: Int64Array, most: int, way: int) -> str:
    n = max(1, len(counts) - 1)
    x = WIDTH * np.arange(len(counts)) / n
    y = _MIDDLE + way * (_MIDDLE - 4) * counts / most
    points = [f"{a:.1f},{b:.1f}" for a, b in zip(x.tolist(), y.tolist(), strict=True)]
    return " ".join([f"0,{_MIDDLE}", *points, f"{WIDTH},{_MIDDLE}"])
