"""A founder's mailbox, as typed: everybody in it at once, again, stopped half-way; then everyone in one table."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.cli import founder
from tests.words.test_schema import paths, rows
from typer.testing import CliRunner

from walkaway.app import whole_account
from walkaway.cli import asking
from walkaway.cli.commands import app
from walkaway.store.vault import FolderVault

PASSPHRASE = "four plain old words"
CHEAP = (2**4, 8, 1)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An encrypted home of its own, with keys that cost little."""
    (tmp_path / "secret").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    monkeypatch.setenv("WALKAWAY_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WALKAWAY_PASSPHRASE_FILE", str(tmp_path / "secret"))
    monkeypatch.delenv("WALKAWAY_STORE", raising=False)
    monkeypatch.setattr("walkaway.store.keys.Cost.__init__.__defaults__", CHEAP)
    return tmp_path / "home"


def typed(*words: str | Path, given: str | None = None) -> Any:
    return CliRunner().invoke(app, [str(word) for word in words], input=given, env={"COLUMNS": "140", "NO_COLOR": "1"})


def as_json(*words: str | Path) -> Any:
    outcome = typed(*words, "--json")
    assert outcome.exit_code == 0, outcome.output
    return json.loads(outcome.stdout)


@pytest.mark.usefixtures("home")
def test_thirty_investors_in_one_table(tmp_path: Path) -> None:
    began = time.process_time()
    box = founder.mailbox(tmp_path)
    added = as_json("add", box, "--all", "--kind", "investor")
    assert sorted(row["pursuit"] for row in added["added"]) == sorted(founder.NAMES)
    assert added["account"] == {
        "kinds": ["mail"],
        "read": 91,
        "kept": 90,
        "there": 0,
        "skipped": {"a mailing list or newsletter": 1},
    }
    whole = as_json("status")
    table = {row["name"]: row for row in whole["pursuits"]}
    assert time.process_time() - began < 60  # the promise is five minutes
    assert len(table) == 30
    for k, name in enumerate(founder.NAMES):
        row, text = table[name], founder.answer(k)
        assert (row["kind"], row["error"]) == ("investor", None)
        assert row["last_by"] == ("you" if k % 5 == 1 else "them")
        assert row["pooled"]
        assert row["low"] < row["share"] < row["high"]
        expected = {founder.LATER: "timing", founder.FIT: "fit", founder.STOP: "stop"}.get(text)
        assert (row["soft_no"], row["close"]) == (expected, expected in ("fit", "stop")), name
    later = table[founder.NAMES[founder.ANSWERS.index(founder.LATER)]]
    assert (later["date"], later["step"], later["next_hour_worth"]) == ("2027-03-01", "follow_up", None)
    stop = table[founder.NAMES[-1]]
    closed = ("date", "until", "next", "next_hour_worth", "planned_hours")
    assert [stop[key] for key in closed] == [None] * len(closed)
    open_ones = [row for row in table.values() if row["soft_no"] is None]
    assert all(row["next_hour_worth"] > 0 and row["date"] for row in open_ones)
    assert whole["week"]["next_hour"] in {row["name"] for row in open_ones}
    assert whole["week"]["hours"] <= 60


@pytest.mark.usefixtures("home")
def test_the_table_is_said_in_words(tmp_path: Path) -> None:
    box = founder.mailbox(tmp_path, founder.NAMES[:5])
    said = typed("add", box, "--all", "--kind", "investor")
    assert "Found: mail. 5 people you write with, 15 messages." in said.stderr
    assert "5 people. 16 read = 15 kept, 0 already there, 1 skipped." in said.stdout
    text = re.sub(r"\s+", " ", typed("status").stdout)
    assert "few messages: mostly the common prior" in text
    assert "Dov Adler: This reads like: what you offer and what they need do not match." in text
    assert "“in march”, which is 1 March 2027" in text
    assert re.search(r"Caro Adler Not enough to say they, \d+ May 2026 \d+ \(\d+-\d+\)\* timing 1 Mar 2027", text)


@pytest.mark.usefixtures("home")
def test_the_same_again_adds_nothing_and_more_mail_adds_more(tmp_path: Path) -> None:
    box = founder.mailbox(tmp_path, founder.NAMES[:3])
    as_json("add", box, "--all")
    again = as_json("add", box, "--all", "--kind", "investor")
    assert (again["account"]["kept"], again["account"]["there"]) == (0, 9)
    assert {row["kind"] for row in as_json("status")["pursuits"]} == {"investor"}
    founder.mailbox(tmp_path, founder.NAMES[:4])
    more = as_json("add", tmp_path, "--all", "--kind", "client")  # the folder the mailbox lies in
    assert (more["account"]["kept"], more["account"]["there"]) == (3, 9)
    kinds = {row["name"]: row["kind"] for row in as_json("status")["pursuits"]}
    assert kinds == dict.fromkeys(founder.NAMES[:3], "investor") | {founder.NAMES[3]: "client"}


def test_stopped_half_way_it_goes_on_where_it_was(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = founder.mailbox(tmp_path, founder.NAMES[:4])
    whole = whole_account.keep_account

    def killed(*given: Any, **named: Any) -> Iterator[Any]:
        for done, added in enumerate(whole(*given, **named), start=1):
            yield added
            if done == 2:
                raise KeyboardInterrupt

    monkeypatch.setattr(whole_account, "keep_account", killed)
    stopped = typed("add", box, "--all")
    assert stopped.exit_code == 130
    assert "nothing is kept twice" in stopped.output
    monkeypatch.setattr(whole_account, "keep_account", whole)
    store = FolderVault(home).unlock(PASSPHRASE)
    assert len(store.names()) == 2
    store.close()
    on = as_json("add", box, "--all")
    assert (on["account"]["kept"], on["account"]["there"]) == (6, 6)


@pytest.mark.usefixtures("home")
def test_nobody_to_ask_is_a_question_that_names_both_ways(tmp_path: Path) -> None:
    box = founder.mailbox(tmp_path, founder.NAMES[:3])
    outcome = typed("add", box, "--json")
    assert outcome.exit_code == 4
    question = json.loads(outcome.stdout)["question"]
    assert "--all" in question["sentence"]
    assert question["option"] == "--with"
    assert sorted(question["choices"]) == sorted(founder.NAMES[:3])
    some = as_json("add", box, "--with", "Ana Adler", "--with", "ben")
    assert [row["pursuit"] for row in some["added"]] == ["Ana Adler", "Ben Adler"]
    assert some["account"]["skipped"]["with others"] == 3
    assert [row["pursuit"] for row in as_json("add", box, "--with", "Caro")["added"]] == ["Caro Adler"]
    assert typed("add", box, "--with", "Nobody", "--with", "Ana").exit_code == 2
    assert typed("add", box, "--all", "--to", "Work").exit_code == 2


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("answer", "n"), [("all\n", 3), ("nobody\nAna, Ben\n", 2)])
def test_at_a_terminal_it_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, n: int) -> None:
    box = founder.mailbox(tmp_path, founder.NAMES[:3])
    monkeypatch.setattr(asking, "at_terminal", lambda *, as_json: not as_json)
    outcome = typed("add", box, given=answer)
    assert outcome.exit_code == 0, outcome.output
    assert "There are 3 people here. All of them, or which?" in outcome.stderr
    assert f"{n} people." in outcome.stdout


@pytest.mark.usefixtures("home")
def test_groups_and_what_you_never_wrote_in_are_left_out(tmp_path: Path) -> None:
    def day(k: int, who: str, text: str) -> str:
        return f"{k:02d}/05/2026, 10:00 - {who}: {text}"

    chats = {
        "Robin": [day(k, who, "hello there") for k, who in enumerate(("Jo", "Robin") * 4, 13)],
        "Alex": [day(k, who, "good morning") for k, who in enumerate(("Alex", "Jo") * 3, 13)],
        "Team": [day(k, who, "meeting") for k, who in enumerate(("Jo", "Kim", "Sam") * 3, 13)],
        "Others": [day(k, who, "not yours") for k, who in enumerate(("Kim", "Sam") * 3, 13)],
    }
    folder = tmp_path / "chats"
    folder.mkdir()
    for name, lines in chats.items():
        (folder / f"WhatsApp Chat with {name}.txt").write_text("\n".join(lines), encoding="utf-8")
    added = as_json("add", folder, "--all", "--tz", "UTC")  # the names of the files tell who is you
    assert {row["pursuit"]: row["kept"] for row in added["added"]} == {"Robin": 8, "Alex": 6}
    left = {one["name"]: one["reason"] for one in added["left_out"]}
    assert set(left.values()) == {"a group", "you have not written there"}
    assert added["account"]["read"] == 8 + 6 + 9 + 6
    for k, name in enumerate(chats):
        (folder / f"WhatsApp Chat with {name}.txt").rename(folder / f"{k}.txt")
    question = json.loads(typed("add", folder, "--all", "--tz", "UTC", "--json").stdout)["question"]
    assert (question["option"], question["choices"][0]) == ("--me", "Jo")
    again = as_json("add", folder, "--all", "--tz", "UTC", "--me", "Jo")
    assert (again["account"]["kept"], again["account"]["there"]) == (0, 14)


@pytest.mark.usefixtures("home")
def test_two_of_one_name_stay_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = iter(("ana@one.example", "ana@two.example"))
    monkeypatch.setattr(founder, "address", lambda _: next(places))
    box = founder.mailbox(tmp_path, ("Ana Adler", "Ana Adler"))
    names = [row["pursuit"] for row in as_json("add", box, "--all")["added"]]
    assert sorted(names) == ["Ana Adler (ana@one.example)", "Ana Adler (ana@two.example)"]
    assert as_json("add", box, "--all")["account"]["kept"] == 0


@pytest.mark.usefixtures("home")
def test_a_folder_of_two_kinds_keeps_each_as_its_kind(tmp_path: Path) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    founder.mailbox(folder, ("Ana Adler", "Ben Adler"))
    lines = [f"{k:02d}/05/2026, 10:00 - {who}: hello there" for k, who in enumerate(("Jo", "Ana Adler") * 4, 13)]
    (folder / "WhatsApp Chat with Ana Adler.txt").write_text("\n".join(lines), encoding="utf-8")
    (folder / "notes.bin").write_bytes(b"\x00" * 99)
    first = as_json("add", folder, "--all", "--tz", "UTC", "--me", "Jo")
    assert sorted(first["account"]["kinds"]) == ["mail", "whatsapp"]
    names = {row["pursuit"]: row["kept"] for row in first["added"]}
    assert names == {"Ana Adler (ana.adler@fund.example)": 3, "Ben Adler": 3, "Ana Adler (whatsapp)": 8}
    # The mailbox alone has one Ana: she is still who she was.
    again = as_json("add", folder / "inbox.mbox", "--all")
    assert {row["pursuit"] for row in again["added"]} == {"Ana Adler (ana.adler@fund.example)", "Ben Adler"}
    assert (again["account"]["kept"], again["account"]["there"]) == (0, 6)


@pytest.mark.usefixtures("home")
def test_after_a_stop_contact_that_was_said_no_no_is_an_opening(tmp_path: Path) -> None:
    later = founder.NAMES[2]
    as_json("add", founder.mailbox(tmp_path, founder.NAMES[:4]), "--all", "--kind", "investor")
    typed("review", later, "--stop-contact")
    row = next(row for row in as_json("status")["pursuits"] if row["name"] == later)
    assert (row["move"], row["soft_no"], row["close"]) == ("walk", "stop", True)
    assert [row[key] for key in ("date", "date_said", "until", "next_hour_worth")] == [None] * 4
    text = re.sub(r"\s+", " ", typed("status").stdout)
    assert "in march" not in text


@pytest.mark.usefixtures("home")
def test_the_page_names_every_key(tmp_path: Path) -> None:
    box = founder.mailbox(tmp_path, founder.NAMES[:5])
    for heading, value in (("What was added", as_json("add", box, "--all")), ("Status", as_json("status"))):
        listed = set(rows(heading))
        open_ended = tuple(key.removesuffix("*") for key in listed if key.endswith("*"))
        found = {p for p in paths(value) if not f"{p}.".startswith(open_ended)}
        grouped = {p for p in found if any(other.startswith((f"{p}.", f"{p}[]")) for other in (*found, *listed))}
        assert sorted(found - listed - grouped) == []
