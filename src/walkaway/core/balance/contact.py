"""Contact: one pursuit's acts cut once into turns, waits and replies, for every measure that follows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.balance.initiation import initiations
from walkaway.core.balance.latency import Replies, Waits, replies, reply_window, waits
from walkaway.core.balance.turns import Turns, active_days, fit_gap, turns
from walkaway.core.events import DAY, WEEK, Acts, BoolArray, FloatArray, Int64Array, Moment, Side

HALF_LIFE = 90 * DAY
_MONDAY = 4 * DAY  # 1970-01-05 was a Monday


@dataclass(frozen=True, slots=True, eq=False)
class Contact:
    """What the two did, seen from `now`; pairs are (you, them).

    `gap` (us) ends a conversation, `window` (us) is the time an answer may take. `waits[them]` are their waits to
    answer you. `days` are active local days counted from 1970. `group`: others speak here too, so only volume and
    direct replies mean anything.
    """

    acts: Acts
    now: Moment
    group: bool
    gap: int
    window: int
    turns: Turns
    initiation: BoolArray
    waits: tuple[Waits, Waits]
    replies: tuple[Replies, Replies]
    days: tuple[Int64Array, Int64Array]

    @property
    def conversations(self) -> int:
        """How many conversations there were."""
        return int(self.turns.conversation[-1]) + 1 if len(self.turns) else 0

    @property
    def active_days(self) -> int:
        """On how many days anybody of the two wrote."""
        return len(np.union1d(*self.days))


def contact(acts: Acts, *, now: Moment, group: bool = False) -> Contact:
    """All acts up to `now`, cut."""
    if len(acts) and acts.at[-1] > now.at:
        past = int(np.searchsorted(acts.at, now.at, side="right"))
        acts = Acts(*(getattr(acts, name)[:past] for name in ("id", "at", "local", "side", "words", "asks")))
    gap = fit_gap(acts.at)
    cut = turns(acts, gap=gap)
    yours = waits(acts, by=Side.YOU, now=now.at)
    theirs = waits(acts, by=Side.THEM, now=now.at)
    window = reply_window(cut)
    return Contact(
        acts=acts,
        now=now,
        group=group,
        gap=gap,
        window=window,
        turns=cut,
        initiation=initiations(acts, cut),
        waits=(yours, theirs),
        replies=(
            replies(acts, cut, by=Side.YOU, window=window, now=now.at, direct=group),
            replies(acts, cut, by=Side.THEM, window=window, now=now.at, direct=group),
        ),
        days=(active_days(acts, Side.YOU), active_days(acts, Side.THEM)),
    )


def openings(seen: Contact, side: Side) -> Int64Array:
    """Places in the turns that this side opened a conversation with."""
    return np.flatnonzero(seen.initiation & (seen.turns.side == side))


def opening_days(seen: Contact, side: Side) -> Int64Array:
    """Local days counted from 1970 on which this side opened a conversation."""
    days: Int64Array = np.unique(seen.turns.local[openings(seen, side)] // DAY)
    return days


def recency(seen: Contact, local: Int64Array) -> FloatArray:
    """The weight of what happened at these local times: half for every 90 days of age."""
    age = np.maximum(seen.now.local - local, 0)
    weight: FloatArray = 0.5 ** (age / HALF_LIFE)
    return weight


def monday(local: Int64Array) -> Int64Array:
    """The Monday 00:00 (local us) of the week each local time lies in."""
    return (local - _MONDAY) // WEEK * WEEK + _MONDAY


def week_number(local: Int64Array, start: int) -> Int64Array:
    """Weeks counted from the Monday `start` (local us)."""
    return (local - start) // WEEK
