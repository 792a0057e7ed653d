"""How soon a full stop and a fall are seen, by method, at the same false alarms in one run.

    python -m studies.drop [--pairs 600]

Every method has one threshold for all pairs, set so that 10 % of unchanged pairs would alarm once in 180 days (days 60
to 240), on pairs of their own; the share is then measured on further unchanged pairs ("false"). An arm's pair counts as
seen within n days if the method first speaks between the drop and n days later; pairs that alarmed before it are left
out. How often the card itself, looked at again and again, is wrong: `python -m studies.drop.looks`.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

import numpy as np
from studies.drop.simulator import DAYS, DROP, Lives, lives

from walkaway.core.balance.fallen import LESS_ALARM, STOP_ALARM, Fallen, fallen
from walkaway.core.events import BoolArray, FloatArray

WATCH = 60
FALSE_ALARMS = 0.10
RECENT = 28


def silence(active: BoolArray) -> FloatArray:
    """Days since they last wrote over the pair's own 90 % gap so far."""
    out = np.zeros(active.shape)
    for pair, row in enumerate(active):
        days = np.flatnonzero(row)
        gaps = np.diff(days)
        at, usual = 0, np.inf
        for day in range(WATCH, active.shape[1]):
            k = int(np.searchsorted(days, day, side="right"))
            if k < 5:
                continue
            if k != at:
                at, usual = k, float(np.quantile(gaps[: k - 1], 0.9))
            out[pair, day] = (day - days[k - 1]) / usual
    return out


def cusum(active: BoolArray, factor: float) -> FloatArray:
    """Page's one-sided sum for a fall of the Poisson rate to `factor`; the rate from all days more than 28 old."""
    x = active.astype(np.float64)
    known = np.concatenate([np.zeros((len(x), RECENT)), np.cumsum(x, axis=1)[:, :-RECENT]], axis=1)
    age = np.maximum(np.arange(x.shape[1]) - RECENT + 1, 0)
    step = x * np.log(factor) + (known + 0.5) / (age + 1) * (1 - factor)
    out, level = np.zeros(x.shape), np.zeros(len(x))
    for day in range(WATCH, x.shape[1]):
        level = np.maximum(0.0, level + step[:, day])
        out[:, day] = level
    return out


def ours(active: BoolArray) -> FloatArray:
    """Both alarms of the package as one score: how far the nearer one is above its level."""
    found = fallen(active)
    return np.maximum(found.less, found.stopped)


def levels(found: Fallen) -> tuple[float, float]:
    """What to raise both levels by, so that either alarm comes in 10 % of pairs, `less` spending .45 of them."""
    less, stopped = (score[:, WATCH:].max(axis=1) for score in (found.less, found.stopped))
    low, high = 0.0, 2 * FALSE_ALARMS
    for _ in range(30):
        share = (low + high) / 2
        at = float(np.quantile(less, 1 - 0.45 * share)), float(np.quantile(stopped, 1 - 0.55 * share))
        too_many = float(((less > at[0]) | (stopped > at[1])).mean()) > FALSE_ALARMS
        low, high = (low, share) if too_many else (share, high)
    return at


def threshold(score: FloatArray) -> float:
    """What one in ten unchanged pairs reaches between days 60 and 240."""
    return float(np.quantile(score[:, WATCH:].max(axis=1), 1 - FALSE_ALARMS))


def seen(score: FloatArray, level: float) -> FloatArray:
    """Days from the drop to the first alarm; infinite where there was none, NaN where one came before."""
    over = score > level
    early = over[:, WATCH:DROP].any(axis=1)
    after = over[:, DROP:]
    wait = np.where(after.any(axis=1), after.argmax(axis=1) + 1.0, np.inf)
    return np.where(early, np.nan, wait)


METHODS: dict[str, Callable[[BoolArray], FloatArray]] = {
    "silence / own p90 gap": silence,
    "CUSUM .5": lambda active: cusum(active, 0.5),
    "CUSUM .25": lambda active: cusum(active, 0.25),
    "ours": ours,
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--levels", action="store_true", help="print the alarm levels of the package anew")
    asked = parser.parse_args()
    rng = np.random.default_rng(asked.seed)
    if asked.levels:
        less, stopped = levels(fallen(lives(10 * asked.pairs, 1.0, rng).active))
        print(f"LESS_ALARM, STOP_ALARM = {LESS_ALARM + less:.2f}, {STOP_ALARM + stopped:.2f}")
        return
    unchanged, further = lives(3 * asked.pairs, 1.0, rng), lives(3 * asked.pairs, 1.0, rng)
    arms: dict[str, Lives] = {
        name: lives(asked.pairs, f, rng) for name, f in (("half", 0.5), ("quarter", 0.25), ("stop", 0.0))
    }
    print(
        f"{asked.pairs} pairs an arm, {DAYS} days, change on day {DROP}; share seen within days 14 / 30 / 60 "
        f"(median wait)"
    )
    print("| method | false | half | quarter | stop | CPU ms a pair |\n|---|---|---|---|---|---|")
    for name, method in METHODS.items():
        began = time.process_time()
        level = threshold(method(unchanged.active))
        cost = (time.process_time() - began) / len(unchanged.active) * 1000
        wrong = float((method(further.active)[:, WATCH:].max(axis=1) > level).mean())
        cells = []
        for arm in arms.values():
            wait = seen(method(arm.active), level)
            wait = wait[~np.isnan(wait)]
            shares = " / ".join(f"{np.mean(wait <= n):.2f}" for n in (14, 30, 60))
            cells.append(f"{shares} ({np.median(wait):.0f})")
        print(f"| {name} | {wrong:.3f} | {' | '.join(cells)} | {cost:.2f} |", flush=True)


if __name__ == "__main__":
    main()
