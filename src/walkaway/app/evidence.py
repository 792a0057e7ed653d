"""A review and its chat in; the messages that a finding on the card rests on, out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.app.choose_chat import Chosen
from walkaway.app.review import Review
from walkaway.core.balance.contact import contact
from walkaway.core.balance.signals.signal import WINDOW
from walkaway.core.events import Int64Array, Kind, Moment, Side, acts

MOST = 20
BESIDE = 4
"""How many messages are shown before and after a change."""
NEWEST = 20_000
"""Messages that are cut into conversations to find the newest openings: all of them would take a page's time."""
LONGEST = 400
"""Letters of a message that are shown."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message: when on the person's wall clock, whose, the words (None: not kept, or none), and what kind."""

    local: int
    side: Side
    text: str | None
    kind: Kind


def findings(review: Review) -> tuple[str, ...]:
    """What has messages to show: each signal, the share of effort, and a change with a date."""
    if review.source in ("answers", "ratings"):
        return ()
    named = [signal.name for signal in review.signals if signal.evidence]
    named += ["share"] if review.balance is not None else []
    return (*named, *(["change"] if review.change.since is not None else []))


def evidence(finding: str, review: Review, chosen: Chosen) -> tuple[Message, ...]:
    """The messages behind a finding, oldest first. None for a finding this review does not have."""
    if finding not in findings(review):
        return ()
    if finding == "share":
        return _messages(chosen, _openings(review, chosen))
    if finding == "change":
        return _messages(chosen, _around(review, chosen))
    named = next(signal for signal in review.signals if signal.name == finding)
    ids = chosen.chat.events.id
    return _messages(chosen, np.flatnonzero(np.isin(ids, np.array(named.evidence, np.int64)))[-MOST:])


def _openings(review: Review, chosen: Chosen) -> Int64Array:
    """Places of the newest messages that opened a conversation: who begins is the first thing one can check."""
    events = chosen.chat.events.take(np.arange(max(0, len(chosen.chat.events) - NEWEST), len(chosen.chat.events)))
    seen = contact(acts(events, you=chosen.me, them=chosen.them), now=review.as_of, group=chosen.group)
    first = seen.turns.first[seen.initiation]
    recent = first[review.as_of.local - seen.acts.local[first] < WINDOW]
    ids = seen.acts.id[recent if len(recent) else first][-MOST:]
    return np.flatnonzero(np.isin(chosen.chat.events.id, ids))[-MOST:]


def _around(review: Review, chosen: Chosen) -> Int64Array:
    """Places of the last messages before the change and the first after it."""
    events = chosen.chat.events
    written = np.flatnonzero((events.who >= 0) & (events.kind != Kind.SYSTEM) & (events.kind != Kind.REACTION))
    since = review.change.since or 0
    at = int(np.searchsorted(events.local[written], since))
    return written[max(0, at - BESIDE) : at + BESIDE]


def _messages(chosen: Chosen, places: Int64Array) -> tuple[Message, ...]:
    events, text = chosen.chat.events, chosen.chat.text
    sides = {chosen.me: Side.YOU, chosen.them: Side.THEM}
    return tuple(
        Message(
            int(events.local[k]),
            sides.get(int(events.who[k]), Side.OTHER),
            None if text is None else _cut(text[k].as_py()),
            Kind(int(events.kind[k])),
        )
        for k in places.tolist()
    )


def _cut(text: str | None) -> str | None:
    if text is None or len(text) <= LONGEST:
        return text or None
    return text[: LONGEST - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """Messages a week, as columns: the Monday (local us), how many were yours and how many theirs."""

    monday: Int64Array
    yours: Int64Array
    theirs: Int64Array


def timeline(chosen: Chosen, now: Moment) -> Timeline:
    """Every week from the first message to `now`, empty ones too."""
    from walkaway.core.balance.contact import monday
    from walkaway.core.events import WEEK

    done = acts(chosen.chat.events, you=chosen.me, them=chosen.them)
    before = done.local <= now.local
    week = monday(done.local[before])
    if not len(week):
        none = np.zeros(0, np.int64)
        return Timeline(none, none, none)
    place = (week - week[0]) // WEEK
    n = int(place[-1]) + 1
    side = done.side[before]
    return Timeline(
        week[0] + np.arange(n) * WEEK,
        np.bincount(place[side == Side.YOU], minlength=n),
        np.bincount(place[side == Side.THEM], minlength=n),
    )
