"""The bracket: narrow, finer on request, and what the model must obey inside it in every world.

Each property is held to the printed bracket: what should be the larger may not lie surely below the smaller.
"""

from __future__ import annotations

import itertools
from dataclasses import fields

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from walkaway.core.verdict.bracket import LEVELS, Bracket, Solved
from walkaway.core.verdict.model import ASK, DEFAULTS, GONE, STAY, Model, draw, walk_value
from walkaway.core.verdict.solve import WALK

ALL = (True, True, True, True)
BELIEFS = np.random.default_rng(7).dirichlet([1.0, 1.0, 1.0], 30)
ENGAGED = np.array([1.0, 0.0, 0.0])
# From engaged over coasting to gone in small steps: wherever the move turns, a belief lies near.
STEPS = np.linspace(0, 1, 41)[:, None]
WAY_OUT = np.concatenate(
    [(1 - STEPS) * first + STEPS * last for first, last in ((np.eye(3)[0], np.eye(3)[2]), (np.eye(3)[1], np.eye(3)[2]))]
)
ROUNDING = 1e-9
worlds = st.integers(0, 2**32 - 1).map(lambda seed: draw(DEFAULTS, np.random.default_rng(seed), 1))
few = settings(max_examples=12, deadline=None)


def lower(found: list[Bracket]) -> np.ndarray:
    return np.array([np.nanmax(b.lower) for b in found])


def upper(found: list[Bracket]) -> np.ndarray:
    return np.array([np.nanmax(b.upper) for b in found])


def at(model: Model, beliefs: np.ndarray = BELIEFS, asks_left: int = 1) -> list[Bracket]:
    return Solved(model).brackets(beliefs, asks_left, ALL)


def surely_walks(found: list[Bracket]) -> np.ndarray:
    return np.array([np.nanmax(b.upper[:WALK]) <= b.lower[WALK] for b in found])


def surely_goes_on(found: list[Bracket]) -> np.ndarray:
    return np.array([np.nanmax(b.lower[:WALK]) > b.upper[WALK] + ROUNDING for b in found])


def alone(model: Model, d: int) -> Model:
    return Model(*(getattr(model, f.name)[d : d + 1] for f in fields(Model)))


def test_the_bracket_is_narrow_in_many_worlds() -> None:
    """Median at most .25 %, all at most 1 % of the value (bench/verdict.py does a thousand)."""
    rng = np.random.default_rng(3)
    many = draw(DEFAULTS, rng, 40)
    gaps = []
    for d in range(len(many)):
        belief, asks_left = rng.dirichlet([1.0, 1.0, 1.0]), int(rng.integers(2))
        found = Solved(alone(many, d)).refined(belief, asks_left, ALL, lambda b: b.narrow)
        assert (found.lower[[0, 2, 3]] <= found.upper[[0, 2, 3]]).all()
        gaps.append(found.gap / abs(found.upper[found.best]))
    assert np.median(gaps) <= 0.0025
    assert max(gaps) <= 0.01


def test_finer_levels_only_narrow() -> None:
    solved = Solved(draw(DEFAULTS, np.random.default_rng(4), 1))
    for asks_left in (0, 1):
        levels = [solved.brackets(BELIEFS, asks_left, ALL, level) for level in range(len(LEVELS))]
        for coarse, fine in itertools.pairwise(levels):
            for before, after in zip(coarse, fine, strict=True):
                usable = after.allowed
                assert (after.upper[usable] <= before.upper[usable] + 1e-6).all()
                assert (after.lower[usable] >= before.lower[usable] - 1e-9).all()


def test_what_was_solved_before_changes_no_bracket() -> None:
    used, fresh = Solved(DEFAULTS), Solved(DEFAULTS)
    used.brackets(BELIEFS[:3], 0, ALL, 2)
    used.brackets(BELIEFS[3:5], 1, ALL, 3)
    for ours, theirs in zip(used.brackets(BELIEFS, 1, ALL), fresh.brackets(BELIEFS, 1, ALL), strict=True):
        assert ours.lower.tolist() == theirs.lower.tolist()
        assert ours.upper.tolist() == theirs.upper.tolist()


@few
@given(worlds)
def test_a_bracket_that_decides_names_the_best_move_of_the_finest(world: Model) -> None:
    solved = Solved(world)
    finest = solved.brackets(BELIEFS, 1, ALL, 2)
    for coarse, fine in zip(solved.brackets(BELIEFS, 1, ALL), finest, strict=True):
        if coarse.decides:
            assert fine.best == coarse.best


def test_the_lower_bound_is_what_a_policy_brings() -> None:
    """Always staying, and walking at once, are policies: neither may be worth more."""
    from walkaway.core.verdict.model import rewards, transitions

    for model in (DEFAULTS, DEFAULTS.having(outside=np.array([-1.0]))):
        stay = np.linalg.solve(np.eye(3) - model.discount[0] * transitions(model)[0, STAY], rewards(model)[0, STAY])
        found = at(model)
        assert (upper(found) >= BELIEFS @ stay).all()
        assert (lower(found) >= walk_value(model)[0] - ROUNDING).all()


@few
@given(worlds)
def test_nothing_is_worth_less_than_walking(world: Model) -> None:
    assert (lower(at(world)) >= walk_value(world)[0] - ROUNDING).all()


@few
@given(worlds, st.floats(0.01, 0.2))
def test_a_better_outside_helps_by_no_more_than_itself_and_widens_walking(world: Model, more: float) -> None:
    better = world.having(outside=world.outside + more)
    before, after = at(world, WAY_OUT), at(better, WAY_OUT)
    assert (upper(after) >= lower(before)).all()
    assert (lower(after) - upper(before) <= walk_value(better)[0] - walk_value(world)[0] + ROUNDING).all()
    assert not (surely_walks(before) & surely_goes_on(after)).any()


@few
@given(worlds, st.floats(1.05, 2.0))
def test_more_effort_and_better_comebacks_widen_walking(world: Model, times: float) -> None:
    before = surely_walks(at(world, WAY_OUT))
    often = world.having(comeback=world.comeback * times**3, passes=np.minimum(world.passes * times**2, 0.95))
    for other in (world.having(effort=world.effort * times), often):
        assert not (before & surely_goes_on(at(other, WAY_OUT))).any()


@few
@given(worlds)
def test_one_more_ask_never_hurts_and_a_dear_one_is_never_made(world: Model) -> None:
    assert (upper(at(world)) >= lower(at(world, asks_left=0))).all()
    dear = at(world.having(ask_cost=world.ask_cost + 100))
    assert all(b.best != ASK for b in dear)


@few
@given(worlds, st.floats(1.05, 1.8))
def test_one_who_hears_an_ask_better_is_worth_more(world: Model, times: float) -> None:
    assert (upper(at(world.having(ask_up=world.ask_up * times))) >= lower(at(world))).all()


@few
@given(worlds, st.floats(0.05, 0.9))
def test_hope_raises_the_value_and_starts_nobody_walking(world: Model, by: float) -> None:
    before, after = at(world), at(world, (1 - by) * BELIEFS + by * ENGAGED)
    assert (upper(after) >= lower(before)).all()
    assert not (surely_walks(after) & surely_goes_on(before)).any()


@few
@given(worlds)
def test_the_value_is_convex_in_the_belief(world: Model) -> None:
    left, right = BELIEFS[:15], BELIEFS[15:]
    ends = upper(at(world, BELIEFS))
    assert (lower(at(world, (left + right) / 2)) <= (ends[:15] + ends[15:]) / 2 + ROUNDING).all()


@few
@given(worlds)
def test_who_is_surely_gone_is_left_when_leaving_beats_staying(world: Model) -> None:
    gone = np.eye(3)[[GONE]]
    found = at(world, gone)[0]
    if found.lower[WALK] > found.upper[STAY]:
        assert found.best == WALK


@few
@given(worlds, st.floats(0.01, 1000.0))
def test_another_unit_changes_no_move(world: Model, unit: float) -> None:
    names = ("value", "effort", "ask_cost", "outside", "gain")
    scaled = at(world.having(**{name: unit * getattr(world, name) for name in names}))
    for ours, theirs in zip(scaled, at(world), strict=True):
        np.testing.assert_allclose(ours.lower, unit * theirs.lower, rtol=1e-6)
        assert ours.best == theirs.best or theirs.margin < 1e-6
