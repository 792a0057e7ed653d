"""Claim: the harder you chase, the faster they run. Method: are answers rarer after more unanswered turns, pair by
pair?

    python -m studies.chasing FOLDER

Bursts of one side (ten minutes), answered within a day (a week on walls)? Raw: the share by how many conversations of
yours in a row stand unanswered. Within: the same less each pair's own mean, so that who is never answered does not
count
as chasing. A sign is one thing, a cause another.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from studies.bars import bars
from studies.comeback.cases import messages
from studies.given import by_pair, folder, interval, tables


def main() -> None:
    """Print shares and slopes."""
    rng = np.random.default_rng(1)
    drawn = {}
    print(
        "| data | messages | answered after 0 / 1 / 2 / 3+ unanswered before | within a pair, per one more "
        "|\n|---|---|---|---|"
    )
    for name, have in tables(folder()):
        cases = messages(have, rng)
        days = 7.0 if name == "fbwall" else 1.0
        whole = cases.began + days <= have.seen.until
        y = (cases.came & (cases.waited <= days))[whole].astype(np.float64)
        run = np.exp(cases.x[whole, cases.names.index("run_talks_mine")]) - 1
        level = np.minimum(np.round(run), 3)
        shares = " / ".join(f"{y[level == k].mean():.2f}" for k in range(4))
        pair = np.unique(cases.pair[whole] * 2 + cases.side[whole], return_inverse=True)[1]
        n = np.bincount(pair)

        def centred(v: np.ndarray, pair: np.ndarray = pair, n: np.ndarray = n) -> np.ndarray:
            return np.asarray(v - (np.bincount(pair, v) / n)[pair])

        x, z = centred(level), centred(y)
        slope = float((x @ z) / (x @ x))
        low, high = interval([float((t * x) @ z / ((t * x) @ x)) for t in by_pair(pair, rng)])
        print(f"| {name} | {len(y):,} | {shares} | {slope:+.3f} [{low:+.3f}, {high:+.3f}] |", flush=True)
        drawn[name] = (slope, low, high)
    bars(Path(__file__).parent / "plot.svg", "Change in answers per unanswered turn", drawn, low=-0.2, high=0.2)


if __name__ == "__main__":
    main()
