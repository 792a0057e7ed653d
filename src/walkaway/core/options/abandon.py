"""When to leave something whose flow drifts and trembles: rates, drift and costs in, the flow at which to leave out."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exit:
    """Leave when the flow falls to `leave`; `naive` forgets that it may recover; `enter` when it rises to this."""

    leave: float
    naive: float
    enter: float


def exit_triggers(
    *, rate: float, drift: float, volatility: float, running_cost: float, exit_cost: float, entry_cost: float = 0.0
) -> Exit:
    """A flow P in geometric Brownian motion, `drift` m and `volatility` s per year, discounted at `rate` r per year.

    Staying costs C a year for ever, leaving E once (below 0: you are paid); entering costs `entry_cost` once, then C.
    x1 > 1 and x2 < 0 solve s^2 x (x - 1) / 2 + m x = r; leave at x2 / (x2 - 1) (r - m)(C/r - E). Dixit & Pindyck
    (1994), ch. 5-7. The more it moves, the longer one waits. Where leaving costs more than C/r one never leaves: the
    trigger is then below any flow.
    """
    if not (rate > 0 and drift < rate and volatility > 0):
        raise ValueError("The rate must be above nothing and above the drift, and the flow must move.")
    half = volatility * volatility / 2
    middle = 0.5 - drift / (2 * half)
    root = math.sqrt(middle * middle + rate / half)
    up, down = middle + root, middle - root
    naive = (rate - drift) * (running_cost / rate - exit_cost)
    enter = up / (up - 1) * (rate - drift) * (running_cost / rate + entry_cost)
    return Exit(down / (down - 1) * naive, naive, enter)
