"""Hours over pursuits: your own life first, then where the next hour is worth most."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkaway.core.budget.hours import Pursuit, next_hour, plan_week, waterfill
from walkaway.core.events import FloatArray

AMOUNT = st.floats(0.1, 50)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[FloatArray, FloatArray, float]:
    n = draw(st.integers(1, 8))
    worth, half_time = (draw(st.lists(AMOUNT, min_size=n, max_size=n)) for _ in range(2))
    return np.array(worth), np.array(half_time), draw(st.floats(0, 60))


def test_two_pursuits_by_hand() -> None:
    """12 ln(1 + x) + 8 ln(1 + 2y), x + y = 2: the marginals 12/(1 + x) and 8/(.5 + y) meet at 20 / 3.5."""
    found = waterfill(np.array([12.0, 8.0]), np.array([1.0, 0.5]), 2.0)
    assert found.hours == pytest.approx([1.1, 0.9])
    assert found.marginal == pytest.approx(20 / 3.5)
    assert found.total == pytest.approx(12 * math.log(2.1) + 8 * math.log(2.8))


@given(worlds())
def test_all_hours_are_given_and_none_would_do_better_elsewhere(world: tuple[FloatArray, FloatArray, float]) -> None:
    """The conditions of Karush, Kuhn and Tucker, which are enough here."""
    worth, half_time, hours = world
    found = waterfill(worth, half_time, hours)
    assert found.hours.sum() == pytest.approx(hours, rel=1e-9, abs=1e-9)
    assert (found.hours >= 0).all()
    marginal = worth / (half_time + found.hours)
    assert marginal[found.hours > 1e-9] == pytest.approx(found.marginal, rel=1e-7)
    assert (marginal <= found.marginal * (1 + 1e-9)).all()


@given(worlds(), st.randoms())
def test_the_order_of_the_list_does_not_matter(world: tuple[FloatArray, FloatArray, float], random) -> None:  # type: ignore[no-untyped-def]
    worth, half_time, hours = world
    order = list(range(len(worth)))
    random.shuffle(order)
    found, again = waterfill(worth, half_time, hours), waterfill(worth[order], half_time[order], hours)
    assert again.hours == pytest.approx(found.hours[order], abs=1e-9)


@given(worlds(), st.sampled_from([0.01, 100.0]))
def test_neither_unit_matters(world: tuple[FloatArray, FloatArray, float], unit: float) -> None:
    """Worth in cents, or hours in minutes, gives the same week."""
    worth, half_time, hours = world
    found = waterfill(worth, half_time, hours)
    assert waterfill(worth * unit, half_time, hours).hours == pytest.approx(found.hours, abs=1e-9)
    assert waterfill(worth, half_time * unit, hours * unit).hours / unit == pytest.approx(found.hours, abs=1e-9)


@given(worlds())
def test_a_pursuit_not_worth_its_first_hour_changes_nothing(world: tuple[FloatArray, FloatArray, float]) -> None:
    worth, half_time, hours = world
    found = waterfill(worth, half_time, hours)
    dull = waterfill(np.append(worth, 0.99 * found.marginal * 2.0), np.append(half_time, 2.0), hours)
    assert dull.hours[-1] == 0
    assert dull.hours[:-1] == pytest.approx(found.hours, abs=1e-9)


PURSUITS = (Pursuit("client", 9.0, 2.0), Pursuit("deal", 8.0, 4.0), Pursuit("job", 3.0, 1.0))


def test_your_own_life_comes_first_and_no_pursuit_can_take_from_it() -> None:
    week = plan_week(PURSUITS, 20.0, own_life=0.4)
    assert week.own_life == pytest.approx(8.0)
    assert sum(week.hours.values()) == pytest.approx(12.0)
    greedy = plan_week((*PURSUITS, Pursuit("everything", 1e6, 1.0)), 20.0, own_life=0.4)
    assert greedy.own_life == week.own_life
    assert plan_week((), 20.0, own_life=0.4).own_life == 20.0


@given(st.lists(st.tuples(AMOUNT, AMOUNT, st.floats(0, 20)), min_size=2, max_size=6))
def test_another_pursuit_never_turns_the_order_of_the_next_hour(given_: list[tuple[float, float, float]]) -> None:
    pursuits = tuple(Pursuit(f"p{k}", worth, half) for k, (worth, half, _) in enumerate(given_))
    hours = {f"p{k}": x for k, (_, _, x) in enumerate(given_)}
    everyone = [n.name for n in next_hour(pursuits, hours)]
    assert [n.name for n in next_hour(tuple(reversed(pursuits)), hours)] == everyone
    assert [n.name for n in next_hour(pursuits[1:], hours)] == [name for name in everyone if name != "p0"]


def test_the_next_hour_is_worth_what_it_adds() -> None:
    first, *_ = next_hour(PURSUITS, {"client": 6.0, "deal": 1.0})
    assert first.name == "job"
    assert first.worth == pytest.approx(3 * math.log(2))
    worth = {n.name: n.worth for n in next_hour(PURSUITS, {"client": 6.0})}
    assert worth["client"] == pytest.approx(9 * (math.log(1 + 7 / 2) - math.log(1 + 6 / 2)))


def test_what_cannot_be_shared_is_refused() -> None:
    for worth, half_time, hours in (([], [], 1.0), ([1.0], [0.0], 1.0), ([1.0], [1.0], -1.0), ([1.0], [1.0, 2.0], 1.0)):
        with pytest.raises(ValueError, match="half time"):
            waterfill(np.array(worth), np.array(half_time), hours)
    with pytest.raises(ValueError, match="above 0"):
        Pursuit("client", 0.0, 1.0)
    with pytest.raises(ValueError, match="named once"):
        plan_week((PURSUITS[0], PURSUITS[0]), 10.0)
    with pytest.raises(ValueError, match="from 0 to 1"):
        plan_week(PURSUITS, 10.0, own_life=1.1)
