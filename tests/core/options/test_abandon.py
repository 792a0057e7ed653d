"""Leaving something that drifts: the trigger solves its own equation, and noise means patience."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkaway.core.options.abandon import Exit, exit_triggers


def triggers(volatility: float = 0.2, *, drift: float = 0.0, exit_cost: float = 0.0) -> Exit:
    return exit_triggers(rate=0.05, drift=drift, volatility=volatility, running_cost=1.0, exit_cost=exit_cost)


@given(st.floats(0.02, 0.8), st.floats(-0.1, 0.04), st.floats(-3, 10))
def test_one_waits_longer_than_the_naive_rule(volatility: float, drift: float, exit_cost: float) -> None:
    found = triggers(volatility, drift=drift, exit_cost=exit_cost)
    assert found.leave < found.naive


@given(st.floats(0.05, 0.5), st.floats(1.05, 2.0))
def test_the_more_it_moves_the_longer_one_waits(volatility: float, more: float) -> None:
    assert triggers(volatility * more).leave < triggers(volatility).leave
    assert triggers(volatility * more).enter > triggers(volatility).enter


def test_at_the_trigger_staying_and_leaving_meet_smoothly() -> None:
    """V(P) = P/(r-m) - C/r + A P^x2; value matching and smooth pasting at the trigger leave no freedom but A."""
    rate, drift, vol, cost, leaving = 0.05, 0.01, 0.3, 1.0, 2.0
    p = exit_triggers(rate=rate, drift=drift, volatility=vol, running_cost=cost, exit_cost=leaving).leave
    x = 0.5 - drift / vol**2 - ((drift / vol**2 - 0.5) ** 2 + 2 * rate / vol**2) ** 0.5
    a = -1 / ((rate - drift) * x * p ** (x - 1))
    assert p / (rate - drift) - cost / rate + a * p**x == pytest.approx(-leaving, abs=1e-10)


def test_leaving_that_costs_more_than_staying_for_ever_is_never_right() -> None:
    assert triggers(exit_cost=25.0).leave < 0


@pytest.mark.parametrize("drift", [0.05, 0.1])
def test_a_flow_that_grows_as_fast_as_the_rate_has_no_worth(drift: float) -> None:
    with pytest.raises(ValueError, match="above the drift"):
        triggers(drift=drift)
