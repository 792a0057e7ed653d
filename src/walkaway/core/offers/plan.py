"""What the other side would bid under each hypothesis and a live outside option in; what to do in this round out.

Each hypothesis has a value by backward induction: in every round its bid can be taken, or asked for if it is the next
one, or an offer from outside comes and is taken, or the talk goes on a round. The move is the best on average over the
hypotheses (as if all would be known a round later, QMDP: Littman, Cassandra & Kaelbling 1995). An ask is worth its
chance of a yes; whoever refuses it is known a little better.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.events import FloatArray
from walkaway.core.options.live import Outside

_NODES = 65
_ASKS = 24


@dataclass(frozen=True, slots=True, eq=False)
class Market:
    """The outside as the plan sees it: what leaving is worth, and what an offer from outside adds to each level."""

    leaving: float
    chance: float
    discount: float
    levels: FloatArray
    excess: FloatArray

    def after_an_offer(self, level: FloatArray) -> FloatArray:
        """The mean of the better of `level` and what may come from outside in a round: level + p M(level)."""
        return level + self.chance * np.interp(level, self.levels, self.excess)


def market(outside: Outside, top: float) -> Market:
    """`top`: the highest gain that matters."""
    high = max(top, outside.value) * 1.5 + 1e-9
    levels = np.linspace(min(0.0, outside.value), high, _NODES)
    chance, excess = 0.0, np.zeros(_NODES)
    if outside.arrivals is not None and outside.offers is not None:
        chance, offers = outside.arrivals.chance, outside.offers.predicted()
        excess = np.array([offers.excess(z) for z in levels.tolist()])
    return Market(outside.value, chance, outside.discount, levels, excess)


def values(expected: FloatArray, there: Market) -> FloatArray:
    """V[h, t] at the start of round t, before an offer from outside may come; after the last round only the outside."""
    last = expected.shape[1] - 1
    out = np.empty((len(expected), last + 1))
    out[:, last] = there.leaving
    for t in range(last - 1, -1, -1):
        inside = np.maximum(expected[:, t], expected[:, t + 1])
        out[:, t] = there.after_an_offer(np.maximum(inside, np.maximum(there.discount * out[:, t + 1], there.leaving)))
    return out


@dataclass(frozen=True, slots=True)
class Choice:
    """What each move is worth now, as gain, and the ask: its size and chance of a yes. None: none is worth making."""

    accept: float | None
    ask: float | None
    chance: float
    counter: float | None
    wait: float
    walk: float


def choose(
    weight: FloatArray, expected: FloatArray, value: FloatArray, there: Market, t: int, bid: float | None, blur: float
) -> Choice:
    """The moves of round `t` with `bid` on the table. Nothing below what leaving is worth is taken or asked for."""
    floor = there.leaving
    on = there.discount * value[:, t + 1]
    wait = float(weight @ on)
    ask, chance, counter = _best_ask(weight, expected[:, min(t + 1, expected.shape[1] - 1)], on, floor, bid, blur)
    accept = bid if bid is not None and bid >= floor else None
    return Choice(accept, ask, chance, counter, wait, floor)


def _best_ask(
    weight: FloatArray, would: FloatArray, on: FloatArray, floor: float, bid: float | None, blur: float
) -> tuple[float | None, float, float | None]:
    least = max(floor, floor if bid is None else bid)
    order = np.argsort(would)
    risen = np.cumsum(weight[order])
    found = np.interp((np.arange(_ASKS) + 0.5) / _ASKS, risen, would[order])
    asks = np.unique(np.maximum(found[found > least], least)) if (found > least).any() else np.array([])
    if not len(asks):
        return None, 0.0, None
    # They take an ask below their own next bid; how far below is blurred like the bid itself.
    yes = 1 / (1 + np.exp(np.clip((asks[:, None] - would[None, :]) / max(blur / 2, 1e-9), -50, 50)))
    chance = yes @ weight
    worth = chance * asks + (1 - yes) @ (weight * on)
    best = int(np.argmax(worth))
    return float(asks[best]), float(chance[best]), float(worth[best])
