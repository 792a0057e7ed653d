"""The given data sets in; `core/comeback/fitted.py` and the priors of the study out. The data stays where it is.

    python -m studies.comeback.fit FOLDER [--until .8]

FOLDER holds CollegeMsg.txt (SNAP CollegeMsg; Panzarasa, Opsahl & Carley 2009), chip_train_FB_event_mat.csv and
chip_test_FB_event_mat.csv (wall posts, hours; Viswanath et al. 2009) and enron_to.csv.gz (igraphdata; Priebe et al.
2005). Fitted four times: on all three, and with each left out, so that the study never judges a set by its own numbers.
Each set weighs the same. `--until .8` leaves out what lies after that quantile of the clock starts, for tuning.
"""

from __future__ import annotations

import argparse
import textwrap
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from studies.comeback.cases import Cases, comebacks, locked, messages
from studies.comeback.fitting import (
    TASKS,
    Prior,
    Shape,
    as_model,
    fit,
    fit_hawkes,
    part,
    seen_over_expected,
    shape_of,
)
from studies.comeback.reading import read

from walkaway.core.comeback.features import table
from walkaway.core.comeback.hazard import Hazard
from walkaway.core.events import FloatArray

GIVEN: dict[str, tuple[str, tuple[str, ...], float]] = {
    "private": ("college", ("CollegeMsg.txt",), 1.0),
    "wall": ("fbwall", ("chip_train_FB_event_mat.csv", "chip_test_FB_event_mat.csv"), 3600.0),
    "mail": ("enron", ("enron_to.csv.gz",), 1.0),
}
TRAINED = ((3.0, 5), (2.0, 5), (3.0, 3))
"""Silences of so many typical gaps after so many conversations are learned from; the first kind is what is tried."""
STRENGTH = 4_000.0
"""Cases the sets weigh together in the prior's own fit,"""
PSEUDO_CASES = 400.0
"""and in the prior that is handed to a fit on a new set."""
PRIORS = Path(__file__).parent / "prior"


Sets = dict[str, tuple[list[Cases], float]]
"""By domain its cases, and the day up to which they are looked at."""


def given(folder: Path, until: float, *, open_pairs: bool = False) -> dict[str, Sets]:
    """For each task the given sets."""
    out: dict[str, Sets] = {task: {} for task in TASKS}
    for domain, (_, files, unit) in GIVEN.items():
        have = table(read([folder / name for name in files], unit=unit).pairs)
        silences = [comebacks(have, multiple, talks) for multiple, talks in TRAINED]
        waiting = [messages(have, np.random.default_rng(1))]
        if open_pairs:
            silences, waiting = ([c.take(~locked(have, c)) for c in cases] for cases in (silences, waiting))
        for task, cases in (("comeback", silences), ("reply", waiting)):
            end = float("inf") if until >= 1 else float(np.quantile(cases[0].began, until))
            out[task][domain] = (cases, end)
    return out


@dataclass(frozen=True, slots=True, eq=False)
class _Prior:
    """The pooled fit: shape, weights, information, and each domain's own shift of the log hazard."""

    shape: Shape
    b: FloatArray
    information: FloatArray
    shifts: dict[str, float]


def fit_prior(sets: Sets, task: str) -> _Prior:
    """The pooled fit over these domains."""
    every = [(cases, end, domain) for domain, (many, end) in sets.items() for cases in many]
    weights = []
    for cases, end, domain in every:
        used = (cases.began < end).astype(np.float64)
        weights.append(used * STRENGTH / len(sets) / used.sum() / len(sets[domain][0]))
    shape = shape_of([cases for cases, _, _ in every], weights, TASKS[task])
    parts = [part(shape, cases, w, end) for (cases, end, _), w in zip(every, weights, strict=True)]
    b, information = fit(shape, parts)
    model = as_model(shape, b)
    shifts = {domain: float(np.log(seen_over_expected(model, many[0], end))) for domain, (many, end) in sets.items()}
    return _Prior(shape, b, information, shifts)


def save_prior(path: Path, found: _Prior) -> None:
    """Names, scaling, weights and information as text."""
    shape = found.shape
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8") as out:
        out.write(f"# {' '.join(shape.names)}\n")
        for row in (shape.mean, shape.spread, found.b, *found.information):
            out.write(",".join(f"{x:.4g}" for x in row) + "\n")


def load_prior(name: str, task: str) -> tuple[Shape, Prior]:
    """A saved prior: weights, and the information of 400 cases."""
    path = PRIORS / f"{task}_{name}.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    names = tuple(lines[0][2:].split())
    mean, spread, b, *information = (np.array([float(x) for x in line.split(",")]) for line in lines[1:])
    what = TASKS[task]
    shape = Shape(what.edges, names, mean, spread, what.late, what.habit)
    return shape, Prior(b, np.stack(information) * (PSEUDO_CASES / STRENGTH))


def _numbers(name: str, values: FloatArray) -> str:
    body = ", ".join(f"{x:.4g}" for x in values)
    return (
        f"    {name}=np.array(\n"
        + textwrap.indent(textwrap.fill(f"[{body}]", 108), " " * 8)
        + ",\n        np.float64,\n    ),\n"
    )


def _source(fitted: dict[str, _Prior], hawkes: tuple[float, ...], until: float) -> str:
    out = '"""The fitted numbers of the forecasts, written by `python -m studies.comeback.fit`; change them there.\n\n'
    out += (
        "Pooled over private messages, wall posts and work mail, each weighing the same; the data is not part of this\n"
    )
    out += "project (studies/comeback/README.md says what it is).\n"
    out += f'{"" if until >= 1 else f"Fitted on what lies before quantile {until} only." + chr(10)}"""\n\n'
    out += "import numpy as np\n\nfrom walkaway.core.comeback.hawkes import Hawkes\n"
    out += "from walkaway.core.comeback.hazard import Hazard\n\n# fmt: off\n"
    w = [f"{x:.4g}" for x in hawkes]
    out += f"HAWKES = Hawkes({w[0]}, ({w[1]}, {w[2]}, {w[3]}), ({w[4]}, {w[5]}, {w[6]}))\n"
    for task, found in fitted.items():
        model = as_model(found.shape, found.b)
        out += f"\n{task.upper()} = Hazard(\n"
        for f in fields(Hazard):
            value = getattr(model, f.name)
            if f.name == "names":
                body = ", ".join(f'"{x}"' for x in value)
                out += "    names=(\n" + textwrap.indent(textwrap.fill(body, 108), " " * 8) + ",\n    ),\n"
            else:
                out += _numbers(f.name, value)
        out += ")\n"
        shifts = ", ".join(f'"{d}": {x:.3f}' for d, x in found.shifts.items())
        out += f"{task.upper()}_SHIFT = {{{shifts}}}\n"
        out += '"""Log of the hazard in a domain over the pooled one."""\n'
    return out


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--until", type=float, default=1.0)
    parser.add_argument("--open-pairs", action="store_true", help="leave out the one pair in five that is locked")
    parser.add_argument("--hawkes", action="store_true", help="fit the Hawkes weights too (first; then run again)")
    asked = parser.parse_args()
    from walkaway.core.comeback.fitted import HAWKES

    weights = np.array([HAWKES.base, *HAWKES.own, *HAWKES.cross])
    if asked.hawkes:
        by_set = [
            fit_hawkes(have := table(read([asked.folder / f for f in files], unit=unit).pairs), have.seen.until)
            for _, files, unit in GIVEN.values()
        ]
        weights = np.mean([[h.base, *h.own, *h.cross] for h in by_set], axis=0)
    sets = given(asked.folder, asked.until, open_pairs=asked.open_pairs)
    fitted = {}
    for task in TASKS:
        for left_out in (None, *GIVEN):
            kept = {d: s for d, s in sets[task].items() if d != left_out}
            found = fit_prior(kept, task)
            name = "all" if left_out is None else f"without_{GIVEN[left_out][0]}"
            save_prior(PRIORS / f"{task}_{name}.csv", found)
            print(task, name, {d: round(x, 2) for d, x in found.shifts.items()})
            if left_out is None:
                fitted[task] = found
    target = Path(__file__).parents[2] / "src/walkaway/core/comeback/fitted.py"
    target.write_text(_source(fitted, tuple(weights.tolist()), asked.until), encoding="utf-8")


if __name__ == "__main__":
    main()
