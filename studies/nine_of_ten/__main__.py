"""Claim: nine times out of ten they come back. Method: Kaplan-Meier over silences three times a pair's typical gap.

    python -m studies.nine_of_ten FOLDER

Whoever's silence is looked at writing first is censored ("if you stay silent"); "either" is contact taken up by anyone,
the most that a comeback rate could be. 95 % intervals: bootstrap over pairs.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from studies.bars import bars
from studies.comeback.cases import comebacks
from studies.comeback.scoring import censoring_weights
from studies.given import by_pair, folder, interval, tables


def main() -> None:
    """Print the rates and draw them."""
    rng = np.random.default_rng(1)
    drawn = {}
    print("| data | silences | days | they wrote first, you silent | anyone wrote |\n|---|---|---|---|---|")
    for name, have in tables(folder()):
        cases = comebacks(have, 3.0)
        every = np.ones(len(cases), np.bool_)
        for days in (7.0, 30.0, 90.0):
            w = censoring_weights(cases.waited, cases.came, days, every)
            y = (cases.came & (cases.waited <= days)).astype(np.float64)
            net = float(np.average(y, weights=w))
            low, high = interval([float(np.average(y, weights=w * t)) for t in by_pair(cases.pair, rng)])
            ended = cases.waited < have.seen.until - cases.began - 1e-9
            either = float(np.mean((cases.waited <= days)[ended | (cases.waited > days)]))
            print(
                f"| {name} | {len(cases):,} | {days:.0f} | {net:.2f} [{low:.2f}, {high:.2f}] | {either:.2f} |",
                flush=True,
            )
            drawn[f"{name}, {days:.0f} days"] = (net, low, high)
    drawn["the claim"] = (0.9, 0.9, 0.9)
    bars(Path(__file__).parent / "plot.svg", "Share who wrote first", drawn, low=0.0, high=1.0)


if __name__ == "__main__":
    main()
