"""Scenarios with a zone and the peers in; how many talks one would agree who knew all and gave all at the end, out.

    .bench/negotiation/bin/python bench/negotiation/ceiling.py --seed 8101
    .bench/negotiation/bin/python bench/negotiation/ceiling.py --seed 8101 --others

It leads the talk as ours does, without ever leaving. In the last ten rounds it takes whatever beats its outside and
offers, of what beats it, the package that is worth most to the other side, which it is told. No end is more yielding:
where this brings no agreement, the other side refuses everything that one could give.
"""

# ruff: noqa: E402  (threads and the path are set before what they are for)

from __future__ import annotations

import argparse
import os
import sys
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
from bench.negotiation.scenarios import Floats, generated
from negmas import ResponseType, SAOResponse

LAST = 10


class Giving(Walkaway):
    """Ours until the last rounds, then it gives all that it has to give."""

    manner = replace(Walkaway.manner, leave=0.0)
    all_worths: Floats = np.zeros((0, 2))

    def on_preferences_changed(self, changes: Any) -> None:
        super().on_preferences_changed(changes)
        mine = self._talk.worths
        side = int(np.argmin(np.abs(self.all_worths - mine[:, None]).max(axis=0)))
        enough = np.flatnonzero(mine > self._talk.outside)
        best = enough[np.argmax(self.all_worths[enough, 1 - side])]
        self._gift = self._outcome(self._packages.choices[best].tolist())

    def __call__(self, state: Any, dest: str | None = None) -> Any:
        answer = super().__call__(state, dest)
        if state.step < int(self.nmi.n_steps) - LAST:
            return answer
        offer = state.current_offer
        if offer is not None and float(self.ufun(offer)) > self._talk.outside:
            return SAOResponse(ResponseType.ACCEPT_OFFER, offer)
        return SAOResponse(ResponseType.REJECT_OFFER, self._gift)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=4711)
    parser.add_argument("--count", type=int, default=24)
    parser.add_argument("--others", action="store_true", help="the second pool instead")
    given = parser.parse_args()
    pool = OTHERS if given.others else PEERS
    classes = {name: load(path) for name, path in pool.items()} | {"giving": Giving}
    agreed: dict[str, list[bool]] = {name: [] for name in classes}
    for scenario in generated(given.count, given.seed):
        if not scenario.zone:
            continue
        table, Giving.all_worths = Table(scenario), scenario.worths()
        for name in classes:
            for names in {("giving", name), (name, "giving")}:
                game = play(table, names, (classes[names[0]], classes[names[1]]), steps=100, repetition=0)
                agreed[name] += [game.agreed] * (2 if name == "giving" else 1)
    for name, found in agreed.items():
        print(f"{name:22} {fmean(found):.3f}")
    print(f"{'all':22} {fmean(x for found in agreed.values() for x in found):.3f}")


if __name__ == "__main__":
    main()
