"""What a person reads about an offer: plain, true to the numbers, and nothing to send that gives the limit away."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest
from tests.words.plain_language import banned_in, grade
from tests.words.test_en import strings
from tests.words.test_schema import PAGE, paths, rows

from walkaway.app.weigh_offer import KINDS, WeighedOffer, weigh
from walkaway.core.offers.weigh import Answer
from walkaway.words.en import doors
from walkaway.words.en.money import chance, in_days, money, per_period
from walkaway.words.en.offer_sending import BUYING, SENTENCES
from walkaway.words.en.offers import OFFER_ASSUMED, OFFER_WORDS
from walkaway.words.offer_schema import offer_as_json
from walkaway.words.spoken import spoken
from walkaway.words.told.offers import how

en = spoken("en").offers

STORIES: dict[str, dict[str, Any]] = {
    "hold": {"theirs": 800, "mine": 1200, "fallback": 900},
    "trade": {"theirs": 800, "mine": 1200, "fallback": 900, "trade": True},
    "first number": {"theirs": 800, "fallback": 900, "likely": (700, 900, 1200)},
    "above the limit": {"theirs": 60_000, "fallback": 52_000, "currency": "$", "per": "year"},
    "own limit higher": {"theirs": 800, "mine": 900, "fallback": 950, "likely": (700, 1400)},
    "accept": {"theirs": 1000.5, "fallback": 300, "likely": (900, 950, 1005)},
    "at the limit": {"theirs": 900, "fallback": 900, "likely": (700, 800, 902)},
    "time": {"theirs": 60_000, "fallback": 52_000, "better": 66_000, "better_sure": 60, "better_days": 10,
             "deadline": 14, "terms": {"remote": 2000.0, "commute": -500.0}, "cost": 300, "waiting": 10},
    "answer too late": {"theirs": 60_000, "fallback": 52_000, "better": 66_000, "better_sure": 60, "better_days": 10,
                        "deadline": 7},
    "open fallback": {"theirs": 1000, "fallback": 1400, "sure": 50, "answer_days": 4, "likely": (900, 1000, 1050)},
    "walk": {"theirs": 400, "fallback": 900, "likely": (300, 600)},
    "walk, own number far": {"theirs": 800, "mine": 2000, "fallback": 900, "likely": (700, 900, 1200)},
    "accept, own number far": {"theirs": 60, "mine": 95, "fallback": 55, "likely": (55, 80)},
    "buy": {"theirs": 100, "fallback": 90, "buying": True, "currency": "EUR"},
    "buy, accept": {"theirs": 80, "fallback": 120, "buying": True, "likely": (79, 90)},
    "buy, walk": {"theirs": 200, "fallback": 90, "buying": True, "likely": (150, 210)},
}  # fmt: skip
EACH = {
    f"{kind} {name}": weigh(kind=kind, **story) for kind, (name, story) in itertools.product(KINDS, STORIES.items())
}
each = pytest.mark.parametrize("found", EACH.values(), ids=EACH)


def said(found: WeighedOffer) -> list[str]:
    card = en.offer_card(found)
    return [card.reason, card.send, *card.limit, *card.changes, *card.basis, *(n.note for n in card.numbers)]


def test_the_stories_are_of_every_sort() -> None:
    assert {found.weighed.answer for found in EACH.values()} == set(Answer) == set(OFFER_WORDS)
    assert {how(found) for found in EACH.values()} == set(BUYING)
    assert {code for found in EACH.values() for code in found.weighed.assumed} == set(OFFER_ASSUMED)


@each
def test_a_card_is_plain_and_holds_no_banned_word(found: WeighedOffer) -> None:
    texts = said(found)
    assert {word for text in strings(en.offer_card(found)) for word in banned_in(text)} == set()
    assert grade(" ".join(texts)) <= 7
    assert {t: round(grade(t), 1) for t in texts if len(t.split()) >= 12 and grade(t) > 7} == {}
    assert not any("{" in text for text in texts)


@each
def test_a_reason_has_at_most_25_words_and_its_numbers(found: WeighedOffer) -> None:
    reason = en.offer_reason(found)
    assert 0 < len(reason.split()) <= 25
    assert reason.endswith(".")
    assert any(c.isdigit() for c in reason)


@each
def test_what_is_sent_says_no_limit_no_need_no_threat_and_no_alternative(found: WeighedOffer) -> None:
    sent = en.offer_sentence(found)
    numbers = (found.offer.theirs, found.weighed.number)
    if found.weighed.limit not in numbers:
        assert money(found.weighed.limit, found.currency) not in sent
    never = {
        "need",
        "must",
        "please,",
        "unless",
        "otherwise",
        "last",
        "final",
        "other",
        "another",
        "else",
        "limit",
        "hope",
    }
    assert not never & set(sent.lower().replace(".", " ").split())
    assert len(sent.split()) <= 30


@each
def test_the_number_sent_is_the_number_said(found: WeighedOffer) -> None:
    number = found.number_to_say
    if number is not None:
        assert per_period(number, found.currency, found.per) in en.offer_sentence(found)
        assert found.offer.sign * number >= found.offer.sign * found.weighed.limit


def test_every_sentence_of_every_kind_is_short_and_plain() -> None:
    for sentences in (*SENTENCES.values(), BUYING):
        assert set(sentences) == set(BUYING)
        for text in sentences.values():
            filled = text.format(number="1,200", days="10 days")
            assert grade(filled) <= 7, text
            assert not banned_in(filled)


def test_the_reason_of_a_freelancer() -> None:
    assert en.offer_reason(EACH["client first number"]) == (
        "Their 800 is below your limit of 900, but 1,000 has a 3 in 10 chance of a yes."
    )


def test_who_is_far_from_them_hears_what_a_trade_would_bring() -> None:
    for story in ("walk", "accept"):
        changes = en.offer_card(EACH[f"client {story}, own number far"]).changes
        assert "in return: Counter." in changes[0]
        assert "--trade" in changes[0]


def test_questions_and_hints_are_plain() -> None:
    for text in (*doors.OFFER_QUESTIONS.values(), *doors.OFFER_HINTS.values(), doors.AN_AMOUNT):
        assert not banned_in(text)
        assert grade(text) <= 7, text


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        (1200, "€", "€1,200"), (1200.4, "EUR", "1,200 EUR"), (95.5, "", "95.50"), (-200, "$", "-$200"), (0, "", "0"),
        (-0.001, "€", "€0"), (999.999, "", "1,000"),
    ],
)  # fmt: skip
def test_money_is_shown_as_it_was_given(amount: float, currency: str, shown: str) -> None:
    assert money(amount, currency) == shown


def test_chances_and_days_are_said_as_one_counts_them() -> None:
    assert [chance(x) for x in (0.99, 0.8, 0.42, 0.06, 0.001)] == [
        "a near certain chance", "an 8 in 10 chance", "a 4 in 10 chance", "a 1 in 17 chance", "hardly any chance",
    ]  # fmt: skip
    assert [in_days(x) for x in (0.2, 1, 12)] == ["today", "in 1 day", "in 12 days"]


# --- JSON -------------------------------------------------------------------------------------------------------------


def test_the_page_names_every_key_of_an_offer_and_no_other() -> None:
    found = {path for offer in EACH.values() for path in paths(offer_as_json(offer))}
    listed = set(rows("An offer"))
    grouped = {path for path in found if any(other.startswith((f"{path}.", f"{path}[]")) for other in found)}
    empty = {path for path in found if path.endswith("[]") and any(other.startswith(f"{path}.") for other in found)}
    assert sorted(found - listed - grouped - empty) == []
    assert sorted(listed - found) == []


def test_the_page_names_every_code_and_answer_of_an_offer() -> None:
    assert sorted(rows("Codes of `assumed` for an offer")) == sorted(OFFER_ASSUMED)
    assert all(f"| `{code}` | {sentence} |" in PAGE for code, sentence in OFFER_ASSUMED.items())
    answers = next(line for line in PAGE.splitlines() if line.startswith("| `answer`"))
    assert all(answer.value in answers for answer in Answer)


@each
def test_every_offer_is_plain_json_without_nan(found: WeighedOffer) -> None:
    whole = offer_as_json(found)
    assert json.loads(json.dumps(whole, allow_nan=False)) == whole
    assert whole["schema"] == "walkaway.offer/1"
