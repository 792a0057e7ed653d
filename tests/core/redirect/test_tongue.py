"""Another language is left alone by a reader of English."""

from __future__ import annotations

import pytest

from walkaway import wiring
from walkaway.core.redirect.reading import read_refusal
from walkaway.core.redirect.tongue import not_english

OTHER = [
    "Leider passt es gerade nicht, melde dich im Herbst nochmal.",
    "Kein Interesse.",
    "Lo siento, ahora no podemos.",
    "Este año ya no tenemos presupuesto, escríbenos en enero.",
    "Désolé, nous avons choisi un autre candidat.",
    "Извините, сейчас не получится.",
]
ENGLISH = [
    "No.",
    "Not for us, thank you.",
    "nah",
    "We die a little each time we say no.",
    "Ask Maria, she is in Köln.",
    "",
]


@pytest.mark.parametrize("text", OTHER)
def test_another_language_gets_no_label(text: str) -> None:
    head, numbers = wiring.refusal_reader()
    assert not_english(text)
    assert read_refusal(text, now=0, head=head, numbers=numbers).label is None


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_english(text: str) -> None:
    assert not not_english(text)
