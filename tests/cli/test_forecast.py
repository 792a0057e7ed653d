"""`walkaway forecast`, as people type it: ranges beside what is usual, and what is never foretold."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.cli.test_kept import as_json, put, said, typed
from tests.words.plain_language import banned_in, grade
from tests.words.test_schema import paths, rows

import walkaway
from walkaway.app.forecast import Bought, Forecast
from walkaway.core.comeback.forecast import Outlook, Range
from walkaway.core.events import DAY, Moment
from walkaway.words.forecast_schema import forecast_as_json
from walkaway.words.spoken import spoken

FRIEND = ("--me", "Jo", "--kind", "friend", "--afraid", "no")
FORETOLD = re.compile(r"in 10|within", re.IGNORECASE)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WALKAWAY_HOME", str(tmp_path))
    put(tmp_path, "friend", "Sam")
    return tmp_path


def table(folder: Path, *lines: str) -> str:
    file = folder / "bought.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    return str(file)


@pytest.mark.usefixtures("home")
def test_an_answer_is_a_range_beside_what_is_usual() -> None:
    text = said("forecast", "Sam", *FRIEND, "--now", "2026-08-20")
    assert re.search(r"If you write now, they answer within 7 days: roughly \d to \d+ in 10\. Of messages", text)
    assert re.search(r"Within 30 days they write first: roughly \d to \d in 10\.", text)
    whole = as_json("forecast", "Sam", "--now", "2026-08-20")
    assert [r["days"] for r in whole["if_you_write"]] == [1, 7]
    assert whole["if_you_write"][0]["chance"] < whole["if_you_write"][1]["chance"]
    assert whole["first"]["status"] == "ok"
    assert forecast_as_json(walkaway.forecast_kept("Sam", now="2026-08-20")) == whole


def test_while_one_is_waited_for_no_further_message_is_weighed(home: Path) -> None:
    with (home / "Sam" / "chat.txt").open("a", encoding="utf-8") as out:
        out.write("20/08/2026, 09:00 - Jo: are you in town?\n")
    whole = as_json("forecast", "Sam", *FRIEND, "--now", "2026-08-20")
    assert [r["days"] for r in whole["waiting"]] == [1, 7]
    assert whole["if_you_write"] == []


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("words", "state"),
    [
        (("--afraid", "unsure"), "support"),
        (("--afraid", "no", "--stop-contact"), "stop_contact"),
        ((), "unanswered"),
    ],
)
def test_nothing_is_foretold_where_the_rule_of_safety_holds_back(words: tuple[str, ...], state: str) -> None:
    outcome = typed("forecast", "Sam", "--me", "Jo", "--kind", "friend", *words, "--json")
    assert outcome.exit_code == (4 if state == "unanswered" else 0)
    whole = json.loads(outcome.stdout)
    assert whole["state"] == state
    assert not any(whole[key] for key in ("waiting", "if_you_write", "first", "bought"))
    assert not FORETOLD.search(" ".join(whole["sentences"]))


def test_their_own_words_for_no_more_contact_hold_it_back(home: Path) -> None:
    with (home / "Sam" / "chat.txt").open("a", encoding="utf-8") as out:
        out.write("20/08/2026, 09:00 - Sam: Please do not contact me again.\n")
    assert as_json("forecast", "Sam", *FRIEND, "--now", "2026-08-21")["state"] == "stop_contact"


@pytest.mark.usefixtures("home")
def test_after_leaving_there_is_nothing_to_send() -> None:
    said("leave", "Sam", *FRIEND, "--on", "2026-07-01")
    assert as_json("forecast", "Sam", "--now", "2026-08-20")["state"] == "left"


def test_a_wish_for_no_more_contact_does_not_wait_for_the_question(home: Path) -> None:
    with (home / "Sam" / "chat.txt").open("a", encoding="utf-8") as out:
        out.write("20/08/2026, 18:00 - Sam: Please do not contact me again\n")
    asked = typed("forecast", "Sam", "--me", "Jo", "--kind", "friend", "--now", "2026-08-21", "--json")
    assert (asked.exit_code, json.loads(asked.stdout)["state"]) == (0, "stop_contact")
    assert as_json("forecast", "Sam", "--no-stop-contact", "--afraid", "no", "--now", "2026-08-21")["state"] == "open"
    bought = table(home, "2026-01-01", "2026-02-01", "2026-03-01")
    said("standard", "Sam", "--kind", "client")
    (home / "Sam" / "pursuit.toml").write_text('kind = "client"\nme = "Jo"\n', encoding="utf-8")
    assert as_json("forecast", "Sam", "--purchases", bought, "--now", "2026-09-01")["state"] == "stop_contact"
    assert as_json("forecast", "Sam", "--purchases", bought, "--now", "2026-08-01")["state"] == "open"


def test_a_client_with_purchases_only(home: Path) -> None:
    file = table(home, "order;date", *(f"{k};2026-0{k}-05" for k in range(1, 7)))
    text = said("forecast", "Mill", "--kind", "client", "--purchases", file, "--now", "2026-07-01")
    assert "They bought on 6 days, first on 5 January 2026, last on 5 June 2026." in text
    assert re.search(r"They buy again within 30 days: roughly \d to \d in 10\.", text)
    late = as_json("forecast", "Mill", "--kind", "client", "--purchases", file, "--now", "2026-11-01")["bought"]
    assert [r["usual"] for r in late["ranges"]] == [None, 0.29, 0.52]
    assert late["days"] == 6


@pytest.mark.parametrize(
    ("lines", "more", "answer"),
    [
        (("2026-01-05", "2026-02-05"), (), "say --kind client"),
        (("date", "in May"), ("--kind", "client"), "Row 2 of bought.csv holds no day I know"),
        (("date",), ("--kind", "client"), "nothing below it"),
        (("",), ("--kind", "client"), "is empty"),
        (("2027-01-05",), ("--kind", "client"), "no purchase up to that day"),
    ],
)
def test_a_table_that_does_not_do(home: Path, lines: tuple[str, ...], more: tuple[str, ...], answer: str) -> None:
    outcome = typed(
        "forecast", "Mill", "--afraid", "no", "--purchases", table(home, *lines), *more, "--now", "2026-11-01"
    )
    assert outcome.exit_code in (2, 3)
    assert answer in re.sub(r"\s+", " ", outcome.stderr)


def test_one_day_of_buying_is_too_little(home: Path) -> None:
    file = table(home, "2026-01-05", "2026-01-05")
    text = said("forecast", "Mill", "--kind", "client", "--purchases", file, "--now", "2026-07-01")
    assert "One day of buying is too little" in text
    assert "in 10" not in text


def test_the_page_names_every_key_and_no_other() -> None:
    found = {path for one in told() for path in paths(forecast_as_json(one))}
    listed = set(rows("A forecast"))
    grouped = {path for path in found if any(other.startswith((f"{path}.", f"{path}[]")) for other in found)}
    empty = {path for path in found if path.endswith("[]") and any(other.startswith(f"{path}.") for other in found)}
    assert sorted(found - listed - grouped - empty) == []
    assert sorted(listed - found) == []


def told() -> list[Forecast]:
    """One of each."""
    some = (Range(7, 0.4, 0.3, 0.6, 0.5),)
    seen = Moment(20_000 * DAY, 20_000 * DAY)
    return [
        Forecast("Sam", None, seen, "open", some, (), Outlook("too_little")),
        Forecast("Sam", None, seen, "open", (), some, Outlook("ok", 9.0, 2.0, some)),
        Forecast("Sam", None, seen, "open", bought=Bought(3, 0, DAY, some)),
        Forecast("Sam", None, seen, "open", bought=Bought(1, 0, 0, ())),
        *(Forecast("Sam", None, seen, state) for state in ("left", "group", "stop_contact", "unanswered", "open")),
    ]


def test_every_sentence_is_plain() -> None:
    for one in told():
        for _, lines in spoken("en").forecasts.parts(one, spoken("en").leaving):
            for line in lines:
                assert not banned_in(line), line
                assert grade(line) <= 7, line
