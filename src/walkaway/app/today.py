"""Reviews in; at most three that need the person now, out."""

from __future__ import annotations

from collections.abc import Mapping

from walkaway.app.review import Review
from walkaway.core.verdict.verdict import Move

MOST = 3
"""A list that ends can be done."""
NEEDS = (Move.UNANSWERED, Move.WALK, Move.ASK, Move.STEP_BACK)
"""Moves that ask something of the person, most pressing first. Under support nothing is asked of anybody."""


def today(reviews: Mapping[str, Review]) -> tuple[str, ...]:
    """The names, most pressing first; of two alike, the one the model is surer of.

    Whoever was left asks nothing of the person until the day on which they chose to look again.
    """

    def pressing(name: str) -> tuple[int, float, str]:
        found = reviews[name]
        place = len(NEEDS) if found.gone is not None else NEEDS.index(found.verdict.move)
        return place, -(found.verdict.sure or 0.0), name.casefold()

    return tuple(sorted((name for name in reviews if _needs(reviews[name])), key=pressing)[:MOST])


def _needs(found: Review) -> bool:
    if found.gone is not None:
        return found.gone.door == "here" and found.gone.closed is None
    return found.verdict.move in NEEDS
