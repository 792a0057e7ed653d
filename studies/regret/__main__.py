"""What deciding by the model costs, and whether "how sure" is true: prints every number of docs/studies/regret.md.

python -m studies.regret [--quick] [worlds] [unlike] [calibration]

Without --quick the pictures in docs/studies/regret are drawn anew.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
from studies.regret import calibration, unlike, worlds
from studies.regret.family import family
from studies.regret.people import KINDS
from studies.regret.picture import bars, reliability

from walkaway.core.verdict.again import ENOUGH_WEEKS

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "studies" / "regret"
SEEDS = {"worlds": (4001, 4002, 4003, 4004, 4005, 4006), "unlike": (5001, 5002), "calibration": (6001,)}
"""The seeds that count. Nothing was chosen by looking at them; what was tuned, was tuned on seeds under 300."""


def main() -> None:
    """Print the tables asked for, or all three."""
    quick = "--quick" in sys.argv
    asked = [name for name in SEEDS if name in sys.argv] or list(SEEDS)
    for name, study in (("worlds", own), ("unlike", different), ("calibration", sure)):
        if name in asked:
            began = time.process_time()
            picture = study(quick=quick)
            print(f"\n{time.process_time() - began:.0f} s CPU\n")
            if not quick:
                PICTURES.mkdir(parents=True, exist_ok=True)
                (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8")


def own(*, quick: bool) -> str:
    """Worlds built like the model."""
    seeds = SEEDS["worlds"][:1] if quick else SEEDS["worlds"]
    found = worlds.together([worlds.regrets(s, episodes=20 if quick else worlds.EPISODES) for s in seeds])
    count = found.regret.shape[1]
    print(f"Worlds built like the model: {count} worlds. The best possible brings {found.optimum.mean():.2f} weeks.\n")
    print("| policy | regret, weeks at target | worst world | plain count |\n|---|---|---|---|")
    rows = []
    for name, regret, plain in zip(found.names, found.regret, found.plain, strict=True):
        error, loose = (float(x.std(ddof=1) / np.sqrt(count)) for x in (regret, plain))
        rows.append((name, float(regret.mean()), error, name.startswith("model")))
        print(f"| {name} | {regret.mean():.3f} ± {error:.3f} | {regret.max():.2f} | {plain.mean():.2f} ± {loose:.2f} |")
    text = "Weeks lost against the best possible policy, by policy."
    return bars("Weeks lost, worlds built like the model", text, rows, most=3.0)


def different(*, quick: bool) -> str:
    """Worlds unlike the model."""
    size = (10, 40) if quick else (unlike.WORLDS, unlike.EPISODES)
    counted, other = SEEDS["unlike"]
    found = unlike.run(counted, *size)
    elsewhere = unlike.run(other, *size, policy=None)
    single = int(elsewhere.rules.mean(axis=0).argmax())
    ours, rule = found.reference - found.ours, found.reference - found.rules[:, single]
    kinds = np.array(found.kinds)
    name = family().names[single]
    print(f"Worlds unlike the model: {size[0]} worlds x {size[1]} lives. Best over all worlds on other seeds: {name}.")
    print(f"The best of 200 per world brings {found.reference.mean():.2f} weeks.\n")
    print(f"| kind | our loss, weeks | loss of {name} | ratio |\n|---|---|---|---|")
    for kind in KINDS:
        mine, its = ours[kinds == kind].mean(), rule[kinds == kind].mean()
        print(f"| {kind} | {mine:.3f} | {its:.3f} | {mine / its:.2f} |")
    rng = np.random.default_rng(1)
    again = rng.integers(0, len(ours), (2000, len(ours)))
    low, high = np.quantile(ours[again].mean(axis=1) / rule[again].mean(axis=1), [0.05, 0.95])
    errors = [float(x.std(ddof=1) / np.sqrt(len(x))) for x in (ours, rule)]
    print(
        f"| all | {ours.mean():.3f} ± {errors[0]:.3f} | {rule.mean():.3f} ± {errors[1]:.3f} | "
        f"{ours.mean() / rule.mean():.2f} (90 %: {low:.2f} to {high:.2f}) |"
    )
    heard = kinds != "letter"
    print(
        f"| all but letter | {ours[heard].mean():.3f} | {rule[heard].mean():.3f} | "
        f"{ours[heard].mean() / rule[heard].mean():.2f} |"
    )
    rows = []
    for kind in (*KINDS, "all"):
        inside = kinds == kind if kind != "all" else np.ones(len(kinds), np.bool_)
        for label, loss, mine in (("the model", ours, True), ("best single rule", rule, False)):
            error = float(loss[inside].std(ddof=1) / np.sqrt(inside.sum()))
            rows.append((f"{kind}: {label}", float(loss[inside].mean()), error, mine))
    text = "Weeks lost against the best of 200 rules tuned per world, by kind of world."
    return bars("Weeks lost, worlds unlike the model", text, rows, most=3.0)


def sure(*, quick: bool) -> str:
    """Calibration of how sure."""
    found = calibration.said(SEEDS["calibration"][0], 1000 if quick else calibration.PURSUITS)
    rng = np.random.default_rng(1)
    few = found.informative < ENOUGH_WEEKS
    print(f"How sure: {len(found.sure)} pursuits; the move was right in {100 * found.right.mean():.0f} %.\n")
    print("| said | pursuits | said on average | right |\n|---|---|---|---|")
    rows = calibration.tenths(found.sure, found.right)
    for n, said, right in rows:
        tenth = 10 * int(10 * said)
        print(f"| {tenth} to {tenth + 10} % | {n} | {100 * said:.1f} % | {100 * right:.1f} % |")
    for label, column, rows_in in (
        ("as told", found.sure, np.ones(len(few), np.bool_)),
        ("as counted, before the limits", found.share, np.ones(len(few), np.bool_)),
        ("as told, 4 weeks or more", found.sure, ~few),
    ):
        picked, right_in = column[rows_in], found.right[rows_in]
        low, high = calibration.interval(picked, right_in, rng)
        error = calibration.calibration_error(picked, right_in)
        print(f"\nCalibration error {label}: {error:.3f} (90 %: {low:.3f} to {high:.3f})")
    if few.any():
        print(f"\nSurest on fewer than 4 weeks: {found.sure[few].max():.2f}, of {few.sum()} pursuits")
    return reliability("How sure, and how often right", "Said against right, by tenths.", rows)


if __name__ == "__main__":
    main()
