"""What is kept of pursuits in; the same as lines and tables on a terminal, or as JSON, out."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from walkaway.app.errors import UsageError
from walkaway.app.everyone import Reviewed, Row
from walkaway.app.plan_week import WeekPlan
from walkaway.app.position import held, outside
from walkaway.app.pursuit import Pursuit
from walkaway.cli.card import WIDEST, bullets, can_unicode
from walkaway.cli.showing import console, print_json
from walkaway.core.events import Moment
from walkaway.core.standards.examples import EXAMPLES
from walkaway.words import everyone, kept_schema
from walkaway.words.en import doors
from walkaway.words.printable import printable
from walkaway.words.spoken import spoken

kept, positions = spoken("en").kept, spoken("en").positions

Everyone = Sequence[tuple[Reviewed, Row]]
_KIND, _CARD = everyone.COLUMNS.index("Kind"), everyone.COLUMNS.index("Card")
_WIDE = 10_000
_WHOLE = {everyone.COLUMNS.index(name) for name in ("Their share", "Next hour")}


def show_standards(pursuit: Pursuit, now: Moment, *, as_json: bool) -> None:
    """The standards of a pursuit, its rules, and what is settled."""
    if as_json:
        print_json(kept_schema.standards_as_json(pursuit, now))
        return
    _show(
        (f"{doors.WHAT_YOU_NEED} {printable(pursuit.name, 40)}", kept.standard_lines(pursuit)),
        (doors.WHAT_YOU_PROMISED, kept.promise_lines(pursuit, now)),
        (doors.WHAT_IS_SETTLED, kept.stage_lines(pursuit)),
    )


def show_examples(pursuit: Pursuit, *, as_json: bool) -> None:
    """The 24 examples of the kind, with the names to add them by."""
    kind = pursuit.answers.kind
    if kind is None:
        raise UsageError("Say what kind of pursuit this is, with --kind, to see its examples.")
    found = EXAMPLES[kind]
    if as_json:
        rows = [
            {
                "name": e.name,
                "must_have": e.must_have,
                "sentence": spoken("en").standards.standard(e),
                "shown_by": e.evidence,
            }
            for e in found
        ]
        print_json({"schema": kept_schema.STANDARDS, "kind": kind.value, "examples": rows})
        return
    table = Table.grid(padding=(0, 2))
    for example in found:
        table.add_row(
            Text(example.name, "bold"),
            Text(spoken("en").standards.standard(example)),
            Text(doors.MUST if example.must_have else ""),
        )
    console().print(table)
    console().print(Text(f"\n{doors.ADD_ONE}", "dim"))


def show_options(pursuit: Pursuit, *, as_json: bool) -> None:
    """What else there is, the limit that follows, and what was taken for granted; or why there is none of it."""
    found = outside(pursuit)
    if as_json:
        print_json(kept_schema.options_as_json(pursuit, found))
        return
    instead = held(pursuit)
    if instead is not None:
        _show((doors.NO_LIMIT, kept.held_lines(pursuit, instead)))
        return
    _show(
        (f"{doors.INSTEAD_OF} {printable(pursuit.name, 40)}", kept.option_lines(pursuit, found)),
        (doors.YOUR_LIMIT, kept.limit_lines(pursuit, found)),
        (doors.TAKEN_FOR_GRANTED, kept.default_lines(pursuit.week)),
    )


def show_status(table: Everyone, plan: WeekPlan, *, whole: bool, as_json: bool) -> None:
    """Everyone in one table, and the week over all of them."""
    if as_json:
        print_json(kept_schema.status_as_json(table, plan))
        return
    screen = console()
    if not table:
        screen.print(kept.NOTHING_KEPT, soft_wrap=True)
        return
    shown = _everyone(table)
    if _fits(shown, screen):
        screen.print(shown)
    else:
        _show(*(_one_below(one, row) for one, row in table), screen=screen)
    for line in everyone.lines_beneath(table):
        screen.print(Text(line), width=min(screen.width, WIDEST))
    if whole:
        _show((doors.YOUR_WEEK, kept.week_lines(plan)), screen=screen)


def _fits(table: Table, screen: Console) -> bool:
    """Whether no word of it, and no number, must be broken to show it."""
    wide = screen.options.update(width=_WIDE, max_width=_WIDE)
    return Measurement.get(screen, wide, table).minimum <= screen.width


def _one_below(one: Reviewed, row: Row) -> tuple[str, tuple[str, ...]]:
    """A row for a narrow terminal: the name, and under it each cell that says something, with what it is."""
    name, *cells = everyone.status_line(one, row).cells
    told = zip(everyone.COLUMNS[1:], cells, strict=True)
    return name, tuple(f"{what}: {cell}" for what, cell in told if cell)


def _everyone(table: Everyone) -> Table:
    """The table. Numbers are never broken; the kind is left out where all are of one."""
    lines = [everyone.status_line(one, row) for one, row in table]
    places = [k for k in range(len(everyone.COLUMNS)) if k != _KIND or len({line.cells[k] for line in lines}) > 1]
    shown = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
    for k in places:
        shown.add_column(everyone.COLUMNS[k], no_wrap=k in _WHOLE)
    for line in lines:
        shown.add_row(*(Text(line.cells[k], "bold" if k == _CARD else "") for k in places))
    return shown


def _show(*parts: tuple[str, tuple[str, ...]], screen: Console | None = None) -> None:
    screen = screen or console()
    width, unicode = min(screen.width, WIDEST), can_unicode(screen)
    for heading, lines in parts:
        if lines:
            screen.print(bullets(heading, lines, unicode=unicode), width=width)
            screen.print()
