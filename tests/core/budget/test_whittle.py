"""The Whittle index: closed forms, the definition itself, and a pursuit that has none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkaway.core.budget.whittle import Restless, indexable, lead_of_attending, pursuit, whittle
from walkaway.core.events import FloatArray


def slow_values(of: Restless, subsidy: float) -> FloatArray:
    """The optimal value by plain value iteration."""
    value = np.zeros(len(of.values))
    for _ in range(3000):
        attend = of.values + of.discount * of.attended @ value
        alone = of.kept * of.values + subsidy + of.discount * of.left_alone @ value
        value = np.maximum(attend, alone)
    return value


@st.composite
def pursuits(draw: st.DrawFn) -> Restless:
    values = [1.0, draw(st.floats(0, 0.9)), draw(st.floats(-0.5, 0.2))]
    return pursuit(np.array(values), kept=draw(st.floats(0, 0.9)), discount=draw(st.floats(0.5, 0.97)))


def test_without_movement_the_index_is_what_attending_adds_today() -> None:
    still = Restless(np.array([1.0, 0.3, 0.0]), 0.6, 0.9, np.eye(3), np.eye(3))
    assert whittle(still).index == pytest.approx([0.4, 0.12, 0.0], abs=1e-12)


def test_a_pursuit_worth_winning_back_comes_before_one_that_runs_well() -> None:
    """The measured surprise: coasting .576 above engaged .561 when attending can win it back."""
    found = whittle(pursuit(np.array([1.0, 0.3, 0.0]), kept=0.6, discount=0.9))
    assert found.indexable
    assert found.index[:2] == pytest.approx([0.56139449, 0.57599474], abs=1e-8)


@settings(max_examples=25)
@given(pursuits())
def test_at_the_index_both_are_equally_good(of: Restless) -> None:
    """By the definition, with values from another algorithm."""
    for state, subsidy in enumerate(whittle(of).index):
        value = slow_values(of, float(subsidy))
        attend = of.values + of.discount * of.attended @ value
        alone = of.kept * of.values + subsidy + of.discount * of.left_alone @ value
        assert attend[state] == pytest.approx(alone[state], abs=1e-8)


@settings(max_examples=25)
@given(pursuits(), st.sampled_from([0.01, 100.0]))
def test_the_unit_of_value_does_not_matter(of: Restless, unit: float) -> None:
    found, again = whittle(of), whittle(replace(of, values=of.values * unit))
    assert again.index / unit == pytest.approx(found.index, rel=1e-9, abs=1e-9)
    assert again.indexable == found.indexable


@given(pursuits(), st.permutations(range(3)))
@settings(max_examples=25)
def test_the_order_of_the_states_does_not_matter(of: Restless, order: list[int]) -> None:
    turned = replace(
        of,
        values=of.values[order],
        attended=of.attended[np.ix_(order, order)],
        left_alone=of.left_alone[np.ix_(order, order)],
    )
    assert whittle(turned).index == pytest.approx(whittle(of).index[order], abs=1e-9)


@given(pursuits(), st.floats(-5, 5))
@settings(max_examples=25)
def test_policy_iteration_finds_the_optimal_value(of: Restless, subsidy: float) -> None:
    value = slow_values(of, subsidy)
    attend = of.values + of.discount * of.attended @ value
    alone = of.kept * of.values + subsidy + of.discount * of.left_alone @ value
    assert lead_of_attending(of, np.array([subsidy]))[0] == pytest.approx(attend - alone, abs=1e-7)


def test_a_pursuit_without_an_index_is_found_out() -> None:
    """Here a higher subsidy makes attending better again, in some state: the check must see it."""
    odd = Restless(
        np.array([0.7, 0.2, 0.9]),
        0.1,
        0.9,
        np.array([[0.97, 0.02, 0.01], [0.04, 0.96, 0.0], [0.53, 0.45, 0.02]]),
        np.array([[0.22, 0.01, 0.77], [0.01, 0.81, 0.18], [1.0, 0.0, 0.0]]),
    )
    assert not indexable(odd)
    assert not whittle(odd).indexable


def test_chances_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="sum to 1"):
        Restless(np.ones(2), 0.5, 0.9, np.ones((2, 2)), np.eye(2))
    with pytest.raises(ValueError, match="discount"):
        pursuit(np.ones(3), kept=0.5, discount=1.0)


def test_a_pursuit_worth_nothing_is_worth_no_hour() -> None:
    found = whittle(pursuit(np.zeros(3), kept=0.5, discount=0.9))
    assert found.index == pytest.approx([0, 0, 0], abs=1e-12)
