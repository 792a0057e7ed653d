"""`walkaway offer NAME` over packages: issues and points typed in, advice and packages side by side out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from walkaway.app.pursuit_document import as_document, from_document
from walkaway.cli.commands import app

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "schema.md").read_text(encoding="utf-8")
ISSUES = ("--issue", "Pay: 55k, 60k, 65k, 70k", "--issue", "Days at home: 0, 1, 2, 3", "--issue", "Title: junior, lead")
POINTS = ("--points", "Pay 100, Days at home 60, Title 40")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def said(home: Path, *arguments: str, code: int = 0) -> str:
    kind = () if "--kind" in arguments else ("--kind", "job")
    found = CliRunner().invoke(app, ["offer", "Acme", "--home", str(home), *kind, *arguments], catch_exceptions=False)
    assert found.exit_code == code, found.output
    return found.output


def as_json(home: Path, *arguments: str, code: int = 0) -> dict[str, Any]:
    text = said(home, *arguments, "--json", code=code)
    found: dict[str, Any] = json.loads(text)
    return found


def test_from_issues_to_packages_side_by_side(home: Path) -> None:
    said(home, *ISSUES, *POINTS, "--fallback", "40")
    found = as_json(home, "--theirs", "55k, Days at home 1, junior")
    assert found["schema"] == "walkaway.packages/1"
    assert [round(issue["weight"]) for issue in found["issues"]] == [50, 30, 20]
    assert found["said"][0]["choice"] == {"Pay": "55k", "Days at home": "1", "Title": "junior"}
    assert found["move"] == "counter"
    assert len(found["packages"]) in (2, 3)
    assert all(one["worth"] >= found["line"] == pytest.approx(40) for one in found["packages"])
    assert len({tuple(one["choice"].values()) for one in found["packages"]}) == len(found["packages"])
    assert "(A)" in found["sentence"]
    assert "(B)" in found["sentence"]
    text = said(home)
    for shown in ("COUNTER", "Packages side by side", "Theirs now", "To you, of 100", "To them, a guess"):
        assert shown in text


def test_what_a_package_does_not_name_stays_as_it_was(home: Path) -> None:
    said(home, *ISSUES, *POINTS, "--fallback", "40", "--theirs", "55,000; 1; junior")
    found = as_json(home, "--theirs", "pay: 60k")
    assert [one["choice"]["Pay"] for one in found["said"]] == ["55k", "60k"]
    assert found["said"][1]["choice"]["Title"] == "junior"
    assert len(as_json(home, "--undo")["said"]) == 1


def test_what_is_missing_is_asked_one_thing_at_a_time(home: Path) -> None:
    assert "lift to its best first" in said(home, *ISSUES, code=4)
    assert "How many is it to go from 0 to 3 in Days at home" in said(home, "--points", "Pay 100", code=4)
    assert "from junior to lead in Title" in said(home, "--points", "Days at home 60", code=4)
    assert "if this falls through" in said(home, "--points", "Title 40", code=4)
    assert "Title" in said(home, "--fallback", "40", "--theirs", "55k, Days at home 1", code=4)


def test_the_fallback_may_be_a_package_that_is_as_good(home: Path) -> None:
    found = as_json(home, *ISSUES, *POINTS, "--fallback", "60k, Days at home 0, lead")
    assert found["line"] == pytest.approx(100 * (0.5 / 3 + 0.2), abs=0.01)


def test_a_whole_offer_is_taken_and_a_hopeless_one_is_not(home: Path) -> None:
    said(home, *ISSUES, *POINTS, "--fallback", "40", "--theirs", "70k, Days at home 3, lead")
    found = as_json(home)
    assert found["move"] == "accept"
    assert found["package"]["worth"] == pytest.approx(100)
    said(home, "--fallback", "130", code=2)
    assert as_json(home, "--fallback", "100")["move"] == "accept"
    found = as_json(home, "--theirs", "Pay 55k")
    assert found["line"] == 100
    assert found["move"] != "accept"


@pytest.mark.parametrize("typed", ["Pay 55k 60k", ": a, b", "Pay: 55k", "Pay: a=1, b", "Pay: a, A", "Pay: a=1, b=1"])
def test_an_issue_that_cannot_be_read_is_said(home: Path, typed: str) -> None:
    assert "Pay" in said(home, "--issue", typed, code=2)


def test_a_talk_over_a_price_is_not_mixed_with_packages(home: Path) -> None:
    said(home, "--theirs", "70", "--fallback", "60")
    assert "new talk" in said(home, "--issue", "Pay: 1, 2", code=2)
    found = as_json(home, "--new", *ISSUES, *POINTS, "--fallback", "40")
    assert found["said"] == []


@pytest.mark.parametrize(
    ("told", "held"),
    [
        (("--afraid", "yes"), "support"),
        (("--afraid", "unsure"), "support"),
        (("--stop-contact",), "stop_contact"),
        (("--kind", "partner"), "unanswered"),
    ],
)
def test_safety_comes_before_packages(home: Path, told: tuple[str, ...], held: str) -> None:
    said(home, *ISSUES, *POINTS, "--fallback", "40", "--theirs", "55k, Days at home 1, junior")
    code = 4 if held == "unanswered" else 0
    found = as_json(home, *told, code=code)
    assert (found["held"], found["move"], found["packages"], found["sentence"]) == (held, None, [], "")
    text = said(home, *told, code=code)
    for shown in ("55k", "Packages", "Your line"):
        assert shown not in text


def test_a_talk_over_packages_survives_the_document(home: Path) -> None:
    said(home, *ISSUES, *POINTS, "--fallback", "40", "--theirs", "55k, Days at home 1, junior", "--on", "2026-03-01")
    said(home, "--mine", "70k, Days at home 3, lead", "--walked", "30", "--wanted", "2026-02-01", "--not-free-to-leave")
    said(home, "--back", "60k, Days at home 1, junior")
    said(home, "--issue", "Car: none, small, big", "--points", "Car 30", "--drop-issue", "title")
    from walkaway import wiring

    pursuit = wiring.home(home).pursuit("Acme")
    assert from_document(as_document(pursuit), "here") == pursuit
    assert pursuit.talk is not None
    assert [issue.name for issue in pursuit.talk.issues] == ["Pay", "Days at home", "Car"]
    assert dict(pursuit.talk.packages[0].choice) == {"Pay": "55k", "Days at home": "1"}
    assert pursuit.talk.voluntary is False
    assert pursuit.talk.walked[0].back_after == 0
    assert len(as_json(home)["said"]) == 2  # an issue that came later counts at its worst


def test_a_worksheet_is_written_with_blanks_for_what_is_not_known(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "sheet.html"
    said(home, "--worksheet", str(out), code=4)
    page = out.read_text(encoding="utf-8")
    assert "<td></td>" in page
    assert "@page{size:A4" in page
    said(home, *ISSUES, *POINTS, "--fallback", "40", "--theirs", "55k, Days at home 1, junior", "--worksheet", str(out))
    page = out.read_text(encoding="utf-8")
    assert "Packages side by side" in page
    assert "<script" not in page
    said(home, "--afraid", "yes", "--worksheet", str(out))
    page = out.read_text(encoding="utf-8")
    for shown in ("55k", "Acme", "Packages"):
        assert shown not in page


def test_a_price_you_walked_at_is_not_said_as_what_a_package_is_worth(home: Path) -> None:
    said(home, "--fallback", "60", "--theirs", "77", "--walked", "77")
    refused = said(home, *ISSUES, code=2)
    assert "Start a new talk" in refused
    found = as_json(home, "--new", *ISSUES, *POINTS, "--fallback", "40", "--theirs", "55k, Days at home 1, junior")
    assert found["after_walk"] is None
    assert found["record"]["walked"] == 1
    text = said(home)
    assert "77" not in text
    assert "Over all talks you walked 1 time" in " ".join(text.split())
    said(home, "--back", "60", code=2)  # nothing was walked at in this talk
    found = as_json(home, "--walked", "20")
    assert (found["after_walk"]["at"], found["record"]["walked"]) == (20, 2)
    back = as_json(home, "--new", "--fallback", "60", "--theirs", "70")
    assert back["schema"] == "walkaway.talk/1"
    assert (back["after_walk"], back["record"]["walked"]) == (None, 2)


@pytest.mark.parametrize(
    ("code", "shown"), [("de", "Pakete nebeneinander"), ("es", "Paquetes lado a lado"), (None, "Packages side by side")]
)
def test_the_worksheet_speaks_the_language_that_is_asked_for(
    home: Path, tmp_path: Path, code: str | None, shown: str
) -> None:
    out, language = tmp_path / "sheet.html", () if code is None else ("--language", code)
    offered = ("--theirs", "55k, Days at home 1, junior")
    said(home, *ISSUES, *POINTS, "--fallback", "40", *offered, "--worksheet", str(out), *language)
    page = out.read_text(encoding="utf-8")
    assert f'<html lang="{code or "en"}">' in page
    assert shown in page
    said(home, "--stop-contact", "--worksheet", str(out), *language)
    assert "55k" not in out.read_text(encoding="utf-8")
    assert "fr" in said(home, "--worksheet", str(out), "--language", "fr", code=2)


def test_the_json_is_what_its_page_says(home: Path) -> None:
    part = PAGE.split("## A talk over packages", 1)[1].split("\n## ", 1)[0]
    keys = {key for row in re.findall(r"^\| (`.*?) \|", part, re.MULTILINE) for key in re.findall(r"`(\w+)", row)}
    said(home, *ISSUES, *POINTS, "--fallback", "40", "--theirs", "55k, Days at home 1, junior", "--walked", "10")
    assert set(as_json(home)) == keys


def test_at_a_terminal_the_swing_questions_come_one_by_one(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("walkaway.cli.asking.at_terminal", lambda **_: True)
    arguments = ["offer", "Acme", "--home", str(home), "--kind", "job", *ISSUES, "--theirs", "55k, 1"]
    typed = "Pay\n60\n40\n60k, Days at home 0, lead\njunior\nyes\n"
    found = CliRunner().invoke(app, arguments, input=typed, catch_exceptions=False)
    assert found.exit_code == 0, found.output
    assert "COUNTER" in found.output
    kept = as_json_quietly(home)
    assert [round(issue["weight"]) for issue in kept["issues"]] == [50, 30, 20]
    assert kept["said"][0]["choice"] == {"Pay": "55k", "Days at home": "1", "Title": "junior"}
    assert kept["line"] == pytest.approx(100 * (0.5 / 3 + 0.2), abs=0.01)


def test_whether_one_is_free_to_leave_is_asked_in_words(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("walkaway.cli.asking.at_terminal", lambda **_: True)
    arguments = ["offer", "Acme", "--home", str(home), "--kind", "job", "--theirs", "70", "--fallback", "80"]
    found = CliRunner().invoke(app, arguments, input="2\n10\n", catch_exceptions=False)
    assert "Could you leave for it whenever you like?" in found.output
    from walkaway import wiring

    talk = wiring.home(home).pursuit("Acme").talk
    assert talk is not None
    assert (talk.voluntary, talk.breaks_off) == (False, 0.1)


def as_json_quietly(home: Path) -> dict[str, Any]:
    found = CliRunner().invoke(app, ["offer", "Acme", "--home", str(home), "--json"], catch_exceptions=False)
    read: dict[str, Any] = json.loads(found.stdout)
    return read


def test_an_issue_named_again_is_said_to_be_changed(home: Path) -> None:
    tell = ["offer", "Acme", "--home", str(home), "--kind", "job"]
    assert "called Pay" not in CliRunner().invoke(app, [*tell, "--issue", "Pay: 1, 2"]).stderr
    assert "called pay. It has other values" in CliRunner().invoke(app, [*tell, "--issue", "pay: 1, 3"]).stderr
    assert "over a price" in CliRunner().invoke(app, [*tell, "--likely", "1..3"]).stderr
