"""What else you have, and who needs whom more."""

from __future__ import annotations

import math
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkaway.core.measures import Measure
from walkaway.core.options.batna import Batna, Hour, Option, batna
from walkaway.core.options.distributions import Discrete, Triangular, worst_likely_best
from walkaway.core.options.leverage import at_stake, leverage, shown_by_effort

HOUR = Hour(worth=0.02, money=40.0)
SURE = Discrete((0.8,), (1.0,))
CLUB = Option("a club", Triangular(0.2, 0.5, 0.9), chance=0.7, hours=3, weeks=1)
OLD_FRIEND = Option("an old friend", Triangular(0.1, 0.6, 1.1), chance=0.5, hours=1, weeks=2)
COURSE = Option("a course", Triangular(0.3, 0.5, 0.7), chance=0.9, hours=20, money=400, weeks=6)
THREE = (CLUB, OLD_FRIEND, COURSE)


def told(*options: Option, free_week: float = 0.35, inside: float | None = None) -> Batna:
    return batna(options, free_week, hour=HOUR, inside=inside)


@st.composite
def options(draw: st.DrawFn) -> Option:
    ends = sorted(draw(st.lists(st.floats(-0.5, 2.0), min_size=3, max_size=3)))
    return Option(
        draw(st.text("abc", min_size=1)),
        worst_likely_best(*ends),
        chance=draw(st.floats(0.0, 1.0)),
        hours=draw(st.one_of(st.just(0.0), st.floats(0.1, 30))),
        money=draw(st.one_of(st.just(0.0), st.floats(1, 500))),
        weeks=draw(st.one_of(st.just(0.0), st.floats(0.1, 20))),
    )


def test_without_options_there_is_the_free_week() -> None:
    found = told(inside=0.5)
    assert found.best is None
    assert found.next_hour is None
    assert found.reservation == 0.35
    assert found.value == pytest.approx(0.35 / 0.03)
    assert found.holding_on == pytest.approx(-0.15)


def test_a_sure_thing_there_for_the_taking() -> None:
    found = told(Option("it", SURE), inside=0.5)
    assert found.reservation == pytest.approx(0.8)
    assert found.best is not None
    assert found.best.option.name == "it"
    assert found.holding_on == pytest.approx(0.3)
    assert found.next_hour is found.best
    assert math.isinf(found.best.hourly)


def test_hours_and_money_come_off_once() -> None:
    """Three hours and 80 in money are five hours, .1 in all; as a weekly worth that is .1 (1 - .97)."""
    found = told(Option("it", SURE, hours=3, money=80))
    assert found.reservation == pytest.approx(0.8 - 0.1 * 0.03)


def test_waiting_to_know_is_spent_in_free_weeks() -> None:
    found = told(Option("it", SURE, weeks=10))
    kept = 0.97**10
    assert found.reservation == pytest.approx((1 - kept) * 0.35 + kept * 0.8)


def test_one_option_that_may_fall_through() -> None:
    """Free to find out at once: p x + (1 - p) free week."""
    assert told(Option("it", SURE, chance=0.4)).reservation == pytest.approx(0.4 * 0.8 + 0.6 * 0.35)


def test_three_options_are_worth_more_than_the_best_of_them() -> None:
    found = told(*THREE)
    assert found.best is not None
    assert found.reservation > found.best.alone > 0.35
    indices = [p.index for p in found.prospects]
    assert indices == sorted(indices, reverse=True)
    assert found.next_hour is not None
    assert found.next_hour.option is OLD_FRIEND


def test_what_you_have_now_decides_which_is_worth_an_hour() -> None:
    assert told(*THREE, inside=1.05).next_hour is None
    assert told(*THREE, inside=-0.2).next_hour == told(*THREE).next_hour


@settings(max_examples=60, deadline=None)
@given(st.lists(options(), max_size=4), options(), st.floats(0.0, 1.0))
def test_one_more_option_never_hurts_and_a_useless_one_changes_nothing(
    some: list[Option], more: Option, free_week: float
) -> None:
    before, after = told(*some, free_week=free_week), told(*some, more, free_week=free_week)
    assert after.reservation >= before.reservation - 1e-10
    assert before.reservation >= free_week
    useless = next(p for p in after.prospects if p.option is more).index <= free_week
    if useless:
        assert after.reservation == pytest.approx(before.reservation, abs=1e-12)
        assert after.next_hour == before.next_hour
        assert after.best == before.best


@settings(max_examples=60, deadline=None)
@given(st.lists(options(), min_size=3, max_size=3), st.permutations(range(3)), st.floats(0.0, 1.0))
def test_the_order_typed_in_does_not_matter(some: list[Option], order: list[int], free_week: float) -> None:
    before = told(*some, free_week=free_week)
    after = told(*(some[i] for i in order), free_week=free_week)
    assert after.reservation == pytest.approx(before.reservation, abs=1e-11)
    assert sorted(p.index for p in after.prospects) == sorted(p.index for p in before.prospects)
    assert after.to_open == before.to_open


@settings(max_examples=60, deadline=None)
@given(st.lists(options(), max_size=3), st.floats(0.0, 1.0), st.floats(0.01, 100))
def test_another_unit_scales_all(some: list[Option], free_week: float, unit: float) -> None:
    def scaled(option: Option) -> Option:
        worth = option.worth
        if isinstance(worth, Triangular):
            return replace(option, worth=Triangular(worth.worst * unit, worth.likely * unit, worth.best * unit))
        assert isinstance(worth, Discrete)
        return replace(option, worth=Discrete((worth.values[0] * unit,), (1.0,)))

    before = told(*some, free_week=free_week)
    after = batna([scaled(o) for o in some], free_week * unit, hour=Hour(HOUR.worth * unit, HOUR.money))
    assert after.reservation == pytest.approx(before.reservation * unit, rel=1e-9, abs=1e-9 * unit)


def test_what_was_spent_has_no_field() -> None:
    names = {f.name for f in fields(Option)} | {f.name for f in fields(Hour)}
    assert not {name for name in names if "spent" in name or "past" in name or "sunk" in name}


@pytest.mark.parametrize("column", [{"hours": -1.0}, {"money": -1.0}, {"weeks": -1.0}])
def test_finding_out_never_costs_less_than_nothing(column: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="less than nothing"):
        Option("it", SURE, **column)


def test_who_has_less_to_lose_has_more_say() -> None:
    theirs = at_stake(Measure(1.0, 0.9, 1.1, 12), Measure(0.3, 0.2, 0.4, 3))
    assert (theirs.value, theirs.low, theirs.high) == pytest.approx((0.7, 0.5, 0.9))
    assert theirs.n == 15
    assert leverage(0.6, 0.4, theirs).say == "you"
    assert leverage(2.0, 0.4, theirs).say == "them"
    assert leverage(1.0, 0.4, theirs).say == "open"
    assert leverage(0.3, 0.4, theirs).free_to_go
    assert not leverage(0.4, 0.4, theirs).free_to_go


@given(st.floats(-1, 3), st.floats(-1, 3), st.floats(0.0, 2.0))
def test_a_better_outside_of_yours_never_costs_you_say(inside: float, outside: float, better: float) -> None:
    theirs = Measure(0.4, 0.1, 0.8, 20)
    rank = {"them": 0, "open": 1, "you": 2}
    before, after = leverage(inside, outside, theirs), leverage(inside, outside + better, theirs)
    assert rank[after.say] >= rank[before.say]


def test_effort_shows_what_they_would_lose() -> None:
    even = shown_by_effort(Measure(50, 40, 60, 80), effort=0.25)
    assert (even.value, even.low, even.high) == pytest.approx((0.25, 0.25 * 40 / 60, 0.25 * 60 / 40))
    assert even.n == 80
    assert shown_by_effort(Measure(100, 99.5, 100, 4), 0.25).value == pytest.approx(0.25 * 99)


@given(options(), st.floats(0, 2))
def test_all_hours_of_looking_add_no_more_than_the_option_does(option: Option, inside: float) -> None:
    found = batna([option], 0.35, hour=Hour(0.02, 40), inside=inside).prospects[0]
    in_hand = max(0.35, inside)
    hours = option.hours + option.money / 40
    if hours:
        assert 0 <= found.hourly * hours <= option.chance * option.worth.excess(in_hand) + 1e-9
