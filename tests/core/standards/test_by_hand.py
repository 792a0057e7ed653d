"""Ratings by hand: which weeks each speaks for, and what they change."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkaway.core.events import DAY, WEEK, Moment
from walkaway.core.standards.by_hand import Rating, marks_at, with_ratings
from walkaway.core.standards.check import check_weeks
from walkaway.core.standards.standard import Mark, Standard
from walkaway.core.standards.weekly import Weekly

MONDAY = 4 * DAY
NONE = Weekly(np.zeros(0, np.int64), {}, np.zeros(0, np.bool_))
PAYS = Standard("pays_by_the_date", 8.0, 1.0, must_have=True, origin="stated")


def now(weeks: float) -> Moment:
    at = MONDAY + round(weeks * WEEK)
    return Moment(at, at)


def rated(on_week: float, score: float) -> Rating:
    return Rating(MONDAY + round(on_week * WEEK), score)


def test_a_rating_speaks_for_the_four_weeks_before_it() -> None:
    weeks = with_ratings(NONE, {"pays": (rated(10, 9),)}, now(12))
    assert len(weeks) == 6
    shown = ~np.isnan(weeks.value["pays"])
    assert shown.tolist() == [True] * 4 + [False] * 2
    assert weeks.informative.tolist() == shown.tolist()


def test_a_later_rating_rewrites_no_earlier_week() -> None:
    weeks = with_ratings(NONE, {"pays": (rated(10, 9), rated(12, 2))}, now(12))
    assert weeks.value["pays"].tolist() == [9.0] * 4 + [2.0] * 2


def test_what_was_rated_after_now_waits() -> None:
    assert len(with_ratings(NONE, {"pays": (rated(10, 9),)}, now(9))) == 0


def test_beside_messages_a_rating_fills_its_own_column_only() -> None:
    mondays = MONDAY + np.arange(6) * WEEK
    weeks = Weekly(mondays, {"replies": np.full(6, 0.5)}, np.array([True] * 4 + [False] * 2))
    found = with_ratings(weeks, {"pays": (rated(6, 3),)}, now(6))
    assert found.value["replies"].tolist() == [0.5] * 6
    assert found.informative.tolist() == [True] * 6
    assert np.isnan(found.value["pays"]).tolist() == [True] * 2 + [False] * 4


def test_a_must_have_rated_low_makes_the_week_missed_whatever_the_rest_says() -> None:
    mondays = MONDAY + np.arange(4) * WEEK
    weeks = Weekly(mondays, {"replies": np.full(4, 1.0)}, np.ones(4, np.bool_))
    replies = Standard("replies", 0.8, 9.0, must_have=False, origin="stated")
    found = with_ratings(weeks, {"pays_by_the_date": (rated(4, 3),)}, now(4))
    assert check_weeks(found, (replies, PAYS)).mark.tolist() == [Mark.MISSED] * 4
    soft = Standard("pays_by_the_date", 8.0, 1.0, must_have=False, origin="stated")
    assert check_weeks(found, (replies, soft)).mark.tolist() == [Mark.MET] * 4


@pytest.mark.parametrize(("name", "value", "level", "mark"), [
    ("replies", 0.6, 0.6, Mark.MET), ("replies", 0.59, 0.6, Mark.MISSED),
    ("wait", 24.0, 24.0, Mark.MET), ("wait", 24.1, 24.0, Mark.MISSED), ("wait", np.inf, 24.0, Mark.MISSED),
    ("replies", np.nan, 0.6, Mark.NOTHING),
])  # fmt: skip
def test_a_week_against_a_level_of_its_own(name: str, value: float, level: float, mark: Mark) -> None:
    weeks = Weekly(np.array([MONDAY]), {name: np.array([value])}, np.ones(1, np.bool_))
    assert marks_at(weeks, name, level).mark.tolist() == [mark]


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 10)), min_size=1, max_size=8))
def test_every_rated_week_holds_a_score_that_was_given(rows: list[tuple[int, int]]) -> None:
    ratings = tuple(rated(week, score) for week, score in sorted(rows))
    weeks = with_ratings(NONE, {"x": ratings}, now(61))
    shown = weeks.value["x"][~np.isnan(weeks.value["x"])]
    assert set(shown.tolist()) <= {float(score) for _, score in rows}
    assert len(shown) <= 4 * len(rows)
    assert (np.diff(weeks.monday) == WEEK).all()
