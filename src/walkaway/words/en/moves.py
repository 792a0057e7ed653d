"""A verdict in; its word, how sure it is in a word, and the headings of the card, out."""

from __future__ import annotations

from walkaway.app.review import Review
from walkaway.core.verdict.verdict import Move
from walkaway.words.card import Headings

WORDS = {
    Move.STAY: "Stay",
    Move.ASK: "Ask",
    Move.STEP_BACK: "Step back",
    Move.WALK: "Walk",
    Move.NOT_ENOUGH: "Not enough to say",
    Move.SUPPORT: "You come first",
    Move.UNANSWERED: "One question first",
}

HEADINGS = Headings(
    promises="What you promised yourself",
    signals="What stands out",
    together="Where you two stand",
    outside="What else you have",
    standards="Week by week",
    step="What to do next",
    changes="What would change this",
    basis="What this is based on",
)

LEFT = "Left"
"""In place of the move: that was made."""
FROM_ANSWERS = "From your answers"


def word(review: Review) -> str:
    """The move in a word; of a pursuit that was left, that it was."""
    return WORDS[review.verdict.move] if review.gone is None else LEFT


def doing(move: Move) -> str:
    """The move inside a sentence: "the card would say …"."""
    return WORDS[move]


def sure(share: float) -> str:
    """How sure, in a word. The share of draws in which the move came out best."""
    if share >= 0.9:
        return "very sure"
    if share >= 0.75:
        return "fairly sure"
    return "leaning" if share >= 0.6 else "not sure"
