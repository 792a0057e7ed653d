# ruff: noqa: E402  (the path is set before what it is for)

"""Made-up scenarios in; rounds a second of our engine against one who concedes by the clock, out.

python bench/negotiation/speed.py
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench.negotiation.scenarios import generated

from walkaway.core.offers.haggle import Act, Haggler
from walkaway.core.offers.space import space

ROUNDS, LEAST = 100, 300


def main() -> None:
    """Only scenarios of at least 300 packages count; CPU time, one process."""
    rounds, spent = 0, 0.0
    for scenario in generated(48, 4711):
        worths = scenario.worths()
        if len(worths) < LEAST:
            continue
        packages, theirs = space(scenario.sizes), np.argsort(-worths[:, 1])
        path = [int(theirs[int((k / ROUNDS) ** 4 * 0.5 * len(theirs))]) for k in range(ROUNDS)]
        begun = time.process_time()
        talk = Haggler(packages, worths[:, 0], scenario.outside[0], ROUNDS)
        for k, offer in enumerate(path):
            rounds += 1
            if talk.turn(k, offer, first=False).act is not Act.OFFER:
                break
        spent += time.process_time() - begun
    print(f"{rounds} rounds, {rounds / spent:,.0f} a second")


if __name__ == "__main__":
    main()
