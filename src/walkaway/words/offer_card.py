"""The card of an offer: everything a person sees of it, in words and in one order, for any door to draw."""

from __future__ import annotations

from dataclasses import dataclass

from walkaway.core.offers.weigh import Answer
from walkaway.words.card import Number


@dataclass(frozen=True, slots=True)
class OfferHeadings:
    """What the parts of the card are called."""

    limit: str
    send: str
    changes: str
    basis: str


@dataclass(frozen=True, slots=True)
class OfferCard:
    """The word and the reason, the numbers, where the limit comes from, what to send, and what would change it."""

    answer: Answer
    title: str
    word: str
    reason: str
    numbers: tuple[Number, ...]
    limit: tuple[str, ...]
    send: str
    changes: tuple[str, ...]
    basis: tuple[str, ...]
    headings: OfferHeadings
