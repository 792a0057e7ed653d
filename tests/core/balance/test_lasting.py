"""The long look is its formula, is quiet on what is steady, and sees in months what halves or doubles."""

from __future__ import annotations

import math

import numpy as np
import pytest
from studies.drop.simulator import lives

from walkaway.core.balance.lasting import FELL, ROSE, SUPPOSED, SUPPOSED_GAPS, lasting


def test_z_is_the_formula() -> None:
    """Every third day for 99 days, then every sixth for 84."""
    opened = np.zeros((1, 183), np.bool_)
    opened[0, :99:3] = opened[0, 99::6] = True
    dispersion = SUPPOSED_GAPS * SUPPOSED / (32 + SUPPOSED_GAPS)  # 32 gaps before the window, all alike
    rate = 33.5 / 99
    z = (14 - rate * 84) / math.sqrt(dispersion * rate * 84 * (1 + 84 / 99))
    assert lasting(opened).fell[0, -1] == pytest.approx(-z - FELL)
    assert lasting(opened).rose[0, -1] == pytest.approx(z - ROSE)


def test_nothing_is_said_of_a_short_past() -> None:
    opened = lives(3, 1.0, np.random.default_rng(1)).active[:, :167]
    assert np.isneginf(lasting(opened).fell).all()


def test_a_half_that_lasts_is_seen_in_months_and_a_double_too() -> None:
    half, double = (lives(150, f, np.random.default_rng(2), days=545, drop=365).active[:, :545] for f in (0.5, 2.0))
    assert np.mean(lasting(half).fell[:, 365:].max(axis=1) > 0) > 0.5
    assert np.mean(lasting(double).rose[:, 365:].max(axis=1) > 0) > 0.4


def test_the_score_of_a_day_knows_nothing_of_the_next() -> None:
    opened = lives(5, 0.5, np.random.default_rng(3)).active
    assert np.array_equal(lasting(opened).fell[:, :200], lasting(opened[:, :200]).fell)
