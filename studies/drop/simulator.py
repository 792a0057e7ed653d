"""Made-up pairs whose contact stays, halves, falls to a quarter or stops on some day; their active days out.

Written from the reference on contact over time, section 5: sessions are a bursty renewal process (gamma gaps of shape
.6), median .45 a day, spread over pairs (log-normal, .9), fewer at weekends, each with a geometric number of messages.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.events import BoolArray, FloatArray

DAYS, DROP = 240, 120
SHAPE, MEDIAN_RATE, SPREAD, WEEKEND, MORE = 0.6, 0.45, 0.9, 0.6, 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Lives:
    """Per pair and day: written at all (`active`), and how much (`messages`)."""

    active: BoolArray
    messages: FloatArray


def lives(
    pairs: int, factor: float, rng: np.random.Generator, *, days: int = DAYS, drop: int = DROP, shape: float = SHAPE
) -> Lives:
    """So many pairs; from the day `drop` on, time runs `factor` times as fast for their sessions.

    `shape` is how bursty their gaps are: 1 for a Poisson process, below 1 for one that comes in bouts.
    """
    rate = MEDIAN_RATE * np.exp(rng.normal(0, SPREAD, pairs))
    # A clock that runs slower at weekends and after the drop: sessions are a renewal process on it.
    day = np.arange(days)
    phase = rng.integers(0, 7, pairs)
    weekend = (day + phase[:, None]) % 7 >= 5
    pace = np.where(weekend, WEEKEND, (7 - 2 * WEEKEND) / 5) * np.where(day >= drop, factor, 1.0)
    clock = np.concatenate([np.zeros((pairs, 1)), np.cumsum(pace, axis=1)], axis=1)
    most = int(rate.max() * days * 3 + 60)
    gaps = rng.gamma(shape, 1 / (shape * rate[:, None]), (pairs, most))
    # Start somewhere inside a gap, not at the first act: let the process run in for a while.
    at = np.cumsum(gaps, axis=1) - rng.uniform(20, 40, (pairs, 1))
    messages = np.zeros((pairs, days))
    for pair in range(pairs):
        inside = at[pair][(at[pair] > 0) & (at[pair] < clock[pair, -1])]
        on = np.searchsorted(clock[pair], inside, side="right") - 1
        np.add.at(messages[pair], np.clip(on, 0, days - 1), rng.geometric(1 - MORE, len(inside)))
    return Lives(messages > 0, messages)
