"""A chat and what the person said of it in; the same, with a request for no more contact read in its messages, out.

Every door asks here, so that the card, the table, a draft, a talk and a leaving know the same. What the person says
comes first: that the other asked for it, or that the words we took for it are something else.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from walkaway.app.answers import Answers
from walkaway.app.choose_chat import Chosen
from walkaway.core.redirect.stop import stop_contact

HEARD = 10
"""So many of their newest messages are read for it."""
QUOTED = 200
"""Characters of it that are quoted."""
LONGEST = 4_000
"""Characters of a message that are read: such a request stands early in it."""


def heard(answers: Answers, chosen: Chosen | None, *, now: int) -> Answers:
    """The answers, with what stands in the messages up to `now` (us UTC) where the person has not said."""
    if answers.stop_contact is not None or chosen is None or asked_to_stop(chosen, now=now) is None:
        return answers
    return replace(answers, stop_contact=True)


def asked_to_stop(chosen: Chosen, *, now: int) -> str | None:
    """The message of theirs that asks for no more contact, as they wrote it. In a group nobody can tell for whom."""
    if chosen.group:
        return None
    events = chosen.chat.events
    theirs = np.flatnonzero((events.who == chosen.them) & (events.at <= now))[-HEARD:]
    texts = ((chosen.chat.text[int(row)].as_py() or "")[:LONGEST] for row in theirs)
    found = next((text.strip() for text in texts if stop_contact(text) is not None), None)
    return found if found is None or len(found) <= QUOTED else f"{found[:QUOTED].rstrip()} …"
