r"""A pursuit whose state moves with and without you in; what an hour in it is worth in each state (Whittle index) out.

Whittle (1988): pay a subsidy \lambda for every period in which the pursuit is left alone. The index of a state is the
subsidy at which attending and leaving alone are equally good there, with the optimal value V under that same subsidy:

    v_s + b (P_1 V)_s = r v_s + \lambda + b (P_0 V)_s

v = `values` per period, r = `kept` (the share of it that comes without you), b = `discount` per period,
P_1 = `attended`, P_0 = `left_alone` (rows: from, columns: to). The index means something only if the states in which
attending is better shrink as the subsidy rises (indexable); that is checked, not assumed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.events import BoolArray, FloatArray

ATTENDED = np.array([[0.97, 0.03, 0.0], [0.25, 0.70, 0.05], [0.02, 0.08, 0.90]])
LEFT_ALONE = np.array([[0.90, 0.08, 0.02], [0.05, 0.85, 0.10], [0.0, 0.02, 0.98]])
"""How engaged, coasting and gone move in a week. Assumptions, not fitted; to be shown as such."""
SUBSIDIES = np.linspace(-30.0, 30.0, 1201)
"""Checked for indexability, times the largest value of the pursuit: -30 to 30 by .05 of it."""
CLEARLY = 1e-9
"""Attending is better only by more than this, times the largest value: the rest is rounding."""
_HALVINGS = 60
_ROUNDS = 50


@dataclass(frozen=True, slots=True, eq=False)
class Restless:
    """A pursuit that moves whether or not you attend to it. Units: value per period."""

    values: FloatArray
    kept: float
    discount: float
    attended: FloatArray
    left_alone: FloatArray

    def __post_init__(self) -> None:
        n = len(self.values)
        for moves in (self.attended, self.left_alone):
            if moves.shape != (n, n) or (moves < 0).any() or not np.allclose(moves.sum(axis=1), 1, atol=1e-9):
                raise ValueError("moves: a row of chances that sum to 1 for each state")
        if not 0 < self.discount < 1:
            raise ValueError("the discount per period lies between 0 and 1")


@dataclass(frozen=True, slots=True, eq=False)
class Whittle:
    """What attending is worth in each state, value per period. Without `indexable` the numbers rank nothing."""

    index: FloatArray
    indexable: bool


def pursuit(values: FloatArray, *, kept: float, discount: float) -> Restless:
    """A pursuit that is engaged, coasting or gone, moving by the assumed chances."""
    return Restless(np.asarray(values, np.float64), kept, discount, ATTENDED, LEFT_ALONE)


def whittle(of: Restless) -> Whittle:
    """The index of each state, by bisection on its subsidy, and whether the pursuit has one at all."""
    states = np.arange(len(of.values))
    # Two lives differ by at most the best and the worst period for ever: beyond that a subsidy has decided everywhere.
    far = 2 * (1 + abs(of.kept)) * (_scale(of) or 1.0) / (1 - of.discount)
    low, high = np.full(len(states), -far), np.full(len(states), far)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        better = lead_of_attending(of, middle)[states, states] > 0
        low, high = np.where(better, middle, low), np.where(better, high, middle)
    return Whittle((low + high) / 2, indexable(of))


def indexable(of: Restless, subsidies: FloatArray | None = None) -> bool:
    """Whether a rising subsidy only ever turns states from attending to leaving alone, on the subsidies looked at."""
    looked_at = SUBSIDIES * _scale(of) if subsidies is None else subsidies
    attending: BoolArray = lead_of_attending(of, looked_at) > CLEARLY * _scale(of)
    return not (attending[1:] & ~attending[:-1]).any()


def lead_of_attending(of: Restless, subsidy: FloatArray) -> FloatArray:
    """By how much attending beats leaving alone, (subsidies, states), under the optimal value of each subsidy.

    Policy iteration (Howard 1960) for all subsidies at once.
    """
    n, count = len(of.values), len(subsidy)
    alone = of.kept * of.values + subsidy[:, None]
    attend = np.broadcast_to(of.values, (count, n))
    policy = attend > alone
    lead = np.zeros((count, n))
    for _ in range(_ROUNDS):
        moves = np.where(policy[..., None], of.attended, of.left_alone)
        reward = np.where(policy, attend, alone)
        value = np.linalg.solve(np.eye(n) - of.discount * moves, reward[..., None])[..., 0]
        lead = (attend - alone) + of.discount * value @ (of.attended - of.left_alone).T
        # A tie of rounding must not turn the policy round and round.
        better = np.where(np.abs(lead) <= 1e-13 * (1 + np.abs(value)), policy, lead > 0)
        if (better == policy).all():
            break
        policy = better
    return lead


def _scale(of: Restless) -> float:
    return float(np.abs(of.values).max())
