"""The shape of a signal, and what each may look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from walkaway.core.balance.contact import Contact
from walkaway.core.balance.drift import Change
from walkaway.core.balance.share import Balance
from walkaway.core.events import DAY, FloatArray, Int64Array
from walkaway.core.measures import Measure

WINDOW = 56 * DAY
"""What "now" means to a signal: the last eight weeks."""
EARLIER = 182 * DAY
"""What it is compared with: the half-year before them."""
DRAWS = 4000
ENOUGH_CONVERSATIONS = 5
ENOUGH_ACTIVE_DAYS = 10
MOST_EVIDENCE = 20


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing seen: its name, its number, the ids of events it rests on (newest last), and who described it.

    `since` is the local day (us) from which it holds, where it has one. `count` is the plain (k, n) behind a share:
    k of n turns answered, of n conversations opened. `about` names what fell, for a signal that speaks of several.
    """

    name: str
    measure: Measure
    evidence: tuple[int, ...]
    source: str
    since: int | None = None
    count: tuple[int, int] | None = None
    about: Literal["openings", "replies"] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """What a signal may look at."""

    seen: Contact
    balance: Balance
    trend: Measure | None
    change: Change
    rng: np.random.Generator

    def recent(self, local: Int64Array) -> Int64Array:
        """Places of the local times that lie in the last eight weeks."""
        return np.flatnonzero(self.seen.now.local - local < WINDOW)


def interval(draws: FloatArray, n: int) -> Measure:
    """The median and the middle 90 % of posterior draws, resting on `n` events."""
    low, value, high = np.quantile(draws, [0.05, 0.5, 0.95])
    return Measure(float(value), float(low), float(high), n)


def newest(ids: Int64Array) -> tuple[int, ...]:
    """The last few ids, newest last: enough to look at."""
    return tuple(int(i) for i in ids[-MOST_EVIDENCE:])
