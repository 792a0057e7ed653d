"""Back for good is told from back for a week."""

from __future__ import annotations

import numpy as np
import pytest

from walkaway.core.comeback.welcome import Effort, Terms, Welcome, left_off, welcome
from walkaway.core.events import FloatArray
from walkaway.core.verdict.model import DEFAULTS, STEP_BACK, transitions

LEFT_WITH = np.array([[0.1, 0.5, 0.4]])
OPENS = Terms("they open a conversation", 2.0, must_have=True)
DAYS = Terms("days they write", 4.0, must_have=False)


def after(*weeks: float, away: int = 6, days: tuple[float, ...] | None = None) -> Welcome:
    since = np.array(weeks)
    efforts = (Effort(OPENS, 0.5, since), Effort(DAYS, 1.0, np.array(days) if days else since * 2))
    return welcome(efforts, LEFT_WITH, DEFAULTS, weeks_away=away)


def test_words_in_the_first_week_are_not_enough() -> None:
    assert after(5.0).answer == "not_yet"
    assert after(5.0).because == ("too_few_weeks",)


def test_weeks_that_meet_the_terms_are_welcomed() -> None:
    found = after(*[2.5] * 8)
    assert found.answer == "welcome_back"
    assert found.engaged > 0.7
    assert found.against_before[0] == pytest.approx(5.0)


def test_a_must_have_missed_twice_is_the_end_of_it() -> None:
    assert after(2.5, 2.5, 0.0, 2.5, 2.5, 0.0, 2.5).answer == "keep_walking"
    assert after(2.5, 2.5, 0.0, 2.5, 2.5, 0.0, 2.5).because == ("must_have_missed",)


def test_a_return_that_fades_is_not_welcomed() -> None:
    found = after(2.5, 2.5, 2.5, 1.2, 1.2, 1.2, 1.2, days=(5, 5, 5, 1, 1, 1, 1))
    assert found.answer == "not_yet"


def test_not_yet_ends_after_twelve_weeks() -> None:
    found = after(*[1.2] * 12)
    assert found.answer == "keep_walking"


def test_weeks_in_which_nothing_could_show_do_not_count() -> None:
    nan = float("nan")
    assert after(2.5, nan, nan, 2.5, 2.5).weeks == 3


def test_the_belief_starts_where_it_was_left() -> None:
    moved: FloatArray = left_off(LEFT_WITH, DEFAULTS, 1)
    assert moved[0] == pytest.approx(LEFT_WITH[0] @ transitions(DEFAULTS)[0, STEP_BACK])
    assert left_off(LEFT_WITH, DEFAULTS, 0)[0] == pytest.approx(LEFT_WITH[0])
    # Who left surer of the end asks for more weeks.
    bad = welcome((Effort(OPENS, 0.5, np.full(4, 2.5)),), np.array([[0.01, 0.09, 0.9]]), DEFAULTS, weeks_away=4)
    good = welcome((Effort(OPENS, 0.5, np.full(4, 2.5)),), np.array([[0.6, 0.3, 0.1]]), DEFAULTS, weeks_away=4)
    assert bad.engaged < good.engaged


def test_terms_must_be_said() -> None:
    with pytest.raises(ValueError, match="at least one term"):
        welcome((), LEFT_WITH, DEFAULTS, weeks_away=1)
