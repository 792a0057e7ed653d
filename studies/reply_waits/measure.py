"""How unevenly people answer: the spread of ln(reply wait) over pairs, as quantiles.

    python studies/reply_waits/measure.py CollegeMsg.txt

Data: SNAP CollegeMsg (Panzarasa, Opsahl & Carley 2009), private messages of 1,899 students; a heading, then lines
"from to seconds".
The file is not part of this project. Method: for each ordered pair with 10 or more answered waits (first unanswered
message to the answer, in hours), the standard deviation of ln(wait), waits of under a minute counted as one.
"""

from __future__ import annotations

import sys

import numpy as np

from walkaway.core.balance.latency import waits
from walkaway.core.events import SECOND, Acts, Side

ENOUGH = 10


def main() -> None:
    """Print the quantiles."""
    rows = np.loadtxt(sys.argv[1], dtype=np.int64, skiprows=1)
    low, high = rows[:, :2].min(axis=1), rows[:, :2].max(axis=1)
    pair = low * 1_000_000 + high
    order = np.lexsort((rows[:, 2], pair))
    rows, pair, low = rows[order], pair[order], low[order]
    spreads = []
    for part in np.split(np.arange(len(rows)), np.flatnonzero(np.diff(pair)) + 1):
        if len(part) < 2 * ENOUGH:
            continue
        at = rows[part, 2] * SECOND
        side = (rows[part, 0] != low[part]).astype(np.int8)
        acts = Acts(part, at, at, side, np.ones(len(part), np.int32), np.zeros(len(part), np.bool_))
        for by in (Side.YOU, Side.THEM):
            found = waits(acts, by=by, now=int(at[-1]))
            hours = found.hours[found.answered]
            if len(hours) >= ENOUGH:
                spreads.append(float(np.log(np.maximum(hours, 1 / 60)).std(ddof=1)))
    print(f"{len(spreads)} sides of pairs with {ENOUGH} or more answers")
    for q in (0.25, 0.5, 0.75, 0.9):
        print(f"quantile {q:.2f}: sd of ln(wait) {np.quantile(spreads, q):.2f}")


if __name__ == "__main__":
    main()
