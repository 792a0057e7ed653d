"""A card in; the same on a terminal, as wide as it is and with or without colour, out."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from walkaway.core.verdict.verdict import Move
from walkaway.words.card import Card, Chart, Number, Step, Week

WIDEST = 92
_COLOURS = {
    Move.STAY: "green",
    Move.ASK: "cyan",
    Move.STEP_BACK: "yellow",
    Move.WALK: "magenta",
    Move.NOT_ENOUGH: "blue",
    Move.SUPPORT: "blue",
    Move.UNANSWERED: "blue",
}
_WEEK_COLOURS = {"M": "green", "P": "yellow", "x": "magenta", "-": "dim"}
_LOWEST, _ROW, _ROWS = 5.0, 15.0, 6
"""Six rows of 15 from 5 to 95, so that 35 and 65 fall between rows: the fair band is the two in the middle."""
_BAND = (2, 3)
_LABELS = {_BAND[0]: "65 ", _BAND[1] + 1: "35 "}


def show(card: Card, console: Console) -> None:
    """Print the card. What to send stands on a line of its own, without a margin, to be copied as it is."""
    width = min(console.width, WIDEST)
    unicode = can_unicode(console)
    top: list[RenderableType] = [_headline(card), Text(card.reason)]
    top += [Text(f"\n{p}") for p in card.paragraphs]
    _print(console, Group(*top), width)
    if card.promises:
        _print(console, bullets(card.headings.promises, card.promises, unicode=unicode), width)
    if card.chart is not None:
        _print(console, _chart(card.chart, width, unicode=unicode), width)
    if card.numbers:
        _print(console, numbers_grid(card.numbers, width), width)
    if card.signals:
        _print(console, bullets(card.headings.signals, card.signals, unicode=unicode), width)
    for heading, lines in ((card.headings.together, card.together), (card.headings.outside, card.outside)):
        if lines:
            _print(console, bullets(heading, lines, unicode=unicode), width)
    if card.weeks_text is not None:
        _print(console, _standards(card, unicode=unicode), width)
    if card.step is not None:
        _step(console, card.headings.step, card.step, width)
    if card.changes:
        _print(console, bullets(card.headings.changes, card.changes, unicode=unicode), width)
    if card.basis:
        _print(console, bullets(card.headings.basis, card.basis, unicode=unicode, style="dim"), width)


def line(name: str, kind: str, card: Card) -> Table:
    """The card in one line: name, kind, word, reason."""
    row = Table.grid(padding=(0, 2))
    row.add_column(width=18, no_wrap=True, overflow="ellipsis")
    row.add_column(width=8)
    row.add_column(width=17)
    row.add_column()
    row.add_row(
        Text(name, "bold"), Text(kind, "dim"), Text(card.word, f"bold {_COLOURS[card.move]}"), Text(card.reason)
    )
    return row


def _print(console: Console, what: RenderableType, width: int) -> None:
    console.print(what, width=width)
    console.print()


def can_unicode(console: Console) -> bool:
    return console.encoding.lower().replace("-", "").startswith("utf")


def _headline(card: Card) -> RenderableType:
    title = Text.assemble((card.title, "dim"), (f"  ·  {card.mark}" if card.mark else "", "dim"))
    colour = _COLOURS[card.move]
    word = Text(f" {card.word.upper()} ", f"bold reverse {colour}")
    return Group(title, word)


def numbers_grid(numbers: tuple[Number, ...], width: int) -> RenderableType:
    """Three columns where there is room, else each note under its number."""
    wide = width >= 72
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=wide)
    grid.add_column(no_wrap=wide)
    if wide:
        grid.add_column()
    for number in numbers:
        cells = [Text(number.label), Text(number.value, "bold")]
        grid.add_row(*cells, *([Text(number.note, "dim")] if wide else []))
        if not wide:
            grid.add_row("", Text(number.note, "dim"))
    return grid


def bullets(heading: str, lines: tuple[str, ...], *, unicode: bool, style: str = "") -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=1)
    grid.add_column()
    for text in lines:
        grid.add_row(Text("•" if unicode else "-", "dim"), Text(text, style))
    return Group(Text(heading, "bold"), grid)


def _standards(card: Card, *, unicode: bool) -> RenderableType:
    parts: list[RenderableType] = [bullets(card.headings.standards, card.standards or (), unicode=unicode)]
    if card.weeks:
        parts.append(_weeks(card.weeks))
    parts.append(Text(card.weeks_text or ""))
    return Group(*parts)


def _weeks(weeks: tuple[Week, ...]) -> RenderableType:
    """A letter a week, oldest first, and what the letters mean."""
    letters = Text()
    for week in weeks:
        letters.append(f"{week.letter} ", _WEEK_COLOURS.get(week.letter, ""))
    meaning = dict.fromkeys((week.letter, week.mark) for week in weeks)
    letters.append("  " + ", ".join(f"{letter} {mark}" for letter, mark in meaning), "dim")
    return letters


def _step(console: Console, heading: str, step: Step, width: int) -> None:
    console.print(Text(heading, "bold"))
    console.print(Text(step.text), width=width)
    if step.send is not None:
        console.print(Text(step.lead or "", "dim"), width=width)
        console.print()
        # One line however long, so that copying it brings no line ends along.
        console.print(Text(step.send, "bold"), soft_wrap=True)
    console.print()


# --- the ribbon -------------------------------------------------------------------------------------------------------


def _chart(chart: Chart, width: int, *, unicode: bool) -> RenderableType:
    """Bars of their share, a column a week; dots fill the band that counts as even; an arrow under the change."""
    step = 3 if width >= 4 + 3 * len(chart.weeks) else 2
    shown = chart.weeks[-((width - 4) // step) :]
    dropped = len(chart.weeks) - len(shown)
    rows = [_row(row, [week.share for week in shown], step, unicode=unicode) for row in range(_ROWS)]
    arrow = Text(" " * 4)
    if chart.changed is not None and chart.changed >= dropped and chart.changed_on is not None:
        column = step * (chart.changed - dropped)
        mark = "▲" if unicode else "^"
        after = 4 + column + 2 + len(chart.changed_on) <= width
        said = f"{mark} {chart.changed_on}" if after else f"{chart.changed_on} {mark}"
        arrow.append(" " * (column if after else column - len(chart.changed_on) - 1) + said, "bold")
    body = [
        Text(chart.title, "bold"),
        *rows,
        *([arrow] if arrow.plain.strip() else []),
        Text(chart.text),
        Text(chart.key, "dim"),
    ]
    return Group(*body)


def _row(row: int, shares: list[float | None], step: int, *, unicode: bool) -> Text:
    """Row 0 is the top. A bar fills the part of its value that lies in this row, in eighths."""
    blocks = " ▁▂▃▄▅▆▇█" if unicode else " ...:::##"
    floor = _LOWEST + _ROW * (_ROWS - 1 - row)
    bottom = row == _ROWS - 1
    filler = "·" if unicode else "."
    text = Text(f"{_LABELS.get(row, ''):>4}", "dim")
    for share in shares:
        eighths = 0 if share is None else round(8 * min(1.0, max(0.0, (share - floor) / _ROW)))
        if bottom and share is not None:
            eighths = max(1, eighths)
        empty = filler if row in _BAND else " "
        text.append((blocks[eighths] * (step - 1)) if eighths else empty * (step - 1), "cyan" if eighths else "dim")
        text.append(empty, "dim")
    return text
