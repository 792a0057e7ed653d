"""Pursuits decided again from what was solved before: the same moves as a whole judgement gives."""

from __future__ import annotations

import numpy as np
import pytest

from walkaway.core.verdict.again import ENOUGH_WEEKS, Kept, believed, decide, keep, next_week
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
