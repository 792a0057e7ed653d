r"""Days on which somebody wrote, in; whether they write far less than they used to, or have stopped, out: two alarms.

Both are a filter over what nobody tells us: their usual rate of active days, and whether it has fallen to a quarter, or
to next to nothing. Gaps between active days are Weibull, S(d) = exp(-(s r c d)^k): r the usual rate, c what is left of
it, s = Gamma(1 + 1/k), k < 1 for days that come in bouts. A fall may begin, and end, on any day; watched are the
log-odds that one is on (Shiryaev 1963, Theory Probab. Appl. 8:22). It weighs every start and knows how well the usual
rate is known, where a sum with one plugged-in rate (Page 1954, Biometrika 41:100) does not.

That they stopped rests on one long gap, a fall on many of all lengths: the former holds the gaps for burstier. Two
things raise what is asked for. The longer the past, the more days on which a fall may have begun. And who writes often
gives strong evidence within days: asking them for more costs days, and spares false alarms for those who write rarely,
whom a month tells little. A fall to a half takes months: core/balance/lasting.py.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np

from walkaway.core.events import BoolArray, FloatArray

USUAL, LESS, BESIDE, STOPPED = range(4)
"""The hypotheses: as usual, or less; and, with burstier gaps, as usual, or stopped."""
LEFT = (1.0, 0.25, 1.0, 0.03)
"""What is left of the usual rate (c)."""
SHAPES = (0.8, 0.8, 0.65, 0.65)
"""How bursty the gaps are held to be (k)."""
BEGINS, ENDS = 1 / 1400, 1 / 365
"""Chance a day that a fall begins, and that it ends."""
LEARN = 60
"""Days at the start in which only the usual is learned."""
RATES = np.geomspace(0.02, 1.6, 14)
"""Usual active days a day, tried side by side (above 1: hardly a day is missed)."""
OFTEN = 0.25
"""From this rate on, more is asked for."""
PAST, KNOWN = 0.65, 240.0
"""What ln(days of the past / 240) raises both levels by: it keeps false alarms as rare."""
RECENT = 28
"""The usual rate that sets the level leaves so many days out, lest a fall hides itself."""
LESS_ALARM, STOP_ALARM = -0.65, -1.66
"""Together one false alarm in ten half-years of looking every day (`python -m studies.drop --levels`)."""
_LONGEST = 400


@dataclass(frozen=True, slots=True, eq=False)
class Fallen:
    """Log-odds of either above its level at the end of each day, (pairs, days); an alarm is what exceeds 0."""

    less: FloatArray
    stopped: FloatArray


def usual_rate(active: BoolArray) -> FloatArray:
    """Active days a day over all days more than 28 old, half a day added."""
    count = np.cumsum(active, axis=1, dtype=np.float64)[:, :-RECENT]
    known = np.concatenate([np.zeros((len(active), min(RECENT, active.shape[1]))), count], axis=1)
    age = np.maximum(np.arange(active.shape[1]) - RECENT + 1, 0)
    rate: FloatArray = (known + 0.5) / (age + 1)
    return rate


@cache
def _chances() -> FloatArray:
    """P(not active today), P(active today), by days since the last active one: (ages, 2, hypotheses, rates)."""
    shape = np.array(SHAPES)[:, None]
    scale = np.array([math.gamma(1 + 1 / k) for k in SHAPES])[:, None] * np.array(LEFT)[:, None] * RATES
    grown = (scale * np.arange(_LONGEST + 1)[:, None, None]) ** shape
    hazard = np.clip(1 - np.exp(grown[:-1] - grown[1:]), 1e-6, 1 - 1e-6)
    return np.stack([1 - hazard, hazard], axis=1)


def _turns() -> FloatArray:
    """What a day does to the hypotheses: usual becomes fallen, fallen becomes usual."""
    turn = np.eye(len(LEFT))
    for usual, fell in ((USUAL, LESS), (BESIDE, STOPPED)):
        turn[np.ix_((usual, fell), (usual, fell))] += [[-BEGINS, ENDS], [BEGINS, -ENDS]]
    return turn


def _beliefs(active: BoolArray) -> FloatArray:
    """The weight of each hypothesis at the end of each day, (pairs, days, hypotheses). A loop over days, not acts."""
    pairs, days = active.shape
    chance, turn, today = _chances(), _turns(), active.astype(np.int8)
    belief = np.zeros((pairs, len(LEFT), len(RATES)))
    belief[:, (USUAL, BESIDE)] = 1 / (2 * len(RATES))
    weight, age = np.empty((pairs, days, len(LEFT))), np.zeros(pairs, np.int64)
    for day in range(days):
        if day >= LEARN:
            belief = turn @ belief
        belief *= chance[age, today[:, day]]
        summed = belief.sum(axis=2)
        total = summed.sum(axis=1)[:, None]
        weight[:, day] = summed / total
        belief /= total[:, :, None]
        age = np.where(active[:, day], 0, np.minimum(age + 1, _LONGEST - 1))
    return weight


def fallen(active: BoolArray) -> Fallen:
    """Both for pairs side by side; nothing is said of the first 60 days."""
    belief = np.log(np.maximum(_beliefs(active), 1e-300))
    often = np.maximum(np.log(usual_rate(active) / OFTEN), 0)
    past = PAST * np.log(np.arange(1, active.shape[1] + 1) / KNOWN)
    less = belief[..., LESS] - belief[..., USUAL] - often - past - LESS_ALARM
    stopped = belief[..., STOPPED] - belief[..., BESIDE] - 2 * often - past - STOP_ALARM
    less[:, :LEARN] = stopped[:, :LEARN] = -np.inf
    return Fallen(less, stopped)
