"""A review, and where the leaving stands, in; every sentence that is offered to be sent now, in each language, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from walkaway.app.leave import Leaving
from walkaway.app.review import Review
from walkaway.core.leaving.farewell import Register
from walkaway.words.shell import LANGUAGES
from walkaway.words.spoken import spoken


def offered(review: Review, leaving: Leaving) -> Iterator[str]:
    """The sentence of the card, and on the day of leaving the farewell in each register."""
    for code in LANGUAGES:
        says = spoken(code)
        step = says.card(review).step
        if step is not None and step.send:
            yield step.send
        if leaving.farewell is not None:
            for register in get_args(Register):
                farewell = replace(leaving.farewell, register=register)
                yield says.leaving.to_send(replace(leaving, farewell=farewell))
