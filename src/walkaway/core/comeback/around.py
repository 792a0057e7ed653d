"""Pairs in; how busy each person was, and with how many people, at any time, out. From their own archive alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.comeback.pairs import Pairs
from walkaway.core.comeback.running import faded, first_rows, lots_of, starts
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
    """Every act seen from both of its people. Done in lots of people: what fits the cache is much faster."""
    n = len(seen)
    person = np.empty(2 * n, np.int64)
    person[:n], person[n:] = seen.people[seen.pair, seen.side], seen.people[seen.pair, 1 - seen.side]
    origin = float(seen.at.min(initial=0.0))
    stride = float(max(seen.at.max(initial=0.0), seen.until)) - origin + 1.0
    key = np.asarray(person * stride, np.float64)
    key[:n] += seen.at - origin
    key[n:] += seen.at - origin
    order = np.argsort(key)
    key, person = key[order], person[order]
    row, fresh, start = order % max(n, 1), _fresh(seen), starts(person)
    at, since = np.empty(2 * n), np.empty(2 * n)
    sums, people = np.empty((2 * n, len(_RATES), 2)), np.empty(2 * n)
    for begin, end in lots_of(start):
        part = slice(begin, end)
        acts, opens, wrote = row[part], start[part], order[part] < n
        at[part] = when = seen.at[acts]
        weight = np.stack([wrote, ~wrote, fresh[acts]], axis=-1)
        slow = faded(when, opens, weight, SLOW)
        sums[part, 0], sums[part, 1] = faded(when, opens, weight[:, :2], FAST), slow[:, :2]
        people[part], since[part] = slow[:, 2], when[first_rows(opens)]
    return Around(key, at, person, sums, people, since, origin, stride)


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
