"""Shares of many, drawn together: the intervals hold the truth, little data leans on the others, much does not."""

from __future__ import annotations

import numpy as np
import pytest

from walkaway.core.balance.logit_beta import logit_mean, logit_variance
from walkaway.core.balance.pooled import FEWEST, Pooled, pooled, pooled_balances
from walkaway.core.balance.share import PRIOR, Balance, Component

Z90 = 1.6448536269514722


def percent(logit: float) -> float:
    return float(100 / (1 + np.exp(-logit)))


def counted(yours: int, theirs: int) -> Balance:
    """A balance of one part, as share.py makes it where its floor binds."""
    mean = float(logit_mean(np.array(PRIOR + theirs), np.array(PRIOR + yours)))
    spread = float(np.sqrt(logit_variance(np.array(PRIOR + theirs), np.array(PRIOR + yours))))
    part = Component("volume", yours, theirs, 1.0, yours + theirs)
    low, high = percent(mean - Z90 * spread), percent(mean + Z90 * spread)
    return Balance(percent(mean), low, high, yours + theirs, "open", (part,))


@pytest.mark.parametrize(("common", "between"), [(0.0, 0.3), (-1.0, 0.0), (-1.0, 0.6), (0.8, 1.2)])
def test_nine_of_ten_intervals_hold_the_truth(common: float, between: float) -> None:
    rng = np.random.default_rng(7)
    held = []
    for _ in range(150):
        truth = rng.normal(common, between, 30)
        variance = rng.uniform(0.2, 3.0, 30)
        found = pooled(rng.normal(truth, np.sqrt(variance)), variance)
        held += [one.low <= percent(t) <= one.high for one, t in zip(found, truth, strict=True)]
    assert np.mean(held) >= 0.86
    assert between == 0 or np.mean(held) <= 0.97  # of those who do not differ, more is held: a spread may always be


@pytest.mark.parametrize("common", [-0.9, 0.0, 0.6])
def test_three_acts_each_of_thirty_find_what_they_have_in_common(common: float) -> None:
    """The start of each balance at even is taken out again: thirty of them are no evidence of even."""
    rng = np.random.default_rng(3)
    held, mean = [], []
    for _ in range(40):
        truth = rng.normal(common, 0.4, 30)
        theirs = rng.binomial(3, 1 / (1 + np.exp(-truth)))
        found = pooled_balances([counted(3 - int(k), int(k)) for k in theirs])
        held += [one.low <= percent(t) <= one.high for one, t in zip(found, truth, strict=True)]
        mean += [one.share for one in found]
    assert 0.85 <= np.mean(held) <= 0.98
    assert np.mean(mean) == pytest.approx(percent(common), abs=4)


def test_little_leans_on_the_others_and_much_does_not() -> None:
    few, many = counted(1, 2), counted(20, 180)
    others = [counted(6, 3) for _ in range(12)]
    found = pooled_balances([few, many, *others])
    assert found[0].mostly_common
    assert not found[1].mostly_common
    assert found[0].share < few.share
    assert found[1].share == pytest.approx(many.share, abs=4)
    alone = pooled_balances([few, *others])[0]
    assert alone.high - alone.low < few.high - few.low


def test_with_two_there_is_nothing_in_common() -> None:
    two = [counted(1, 2), counted(2, 1)]
    assert len(two) < FEWEST
    assert pooled_balances(two) == tuple(Pooled(b.share, b.low, b.high, 0.0) for b in two)
