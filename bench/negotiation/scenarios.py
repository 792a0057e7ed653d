"""A seed in; made-up scenarios of two sides, each with its worths and what it has outside, out.

Three sorts, in turn: one price; terms that both sides rank (mostly against each other, some alike); random worths. In
one of eight there is no zone: no outcome is worth at least the outside to both sides.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

PER_ZONELESS = 8
SORTS = ("price", "terms", "random")


@dataclass(frozen=True, slots=True)
class Scenario:
    """`weights` per side and issue, `scores` per side, issue and value; `outside` per side. Worths lie in 0 to 1."""

    name: str
    sizes: tuple[int, ...]
    weights: tuple[tuple[float, ...], tuple[float, ...]]
    scores: tuple[tuple[tuple[float, ...], ...], tuple[tuple[float, ...], ...]]
    outside: tuple[float, float]

    def worths(self) -> Floats:
        """What every outcome is worth to both sides: one row each, the last issue running fastest."""
        table = np.zeros((1, 2))
        for k in range(len(self.sizes)):
            column = np.array([[self.weights[s][k] * x for x in self.scores[s][k]] for s in (0, 1)]).T
            table = (table[:, None, :] + column[None, :, :]).reshape(-1, 2)
        return table

    @property
    def zone(self) -> bool:
        return bool((self.worths() >= np.array(self.outside) - 1e-12).all(axis=1).any())


def generated(count: int, seed: int, *, zoneless_every: int = PER_ZONELESS) -> list[Scenario]:
    """`count` scenarios; the same for the same seed, and the first ones are the same whatever the count."""
    return [_one(k, seed, zoneless_every) for k in range(count)]


def from_file(rows: list[dict[str, Any]]) -> list[Scenario]:
    """Scenarios written as `{name, issues: [{values}], ufuns: [{weights, values, rv}]}`."""
    return [
        Scenario(
            name=row["name"],
            sizes=tuple(len(issue["values"]) for issue in row["issues"]),
            weights=_both(tuple(side["weights"]) for side in row["ufuns"]),
            scores=_both(tuple(tuple(values) for values in side["values"]) for side in row["ufuns"]),
            outside=_both(float(side["rv"]) for side in row["ufuns"]),
        )
        for row in rows
    ]


def _one(k: int, seed: int, zoneless_every: int) -> Scenario:
    rng = np.random.default_rng([seed, k])
    sort = SORTS[k % len(SORTS)]
    zoneless = k % zoneless_every == zoneless_every - 1
    while True:
        found = _draw(rng, sort, f"{sort}-{seed}-{k}{'-none' if zoneless else ''}")
        if found.zone is not zoneless:
            return found


def _draw(rng: np.random.Generator, sort: str, name: str) -> Scenario:
    if sort == "price":
        n = int(rng.integers(60, 151))
        mine = np.linspace(0, 1, n)
        return _scenario(name, [(mine, 1 - mine)], np.ones((2, 1)), rng)
    issues = int(rng.integers(2, 6))
    target = math.exp(rng.uniform(math.log(150), math.log(1500)))
    sizes = np.clip(np.round(target ** (1 / issues) * rng.uniform(0.6, 1.6, issues)), 2, 40).astype(int)
    pairs = [_terms(rng, int(n)) if sort == "terms" else _random(rng, int(n)) for n in sizes]
    return _scenario(name, pairs, rng.dirichlet(np.full(issues, 2.0), 2), rng)


def _terms(rng: np.random.Generator, n: int) -> tuple[Floats, Floats]:
    """Ranked by both: in five of six against each other, more or less steeply."""
    steps = np.linspace(0, 1, n)
    mine, theirs = steps ** rng.uniform(0.6, 1.7), steps ** rng.uniform(0.6, 1.7)
    return mine, theirs if rng.random() < 1 / 6 else theirs[::-1]


def _random(rng: np.random.Generator, n: int) -> tuple[Floats, Floats]:
    """Any worth for any value, opposed by three quarters."""
    mine = rng.random(n)
    theirs = 0.75 * (1 - mine) + 0.25 * rng.random(n)
    return _stretched(mine), _stretched(theirs)


def _stretched(x: Floats) -> Floats:
    span = float(np.ptp(x))
    return (x - x.min()) / span if span > 0 else np.ones_like(x)


def _scenario(name: str, pairs: list[tuple[Floats, Floats]], weights: Floats, rng: np.random.Generator) -> Scenario:
    return Scenario(
        name=name,
        sizes=tuple(len(mine) for mine, _ in pairs),
        weights=_both(tuple(map(float, row)) for row in weights),
        scores=_both(tuple(tuple(map(float, pair[s])) for pair in pairs) for s in (0, 1)),
        outside=_both(float(x) for x in rng.uniform(0.2, 0.65, 2)),
    )


def _both(values: Any) -> Any:
    first, second = values
    return first, second
