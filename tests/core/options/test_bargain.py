"""Fallbacks in a bargain, the price to ask, and what an answer is worth."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkaway.core.options.bargain import answering, nash
from walkaway.core.options.distributions import Exponential, Logistic, Lognormal, Normal, Priced, Triangular, Uniform
from walkaway.core.options.information import value_of_asking
from walkaway.core.options.price import best_ask

SHARE = st.floats(0.0, 1.0)
BUYERS: list[Priced] = [
    Uniform(0, 100),
    Uniform(50, 150),
    Normal(100, 15),
    Logistic(100, 8),
    Lognormal(4.6, 0.3),
    Lognormal(2.0, 1.5),
    Exponential(40),
    Triangular(20, 60, 120),
]


@given(st.floats(-50, 200), st.floats(-50, 100), st.floats(-50, 100), SHARE)
def test_nobody_gets_less_than_their_fallback(pie: float, yours: float, theirs: float, power: float) -> None:
    split = nash(pie, yours, theirs, power)
    assert split.deal == (split.zone > 0)
    assert split.yours >= yours
    assert split.theirs >= theirs
    if split.deal:
        assert split.yours + split.theirs == pytest.approx(pie, abs=1e-9)


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99), SHARE)
def test_an_option_below_the_inside_share_changes_nothing(theirs: float, yours: float, outside: float) -> None:
    """The share inside is the fixed point of X1 = 1 - d2 X2, X2 = 1 - d1 X1, as 1 - X1."""
    found = answering(theirs, yours, outside)
    first = (1 - yours) / (1 - theirs * yours)
    assert found.inside == pytest.approx(1 - first, abs=1e-12)
    assert found.share == (outside if found.binds else found.inside)


@pytest.mark.parametrize("buyer", BUYERS, ids=repr)
@pytest.mark.parametrize(("cost", "fallback"), [(0.0, 0.0), (30.0, 0.0), (10.0, 45.0), (0.0, -20.0), (300.0, 0.0)])
def test_no_other_price_brings_more(buyer: Priced, cost: float, fallback: float) -> None:
    found = best_ask(buyer, cost=cost, fallback=fallback)
    for price in np.linspace(-50, 600, 3001):
        chance = buyer.above(float(price))
        assert (price - cost) * chance + fallback * (1 - chance) <= found.value + 1e-9
    brought = (found.price - cost) * found.chance + fallback * (1 - found.chance)
    assert brought == pytest.approx(found.value, abs=1e-9)


@pytest.mark.parametrize("buyer", BUYERS, ids=repr)
def test_a_better_fallback_asks_more_and_hears_yes_less(buyer: Priced) -> None:
    asks = [best_ask(buyer, fallback=w) for w in (0, 10, 40, 80)]
    assert [a.price for a in asks] == sorted(a.price for a in asks)
    assert [a.chance for a in asks] == sorted((a.chance for a in asks), reverse=True)
    assert [a.value for a in asks] == sorted(a.value for a in asks)


def test_nothing_is_sold_where_nobody_pays_the_cost() -> None:
    found = best_ask(Uniform(0, 100), cost=120, fallback=5)
    assert found.chance == 0
    assert found.value == 5


@settings(max_examples=300)
@given(SHARE, st.floats(-0.5, 1.5), st.floats(0, 0.3), SHARE, SHARE)
def test_an_answer_is_worth_something_and_never_more_than_knowing(
    engaged: float, outside: float, cost: float, if_engaged: float, if_not: float
) -> None:
    found = value_of_asking(engaged, outside, cost=cost, yes_if_engaged=if_engaged, yes_if_not=if_not)
    assert -1e-12 <= found.answer <= found.perfect + 1e-12
    assert found.net == pytest.approx(found.answer - cost, abs=1e-15)
    same_either_way = (found.if_yes >= outside) == (found.if_no >= outside)
    if same_either_way:
        assert found.answer == pytest.approx(0, abs=1e-12)


def test_an_answer_that_tells_everything_is_knowing() -> None:
    found = value_of_asking(0.4, 0.5, cost=0.05, yes_if_engaged=1.0, yes_if_not=0.0)
    assert found.answer == pytest.approx(found.perfect)
    assert found.ask
    assert not value_of_asking(1.0, 0.5, cost=0.0, yes_if_engaged=1.0, yes_if_not=0.0).ask
