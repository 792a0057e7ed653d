"""The day a silence began, the acts since, and what was noted beside them, in; the clock of kept days out.

The clock counts days on which you did not write; a lapse costs its day and no more ("41 of 42 days kept"). It is fed
by the messages themselves, so it cannot be talked into anything. What they do does not move it: it is yours.
Letters are written and not sent; urges are noted. Both are values that a store may keep; neither is ever a message.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.events import DAY, HOUR, Acts, Moment, Side

MOST_HOURS = 24 * 14


@dataclass(frozen=True, slots=True)
class Clock:
    """A silence so far: whole local days that are over, and how many of them were kept.

    `run` is the days since the last lapse (or the start), `longest` the longest run there was. `wrote_today` says that
    the day that is not over yet is a lapse already. `lapses` are days since 1970.
    """

    since: int
    days: int
    kept: int
    run: int
    longest: int
    lapses: tuple[int, ...]
    wrote_today: bool


def clock(acts: Acts, *, since: Moment, now: Moment) -> Clock:
    """The clock of a silence that began at `since`. The first day is the day after; today counts when it is over."""
    first, today = since.local // DAY + 1, now.local // DAY
    own = acts.local[(acts.side == Side.YOU) & (acts.at > since.at) & (acts.at <= now.at)] // DAY
    wrote = np.unique(own)
    lapses = wrote[(wrote >= first) & (wrote < today)]
    days = max(0, today - first)
    edges = np.concatenate([[first - 1], lapses, [max(first, today)]])
    runs = np.diff(edges) - 1
    return Clock(
        since=int(first),
        days=int(days),
        kept=int(days - len(lapses)),
        run=int(runs[-1]) if days else 0,
        longest=int(runs.max()) if days else 0,
        lapses=tuple(map(int, lapses)),
        wrote_today=bool((wrote == today).any() and today >= first),
    )


@dataclass(frozen=True, slots=True)
class UnsentLetter:
    """Something written to nobody. `at` is when (us, UTC). It has no field for an address, and no way to be sent."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Urge:
    """That there was an urge to write, how strong (1 to 5), and what came before it, in the person's words."""

    at: int
    strength: int
    before: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.strength <= 5:
            raise ValueError("An urge is noted from 1 to 5.")


@dataclass(frozen=True, slots=True)
class HeldMessage:
    """A message that waits before it may be sent: written at (us, UTC), and for how many hours."""

    at: int
    text: str
    hours: float

    def __post_init__(self) -> None:
        if not 0 < self.hours <= MOST_HOURS:
            raise ValueError(f"A message waits up to {MOST_HOURS} hours.")

    def waiting(self, now: int) -> Waiting:
        """Until when it waits, as of `now` (us, UTC)."""
        return wait_before_send(written=self.at, now=now, hours=self.hours)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that waits before it may be sent: `free_at` (us, UTC), and whether that time has come."""

    free_at: int
    free: bool


def wait_before_send(*, written: int, now: int, hours: float) -> Waiting:
    """Hold a message for some hours after it was last changed; to change it starts the wait anew."""
    if not 0 <= hours <= MOST_HOURS:
        raise ValueError(f"A message waits between 0 and {MOST_HOURS} hours.")
    free_at = written + round(hours * HOUR)
    return Waiting(free_at, now >= free_at)
