"""The fitted reader beside the grammar: what it looks at, and what it lets lie."""

from __future__ import annotations

import json
from math import inf
from pathlib import Path

import pytest

from walkaway.core.redirect.stop import as_written, stop_contact, unquoted
from walkaway.core.redirect.stop_weighed import BINS, leaning, looked_at, marks
from walkaway.core.redirect.stop_words import clauses


def lean(text: str) -> float:
    return leaning(clauses(unquoted(text)))[0]


def test_nothing_said_leans_nowhere() -> None:
    assert leaning(()) == (-inf, None)
    assert stop_contact("…") is None


def test_two_ways_of_saying_it_share_what_their_words_do() -> None:
    """
    never ring us
    never text us
    """
    (one,), (other,) = clauses("never ring us"), clauses("never text us")
    alone = frozenset[str]()
    shared = set(marks(one, alone)) & set(marks(other, alone))
    assert any(mark[0] == "k" and len(mark) > 4 for mark in shared)
    assert "wring" not in shared


def test_every_mark_has_a_bin() -> None:
    for _, seen in looked_at(clauses(unquoted("Hi Jo. Please don't write, and don't call! Thanks."))):
        assert seen
        assert all(0 <= k < BINS for k in seen)


@pytest.mark.parametrize(
    ("asks", "does_not"),
    [
        ("Do not send us any more brochures.", "Do not send us the old brochures."),
        ("I want you out of my life.", "I want you in my life."),
        ("Take us off your list.", "Keep us on your list."),
        ("This has to be our last conversation.", "This has to be the last version."),
    ],
)
def test_of_two_that_look_alike_the_request_leans_farther(asks: str, does_not: str) -> None:
    assert lean(asks) > lean(does_not)


@pytest.mark.parametrize(
    "text", ["great work again", "this is a message from another chat!", "I'd love to hear your voice"]
)
def test_where_nothing_refuses_nothing_is_read(text: str) -> None:
    assert stop_contact(text) is None


def test_it_finds_what_the_grammar_does_not_know() -> None:
    text = "Pretend that you never met me."
    assert as_written(unquoted(text), clauses(unquoted(text))) is None
    assert stop_contact(text) == "pretend that you never met me"


def test_talks_about_something_else_are_let_lie(shared: Path) -> None:
    """Messages of people who bargain over packages for camping; nothing was fitted on these."""
    talks = json.loads((shared / "negotiations" / "casino" / "casino_valid.json").read_text("utf-8"))
    found = [turn["text"] for talk in talks for turn in talk["chat_logs"] if stop_contact(turn["text"])]
    assert len(found) <= 1, found
