"""Ignored: your turns go unanswered far more often than theirs, or your last one for longer than they ever take."""

from __future__ import annotations

import numpy as np

from walkaway.core.balance.latency import quantile
from walkaway.core.balance.signals.signal import DRAWS, Signal, View, interval, newest
from walkaway.core.events import DAY, BoolArray, FloatArray, Side
from walkaway.core.measures import Measure

SOURCE = "Kooti et al. 2015, WWW; Wuchty & Uzzi 2011, PLoS ONE 6:e26972"
ENOUGH_TURNS = 6
SHORTEST_SILENCE = 24.0
"""A silence of less than a day (hours) is nobody's answer yet."""


def find(view: View) -> Signal | None:
    """P(they answer under half as often as you) > .9 over 6 or more turns, or a silence beyond their 95 % wait.

    The number is the share of your turns of the last eight weeks they answered.
    """
    yours, theirs = view.seen.replies
    now = view.recent(theirs.local)
    if len(now) >= ENOUGH_TURNS:
        share = _draws(view, theirs.answered[now])
        own = _draws(view, yours.answered[view.recent(yours.local)])
        if np.mean(share < 0.5 * own) > 0.9:
            open_turns = theirs.id[now][~theirs.answered[now]]
            count = int(theirs.answered[now].sum()), len(now)
            return Signal("ignored", interval(share, len(now)), newest(open_turns), SOURCE, count=count)
    return _silence(view)


def _draws(view: View, answered: BoolArray) -> FloatArray:
    return view.rng.beta(2 + answered.sum(), 2 + len(answered) - answered.sum(), DRAWS)


def _silence(view: View) -> Signal | None:
    """The wait that is going on, if it is longer than 95 % of theirs ever were."""
    waited = view.seen.waits[Side.THEM]
    if view.seen.group or len(waited) < ENOUGH_TURNS + 1 or waited.answered[-1]:
        return None
    usual = quantile(waited, 0.95)
    hours = float(waited.hours[-1])
    if not hours > max(usual, SHORTEST_SILENCE):
        return None
    return Signal(
        "ignored", Measure(0.0, 0.0, 0.0, 1), (int(waited.id[-1]),), SOURCE, int(waited.local[-1]) // DAY * DAY
    )
