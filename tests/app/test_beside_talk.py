"""What holds in any talk: signals seen, not seen or not to be told; what is true of alternatives; beliefs."""

from __future__ import annotations

import math
from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest

from walkaway.app.answers import Answers
from walkaway.app.belief import SHAPES, Shape, as_gain, asking, belief
from walkaway.app.beside_talk import Alternative
from walkaway.app.own_talk import Came, OwnNumber, OwnTalk
from walkaway.app.talk import Talked, weigh_talk
from walkaway.core.events import DAY
from walkaway.core.offers.signals import Walked
from walkaway.core.offers.walked import Walk
from walkaway.core.standards.standard import PursuitKind
from walkaway.words.spoken import spoken
from walkaway.words.talk_schema import talk_as_json

noticing = spoken("en").noticing
talks = spoken("en").talks

DAY_ONE = 20_000 * DAY
CLIENT = Answers(kind=PursuitKind.CLIENT)


def said(by: str, number: float, day: int, scope: float | None = None) -> OwnNumber:
    return OwnNumber("you" if by == "you" else "them", number, DAY_ONE + day * DAY, scope)


def weighed(talk: OwnTalk, contacts: list[float] | None = None, elsewhere: tuple[Walk, ...] = ()) -> Talked:
    return weigh_talk("Acme", talk, CLIENT, DAY_ONE + 90 * DAY, elsewhere=elsewhere, contacts=contacts)


def states(found: Talked) -> dict[str, bool | None]:
    assert found.beside is not None
    return {one.name: None if not one.told else one.seen is not None for one in found.beside.signals}


BARE = OwnTalk(fallback=80, likely=(60, 130))


def test_a_signal_that_cannot_be_told_is_off() -> None:
    found = weighed(BARE)
    assert set(states(found).values()) == {None}
    lines = noticing.more_noticed(found.beside)
    assert len(lines) == 1
    assert lines[0].startswith("Not to be told yet")


def test_each_signal_is_seen_with_what_it_rests_on() -> None:
    talk = replace(
        BARE,
        market=(90, 120),
        said=(
            *(said("them", 70, 0, 10), said("you", 120, 1), said("you", 115, 2), said("you", 110, 3)),
            *(said("you", 105, 4), said("them", 70, 5, 14)),
        ),
        wanted=(DAY_ONE, DAY_ONE + 60 * DAY),
    )
    around = [20_000.0 + day for day in (0, 1, 2, 59, 60, 61)]
    found = weighed(talk, around)
    assert set(states(found).values()) == {True}
    text = " ".join([*talks.talk_noticed(found), *noticing.more_noticed(found.beside)])
    for shown in ("short of your own line", "market", "in a row", "6 days"):
        assert shown in text
    assert "29 %" in text  # 70 for 10 hours, then 70 for 14
    assert {one["name"]: one["seen"] for one in talk_as_json(found)["signals"]} == states(found)


def test_what_was_looked_for_and_not_there_is_not_seen() -> None:
    talk = replace(
        BARE,
        market=(60, 75),
        said=(said("them", 84, 0, 10), said("you", 120, 1), said("you", 110, 2), said("them", 90, 3, 10)),
        wanted=(DAY_ONE,),
    )
    spread = [20_000.0 + 10 * k for k in range(8)]
    assert set(states(weighed(talk, spread)).values()) == {False}
    assert states(weighed(talk, spread[:3]))["only_around_asks"] is None
    assert states(weighed(replace(talk, wanted=()), spread))["only_around_asks"] is None


@pytest.mark.parametrize(
    ("talk", "alternative"),
    [
        (BARE, "something"),
        (replace(BARE, fallback=0.0), "nothing"),
        (replace(BARE, came=(Came(90, DAY_ONE + 80 * DAY),)), "offer"),
        (replace(BARE, came=(Came(90, DAY_ONE),)), "something"),
        (replace(BARE, expires=DAY_ONE + 89 * DAY), "gone"),
        (replace(BARE, voluntary=False, came=(Came(90, DAY_ONE + 80 * DAY),)), "not_free"),
        (replace(BARE, breaks_off=0.1), "not_free"),
    ],
)
def test_only_what_is_true_is_said_of_alternatives(talk: OwnTalk, alternative: Alternative) -> None:
    found = weighed(talk)
    assert found.beside is not None
    assert found.beside.alternative == alternative
    first, *rest = noticing.safe_to_say(found.beside)
    assert rest == list(talks.TALK_SAFE)
    assert ("true to say" in first) == (alternative in ("offer", "something"))


def test_your_record_counts_other_talks_and_few_give_no_share() -> None:
    own = replace(BARE, walked=(Walked(70, on=DAY_ONE),), said=(said("them", 70, 0), said("them", 84, 9)))
    few = weighed(own)
    text = " ".join(noticing.after_walk(few.beside, str))
    assert "You walked at 70. They said 84 9 days later: 14 better for you." in text
    assert "A share needs 5" in text
    many = weighed(own, elsewhere=tuple(Walk(Walked(100, 10.0, 110), True) for _ in range(5)))
    text = " ".join(noticing.after_walk(many.beside, str))
    assert "walked 6 times, and 5 came back" in text
    assert "10 days" in text
    assert "10 % better" in text


def test_fear_leaves_nothing_beside_the_talk() -> None:
    found = weigh_talk("Acme", replace(BARE, walked=(Walked(70),)), Answers(afraid="unsure"), DAY_ONE)
    assert (found.advice, found.beside, found.asking, found.record) == (None, None, (), None)


# --- beliefs ----------------------------------------------------------------------------------------------------------


def test_the_shapes_are_those_of_the_tables() -> None:
    """Against closed forms: nine in ten between the ends, 95 in 100 below the high one where few go far."""
    at = np.array([65.0, 80.0, 100.0, 125.0])
    z = NormalDist().inv_cdf(0.95)
    middle, low = NormalDist(95, 35 / z), NormalDist(math.log(60 * 130) / 2, math.log(130 / 60) / (2 * z))
    told = {
        "even": [(x - 60) / 70 for x in at.tolist()],
        "middle": [middle.cdf(x) for x in at.tolist()],
        "low_middle": [low.cdf(math.log(x)) for x in at.tolist()],
        "few_far": [1 - 20 ** (-x / 130) for x in at.tolist()],
    }
    for shape in SHAPES:
        assert belief(shape, (60, 130)).at_most(at) == pytest.approx(told[shape], abs=1e-7), shape


@pytest.mark.parametrize("selling", [True, False])
def test_the_price_to_say_first_under_each_belief(selling: bool) -> None:
    found = {a.shape: a for a in asking((60, 130), 80, selling=selling)}
    assert set(found) == set(SHAPES)
    assert found["even"].price == pytest.approx(105 if selling else 70)
    assert found["even"].chance == pytest.approx(25 / 70 if selling else 10 / 70)
    for a in found.values():
        assert (a.price > 80) == selling
        above = 1 - float(belief(a.shape, (60, 130)).at_most(np.array([a.price]))[0])
        assert a.chance == pytest.approx(above if selling else 1 - above, abs=1e-9)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("selling", [True, False])
def test_a_belief_as_gain_is_the_same_belief(shape: Shape, selling: bool) -> None:
    """The far tails are cut, so a few in a hundred may differ."""
    gain = as_gain(shape, (60, 130), selling=selling)
    for price in (70.0, 95.0, 120.0):
        below = float(belief(shape, (60, 130)).at_most(np.array([price]))[0])
        assert gain.above(price if selling else -price) == pytest.approx(1 - below if selling else below, abs=0.04)


def test_a_shape_that_needs_prices_above_nothing_says_so() -> None:
    assert {a.shape for a in asking((-20, 130), 80, selling=True)} == {"even", "middle", "few_far"}
