"""Step back: the pair's own gaps in, how long to step back out."""

from __future__ import annotations

import numpy as np

from walkaway.core.balance.contact import Contact

SHORTEST, LONGEST = 7, 42


def step_back_days(seen: Contact) -> int:
    """How many days, in whole weeks: twice the gap that nine in ten of the pair's gaps stay under, one to six weeks.

    Shorter could not be told from their usual rhythm; longer would be leaving. It is not a punishment: it is the time
    to see what they do when you do less.
    """
    gaps = np.diff(np.union1d(*seen.days))
    usual = float(np.quantile(gaps, 0.9)) if len(gaps) >= 5 else 7.0
    return int(np.clip(np.ceil(2 * usual / 7) * 7, SHORTEST, LONGEST))
