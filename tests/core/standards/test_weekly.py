"""What a week shows, and when it shows nothing."""

from __future__ import annotations

import numpy as np
from tests.conftest import moment, told
from tests.worlds import END, lived, phase, seen

from walkaway.app.demo import Pace
from walkaway.core.events import DAY, WEEK, Acts, Moment
from walkaway.core.standards.weekly import weekly


def at(day: str, week: int) -> Moment:
    return Moment(moment(day, week=week), moment(day, week=week))


def test_a_week_counts_what_they_did(story: Acts) -> None:
    """
    Mon 10:00  them: coffee?
    Mon 10:05  you: yes
    Wed 09:00  you: where?
    Wed 12:00  them: the usual
    Fri 09:00  you: thank you
    Sun 20:00  them: what a day
    week 1 Mon 10:00  you: good morning
    """
    weeks = weekly(seen(story, now=at("Wed", 1)))
    assert len(weeks) == 1  # the second week is not over
    assert weeks.value["openings"].tolist() == [2.0]  # Monday, Sunday; Wednesday answered you
    assert weeks.value["active_days"].tolist() == [3.0]
    assert weeks.value["replies"].tolist() == [0.5]  # "where?" was answered, "thank you" was not; "yes" asked nothing
    assert weeks.informative.tolist() == [True]


def test_a_monthly_client_is_not_gone() -> None:
    """Every fourth week they write and you answer; the weeks between show nothing."""
    lines = []
    for week in range(0, 40, 4):
        lines += [f"week {week} Tue 10:00  them: new brief?", f"week {week} Tue 11:00  you: on it"]
        lines += [f"week {week} Tue 11:30  them: great", f"week {week} Tue 11:31  you: done"]
    weeks = weekly(seen(told("\n".join(lines)), now=at("Wed", 41)))
    contact = (np.arange(len(weeks)) % 4 == 0) & (np.arange(len(weeks)) < 40)
    assert weeks.informative[contact].all()
    assert not weeks.informative[~contact & (np.arange(len(weeks)) % 4 > 1)].any()


def test_a_daily_pair_that_fell_silent_is_seen() -> None:
    """Nothing of yours waits, yet a week without a word was never likely."""
    silent = Pace(0, 0, 1)
    acts = lived(phase(30), phase(4, you=silent, them=silent), seed=1)
    weeks = weekly(seen(acts))
    assert weeks.informative[-3:].all()
    assert weeks.value["active_days"][-3:].tolist() == [0, 0, 0]


def test_quiet_spells_are_explained() -> None:
    acts = lived(phase(20), seed=1)
    first, last = END - 4 * WEEK, END - 2 * WEEK
    plain, explained = weekly(seen(acts)), weekly(seen(acts), quiet=((first, last),))
    hidden = plain.informative & ~explained.informative
    assert 2 <= np.count_nonzero(hidden) <= 3
    assert explained.monday[hidden].min() > first - WEEK
    assert explained.monday[hidden].max() <= last


def test_weeks_are_the_slow_loop() -> None:
    acts = lived(phase(12), phase(6, them=Pace(0.3, 0.3, 20.0)), seed=7)
    cut = seen(acts)
    weeks = weekly(cut)
    theirs = acts.local[acts.side == 1]
    for k, monday in enumerate(weeks.monday.tolist()):
        inside = theirs[(theirs >= monday) & (theirs < monday + WEEK)]
        assert weeks.value["active_days"][k] == len({int(t) // DAY for t in inside})
        their = cut.replies[1]
        columns = zip(their.answered, their.hours, their.local, their.awaits, strict=True)
        due = [(a, h) for a, h, t, awaits in columns if awaits and monday <= t < monday + WEEK]
        np.testing.assert_equal(weeks.value["replies"][k], np.mean([a for a, _ in due]) if due else np.nan)
        hours = sorted(h for _, h in due)
        np.testing.assert_equal(weeks.value["wait"][k], max(1.0, hours[(len(hours) - 1) // 2]) if hours else np.nan)
    assert (weeks.monday - weeks.monday[0]).tolist() == [k * WEEK for k in range(len(weeks))]
