"""What every player earned in; the table, how far the belief rule lies behind, and the drawing, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
from studies.market.exits import BELIEF, RULES
from studies.market.market import Cell
from studies.market.strategies import NICE

from walkaway.core.events import FloatArray

WIDTH, PANEL, ROW, LEFT, TOP = 760, 300, 17, 112, 34
GREY, INK, OURS = "#8a8a8a", "#222222", "#b4451f"


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Score of the nice strategies by cell and rule, (cells, rules), with standard errors over the markets.

    `best` is the fixed rule that was best in each cell, (cells,); `behind` by how much, in percent of its score, the
    belief rule lies behind it (below 0: ahead), with its standard error. Best among these very markets: luck counts
    for the fixed rules.
    """

    cells: Sequence[Cell]
    markets: int
    score: FloatArray
    error: FloatArray
    best: FloatArray
    behind: FloatArray
    behind_error: FloatArray


def found(cells: Sequence[Cell], earned: FloatArray) -> Found:
    """From (cells, markets, strategies, rules)."""
    nice = earned[:, :, list(NICE)].mean(axis=2)
    markets = nice.shape[1]
    score = nice.mean(axis=1)
    best = score[:, :BELIEF].argmax(axis=1)
    c = np.arange(len(cells))
    top = score[c, best]
    apart = nice[c, :, best] - nice[:, :, BELIEF]
    root = np.sqrt(markets)
    return Found(
        cells,
        markets,
        score,
        nice.std(axis=1, ddof=1) / root,
        best,
        100 * apart.mean(axis=1) / top,
        100 * apart.std(axis=1, ddof=1) / root / top,
    )


def heading(cell: Cell) -> str:
    return f"wait {cell.wait:g}, slips {100 * cell.slip:g} %"


def table(told: Found) -> str:
    """Markdown: a row per rule, a column per cell, the best fixed rule of each in bold; then how far behind we are."""
    lines = [
        "| rule | " + " | ".join(heading(cell) for cell in told.cells) + " |",
        "| --- |" + " ---: |" * len(told.cells),
    ]
    for k, rule in enumerate(RULES):
        shown = [
            f"{'**' if told.best[c] == k else ''}{told.score[c, k]:.3f}{'**' if told.best[c] == k else ''}"
            f" ± {told.error[c, k]:.3f}"
            for c in range(len(told.cells))
        ]
        lines.append(f"| {rule} | " + " | ".join(shown) + " |")
    shown = [f"{b:+.1f} % ± {e:.1f}" for b, e in zip(told.behind, told.behind_error, strict=True)]
    lines.append("| belief, behind the best fixed | " + " | ".join(shown) + " |")
    return "\n".join(lines)


def one_for_all(told: Found) -> str:
    """For each rule, how far behind the best fixed rule it is at worst, over all cells: one rule for all markets."""
    top = told.score[np.arange(len(told.cells)), told.best]
    worst = (100 * (1 - told.score / top[:, None])).max(axis=0)
    lines = ["| rule | at worst behind the best fixed rule of a cell |", "| --- | ---: |"]
    lines += [f"| {RULES[k]} | {worst[k]:.1f} % |" for k in worst.argsort(kind="stable")]
    return "\n".join(lines)


def drawing(told: Found) -> str:
    """SVG: a panel per cell, a dot per rule with two standard errors, ours in colour, a line at the best fixed one."""
    height = TOP + len(RULES) * ROW + 30
    columns = 2
    rows = -(-len(told.cells) // columns)
    wide, high = WIDTH, rows * height + 8
    low = float(np.floor(told.score.min() * 5) / 5)
    top = float(np.ceil(told.score.max() * 5) / 5)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" font-family="sans-serif" font-size="11">',
        "<title>Points a round of the nice strategies, by the rule they leave by</title>",
        f'<rect width="{wide}" height="{high}" fill="#ffffff"/>',
    ]
    for c, cell in enumerate(told.cells):
        left, up = (c % columns) * (WIDTH // columns), (c // columns) * height
        parts += _panel(told, c, cell, (left, up), (low, top))
    return "\n".join([*parts, "</svg>", ""])


def _panel(told: Found, c: int, cell: Cell, at: tuple[int, int], ends: tuple[float, float]) -> list[str]:
    left, up = at
    width = WIDTH // 2 - LEFT - 24

    def x(score: float) -> float:
        return left + LEFT + width * (score - ends[0]) / (ends[1] - ends[0])

    foot = up + TOP + len(RULES) * ROW
    best = float(told.score[c, told.best[c]])
    parts = [
        f'<text x="{left + 10}" y="{up + 20}" font-weight="bold" fill="{INK}">{escape(heading(cell))}</text>',
        f'<path d="M{x(best):.1f} {up + TOP - 6}V{foot}" stroke="{GREY}" stroke-dasharray="3 3"/>',
        *(
            f'<text x="{x(tick):.1f}" y="{foot + 14}" text-anchor="middle" fill="{GREY}">{tick:.1f}</text>'
            for tick in np.arange(ends[0], ends[1] + 1e-9, 0.4).tolist()
        ),
    ]
    for k, rule in enumerate(RULES):
        y = up + TOP + k * ROW + 5
        colour = OURS if k == BELIEF else INK
        score, error = float(told.score[c, k]), 2 * float(told.error[c, k])
        parts += [
            f'<text x="{left + LEFT - 10}" y="{y + 4}" text-anchor="end" fill="{colour}">{escape(rule)}</text>',
            f'<line x1="{x(score - error):.1f}" x2="{x(score + error):.1f}" y1="{y}" y2="{y}" stroke="{colour}"/>',
            f'<circle cx="{x(score):.1f}" cy="{y}" r="3.5" fill="{colour}"/>',
        ]
    return parts
