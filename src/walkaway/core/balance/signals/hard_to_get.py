"""Hard to get: they answer now and then, at a pace that cannot be foreseen, and hardly ever open."""

from __future__ import annotations

import numpy as np

from walkaway.core.balance.contact import openings
from walkaway.core.balance.signals.signal import DRAWS, Signal, View, interval, newest
from walkaway.core.events import Side

SOURCE = "Dai, Dong & Jia 2014, JEPG 143; told apart from ignoring by answers that do come"
ENOUGH_TURNS = 10
UNEVEN_WAITS = 2.15
"""Standard deviation of ln(wait): the median over pairs of the CollegeMsg data (studies/reply_waits)."""


def find(view: View) -> Signal | None:
    """They answer 20-60 % of your turns, their waits spread more than in half of all pairs, they open under 25 %.

    The number is the share of your turns of the last eight weeks that awaited an answer and got it.
    """
    seen = view.seen
    answers = seen.replies[Side.THEM]
    now = view.recent(answers.local)
    now = now[answers.awaits[now]]
    if seen.group or len(now) < ENOUGH_TURNS:
        return None
    answered = answers.answered[now]
    share = view.rng.beta(2 + answered.sum(), 2 + len(now) - answered.sum(), DRAWS)
    if not 0.2 <= float(np.median(share)) <= 0.6:
        return None
    hours = answers.waited[now][answers.ended[now]]
    if len(hours) < 5 or float(np.log(np.maximum(hours, 1 / 60)).std(ddof=1)) <= UNEVEN_WAITS:
        return None
    theirs, yours = (len(view.recent(seen.turns.local[openings(seen, side)])) for side in (Side.THEM, Side.YOU))
    if theirs + yours < 5 or theirs / (theirs + yours) >= 0.25:
        return None
    count = int(answered.sum()), len(now)
    return Signal("hard_to_get", interval(share, len(now)), newest(answers.id[now]), SOURCE, count=count)
