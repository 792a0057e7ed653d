"""How often the 90 % interval of the balance holds the truth, on made-up pairs: bursty, lopsided, short and long.

    python bench/balance_coverage.py [PAIRS]

Truth is the mean over 30 archives of two years each of the same pair, where chance and the prior hardly matter.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

import numpy as np

from walkaway.core.balance.contact import contact
from walkaway.core.balance.share import balance
from walkaway.core.events import DAY, HOUR, Acts, Moment

START = 17_900 * DAY


@dataclass(frozen=True, slots=True)
class Pair:
    """Sessions a day, burstiness (gamma shape of the gaps), who opens, who answers, how fast, how many turns."""

    rate: float
    shape: float
    opens: float
    replies: tuple[float, float]
    wait: tuple[float, float]
    more: float


def draw_pair(rng: np.random.Generator) -> Pair:
    """One of many kinds of pair."""
    return Pair(
        rate=float(np.exp(rng.normal(np.log(0.6), 0.7))),
        shape=float(rng.choice([0.4, 0.6, 1.0])),
        opens=float(rng.beta(4, 4)),
        replies=(float(rng.beta(8, 2)), float(rng.beta(8, 2))),
        wait=(float(np.exp(rng.normal(0, 1))), float(np.exp(rng.normal(0, 1)))),
        more=float(rng.uniform(0.3, 0.8)),
    )


def simulate(pair: Pair, days: float, rng: np.random.Generator) -> Acts:
    """What the two do in so many days."""
    at: list[float] = []
    side: list[int] = []
    asks: list[bool] = []
    t = 0.0
    while True:
        t += float(rng.gamma(pair.shape, 1 / (pair.rate * pair.shape)))
        if t > days:
            break
        who, when, slow = int(rng.random() < pair.opens), t, 1.0
        while True:
            at.append(when)
            side.append(who)
            asks.append(bool(rng.random() < 0.4))
            if rng.random() >= pair.replies[1 - who] * (1.0 if slow == 1.0 else pair.more):
                break
            who = 1 - who
            when += slow * pair.wait[who] * float(rng.lognormal(0, 0.9)) / 24
            slow = 0.1
    order = np.argsort(at, kind="stable")
    moment = START + (np.array(at)[order] * DAY).astype(np.int64)
    n = len(moment)
    return Acts(
        np.arange(n),
        moment,
        moment,
        np.array(side, np.int8)[order],
        np.ones(n, np.int32),
        np.array(asks, np.bool_)[order],
    )


def judged(acts: Acts, days: float, rng: np.random.Generator) -> tuple[float, float, float] | None:
    """The balance of these days: share and interval."""
    end = START + int(days * DAY) + HOUR
    found = balance(contact(acts, now=Moment(end, end)), rng)
    return (found.share, found.low, found.high) if found else None


def truth(pair: Pair, rng: np.random.Generator) -> float:
    """The mean share (on the logit scale) of 30 archives of two years."""
    found = [judged(simulate(pair, 728, rng), 728, rng) for _ in range(30)]
    shares = np.array([f[0] for f in found if f])
    return float(100 / (1 + np.exp(-np.mean(np.log(shares / (100 - shares))))))


def main() -> None:
    """Print coverage and mean width by length of the archive."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    rng = np.random.default_rng(3)
    print("| weeks | pairs | held | median width |\n|---|---|---|---|")
    drawn = [draw_pair(rng) for _ in range(pairs)]
    targets = [truth(pair, rng) for pair in drawn]
    for weeks in (8, 16, 26, 52, 104):
        hits, widths = [], []
        for pair, target in zip(drawn, targets, strict=True):
            for _ in range(5):
                found = judged(simulate(pair, weeks * 7, rng), weeks * 7, rng)
                if found:
                    hits.append(found[1] <= target <= found[2])
                    widths.append(found[2] - found[1])
        print(f"| {weeks} | {pairs} | {100 * np.mean(hits):.1f} % | {np.median(widths):.1f} |", flush=True)


if __name__ == "__main__":
    main()
