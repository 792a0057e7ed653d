"""The expected excess against plain numerical integration, and the level at which looking pays."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkaway.core.options.distributions import (
    Discrete,
    Exponential,
    Logistic,
    Lognormal,
    Normal,
    Perhaps,
    Priced,
    Triangular,
    Uniform,
    Worth,
    beta_binomial,
    level,
    worst_likely_best,
)

EVERY: list[Worth] = [
    Uniform(-2, 5),
    Normal(3, 2),
    Lognormal(0.5, 0.8),
    Logistic(10, 1.5),
    Exponential(4),
    Triangular(-1, 0.5, 6),
    Triangular(2, 2, 5),
    Triangular(2, 5, 5),
    Discrete((1, 4, 1, 9), (0.2, 0.3, 0.4, 0.1)),
    beta_binomial(12, 2, 5, 0, 24),
    Perhaps(0.35, Triangular(0, 2, 3)),
]


@pytest.mark.parametrize("worth", EVERY, ids=repr)
def test_the_excess_is_the_area_above_the_distribution_function(worth: Worth) -> None:
    knots = worth.knots()
    t = np.linspace(knots[0] - 1, knots[-1], 2_000_001)
    above = 1 - worth.at_most((t[1:] + t[:-1]) / 2)
    step = t[1] - t[0]
    for share in (0.0, 0.2, 0.45, 0.6, 0.9):
        z = float(t[int(share * 2_000_000)])
        area = float(above[int(share * 2_000_000) :].sum() * step)
        assert worth.excess(z) == pytest.approx(area, abs=20 * step)
        assert worth.above(z) == pytest.approx(1 - float(worth.at_most(np.array([z]))[0]), abs=1e-14)


@pytest.mark.parametrize("worth", EVERY, ids=repr)
def test_nearly_nothing_lies_beyond_the_last_knot(worth: Worth) -> None:
    assert worth.excess(float(worth.knots()[-1])) <= 1e-15 * (1 + abs(worth.expected))


@pytest.mark.parametrize("worth", [w for w in EVERY if isinstance(w, Priced)], ids=repr)
def test_the_hazard_gap_is_the_chance_above_over_the_density(worth: Priced) -> None:
    low, high = float(worth.knots()[0]), float(worth.knots()[-1])
    middle = min(max(worth.expected, low), high)
    for z in (0.5 * (low + middle), middle, 0.8 * middle + 0.2 * high):
        step = 1e-5
        density = (worth.above(z - step) - worth.above(z + step)) / (2 * step)
        if density > 1e-6:
            assert worth.hazard_gap(z) == pytest.approx(worth.above(z) / density, rel=1e-4)


def test_the_hazard_gap_keeps_its_digits_far_out() -> None:
    assert Normal(0, 1).hazard_gap(29.999) == pytest.approx(Normal(0, 1).hazard_gap(30.001), rel=1e-4)
    assert Normal(0, 1).hazard_gap(1e6) == pytest.approx(1e-6)


def test_a_beta_binomial_of_thousands_of_steps_still_adds_up() -> None:
    many = beta_binomial(5000, 600, 400, 0, 1)
    assert math.fsum(many.chances) == pytest.approx(1, abs=1e-12)
    assert many.expected == pytest.approx(0.6, abs=1e-12)


def test_all_three_numbers_alike_mean_sure() -> None:
    assert worst_likely_best(4, 4, 4) == Discrete((4,), (1.0,))
    assert worst_likely_best(1, 4, 4) == Triangular(1, 4, 4)


def test_three_numbers_that_nearly_meet_still_make_a_distribution() -> None:
    narrow = Triangular(0.0, 0.0, 2e-308)
    assert narrow.at_most(np.array([-1.0, 0.0, 1.0])).tolist() == [0, 0, 1]
    assert narrow.excess(-1.0) == 1


@pytest.mark.parametrize(
    "broken",
    [
        lambda: Uniform(2, 2),
        lambda: Normal(0, 0),
        lambda: Triangular(3, 2, 4),
        lambda: Discrete((1, 2), (0.5, 0.6)),
        lambda: Discrete((), ()),
        lambda: Perhaps(1.2, Uniform(0, 1)),
        lambda: Exponential(-1),
    ],
)
def test_what_is_no_distribution_is_refused(broken: object) -> None:
    assert callable(broken)
    with pytest.raises(ValueError, match=r"\w+ .*\."):
        broken()


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(EVERY),
    st.floats(0.05, 1.0),
    st.floats(0.0, 1.0),
    st.floats(1e-6, 20.0),
)
def test_the_level_balances(worth: Worth, gain: float, slope: float, cost: float) -> None:
    z = level(worth, gain=gain, slope=slope, cost=cost)
    off = gain * worth.excess(z) - slope * z - cost
    assert abs(off) <= 1e-12 * (1 + cost + abs(slope * z) + worth.excess(z))


def test_levels_at_the_ends() -> None:
    assert level(Uniform(0, 1), gain=1, slope=0, cost=0) == math.inf
    assert level(Perhaps(0.0, Uniform(0, 1)), gain=1, slope=0, cost=1) == -math.inf
    assert level(Perhaps(0.0, Uniform(0, 1)), gain=1, slope=0, cost=0) == -math.inf
    assert level(Perhaps(5e-324, Uniform(0, 1)), gain=1, slope=0, cost=1) == -math.inf
    assert level(Exponential(1), gain=1, slope=0, cost=1e-250) == pytest.approx(250 * math.log(10))
