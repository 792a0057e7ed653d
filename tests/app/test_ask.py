"""What a person remembers, judged: it ages, what they set counts, and a chat takes its place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.app.test_review import archive_of
from tests.worlds import END, lived, phase

from walkaway.app.answers import Answers, Fear
from walkaway.app.ask import SOURCE, remember
from walkaway.app.errors import UsageError
from walkaway.app.pursuit import Asked, OwnOption, OwnStandard, OwnWeek, Pursuit
from walkaway.app.recalled import Recalled, normal_week
from walkaway.app.review import OLD, Review
from walkaway.app.review_pursuit import review_pursuit
from walkaway.core.events import DAY, WEEK
from walkaway.core.standards.by_hand import Rating
from walkaway.core.standards.standard import Mark, PursuitKind
from walkaway.core.verdict.verdict import Move

TODAY = END // DAY * DAY
THEN = normal_week(you_open=2, they_open=2, they_answer=0.9)
NOW = normal_week(you_open=3, they_open=0.2, they_answer=0.3)
FALLEN = Recalled(on=TODAY, then=THEN, now=NOW, weeks_now=17)
KIM = Pursuit("Kim", Answers(kind=PursuitKind.CLIENT, afraid="no", want=True, elsewhere="no"), recalled=FALLEN)


def judged(pursuit: Pursuit, *, days: int = 0, now: int | None = None) -> Review:
    """As of so many days after it was told."""
    return review_pursuit(pursuit, None, clock=END + days * DAY, tz="UTC", now=now)


def test_what_is_remembered_is_judged() -> None:
    found = judged(KIM)
    assert found.source == SOURCE
    assert found.change.status == "less"
    assert found.change.since == TODAY - 17 * WEEK
    assert found.verdict.informative == 10
    assert found.position is not None
    assert "as_of_told" not in found.assumed


def test_weeks_since_it_was_told_show_nothing() -> None:
    later = judged(KIM, days=35)
    assert later.as_of.at == END + 35 * DAY
    assert later.last.at == END  # it was told then
    assert later.change.since == TODAY - 17 * WEEK
    assert len(later.weeks.mark) == 15
    assert set(later.weeks.mark[-5:].tolist()) == {Mark.NOTHING}
    assert later.verdict.informative == 10


def test_a_memory_that_is_old_is_judged_as_of_then() -> None:
    days = OLD // DAY + 1
    old, today = judged(KIM, days=days), judged(KIM, days=days, now=END + days * DAY)
    assert (old.as_of.at, old.assumed[1]) == (END, "as_of_told")
    assert today.as_of.at == END + days * DAY
    assert "as_of_told" not in today.assumed
    assert judged(KIM, days=days - 1).as_of.at == END + (days - 1) * DAY
    assert judged(KIM, days=-3).as_of.at == END - 3 * DAY  # a clock that was set back


def test_what_must_be_true_is_a_standard_from_then_on() -> None:
    told = remember(KIM, FALLEN, {"replies": 0.8, "openings": 1.0})
    assert [(s.evidence, s.target, s.must_have) for s in told.standards] == [
        ("replies", 0.8, True),
        ("openings", 1.0, True),
    ]
    assert {c.standard.name for c in judged(told).standards} == {"replies", "openings"}
    again = remember(told, FALLEN, {"replies": 0.5})
    assert {(s.evidence, s.target) for s in again.standards} == {("replies", 0.5), ("openings", 1.0)}
    # The chat that comes later is held against them too.
    chat = review_pursuit(replace(again, me="Jo"), archive_of(lived(phase(30), seed=3)), clock=END, tz="UTC")
    assert {"replies", "openings"} <= {c.standard.name for c in chat.standards if c.standard.must_have}


def test_what_is_rated_by_hand_counts_beside_it() -> None:
    pays = OwnStandard("They pay on time.", must_have=True, ratings=(Rating(TODAY, 1.0),))
    found = {c.standard.name: c for c in judged(replace(KIM, standards=(pays,))).standards}
    assert found["They pay on time."].mark is Mark.MISSED
    assert {"replies", "active_days"} <= set(found)
    weights = {name: c.standard.weight for name, c in found.items()}
    assert weights.pop("They pay on time.") == pytest.approx(sum(weights.values()))
    unrated = replace(KIM, standards=(replace(pays, ratings=()),))
    assert {c.standard.name for c in judged(unrated).standards} == set(weights)


def test_options_and_asks_count() -> None:
    free = replace(KIM, week=OwnWeek(good=10.0, free=9.9), options=(OwnOption("Other", (9.0, 9.5, 9.9)),))
    assert judged(free).verdict.move is Move.WALK
    assert "free_week" not in judged(free).assumed
    first = judged(KIM)
    assert first.verdict.values is not None
    asked = judged(replace(KIM, asked=(Asked(TODAY - WEEK),)))
    assert asked.verdict.values is not None
    assert not np.array_equal(asked.verdict.values, first.verdict.values)


@pytest.mark.parametrize("afraid", ["yes", "unsure", None])
def test_safety_comes_last_here_too(afraid: Fear | None) -> None:
    said = replace(KIM.answers, kind=PursuitKind.PARTNER, afraid=afraid)
    found = judged(replace(KIM, answers=said))
    assert found.verdict.move is (Move.UNANSWERED if afraid is None else Move.SUPPORT)
    assert found.position is None


def test_a_chat_takes_its_place() -> None:
    chat = archive_of(lived(phase(30), seed=3))
    with_memory = review_pursuit(replace(KIM, me="Jo"), chat, clock=END, tz="UTC")
    without = review_pursuit(replace(KIM, me="Jo", recalled=None), chat, clock=END, tz="UTC")
    assert with_memory.source == "whatsapp"
    assert with_memory.verdict.move is without.verdict.move
    assert with_memory.balance == without.balance


def test_a_week_that_cannot_be_is_said() -> None:
    for wrong in ({"they_answer": 1.2}, {"you_open": -1.0}, {"their_days": 8.0}):
        with pytest.raises(UsageError, match=r"from 0"):
            remember(Pursuit("Kim"), replace(FALLEN, now=replace(NOW, **wrong)), {})
