"""Taken for granted: their replies or their openings fell, while your effort did not."""

from __future__ import annotations

from typing import Literal

import numpy as np

from walkaway.core.balance.contact import openings
from walkaway.core.balance.signals.signal import DRAWS, EARLIER, WINDOW, Signal, View, interval, newest
from walkaway.core.events import DAY, BoolArray, FloatArray, Int64Array, Side

SOURCE = "Sprecher, Schmeeckle & Felmlee 2006, least interest (the idea); a proposal as a sign"
DROP = 0.70
"""What is left of theirs counts as fallen below this (a drop of 30 %)."""
KEPT = 0.85
"""What is left of yours counts as kept above this (a drop of less than 15 %)."""
SHORTEST = 28 * DAY
ENOUGH = 5


def find(view: View) -> Signal | None:
    """P(their replies or openings fell 30 %) > .9, P(your days fell 15 %) < .5: now against the half-year before.

    Now is the time since the dated change, where there is one of four weeks or more, else the last eight weeks.

    Your openings may stand for your days: you write on fewer days already because they open fewer conversations.
    The number is what is left of theirs, as a share of before (the smaller of the two).
    """
    seen = view.seen
    opened = openings(seen, Side.THEM)
    answers = seen.replies[Side.THEM]
    due = answers.awaits
    fallen: tuple[tuple[Literal["openings", "replies"], FloatArray | None, Int64Array], ...] = (
        ("openings", _rates(view, seen.turns.local[opened]), seen.acts.id[seen.turns.first[opened]]),
        ("replies", _shares(view, answers.local[due], answers.answered[due]), answers.id[due]),
    )
    candidates = [(left, about, ids) for about, left, ids in fallen if left is not None and np.mean(left < DROP) > 0.9]
    yours = [_rates(view, seen.days[Side.YOU] * DAY), _rates(view, seen.turns.local[openings(seen, Side.YOU)])]
    kept = any(left is not None and np.mean(left < KEPT) < 0.5 for left in yours)
    if not candidates or not kept:
        return None
    left, about, ids = min(candidates, key=lambda c: float(np.median(c[0])))
    since = view.change.since if view.change.status in ("less", "silent") else None
    return Signal("taken_for_granted", interval(left, len(ids)), newest(ids), SOURCE, since, about=about)


def _window(view: View) -> int:
    """How far back now reaches (us)."""
    since = view.change.since if view.change.status in ("less", "silent") else None
    return WINDOW if since is None else int(np.clip(view.seen.now.local - since, SHORTEST, EARLIER))


def _parts(view: View, local: Int64Array) -> tuple[Int64Array, Int64Array]:
    """Places of the local times that lie in the window, and in the half-year before it."""
    age, window = view.seen.now.local - local, _window(view)
    return np.flatnonzero(age < window), np.flatnonzero((age >= window) & (age < window + EARLIER))


def _span(view: View) -> float | None:
    """How much of the half-year before there is, in days; None if less than eight weeks."""
    days = min(EARLIER, view.seen.now.local - _window(view) - int(view.seen.acts.local[0])) / DAY
    return days if days >= WINDOW / DAY else None


def _rates(view: View, local: Int64Array) -> FloatArray | None:
    """Draws of (rate now) / (rate before) of events at these local times: Gamma posteriors, Jeffreys prior."""
    span = _span(view)
    now, before = (len(part) for part in _parts(view, local))
    if span is None or before < ENOUGH:
        return None
    rate_now = view.rng.gamma(now + 0.5, size=DRAWS) / (_window(view) / DAY)
    ratio: FloatArray = rate_now / (view.rng.gamma(before + 0.5, size=DRAWS) / span)
    return ratio


def _shares(view: View, local: Int64Array, answered: BoolArray) -> FloatArray | None:
    """Draws of (share answered now) / (share answered before): Beta(2, 2) posteriors."""
    now, before = (answered[part] for part in _parts(view, local))
    if len(now) < ENOUGH or len(before) < ENOUGH or _span(view) is None:
        return None
    a, b = (view.rng.beta(2 + x.sum(), 2 + len(x) - x.sum(), DRAWS) for x in (now, before))
    ratio: FloatArray = a / b
    return ratio
