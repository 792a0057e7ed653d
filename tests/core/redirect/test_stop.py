"""Asking for no more contact, in many ways; and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.stop_grid import ASKING, NOT_ASKING, every

from walkaway.core.redirect.stop import stop_contact

HERE = Path(__file__).parent
SETS = Path(__file__).resolve().parents[3] / "bench" / "words"


def lines(path: Path, before: int) -> list[tuple[bool, str]]:
    """Sign, then `before` words that are no part of the text."""
    kept = [line for line in path.read_text("utf-8").splitlines() if line[:1] in "+-"]
    return [(line[0] == "+", line.split(" ", before)[before]) for line in kept]


@pytest.mark.parametrize(("asks", "text"), lines(HERE / "stop_dev.txt", 1))
def test_what_the_rule_was_written_on(asks: bool, text: str) -> None:
    assert (stop_contact(text) is not None) == asks


FLOORS = {"stop_heldout_25": 0.97}
"""Written to avoid every common phrase: not all of it can be learned."""


@pytest.mark.parametrize("path", sorted(SETS.glob("stop_*.txt")), ids=lambda path: path.stem)
def test_a_set_it_was_scored_on_stays_read(path: Path) -> None:
    """Not a score on new texts (docs/drafts.md has those): a change must not lose what is read today."""
    found = [(asks, stop_contact(text) is not None) for asks, text in lines(path, 3)]
    asked, other = [f for asks, f in found if asks], [f for asks, f in found if not asks]
    assert len(asked) >= 45
    assert len(other) >= 50
    assert sum(asked) >= FLOORS.get(path.stem, 0.98) * len(asked)
    assert sum(other) <= 0.02 * len(other)


def test_what_people_mostly_write_is_read_where_nothing_was_fitted() -> None:
    """Three sets by writers who had seen nothing: .98 of the requests, one look-alike in fifty."""
    rows = [row for n in (26, 29, 33) for row in lines(SETS / f"unseen_stop_{n}.txt", 3)]
    asked, other = ([stop_contact(text) is not None for asks, text in rows if asks is side] for side in (True, False))
    assert sum(asked) >= 0.98 * len(asked)
    assert sum(other) <= 0.02 * len(other)


@pytest.mark.parametrize(("phrase", "asks"), [(p, True) for p in ASKING] + [(p, False) for p in NOT_ASKING])
def test_a_way_of_saying_it_holds_for_every_act_and_everybody(phrase: str, asks: bool) -> None:
    assert [text for text in every(phrase) if (stop_contact(text) is not None) != asks] == []


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Melde dich bitte nicht mehr bei mir.", True),
        ("Warum meldest du dich nicht mehr?", False),
        ("Bitte rufen Sie nicht vor neun an.", False),
        ("No me escribas más.", True),
        ("¿Por qué ya no me escribes?", False),
        ("No dejes de escribirme nunca.", False),
    ],
)
def test_german_and_spanish(text: str, asks: bool) -> None:
    assert (stop_contact(text) is not None) == asks


def test_the_words_that_say_so_are_given_back() -> None:
    assert stop_contact("I mean it. Please STOP texting me.") == "stop texting me"
    assert stop_contact("") is None
    assert stop_contact("   \n ") is None


@pytest.mark.parametrize(
    "wrong", ["stop mesaging me", "dont cntact me", "leave me alnoe", "plz stp calling", "STOPPP TEXTING ME"]
)
def test_a_slip_of_the_finger_changes_nothing(wrong: str) -> None:
    assert stop_contact(wrong)


@pytest.mark.parametrize("other", ["stop testing me", "no more contracts please", "stop wasting my time, call me"])
def test_another_word_is_no_slip(other: str) -> None:
    assert stop_contact(other) is None


def test_a_long_text_without_an_end_is_read_in_time() -> None:
    """Nested repeats in a pattern must not take forever on words that nearly match."""
    import time

    start = time.process_time()
    stop_contact("do not " * 400 + "and " * 400 + "please not to you any more of the the the " * 100)
    assert time.process_time() - start < 5
