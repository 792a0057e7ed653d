"""Claim: absence makes them chase. Method: does the other write more in the week after you wrote less?

    python -m studies.absence FOLDER

Weekly panel of pairs with ten weeks of contact: log(1 + their acts next week) on log(1 + your acts this week), with a
mean
for each pair and each week taken out. A positive slope: less from you goes with less from them. Also: of the four-week
stretches in which you cut to a quarter or less, in how many did they write as much or more? Observed, not tried: shared
causes (a holiday, a quarrel) pull both down.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from studies.bars import bars
from studies.given import by_pair, folder, interval, tables

from walkaway.core.comeback.features import Table
from walkaway.core.events import FloatArray


def panel(have: Table) -> tuple[FloatArray, FloatArray]:
    """Acts by week and side of the busier pairs, (pairs, weeks, 2), and which week belongs to a pair's life."""
    seen = have.seen
    week = ((seen.at - seen.at.min()) // 7).astype(np.int64)
    weeks = int(week.max()) + 1
    cell = np.unique(seen.pair * weeks + week)
    busy = np.flatnonzero(np.bincount(cell // weeks, minlength=int(seen.pair.max()) + 1) >= 10)
    place = np.full(int(seen.pair.max()) + 1, -1)
    place[busy] = np.arange(len(busy))
    counts = np.zeros((len(busy), weeks, 2))
    used = place[seen.pair] >= 0
    np.add.at(counts, (place[seen.pair[used]], week[used], seen.side[used]), 1)
    any_ = counts.sum(axis=2) > 0
    alive = (np.cumsum(any_, axis=1) > 0) & (np.cumsum(any_[:, ::-1], axis=1)[:, ::-1] > 0)
    return counts, alive.astype(np.float64)


def without_means(x: FloatArray, w: FloatArray) -> FloatArray:
    """X less the mean of its pair and of its week, in turn, until nothing is left to take."""
    for _ in range(8):
        x = x - (x * w).sum(axis=1, keepdims=True) / np.maximum(w.sum(axis=1, keepdims=True), 1e-9)
        x = x - (x * w).sum(axis=0) / np.maximum(w.sum(axis=0), 1e-9)
    return x


def main() -> None:
    """Print slopes and shares."""
    rng = np.random.default_rng(1)
    drawn = {}
    print(
        "| data | pairs | slope of theirs next week on yours | you cut to a quarter: they wrote as much or more "
        "| you kept steady |"
    )
    print("|---|---|---|---|---|")
    for name, have in tables(folder()):
        counts, alive = panel(have)
        logs = np.log1p(counts)
        both = np.concatenate([alive[:, 1:] * alive[:, :-1]] * 2)
        mine = np.concatenate([logs[:, :-1, side] for side in (0, 1)])
        theirs = np.concatenate([logs[:, 1:, 1 - side] for side in (0, 1)])
        x, y = without_means(mine, both), without_means(theirs, both)
        top, bottom = (both * x * y).sum(axis=1), (both * x * x).sum(axis=1)
        pair = np.concatenate([np.arange(len(counts))] * 2)
        slope = float(top.sum() / bottom.sum())
        low, high = interval([float((t @ top) / (t @ bottom)) for t in by_pair(pair, rng)])
        month = counts[:, : counts.shape[1] // 4 * 4].reshape(len(counts), -1, 4, 2).sum(axis=2)
        cut, steady = [], []
        for side in (0, 1):
            before, now = month[:, :-1, side], month[:, 1:, side]
            answer = month[:, 1:, 1 - side] >= month[:, :-1, 1 - side]
            used = (before >= 4) & (month[:, :-1, 1 - side] >= 4)
            cut.append(answer[used & (now <= before / 4)])
            steady.append(answer[used & (now >= before * 0.8) & (now <= before * 1.25)])
        shares = [float(np.concatenate(group).mean()) for group in (cut, steady)]
        print(
            f"| {name} | {len(counts):,} | {slope:+.3f} [{low:+.3f}, {high:+.3f}] | {shares[0]:.2f} | "
            f"{shares[1]:.2f} |",
            flush=True,
        )
        drawn[name] = (slope, low, high)
    bars(Path(__file__).parent / "plot.svg", "Theirs next week on yours this week", drawn, low=-0.2, high=0.3)


if __name__ == "__main__":
    main()
