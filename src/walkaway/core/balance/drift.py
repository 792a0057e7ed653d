"""Drift: contact in; how it changed against the pair's own past, and since when, out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from walkaway.core.balance.alarms import ENOUGH_DAYS, alarms
from walkaway.core.balance.contact import Contact, opening_days
from walkaway.core.events import DAY, BoolArray, Int64Array, Side
from walkaway.core.measures import Measure

RECENT = 28
"""Days of the window that is compared with what came before."""
BEFORE = 84
"""Days of the window before it."""
NEARLY_LESS, NEARLY_STOPPED = 0.5, 1.0
"""So far below its level an alarm is already growing: too early to tell."""
STRAGGLERS = 3
"""So many active days make a pace; so many missed at that pace make a silence."""
LONGEST_PAST = 730
"""A change of more than two years ago is how it is now."""
ENOUGH_EVIDENCE = 2.0
"""An alarm that the Bayes factor backs with less than e^2 : 1 is too early to tell."""
BACK = 0.8
"""With this much of the rate before in the last 28 days, a fall is over."""
_Z90 = 1.6448536269514722


@dataclass(frozen=True, slots=True)
class Change:
    """What became of their active days.

    `less`, `more` or `silent`, with the local day it began (`since`, us; give or take some weeks) and `factor`, the
    rate after over the rate before. `mutual`: you have not written since either. `too_early`: something may be under
    way, or there is too little to tell. `none`: looked, and steady. `log_bayes_factor` weighs two rates against one
    (Gamma-Poisson).
    """

    status: Literal["less", "more", "silent", "none", "too_early"]
    since: int | None = None
    factor: Measure | None = None
    log_bayes_factor: float | None = None
    mutual: bool = False


def trend(seen: Contact) -> Measure | None:
    """Their active days in the last 28 days against the 84 before, as a change in percent.

    r = ln((k2 + .5) / (w + .5)) - ln((k1 + .5) / (n1 + .5)), sd = sqrt(1 / (k2 + .5) + 1 / (k1 + .5)): two Poisson
    rates with a Jeffreys prior. `n` counts the active days. None with less than 28 days before.
    """
    today = seen.now.local // DAY
    days = seen.days[Side.THEM]
    if not len(seen.acts):
        return None
    before = min(BEFORE, int(today - RECENT - seen.acts.local[0] // DAY))
    if before < RECENT:
        return None
    ago = today - days
    recent = int(np.count_nonzero(ago < RECENT))
    earlier = int(np.count_nonzero((ago >= RECENT) & (ago < RECENT + before)))
    if recent + earlier == 0:
        return None
    ratio = ratio_of_rates(recent, RECENT, earlier, before)
    value, low, high = (100 * (x - 1) for x in (ratio.value, ratio.low, ratio.high))
    return Measure(value, low, high, recent + earlier)


def ratio_of_rates(after: int, days_after: int, before: int, days_before: int) -> Measure:
    """The rate after over the rate before, of counted active days, with a 90 % interval."""
    r = np.log((after + 0.5) / (days_after + 0.5)) - np.log((before + 0.5) / (days_before + 0.5))
    sd = np.sqrt(1 / (after + 0.5) + 1 / (before + 0.5))
    value, low, high = (float(np.exp(r + z * sd)) for z in (0.0, -_Z90, _Z90))
    return Measure(value, low, high, after + before)


def log_bayes_factor(after: int, days_after: int, before: int, days_before: int) -> float:
    """Log of the odds of two rates against one, for counts after and before.

    Rates ~ Gamma(1/2) with the common rate as mean, so that the factor speaks of change alone.
    """
    days, count = days_after + days_before, after + before
    shape, scale = 0.5, 0.5 * days / max(count, 0.5)

    def evidence(k: int, exposure: int) -> float:
        seen = math.lgamma(shape + k) - math.lgamma(shape)
        return seen + shape * math.log(scale) - (shape + k) * math.log(scale + exposure)

    return evidence(after, days_after) + evidence(before, days_before) - evidence(count, days)


def change(seen: Contact) -> Change:
    """Whether their active days changed, by the alarms of core/balance/alarms.py.

    A change is dated at its likeliest start, a silence on the day after the last word. Who opens is not asked in a
    group, where others do.
    """
    today = int(seen.now.local // DAY)
    days = seen.days[Side.THEM]
    if not len(days):
        return Change("too_early")
    start = max(int(seen.acts.local[0] // DAY), today - LONGEST_PAST + 1)
    active = _calendar(days, start, today)
    opened = active if seen.group else _calendar(opening_days(seen, Side.THEM), start, today)
    found = alarms(active[None], opened[None])
    less, stopped, more = (float(score[0, -1]) for score in (found.less, found.stopped, found.more))
    if math.isinf(stopped):
        return Change("too_early")
    if max(less, stopped) > 0:
        began = _likeliest_start(active, fall=True)
        if not active[began:].any() or (stopped > 0 and _silent(active[began:])):
            mutual = not np.any(seen.days[Side.YOU] > days[-1])
            return _explained("silent", active, int(days[-1]) + 1 - start, start, mutual=mutual)
        return _explained("less", active, began, start)
    if more > 0:
        return _explained("more", active, _likeliest_start(active, fall=False), start)
    return Change("too_early" if less > -NEARLY_LESS or stopped > -NEARLY_STOPPED else "none")


def _calendar(days: Int64Array, start: int, today: int) -> BoolArray:
    """Each day from `start` to `today`: is it one of these?"""
    on = np.zeros(today - start + 1, np.bool_)
    on[days[days >= start] - start] = True
    return on


def _silent(since: BoolArray) -> bool:
    """Whether even at the pace since the fall they would have written again by now (three times over), or had none."""
    on = np.flatnonzero(since)
    if len(on) < STRAGGLERS:
        return True
    ended = int(on[-1]) + 1
    return (len(since) - ended) * len(on) / ended > STRAGGLERS


def _explained(
    status: Literal["less", "more", "silent"], active: BoolArray, began: int, start: int, *, mutual: bool = False
) -> Change:
    """A change with its size: the days from `began` (counted from the day `start`) against up to a year before it.

    What the Bayes factor does not bear out is too early to tell; what has come back is no change.
    """
    after, before = active[began:], active[max(0, began - 365) : began]
    if not len(before) or not len(after):
        return Change("too_early")
    counts = int(after.sum()), len(after), int(before.sum()), len(before)
    weight = log_bayes_factor(*counts)
    recent = active[began:][-RECENT:]
    recovered = ratio_of_rates(int(recent.sum()), len(recent), counts[2], counts[3]).value
    if status == "less" and recovered > BACK:
        return Change("none")
    if weight < ENOUGH_EVIDENCE:
        return Change("too_early")
    return Change(status, (start + began) * DAY, ratio_of_rates(*counts), weight, mutual)


def _likeliest_start(active: BoolArray, *, fall: bool) -> int:
    """The day of the last year at which the rate most likely fell (or rose), by the Poisson likelihood."""
    n = len(active)
    days = np.arange(max(ENOUGH_DAYS - RECENT, n - 365), n - 6)
    total = active.sum()
    before = np.cumsum(active)[days - 1]
    after = total - before
    rate_before, rate_after = before / days, after / (n - days)
    with np.errstate(divide="ignore", invalid="ignore"):
        gain = np.nan_to_num(before * np.log(rate_before)) + np.nan_to_num(after * np.log(rate_after))
    wanted = (rate_after < rate_before) if fall else (rate_after > rate_before)
    return int(days[np.argmax(np.where(wanted, gain, -np.inf))])
