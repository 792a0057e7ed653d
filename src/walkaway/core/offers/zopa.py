"""What their offers were worth to them and how far you could meet them in; the chance that there is a zone out.

A zone is there if some package is worth at least its outside to each side. Yours you know. Theirs is a reservation
value that nobody tells, so the zone is a probability, never a fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from walkaway.core.events import FloatArray

LOWEST, HIGHEST = 0.05, 0.75
"""Where their outside may lie, of what the best package is worth to them, before anything is seen. An assumption."""
_SHAPES = np.array([0.5, 1.0, 2.0, 4.0, 8.0, 20.0])
_POINTS = 57


@dataclass(frozen=True, slots=True)
class Theirs:
    """Their reservation value as a distribution: `chances` over the points `at`, from 0 to 1 of their best package."""

    at: FloatArray
    chances: FloatArray

    def zone(self, reach: float) -> float:
        """The chance that they would go as far as `reach`: the most one can give them without loss to oneself."""
        return float(self.chances[self.at <= reach + 1e-12].sum())

    def reach(self, worths: FloatArray) -> FloatArray:
        """The same for many at once."""
        risen = np.concatenate([[0.0], np.cumsum(self.chances)])
        return np.asarray(np.minimum(risen[np.searchsorted(self.at, worths + 1e-12, side="right")], 1.0))

    def interval(self, share: float = 0.9) -> tuple[float, float]:
        """The middle `share` of it."""
        risen = np.cumsum(self.chances)
        low, high = np.searchsorted(risen, [(1 - share) / 2, (1 + share) / 2])
        last = len(self.at) - 1
        return float(self.at[min(low, last)]), float(self.at[min(high, last)])


def reservation(
    times: Sequence[float] | FloatArray,
    levels: Sequence[float] | FloatArray,
    *,
    blur: float = 0.04,
    prior: tuple[float, float] = (LOWEST, HIGHEST),
) -> Theirs:
    """From what they asked for (`levels`, worth to them from 0 to 1) at `times` (0 to 1) to what they would still take.

    Time-dependent concession of unknown shape e: level(t) = 1 - (1 - r) t^e (Faratin, Sierra & Jennings 1998), with r
    even over `prior` and e alike over .5 (early) to 20 (last moment). `blur` is how far a level may lie off that
    curve: how badly their worths are known. Nobody asks for less than the reservation, so a level far below a point
    speaks against it under every shape; a side that has not moved yet says little, and the prior stays.
    """
    at = np.linspace(prior[0], prior[1], _POINTS)
    t, seen = np.asarray(times, np.float64), np.asarray(levels, np.float64)
    if not len(t):
        return Theirs(at, np.full(_POINTS, 1 / _POINTS))
    # The lowest level so far: who varies packages at one level goes up and down. A few points hold what there is.
    lowest = np.minimum.accumulate(seen)
    few = np.linspace(0, len(t) - 1, min(len(t), 8)).astype(int)
    conceded, power = 1 - np.minimum(lowest[few], 1), t[few][None, :] ** _SHAPES[:, None]
    # The mean square of (1 - r) t^e - conceded over the points, for every r (rows) and e, multiplied out.
    room = (1 - at)[:, None]
    apart = room**2 * (power**2).mean(axis=1) - 2 * room * (power @ conceded / len(few)) + (conceded**2).mean()
    fit = np.exp(-np.minimum(apart / blur**2, 30)).sum(axis=1) + 1e-12
    return Theirs(at, fit / fit.sum())
