"""The card on a terminal and the bar while reading: at every width, without colour, without Unicode."""

from __future__ import annotations

import dataclasses
import io
import xml.etree.ElementTree as ET

import pytest
from rich.console import Console
from tests.words import reviews

from walkaway.cli import card as drawing
from walkaway.cli import page, progress
from walkaway.core.verdict.verdict import Move
from walkaway.words import en, ribbon
from walkaway.words.card import Card

EACH = reviews.each()


def drawn(card: Card, width: int, encoding: str = "utf-8") -> str:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="")
    drawing.show(card, Console(file=file, width=width, no_color=True, highlight=False, markup=False, emoji=False))
    file.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("name", EACH)
def test_no_line_is_wider_than_the_terminal_but_the_one_to_copy(name: str, width: int) -> None:
    card = en.card(EACH[name])
    send = card.step.send if card.step else None
    for line in drawn(card, width).splitlines():
        assert len(line) <= width or line == send


@pytest.mark.parametrize("name", ["stay", "walk", "not_enough", "old"])
def test_a_terminal_without_unicode_gets_a_card_too(name: str) -> None:
    """What it cannot show comes out as a question mark; these cards ask nothing, so there is none."""
    card = en.card(EACH[name])
    plain = drawn(dataclasses.replace(card, mark=None), 80, "ascii")
    assert card.word.upper() in plain
    assert "?" not in plain


def test_a_bar_is_as_high_as_the_share() -> None:
    """Rows of 15 from 5 to 95: a share of 50 fills three rows from below, 95 all six, 35 exactly two."""
    heights = [0] * 3
    for row in range(6):
        text = drawing._row(row, [50.0, 95.0, 35.0], 2, unicode=True).plain[4:]
        for k in range(3):
            heights[k] += text[2 * k] == "█"
    assert heights == [3, 6, 2]


def test_the_change_is_marked_under_its_week() -> None:
    lines = drawn(en.card(reviews.ask()), 80).splitlines()
    arrow = next(line for line in lines if "▲" in line)
    assert arrow.index("▲") == 4 + 2 * 14
    assert arrow.endswith("7 April 2026")


def test_the_picture_is_whole_and_says_what_it_shows() -> None:
    chart = en.card(reviews.ask()).chart
    assert chart is not None
    root = ET.fromstring(ribbon.svg(chart))
    assert [child.tag for child in root][:2] == ["title", "desc"]
    assert (root[0].text, root[1].text) == (chart.title, chart.text)
    assert len([child for child in root if child.get("class") == "share"]) == 2, "the line breaks where nobody wrote"
    assert any(child.text == "7 April 2026" for child in root)


@pytest.mark.parametrize("name", EACH)
def test_every_page_is_well_formed_and_says_its_word(name: str) -> None:
    card = en.card(EACH[name])
    text = page.html(card)
    assert f"<h1>{card.word}</h1>" in text
    assert text.count("<section") == text.count("</section>")
    assert ("<svg" in text) == (card.chart is not None)
    if card.move is Move.SUPPORT:
        assert "<title>Notes</title>" in text


class Watched(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_shows_after_a_second_and_not_before(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Watched()
    monkeypatch.setattr("sys.stderr", screen)
    now = [0.0]
    with progress.Bar(shown=True) as bar:
        bar._clock, bar._began = (lambda: now[0]), 0.0
        bar(10, 1000)
        assert screen.getvalue() == ""
        now[0] = 1.5
        bar(500, 1000)
        bar(1000, 1000)
    assert "Reading" in screen.getvalue()


def test_no_bar_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr("sys.stderr", screen)
    with progress.Bar(shown=True) as bar:
        bar._began = -100.0
        bar(10, 1000)
    assert screen.getvalue() == ""
