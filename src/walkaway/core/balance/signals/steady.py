"""Steady: both sides carry it, nothing drifts, answers come, and the rhythm is your usual one."""

from __future__ import annotations

import numpy as np

from walkaway.core.balance.signals.signal import Signal, View, newest
from walkaway.core.events import DAY, Int64Array, Side
from walkaway.core.measures import Measure

SOURCE = "Hidalgo & Rodriguez-Sickert 2008, Physica A 387; Navarro et al. 2017, EPJ Data Science 6"
RHYTHM_DAYS = 84
NOT_BURSTIER = 1.25


def find(view: View) -> Signal | None:
    """Balance inside 35-65, no clear trend, over half of your turns answered, gaps no more uneven than usual.

    The number is their share of the effort.
    """
    balance, trend = view.balance, view.trend
    if balance.reading != "even" or trend is None or not trend.low <= 0 <= trend.high:
        return None
    if view.change.status in ("less", "silent"):
        return None
    answers = view.seen.replies[Side.THEM]
    recent = view.recent(answers.local)
    answered = answers.answered[recent]
    if len(recent) < 5 or (2 + answered.sum()) / (4 + len(recent)) <= 0.5 or not _usual_rhythm(view):
        return None
    measure = Measure(balance.share, balance.low, balance.high, balance.n)
    return Signal("steady", measure, newest(answers.id[recent]), SOURCE)


def _usual_rhythm(view: View) -> bool:
    """Whether the gaps between active days of the last 12 weeks are no more uneven than 1.25 times the pair's usual.

    Uneven is the coefficient of variation; usual the median over the 12-week stretches before.
    """
    days = np.union1d(*view.seen.days)
    today = view.seen.now.local // DAY
    ages = (today - days) // RHYTHM_DAYS
    spreads = [s for s in (_unevenness(days[ages == k]) for k in range(int(ages[0]) + 1)) if s is not None]
    recent = _unevenness(days[ages == 0])
    if recent is None or len(spreads) < 2:
        return recent is not None
    return recent <= NOT_BURSTIER * float(np.median(spreads[1:]))


def _unevenness(days: Int64Array) -> float | None:
    gaps = np.diff(days)
    return float(gaps.std() / gaps.mean()) if len(gaps) >= 5 else None
