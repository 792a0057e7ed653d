"""The sentences of the examples and of the stages: one for each id, easy to read, acts only."""

from __future__ import annotations

import re

import pytest
from tests.words.plain_language import banned_in, grade

from walkaway.core.events import Side
from walkaway.core.measures import Measure
from walkaway.core.standards.commitment import LADDERS, Stage, Standing, effort_ahead, stage
from walkaway.core.standards.examples import EXAMPLES, Example
from walkaway.core.standards.standard import PursuitKind
from walkaway.words.en import commitment as commitment_words
from walkaway.words.en.standards import RATE_BY_HAND, SENTENCES
from walkaway.words.spoken import spoken

standard = spoken("en").standards.standard

EVERY = [e for examples in EXAMPLES.values() for e in examples]
by_example = pytest.mark.parametrize("example", EVERY, ids=[e.id for e in EVERY])
FEELINGS = {
    "feel",
    "feels",
    "care",
    "cares",
    "love",
    "loves",
    "like",
    "likes",
    "think",
    "thinks",
    "hope",
    "hopes",
    "mean",
}
"""What goes on inside somebody cannot be seen from outside, so no standard asks for it of them."""


def test_sentences_and_ids_match_one_to_one() -> None:
    assert {kind: set(sentences) for kind, sentences in SENTENCES.items()} == {
        kind: {e.name for e in examples} for kind, examples in EXAMPLES.items()
    }
    for kind, sentences in SENTENCES.items():
        assert len(set(sentences.values())) == 24, kind


@by_example
def test_a_standard_is_one_plain_sentence_about_what_is_done(example: Example) -> None:
    text = standard(example)
    assert banned_in(text) == set()
    assert grade(text) <= 7
    assert text.endswith(".")
    assert text.count(".") == 1
    assert len(text.split()) <= 13
    assert not re.search(rf"\b(?:they|them) (?:{'|'.join(sorted(FEELINGS))})\b", text, re.IGNORECASE), text


@by_example
def test_a_count_stands_in_the_sentence_and_moves_with_the_target(example: Example) -> None:
    raw = SENTENCES[example.kind][example.name]
    assert re.findall(r"\{(\w+)\}", raw) == ([example.evidence] if example.evidence else [])
    assert "{" not in standard(example)
    if example.target is not None:
        assert standard(example, example.target * 4) != standard(example) or example.evidence == "replies"


def test_targets_are_said_as_one_would() -> None:
    partner = {e.name: e for e in EXAMPLES[PursuitKind.PARTNER]}
    assert standard(partner["answers_soon"]) == "They answer you within 6 hours."
    assert standard(partner["answers_soon"], 48.0) == "They answer you within 2 days."
    assert standard(partner["in_touch"], 1.0) == "You hear from them on 1 day a week."
    assert standard(partner["writes_first"], 0.5) == "They write first about once in 2 weeks."
    assert standard(partner["answers"], 0.5) == "They answer about 5 in 10 of your messages."


def test_a_rating_by_hand_is_asked_plainly() -> None:
    assert banned_in(RATE_BY_HAND) == set()
    assert grade(RATE_BY_HAND) <= 7


# --- stages -----------------------------------------------------------------------------------------------------------


def stages() -> list[Stage]:
    return [
        stage(kind, Standing(one, one), Standing(one, other))
        for kind, ladder in LADDERS.items()
        for one in (None, *ladder)
        for other in (None, *ladder)
    ]


def test_every_rung_has_words_for_saying_and_for_doing() -> None:
    assert {kind: tuple(rungs) for kind, rungs in commitment_words.RUNGS.items()} == LADDERS
    for rungs in commitment_words.RUNGS.values():
        for rung in rungs.values():
            assert set(rung) == {"said", "done"}


def test_every_stage_is_said_plainly() -> None:
    for at in stages():
        text = spoken("en").commitment.stage(at)
        assert banned_in(text) == set(), text
        assert grade(text) <= 7, text
        assert text.endswith("."), text


def test_a_stage_says_what_it_waits_for() -> None:
    at = stage(PursuitKind.PARTNER, Standing("exclusive", "exclusive"), Standing("exclusive", "dating"))
    assert at.waits_for == ((Side.THEM, "done"),)
    assert spoken("en").commitment.stage(at) == (
        "You have both said you are dating and met again and again. Nothing binds you or them yet. "
        "You are free to look at other options. The next step waits for their acts."
    )


def test_effort_ahead_is_said_with_what_to_do_next() -> None:
    at = stage(PursuitKind.CLIENT, Standing("agreed", "agreed"), Standing("talking", "talking"))
    text = spoken("en").commitment.effort_ahead(effort_ahead(at, Measure(20, 12, 30, 40)))
    assert text == commitment_words.AHEAD
    for sentence in commitment_words.EFFORT.values():
        assert grade(sentence) <= 7
