"""The tasks of `judges.py` in, a page on what a judgement costs, beside its peers, out.

    make bench                                   (or, to try it in half a minute: make bench BENCH=--quick)

Everything is measured in one run on one machine: only ratios mean something elsewhere. It is CPU time and not the
clock's, each task in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

if __name__ == "__main__":
    import sys

    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.judges import TASKS
from bench.reading import OURS, PEERS, ROOT, environment, say, table

PEERED = ("scikit-criteria", "pymcdm", "pyDecision", "quantecon")
LIMITS = {"cold solve": 0.060, "cached decision": 0.0003, "1,000 decided again": 0.100, "ranking, walkaway": 0.00005}
"""CPU seconds that we said we would stay under."""


@dataclass(frozen=True, slots=True)
class Timed:
    """One task: CPU seconds of the import, the first time and the later ones; its answer, and the versions."""

    imports: float
    cold: float
    warm: tuple[float, ...]
    answer: tuple[float, ...]
    versions: dict[str, str]

    @property
    def typical(self) -> float:
        return median(self.warm)


def run(task: str, runs: int) -> Timed:
    home = PEERS if task.endswith(PEERED) else OURS
    command: list[str | Path] = [home / "python", ROOT / "bench" / "judges.py", task, str(runs)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{task} failed:\n{done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout)
    say(f"{task:26} {1e3 * median(told['warm']):10.4f} ms   import {told['import']:6.2f} s")
    return Timed(told["import"], told["cold"], tuple(told["warm"]), tuple(told["answer"]), told["versions"])


def numpy_alone() -> float:
    """CPU seconds to import numpy in our environment, for what ours adds to it."""
    code = "import time; began = time.process_time(); import numpy; print(time.process_time() - began)"
    command: list[str | Path] = [OURS / "python", "-c", code]
    return min(
        float(subprocess.run(command, env=environment(), capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    )


def goal_rows(timed: Mapping[str, Timed]) -> list[list[str]]:
    rows = []
    for task, limit in LIMITS.items():
        took = timed[task].typical
        rows.append([task, f"≤ {1e3 * limit:g} ms", f"{1e3 * took:.3g} ms", "yes" if took <= limit else "**no**"])
    return rows


def beside(timed: Mapping[str, Timed], kind: str) -> list[list[str]]:
    ours = timed[f"{kind}, walkaway"]
    rows = []
    for task, one in timed.items():
        if not task.startswith(f"{kind}, "):
            continue
        who = task.removeprefix(f"{kind}, ")
        apart = max(abs(a - b) for a, b in zip(one.answer, ours.answer, strict=True))
        rows.append(
            [
                f"**{who}**" if one is ours else who,
                f"{1e3 * one.typical:.4f}",
                f"{one.typical / ours.typical:.3g}",
                f"{one.imports:.2f}",
                f"{one.imports / ours.imports:.3g}",
                "–" if one is ours else f"{apart:.1e}",
            ]
        )
    return rows


HOW = """\
All figures come from one run: CPU time of all threads, the median of many times after the first, each task in a process
of its own. Only the ratios carry over to another machine."""
PARTS = {
    "solved": """\
**Cold solve**: the default problem from nothing to a bracket of at most a quarter of a percent of the value.
**Cached decision**: one pursuit from a plan already solved: its new week moves the belief in the model and in 64
draws, all moves are valued in each, and the ruling is made, bracket and all; the same move as a whole judgement gives
(`tests/core/verdict/test_again.py`). **1,000 decided again**: the same for 1,000 pursuits of one model in one call.""",
    "ranking": """\
Five offers scored on six standards, one of them a must-have: screen, weighted sum, order. pymcdm and pyDecision have no
screen: one line of numpy stands in for it. pyDecision stretches each standard to the offers at hand, so its values
are others ("apart" is the largest difference of a value, on a scale of 0 to 1); the same stretching is what turns
orders when an offer goes. "Import" is what a process pays once; numpy alone is {numpy:.2f} s of ours.""",
    "mccall": """\
The textbook case: 51 possible offers, 25 a period while looking. Ours is solved from the model's equation; quantecon
has no search model in its package, so the same problem is put to its `DiscreteDP` (policy iteration), built each time.
The difference is that of the reservation wage.""",
}
HEAD = ("who", "CPU ms", "× ours", "import s", "× ours", "apart")


def page(timed: Mapping[str, Timed], numpy_import: float, date: str) -> str:
    versions = {package: version for one in timed.values() for package, version in one.versions.items()}
    stands = ", ".join(f"{package} {version}" for package, version in sorted(versions.items()))
    parts: Sequence[str] = [
        "# What a judgement costs",
        "This page is written by `make bench`; a change by hand would be lost.",
        f"Measured on {date}, Python {platform.python_version()}, {stands}.",
        HOW,
        "## What we said we would reach",
        table(["what", "goal", "measured", "reached"], goal_rows(timed)),
        PARTS["solved"],
        "## A ranking",
        table(HEAD, beside(timed, "ranking")),
        PARTS["ranking"].format(numpy=numpy_import),
        "## The least offer to take",
        table(HEAD, beside(timed, "mccall")),
        PARTS["mccall"],
    ]
    return "\n\n".join(parts) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--date", required=True, help="the day to put on the page")
    parser.add_argument("--quick", action="store_true", help="three timings each, and no page is written")
    parser.add_argument("--readers-only", action="store_true", help="measure nothing here")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "bench-judgement.md", help="where the page goes")
    said = parser.parse_args()
    if said.readers_only:
        return
    timed = {task: run(task, 3 if said.quick else 31) for task in TASKS}
    text = page(timed, numpy_alone(), said.date)
    if said.quick:
        print(text)
    else:
        said.out.write_text(text, encoding="utf-8")
        say(f"wrote {said.out}")


if __name__ == "__main__":
    main()
