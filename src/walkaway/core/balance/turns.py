"""Acts in; turns, conversations and active days out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.events import DAY, HOUR, SECOND, Acts, BoolArray, FloatArray, Int8Array, Int64Array, Side

SHORTEST_GAP = HOUR // 2
LONGEST_GAP = 8 * HOUR
DEFAULT_GAP = HOUR
ENOUGH_GAPS = 200
_BINS_PER_DECADE = 16


@dataclass(frozen=True, slots=True, eq=False)
class Turns:
    """Runs of acts by one side within one conversation, as columns in time order.

    `first` and `last` are places in the acts, `at` and `local` the time of the first act, `conversation` counts from 0,
    `opens` says that the turn opens its conversation.
    """

    first: Int64Array
    last: Int64Array
    at: Int64Array
    local: Int64Array
    side: Int8Array
    conversation: Int64Array
    opens: BoolArray

    def __len__(self) -> int:
        return len(self.at)


def fit_gap(at: Int64Array) -> int:
    """The silence (us) that ends a conversation of this pair.

    Gaps between messages mix two speeds: answers within a conversation and starts of the next (Wu et al. 2010,
    PNAS 107:18803; Halfaker et al. 2015, WWW). Two normals are fitted to log10(gap) by EM over a histogram; the gap is
    where both are equally likely, kept within 30 minutes and 8 hours. Fewer than 200 gaps: one hour.
    """
    gaps = np.diff(at)
    if len(gaps) < ENOUGH_GAPS:
        return DEFAULT_GAP
    # A gap of 0 comes from clocks that show minutes only; it lies somewhere below one.
    logs = np.log10(np.maximum(gaps / SECOND, 30.0))
    count, edges = np.histogram(logs, bins=8 * _BINS_PER_DECADE, range=(1.0, 9.0))
    x = (edges[:-1] + edges[1:]) / 2
    mean, sd, share = np.array([2.0, 4.6]), np.array([0.6, 0.6]), np.array([0.5, 0.5])
    for _ in range(80):
        density = _density(x, mean, sd, share)
        part = count * density / np.maximum(density.sum(axis=0), 1e-300)
        mass = np.maximum(part.sum(axis=1), 1e-9)
        mean = part @ x / mass
        # The floor keeps a spike (one-minute clocks) from swallowing a component.
        sd = np.maximum(np.sqrt((part * (x - mean[:, None]) ** 2).sum(axis=1) / mass), 0.15)
        share = mass / mass.sum()
    between = (x > mean.min()) & (x < mean.max())
    fast, slow = _density(x, mean, sd, share)[np.argsort(mean)]
    crossing = np.flatnonzero(between & (slow >= fast))
    if not len(crossing):
        return DEFAULT_GAP
    return int(np.clip(10 ** x[crossing[0]] * SECOND, SHORTEST_GAP, LONGEST_GAP))


def _density(x: FloatArray, mean: FloatArray, sd: FloatArray, share: FloatArray) -> FloatArray:
    z = (x - mean[:, None]) / sd[:, None]
    density: FloatArray = share[:, None] / sd[:, None] * np.exp(-z * z / 2)
    return density


def turns(acts: Acts, *, gap: int) -> Turns:
    """Acts cut where the side changes or the silence is longer than `gap` (us)."""
    n = len(acts)
    pause = np.ones(n, np.bool_)
    pause[1:] = np.diff(acts.at) > gap
    start = pause.copy()
    start[1:] |= np.diff(acts.side) != 0
    first = np.flatnonzero(start)
    last = np.append(first[1:], n) - 1
    return Turns(
        first=first,
        last=last if n else first,
        at=acts.at[first],
        local=acts.local[first],
        side=acts.side[first],
        conversation=np.cumsum(pause)[first] - 1,
        opens=pause[first],
    )


def active_days(acts: Acts, side: Side) -> Int64Array:
    """The local days (counted from 1970) on which this side wrote, once each."""
    return np.unique(acts.local[acts.side == side] // DAY)
