"""A study's numbers in; an SVG picture with a title and a description, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

_INK, _GRID, _OURS, _RULE = "#333", "#ddd", "#1f6f8b", "#b8b8b8"
_LINE, _LEFT, _RIGHT, _TOP = 24, 330, 70, 48


def bars(title: str, text: str, rows: Sequence[tuple[str, float, float, bool]], most: float) -> str:
    """One bar per row (name, value, standard error, ours or not), cut off at `most`."""
    width = 760
    scale = (width - _LEFT - _RIGHT) / most
    parts = [*_open(width, _TOP + _LINE * len(rows) + 12, title, text)]
    for k, (name, value, error, mine) in enumerate(rows):
        y = _TOP + k * _LINE
        long = max(min(value, most), 0.0) * scale
        colour = _OURS if mine else _RULE
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 13}" text-anchor="end">{escape(name)}</text>\n')
        parts.append(f'<rect x="{_LEFT}" y="{y}" width="{long:.1f}" height="17" fill="{colour}"/>\n')
        if value <= most:
            low, high = (_LEFT + max(v, 0.0) * scale for v in (value - error, value + error))
            parts.append(f'<path d="M{low:.1f} {y + 8.5}H{high:.1f}" stroke="{_INK}" stroke-width="1.5"/>\n')
            long = max(long, high - _LEFT)
        parts.append(
            f'<text x="{_LEFT + long + 6:.1f}" y="{y + 13}">{value:.2f}{"" if value <= most else " →"}</text>\n'
        )
    return "".join([*parts, "</svg>\n"])


def reliability(title: str, text: str, rows: Sequence[tuple[int, float, float]]) -> str:
    """What was said against what came true, a dot per tenth (count, said, right), its area by the count."""
    size, edge = 420, 56
    inside = size - 2 * edge

    def at(x: float, y: float) -> tuple[float, float]:
        return edge + inside * x, size - edge - inside * y

    parts = [*_open(size, size, title, text)]
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        (x, low), (left, y) = at(tick, 0), at(0, tick)
        parts.append(f'<path d="M{x} {low}V{edge}M{left} {y}H{size - edge}" stroke="{_GRID}"/>\n')
        parts.append(f'<text x="{x}" y="{low + 18}" text-anchor="middle">{100 * tick:.0f} %</text>\n')
        parts.append(f'<text x="{left - 6}" y="{y + 4}" text-anchor="end">{100 * tick:.0f} %</text>\n')
    (a, b), (c, d) = at(0, 0), at(1, 1)
    parts.append(f'<path d="M{a} {b}L{c} {d}" stroke="{_INK}" stroke-dasharray="4 4"/>\n')
    total = sum(n for n, _, _ in rows)
    for n, said, right in rows:
        x, y = at(said, right)
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{3 + 16 * (n / total) ** 0.5:.1f}" fill="{_OURS}" opacity=".75"/>\n'
        )
    parts.append(f'<text x="{size / 2}" y="{size - 12}" text-anchor="middle">said: how sure</text>\n')
    parts.append(
        f'<text x="14" y="{size / 2}" text-anchor="middle" transform="rotate(-90 14 {size / 2})">right</text>\n'
    )
    return "".join([*parts, "</svg>\n"])


def _open(width: int, height: int, title: str, text: str) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="system-ui, sans-serif" font-size="13" fill="{_INK}">\n'
    )
    yield f"<title>{escape(title)}</title>\n<desc>{escape(text)}</desc>\n"
    yield f'<rect width="{width}" height="{height}" fill="#fff"/>\n'
    yield f'<text x="{width / 2}" y="26" text-anchor="middle" font-size="15" font-weight="600">{escape(title)}</text>\n'
