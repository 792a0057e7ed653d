"""The same judgement for a program: quick to import, and equal to what the command line prints."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.cli import chats
from typer.testing import CliRunner

import walkaway
from walkaway.cli.commands import app


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return chats.falling(tmp_path_factory.mktemp("chat"))


def test_a_program_gets_what_the_command_line_prints(chat: Path) -> None:
    review = walkaway.read(chat, me="Jo", kind="partner", afraid="no", tz="UTC", now=chats.NOW, want=True)
    words = [str(chat), "--me", "Jo", "--kind", "partner", "--afraid", "no", "--tz", "UTC", "--now", chats.NOW]
    printed = CliRunner().invoke(app, ["read", *words, "--want", "yes", "--json"]).stdout
    assert walkaway.as_json(review) == json.loads(printed)


def test_a_day_is_a_day_however_a_program_has_it(chat: Path) -> None:
    by_word = walkaway.read(chat, me="Jo", kind="client", now="2026-03-01")
    by_date = walkaway.read(chat, me="Jo", kind="client", now=date(2026, 3, 1))
    assert by_word.as_of == by_date.as_of
    with pytest.raises(walkaway.UsageError, match="now cannot be 5"):
        walkaway.read(chat, me="Jo", kind="client", now=5)  # type: ignore[arg-type]


def test_what_cannot_be_in_a_talk_is_said() -> None:
    with pytest.raises(ValueError, match="you or them"):
        walkaway.Said("me", 1)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="you or them"):
        walkaway.Offered("me", 1)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="2 points, 1 issues"):
        walkaway.from_swings([1, 2], [[0, 1]])


def test_an_opened_archive_can_be_judged_twice(chat: Path) -> None:
    archive = walkaway.open_archive([chat], tz="UTC")
    one = walkaway.review(archive, me="Jo", kind="client", now=datetime(2026, 6, 28, 12, tzinfo=UTC))
    other = walkaway.review(archive, me="Robin", kind="client", now=datetime(2026, 6, 28, 12, tzinfo=UTC))
    assert (one.them, other.them) == ("Robin", "Jo")
    assert one.verdict.move is not walkaway.Move.UNANSWERED


def test_what_only_a_person_can_say_is_raised(chat: Path) -> None:
    with pytest.raises(walkaway.OpenQuestion) as asked:
        walkaway.read(str(chat))
    assert asked.value.option == "--me"
    assert issubclass(walkaway.OpenQuestion, walkaway.WalkawayError)


def test_importing_costs_nothing_and_sets_the_threads_first() -> None:
    code = (
        "import os, sys; before = set(sys.modules); import walkaway\n"
        "print('numpy' in sys.modules, os.environ['OPENBLAS_NUM_THREADS'], 'read' in dir(walkaway))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.split() == ["False", "1", "True"]


def test_a_name_that_is_not_there_is_said_with_those_that_are() -> None:
    with pytest.raises(AttributeError, match="read"):
        walkaway.reed  # noqa: B018 (the access is the test)


def test_every_public_name_is_there_and_the_version_is_that_of_the_package() -> None:
    for name in walkaway._HOMES:
        assert getattr(walkaway, name) is not None
    project = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    assert walkaway.__version__ == project["project"]["version"]
