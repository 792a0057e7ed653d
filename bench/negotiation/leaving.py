"""Scenarios with a zone and without in; how early one can tell them apart, before a word and from the talk, out.

    .bench/negotiation/bin/python bench/negotiation/leaving.py            both parts; the second plays 17 peers
    .bench/negotiation/bin/python bench/negotiation/leaving.py --known    the first alone

First part: what one's own outside says. Of made-up scenarios, half of them without a zone: leaving at once where the
chance of a zone lies below a line, how many are left that have none, and how many that have one.
Second part: what the talk adds. The same talk twice; only the other side's outside differs, far enough below what we
could give it, or above. Who says the same in both, offer by offer, tells nothing, and no rule can then leave the one
talk early and not the other.
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

import numpy as np
from bench.negotiation.adapter import Walkaway
from bench.negotiation.games import OTHERS, PEERS, Table, load, play
from bench.negotiation.scenarios import Floats, Scenario, generated

from walkaway.core.offers.haggle import Haggler
from walkaway.core.offers.space import space

EARLY = 40
LOOKS = (12, 39, 60, 80, 90, 95)
WRONG = (0.01, 0.02, 0.05, 0.1, 0.2)


def known(count: int, seed: int) -> None:
    """Every seat once, nothing said yet."""
    sides: dict[bool, list[float]] = {True: [], False: []}
    for scenario in generated(count, seed, zoneless_every=2):
        worths = scenario.worths()
        for side in (0, 1):
            talk = Haggler(space(scenario.sizes), worths[:, side], scenario.outside[side], 100)
            sides[scenario.zone].append(talk.zone())
    there, none = np.array(sides[True]), np.array(sides[False])
    print(f"before a word, {len(there)} seats with a zone and {len(none)} without: AUC {auc(there, none):.3f}")
    for wrong in WRONG:
        line = float(np.quantile(there, wrong))
        print(f"  leaving {wrong:.0%} of those with one leaves {(none < line).mean():.0%} of those without")


def auc(above: Floats, below: Floats) -> float:
    """The chance that one of `above` is larger than one of `below`, ties half."""
    apart = above[:, None] - below[None, :]
    return float((apart > 0).mean() + (apart == 0).mean() / 2)


class Hearing(Walkaway):
    """Ours, which never leaves, and notes what it hears and how likely a zone seems."""

    manner = replace(Walkaway.manner, leave=0.0)
    heard: list[Any] = []  # noqa: RUF012 (one talk at a time; emptied before each)
    chances: dict[int, float] = {}  # noqa: RUF012

    def __call__(self, state: Any, dest: str | None = None) -> Any:
        answer = super().__call__(state, dest)
        if state.step < EARLY and state.current_offer is not None:
            self.heard.append(state.current_offer)
        if state.step in LOOKS:
            self.chances[state.step] = self._talk.zone()
        return answer


def both_ways(scenario: Scenario, side: int) -> tuple[Scenario, Scenario]:
    """The other side's outside .12 below the most that we could give it without loss, and .03 above it."""
    worths = scenario.worths()
    most = float(worths[worths[:, side] > scenario.outside[side], 1 - side].max())
    found = []
    for theirs in (most - 0.12, most + 0.03):
        outside = (scenario.outside[side], theirs) if side == 0 else (theirs, scenario.outside[side])
        found.append(replace(scenario, outside=outside))
    return found[0], found[1]


def seats(scenarios: list[Scenario]) -> Iterator[tuple[int, Scenario, Scenario]]:
    """Each seat of each scenario where both outsides of the other side lie between .2 and .9."""
    for scenario in scenarios:
        for side in (0, 1):
            yes, no = both_ways(scenario, side)
            if yes.outside[1 - side] >= 0.2 and no.outside[1 - side] <= 0.9:
                yield side, yes, no


def heard(count: int, seed: int) -> None:
    pool = PEERS | OTHERS
    classes = {name: load(path) for name, path in pool.items()} | {"ours": Hearing}
    places = list(seats(generated(count, seed)))
    print(f"{len(places)} seats, with a zone and without: how many of the first {EARLY} offers are the same")
    chances: dict[bool, list[dict[int, float]]] = {True: [], False: []}
    for name in pool:
        alike = []
        for side, yes, no in places:
            names = ("ours", name) if side == 0 else (name, "ours")
            said = []
            for scenario in (yes, no):
                Hearing.heard, Hearing.chances = [], {}
                play(Table(scenario), names, (classes[names[0]], classes[names[1]]), steps=100, repetition=0)
                said.append(Hearing.heard)
                chances[scenario is yes].append(Hearing.chances)
            n = min(map(len, said))
            alike.append(fmean(a == b for a, b in zip(said[0][:n], said[1][:n], strict=True)) if n else 1.0)
        wholly = fmean(share == 1 for share in alike)
        print(f"  {name:22} {fmean(alike):.2f}; in {wholly:.2f} of the seats all of them", flush=True)
    for look in LOOKS:
        # Who has agreed by then has found the zone.
        there, none = (np.array([found.get(look, 1.0) for found in chances[zone]]) for zone in (True, False))
        print(f"  the chance of a zone in round {look}: AUC {auc(there, none):.3f} ({len(there)} talks of each)")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=8401)
    parser.add_argument("--count", type=int, default=6)
    parser.add_argument("--known", action="store_true")
    given = parser.parse_args()
    known(150 * given.count, given.seed)
    if not given.known:
        heard(given.count, given.seed)


if __name__ == "__main__":
    main()
