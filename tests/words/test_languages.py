"""Every language beside English: the same names and blanks, every example and part of a leaving said, shown alike."""

from __future__ import annotations

import itertools
import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, get_args

import pytest
from tests.app.test_leave import KIM, TODAY, WARM_LIFE, before, saying, standing
from tests.app.test_review import archive_of
from tests.words.test_offers import EACH as OFFERS
from tests.words.test_translations import BLAMING, ENGLISH, texts
from tests.worlds import END

from walkaway.app.leave import Leaving, close, keep_letter, leave, leaving, note_urge
from walkaway.app.pursuit import OwnOption, OwnStandard
from walkaway.core.events import DAY, HOUR, WEEK, Side
from walkaway.core.leaving.farewell import Farewell, Register
from walkaway.core.leaving.silence import Clock
from walkaway.core.standards.commitment import LADDERS, Standing, stage
from walkaway.core.standards.examples import EXAMPLES
from walkaway.core.standards.standard import PursuitKind
from walkaway.words.en.kept import folklore
from walkaway.words.spoken import spoken

OTHERS = ("de", "es")
GENDERED = {"CHECKED", "MARKED"}
"""Forms that a language has because its words have a gender or a number."""
OWN_KEYS = {"SERVES", "HOURS", "SOURCES", "SORRY"}
"""English leaves these empty: what they name is in English already."""


def modules(code: str) -> list[str]:
    return [found.name for found in iter_modules(import_module(f"walkaway.words.{code}").__path__)]


def constants(module: str) -> dict[str, Any]:
    """Every public name in capitals that holds words."""
    held = vars(import_module(module))
    said = {name: value for name, value in held.items() if name.isupper() and not name.startswith("_")}
    return {name: value for name, value in said.items() if not isinstance(value, int) and name not in GENDERED}


def shape(value: Any) -> Any:
    """Keys, lengths and blanks; not the words."""
    if isinstance(value, str):
        return sorted(field for _, field, _, _ in string.Formatter().parse(value) if field)
    if isinstance(value, Mapping):
        return {key: shape(said) for key, said in value.items()}
    if isinstance(value, (tuple, list)):
        return [shape(part) for part in value]
    if is_dataclass(value):
        return [shape(getattr(value, field.name)) for field in fields(value)]
    return None


def test_the_other_languages_have_the_same_modules_and_names() -> None:
    assert modules("de") == modules("es")
    for module in modules("de"):
        de, es = (constants(f"walkaway.words.{code}.{module}") for code in OTHERS)
        assert sorted(de) == sorted(es), module


@pytest.mark.parametrize("module", modules("de"))
def test_every_name_has_the_same_keys_and_blanks_in_all_languages(module: str) -> None:
    de, es = (constants(f"walkaway.words.{code}.{module}") for code in OTHERS)
    assert {name: shape(said) for name, said in de.items() if name not in ALIKE} == {
        name: shape(said) for name, said in es.items() if name not in ALIKE
    }
    if module in modules("en"):
        english = constants(f"walkaway.words.en.{module}")
        for name in set(english) & set(de) - OWN_KEYS - UNLIKE.get(module, set()):
            assert shape(de[name]) == shape(english[name]), (module, name)


ALIKE = {"ABOUT", "FELL"}
"""What a language puts before a measure, and where it puts the measure, is its own."""
UNLIKE = {
    "measures": {"FELL", "STANDARDS"},
    "leaving": {"FIRST", "GUESSED", "USUAL_TERMS", "NOT_LEFT"},
    "doors": {"OFFER_HINTS", "OFFER_KINDS"},
    "reason": {"REASONS", "STEPS", "SUPPORT", "LEADS"},
    "basis": {"ASSUMED"},
}
"""Names whose English holds what one types into a terminal, or more than a browser asks."""


@pytest.mark.parametrize("code", OTHERS)
def test_every_assumption_has_its_words(code: str) -> None:
    said, english = (import_module(f"walkaway.words.{language}.basis") for language in (code, "en"))
    assert set(said.ASSUMED) == set(english.ASSUMED)


def unwell(text: str) -> list[str]:
    """What is wrong with a sentence of another language."""
    found = [text] if ENGLISH.search(text) or re.search(r"[{}]|None|\bnan\b|  ", text) else []
    return [*found, *BLAMING.findall(text)]


# --- examples of standards, and stages --------------------------------------------------------------------------------


@pytest.mark.parametrize("code", OTHERS)
def test_all_examples_of_all_kinds_are_said(code: str) -> None:
    says, english = spoken(code).standards, spoken("en").standards
    for kind, examples in EXAMPLES.items():
        sentences = [says.standard(example) for example in examples]
        assert len(set(sentences)) == len(examples) == 24
        assert set(says.SENTENCES[kind]) == set(english.SENTENCES[kind])
        for example, sentence in zip(examples, sentences, strict=True):
            assert unwell(sentence) == [], sentence
            assert sentence.endswith(".")
            assert len(sentence.split()) <= 14, sentence
            assert sentence != english.standard(example)
    assert says.named("openings", None) in says.COUNTED_NAMES.values()
    assert says.named("Our own words", None) == "Our own words"


@pytest.mark.parametrize("code", OTHERS)
def test_every_stage_is_said(code: str) -> None:
    says = spoken(code).commitment
    for kind, ladder in LADDERS.items():
        for one, other in itertools.product((None, *ladder), repeat=2):
            text = says.stage(stage(kind, Standing(one, one), Standing(one, other)))
            assert unwell(text) == [], text
            assert text.endswith(".")


# --- offers -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("name", list(OFFERS))
def test_the_card_of_an_offer_shows_what_the_english_one_does(name: str, code: str) -> None:
    card, english = (spoken(language).offers.offer_card(OFFERS[name]) for language in (code, "en"))
    assert card.answer is english.answer
    for part in ("numbers", "limit", "changes", "basis"):
        assert len(getattr(card, part)) == len(getattr(english, part)), part
    for text in texts(replace(card, answer="")):
        assert unwell(text.replace("remote", "").replace("commute", "")) == [], text
    said = (card.reason, card.send, *card.limit, *(number.value for number in card.numbers))
    told = (english.reason, english.send, *english.limit, *(number.value for number in english.numbers))
    assert [digits(text) for text in said] == [digits(text) for text in told]
    assert len(card.reason.split(" ")) <= 25


def digits(text: str) -> list[str]:
    """The amounts of a text, however they are written, smallest first."""
    found = (re.sub(r"[.,](?=\d{3}(?!\d))", "", number) for number in re.findall(r"\d+(?:[.,]\d+)*", text))
    return sorted(number.replace(",", ".") for number in found)


# --- a leaving --------------------------------------------------------------------------------------------------------


def leavings() -> Iterator[Leaving]:
    """Left today, silent, lapsed, back in several ways, closed, stopped, unanswered and afraid."""
    left = TODAY - 10 * WEEK
    yield standing(KIM, WARM_LIFE)
    yield standing(leave(KIM, on=TODAY, until=TODAY + 30 * DAY), WARM_LIFE)
    yield standing(leave(KIM, on=TODAY - DAY), WARM_LIFE)
    silent = before(WARM_LIFE, left, (left + 9 * DAY, Side.YOU))
    written = note_urge(keep_letter(leave(KIM, on=left, until=TODAY), "What I would say.", at=END), 4, "Kiel", at=END)
    yield standing(written, silent)
    yield standing(leave(KIM, on=left), None)
    options = replace(KIM, options=(OwnOption("Kiel", (2.0, 3.0, 4.0), 0.5),))
    yield standing(close(leave(options, on=left), ("Kiel",), on=TODAY), silent)
    yield standing(close(leave(KIM, on=left), on=TODAY), silent)
    came = [(left + 3 * WEEK + k * DAY, Side.THEM) for k in range(0, 49, 2)]
    answered = [(at + HOUR, Side.YOU) for at, _ in came]
    yield standing(leave(KIM, on=left), before(WARM_LIFE, left, *sorted(came + answered)))
    yield standing(leave(KIM, on=left), before(WARM_LIFE, left, (TODAY - 2 * DAY, Side.THEM)))
    must = OwnStandard("answers", must_have=True, evidence="wait", target=3.0)
    once = [(left + 3 * WEEK + k * WEEK, Side.THEM) for k in range(7)]
    kim = replace(KIM, standards=(must,), only_mine=True)
    yield standing(leave(kim, on=left), before(WARM_LIFE, left, *once))
    stopped = saying(archive_of(before(WARM_LIFE, left)), "Please stop contacting me.")
    yield leaving(leave(KIM, on=left), stopped, clock=END, tz="UTC")
    for afraid in (None, "yes"):
        yield standing(leave(replace(KIM, answers=replace(KIM.answers, afraid=afraid)), on=left), silent)


LEAVINGS = list(leavings())


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("k", range(len(LEAVINGS)))
def test_a_leaving_is_said_part_by_part_as_in_english(k: int, code: str) -> None:
    found = LEAVINGS[k]
    says, english = spoken(code).leaving, spoken("en").leaving
    parts = says.parts(found)
    assert [len(lines) for _, lines in parts] == [len(lines) for _, lines in english.parts(found)]
    assert (says.to_send(found) is None) == (english.to_send(found) is None)
    assert (says.word(found) is None) == (english.word(found) is None)
    line = says.status_line(found.pursuit, None)
    assert (line is None) == (english.status_line(found.pursuit, None) is None)
    for text in (line or "", *itertools.chain.from_iterable((heading, *lines) for heading, lines in parts)):
        assert unwell(text.replace("Please stop contacting me.", "").replace("Our own words", "")) == [], text


def test_the_leavings_are_of_every_sort() -> None:
    assert {found.state for found in LEAVINGS} == {"open", "stop_contact", "unanswered", "support"}
    for part in ("farewell", "outlook", "back", "closing"):
        assert any(getattr(found, part) for found in LEAVINGS), part


@pytest.mark.parametrize("code", OTHERS)
def test_a_farewell_thanks_ends_and_wishes(code: str) -> None:
    says = spoken(code).farewells
    for kind, register, until in itertools.product((*PursuitKind, None), get_args(Register), (None, 20_000)):
        text = says.farewell_text(Farewell(kind, register, "dated" if until else "closed", until))
        assert unwell(text) == [], text
        assert "?" not in text
        assert (str(2024) in text) == (until is not None)


@pytest.mark.parametrize("code", OTHERS)
def test_a_clock_counts_days_and_forgives(code: str) -> None:
    says = spoken(code).farewells
    clocks = [Clock(0, days, days - len(lapses), 1, 1, lapses, today) for days, lapses, today in CLOCKS]
    said = [says.clock_text(clock) for clock in clocks]
    assert len(set(said)) == len(CLOCKS)
    assert all(unwell(text) == [] for text in said)
    assert "41" in said[2]


CLOCKS: tuple[tuple[int, tuple[int, ...], bool], ...] = (
    (0, (), False),
    (42, (), False),
    (42, (3,), False),
    (42, (3, 4), False),
    (42, (), True),
)


def test_what_a_language_lacks_is_taken_from_english() -> None:
    assert spoken("de").kept.folklore is folklore
    assert spoken("de").kept.WEEK is not spoken("en").kept.WEEK
    assert spoken("de").standards.RATE_BY_HAND == spoken("en").standards.RATE_BY_HAND
    assert spoken("en-XB").kept.WEEK is spoken("en").kept.WEEK
    assert [spoken(code).language_of("offers") for code in ("de", "en", "en-XB")] == ["de", "en", "en"]
    assert spoken("de").language_of("keeping") == "en"
    with pytest.raises(AttributeError):
        _ = spoken("de").kept.nothing_of_this_name


# --- what went wrong --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", OTHERS)
def test_what_went_wrong_is_said_with_what_stood_in_its_blanks(code: str) -> None:
    says = spoken(code).sorry
    for english, said in says.SORRY.items():
        blanks = [f"B{k}" for k in range(english.count("{}"))]
        told = says.apology(english.format(*blanks))
        assert told == said.format(*blanks), english
        assert unwell(re.sub(r"\bB\d\b|when, who|text", "x", told)) == [], told


WHERE = ("app", "core/verdict", "sources", "web", "store")
"""Rooms whose sentences a browser may meet."""


def test_every_english_sentence_that_is_said_otherwise_is_still_written() -> None:
    """A sentence that changed in English must change here too: each stretch between blanks is found in the code."""
    rooms = files("walkaway")
    code = " ".join(
        re.sub(r"\"\s+f?\"", "", path.read_text(encoding="utf-8"))
        for room in WHERE
        for path in Path(str(rooms.joinpath(room))).rglob("*.py")
    ).lower()
    for english in spoken("de").sorry.SORRY:
        for part in re.split(r"\{\}", english.lower()):
            assert part.strip(" .") in code, (english, part)
