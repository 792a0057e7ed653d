"""Data sets in; `core/comeback/fitted.py` and the priors of the study out. The data stays where it is.

    python -m studies.comeback.fit FOLDER [FOLDER ...] [--until .8]

The folders hold CollegeMsg.txt (SNAP CollegeMsg; Panzarasa, Opsahl & Carley 2009), chip_train_FB_event_mat.csv and
chip_test_FB_event_mat.csv (wall posts, hours; Viswanath et al. 2009), enron_to.csv.gz (igraphdata; Priebe et al. 2005)
and ia-radoslaw-email.edges (e-mail in a factory; Michalski, Palus & Kazienko 2014; Network Repository). Fitted on all
of them, and with each left out, so that the study never judges a set by its own numbers. A set counts as at most so
many cases, and has weights of its own around those that are common (`centre_of`). `--until .8` leaves out what lies
after that quantile of the clock starts, for tuning.
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
    Shape,
    as_model,
    centre_of,
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
ALSO: dict[str, tuple[str, tuple[str, ...], float]] = {
    "mail": ("factory", ("ia-radoslaw-email.edges",), 1.0),
}
"""Learned from, and no more: not one of the sets that figures are told of."""
TRAINED = ((3.0, 5), (2.0, 5), (3.0, 3))
"""Silences of so many typical gaps after so many conversations are learned from; the first kind is what is tried."""
PRIORS = Path(__file__).parent / "prior"


@dataclass(frozen=True, slots=True, eq=False)
class Set:
    """A data set: its name and domain, its cases, and the day up to which they are looked at."""

    name: str
    domain: str
    cases: list[Cases]
    until: float


def known_sets() -> list[tuple[str, str, tuple[str, ...], float]]:
    """Domain, name, files and unit of every set that is learned from."""
    return [(domain, *found) for sets in (GIVEN, ALSO) for domain, found in sets.items()]


def found_in(folders: list[Path], name: str) -> Path:
    """The file of this name in one of the folders."""
    for folder in folders:
        if (folder / name).exists():
            return folder / name
    raise SystemExit(f"{name} is in none of these folders; studies/comeback/fit.py says where it comes from.")


def given(folders: list[Path], until: float, *, open_pairs: bool = False) -> dict[str, list[Set]]:
    """For each task the sets."""
    out: dict[str, list[Set]] = {task: [] for task in TASKS}
    for domain, short, files, unit in known_sets():
        have = table(read([found_in(folders, name) for name in files], unit=unit).pairs)
        silences = [comebacks(have, multiple, talks) for multiple, talks in TRAINED]
        waiting = [messages(have, np.random.default_rng(1))]
        if open_pairs:
            silences, waiting = ([c.take(~locked(have, c)) for c in cases] for cases in (silences, waiting))
        for task, cases in (("comeback", silences), ("reply", waiting)):
            end = float("inf") if until >= 1 else float(np.quantile(cases[0].began, until))
            out[task].append(Set(short, domain, cases, end))
    return out


@dataclass(frozen=True, slots=True, eq=False)
class _Prior:
    """What the sets have in common: shape and weights; and each domain's own shift of the log hazard."""

    shape: Shape
    b: FloatArray
    shifts: dict[str, float]


def fit_prior(sets: list[Set], task: str) -> _Prior:
    """The common weights of these sets."""
    weights = []
    for one in sets:
        used = [(cases.began < one.until).astype(np.float64) for cases in one.cases]
        most = min(TASKS[task].most, used[0].sum()) / len(used)
        weights.append([u * most / max(u.sum(), 1.0) for u in used])
    every = [
        (cases, w / w.sum())
        for one, many in zip(sets, weights, strict=True)
        for cases, w in zip(one.cases, many, strict=True)
    ]
    shape = shape_of([cases for cases, _ in every], [w for _, w in every], TASKS[task])
    parts = [
        [part(shape, cases, w, one.until) for cases, w in zip(one.cases, many, strict=True)]
        for one, many in zip(sets, weights, strict=True)
    ]
    b = centre_of(shape, parts)
    model = as_model(shape, b)
    shifts: dict[str, list[float]] = {}
    for one in sets:
        shifts.setdefault(one.domain, []).append(float(np.log(seen_over_expected(model, one.cases[0], one.until))))
    return _Prior(shape, b, {domain: float(np.mean(found)) for domain, found in shifts.items()})


def save_prior(path: Path, found: _Prior) -> None:
    """Names, scaling and weights as text."""
    shape = found.shape
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8") as out:
        out.write(f"# {' '.join(shape.names)}\n")
        for row in (shape.mean, shape.spread, found.b):
            out.write(",".join(f"{x:.4g}" for x in row) + "\n")


def load_prior(name: str, task: str) -> tuple[Shape, FloatArray]:
    """A saved prior: what is not fitted, and the weights a new set is expected to have."""
    path = PRIORS / f"{task}_{name}.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    names = tuple(lines[0][2:].split())
    mean, spread, b = (np.array([float(x) for x in line.split(",")]) for line in lines[1:])
    what = TASKS[task]
    return Shape(what.edges, names, mean, spread, what.late, what.habit, what.ridge), b


def _numbers(name: str, values: FloatArray) -> str:
    body = ", ".join(f"{x:.4g}" for x in values)
    return (
        f"    {name}=np.array(\n"
        + textwrap.indent(textwrap.fill(f"[{body}]", 108), " " * 8)
        + ",\n        np.float64,\n    ),\n"
    )


def _source(fitted: dict[str, _Prior], hawkes: tuple[float, ...], until: float) -> str:
    out = '"""The fitted numbers of the forecasts, written by `python -m studies.comeback.fit`; change them there.\n\n'
    out += "What private messages, wall posts and two work mails have in common; the data is not part of this\n"
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
        out += '"""Log of the hazard in a domain over the common one."""\n'
    return out


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--until", type=float, default=1.0)
    parser.add_argument("--open-pairs", action="store_true", help="leave out the one pair in five that is locked")
    parser.add_argument("--hawkes", action="store_true", help="fit the Hawkes weights too (first; then run again)")
    asked = parser.parse_args()
    from walkaway.core.comeback.fitted import HAWKES

    weights = np.array([HAWKES.base, *HAWKES.own, *HAWKES.cross])
    if asked.hawkes:
        by_set = [
            fit_hawkes(
                have := table(read([found_in(asked.folders, f) for f in files], unit=unit).pairs), have.seen.until
            )
            for _, files, unit in GIVEN.values()
        ]
        weights = np.mean([[h.base, *h.own, *h.cross] for h in by_set], axis=0)
    sets = given(asked.folders, asked.until, open_pairs=asked.open_pairs)
    fitted = {}
    for task in TASKS:
        for left_out in (None, *(short for _, short, _, _ in known_sets())):
            found = fit_prior([one for one in sets[task] if one.name != left_out], task)
            name = "all" if left_out is None else f"without_{left_out}"
            save_prior(PRIORS / f"{task}_{name}.csv", found)
            print(task, name, {d: round(x, 2) for d, x in found.shifts.items()}, flush=True)
            if left_out is None:
                fitted[task] = found
    target = Path(__file__).parents[2] / "src/walkaway/core/comeback/fitted.py"
    target.write_text(_source(fitted, tuple(weights.tolist()), asked.until), encoding="utf-8")


if __name__ == "__main__":
    main()
