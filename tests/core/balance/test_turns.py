"""Acts are cut where the side changes or the pause is long."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkaway.core.balance.initiation import initiations
from walkaway.core.balance.turns import DEFAULT_GAP, active_days, fit_gap, turns
from walkaway.core.events import DAY, HOUR, SECOND, Acts, Side


def test_a_run_by_one_side_is_a_turn_and_a_long_pause_ends_it(story: Acts) -> None:
    """
    Mon 11:00  them: hi
    Mon 11:01  them: are you in?
    Mon 11:05  you: yes
    Mon 15:00  you: dinner at 8
    """
    cut = turns(story, gap=HOUR)
    assert cut.side.tolist() == [Side.THEM, Side.YOU, Side.YOU]
    assert list(zip(cut.first.tolist(), cut.last.tolist(), strict=True)) == [(0, 1), (2, 2), (3, 3)]
    assert cut.opens.tolist() == [True, False, True]
    assert cut.conversation.tolist() == [0, 0, 1]


def test_a_late_answer_to_a_question_is_not_an_initiation(story: Acts) -> None:
    """
    Mon 11:00  you: can you make Friday?
    Tue 09:00  them: yes I can
    Wed 09:00  them: I brought the papers
    Thu 09:00  you: thanks
    """
    cut = turns(story, gap=HOUR)
    assert initiations(story, cut).tolist() == [True, False, True, True]


@pytest.mark.parametrize("pause_hours", [2.0, 12.0, 30.0])
def test_the_gap_lies_between_answers_and_new_starts(pause_hours: float) -> None:
    """Answers within minutes, new conversations after hours: the fitted gap parts them."""
    rng = np.random.default_rng(5)
    fast = rng.lognormal(np.log(90), 0.8, 2000)
    slow = rng.lognormal(np.log(pause_hours * 3600), 0.5, 500)
    gaps = rng.permutation(np.concatenate([fast, slow]))
    gap = fit_gap(np.cumsum(gaps * SECOND).astype(np.int64))
    fast_within, slow_beyond = np.mean(fast * SECOND <= gap), np.mean(slow * SECOND > gap)
    assert fast_within > 0.95
    assert slow_beyond > 0.95


def test_few_gaps_take_the_default() -> None:
    assert fit_gap(np.arange(0, 100 * HOUR, HOUR)) == DEFAULT_GAP


@given(st.lists(st.tuples(st.integers(0, 20_000), st.sampled_from([0, 1, 2])), max_size=60), st.integers(600, 30_000))
def test_turns_are_the_slow_loop(acts: list[tuple[int, int]], gap_seconds: int) -> None:
    at = np.cumsum([0, *(a for a, _ in acts)])[1:] * SECOND
    side = np.array([s for _, s in acts], np.int8)
    n = len(acts)
    columns = Acts(np.arange(n), at, at, side, np.ones(n, np.int32), np.zeros(n, np.bool_))
    cut = turns(columns, gap=gap_seconds * SECOND)
    firsts, opens = [], []
    for i in range(n):
        paused = i == 0 or at[i] - at[i - 1] > gap_seconds * SECOND
        if paused or side[i] != side[i - 1]:
            firsts.append(i)
            opens.append(paused)
    assert cut.first.tolist() == firsts
    assert cut.opens.tolist() == opens
    assert cut.conversation.tolist() == (np.cumsum(opens) - 1).tolist()


def test_active_days_are_local_days(story: Acts) -> None:
    """
    Mon 23:59  them: night
    Tue 00:01  them: still up
    Tue 09:00  them: morning
    """
    days = active_days(story, Side.THEM)
    assert len(days) == 2
    assert np.diff(days).tolist() == [1]
    assert days[0] == story.local[0] // DAY
