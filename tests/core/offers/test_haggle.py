"""A talk over packages: never below the outside, step for step with one who is, and gone where there is no zone."""

from __future__ import annotations

import time

import numpy as np
import pytest

from walkaway.core.events import FloatArray
from walkaway.core.offers.haggle import Act, Haggler, Manner
from walkaway.core.offers.space import Space, space

STEPS = 100


def drawn(rng: np.random.Generator) -> tuple[Space, FloatArray, FloatArray]:
    packages = space(rng.integers(2, 6, rng.integers(1, 4)).tolist())
    mine, theirs = rng.random(len(packages)), rng.random(len(packages))
    return packages, mine, theirs


def random_talk(rng: np.random.Generator) -> tuple[int, int]:
    """One talk against any moves at all, with an outside that changes as it likes: offers and deals below it."""
    packages, mine, theirs = drawn(rng)
    rounds, first = int(rng.integers(3, 30)), bool(rng.random() < 0.5)
    talk = Haggler(packages, mine, float(rng.random()), rounds)
    calm = rng.random() < 0.5
    for k in range(rounds):
        if rng.random() < 0.2:
            talk.outside = float(rng.random() * 1.1)
        liked = int(np.argmax(theirs)) if calm else int(rng.integers(len(packages)))
        offer = None if k == 0 and first else liked
        turn = talk.turn(k, offer, first=first)
        if turn.act is Act.LEAVE:
            return 0, 0
        below = int(mine[turn.package] <= talk.outside)
        if turn.act is Act.TAKE:
            return 0, below
        if below:
            return 1, 0
        if theirs[turn.package] > rng.random():
            return 0, below
    return 0, 0


def below_in(count: int, seed: int) -> tuple[int, int]:
    rng = np.random.default_rng(seed)
    found = np.array([random_talk(rng) for _ in range(count)])
    return int(found[:, 0].sum()), int(found[:, 1].sum())


def test_nothing_below_the_live_outside_is_offered_or_taken() -> None:
    assert below_in(3_000, 1) == (0, 0)


@pytest.mark.soak
def test_nothing_below_in_a_hundred_thousand_talks() -> None:
    assert below_in(100_000, 2) == (0, 0)


def split(n: int) -> tuple[Space, FloatArray]:
    return space([n]), np.linspace(0, 1, n)


def by_the_clock(limit: float, late: float, n: int, k: int) -> int:
    """A price from 0 up to `limit` of the range, by the clock."""
    return int(limit * (k / STEPS) ** late * (n - 1))


def test_one_who_comes_to_the_middle_is_met_above_the_outside() -> None:
    packages, mine = split(101)
    talk = Haggler(packages, mine, 0.3, STEPS)
    for k in range(STEPS):
        turn = talk.turn(k, by_the_clock(0.7, 2.0, 101, k), first=False)
        if turn.act is not Act.OFFER:
            break
    assert turn.act is Act.TAKE
    assert mine[turn.package] > 0.55


def test_where_they_stop_far_below_the_outside_it_leaves_early() -> None:
    packages, mine = split(101)
    talk = Haggler(packages, mine, 0.8, STEPS)
    for k in range(STEPS):
        turn = talk.turn(k, by_the_clock(0.2, 0.5, 101, k), first=False)
        if turn.act is not Act.OFFER:
            break
    assert turn.act is Act.LEAVE
    assert k <= 40


def test_a_low_outside_is_no_reason_to_leave() -> None:
    packages, mine = split(101)
    talk = Haggler(packages, mine, 0.1, STEPS)
    acts = [talk.turn(k, by_the_clock(0.5, 8.0, 101, k), first=False).act for k in range(60)]
    assert Act.LEAVE not in acts


def test_one_who_answers_step_for_step_is_known_by_the_pause() -> None:
    packages, mine = split(101)
    talk = Haggler(packages, mine, 0.2, STEPS)
    received: set[int] = set()
    made = 0
    for k in range(20):
        turn = talk.turn(k, made, first=False)
        received.add(turn.package)
        made = min(len(received), made + 1)  # a new one only for a new one
    assert talk.step_for_step


def test_one_who_moves_by_the_clock_is_not_taken_for_that() -> None:
    packages, mine = split(101)
    talk = Haggler(packages, mine, 0.2, STEPS)
    for k in range(20):
        talk.turn(k, by_the_clock(0.6, 1.0, 101, k), first=False)
    assert not talk.step_for_step


def test_without_anything_above_the_outside_it_leaves_at_once() -> None:
    packages, mine = split(11)
    assert Haggler(packages, mine, 1.0, STEPS).turn(0, None, first=True).act is Act.LEAVE


@pytest.mark.soak
def test_twenty_thousand_rounds_a_second_at_a_thousand_packages() -> None:
    rng = np.random.default_rng(3)
    packages = space([10, 10, 10])
    rounds, spent = 0, 0.0
    for _ in range(40):
        mine, path = rng.random(1000), rng.integers(0, 1000, STEPS).tolist()
        begun = time.process_time()
        talk = Haggler(packages, mine, 0.99, STEPS)
        for k, offer in enumerate(path):
            rounds += 1
            if talk.turn(k, offer, first=False).act is not Act.OFFER:
                break
        spent += time.process_time() - begun
    assert rounds / spent > 5_000  # random offers renew the guess each time, the dearest case; real talks repeat


def last_words(offered: int) -> list[tuple[Act, float]]:
    """What ours does in the last five rounds, when it opens and they say one thing all along."""
    packages, mine = split(101)
    talk = Haggler(packages, mine, 0.2, STEPS, Manner(leave=0.0))
    turns = [talk.turn(k, None if k == 0 else offered, first=True) for k in range(STEPS)]
    return [(turn.act, float(mine[turn.package])) for turn in turns[-5:]]


def test_it_holds_high_and_comes_down_in_the_last_rounds() -> None:
    acts, said = zip(*last_words(5), strict=True)
    assert set(acts) == {Act.OFFER}
    assert said[0] > 0.9
    assert list(said) == sorted(said, reverse=True)


def test_the_last_word_goes_as_far_as_it_can_and_puts_nothing_at_risk() -> None:
    """An outside of .2: of one who has offered less, the least above it is asked; of others, what they have offered."""
    assert 0.2 < last_words(5)[-1][1] < 0.22
    assert last_words(45)[-1] == (Act.TAKE, 0.45)


def test_what_they_have_offered_is_said_back_rather_than_a_guess() -> None:
    """Their best word came in the middle; the last one is a poor one, so there is nothing to take at the end."""
    packages = space([11, 11])
    mine = packages.choices @ np.array([0.07, 0.03])
    best, poor = packages.place([4, 2]), packages.place([0, 1])
    talk = Haggler(packages, mine, 0.2, STEPS)
    turns = [talk.turn(k, None if k == 0 else best if k == 50 else poor, first=True) for k in range(STEPS)]
    assert turns[-1].act is Act.OFFER
    assert turns[-1].package == best
