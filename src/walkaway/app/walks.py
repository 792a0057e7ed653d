"""All pursuits, and their messages, in; the times you walked in other talks, and the days they got in touch, out."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from walkaway.app.answers import Answers
from walkaway.app.choose_chat import Chosen
from walkaway.app.errors import WalkawayError
from walkaway.app.held import held
from walkaway.app.home import Home
from walkaway.app.pursuit import Pursuit
from walkaway.core.events import DAY
from walkaway.core.offers.walked import Walk


def walks_elsewhere(home: Home, name: str, heard: Callable[[Pursuit], Answers]) -> tuple[Walk, ...]:
    """In every talk but this one. A pursuit about which nothing may be said counts for nothing.

    `heard` gives what the person said of a pursuit with what stands in its messages. It is asked only about those that
    would count, since reading an archive takes a while.
    """
    found: list[Walk] = []
    for other in home.names():
        if other.casefold() == name.strip().casefold():
            continue
        try:
            pursuit = home.pursuit(other)
        except WalkawayError:  # a file that cannot be read is said where it is asked for
            continue
        walks = () if pursuit.talk is None else pursuit.talk.all_walks
        if walks and held(heard(pursuit)) is None:
            found += walks
    return tuple(found)


def contact_days(chosen: Chosen | None) -> tuple[float, ...] | None:
    """The local days on which they wrote. None where there are no messages, or a group's."""
    if chosen is None or chosen.group or not len(chosen.chat.events):
        return None
    events = chosen.chat.events
    days = np.unique(events.local[events.who == chosen.them] // DAY)
    return tuple(days.astype(float).tolist())
