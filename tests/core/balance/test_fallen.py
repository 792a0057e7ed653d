"""Both alarms: quiet on what is steady, loud on what stopped, and steps of the day only."""

from __future__ import annotations

import numpy as np
from studies.drop.simulator import DROP, lives

from walkaway.core.balance.fallen import LESS_ALARM, STOP_ALARM, fallen
from walkaway.core.events import BoolArray


def alarmed(active: BoolArray, by: int) -> float:
    found = fallen(active)
    over = (found.less > LESS_ALARM) | (found.stopped > STOP_ALARM)
    return float(over[:, 60:by].any(axis=1).mean())


def test_steady_pairs_are_left_alone_nine_times_in_ten() -> None:
    assert 0.05 < alarmed(lives(600, 1.0, np.random.default_rng(8)).active, 240) < 0.15


def test_a_full_stop_is_seen_within_a_month() -> None:
    stopped = lives(400, 0.0, np.random.default_rng(9)).active
    assert alarmed(stopped, DROP + 30) > 0.75
    quarter = lives(400, 0.25, np.random.default_rng(10)).active
    assert alarmed(quarter, DROP + 60) > 0.65


def test_the_score_of_a_day_knows_nothing_of_the_next() -> None:
    active = lives(5, 0.25, np.random.default_rng(1)).active
    assert np.array_equal(fallen(active).less[:, :150], fallen(active[:, :150]).less)
    assert np.array_equal(fallen(active).stopped[:, :150], fallen(active[:, :150]).stopped)
