"""The balance: even when both give, lopsided when one does, the mirror when seen from the other side."""

from __future__ import annotations

import numpy as np
import pytest
from tests.conftest import told
from tests.worlds import NOW, lived, moved, phase, seen, swapped

from walkaway.app.demo import Pace
from walkaway.core.balance.logit_beta import digamma, logit_mean, logit_variance, trigamma
from walkaway.core.balance.share import Balance, balance, ribbon
from walkaway.core.events import DAY, WEEK, Acts, Moment

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
    cooled = judged(lived(phase(52), phase(26, them=COLD)))
    warmed = judged(lived(phase(52, them=COLD), phase(26)))
    assert cooled.share < 40 < warmed.share


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
