"""The no in their last messages: read where it is plain, left alone where it is not, taken back by a later turn."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from walkaway import wiring
from walkaway.core.redirect.reading import Label, Step
from walkaway.core.redirect.soft_no import SoftNo, is_no, soft_no

MAY_4 = int(np.datetime64("2026-05-04T09:00", "us").astype(np.int64))
DAY = 86_400_000_000
LATER = "We like it, but it is too early for us. Please come back to us in March."
STOP = "Please do not contact me again."


def read(*texts: str, turn: int = 1) -> SoftNo | None:
    head, numbers = wiring.refusal_reader()
    local = MAY_4 + DAY * np.arange(len(texts))
    return soft_no(texts, local, turn, head=head, numbers=numbers)


def test_a_time_is_counted_from_the_day_it_was_written() -> None:
    found = read("Hello!", LATER)
    assert found is not None
    assert found.at == MAY_4 + DAY
    assert (found.reading.label, found.reading.step) == (Label.TIMING, Step.FOLLOW_UP)
    assert found.reading.when is not None
    assert found.reading.when.day == np.datetime64("2027-03-01", "D").astype(int)


def test_a_later_turn_takes_a_no_back() -> None:
    assert read(LATER, "Good news: we would love to see the deck.") is None
    assert read(LATER, "Have a good week.", turn=2) is not None


def test_no_more_contact_counts_in_any_of_them() -> None:
    found = read(STOP, "ok")
    assert found is not None
    assert found.reading.step is Step.RESPECT_STOP


@pytest.mark.parametrize("text", [
    "Thanks, got it.",
    "Could you send me the deck and the numbers?",
    "Sorry, I can't make Tuesday. How about Thursday?",
    "We are not in a hurry, take your time.",
    "Interesting. Keep me posted.",
    "It is not right now on my desk, can you resend it?",
    "You said the timing is bad. Is it better now?",
    "",
])  # fmt: skip
def test_what_may_not_be_a_no_is_left_alone(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(("text", "label"), [
    ("This falls outside our thesis, as we only back deep tech.", Label.FIT),
    ("We are between funds and will not be investing until the autumn.", Label.TIMING),
    ("I'm not the right person for this, please ask Dana in procurement.", Label.PERSON),
    ("Thanks for your time. We decided to pass.", Label.OTHER),
])  # fmt: skip
def test_the_sorts_of_a_no(text: str, label: Label) -> None:
    found = read(text)
    assert found is not None
    assert found.reading.label is label


def test_on_known_refusals_what_is_read_is_right(shared: Path) -> None:
    """Of real refusals it may miss many; of those it reads nearly all labels must hold."""
    known = [json.loads(line) for line in (shared / "words" / "rejections.jsonl").read_text("utf-8").splitlines()]
    read_ = [(found.reading.label, row) for row in known if (found := read(row["text"])) is not None]
    right = [label == row["label"] or label in row["also_acceptable"] for label, row in read_]
    assert len(read_) >= len(known) / 3
    assert np.mean(right) >= 0.9


def test_what_people_write_themselves_is_seldom_a_no(shared: Path) -> None:
    drafts = [json.loads(line)["text"] for line in (shared / "words" / "drafts.jsonl").read_text("utf-8").splitlines()]
    assert np.mean([is_no(text) for text in drafts]) <= 0.06


@pytest.mark.parametrize("text", ["Nein danke.", "Wir haben uns dagegen entschieden.", "No nos interesa, gracias."])
def test_a_plain_no_in_another_language_stands_without_a_reason(text: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.reading.label, found.reading.step) == (Label.OTHER, Step.CLOSE)


@pytest.mark.parametrize("text", ["Hast du kein Interesse an Kaffee?", "Nein, am Montag nicht, aber am Dienstag gern!"])
def test_what_is_none_in_another_language(text: str) -> None:
    assert read(text) is None
