"""The folder with the given data sets in; each as a table of pairs, by name, out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from studies.comeback.fit import GIVEN
from studies.comeback.reading import read

from walkaway.core.comeback.features import Table, table
from walkaway.core.events import FloatArray, Int64Array


def folder() -> Path:
    """The folder named on the command line."""
    if len(sys.argv) < 2:
        raise SystemExit(
            f"Say where the data is: python -m {Path(sys.argv[0]).parent.name} FOLDER (studies/comeback/fit.py "
            f"lists it)"
        )
    return Path(sys.argv[1])


def tables(where: Path) -> Iterator[tuple[str, Table]]:
    """Each given set."""
    for name, files, unit in GIVEN.values():
        yield name, table(read([where / file for file in files], unit=unit).pairs)


def interval(draws: list[float]) -> tuple[float, float]:
    """The middle 95 % of bootstrap draws."""
    low, high = np.quantile(draws, [0.025, 0.975])
    return float(low), float(high)


def by_pair(pair: Int64Array, rng: np.random.Generator) -> Iterator[FloatArray]:
    """Sixty bootstrap weights over whole pairs."""
    place = np.unique(pair, return_inverse=True)[1]
    n = int(place.max()) + 1
    for _ in range(60):
        yield rng.multinomial(n, np.full(n, 1 / n))[place].astype(np.float64)
