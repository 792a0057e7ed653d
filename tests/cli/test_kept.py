"""Pursuits that are kept, as people type them: standards, options, promises, the card, and everyone in one table."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.words.test_schema import paths, rows
from typer.testing import CliRunner

import walkaway
from walkaway.app.demo import STORIES, export
from walkaway.cli.commands import app


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WALKAWAY_HOME", str(tmp_path))
    return tmp_path


def typed(*words: str) -> Any:
    return CliRunner().invoke(app, [*words], env={"COLUMNS": "100", "NO_COLOR": "1"})


def said(*words: str) -> str:
    outcome = typed(*words)
    assert outcome.exit_code == 0, outcome.stderr
    return re.sub(r"\s+", " ", outcome.stdout)


def as_json(*words: str) -> Any:
    outcome = typed(*words, "--json")
    assert outcome.exit_code == 0, outcome.stderr
    return json.loads(outcome.stdout)


def put(home: Path, story: str, name: str) -> None:
    (home / name).mkdir(exist_ok=True)
    (home / name / "chat.txt").write_text(export(next(s for s in STORIES if s.name == story)), encoding="utf-8")


@pytest.mark.usefixtures("home")
def test_standards_are_added_from_examples_and_in_own_words() -> None:
    said("standard", "Nora", "--kind", "client", "--add", "answers=80", "--add", "pays_by_the_date")
    text = said("standard", "Nora", "--add", "They call when they say they will.=8", "--must", "answers")
    assert "They answer what you write: about 8 in 10 times (answers). Must have." in text
    assert "They pay each bill by its date: 7 of 10 (pays_by_the_date). Must have. " in text
    assert "They call when they say they will: 8 of 10" in text
    whole = as_json("standard", "Nora", "--first", "pays_by_the_date")
    assert [s["name"] for s in whole["standards"]][:2] == ["pays_by_the_date", "answers"]
    assert sum(s["weight"] for s in whole["standards"]) == pytest.approx(1)


@pytest.mark.usefixtures("home")
def test_the_examples_of_a_kind_can_be_seen() -> None:
    text = said("standard", "Nora", "--kind", "friend", "--examples")
    assert "They keep what you tell them private." in text
    assert len(as_json("standard", "Nora", "--kind", "friend", "--examples")["examples"]) == 24


@pytest.mark.parametrize(("words", "answer"), [
    (("standard", "Nora", "--rate", "calls=3"), "no standard called 'calls'"),
    (("standard", "Nora", "--rate", "answers"), "a name and a number"),
    (("standard", "Nora", "--kind", "client", "--add", "answers=180"), "up to 100"),
    (("standard", "Nora", "--kind", "client", "--rate", "answers=3"), "counted from the messages"),
    (("standard", "Nora", "--kind", "client", "--rate", "pays_by_the_date=11"), "from 0"),
    (("standard", "Nora", "--add", "openings"), "how much"),
    (("standard", "Nora", "--they-said", "signed"), "--kind"),
    (("standard", "Nora", "--kind", "client", "--they-said", "married"), "talking, scoped"),
    (("standard", "Nora", "--drop", "calls"), "none yet"),
    (("standard", "Nora", "--promise", "replies=60", "--misses", "5"), "no more misses"),
    (("standard", "Nora", "--drop-promise", "replies"), "no rule"),
    (("option", "Nora", "--worth", "4..9"), "--add"),
    (("option", " ", "--free", "4"), "Give it a name"),
    (("standard", "Nora", "--add", "calls="), "after the ="),
    (("option", "Nora", "--add", "x", "--worth", "9..4"), "worst first"),
    (("option", "Nora", "--add", "x", "--worth", "much"), "like 4..9"),
    (("option", "Nora", "--add", "x", "--worth", "4", "--chance", "140"), "0 to 100"),
    (("option", "Nora", "--good", "0"), "above 0"),
    (("option", "Nora", "--weak", "11"), "less than a good one"),
    (("option", "Nora", "--drop", "x"), "none yet"),
    (("review", "Nora"), "no pursuit called 'Nora'"),
    (("status", "Nora"), "no pursuit called 'Nora'"),
])  # fmt: skip
def test_what_does_not_fit_is_said_with_a_way_on_and_nothing_is_kept(
    home: Path, words: tuple[str, ...], answer: str
) -> None:
    outcome = typed(*words)
    assert outcome.exit_code == 2
    assert answer in re.sub(r"\s+", " ", outcome.stderr)
    assert not list(home.iterdir())
    assert "error" in json.loads(typed(*words, "--json").stdout)


@pytest.mark.usefixtures("home")
def test_a_new_option_without_its_worth_is_a_question() -> None:
    outcome = typed("option", "Nora", "--add", "Agency", "--json")
    assert outcome.exit_code == 4
    assert json.loads(outcome.stdout)["question"]["option"] == "--worth"


@pytest.mark.usefixtures("home")
def test_options_give_a_limit_and_the_hour_that_is_worth_most() -> None:
    said("option", "Nora", "--kind", "client", "--unit", "€", "--good", "900", "--free", "250", "--week-hours", "10")
    text = said("option", "Nora", "--add", "Kiel", "--worth", "400..1000", "--chance", "40%", "--hours", "3")
    assert "You would stay for anything above €4" in text
    assert "An hour is best spent on Kiel" in text
    assert "a week to what you could have without this." in text
    assert "A weak week counts as €315: a common guess." in text
    whole = as_json("option", "Nora")
    assert whole["best"] == "Kiel"
    assert whole["reservation"] > 250
    said("option", "Nora", "--add", "kiel", "--chance", "80")
    assert "37 % rule" not in said("option", "Nora")
    assert as_json("option", "Nora")["reservation"] > whole["reservation"]


@pytest.mark.usefixtures("home")
def test_fear_is_heard_and_kept_where_there_is_nothing_to_go_by() -> None:
    said("standard", "Kim", "--kind", "partner")
    assert typed("review", "Kim", "--afraid", "no").exit_code == 2
    assert "afraid" in said("review", "Kim", "--afraid", "unsure")
    assert as_json("status")["pursuits"][0]["move"] == "support"
    said("standard", "Lee", "--kind", "partner")
    assert as_json("review", "Lee", "--stop-contact")["verdict"]["move"] == "walk"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("told", "held"),
    [
        (("--kind", "partner", "--afraid", "unsure"), "support"),
        (("--kind", "client", "--afraid", "yes"), "support"),
        (("--kind", "client", "--stop-contact"), "walk"),
        (("--kind", "friend"), "unanswered"),
        ((), "unanswered"),
    ],
)
def test_no_limit_where_no_move_may_be_shown(told: tuple[str, ...], held: str) -> None:
    said("option", "Kim", "--free", "3")
    typed("review", "Kim", *told)
    text = said("option", "Kim", "--add", "own flat", "--worth", "9")
    whole = as_json("option", "Kim")
    assert whole["held"] == held
    assert (whole["options"], whole["reservation"], whole["comeback"], whole["best"]) == ([], None, None, None)
    for shown in (text, *whole["sentences"]):
        assert "come back" not in shown
        assert "stay for" not in shown
        assert "own flat" not in shown


@pytest.mark.usefixtures("home")
def test_from_three_options_on_the_37_percent_rule_is_set_right() -> None:
    for name in ("a", "b", "c"):
        said("option", "Nora", "--kind", "client", "--add", name, "--worth", "5")
    text = said("option", "Nora")
    assert "With 3 it says: pass the first one, then take the next that is better" in text
    assert "in 50 % of cases" in text
    assert "You know more" in text


def test_a_rule_is_loosened_only_after_its_delay(home: Path) -> None:
    said("standard", "Nora", "--promise", "replies=80", "--words", "Never again.")
    text = said("standard", "Nora", "--promise", "replies=50")
    assert "Never again." in text
    assert "(at least 8 in 10 times)" in text
    assert "holds until" in text
    tight = said("standard", "Nora", "--promise", "replies=90")
    assert "(at least 9 in 10 times)" in tight
    assert "Never again." in tight
    assert (home / "Nora" / "pursuit.toml").read_text().count("[[promise]]") == 3
    assert "You wrote" not in said("standard", "Nora", "--promise", "openings=2").split("They write first")[-1]


def test_the_card_counts_what_was_set_and_what_was_said_is_asked_once(home: Path) -> None:
    put(home, "client", "Nora")
    first = typed("review", "Nora", "--json")
    assert first.exit_code == 4
    said("option", "Nora", "--add", "Kiel", "--worth", "9", "--free", "2", "--week-hours", "10")
    said("standard", "Nora", "--kind", "client", "--you-said", "agreed", "--they-said", "scoped")
    outcome = typed("review", "Nora", "--me", "Jo", "--afraid", "no", "--asked", "2020-01-01")
    assert outcome.exit_code == 0, outcome.stderr
    text = re.sub(r"\s+", " ", outcome.stdout)
    assert "What else you have" in text
    assert "The best other thing you have is Kiel" in text
    assert "Nothing binds you or them yet." in text
    limit = as_json("review", "Nora")["position"]["reservation"]
    assert text.count(f"{limit:.1f} points a week") == 2  # the card and the list below it say one number
    assert "% of a good week" not in text.split("What this is based on")[0]
    whole = as_json("review", "Nora")
    assert whole["me"] == "Jo"
    assert whole["position"]["best"] == "Kiel"
    assert whole["verdict"]["move"] == "walk"
    assert 'on = "2020-01-01"' in (home / "Nora" / "pursuit.toml").read_text()
    assert walkaway.as_json(walkaway.review_kept("nora", home=home)) == whole


def test_somebody_who_is_afraid_sees_the_same_page_everywhere(home: Path) -> None:
    put(home, "partner", "Kim")
    said("option", "Kim", "--add", "own flat", "--worth", "9")
    page = said("review", "Kim", "--me", "Jo", "--kind", "partner", "--afraid", "yes")
    assert "own flat" not in page
    table = said("status")
    assert "You come first" in table
    assert "Jun" not in table.split("Your week")[0]
    row = as_json("status")["pursuits"][0]
    assert (row["move"], row["last"], row["until"], row["share"]) == ("support", None, None, None)
    assert as_json("status")["week"]["hangs_on"] == {}


def test_everyone_in_one_table(home: Path) -> None:
    for story in STORIES:
        put(home, story.name, story.name)
        assert typed("review", story.name, "--me", "Jo", "--kind", story.kind.value, "--afraid", "no").exit_code == 0
    (home / "open").mkdir()
    (home / "open" / "pursuit.toml").write_text('kind = "client"\n')
    whole = as_json("status", "--hours", "30", "--own-life", "50")
    assert [p["name"] for p in whole["pursuits"]] == sorted([*(s.name for s in STORIES), "open"])
    assert whole["week"]["own_life"] == 15.0
    assert sum(p["planned_hours"] or 0 for p in whole["pursuits"] if p["error"] is None) == pytest.approx(15)
    left = next(p for p in whole["pursuits"] if p["name"] == "open")
    assert "nothing to go by" in left["error"]
    text = said("status")
    assert "The next hour is worth most at" in text
    assert "the first 15 are for your own life" in text
    assert len(as_json("status", "Friend")["pursuits"]) == 1


@pytest.mark.usefixtures("home")
def test_an_empty_home_says_how_to_begin() -> None:
    assert "walkaway standard NAME" in said("status")


def test_a_folder_may_be_named_for_once(tmp_path: Path) -> None:
    said("standard", "Nora", "--home", str(tmp_path / "here"), "--add", "They call.")
    assert (tmp_path / "here" / "Nora" / "pursuit.toml").exists()
    assert not os.path.lexists(tmp_path / "Nora")


@pytest.mark.parametrize("story", STORIES[:2], ids=lambda s: s.name)
def test_the_page_names_every_key(home: Path, story: Any) -> None:
    put(home, story.name, "Nora")
    typed("review", "Nora", "--me", "Jo", "--kind", story.kind.value, "--afraid", "no")
    said("standard", "Nora", "--add", "They call.", "--rate", "They call.=3", "--promise", "replies=60")
    said("standard", "Nora", "--you-said", "talking", "--points", "They call.=40")
    said("option", "Nora", "--add", "x", "--worth", "3", "--week-hours", "3", "--income", "3")
    for heading, value in (
        ("Standards", as_json("standard", "Nora")),
        ("Options", as_json("option", "Nora")),
        ("Status", as_json("status")),
    ):
        listed = set(rows(heading))
        open_ended = tuple(key.removesuffix("*") for key in listed if key.endswith("*"))
        found = {p for p in paths(value) if not f"{p}.".startswith(open_ended)}
        grouped = {p for p in found if any(other.startswith((f"{p}.", f"{p}[]")) for other in found)}
        assert sorted(found - listed - grouped) == []


def test_what_is_still_to_come_is_no_rating_and_no_ask(home: Path) -> None:
    assert home.is_dir()
    ahead = (date.today() + timedelta(days=9)).isoformat()  # noqa: DTZ011 (a person's own calendar)
    kim = ("standard", "Kim", "--kind", "client")
    outcome = typed(*kim, "--add", "hello", "--rate", "hello=4", "--on", ahead)
    assert (outcome.exit_code, "a day to come" in outcome.stderr) == (2, True)
    said(*kim, "--add", "hello", "--rate", "hello=8")
    assert typed("review", "Kim", "--asked", ahead).exit_code == 2
    assert typed("review", "Kim", "--asked", "today").exit_code == 0


@pytest.mark.usefixtures("home")
def test_a_name_from_the_examples_waits_for_the_kind() -> None:
    outcome = typed("standard", "New", "--add", "answers=80")
    assert (outcome.exit_code, "--kind" in outcome.stderr) == (2, True)
    assert "8 in 10" in json.dumps(as_json("standard", "New", "--kind", "client", "--add", "answers=80"))


def test_a_new_number_keeps_the_rest_of_the_rule(home: Path) -> None:
    kim = ("standard", "Kim", "--kind", "client", "--add", "answers=80")
    said(*kim, "--promise", "answers=40", "--misses", "3", "--within", "6", "--walk-at-once", "--grace", "0")
    said("standard", "Kim", "--promise", "answers=60")
    whole = (home / "Kim" / "pursuit.toml").read_text(encoding="utf-8")
    assert whole.count("misses = 3") == 2
    assert whole.count("ask_first = false") == 2


@pytest.mark.usefixtures("home")
def test_the_json_of_options_says_all_that_the_screen_says() -> None:
    nora = ("option", "Nora", "--kind", "client", "--unit", "€", "--good", "900", "--free", "250")
    text = said(*nora, "--add", "Kiel", "--worth", "400..1000", "--chance", "40", "--hours", "3")
    sentences = as_json("option", "Nora")["sentences"]
    assert all(sentence in text for sentence in sentences)
    assert len(sentences) == text.count("•") > 6


def test_a_narrow_terminal_breaks_no_word_of_the_table(home: Path) -> None:
    put(home, "friend", "Sam")
    said("standard", "Sam", "--kind", "friend")
    typed("review", "Sam", "--me", "Jo", "--afraid", "no")
    text = CliRunner().invoke(app, ["status"], env={"COLUMNS": "40", "NO_COLOR": "1"}).stdout
    assert "…" not in text
    assert re.search(r"Their share: \d+ \(\d+.\d+\)", text)
    assert "Their share" in said("status").split("Sam")[0]


def test_the_card_calls_them_as_you_do(home: Path) -> None:
    put(home, "friend", "Stevie")
    text = said("review", "Stevie", "--me", "Jo", "--kind", "friend", "--afraid", "no")
    assert "You and Stevie" in text
    assert as_json("review", "Stevie")["them"] == "Sam"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("option", "Bo", "--kind", "client", "--week-hours", "500"), "168 hours"),
        (("standard", "Bo", "--kind", "client", "--add", "mine", "--points", "mine=9", "--first", "mine"), "--first"),
    ],
)
def test_what_cannot_be_or_does_not_go_together_is_said(words: tuple[str, ...], answer: str) -> None:
    outcome = typed(*words)
    assert (outcome.exit_code, answer in outcome.stderr) == (2, True), outcome.stderr


def test_one_bad_file_hides_no_other(home: Path) -> None:
    said("standard", "Sam", "--kind", "friend")
    (home / "Zoe").mkdir()
    (home / "Zoe" / "pursuit.toml").write_text("kind = client\n", encoding="utf-8")
    rows = {row["name"]: row for row in as_json("status")["pursuits"]}
    assert "line 1" in rows["Zoe"]["error"]
    assert "nothing to go by for Sam" in rows["Sam"]["error"]
    assert "Zoe" in said("status")
    assert typed("review", "Zoe").exit_code == 2


@pytest.mark.parametrize("named", ["plain", "sealed"])
def test_a_terminal_that_is_not_utf8_is_understood_or_told(tmp_path: Path, named: str) -> None:
    where = {"WALKAWAY_HOME": str(tmp_path / "home")} if named == "plain" else {"XDG_DATA_HOME": str(tmp_path / "home")}
    (tmp_path / "pass").write_text("four plain words here\n")
    env = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", **where}
    env["WALKAWAY_PASSPHRASE_FILE"] = str(tmp_path / "pass")

    def in_c(*words: bytes) -> subprocess.CompletedProcess[str]:
        command = [sys.executable.encode(), b"-m", b"walkaway", *words]
        return subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8", check=False)

    euros = (b"option", b"Bo", b"--kind", b"client", b"--unit", "€".encode(), b"--add", "Größe".encode())
    kept = in_c(*euros)
    assert kept.returncode == 4, kept.stderr  # what it would be worth
    kept = in_c(
        b"option",
        b"Bo",
        b"--kind",
        b"client",
        b"--unit",
        "€".encode(),
        b"--add",
        "Größe".encode(),
        b"--worth",
        "€70".encode(),
    )
    assert kept.returncode == 0, kept.stderr
    assert [one["name"] for one in json.loads(in_c(b"option", b"Bo", b"--json").stdout)["options"]] == ["Größe"]
    bad = in_c(b"standard", b"\xff\xfe", b"--kind", b"client")
    assert (bad.returncode, "UTF-8" in bad.stderr) == (2, True), bad.stderr
    assert not list((tmp_path / "home").rglob(".walkaway-*"))


def test_the_same_in_an_encrypted_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WALKAWAY_HOME", str(tmp_path / "home"))
    (tmp_path / "pass").write_text("four plain words here\n")
    monkeypatch.setenv("WALKAWAY_PASSPHRASE_FILE", str(tmp_path / "pass"))
    put(tmp_path, "client", "chats")
    said("add", str(tmp_path / "chats" / "chat.txt"), "--to", "Nora", "--me", "Jo", "--tz", "UTC")
    said("option", "Nora", "--add", "Kiel", "--worth", "9", "--free", "2")
    said("standard", "Nora", "--kind", "client", "--promise", "replies=60", "--words", "Never again.")
    whole = as_json("review", "Nora", "--afraid", "no")
    assert (whole["position"]["best"], whole["verdict"]["move"]) == ("Kiel", "walk")
    assert [p["name"] for p in as_json("status")["pursuits"]] == ["Nora"]
    assert "Never again." in said("standard", "nora")
    assert not list((tmp_path / "home").rglob("pursuit.toml"))
    (tmp_path / "pass").write_text("some other words\n")
    assert typed("review", "Nora").exit_code == 6
