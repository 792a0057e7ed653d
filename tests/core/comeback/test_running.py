"""Running sums and ranks against the slow obvious version."""

from __future__ import annotations

import numpy as np
import pytest

from walkaway.core.comeback.running import faded, first_rows, last_true, ranks, running_count, starts
from walkaway.core.events import FloatArray, Int64Array


def made(n: int, groups: int, seed: int = 0) -> tuple[Int64Array, FloatArray]:
    rng = np.random.default_rng(seed)
    group = np.sort(rng.integers(0, groups, n))
    at = rng.gamma(0.3, 20, n).cumsum() % 900
    order = np.lexsort((at, group))
    return group, at[order]


@pytest.mark.parametrize("rate", [24.0, 1.0, 1 / 14, 1 / 60])
def test_faded_sums_are_the_sums(rate: float) -> None:
    group, at = made(4000, 40)
    start = starts(group)
    weight = np.stack([np.ones(len(at)), np.arange(len(at)) % 2.0], axis=-1)
    found = faded(at, start, weight, rate)
    level = np.zeros(2)
    for i in range(len(at)):
        level = weight[i] if start[i] else level * np.exp(-rate * (at[i] - at[i - 1])) + weight[i]
        assert found[i] == pytest.approx(level, rel=1e-5, abs=1e-7)


def test_ranks_answer_for_any_stretch() -> None:
    rng = np.random.default_rng(1)
    values = np.exp(rng.normal(0, 2, 500))
    have = ranks(values, 0.001, 1000)
    begin = rng.integers(0, 400, 60)
    end = begin + rng.integers(1, 100, 60)
    rank = (end - begin) // 2
    found = have.quantile(begin, end, rank)
    below = have.below(begin, end, np.full(60, 1.0))
    for k in range(60):
        part = np.sort(values[begin[k] : end[k]])
        assert found[k] == pytest.approx(part[rank[k]], rel=0.02)
        assert abs(below[k] - np.count_nonzero(part < 1.0)) <= np.count_nonzero(np.abs(np.log(part)) < 0.02)


def test_counts_start_anew_in_each_group() -> None:
    group = np.array([0, 0, 0, 1, 1])
    first = first_rows(starts(group))
    mask = np.array([True, False, True, False, True])
    assert running_count(mask, first).tolist() == [1, 1, 2, 0, 1]
    assert last_true(mask, first).tolist() == [0, 0, 2, -1, 4]


def test_nothing_in_nothing_out() -> None:
    none = np.zeros(0)
    assert len(faded(none, np.zeros(0, np.bool_), np.zeros((0, 2)), 1.0)) == 0


def test_lots_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    group, at = made(3000, 30, seed=5)
    weight = np.ones((len(at), 1))
    whole = faded(at, starts(group), weight, 1 / 14)
    monkeypatch.setattr("walkaway.core.comeback.running._LOT", 250)
    assert faded(at, starts(group), weight, 1 / 14) == pytest.approx(whole, rel=1e-9)
