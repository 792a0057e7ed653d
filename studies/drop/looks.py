"""How often the card calls a steady pair changed, looked at every six days for half a year; how soon it sees a change.

    python -m studies.drop.looks [--pairs 2000]

The alarms are the card's own (core/balance/alarms.py); it says less still where the days do not bear one out. Pairs are
made by studies/drop/simulator.py, all their sessions opened by them, watched for 680 days. "Wrong" is a steady pair
that any look calls less, silent or more. A change begins on day 365; pairs that alarm in the month before are left out.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from studies.drop.simulator import MEDIAN_RATE, SHAPE, lives

from walkaway.core.balance.alarms import Alarms, alarms
from walkaway.core.balance.lasting import FELL, ROSE, lasting
from walkaway.core.events import BoolArray, FloatArray

LIFE, DROP, LOT = 680, 365, 250
EVERY, HALF_YEAR = 6, 180
STARTS = (84, 270, 500)
BURSTY = (0.4, SHAPE, 1.0)
RATES = (0.0, 0.1, 0.2, 0.35, 0.55, 1.01)
"""Edges of the groups by active days a day."""


def lots(pairs: int, factor: float, shape: float, rng: np.random.Generator) -> Iterator[BoolArray]:
    """The pairs in lots, for memory."""
    for begin in range(0, pairs, LOT):
        yield lives(min(LOT, pairs - begin), factor, rng, days=LIFE, drop=DROP, shape=shape).active


def called(found: Alarms) -> BoolArray:
    """Whether a day's look calls the pair changed, (pairs, days)."""
    over: BoolArray = np.any([found.less > 0, found.stopped > 0, found.more > 0], axis=0)
    return over


def looked_at(over: BoolArray, start: int) -> BoolArray:
    """Whether any look of the half-year from the day `start` on does, (pairs)."""
    wrong: BoolArray = np.any(over[:, start : start + HALF_YEAR : EVERY], axis=1)
    return wrong


def steady(pairs: int, shape: float, rng: np.random.Generator) -> tuple[FloatArray, BoolArray]:
    """Each steady pair's rate of active days, and whether it is called changed in the half-year from each start."""
    rates, wrong = [], []
    for active in lots(pairs, 1.0, shape, rng):
        over = called(alarms(active, active))
        rates.append(active.mean(axis=1))
        wrong.append(np.stack([looked_at(over, start) for start in STARTS], axis=1))
    return np.concatenate(rates), np.concatenate(wrong)


def seen(pairs: int, factor: float, rng: np.random.Generator) -> FloatArray:
    """Days from the change to the first look that calls it so."""
    waits = []
    for active in lots(pairs, factor, SHAPE, rng):
        found = alarms(active, active)
        over = found.more > 0 if factor > 1 else np.maximum(found.less, found.stopped) > 0
        kept = over[~called(found)[:, DROP - 30 : DROP].any(axis=1)][:, DROP::EVERY]
        waits.append(np.where(kept.any(axis=1), kept.argmax(axis=1) * float(EVERY), np.inf))
    return np.concatenate(waits)


def levels(pairs: int, rng: np.random.Generator) -> tuple[float, float]:
    """FELL and ROSE anew: what 4 % of steady pairs, and 1.5 %, reach in a half-year of looks."""
    highest = []
    for active in lots(pairs, 1.0, SHAPE, rng):
        found = lasting(active)
        highest.append([x[:, 270 : 270 + HALF_YEAR : EVERY].max(axis=1) for x in (found.fell, found.rose)])
    fell, rose = np.concatenate(highest, axis=1)
    return FELL + float(np.quantile(fell, 1 - 0.04)), ROSE + float(np.quantile(rose, 1 - 0.015))


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--levels", action="store_true", help="print the levels of core/balance/lasting.py anew")
    asked = parser.parse_args()
    rng = np.random.default_rng(asked.seed)
    if asked.levels:
        print("FELL, ROSE = {:.2f}, {:.2f}".format(*levels(asked.pairs, rng)))
        return
    groups = " | ".join(f"{low:g} to {min(high, 1):g} a day" for low, high in pairwise(RATES))
    print(
        f"{asked.pairs} pairs a row, median {MEDIAN_RATE} sessions a day; share wrong in the half-year from the day on"
    )
    print(f"| gaps (shape) | from day | all | {groups} |\n|---|---|---|{'---|' * (len(RATES) - 1)}")
    for shape in BURSTY:
        rate, wrong = steady(asked.pairs, shape, rng)
        group = np.digitize(rate, RATES) - 1
        for start, column in zip(STARTS, wrong.T, strict=True):
            cells = " | ".join(f"{column[group == at].mean():.2f}" for at in range(len(RATES) - 1))
            print(f"| {shape} | {start} | {column.mean():.3f} | {cells} |", flush=True)
    print("\n| change | seen within 30 / 60 / 90 / 120 / 180 days |\n|---|---|")
    for name, factor in (("stop", 0.0), ("quarter", 0.25), ("half", 0.5), ("double", 2.0)):
        wait = seen(asked.pairs // 2, factor, rng)
        print(f"| {name} | {' / '.join(f'{np.mean(wait <= n):.2f}' for n in (30, 60, 90, 120, 180))} |", flush=True)


if __name__ == "__main__":
    main()
