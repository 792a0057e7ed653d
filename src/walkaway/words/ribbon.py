"""The ribbon's weeks in; an SVG picture with its title and description, out."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from walkaway.words.card import Chart, WeekBar

WIDTH, HEIGHT = 360, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 26, 8, 16, 20
_FAIR = (35, 65)


def svg(chart: Chart) -> str:
    """Their share as a line over its interval, the fair band behind, the change as a dashed upright."""
    n = len(chart.weeks)

    def x(week: float) -> float:
        return _LEFT + (WIDTH - _LEFT - _RIGHT) * (week / (n - 1) if n > 1 else 0.5)

    parts = [
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="ribbon-title ribbon-text">\n',
        f'<title id="ribbon-title">{escape(chart.title)}</title>\n<desc id="ribbon-text">{escape(chart.text)}</desc>\n',
    ]
    fair = f'y="{_y(_FAIR[1]):.1f}" height="{_y(_FAIR[0]) - _y(_FAIR[1]):.1f}"'
    parts.append(f'<rect class="fair" x="{_LEFT}" width="{WIDTH - _LEFT - _RIGHT}" {fair}/>\n')
    for share in (0, *_FAIR, 100):
        parts.append(
            f'<line class="grid" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{_y(share):.1f}" y2="{_y(share):.1f}"/>\n'
        )
        parts.append(f'<text x="{_LEFT - 4}" y="{_y(share) + 4:.1f}" text-anchor="end">{share}</text>\n')
    for run in _runs(chart.weeks):
        parts += _stretch([(x(k), week) for k, week in run])
    if chart.changed is not None and chart.changed_on is not None:
        parts.append(_change(x(chart.changed), chart.changed_on))
    parts.append(f'<text x="{_LEFT}" y="{HEIGHT - 5}">{escape(chart.weeks[0].monday)}</text>\n')
    if n > 1:
        last = escape(chart.weeks[-1].monday)
        parts.append(f'<text x="{WIDTH - _RIGHT}" y="{HEIGHT - 5}" text-anchor="end">{last}</text>\n')
    return "".join([*parts, "</svg>\n"])


def _y(share: float) -> float:
    return _TOP + (HEIGHT - _TOP - _BOTTOM) * (1 - share / 100)


def _runs(weeks: tuple[WeekBar, ...]) -> Iterator[list[tuple[int, WeekBar]]]:
    """Weeks with a share, cut where one has none: a line over a silence would say what nobody saw."""
    run: list[tuple[int, WeekBar]] = []
    for k, week in enumerate(weeks):
        if week.share is None:
            if run:
                yield run
            run = []
        else:
            run.append((k, week))
    if run:
        yield run


def _stretch(run: list[tuple[float, WeekBar]]) -> Iterator[str]:
    """The interval as a band, the share as a line; a single week as an upright and a dot."""
    seen = [(x, w.share, w.low or 0.0, 100.0 if w.high is None else w.high) for x, w in run if w.share is not None]
    if len(seen) == 1:
        x, share, low, high = seen[0]
        yield f'<line class="lone" x1="{x:.1f}" x2="{x:.1f}" y1="{_y(low):.1f}" y2="{_y(high):.1f}"/>\n'
        yield f'<circle class="dot" cx="{x:.1f}" cy="{_y(share):.1f}" r="2.5"/>\n'
        return
    upper = [f"{x:.1f},{_y(high):.1f}" for x, _, _, high in seen]
    lower = [f"{x:.1f},{_y(low):.1f}" for x, _, low, _ in reversed(seen)]
    yield f'<polygon class="band" points="{" ".join([*upper, *lower])}"/>\n'
    line = " ".join(f"{x:.1f},{_y(share):.1f}" for x, share, _, _ in seen)
    yield f'<polyline class="share" points="{line}"/>\n'


def _change(x: float, on: str) -> str:
    """Its date stands on the side that has room."""
    left = x > WIDTH / 2
    anchor, at = ("end", x - 4) if left else ("start", x + 4)
    return (
        f'<line class="change" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP - 12}" y2="{HEIGHT - _BOTTOM}"/>\n'
        f'<text class="date" x="{at:.1f}" y="{_TOP - 4}" text-anchor="{anchor}">{escape(on)}</text>\n'
    )
