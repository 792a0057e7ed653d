"""All packages, what they are worth to you and seem worth to them, and a level in; offers of that level, unalike, out.

Several offers that are worth the same to you, put side by side (MESO), ask what matters to them without a question:
their choice tells it (Medvec & Galinsky 2005).
"""

from __future__ import annotations

import numpy as np

from walkaway.core.events import FloatArray
from walkaway.core.offers.space import Space

WITHIN = 0.03
"""Packages whose worth to you lies this close together count as worth the same, of what lies between best and worst."""


def equivalent(
    packages: Space,
    mine: FloatArray,
    theirs: FloatArray,
    *,
    level: float,
    floor: float,
    count: int = 3,
    within: float = WITHIN,
) -> tuple[int, ...]:
    """Up to `count` packages worth `level` or a little more to you, never below `floor`, best for them and unalike.

    The first is the one they seem to like most. Each further one is the best of those that differ from the chosen
    ones in more issues; so the list ends where only near copies are left.
    """
    least = max(level, floor)
    places = np.flatnonzero((mine >= least - 1e-12) & (mine <= least + within) & (mine >= floor))
    if not len(places):
        above = np.flatnonzero(mine >= least - 1e-12)
        if not len(above):
            return ()
        places = above[mine[above] <= mine[above].min() + within]
    chosen = [int(places[np.argmax(theirs[places] + 1e-6 * mine[places])])]
    issues = len(packages.sizes)
    while len(chosen) < count:
        unlike = np.min([(packages.choices[places] != packages.choices[p]).sum(axis=1) for p in chosen], axis=0)
        if unlike.max(initial=0) == 0:
            break
        worth = theirs[places] + 0.5 * unlike / issues
        chosen.append(int(places[np.argmax(np.where(unlike > 0, worth, -np.inf))]))
    return tuple(chosen)


def better_for_both(mine: FloatArray, theirs: FloatArray, agreed: int) -> int | None:
    """A package worth at least as much to both as what was agreed on, and more to one: the largest smaller gain.

    For two who share what they care for after they have agreed (a post-settlement settlement, Raiffa 1982).
    """
    gain = np.minimum(mine - mine[agreed], theirs - theirs[agreed])
    total = mine - mine[agreed] + theirs - theirs[agreed]
    fits = (gain >= -1e-12) & (total > 1e-9)
    return int(np.flatnonzero(fits)[np.lexsort((total[fits], gain[fits]))[-1]]) if fits.any() else None
