"""A pursuit that is kept, reviewed: what the person set counts, and safety still comes last."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.app.test_review import archive_of
from tests.worlds import END, WARM, lived, phase

from walkaway.app.answers import Answers, Fear
from walkaway.app.demo import Pace, Phase
from walkaway.app.errors import UsageError
from walkaway.app.plan_week import plan
from walkaway.app.pursuit import Asked, OwnOption, OwnStandard, OwnWeek, Pursuit, You
from walkaway.app.review import ASK_RENEWED, Review
from walkaway.app.review_pursuit import own_standards, review_pursuit
from walkaway.core.events import DAY, WEEK, Moment
from walkaway.core.standards.by_hand import Rating
from walkaway.core.standards.commitment import Standing
from walkaway.core.standards.standard import Mark, PursuitKind
from walkaway.core.verdict.promise import Due, Edit, Rule
from walkaway.core.verdict.verdict import Move

SAFE = Answers(kind=PursuitKind.CLIENT, afraid="no", want=True, elsewhere="no")
LUKEWARM = lived(phase(30), Phase(12, WARM, Pace(opens=0.6, replies=0.45, wait=20.0)), seed=5)
KIM = Pursuit("Kim", SAFE, me="Jo")


def judged(pursuit: Pursuit, acts: object = LUKEWARM) -> Review:
    return review_pursuit(pursuit, archive_of(acts), clock=END, tz="UTC")  # type: ignore[arg-type]


def by_hand(*scores: float, must_have: bool = True, **changed: object) -> Pursuit:
    """One standard, rated every four weeks."""
    n = len(scores)
    ratings = tuple(Rating(END // DAY * DAY - (n - 1 - k) * 4 * WEEK, score) for k, score in enumerate(scores))
    own = OwnStandard("They pay on time.", must_have=must_have, target=8.0, ratings=ratings)
    return replace(KIM, standards=(own,), only_mine=True, **changed)  # type: ignore[arg-type]


def test_ratings_alone_give_a_card() -> None:
    good = review_pursuit(by_hand(9, 9, 10, 9), None, clock=END, tz="UTC")
    bad = review_pursuit(by_hand(2, 1, 2, 0), None, clock=END, tz="UTC")
    assert good.verdict.move is Move.STAY
    assert bad.verdict.move in (Move.WALK, Move.ASK)
    assert set(good.weeks.mark.tolist()) <= {Mark.MET, Mark.NOTHING}
    assert good.source == "ratings"


def test_with_nothing_to_go_by_the_way_on_is_said() -> None:
    with pytest.raises(UsageError, match="--rate"):
        review_pursuit(KIM, None, clock=END, tz="UTC")


def test_a_better_way_out_raises_the_limit_and_never_speaks_for_staying() -> None:
    week = OwnWeek(good=10.0, weak=3.5, costs=2.5, free=3.0)
    limits, moves = [], []
    for worth in (0.0, 4.0, 7.0, 9.5):
        options = (OwnOption("other", (worth, worth, worth)),) if worth else ()
        found = judged(replace(KIM, week=week, options=options), lived(phase(40)))
        assert found.position is not None
        limits.append(found.position.limit)
        assert found.verdict.walk_away is not None
        assert found.position.limit == pytest.approx(10 * found.verdict.walk_away.limit)
        assert found.position.limit == pytest.approx(found.position.outside.reservation + found.position.comeback)
        moves.append(found.verdict.move)
    assert limits == sorted(limits)
    assert moves[-1] is Move.WALK
    assert moves[0] is Move.STAY


def test_cents_or_euros_give_the_same_card() -> None:
    euro = OwnWeek(unit="€", good=900.0, weak=300.0, costs=200.0, free=250.0, hours=8.0, hour_pays=50.0)
    cent = OwnWeek(unit="cent", good=90_000.0, weak=30_000.0, costs=20_000.0, free=25_000.0, hours=8.0, hour_pays=5e3)
    one = judged(replace(KIM, week=euro, options=(OwnOption("other", (100.0, 500.0, 800.0), 0.5, 3.0, 40.0),)))
    hundred = judged(replace(KIM, week=cent, options=(OwnOption("other", (1e4, 5e4, 8e4), 0.5, 3.0, 4000.0),)))
    assert one.verdict.move is hundred.verdict.move
    assert one.verdict.values == pytest.approx(hundred.verdict.values)
    assert one.position is not None
    assert hundred.position is not None
    assert 100 * one.position.outside.reservation == pytest.approx(hundred.position.outside.reservation)


def test_an_ask_is_spent_for_three_months() -> None:
    today = END // DAY * DAY
    fresh = judged(replace(KIM, asked=(Asked(today - 7 * DAY),)))
    assert fresh.verdict.asking is None
    assert fresh.verdict.values is not None
    assert np.isnan(fresh.verdict.values[1])
    renewed = judged(replace(KIM, asked=(Asked(today - ASK_RENEWED - DAY),)))
    assert renewed.verdict.asking is not None


def test_a_promise_speaks_in_the_persons_own_words_and_the_move_stays_the_models() -> None:
    early = Moment(END - 60 * WEEK, END - 60 * WEEK)
    rule = Rule("replies", 0.9, 2, 4, ask_first=True, grace=2, words="I said never again.")
    found = judged(replace(KIM, promises={"replies": (Edit(early, rule),)}))
    assert found.position is not None
    (due,) = found.position.fired
    assert (due.due, due.rule.words) == (Due.ASK, "I said never again.")
    assert found.verdict.move is judged(KIM).verdict.move
    asked = judged(replace(KIM, promises={"replies": (Edit(early, rule),)}, asked=(Asked(END - 3 * WEEK, "replies"),)))
    assert asked.position is not None
    assert {f.due for f in asked.position.fired} <= {Due.HOLD, Due.WALK}


@pytest.mark.parametrize("afraid", ["yes", "unsure"])
def test_nothing_of_it_is_shown_to_somebody_who_is_afraid(afraid: Fear) -> None:
    full = replace(
        KIM,
        answers=replace(SAFE, afraid=afraid),
        options=(OwnOption("other", (9.0, 9.0, 9.0)),),
        you=Standing("signed", "signed"),
    )
    found = judged(full)
    assert found.verdict.move is Move.SUPPORT
    assert found.position is None
    assert (found.verdict.evidence, found.verdict.asking) == ((), None)


@pytest.mark.parametrize("said", [Answers(kind=PursuitKind.PARTNER), replace(SAFE, stop_contact=True)])
def test_nothing_of_it_is_shown_before_the_question_or_after_a_stop(said: Answers) -> None:
    assert judged(replace(KIM, answers=said, you=Standing("talking", "talking"))).position is None


def test_a_ranking_weighs_by_place_and_points_by_swing() -> None:
    ranked = own_standards((OwnStandard("a"), OwnStandard("b"), OwnStandard("c")))
    assert [s.weight for s in ranked] == pytest.approx([11 / 18, 5 / 18, 2 / 18])
    pointed = own_standards((OwnStandard("a", points=100.0), OwnStandard("b", points=25.0)))
    assert [s.weight for s in pointed] == pytest.approx([0.8, 0.2])


def test_the_hours_of_a_week_go_to_your_own_life_first_and_none_to_whom_you_leave() -> None:
    week = OwnWeek(hours=6.0, income=500.0)
    good = replace(KIM, name="good", week=week)
    left = replace(KIM, name="left", week=replace(week, income=100.0), answers=replace(SAFE, want=False))
    warm = lived(phase(40))
    rows = [(good, judged(good, warm)), (left, judged(left, warm))]
    found = plan(rows, You(hours=20.0, own_life=0.4))
    assert found.week.own_life == 8.0
    assert found.week.hours == pytest.approx({"good": 12.0})
    assert (found.freed, found.next[0].name) == (6.0, "good")
    income = found.hangs_on["income"]
    assert (income.largest, income.left) == ("good", 100.0)
    other = plan(rows[::-1], You(hours=20.0, own_life=0.4))
    assert other.week.hours == found.week.hours
