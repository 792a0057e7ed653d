"""`walkaway leave`, as people type it: the farewell, the days kept, what came after, and what is never said."""

from __future__ import annotations

import dataclasses
import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.cli.test_kept import as_json, put, said, typed
from tests.words.plain_language import banned_in, grade
from tests.words.test_schema import paths, rows
from typer.testing import CliRunner

from walkaway.app.demo import STORIES
from walkaway.app.welcome_back import Back
from walkaway.cli.commands import app
from walkaway.core.comeback.forecast import Outlook, Range
from walkaway.core.comeback.welcome import Welcome
from walkaway.words.en import leaving as sentences
from walkaway.words.spoken import spoken

leaving = spoken("en").leaving
FRIEND = ("--me", "Jo", "--kind", "friend", "--afraid", "no")
LEFT = ("--on", "2026-07-01", "--now", "2026-08-20")
DAY_TO_COME = (date.today() + timedelta(days=40)).isoformat()  # noqa: DTZ011 (a person's own calendar)
FORETOLD = re.compile(r"in 10|write first|look again|thank you", re.IGNORECASE)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WALKAWAY_HOME", str(tmp_path))
    put(tmp_path, "friend", "Sam")
    return tmp_path


def add(home: Path, *lines: str) -> None:
    """More of the chat, as a later export would have it."""
    with (home / "Sam" / "chat.txt").open("a", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for line in lines)


@pytest.mark.usefixtures("home")
def test_leaving_today_gives_one_farewell_to_send() -> None:
    text = said("leave", "Sam", *FRIEND)
    assert "“Thank you for the good times. I am letting this go now. I wish you the best.”" in text
    assert "The door is closed." in text
    warm = said("leave", "Sam", "--register", "warm", "--door", DAY_TO_COME)
    assert "I will keep them." in warm
    assert "You look again on" in warm
    assert "The door is closed." in said("leave", "Sam", "--door", "closed")


def test_the_days_kept_come_from_the_messages(home: Path) -> None:
    whole = as_json("leave", "Sam", *FRIEND, *LEFT)
    assert (whole["clock"]["kept"], whole["clock"]["days"], whole["farewell"]) == (49, 49, None)
    add(home, "10/07/2026, 21:00 - Jo: hey")
    text = said("leave", "Sam", *LEFT[2:])
    assert "48 of 49 days kept. One message does not undo the rest." in text
    assert as_json("leave", "Sam", *LEFT[2:])["clock"]["lapses"] == ["2026-07-10"]


@pytest.mark.usefixtures("home")
def test_a_silence_has_ranges_beside_what_is_usual() -> None:
    text = said("leave", "Sam", *FRIEND, *LEFT)
    assert re.search(r"Within 30 days they write first: roughly \d to \d in 10\. Of people in a like silence", text)
    ranges = as_json("leave", "Sam", *LEFT[2:])["outlook"]["ranges"]
    assert [r["days"] for r in ranges] == [7, 30, 90]


def test_they_came_back_with_one_word(home: Path) -> None:
    add(home, "10/08/2026, 21:00 - Sam: how are you?")
    text = said("leave", "Sam", *FRIEND, *LEFT)
    assert "10 August 2026: they wrote first." in text
    assert "Not yet. Four weeks must have shown something." in text
    assert "Will they write first?" not in text
    whole = as_json("leave", "Sam", *LEFT[2:])
    assert (whole["back"]["answer"], whole["outlook"]) == ("not_yet", None)


def test_they_came_back_for_weeks(home: Path) -> None:
    said("standard", "Sam", "--kind", "friend", "--add", "writes_first=1", "--must", "writes_first", "--only-mine")
    days = [date(2026, 8, 3) + timedelta(days=k) for k in range(0, 77, 2)]
    add(home, *(f"{d:%d/%m/%Y}, 10:0{k} - {who}: hi" for d in days for k, who in enumerate(("Sam", "Jo", "Sam"))))
    whole = as_json("leave", "Sam", *FRIEND, "--on", "2026-07-01", "--now", "2026-10-18")
    assert whole["back"]["stated"]
    assert [t["name"] for t in whole["back"]["terms"]] == ["openings"]
    assert whole["back"]["answer"] != "keep_walking"
    text = said("leave", "Sam", "--now", "2026-10-18")
    assert "Are they really back?" in text
    assert "They write first: you ask for" in text


@pytest.mark.parametrize(
    ("before", "more"), [((1.0,), False), ((1.4,), True), ((1.4, 0.5), False), ((1.01, 1.0), False)]
)
def test_a_welcome_says_more_only_where_there_is_more(before: tuple[float, ...], more: bool) -> None:
    told = Welcome("welcome_back", ("met_for_weeks",), 0.9, 8, before, before)
    lines = leaving.reasons(Back(0, (), True, told))
    assert lines[0] == "For weeks they met your terms, as far as these show."
    assert ("more than before" in " ".join(lines)) == more


@pytest.mark.parametrize("moment", ["today", "silent", "back"])
@pytest.mark.parametrize("answer", [("--stop-contact",), ("--afraid", "yes"), ("--afraid", "unsure")])
def test_nothing_is_foretold_or_sent_after_a_stop_or_under_fear(
    home: Path, answer: tuple[str, ...], moment: str
) -> None:
    if moment == "back":
        add(home, "10/08/2026, 21:00 - Sam: how are you?")
    said("leave", "Sam", *FRIEND, *(() if moment == "today" else LEFT), "--door", DAY_TO_COME, "--close")
    text = said("leave", "Sam", *answer, *(() if moment == "today" else LEFT[2:]))
    assert not FORETOLD.search(text)
    whole = as_json("leave", "Sam")
    assert [whole[key] for key in ("farewell", "look_again", "outlook", "back")] == [None] * 4
    assert whole["since"] == []
    assert not FORETOLD.search(" ".join(whole["sentences"]))
    assert (whole["clock"] is None) == (answer[0] == "--afraid")
    assert typed("leave", "Sam", "--ics", str(home / "day.ics")).exit_code == 2
    assert not (home / "day.ics").exists()
    if moment != "silent":
        return
    status = said("status").split("Your week")[0]
    assert not re.search(date.fromisoformat(DAY_TO_COME).strftime("%B %Y"), status)
    row = as_json("status")["pursuits"][0]
    assert (row["left"] is None) == (answer[0] == "--afraid")


@pytest.mark.usefixtures("home")
def test_a_friend_is_left_after_the_question_about_fear() -> None:
    outcome = typed("leave", "Sam", "--me", "Jo", "--kind", "friend")
    assert outcome.exit_code == 4
    assert "--afraid" in outcome.stderr
    assert "Thank you" not in outcome.stdout


@pytest.mark.parametrize("note", [("--urge", "3"), ("--letter", "No."), ("--hold", "Hi."), ("--now", "2026-10-01")])
def test_to_note_something_or_look_is_not_to_leave(home: Path, note: tuple[str, ...]) -> None:
    text = said("leave", "Sam", *FRIEND, *note)
    assert "You have not left." in text
    assert "Thank you" not in text
    assert as_json("leave", "Sam", *note)["left"] is None
    assert "on =" not in (home / "Sam" / "pursuit.toml").read_text(encoding="utf-8")
    said("leave", "Sam", "--on", "2026-07-01", *note)
    assert as_json("leave", "Sam", *note)["left"] == "2026-07-01"


@pytest.mark.usefixtures("home")
def test_the_week_does_not_tell_of_a_leaving_under_fear() -> None:
    said("leave", "Sam", *FRIEND, *LEFT)
    assert "sets 5 hours a week free" in said("status")
    typed("leave", "Sam", "--afraid", "yes", "--now", "2026-10-01")
    assert "a week free" not in said("status")


def test_letters_urges_and_a_day_for_the_calendar(home: Path) -> None:
    outcome = CliRunner().invoke(app, ["leave", "Sam", *FRIEND, "--letter", "-"], input="What I\nwould say.\n")
    assert outcome.exit_code == 0, outcome.stderr
    assert "would say" not in outcome.stdout
    file = home / "day.ics"
    text = said("leave", "Sam", "--urge", "4", "--before", "A song.", "--door", DAY_TO_COME, "--ics", str(file))
    assert "Kept here, not sent: 1 letter." in text
    assert "Before it: A song." in text
    calendar = file.read_bytes().decode()
    assert f"DTSTART;VALUE=DATE:{DAY_TO_COME.replace('-', '')}\r\n" in calendar
    assert "Sam" not in calendar
    again = as_json("leave", "Sam", "--undo")
    assert (again["left"], again["letters"], again["urges"]) == (None, 1, [{"strength": 4, "before": "A song."}])
    assert "You have not left." in said("leave", "Sam", "--undo")


def test_what_waits_for_an_answer_is_kept_once(home: Path) -> None:
    """Who is asked which one they are types the same again; the letter is not kept twice."""
    first = ("leave", "Sam", "--kind", "friend", "--afraid", "no", "--letter", "What I would say.")
    assert typed(*first).exit_code == 4
    assert "letter" not in (home / "Sam" / "pursuit.toml").read_text()
    assert as_json(*first, "--me", "Jo")["letters"] == 1


@pytest.mark.usefixtures("home")
def test_closing_says_what_it_leaves_you() -> None:
    said("option", "Sam", "--add", "choir", "--worth", "4", "--week-hours", "3")
    text = said("leave", "Sam", *FRIEND, *LEFT, "--close", "--learned", "I ask late.", "--learned", "I can wait.")
    assert "You learned: I ask late." in text
    assert "It sets 3 hours a week free." in text
    assert "choir moves up: about 4" in text
    assert as_json("leave", "Sam")["closed"]["options"] == ["choir"]


@pytest.mark.usefixtures("home")
def test_status_has_the_clock_of_those_you_left_and_no_hours_for_them() -> None:
    said("leave", "Sam", *FRIEND, *LEFT)
    text = said("status")
    assert re.search(r"Sam: You left on 1 July 2026\. [\d,]+ of [\d,]+ days kept\.", text)
    row = as_json("status")["pursuits"][0]
    assert (row["left"], row["planned_hours"]) == ("2026-07-01", None)
    assert row["clock"]["kept"] == row["clock"]["days"]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("words", "answer"), [
    (("--on", "2099-01-01"), "day to come"),
    (("--door", "2020-01-01"), "not a day to come"),
    (("--register", "loud"), "plain, warm, formal"),
    (("--learned", "x"), "--close"),
    (("--close", "--learned", "a", "--learned", "b", "--learned", "c"), "two lines"),
    (("--before", "x"), "--urge"),
    (("--urge", "7"), "1 (faint)"),
    (("--letter", " "), "empty"),
    (("--undo", "--close"), "--undo"),
    (("--ics", "x.ics"), "--door"),
    (("--hold", "x", "--hours", "0"), "cannot wait 0 hours"),
    (("--hold", " "), "empty"),
])  # fmt: skip
def test_what_does_not_fit_is_said_with_a_way_on(words: tuple[str, ...], answer: str) -> None:
    outcome = typed("leave", "Sam", *FRIEND, *words)
    assert outcome.exit_code == 2
    assert answer in re.sub(r"\s+", " ", outcome.stderr)


def test_who_is_not_kept_cannot_be_left(home: Path) -> None:
    assert typed("leave", "Nora").exit_code == 2
    assert not (home / "Nora").exists()


def test_the_page_names_every_key_and_no_other(home: Path) -> None:
    found: set[str] = set()
    said("leave", "Sam", *FRIEND, "--urge", "3", "--before", "x", "--close", "--learned", "y", "--door", DAY_TO_COME)
    said("leave", "Sam", "--hold", "Are you there?", "--hours", "48")
    for more in ((), ("10/07/2026, 21:00 - Jo: hey",), ("10/08/2026, 21:00 - Sam: how are you?",)):
        add(home, *more)
        whole = as_json("leave", "Sam", "--on", "2026-07-01", "--now", "2026-09-20")
        found |= set(paths(whole))
    listed = set(rows("A leaving"))
    grouped = {p for p in found if any(other.startswith((f"{p}.", f"{p}[]")) for other in found)}
    assert sorted(found - listed - grouped - {"since[]"}) == []
    assert sorted(listed - found) == []


def test_every_sentence_is_plain(home: Path) -> None:
    """Over kinds and moments: no banned word, and easy to read."""
    texts: set[str] = set()
    add(home, "10/08/2026, 21:00 - Sam: how are you?", "11/08/2026, 21:00 - Jo: well", "11/08/2026, 21:05 - Sam: good")
    for now in ("2026-07-02", "2026-08-05", "2026-08-20", "2026-10-20"):
        whole: Any = as_json("leave", "Sam", *FRIEND, "--on", "2026-06-30", "--now", now, "--close", "--learned", "a b")
        texts |= set(whole["sentences"])
    ranges = tuple(Range(d, 0.3, 0.2, 0.4, 0.2) for d in (7.0, 30.0, 90.0))
    texts |= set(leaving.odds_lines(Outlook("ok", ranges=ranges)))
    fixed = [v for k, v in vars(sentences).items() if k.isupper() and isinstance(v, str) and "{" not in v]
    texts |= {*fixed, *leaving.NEXT.values(), *leaving.WELCOME.values()}
    assert {word for text in texts for word in banned_in(text)} == set()
    assert {t: round(grade(t), 1) for t in texts if len(t.split()) >= 12 and grade(t) > 7} == {}
    assert grade(" ".join(sorted(texts))) <= 7


def test_every_story_can_be_left(home: Path) -> None:
    for story in STORIES:
        put(home, story.name, story.name)
        whole = as_json("leave", story.name, "--me", "Jo", "--kind", story.kind.value, "--afraid", "no")
        assert whole["state"] == "open"
        assert whole["farewell"].startswith("Thank you")


def test_their_own_words_for_a_stop_are_enough(home: Path) -> None:
    """Nobody has to type it in: neither `leave` nor the table shows a date or a chance after it."""
    add(home, "29/06/2026, 21:00 - Sam: Please do not contact me again.")
    text = said("leave", "Sam", *FRIEND, *LEFT, "--door", DAY_TO_COME)
    assert "They asked for no more contact." in text
    assert "do not contact me" in text.casefold()
    assert "49 of 49 days kept." in text
    assert not FORETOLD.search(text)
    assert date.fromisoformat(DAY_TO_COME).strftime("%B %Y") not in said("status").split("Your week")[0]


def test_a_letter_in_an_encrypted_home_is_not_on_the_disk_in_plain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WALKAWAY_HOME", str(tmp_path / "home"))
    (tmp_path / "pass").write_text("four plain words here\n")
    monkeypatch.setenv("WALKAWAY_PASSPHRASE_FILE", str(tmp_path / "pass"))
    put(tmp_path, "friend", "chats")
    said("add", str(tmp_path / "chats" / "chat.txt"), "--to", "Sam", "--me", "Jo", "--tz", "UTC")
    said("leave", "Sam", *FRIEND, *LEFT, "--letter", "a canary in a letter", "--urge", "2", "--before", "a canary")
    whole = as_json("leave", "Sam", *LEFT[2:])
    assert (whole["letters"], whole["clock"]["kept"]) == (1, 49)
    files = [f for f in (tmp_path / "home").rglob("*") if f.is_file()]
    assert files
    assert not [f for f in files if b"canary" in f.read_bytes()]


def test_an_outlook_that_cannot_be_given_says_so() -> None:
    assert leaving.odds_lines(Outlook("too_little")) == (leaving.TOO_LITTLE,)
    assert leaving.odds_lines(dataclasses.replace(Outlook("too_little"), status="not_late")) == (leaving.NOT_LATE,)
    assert json.dumps(leaving.odds(Range(30, 0.3, 0.2, 0.4)))
