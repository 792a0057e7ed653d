"""The same talks twice, with a zone and without; what the peers say in the first forty rounds, beside each other, out.

    .bench/negotiation/bin/python bench/negotiation/silent.py

Only the other side's outside differs: far enough below what we could give, or above it. Who says the same, offer by
offer, tells nothing; no rule can then leave the one talk early and not the other.
"""

# ruff: noqa: E402  (threads and the path are set before what they are for)

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import fmean
from typing import Any

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench.negotiation.adapter import Walkaway
from bench.negotiation.games import OTHERS, PEERS, Table, load, play
from bench.negotiation.scenarios import Scenario, generated

EARLY = 40


class Hearing(Walkaway):
    """Ours, which never leaves and notes what it hears."""

    manner = replace(Walkaway.manner, leave=0.0)
    heard: list[Any] = []  # noqa: RUF012 (one talk at a time; emptied before each)

    def __call__(self, state: Any, dest: str | None = None) -> Any:
        if state.step < EARLY and state.current_offer is not None:
            self.heard.append(state.current_offer)
        return super().__call__(state, dest)


def both_ways(scenario: Scenario, side: int) -> tuple[Scenario, Scenario]:
    """The other side's outside .12 below the most that we could give it without loss, and .03 above it."""
    worths = scenario.worths()
    most = float(worths[worths[:, side] > scenario.outside[side], 1 - side].max())
    found = []
    for theirs in (most - 0.12, most + 0.03):
        outside = (scenario.outside[side], theirs) if side == 0 else (theirs, scenario.outside[side])
        found.append(replace(scenario, outside=outside))
    return found[0], found[1]


def talks(scenarios: list[Scenario], least: float) -> Iterator[tuple[int, Scenario, Scenario]]:
    """Each seat of each scenario where both outsides are such as the bench has: at least `least`, at most .9."""
    for scenario in scenarios:
        for side in (0, 1):
            yes, no = both_ways(scenario, side)
            if yes.outside[1 - side] >= least and no.outside[1 - side] <= 0.9:
                yield side, yes, no


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=8401)
    parser.add_argument("--count", type=int, default=6)
    given = parser.parse_args()
    pool = PEERS | OTHERS
    classes = {name: load(path) for name, path in pool.items()} | {"ours": Hearing}
    places = list(talks(generated(given.count, given.seed), 0.2))
    print(f"{len(places)} seats; alike: share of the first {EARLY} offers that are the same in both talks")
    for name in pool:
        alike = []
        for side, yes, no in places:
            names = ("ours", name) if side == 0 else (name, "ours")
            said = []
            for scenario in (yes, no):
                Hearing.heard = []
                play(Table(scenario), names, (classes[names[0]], classes[names[1]]), steps=100, repetition=0)
                said.append(list(Hearing.heard))
            n = min(map(len, said))
            alike.append(fmean(a == b for a, b in zip(said[0][:n], said[1][:n], strict=True)) if n else 1.0)
        wholly = fmean(share == 1 for share in alike)
        print(f"{name:22} alike {fmean(alike):.2f}; in {wholly:.2f} of the seats all of them", flush=True)


if __name__ == "__main__":
    main()
