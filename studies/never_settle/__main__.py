"""Claim: never settle. Method: what does holding on cost, on the project's own model, when what they give stays a
third?

    python -m studies.never_settle

No data: a simulator. Someone coasting (a week worth .35 of a good one, less .25 of effort) against a free week (.35).
Per week of holding on, and for rules: leave at once, ask once and wait 4 weeks, hold on for a year. 4,000 draws of the
model's own uncertainty; a year's worth, in good weeks. A result about the model, not about people.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from studies.bars import bars

from walkaway.core.events import FloatArray
from walkaway.core.verdict.model import ASK, COASTING, DEFAULTS, STAY, draw, rewards, transitions, walk_value

WEEKS = 52


def worth(rule: str, rng: np.random.Generator, n: int = 4000) -> FloatArray:
    """A year under a rule, in weeks at target; whoever leaves gets the free week (no comeback counted)."""
    model = draw(DEFAULTS, rng, n)
    moves, pay = transitions(model), rewards(model)
    every = np.arange(n)
    state = np.full(n, COASTING)
    gone = np.zeros(n, np.bool_) | (rule == "leave at once")
    total = np.zeros(n)
    for week in range(WEEKS):
        move = ASK if rule == "ask once, wait 4 weeks" and week == 0 else STAY
        total += np.where(gone, model.outside, pay[every, move, state])
        chance = np.cumsum(moves[every, move, state], axis=1)
        state = (rng.random(n)[:, None] > chance).sum(axis=1).clip(max=2)
        if rule == "ask once, wait 4 weeks" and week >= 3:
            gone |= state != 0
    return total


def main() -> None:
    """Print a year under each rule."""
    drawn = {}
    base = worth("leave at once", np.random.default_rng(1))
    print("| rule | a year is worth (good weeks) | better than leaving at once in |\n|---|---|---|")
    for rule in ("leave at once", "ask once, wait 4 weeks", "hold on for a year"):
        year = worth(rule, np.random.default_rng(1))
        low, high = np.quantile(year, [0.05, 0.95])
        print(
            f"| {rule} | {year.mean():.1f} (nine in ten: {low:.1f} to {high:.1f}) | {np.mean(year > base):.2f} "
            f"of draws |"
        )
        drawn[rule] = (float(year.mean()), float(low), float(high))
    week = DEFAULTS.outside + DEFAULTS.effort - DEFAULTS.value[:, COASTING]
    print(
        f"A week of coasting costs {week[0]:.2f} of a good week. Walking for good is worth "
        f"{walk_value(DEFAULTS)[0]:.1f} in all."
    )
    bars(Path(__file__).parent / "plot.svg", "A year, in good weeks", drawn, low=-15.0, high=45.0)


if __name__ == "__main__":
    main()
