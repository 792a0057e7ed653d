"""Cases in; fitted hazard models, plain logistic models and Hawkes weights out. Newton's method and EM, numpy only."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from studies.comeback.cases import Cases

from walkaway.core.comeback.features import Table
from walkaway.core.comeback.hawkes import BETA, Hawkes
from walkaway.core.comeback.hazard import Hazard, after, apart, cumulative, lateness
from walkaway.core.comeback.running import starts
from walkaway.core.events import FloatArray, Int64Array

Float32Array = npt.NDArray[np.float32]

COMEBACK_EDGES = np.array([0.0, 3.0, 7.0, 14.0, 30.0, 60.0, 90.0])
REPLY_EDGES = np.array([0.0, 1 / 24, 3 / 24, 6 / 24, 12 / 24, 1.0, 2.0, 4.0, 7.0])
COMEBACK_LATE = ("silence", "n_in", "talks", "broken", "my_trend_in", "last_mine", "hawkes")
COMEBACK_HABIT = (
    "silence",
    "typical",
    "n_in",
    "n_out",
    "talks",
    "longer",
    "longest",
    "mean_gap",
    "spread_gap",
    "tenure",
    "since_in",
    "since_out",
    "my_rate",
    "my_rate_in",
    "rate_in",
    "rate_out",
    "they_open_lately",
    "i_open_lately",
    "hawkes",
)
"""What is weighed against what is usual for the person too: sizes and paces. (Answers need none: `REPLY_HABIT`.)"""
REPLY_HABIT: tuple[str, ...] = ()
REPLY_LATE = (
    "their_wait",
    "they_quick",
    "they_answer",
    "since_in",
    "rate_in",
    "typical",
    "hawkes_hours",
    "hawkes_week",
)
HAWKES_COUNT, HAWKES_PART = "hawkes", 0.25
ALIKE, LEVEL_ALIKE = 60.0, 1.0
"""How much alike data sets are: one over the variance of a weight between sets, for features put to spread 1, and for
the level."""
LEVEL_RIDGE, LEVEL_BEGIN = 0.1, -2.0
ROUNDS, STEP, CLOSE = 25, 1.5, 1e-3


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What is not fitted: edges, names, scaling, which features change with time, and which are weighed by habit."""

    edges: FloatArray
    names: tuple[str, ...]
    mean: FloatArray
    spread: FloatArray
    late: tuple[str, ...]
    habit: tuple[str, ...]
    ridge: float

    @property
    def alike(self) -> FloatArray:
        """The precision of each weight (levels, steady, habit, late) between data sets."""
        k_all = len(self.edges) - 1
        return np.concatenate(
            [np.full(k_all, LEVEL_ALIKE), np.full(len(self.names) + len(self.habit) + len(self.late), ALIKE)]
        )

    @property
    def late_places(self) -> list[int]:
        """Places of the late features."""
        return [self.names.index(name) for name in self.late]

    @property
    def habit_places(self) -> list[int]:
        """Places of the features weighed by habit."""
        return [self.names.index(name) for name in self.habit]


@dataclass(frozen=True, slots=True)
class Task:
    """What is foretold: the edges of time, the features that change with it, those weighed by habit; the ridge on what
    the sets have in common; and how many cases one set may weigh in it at most.
    """

    edges: FloatArray
    late: tuple[str, ...]
    habit: tuple[str, ...]
    ridge: float
    most: float


TASKS = {
    "comeback": Task(COMEBACK_EDGES, COMEBACK_LATE, COMEBACK_HABIT, ridge=60.0, most=2_000.0),
    "reply": Task(REPLY_EDGES, REPLY_LATE, REPLY_HABIT, ridge=10.0, most=4_000.0),
}


def shape_of(cases: list[Cases], weights: list[FloatArray], task: Task) -> Shape:
    """Scaling by the weighted mean and spread of these cases."""
    x, w = np.concatenate([c.x for c in cases]), np.concatenate(weights)
    mean = np.average(x, axis=0, weights=w)
    spread = np.sqrt(np.average((x - mean) ** 2, axis=0, weights=w)) + 1e-6
    return Shape(task.edges, cases[0].names, mean.round(4), spread.round(4), task.late, task.habit, task.ridge)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Cases with scaled features (then those by habit) and a weight each, seen until a day, or to the end."""

    z: FloatArray
    waited: FloatArray
    came: FloatArray
    weight: FloatArray


def part(shape: Shape, cases: Cases, weight: FloatArray, until: float = np.inf) -> Part:
    """Cases as the fit takes them; what happened after `until` is not known."""
    left = until - cases.began
    z = np.clip((cases.x - shape.mean) / shape.spread, -4.0, 4.0)
    by_habit = apart(shape.mean, shape.spread, z, cases.usual)[:, shape.habit_places]
    z = np.concatenate([z, by_habit], axis=1)
    came = cases.came & (cases.waited <= left)
    used = (left > 0) & (weight > 0)
    return Part(z[used], np.minimum(cases.waited, left)[used], came[used].astype(np.float64), weight[used])


@dataclass(frozen=True, slots=True, eq=False)
class Watched:
    """The cases that reached an interval: what its weights multiply (n, 1 + ...), whether they came in it, and how much
    each counts; an interval half watched counts half. In single precision: weights are told to three digits.
    """

    x: Float32Array
    came: Float32Array
    weight: Float32Array


def watched(shape: Shape, parts: list[Part]) -> list[Watched]:
    """Every interval, as the fit takes it."""
    late, out = shape.late_places, []
    for k, lateness_k in enumerate(lateness(shape.edges)):
        begin, end = shape.edges[k], shape.edges[k + 1]
        rows = []
        for p in parts:
            hit = (p.came > 0) & (p.waited <= end)
            seen = np.where(hit | (p.waited > end), 1.0, (p.waited - begin) / (end - begin))
            used = (p.waited > begin) & (seen > 0.3)
            z = p.z[used]
            x = np.concatenate([np.ones((len(z), 1)), z, z[:, late] * lateness_k], axis=1)
            rows.append(
                (x.astype(np.float32), hit[used].astype(np.float32), (seen * p.weight)[used].astype(np.float32))
            )
        out.append(Watched(*(np.concatenate(column) for column in zip(*rows, strict=True))))
    return out


def _slopes(seen: list[Watched], b: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Gradient and Hessian of the log loss over intervals, at weights `b`."""
    size = len(b)
    gradient, hessian = np.zeros(size), np.zeros((size, size))
    for k, part_k in enumerate(seen):
        place = np.concatenate([[k], np.arange(len(seen), size)])
        chance = 1 / (1 + np.exp(-np.clip(part_k.x @ b[place].astype(np.float32), -30, 30)))
        gradient[place] += part_k.x.T @ (part_k.weight * (chance - part_k.came))
        hessian[np.ix_(place, place)] += (part_k.x * (part_k.weight * chance * (1 - chance))[:, None]).T @ part_k.x
    return gradient, hessian


def fit(shape: Shape, parts: list[Part], centre: FloatArray) -> FloatArray:
    """The weights of one data set: most likely where they lie about `centre` as those of other sets do."""
    seen, b = watched(shape, parts), centre.copy()
    for _ in range(ROUNDS):
        gradient, hessian = _slopes(seen, b)
        step = np.linalg.solve(hessian + np.diag(shape.alike), gradient + shape.alike * (b - centre))
        b = b - np.clip(step, -STEP, STEP)
        if np.abs(step).max() < CLOSE:
            break
    return b


def centre_of(shape: Shape, sets: list[list[Part]]) -> FloatArray:
    r"""What the weights of a new data set are expected to be, from several: a random-effects model.

    Each set has weights of its own, b_s ~ N(m, A^-1), A = diag(`alike`), and m ~ N(0, R^-1): DerSimonian & Laird 1986
    (Control. Clin. Trials 7:177) with whole likelihoods in place of summaries. Where sets disagree, none of them is
    believed as much as its size says, and the level of one set is not taken for the slope of another. With gradient g
    and Hessian H of the log loss at b_s, Newton's step on all of them at once is
        m = (R + sum A - A (H + A)^-1 A)^-1 sum A (H + A)^-1 (H b_s - g),  b_s = (H + A)^-1 (H b_s - g + A m).
    """
    k_all = len(shape.edges) - 1
    alike = np.diag(shape.alike)
    ridge = np.full(len(shape.alike), shape.ridge)
    ridge[:k_all] = LEVEL_RIDGE
    centre = np.where(np.arange(len(ridge)) < k_all, LEVEL_BEGIN, 0.0)
    seen = [watched(shape, parts) for parts in sets]
    own = [centre] * len(sets)
    for _ in range(ROUNDS):
        left, right, solved = np.diag(ridge), np.zeros(len(ridge)), []
        for seen_s, b in zip(seen, own, strict=True):
            gradient, hessian = _slopes(seen_s, b)
            inverse = np.linalg.inv(hessian + alike)
            towards = inverse @ (hessian @ b - gradient)
            left = left + alike - alike @ inverse @ alike
            right = right + alike @ towards
            solved.append((inverse, towards))
        moved = np.asarray(np.linalg.solve(left, right), np.float64)
        own = [
            b + np.clip(towards + inverse @ (alike @ moved) - b, -STEP, STEP)
            for b, (inverse, towards) in zip(own, solved, strict=True)
        ]
        if np.abs(moved - centre).max() < CLOSE:
            break
        centre = moved
    return moved


def as_model(shape: Shape, b: FloatArray) -> Hazard:
    """Fitted weights as the package takes them."""
    k_all, n = len(shape.edges) - 1, len(shape.names)
    late, habit = np.zeros(n), np.zeros(n)
    begin = k_all + n + len(shape.habit)
    habit[shape.habit_places] = b[k_all + n : begin]
    late[shape.late_places] = b[begin:]
    model = Hazard(shape.edges, shape.names, shape.mean, shape.spread, b[:k_all], b[k_all : k_all + n], late, habit)
    return towards_hawkes(model) if HAWKES_COUNT in shape.names else model


def towards_hawkes(model: Hazard, part: float = HAWKES_PART) -> Hazard:
    """The mean of this model and of the Hawkes count alone (log hazard = log count), the count having `part` of it.

    The weights were learned on few and other people; the count needs no labels, and errs elsewhere.
    """
    place = model.names.index(HAWKES_COUNT)
    weight = (1 - part) * model.weight
    weight[place] += part * model.spread[place]
    return replace(model, weight=weight, late=(1 - part) * model.late, habit=(1 - part) * model.habit)


def seen_over_expected(
    model: Hazard,
    cases: Cases,
    until: float = np.inf,
    *,
    since: float = -np.inf,
    weight: FloatArray | None = None,
    pull: float = 0.0,
) -> float:
    """Comebacks seen between two days over those the model expected then; `pull` expected and seen ones are added."""
    total = cumulative(model, cases.x, cases.usual)
    w = np.ones(len(cases)) if weight is None else weight
    begin = np.maximum(since - cases.began, 0.0)
    end = np.minimum(np.minimum(cases.waited, until - cases.began), model.edges[-1])
    used = (end > begin) & (w > 0)
    w, begin, end, total = w[used], begin[used], end[used], total[used]
    came = cases.came[used] & (cases.waited[used] <= end) & (cases.waited[used] > begin)
    expected = w @ (after(model.edges, total, end) - after(model.edges, total, begin))
    return float((pull + w @ came) / (pull + expected))


def logistic(x: FloatArray, y: FloatArray, w: FloatArray, ridge: float = 1e-3) -> FloatArray:
    """Plain L2 logistic regression: intercept first."""
    design = np.concatenate([np.ones((len(x), 1)), x], axis=1)
    b = np.zeros(design.shape[1])
    penalty = np.full(design.shape[1], ridge)
    penalty[0] = 1e-6
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(design @ b, -30, 30)))
        gradient = design.T @ (w * (chance - y)) + penalty * b
        hessian = (design * (w * chance * (1 - chance))[:, None]).T @ design + np.diag(penalty + 1e-9)
        step = np.clip(np.linalg.solve(hessian, gradient), -2, 2)
        b = b - step
        if np.abs(step).max() < 1e-8:
            break
    return b


def said(b: FloatArray, x: FloatArray) -> FloatArray:
    """What a logistic model says."""
    chance: FloatArray = 1 / (1 + np.exp(-np.clip(b[0] + x @ b[1:], -30, 30)))
    return chance


def fit_hawkes(have: Table, until: float, rounds: int = 150) -> Hawkes:
    """The pooled pair Hawkes weights of the acts before `until`, by EM (the likelihood is concave in them)."""
    seen, known = have.seen, have.known
    kept = seen.at < until
    start = starts(seen.pair)
    before = np.flatnonzero(kept & ~start)
    side = seen.side[before].astype(np.int64)
    dt = seen.at[before] - seen.at[before - 1]
    fade = np.exp(-dt[:, None] * BETA)
    tenure = seen.at[before - 1] - seen.at[known.first[before]]
    rate = (known.written[before - 1, side] + 2) / (tenure + dt + 40)
    x = np.concatenate(
        [rate[:, None], have.memory[before - 1, side] * fade, have.memory[before - 1, 1 - side] * fade], axis=1
    )
    # What the weights multiply in the integral of both sides' rates.
    row = np.flatnonzero(kept)
    after = np.minimum(row + 1, len(seen) - 1)
    same = (after > row) & (seen.pair[after] == seen.pair[row])
    span = np.maximum(np.where(same, np.minimum(seen.at[after], until), min(until, seen.until)) - seen.at[row], 0.0)
    age = seen.at[row] - seen.at[known.first[row]]
    usual = (known.written[row].sum(axis=1) + 4) * np.log((age + span + 40) / (age + 40))
    left = (1 - np.exp(-np.maximum(min(until, seen.until) - seen.at[row], 0.0)[:, None] * BETA)) / BETA
    integral = np.concatenate([[usual.sum()], left.sum(axis=0), left.sum(axis=0)])
    weight = np.array([0.5, 0.5, 0.05, 0.01, 0.5, 0.05, 0.01])
    for _ in range(rounds):
        weight = weight * (x / np.maximum(x @ weight, 1e-12)[:, None]).sum(axis=0) / integral
    return Hawkes(float(weight[0]), tuple(weight[1:4].tolist()), tuple(weight[4:7].tolist()))


def clusters(cases: Cases) -> Int64Array:
    """What hangs together: the pair."""
    return cases.pair
