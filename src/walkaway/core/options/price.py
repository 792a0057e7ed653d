"""The price to ask once: what they may be willing to pay, your cost and your fallback in, the best price out."""

from __future__ import annotations

from dataclasses import dataclass

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
