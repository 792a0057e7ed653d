"""The German card: every move and situation said whole, with the values of the English one and none of its words."""

import re
from dataclasses import fields

import pytest
from tests.words import reviews

from walkaway.core.verdict.verdict import Move
from walkaway.words import de, en
from walkaway.words.en.sending import to_send as in_english
from walkaway.words.en.standards import named
from walkaway.words.printable import printable

EACH = reviews.each()
ENGLISH = re.compile(r"\b(?:the|they|you|your|with|week|weeks|answer|since|of|and|would|their)\b", re.IGNORECASE)


def texts(value: object) -> list[str]:
    """Every text in a card."""
    if isinstance(value, str):
        return [] if isinstance(value, Move) else [value]
    if isinstance(value, tuple):
        return [text for part in value for text in texts(part)]
    if hasattr(value, "__dataclass_fields__"):
        return [text for f in fields(value) for text in texts(getattr(value, f.name))]  # type: ignore[arg-type]
    return []


@pytest.mark.parametrize("name", list(EACH))
def test_no_english_is_left(name: str) -> None:
    review = EACH[name]
    own = [c.standard.name for c in review.standards]  # own words, or an example: those are English so far
    names = [
        printable(review.them),
        printable(review.me),
        *(named(name, None).rstrip(".") for name in own if len(name) > 12),
    ]
    for text in texts(de.card(review)):
        plain = text
        for known in names:
            plain = plain.replace(known, "")
        assert not ENGLISH.search(plain), text
        assert not any(gap in text for gap in ("None", "nan", "{", "}")), text


@pytest.mark.parametrize("name", list(EACH))
def test_the_same_is_shown_as_in_english(name: str) -> None:
    german, english = de.card(EACH[name]), en.card(EACH[name])
    assert german.move is english.move
    for part in ("numbers", "signals", "standards", "weeks", "basis", "changes", "paragraphs"):
        assert len(getattr(german, part)) == len(getattr(english, part)), part
    assert (german.chart is None) == (english.chart is None)
    if german.chart is not None and english.chart is not None:
        assert [w.share for w in german.chart.weeks] == [w.share for w in english.chart.weeks]
    assert (german.step is None) == (english.step is None)
    if german.step is not None and english.step is not None:
        assert (german.step.send is None) == (english.step.send is None) == (in_english(EACH[name]) is None)


@pytest.mark.parametrize("name", list(EACH))
def test_a_reason_is_short_and_kind(name: str) -> None:
    reason = de.card(EACH[name]).reason
    assert len(reason.split()) <= 25
    assert not re.search(r"\b(?:er|ihm|ihn|schuld|schäm\w*|opfer|täter|spiel\w*|erbärmlich)\b", reason, re.IGNORECASE)
