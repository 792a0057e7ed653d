"""All pursuits, and their messages, in; the times you walked in other talks, and the days they got in touch, out."""

from __future__ import annotations

import numpy as np

from walkaway.app.choose_chat import Chosen
from walkaway.app.errors import WalkawayError
from walkaway.app.held import held
from walkaway.app.home import Home
from walkaway.core.events import DAY
from walkaway.core.offers.walked import Walk


def walks_elsewhere(home: Home, name: str) -> tuple[Walk, ...]:
    """In every talk but this one. A pursuit about which nothing may be said counts for nothing."""
    found: list[Walk] = []
    for other in home.names():
        if other.casefold() == name.strip().casefold():
            continue
        try:
            pursuit = home.pursuit(other)
        except WalkawayError:  # a file that cannot be read is said where it is asked for
            continue
        if pursuit.talk is not None and held(pursuit.answers) is None:
            found += [Walk(walked, pursuit.talk.selling) for walked in pursuit.talk.walked]
    return tuple(found)


def contact_days(chosen: Chosen | None) -> tuple[float, ...] | None:
    """The local days on which they wrote. None where there are no messages, or a group's."""
    if chosen is None or chosen.group or not len(chosen.chat.events):
        return None
    events = chosen.chat.events
    days = np.unique(events.local[events.who == chosen.them] // DAY)
    return tuple(days.astype(float).tolist())
