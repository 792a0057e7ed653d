"""What is said beside a talk, and of packages, in every language: as much as in English, with the same amounts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

import pytest
from tests.app.test_beside_talk import BARE, CLIENT, DAY_ONE, said, weighed
from tests.words.test_languages import OTHERS, digits, unwell
from tests.words.test_translations import texts

from walkaway.app.issues import OwnIssue, OwnPackage
from walkaway.app.own_talk import Came, OwnTalk
from walkaway.app.talk import Talked
from walkaway.app.weigh_packages import PackagesTalked, weigh_packages
from walkaway.core.events import DAY
from walkaway.core.offers.advise import Move
from walkaway.core.offers.concession import By
from walkaway.core.offers.signals import Walked
from walkaway.core.offers.walked import Walk
from walkaway.words.en import noticing, packages
from walkaway.words.spoken import spoken

WALKED = replace(BARE, walked=(Walked(70, on=DAY_ONE),))
ISSUES = (
    OwnIssue("Sum", ("100k", "150k", "200k"), (0, 1, 2), 100),
    OwnIssue("Seats", ("2", "1", "0"), (0, 1, 2), 80),
    OwnIssue("Months", ("6", "12"), (0, 1), 20),
)


def over_a_price() -> Iterator[Talked]:
    """Nothing said, all signals seen, each sort of alternative, and each sort of return."""
    yield weighed(BARE)
    ours = tuple(said("you", 120 - 5 * k, 1 + k) for k in range(4))
    talk = replace(BARE, market=(90, 120), said=(said("them", 70, 0, 10), *ours, said("them", 70, 5, 14)))
    around = [20_000.0 + k for k in (0, 1, 2, 59, 60, 61)]
    yield weighed(replace(talk, wanted=(DAY_ONE, DAY_ONE + 60 * DAY)), around)
    yield weighed(replace(BARE, fallback=0.0))
    yield weighed(replace(BARE, came=(Came(90, DAY_ONE + 80 * DAY),)))
    yield weighed(replace(BARE, expires=DAY_ONE + 89 * DAY))
    yield weighed(replace(BARE, voluntary=False))
    yield weighed(WALKED)
    many = tuple(Walk(Walked(100, 10.0, 110), True) for _ in range(5))
    for first in (60, 70, 84):
        log = (said("them", 75, -3), said("them", 70, 0), said("them", first, 9))
        yield weighed(replace(WALKED, said=log), elsewhere=many)
    worse = tuple(Walk(Walked(100, 10.0, 90), True) for _ in range(5))
    yield weighed(replace(BARE, walked=(Walked(70, back_with=80),)), elsewhere=worse)


def over_packages() -> Iterator[PackagesTalked]:
    """From nothing said to a package past the line, a walk, and an outside that none beats."""
    bare = OwnTalk(issues=ISSUES, fallback=30, left=3)
    low, middle, high = (_package("them", *of) for of in (("100k", "2", "6"), ("150k", "1", "6"), ("200k", "0", "12")))
    mine = [_package("you", *of) for of in (("200k", "0", "12"), ("200k", "0", "6"), ("200k", "1", "12"))]
    logs = ((), (low,), (high,), (low, *mine), (mine[0], middle, mine[1]), (low, low, low))
    for fallback in (0.0, 30.0, 100.0):
        for log in logs:
            yield _weighed(replace(bare, packages=log, fallback=fallback))
    yield _weighed(replace(bare, packages=(middle,), left=0))
    yield _weighed(replace(bare, packages=(low,), walked=(Walked(20, on=DAY_ONE + DAY),), expires=DAY_ONE + 50 * DAY))


def _package(by: By, *values: str) -> OwnPackage:
    return OwnPackage(by, dict(zip((issue.name for issue in ISSUES), values, strict=True)), DAY_ONE)


def _weighed(talk: OwnTalk) -> PackagesTalked:
    return weigh_packages("Acme", talk, CLIENT, DAY_ONE + 50 * DAY)


PRICES, PACKAGES = list(over_a_price()), list(over_packages())


def beside_price(found: Talked, says: Any) -> list[list[str]]:
    return [
        says.asking_lines(found.asking, str),
        says.more_noticed(found.beside),
        says.after_walk(found.beside, str),
        says.safe_to_say(found.beside),
    ]


def of_packages(found: PackagesTalked, says: Any) -> list[list[str]]:
    head, rows = says.package_table(found)
    return [
        texts(tuple(says.package_numbers(found))),
        [*head, *texts(tuple(rows))],
        says.weight_lines(found),
        says.package_reasons(found),
        [says.package_sentence(found)],
        says.package_changes(found),
        says.package_noticed(found),
    ]


def test_the_talks_are_of_every_sort() -> None:
    each = [*(found.beside for found in PRICES), *(found.beside for found in PACKAGES)]
    besides = [beside for beside in each if beside is not None]
    assert {beside.alternative for beside in besides} == set(noticing.ALTERNATIVES)
    seen = {notice.name for beside in besides for notice in beside.notices}
    assert seen >= {*noticing.MORE_NOTICED, *packages.PACKAGE_NOTICED}
    assert any(found.asking for found in PRICES)
    assert {found.advice.move for found in PACKAGES if found.advice} == {*Move}


@pytest.mark.parametrize("code", OTHERS)
def test_as_much_is_said_with_the_same_amounts(code: str) -> None:
    says, english = spoken(code), spoken("en")
    pairs = [(beside_price(found, says.noticing), beside_price(found, english.noticing)) for found in PRICES]
    pairs += [(of_packages(found, says.packages), of_packages(found, english.packages)) for found in PACKAGES]
    for parts, told in pairs:
        assert [len(lines) for lines in parts] == [len(lines) for lines in told]
        for line, other in zip(chain.from_iterable(parts), chain.from_iterable(told), strict=True):
            assert unwell(line) == [], line
            assert bool(line) == bool(other)
            assert digits(line) == digits(other), line
