"""Worlds built like the model: how many weeks of fully met standards each policy loses against the best possible one.

Worlds are drawn from the model's own wide priors (`draw`). A life is simulated week by week: state, move, next
state, mark. All policies live the same lives: the same uniform numbers move the states and make the marks. The
optimum is our planner with the world's own parameters, on the exact belief (untempered, and knowing what an ask or
a step back does).

Each policy's worth is counted twice. Plainly: rewards along the life. And by the martingale control variate: for
any function V of the exact belief b, worth = V(b0) + E sum of d^t (Q(b_t, a_t) - V(b_t)), Q one look-ahead onto V
(Henderson & Glynn 2002; the performance difference of Kakade & Langford 2002). With V the solved value, what is
summed is what each move gives away, so that the luck of the life drops out. It is exact for every V; a poor V only
costs precision. After `WEEKS` weeks whoever is still there walks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from studies.regret.policies import Judged, Policy, Rule, valued

from walkaway.core.events import BoolArray, FloatArray, Int8Array, Int64Array
from walkaway.core.verdict.model import ASK, COASTING, DEFAULTS, ENGAGED, GONE, STAY, Model, draw
from walkaway.core.verdict.solve import WALK, Plan, corners, solve

WORLDS, EPISODES, WEEKS = 36, 400, 140
MESH = 12
"""Of the plans that policies follow, as in the product; the optimum and its control variate use twice that."""
VALUES = ("effort", "ask_cost", "back_value", "back_effort", "outside", "gain")
"""What a person can say; also what coasting is worth, and how far they look ahead."""
OFF = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Lost:
    """What each policy lost per world, (P, W), in weeks at target; `plain` the same without the control variate.

    `optimum` (W,) is what the best possible policy brings.
    """

    names: tuple[str, ...]
    regret: FloatArray
    plain: FloatArray
    optimum: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Luck:
    """The uniform numbers of all lives: (WEEKS + 1, N) for the states, and for the marks."""

    states: FloatArray
    marks: FloatArray


class Knowing:
    """Policies that know the world's dynamics: the exact belief, and a rule on it."""

    def __init__(self, model: Model, plan: Plan) -> None:
        self._model, self._plan = model, plan
        self.begun = False

    def begin(self, world: Int64Array, marks: Int8Array) -> None:
        """The first mark meets the prior as it is."""
        weighed = self._model.prior[world] * self._model.seen[world, :, marks]
        self.world, self.belief = world, weighed / weighed.sum(axis=1, keepdims=True)
        self.asks = np.ones(len(world), np.int64)
        self.last = np.zeros(len(world), np.int8)

    def moves(self) -> Int8Array:
        """The best of the four by the plan."""
        return self.went(valued(self._plan, self.world, self.belief, self.asks).argmax(axis=1).astype(np.int8))

    def went(self, moves: Int8Array) -> Int8Array:
        """What was done."""
        self.asks = np.where(moves == ASK, 0, self.asks)
        self.last = moves
        return moves

    def see(self, marks: Int8Array) -> None:
        """Bayes, with the dynamics of the move that was made."""
        there = np.einsum("ns,nst->nt", self.belief, self._plan.joint[self.world, self.last, marks])
        self.belief = there / there.sum(axis=1, keepdims=True)

    def keep(self, rows: BoolArray) -> None:
        """Only these go on."""
        self.world, self.belief = self.world[rows], self.belief[rows]
        self.asks, self.last = self.asks[rows], self.last[rows]


class Myopic(Knowing):
    """Stays while the coming week is worth more than a week outside."""

    def moves(self) -> Int8Array:
        """The coming week against one outside."""
        week = (self._plan.reward[self.world, STAY] * self.belief).sum(axis=1)
        outside = ((1 - self._plan.discount) * self._plan.walk)[self.world]
        return self.went(np.where(week >= outside, STAY, WALK).astype(np.int8))


class Doubting(Knowing):
    """Walks when they are engaged with a chance under a quarter."""

    def moves(self) -> Int8Array:
        """The threshold."""
        return self.went(np.where(self.belief[:, ENGAGED] >= 0.25, STAY, WALK).astype(np.int8))


def told(world: Model, factor: Mapping[str, FloatArray] | None = None) -> Model:
    """Our model as a person of that world would use it: default dynamics, their values, off by the factors if given."""
    by = {name: np.ones(len(world)) for name in (*VALUES, "coasting", "horizon")} | dict(factor or {})
    share = np.clip(world.value[:, COASTING] * by["coasting"], 0.0, 0.98)
    horizon = np.maximum(by["horizon"] / (1 - world.discount), 4.0)
    return DEFAULTS.repeat(len(world)).having(
        value=np.stack([world.value[:, ENGAGED], share, world.value[:, GONE]], axis=-1),
        discount=1 - 1 / horizon,
        **{name: getattr(world, name) * by[name] for name in VALUES},
    )


def off(worlds: int, rng: np.random.Generator) -> dict[str, FloatArray]:
    """Every value off by up to 30 % to either side, each on its own."""
    return {name: rng.uniform(1 - OFF, 1 + OFF, worlds) for name in (*VALUES, "coasting", "horizon")}


def far_off(worlds: int, rng: np.random.Generator) -> dict[str, FloatArray]:
    """The harder reading: every value 30 % too high or 30 % too low, by the toss of a coin."""
    return {name: 1 + OFF * rng.choice([-1.0, 1.0], worlds) for name in (*VALUES, "coasting", "horizon")}


def policies(world: Model, rng: np.random.Generator, best: Plan) -> dict[str, Policy]:
    """All that are compared, the best possible one first."""
    n = len(world)
    own, wrong, very = told(world), told(world, off(n, rng)), told(world, far_off(n, rng))
    return {
        "optimum": Knowing(world, best),
        "model, true parameters": Judged(world, solve(world, MESH)),
        "model, default dynamics, true values": Judged(own, solve(own, MESH)),
        "model, default dynamics, values off up to 30 %": Judged(wrong, solve(wrong, MESH)),
        "model, default dynamics, all values off by 30 %": Judged(very, solve(very, MESH)),
        "P(engaged) < .25, true dynamics": Doubting(world, best),
        "2 misses in a row": Rule(2, 2),
        "3 misses of 5": Rule(3, 5),
        "myopic, true dynamics": Myopic(world, best),
        "ask after 1 miss, walk on the next": Rule(1, 1, ask_first=True),
        "walk at 1 miss": Rule(1, 1),
        "leave now": Rule(0, 1),
        "never leave": Rule(2, 1),
    }


def lived(world: Model, best: Plan, policy: Policy, luck: Luck, of_world: Int64Array) -> tuple[FloatArray, FloatArray]:
    """What each life brought under the policy: by the control variate, and plainly, both (N,)."""
    exact = Knowing(world, best)
    seen = np.cumsum(np.stack([world.seen, world.seen_asked, world.seen], axis=1), axis=-1)
    onward = np.cumsum(best.joint.sum(axis=2), axis=-1)  # worlds, moves, from, to
    row = np.arange(len(of_world))
    state = _drawn(np.cumsum(world.prior, axis=1)[of_world], luck.states[0])
    mark = _drawn(seen[of_world, STAY, state], luck.marks[0])
    exact.begin(of_world, mark)
    policy.begin(of_world, mark)
    value = _value(best, exact)
    worth, plain = value.copy(), np.zeros(len(of_world))
    weight = np.ones(len(of_world))
    for week in range(1, WEEKS + 1):
        w = exact.world
        moves = policy.moves() if week < WEEKS else np.full(len(row), WALK, np.int8)
        gives = valued(best, w, exact.belief, exact.asks)[np.arange(len(row)), moves]
        worth[row] += weight * (gives - value)
        stays = moves != WALK
        plain[row[~stays]] += weight[~stays] * best.walk[w[~stays]]
        plain[row[stays]] += weight[stays] * best.reward[w[stays], moves[stays], state[stays]]
        if not stays.any():
            break
        exact.went(moves)
        if not stays.all():
            exact.keep(stays)
            policy.keep(stays)
            row, state, weight, moves, w = row[stays], state[stays], weight[stays], moves[stays], w[stays]
        state = _drawn(onward[w, moves, state], luck.states[week, row])
        mark = _drawn(seen[w, moves, state], luck.marks[week, row])
        exact.see(mark)
        policy.see(mark)
        weight = weight * best.discount[w]
        value = _value(best, exact)
    return worth, plain


def _drawn(cumulative: FloatArray, uniform: FloatArray) -> Int8Array:
    return np.asarray(np.minimum((uniform[:, None] >= cumulative).sum(axis=1), 2), np.int8)


def _value(best: Plan, exact: Knowing) -> FloatArray:
    """The solved value at the exact belief of every life."""
    corner, weight = corners(exact.belief, best.mesh)
    return np.asarray((best.grid[exact.asks[:, None], exact.world[:, None], corner] * weight).sum(axis=1))


def regrets(seed: int, worlds: int = WORLDS, episodes: int = EPISODES) -> Lost:
    """One block of worlds, all policies."""
    rng = np.random.default_rng(seed)
    world = draw(DEFAULTS, rng, worlds)
    best = solve(world, 2 * MESH, solve(world, MESH))
    of_world = np.repeat(np.arange(worlds), episodes)
    luck = Luck(rng.random((WEEKS + 1, len(of_world))), rng.random((WEEKS + 1, len(of_world))))
    found = {
        name: [x.reshape(worlds, episodes).mean(axis=1) for x in lived(world, best, policy, luck, of_world)]
        for name, policy in policies(world, rng, best).items()
    }
    top = found.pop("optimum")
    return Lost(
        tuple(found),
        np.stack([top[0] - worth for worth, _ in found.values()]),
        np.stack([top[1] - plain for _, plain in found.values()]),
        top[0],
    )


def together(blocks: list[Lost]) -> Lost:
    """Several blocks as one."""
    return Lost(
        blocks[0].names,
        np.concatenate([b.regret for b in blocks], axis=1),
        np.concatenate([b.plain for b in blocks], axis=1),
        np.concatenate([b.optimum for b in blocks]),
    )
