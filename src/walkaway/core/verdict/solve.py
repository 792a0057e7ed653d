"""The plan: a model in; the value of each move at any belief, bracketed from both sides, out.

A partially observed decision problem with three hidden states. Upper bound: values on a grid of beliefs, interpolated
linearly between (Lovejoy 1991; the interpolation of a convex function lies above it). Lower bound: the grid's own
policy, run as a controller that steps to the corner beliefs at random with the interpolation weights, is a policy one
could follow, so its exact value is a bound; point-based backups improve it (Pineau, Gordon & Thrun 2003).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from walkaway.core.events import FloatArray, Int64Array
from walkaway.core.verdict.model import ASK, STAY, STEP_BACK, Model, observations, rewards, transitions, walk_value

CERTIFY = ((12, 12), (24, 12), (24, 24), (48, 24))
"""Meshes of the upper and the lower bound, finer until the bracket is narrow."""
_ROUNDS = 60
_BACKUPS = 30
_WALK = 3


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
def _beliefs(mesh: int) -> tuple[FloatArray, Int64Array]:
    """The beliefs (i, j, mesh - i - j) / mesh, (N, 3), and the number of each (i, j), clipped into the triangle."""
    i, j = (x.ravel() for x in np.meshgrid(np.arange(mesh + 1), np.arange(mesh + 1), indexing="ij"))
    inside = i + j <= mesh
    points = np.stack([i, j, mesh - i - j], axis=-1)[inside] / mesh
    number = np.zeros((mesh + 2, mesh + 2), np.int64)
    number[i[inside], j[inside]] = np.arange(len(points))
    return points, number


def _corners(belief: FloatArray, mesh: int) -> tuple[Int64Array, FloatArray]:
    """The three corners of the triangle each belief (..., 3) lies in, and their weights, both (..., 3).

    Squares of (engaged, coasting) are cut along the diagonal from (i + 1, j) to (i, j + 1).
    """
    number = _beliefs(mesh)[1]
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
    corner, weight = _corners(there / np.maximum(chance, 1e-300)[..., None], mesh)
    weight = weight * chance[..., None]
    shape = (corner.shape[0], 3, corner.shape[3], 9)
    return np.moveaxis(corner, 2, 3).reshape(shape), np.moveaxis(weight, 2, 3).reshape(shape)


def solve(model: Model, mesh: int) -> Plan:
    """All problems of the model on one mesh, by policy iteration (Howard 1960): without an ask left, then with one."""
    joint = np.einsum("dast,datm->damst", transitions(model), observations(model))
    reward, walk = rewards(model), walk_value(model)
    points = _beliefs(mesh)[0]
    now = np.einsum("das,ns->dan", reward, points)
    corner, weight = _ahead(joint, np.broadcast_to(points, (len(model), *points.shape)), mesh)
    weight *= model.discount[:, None, None, None]
    d = np.arange(len(model))[:, None, None, None]
    start = np.broadcast_to(walk[:, None], (len(model), len(points)))
    still, policy0 = _iterate(now, corner, weight, walk, start, asked=None)
    asked = now[:, ASK] + (still[d, corner[:, ASK : ASK + 1]] * weight[:, ASK : ASK + 1]).sum(axis=-1)[:, 0]
    best, policy1 = _iterate(now, corner, weight, walk, still, asked=asked)
    return Plan(mesh, np.stack([still, best]), np.stack([policy0, policy1]), joint, reward, model.discount, walk)


def _iterate(
    now: FloatArray,
    corner: Int64Array,
    weight: FloatArray,
    walk: FloatArray,
    start: FloatArray,
    asked: FloatArray | None,
) -> tuple[FloatArray, Int64Array]:
    """The fixed point V = max(walk, stay, step back, asked) on the grid, (D, N), and its policy.

    Problems drop out as their policy stands still.
    """
    count, n = start.shape
    value, policy = np.array(start), np.full((count, n), -1)
    todo = np.arange(count)
    moves = np.array([STAY, STEP_BACK])
    for _ in range(_ROUNDS):
        d = np.arange(len(todo))[:, None, None, None]
        ahead = (value[todo][d, corner[todo][:, moves]] * weight[todo][:, moves]).sum(axis=-1)
        q = np.full((len(todo), 4, n), -np.inf)
        q[:, moves] = now[todo][:, moves] + ahead
        q[:, _WALK] = walk[todo, None]
        if asked is not None:
            q[:, ASK] = asked[todo]
        best = q.argmax(axis=1)
        # A tie of rounding must not turn the policy round and round.
        old = np.maximum(policy[todo], 0)
        kept = np.take_along_axis(q, old[:, None], axis=1)[:, 0] >= q.max(axis=1) - 1e-12
        best = np.where((policy[todo] >= 0) & kept, old, best)
        moving = (best != policy[todo]).any(axis=1)
        policy[todo] = best
        todo, best, q = todo[moving], best[moving], q[moving]
        if not len(todo):
            break
        value[todo] = _evaluate(
            now[todo], corner[todo], weight[todo], walk[todo], best, asked if asked is None else asked[todo]
        )
    return value, policy


def _evaluate(
    now: FloatArray,
    corner: Int64Array,
    weight: FloatArray,
    walk: FloatArray,
    policy: Int64Array,
    asked: FloatArray | None,
) -> FloatArray:
    """The value of following `policy` (D, N) for ever: (I - P) V = r."""
    count, n = policy.shape
    move = np.minimum(policy, STEP_BACK)[:, None, :, None]
    goes_on = (policy != _WALK) & (policy != ASK)
    to = np.take_along_axis(corner, move, axis=1)[:, 0]
    by = np.take_along_axis(weight, move, axis=1)[:, 0] * goes_on[..., None]
    row = np.arange(count * n).reshape(count, n, 1) * n + to
    matrix = np.bincount(row.ravel(), by.ravel(), count * n * n).reshape(count, n, n)
    reward = np.take_along_axis(now, move[..., 0], axis=1)[:, 0]
    if asked is not None:
        reward = np.where(policy == ASK, asked, reward)
    reward = np.where(policy == _WALK, walk[:, None], reward)
    return np.asarray(np.linalg.solve(np.eye(n) - matrix, reward[..., None])[..., 0])


def move_values(plan: Plan, belief: FloatArray, asks_left: int) -> FloatArray:
    """Stay, ask, step back, walk at beliefs (D, B, 3): (D, B, 4), one exact look-ahead onto the upper bound.

    Asking is NaN without an ask left.
    """
    now = np.einsum("das,dbs->dab", plan.reward, belief)
    corner, weight = _ahead(plan.joint, belief, plan.mesh)
    d = np.arange(len(belief))[:, None, None, None]
    later = np.stack([plan.grid[asks_left], plan.grid[0], plan.grid[asks_left]], axis=1)  # an ask is spent
    ahead = (later[d, np.arange(3)[None, :, None, None], corner] * weight).sum(axis=-1)
    q = np.full((*belief.shape[:2], 4), np.nan)
    q[..., :3] = np.moveaxis(now + plan.discount[:, None, None] * ahead, 1, 2)
    q[..., _WALK] = plan.walk[:, None]
    if not asks_left:
        q[..., ASK] = np.nan
    return q


def certified(model: Model, belief: FloatArray, asks_left: int, *, narrow: float = 0.0) -> tuple[float, FloatArray]:
    """A lower bound of the value of one problem at belief (3,), and upper bounds of its four moves.

    The meshes are refined until the bracket from the lower bound to the best move's upper bound is `narrow` wide.
    """
    plans: dict[int, Plan] = {}
    lower, below_done = -np.inf, 0
    values = np.zeros(4)
    for above, below in CERTIFY:
        for mesh in (above, below):
            if mesh not in plans:
                plans[mesh] = solve(model, mesh)
        values = move_values(plans[above], belief[None, None], asks_left)[0, 0]
        if below != below_done:
            lower, below_done = max(lower, _lower(plans[below], 0, belief, asks_left)), below
        if np.nanmax(values) - lower <= narrow:
            break
    return min(lower, float(np.nanmax(values))), values


def _lower(plan: Plan, d: int, belief: FloatArray, asks_left: int) -> float:
    followed = _controller(plan, d, 0, None)
    without = _improved(plan, d, followed, None)
    if not asks_left:
        return float(_backup(plan, d, belief[None], without, None)[0].max())
    start = np.concatenate([without, _controller(plan, d, 1, followed)])
    return float(_backup(plan, d, belief[None], _improved(plan, d, start, without), without)[0].max())


def _controller(plan: Plan, d: int, asks_left: int, spent: FloatArray | None) -> FloatArray:
    """The value by hidden state, (N, 3), of the grid's policy followed from each grid belief."""
    points = _beliefs(plan.mesh)[0]
    n = len(points)
    policy = plan.policy[asks_left, d]
    corner, weight = _controller_steps(plan, d)
    matrix = np.zeros((n, 3, n, 3))
    reward = np.zeros((n, 3))
    for move in (STAY, ASK, STEP_BACK):
        nodes = np.flatnonzero(policy == move)
        if not len(nodes):
            continue
        reward[nodes] = plan.reward[d, move]
        joint = plan.discount[d] * plan.joint[d, move]  # marks, from, to
        for mark in range(3):
            for k in range(3):
                to, by = corner[move, nodes, mark, k], weight[move, nodes, mark, k]
                if move == ASK:
                    assert spent is not None
                    reward[nodes] += by[:, None] * (spent[to] @ joint[mark].T)
                else:
                    matrix[nodes, :, to, :] += by[:, None, None] * joint[mark]
    reward[policy == _WALK] = plan.walk[d]
    size = 3 * n
    return np.asarray(
        np.linalg.solve(np.eye(size) - matrix.reshape(size, size), reward.reshape(size)).reshape(n, 3), np.float64
    )


def _controller_steps(plan: Plan, d: int) -> tuple[Int64Array, FloatArray]:
    """Corners and weights after each move and mark from each grid belief: (3 moves, N, 3 marks, 3)."""
    points = _beliefs(plan.mesh)[0]
    there = np.einsum("ns,amst->anmt", points, plan.joint[d])
    return _corners(there / np.maximum(there.sum(axis=-1, keepdims=True), 1e-300), plan.mesh)


def _improved(plan: Plan, d: int, vectors: FloatArray, spent: FloatArray | None) -> FloatArray:
    """Value vectors (K, 3) after a few point-based backups at the grid beliefs; no belief gets worse."""
    points = _beliefs(plan.mesh)[0]
    for _ in range(_BACKUPS):
        values, backed = _backup(plan, d, points, vectors, spent)
        best = backed[values.argmax(axis=0), np.arange(len(points))]
        gained = (points * best).sum(axis=1) - (points @ vectors.T).max(axis=1)
        vectors = np.concatenate([vectors[np.unique((points @ vectors.T).argmax(axis=1))], best[gained > 0]])
        if gained.max() < 1e-6:
            break
    return vectors


def _backup(
    plan: Plan, d: int, belief: FloatArray, vectors: FloatArray, spent: FloatArray | None
) -> tuple[FloatArray, FloatArray]:
    """One exact look-ahead at beliefs (B, 3) onto value vectors: values (4 moves, B) and their vectors (4, B, 3).

    `spent` are the vectors after the ask; None when none is left, and then asking is minus infinity.
    """
    values = np.full((4, len(belief)), -np.inf)
    backed = np.full((4, len(belief), 3), -np.inf)
    for move in (STAY, ASK, STEP_BACK):
        after = spent if move == ASK else vectors
        if after is None:
            continue
        ahead = np.einsum("mst,kt->mks", plan.joint[d, move], after)  # marks, vectors, from
        chosen = (belief @ ahead.transpose(0, 2, 1)).argmax(axis=-1)  # marks, beliefs
        total = plan.reward[d, move] + plan.discount[d] * sum(ahead[mark, chosen[mark]] for mark in range(3))
        backed[move], values[move] = total, (belief * total).sum(axis=1)
    backed[_WALK], values[_WALK] = plan.walk[d], plan.walk[d]
    return values, backed
