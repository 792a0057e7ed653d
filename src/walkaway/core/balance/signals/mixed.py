"""Mixed signals: warm weeks and cold weeks by turns, more than chance and more than your own."""

from __future__ import annotations

import numpy as np

from walkaway.core.balance.contact import monday, week_number
from walkaway.core.balance.signals.signal import Signal, View, newest
from walkaway.core.events import DAY, WEEK, FloatArray, Int64Array, Side
from walkaway.core.measures import Measure

SOURCE = "Cox & Lewis 1966, index of dispersion (the number); a proposal as a sign"
WEEKS = 26
SWITCH_WEEKS = 12
DISPERSED = 2.0
MORE_THAN_OWN = 1.5
SWITCHES = 3


def find(view: View) -> Signal | None:
    """Their weekly days vary over twice as much as chance, 1.5 times as much as yours, with 3 switches in 12 weeks.

    The number is the index of dispersion (variance over mean, 1 by chance) after taking out a straight trend.
    """
    seen = view.seen
    theirs, yours = (_weekly(view, seen.days[side]) for side in (Side.THEM, Side.YOU))
    if len(theirs) < SWITCH_WEEKS or theirs.mean() < 1:
        return None
    phi = _dispersion(theirs)
    if not (phi > DISPERSED and phi > MORE_THAN_OWN * _dispersion(yours)):
        return None
    if switches(theirs[-SWITCH_WEEKS:]) < SWITCHES:
        return None
    n = len(theirs)
    drawn = view.rng.integers(0, n, (400, n))
    flat = theirs - _line(theirs)
    spread = flat[drawn].var(axis=1) / theirs.mean()
    low, high = np.quantile(spread, [0.05, 0.95])
    recent = seen.acts.side == Side.THEM
    return Signal(
        "mixed", Measure(phi, float(min(low, phi)), float(max(high, phi)), n), newest(seen.acts.id[recent]), SOURCE
    )


def _weekly(view: View, days: Int64Array) -> FloatArray:
    """Active days in each of the last 26 complete weeks there are."""
    now = view.seen.now.local
    first = int(view.seen.acts.local[0])
    end = int(monday(np.array([now]))[0])
    start = max(end - WEEKS * WEEK, int(monday(np.array([first + WEEK - 1]))[0]))
    n = max(0, (end - start) // WEEK)
    week = week_number(days * DAY, start)
    return np.bincount(week[(week >= 0) & (week < n)], minlength=n).astype(np.float64)


def _line(x: FloatArray) -> FloatArray:
    t = np.arange(len(x)) - (len(x) - 1) / 2
    fitted: FloatArray = x.mean() + t * (t @ x) / max(float(t @ t), 1e-12)
    return fitted


def _dispersion(x: FloatArray) -> float:
    if len(x) < 3 or x.mean() <= 0:
        return 1.0
    flat = x - _line(x)
    return float((flat @ flat) / (len(x) - 2) / x.mean())


def switches(x: FloatArray) -> int:
    """How often warm (above 1.25 of the mean) turned to cold (below .5) or back; what lies between changes nothing."""
    state = np.where(x > 1.25 * x.mean(), 1, np.where(x < 0.5 * x.mean(), -1, 0))
    state = state[state != 0]
    return int(np.count_nonzero(np.diff(state)))
