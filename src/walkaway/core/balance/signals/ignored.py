"""Ignored: your turns go unanswered far more often than theirs, or your last one for longer than they ever take."""

from __future__ import annotations

import numpy as np

from walkaway.core.balance.latency import Replies
from walkaway.core.balance.signals.signal import DRAWS, Signal, View, interval, newest
from walkaway.core.events import DAY, BoolArray, FloatArray, Int64Array
from walkaway.core.measures import Measure

SOURCE = "Kooti et al. 2015, WWW; Wuchty & Uzzi 2011, PLoS ONE 6:e26972"
ENOUGH_TURNS = 6
SHORTEST_SILENCE = 48.0
"""A silence of less than two days (hours) is nobody's answer yet."""


def find(view: View) -> Signal | None:
    """P(they answer under half as often as you) > .9 over 6 or more turns, or a silence beyond their 95 % wait.

    Only turns that awaited an answer count. The number is the share of yours in the last eight weeks they answered.
    """
    yours, theirs = view.seen.replies
    now = _due(view, theirs)
    if len(now) >= ENOUGH_TURNS:
        share = _draws(view, theirs.answered[now])
        own = _draws(view, yours.answered[_due(view, yours)])
        if np.mean(share < 0.5 * own) > 0.9:
            open_turns = theirs.id[now][~theirs.answered[now]]
            count = int(theirs.answered[now].sum()), len(now)
            return Signal("ignored", interval(share, len(now)), newest(open_turns), SOURCE, count=count)
    return _silence(view, theirs)


def _due(view: View, turns: Replies) -> Int64Array:
    """Places of the turns of the last eight weeks that awaited an answer."""
    places = view.recent(turns.local)
    return places[turns.awaits[places]]


def _draws(view: View, answered: BoolArray) -> FloatArray:
    return view.rng.beta(2 + answered.sum(), 2 + len(answered) - answered.sum(), DRAWS)


def _silence(view: View, theirs: Replies) -> Signal | None:
    """The wait that is going on, if it is longer than 95 % of theirs were, and half again as long as any while few."""
    due = np.flatnonzero(theirs.awaits)
    waiting, over = due[~theirs.ended[due]], due[theirs.ended[due]]
    if view.seen.group or not len(waiting) or len(over) < ENOUGH_TURNS:
        return None
    waits = theirs.waited[over]
    usual = float(np.quantile(waits, 0.95)) if len(waits) >= 20 else 1.5 * float(waits.max())
    if theirs.waited[waiting[0]] <= max(usual, SHORTEST_SILENCE):
        return None
    began = int(theirs.local[waiting[0]])
    return Signal("ignored", Measure(0.0, 0.0, 0.0, 1), newest(theirs.id[waiting]), SOURCE, began // DAY * DAY)
