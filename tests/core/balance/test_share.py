"""The balance: even when both give, lopsided when one does, the mirror when seen from the other side."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import told
from tests.worlds import NOW, lived, moved, phase, seen, swapped

from walkaway.app.demo import Pace
from walkaway.core.balance.logit_beta import digamma, logit_mean, logit_variance, trigamma
from walkaway.core.balance.share import Balance, _logits, balance, ribbon
from walkaway.core.events import DAY, HOUR, SECOND, WEEK, Acts, Moment

COLD = Pace(opens=0.2, replies=0.35, wait=12.0)


def judged(acts: Acts, *, now: Moment = NOW, group: bool = False) -> Balance:
    result = balance(seen(acts, now=now, group=group), np.random.default_rng(1))
    assert result is not None
    return result


@pytest.mark.parametrize("seed", range(5))
def test_two_who_give_alike_are_even(seed: int) -> None:
    result = judged(lived(phase(40), seed=seed))
    assert result.low <= 50 <= result.high or abs(result.share - 50) < 10
    assert result.reading in ("even", "open")


@pytest.mark.parametrize("seed", range(5))
def test_one_who_carries_it_is_told_so(seed: int) -> None:
    acts = lived(phase(30, them=COLD), seed=seed)
    assert judged(acts).reading == "you_carry"
    assert judged(swapped(acts)).reading == "they_carry"


def test_the_other_side_sees_the_mirror() -> None:
    acts = lived(phase(30, them=COLD), seed=3)
    mine, theirs = judged(acts), judged(swapped(acts))
    assert mine.share + theirs.share == pytest.approx(100, abs=1e-9)
    assert mine.n == theirs.n


def test_whole_weeks_later_is_the_same() -> None:
    acts = lived(phase(20), seed=2)
    later = Moment(NOW.at + 21 * DAY, NOW.local + 21 * DAY)
    assert judged(acts) == judged(moved(acts, 21), now=later)


def test_old_weeks_count_less() -> None:
    """Half a year of cold after a year of warm is read as cold, and the other way round as warm."""
    seeds = range(1, 4)
    cooled = [judged(lived(phase(52), phase(26, them=COLD), seed=seed)).share for seed in seeds]
    warmed = [judged(lived(phase(52, them=COLD), phase(26), seed=seed)).share for seed in seeds]
    assert max(cooled) < 32
    assert np.mean(warmed) > 40


def test_little_is_never_sure() -> None:
    acts = told("Mon 10:00  you: hello?\nMon 11:00  them: hi\nTue 10:00  you: coffee?\nTue 12:00  them: yes")
    result = judged(acts, now=Moment(int(acts.at[-1]) + DAY, int(acts.at[-1]) + DAY))
    assert result.reading == "open"
    assert result.high - result.low > 20
    assert result.n == 4


def test_a_group_is_judged_by_volume_and_direct_replies_only() -> None:
    result = judged(lived(phase(20)), group=True)
    assert [c.name for c in result.components] == ["replies", "volume"]
    assert sum(c.weight for c in result.components) == pytest.approx(1)


def test_the_interval_narrows_with_more_to_see() -> None:
    widths = [r.high - r.low for r in (judged(lived(phase(weeks), seed=4)) for weeks in (3, 12, 40))]
    assert widths[0] > widths[1] > widths[2]


def test_the_ribbon_shows_the_fall_where_it_was() -> None:
    shown = ribbon(seen(lived(phase(40), phase(10, them=COLD))))
    assert len(shown.monday) == 26
    assert np.all(np.diff(shown.monday) == WEEK)
    assert np.nanmean(shown.share[:12]) > 42
    assert np.nanmean(shown.share[-5:]) < 35
    assert np.all((shown.low <= shown.share) & (shown.share <= shown.high))


def test_a_silent_side_is_a_gap_and_no_rise() -> None:
    """They wrote until four months ago, you go on: what they did fades, and the line must not climb to even."""
    silent = Pace(opens=0.0, replies=0.0, wait=1.0)
    shown = ribbon(seen(lived(phase(30), phase(16, you=Pace(opens=1.0, replies=0.9, wait=1.0), them=silent))))
    drawn = np.flatnonzero(~np.isnan(shown.share))
    assert drawn[-1] < 16
    last = shown.share[drawn][-4:]
    assert last[-1] - last.min() < 4
    assert np.isnan(shown.low[16:]).all()
    assert not np.isnan(ribbon(seen(lived(phase(40)))).share).any()


def test_digamma_and_trigamma_match_published_values() -> None:
    """Psi(1) = -gamma, psi(1/2) = -gamma - 2 ln 2, psi'(1) = pi^2/6, psi'(1/2) = pi^2/2 (A&S 6.3, 6.4)."""
    gamma = 0.57721566490153286061
    np.testing.assert_allclose(digamma(np.array([1.0, 0.5])), [-gamma, -gamma - 2 * np.log(2)], atol=1e-9)
    np.testing.assert_allclose(trigamma(np.array([1.0, 0.5])), [np.pi**2 / 6, np.pi**2 / 2], atol=1e-8)


def test_the_logit_of_a_beta_is_what_draws_say() -> None:
    rng = np.random.default_rng(1)
    for a, b in ((2.0, 2.0), (9.5, 3.0), (40.0, 60.0)):
        p = rng.beta(a, b, 400_000)
        logit = np.log(p / (1 - p))
        assert float(logit_mean(np.array(a), np.array(b))) == pytest.approx(logit.mean(), abs=0.01)
        assert float(logit_variance(np.array(a), np.array(b))) == pytest.approx(logit.var(), rel=0.02)


def opener(words_after: float, *, days: int = 320, asks: float = 0.4, seed: int = 1) -> Acts:
    """One opens on most days, the other gives a short answer, and after some pairs the first adds an "ok then"."""
    rng = np.random.default_rng(seed)
    day = np.flatnonzero(rng.random(days) < 0.6) * DAY + 9 * HOUR + rng.integers(0, 500, days)[:1] * 60 * SECOND
    answered = day + rng.integers(5, 50, len(day)) * 60 * SECOND
    after = (answered + 5 * 60 * SECOND)[rng.random(len(day)) < words_after]
    at = np.concatenate([day, answered, after])
    side = np.repeat([0, 1, 0], [len(day), len(day), len(after)]).astype(np.int8)
    question = np.concatenate([rng.random(len(day)) < asks, np.zeros(len(day) + len(after), np.bool_)])
    order = np.argsort(at, kind="stable")
    at = at[order] + NOW.at - days * DAY
    return Acts(np.arange(len(at)), at, at, side[order], np.ones(len(at), np.int32), question[order])


@given(seed=st.integers(0, 10_000), asks=st.floats(0, 1), days=st.integers(60, 400))
def test_who_opens_all_conversations_carries_them(seed: int, asks: float, days: int) -> None:
    """A last word more or less changes next to nothing, and the one who never began never comes out ahead."""
    shares = [judged(opener(words, days=days, asks=asks, seed=seed)).share for words in (0, 0.02, 0.2, 0.5, 1)]
    assert max(shares) < 40
    assert max(shares) - min(shares) < 3
    mirror = judged(swapped(opener(0.0, days=days, asks=asks, seed=seed))).share
    assert shares[0] + mirror == pytest.approx(100, abs=1e-9)


def test_a_greeting_each_day_and_a_short_answer() -> None:
    result = judged(opener(0.0, asks=1.0))
    assert result.reading == "you_carry"
    replies = next(c for c in result.components if c.name == "replies")
    assert replies.you is None
    assert replies.them == pytest.approx(1)


@given(st.floats(0, 50), st.floats(0, 50), st.floats(0, 50))
def test_one_who_was_never_asked_moves_no_share_of_answers(answered: float, unanswered: float, few: float) -> None:
    """Nothing to answer says nothing, and the first turns to answer say little: no jump between the two."""
    counts = np.zeros((2, 4, 2))
    counts[:, 1, 1], counts[:, 2, 1] = answered, unanswered
    counts[1, 1, 0] = few * 1e-4
    never, hardly = _logits(counts)[:, 1]
    assert never == pytest.approx(0, abs=1e-9)
    assert hardly == pytest.approx(0, abs=0.01)
