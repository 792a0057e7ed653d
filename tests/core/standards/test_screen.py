"""Must-haves that nothing buys back, and an order that no irrelevant option turns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkaway.core.events import FloatArray
from walkaway.core.standards.screen import TIE, Screened, value_after_screen

NONE = float("nan")


@dataclass(frozen=True)
class World:
    scores: FloatArray
    points: FloatArray
    minimum: FloatArray

    def judged(self) -> Screened:
        return value_after_screen(self.scores, self.points, self.minimum)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Two to seven options on one to six standards; whole scores, so that ties are common."""
    options, standards = draw(st.integers(2, 7)), draw(st.integers(1, 6))
    row = st.lists(st.integers(0, 10) | st.floats(0, 10), min_size=standards, max_size=standards)
    return World(
        np.array(draw(st.lists(row, min_size=options, max_size=options)), np.float64),
        np.array(draw(st.lists(st.integers(1, 100), min_size=standards, max_size=standards)), np.float64),
        np.array(draw(st.lists(st.none() | st.integers(1, 9), min_size=standards, max_size=standards)), np.float64),
    )


def order(found: Screened) -> FloatArray:
    """Who comes before whom: the sign of every pair's difference in rank, held back last."""
    place = np.where(found.rank == 0, 10**6, found.rank)
    return np.asarray(np.sign(place[:, None] - place), np.float64)


def test_two_offers_by_hand() -> None:
    """Pay counts 60, place 40, and the place must reach 5. The better paid offer is too far away."""
    found = value_after_screen(np.array([[10.0, 4.0], [6.0, 5.0]]), np.array([60.0, 40.0]), np.array([NONE, 5.0]))
    assert found.additive == pytest.approx([0.76, 0.56])
    assert found.value == pytest.approx([0.0, 0.56])
    assert found.failed.tolist() == [[False, True], [False, False]]
    assert found.rank.tolist() == [0, 1]
    assert found.passes.tolist() == [False, True]


def test_equal_values_share_a_rank() -> None:
    found = value_after_screen(np.array([[7.0, 7], [8, 6], [9, 9], [0, 0]]), np.ones(2), np.array([NONE, NONE]))
    assert found.rank.tolist() == [2, 2, 1, 4]


@given(worlds(), st.data())
def test_no_soft_score_buys_back_a_must_have(world: World, data: st.DataObject) -> None:
    found = world.judged()
    out = np.flatnonzero(~found.passes)
    if not len(out):
        return
    option = data.draw(st.sampled_from(out.tolist()))
    better = world.scores.copy()
    better[option, ~found.failed[option]] = 10.0
    again = value_after_screen(better, world.points, world.minimum)
    assert again.value[option] == 0
    assert again.rank[option] == 0
    assert (np.delete(again.rank, option) == np.delete(found.rank, option)).all()


@given(worlds(), st.data())
def test_an_option_that_goes_turns_no_order_and_no_value(world: World, data: st.DataObject) -> None:
    gone = data.draw(st.integers(0, len(world.scores) - 1))
    found = world.judged()
    left = value_after_screen(np.delete(world.scores, gone, axis=0), world.points, world.minimum)
    assert (left.value == np.delete(found.value, gone)).all()
    assert (order(left) == np.delete(np.delete(order(found), gone, axis=0), gone, axis=1)).all()


@given(worlds(), st.randoms())
def test_the_order_in_which_things_are_listed_does_not_matter(world: World, random) -> None:  # type: ignore[no-untyped-def]
    rows, columns = list(range(len(world.scores))), list(range(len(world.points)))
    random.shuffle(rows)
    random.shuffle(columns)
    found = world.judged()
    again = value_after_screen(world.scores[rows][:, columns], world.points[columns], world.minimum[columns])
    assert (again.value == found.value[rows]).all()
    assert (again.rank == found.rank[rows]).all()


@given(worlds(), st.sampled_from([0.01, 0.1, 3.0, 100.0]))
def test_the_unit_of_the_swing_points_does_not_matter(world: World, unit: float) -> None:
    found, again = world.judged(), value_after_screen(world.scores, world.points * unit, world.minimum)
    assert again.value == pytest.approx(found.value, abs=1e-12)
    gaps = np.abs(np.subtract.outer(found.additive, found.additive))
    if not ((gaps > TIE / 2) & (gaps < 2 * TIE)).any():
        assert (again.rank == found.rank).all()


@given(worlds(), st.data())
def test_a_better_score_never_costs(world: World, data: st.DataObject) -> None:
    i = data.draw(st.integers(0, len(world.scores) - 1))
    j = data.draw(st.integers(0, len(world.points) - 1))
    better = world.scores.copy()
    better[i, j] = 10.0
    assert value_after_screen(better, world.points, world.minimum).value[i] >= world.judged().value[i] - 1e-12


def test_a_score_off_the_scale_is_refused() -> None:
    for wrong in (-1.0, 10.5, NONE):
        with pytest.raises(ValueError, match="from 0 to 10"):
            value_after_screen(np.array([[wrong]]), np.ones(1), np.array([NONE]))
    with pytest.raises(ValueError, match="one for each"):
        value_after_screen(np.ones((2, 2)), np.ones(3), np.array([NONE, NONE]))
