"""The price to ask or to bid once: how far they may go, your cost and your fallback in, the best price out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.options.distributions import Priced


@dataclass(frozen=True, slots=True)
class Ask:
    """The price, the chance of a yes, and what asking it is worth with the fallback counted in."""

    price: float
    chance: float
    value: float


def best_ask(willingness: Priced, *, cost: float = 0.0, fallback: float = 0.0) -> Ask:
    """The price p with the largest (p - c) P(X > p) + W P(X <= p): c = `cost`, due on a sale; W = `fallback`, if not.

    The condition p - c - W = P(X > p) / f(p) is solved by bisection, because the maximum itself is flat (Myerson 1981;
    Riley & Zeckhauser 1983). Its left side crosses the right one once: for every worth here p f(p) / P(X > p) rises.
    Where even the highest willingness does not cover c + W there is nothing to sell, and the chance is 0.
    """
    floor = cost + fallback
    spread = willingness.hazard_gap(max(floor, willingness.expected))
    low, high = floor, floor + max(spread, abs(floor), 1e-300)
    while high - floor < willingness.hazard_gap(high):
        low, high = high, floor + 2 * (high - floor)
    while True:
        price = low + (high - low) / 2
        if not low < price < high:
            break
        if price - floor < willingness.hazard_gap(price):
            low = price
        else:
            high = price
    chance = willingness.above(high)
    return Ask(high, chance, fallback + (high - floor) * chance)


def best_bid(reservation: Priced, *, worth: float) -> Ask:
    """The mirror: you buy what is worth v = `worth` to you over your fallback; they sell from their `reservation` on.

    The most of (v - p) F(p), where v - p = F(p) / f(p); the right side rises for every worth here. `value` is what
    bidding gains over not buying. Where they would not sell at v or below, the bid is v and the chance is 0.
    """
    low, high = worth - max(abs(worth), 1.0), worth
    while low - worth + _gap_below(reservation, low) > 0:
        low = worth - 2 * (worth - low)
    while True:
        price = low + (high - low) / 2
        if not low < price < high:
            break
        if worth - price > _gap_below(reservation, price):
            low = price
        else:
            high = price
    chance = 1 - reservation.above(high) if reservation.above(high) < 0.5 else _at_most(reservation, high)
    return Ask(high, chance, (worth - high) * chance)


def _at_most(worth: Priced, z: float) -> float:
    return float(worth.at_most(np.array([z]))[0])


def _gap_below(worth: Priced, z: float) -> float:
    """F(z) / f(z), by f = P(X > z) / hazard_gap; nothing below the support, endless above it."""
    below, above = _at_most(worth, z), worth.above(z)
    if below == 0:
        return 0.0
    return below * (worth.hazard_gap(z) / above) if above > 0 else float("inf")
