"""The plan against a slow solver, and against itself from another start, in another unit, in another company."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from walkaway.core.verdict.model import (
    ASK,
    DEFAULTS,
    Model,
    comeback_value,
    draw,
    ever_back,
    observations,
    rewards,
    transitions,
    walk_value,
)
from walkaway.core.verdict.solve import beliefs, interpolated, move_values, solve

WORLDS = 24
BELIEFS = np.random.default_rng(7).dirichlet([1.0, 1.0, 1.0], 40)


@pytest.fixture(scope="module")
def worlds() -> Model:
    return draw(DEFAULTS, np.random.default_rng(3), WORLDS)


def values(model: Model, asks_left: int = 1, mesh: int = 12) -> np.ndarray:
    beliefs = np.broadcast_to(BELIEFS, (len(model), *BELIEFS.shape))
    return move_values(solve(model, mesh), beliefs, asks_left)


def slow_values(model: Model, mesh: int, asks_left: int) -> np.ndarray:
    """Value iteration on the same grid, belief by belief, as truth/README describes it."""
    moved, seen, reward = transitions(model)[0], observations(model)[0], rewards(model)[0]
    discount, walk = float(model.discount[0]), float(walk_value(model)[0])
    grid = {(i, j): walk for i in range(mesh + 1) for j in range(mesh + 1 - i)}

    def interpolated(value: dict[tuple[int, int], float], belief: np.ndarray) -> float:
        x, y = belief[0] * mesh, belief[1] * mesh
        i, j = min(int(x + 1e-12), mesh), min(int(y + 1e-12), mesh)
        fx, fy = x - i, y - j
        if fx + fy <= 1 + 1e-12:
            corners = [((i, j), 1 - fx - fy), ((i + 1, j), fx), ((i, j + 1), fy)]
        else:
            corners = [((i + 1, j + 1), fx + fy - 1), ((i + 1, j), 1 - fy), ((i, j + 1), 1 - fx)]
        return float(sum(value[c] * w for c, w in corners if abs(w) > 1e-12))

    def ahead(value: dict[tuple[int, int], float], belief: np.ndarray, move: int) -> float:
        total = float(belief @ reward[move])
        for mark in range(3):
            joint = (belief @ moved[move]) * seen[move][:, mark]
            total += discount * joint.sum() * interpolated(value, joint / joint.sum())
        return total

    def fixed(asked: dict[tuple[int, int], float] | None) -> dict[tuple[int, int], float]:
        value = dict(grid)
        for _ in range(2000):
            new = {}
            for i, j in value:
                b = np.array([i, j, mesh - i - j]) / mesh
                options = [walk, ahead(value, b, 0), ahead(value, b, 2)]
                new[i, j] = max(options if asked is None else [*options, asked[i, j]])
            if max(abs(new[k] - value[k]) for k in new) < 1e-10:
                break
            value = new
        return value

    without = fixed(None)
    final = without
    if asks_left:
        asked = {(i, j): ahead(without, np.array([i, j, mesh - i - j]) / mesh, ASK) for i, j in grid}
        final = fixed(asked)
    asking = [ahead(without, b, ASK) if asks_left else np.nan for b in BELIEFS[:6]]
    return np.array([[ahead(final, b, 0), q, ahead(final, b, 2), walk] for b, q in zip(BELIEFS, asking, strict=False)])


@pytest.mark.parametrize("asks_left", [0, 1])
def test_policy_iteration_is_the_slow_value_iteration(asks_left: int) -> None:
    fast = move_values(solve(DEFAULTS, 4), BELIEFS[None, :6], asks_left)[0]
    np.testing.assert_allclose(fast, slow_values(DEFAULTS, 4, asks_left), atol=1e-7)


def test_problems_side_by_side_do_not_mix(worlds: Model) -> None:
    together = values(worlds)
    for d in (0, 5, 17):
        alone = Model(*(getattr(worlds, f.name)[d : d + 1] for f in fields(worlds)))
        np.testing.assert_allclose(values(alone)[0], together[d], atol=1e-9)


def test_where_the_solver_starts_changes_nothing(worlds: Model) -> None:
    other = solve(draw(DEFAULTS, np.random.default_rng(9), 1), 6)
    beliefs = np.broadcast_to(BELIEFS, (len(worlds), *BELIEFS.shape))
    for asks_left in (0, 1):
        np.testing.assert_allclose(
            move_values(solve(worlds, 12, other), beliefs, asks_left), values(worlds, asks_left), atol=1e-9
        )


def test_the_finest_mesh_is_swept_to_the_same_fixed_point_from_above() -> None:
    """One more sweep over the whole grid moves nothing, and no value lies above the coarser mesh's."""
    coarse = solve(DEFAULTS, 24, solve(DEFAULTS, 12))
    fine = solve(DEFAULTS, 48, coarse)
    points = beliefs(48)[0]
    for asks_left in (0, 1):
        again = np.nanmax(move_values(fine, points[None], asks_left)[0], axis=-1)
        np.testing.assert_allclose(again, fine.grid[asks_left, 0], atol=1e-7)
        assert (fine.grid[asks_left, 0] <= interpolated(coarse, points)[asks_left, 0] + 1e-7).all()


def test_another_currency_changes_no_move(worlds: Model) -> None:
    money = worlds.having(
        **{name: 100 * getattr(worlds, name) for name in ("value", "effort", "ask_cost", "outside", "gain")}
    )
    ours, theirs = values(money), 100 * values(worlds)
    np.testing.assert_allclose(ours, theirs, rtol=1e-9)
    np.testing.assert_array_equal(ours.argmax(axis=-1), theirs.argmax(axis=-1))


def test_the_comeback_option_is_its_series() -> None:
    d, h, a, m, g = 0.97, 0.05, 0.05, 0.3, 5.0
    series = sum(d**k * ((1 - h) * (1 - a)) ** (k - 1) * h * m * g for k in range(1, 3000))
    assert float(comeback_value(DEFAULTS)[0]) == pytest.approx(series, abs=1e-12)
    chances = [((1 - h) * (1 - a)) ** (k - 1) * h for k in range(1, 3000)]
    assert ever_back(h, a) == pytest.approx(sum(chances), abs=1e-12)
    assert ever_back(h, a, 8) == pytest.approx(sum(chances[:8]), abs=1e-12)


def test_draws_stay_possible_and_ordered() -> None:
    drawn = draw(DEFAULTS, np.random.default_rng(2), 2000)
    moves = transitions(drawn)
    assert (moves >= 0).all()
    np.testing.assert_allclose(moves.sum(axis=-1), 1)
    for rows in (drawn.seen, drawn.seen_asked):
        np.testing.assert_allclose(rows.sum(axis=-1), 1)
        assert (rows[:, 0, 0] >= rows[:, 1, 0]).all()
        assert (rows[:, 1, 0] >= rows[:, 2, 0]).all()
    assert ((drawn.outside >= 0.2) & (drawn.outside <= 0.5)).all()
    assert ((drawn.discount > 0.8) & (drawn.discount < 1)).all()
