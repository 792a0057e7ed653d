"""How far they may go, in one of five shapes, and what you have otherwise in; the price to ask and its chance out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from walkaway.core.events import FloatArray
from walkaway.core.options.distributions import Priced, Worth
from walkaway.core.options.price import Ask, best_ask, best_bid

_FINE = 4000


@dataclass(frozen=True, slots=True)
class Drawn(Worth):
    """A range drawn by hand: heights at rising points, straight lines between, nothing beyond."""

    at: tuple[float, ...]
    heights: tuple[float, ...]

    def __post_init__(self) -> None:
        rising = all(a < b for a, b in zip(self.at[:-1], self.at[1:], strict=True))
        if not (len(self.at) == len(self.heights) > 1 and rising and min(self.heights) >= 0 < max(self.heights)):
            raise ValueError("Draw at least two points, from low to high, with something above nothing.")

    def _grid(self) -> tuple[FloatArray, FloatArray]:
        fine = np.unique(np.concatenate([np.linspace(self.at[0], self.at[-1], _FINE), self.at]))
        height = np.interp(fine, self.at, self.heights)
        area = np.concatenate([[0.0], np.cumsum(np.diff(fine) * (height[1:] + height[:-1]) / 2)])
        return fine, area / area[-1]

    @property
    def expected(self) -> float:
        fine, risen = self._grid()
        return float(fine[-1] - np.sum(np.diff(fine) * (risen[1:] + risen[:-1]) / 2))

    def excess(self, z: float) -> float:
        fine, risen = self._grid()
        if z <= fine[0]:
            return self.expected - z
        points = np.concatenate([[z], fine[fine > z]])
        above = 1 - np.interp(points, fine, risen)
        return float(np.sum(np.diff(points) * (above[1:] + above[:-1]) / 2))

    def above(self, z: float) -> float:
        return float(1 - self.at_most(np.array([z]))[0])

    def at_most(self, z: FloatArray) -> FloatArray:
        fine, risen = self._grid()
        return np.interp(z, fine, risen, left=0.0, right=1.0)

    def knots(self) -> FloatArray:
        return np.array(self.at)


def price_to_ask(willingness: Worth, *, cost: float = 0.0, fallback: float = 0.0) -> Ask:
    """The best single price to one whose willingness lies so; a drawn one may have humps, so all prices are tried."""
    if isinstance(willingness, Priced):
        return best_ask(willingness, cost=cost, fallback=fallback)
    knots = willingness.knots()
    prices = np.linspace(max(float(knots[0]), cost + fallback), max(float(knots[-1]), cost + fallback), _FINE)
    chance = 1 - willingness.at_most(prices)
    best = int(np.argmax((prices - cost - fallback) * chance))
    price, yes = float(prices[best]), float(chance[best])
    return Ask(price, yes, fallback + (price - cost - fallback) * yes)


def price_to_bid(reservation: Priced, *, worth: float) -> Ask:
    """The same for one who buys what is worth `worth` over the fallback."""
    return best_bid(reservation, worth=worth)


def chances(willingness: Worth, prices: Sequence[float]) -> FloatArray:
    """The chance of a yes to each of these prices."""
    return 1 - willingness.at_most(np.asarray(prices, np.float64))
