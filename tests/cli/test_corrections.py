"""A draft read with its chat, and what the person says of a reading: kept where it was meant, and heeded since."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.test_kept import put
from typer.testing import CliRunner

import walkaway
from walkaway import wiring
from walkaway.app.check_draft import CheckedDraft
from walkaway.cli.commands import app
from walkaway.core.redirect.reading import Label
from walkaway.lexicon import sentence_model

FRIEND = ("--me", "Jo", "--kind", "friend", "--afraid", "no")
NUDGE = "Hey, did you see my message?"
CHEAPER = "I can do it for less, and add a month for free."
CLOSED = "Thank you, but our budget is closed until March. Please try again then."


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WALKAWAY_HOME", str(tmp_path))
    monkeypatch.setenv(sentence_model.FOLDER_NAMED, "")
    put(tmp_path, "friend", "Sam")
    put(tmp_path, "partner", "Robin")
    return tmp_path


def typed(*words: str, text: str = "") -> Any:
    return CliRunner().invoke(app, words, input=text, env={"COLUMNS": "100", "NO_COLOR": "1"})


def flags(*words: str, text: str) -> list[str]:
    outcome = typed("draft", "-", "--json", *words, text=text)
    assert outcome.exit_code in (0, 5), outcome.stderr
    return [flag["flag"] for flag in json.loads(outcome.stdout)["flags"]]


def written(home: Path, name: str, *lines: str) -> None:
    with (home / name / "chat.txt").open("a", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for line in lines)


def test_a_draft_is_read_with_the_chat_it_belongs_to(home: Path) -> None:
    written(home, "Sam", "20/08/2026, 09:00 - Jo: Lunch on Friday?", "20/08/2026, 18:00 - Jo: Or Saturday?")
    at = ("--to", "Sam", *FRIEND, "--now", "2026-08-21")
    assert flags(text=NUDGE) == []
    assert flags(*at, text=NUDGE) == ["double_text"]
    assert flags(*at, text="Saturday is off, I have a fever.") == []
    found = walkaway.draft_kept(NUDGE, "Sam", now="2026-08-21")
    assert isinstance(found, CheckedDraft)
    assert [flag.flag for flag in found.flags] == ["double_text"]


def test_what_the_chat_says_is_not_typed_as_well() -> None:
    outcome = typed("draft", "-", "--to", "Sam", *FRIEND, "--unanswered", "2", text=NUDGE)
    assert outcome.exit_code == 2
    assert "Leave out" in outcome.stderr


def test_one_without_a_chat_is_told_what_went_before() -> None:
    typed("standard", "Nora", "--kind", "client", "--add", "answers=80")
    assert flags("--to", "Nora", "--afraid", "no", "--unanswered", "2", text=NUDGE) == ["double_text"]


@pytest.mark.parametrize(
    ("words", "state", "code"),
    [
        (("--afraid", "unsure"), "support", 5),
        (("--afraid", "no", "--stop-contact"), "stop_contact", 5),
        ((), "unanswered", 4),
    ],
)
def test_safety_comes_before_the_draft(home: Path, words: tuple[str, ...], state: str, code: int) -> None:
    outcome = typed("draft", "-", "--to", "Sam", "--me", "Jo", "--kind", "friend", *words, "--json", text=CHEAPER)
    assert outcome.exit_code == code
    found = json.loads(outcome.stdout)
    assert (found["held"], found["flags"], found["fine"]) == (state, [], False)
    assert "Send nothing" in found["send_nothing"]
    plain = typed("draft", "-", "--to", "Sam", text=CHEAPER)
    assert "Send nothing" in plain.stdout
    assert walkaway.draft_kept(CHEAPER, "Sam") == state
    (home / "Sam" / "chat.txt").write_text("not a chat", encoding="utf-8")
    assert typed("draft", "-", "--to", "Sam", text=CHEAPER).exit_code == (3 if state == "unanswered" else 5)


@pytest.mark.parametrize("to", [(), ("--to", "Sam"), ("--to", "Nobody")])
@pytest.mark.parametrize(
    ("words", "state", "code"),
    [
        (("--afraid", "yes"), "support", 5),
        (("--afraid", "Unsure"), "support", 5),
        (("--afraid", "no", "--stop-contact"), "stop_contact", 5),
        (("--afraid", "yes", "--stop-contact"), "support", 5),
    ],
)
def test_what_is_said_of_fear_counts_for_every_draft(
    to: tuple[str, ...], words: tuple[str, ...], state: str, code: int
) -> None:
    outcome = typed("draft", "-", *to, *words, "--not-this", "unasked_discount", "--reach", "all", "--json", text=NUDGE)
    assert outcome.exit_code == code, outcome.stderr
    found = json.loads(outcome.stdout)
    assert (found["held"], found["flags"], found["fine"]) == (state, [], False)
    plain = typed("draft", "no-such-file.txt", *to, *words)
    assert (plain.exit_code, "Send nothing" in plain.stdout) == (code, True)
    assert "unasked_discount" in flags(text=CHEAPER)  # and nothing was kept
    many = typed("draft", "--jsonl", "-", *words, text=json.dumps({"text": NUDGE}))
    assert json.loads(many.stdout)["held"] == state


def test_a_kind_alone_waits_for_the_question_and_a_no_answers_it() -> None:
    assert typed("draft", "-", "--kind", "partner", text=NUDGE).exit_code == 4
    assert typed("draft", "-", "--kind", "partner", "--afraid", "no", text="See you at eight.").exit_code == 0
    assert typed("draft", "-", "--kind", "client", text="See you at eight.").exit_code == 0
    stopped = ("--their-last", "Please stop contacting me.")
    assert flags(*stopped, "--no-stop-contact", text=CHEAPER) != []


@pytest.mark.parametrize("to", [(), ("--to", "Sam")])
def test_a_word_that_is_no_answer_about_fear_is_refused(to: tuple[str, ...]) -> None:
    outcome = typed("draft", "-", *to, "--afraid", "sometimes", text=NUDGE)
    assert outcome.exit_code == 2
    assert "yes, no, unsure" in outcome.stderr


@pytest.mark.parametrize("reach", ["message", "person", "all"])
def test_not_this_reaches_as_far_as_it_was_meant(home: Path, reach: str) -> None:
    sam, robin = ("--to", "Sam", *FRIEND), ("--to", "Robin", "--me", "Jo", "--kind", "partner", "--afraid", "no")
    assert "unasked_discount" in flags(*sam, text=CHEAPER)
    flags(*sam, "--not-this", "unasked_discount", "--reach", reach, text=CHEAPER)
    there = (home / "Sam" / "pursuit.toml").read_text(encoding="utf-8")
    assert "for less" not in there  # a fingerprint stands for the message
    assert ("unasked_discount" in there) == (reach != "all")
    assert "unasked_discount" not in flags(*sam, text=CHEAPER)
    assert ("unasked_discount" in flags(*sam, text=f"{CHEAPER} Ok?")) == (reach == "message")
    assert ("unasked_discount" in flags(*robin, text=CHEAPER)) == (reach != "all")
    assert ("unasked_discount" in flags(text=CHEAPER)) == (reach != "all")
    assert "unasked_discount" in flags(*sam, "--again", "unasked_discount", text=CHEAPER)


def test_nothing_is_kept_of_a_draft_to_one_who_is_feared(home: Path) -> None:
    typed("draft", "-", "--to", "Sam", *FRIEND[:-1], "yes", "--not-this", "unasked_discount", text=CHEAPER)
    assert "dismissed" not in (home / "Sam" / "pursuit.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("--not-this", "rudeness"), "There is: double_text"),
        (("--not-this", "double_text", "--reach", "everyone"), "message, person, all"),
        (("--not-this", "double_text", "--reach", "person"), "--to NAME"),
        (("--to", "Kim"), "no pursuit called 'Kim'"),
    ],
)
def test_what_does_not_fit_is_said(words: tuple[str, ...], answer: str) -> None:
    outcome = typed("draft", "-", *words, text=CHEAPER)
    assert outcome.exit_code == 2
    assert answer in " ".join(outcome.stderr.split())


def test_a_confirmed_refusal_teaches_the_next() -> None:
    near = "Thanks, but the budget is closed until March."
    assert json.loads(typed("refusal", "-", "--json", text=near).stdout)["label"] == "timing"
    kept = typed("refusal", "-", "--confirm", "fit", text=CLOSED)
    assert "read with it" in kept.stdout
    before = walkaway.read_refusal(near)
    after = json.loads(typed("refusal", "-", "--json", text=near).stdout)
    assert after["chances"]["fit"] > dict(before.reading.ranked)[Label.FIT]
    assert [one.text for one in walkaway.open_home().you().confirmed] == [CLOSED]
    assert typed("refusal", "--forget").exit_code == 0
    assert walkaway.open_home().you().confirmed == ()


def test_a_store_that_is_locked_is_said_and_not_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place, secret = tmp_path / "sealed", tmp_path / "secret"
    secret.write_text("a long passphrase of mine\n", encoding="utf-8")
    monkeypatch.setenv("WALKAWAY_HOME", str(place))
    said = ("--passphrase-file", str(secret))
    wiring.vault(place).create(secret.read_text().strip()).store.close()
    assert typed("refusal", "-", "--confirm", "fit", *said, text=CLOSED).exit_code == 0
    locked = typed("refusal", "-", text=CLOSED)
    assert locked.exit_code == 0
    assert "locked away" in locked.stderr
    assert "time is wrong" in locked.stdout
    assert "do not match" in typed("refusal", "-", *said, text=CLOSED).stdout
