"""Worlds unlike the model: what our policy loses there, beside the one fixed rule that was best over all worlds on
other seeds.

The worlds come from `people.py`, a fifth of each kind; what a person values (effort, asks, outside, how far they
look) is drawn anew for each. Loss is against the best of 200 policies (`family.py`), chosen for each world on lives
of that world that are not counted. Our policy has the default dynamics, the person's values, and is told nothing of
the world. All policies meet the same people. After 13 weeks one more ask is allowed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from studies.regret.family import AllRules, Family, family
from studies.regret.people import ASKS, KINDS, MET, PARTLY, WEEKS, Habits, People, habits, people
from studies.regret.policies import Judged, Policy, of
from studies.regret.worlds import MESH, told

from walkaway.core.events import FloatArray, Int8Array, Int64Array
from walkaway.core.verdict.model import ASK, DEFAULTS, STEP_BACK, Model, draw, walk_value
from walkaway.core.verdict.solve import WALK, solve

WORLDS, EPISODES = 60, 200
ASK_AGAIN = 13

Ours = Callable[[Model], Policy]


@dataclass(frozen=True, slots=True, eq=False)
class Unlike:
    """What policies brought: `ours` (W,), `rules` (W, R), and `tuning` the same on lives not counted; `kinds` (W,)."""

    kinds: tuple[str, ...]
    ours: FloatArray
    rules: FloatArray
    tuning: FloatArray

    @property
    def reference(self) -> FloatArray:
        """The best of the family, tuned per world."""
        return np.asarray(np.take_along_axis(self.rules, self.tuning.argmax(axis=1)[:, None], axis=1)[:, 0])


def lived(crowd: People, life: Int64Array, values: Model, world: Int64Array, policy: Policy) -> FloatArray:
    """What each row brought, (N,): it lives the life `life` of the crowd, by the values of `world`."""
    n = len(life)
    worth, weight = np.zeros(n), np.ones(n)
    row = np.arange(n)
    walk = walk_value(values)
    bonus, until = np.zeros(n), np.zeros(n, np.int64)  # what the last ask lifts, and up to which week
    mended, asked = np.zeros(n, np.bool_), np.zeros(n, np.int64)
    lost = np.zeros(n)
    policy.begin(world, _marks(crowd, 0, life, _engaged(crowd, 0, life, bonus, until, mended, lost)))
    for week in range(WEEKS):
        x = _engaged(crowd, week, life, bonus, until, mended, lost)
        moves = policy.moves() if week < WEEKS - 1 else np.full(len(row), WALK, np.int8)
        goes = moves != WALK
        worth[row[~goes]] += weight[~goes] * walk[world[~goes]]
        if not goes.any():
            break
        if not goes.all():
            policy.keep(goes)
            row, life, world, weight, moves, x = (a[goes] for a in (row, life, world, weight, moves, x))
            bonus, until, mended, asked, lost = (a[goes] for a in (bonus, until, mended, asked, lost))
        worth[row] += weight * _worth(values, world, moves, x)
        asks = moves == ASK
        if asks.any():
            a, k = life[asks], np.minimum(asked[asks], ASKS - 1)
            mended[asks] = crowd.mends[a, k]
            bonus[asks] = crowd.lift[a, k]
            until[asks] = week + np.where(mended[asks], crowd.holds[a, k], crowd.lasts[a, k])
            lost[asks] += crowd.resent[a]
            asked[asks] += 1
        lost += np.where(moves == STEP_BACK, crowd.cools[life], 0.0)
        weight = weight * values.discount[world]
        policy.see(_marks(crowd, week + 1, life, _engaged(crowd, week + 1, life, bonus, until, mended, lost)))
    return worth


def _engaged(
    crowd: People,
    week: int,
    life: Int64Array,
    bonus: FloatArray,
    until: Int64Array,
    mended: np.ndarray,
    lost: FloatArray,
) -> FloatArray:
    """The engagement of this week, 0 to 1."""
    lifted = week <= until
    course = crowd.course[week, life]
    left = np.where(lifted & mended, np.maximum(course, 0.95), course - lost + np.where(lifted, bonus + lost, 0.0))
    return np.asarray(np.clip(left, 0, 1.1) * crowd.factor[week, life])


def _marks(crowd: People, week: int, life: Int64Array, engaged: FloatArray) -> Int8Array:
    """The score of the counted standard, marked as the product marks it."""
    score = np.where(crowd.letter[life], 0.95 * crowd.factor[week, life], engaged) + crowd.noise[week, life]
    return np.where(score >= MET, 0, np.where(score >= PARTLY, 1, 2)).astype(np.int8)


def _worth(values: Model, world: Int64Array, moves: Int8Array, engaged: FloatArray) -> FloatArray:
    """What the week is worth to the person."""
    effort = values.effort[world]
    stay = engaged - effort - np.where(moves == ASK, values.ask_cost[world], 0.0)
    back = values.back_value[world] * engaged - values.back_effort[world] * effort
    return np.where(moves == STEP_BACK, back, stay)


def ours(model: Model) -> Policy:
    """The product's policy."""
    return Judged(model, solve(model, MESH), ASK_AGAIN)


def run(seed: int, worlds: int = WORLDS, episodes: int = EPISODES, policy: Ours | None = ours) -> Unlike:
    """So many worlds, with all policies."""
    rng = np.random.default_rng(seed)
    kinds = tuple(KINDS[k % len(KINDS)] for k in range(worlds))
    values = draw(DEFAULTS, rng, worlds)
    rules = family()
    brought = [
        _world(habits(kind, rng), of(values, np.array([k])), rules, episodes, rng) for k, kind in enumerate(kinds)
    ]
    crowds = [crowd for crowd, _, _ in brought]
    mine = np.zeros(worlds)
    if policy is not None:
        everyone = _joined(crowds)
        of_world = np.repeat(np.arange(worlds), episodes)
        worth = lived(everyone, np.arange(len(of_world)), values, of_world, policy(told(values)))
        mine = worth.reshape(worlds, episodes).mean(axis=1)
    return Unlike(kinds, mine, np.stack([r for _, r, _ in brought]), np.stack([t for _, _, t in brought]))


def _world(
    habit: Habits, values: Model, rules: Family, episodes: int, rng: np.random.Generator
) -> tuple[People, FloatArray, FloatArray]:
    """The people of one world, and what each rule brought with them, and with as many others; both (R,)."""
    counted, others = people(habit, episodes, rng), people(habit, episodes, rng)
    rule = np.repeat(np.arange(len(rules.names)), episodes)
    life = np.tile(np.arange(episodes), len(rules.names))
    alone = np.zeros(len(rule), np.int64)
    found = [
        lived(crowd, life, values, alone, AllRules(rules, rule)).reshape(-1, episodes).mean(axis=1)
        for crowd in (counted, others)
    ]
    return counted, found[0], found[1]


def _joined(crowds: list[People]) -> People:
    """Crowds side by side."""
    return People(
        course=np.concatenate([c.course for c in crowds], axis=1),
        factor=np.concatenate([c.factor for c in crowds], axis=1),
        noise=np.concatenate([c.noise for c in crowds], axis=1),
        letter=np.concatenate([c.letter for c in crowds]),
        lift=np.concatenate([c.lift for c in crowds]),
        lasts=np.concatenate([c.lasts for c in crowds]),
        mends=np.concatenate([c.mends for c in crowds]),
        holds=np.concatenate([c.holds for c in crowds]),
        resent=np.concatenate([c.resent for c in crowds]),
        cools=np.concatenate([c.cools for c in crowds]),
    )
