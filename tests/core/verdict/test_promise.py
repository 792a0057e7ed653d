"""Rules made while calm: tightened at once, loosened only after the delay, whatever is saved in between."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import moment

from walkaway.core.events import HOUR, Moment
from walkaway.core.standards.standard import WeekMarks
from walkaway.core.verdict.promise import (
    LOOSEN_AFTER,
    Due,
    Edit,
    Rule,
    at_least_as_tight,
    due,
    fired,
    in_force,
    lowerings,
    slide,
    tightest,
)

START = moment("Mon", 9)
MARKS = {"M": 0, "P": 1, "x": 2, ".": -1}
WORDS = "I will not chase an answer for a third week."
ALWAYS_THREE_DAYS = st.just(LOOSEN_AFTER)
RULE = Rule("replies", 0.8, misses=3, weeks=6, ask_first=True, grace=2, words=WORDS)


def at(hours: float) -> Moment:
    """So many hours after Monday 09:00."""
    when = START + int(hours * HOUR)
    return Moment(when, when)


def edits(*saved: tuple[float, Rule | None]) -> list[Edit]:
    return [Edit(at(hours), rule) for hours, rule in saved]


def rule_at(saved: list[Edit], now: int) -> Rule | None:
    found = in_force(saved, now)
    return None if found is None else found.rule


def holds(saved: list[Edit], hours: float) -> Rule | None:
    return rule_at(saved, at(hours).at)


@st.composite
def rules(draw: st.DrawFn, delays: st.SearchStrategy[int] = ALWAYS_THREE_DAYS) -> Rule:
    weeks = draw(st.integers(1, 6))
    return Rule(
        "replies",
        level=draw(st.sampled_from([0.4, 0.6, 0.8])),
        misses=draw(st.integers(1, weeks)),
        weeks=weeks,
        ask_first=draw(st.booleans()),
        grace=draw(st.integers(0, 3)),
        words=draw(st.sampled_from(["Enough.", "Not again."])),
        delay=draw(delays),
    )


@st.composite
def histories(draw: st.DrawFn, delays: st.SearchStrategy[int] = ALWAYS_THREE_DAYS) -> list[Edit]:
    """Up to eight edits within two weeks, drops among them."""
    hours = sorted(draw(st.lists(st.integers(0, 336), min_size=1, max_size=8)))
    return [Edit(at(h), draw(st.none() | rules(delays))) for h in hours]


# --- tightening and loosening -----------------------------------------------------------------------------------------


def test_tighter_holds_at_once_and_looser_after_three_days() -> None:
    tight, loose = replace(RULE, misses=2), replace(RULE, misses=4)
    saved = edits((0, RULE), (10, loose))
    assert holds(saved, 10) == holds(saved, 81.9) == RULE
    assert holds(saved, 82) == loose
    assert holds([*saved, *edits((20, tight))], 20) == tight
    assert holds([*saved, *edits((20, tight))], 200) == tight, "the newest edit replaces the one that waited"


def test_a_change_that_is_both_is_split() -> None:
    both = replace(RULE, misses=2, grace=4)
    saved = edits((0, RULE), (10, both))
    assert holds(saved, 10) == replace(RULE, misses=2)
    assert holds(saved, 82) == both


def test_dropping_a_rule_waits_and_what_waits_is_shown() -> None:
    saved = edits((0, RULE), (10, None))
    found = in_force(saved, at(20).at)
    assert found is not None
    assert (found.rule, found.waiting, found.waits_until) == (RULE, None, at(82).at)
    assert in_force(saved, at(82).at) is None


def test_asking_for_less_of_what_waits_does_not_start_the_clock_again() -> None:
    saved = edits((0, RULE), (10, replace(RULE, misses=5)), (40, replace(RULE, misses=4)))
    assert holds(saved, 82) == replace(RULE, misses=4)
    more = edits((0, RULE), (10, replace(RULE, misses=4)), (40, replace(RULE, misses=5)))
    assert holds(more, 82) == RULE
    assert holds(more, 112) == replace(RULE, misses=5)


def test_a_delay_made_longer_holds_for_what_waits_as_well() -> None:
    week = replace(RULE, delay=168 * HOUR, misses=4)
    saved = edits((0, RULE), (10, None), (20, week))
    assert holds(saved, 177) == replace(RULE, delay=168 * HOUR)
    assert holds(saved, 178) == week


def test_a_longer_wait_in_hours_is_the_looser_standard() -> None:
    wait = Rule("wait", 24.0, 2, 4, ask_first=False, grace=0, words=WORDS)
    saved = edits((0, wait), (1, replace(wait, level=48.0)))
    assert holds(saved, 2) == wait
    assert holds(edits((0, wait), (1, replace(wait, level=12.0))), 1) == replace(wait, level=12.0)


def test_the_delay_cannot_be_cut_short_at_once() -> None:
    """Setting the delay to nothing is a loosening like any other, so it waits out the old delay."""
    quick = replace(RULE, delay=0)
    saved = edits((0, RULE), (1, quick), (2, replace(quick, misses=6)))
    assert holds(saved, 72.9) == RULE
    assert holds(saved, 74) == replace(quick, misses=6)


def test_the_words_stay_with_the_rule_they_were_written_for() -> None:
    softer = replace(RULE, misses=5, words="Maybe I was hard.")
    assert holds(edits((0, RULE), (1, softer)), 2) == RULE
    assert holds(edits((0, RULE), (1, replace(RULE, words="Still so."))), 1) == replace(RULE, words="Still so.")


@given(histories())
def test_a_tightening_holds_from_the_moment_it_is_saved(saved: list[Edit]) -> None:
    for k, edit in enumerate(saved, 1):
        assert at_least_as_tight(rule_at(saved[:k], edit.at.at), edit.rule)


@settings(max_examples=300)
@given(rules(), histories())
def test_nothing_loosens_within_the_delay_whatever_is_saved(first: Rule, saved: list[Edit]) -> None:
    """A rule stands alone; then edits come. For 72 hours from the first, it is at least as tight as it was."""
    begun = [Edit(at(-500), first), *saved]
    opened = saved[0].at.at
    for hours in np.linspace(0, 71.99, 25):
        assert at_least_as_tight(rule_at(begun, opened + int(hours * HOUR)), first)


@settings(max_examples=200)
@given(histories(st.sampled_from([0, 24 * HOUR, LOOSEN_AFTER])))
def test_every_loosening_was_asked_for_a_delay_ago_and_stood_since(saved: list[Edit]) -> None:
    """Where the rule gets looser, an edit at least as loose lies a full delay back, and no later one took it back."""
    times = sorted({e.at.at for e in saved} | {e.at.at + d for e in saved for d in (0, 24 * HOUR, LOOSEN_AFTER)})
    for t in times:
        # What waited comes to hold first; what is saved at the same instant meets the rule that then holds.
        earlier = [e for e in saved if e.at.at < t]
        steps = (rule_at(saved, t - 1), rule_at(earlier, t), rule_at(saved, t))
        for before, after in pairwise(steps):
            if before is None or at_least_as_tight(after, before):
                continue
            asked = [e for e in saved if e.at.at <= t - before.delay and at_least_as_tight(after, e.rule)]
            assert asked, "nobody asked for this in time"
            since = [e for e in saved if asked[-1].at.at < e.at.at < t]
            assert all(at_least_as_tight(after, e.rule) for e in since), "somebody took it back"


def test_a_drop_at_the_instant_at_which_a_shorter_delay_comes_to_hold_is_at_once() -> None:
    short = replace(RULE, delay=0)
    saved = edits((0, RULE), (1, short), (73, None))
    assert holds(saved, 72.9) == RULE
    assert holds(saved, 73) is None


@given(histories(), st.integers(0, 336), st.integers(0, 100_000))
def test_the_calendar_does_not_matter(saved: list[Edit], hours: int, shift: int) -> None:
    later = [replace(e, at=Moment(e.at.at + shift * HOUR, e.at.local + shift * HOUR)) for e in saved]
    assert holds(saved, hours) == holds(later, hours + shift)


@given(histories(), st.integers(0, 336))
def test_what_is_saved_later_is_not_known_now(saved: list[Edit], hours: int) -> None:
    known = [e for e in saved if e.at.at <= at(hours).at]
    assert in_force(saved, at(hours).at) == in_force(known, at(hours).at)


def test_edits_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="order"):
        in_force(edits((5, RULE), (1, None)), at(9).at)


def test_a_rule_that_cannot_fire_is_refused() -> None:
    for wrong in ({"misses": 0}, {"misses": 7}, {"grace": -1}, {"delay": -1}, {"level": 0.0}):
        with pytest.raises(ValueError, match="a rule needs"):
            replace(RULE, **wrong)


def test_rules_on_two_standards_do_not_mix() -> None:
    with pytest.raises(ValueError, match="one standard"):
        tightest(RULE, replace(RULE, standard="wait"))


# --- which rule fires -------------------------------------------------------------------------------------------------


def weeks(letters: str) -> WeekMarks:
    """Weeks from Monday 1 January 2024 on: M met, P partly, x missed, . nothing."""
    n = len(letters)
    return WeekMarks(
        np.array([moment("Mon", week=k) for k in range(n)], np.int64), np.array([MARKS[c] for c in letters], np.int8)
    )


def asks_now(letters: str, *, rule: Rule = RULE, asked: int | None = None) -> Due:
    """The rule was made before the first week; it is Monday noon after the last. `asked`: before which week."""
    made = Moment(moment("Mon") - HOUR, moment("Mon") - HOUR)
    now = moment("Mon", 12, week=len(letters))
    ask = None if asked is None else moment("Mon", week=asked)
    held = in_force([Edit(made, rule)], now)
    assert held is not None
    return due(held, weeks(letters), Moment(now, now), None if ask is None else Moment(ask, ask)).due


@pytest.mark.parametrize(
    ("letters", "asked", "what"),
    [
        ("", None, Due.QUIET),
        ("MxMxM", None, Due.QUIET),
        ("MxPxP", None, Due.QUIET),
        ("MxMxMx", None, Due.ASK),
        ("xx.x", None, Due.ASK),
        ("xxxMMMM", None, Due.QUIET),
        ("xxxx", 3, Due.HOLD),
        ("xxxxx", 3, Due.HOLD),
        ("xxxMM", 3, Due.HOLD),
        ("xxxxxx", 3, Due.WALK),
        ("xxxMMx", 3, Due.WALK),
        ("xxxMMMMx", 3, Due.QUIET),
    ],
)
def test_a_rule_asks_once_waits_and_then_acts(letters: str, asked: int | None, what: Due) -> None:
    """Three misses in six weeks; ask first; two whole weeks of grace."""
    assert asks_now(letters, asked=asked) == what


def test_without_an_ask_first_the_rule_acts_at_once() -> None:
    strict = Rule("replies", 0.8, 1, 1, ask_first=False, grace=0, words=WORDS)
    assert asks_now("MMx", rule=strict) == Due.WALK
    assert asks_now("MMxM", rule=strict) == Due.QUIET


def test_weeks_before_the_rule_and_the_week_that_runs_do_not_count() -> None:
    strict = replace(RULE, misses=2, ask_first=False)
    made = Moment(moment("Wed", week=2), moment("Wed", week=2))
    held = in_force([Edit(made, strict)], made.at)
    assert held is not None
    sunday = moment("Sun", 20, week=4)
    marks = weeks("xxxxx")
    assert due(held, marks, Moment(sunday, sunday)).missed == (moment("Mon", week=3),)
    monday = moment("Mon", 0, week=5)
    assert due(held, marks, Moment(monday, monday)).due == Due.WALK


def test_tightening_keeps_the_weeks_already_counted() -> None:
    made, tightened = at(-24), Moment(moment("Tue", week=2), moment("Tue", week=2))
    now = moment("Mon", 9, week=3)
    saved = [Edit(made, RULE), Edit(tightened, replace(RULE, misses=2))]
    held = in_force(saved, now)
    assert held is not None
    assert due(held, weeks("xxM"), Moment(now, now)).due == Due.ASK


@given(rules(), rules(), st.text("MPx.", max_size=10), st.none() | st.integers(0, 10))
def test_a_tighter_rule_is_never_milder(one: Rule, other: Rule, letters: str, asked: int | None) -> None:
    both = tightest(one, other)
    assert both is not None
    milder = {Due.QUIET: 0, Due.HOLD: 1, Due.ASK: 1, Due.WALK: 2}
    for rule in (one, other):
        assert milder[asks_now(letters, rule=both, asked=asked)] >= milder[asks_now(letters, rule=rule, asked=asked)]


@given(rules(), st.text("MPx", max_size=8), st.data())
def test_weeks_with_nothing_to_see_never_make_a_rule_fire(rule: Rule, letters: str, data: st.DataObject) -> None:
    hidden = "".join(data.draw(st.sampled_from([c, "."])) for c in letters)
    assert asks_now(hidden, rule=rule) <= asks_now(letters, rule=rule)


def test_the_strictest_comes_first_with_the_persons_own_words() -> None:
    made = at(-24)
    now = moment("Mon", 9, week=3)
    walk = Rule("wait", 24.0, 1, 3, ask_first=False, grace=0, words="Two days of silence is my limit.")
    quiet = Rule("openings", 2.0, 3, 3, ask_first=False, grace=0, words="Never fires here.")
    dropped = [Edit(made, replace(quiet, standard="active_days")), Edit(made, None)]
    book = {
        "replies": [Edit(made, RULE)],
        "wait": [Edit(made, walk)],
        "openings": [Edit(made, quiet)],
        "active_days": dropped,
    }
    marks = {"replies": weeks("xxx"), "wait": weeks("MMx"), "openings": weeks("MMM"), "active_days": weeks("MMM")}
    found = fired(book, marks, Moment(now, now))
    assert [(f.rule.words, f.due) for f in found] == [(walk.words, Due.WALK), (WORDS, Due.ASK)]
    again = fired(dict(reversed(book.items())), marks, Moment(now, now))
    assert again == found


# --- how often standards were lowered ---------------------------------------------------------------------------------


def test_what_was_lowered_how_often_and_how_far() -> None:
    half = replace(RULE, level=0.4)
    saved = edits((0, RULE), (10, half), (100, replace(half, grace=5)))
    before, after = lowerings(saved, at(99).at), lowerings(saved, at(172).at)
    assert [(one.part, one.before, one.after) for one in after] == [("level", 0.8, 0.4), ("grace", 2, 5)]
    assert before == after[:1]
    assert before[0].by == pytest.approx(0.5)
    found = slide(saved, at(172).at)
    assert found is not None
    assert (found.standard, found.times, found.taken_back, found.highest) == ("replies", 2, 0, 0.8)
    assert found.kept == pytest.approx(0.5)


def test_a_loosening_taken_back_in_time_lowers_nothing() -> None:
    saved = edits((0, RULE), (10, None), (40, RULE))
    found = slide(saved, at(500).at)
    assert found is not None
    assert (found.times, found.taken_back, found.kept) == (0, 1, 1.0)


def test_dropped_is_all_of_it() -> None:
    saved = edits((0, RULE), (10, None))
    assert [(one.part, one.by) for one in lowerings(saved, at(90).at)] == [("dropped", 1.0)]
    found = slide(saved, at(90).at)
    assert found is not None
    assert (found.times, found.kept) == (1, 0.0)
    assert slide([], at(90).at) is None


def test_a_wait_twice_as_long_is_half_given_up() -> None:
    wait = Rule("wait", 24.0, 2, 4, ask_first=False, grace=0, words=WORDS)
    found = slide(edits((0, wait), (1, replace(wait, level=48.0))), at(90).at)
    assert found is not None
    assert found.kept == pytest.approx(0.5)


@given(histories(), st.integers(0, 500))
def test_tightening_alone_is_never_called_lowering(saved: list[Edit], hours: int) -> None:
    climbing: list[Edit] = []
    held: Rule | None = None
    for edit in saved:
        held = tightest(held, edit.rule)
        climbing.append(replace(edit, rule=held))
    assert lowerings(climbing, at(hours).at) == ()
