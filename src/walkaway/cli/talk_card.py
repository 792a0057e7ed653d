"""A talk that was weighed in; its card on a terminal, out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console, Group
from rich.text import Text

from walkaway.app.held import Held
from walkaway.app.talk import Talked
from walkaway.cli.card import WIDEST, bullets, can_unicode, numbers_grid
from walkaway.core.offers.advise import Move
from walkaway.words.card import Number
from walkaway.words.en.money import money
from walkaway.words.en.support import SUPPORT
from walkaway.words.printable import printable
from walkaway.words.spoken import spoken

noticing = spoken("en").noticing
talks = spoken("en").talks

MOVE_COLOURS = {Move.ACCEPT: "green", Move.COUNTER: "cyan", Move.ASK: "cyan", Move.WAIT: "yellow", Move.WALK: "magenta"}


def show_talk(found: Talked, console: Console) -> None:
    """Print the card. What to send stands on a line of its own, to be copied as it is."""
    width, unicode = min(console.width, WIDEST), can_unicode(console)
    if found.advice is None:
        show_held(found.held or "support", console)
        return
    show_head(found.name, found.advice.move, tuple(talks.talk_numbers(found)), console)
    why, send, changes, noticed, safe = talks.TALK_HEADINGS
    console.print()
    console.print(bullets(why, tuple(talks.talk_reasons(found)), unicode=unicode), width=width)
    console.print()
    console.print(Text(send, "bold"))
    console.print(Text(talks.talk_sentence(found) or talks.NOTHING_SENT, "bold"), soft_wrap=True)

    def amount(number: float) -> str:
        return money(number, found.talk.currency)

    parts = (
        (noticing.ASKING, noticing.asking_lines(found.asking, amount)),
        (changes, talks.talk_changes(found)),
        (noticed, [*talks.talk_noticed(found), *noticing.more_noticed(found.beside)]),
        (noticing.AFTER_WALK, noticing.after_walk(found.beside, amount)),
        (safe, noticing.safe_to_say(found.beside)),
    )
    show_parts(parts, console)


def show_head(name: str, move: Move, numbers: tuple[Number, ...], console: Console) -> None:
    """Print whom it is about, the move, and the numbers."""
    width = min(console.width, WIDEST)
    word = Text(f" {talks.TALK_MOVES[move].upper()} ", f"bold reverse {MOVE_COLOURS[move]}")
    console.print(Group(Text(printable(name, 60), "dim"), word), width=width)
    console.print()
    console.print(numbers_grid(numbers, width), width=width)


def show_parts(parts: Iterable[tuple[str, Sequence[str]]], console: Console) -> None:
    """Print each part that has something to say under its heading."""
    for heading, lines in parts:
        if lines:
            console.print()
            shown = bullets(heading, tuple(lines), unicode=can_unicode(console))
            console.print(shown, width=min(console.width, WIDEST))


def show_held(why: Held, console: Console) -> None:
    """Print why there is no advice, and after fear where to turn."""
    width = min(console.width, WIDEST)
    console.print(Text(talks.TALK_HELD[why]), width=width)
    for line in SUPPORT if why == "support" else ():
        console.print(Text(line), width=width)
