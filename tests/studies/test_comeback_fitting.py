"""What several data sets have in common: weights that are known come back, and one odd set does not decide."""

from __future__ import annotations

import numpy as np
from studies.comeback.fitting import Part, Shape, centre_of, fit

from walkaway.core.comeback.features import TO_A_STRANGER, strangers
from walkaway.core.events import FloatArray

EDGES = np.array([0.0, 7.0, 30.0])
SHAPE = Shape(EDGES, ("x", "y"), np.zeros(2), np.ones(2), (), (), ridge=1.0)


def made(weights: FloatArray, level: float, n: int, rng: np.random.Generator) -> list[Part]:
    """Cases of which, in each interval, those left come with chance 1 / (1 + exp(-(level + weights z)))."""
    z = rng.normal(size=(n, 2))
    chance = 1 / (1 + np.exp(-(level + z @ weights)))
    first, second = rng.random((2, n)) < chance
    waited = np.where(first, 3.0, np.where(second, 20.0, 40.0))
    return [Part(z, waited, (first | second).astype(np.float64), np.ones(n))]


def test_the_weights_that_made_the_sets_are_found() -> None:
    rng = np.random.default_rng(1)
    sets = [made(np.array([0.8, -0.5]), level, 4_000, rng) for level in (-2.0, -1.0, -1.5)]
    found = centre_of(SHAPE, sets)
    assert np.abs(found[2:] - [0.8, -0.5]).max() < 0.06
    assert np.abs(found[:2] + 1.5).max() < 0.2


def test_levels_apart_are_not_taken_for_a_slope() -> None:
    """A feature that is higher where the level is, and says nothing inside any set."""
    rng = np.random.default_rng(2)
    sets = []
    for level in (-3.0, -2.0, -1.0):
        one = made(np.zeros(2), level, 4_000, rng)[0]
        sets.append([Part(one.z + np.array([level + 2, 0.0]), one.waited, one.came, one.weight)])
    pooled = fit(SHAPE, [part for parts in sets for part in parts], np.zeros(4))
    assert pooled[2] > 0.3
    assert abs(centre_of(SHAPE, sets)[2]) < 0.15


def test_a_set_with_little_stays_with_the_others_and_one_with_much_leaves_them() -> None:
    rng = np.random.default_rng(3)
    centre = np.array([-1.5, -1.5, 0.8, 0.0])
    few, many = (fit(SHAPE, made(np.array([-0.8, 0.0]), -1.5, n, rng), centre) for n in (20, 5_000))
    assert few[2] > 0.3
    assert many[2] < -0.6


def test_what_is_known_of_a_stranger_counts_apart() -> None:
    x = {name: np.array([2.0, 3.0]) for name in TO_A_STRANGER} | {"n_in": np.array([0.0, 1.0])}
    found = strangers(x)
    assert found["never"].tolist() == [1, 0]
    assert all(found[f"never_{name}"].tolist() == [2, 0] for name in TO_A_STRANGER)
