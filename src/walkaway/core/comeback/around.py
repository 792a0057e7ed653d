"""Pairs in; how busy each person was with everybody they write with, at any time, out. From their own archive alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.comeback.pairs import Pairs
from walkaway.core.comeback.running import faded, starts
from walkaway.core.events import FloatArray, Int64Array

FAST, SLOW = 1 / 7, 1 / 60
"""Per day: the last week or so, the last two months or so."""
_RATES = (FAST, SLOW)


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """Faded counts of what each person wrote and got, a row per act and person, sorted by person and time.

    `key` sorts person and time in one number; `sums` (rows, 2 rates, 2: out, in); `since` their first act.
    """

    key: FloatArray
    at: FloatArray
    person: Int64Array
    sums: FloatArray
    since: FloatArray
    origin: float
    stride: float


def around(seen: Pairs) -> Around:
    """Every act seen from both of its people."""
    writer = seen.people[seen.pair, seen.side]
    reader = seen.people[seen.pair, 1 - seen.side]
    person = np.concatenate([writer, reader])
    at = np.concatenate([seen.at, seen.at])
    wrote = np.concatenate([np.ones(len(seen)), np.zeros(len(seen))])
    origin = float(seen.at.min(initial=0.0))
    stride = float(max(seen.at.max(initial=0.0), seen.until)) - origin + 1.0
    key = person * stride + (at - origin)
    order = np.argsort(key)
    key, at, person, wrote = key[order], at[order], person[order], wrote[order]
    start = starts(person)
    weight = np.stack([wrote, 1 - wrote], axis=-1)
    sums = np.stack([faded(at, start, weight, rate) for rate in _RATES], axis=1)
    since = at[start][np.cumsum(start) - 1] if len(at) else at
    return Around(key, at, person, sums, since, origin, stride)


def busy(found: Around, person: Int64Array, at: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The faded counts of these people at these times, (n, 2 rates, 2: out, in), and how long they are known (days)."""
    place = np.searchsorted(found.key, person * found.stride + (at - found.origin), side="right") - 1
    known = (place >= 0) & (found.person[place] == person)
    place = np.maximum(place, 0)
    ago = np.maximum(at - found.at[place], 0.0)
    faded_then = found.sums[place] * np.exp(-ago[:, None] * np.array(_RATES))[:, :, None]
    sums: FloatArray = np.where(known[:, None, None], faded_then, 0.0)
    return sums, np.where(known, at - found.since[place], 0.0)
