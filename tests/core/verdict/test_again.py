"""Pursuits decided again from what was solved before: the same moves as a whole judgement gives, and quickly."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import pytest

from walkaway.core.standards.screen import value_after_screen
from walkaway.core.verdict.again import ENOUGH_WEEKS, Kept, believed, decide, keep, next_week
from walkaway.core.verdict.bracket import Solved
from walkaway.core.verdict.judge import judge
from walkaway.core.verdict.model import DEFAULTS
from walkaway.core.verdict.verdict import Move

SEED = 5


@pytest.fixture(scope="module")
def kept() -> Kept:
    return keep(DEFAULTS, rng=np.random.default_rng(SEED))


def lives(count: int, weeks: int) -> np.ndarray:
    return np.random.default_rng(3).choice([-1, 0, 1, 2], size=(count, weeks), p=[0.1, 0.4, 0.1, 0.4]).astype(np.int8)


def beliefs(kept: Kept, marks: np.ndarray) -> np.ndarray:
    return np.stack([believed(kept, one) for one in marks], axis=1)


def test_a_further_week_is_the_whole_story_told_again(kept: Kept) -> None:
    marks = lives(20, 9)
    moved = next_week(kept, beliefs(kept, marks[:, :-1]), marks[:, -1])
    np.testing.assert_allclose(moved, beliefs(kept, marks), atol=1e-12)


@pytest.mark.parametrize(
    ("asks_left", "allow_walk", "lived"),
    [
        (1, True, ["MMMMMMMMM", "XXXXXXXXX", "MXMXMXMXM", "......XXX"]),
        (0, True, ["MXMXMXMXM", "XXXXXXXXX"]),
        (1, False, ["MMMMMMMMM", "XXXXXXXXX"]),
    ],
)
def test_all_at_once_is_each_alone(kept: Kept, asks_left: int, allow_walk: bool, lived: list[str]) -> None:
    marks = np.array([["MPX.".index(week) for week in weeks] for weeks in lived], np.int8)
    marks[marks == 3] = -1
    found = decide(kept, beliefs(kept, marks), (marks >= 0).sum(axis=1), asks_left=asks_left, allow_walk=allow_walk)
    moves = found.named()
    assert len(set(moves)) > 1
    for one, move, share in zip(marks, moves, found.share, strict=True):
        alone = judge(one, rng=np.random.default_rng(SEED), asks_left=asks_left, allow_walk=allow_walk)
        assert alone.move is move
        assert alone.sure == pytest.approx(np.clip(share, 0.05, 0.6 if alone.informative < ENOUGH_WEEKS else 0.95))


def test_few_weeks_give_no_move(kept: Kept) -> None:
    gone = beliefs(kept, np.full((2, 9), 2, np.int8))
    assert decide(kept, gone, np.array([3, 4])).named() == [Move.NOT_ENOUGH, Move.WALK]


def milliseconds(act: Callable[[], object], times: int) -> float:
    """CPU of one, the least of so many: other programs, and idle threads of the linear algebra, can only add to it."""
    act()
    spent = []
    for _ in range(times):
        began = time.thread_time()
        act()
        spent.append(time.thread_time() - began)
    return 1e3 * min(spent)


def test_it_is_quick(kept: Kept) -> None:
    """Three times what is promised, on the CPU's clock: `make bench` has the figures themselves."""
    everywhere, week = beliefs(kept, lives(100, 12)).repeat(10, axis=1), lives(1000, 1)[:, 0]
    weeks = np.full(1000, 12)

    def solved() -> object:
        return Solved(DEFAULTS).refined(np.full(3, 1 / 3), 1, (True,) * 4, lambda bracket: bracket.narrow)

    def decided(count: int) -> object:
        return decide(kept, next_week(kept, everywhere[:, :count], week[:count]), weeks[:count])

    assert milliseconds(solved, 3) < 3 * 60
    assert milliseconds(lambda: decided(1), 50) < 3 * 0.3
    assert milliseconds(lambda: decided(1000), 3) < 3 * 100


def test_a_ranking_is_quick() -> None:
    scores, points = np.random.default_rng(1).uniform(0, 10, (5, 6)), np.arange(1.0, 7.0)
    least = np.array([3.0, *[np.nan] * 5])
    assert milliseconds(lambda: value_after_screen(scores, points, least), 200) < 3 * 0.05
