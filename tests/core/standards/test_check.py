"""Each week met, partly, missed or nothing to see; targets from the pair's own best past."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.worlds import lived, phase, seen

from walkaway.app.demo import Pace
from walkaway.core.events import WEEK
from walkaway.core.standards.check import check_standards, check_weeks, score, standards
from walkaway.core.standards.defaults import TARGETS, WEIGHTS
from walkaway.core.standards.standard import Counted, Mark, PursuitKind, Standard
from walkaway.core.standards.weekly import Weekly, weekly


def weeks_of(informative: list[bool] | None = None, **value: list[float]) -> Weekly:
    n = len(next(iter(value.values())))
    columns: dict[str, np.ndarray] = {name: np.full(n, np.nan) for name in WEIGHTS}
    columns |= {name: np.array(column, np.float64) for name, column in value.items()}
    return Weekly(np.arange(n) * WEEK, columns, np.array(informative or [True] * n))


REPLIES = Standard("replies", 0.5, 1.0, must_have=True, origin="stated")


def standard(name: Counted, target: float, weight: float = 1.0, *, must_have: bool = False) -> Standard:
    return Standard(name, target, weight, must_have=must_have, origin="stated")


@pytest.mark.parametrize(
    ("replies", "mark"),
    [
        (1.0, Mark.MET),
        (0.64, Mark.MET),
        (0.63, Mark.PARTLY),
        (0.32, Mark.PARTLY),
        (0.31, Mark.MISSED),
        (0.0, Mark.MISSED),
    ],
)
def test_the_marks_lie_at_eight_and_four_tenths(replies: float, mark: Mark) -> None:
    """Target .8: met from .64, partly from .32."""
    marks = check_weeks(weeks_of(replies=[replies]), (standard("replies", 0.8),))
    assert marks.mark.tolist() == [mark]


def test_a_wait_counts_the_other_way_round() -> None:
    assert score("wait", np.array([6.0, 12.0, 24.0, np.inf, np.nan]), 12.0).tolist()[:4] == [1.0, 1.0, 0.5, 0.0]


def test_what_cannot_be_seen_carries_no_weight() -> None:
    """Nothing of yours to answer: only openings count."""
    asked = (standard("openings", 2.0, 0.35), standard("replies", 0.8, 0.30))
    assert check_weeks(weeks_of(openings=[2.0], replies=[np.nan]), asked).mark.tolist() == [Mark.MET]


def test_a_missed_must_have_makes_the_week_missed() -> None:
    asked = (standard("openings", 2.0, 0.9), standard("replies", 0.8, 0.1, must_have=True))
    assert check_weeks(weeks_of(openings=[4.0], replies=[0.1]), asked).mark.tolist() == [Mark.MISSED]
    assert check_weeks(weeks_of(openings=[4.0], replies=[0.8]), asked).mark.tolist() == [Mark.MET]


def test_nothing_to_see_is_its_own_mark() -> None:
    marks = check_weeks(weeks_of([False, True], openings=[0.0, 0.0]), (standard("openings", 2.0),))
    assert marks.mark.tolist() == [Mark.NOTHING, Mark.MISSED]


@given(
    st.lists(st.tuples(st.floats(0, 5), st.floats(0, 1)), min_size=1, max_size=20),
    st.floats(0.1, 5),
    st.floats(0.1, 1),
)
def test_more_from_them_never_marks_a_week_lower(
    pairs: list[tuple[float, float]], opened: float, answered: float
) -> None:
    asked = (standard("openings", opened, 0.35), standard("replies", answered, 0.3))
    openings, replies = [p[0] for p in pairs], [p[1] for p in pairs]
    before = check_weeks(weeks_of(openings=openings, replies=replies), asked).mark
    after = check_weeks(weeks_of(openings=[x + 1 for x in openings], replies=replies), asked).mark
    assert (after <= before).all()


def test_the_own_best_past_is_the_target() -> None:
    """24 warm weeks, then 14 cold ones: the targets stay near the warm ones, halfway to all."""
    weeks = weekly(seen(lived(phase(24), phase(14, them=Pace(0.2, 0.3, 20.0)), seed=2)))
    asked = {s.name: s for s in standards(weeks, PursuitKind.FRIEND)}
    assert all(s.origin == "best_past" for s in asked.values())
    warm = float(np.median(weeks.value["active_days"][:24]))
    whole = float(np.median(weeks.value["active_days"]))
    assert whole <= asked["active_days"].target <= warm + 1
    marks = check_weeks(weeks, tuple(asked.values())).mark
    assert np.mean(marks[-12:] == Mark.MISSED) > 0.6
    assert np.mean(marks[:24] == Mark.MISSED) < 0.3


@pytest.mark.parametrize("kind", list(PursuitKind))
def test_a_short_past_takes_the_defaults_of_the_kind(kind: PursuitKind) -> None:
    asked = standards(weekly(seen(lived(phase(10)))), kind)
    assert {s.name: s.target for s in asked} == TARGETS[kind]
    assert {s.origin for s in asked} == {"default"}


def test_what_is_stated_wins() -> None:
    asked = standards(weekly(seen(lived(phase(10)))), PursuitKind.PARTNER, (REPLIES,))
    stated = [s for s in asked if s.name == "replies"]
    assert [(s.target, s.must_have, s.origin) for s in stated] == [(0.5, True, "stated")]
    assert stated[0].weight == pytest.approx(sum(s.weight for s in asked if s.origin != "stated"))
    weeks = weekly(seen(lived(phase(10))))
    assert [s.name for s in standards(weeks, PursuitKind.PARTNER, (REPLIES,), only_stated=True)] == ["replies"]


def test_a_standard_is_checked_on_the_last_four_weeks_seen() -> None:
    weeks = weeks_of([True, True, True, True, True, False], openings=[9, 2, 2, 0, 0, 9])
    (check,) = check_standards(weeks, (standard("openings", 2.0),))
    assert (check.value, check.n, check.mark) == (1.0, 4, Mark.PARTLY)
