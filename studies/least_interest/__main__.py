"""Claim: who needs it less holds the power, and that keeps a tie alive. Method: do even pairs last longer than uneven
ones?

    python -m studies.least_interest FOLDER

Pairs with ten acts in the first half of the data. How even: the smaller side's share of the acts. Lasts: any contact in
the last quarter. Shares by evenness, within bands of equal volume, so that busy pairs are compared with busy ones.
Power
itself leaves no trace in who wrote when: that part is not tested.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from studies.bars import bars
from studies.given import folder, interval, tables

from walkaway.core.events import BoolArray, FloatArray


def gap(w: FloatArray, band: FloatArray, even: BoolArray, uneven: BoolArray, lasts: FloatArray) -> float:
    """How much oftener even pairs last than uneven ones, over bands of volume, each weighing its smaller group."""
    top = bottom = 0.0
    for b in np.unique(band):
        a, c = w * (even & (band == b)), w * (uneven & (band == b))
        if a.sum() and c.sum():
            size = min(a.sum(), c.sum())
            top += size * (a @ lasts / a.sum() - c @ lasts / c.sum())
            bottom += size
    return float(top / bottom)


def main() -> None:
    """Print how often even and uneven pairs last."""
    rng = np.random.default_rng(1)
    drawn = {}
    print(
        "| data | pairs | uneven (< 25 %) last | even (>= 40 %) last | even less uneven, same volume "
        "|\n|---|---|---|---|---|"
    )
    for name, have in tables(folder()):
        seen = have.seen
        middle, late = np.quantile(seen.at, [0.5, 0.75])
        size = int(seen.pair.max()) + 1
        early = seen.at < middle
        one = np.bincount(seen.pair[early & (seen.side == 1)], minlength=size).astype(np.float64)
        all_ = np.bincount(seen.pair[early], minlength=size).astype(np.float64)
        used = np.flatnonzero(all_ >= 10)
        share = np.minimum(one, all_ - one)[used] / all_[used]
        lasts = (np.bincount(seen.pair[seen.at >= late], minlength=size) > 0)[used].astype(np.float64)
        band = np.floor(np.log2(all_[used]) * 2)
        even, uneven = share >= 0.40, share < 0.25

        n = len(used)
        drawn_again = rng.multinomial(n, np.full(n, 1 / n), 60).astype(np.float64)
        low, high = interval([gap(w, band, even, uneven, lasts) for w in drawn_again])
        value = gap(np.ones(n), band, even, uneven, lasts)
        print(
            f"| {name} | {n:,} | {lasts[uneven].mean():.2f} | {lasts[even].mean():.2f} | {value:+.2f} "
            f"[{low:+.2f}, {high:+.2f}] |",
            flush=True,
        )
        drawn[name] = (value, low, high)
    bars(Path(__file__).parent / "plot.svg", "Even pairs last, less uneven ones", drawn, low=-0.5, high=0.5)


if __name__ == "__main__":
    main()
