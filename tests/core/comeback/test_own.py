"""What is usual for a person, and what their record says: against the same counted slowly."""

from __future__ import annotations

import numpy as np
import pytest

from walkaway.core.comeback.fitted import COMEBACK
from walkaway.core.comeback.hazard import HABIT_TRUST, Usual, after, cumulative
from walkaway.core.comeback.own import HALF_LIFE, LAST, TRUST, Record, own_records, own_usual


def test_the_last_ten_before_each() -> None:
    rng = np.random.default_rng(1)
    person, began, x = rng.integers(0, 4, 90), rng.uniform(0, 400, 90), rng.normal(size=(90, 3))
    found = own_usual(x, person, began)
    for i in range(90):
        earlier = np.flatnonzero((person == person[i]) & (began < began[i]))
        earlier = earlier[np.argsort(began[earlier])][-LAST:]
        assert found.count[i] == len(earlier)
        assert found.sums[i] == pytest.approx(x[earlier].sum(axis=0), abs=1e-9)


def test_what_is_old_counts_less() -> None:
    edges = COMEBACK.edges
    total = np.tile(np.linspace(0, 2, len(edges)), (2, 1))
    person, came, waited = np.zeros(2, np.int64), np.ones(2), np.full(2, 5.0)
    began = np.array([0.0, HALF_LIFE])
    found = own_records(edges, total, person, began, waited, came)
    expected = float(after(edges, total[:1], 5.0)[0])
    assert found.count.tolist() == [0, 1]
    assert found.seen.tolist() == [0, 0.5]
    assert found.expected[1] == pytest.approx(0.5 * expected)


def test_the_chance_is_the_mean_over_what_is_not_known_of_you() -> None:
    rng = np.random.default_rng(5)
    for seen, expected, hazard in ((0.0, 0.0, 0.7), (3.0, 1.5, 2.0), (0.0, 4.0, 0.1)):
        factor = rng.gamma(TRUST + seen, 1 / (TRUST + expected), 400_000)
        record = Record(np.ones(1, np.int64), np.array([seen]), np.array([expected]))
        assert record.chance(np.array([hazard]))[0] == pytest.approx((1 - np.exp(-hazard * factor)).mean(), abs=0.002)


def test_nothing_known_is_everybodys_average() -> None:
    x = COMEBACK.mean + 0.5 * COMEBACK.spread
    nobody = Usual(np.zeros(1), np.zeros((1, len(x))))
    assert np.array_equal(cumulative(COMEBACK, x[None]), cumulative(COMEBACK, x[None], nobody))
    # Twenty silences just like this one halve how far it is from what is usual.
    twenty = Usual(np.array([HABIT_TRUST]), HABIT_TRUST * x[None])
    score = (0.25 * COMEBACK.habit).sum()
    found = cumulative(COMEBACK, x[None], twenty)
    assert (found[0, -1] < cumulative(COMEBACK, x[None])[0, -1]) == (score > 0)
