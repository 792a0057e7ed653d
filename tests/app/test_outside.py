"""What leaving is worth as a person counts on it: what is on the table, and offers that may come yet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkaway.app.answers import Answers
from walkaway.app.outside import outside
from walkaway.app.own_talk import Came, OwnNumber, OwnTalk
from walkaway.app.talk import weigh_talk
from walkaway.core.events import DAY
from walkaway.core.offers.advise import Move
from walkaway.core.standards.standard import PursuitKind

TODAY = 20_000 * DAY
NUMBERS = st.floats(5, 5000)
DAYS = st.integers(0, 200)


def left(
    fallback: float, *came: tuple[float, int], began: int | None = None, ends: int | None = None, selling: bool = True
) -> OwnTalk:
    """A talk in which offers of a number came so many days ago."""
    said = () if began is None else (OwnNumber("them", 78, TODAY - began * DAY),)
    expires = None if ends is None else TODAY + ends * DAY
    offers = tuple(Came(number, TODAY - ago * DAY) for number, ago in came)
    return OwnTalk(selling=selling, fallback=fallback, said=said, came=offers, expires=expires)


def line(talk: OwnTalk) -> float:
    return talk_sign(talk) * outside(talk, TODAY).value


def talk_sign(talk: OwnTalk) -> int:
    return 1 if talk.selling else -1


@given(NUMBERS, NUMBERS, st.integers(0, 30), st.none() | DAYS)
def test_one_offer_that_is_there_is_worth_its_own_number(
    fallback: float, offer: float, ago: int, began: int | None
) -> None:
    assert line(left(fallback, (offer, ago), began=began)) == pytest.approx(max(fallback, offer))


@given(NUMBERS, NUMBERS, DAYS, DAYS)
def test_one_offer_that_is_gone_is_worth_less_than_it_was(fallback: float, offer: float, ago: int, began: int) -> None:
    gone = left(0, (offer, 31 + ago), began=31 + ago + began)
    assert 0 < line(gone) < offer
    worse = left(fallback + offer, (offer, 31 + ago), began=31 + ago + began)
    assert line(worse) == pytest.approx(fallback + offer)


@given(NUMBERS, st.lists(st.tuples(NUMBERS, DAYS), min_size=1, max_size=8), DAYS)
def test_no_offers_raise_the_line_far_beyond_the_best_of_them(
    fallback: float, came: list[tuple[float, int]], began: int
) -> None:
    assert line(left(fallback, *came, began=began)) < 1.5 * max(fallback, *(number for number, _ in came))


def test_offers_that_keep_coming_raise_it_and_silence_lowers_it() -> None:
    many = [(number, 35 + 7 * week) for week, number in enumerate((95.0, 97.0, 90.0, 100.0, 93.0))]
    flow, quiet = line(left(80, *many)), line(left(80, *((number, ago + 90) for number, ago in many)))
    assert 90 < flow < 100
    assert 80 <= quiet < flow
    worse = [(number - 25, ago) for number, ago in many]
    assert line(left(80, *worse)) == 80


def test_when_the_offer_is_gone_what_stays_is_the_line_again() -> None:
    here = outside(left(80, (95, 0), began=0), TODAY)
    assert (here.value, here.expires, here.then) == (95, 5, 80)
    assert here.after(None, 6).value == 80
    gone_first = outside(left(80, (95, 0), began=0, ends=7), TODAY)
    assert gone_first.after(None, 6).value < 80


def test_what_runs_out_runs_out_without_any_offer() -> None:
    here = outside(left(80, ends=14), TODAY)
    assert here.value == 80
    assert here.after(None, 3).value == 0
    assert outside(left(80, ends=0), TODAY).value == 0


def test_one_who_buys_has_the_cheapest_that_is_there() -> None:
    assert line(left(80, (60, 3), selling=False)) == 60
    assert line(left(80, (60, 31), selling=False)) == 80
    assert outside(left(80, (60, 3), selling=False), TODAY).after(None, 6).value == -80


def test_a_number_better_than_all_there_is_is_nothing_to_walk_from() -> None:
    told = Answers(kind=PursuitKind.CLIENT)
    for ago in (0, 20, 32):
        talk = left(80, (95, ago), began=ago)
        said = (OwnNumber("them", 78, TODAY - ago * DAY), OwnNumber("them", 100, TODAY))
        found = weigh_talk("Acme", OwnTalk(fallback=80, came=talk.came, said=said, likely=(60, 130)), told, TODAY)
        assert found.advice is not None
        assert found.advice.line <= 95
        assert found.advice.move in (Move.ACCEPT, Move.COUNTER)
