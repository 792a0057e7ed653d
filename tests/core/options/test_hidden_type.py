"""Stopping with someone who may be coasting: against the exact case, a plain slow solver, and its properties."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkaway.core.options.hidden_type import NEVER_STAY, HiddenType, hidden_type

USUAL = HiddenType(0.8, 0.3, good=1.0, effort=0.1, outside=0.37, discount=0.9, decay=0.02, recovery=0.01)


def slowly(problem: HiddenType, belief: float, periods: int) -> float:
    """V by trying every run of good and bad periods, with stopping at each; after the last one stops."""
    if periods == 0:
        return problem.stopping
    b = np.array([belief])
    chance = float(problem.chance_good(b)[0])
    good, bad = (slowly(problem, float(problem.after(b, good=good)[0]), periods - 1) for good in (True, False))
    on = problem.good * chance - problem.effort + problem.discount * (chance * good + (1 - chance) * bad)
    return max(problem.stopping, on)


@pytest.mark.parametrize("belief", [0.05, 0.2, 0.5, 0.8, 1.0])
def test_against_every_run_of_periods(belief: float) -> None:
    hurried = replace(USUAL, discount=0.4, outside=0.45)
    assert hidden_type(hurried).value(belief) == pytest.approx(slowly(hurried, belief, 13), abs=3e-5)


@settings(max_examples=30, deadline=None)
@given(st.floats(0.3, 0.95), st.floats(0.0, 0.3), st.floats(0.05, 0.6), st.floats(0.5, 0.98))
def test_the_exact_threshold_when_good_news_proves_it(good: float, effort: float, outside: float, beta: float) -> None:
    """p_b = 0, no decay: b* = (W (1 - d) + e) / (v p_g + d p_g (V1 - W)) where that is below 1."""
    problem = HiddenType(good, 0.0, good=1.0, effort=effort, outside=outside, discount=beta)
    best = max(problem.stopping, (good - effort) / (1 - beta))
    exact = (outside + effort) / (good + beta * good * (best - problem.stopping))
    found = hidden_type(problem).stop_below
    assert found == pytest.approx(exact if exact < 1 - 1e-9 else NEVER_STAY, abs=1e-7) or abs(exact - 1) < 1e-9


PROBLEMS = st.builds(
    HiddenType,
    st.floats(0.55, 1.0),
    st.floats(0.0, 0.5),
    good=st.floats(0.5, 3.0),
    effort=st.floats(0.0, 0.4),
    outside=st.floats(-0.2, 1.0),
    discount=st.floats(0.3, 0.98),
    decay=st.one_of(st.just(0.0), st.floats(0.0, 0.3)),
    recovery=st.one_of(st.just(0.0), st.floats(0.0, 0.2)),
)


@settings(max_examples=25, deadline=None)
@given(PROBLEMS)
def test_value_and_threshold_are_in_order(problem: HiddenType) -> None:
    found = hidden_type(problem)
    values = np.array([found.value(b) for b in np.linspace(0, 1, 41)])
    slack = 1e-8 * (1 + np.abs(values).max())
    assert (values >= problem.stopping).all()
    assert (np.diff(values) >= -slack).all()
    assert (np.diff(values, 2) >= -2 * slack).all()
    assert found.stop_below <= found.myopic + 1e-7
    better = hidden_type(replace(problem, outside=problem.outside + 0.05))
    assert better.stop_below >= found.stop_below - 1e-7
    lift = better.value(0.6) - found.value(0.6)
    assert -slack <= lift <= better.problem.stopping - problem.stopping + slack


@settings(max_examples=15, deadline=None)
@given(PROBLEMS, st.floats(0.01, 100))
def test_another_unit_changes_no_threshold(problem: HiddenType, unit: float) -> None:
    told = replace(problem, good=problem.good * unit, effort=problem.effort * unit, outside=problem.outside * unit)
    assert hidden_type(told).stop_below == pytest.approx(hidden_type(problem).stop_below, abs=1e-7)
    assert hidden_type(told).value(0.7) == pytest.approx(
        unit * hidden_type(problem).value(0.7), rel=1e-7, abs=1e-7 * unit
    )


def test_the_ends() -> None:
    assert hidden_type(replace(USUAL, outside=0.0)).stop_below == 0
    assert hidden_type(replace(USUAL, outside=2.0)).stop_below == NEVER_STAY
    assert hidden_type(replace(USUAL, outside=2.0)).myopic == NEVER_STAY
    assert hidden_type(replace(USUAL, outside=2.0)).value(1.0) == pytest.approx(20)


def test_what_cannot_happen_teaches_nothing() -> None:
    sure = replace(USUAL, good_if_engaged=1.0, decay=0.0, recovery=0.0)
    assert sure.after(np.array([1.0]), good=False)[0] == 1.0
    never = replace(USUAL, good_if_coasting=0.0, decay=0.0, recovery=0.0)
    assert never.after(np.array([0.0]), good=True)[0] == 0.0


@pytest.mark.parametrize("column", [{"good_if_coasting": 0.8}, {"good": 0.0}, {"discount": 1.0}, {"decay": 1.5}])
def test_what_is_no_problem_is_refused(column: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"\."):
        replace(USUAL, **column)
