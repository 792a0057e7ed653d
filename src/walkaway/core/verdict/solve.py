"""The plan: a model in; an upper bound of what each move is worth at any belief, on a grid, out.

A partially observed decision problem with three hidden states. Values on a grid of beliefs, interpolated linearly
between, lie above the true ones, because these are convex (Lovejoy 1991). `bracket.py` bounds them from below.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from walkaway.core.events import BoolArray, FloatArray, Int64Array
from walkaway.core.verdict.model import ASK, STAY, STEP_BACK, Model, observations, rewards, transitions, walk_value

WALK = 3
_ROUNDS = 60
_SWEPT_FROM = 24
"""Above this mesh the matrices of policy iteration cost more than sweeps from a coarser solution."""
_SWEEPS, _STILL = 1000, 1e-8
_AT_ONCE = 2000
"""Beliefs looked ahead from at a time: as many as stay in the processor's cache."""


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """D solved problems: `grid` (2 for asks left 0 and 1, D, N) holds the upper bound on the beliefs of the mesh.

    `joint` (D, 3 moves, 3 marks, 3 from, 3 to) = P(to and mark | from, move); `reward` (D, 3 moves, 3 states);
    `walk` (D,); `policy` like `grid`, the best move at each belief (3 = walk).
    """

    mesh: int
    grid: FloatArray
    policy: Int64Array
    joint: FloatArray
    reward: FloatArray
    discount: FloatArray
    walk: FloatArray


@lru_cache(maxsize=8)
def beliefs(mesh: int) -> tuple[FloatArray, Int64Array]:
    """The beliefs (i, j, mesh - i - j) / mesh, (N, 3), and the number of each (i, j), clipped into the triangle."""
    i, j = (x.ravel() for x in np.meshgrid(np.arange(mesh + 1), np.arange(mesh + 1), indexing="ij"))
    inside = i + j <= mesh
    points = np.stack([i, j, mesh - i - j], axis=-1)[inside] / mesh
    number = np.zeros((mesh + 2, mesh + 2), np.int64)
    number[i[inside], j[inside]] = np.arange(len(points))
    return points, number


def corners(belief: FloatArray, mesh: int) -> tuple[Int64Array, FloatArray]:
    """The three corners of the triangle each belief (..., 3) lies in, and their weights, both (..., 3).

    Squares of (engaged, coasting) are cut along the diagonal from (i + 1, j) to (i, j + 1).
    """
    number = beliefs(mesh)[1]
    x, y = belief[..., 0] * mesh, belief[..., 1] * mesh
    i = np.clip(np.floor(x + 1e-12), 0, mesh).astype(np.int64)
    j = np.clip(np.floor(y + 1e-12), 0, mesh - i).astype(np.int64)
    fx, fy = np.clip(x - i, 0, 1), np.clip(y - j, 0, 1)
    above = (fx + fy > 1) & (i + j + 2 <= mesh)
    first = np.where(above, number[i + 1, j + 1], number[i, j])
    corner = np.stack([first, number[i + 1, j], number[i, j + 1]], axis=-1)
    weight = np.stack(
        [np.where(above, fx + fy - 1, 1 - fx - fy), np.where(above, 1 - fy, fx), np.where(above, 1 - fx, fy)], axis=-1
    )
    weight = np.maximum(weight, 0.0)
    return corner, np.asarray(weight / weight.sum(axis=-1, keepdims=True))


def _ahead(joint: FloatArray, belief: FloatArray, mesh: int) -> tuple[Int64Array, FloatArray]:
    """Where each move leads from beliefs (D, N, 3): corners and weights, (D, 3 moves, N, 3 marks * 3 corners).

    The weights carry the chance of the mark, so that a value ahead is one weighted sum over corners.
    """
    there = np.einsum("dns,damst->damnt", belief, joint, optimize=True)
    chance = there.sum(axis=-1)
    corner, weight = corners(there / np.maximum(chance, 1e-300)[..., None], mesh)
    weight = weight * chance[..., None]
    shape = (corner.shape[0], 3, corner.shape[3], 9)
    return np.moveaxis(corner, 2, 3).reshape(shape), np.moveaxis(weight, 2, 3).reshape(shape)


def solve(model: Model, mesh: int, near: Plan | None = None) -> Plan:
    """All problems of the model on one mesh: without an ask left, then with one.

    Policy iteration (Howard 1960). `near`, a plan of like problems on the same or a coarser mesh, is where it starts;
    very fine meshes need one (of the same problems), and are swept from it (Puterman & Shin 1978): the sweeps come
    down from above, so that wherever they end they are an upper bound.
    """
    joint = np.einsum("dast,datm->damst", transitions(model), observations(model))
    reward, walk = rewards(model), walk_value(model)
    points = beliefs(mesh)[0]
    now = np.einsum("das,ns->dan", reward, points)
    corner, weight = _ahead(joint, np.broadcast_to(points, (len(model), *points.shape)), mesh)
    weight *= model.discount[:, None, None, None]
    begin = None if near is None else interpolated(near, points)
    start = np.broadcast_to(walk[:, None] if begin is None else begin[0], now[:, 0].shape)
    goes_on = _Onward(now[:, ::STEP_BACK], corner[:, ::STEP_BACK], weight[:, ::STEP_BACK], walk)
    fixed_point = _iterate if mesh <= _SWEPT_FROM else _swept
    still, policy0 = fixed_point(goes_on, start, None)
    d = np.arange(len(model))[:, None, None]
    asked = now[:, ASK] + (still[d, corner[:, ASK]] * weight[:, ASK]).sum(axis=-1)
    start = still if begin is None else np.broadcast_to(begin[1], now[:, 0].shape)
    best, policy1 = fixed_point(goes_on, start, asked)
    return Plan(mesh, np.stack([still, best]), np.stack([policy0, policy1]), joint, reward, model.discount, walk)


@dataclass(frozen=True, slots=True, eq=False)
class _Onward:
    """Staying and stepping back, the two moves that lead on to where as many asks are left, at every grid belief.

    `now` (D, 2, N) is what the week is worth, `corner` and `weight` (D, 2, N, 9) where it leads, discounted;
    `walk` (D,).
    """

    now: FloatArray
    corner: Int64Array
    weight: FloatArray
    walk: FloatArray

    def only(self, problems: BoolArray) -> _Onward:
        return _Onward(self.now[problems], self.corner[problems], self.weight[problems], self.walk[problems])

    def values(self, value: FloatArray, asked: FloatArray | None) -> FloatArray:
        """All four moves, (D, 4, N), when `value` is what follows; an ask that is not left is minus infinity."""
        d = np.arange(len(value))[:, None, None, None]
        q = np.full((len(value), 4, value.shape[1]), -np.inf)
        q[:, [STAY, STEP_BACK]] = self.now + (value[d, self.corner] * self.weight).sum(axis=-1)
        q[:, WALK] = self.walk[:, None]
        if asked is not None:
            q[:, ASK] = asked
        return q


def _iterate(onward: _Onward, start: FloatArray, asked: FloatArray | None) -> tuple[FloatArray, Int64Array]:
    """The fixed point V = max(walk, stay, step back, asked) on the grid, (D, N), and its policy.

    Problems drop out as their policy stands still.
    """
    value, policy = np.array(start), np.full(start.shape, -1)
    todo = np.arange(len(start))
    for _ in range(_ROUNDS):
        q = onward.values(value[todo], asked)
        best = q.argmax(axis=1)
        # A tie of rounding must not turn the policy round and round.
        old = policy[todo]
        kept = np.take_along_axis(q, np.maximum(old, 0)[:, None], axis=1)[:, 0] >= q.max(axis=1) - 1e-12
        best = np.where((old >= 0) & kept, old, best)
        moving = (best != old).any(axis=1)
        if not moving.all():
            todo, best, onward = todo[moving], best[moving], onward.only(moving)
            asked = asked if asked is None else asked[moving]
        if not len(todo):
            break
        policy[todo] = best
        value[todo] = _evaluate(onward, best, asked)
    return value, policy


def _swept(onward: _Onward, start: FloatArray, asked: FloatArray | None) -> tuple[FloatArray, Int64Array]:
    """As `_iterate`, by sweeps over the grid from an upper bound."""
    value = start
    q = onward.values(value, asked)
    for _ in range(_SWEEPS):
        before, value = value, q.max(axis=1)
        q = onward.values(value, asked)
        if np.abs(value - before).max() < _STILL:
            break
    return value, q.argmax(axis=1)


def _evaluate(onward: _Onward, policy: Int64Array, asked: FloatArray | None) -> FloatArray:
    """The value of following `policy` (D, N) for ever: (I - P) V = r."""
    count, n = policy.shape
    place = (policy == STEP_BACK).astype(np.int64)[:, None]
    goes_on = (policy == STAY) | (policy == STEP_BACK)
    to = np.take_along_axis(onward.corner, place[..., None], axis=1)[:, 0]
    by = np.take_along_axis(onward.weight, place[..., None], axis=1)[:, 0] * goes_on[..., None]
    row = np.arange(count * n).reshape(count, n, 1) * n + to
    matrix = -np.bincount(row.ravel(), by.ravel(), count * n * n).reshape(count, n, n)
    matrix[:, np.arange(n), np.arange(n)] += 1
    reward = np.take_along_axis(onward.now, place, axis=1)[:, 0]
    if asked is not None:
        reward = np.where(policy == ASK, asked, reward)
    reward = np.where(policy == WALK, onward.walk[:, None], reward)
    return np.asarray(np.linalg.solve(matrix, reward[..., None])[..., 0])


def interpolated(plan: Plan, belief: FloatArray) -> FloatArray:
    """The upper bound at beliefs (B, 3): (2 for asks left, D, B)."""
    corner, weight = corners(belief, plan.mesh)
    return np.asarray((plan.grid[:, :, corner] * weight).sum(axis=-1))


def move_values(plan: Plan, belief: FloatArray, asks_left: int) -> FloatArray:
    """Stay, ask, step back, walk at beliefs (D, B, 3): (D, B, 4), one exact look-ahead onto the upper bound.

    Asking is NaN without an ask left.
    """
    q = np.full((*belief.shape[:2], 4), np.nan)
    # An ask is spent. The grid is laid out as a square, so that a corner is found by adding to a place.
    later = np.stack([plan.grid[asks_left], plan.grid[0], plan.grid[asks_left]], axis=1)
    square = later[:, :, beliefs(plan.mesh)[1].ravel()]
    many = max(1, _AT_ONCE // belief.shape[1])
    for first in range(0, len(belief), many):
        some = slice(first, first + many)
        now = np.matmul(belief[some], plan.reward[some].transpose(0, 2, 1))
        ahead = _value_ahead(plan.joint[some], square[some], belief[some], plan.mesh)
        q[some, :, :3] = now + plan.discount[some, None, None] * ahead
    q[..., WALK] = plan.walk[:, None]
    if not asks_left:
        q[..., ASK] = np.nan
    return q


def _value_ahead(joint: FloatArray, square: FloatArray, belief: FloatArray, mesh: int) -> FloatArray:
    """What follows each move from beliefs (D, N, 3), on average over the marks, (D, N, 3 moves).

    As `corners` has it, and in one pass: `square` (D, 3 moves, (mesh + 2) ** 2) are the values on the grid, and the
    number of (i, j) in it is i (mesh + 2) + j.
    """
    count, n = belief.shape[:2]
    there = np.matmul(belief, joint.transpose(0, 3, 1, 2, 4).reshape(count, 3, 27)).reshape(count, n, 3, 3, 3)
    chance = there.sum(axis=-1)
    scale = mesh / np.maximum(chance, 1e-300)
    x, y = there[..., 0] * scale, there[..., 1] * scale
    i = np.minimum((x + 1e-12).astype(np.int64), mesh)
    j = np.minimum((y + 1e-12).astype(np.int64), mesh - i)
    x -= i
    y -= j
    above = (x + y > 1) & (i + j + 2 <= mesh)
    side = mesh + 2
    place = i * side + j + np.arange(3 * count).reshape(count, 1, 3, 1) * side**2
    value = square.ravel()
    held = np.abs(x + y - 1) * value[place + np.where(above, side + 1, 0)]
    held += np.where(above, 1 - y, x) * value[place + side]
    held += np.where(above, 1 - x, y) * value[place + 1]
    return np.asarray((chance * held).sum(axis=-1))
