"""The plan in many random worlds: how wide the bracket is, how often the moves agree, and what an answer costs.

python bench/verdict.py [WORLDS]
"""

from __future__ import annotations

import sys
import time
from dataclasses import fields

import numpy as np

from walkaway.core.verdict.bracket import Solved
from walkaway.core.verdict.judge import judge
from walkaway.core.verdict.model import DEFAULTS, STAY, Model, draw, transitions
from walkaway.core.verdict.states import filtered

ALL = (True, True, True, True)


def lived(rng: np.random.Generator) -> np.ndarray:
    """Weeks as the default model makes them, one in seven with nothing to see."""
    moves, seen = transitions(DEFAULTS)[0, STAY], DEFAULTS.seen[0]
    state, marks = rng.choice(3, p=DEFAULTS.prior[0]), []
    for _ in range(int(rng.integers(8, 80))):
        marks.append(-1 if rng.random() < 1 / 7 else int(rng.choice(3, p=seen[state])))
        state = rng.choice(3, p=moves[state])
    return np.array(marks, np.int8)


def spent(began: float) -> float:
    """Milliseconds of CPU since."""
    return 1e3 * (time.process_time() - began)


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    rng = np.random.default_rng(11)
    began = time.process_time()
    judge(lived(rng), rng=np.random.default_rng(1))
    cold = spent(began)
    worlds = draw(DEFAULTS, rng, count)
    gaps, decided, agree, single = [], [], [], []
    for d in range(count):
        one = Model(*(getattr(worlds, f.name)[d : d + 1] for f in fields(Model)))
        belief, asks_left = rng.dirichlet([1.0, 1.0, 1.0]), int(rng.integers(2))
        began = time.process_time()
        solved = Solved(one)
        found = solved.refined(belief, asks_left, ALL, lambda b: b.narrow)
        single.append(spent(began))
        gaps.append(100 * found.gap / abs(found.upper[found.best]))
        first = solved.brackets(belief[None], asks_left, ALL)[0]
        finer = solved.refined(belief, asks_left, ALL, lambda b: b.decides)
        decided.append(finer.decides)
        if found.margin > 0.005 * abs(found.upper[found.best]):
            agree.append(first.best == finer.best)
    whole = []
    for _ in range(min(count, 200)):
        marks = lived(rng)
        began = time.process_time()
        judge(marks, rng=np.random.default_rng(1))
        whole.append(spent(began))
    drawn = draw(DEFAULTS, rng, 100)
    years = rng.integers(-1, 3, 520).astype(np.int8)
    began = time.process_time()
    filtered(drawn.prior, transitions(drawn)[:, STAY], drawn.seen, years, drawn.temper)
    print(f"| {count} random worlds | |\n|---|---|")
    print(f"| bracket, median | {np.median(gaps):.3f} % of the value |")
    print(f"| bracket, largest | {max(gaps):.3f} % |")
    print(f"| narrower than half the margin when refined | {100 * np.mean(decided):.1f} % |")
    print(f"| same move at once when the margin is over .5 % | {100 * np.mean(agree):.1f} % of {len(agree)} |")
    print(f"| CPU of one bracket, median | {np.median(single):.0f} ms |")
    print(f"| CPU of ten years of weeks filtered in 100 draws | {spent(began):.1f} ms |")
    print(f"| CPU of a whole judgement (64 draws, break-evens, flips), median | {np.median(whole):.0f} ms |")
    print(f"| the same, 95 of 100 within | {np.quantile(whole, 0.95):.0f} ms |")
    print(f"| the same, the first in a process | {cold:.0f} ms |")


if __name__ == "__main__":
    main()
