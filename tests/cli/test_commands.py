"""The verbs as a person types them: what comes out, and with which exit code."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.cli import chats
from typer.testing import CliRunner

from walkaway import __version__
from walkaway.cli.commands import app

TOLD = ("--me", "Jo", "--tz", "UTC", "--now", chats.NOW)
KIND = ("--kind", "partner", "--afraid", "no")


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return chats.falling(tmp_path_factory.mktemp("chat"))


@cache
def typed(*words: str | Path) -> Any:
    return CliRunner().invoke(app, [str(word) for word in words], env={"COLUMNS": "80", "NO_COLOR": "1"})


def as_json(*words: str | Path) -> Any:
    outcome = typed(*words, "--json")
    assert outcome.exit_code == 0, outcome.stderr
    return json.loads(outcome.stdout)


# --- read -------------------------------------------------------------------------------------------------------------


def test_a_chat_in_the_card_out(chat: Path) -> None:
    outcome = typed("read", chat, *TOLD, *KIND)
    assert outcome.exit_code == 0, outcome.stderr
    assert outcome.stdout.startswith("You and Robin\n")
    for part in (
        "Their share, week by week",
        "Your limit",
        "How sure",
        "What to do next",
        "What would change this",
        "kept",
    ):
        assert part in outcome.stdout
    assert "April 2026" in outcome.stdout
    assert max(map(len, outcome.stdout.splitlines())) <= 120
    assert "\x1b" not in outcome.stdout


def test_what_to_send_stands_on_one_line_of_its_own(chat: Path) -> None:
    sentence = as_json("read", chat, *TOLD, *KIND)["next"]["sentence"]
    assert sentence is not None
    assert sentence in typed("read", chat, *TOLD, *KIND).stdout.splitlines()


def test_json_is_the_review(chat: Path) -> None:
    whole = as_json("read", chat, *TOLD, *KIND)
    assert (whole["schema"], whole["me"], whole["them"], whole["kind"]) == (
        "walkaway.review/1",
        "Jo",
        "Robin",
        "partner",
    )
    assert whole["receipt"]["read"] == whole["receipt"]["kept"] + len(whole["receipt"]["skipped"])
    assert whole["verdict"]["move"] in ("ask", "step_back", "walk")
    assert whole["as_of"] == "2026-06-28T23:59:59+00:00"


def test_who_is_you_is_asked_and_never_guessed(chat: Path) -> None:
    outcome = typed("read", chat)
    assert outcome.exit_code == 4
    assert "Which one is you?" in outcome.stderr
    assert "--me" in outcome.stderr
    assert "2025-09-01 09:00  Jo: how are you?" in outcome.stderr
    assert outcome.stdout == ""


def test_an_open_question_is_json_too(chat: Path) -> None:
    outcome = typed("read", chat, "--json")
    assert outcome.exit_code == 4
    asked = json.loads(outcome.stdout)["question"]
    assert (asked["option"], asked["choices"], len(asked["preview"])) == ("--me", ["Jo", "Robin"], 6)


def test_one_author_only_leaves_open_who_the_other_is(tmp_path: Path) -> None:
    outcome = typed("read", chats.alone(tmp_path), "--me", "Jo")
    assert outcome.exit_code == 4
    assert "--with" in outcome.stderr
    assert typed("read", chats.alone(tmp_path), *TOLD, *KIND, "--with", "Robin").exit_code == 0


@pytest.mark.parametrize("kind", [("--kind", "partner"), ("--kind", "friend"), ()])
def test_without_the_answer_about_fear_the_measures_are_shown_and_the_verdict_waits(
    chat: Path, kind: tuple[str, ...]
) -> None:
    outcome = typed("read", chat, *TOLD, *kind, "--json")
    assert outcome.exit_code == 4
    whole = json.loads(outcome.stdout)
    assert whole["verdict"]["move"] == "unanswered"
    assert whole["balance"]["share"] is not None
    assert whole["next"]["sentence"] is None
    assert "--afraid" in outcome.stderr


def test_a_client_needs_no_such_answer(chat: Path) -> None:
    assert typed("read", chat, *TOLD, "--kind", "client").exit_code == 0


@pytest.mark.parametrize("afraid", ["yes", "unsure"])
def test_afraid_gives_support_and_nothing_else(chat: Path, afraid: str) -> None:
    whole = as_json("read", chat, *TOLD, "--kind", "partner", "--afraid", afraid, "--stop-contact")
    assert whole["verdict"]["move"] == "support"
    assert (whole["verdict"]["because"], whole["verdict"]["flips"], whole["next"]["sentence"]) == ([], [], None)
    shown = typed("read", chat, *TOLD, "--kind", "partner", "--afraid", afraid).stdout
    assert "trained advocate" in shown
    assert "Robin" not in shown
    assert "Their share" not in shown


def test_stop_contact_gives_walk_and_nothing_to_send(chat: Path) -> None:
    whole = as_json("read", chat, *TOLD, *KIND, "--stop-contact")
    assert (whole["verdict"]["move"], whole["next"]["sentence"]) == ("walk", None)
    assert whole["safety"] == {"afraid": "no", "stop_contact": True}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--kind", "lover"), "client, deal, job, investor, partner, friend"),
        (("--afraid", "maybe"), "yes, no, unsure"),
        (("--want", "perhaps"), "yes, no"),
        (("--elsewhere", "often"), "mostly, partly, no"),
        (("--order", "xyz"), "dmy, mdy"),
        (("--tz", "Mars/Base"), "Europe/Berlin"),
        (("--now", "soon"), "2024-08-03"),
        (("--quiet", "2024-01-01"), "2024-03-01..2024-04-15"),
        (("--quiet", "2024-02-31..2024-03-01"), "2024-03-01..2024-04-15"),
        (("--quiet", "2024-03-02..2024-03-01"), "before the first"),
        (("--with", "Nobody"), "Robin"),
        (("--now", "1999-01-01"), "before the first message"),
    ],
)
def test_a_word_that_does_not_fit_is_said_with_the_way_out(chat: Path, words: tuple[str, ...], said: str) -> None:
    outcome = typed("read", chat, *TOLD, *words)
    assert outcome.exit_code == 2
    assert said in outcome.stderr
    assert "Traceback" not in outcome.stderr
    again = typed("read", chat, *TOLD, *words, "--json")
    assert again.exit_code == 2
    assert said in json.loads(again.stdout)["error"]


def test_a_file_that_cannot_be_read_leaves_with_three(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    for name in ("empty.txt", "missing.txt"):
        outcome = typed("read", tmp_path / name)
        assert outcome.exit_code == 3, outcome.output
        assert len(outcome.stderr.strip().splitlines()) == 1
        assert "Traceback" not in outcome.output


def test_a_quiet_spell_shows_nothing_in_its_weeks(chat: Path) -> None:
    whole = as_json("read", chat, *TOLD, *KIND, "--quiet", "2026-04-06..2026-06-28")
    marks = {w["monday"]: w["mark"] for w in whole["weeks"]}
    assert marks["2026-04-13"] == "nothing"


# --- --html -----------------------------------------------------------------------------------------------------------


def test_the_page_needs_nothing_else(chat: Path, tmp_path: Path) -> None:
    out = tmp_path / "card.html"
    outcome = typed("read", chat, *TOLD, *KIND, "--html", out)
    assert outcome.exit_code == 0
    assert str(out) in outcome.stderr.replace("\n", "")
    page = out.read_text(encoding="utf-8")
    assert "default-src 'none'" in page.replace("&#x27;", "'")
    assert not re.search(r"<script|https?://|\burl\(|\bon\w+=|@import| style=", page)
    for part in (
        "<title>Your card</title>",
        "<desc",
        "prefers-color-scheme: dark",
        "@media print",
        "<table>",
        "You and Robin",
    ):
        assert part in page
    assert [f.name for f in tmp_path.iterdir()] == ["card.html"]


def test_names_are_escaped(tmp_path: Path) -> None:
    file = chats.falling(tmp_path, them="<img src=x>&")
    typed("read", file, *TOLD, *KIND, "--html", tmp_path / "card.html")
    page = (tmp_path / "card.html").read_text(encoding="utf-8")
    assert "&lt;img src=x&gt;&amp;" in page
    assert "<img" not in page


def test_the_support_page_has_a_plain_title_and_no_name(chat: Path, tmp_path: Path) -> None:
    typed("read", chat, *TOLD, "--afraid", "yes", "--html", tmp_path / "notes.html")
    page = (tmp_path / "notes.html").read_text(encoding="utf-8")
    assert "<title>Notes</title>" in page
    assert "Robin" not in page
    assert "<svg" not in page


def test_a_folder_is_not_overwritten_and_a_bad_place_is_said(chat: Path, tmp_path: Path) -> None:
    folder = typed("read", chat, *TOLD, *KIND, "--html", tmp_path)
    assert folder.exit_code == 2
    assert "is a folder" in folder.stderr
    link = tmp_path / "link.html"
    link.symlink_to(tmp_path / "card.html")
    typed("read", chat, *TOLD, *KIND, "--html", link)
    assert link.is_symlink()
    os.mkfifo(tmp_path / "pipe")
    with os.fdopen(os.open(tmp_path / "pipe", os.O_RDWR | os.O_NONBLOCK), "rb") as reader:
        typed("read", chat, *TOLD, *KIND, "--html", tmp_path / "pipe")
        assert reader.read(15) == b"<!doctype html>"
    assert (tmp_path / "pipe").is_fifo()  # nothing but a file gives way to a file
    nowhere = typed("read", chat, *TOLD, *KIND, "--html", tmp_path / "no" / "card.html")
    assert nowhere.exit_code == 2
    assert "I cannot write" in nowhere.stderr


# --- ask --------------------------------------------------------------------------------------------------------------

WEEKS = ("--then-me", "2", "--then-them", "2", "--now-me", "3", "--now-them", "0.2", "--answers-then", "90",
         "--answers-now", "30", "--months", "4")  # fmt: skip


def test_three_questions_give_a_card_from_answers() -> None:
    outcome = typed("ask", "--name", "Kim", "--kind", "client", *WEEKS)
    assert outcome.exit_code == 0, outcome.stderr
    assert "From your answers" in outcome.stdout
    assert "You and Kim" in outcome.stdout


def test_what_must_be_true_becomes_a_standard() -> None:
    whole = as_json("ask", "--name", "Kim", "--kind", "client", *WEEKS, "--need", "replies=80", "--need", "openings=1")
    asked = {s["name"]: (s["target"], s["must_have"]) for s in whole["standards"]}
    assert asked == {"replies": (0.8, True), "openings": (1.0, True)}


def test_a_percentage_that_may_be_out_of_ten_is_asked_about() -> None:
    missing = typed("ask", "--name", "Kim", "--kind", "client", *WEEKS[:8], "--months", "4")
    assert "Of 100 messages of yours" in missing.stderr
    few = ("ask", "--name", "Kim", "--kind", "client", *WEEKS[:8], "--months", "4")
    outcome = typed(*few, "--answers-then", "9", "--answers-now", "5")
    assert outcome.exit_code == 4
    assert "9 of 10 messages, or 9 of 100?" in outcome.stderr
    assert "one of: 90%, 9%." in outcome.stderr
    for typed_in, share in ((("90%", "5%"), 0.05), (("90", "50"), 0.5), (("90", "0"), 0.0)):
        whole = as_json(*few, "--answers-then", typed_in[0], "--answers-now", typed_in[1], "--need", "replies=80")
        assert whole["standards"][0]["value"] == pytest.approx(share)
    assert typed(*few, "--answers-then", "101", "--answers-now", "5%").exit_code == 2


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("ask --then-me nan", "'--then-me': Give a number up to 1000. walkaway"),
        ("ask --answers-then nan", "from 0 to 100"),
        ("status --hours -1", "Give a number from 0 up"),
        ("standard Bo --misses two", "Give a whole number."),
        ("revie", "'leave'? walkaway"),
    ],
)
def test_what_the_parser_refuses_is_said_plainly(line: str, told: str) -> None:
    outcome = shell(f"WALKAWAY {line}")
    assert outcome.returncode == 2
    assert told in outcome.stderr


def test_what_says_nothing_about_this_file_is_refused(tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("28/02/2026, 10:00 - Jo: hi\n28/02/2026, 10:05 - Robin: hello\n", encoding="utf-8")
    outcome = typed("read", plain, *TOLD, *KIND, "--columns", "when=Date")
    assert (outcome.exit_code, "--columns is for a table" in outcome.stderr) == (2, True)
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    outcome = typed("read", tmp_path / "link.txt")
    assert (outcome.exit_code, "points to a file that is not there" in outcome.stderr) == (3, True)


def test_a_target_of_ones_own_answers_is_not_called_common() -> None:
    kim = ("ask", "--name", "Kim", "--kind", "client", *WEEKS)
    assert "(a common standard)" not in typed(*kim).stdout
    assert {one["origin"] for one in as_json(*kim)["standards"]} == {"between"}


def test_a_file_that_may_not_be_read_is_no_slip_in_typing(chat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may read all, so the parser is told that nobody may
    for words in (("read", chat, *TOLD, *KIND), ("draft", chat), ("refusal", chat), ("draft", "--jsonl", chat)):
        outcome = typed(*words)
        assert "readable" not in outcome.stderr
        assert outcome.exit_code in (0, 5), outcome.stderr


def test_what_is_missing_is_a_question_with_its_option() -> None:
    outcome = typed("ask", "--name", "Kim", "--kind", "client", *WEEKS[:-2])
    assert outcome.exit_code == 4
    assert "--months" in outcome.stderr
    assert typed("ask", "--name", "Kim", *WEEKS, "--need", "love=1").exit_code == 2


def test_a_friend_is_asked_about_fear_here_too() -> None:
    outcome = typed("ask", "--name", "Kim", "--kind", "friend", *WEEKS)
    assert outcome.exit_code == 4
    assert "--afraid" in outcome.stderr


# --- demo and the rest ------------------------------------------------------------------------------------------------


def test_the_demo_shows_six_in_short_and_one_whole() -> None:
    outcome = typed("demo")
    assert outcome.exit_code == 0, outcome.output
    for name in ("client", "deal", "job", "investor", "partner", "friend"):
        assert name in outcome.stdout
    assert outcome.stdout.count("What to do next") == 1


def test_the_demo_shows_the_one_that_is_named() -> None:
    assert as_json("demo", "client")["kind"] == "client"
    outcome = typed("demo", "nobody")
    assert outcome.exit_code == 2
    assert "partner" in outcome.stderr


def test_version_and_help_are_quick_and_heavy_rooms_stay_shut() -> None:
    code = (
        "import sys; sys.argv = ['walkaway', '--help']\n"
        "from walkaway.cli import main\n"
        "try:\n    main()\nexcept SystemExit: pass\n"
        "print([m for m in ('numpy', 'pyarrow', 'rich', 'walkaway.words', 'walkaway.app.review') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip().endswith("[]")
    assert "Exit codes" in out
    assert typed("--version").stdout.strip() == f"walkaway {__version__}"


def test_completion_works() -> None:
    asked = {"_WALKAWAY_COMPLETE": "complete_bash", "COMP_WORDS": "walkaway d", "COMP_CWORD": "1"}
    code = "import sys; sys.argv = ['walkaway']\nfrom walkaway.cli import main\nmain()"
    outcome = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **asked}, capture_output=True, text=True, check=False
    )
    assert set(outcome.stdout.split()) == {"demo", "data", "draft"}


def test_a_crash_shows_no_text_of_the_chat(chat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The frames of a traceback hold messages; only code is shown."""
    assert app.pretty_exceptions_enable is False
    monkeypatch.setattr("walkaway.cli.reading.judge", lambda *_: 1 / 0)
    outcome = typed("read", chat, *TOLD, "--kind", "deal")
    assert outcome.exit_code == 1
    assert "how are you" not in outcome.output


# --- the whole program, as a shell runs it ----------------------------------------------------------------------------


def shell(line: str) -> subprocess.CompletedProcess[str]:
    command = f"{shlex.quote(sys.executable)} -m walkaway"
    return subprocess.run(
        ["bash", "-c", line.replace("WALKAWAY", command)], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "typed_line",
    [
        "read --json",
        "read --bogus --json",
        "ask --then-me abc --json",
        "ask --days-now 9 --json",
        "ask --name A --months inf --json",
        "ask --name A --need openings=nan --json",
        "ask --name A --need replies=-5 --json",
        "ask --name A --need active_days=9 --json",
        "demo nobody --json",
    ],
)
def test_what_is_refused_is_json_too(typed_line: str) -> None:
    outcome = shell(f"WALKAWAY {typed_line}")
    assert outcome.returncode == 2
    assert json.loads(outcome.stdout)["error"]
    assert "Traceback" not in outcome.stderr


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "9999-12-31T23:59:59-23:00"])
def test_a_day_nobody_lived_is_refused(chat: Path, day: str) -> None:
    outcome = shell(f"WALKAWAY read {chat} --me Jo --afraid no --now {day} --json")
    assert outcome.returncode == 2
    assert "1980" in json.loads(outcome.stdout)["error"]


def test_a_reader_that_has_seen_enough_is_no_crash() -> None:
    for line in ("demo friend", "--help", "demo friend --json"):
        outcome = shell(f"set -o pipefail; WALKAWAY {line} | head -c 20 >/dev/null")
        assert outcome.returncode == 0, line
        assert "Traceback" not in outcome.stderr


def test_no_room_and_no_stdin_are_said_calmly() -> None:
    full = shell("WALKAWAY demo friend --json > /dev/full")
    assert full.returncode == 2
    assert "Make room" in full.stderr
    closed = shell("WALKAWAY demo friend --json <&-")
    assert closed.returncode == 0
    assert json.loads(closed.stdout)["them"] == "Sam"


def test_a_zone_that_was_said_is_not_assumed(chat: Path) -> None:
    assumed = [
        json.loads(shell(f"WALKAWAY read {chat} --me Jo --kind client --json {tz}").stdout)["assumed"]
        for tz in ("--tz UTC", "")
    ]
    assert ["tz" in codes for codes in assumed] == [False, True]
