"""Offers of two people, a freelancer and a job seeker, and what must hold for every offer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from walkaway.core.offers.turning import turning_points
from walkaway.core.offers.weigh import Answer, Better, Fallback, Offer, Term, chance_of_yes, weigh

RANGE = (700.0, 900.0, 1200.0)
JOB = Offer(60_000, Fallback(52_000), deadline=14, better=Better(66_000, chance=0.6, days=10))


@st.composite
def offers(draw: st.DrawFn, /, **given_: Any) -> Offer:
    amount = st.floats(50, 2000).map(lambda x: round(x, 1))
    low, likely, high = sorted((draw(amount), draw(amount), draw(amount)))
    assume(low < high)
    chance = draw(st.sampled_from([0.0, 0.3, 0.8, 1.0]))
    back = Fallback(
        draw(amount),
        chance,
        otherwise=draw(amount),
        spread=draw(st.sampled_from([0.0, 40.0])),
        days=draw(st.sampled_from([None, 3.0, 20.0])),
    )
    fields: dict[str, Any] = {
        "theirs": draw(amount),
        "fallback": back,
        "selling": draw(st.booleans()),
        "mine": draw(st.none() | amount),
        "target": draw(st.none() | amount),
        "trade": draw(st.booleans()),
        "likely": draw(st.none() | st.just((low, likely, high))),
        "deadline": draw(st.sampled_from([None, 2.0, 10.0])),
        "waiting": draw(st.sampled_from([0.0, 15.0])),
        "better": draw(
            st.none() | st.builds(Better, amount, st.sampled_from([0.2, 0.9]), st.sampled_from([5.0, 30.0]))
        ),
        "cost": draw(st.sampled_from([0.0, 100.0])),
        "terms": draw(st.sampled_from([(), (Term("remote", 60.0), Term("travel", -25.0))])),
    }
    return Offer(**(fields | given_))


# --- stories ----------------------------------------------------------------------------------------------------------


def test_a_freelancer_offered_less_than_the_limit_counters() -> None:
    found = weigh(Offer(800, Fallback(900), likely=RANGE))
    assert (found.answer, found.limit, found.number) == (Answer.COUNTER, 900, 1000)
    assert found.chance == pytest.approx((200**2 / (500 * 300)) / (1 - 100**2 / (500 * 200)))  # the triangle, by hand
    assert found.values.counter is not None
    assert found.values.counter > found.values.walk == 900


def test_the_best_number_is_that_of_a_slow_search() -> None:
    offer = Offer(800, Fallback(900), likely=RANGE)
    worth = {p: chance_of_yes(offer, p) * (p - 900) for p in range(900, 1200)}
    best = max(worth, key=lambda p: worth[p])
    assert weigh(offer).number == pytest.approx(best, abs=2.5)  # said in steps of 5


def test_a_freelancer_far_from_what_they_can_go_to_walks() -> None:
    found = weigh(Offer(400, Fallback(900), likely=(300, 450, 600)))
    assert (found.answer, found.number, found.zone) == (Answer.WALK, None, 0)


def test_an_own_number_is_held_unless_something_comes_in_return() -> None:
    held = weigh(Offer(800, Fallback(900), mine=1200))
    assert held.number == 1200
    traded = weigh(Offer(800, Fallback(900), mine=1200, trade=True))
    assert traded.number is not None
    assert 900 < traded.number < 1200
    assert traded.chance > held.chance


def test_a_job_seeker_with_a_better_answer_due_before_the_deadline_asks_for_time() -> None:
    found = weigh(JOB)
    assert (found.answer, found.wait) == (Answer.TIME, 10)
    assert found.limit == pytest.approx(0.6 * 66_000 + 0.4 * 52_000)


def test_an_answer_due_after_the_deadline_is_not_waited_for() -> None:
    found = weigh(replace(JOB, deadline=7))
    assert (found.answer, found.wait, found.values.time) == (Answer.COUNTER, None, None)
    later = [turn for turn in turning_points(replace(JOB, deadline=7)) if turn.name == "deadline"]
    assert [(turn.now, turn.at, turn.to) for turn in later] == [(7, 11, Answer.TIME)]


def test_waiting_that_costs_more_than_it_brings_is_not_asked_for() -> None:
    assert weigh(replace(JOB, waiting=5000)).answer is not Answer.TIME


def test_an_open_fallback_whose_answer_is_near_is_waited_for() -> None:
    offer = Offer(1000, Fallback(1400, chance=0.5, days=4), likely=(900, 1000, 1050), deadline=7)
    assert weigh(offer).answer is Answer.TIME
    assert weigh(replace(offer, fallback=Fallback(1400, chance=0.5))).answer is not Answer.TIME


def test_a_good_offer_is_accepted() -> None:
    assert weigh(Offer(1000, Fallback(300), likely=(900, 950, 1005))).answer is Answer.ACCEPT
    assert weigh(Offer(1200, Fallback(900), mine=1200)).answer is Answer.ACCEPT


def test_a_buyer_goes_lower() -> None:
    found = weigh(Offer(100, Fallback(90), selling=False))
    assert (found.answer, found.limit) == (Answer.COUNTER, 90)
    assert found.number is not None
    assert found.number < 90


def test_terms_move_the_limit_by_what_they_are_worth_and_cost_the_other_way() -> None:
    plain = Offer(800, Fallback(900), likely=RANGE)
    assert weigh(replace(plain, terms=(Term("remote", 60), Term("travel", -20)))).limit == 860
    assert weigh(replace(plain, cost=50)).limit == 950
    assert weigh(replace(plain, selling=False, cost=50)).limit == 850


def test_what_was_assumed_is_listed() -> None:
    assert weigh(Offer(800, Fallback(700, chance=0.8))).assumed == (
        "range", "otherwise", "average", "withdrawn", "offer_stays",
    )  # fmt: skip
    assert weigh(Offer(800, Fallback(900), likely=RANGE, withdrawn=0.1)).assumed == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"likely": (3.0, 2.0, 4.0)},
        {"likely": (2.0, 2.0, 2.0)},
        {"theirs": 0.0},
        {"withdrawn": 1.5},
        {"deadline": -1.0},
        {"selling": False, "fallback": Fallback(90, chance=0.5)},
    ],
)
def test_what_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    fields: dict[str, Any] = {"theirs": 800.0, "fallback": Fallback(900)}
    with pytest.raises(ValueError, match=r"\w+"):
        Offer(**(fields | wrong))


# --- what must always hold --------------------------------------------------------------------------------------------


@given(offers())
@settings(max_examples=150)
def test_nothing_below_the_limit_is_accepted_or_said(offer: Offer) -> None:
    found = weigh(offer)
    if found.answer is Answer.ACCEPT:
        assert offer.sign * offer.theirs >= offer.sign * found.limit - 1e-9
    if found.number is not None:
        assert offer.sign * found.number >= offer.sign * found.limit - 1e-9
        assert offer.sign * found.number >= offer.sign * offer.theirs - 1e-9
        if offer.mine is not None and not offer.trade:
            assert offer.sign * found.number >= offer.sign * offer.mine
    assert 0 <= found.chance <= 1
    assert found.wait is None or offer.deadline is None or found.wait <= offer.deadline


@given(offers())
@settings(max_examples=150)
def test_the_answer_is_worth_at_least_walking_and_a_yes_that_is_allowed(offer: Offer) -> None:
    found = weigh(offer)
    worth = {
        Answer.ACCEPT: found.values.accept,
        Answer.COUNTER: found.values.counter,
        Answer.TIME: found.values.time,
        Answer.WALK: found.values.walk,
    }[found.answer]
    assert worth is not None
    assert offer.sign * worth >= offer.sign * found.values.walk - 1e-6
    if offer.sign * offer.theirs >= offer.sign * found.limit:
        assert offer.sign * worth >= offer.sign * found.values.accept - 1e-6


@given(offers(), st.floats(0, 500))
@settings(max_examples=150)
def test_a_better_fallback_never_lowers_the_limit_or_the_number(offer: Offer, more: float) -> None:
    back = replace(offer.fallback, worth=offer.fallback.worth + offer.sign * more)
    less, found = weigh(offer), weigh(replace(offer, fallback=back))
    assert offer.sign * found.limit >= offer.sign * less.limit - 1e-6
    if found.number is not None and less.number is not None:
        assert offer.sign * found.number >= offer.sign * less.number - 1e-6


def scaled(offer: Offer, k: float, *, selling: bool) -> Offer:
    back, better = offer.fallback, offer.better
    a = abs(k)
    likely = None
    if offer.likely is not None:
        low, middle, high = sorted(k * x for x in offer.likely)
        likely = (low, middle, high)
    return replace(
        offer,
        selling=selling,
        theirs=k * offer.theirs,
        mine=None if offer.mine is None else k * offer.mine,
        target=None if offer.target is None else k * offer.target,
        likely=likely,
        waiting=a * offer.waiting,
        cost=a * offer.cost,
        terms=tuple(Term(t.name, a * t.worth) for t in offer.terms),
        better=None if better is None else replace(better, worth=k * better.worth),
        fallback=replace(
            back,
            worth=k * back.worth,
            otherwise=None if back.otherwise is None else k * back.otherwise,
            spread=a * back.spread,
        ),
    )


@given(offers(), st.sampled_from([(100.0, False), (0.1, False), (-1.0, True)]))
@settings(max_examples=150)
def test_another_unit_or_the_other_side_of_the_table_changes_nothing_but_the_unit(
    offer: Offer, how: tuple[float, bool]
) -> None:
    k, other_side = how
    one = weigh(offer)
    # A tie may fall either way once the numbers have other last digits.
    values = [v for v in (one.values.accept, one.values.counter, one.values.time, one.values.walk) if v is not None]
    assume(all(abs(x - y) > 1e-6 * abs(x) for i, x in enumerate(values) for y in values[:i]))
    two = weigh(scaled(offer, k, selling=offer.selling is not other_side))
    assert two.limit == pytest.approx(k * one.limit, rel=1e-9, abs=1e-9)
    assert two.chance == pytest.approx(one.chance, abs=0.02)  # rounding a number may fall the other way
    assert two.answer is one.answer


@given(offers())
@settings(max_examples=40)
def test_a_turning_point_does_turn(offer: Offer) -> None:
    answer = weigh(offer).answer
    for turn in turning_points(offer):
        if turn.name == "theirs":
            moved = replace(offer, theirs=turn.at)
        elif turn.name == "deadline":
            moved = replace(offer, deadline=turn.at)
        else:
            moved = replace(offer, fallback=replace(offer.fallback, worth=turn.at))
        assert weigh(moved).answer is turn.to is not answer


def test_the_turning_point_of_a_freelancer_stands_where_the_change_is() -> None:
    offer = Offer(800, Fallback(900), mine=1200)
    theirs, up, _ = turning_points(offer)
    assert (theirs.to, up.to, up.at) == (Answer.ACCEPT, Answer.WALK, 1200)
    assert weigh(replace(offer, theirs=theirs.at - 10)).answer is Answer.COUNTER
