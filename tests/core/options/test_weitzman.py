"""The index rule against trying every way to search, against dice, and the properties it must have."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkaway.core.options.distributions import (
    Discrete,
    Exponential,
    Lognormal,
    Normal,
    Perhaps,
    Triangular,
    Uniform,
    Worth,
)
from walkaway.core.options.weitzman import Box, index, search

WHOLE = st.integers(-20, 60).map(float)


@st.composite
def discretes(draw: st.DrawFn) -> Discrete:
    values = draw(st.lists(WHOLE, min_size=1, max_size=4))
    weights = draw(st.lists(st.integers(1, 9), min_size=len(values), max_size=len(values)))
    return Discrete(tuple(values), tuple(w / sum(weights) for w in weights))


@st.composite
def continuous(draw: st.DrawFn) -> Worth:
    centre, spread = draw(st.floats(-20, 60)), draw(st.floats(0.1, 30))
    made: list[Worth] = [
        Normal(centre, spread),
        Uniform(centre - spread, centre + spread),
        Triangular(centre - spread, centre, centre + 2 * spread),
        Exponential(spread),
        Lognormal(math.log(spread), 0.6),
    ]
    return draw(st.sampled_from(made))


def boxes_of(worths: st.SearchStrategy[Worth], *, discounted: bool = False) -> st.SearchStrategy[Box]:
    discounts = st.floats(0.8, 1.0) if discounted else st.just(1.0)
    chances = st.one_of(st.just(1.0), st.floats(0.1, 0.9))
    return st.builds(
        lambda worth, chance, cost, discount: Box(worth if chance == 1 else Perhaps(chance, worth), cost, discount),
        worths,
        chances,
        st.floats(0.01, 25.0),
        discounts,
    )


MIXED = st.one_of(discretes(), continuous())
SEVERAL = st.lists(boxes_of(MIXED, discounted=True), max_size=4)


def outcomes(box: Box) -> list[tuple[float, float]]:
    worth, chance = (box.worth.if_so, box.worth.chance) if isinstance(box.worth, Perhaps) else (box.worth, 1.0)
    assert isinstance(worth, Discrete)
    return [(x, chance * p) for x, p in zip(worth.values, worth.chances, strict=True)] + [(-math.inf, 1 - chance)]


def by_trying_everything(boxes: list[Box], fallback: float) -> float:
    """Open any box left or stop, at every step: all orders, all stopping rules."""

    @cache
    def best(left: frozenset[int], hand: float) -> float:
        opened = [
            -boxes[i].cost
            + boxes[i].discount * math.fsum(p * best(left - {i}, max(hand, x)) for x, p in outcomes(boxes[i]))
            for i in left
        ]
        return max([hand, *opened])

    return best(frozenset(range(len(boxes))), fallback)


@settings(max_examples=120, deadline=None)
@given(st.lists(boxes_of(discretes(), discounted=True), max_size=3), st.floats(-30, 60))
def test_no_other_way_to_search_is_worth_more(boxes: list[Box], fallback: float) -> None:
    assert search(boxes, fallback).value == pytest.approx(by_trying_everything(boxes, fallback), rel=1e-10, abs=1e-10)


def test_continuous_boxes_against_dice() -> None:
    """E max(x0, max min(X, z)), 400,000 throws, within four standard errors."""
    rng = np.random.default_rng(11)
    boxes = [Box(Normal(1, 2), 0.3), Box(Exponential(2), 0.5), Box(Uniform(-1, 4), 0.2), Box(Lognormal(0, 1), 0.4)]
    n = 400_000
    thrown = [rng.normal(1, 2, n), rng.exponential(2, n), rng.uniform(-1, 4, n), rng.lognormal(0, 1, n)]
    capped = np.stack([np.minimum(x, index(box)) for x, box in zip(thrown, boxes, strict=True)])
    best = np.maximum(capped.max(axis=0), 0.8)
    error = best.std() / math.sqrt(n)
    assert abs(search(boxes, 0.8).value - best.mean()) < 4 * error


def test_following_the_order_earns_the_value() -> None:
    """With discounts too: open in order, pay, stop once what is in hand beats every index left."""
    rng = np.random.default_rng(5)
    boxes = [Box(Uniform(0, 10), 0.4, 0.97), Box(Exponential(5), 0.6, 0.9), Box(Normal(4, 3), 0.2, 0.99)]
    found = search(boxes, 3.0)
    n = 200_000
    thrown = [rng.uniform(0, 10, n), rng.exponential(5, n), rng.normal(4, 3, n)]
    hand, earned, discount, on = np.full(n, 3.0), np.zeros(n), np.ones(n), np.ones(n, np.bool_)
    for i in found.order:
        on &= hand < found.indices[i]
        earned -= np.where(on, discount * boxes[i].cost, 0)
        discount = np.where(on, discount * boxes[i].discount, discount)
        hand = np.where(on, np.maximum(hand, thrown[i]), hand)
    earned += discount * hand
    assert abs(found.value - earned.mean()) < 4 * earned.std() / math.sqrt(n)


@settings(max_examples=100, deadline=None)
@given(SEVERAL, boxes_of(MIXED), st.floats(-30, 60))
def test_a_useless_option_changes_nothing(boxes: list[Box], more: Box, fallback: float) -> None:
    before, after = search(boxes, fallback), search([*boxes, more], fallback)
    if index(more) <= fallback:
        assert after.value == pytest.approx(before.value, abs=1e-12)
        assert after.order == before.order
    else:
        assert after.value >= before.value - 1e-9


@settings(max_examples=100, deadline=None)
@given(SEVERAL, MIXED, st.floats(-30, 60))
def test_a_free_option_never_lowers_the_value(boxes: list[Box], worth: Worth, fallback: float) -> None:
    before, after = search(boxes, fallback), search([*boxes, Box(worth, 0.0)], fallback)
    assert after.value >= before.value - 1e-9
    assert after.first == len(boxes)


def test_a_free_option_alone_is_the_better_of_it_and_the_fallback() -> None:
    """E max(X, x0) = x0 + M(x0)."""
    for worth in (Normal(1, 2), Lognormal(0, 1), Exponential(3), Triangular(0, 1, 5)):
        assert search([Box(worth, 0.0)], 1.2).value == pytest.approx(1.2 + worth.excess(1.2), abs=1e-13)


@settings(max_examples=100, deadline=None)
@given(st.lists(boxes_of(MIXED, discounted=True), min_size=4, max_size=4), WHOLE, st.permutations(range(4)))
def test_the_order_of_the_list_does_not_matter(boxes: list[Box], fallback: float, order: list[int]) -> None:
    turned = [boxes[i] for i in order]
    before, after = search(boxes, fallback), search(turned, fallback)
    assert after.value == pytest.approx(before.value, rel=1e-12, abs=1e-11)
    assert sorted(after.indices) == sorted(before.indices)
    assert len(after.order) == len(before.order)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(discretes(), st.floats(0.01, 25)), max_size=4), st.floats(-30, 60))
def test_cents_instead_of_euros(priced: list[tuple[Discrete, float]], fallback: float) -> None:
    euros = search([Box(w, c) for w, c in priced], fallback)
    hundred = [Box(Discrete(tuple(100 * x for x in w.values), w.chances), 100 * c) for w, c in priced]
    cents = search(hundred, 100 * fallback)
    assert cents.value == pytest.approx(100 * euros.value, rel=1e-11, abs=1e-9)
    assert cents.order == euros.order


@settings(max_examples=100, deadline=None)
@given(st.floats(-20, 60), st.floats(0.1, 10), st.floats(1.0, 4.0), st.floats(0.001, 30), st.floats(0.8, 1.0))
def test_more_spread_never_lowers_an_index(mean: float, sd: float, wider: float, cost: float, discount: float) -> None:
    narrow, wide = Box(Normal(mean, sd), cost, discount), Box(Normal(mean, sd * wider), cost, discount)
    assert index(wide) >= index(narrow) - 1e-10 * (1 + abs(index(narrow)))
    even, wider_even = Uniform(mean - sd, mean + sd), Uniform(mean - sd * wider, mean + sd * wider)
    assert index(Box(wider_even, cost, discount)) >= index(Box(even, cost, discount)) - 1e-10 * (1 + abs(mean))


def test_on_a_tie_the_earlier_goes_first_and_the_fallback_stays() -> None:
    sure = Discrete((50.0,), (1.0,))
    assert search([Box(sure, 1.0), Box(sure, 1.0)], 48).order == (0, 1)
    assert search([Box(sure, 1.0)], 49).first is None
    thirds = Discrete((0.1, 0.4, 0.7), (1 / 3, 1 / 3, 1 / 3))
    z = index(Box(thirds, 0.1))
    assert search([Box(thirds, 0.1)], z + 1e-15).first is None
