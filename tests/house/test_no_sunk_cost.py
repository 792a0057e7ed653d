"""There is no place to type in what was already spent, so it cannot reach a decision.

Why: hours, money and heart that are gone are gone whatever is chosen now, so they must not count. People let them count
all the same, the more the larger they were (Arkes & Blumer 1985, sunk cost). A warning does not help much; a form with
no field for it does. What comes next is asked for instead: effort per week, price, the worth of an hour.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from walkaway import words
from walkaway.cli.commands import app

SRC = Path(__file__).resolve().parents[2] / "src" / "walkaway"
MODULES = sorted(path for room in ("core", "app") for path in (SRC / room).rglob("*.py"))

PARTS = {"spent", "spend", "spending", "sunk", "already", "invested", "wasted", "paid"}
PHRASES = ("so_far", "to_date", "until_now", "till_now", "up_to_now", "put_in", "past_cost", "past_effort")
ALLOWED = {("core/verdict/bracket.py", "spent")}
"""There "an ask is spent": value vectors for when no ask is left. It is what remains, not what was given."""

_GIVEN = r"\b(?:spen[dt]|sunk|invest(?:ed)?|wasted?|put in(?:to)?|pa(?:y|id)|g[ia]ven?)\b"
_UNTIL_NOW = r"\b(?:so far|already|until now|to date|in all)\b"
_WITHIN = r"[^.?!]*"  # one sentence
ASKED = re.compile(
    rf"{_GIVEN}{_WITHIN}{_UNTIL_NOW}|{_UNTIL_NOW}{_WITHIN}{_GIVEN}"
    rf"|\bhow (?:much|many|long)\b{_WITHIN}\b(?:have|did|had) you\b{_WITHIN}{_GIVEN}",
    re.IGNORECASE,
)


def says_past(name: str) -> bool:
    """Whether a name is one for what was given before."""
    plain = name.lower().replace("-", "_").strip("_")
    return bool(PARTS & set(plain.split("_"))) or any(phrase in plain for phrase in PHRASES)


def inputs(tree: ast.AST) -> Iterator[str]:
    """Every field of a class and every parameter of a function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for statement in node.body:
                if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                    yield statement.target.id
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            given = node.args
            for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg):
                if argument is not None:
                    yield argument.arg


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from strings(part)


def typed_in() -> Iterator[tuple[str, str]]:
    """Every option and argument of every command, with its help."""
    group = typer.main.get_command(app)
    for name, command in getattr(group, "commands", {}).items():
        for parameter in command.params:
            for option in (parameter.name or "", *parameter.opts, *parameter.secondary_opts):
                yield f"{name} {option}", option
            yield f"{name} help", getattr(parameter, "help", None) or ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SRC).as_posix())
def test_no_field_and_no_parameter_takes_what_was_spent(path: Path) -> None:
    where = path.relative_to(SRC).as_posix()
    found = {name for name in inputs(ast.parse(path.read_text(encoding="utf-8"))) if says_past(name)}
    assert {name for name in found if (where, name) not in ALLOWED} == set()


def test_what_is_allowed_is_still_there() -> None:
    for where, name in ALLOWED:
        assert name in set(inputs(ast.parse((SRC / where).read_text(encoding="utf-8")))), "take it off the list"


def test_no_option_takes_it() -> None:
    options = list(typed_in())
    assert len(options) > 20, "the walk over the commands has lost its way"
    assert [where for where, text in options if (says_past(text) if " " not in text else ASKED.search(text))] == []


def test_no_sentence_asks_for_it() -> None:
    found, seen = [], 0
    for module in pkgutil.walk_packages(words.__path__, f"{words.__name__}."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if name.isupper():
                for text in strings(value):
                    seen += 1
                    found += [(module.name, name, text)] if ASKED.search(text) else []
    assert found == []
    assert seen > 300, "the walk over the words has lost its way"


def test_no_question_of_the_command_line_asks_for_it() -> None:
    for path in sorted((SRC / "cli").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not ASKED.search(node.value), f"{path.name}: {node.value}"


@pytest.mark.parametrize(
    "line",
    [
        "def worth(hours_spent: float) -> float: ...",
        "def worth(*, sunk_cost: float) -> float: ...",
        "def worth(x, /, **paid_so_far): ...",
        "class Offer:\n    already_given: float = 0.0",
        "class Offer:\n    put_in: float",
        "key = lambda invested: invested",
    ],
)
def test_each_way_in_would_be_seen(line: str) -> None:
    assert any(map(says_past, inputs(ast.parse(line))))


@pytest.mark.parametrize("name", ["investor", "effort", "per_week", "ask_cost", "hours", "unpaid", "spread", "price"])
def test_what_lies_ahead_may_be_asked(name: str) -> None:
    assert not says_past(name)


@pytest.mark.parametrize(
    "text",
    [
        "How much have you already paid?",
        "How many hours have you spent on them?",
        "What you have put in so far counts.",
        "Money already spent on this.",
        "How long did you invest in this?",
    ],
)
def test_each_way_to_ask_would_be_seen(text: str) -> None:
    assert ASKED.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "So far I have been the one to get in touch.",
        "They pay a part before the work starts.",
        "How many hours a week would you give it?",
        "How long do they take to answer you?",
    ],
)
def test_what_may_be_said_is_left_alone(text: str) -> None:
    assert not ASKED.search(text)
