"""Two chats in; whether one of them is the other handed over again, whole or longer or in part, out."""

from __future__ import annotations

import numpy as np

from walkaway.app.choose_chat import Chosen
from walkaway.core.events import HOUR, Int64Array

_MINUTE = HOUR // 60
MOST = 0.5
"""Share of the messages of the time both cover that is in both. Of two chats with namesakes nearly none are; of two
exports of one chat all are, but for what was deleted or edited in between. A convention between the two."""


def same_chat(one: Chosen, other: Chosen) -> bool:
    """Whether the same two people wrote them, and most messages of the time that both cover are in both.

    Exports differ in whether they know seconds, so a message is known by its minute and by who wrote it.
    """
    if one.group != other.group or _people(one) != _people(other):
        return False
    mine, theirs = _minutes(one), _minutes(other)
    if not len(mine) or not len(theirs):
        return False
    first, last = max(mine.min(), theirs.min()) // 2, min(mine.max(), theirs.max()) // 2
    few, many = sorted((_between(mine, first, last), _between(theirs, first, last)), key=len)
    return len(few) > 0 and float(np.isin(few, many).mean()) >= MOST


def _people(chosen: Chosen) -> tuple[str, str]:
    people = chosen.chat.people
    return people[chosen.me].strip().casefold(), people[chosen.them].strip().casefold()


def _minutes(chosen: Chosen) -> Int64Array:
    """Each message of the two as its minute on the wall clock, twice, and one more where it is theirs."""
    events = chosen.chat.events
    theirs = events.who == chosen.them
    rows = theirs | (events.who == chosen.me)
    minutes: Int64Array = 2 * (events.local[rows] // _MINUTE) + theirs[rows]
    return minutes


def _between(minutes: Int64Array, first: int, last: int) -> Int64Array:
    return minutes[(minutes // 2 >= first) & (minutes // 2 <= last)]
