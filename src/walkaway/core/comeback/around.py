"""Pairs in; how busy each person was, and with how many people, at any time, out. From their own archive alone."""

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

    `key` sorts person and time in one number; `sums` (rows, 2 rates, 2: out, in); `people` whom they are in touch with,
    each counting as much as the pair's last act still does at the slow rate; `since` their first act.
    """

    key: FloatArray
    at: FloatArray
    person: Int64Array
    sums: FloatArray
    people: FloatArray
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
    fresh = np.tile(_fresh(seen), 2)
    origin = float(seen.at.min(initial=0.0))
    stride = float(max(seen.at.max(initial=0.0), seen.until)) - origin + 1.0
    key = person * stride + (at - origin)
    order = np.argsort(key)
    key, at, person, wrote, fresh = key[order], at[order], person[order], wrote[order], fresh[order]
    start = starts(person)
    weight = np.stack([wrote, 1 - wrote, fresh], axis=-1)
    fast, slow = faded(at, start, weight[:, :2], FAST), faded(at, start, weight, SLOW)
    sums = np.stack([fast, slow[:, :2]], axis=1)
    since = at[start][np.cumsum(start) - 1] if len(at) else at
    return Around(key, at, person, sums, slow[:, 2], since, origin, stride)


def _fresh(seen: Pairs) -> FloatArray:
    """What each act adds to its pair's weight to bring it back to 1, after it had faded since the act before."""
    fresh = np.ones(len(seen))
    again = ~starts(seen.pair)
    fresh[again] = -np.expm1(-SLOW * np.diff(seen.at, prepend=0.0)[again])
    return fresh


def busy(found: Around, person: Int64Array, at: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """The faded counts of these people at these times, (n, 2 rates, 2: out, in), with how many they are in touch, and
    how long they are known (days).
    """
    place = np.searchsorted(found.key, person * found.stride + (at - found.origin), side="right") - 1
    known = (place >= 0) & (found.person[place] == person)
    place = np.maximum(place, 0)
    ago = np.maximum(at - found.at[place], 0.0)
    faded_then = found.sums[place] * np.exp(-ago[:, None] * np.array(_RATES))[:, :, None]
    sums: FloatArray = np.where(known[:, None, None], faded_then, 0.0)
    people = np.where(known, found.people[place] * np.exp(-ago * SLOW), 0.0)
    return sums, people, np.where(known, at - found.since[place], 0.0)
