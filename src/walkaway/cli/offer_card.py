"""The card of an offer in; the same on a terminal, as wide as it is and with or without colour, out."""

from __future__ import annotations

from rich.console import Console, Group
from rich.text import Text

from walkaway.cli.card import WIDEST, bullets, can_unicode, numbers_grid
from walkaway.core.offers.weigh import Answer
from walkaway.words.offer_card import OfferCard

_COLOURS = {Answer.ACCEPT: "green", Answer.COUNTER: "cyan", Answer.TIME: "yellow", Answer.WALK: "magenta"}


def show_offer(card: OfferCard, console: Console) -> None:
    """Print the card. What to send stands on a line of its own, without a margin, to be copied as it is."""
    width, unicode = min(console.width, WIDEST), can_unicode(console)
    word = Text(f" {card.word.upper()} ", f"bold reverse {_COLOURS[card.answer]}")
    console.print(Group(Text(card.title, "dim"), word, Text(card.reason)), width=width)
    console.print()
    console.print(numbers_grid(card.numbers, width), width=width)
    console.print()
    console.print(Text(card.headings.send, "bold"))
    console.print()
    console.print(Text(card.send, "bold"), soft_wrap=True)
    for heading, lines in (
        (card.headings.limit, card.limit),
        (card.headings.changes, card.changes),
        (card.headings.basis, card.basis),
    ):
        if lines:
            console.print()
            style = "dim" if lines is card.basis else ""
            console.print(bullets(heading, lines, unicode=unicode, style=style), width=width)
