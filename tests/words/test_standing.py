"""How standards stand, said so that it can be checked; and nothing of it before the question about fear."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest
from tests.words import reviews

from walkaway.app.review import Review
from walkaway.core.events import WEEK
from walkaway.core.standards.standard import Check, Mark, Standard
from walkaway.words import de, en, es
from walkaway.words.de import measures as german
from walkaway.words.en import measures as english
from walkaway.words.es import measures as spanish

LANGUAGES = (en, de, es)
MEASURES = (english, german, spanish)
REPLIES = Standard("replies", 2 / 3, 0.3, must_have=False, origin="best_past")
MONDAY = reviews.each()["stay"].as_of.local // WEEK * WEEK


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_the_question_about_fear_nothing_is_judged(language: ModuleType) -> None:
    review: Review = reviews.unanswered()
    card = language.card(review)
    assert len(card.numbers) == 1
    assert f"{review.balance.share:.0f}" in card.numbers[0].value if review.balance else False
    assert (card.standards, card.weeks, card.weeks_text, card.changes) == ((), (), None, ())
    assert card.step.send is None
    assert language.card(reviews.each()["stay"]).standards


@pytest.mark.parametrize("measures", MEASURES)
def test_met_without_being_reached_says_why(measures: ModuleType) -> None:
    """About 7 in 10 asked and about 5 in 10 seen is met: 54 is four fifths of 67."""
    said = measures.check(Check(REPLIES, 0.5375, 4, Mark.MET))
    assert "54 %" in said
    assert "67 %" in said
    reached = measures.check(Check(REPLIES, 0.7, 4, Mark.MET))
    assert "%" not in reached
    assert "%" not in measures.check(Check(REPLIES, 0.5, 4, Mark.PARTLY))


@pytest.mark.parametrize(("measures", "lately"), [*zip(MEASURES, ("lately", "zuletzt", "últimamente"), strict=True)])
def test_weeks_of_long_ago_are_not_lately(measures: ModuleType, lately: str) -> None:
    seen = Check(REPLIES, 0.8, 4, Mark.MET, newest=MONDAY)
    assert lately in measures.check(seen, MONDAY + 2 * WEEK)
    long_after = measures.check(seen, MONDAY + 100 * WEEK)
    assert lately not in long_after
    assert measures.day(MONDAY + WEEK - 1) in long_after


@pytest.mark.parametrize("language", LANGUAGES)
def test_as_many_weeks_as_there_were(language: ModuleType) -> None:
    review = reviews.each()["stay"]
    notes = set()
    for n in (1, 2, 3, 4):
        card = language.card(replace(review, standards=tuple(replace(c, n=n) for c in review.standards)))
        notes.add(card.numbers[1].note)
    assert len(notes) == 4
