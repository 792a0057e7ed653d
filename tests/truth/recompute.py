"""A reference table as rows, and what a recomputation of it missed by.

A module `checks_<room>.py` beside this one names its checks in a dict `CHECKS`: table name to a function that takes the
rows and yields one `Gap` per number compared. The names are those of the files, without `.csv`; a `.json` file holds
several tables, named by the file and their titles: `bargaining/Zeuthen one-step examples, linear pie`.
"""

from __future__ import annotations

import csv
import importlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PUBLIC = HERE / "tables"
CLOSED_FORM = 1e-8
"""How near a closed form must come, absolute, or relative above 1: the tables are rounded to eight decimals."""

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Gap:
    """One number of ours beside the table's: where, by how much they differ, and how much they may."""

    row: int
    column: str
    error: float
    allowed: float = CLOSED_FORM

    @property
    def passes(self) -> bool:
        return self.error <= self.allowed  # not NaN: a NaN passes nothing

    def __str__(self) -> str:
        return f"{self.error:.2e} of {self.allowed:.0e} allowed, {self.column} of row {self.row}"


Check = Callable[[list[Row]], Iterator[Gap]]


def near(row: int, column: str, ours: float, table: str, allowed: float = CLOSED_FORM) -> Gap:
    """The error of a number: |ours - table| / max(1, |table|)."""
    theirs = float(table)
    if ours == theirs:  # both -inf too
        return Gap(row, column, 0.0, allowed)
    return Gap(row, column, abs(ours - theirs) / max(1.0, abs(theirs)), allowed)


def listed(row: int, column: str, ours: list[float], table: str) -> Iterator[Gap]:
    """The errors of a list, `;` between its numbers."""
    for mine, theirs in zip(ours, table.split(";"), strict=True):
        yield near(row, column, mine, theirs)


def same(row: int, column: str, ours: object, table: object) -> Gap:
    """Counts, flags, names: they are right or wrong."""
    return Gap(row, column, 0.0 if ours == table else float("inf"), 0.0)


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its name, and the file it stands in."""

    name: str
    path: Path

    def rows(self) -> list[Row]:
        if self.path.suffix == ".csv":
            with self.path.open(encoding="utf-8", newline="") as file:
                return list(csv.DictReader(file))
        found = json.loads(self.path.read_text(encoding="utf-8"))[self.name.partition("/")[2]]
        return [dict(zip(found["columns"], map(str, row), strict=True)) for row in found["rows"]]


def tables(folder: Path) -> list[Table]:
    """Every table of every file in the folder, by name."""
    found = [Table(path.stem, path) for path in folder.glob("*.csv")]
    for path in folder.glob("*.json"):
        found += [Table(f"{path.stem}/{title}", path) for title in json.loads(path.read_text(encoding="utf-8"))]
    return sorted(found, key=lambda table: table.name)


def checks() -> dict[str, Check]:
    """Every check of every `checks_*.py` here; two for one table would hide one, so that is an error."""
    known: dict[str, Check] = {}
    for path in sorted(HERE.glob("checks_*.py")):
        module: dict[str, Check] = importlib.import_module(f"tests.truth.{path.stem}").CHECKS
        twice = known.keys() & module.keys()
        assert not twice, f"{path.name} checks what another file checks already: {', '.join(sorted(twice))}"
        known |= module
    return known


def recomputed(table: Table, known: dict[str, Check]) -> Gap:
    """The gap of a table that is nearest to failing, or has failed."""
    check = known.get(table.name)
    assert check is not None, f"No check knows {table.name}: add it to CHECKS of a checks_*.py in {HERE.name}."
    rows = table.rows()
    assert rows, f"{table.name} has no rows."
    gaps = list(check(rows))
    assert {gap.row for gap in gaps} == set(range(1, len(rows) + 1)), f"The check of {table.name} leaves rows out."
    failed = [gap for gap in gaps if not gap.passes]
    return max(failed or gaps, key=lambda gap: gap.error)
