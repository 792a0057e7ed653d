"""The forecast says ranges, grows with the horizon, and says nothing where there is nothing to say."""

from __future__ import annotations

import numpy as np
import pytest
from tests.conftest import told
from tests.worlds import END, NOW, lived, moved, phase

from walkaway.app.demo import Pace
from walkaway.core.comeback.forecast import Elsewhere, Own, Range, comeback, customer, own_record, reply
from walkaway.core.comeback.purchases import USUAL, BgNbd, any_purchase, fit_bgnbd, log_gamma
from walkaway.core.events import DAY, Acts, Moment

SILENT = Pace(0.0, 0.0, 1.0)


def silent_for(weeks: int, seed: int = 1) -> Acts:
    return lived(phase(30), phase(weeks, you=SILENT, them=SILENT), seed=seed)


def test_the_chance_grows_with_the_horizon_and_stays_in_its_range() -> None:
    seen = comeback(silent_for(3), now=NOW, domain="private")
    assert seen.status == "ok"
    chances = [r.chance for r in seen.ranges]
    assert chances == sorted(chances)
    assert all(r.low < r.chance < r.high for r in seen.ranges)
    assert [r.usual for r in seen.ranges] == [0.13, 0.20, 0.23]


def test_a_longer_silence_leaves_less_hope() -> None:
    short, long = (comeback(silent_for(weeks), now=NOW).ranges[1].chance for weeks in (2, 14))
    assert long < short


def test_not_late_and_too_little_are_answers() -> None:
    assert comeback(lived(phase(30)), now=NOW).status == "not_late"
    assert comeback(told("Mon 10:00  you: hi\nMon 10:05  them: hello"), now=NOW).status == "too_little"
    assert comeback(told("Mon 10:00  you: hi"), now=NOW).status == "too_little"


def test_the_day_of_the_calendar_does_not_matter() -> None:
    acts = silent_for(4)
    later = moved(acts, 700)
    then = Moment(NOW.at + 700 * DAY, NOW.local + 700 * DAY)
    one, two = comeback(acts, now=NOW), comeback(later, now=then)
    assert one.ranges[1].chance == pytest.approx(two.ranges[1].chance, rel=1e-6)


def test_what_comes_later_is_not_known() -> None:
    acts = lived(phase(20), phase(3, you=SILENT, them=SILENT), phase(5), seed=3)
    then = Moment(END - 5 * 7 * DAY - DAY, END - 5 * 7 * DAY - DAY)
    cut = Acts(*(getattr(acts, n)[acts.at <= then.at] for n in ("id", "at", "local", "side", "words", "asks")))
    assert comeback(acts, now=then) == comeback(cut, now=then)


def test_the_own_record_shifts_and_narrows() -> None:
    acts = silent_for(4)
    none = comeback(acts, now=NOW, own=Own()).ranges[1]
    never = comeback(acts, now=NOW, own=Own(10, 0.0, 6.0)).ranges[1]
    always = comeback(acts, now=NOW, own=Own(10, 10.0, 6.0)).ranges[1]
    assert never.chance < none.chance < always.chance
    assert (Own(2, 1, 1) + Own(3, 1, 2)) == Own(5, 2, 3)


def test_own_record_counts_ended_silences_only() -> None:
    gap = phase(4, you=SILENT, them=SILENT)
    acts = lived(phase(12), gap, phase(6), gap, seed=2)
    found = own_record(acts, now=NOW)
    assert 1 <= found.n <= 10
    assert 0 <= found.seen <= found.n
    assert own_record(told("Mon 10:00  you: hi"), now=NOW).n == 0


def test_own_records_add_up_with_what_is_usual() -> None:
    one, two = Own(1, 1.0, 0.5, (1.0, 2.0)), Own(2, 0.0, 0.5, (3.0, 4.0))
    assert (one + two).sums == (4.0, 6.0)
    assert (Own() + two).sums == (two + Own()).sums == two.sums
    usual = two.usual
    assert usual is not None
    assert usual.count.tolist() == [2.0]
    assert Own().usual is None


def test_with_the_other_chats_known() -> None:
    acts = silent_for(4)
    at = acts.at[0] + np.arange(200) * DAY
    seen = comeback(acts, now=NOW, elsewhere=Elsewhere(at, np.arange(200) % 2 == 0))
    assert seen.status == "ok"


def test_tenths() -> None:
    assert Range(30, 0.3, 0.21, 0.38).in_ten == (2, 4)
    assert Range(30, 0.01, 0.0, 0.02).in_ten == (0, 1)
    assert Range(30, 0.95, 0.9, 0.99).in_ten == (9, 10)


def test_an_answer_is_forecast_only_where_one_is_waited_for() -> None:
    story = "Mon 10:00  you: hi\nMon 10:05  them: hello\nMon 10:06  you: Thursday?"
    acts = told(story)
    now = Moment(int(acts.at[-1]) + DAY // 24, int(acts.local[-1]) + DAY // 24)
    day, week = reply(acts, now=now)
    assert 0 < day.chance < week.chance < 1
    assert reply(told("Mon 10:00  you: hi\nMon 10:05  them: hello"), now=now) == ()
    far = Moment(now.at + 30 * DAY, now.local + 30 * DAY)
    assert reply(acts, now=far) == ()


def test_customers() -> None:
    """A customer who bought monthly and is a month late, against one who is a year late."""
    bought = np.arange(0, 300, 30.0)
    soon, late = customer(bought, now=310.0), customer(bought, now=900.0)
    assert soon[1].chance > late[1].chance
    assert [r.chance for r in soon] == sorted(r.chance for r in soon)
    assert customer(np.zeros(0), now=1.0) == ()


def test_log_gamma_is_the_known_one() -> None:
    import math

    x = np.array([0.01, 0.5, 1.0, 3.7, 40.0, 900.5])
    assert log_gamma(x) == pytest.approx([math.lgamma(v) for v in x], abs=1e-9)


def test_the_fit_finds_who_made_the_data() -> None:
    rng = np.random.default_rng(4)
    truth, n, span = BgNbd(0.8, 12.0, 0.9, 3.0), 2500, 200.0
    count, last = np.zeros(n), np.zeros(n)
    rate, drop = rng.gamma(truth.r, 1 / truth.alpha, n), rng.beta(truth.a, truth.b, n)
    for k in range(n):
        t = 0.0
        while (t := t + rng.exponential(1 / rate[k])) < span:
            count[k], last[k] = count[k] + 1, t
            if rng.random() < drop[k]:
                break
    known = np.full(n, span)
    found = fit_bgnbd(count, last, known)
    assert any_purchase(found, count, last, known, 30.0).mean() == pytest.approx(
        any_purchase(truth, count, last, known, 30.0).mean(), abs=0.02
    )
    assert 0 < any_purchase(USUAL, count, last, known, 30.0).mean() < 1
