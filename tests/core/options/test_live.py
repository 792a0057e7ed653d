"""What leaving is worth, as it lives: arrivals, worth, expiry, and a market that changes."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkaway.core.options.distributions import Lognormal
from walkaway.core.options.live import Arrivals, Outside, Spread

ARRIVALS, OFFERS = Arrivals(30, 100), Spread(math.log(80), 50, 25, 25 * 0.09)
MARKET = Outside(60.0, ARRIVALS, OFFERS, cost=1.0, discount=0.98)


def test_with_an_offer_every_period_it_solves_its_own_equation() -> None:
    """V = -c + d E max(X, V), the mean taken over quantiles of the next offer."""
    sure = replace(MARKET, arrivals=Arrivals(1e9, 1e5), cost=2.0)
    taken = float(np.mean([max(x, sure.looking) for x in quantiles()]))
    assert sure.looking == pytest.approx(sure.discount * taken - 2, rel=1e-3)


def quantiles() -> list[float]:
    from statistics import NormalDist

    offers = OFFERS.predicted()
    return [math.exp(offers.log_mean + offers.log_sd * NormalDist().inv_cdf((i + 0.5) / 20_000)) for i in range(20_000)]


def test_the_chance_of_one_in_a_period_is_that_of_a_gamma_mixed_poisson() -> None:
    rng = np.random.default_rng(1)
    drawn = rng.poisson(rng.gamma(3, 1 / 10, 200_000))
    assert Arrivals(3, 10).chance == pytest.approx(float((drawn > 0).mean()), abs=0.003)


def test_the_spread_learns_what_was_drawn() -> None:
    rng = np.random.default_rng(2)
    found = Spread(math.log(50), 1, 1, 0.1)
    for x in rng.lognormal(math.log(90), 0.25, 400):
        found = found.after(float(x))
    assert found.log_mean == pytest.approx(math.log(90), abs=0.05)
    assert found.log_sd == pytest.approx(0.25, abs=0.03)
    assert isinstance(found.predicted(), Lognormal)


@given(st.floats(1, 200), st.floats(0, 5))
def test_what_is_there_now_is_a_floor(now: float, cost: float) -> None:
    assert replace(MARKET, now=now, cost=cost).value >= now


def test_more_arrivals_and_better_ones_are_worth_more() -> None:
    more = replace(MARKET, arrivals=Arrivals(60, 100))
    better = replace(MARKET, offers=replace(OFFERS, log_mean=math.log(95)))
    assert min(more.value, better.value) > MARKET.value


def test_what_expires_is_worth_less_than_what_stays_and_runs_out() -> None:
    """An offer of 100 that is there for two more periods."""
    high = replace(MARKET, now=100.0, expires=2)
    assert high.value >= 100
    assert high.after(None, 1).now == 100
    assert high.after(None, 3).now == 0
    assert high.after(None, 3).value < 100


def test_silence_lowers_and_a_good_offer_raises_it() -> None:
    assert MARKET.after(None, 3.0).looking < MARKET.looking
    assert MARKET.after(120.0).looking > MARKET.looking


def test_a_surprise_makes_the_past_count_less() -> None:
    plain, shaken = MARKET.after(82.0), MARKET.after(400.0)
    assert plain.offers is not None
    assert shaken.offers is not None
    assert shaken.offers.n < plain.offers.n / 2
    long = MARKET
    for _ in range(40):
        long = long.after(None)
    assert long.arrivals is not None
    assert long.arrivals.periods < 140 * 0.7


def test_more_offers_than_before_say_that_the_market_changed() -> None:
    """One in twenty for 100 weeks; then one in two."""
    slow, steady = replace(MARKET, arrivals=Arrivals(5, 100)), Arrivals(5, 100)
    for k in range(10):
        slow, steady = slow.after(80.0 if k % 2 else None), steady.after(k % 2, 1)
    assert slow.arrivals is not None
    assert slow.arrivals.rate > 1.5 * steady.rate


def test_a_steady_market_is_taken_for_one() -> None:
    """Over 200 periods of one law, what is believed stays near it."""
    rng = np.random.default_rng(8)
    here, rates = MARKET, []
    for _ in range(200):
        here = here.after(float(rng.lognormal(math.log(80), 0.3)) if rng.random() < 0.2 else None)
        assert here.arrivals is not None
        rates.append(here.arrivals.rate)
    assert 0.1 < float(np.mean(rates)) < 0.3
    assert math.isclose(math.fsum(run.weight for run in here.runs), 1)


def test_after_a_shift_it_is_nearer_to_the_new_market_than_without_forgetting() -> None:
    rng = np.random.default_rng(3)
    forgetting, stubborn = MARKET, Spread(math.log(80), 50, 25, 25 * 0.09)
    for x in rng.lognormal(math.log(220), 0.3, 6):
        forgetting, stubborn = forgetting.after(float(x)), stubborn.after(float(x))
    assert forgetting.offers is not None
    assert abs(forgetting.offers.log_mean - math.log(220)) < 0.75 * abs(stubborn.log_mean - math.log(220))


def test_without_a_market_it_is_what_is_there() -> None:
    assert Outside(70.0).value == 70
    assert Outside(70.0).after(None, 5).value == 70
    assert Outside(70.0).changed() == Outside(70.0)


def test_half_of_a_market_is_refused() -> None:
    with pytest.raises(ValueError, match="go together"):
        Outside(1.0, arrivals=ARRIVALS)
