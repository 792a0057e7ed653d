"""`walkaway draft` and `walkaway refusal`: files, input, JSON, many lines, exit codes; and the same in the library."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import walkaway
from walkaway.cli.commands import app
from walkaway.lexicon import sentence_model


@pytest.fixture(autouse=True)
def _without_a_sentence_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(sentence_model.FOLDER_NAMED, "")


def run(*args: str, text: str | bytes | None = None) -> tuple[int, str]:
    found = CliRunner().invoke(app, args, input=text)
    return found.exit_code, found.stdout


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_fine_draft_leaves_with_0_and_another_with_5() -> None:
    assert run("draft", "-", text="See you on Friday at eight.")[0] == 0
    code, out = run("draft", "--unanswered", "2", "-", text="Did you see my message?")
    assert code == 5
    assert "2 messages of yours have no answer yet" in out


def test_a_draft_as_json() -> None:
    code, out = run("draft", "--json", "--my-last-price", "€1.200", text="I could do it for 900.")
    found = json.loads(out)
    assert code == 5
    assert found["schema"] == "walkaway.draft/1"
    (flag,) = found["flags"]
    assert (flag["flag"], flag["quote"], flag["basis"]) == ("unasked_discount", "900", "context")
    assert {"why", "suggestion", "span"} <= set(flag)


def test_after_a_stop_there_is_one_thing_to_say() -> None:
    code, out = run("draft", "--their-last", "Please stop contacting me.", text="Just one more thing?")
    assert code == 5
    assert "Send nothing" in out


def test_many_lines_and_a_bad_one(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": "any news?", "context": {"unanswered_before": 3}, "id": "x"}),
        "no json",
        json.dumps({"text": 5}),
        json.dumps({"text": "hello", "context": {"unanswered_before": "many"}}),
        json.dumps({"text": "hello", "context": None}),
        "",
        json.dumps({"text": "I can do 900.", "context": {"my_last_price": "1.2k"}}),
    ]
    many = tmp_path / "drafts.jsonl"
    many.write_bytes("\n".join(lines).encode() + b"\n\xff\xfe{}\n")
    code, out = run("draft", "--jsonl", str(many))
    found = rows(out)
    assert code == 0
    assert [[flag["flag"] for flag in row["flags"]] if "flags" in row else row["line"] for row in found] == [
        ["double_text"], 2, 3, 4, [], ["unasked_discount"], 8,
    ]  # fmt: skip


def test_refusals_line_by_line() -> None:
    texts = ["Stop texting me.", "No budget until October, please ask again then.", "blue seven window"]
    code, out = run(
        "refusal", "--now", "2026-05-05", "--jsonl", "-", text="\n".join(json.dumps({"text": t}) for t in texts)
    )
    stop, later, unsure = rows(out)
    assert code == 0
    assert (stop["label"], stop["next_step"], stop["when"]) == ("other", "respect_stop", None)
    assert (later["label"], later["next_step"], later["when"]) == ("timing", "follow_up", "2026-10-01")
    assert later["ranked"][0] == "timing"
    assert (unsure["label"], unsure["next_step"]) == (None, None)


def test_a_refusal_that_is_not_clear_leaves_with_5() -> None:
    assert run("refusal", text="blue seven window")[0] == 5
    code, out = run("refusal", text="We have no budget until October.")
    assert code == 0
    assert "the time is wrong" in out


@pytest.mark.parametrize("verb", ["draft", "refusal"])
def test_what_cannot_be_read_is_said(verb: str, tmp_path: Path) -> None:
    assert run(verb, str(tmp_path / "none.txt"))[0] == 3
    assert run(verb, text="  \n")[0] == 2
    assert run(verb, text=b"\xff\xfe\x00")[0] == 3
    assert run(verb, text="x" * (1 << 20) + "y")[0] == 2
    assert run(verb, "--jsonl", str(tmp_path / "none.jsonl"))[0] == 3


def test_the_library_says_the_same() -> None:
    found = walkaway.check_draft("any news?", {"unanswered_before": 2})
    assert [flag.flag for flag in found.flags] == ["double_text"]
    assert walkaway.draft_as_json(found)["fine"] is False
    read = walkaway.read_refusal("Not before June, please.", now=date(2026, 3, 1))
    assert walkaway.refusal_as_json(read)["when"] == "2026-06-01"
    with pytest.raises(walkaway.UsageError, match="label is one of"):
        walkaway.read_refusal("no", confirmed=[("no", "maybe")])


def test_no_name_of_theirs_steers_the_terminal() -> None:
    _, out = run("refusal", text="Wrong person, talk to Jo\x1b[31m please, I do not decide this.")
    assert "\x1b" not in out


def test_input_is_not_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    from walkaway.cli import writing

    raw = io.BytesIO(b"hello")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(raw))
    assert writing.text_of(None) == "hello"
    assert not raw.closed
