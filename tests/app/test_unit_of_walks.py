"""What you walked at keeps the unit of its talk: a price is no worth of a package, nor the other way round."""

from __future__ import annotations

from dataclasses import replace

import pytest

from walkaway.app.answers import Answers
from walkaway.app.issues import OwnIssue
from walkaway.app.own_talk import Came, OwnNumber, OwnTalk
from walkaway.app.set_packages import with_issue, with_package, without_issue
from walkaway.app.set_talk import anew, noted
from walkaway.app.talk import weigh_talk
from walkaway.app.weigh_packages import PackagesTalked, weigh_packages
from walkaway.core.events import DAY
from walkaway.core.offers.signals import Walked
from walkaway.core.offers.walked import Walk
from walkaway.core.standards.standard import PursuitKind
from walkaway.words.packages_schema import packages_as_json
from walkaway.words.spoken import spoken

noticing = spoken("en").noticing
packages = spoken("en").packages
talks = spoken("en").talks

TODAY = 20_090 * DAY
JOB = Answers(kind=PursuitKind.JOB)
PAY = OwnIssue("Pay", ("55k", "60k", "65k"), (0.0, 1.0, 2.0))
PRICE = OwnTalk(
    selling=False,
    said=(OwnNumber("them", 70, TODAY - 40 * DAY),),
    fallback=80,
    walked=(Walked(70, 9.0, 62, TODAY - 40 * DAY),),
)


def over_packages(talk: OwnTalk) -> OwnTalk:
    """A new talk, over pay, in which they offered the middle."""
    settled = replace(with_issue(anew(talk), PAY), fallback=20.0)
    return with_package(settled, "them", {"Pay": "60k"}, TODAY)


def weighed(talk: OwnTalk, *elsewhere: Walk) -> PackagesTalked:
    return weigh_packages("Acme", talk, JOB, TODAY, elsewhere=elsewhere)


def test_a_price_you_walked_at_is_history_in_a_talk_over_packages() -> None:
    talk = over_packages(PRICE)
    assert talk.walked == ()
    assert talk.earlier == (Walk(PRICE.walked[0], selling=False),)
    found = weighed(talk)
    assert found.beside is not None
    assert found.beside.since is None
    assert found.beside.record is not None
    assert (found.beside.record.walked, found.beside.record.with_more) == (1, 1)  # they came down for one who bought
    says = [*noticing.after_walk(found.beside, packages.of_100), *packages.package_noticed(found)]
    assert not any("70" in line or "62" in line for line in says)
    assert packages_as_json(found)["after_walk"] is None


def test_what_packages_were_worth_is_history_in_a_talk_over_a_price() -> None:
    walked = noted(over_packages(PRICE), "walked", 50.0, TODAY)
    for price in (anew(walked), without_issue(walked, "Pay")):
        assert (price.issues, price.packages, price.walked, price.fallback, price.came) == ((), (), (), None, ())
        assert [(one.walked.at, one.points) for one in price.earlier] == [(70, False), (50.0, True)]
        found = weigh_talk("Acme", replace(price, fallback=80, likely=(60, 130)), JOB, TODAY)
        assert found.beside is not None
        assert found.beside.since is None
        assert found.beside.record is not None
        assert found.beside.record.walked == 2
        text = " ".join(talks.talk_noticed(found))
        assert "You walked on a price 1 time." in text


def test_the_packages_of_another_talk_have_a_worst_and_a_best_of_their_own() -> None:
    walked = noted(over_packages(PRICE), "walked", 50.0, TODAY)
    again = over_packages(walked)
    assert again.walked == ()
    assert [one.points for one in again.earlier] == [False, True]


def test_an_issue_more_leaves_the_walks_of_this_talk_where_they_are() -> None:
    walked = noted(over_packages(PRICE), "walked", 50.0, TODAY)
    more = with_issue(walked, OwnIssue("Title", ("junior", "lead"), (0.0, 1.0)))
    assert (more.walked, more.earlier) == (walked.walked, walked.earlier)


def test_a_price_talk_that_goes_on_keeps_what_you_walked_at() -> None:
    assert anew(PRICE).walked == PRICE.walked
    assert anew(PRICE).earlier == ()


def test_how_much_better_is_told_of_one_kind_only() -> None:
    over_price = [Walk(Walked(100, 5.0, 110), selling=True)] * 5
    beside = weighed(over_packages(PRICE), *over_price).beside
    assert beside is not None
    assert beside.record is not None
    assert (beside.record.walked, beside.record.with_more, beside.record.better) == (6, 6, None)
    in_points = [Walk(Walked(50, 5.0, 60), selling=True, points=True)] * 5
    beside = weighed(over_packages(PRICE), *over_price, *in_points).beside
    assert beside is not None
    assert beside.record is not None
    assert beside.record.better == pytest.approx(0.2)


def test_what_is_there_otherwise_is_not_carried_over() -> None:
    """40 of 100 is no price, and nothing that came in points is one."""
    talk = replace(over_packages(PRICE), came=(Came(40.0, TODAY),), expires=TODAY + DAY)
    price = without_issue(talk, "Pay")
    assert (price.fallback, price.came, price.expires) == (None, (), None)
