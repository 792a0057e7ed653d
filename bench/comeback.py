"""What a forecast costs: index, features, Hawkes sums, forecast and both alarms, without fitting, per 100,000 acts.

    python bench/comeback.py [LARGEST]        (acts; 10,000,000 unless said)

Made-up archives of pairs with bursty conversations; CPU seconds of this process, the best of two runs below a million.
The limit: .35 s per 100,000 acts, and linear.
"""

from __future__ import annotations

import sys
import time

import numpy as np

from walkaway.core.balance.fallen import fallen
from walkaway.core.comeback.around import around
from walkaway.core.comeback.features import Table, columns, hawkes_parts, table
from walkaway.core.comeback.fitted import COMEBACK, HAWKES
from walkaway.core.comeback.hawkes import expected
from walkaway.core.comeback.hazard import after, cumulative
from walkaway.core.comeback.own import own_records, own_usual
from walkaway.core.comeback.pairs import lots, pairs
from walkaway.core.comeback.spells import Spells, spells
from walkaway.core.events import FloatArray, Int64Array

LIMIT = 0.35
LOT = 100_000


def archive(acts: int, rng: np.random.Generator) -> tuple[Int64Array, Int64Array, FloatArray]:
    """So many acts: people with twelve pairs each of very different pace, over a year."""
    n_pairs = max(acts // 60, 1)
    weight = np.exp(rng.normal(0, 1, n_pairs))
    pair = np.sort(rng.choice(n_pairs, acts, p=weight / weight.sum()))
    person = rng.integers(0, max(n_pairs // 6, 2), (n_pairs, 2))
    person[:, 1] += (person[:, 0] == person[:, 1]) + person[:, 0].max() + 1
    gap = rng.gamma(0.3, 1, acts)
    at = np.cumsum(gap)
    start = np.ones(acts, np.bool_)
    start[1:] = pair[1:] != pair[:-1]
    first = np.flatnonzero(start)
    which = np.cumsum(start) - 1
    at -= at[first[which]]
    last = at[np.append(first[1:], acts) - 1]
    at = at / np.maximum(last[which], 1e-9) * 365 * rng.uniform(0.3, 1, len(first))[which]
    side = rng.integers(0, 2, acts)
    order = rng.permutation(acts)
    return person[pair, side][order], person[pair, 1 - side][order], at[order]


def foretold(have: Table, found: Spells) -> None:
    """Every silence, from both sides: 7, 30, 90 days, shifted by the own record."""
    seen = have.seen
    pair = seen.pair[found.row]
    began = seen.at[found.row] + found.silence
    for side in (0, 1):
        you = np.full(len(found), side, np.int64)
        known = columns(have, found.row, found.silence, you, found.typical)
        known["hawkes"] = np.log(expected(HAWKES, hawkes_parts(have, found.row, found.silence, you, 30.0)) + 1e-3)
        x = np.stack([known[name] for name in COMEBACK.names], axis=-1)
        person = seen.people[pair, side]
        total = cumulative(COMEBACK, x, own_usual(x, person, began))
        came = (found.by == 1 - side).astype(np.float64)
        record = own_records(COMEBACK.edges, total, person, began, found.waited, came)
        for days in (7.0, 30.0, 90.0):
            record.chance(after(COMEBACK.edges, total, days))


def whole(source: Int64Array, target: Int64Array, at: FloatArray) -> dict[str, float]:
    """Every step once; CPU seconds of each."""
    spent: dict[str, float] = {}
    clock = time.process_time()

    def lap(name: str) -> None:
        nonlocal clock
        spent[name] = spent.get(name, 0.0) + time.process_time() - clock
        clock = time.process_time()

    seen = pairs(source, target, at)
    paces = around(seen)
    lap("index")
    for lot in lots(seen):
        have = table(lot, paces)
        found = spells(lot, have.known, have.gaps)
        lap("running sums, silences")
        foretold(have, found)
        lap("features, forecast")
    # Both alarms over a pair's last 240 days, for the pairs with ten active days.
    day = np.floor(seen.at).astype(np.int64)
    busy = np.flatnonzero(np.bincount(seen.pair) >= 60)
    place = np.full(int(seen.pair[-1]) + 1, -1)
    place[busy] = np.arange(len(busy))
    ago = int(seen.until) - day
    used = (place[seen.pair] >= 0) & (ago < 240) & (ago >= 0)
    active = np.zeros((len(busy), 240), np.bool_)
    active[place[seen.pair[used]], 239 - ago[used]] = True
    for begin in range(0, len(busy), 1000):
        fallen(active[begin : begin + 1000])
    lap("alarms")
    return spent


def main() -> None:
    """A row per size."""
    largest = int(sys.argv[1].replace("_", "")) if len(sys.argv) > 1 else 10_000_000
    rng = np.random.default_rng(1)
    print("| acts | s CPU per 100,000: index, paces | running sums, silences | features, forecast | alarms | all |")
    print("|---|---|---|---|---|---|")
    size = LOT
    while size <= largest:
        made = archive(size, rng)
        runs = [whole(*made) for _ in range(2 if size < 1_000_000 else 1)]
        best = min(runs, key=lambda run: sum(run.values()))
        cells = [f"{seconds * LOT / size:.3f}" for seconds in (*best.values(), sum(best.values()))]
        print(f"| {size:,} | {' | '.join(cells)} |", flush=True)
        size *= 10
    print(f"limit {LIMIT} s per 100,000 acts")


if __name__ == "__main__":
    main()
