"""Both alarms: quiet on what is steady, loud on what stopped, and steps of the day only."""

from __future__ import annotations

import math

import numpy as np
import pytest
from studies.drop.simulator import DROP, lives

from walkaway.core.balance.fallen import (
    BEGINS,
    ENDS,
    KNOWN,
    LEARN,
    LEFT,
    LESS,
    LESS_ALARM,
    OFTEN,
    PAST,
    RATES,
    RECENT,
    SHAPES,
    USUAL,
    fallen,
)
from walkaway.core.events import BoolArray


def alarmed(active: BoolArray, by: int) -> float:
    found = fallen(active)
    over = (found.less > 0) | (found.stopped > 0)
    return float(over[:, LEARN:by].any(axis=1).mean())


def test_steady_pairs_are_left_alone_nine_times_in_ten() -> None:
    assert 0.05 < alarmed(lives(600, 1.0, np.random.default_rng(8)).active, 240) < 0.15


def test_a_full_stop_is_seen_within_a_month() -> None:
    stopped = lives(400, 0.0, np.random.default_rng(9)).active
    assert alarmed(stopped, DROP + 30) > 0.75
    quarter = lives(400, 0.25, np.random.default_rng(10)).active
    assert alarmed(quarter, DROP + 60) > 0.65


def survives(days: int, rate: float, shape: float) -> float:
    """P(a gap lasts longer), Weibull with mean 1 / rate."""
    return math.exp(-((math.gamma(1 + 1 / shape) * rate * days) ** shape))


def test_the_filter_is_the_slow_one() -> None:
    """Two states a rate, day by day in plain words: whether it turns, then what the day shows."""
    active = np.random.default_rng(3).random(130) < 0.3
    weight = {(state, rate): float(state == USUAL) for state in (USUAL, LESS) for rate in RATES.tolist()}
    age = 0
    for day, wrote in enumerate(active.tolist()):
        if day >= LEARN:
            turned = {}
            for rate in RATES.tolist():
                usual, less = weight[USUAL, rate], weight[LESS, rate]
                turned[USUAL, rate] = usual * (1 - BEGINS) + less * ENDS
                turned[LESS, rate] = usual * BEGINS + less * (1 - ENDS)
            weight = turned
        for state, rate in weight:
            pace = LEFT[state] * rate
            none = survives(age + 1, pace, SHAPES[state]) / survives(age, pace, SHAPES[state])
            weight[state, rate] *= 1 - none if wrote else none
        age = 0 if wrote else age + 1
    odds = [sum(w for (state, _), w in weight.items() if state == wanted) for wanted in (LESS, USUAL)]
    usual = (np.count_nonzero(active[:-RECENT]) + 0.5) / (len(active) - RECENT + 1)
    asked = max(math.log(usual / OFTEN), 0) + PAST * math.log(len(active) / KNOWN) + LESS_ALARM
    assert fallen(active[None]).less[0, -1] == pytest.approx(math.log(odds[0] / odds[1]) - asked, abs=1e-3)


def test_the_score_of_a_day_knows_nothing_of_the_next() -> None:
    active = lives(5, 0.25, np.random.default_rng(1)).active
    for name in ("less", "stopped"):
        assert np.allclose(getattr(fallen(active), name)[:, :150], getattr(fallen(active[:, :150]), name), atol=1e-9)


@pytest.mark.soak
def test_many_steady_pairs() -> None:
    rng = np.random.default_rng(88)
    assert 0.085 < np.mean([alarmed(lives(500, 1.0, rng).active, 240) for _ in range(12)]) < 0.115
