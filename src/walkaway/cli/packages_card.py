"""A talk over packages that was weighed in; its card on a terminal, with the packages side by side, out."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from walkaway.app.weigh_packages import PackagesTalked
from walkaway.cli.card import WIDEST, can_unicode
from walkaway.cli.talk_card import show_head, show_held, show_parts
from walkaway.words.printable import printable
from walkaway.words.spoken import spoken

noticing = spoken("en").noticing
packages = spoken("en").packages
talks = spoken("en").talks


def show_packages(found: PackagesTalked, console: Console) -> None:
    """Print the card. What to send stands on a line of its own, to be copied as it is."""
    width, unicode = min(console.width, WIDEST), can_unicode(console)
    if found.advice is None:
        show_held(found.held or "support", console)
        return
    show_head(found.name, found.advice.move, tuple(packages.package_numbers(found)), console)
    if packages.side_by_side(found):
        console.print()
        console.print(Text(packages.SIDE_BY_SIDE, "bold"))
        console.print(_table(found, unicode=unicode), width=width)
    why, send, changes, noticed, safe_heading = talks.TALK_HEADINGS
    console.print()
    console.print(Text(send, "bold"))
    said = packages.package_sentence(found) or talks.NOTHING_SENT
    console.print(Text(printable(said, 2000), "bold"), soft_wrap=True)
    parts = (
        (why, packages.package_reasons(found)),
        (changes, packages.package_changes(found)),
        (noticed, [*packages.package_noticed(found), *noticing.more_noticed(found.beside)]),
        (packages.MATTERS, [printable(line) for line in packages.weight_lines(found)]),
        (noticing.AFTER_WALK, noticing.after_walk(found.beside, packages.of_100)),
        (safe_heading, noticing.safe_to_say(found.beside)),
    )
    show_parts(parts, console)


def _table(found: PackagesTalked, *, unicode: bool) -> Table:
    head, rows = packages.package_table(found)
    table = Table(box=box.SIMPLE_HEAD if unicode else box.ASCII, pad_edge=False)
    for heading in head:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(cell, 40)) for cell in row))
    return table
