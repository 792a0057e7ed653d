"""Quiet spells that life explains: acts and spells in; the acts without those days, and the way back, out."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from walkaway.core.events import DAY, Acts, Int64Array, Moment


@dataclass(frozen=True, slots=True, eq=False)
class Without:
    """The acts and now with the quiet days cut out of the calendar. `back` tells the real local day of a cut one."""

    acts: Acts
    now: Moment
    first: Int64Array
    length: Int64Array

    def back(self, local: int) -> int:
        """The real local time (us) of one on the calendar that lacks the quiet days."""
        for first, length in zip(self.first.tolist(), self.length.tolist(), strict=True):
            if local >= first:
                local += length
        return local


def without(acts: Acts, now: Moment, spells: tuple[tuple[int, int], ...]) -> Without:
    """What is left when the days from first to last (local us, both whole) of every spell did not happen.

    Neither rates nor silences then count the time that illness, grief or work explains.
    """
    days = sorted((first // DAY * DAY, (last // DAY + 1) * DAY) for first, last in spells)
    merged: list[list[int]] = []
    for first, end in days:
        if merged and first <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([first, end])
    merged = [[first, min(end, now.local)] for first, end in merged if first < now.local]
    starts = np.array([first for first, _ in merged], np.int64)
    lengths = np.array([end - first for first, end in merged], np.int64)
    inside = np.zeros(len(acts), np.bool_)
    gone = np.zeros(len(acts), np.int64)
    for first, end in merged:
        inside |= (acts.local >= first) & (acts.local < end)
        gone += np.where(acts.local >= end, end - first, 0)
    kept, gone = ~inside, gone[~inside]
    cut = Acts(*(getattr(acts, name)[kept] for name in ("id", "at", "local", "side", "words", "asks")))
    cut = replace(cut, at=cut.at - gone, local=cut.local - gone)
    total = int(lengths.sum())
    return Without(cut, Moment(now.at - total, now.local - total), starts, lengths)
