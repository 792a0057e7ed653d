"""Named values with intervals in; a small bar chart as SVG out."""

from __future__ import annotations

from html import escape
from pathlib import Path

_LEFT, _WIDE, _ROW = 240, 380, 26


def bars(path: Path, title: str, values: dict[str, tuple[float, float, float]], *, low: float, high: float) -> None:
    """One row a name: the value as a dot, its interval as a line, on a scale from `low` to `high`."""

    def place(x: float) -> float:
        return _LEFT + _WIDE * (min(max(x, low), high) - low) / (high - low)

    height = _ROW * (len(values) + 2)
    width = _LEFT + _WIDE + 60
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" ']
    out.append(f'font-size="13" role="img"><title>{escape(title)}</title><text x="8" y="18">{escape(title)}</text>')
    for k, (name, (value, least, most)) in enumerate(values.items()):
        y = _ROW * (k + 2) - 8
        out.append(
            f'<text x="8" y="{y + 4}">{escape(name)}</text>'
            f'<line x1="{place(least):.0f}" x2="{place(most):.0f}" y1="{y}" y2="{y}" stroke="#777" stroke-width="3"/>'
            f'<circle cx="{place(value):.0f}" cy="{y}" r="5" fill="#235"/>'
            f'<text x="{_LEFT + _WIDE + 10}" y="{y + 4}">{value:.2f}</text>'
        )
    path.write_text("".join(out) + "</svg>\n", encoding="utf-8")
