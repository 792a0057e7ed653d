"""What a person reads: facts only, no banned word, easy to read, and nothing to send where nothing may be sent."""

from __future__ import annotations

import importlib
import itertools
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.words import reviews
from tests.words.plain_language import banned_in, grade, syllables

from walkaway import words
from walkaway.app.answers import Answers
from walkaway.app.review import NextStep, Review
from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.verdict import Move
from walkaway.words import en, printable, schema
from walkaway.words.card import Card
from walkaway.words.en import amounts, sending
from walkaway.words.en.reason import reason as reason_of

KINDS = (*PursuitKind, None)
SUBJECTS = ("silence", "mixed", "openings", "replies", "wait", "active_days")


def strings(value: Any) -> Iterator[str]:
    """Every string inside a constant, however deep; keys are codes, not words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from itertools.chain.from_iterable(map(strings, value.values()))
    elif isinstance(value, (tuple, list)):
        yield from itertools.chain.from_iterable(map(strings, value))
    elif hasattr(value, "__dataclass_fields__"):
        yield from itertools.chain.from_iterable(strings(getattr(value, name)) for name in value.__dataclass_fields__)


OTHER_LANGUAGES = ("walkaway.words.de", "walkaway.words.es")
"""The ban is on English words; "her" is German for "here"."""


def constants() -> Iterator[tuple[str, str]]:
    """Every public constant of the English words, with where it stands."""
    for module in pkgutil.walk_packages(words.__path__, f"{words.__name__}."):
        if module.name.startswith(OTHER_LANGUAGES):
            continue
        loaded = importlib.import_module(module.name)
        for name, value in vars(loaded).items():
            if name.isupper() and not name.startswith("__"):
                yield from ((f"{module.name}.{name}", text) for text in strings(value))


def everything() -> Iterator[tuple[str, Review]]:
    """Reviews of every sort, with every kind, change and signal."""
    yield from reviews.each().items()
    for kind in KINDS:
        answers = Answers(kind=kind, afraid="no")
        for subject in SUBJECTS:
            yield f"ask {kind} {subject}", reviews.ask(subject, answers=answers)
        yield f"walk {kind}", reviews.walk(answers=answers)
        yield f"step_back {kind}", reviews.step_back(answers=answers)
    for change in reviews.CHANGES:
        yield f"change {change.status}", reviews.ask(change=change, signals=())
    for signal in reviews.SIGNALS:
        yield f"signal {signal.name}", reviews.walk(signals=(signal,), change=reviews.NONE)
    for letters in ("", "x", "M", "....", "MxMxMxMx", "MMMM"):
        yield f"weeks {letters}", reviews.not_enough(weeks=reviews.marks(letters), change=reviews.NONE)
        yield f"stay {letters}", reviews.stay(weeks=reviews.marks(letters), signals=())


EVERYTHING = list(everything())
by_name = pytest.mark.parametrize(("name", "review"), EVERYTHING, ids=[name for name, _ in EVERYTHING])


def said(card: Card) -> list[str]:
    """What the card says, sentence by sentence; the table beneath the ribbon left out."""
    parts: list[str | None] = [card.reason, card.weeks_text, *card.paragraphs, *card.signals, *card.standards]
    parts += [*card.changes, *card.basis, *(n.note for n in card.numbers)]
    parts += [card.chart.text, card.chart.key, card.chart.band] if card.chart else []
    parts += [card.step.text, card.step.send] if card.step else []
    return [part for part in parts if part]


def test_no_constant_holds_a_banned_word() -> None:
    found = {where: banned_in(text) for where, text in constants() if banned_in(text)}
    assert found == {}
    assert sum(1 for _ in constants()) > 150, "the walk over the constants has lost its way"


@by_name
def test_no_card_holds_a_banned_word(name: str, review: Review) -> None:
    card = en.card(review)
    assert {word for text in strings(card) for word in banned_in(text)} == set(), name


def test_the_ban_is_on_whole_words_and_sees_them_all() -> None:
    assert banned_in("She ghosted, he's playing GAMES") == {"she", "ghosted", "he", "playing", "games"}
    assert banned_in("The history of this; their own, whether or not") == set()


@by_name
def test_a_card_reads_at_grade_seven_or_below(name: str, review: Review) -> None:
    text = " ".join(said(en.card(review)))
    assert grade(text) <= 7, name


@by_name
def test_a_longer_sentence_reads_at_grade_seven_or_below(name: str, review: Review) -> None:
    hard = {
        text: round(grade(text), 1) for text in said(en.card(review)) if len(text.split()) >= 12 and grade(text) > 7
    }
    assert hard == {}, name


def test_the_grade_is_that_of_known_texts() -> None:
    assert [syllables(w) for w in ("stay", "even", "message", "answered", "missed", "conversation", "nobody")] == [
        1, 2, 2, 2, 1, 4, 3,
    ]  # fmt: skip
    assert grade("The cat sat on the mat.") < 1
    assert grade("Interpersonal reciprocity deteriorated considerably following organisational restructuring.") > 15


@by_name
def test_a_reason_has_at_most_25_words_and_ends(name: str, review: Review) -> None:
    reason = reason_of(review)
    assert 0 < len(reason.split()) <= 25, name
    assert reason.endswith(".")


def test_a_reason_is_dated_where_the_messages_spoke() -> None:
    for name, review in reviews.each().items():
        if name not in ("support", "unanswered", "stop_contact", "no_want", "nothing"):
            assert "2026" in reason_of(review), name


def test_the_reason_says_what_was_counted() -> None:
    """Eight of nine openings were yours since the third of May."""
    review = reviews.walk(signals=(reviews.CHASING,), change=reviews.NONE)
    assert reason_of(review) == "You opened 8 of the last 9 conversations since 3 May 2026."


def test_a_silence_is_dated_from_its_first_day() -> None:
    assert reason_of(reviews.ask(change=reviews.SILENT)).startswith("They last wrote on 6 April 2026")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("afraid", ["yes", "no", "unsure", None])
@pytest.mark.parametrize("stop", [False, True])
@pytest.mark.parametrize("move", list(Move))
def test_nothing_is_sent_where_nothing_may_be_sent(
    kind: PursuitKind | None, afraid: Any, stop: bool, move: Move
) -> None:
    """Whatever the step says: a rule that is applied last holds here too."""
    answers = Answers(kind=kind, afraid=afraid, stop_contact=stop)
    for code in ("no", "step_back", "ask_silence", "ask_replies", None):
        step = NextStep("send_ask", sentence=code, days=21, until=reviews.SINCE)
        review = reviews.build(move, step, answers=answers, verdict=reviews.verdict(move))
        silent = stop or afraid in ("yes", "unsure") or move in (Move.SUPPORT, Move.UNANSWERED)
        sendable = schema.as_json(review)["next"]["sentence"]
        assert (sendable is None) == (silent or code is None)
        if sendable is None:
            texts = {*sending.NOES.values(), *(t for asks in sending.ASKS.values() for t in asks.values())}
            assert not texts & set(strings(en.card(review)))


def test_every_kind_asks_in_its_own_words_about_every_subject() -> None:
    asked = [sending.to_send(reviews.ask(s, answers=Answers(kind=k, afraid="no"))) for k in KINDS for s in SUBJECTS]
    assert None not in asked
    assert len(set(asked)) == len(asked) == 42
    for text in filter(None, asked):
        assert {"you", "your", "we", "us"} & set(re.findall(r"\w+", text.lower())), text
        assert "{" not in text


def test_a_no_gives_no_reason_and_asks_nothing() -> None:
    for kind, text in sending.NOES.items():
        assert "?" not in text, kind
        assert not {"because", "sorry", "please", "if", "unless", "never", "always"} & set(text.lower().split())
        assert text.count(".") <= 2


def test_support_says_why_and_what_counts_without_a_name_or_a_number() -> None:
    card = en.card(reviews.support())
    text = " ".join(strings(card))
    assert "no verdict" in text
    assert "sense of danger" in text
    assert "trained advocate" in text
    assert "Robin" not in text
    assert not any(c.isdigit() for c in " ".join([card.reason, *card.paragraphs]))
    assert (card.numbers, card.signals, card.changes, card.chart, card.step) == ((), (), (), None, None)
    assert "no abuse" not in text.lower()


def test_nobody_else_is_named() -> None:
    text = " ".join(strings(en.card(reviews.group())))
    assert "Robin" in text
    assert "Kim" not in text
    assert "Alex" not in text


def test_a_card_from_memory_and_one_of_part_of_the_contact_say_so() -> None:
    assert en.card(reviews.each()["from_answers"]).mark == "From your answers"
    assert en.card(reviews.elsewhere()).mark == "In these messages only"
    assert en.card(reviews.each()["old"]).mark == "As of 28 June 2026"


def test_there_are_four_numbers_and_no_more() -> None:
    assert [n.label for n in en.card(reviews.ask()).numbers] == [
        "Their share of the effort", "Must-haves met", "Your limit", "How sure",
    ]  # fmt: skip


def test_a_name_cannot_steer_a_terminal_or_turn_the_line() -> None:
    card = en.card(reviews.stay(them="Ro\x1b[31m\u202ebin\n" + "x" * 100))
    assert card.title.startswith("You and Ro [31m bin")
    assert len(card.title) <= len("You and ") + 60
    assert printable.printable("\x00") == "?"


@pytest.mark.parametrize(
    ("value", "words_"),
    [(0.01, "1 minute"), (0.5, "30 minutes"), (1.0, "1 hour"), (30.0, "30 hours"), (49.0, "2 days")],
)
def test_a_wait_is_said_as_one_would(value: float, words_: str) -> None:
    assert amounts.hours(value) == words_


def test_a_day_is_said_in_full() -> None:
    assert amounts.day(reviews.local(2024, 8, 3)) == "3 August 2024"


@pytest.mark.parametrize("name", ["left", "left for good", "look again", "closed"])
def test_who_was_left_is_not_argued_about(name: str) -> None:
    """One calm sentence that you left, nothing to send, and nothing that speaks for a move."""
    found = reviews.each()[name]
    said = en.card(found)
    assert said.word == "Left"
    assert said.reason.startswith("You left on 3 May 2026.")
    assert ("look again" in said.reason) == (name in ("left", "look again"))
    assert said.step is not None
    assert (said.step.send, said.changes) == (None, ())
    assert not any("By your own rule" in line for line in said.promises)
    assert "How sure" not in {number.label for number in said.numbers}
