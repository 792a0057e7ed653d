"""When to leave: what was seen of the pair in, who leaves out. Ten fixed rules, each a count of missed rounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from studies.market.history import MEMORY, History

from walkaway.core.events import BoolArray

_MISSED = np.array([i.bit_count() for i in range(1 << MEMORY)])


@dataclass(frozen=True, slots=True)
class Exit:
    """`leaves` says who goes after this round."""

    name: str
    leaves: Callable[[History], BoolArray]


def of_the_last(missed: int, rounds: int) -> Exit:
    """Leaves when so many of the last rounds were missed (or of all, while there are fewer)."""
    window = (1 << rounds) - 1
    name = f"{missed} in a row" if missed == rounds else f"{missed} of {rounds}"
    return Exit(name, lambda seen: _MISSED[seen.recent & window] >= missed)


def at_the_first(seen: History) -> BoolArray:
    """Walkaway (Aktipis 2004), out-for-tat (Hayashi 1993): the first time."""
    return ~seen.theirs


def never(seen: History) -> BoolArray:
    """Stays whatever happens."""
    return np.zeros(seen.rounds.shape, np.bool_)


def more_than_half(seen: History) -> BoolArray:
    """Leaves when the other has missed more than half of at least four rounds."""
    return (seen.rounds >= 4) & (2 * seen.defections > seen.rounds)


FIXED = (
    Exit("never", never),
    Exit("the first time", at_the_first),
    of_the_last(2, 2),
    of_the_last(3, 3),
    of_the_last(2, 4),
    of_the_last(3, 5),
    of_the_last(2, 10),
    of_the_last(3, 10),
    of_the_last(4, 10),
    Exit("more than half", more_than_half),
)
BELIEF = len(FIXED)
"""The place of the rule that uses walkaway's own model (`belief.py`)."""
RULES = (*(rule.name for rule in FIXED), "belief")
