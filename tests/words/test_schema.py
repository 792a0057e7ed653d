"""The JSON is what its page says: every key, every code, no NaN, and nothing where nothing may be."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.words import reviews

from walkaway.app.errors import OpenQuestion
from walkaway.app.ports import Receipt, Skip
from walkaway.app.review import Review
from walkaway.core.verdict.verdict import Move
from walkaway.words import schema
from walkaway.words.en.basis import ASSUMED
from walkaway.words.en.becauses import ABOUT_WEEKS, BECAUSE

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "schema.md").read_text(encoding="utf-8")
EACH = reviews.each()
each = pytest.mark.parametrize("review", EACH.values(), ids=EACH)


def rows(heading: str) -> list[str]:
    """The first column of the table beneath a heading of the page."""
    part = re.split(r"^#+ ", PAGE.split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    return re.findall(r"^\| `([^`]+)` \|", part, flags=re.MULTILINE)


def paths(value: Any, at: str = "") -> Iterator[str]:
    """Where every value of a JSON object stands: `balance.share`, `signals[].name`, `people[]`."""
    if isinstance(value, dict):
        if at:
            yield at
        for key, inner in value.items():
            yield from paths(inner, f"{at}.{key}" if at else key)
    elif isinstance(value, list):
        if not value:
            yield f"{at}[]"
        for inner in value:
            yield from paths(inner, f"{at}[]")
    else:
        yield at


def test_the_page_names_every_key_and_no_other() -> None:
    found = {path for review in EACH.values() for path in paths(schema.as_json(review))}
    listed = set(rows("A review"))
    grouped = {path for path in found if any(other.startswith((f"{path}.", f"{path}[]")) for other in found)}
    empty = {path for path in found if path.endswith("[]") and any(other.startswith(f"{path}.") for other in found)}
    assert sorted(found - listed - grouped - empty) == []
    assert sorted(listed - found) == []


def test_the_page_names_every_code() -> None:
    assert sorted(rows("Codes of `because`")) == sorted({*BECAUSE, *ABOUT_WEEKS})
    assert sorted(rows("Codes of `assumed`")) == sorted(ASSUMED)
    moves = next(line for line in PAGE.splitlines() if line.startswith("| `verdict.move`"))
    assert all(move.value in moves for move in Move)


def test_questions_and_errors_are_as_the_page_says() -> None:
    question = OpenQuestion("Which one is you?", option="--me", choices=["Jo", "Robin"], preview=["a"])
    question.receipt, question.people = Receipt(2, 1, (Skip(2, "no date"),)), ("Jo", "Robin")
    asked = schema.question(question)
    assert asked["receipt"]["skipped"] == [{"line": 2, "reason": "no date"}]
    assert sorted(set(paths(asked)) - {"question"}) == sorted(rows("A question is open"))
    assert sorted(paths(schema.error("no"))) == sorted(rows("Something went wrong"))
    assert asked["question"] == {
        "option": "--me", "sentence": "Which one is you?", "choices": ["Jo", "Robin"], "preview": ["a"],
    }  # fmt: skip


@each
def test_every_review_is_plain_json_without_nan(review: Review) -> None:
    whole = schema.as_json(review)
    assert json.loads(json.dumps(whole, allow_nan=False)) == whole
    assert whole["schema"] == "walkaway.review/1"


def test_a_wait_without_end_and_a_week_without_words_are_null() -> None:
    whole = schema.as_json(reviews.ask())
    assert [s["value"] for s in whole["standards"]] == [0.4, 0.45, 3.5, None]
    assert [w["share"] for w in whole["ribbon"]].count(None) == 1


def test_the_share_is_theirs_and_null_where_there_is_nothing() -> None:
    assert schema.as_json(reviews.ask())["balance"]["share"] == 31.2
    assert schema.as_json(reviews.nothing())["balance"]["share"] is None


def test_instants_are_local_with_their_distance() -> None:
    assert schema.as_json(reviews.ask())["as_of"] == "2026-06-28T21:00:00+02:00"


def test_support_is_empty_whatever_the_verdict_holds() -> None:
    """Even a verdict that kept its reasons does not get out."""
    loud = reviews.support(verdict=reviews.verdict(Move.SUPPORT))
    whole = schema.as_json(dataclasses.replace(loud, next_step=reviews.walk().next_step))
    verdict = whole["verdict"]
    assert (verdict["because"], verdict["break_evens"], verdict["flips"]) == ([], [], [])
    assert (verdict["sure"], verdict["values"], verdict["belief"], verdict["bounds"], whole["walk_away"]) == (None,) * 5
    assert whole["next"] == {"name": "support", "days": None, "until": None, "text": None, "sentence": None}


def test_break_evens_and_flips_have_their_numbers_and_a_sentence() -> None:
    verdict = schema.as_json(reviews.ask())["verdict"]
    assert verdict["flips"][0] == {
        "mark": "met", "weeks": 3, "to": "stay",
        "sentence": "If the next 3 weeks met your standards, the card would say Stay.",
    }  # fmt: skip
    assert verdict["break_evens"][0]["at"] == 0.22
    assert verdict["break_evens"][0]["sentence"].startswith("If a week away were worth 22 % of a good one or less")
