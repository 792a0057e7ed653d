"""Days on which they wrote, and on which they opened, in; how far each change is above its alarm level, out.

Looked at every six days for half a year, the three together come in about one steady pair in ten
(`python -m studies.drop.looks`). They share that one: stopped, and far less, within weeks (core/balance/fallen.py), on
days they wrote; and in months, on days they opened a conversation (core/balance/lasting.py): answers come and go with
what you write, openings are theirs alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.balance.fallen import fallen
from walkaway.core.balance.lasting import lasting
from walkaway.core.events import BoolArray, FloatArray

ENOUGH_DAYS, ENOUGH_ACTIVE = 84, 10
"""Days of history, and active days, below which nothing is said."""


@dataclass(frozen=True, slots=True, eq=False)
class Alarms:
    """At the end of each day, (pairs, days); an alarm is what exceeds 0. Minus infinity where too little is known."""

    less: FloatArray
    stopped: FloatArray
    more: FloatArray


def alarms(active: BoolArray, opened: BoolArray) -> Alarms:
    """All three for pairs side by side; what a day says knows nothing of the next."""
    soon, late = fallen(active), lasting(opened)
    known = (np.cumsum(active, axis=1) >= ENOUGH_ACTIVE) & (np.arange(1, active.shape[1] + 1) >= ENOUGH_DAYS)
    less, stopped, more = (
        np.where(known, score, -np.inf) for score in (np.maximum(soon.less, late.fell), soon.stopped, late.rose)
    )
    return Alarms(less, stopped, more)
