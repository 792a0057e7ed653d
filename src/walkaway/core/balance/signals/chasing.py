"""Chasing: you write again before an answer, or open nearly all of it. A sign, not a cause."""

from __future__ import annotations

import numpy as np

from walkaway.core.balance.contact import openings
from walkaway.core.balance.latency import quantile
from walkaway.core.balance.signals.signal import DRAWS, Signal, View, interval, newest
from walkaway.core.events import HOUR, Int64Array, Side

SOURCE = "Schrodt, Witt & Shimkowski 2014, demand and withdraw (a sign; a cause is not shown)"
OPENS_MOST = 0.65
IN_A_ROW = 2
"""Follow-ups in a row that still wait: three unanswered turns."""


def find(view: View) -> Signal | None:
    """You follow up unanswered turns clearly more often than they do, thrice in a row now, or open over 65 %.

    The number is your share of the openings of the last eight weeks. "Clearly": the 5 % quantile is over half.
    """
    seen = view.seen
    if seen.group:
        return None
    mine, theirs = (view.recent(seen.turns.local[openings(seen, side)]) for side in (Side.YOU, Side.THEM))
    share = view.rng.beta(2 + len(mine), 2 + len(theirs), DRAWS)
    again, they_again = (follow_ups(view, side) for side in (Side.YOU, Side.THEM))
    follows = view.rng.beta(1 + len(again), 1 + len(they_again), DRAWS)
    opens = float(np.median(share)) > OPENS_MOST and float(np.quantile(share, 0.05)) > 0.5 and len(mine) >= 5
    if not (opens or float(np.quantile(follows, 0.05)) > 0.5 or _running(view, again) >= IN_A_ROW):
        return None
    evidence = seen.turns.first[again if len(again) else openings(seen, Side.YOU)[mine]]
    n = len(mine) + len(theirs)
    evidence_ids = newest(seen.acts.id[evidence])
    return Signal("chasing", interval(share, n), evidence_ids, SOURCE, count=(len(mine), n) if opens else None)


def follow_ups(view: View, side: Side) -> Int64Array:
    """Turns of this side in the last eight weeks that followed its own unanswered turn, at a distance.

    They count when 6 hours, or the other's 75 % wait if longer (at most a week), lie between the two.
    """
    turns = view.seen.turns
    waited = view.seen.waits[Side.THEM if side == Side.YOU else Side.YOU]
    usual = quantile(waited, 0.75) if len(waited) else 6.0
    spacing = min(max(6.0, usual), 7 * 24.0) * HOUR
    again = np.zeros(len(turns), np.bool_)
    own = (turns.side[1:] == side) & (turns.side[:-1] == side)
    again[1:] = own & (turns.at[1:] - view.seen.acts.at[turns.last[:-1]] >= spacing)
    places = np.flatnonzero(again)
    return places[view.recent(turns.local[places])]


def _running(view: View, again: Int64Array) -> int:
    """How many of your follow-ups stand at the end of the chat without an answer."""
    last = len(view.seen.turns) - 1
    backwards = np.arange(len(again))[::-1]
    return int(np.count_nonzero(again == last - backwards))
