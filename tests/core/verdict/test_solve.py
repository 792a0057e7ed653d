"""The plan against a slow solver, and the properties it must have in every world."""

from __future__ import annotations

import numpy as np
import pytest

from walkaway.core.verdict.model import ASK, DEFAULTS, Model, comeback_value, draw, ever_back, walk_value
from walkaway.core.verdict.solve import certified, move_values, solve

WORLDS = 24
BELIEFS = np.random.default_rng(7).dirichlet([1.0, 1.0, 1.0], 40)
TOLERANCE = 0.03
"""The width of the bracket on the mesh used here, in weeks at target."""


@pytest.fixture(scope="module")
def worlds() -> Model:
    return draw(DEFAULTS, np.random.default_rng(3), WORLDS)


def values(model: Model, asks_left: int = 1, mesh: int = 12) -> np.ndarray:
    beliefs = np.broadcast_to(BELIEFS, (len(model), *BELIEFS.shape))
    return move_values(solve(model, mesh), beliefs, asks_left)


def best(model: Model, asks_left: int = 1) -> np.ndarray:
    return np.asarray(np.nanmax(values(model, asks_left), axis=-1))


def walks(model: Model) -> np.ndarray:
    return np.asarray(np.nanargmax(values(model), axis=-1) == 3)


def slow_values(model: Model, mesh: int, asks_left: int) -> np.ndarray:
    """Value iteration on the same grid, belief by belief, as truth/README describes it."""
    from walkaway.core.verdict.model import observations, rewards, transitions

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
    from dataclasses import fields

    together = values(worlds)
    for d in (0, 5, 17):
        alone = Model(*(getattr(worlds, f.name)[d : d + 1] for f in fields(worlds)))
        np.testing.assert_allclose(values(alone)[0], together[d], atol=1e-9)


def test_the_bracket_is_narrow_and_holds_in_many_worlds(worlds: Model) -> None:
    """Median at most .25 %, all at most 1 % of the value (bench/verdict.py does a thousand)."""
    from dataclasses import fields

    rng = np.random.default_rng(1)
    gaps = []
    for d in range(WORLDS):
        one = Model(*(getattr(worlds, f.name)[d : d + 1] for f in fields(worlds)))
        lower, ours = certified(one, rng.dirichlet([1.0, 1.0, 1.0]), int(rng.integers(2)), narrow=0.02)
        upper = float(np.nanmax(ours))
        assert lower <= upper
        gaps.append((upper - lower) / abs(upper))
    assert np.median(gaps) <= 0.0025
    assert max(gaps) <= 0.01


def test_a_finer_mesh_lowers_the_upper_bound_and_never_crosses_the_lower() -> None:
    belief = np.array([0.3, 0.5, 0.2])
    uppers = [float(np.nanmax(move_values(solve(DEFAULTS, m), belief[None, None], 1))) for m in (6, 12, 24)]
    lower, _ = certified(DEFAULTS, belief, 1, narrow=0.02)
    assert uppers[0] >= uppers[1] >= uppers[2] >= lower


def test_a_better_outside_helps_and_widens_walking(worlds: Model) -> None:
    better = worlds.having(outside=worlds.outside + 0.05)
    gain = best(better) - best(worlds)
    assert (gain >= -1e-9).all()
    assert (gain <= (walk_value(better) - walk_value(worlds))[:, None] + TOLERANCE).all()
    assert (walks(better) >= walks(worlds)).mean() > 0.999


def test_more_effort_and_better_comebacks_widen_walking(worlds: Model) -> None:
    for other in (worlds.having(effort=worlds.effort * 1.3), worlds.having(comeback=worlds.comeback * 1.5)):
        assert (walks(other) >= walks(worlds)).mean() > 0.999


def test_one_more_ask_never_hurts_and_a_dear_one_is_never_made(worlds: Model) -> None:
    assert (best(worlds, 1) >= best(worlds, 0) - 1e-9).all()
    dear = worlds.having(ask_cost=worlds.ask_cost + 100)
    assert (np.nanargmax(values(dear), axis=-1) != ASK).all()


def test_hope_raises_the_value(worlds: Model) -> None:
    """Belief moved towards engaged: the value rises and nobody starts to walk."""
    closer = 0.9 * BELIEFS + 0.1 * np.array([1.0, 0.0, 0.0])
    beliefs = np.broadcast_to(closer, (len(worlds), *closer.shape))
    nearer = move_values(solve(worlds, 12), beliefs, 1)
    assert (np.nanmax(nearer, axis=-1) >= best(worlds) - 1e-9).all()
    assert not ((np.nanargmax(nearer, axis=-1) == 3) & ~walks(worlds)).any()


def test_the_value_is_convex_in_the_belief(worlds: Model) -> None:
    plan = solve(worlds, 12)
    left, right = BELIEFS[:20], BELIEFS[20:]

    def at(b: np.ndarray) -> np.ndarray:
        return np.asarray(np.nanmax(move_values(plan, np.broadcast_to(b, (len(worlds), *b.shape)), 1), axis=-1))

    assert (at((left + right) / 2) <= (at(left) + at(right)) / 2 + TOLERANCE).all()


def test_another_currency_changes_no_move(worlds: Model) -> None:
    money = worlds.having(
        **{name: 100 * getattr(worlds, name) for name in ("value", "effort", "ask_cost", "outside", "gain")}
    )
    np.testing.assert_allclose(values(money), 100 * values(worlds), rtol=1e-9)


def test_the_comeback_option_is_its_series() -> None:
    d, h, a, m, g = 0.97, 0.05, 0.05, 0.3, 5.0
    series = sum(d**k * ((1 - h) * (1 - a)) ** (k - 1) * h * m * g for k in range(1, 3000))
    assert float(comeback_value(DEFAULTS)[0]) == pytest.approx(series, abs=1e-12)
    chances = [((1 - h) * (1 - a)) ** (k - 1) * h for k in range(1, 3000)]
    assert ever_back(h, a) == pytest.approx(sum(chances), abs=1e-12)
    assert ever_back(h, a, 8) == pytest.approx(sum(chances[:8]), abs=1e-12)


def test_draws_stay_possible_and_ordered() -> None:
    drawn = draw(DEFAULTS, np.random.default_rng(2), 2000)
    for rows in (drawn.seen, drawn.seen_asked):
        np.testing.assert_allclose(rows.sum(axis=-1), 1)
        assert (rows[:, 0, 0] >= rows[:, 1, 0]).all()
        assert (rows[:, 1, 0] >= rows[:, 2, 0]).all()
    assert ((drawn.outside >= 0.2) & (drawn.outside <= 0.5)).all()
    assert ((drawn.discount > 0.8) & (drawn.discount < 1)).all()
