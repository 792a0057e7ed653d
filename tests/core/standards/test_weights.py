"""Weights from a ranking and from swing points."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkaway.core.standards.weights import by_rank, rank_order_centroid, rank_reciprocal, rank_sum, swing

POINTS = st.lists(st.floats(0.5, 100), min_size=1, max_size=12)


def test_three_ranked_standards_by_hand() -> None:
    assert rank_order_centroid(3) == pytest.approx([11 / 18, 5 / 18, 2 / 18])
    assert rank_sum(3) == pytest.approx([3 / 6, 2 / 6, 1 / 6])
    assert rank_reciprocal(3) == pytest.approx([6 / 11, 3 / 11, 2 / 11])


@pytest.mark.parametrize("weights", [rank_order_centroid, rank_sum, rank_reciprocal])
@pytest.mark.parametrize("n", [1, 2, 7, 24])
def test_every_rule_falls_with_the_rank_and_sums_to_one(weights, n: int) -> None:  # type: ignore[no-untyped-def]
    found = weights(n)
    assert found.sum() == pytest.approx(1)
    assert (np.diff(found) < 0).all()


def test_the_centroid_is_the_mean_of_all_weights_in_that_order() -> None:
    """Weights drawn evenly from the simplex and sorted: their mean is what the formula says."""
    draws = np.sort(np.random.default_rng(4).dirichlet(np.ones(4), 40_000), axis=1)[:, ::-1]
    assert rank_order_centroid(4) == pytest.approx(draws.mean(axis=0), abs=0.005)


@given(POINTS, st.sampled_from([0.01, 100.0]))
def test_swing_weights_do_not_know_the_unit(points: list[float], unit: float) -> None:
    assert swing(np.array(points) * unit) == pytest.approx(swing(np.array(points)), rel=1e-12)


@given(POINTS, st.randoms())
def test_swing_weights_go_with_their_standard_not_with_its_place(points: list[float], random) -> None:  # type: ignore[no-untyped-def]
    order = list(range(len(points)))
    random.shuffle(order)
    assert (swing(np.array(points)[order]) == swing(np.array(points))[order]).all()


def test_names_in_order_get_their_weights() -> None:
    assert by_rank(("pay", "place")) == pytest.approx({"pay": 0.75, "place": 0.25})


def test_what_is_no_ranking_is_refused() -> None:
    for wrong in ([], [1.0, 0.0], [-1.0], [float("inf")], [[1.0]]):
        with pytest.raises(ValueError, match="swing points"):
            swing(np.array(wrong))
    with pytest.raises(ValueError, match="at least one"):
        rank_sum(0)
    with pytest.raises(ValueError, match="once"):
        by_rank(("pay", "pay"))
