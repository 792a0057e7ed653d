"""The certificate: a model in; every move's value at a belief, held between two bounds, out.

From above the grid of `solve.py`. From below two things that nobody can do better than: the grid's own policy, run as a
controller that steps to the corner beliefs at random with the interpolation weights, is a policy one could follow, so
its exact value is a bound; backups at single beliefs improve it (Pineau, Gordon & Thrun 2003).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from walkaway.core.events import BoolArray, FloatArray, Int64Array
from walkaway.core.verdict.model import ASK, STAY, STEP_BACK, Model
from walkaway.core.verdict.solve import WALK, Plan, beliefs, corners, move_values, solve

MESHES = (6, 12, 24, 48)
"""Each is solved from the one before."""
LEVELS = ((12, 12, 0), (24, 12, 30), (24, 24, 6), (48, 24, 6))
"""Finer and finer: the mesh above, the mesh of the beliefs backed up below, and how many backups."""
NARROW = 0.0025
"""A bracket this wide, as a share of the value, is narrow enough to print."""
LARGEST_GAP = 0.01
"""A bracket wider than this, or than half the margin between the two best moves, decides nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Bracket:
    """Bounds of stay, ask, step back, walk, (4,) each; NaN where a move is not possible. `allowed` may be given.

    `best` is the allowed move whose upper bound is highest, `gap` its width, `margin` its lead over the second.
    """

    lower: FloatArray
    upper: FloatArray
    allowed: BoolArray

    @property
    def best(self) -> int:
        return int(np.where(self.allowed, self.upper, -np.inf).argmax())

    @property
    def gap(self) -> float:
        return float(self.upper[self.best] - self.lower[self.best])

    @property
    def margin(self) -> float:
        first, second = np.sort(self.upper[self.allowed])[::-1][:2]
        return float(first - second)

    @property
    def narrow(self) -> bool:
        return self.gap <= NARROW * abs(float(self.upper[self.best]))

    @property
    def decides(self) -> bool:
        """Within half the margin the best move's lower bound lies above all other upper bounds: it is the best."""
        return bool(deciding(self.lower[None], self.upper[None], self.allowed)[1][0])


def deciding(lower: FloatArray, upper: FloatArray, allowed: BoolArray) -> tuple[Int64Array, BoolArray]:
    """The best allowed move at each of B beliefs, and whether its bracket decides, from bounds (B, 4); both (B,)."""
    usable = np.where(allowed & ~np.isnan(upper), upper, -np.inf)
    best = usable.argmax(axis=1)
    row = np.arange(len(best))
    first = usable[row, best]
    gap = first - lower[row, best]
    usable[row, best] = -np.inf
    margin = first - usable.max(axis=1)
    return best, np.asarray(gap <= np.minimum(LARGEST_GAP * np.abs(first), margin / 2))


class Solved:
    """One problem, solved as finely as it is asked about. What was solved is kept; no answer depends on the order."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._plans: dict[int, Plan] = {}
        self._below: dict[tuple[int, int, int], FloatArray] = {}
        self._ahead: dict[tuple[int, int, int], FloatArray] = {}

    def plan(self, mesh: int) -> Plan:
        """The upper bound on one of the meshes."""
        if mesh not in self._plans:
            at = MESHES.index(mesh)
            near = self.plan(MESHES[at - 1]) if at else None
            self._plans[mesh] = solve(self._model, mesh, near)
        return self._plans[mesh]

    def refined(
        self, belief: FloatArray, asks_left: int, allowed: tuple[bool, ...], until: Callable[[Bracket], bool]
    ) -> Bracket:
        """The bracket at one belief (3,), as fine as it need be, or as it goes."""
        found = self.brackets(belief[None], asks_left, allowed)[0]
        for level in range(1, len(LEVELS)):
            if until(found):
                break
            found = self.brackets(belief[None], asks_left, allowed, level)[0]
        return found

    def brackets(self, belief: FloatArray, asks_left: int, allowed: tuple[bool, ...], level: int = 0) -> list[Bracket]:
        """The brackets at beliefs (B, 3), all of one level."""
        lower, upper = self.bounds(belief, asks_left, level)
        usable = np.array(allowed) & ~np.isnan(upper)
        return [Bracket(*both) for both in zip(lower, upper, usable, strict=True)]

    def bounds(self, belief: FloatArray, asks_left: int, level: int = 0) -> tuple[FloatArray, FloatArray]:
        """What the brackets hold, as columns: lower and upper, (B, 4) each."""
        above, mesh, rounds = LEVELS[level]
        plan = self.plan(above)
        upper = move_values(plan, belief[None], asks_left)[0]
        lower = np.full_like(upper, np.nan)
        for move in (STAY, ASK, STEP_BACK) if asks_left else (STAY, STEP_BACK):
            ahead = self._look_ahead(mesh, rounds, 0 if move == ASK else asks_left)[move]
            best = np.matmul(belief, ahead).max(axis=-1).sum(axis=0)
            lower[:, move] = belief @ plan.reward[0, move] + plan.discount[0] * best
        lower[:, WALK] = plan.walk[0]
        # Rounding may put an exact bound a hair above the other. (NaN stays NaN.)
        return np.minimum(lower, upper), upper

    def _look_ahead(self, mesh: int, rounds: int, asks_left: int) -> FloatArray:
        """The value vectors one week ahead, (3 moves, 3 marks, 3 from, K)."""
        key = (mesh, rounds, asks_left)
        if key not in self._ahead:
            joint = self.plan(mesh).joint[0]
            self._ahead[key] = np.einsum("amst,kt->amsk", joint, self._vectors(mesh, rounds, asks_left))
        return self._ahead[key]

    def _vectors(self, mesh: int, rounds: int, asks_left: int) -> FloatArray:
        """Values by hidden state, (K, 3), of ways to go on: whatever the state, one could do this well."""
        key = (mesh, rounds, asks_left)
        if key not in self._below:
            spent = self._vectors(mesh, rounds, 0) if asks_left else None
            coarser = [(m, r) for _, m, r in LEVELS if (m, r) < (mesh, rounds)]
            start = self._vectors(*max(coarser), asks_left) if coarser else self._followed(asks_left)
            self._below[key] = _improved(self.plan(mesh), start, spent, rounds)
        return self._below[key]

    def _followed(self, asks_left: int) -> FloatArray:
        plan = self.plan(LEVELS[0][1])
        without = _controller(plan, 0, None)
        return np.concatenate([without, _controller(plan, 1, without)]) if asks_left else without


def _controller(plan: Plan, asks_left: int, spent: FloatArray | None) -> FloatArray:
    """The value by hidden state, (N, 3), of the grid's policy followed from each grid belief.

    `spent` (N, 3) is the value of following it from there once the ask is made.
    """
    points = beliefs(plan.mesh)[0]
    n = len(points)
    policy = plan.policy[asks_left, 0]
    there = np.einsum("ns,amst->anmt", points, plan.joint[0])
    corner, weight = corners(there / np.maximum(there.sum(axis=-1, keepdims=True), 1e-300), plan.mesh)
    matrix = np.zeros((n, 3, n, 3))
    reward = np.zeros((n, 3))
    for move in (STAY, ASK, STEP_BACK):
        nodes = np.flatnonzero(policy == move)
        reward[nodes] = plan.reward[0, move]
        joint = plan.discount[0] * plan.joint[0, move]  # marks, from, to
        for mark in range(3):
            for k in range(3):
                to, by = corner[move, nodes, mark, k], weight[move, nodes, mark, k]
                if move != ASK:
                    matrix[nodes, :, to, :] += by[:, None, None] * joint[mark]
                elif spent is not None:
                    reward[nodes] += by[:, None] * (spent[to] @ joint[mark].T)
    reward[policy == WALK] = plan.walk[0]
    size = 3 * n
    return np.asarray(np.linalg.solve(np.eye(size) - matrix.reshape(size, size), reward.reshape(size)).reshape(n, 3))


def _improved(plan: Plan, vectors: FloatArray, spent: FloatArray | None, rounds: int) -> FloatArray:
    """Value vectors (K, 3) after some backups at the grid beliefs; at none of these do they get worse."""
    points = beliefs(plan.mesh)[0]
    for _ in range(rounds):
        values, backed = _backup(plan, points, vectors, spent)
        best = backed[values.argmax(axis=0), np.arange(len(points))]
        held = points @ vectors.T
        gained = values.max(axis=0) - held.max(axis=1)
        vectors = np.concatenate([vectors[np.unique(held.argmax(axis=1))], best[gained > 0]])
        if gained.max() < 1e-6:
            break
    return vectors


def _backup(
    plan: Plan, belief: FloatArray, vectors: FloatArray, spent: FloatArray | None
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
        ahead = np.einsum("mst,kt->mks", plan.joint[0, move], after)  # marks, vectors, from
        chosen = (belief @ ahead.transpose(0, 2, 1)).argmax(axis=-1)  # marks, beliefs
        total = plan.reward[0, move] + plan.discount[0] * sum(ahead[mark, chosen[mark]] for mark in range(3))
        backed[move], values[move] = total, (belief * total).sum(axis=1)
    backed[WALK], values[WALK] = plan.walk[0], plan.walk[0]
    return values, backed
