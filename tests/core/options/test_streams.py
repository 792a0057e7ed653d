"""Offers that come one by one: against value iteration, closed forms and every order there is."""

from __future__ import annotations

import math
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkaway.core.options.distributions import Discrete, Exponential, Lognormal, Normal, Uniform, beta_binomial
from walkaway.core.options.horizon import values_to_go
from walkaway.core.options.mccall import looking
from walkaway.core.options.secretary import by_rank, full_information, full_information_wins


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.floats(0, 50), min_size=1, max_size=6),
    st.floats(0, 30),
    st.floats(0.5, 0.95),
    st.floats(0.0, 1.0),
)
def test_mccall_is_what_value_iteration_comes_to(
    wages: list[float], income: float, discount: float, separation: float
) -> None:
    n = len(wages)
    offers = Discrete(tuple(wages), (1 / n,) * n)
    w, job, search = np.array(wages), np.zeros(n), 0.0
    for _ in range(int(math.log(1e-11) / math.log(discount))):
        job, search = (
            w + discount * ((1 - separation) * job + separation * search),
            income + discount * float(np.maximum(job, search).mean()),
        )
    found = looking(offers, income=income, discount=discount, separation=separation)
    assert found.value == pytest.approx(search, rel=1e-7, abs=1e-7)
    assert found.reservation == pytest.approx((1 - discount) * found.value, rel=1e-12, abs=1e-12)


def test_mccall_uniform_closed_form() -> None:
    """Wages even on 0 to 1, nothing while looking: (1 - sqrt(1 - b^2)) / b."""
    for b in (0.5, 0.9, 0.99):
        found = looking(Uniform(0, 1), income=0, discount=b)
        assert found.reservation == pytest.approx((1 - math.sqrt(1 - b * b)) / b, abs=1e-14)


def test_mccall_textbook_case() -> None:
    """n = 50, a = 200, b = 100, wages 10 to 60, income 25, discount .99."""
    found = looking(beta_binomial(50, 200, 100, 10, 60), income=25, discount=0.99)
    assert found.reservation == pytest.approx(47.31649977, abs=5e-9)


def test_a_job_that_may_end_is_worth_taking_sooner() -> None:
    limits = [looking(Normal(50, 10), income=20, discount=0.95, separation=a).reservation for a in (0, 0.05, 0.2, 1)]
    assert limits == sorted(limits, reverse=True)


@pytest.mark.parametrize(("discount", "separation"), [(1.0, 0.0), (0.0, 0.0), (0.9, -0.1), (0.9, 1.1)])
def test_mccall_refuses_what_has_no_answer(discount: float, separation: float) -> None:
    with pytest.raises(ValueError, match="discount"):
        looking(Uniform(0, 1), income=0, discount=discount, separation=separation)


def test_a_deadline_that_is_far_off_is_no_deadline() -> None:
    """With a cost per look the values rise to the Weitzman index."""
    values = values_to_go(Uniform(0, 1), 400, cost=0.02)
    assert values[-1] == pytest.approx(0.8, abs=1e-12)
    assert (np.diff(values) >= 0).all()


@pytest.mark.parametrize("offers", [Exponential(2), Lognormal(0, 0.5), Normal(1, 1)])
def test_more_time_more_offers_and_a_better_fallback_never_hurt(offers: Exponential | Lognormal | Normal) -> None:
    usual = values_to_go(offers, 20, cost=0.05, arrival=0.5, fallback=0.4)
    assert (np.diff(usual) >= 0).all()
    assert (values_to_go(offers, 20, cost=0.05, arrival=0.6, fallback=0.4) >= usual).all()
    assert (values_to_go(offers, 20, cost=0.05, arrival=0.5, fallback=0.5) >= usual).all()


def test_a_search_that_only_costs_is_not_begun() -> None:
    assert values_to_go(Uniform(0, 1), 5, cost=2.0, fallback=0.3).tolist() == [0.3] * 6


@pytest.mark.parametrize("n", range(1, 8))
def test_the_rule_by_rank_against_every_order(n: int) -> None:
    """No other first position wins more often, and it wins as often as said."""
    orders = list(permutations(range(n)))

    def wins(position: int) -> float:
        won = 0
        for order in orders:
            best_before = max(order[: position - 1], default=-1)
            taken = next((x for x in order[position - 1 :] if x > best_before), None)
            won += taken == n - 1
        return won / len(orders)

    found = by_rank(n)
    assert found.best == pytest.approx(wins(found.position), abs=1e-12)
    assert found.best == pytest.approx(max(wins(j) for j in range(1, n + 1)), abs=1e-12)


def test_thirty_seven_per_cent_and_one_quarter() -> None:
    assert by_rank(10_000).position / 10_000 == pytest.approx(1 / math.e, abs=1e-3)
    assert by_rank(10_000, 0.5).position / 10_000 == pytest.approx(0.25, abs=1e-3)  # Smith (1975): p^(1/(1-p))


def test_bars_known_exactly() -> None:
    assert full_information(0).share == 0
    assert full_information(0).normal == -math.inf
    assert full_information(1).share == pytest.approx(0.5, abs=1e-15)
    assert full_information(2).share == pytest.approx((1 + math.sqrt(6)) / 5, abs=1e-15)
    for k in (3, 50, 5000):
        b = full_information(k).share
        assert math.fsum((b**-j - 1) / j for j in range(1, k + 1)) == pytest.approx(1, abs=1e-9)


def test_full_information_against_dice() -> None:
    rng = np.random.default_rng(2)
    n, throws = 6, 200_000
    x = rng.random((throws, n))
    bars = np.array([full_information(n - i).share for i in range(1, n + 1)])
    record = x >= np.maximum.accumulate(x, axis=1)
    taken = record & (x >= bars)
    first = taken.argmax(axis=1)
    won = taken.any(axis=1) & (first == x.argmax(axis=1))
    assert abs(won.mean() - full_information_wins(n)) < 4 * won.std() / math.sqrt(throws)
    assert full_information_wins(2) == pytest.approx(0.75, abs=1e-15)
    assert full_information_wins(400) == pytest.approx(0.580164, abs=1.5e-3)
