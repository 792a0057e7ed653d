"""How often "they would go as far as this package" holds, on made-up talks over packages with made-up other sides.

    python bench/package_yes.py [TALKS]

Prints the table of docs/talks.md, and on other talks the exponent that would fit best (`advise_packages.SURE`).

Nine kinds of other side, three of which the engine has no family for. Each talk is stopped after one to seven offers of
theirs and judged once; what is counted are the packages that a person is shown then: those put side by side, and their
own last one. It holds where the package is worth at least its limit to the other side, which the talk does not tell.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from walkaway.core.offers.advise_packages import SURE, Offered, advise_packages, tempered
from walkaway.core.offers.space import Space, space
from walkaway.core.options.live import Outside

Floats = npt.NDArray[np.float64]
_BINS = 10
ROUNDS = (5, 12)
"""Rounds that a talk has, of which up to seven were led."""
CLOSE = 0.05
"""Packages that are worth so nearly the same to a side that it does not tell them apart."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what each package is worth to it, and the least it takes."""

    worth: Floats
    limit: float


@dataclass(frozen=True, slots=True)
class Shown:
    """A package that was shown: the chance that was said, whether they would have taken it, and of which kind."""

    said: float
    yes: bool
    kind: str


Level = Callable[[float, Sequence[float], np.random.Generator], float]
"""What a side asks for next, of its best: from the time (0 to 1) and what your packages were worth to it, in order."""


def _clock(limit: float, shape: float) -> Level:
    return lambda t, _, __: 1 - (1 - limit) * t**shape


def _answering(limit: float, share: float) -> Level:
    """Comes towards you by so much of what you came."""

    def level(_: float, given: Sequence[float], __: np.random.Generator) -> float:
        came = max(given) - given[0] if given else 0.0
        return max(limit, 1 - share * came)

    return level


def _half_way(limit: float) -> Level:
    def level(t: float, given: Sequence[float], __: np.random.Generator) -> float:
        return max(limit, (1 + max(given)) / 2 if given and t > 0 else 1.0)

    return level


def _steps(limit: float, shape: float) -> Level:
    """By the clock, in three steps."""
    return lambda t, _, __: 1 - (1 - limit) * (np.floor(3 * t) / 3) ** shape


KINDS: dict[str, Callable[[float, np.random.Generator], Level]] = {
    "early": lambda limit, rng: _clock(limit, float(rng.uniform(0.3, 0.8))),
    "even": lambda limit, rng: _clock(limit, float(rng.uniform(0.8, 1.5))),
    "late": lambda limit, rng: _clock(limit, float(rng.uniform(2, 10))),
    "tit for tat": lambda limit, _: _answering(limit, 1.0),
    "half way": lambda limit, _: _half_way(limit),
    "hard": lambda limit, _: _clock(limit, 1.0),  # its limit is nearly its best: see `other_side`
    "up and down": lambda limit, _: lambda __, ___, rng: float(rng.uniform(limit, 1)),
    "in steps": lambda limit, rng: _steps(limit, float(rng.uniform(0.8, 3))),
    "low to the end": lambda limit, _: lambda t, __, ___: 0.95 if t < 0.8 else limit,
}


def worths(packages: Space, rng: np.random.Generator, like: Floats | None = None) -> tuple[Floats, Floats]:
    """What packages are worth, from 0 to 1, and the scores by value; `like`: against these, more or less."""
    weights = rng.dirichlet(np.full(len(packages.sizes), float(rng.uniform(0.8, 4))))
    total, scores = np.zeros(len(packages)), []
    for k, n in enumerate(packages.sizes):
        mine = np.linspace(0, 1, n) ** float(rng.uniform(0.6, 1.6))
        if like is not None:
            mine = (1 - mine) if rng.random() < 0.85 else mine  # now and then both want the same
        scores.append(mine)
        total += weights[k] * mine[packages.choices[:, k]]
    low, high = float(total.min()), float(total.max())
    return (total - low) / (high - low), weights


def other_side(kind: str, worth: Floats, rng: np.random.Generator) -> Side:
    limit = float(rng.uniform(0.85, 0.97)) if kind == "hard" else float(rng.beta(2.0, 2.5))
    return Side(worth, limit)


def offered(side: Side, level: float, likes: Floats, rng: np.random.Generator) -> int:
    """A package worth about `level` to a side; of those, mostly one that the other would like, as people do."""
    fit = np.flatnonzero(side.worth >= min(level, 1.0) - 1e-9)
    near = fit[side.worth[fit] <= float(side.worth[fit].min()) + CLOSE]
    return int(near[np.argmax(likes[near] + rng.normal(0, 0.15, len(near)))])


def talk(kind: str, rng: np.random.Generator) -> list[Shown]:
    """One talk, judged once; what was shown of it."""
    packages = space([int(rng.integers(2, 6)) for _ in range(int(rng.integers(2, 6)))])
    mine = worths(packages, rng)[0]
    theirs = other_side(kind, worths(packages, rng, mine)[0], rng)
    me = Side(mine, float(rng.uniform(0.1, 0.6)))
    level, rounds = KINDS[kind](theirs.limit, rng), int(rng.integers(*ROUNDS))
    led = int(rng.integers(1, min(8, rounds)))
    pace, log, given = float(rng.uniform(0.5, 3)), list[Offered](), list[float]()
    for k in range(led):
        t = k / (rounds - 1)
        bid = offered(theirs, level(t, given, rng), mine, rng)
        log.append(Offered("them", bid))
        if k < led - 1 or rng.random() < 0.5:
            ask = offered(me, 1 - (1 - me.limit) * t**pace, theirs.worth, rng)
            given.append(float(theirs.worth[ask]))
            log.append(Offered("you", ask))
    found = advise_packages(packages, mine, log, Outside(me.limit), left=rounds - led)
    said = {*found.offers, *[one.package for one in log if one.by == "you"][-1:]}
    return [Shown(float(found.chances[p]), bool(theirs.worth[p] >= theirs.limit - 1e-9), kind) for p in sorted(said)]


def talks(n: int, seed: int) -> list[Shown]:
    """So many talks, the kinds in turn."""
    rng = np.random.default_rng(seed)
    kinds = list(KINDS)
    return [one for k in range(n) for one in talk(kinds[k % len(kinds)], rng)]


def main(n: int) -> None:
    shown = talks(n, seed=2026)
    said, yes = columns(shown)
    untempered = tempered(said, 1 / SURE)
    print(f"{n:,} talks, {len(shown):,} packages shown, of which they would take {100 * yes.mean():.0f} %\n")
    print("| said | packages | mean said | they would | without the correction: packages | said | they would |")
    print("|---|---|---|---|---|---|---|")
    for k in range(_BINS):
        cells = " | ".join(_cells(x, yes, k) for x in (said, untempered))
        print(f"| {k / _BINS:.0%} to {(k + 1) / _BINS:.0%} | {cells} |")
    print()
    same = np.full(len(yes), yes.mean())
    for name, x in (("as said", said), ("without the correction", untempered), ("the share of all", same)):
        print(f"{name}: {apart(x, yes):.3f} apart (mean over the rows), Brier {np.mean((x - yes) ** 2):.4f}")
    other, happened = columns(talks(n, seed=1))
    grid = np.linspace(0.2, 1.2, 101)
    best = min(grid, key=lambda sure: _surprise(tempered(tempered(other, 1 / SURE), float(sure)), happened))
    print(f"fitted on other talks: {best:.2f}, in use: {SURE}")
    for kind in KINDS:
        of = np.array([one.kind == kind for one in shown])
        print(f"  {kind}: said {said[of].mean():.0%}, would {yes[of].mean():.0%} ({of.sum():,})")


def columns(shown: Sequence[Shown]) -> tuple[Floats, Floats]:
    """What was said, and what would have happened (0 or 1)."""
    return np.array([one.said for one in shown]), np.array([one.yes for one in shown], float)


def _bin(said: Floats) -> npt.NDArray[np.int64]:
    return np.minimum((_BINS * said).astype(np.int64), _BINS - 1)


def _cells(said: Floats, yes: Floats, k: int) -> str:
    of = _bin(said) == k
    return f"{of.sum():,} | {said[of].mean():.0%} | {yes[of].mean():.0%}" if of.any() else "0 | – | –"


def apart(said: Floats, yes: Floats) -> float:
    return sum(abs(float((said - yes)[_bin(said) == k].sum())) for k in range(_BINS)) / len(said)


def _surprise(said: Floats, yes: Floats) -> float:
    """Mean log loss."""
    return float(-np.mean(yes * np.log(said) + (1 - yes) * np.log(1 - said)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2700)
