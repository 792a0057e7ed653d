"""Looked at again and again, the card leaves nine steady pairs in ten alone; and its alarms are those measured."""

from __future__ import annotations

import numpy as np
import pytest
from studies.drop.looks import HALF_YEAR, STARTS, called, looked_at, seen, steady
from studies.drop.simulator import lives
from tests.conftest import told
from tests.worlds import seen as cut

from walkaway.core.balance.alarms import ENOUGH_ACTIVE, alarms
from walkaway.core.balance.drift import change
from walkaway.core.events import DAY, Acts, BoolArray, Moment, Side


def days_as_acts(active: BoolArray, until: int) -> tuple[Acts, Moment]:
    """One word by them at noon of each active day; the evening of the last day."""
    at = (20_000 + np.flatnonzero(active[: until + 1])) * DAY + DAY // 2
    n = len(at)
    acts = Acts(np.arange(n), at, at, np.full(n, Side.THEM, np.int8), np.ones(n, np.int32), np.zeros(n, np.bool_))
    now = (20_000 + until) * DAY + DAY - 1
    return acts, Moment(now, now)


def test_a_steady_pair_is_called_changed_in_one_half_year_in_ten() -> None:
    rate, wrong = steady(500, 0.6, np.random.default_rng(4))
    assert np.all(wrong.mean(axis=0) > 0.03)
    assert np.all(wrong.mean(axis=0) < 0.16)
    assert np.all(wrong[rate > 0.35].mean(axis=0) < 0.12)


def test_the_card_says_what_the_alarms_said() -> None:
    """A look at the card finds a change only where the measured alarms do, whatever it looks at."""
    spoken = 0
    for row in lives(12, 0.35, np.random.default_rng(5)).active:
        row[0] = True
        over = called(alarms(row[None], row[None]))[0]
        for day in range(90, 240, 15):
            acts, now = days_as_acts(row, day)
            status = change(cut(acts, now=now)).status
            assert over[day] or status in ("none", "too_early")
            spoken += status in ("less", "silent", "more")
    assert spoken > 20


def test_too_little_is_known_to_say() -> None:
    few = np.zeros((1, 200), np.bool_)
    few[0, : 9 * (ENOUGH_ACTIVE - 1) : 9] = True
    assert np.isneginf(alarms(few, few).stopped).all()
    assert change(cut(told("Mon 10:00  them: hi"))).status == "too_early"


def test_a_stop_is_seen_in_weeks_and_a_half_in_months() -> None:
    assert np.mean(seen(150, 0.0, np.random.default_rng(6)) <= 60) > 0.85
    assert np.mean(seen(150, 0.5, np.random.default_rng(7)) <= HALF_YEAR) > 0.65


@pytest.mark.soak
@pytest.mark.parametrize(("shape", "most"), [(0.4, 0.25), (0.6, 0.14), (1.0, 0.08)])
def test_many_steady_pairs_of_any_burstiness(shape: float, most: float) -> None:
    _, wrong = steady(3000, shape, np.random.default_rng(8))
    assert len(STARTS) == wrong.shape[1]
    assert np.all(wrong.mean(axis=0) < most)


def test_a_look_counts_once() -> None:
    over = np.zeros((2, 300), np.bool_)
    over[0, 90] = over[1, 91] = True
    assert looked_at(over, 84).tolist() == [True, False]
