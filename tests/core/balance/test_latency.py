"""Waits are kept, never dropped; medians match what is published."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import moment

from walkaway.core.balance.latency import Waits, median_latency, quantile, replies, survival, waits
from walkaway.core.balance.turns import turns
from walkaway.core.events import HOUR, Acts, Side

# Freireich et al. (1963), remission in weeks of 21 children on 6-MP; + marks who was still in remission.
RELAPSED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
STILL_WELL = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
# The placebo arm: all relapsed.
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]


def kept(hours: Sequence[float], answered: Sequence[bool]) -> Waits:
    n = len(hours)
    zeros = np.zeros(n, np.int64)
    return Waits(zeros, zeros, zeros, np.array(hours, np.float64), np.array(answered, np.bool_))


def test_silence_is_kept_as_a_wait_not_dropped(story: Acts) -> None:
    """
    Mon 11:00  them: sure, when?
    Mon 12:00  you: Thursday?
    Wed 12:00  you: still on?
    """
    found = waits(story, by=Side.THEM, now=moment("Sun", 9))
    assert found.hours.tolist() == [141.0]
    assert found.answered.tolist() == [False]


def test_a_wait_runs_from_the_first_unanswered_message(story: Acts) -> None:
    """
    Mon 09:00  you: are you there?
    Mon 15:00  you: hello?
    Tue 09:00  them: yes
    """
    found = waits(story, by=Side.THEM, now=moment("Sun"))
    assert (found.hours.tolist(), found.answered.tolist(), found.id.tolist()) == ([24.0], [True], [1])


def test_in_a_group_only_what_the_other_answers_next_is_known(story: Acts) -> None:
    """
    Mon 09:00  you: who comes?
    Mon 09:05  other: me
    Mon 09:10  you: and you two?
    Mon 09:15  them: yes
    """
    found = waits(story, by=Side.THEM, now=moment("Sun"))
    assert found.id.tolist() == [3]


def test_median_matches_a_published_table() -> None:
    """Freireich (1963): median remission 23 weeks on 6-MP, 8 on placebo."""
    seen = kept(RELAPSED + STILL_WELL, [True] * len(RELAPSED) + [False] * len(STILL_WELL))
    assert quantile(seen, 0.5) == 23
    assert quantile(kept(PLACEBO, [True] * len(PLACEBO)), 0.5) == 8
    found = median_latency(seen)
    assert found is not None
    assert (found.value, found.n) == (23, 21)
    assert 13 <= found.low < 23
    assert found.high == np.inf  # the last known remissions end above half


def test_survival_matches_the_published_curve() -> None:
    """The 6-MP curve as printed in Kalbfleisch & Prentice: .857 .807 .753 .690 .627 .538 .448."""
    seen = kept(RELAPSED + STILL_WELL, [True] * len(RELAPSED) + [False] * len(STILL_WELL))
    ends, left = survival(seen.hours, seen.answered, np.ones(len(seen)))
    assert ends.tolist() == [6, 7, 10, 13, 16, 22, 23]
    assert np.round(left, 3).tolist() == [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]


def test_nobody_answered_means_no_median() -> None:
    assert median_latency(kept([5.0, 9.0], [False, False])) is None
    assert quantile(kept([5.0, 9.0, 2.0], [False, False, True]), 0.5) == np.inf


@given(st.lists(st.tuples(st.integers(0, 50), st.booleans()), max_size=40))
def test_survival_is_the_slow_product(pairs: list[tuple[int, bool]]) -> None:
    hours = [float(h) for h, _ in pairs]
    answered = [a for _, a in pairs]
    seen = kept(hours, answered)
    ends, left = survival(seen.hours, seen.answered, np.ones(len(pairs)))
    expected, s = [], 1.0
    for t in sorted({h for h, a in pairs if a}):
        s *= 1 - sum(a and h == t for h, a in pairs) / sum(h >= t for h, _ in pairs)
        expected.append(s)
    assert ends.tolist() == sorted({h for h, a in zip(hours, answered, strict=True) if a})
    np.testing.assert_allclose(left, expected, atol=1e-12)


def test_a_turn_whose_time_is_not_over_says_nothing_yet(story: Acts) -> None:
    """
    Mon 09:00  you: lunch on Friday?
    Mon 10:00  them: yes
    Tue 09:00  you: where?
    Wed 20:00  you: any idea?
    """
    cut = turns(story, gap=HOUR)
    found = replies(story, cut, by=Side.THEM, window=24 * HOUR, now=moment("Thu", 9))
    assert found.id.tolist() == [1, 3]
    assert found.answered.tolist() == [True, False]
