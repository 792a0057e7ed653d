r"""Days on which somebody wrote, in; whether they write less than they used to, or have stopped, out: two alarms.

*Less.* A filter over what nobody tells us: their usual rate of active days, and whether it has fallen to a quarter.
Gaps
between active days are Weibull, S(d) = exp(-(s r c d)^k), r the usual rate, k = .8 (bursty), c = 1 or 1/4. A fall may
begin any day; watched are the log-odds that one has (Shiryaev 1963, Theory Probab. Appl. 8:22). Unlike a sum with one
plugged-in rate it weighs every start and knows how well the usual rate is known.
*Stopped.* Page's one-sided Poisson sum (1954, Biometrika 41:100) for a fall to a twentieth.

Who writes daily gives strong evidence within days, who writes weekly hardly any within a month. One level for all would
spend the false alarms where they buy nothing, so both alarms ask for more from the frequent and less from the rare:
the odds give up .75 ln(rate), the sum is divided by rate^.4.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from walkaway.core.events import BoolArray, FloatArray

LEFT = 0.25
"""What a fall leaves of the usual rate."""
STOPPED = 0.05
SHAPE = 0.8
BEGINS = 1 / 700
"""Chance a day that a fall begins."""
LEARN = 42
"""Days at the start in which only the usual is learned."""
RECENT = 28
"""The usual rate that the sum plugs in leaves so many days out, lest a fall hides itself."""
RATES = np.exp(np.linspace(math.log(0.02), math.log(1.6), 14))
"""Usual active days a day, tried side by side (above 1: hardly a day is missed)."""
LESS_ALARM, STOP_ALARM = 1.51, 11.95
"""Together one false alarm in ten half-years (`python -m studies.drop --levels`)."""
_LONGEST = 400


@dataclass(frozen=True, slots=True, eq=False)
class Fallen:
    """Both scores at the end of each day, (pairs, days); an alarm is a score above its level."""

    less: FloatArray
    stopped: FloatArray


def usual_rate(active: BoolArray) -> FloatArray:
    """Active days a day over all days more than 28 old, half a day added."""
    count = np.cumsum(active, axis=1, dtype=np.float64)[:, :-RECENT]
    known = np.concatenate([np.zeros((len(active), min(RECENT, active.shape[1]))), count], axis=1)
    age = np.maximum(np.arange(active.shape[1]) - RECENT + 1, 0)
    rate: FloatArray = (known + 0.5) / (age + 1)
    return rate


def _hazards() -> FloatArray:
    """P(active today | so many days without before), (ages, usual or less, rates)."""
    days = np.arange(_LONGEST + 1, dtype=np.float64)[:, None, None]
    grown = (math.gamma(1 + 1 / SHAPE) * np.array([1.0, LEFT])[:, None] * RATES * days) ** SHAPE
    hazard: FloatArray = np.clip(1 - np.exp(grown[:-1] - grown[1:]), 1e-6, 1 - 1e-6)
    return hazard


def fallen(active: BoolArray) -> Fallen:
    """Both scores for pairs side by side; nothing is said of the first 42 days. A loop over days, not over acts."""
    pairs, days = active.shape
    hazard = _hazards()
    belief = np.zeros((pairs, *hazard.shape[1:]))
    belief[:, 0] = 1 / len(RATES)
    rate = usual_rate(active)
    step = active * math.log(STOPPED) + rate * (1 - STOPPED)
    less, stopped = np.full((pairs, days), -np.inf), np.zeros((pairs, days))
    level, age = np.zeros(pairs), np.zeros(pairs, np.int64)
    for day in range(days):
        today = active[:, day]
        if day >= LEARN:
            begun = BEGINS * belief[:, 0]
            belief[:, 0] -= begun
            belief[:, 1] += begun
            level = np.maximum(0.0, level + step[:, day])
        chance = hazard[age]
        belief *= np.where(today[:, None, None], chance, 1 - chance)
        belief /= belief.sum(axis=(1, 2), keepdims=True)
        if day >= LEARN:
            both = np.maximum(belief.sum(axis=2), 1e-300)
            plain = np.maximum(rate[:, day], 0.02)
            less[:, day] = np.log(both[:, 1] / both[:, 0]) - 0.75 * np.log(plain)
            stopped[:, day] = level / plain**0.4
        age = np.where(today, 0, np.minimum(age + 1, _LONGEST - 1))
    return Fallen(less, stopped)
