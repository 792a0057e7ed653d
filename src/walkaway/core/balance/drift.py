"""Drift: contact in; how it changed against the pair's own past, and since when, out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from walkaway.core.balance.contact import Contact
from walkaway.core.events import DAY, FloatArray, Int64Array, Side
from walkaway.core.measures import Measure

RECENT = 28
"""Days of the window that is compared with what came before."""
BEFORE = 84
"""Days of the window before it."""
ENOUGH_BASELINE = 56
"""Days of history before the recent ones, below which nothing is said about a change."""
ENOUGH_ACTIVE = 10
FALLS = (0.25, 0.5)
RISE = 2.0
ALARM_SHARE = 0.05
"""False alarms per half-year that each of the falls' alarm and the silence alarm may raise: together one in ten."""
LONGEST_PAST = 730
"""A change of more than two years ago is how it is now."""
ENOUGH_EVIDENCE = 2.0
"""An alarm that the Bayes factor backs with less than e^2 : 1 is too early to tell."""
BACK = 0.8
"""With this much of the rate before in the last 28 days, a fall is over."""
SHORTEST_SILENCE = 7.0
BEYOND = 1.5
"""A silence must be this much longer than their gaps made likely: the longest so far is not the longest there is."""
HALF_YEAR = 180
PATHS = 200
_FIXED_ALARM = 5.77
_FIXED_SILENCE = 21
_CAP = 1.5
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


def change(seen: Contact, rng: np.random.Generator) -> Change:
    """Whether their active days changed, by two alarms that let a pair with such gaps pass nine half-years in ten.

    That is for one look, and for gaps that do not come in bouts. Looked at every six days, bursty pairs that are steady
    are called changed more often: in about a third of such half-years (docs/studies/claims.md).

    One-sided Poisson CUSUM on active days for a fall to a quarter or to half (Page 1954), beside their silence against
    their own gaps. The thresholds come from half-years resampled from the pair's own gaps before the recent 28 days.
    """
    today = int(seen.now.local // DAY)
    days = seen.days[Side.THEM]
    if not len(days):
        return Change("too_early")
    start = max(int(seen.acts.local[0] // DAY), today - LONGEST_PAST + 1)
    days = days[days >= start]
    length = today - start + 1
    if length - RECENT < ENOUGH_BASELINE or len(days) < ENOUGH_ACTIVE:
        return Change("too_early")
    active = np.zeros(length)
    active[days - start] = 1.0
    gaps = np.diff(days[days < today - RECENT])
    alarms, longest, rise_alarm = _thresholds(gaps, rng)
    silence = today - int(days[-1])
    if silence > longest:
        mutual = not np.any(seen.days[Side.YOU] > days[-1])
        return _explained("silent", active, length - silence, start, mutual=mutual)
    baseline = _baseline(active)
    sums = [_cusum(active, baseline, f, _CAP * alarm) for f, alarm in zip(FALLS, alarms, strict=True)]
    if any(level > alarm for level, alarm in zip(sums, alarms, strict=True)):
        return _explained("less", active, _likeliest_start(active, fall=True), start)
    if _cusum(active, baseline, RISE, _CAP * rise_alarm) > rise_alarm:
        return _explained("more", active, _likeliest_start(active, fall=False), start)
    growing = max(level / alarm for level, alarm in zip(sums, alarms, strict=True)) > 0.6
    return Change("too_early" if growing or silence > 0.75 * longest else "none")


def _explained(
    status: Literal["less", "more", "silent"], active: FloatArray, began: int, start: int, *, mutual: bool = False
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


def _baseline(active: FloatArray) -> FloatArray:
    """Their rate of active days as known on each day: all days more than 28 old, half a day added."""
    known = np.concatenate([np.zeros(RECENT), np.cumsum(active)[:-RECENT]])
    age = np.maximum(np.arange(len(active)) - RECENT + 1, 0)
    rate: FloatArray = (known + 0.5) / (age + 1)
    return rate


def _cusum(active: FloatArray, baseline: FloatArray, factor: float, cap: float) -> float:
    """C_t = max(0, C_(t-1) + x_t ln f + rate (1 - f)), its last value.

    Held at `cap`, so that a recovery is seen in weeks, not in as long as the fall took. Days before the baseline is
    known do not count. A loop over days, of which a long life has few.
    """
    level = 0.0
    for step in (active * np.log(factor) + baseline * (1 - factor))[ENOUGH_BASELINE + RECENT :].tolist():
        level = min(max(0.0, level + step), cap)
    return level


def _likeliest_start(active: FloatArray, *, fall: bool) -> int:
    """The day of the last year at which the rate most likely fell (or rose), by the Poisson likelihood."""
    n = len(active)
    days = np.arange(max(ENOUGH_BASELINE, n - 365), n - 6)
    total = active.sum()
    before = np.cumsum(active)[days - 1]
    after = total - before
    rate_before, rate_after = before / days, after / (n - days)
    with np.errstate(divide="ignore", invalid="ignore"):
        gain = np.nan_to_num(before * np.log(rate_before)) + np.nan_to_num(after * np.log(rate_after))
    wanted = (rate_after < rate_before) if fall else (rate_after > rate_before)
    return int(days[np.argmax(np.where(wanted, gain, -np.inf))])


def _thresholds(gaps: Int64Array, rng: np.random.Generator) -> tuple[list[float], float, float]:
    """Alarm levels for each fall, the longest silence (days), and the alarm level of a rise.

    From half-years whose gaps are drawn from the pair's own; fixed ones while there are fewer than 20 gaps.
    """
    if len(gaps) < 20:
        return [_FIXED_ALARM] * len(FALLS), max(_FIXED_SILENCE, 2 * float(gaps.max(initial=1))), _FIXED_ALARM
    per_path = int(np.clip(HALF_YEAR / gaps.mean() * 2 + 20, 30, 2 * HALF_YEAR))
    drawn = rng.choice(gaps, (PATHS, per_path))
    when = np.cumsum(drawn, axis=1)
    inside = when < HALF_YEAR
    paths = np.zeros((PATHS, HALF_YEAR))
    paths[np.nonzero(inside)[0], when[inside]] = 1.0
    rate = 1 / float(gaps.mean())
    q = 1 - ALARM_SHARE
    levels = [float(np.quantile(_largest(paths, rate, f), q)) for f in (*FALLS, RISE)]
    longest = float(np.quantile(np.where(when - drawn < HALF_YEAR, drawn, 0).max(axis=1), q))
    return levels[:-1], max(SHORTEST_SILENCE, BEYOND * longest), levels[-1]


def _largest(paths: FloatArray, rate: float, factor: float) -> FloatArray:
    """The largest CUSUM value on each path, through running minima: C_t = S_t - min over s <= t of S_s."""
    walk = np.cumsum(paths * np.log(factor) + rate * (1 - factor), axis=1)
    lowest = np.minimum.accumulate(np.minimum(walk, 0), axis=1)
    largest: FloatArray = (walk - lowest).max(axis=1)
    return largest
