"""What is usual for a person, and what their record says: against the same counted slowly."""

from __future__ import annotations

import numpy as np
import pytest

from walkaway.core.comeback.fitted import COMEBACK
from walkaway.core.comeback.hazard import HABIT_TRUST, Usual, after, cumulative
from walkaway.core.comeback.own import HALF_LIFE, LAST, TRUST, own_shift, own_usual


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
    shift, counted = own_shift(edges, total, person, began, waited, came)
    expected = float(after(edges, total[:1], 5.0)[0])
    assert counted.tolist() == [0, 1]
    assert shift[0] == 1.0
    assert shift[1] == pytest.approx((TRUST + 0.5) / (TRUST + 0.5 * expected))


def test_nothing_known_is_everybodys_average() -> None:
    x = COMEBACK.mean + 0.5 * COMEBACK.spread
    nobody = Usual(np.zeros(1), np.zeros((1, len(x))))
    assert np.array_equal(cumulative(COMEBACK, x[None]), cumulative(COMEBACK, x[None], nobody))
    # Twenty silences just like this one halve how far it is from what is usual.
    twenty = Usual(np.array([HABIT_TRUST]), HABIT_TRUST * x[None])
    score = (0.25 * COMEBACK.habit).sum()
    found = cumulative(COMEBACK, x[None], twenty)
    assert (found[0, -1] < cumulative(COMEBACK, x[None])[0, -1]) == (score > 0)
