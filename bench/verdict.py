"""The plan in many random worlds: how wide the bracket is, how often the moves agree, and what an answer costs.

python bench/verdict.py [WORLDS]
"""

from __future__ import annotations

import sys
import time
from dataclasses import fields

import numpy as np

from walkaway.core.verdict.judge import judge
from walkaway.core.verdict.model import DEFAULTS, Model, draw
from walkaway.core.verdict.solve import certified, move_values, solve

NARROW = 0.0025


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    rng = np.random.default_rng(11)
    worlds = draw(DEFAULTS, rng, count)
    beliefs = rng.dirichlet([1.0, 1.0, 1.0], count)
    asks = rng.integers(0, 2, count)
    gaps, agree, spent = [], [], []
    coarse = solve(worlds, 12)
    quick = [move_values(coarse, beliefs[:, None], k)[:, 0] for k in (0, 1)]
    for d in range(count):
        one = Model(*(getattr(worlds, f.name)[d : d + 1] for f in fields(Model)))
        width = NARROW * float(np.nanmax(quick[asks[d]][d]))
        began = time.process_time()
        lower, values = certified(one, beliefs[d], int(asks[d]), narrow=width)
        spent.append(time.process_time() - began)
        best = float(np.nanmax(values))
        gaps.append((best - lower) / abs(best))
        second = np.sort(values[~np.isnan(values)])[-2]
        if best - second > 0.005 * abs(best):
            agree.append(int(np.nanargmax(quick[asks[d]][d])) == int(np.nanargmax(values)))
    marks = rng.integers(-1, 3, (20, 60)).astype(np.int8)
    whole = []
    for row in marks:
        began = time.process_time()
        judge(row, rng=np.random.default_rng(1))
        whole.append(time.process_time() - began)
    print(f"| {count} random worlds | |\n|---|---|")
    print(f"| bracket, median | {100 * np.median(gaps):.3f} % of the value |")
    print(f"| bracket, largest | {100 * np.max(gaps):.3f} % |")
    print(
        f"| same move on the mesh of 12 when the margin is over .5 % | {100 * np.mean(agree):.1f} % of {len(agree)} |"
    )
    print(f"| CPU of one certified value, median | {1e3 * np.median(spent):.0f} ms |")
    print(f"| CPU of a whole judgement (64 draws, break-evens, flips), median | {1e3 * np.median(whole):.0f} ms |")


if __name__ == "__main__":
    main()
