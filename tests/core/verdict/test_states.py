"""The belief: exact against every path, and moved only as far as the evidence goes."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkaway.core.verdict.model import DEFAULTS, STAY, transitions
from walkaway.core.verdict.states import contributions, filtered

T = transitions(DEFAULTS)[:, STAY]
ONE = np.array([1.0])
marks = st.lists(st.sampled_from([0, 1, 2, -1]), max_size=30)


def believed(seen: list[int], temper: float = 0.6) -> np.ndarray:
    return np.asarray(filtered(DEFAULTS.prior, T, DEFAULTS.seen, np.array(seen, np.int8), temper * ONE)[0][0])


@pytest.mark.parametrize("seen", [[0], [2, 2], [0, 1, 2, 0], [0, -1, 2], [2, 1, 0, 0, 2, 2]])
def test_the_filter_is_the_sum_over_all_paths(seen: list[int]) -> None:
    total = np.zeros(3)
    for path in product(range(3), repeat=len(seen)):
        chance = DEFAULTS.prior[0, path[0]]
        for week, (state, mark) in enumerate(zip(path, seen, strict=True)):
            if week:
                chance *= T[0, path[week - 1], state]
            if mark >= 0:
                chance *= DEFAULTS.seen[0, state, mark] ** 0.6
        total[path[-1]] += chance
    np.testing.assert_allclose(believed(seen), total / total.sum(), atol=1e-14)


def test_no_weeks_leave_the_prior() -> None:
    assert believed([]).tolist() == DEFAULTS.prior[0].tolist()


def test_nothing_to_see_moves_by_transition_only() -> None:
    np.testing.assert_allclose(believed([0, -1]), believed([0]) @ T[0])


@given(marks)
def test_met_is_better_news_than_partly_and_partly_than_missed(seen: list[int]) -> None:
    met, partly, missed = (believed([*seen, mark])[0] for mark in (0, 1, 2))
    assert met >= partly - 1e-12 >= missed - 2e-12


@settings(max_examples=50)
@given(st.sampled_from([0, 2]), st.integers(1, 12))
def test_tempered_is_never_more_extreme(mark: int, weeks: int) -> None:
    start = np.array([[0.5, 0.4, 0.1]])
    still = np.eye(3)[None]
    runs = [filtered(start, still, DEFAULTS.seen, np.full(weeks, mark, np.int8), t * ONE)[0][0] for t in (0.6, 1.0)]
    assert abs(runs[0][0] - 0.5) <= abs(runs[1][0] - 0.5) + 1e-12


@given(st.lists(marks, min_size=2, max_size=4))
def test_problems_side_by_side_do_not_mix(many: list[list[int]]) -> None:
    batch = DEFAULTS.repeat(3).having(temper=np.array([0.4, 0.6, 1.0]))
    for seen in many:
        together = filtered(batch.prior, np.repeat(T, 3, 0), batch.seen, np.array(seen, np.int8), batch.temper)[0]
        for k, temper in enumerate((0.4, 0.6, 1.0)):
            np.testing.assert_allclose(together[k], believed(seen, temper), atol=1e-14)


@settings(max_examples=50)
@given(marks, st.floats(0.1, 1.0))
def test_evidence_counts_for_its_weight_and_no_more(seen: list[int], temper: float) -> None:
    """While nobody changes, tempered log-odds of any two states move by just that share of the untempered way."""
    start, still = np.array([[0.5, 0.4, 0.1]]), np.eye(3)[None]
    runs = [filtered(start, still, DEFAULTS.seen, np.array(seen, np.int8), t * ONE)[0][0] for t in (temper, 1.0)]
    odds = [np.log(r[:2] / r[1:]) - np.log(start[0, :2] / start[0, 1:]) for r in runs]
    np.testing.assert_allclose(odds[0], temper * odds[1], atol=1e-6)


@given(marks.filter(bool))
def test_a_week_adds_what_is_lost_without_it(seen: list[int]) -> None:
    """Against the slow way: the whole filter again, with that week showing nothing."""
    added = contributions(DEFAULTS.prior[0], T[0], DEFAULTS.seen[0], np.array(seen, np.int8), 0.6)

    def odds(weeks: list[int]) -> float:
        engaged, *rest = believed(weeks)
        return float(np.log(engaged) - np.log(sum(rest)))

    for week in range(len(seen)):
        without = [*seen[:week], -1, *seen[week + 1 :]]
        assert added[week] == pytest.approx(odds(seen) - odds(without), abs=1e-9)


def test_the_newest_weeks_say_most() -> None:
    added = contributions(DEFAULTS.prior[0], T[0], DEFAULTS.seen[0], np.array([0] * 20 + [-1] + [2] * 3, np.int8), 0.6)
    assert np.abs(added).argmax() == 23
    assert added[20] == 0
    assert added[0] > 0 > added[-1]
    assert abs(added[0]) < 0.01
