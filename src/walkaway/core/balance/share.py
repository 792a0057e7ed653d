"""The balance: contact in; the other's share of the effort, with its interval, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from walkaway.core.balance.contact import Contact, monday, openings, recency, week_number
from walkaway.core.balance.logit_beta import logit_mean, logit_variance
from walkaway.core.events import DAY, HOUR, WEEK, FloatArray, Int64Array, Side

Reading = Literal["you_carry", "they_carry", "even", "open"]
ComponentName = Literal["initiation", "replies", "volume", "patience"]

WEIGHTS: dict[ComponentName, float] = {"initiation": 0.35, "replies": 0.30, "volume": 0.20, "patience": 0.15}
"""A proposal, not fitted (reference: contact, section 8)."""
PRIOR = 2.0
"""Each share starts as Beta(2, 2)."""
LARGEST_PATIENCE = 2.0
ENOUGH_OPENINGS = 5
"""With fewer, who opens is left out: a pair that never pauses has hardly any."""
RESAMPLES = 400
RIBBON_WEEKS = 26
RIBBON_HALF_LIFE = 2 * WEEK
RIBBON_SILENCE = 6
"""After so many weeks without a word of one side there is no share to draw: little but the start at even is left."""
_OLDEST_WEEK = 130
"""Weeks older than this weigh less than a thousandth."""
_Z90 = 1.6448536269514722
_WAIT_EDGES = np.geomspace(1 / 60, 60 * 24, 97)
"""Bins of reply waits, 1 minute to 60 days (hours); a bootstrap over bins is a matrix product."""


@dataclass(frozen=True, slots=True)
class Component:
    """One part of the balance: what each side did (a count, a rate or hours), the weight, and how many it rests on.

    None: there was nothing for this side to answer.
    """

    name: ComponentName
    you: float | None
    them: float | None
    weight: float
    n: int


@dataclass(frozen=True, slots=True)
class Balance:
    """Their share of the effort, 0-100, 50 even, with a 90 % interval, resting on `n` turns of both."""

    share: float
    low: float
    high: float
    n: int
    reading: Reading
    components: tuple[Component, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Ribbon:
    """Their share week by week: `monday` (local us), share and interval; NaN where one side has long been silent."""

    monday: Int64Array
    share: FloatArray
    low: FloatArray
    high: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class _Weeks:
    """Weighted sums per week, a row each.

    `counts`: initiations, answered, unanswered and active days, (weeks, 4, 2 sides); after a last word nobody owes an
    answer, so only turns that awaited one count. `waits`: those that ended within the window, by bin, (weeks, 2 sides,
    bins); who answers later or never is counted among the replies.
    """

    monday: Int64Array
    counts: FloatArray
    waits: FloatArray


def _weeks(seen: Contact, *, weighted: bool, oldest: int) -> _Weeks:
    """Sums over the weeks up to now, the `oldest` newest of them; each event weighs its recency if `weighted`."""
    now = np.array([seen.now.local])
    start = int(max(monday(seen.acts.local[:1])[0], monday(now)[0] - (oldest - 1) * WEEK))
    n = int(week_number(now, start)[0]) + 1
    counts = np.zeros((n, 4, 2))
    histogram = np.zeros((n, 2, len(_WAIT_EDGES)))

    def add(target: FloatArray, local: Int64Array, place: tuple[Int64Array, ...] = ()) -> None:
        week = week_number(local, start)
        kept = (week >= 0) & (week < n)
        weight = recency(seen, local[kept]) if weighted else np.ones(np.count_nonzero(kept))
        np.add.at(target, (week[kept], *(column[kept] for column in place)), weight)

    for side in (Side.YOU, Side.THEM):
        add(counts[:, 0, side], seen.turns.local[openings(seen, side)])
        answers = seen.replies[side]
        add(counts[:, 1, side], answers.local[answers.awaits & answers.answered])
        add(counts[:, 2, side], answers.local[answers.awaits & ~answers.answered])
        add(counts[:, 3, side], seen.days[side] * DAY + DAY // 2)
        local, hours = _in_time(seen, side)
        add(histogram[:, side], local, (np.searchsorted(_WAIT_EDGES[:-1], hours),))
    return _Weeks(monday=start + np.arange(n) * WEEK, counts=counts, waits=histogram)


def _in_time(seen: Contact, side: Side) -> tuple[Int64Array, FloatArray]:
    """The turns (their local time) that awaited an answer and got it in time by this side, and the wait (hours)."""
    answers = seen.replies[side]
    answered = answers.awaits & answers.answered
    return answers.local[answered], answers.waited[answered]


def _log_median(waits: FloatArray, window: int) -> FloatArray:
    """Log of the median (hours) of binned waits (..., bins); of the whole window where there is none."""
    below = np.cumsum(waits, axis=-1)
    total = below[..., -1:]
    middle = np.log(_WAIT_EDGES)[(below >= total / 2).argmax(axis=-1)]
    median: FloatArray = np.where(total[..., 0] > 0, middle, np.log(window / HOUR))
    return median


def _begun(counts: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Counts (..., 4, 2 sides) of you and of them, (..., 4) each, with the start put in.

    Both shares of answers rest on as many turns as the side with fewer to answer had. The start at a half pulls that
    side the further; without this, one who was never asked anything would look like one who does not answer.
    """
    asked = counts[..., 1:3, :].sum(axis=-2)
    alike = np.ones_like(counts)
    alike[..., 1:3, :] = (asked.min(axis=-1, keepdims=True) / np.maximum(asked, 1e-12))[..., None, :]
    begun = counts * alike + PRIOR
    return begun[..., 0], begun[..., 1]


def _logits(counts: FloatArray) -> FloatArray:
    """The first three components on the logit scale, (..., 3), from counts (..., 4, 2 sides)."""
    you, them = _begun(counts)
    initiation = logit_mean(them[..., 0], you[..., 0])
    replies = logit_mean(them[..., 1], them[..., 2]) - logit_mean(you[..., 1], you[..., 2])
    volume = logit_mean(them[..., 3], you[..., 3])
    return np.stack([initiation, replies, volume], axis=-1)


def _patience(waits: FloatArray, window: int) -> FloatArray:
    """Log of (your wait / theirs), cut at 2: above 0 they are the quicker. From binned waits (..., 2, bins)."""
    medians = _log_median(waits, window)
    patience: FloatArray = np.clip(medians[..., 0] - medians[..., 1], -LARGEST_PATIENCE, LARGEST_PATIENCE)
    return patience


def _weights(seen: Contact) -> dict[ComponentName, float]:
    """What counts: in a group only volume and direct replies; patience only where both answered."""
    names: list[ComponentName] = ["replies", "volume"]
    opened = sum(len(openings(seen, side)) for side in (Side.YOU, Side.THEM))
    if not seen.group and opened >= ENOUGH_OPENINGS:
        names.append("initiation")
    if not seen.group and all(len(_in_time(seen, side)[0]) for side in (Side.YOU, Side.THEM)):
        names.append("patience")
    return {name: WEIGHTS[name] for name in WEIGHTS if name in names}


def balance(seen: Contact, rng: np.random.Generator) -> Balance | None:
    """Their share of the effort of this contact, newer acts weighing more (half per 90 days). None without turns.

    m = sum w_c m_c / sum w_c over initiation, replies, volume and patience; share = 100 / (1 + e^-m).
    The interval is a bootstrap over whole weeks (they hang together inside), widened for how few weeks carry it.
    """
    if not len(seen.turns) or not (np.any(seen.turns.side == Side.YOU) or np.any(seen.turns.side == Side.THEM)):
        return None
    weeks = _weeks(seen, weighted=True, oldest=_OLDEST_WEEK)
    weights = _weights(seen)
    w = np.array([weights.get(name, 0.0) for name in WEIGHTS])

    def combined(counts: FloatArray, waits: FloatArray) -> FloatArray:
        first = _logits(counts)
        parts = np.stack([first[..., 0], first[..., 1], first[..., 2], _patience(waits, seen.window)], axis=-1)
        total: FloatArray = parts @ w / w.sum()
        return total

    m = float(combined(weeks.counts.sum(axis=0), weeks.waits.sum(axis=0)))
    n = len(weeks.monday)
    times = rng.multinomial(n, np.full(n, 1 / n), RESAMPLES).astype(np.float64)
    resampled = combined(
        (times @ weeks.counts.reshape(n, -1)).reshape(RESAMPLES, 4, 2),
        (times @ weeks.waits.reshape(n, -1)).reshape(RESAMPLES, 2, -1),
    )
    spread = _spread(weeks, resampled, w, recency(seen, weeks.monday + WEEK // 2))
    low, high = (float(_percent(m + z * spread)) for z in (-_Z90, _Z90))
    turns = seen.turns.side != Side.OTHER
    return Balance(
        share=float(_percent(m)),
        low=low,
        high=high,
        n=int(np.count_nonzero(turns)),
        reading=_reading(low, high),
        components=_components(seen, weeks, weights),
    )


def _spread(weeks: _Weeks, resampled: FloatArray, w: FloatArray, faded: FloatArray) -> float:
    """The standard error of m.

    The bootstrap's, times sqrt(k / (k - 1)) with k the effective number of weeks that carry the weight (Kish), and
    not below what the counts alone would give if the parts were independent (few weeks look alike by accident).
    Acts that count r each (`faded`, by week) are as many as their weights' sum over r (Kish again): the sum itself,
    taken for a count, would be too small by half in a long archive.
    """
    carried = weeks.counts.sum(axis=(1, 2))
    active = carried > 0
    effective = carried.sum() ** 2 / max((carried[active] ** 2).sum(), 1e-12)
    widened = float(resampled.std()) * np.sqrt(effective / max(effective - 1, 0.5))
    each = float(carried @ faded) / max(float(carried.sum()), 1e-12)
    alone = float(np.sqrt(w[:3] ** 2 @ _variances(weeks.counts.sum(axis=0) / max(each, 1e-12))) / w.sum())
    return float(max(widened, alone))


def _variances(counts: FloatArray) -> FloatArray:
    """The variance of each of the first three components, (..., 3), from counts (..., 4, 2 sides)."""
    you, them = _begun(counts)
    initiation = logit_variance(them[..., 0], you[..., 0])
    replies = logit_variance(them[..., 1], them[..., 2]) + logit_variance(you[..., 1], you[..., 2])
    volume = logit_variance(them[..., 3], you[..., 3])
    return np.stack([initiation, replies, volume], axis=-1)


def stated(
    opens: tuple[float, float], answers: tuple[float, float], days: tuple[float, float], *, weeks: int
) -> Balance:
    """The balance of a normal week as a person remembers it; pairs are (you, them).

    `opens` and `days` per week, `answers` the share of the other's turns answered. It weighs as much as `weeks` weeks
    of counting would, and the parts hang together fully (a memory is one thing): v = (sum w sqrt v_c)^2 / (sum w)^2.
    """
    turns = np.array([max(opens[1], 1.0), max(opens[0], 1.0)])  # what each had to answer
    share = np.array(answers)
    counts = weeks * np.stack([np.array(opens), share * turns, (1 - share) * turns, np.array(days)])
    names: tuple[ComponentName, ...] = ("initiation", "replies", "volume")
    w = np.array([WEIGHTS[name] for name in names])
    m = float(_logits(counts) @ w / w.sum())
    spread = float(np.sqrt(_variances(counts)) @ w / w.sum())
    low, high = (float(_percent(m + z * spread)) for z in (-_Z90, _Z90))
    shown = {"initiation": opens, "replies": answers, "volume": days}
    parts = tuple(Component(name, *shown[name], WEIGHTS[name] / float(w.sum()), weeks) for name in names)
    return Balance(float(_percent(m)), low, high, weeks, _reading(low, high), parts)


def _percent(m: FloatArray | float) -> FloatArray:
    share: FloatArray = np.asarray(100 / (1 + np.exp(-np.asarray(m))))
    return share


def _reading(low: float, high: float) -> Reading:
    if high < 40:
        return "you_carry"
    if low > 60:
        return "they_carry"
    return "even" if low >= 35 and high <= 65 else "open"


def _components(seen: Contact, weeks: _Weeks, weights: dict[ComponentName, float]) -> tuple[Component, ...]:
    counts = weeks.counts.sum(axis=0)
    total = sum(weights.values())
    medians = np.exp(_log_median(weeks.waits.sum(axis=0), seen.window))
    you, them = (float(yes / (yes + no)) if yes + no > 0 else None for yes, no in counts[1:3].T)
    rests = {
        "initiation": len(openings(seen, Side.YOU)) + len(openings(seen, Side.THEM)),
        "replies": sum(int(answers.awaits.sum()) for answers in seen.replies),
        "volume": len(seen.days[0]) + len(seen.days[1]),
        "patience": len(_in_time(seen, Side.YOU)[0]) + len(_in_time(seen, Side.THEM)[0]),
    }
    shown: dict[ComponentName, tuple[float | None, float | None]] = {
        "initiation": (float(counts[0, 0]), float(counts[0, 1])),
        "replies": (you, them),
        "volume": (float(counts[3, 0]), float(counts[3, 1])),
        "patience": (float(medians[0]), float(medians[1])),
    }
    return tuple(Component(name, *shown[name], weight / total, rests[name]) for name, weight in weights.items())


def ribbon(seen: Contact) -> Ribbon:
    """Their share in each of the last 26 weeks: initiation, replies and volume, smoothed (half-life 2 weeks).

    The interval is the closed form of independent parts; it is a picture, not the number of the card. Where one side
    has written nothing for `RIBBON_SILENCE` weeks, what it did fades, and the share would rise to even on its own.
    """
    weeks = _weeks(seen, weighted=False, oldest=RIBBON_WEEKS + 12) if len(seen.acts) else None
    if weeks is None:
        none = np.zeros(0)
        return Ribbon(none.astype(np.int64), none, none, none)
    n = len(weeks.monday)
    age = np.arange(n)[:, None] - np.arange(n)[None, :]
    kernel = np.where(age >= 0, 0.5 ** (np.maximum(age, 0) * WEEK / RIBBON_HALF_LIFE), 0.0)
    counts = (kernel @ weeks.counts.reshape(n, -1)).reshape(n, 4, 2)
    names: tuple[ComponentName, ...] = ("initiation", "replies", "volume")
    w = np.array([0.0 if seen.group and name == "initiation" else WEIGHTS[name] for name in names])
    m = _logits(counts) @ w / w.sum()
    spread = np.sqrt(_variances(counts) @ w**2) / w.sum()
    near = (age >= 0) & (age < RIBBON_SILENCE)
    quiet = (near @ weeks.counts[:, 3] == 0).any(axis=1) | (counts.sum(axis=(1, 2)) < 1.0)
    columns = [np.where(quiet, np.nan, _percent(m + z * spread)) for z in (0.0, -_Z90, _Z90)]
    last = slice(max(0, n - RIBBON_WEEKS), None)
    return Ribbon(weeks.monday[last], *(column[last] for column in columns))
