"""Rows sorted by group and time in; running counts, faded sums and running ranks of each group out.

Everything here is past-only, exact up to what it says, and costs the same per row however long a group is: no loop over
rows, none over groups.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from walkaway.core.events import BoolArray, FloatArray, Int32Array, Int64Array

_SPAN = 10.0
"""A block of a faded sum lasts so many times its memory: e^10 keeps sixteen digits honest beside the small terms."""
_LOT = 100_000
"""Rows of a faded sum done at once (never cutting a group): what fits the cache is faster."""
_LEVELS = 10
"""Bits of a running rank: values are told apart in 2^10 steps."""


def starts(group: Int64Array) -> BoolArray:
    """True on the first row of each group."""
    first = np.ones(len(group), np.bool_)
    first[1:] = group[1:] != group[:-1]
    return first


def first_rows(start: BoolArray) -> Int64Array:
    """For each row, the first row of its group."""
    place = np.flatnonzero(start)
    first: Int64Array = place[np.cumsum(start) - 1]
    return first


def running_count(x: BoolArray | FloatArray, first: Int64Array) -> FloatArray:
    """The sum of `x` over the rows of the group up to and with each row."""
    total = np.concatenate([[0.0], np.cumsum(x, dtype=np.float64)])
    counted: FloatArray = total[1:] - total[first]
    return counted


def last_true(mask: BoolArray, first: Int64Array) -> Int64Array:
    """The last row up to and with each row, in its group, where `mask` holds; -1 where there is none."""
    place = np.maximum.accumulate(np.where(mask, np.arange(len(mask)), -1))
    return np.where(place >= first, place, -1)


def faded(at: FloatArray, start: BoolArray, weight: FloatArray, rate: float) -> FloatArray:
    """S_i = sum over rows j <= i of the group of weight_j exp(-rate (t_i - t_j)), for each column of `weight` (n, m).

    `at` in days, `rate` per day. Time is cut into blocks of 10 / rate inside a group. Within a block a plain running
    sum of weight exp(rate (t - t_block)) will do, for nothing overflows; the three blocks before enter by their
    totals, and what is older weighs less than e^-30.
    """
    result = np.empty(weight.shape)
    for begin, end in lots_of(start):
        part = slice(begin, end)
        result[part] = _faded(at[part], start[part], weight[part], rate)
    return result


def lots_of(start: BoolArray) -> Iterator[tuple[int, int]]:
    """Where lots of about as many rows as fit the cache begin and end; none cuts a group."""
    first = np.flatnonzero(start)
    wanted = np.arange(_LOT, len(start), _LOT)
    cuts = first[np.searchsorted(first, wanted).clip(max=len(first) - 1)] if len(first) else first
    edges = np.unique(np.concatenate([[0], cuts, [len(start)]]))
    yield from itertools.pairwise(edges.tolist())


def _faded(at: FloatArray, start: BoolArray, weight: FloatArray, rate: float) -> FloatArray:
    n = len(at)
    group_first = first_rows(start)
    elapsed = (at - at[group_first]) * rate
    block = np.floor(elapsed / _SPAN)
    grow = np.exp(elapsed - block * _SPAN)
    opens = start.copy()
    opens[1:] |= block[1:] != block[:-1]
    place = np.flatnonzero(opens)
    mine = np.cumsum(opens) - 1
    number, belongs = block[place], group_first[place]
    result = np.empty(weight.shape)
    for column in range(weight.shape[1]):
        total = np.concatenate([[0.0], np.cumsum(weight[:, column] * grow)])
        sums = total[np.append(place[1:], n)] - total[place]
        base = -total[place]
        for back in (1, 2, 3):
            if len(place) > back:
                apart = number[back:] - number[:-back]
                near = (belongs[back:] == belongs[:-back]) & (apart <= 3)
                base[back:] += np.where(near, sums[:-back] * np.exp(-_SPAN * np.clip(apart, 1, 3)), 0.0)
        result[:, column] = np.maximum(total[1:] + base[mine], 0.0) / grow
    return result


@dataclass(frozen=True, slots=True, eq=False)
class Ranks:
    """Which rank a value has among the rows of any stretch, and which value any rank: a wavelet matrix.

    Claude & Navarro (2012), SPIRE: one bit of the value per level, rows parted stably by it. `zeros` (levels, n + 1)
    counts the zero bits before each row; `edges` turns steps into values.
    """

    zeros: Int32Array
    low: float
    step: float

    def quantile(self, begin: Int64Array, end: Int64Array, rank: Int64Array) -> FloatArray:
        """The value of this rank (0 = smallest) among the rows begin <= i < end, to within one step."""
        left, right, left_over = begin.copy(), end.copy(), rank.copy()
        found = np.zeros(len(begin), np.int64)
        for level, zeros in enumerate(self.zeros):
            a, b = zeros[left], zeros[right]
            up = left_over >= b - a
            left_over = np.where(up, left_over - (b - a), left_over)
            found += up * (1 << (_LEVELS - 1 - level))
            all_zero = zeros[-1]
            left = np.where(up, all_zero + left - a, a)
            right = np.where(up, all_zero + right - b, b)
        value: FloatArray = np.exp(self.low + (found + 0.5) * self.step)
        return value

    def below(self, begin: Int64Array, end: Int64Array, value: FloatArray) -> Int64Array:
        """How many of the rows begin <= i < end lie below the value, to within one step."""
        wanted = _stepped(value, self.low, self.step)
        left, right = begin.copy(), end.copy()
        count = np.zeros(len(begin), np.int64)
        for level, zeros in enumerate(self.zeros):
            up = (wanted >> (_LEVELS - 1 - level)) & 1 == 1
            a, b = zeros[left], zeros[right]
            count += np.where(up, b - a, 0)
            all_zero = zeros[-1]
            left = np.where(up, all_zero + left - a, a)
            right = np.where(up, all_zero + right - b, b)
        return count


def _stepped(value: FloatArray, low: float, step: float) -> Int64Array:
    return np.clip((np.log(value) - low) / step, 0, (1 << _LEVELS) - 1).astype(np.int64)


def ranks(values: FloatArray, low: float, high: float) -> Ranks:
    """The ranks of positive values, told apart in even steps of their logarithm from `low` to `high`."""
    log_low = float(np.log(low))
    step = (float(np.log(high)) - log_low) / (1 << _LEVELS)
    digits = _stepped(values, log_low, step).astype(np.int16)
    zeros = np.zeros((_LEVELS, len(values) + 1), np.int32)
    for level in range(_LEVELS):
        bit = (digits >> (_LEVELS - 1 - level)) & 1 == 1
        np.cumsum(~bit, out=zeros[level, 1:])
        digits = np.concatenate([digits[~bit], digits[bit]])
    return Ranks(zeros, log_low, step)
