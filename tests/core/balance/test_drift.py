"""A change is dated when there is one, and not made up when there is none."""

from __future__ import annotations

import math

import numpy as np
import pytest
from tests.conftest import told
from tests.worlds import END, lived, phase, seen

from walkaway.app.demo import Pace
from walkaway.core.balance.drift import Change, change, log_bayes_factor, trend
from walkaway.core.events import DAY, Acts, Moment, Side

STOPPED = Pace(opens=0.0, replies=0.0, wait=1.0)
FADED = Pace(opens=0.3, replies=0.25, wait=10.0)


def changed(acts: Acts) -> Change:
    return change(seen(acts))


def days_off(result: Change, weeks_ago: int) -> float:
    assert result.since is not None
    return abs(result.since - (END - weeks_ago * 7 * DAY)) / DAY


@pytest.mark.parametrize("seed", range(6))
def test_a_fall_is_found_and_dated(seed: int) -> None:
    result = changed(lived(phase(40), phase(12, them=FADED), seed=seed))
    assert result.status == "less"
    assert days_off(result, 12) < 28
    assert result.factor is not None
    assert result.factor.high < 0.9
    assert result.log_bayes_factor is not None
    assert result.log_bayes_factor > 3.9


@pytest.mark.parametrize("seed", range(6))
def test_a_full_stop_is_a_silence(seed: int) -> None:
    result = changed(lived(phase(40), phase(8, them=STOPPED), seed=seed))
    assert result.status in ("silent", "less")
    assert days_off(result, 8) < 14


def test_a_steady_pair_is_rarely_called_changed() -> None:
    results = [changed(lived(phase(45), seed=seed)).status for seed in range(60)]
    assert sum(status in ("less", "silent") for status in results) <= 6


def test_recovered_is_not_changed() -> None:
    results = [changed(lived(phase(36), phase(7, them=FADED), phase(16), seed=seed)).status for seed in range(12)]
    assert sum(status in ("less", "silent") for status in results) <= 2


def test_a_short_history_is_too_early() -> None:
    assert changed(lived(phase(9))).status == "too_early"
    assert changed(told("Mon 10:00  you: hi")).status == "too_early"


def test_the_trend_is_the_formula() -> None:
    """2 of their days in the last 28, 21 in the 84 before."""
    today = 20_000
    days = np.array([today - 120, *range(today - 111, today - 90), today - 20, today - 3])
    at = days * DAY + DAY // 2
    n = len(at)
    acts = Acts(np.arange(n), at, at, np.full(n, Side.THEM, np.int8), np.ones(n, np.int32), np.zeros(n, np.bool_))
    now = Moment(today * DAY + DAY - 1, today * DAY + DAY - 1)
    result = trend(seen(acts, now=now))
    assert result is not None
    r = math.log(2.5 / 28.5) - math.log(21.5 / 84.5)
    sd = math.sqrt(1 / 2.5 + 1 / 21.5)
    assert result.value == pytest.approx(100 * (math.exp(r) - 1))
    assert result.low == pytest.approx(100 * (math.exp(r - 1.6448536 * sd) - 1), abs=1e-4)
    assert result.n == 23


def test_no_trend_without_a_month_before() -> None:
    assert trend(seen(lived(phase(6)))) is None
    assert trend(seen(lived(phase(9)))) is not None


def test_the_bayes_factor_is_the_gamma_integral() -> None:
    """Against numerical integration of the two Poisson likelihoods over the prior."""
    rates = np.exp(np.linspace(np.log(1e-8), np.log(30), 200_001))
    after, days_after, before, days_before = 3, 28, 40, 84
    mean = (after + before) / (days_after + days_before)

    def evidence(k: int, days: int) -> float:
        prior = np.sqrt(0.5 / mean) / math.gamma(0.5) * rates**-0.5 * np.exp(-0.5 * rates / mean)
        return float(np.trapezoid(prior * rates**k * np.exp(-rates * days) * rates, np.log(rates)))

    expected = math.log(evidence(3, 28) * evidence(40, 84) / evidence(43, 112))
    assert log_bayes_factor(after, days_after, before, days_before) == pytest.approx(expected, abs=1e-3)
    assert log_bayes_factor(12, 28, 36, 84) < 0


def test_now_cuts_what_comes_later() -> None:
    acts = lived(phase(40), phase(12, them=FADED), seed=1)
    then = END - 13 * 7 * DAY
    early = change(seen(acts, now=Moment(then, then)))
    assert early.status in ("none", "too_early")
