"""A person at a terminal: what is open is asked, gently and once, and the card follows."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli import chats

PATIENCE = 20.0


def talk(words: list[str], lines: list[tuple[str, str]]) -> tuple[int, str]:
    """Run the command in a terminal and type each line at its prompt. The exit code, and all that was shown."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "90", "NO_COLOR": "1", "TZ": "UTC"}
    with subprocess.Popen(
        [sys.executable, "-c", "from walkaway.cli import main; main()", *words],
        stdin=theirs, stdout=theirs, stderr=theirs, env=env, close_fds=True,
    ) as process:  # fmt: skip
        os.close(theirs)
        shown, seen, waiting = "", 0, list(lines)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if select.select([ours], [], [], 0.1)[0]:
                try:
                    shown += os.read(ours, 65536).decode("utf-8", "replace")
                except OSError:  # the other end is gone
                    break
            if waiting and waiting[0][0] in shown[seen:]:
                seen = len(shown)
                os.write(ours, f"{waiting.pop(0)[1]}\n".encode())
        else:
            process.kill()
        os.close(ours)
        code = process.wait(timeout=PATIENCE)
    assert waiting == [], f"never asked: {waiting}\n{shown}"
    return code, re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\r", "", shown)


def test_what_a_file_leaves_open_is_asked_in_turn(tmp_path: Path) -> None:
    code, shown = talk(
        ["read", str(chats.falling(tmp_path)), "--now", chats.NOW],
        [
            ("Type a number", "nobody"),
            ("not one of these", "jo"),
            ("What is this to you?", "5"),
            ("Are you ever afraid", "no"),
            ("would you want this", "yes"),
            ("elsewhere, like", ""),
        ],
    )
    assert code == 0
    assert "2025-09-01 09:00  Jo: how are you?" in shown
    assert shown.count("Are you ever afraid") == 1
    assert "You and Robin" in shown
    assert "What to do next" in shown


@pytest.mark.parametrize("said", ["yes", "3"])
def test_who_is_afraid_is_asked_nothing_more(tmp_path: Path, said: str) -> None:
    code, shown = talk(
        ["read", str(chats.falling(tmp_path)), "--me", "Jo", "--kind", "partner", "--now", chats.NOW],
        [("Are you ever afraid", said)],
    )
    assert code == 0
    assert "trained advocate" in shown
    assert "would you want" not in shown


def test_a_skipped_answer_about_fear_leaves_the_verdict_open_and_is_no_failure(tmp_path: Path) -> None:
    code, shown = talk(
        ["read", str(chats.falling(tmp_path)), "--me", "Jo", "--kind", "friend", "--now", chats.NOW],
        [("Are you ever afraid", "")],
    )
    assert code == 0
    assert "ONE QUESTION FIRST" in shown


def test_the_three_questions_are_asked() -> None:
    code, shown = talk(
        ["ask"],
        [
            ("Who is it?", "Kim"),
            ("What is this to you?", "client"),
            ("do you write first", "2"),
            ("do they write first", "often"),
            ("give a number", "2"),
            ("how many do they answer", "9"),
            ("days a week do they write", "3"),
            ("do you write first", "3"),
            ("do they write first", "0,2"),
            ("how many do they answer", "3"),
            ("days a week do they write", "1"),
            ("how many do you answer", "9"),
            ("how many months", "4"),
            ("must be true", "1, 3"),
            ("Are you ever afraid", "no"),
            ("would you want this", ""),
            ("elsewhere, like", ""),
        ],
    )
    assert code == 0, shown
    assert "You and Kim" in shown
    assert "From your answers" in shown
    assert "Must-haves met" in shown
