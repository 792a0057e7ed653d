"""Made-up lives of a pair, as acts, for tests that need months of them."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np

from walkaway.app.demo import ENDS, YOU, Pace, Phase, Story, export
from walkaway.core.balance.contact import Contact, contact
from walkaway.core.balance.drift import change, trend
from walkaway.core.balance.share import balance
from walkaway.core.balance.signals import signals
from walkaway.core.balance.signals.signal import Signal, View
from walkaway.core.events import DAY, SECOND, Acts, Moment, Side
from walkaway.core.standards.standard import PursuitKind

END = int(ENDS.replace(tzinfo=UTC).timestamp()) * SECOND
NOW = Moment(END, END)
WARM = Pace(opens=2.2, replies=0.92, wait=1.5)


def lived(*phases: Phase, seed: int = 1) -> Acts:
    """The phases, one after the other, up to NOW."""
    story = Story("made", "Kim", PursuitKind.FRIEND, seed, "", phases, ("are you in?",), ("yes", "good night"))
    rows = [line.split(" - ", 1) for line in export(story).splitlines()]
    whens = [datetime.strptime(when, "%d/%m/%Y, %H:%M").replace(tzinfo=UTC) for when, _ in rows]
    at = np.array([int(when.timestamp()) * SECOND for when in whens], np.int64)
    mine = np.array([rest.startswith(f"{YOU}: ") for _, rest in rows], np.bool_)
    return Acts(
        id=np.arange(1, len(at) + 1),
        at=at,
        local=at,
        side=np.where(mine, Side.YOU, Side.THEM).astype(np.int8),
        words=np.ones(len(at), np.int32),
        asks=np.array([rest.endswith("?") for _, rest in rows], np.bool_),
    )


def swapped(acts: Acts) -> Acts:
    """The same life, seen by the other."""
    side = np.where(acts.side == Side.YOU, Side.THEM, np.where(acts.side == Side.THEM, Side.YOU, acts.side))
    return Acts(acts.id, acts.at, acts.local, side.astype(np.int8), acts.words, acts.asks)


def moved(acts: Acts, days: int) -> Acts:
    """The same life, so many days later."""
    return Acts(acts.id, acts.at + days * DAY, acts.local + days * DAY, acts.side, acts.words, acts.asks)


def seen(acts: Acts, *, now: Moment = NOW, group: bool = False) -> Contact:
    """The acts, cut."""
    return contact(acts, now=now, group=group)


def view(acts: Acts, *, now: Moment = NOW) -> View:
    """What a signal looks at."""
    rng = np.random.default_rng(1)
    cut = seen(acts, now=now)
    share = balance(cut, rng)
    assert share is not None
    return View(cut, share, trend(cut), change(cut), rng)


def found(acts: Acts) -> dict[str, Signal]:
    """The signals that stand out, by name."""
    return {signal.name: signal for signal in signals(view(acts))}


def phase(weeks: int, you: Pace = WARM, them: Pace = WARM) -> Phase:
    """So many weeks, warm on both sides unless said."""
    return Phase(weeks, you, them)
