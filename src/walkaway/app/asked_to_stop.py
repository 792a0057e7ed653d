"""A chat in; the words with which the other asked for no more contact, if they did lately, out."""

from __future__ import annotations

import numpy as np

from walkaway.app.choose_chat import Chosen
from walkaway.core.redirect.stop import stop_contact

HEARD = 10
"""Of their newest messages so many are read for a wish that contact end; a return of a few words does not undo one."""


def asked_to_stop(chosen: Chosen, now: int) -> str | None:
    """The words of theirs that ask for no more contact, in the newest messages up to now (us UTC)."""
    events = chosen.chat.events
    theirs = np.flatnonzero((events.who == chosen.them) & (events.at <= now))[-HEARD:]
    said = (stop_contact(str(chosen.chat.text[int(row)].as_py() or "")) for row in theirs)
    return next((words for words in said if words is not None), None)
