"""Advice in a talk: stories with numbers, and what must hold in all of them."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkaway.core.offers.advise import Move, Talk, advise, flips
from walkaway.core.offers.advise_packages import Offered, advise_packages
from walkaway.core.offers.concession import By, Said
from walkaway.core.offers.space import Worths, space
from walkaway.core.options.distributions import Uniform
from walkaway.core.options.live import Arrivals, Outside, Spread

NUMBER = st.floats(50, 150)


def talk(*numbers: float, outside: float, low: float = 60, high: float = 130, first: By = "them") -> Talk:
    """Numbers in turn, theirs first unless said."""
    sides: tuple[By, By] = ("them", "you") if first == "them" else ("you", "them")
    said = tuple(Said(sides[i % 2], x, float(i)) for i, x in enumerate(numbers))
    return Talk(said, Outside(outside), Uniform(low, high))


def test_a_number_past_all_that_may_come_is_taken() -> None:
    assert advise(talk(70, 140, 95, 135, 129, outside=80)).move is Move.ACCEPT


def test_one_who_still_comes_up_is_countered_above_the_line() -> None:
    found = advise(talk(70, 120, 78, 115, 84, outside=80))
    assert found.move is Move.COUNTER
    assert found.number is not None
    assert 84 < found.number <= 115
    assert "their_number_is_past_your_line" in found.reasons


def test_with_a_strong_outside_and_one_who_stands_it_is_walk() -> None:
    found = advise(talk(70, 140, 71, 140, 71, 140, 71, outside=125))
    assert found.move is Move.WALK
    assert "zone_unlikely" in found.reasons


def test_walking_takes_two_words_of_theirs() -> None:
    assert advise(talk(70, outside=128)).move is not Move.WALK


def test_a_weak_outside_says_stay() -> None:
    found = advise(talk(70, 115, 70, 115, 70, outside=30))
    assert found.move in (Move.COUNTER, Move.ACCEPT)
    assert "outside_weak" in found.reasons


def test_after_your_own_number_it_is_wait() -> None:
    assert advise(talk(70, 120, 78, 115, outside=80)).move is Move.WAIT


def test_nothing_said_yet_gives_a_price_to_ask() -> None:
    """Limits even from 60 to 130, 80 outside: ask (130 + 80) / 2."""
    found = advise(talk(outside=80))
    assert found.move is Move.COUNTER
    assert found.number == pytest.approx(105, abs=0.1)


def test_buying_is_selling_with_the_sign_turned() -> None:
    sold = advise(talk(70, 120, 78, 115, 84, outside=80))
    bought = replace(
        talk(-70, -120, -78, -115, -84, outside=80),
        selling=False,
    )
    found = advise(bought)
    assert (found.move, found.number, found.line) == (sold.move, -(sold.number or 0), -sold.line)


def test_a_risk_that_it_breaks_off_is_nothing_to_walk_to() -> None:
    stuck = talk(70, 140, 71, 140, 71, 140, 71, outside=125)
    involuntary = replace(stuck, outside=replace(stuck.outside, voluntary=False, breaks_off=0.1))
    assert advise(involuntary).move is not Move.WALK


def test_the_line_falls_while_nothing_comes() -> None:
    alive = Outside(0.0, Arrivals(2, 10), Spread(4.4, 5, 3, 0.3), cost=1.0, discount=0.97)
    line = advise(replace(talk(70, outside=0), outside=alive)).line_ahead
    assert all(a > b for a, b in pairwise(line))


def test_each_flip_does_change_the_move() -> None:
    here = talk(70, 120, 78, 115, 84, outside=80)
    found = flips(here)
    assert found
    for flip in found:
        if flip.name == "outside":
            changed = replace(here, outside=replace(here.outside, now=flip.at))
            assert advise(changed).move is flip.to is not advise(here).move


@settings(max_examples=60)
@given(st.lists(NUMBER, min_size=1, max_size=9), st.floats(40, 150), st.booleans())
def test_nothing_below_the_line_is_ever_advised(numbers: list[float], outside: float, they_open: bool) -> None:
    given_talk = talk(*numbers, outside=outside, low=50, high=150, first="them" if they_open else "you")
    found = advise(given_talk)
    heard = [said.number for said in given_talk.log if said.by == "them"]
    if found.move is Move.ACCEPT:
        assert heard[-1] >= outside
    if found.move is Move.COUNTER:
        assert found.number is not None
        assert found.number >= outside - 1e-9
    assert 0 <= found.zone <= 1
    assert 0 <= found.chance <= 1 + 1e-9


def test_packages_put_side_by_side_are_worth_the_same_and_above_the_outside() -> None:
    packages = space([10, 10, 10])
    scale = tuple(np.linspace(0, 1, 10).tolist())
    mine = Worths((0.5, 0.3, 0.2), (scale, scale, scale)).of(packages)
    rows = [(0, 0, 3), (9, 9, 9), (0, 2, 6), (9, 8, 9), (1, 3, 9)]
    log = [Offered("them" if i % 2 == 0 else "you", packages.place(row)) for i, row in enumerate(rows)]
    advise_packages(packages, mine, log, Outside(0.3))
    begun = time.process_time()
    found = advise_packages(packages, mine, log, Outside(0.3))
    assert time.process_time() - begun < 0.02
    assert found.advice.move is Move.COUNTER
    assert len(found.offers) == 3
    worths = mine[list(found.offers)]
    assert worths.min() > 0.3
    assert float(np.ptp(worths)) < 0.04
    assert len({tuple(packages.choices[p]) for p in found.offers}) == 3


def test_no_package_beats_a_perfect_outside() -> None:
    packages = space([4, 4])
    mine = np.linspace(0, 1, 16)
    found = advise_packages(packages, mine, [Offered("them", 0), Offered("them", 1)], Outside(1.2))
    assert found.offers == ()
    assert found.zone == 0
