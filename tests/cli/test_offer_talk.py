"""`walkaway offer NAME`: a talk kept with its pursuit, and what it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from walkaway.app.pursuit_document import as_document, from_document
from walkaway.cli.commands import app
from walkaway.words.en import talks


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def said(home: Path, *arguments: str, code: int = 0) -> str:
    kind = () if "--kind" in arguments else ("--kind", "client")
    found = CliRunner().invoke(app, ["offer", "Acme", "--home", str(home), *kind, *arguments], catch_exceptions=False)
    assert found.exit_code == code, found.output
    return found.stdout


def as_json(home: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said(home, *arguments, "--json"))
    return found


def test_a_talk_is_kept_and_goes_on(home: Path) -> None:
    said(home, "--kind", "client", "--theirs", "€70", "--fallback", "80", "--likely", "60..130")
    said(home, "--mine", "120")
    found = as_json(home, "--theirs", "84")
    assert [(s["by"], s["number"]) for s in found["said"]] == [("them", 70), ("you", 120), ("them", 84)]
    assert found["move"] == "counter"
    assert found["line"] == 80
    assert 84 < found["number"] <= 120
    assert "€" in found["sentence"]
    assert "80" not in found["sentence"].replace("€", " ").split()


def test_the_last_number_can_be_taken_back(home: Path) -> None:
    said(home, "--theirs", "70", "--fallback", "60", "--likely", "50..100")
    assert as_json(home, "--mine", "90", "--undo")["said"] == [{"by": "you", "number": 90}]


def test_a_live_outside_raises_the_line(home: Path) -> None:
    before = as_json(home, "--theirs", "70", "--fallback", "60")["line"]
    after = as_json(home, "--came", "95")["line"]
    assert after > before == 60


def test_what_is_missing_is_a_question(home: Path) -> None:
    said(home, "--theirs", "70", code=4)
    said(home, "--theirs", "seventy", "--fallback", "1", code=2)
    said(home, "--back", "90", "--fallback", "1", code=2)


def test_nothing_is_advised_after_fear_or_a_stop(home: Path) -> None:
    said(home, "--theirs", "70", "--fallback", "60")
    found = as_json(home, "--stop-contact")
    assert (found["held"], found["move"], found["sentence"]) == ("stop_contact", None, "")
    found = as_json(home, "--afraid", "unsure")
    assert (found["held"], found["move"], found["sentence"]) == ("support", None, "")
    assert "afraid" in said(home)


@pytest.mark.parametrize("kind", ["partner", "friend"])
def test_a_partner_or_friend_is_asked_about_fear_before_any_advice(home: Path, kind: str) -> None:
    given = ("--kind", kind, "--theirs", "70", "--fallback", "60")
    found = json.loads(said(home, *given, "--json", code=4))
    assert (found["held"], found["move"], found["sentence"]) == ("unanswered", None, "")
    assert "Answer with --afraid" in said(home, "--kind", kind, code=4)
    assert as_json(home, "--kind", kind, "--afraid", "no")["move"] is not None


def test_a_worksheet_to_print(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "sheet.html"
    said(home, "--theirs", "70", "--fallback", "60", "--html", str(out))
    page = out.read_text(encoding="utf-8")
    assert talks.SAFE_HEADING in page
    assert "<script" not in page
    said(home, "--afraid", "yes", "--html", str(out))
    assert "Your line" not in out.read_text(encoding="utf-8")


def test_your_own_record_of_walking(home: Path) -> None:
    said(home, "--theirs", "70", "--fallback", "60", "--walked", "70")
    text = said(home, "--back", "85")
    assert "You walked on a price 1 time. They came back 1 time." in " ".join(text.split())


def test_a_talk_survives_the_document(home: Path) -> None:
    said(home, "--theirs", "70", "--fallback", "-80", "--buying", "--likely", "60..130", "--market", "50..90")
    said(home, "--expires", "2031-02-03", "--breaks-off", "5", "--left", "4", "--walked", "70")
    from walkaway import wiring

    pursuit = wiring.home(home).pursuit("Acme")
    assert from_document(as_document(pursuit), "here") == pursuit
    assert pursuit.talk is not None
    assert (pursuit.talk.selling, pursuit.talk.left, pursuit.talk.breaks_off) == (False, 4, 0.05)


def test_every_reason_and_move_has_its_words(home: Path) -> None:
    from walkaway.core.offers.advise import Move

    assert set(talks.TALK_MOVES) == set(talks.TALK_SENTENCES) == set(Move)
    found = as_json(home, "--theirs", "70", "--fallback", "60")
    assert set(found["reasons"]) <= set(talks.TALK_REASONS)


def test_a_talk_is_in_one_currency(home: Path) -> None:
    said(home, "--theirs", "€70", "--fallback", "$80", code=2)
    said(home, "--theirs", "€70", "--fallback", "80")
    said(home, "--came", "$90", code=2)
    found = as_json(home, "--came", "90 EUR")
    assert (found["line"], len(found["said"])) == (90, 1)


def test_a_number_typed_again_with_the_answer_to_a_question_is_kept_once(home: Path) -> None:
    tell = ["offer", "Acme", "--home", str(home), "--theirs", "70"]
    for more, code in (((), 4), (("--kind", "client"), 4), (("--kind", "client", "--fallback", "60"), 0)):
        assert CliRunner().invoke(app, [*tell, *more]).exit_code == code
    assert [one["number"] for one in as_json(home, "--mine", "90")["said"]] == [70, 90]
    assert [one["number"] for one in as_json(home, "--theirs", "70")["said"]] == [70, 90, 70]
    assert [one["number"] for one in as_json(home, "--theirs", "70")["said"]] == [70, 90, 70, 70]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--theirs", "-5"), "A price is 0 or more"),
        (("--theirs", "70", "--on", "2999-01-01"), "still to come"),
        (("--expires", "2020-01-01"), "This day is past"),
        (("--currency", "<script>"), "Give a sign or a code"),
    ],
)
def test_what_cannot_be_is_refused_and_not_kept(home: Path, words: tuple[str, ...], says: str) -> None:
    found = CliRunner().invoke(app, ["offer", "Acme", "--home", str(home), "--kind", "client", *words])
    assert found.exit_code == 2
    assert says in found.stderr
    assert words[0] in found.stderr or words[2] in found.stderr


def test_one_who_buys_is_not_told_of_a_fallback_near_their_number(home: Path) -> None:
    near = as_json(home, "--buying", "--theirs", "1200", "--fallback", "1300")
    assert "outside_weak" not in near["reasons"]
    assert "outside_weak" in as_json(home, "--fallback", "2600")["reasons"]
