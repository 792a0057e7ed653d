"""A pursuit as a document: nothing is lost on the way out and back, and a mistake is said where it is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkaway.app.answers import Answers
from walkaway.app.belief import SHAPES
from walkaway.app.errors import UsageError
from walkaway.app.issues import OwnIssue, OwnPackage
from walkaway.app.left import Left
from walkaway.app.own_talk import OwnNumber, OwnTalk
from walkaway.app.pursuit import Asked, OwnOption, OwnStandard, OwnWeek, Pursuit, You, example
from walkaway.app.pursuit_document import as_document, from_document, you_as_document, you_from_document
from walkaway.app.recalled import NormalWeek, Recalled
from walkaway.core.events import DAY, HOUR, Moment
from walkaway.core.leaving.draft import Dismissed
from walkaway.core.leaving.silence import UnsentLetter, Urge
from walkaway.core.offers.signals import Walked
from walkaway.core.offers.walked import Walk
from walkaway.core.redirect.reading import Confirmed, Label
from walkaway.core.standards.by_hand import Rating
from walkaway.core.standards.commitment import Standing
from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.promise import Edit, Rule

DAYS = st.integers(0, 40_000).map(lambda n: n * DAY)
AMOUNTS = st.none() | st.integers(0, 100_000).map(float)
NAMES = st.text("abcdefgh äß字", min_size=1, max_size=12)
RULES = st.builds(
    Rule,
    standard=st.just("openings"),
    level=st.integers(1, 90).map(float),
    misses=st.integers(1, 3),
    weeks=st.integers(3, 12),
    ask_first=st.booleans(),
    grace=st.integers(0, 4),
    words=st.text(max_size=20),
    delay=st.integers(0, 200).map(lambda n: n * HOUR),
)
MOMENTS = st.tuples(st.integers(0, 10**9), st.integers(-12, 12)).map(
    lambda x: Moment(x[0] * 1_000_000, x[0] * 1_000_000 + x[1] * HOUR)
)
EDITS = st.lists(st.builds(Edit, at=MOMENTS, rule=st.none() | RULES), min_size=1, max_size=4).map(
    lambda edits: tuple(sorted(edits, key=lambda e: e.at.at))
)
STANDARDS = st.builds(
    OwnStandard,
    name=NAMES,
    must_have=st.booleans(),
    evidence=st.sampled_from([None, "wait", "openings", "replies", "active_days"]),
    target=st.integers(1, 10).map(lambda n: n / 10),
    points=st.none() | st.integers(1, 100).map(float),
    ratings=st.lists(st.builds(Rating, on=DAYS, score=st.integers(0, 10).map(float)), max_size=3).map(
        lambda rs: tuple(sorted(rs, key=lambda r: r.on))
    ),
)
OPTIONS = st.builds(
    OwnOption,
    name=NAMES,
    worth=st.lists(st.integers(0, 1000).map(float), min_size=3, max_size=3).map(lambda x: tuple(sorted(x))),
    chance=st.integers(0, 100).map(lambda n: n / 100),
    hours=st.integers(0, 9).map(float),
)
INSTANTS = st.integers(0, 10**15)
LEAVINGS = st.builds(
    Left,
    tone=st.sampled_from(["plain", "warm", "formal"]),
    on=st.just(DAY),
    until=st.none() | DAYS.filter(lambda day: day > DAY),
    letters=st.lists(st.builds(UnsentLetter, at=INSTANTS, text=st.text(min_size=1, max_size=30)), max_size=2).map(
        tuple
    ),
    urges=st.lists(st.builds(Urge, at=INSTANTS, strength=st.integers(1, 5), before=NAMES), max_size=2).map(tuple),
    closed=st.none() | DAYS,
    learned=st.lists(NAMES, max_size=2).map(tuple),
)
WEEKS = st.builds(
    NormalWeek,
    **{f"{who}_open": st.integers(0, 1000).map(float) for who in ("you", "they")},
    **{f"{who}_answer": st.integers(0, 100).map(lambda n: n / 100) for who in ("you", "they")},
    **{f"{who}_days": st.integers(0, 7).map(float) for who in ("your", "their")},
)
RECALLED = st.builds(Recalled, on=DAYS, then=WEEKS, now=WEEKS, weeks_now=st.integers(0, 200))
SIZES = st.integers(-500, 500).map(float)
ISSUES = st.builds(
    OwnIssue,
    name=NAMES,
    values=st.just(("low", "60k", "high")),
    scores=st.permutations([0.0, 1.5, 4.0]).map(tuple),
    points=st.none() | st.integers(0, 100).map(float),
)
TALKED = st.builds(
    OwnTalk,
    selling=st.booleans(),
    fallback=st.none() | SIZES,
    voluntary=st.sampled_from([None, True, False]),
    shape=st.sampled_from([None, *SHAPES]),
    said=st.lists(
        st.builds(OwnNumber, by=st.sampled_from(["you", "them"]), number=SIZES, on=DAYS, scope=AMOUNTS), max_size=2
    ).map(tuple),
    walked=st.lists(
        st.builds(Walked, at=SIZES, back_after=AMOUNTS, back_with=st.none() | SIZES, on=st.none() | DAYS), max_size=2
    ).map(tuple),
    earlier=st.lists(
        st.builds(Walk, walked=st.builds(Walked, at=SIZES, on=st.none() | DAYS), selling=st.booleans())
        | st.builds(Walk, walked=st.builds(Walked, at=SIZES), selling=st.just(True), points=st.just(True)),
        max_size=2,
    ).map(tuple),
    wanted=st.lists(DAYS, max_size=2).map(tuple),
    issues=st.lists(ISSUES, max_size=2).map(tuple),
    packages=st.lists(
        st.builds(
            OwnPackage,
            by=st.sampled_from(["you", "them"]),
            choice=st.dictionaries(NAMES, st.sampled_from(["low", "60k", "high"]), max_size=2),
            on=DAYS,
        ),
        max_size=2,
    ).map(tuple),
)
DISMISSED = st.lists(st.builds(Dismissed, rule=NAMES, message=st.none() | NAMES), max_size=3).map(tuple)
PURSUITS = st.builds(
    Pursuit,
    name=NAMES,
    answers=st.builds(
        Answers,
        kind=st.none() | st.sampled_from(PursuitKind),
        afraid=st.sampled_from([None, "yes", "no", "unsure"]),
        stop_contact=st.booleans(),
        want=st.sampled_from([None, True, False]),
        elsewhere=st.sampled_from([None, "mostly", "partly", "no"]),
        quiet=st.lists(st.tuples(DAYS, DAYS).map(lambda x: (min(x), max(x))), max_size=2).map(tuple),
    ),
    me=st.none() | NAMES,
    with_=st.none() | NAMES,
    archives=st.none() | st.lists(NAMES, min_size=1, max_size=2).map(tuple),
    week=st.builds(OwnWeek, unit=st.sampled_from(["points", "€"]), good=AMOUNTS, free=AMOUNTS, hours=AMOUNTS),
    standards=st.lists(STANDARDS, max_size=3).map(tuple),
    only_mine=st.booleans(),
    options=st.lists(OPTIONS, max_size=3).map(tuple),
    you=st.sampled_from([Standing(None, None), Standing("talking", "talking")]),
    promises=st.none().map(lambda _: {}) | EDITS.map(lambda edits: {"openings": edits}),
    asked=st.lists(st.builds(Asked, on=DAYS, about=st.none() | NAMES), max_size=2).map(tuple),
    left=st.none() | LEAVINGS,
    recalled=st.none() | RECALLED,
    dismissed=DISMISSED,
)


@given(PURSUITS)
def test_nothing_is_lost_on_the_way_out_and_back(pursuit: Pursuit) -> None:
    document = json.loads(json.dumps(as_document(pursuit)))
    assert from_document(document, "here") == pursuit


@given(
    st.builds(
        You,
        hours=AMOUNTS.filter(lambda x: x is None or x <= 168),
        own_life=st.sampled_from([None, 0.0, 0.3]),
        columns=st.lists(NAMES).map(tuple),
        dismissed=DISMISSED,
        confirmed=st.lists(
            st.builds(Confirmed, text=st.text(min_size=1, max_size=30), label=st.sampled_from(Label)), max_size=3
        ).map(tuple),
    )
)
def test_what_is_true_of_you_comes_back_too(you: You) -> None:
    assert you_from_document(you_as_document(you), "here") == you


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"sunk": 3}, "I do not know this"),
    ({"left": {"on": "2024-05-03", "until": "2024-05-01"}}, "after the one on which you left"),
    ({"left": {"on": "2024-05-03", "learned": ["a", "b", "c"]}}, "two lines"),
    ({"left": {"urge": [{"at": "2024-05-03T10:00:00+00:00", "strength": 6}]}}, "from 0 to 5"),
    ({"left": {"urge": [{"at": "2024-05-03T10:00:00+00:00", "strength": 0}]}}, "from 1 to 5"),
    ({"left": {"letter": [{"at": "yesterday", "text": "a"}]}}, "an instant like"),
    ({"recalled": {"on": "2024-05-03", "weeks_now": 3, "then": {"you_open": 1}}}, "needed"),
    ({"left": {"kept": 41}}, "I do not know this"),
    ({"spent": 3}, "I do not know this"),
    ({"talk": {"shape": "round"}}, "one of"),
    ({"talk": {"issue": [{"name": "Pay", "values": ["1"], "scores": [0]}]}}, "two or more"),
    ({"talk": {"issue": [{"name": "Pay", "values": ["1", "2"], "scores": [0]}]}}, "score for each"),
    ({"talk": {"issue": [{"name": "Pay", "values": ["1", "2"], "scores": [3, 3]}]}}, "not all alike"),
    (
        {
            "talk": {
                "issue": [{"name": "Pay", "values": ["1", "2"], "scores": [0, 1]}],
                "package": [{"by": "them", "on": "2024-05-03", "choice": {"Pay": "3"}}],
            }
        },
        "has no value",
    ),
    ({"kind": "boss"}, "client, deal, job"),
    ({"want": "yes"}, "true or false"),
    ({"quiet": ["2024-03-02..2024-03-01"]}, "earlier day first"),
    ({"quiet": ["yesterday"]}, "2024-08-03"),
    ({"week": {"good": -1}}, "from 0"),
    ({"standard": [{"target": 3}]}, "needed"),
    ({"standard": [{"name": "calls", "target": 11}]}, "from 0 to 10"),
    ({"standard": [{"name": "calls", "target": 0}]}, "above 0"),
    ({"standard": [{"name": "answers", "shown_by": "replies"}]}, "how much"),
    ({"option": [{"name": "other", "worth": [3, 2, 1]}]}, "worst first"),
    ({"option": [{"name": "other", "worth": "much"}]}, "one number, or three"),
    ({"option": [{"name": "other", "worth": 3, "chance": 101}]}, "from 0 to 100"),
    ({"stage": {"you_said": "married"}}, "one of"),
    ({"promise": [{"standard": "replies", "at": "2024-03-01"}]}, "instant"),
    (
        {"promise": [{"standard": "x", "at": "2024-03-01T10:00:00+01:00", "level": 3, "misses": 4, "weeks": 2}]},
        "no more misses",
    ),
]


@pytest.mark.parametrize(("part", "said"), WRONG)
def test_a_mistake_is_said_where_it_is(part: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said) as wrong:
        from_document({"name": "Nora", **part}, "nora/pursuit.toml")
    assert str(wrong.value).startswith("nora/pursuit.toml, at ")


def test_an_example_is_taken_over_with_its_evidence_and_target() -> None:
    found = example(PursuitKind.CLIENT, "answers")
    assert found == OwnStandard("answers", must_have=False, evidence="replies", target=0.8)
    assert example(PursuitKind.CLIENT, "flies") is None
    assert example(None, "answers") is None
