"""Is "how sure" true: pursuits from the wide priors in; how often the move was right when so much was said, out.

Each pursuit has parameters of its own, drawn as the product draws its doubts, and 1 to 60 weeks of marks that these
parameters make, one week in seven with nothing to see. What is said is the product's: the best move at the default
model's belief, and the share of 64 draws in which it is best too, kept within .05 and .95, and under .6 on fewer
than 4 weeks. The move is right when the plan solved with the pursuit's own parameters has the same best move, at
the exact belief.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.events import BoolArray, FloatArray, Int8Array, Int64Array
from walkaway.core.verdict.again import DRAWN_MESH, DRAWS, ENOUGH_WEEKS
from walkaway.core.verdict.model import DEFAULTS, STAY, Model, draw, transitions
from walkaway.core.verdict.solve import Plan, move_values, solve
from walkaway.core.verdict.states import NOTHING, step

PURSUITS, LOT = 10_000, 100
LONGEST, UNSEEN = 60, 1 / 7
BINS = 10
MESH = 12


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What was said of each pursuit and whether it was right, (N,): `share` as counted, `sure` as told."""

    share: FloatArray
    sure: FloatArray
    right: BoolArray
    informative: Int64Array


def calibration_error(said: FloatArray, right: BoolArray) -> float:
    """The mean over pursuits of |mean said - share right| in its tenth (ECE; Naeini, Cooper & Hauskrecht 2015)."""
    tenth = np.minimum((said * BINS).astype(np.int64), BINS - 1)
    off = np.bincount(tenth, said - right, BINS)
    return float(np.abs(off).sum() / len(said))


def interval(said: FloatArray, right: BoolArray, rng: np.random.Generator, times: int = 400) -> tuple[float, float]:
    """90 % of bootstrap samples of the error. Drawing again adds noise to every tenth, so it leans upwards."""
    picks = (rng.integers(0, len(said), len(said)) for _ in range(times))
    errors = [calibration_error(said[k], right[k]) for k in picks]
    low, high = np.quantile(errors, [0.05, 0.95])
    return float(low), float(high)


def tenths(said: FloatArray, right: BoolArray) -> list[tuple[int, float, float]]:
    """For each tenth that holds any: how many, what was said on average, how many were right."""
    tenth = np.minimum((said * BINS).astype(np.int64), BINS - 1)
    held = [tenth == k for k in range(BINS) if (tenth == k).any()]
    return [(int(k.sum()), float(said[k].mean()), float(right[k].mean())) for k in held]


def said(seed: int, pursuits: int = PURSUITS, lot: int = LOT) -> Said:
    """So many pursuits. Each lot shares its draws, which come anew for every lot."""
    rng = np.random.default_rng(seed)
    plan = solve(DEFAULTS, 2 * MESH, solve(DEFAULTS, MESH))
    lots = [_lot(plan, lot, rng) for _ in range(pursuits // lot)]
    share, right, informative = (np.concatenate(column) for column in zip(*lots, strict=True))
    sure = np.clip(share, 0.05, np.where(informative >= ENOUGH_WEEKS, 0.95, 0.6))
    return Said(share, sure, right, informative)


def _lot(plan: Plan, n: int, rng: np.random.Generator) -> tuple[FloatArray, BoolArray, Int64Array]:
    """The share of draws that agree, whether the move is right, and the informative weeks, of n pursuits."""
    world = draw(DEFAULTS, rng, n)
    marks, weeks = _lived(world, rng)
    own = _believed(world.having(temper=np.ones(n)), marks, weeks)
    truly = _best(move_values(solve(world, MESH), own[:, None], 1)[:, 0])
    best = _best(move_values(plan, _believed(DEFAULTS.repeat(n), marks, weeks)[None], 1)[0])
    drawn = draw(DEFAULTS, rng, DRAWS)
    around = _believed(drawn.repeat(n), np.tile(marks, (DRAWS, 1)), np.tile(weeks, DRAWS))
    others = _best(move_values(solve(drawn, DRAWN_MESH), around.reshape(DRAWS, n, 3), 1))
    return (others == best).mean(axis=0), best == truly, (marks != NOTHING).sum(axis=1)


def _best(values: FloatArray) -> Int64Array:
    return np.asarray(np.where(np.isnan(values), -np.inf, values).argmax(axis=-1))


def _lived(world: Model, rng: np.random.Generator) -> tuple[Int8Array, Int64Array]:
    """Marks (N, LONGEST), nothing after the last week, and how many weeks each has."""
    n, row = len(world), np.arange(len(world))
    weeks = rng.integers(1, LONGEST + 1, n)
    onward, seen = np.cumsum(transitions(world)[:, STAY], axis=-1), np.cumsum(world.seen, axis=-1)
    state = _drawn(np.cumsum(world.prior, axis=-1), rng)
    marks = np.full((n, LONGEST), NOTHING, np.int8)
    for week in range(LONGEST):
        state = state if not week else _drawn(onward[row, state], rng)
        shown = (rng.random(n) >= UNSEEN) & (week < weeks)
        marks[:, week] = np.where(shown, _drawn(seen[row, state], rng), NOTHING)
    return marks, weeks


def _drawn(cumulative: FloatArray, rng: np.random.Generator) -> Int8Array:
    return np.asarray(np.minimum((rng.random((len(cumulative), 1)) >= cumulative).sum(axis=1), 2), np.int8)


def _believed(model: Model, marks: Int8Array, weeks: Int64Array) -> FloatArray:
    """The belief of each row, (N, 3), after its last week: the core's filter, with marks of its own for every row."""
    moved, still = transitions(model)[:, STAY], np.eye(3)[None]
    belief = np.array(model.prior)
    for week in range(int(weeks.max())):
        on = week < weeks
        for mark in (NOTHING, 0, 1, 2):
            rows = on & (marks[:, week] == mark)
            way = moved[rows] if week else still
            if mark == NOTHING:
                belief[rows] = np.matmul(belief[rows][:, None, :], way)[:, 0, :]
            else:
                belief[rows] = step(belief[rows], way, model.seen[rows], mark, model.temper[rows])
    return belief
