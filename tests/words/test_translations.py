"""Cards in other languages: each situation said whole, with the values of the English card and none of its words."""

import re
from dataclasses import fields
from importlib import import_module

import pytest
from tests.words import reviews

from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.verdict import Move
from walkaway.words import de, en, es
from walkaway.words.en import sending, standards
from walkaway.words.en.amounts import small
from walkaway.words.en.measures import recent_weeks
from walkaway.words.en.reason import WEEKS
from walkaway.words.en.sending import to_send as in_english
from walkaway.words.printable import printable
from walkaway.words.spoken import spoken
from walkaway.words.told.standards import named

EACH = reviews.each()
BLAMING = re.compile(
    r"\b(?:er|ihm|ihn|schuld|schäm\w*|opfer|täter|spiel\w*|erbärmlich|culpa|juega\w*|víctima|celos)\b", re.IGNORECASE
)
OTHERS = {"de": de, "es": es}
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


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("name", list(EACH))
def test_no_english_is_left(name: str, code: str) -> None:
    review = EACH[name]
    own = [c.standard.name for c in review.standards]  # own words, or an example: those are English so far
    names = [
        printable(review.them),
        printable(review.me),
        *(named(name, None, of=standards).rstrip(".") for name in own if len(name) > 12),
    ]
    for text in texts(OTHERS[code].card(review)):
        plain = text
        for known in names:
            plain = plain.replace(known, "")
        assert not ENGLISH.search(plain), text
        assert not any(gap in text for gap in ("None", "nan", "{", "}")), text


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("name", list(EACH))
def test_the_same_is_shown_as_in_english(name: str, code: str) -> None:
    other, english = OTHERS[code].card(EACH[name]), en.card(EACH[name])
    assert other.move is english.move
    for part in ("numbers", "signals", "standards", "weeks", "basis", "changes", "paragraphs"):
        assert len(getattr(other, part)) == len(getattr(english, part)), part
    assert (other.chart is None) == (english.chart is None)
    if other.chart is not None and english.chart is not None:
        assert [w.share for w in other.chart.weeks] == [w.share for w in english.chart.weeks]
    assert (other.step is None) == (english.step is None)
    if other.step is not None and english.step is not None:
        assert (other.step.send is None) == (english.step.send is None) == (in_english(EACH[name]) is None)


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("name", list(EACH))
def test_a_reason_is_short_and_kind(name: str, code: str) -> None:
    reason = OTHERS[code].card(EACH[name]).reason
    assert len(reason.split()) <= 25
    assert not BLAMING.search(reason), reason


OF = {"de": "von", "es": "de"}


@pytest.mark.parametrize("code", OTHERS)
def test_the_reason_rests_on_the_same_counts(code: str) -> None:
    """Where English counts the weeks that met the standards, so does each language."""
    said, counted = spoken(code).amounts.small, 0
    for name, review in EACH.items():
        recent = recent_weeks(review.weeks, WEEKS)
        if recent is None or f"{small(recent[0])} of {small(recent[1])}" not in en.card(review).reason:
            continue
        counted += 1
        assert f"{said(recent[0])} {OF[code]} {said(recent[1])}" in OTHERS[code].card(review).reason, name
    assert counted


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("kind", [None, *PursuitKind])
def test_what_is_asked_is_asked_in_every_language(code: str, kind: PursuitKind | None) -> None:
    """One request for each kind and subject, as in English: by Friday there, by Friday here."""
    other = import_module(f"walkaway.words.{code}.sending").ASKS[kind]
    days = {"de": {"Friday": "Freitag", "Sunday": "Sonntag"}, "es": {"Friday": "viernes", "Sunday": "domingo"}}[code]
    for subject, sentence in sending.ASKS[kind].items():
        for day, there in days.items():
            assert (day in sentence) == (there in other[subject]), (kind, subject, day)
        assert "?" in other[subject]
