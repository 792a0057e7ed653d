"""The verbs that keep: add, data, store. What a person types, what they read, and what lies on the disk after."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.chats import falling
from tests.words.plain_language import banned_in, grade
from typer.testing import CliRunner

from walkaway.app import store as app_store
from walkaway.app.kept_home import KeptHome
from walkaway.app.pursuit import Pursuit
from walkaway.cli.commands import app
from walkaway.cli.opening import home_folder
from walkaway.store.recovery_code import new_code
from walkaway.store.vault import FolderVault
from walkaway.words.en import keeping

OLD, NEW = "four plain old words", "four plain new words"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, its passphrase in a file, and keys that cost little."""
    secret = tmp_path / "secret"
    secret.write_text(f"{OLD}\n", encoding="utf-8")
    monkeypatch.setenv("WALKAWAY_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WALKAWAY_PASSPHRASE_FILE", str(secret))
    monkeypatch.delenv("WALKAWAY_STORE", raising=False)
    monkeypatch.setattr("walkaway.store.keys.Cost.__init__.__defaults__", (2**4, 8, 1))
    return tmp_path / "home"


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    return falling(tmp_path)


def typed(*words: str | Path, given: str | None = None) -> Any:
    return CliRunner().invoke(app, [str(word) for word in words], input=given)


def add(chat: Path, *more: str) -> Any:
    return typed("add", chat, "--me", "Jo", "--tz", "UTC", *more)


def test_a_chat_is_kept_and_the_code_is_told_once(home: Path, chat: Path) -> None:
    first = add(chat)
    assert first.exit_code == 0, first.output
    (counts,) = re.findall(r"Robin: (\d+) read = (\d+) kept, 0 already there, 0 skipped", first.stdout)
    assert counts[0] == counts[1]
    code = re.search(r"(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}", first.stderr)
    assert code is not None
    again = add(chat)
    assert f"{counts[0]} read = 0 kept, {counts[0]} already there" in again.stdout
    assert "recovery" not in again.output
    # The code opens it, and sets a new passphrase.
    new = home.with_name("new")
    new.write_text(NEW)
    recovered = typed("store", "recover", "--passphrase-file", "-", "--new-passphrase-file", new, given=code[0] + "\n")
    assert recovered.exit_code == 0, recovered.output
    assert add(chat).exit_code == 6
    assert add(chat, "--passphrase-file", str(new)).exit_code == 0


def test_json_holds_the_receipt_and_no_code(home: Path, chat: Path) -> None:
    outcome = add(chat, "--json", "--to", "Work")
    value = json.loads(outcome.stdout)
    (row,) = value["added"]
    assert (row["pursuit"], row["there"], row["skipped"]) == ("Work", 0, [])
    assert row["read"] == row["kept"] > 0
    assert home.exists()


def test_counts_only_is_said(home: Path, chat: Path) -> None:
    assert "no words" in add(chat, "--counts-only").stdout
    assert "no words" in add(chat).stdout
    assert home.exists()


def test_a_file_that_cannot_be_read_makes_no_store(home: Path, tmp_path: Path) -> None:
    (tmp_path / "odd.bin").write_bytes(b"\x00\x01\x02" * 99)
    assert typed("add", tmp_path / "odd.bin").exit_code == 3
    assert not home.exists()


def test_erasing_names_the_plain_files_that_stay(home: Path, chat: Path) -> None:
    typed("option", "Nora", "--kind", "client", "--free", "2")
    typed("add", chat, "--to", "Robin", "--me", "Jo")
    assert "Plain files" not in typed("data", "erase", "Robin", "--yes").stdout
    assert "Nora" in typed("data", "erase", "nora", "--yes").stdout.split("Plain files")[1]
    # Erased from the store, it is what lies plain that is meant.
    assert typed("data", "erase", "Nora").exit_code == 4
    assert (home / "Nora").exists()
    typed("option", "Alex", "--kind", "client", "--free", "2")
    everything = " ".join(typed("data", "erase", "--yes").stdout.split())
    assert everything.endswith("with all they hold: Nora. Remove them there yourself.")
    assert [path.name for path in home.iterdir()] == ["Nora"]


def test_nobody_is_said_before_anybody_is_asked_to_be_sure(home: Path, chat: Path) -> None:
    nothing = typed("data", "erase", "Nobody")
    assert nothing.exit_code == 2
    assert f"Nothing is kept in {home}" in nothing.stderr
    typed("option", "Nora", "--kind", "client", "--free", "2")
    plain = typed("data", "erase", "Nobody")
    assert plain.exit_code == 2
    assert "There is: Nora." in plain.stderr
    add(chat)
    stored = typed("data", "erase", "Nobody")
    assert stored.exit_code == 2
    assert "There is: Nora, Robin." in stored.stderr
    assert typed("data", "erase", "Robin").exit_code == 4


def test_plain_folders_are_erased_where_there_is_no_store(home: Path, tmp_path: Path) -> None:
    for name in ("Alex", "Nora", "Kim"):
        typed("option", name, "--kind", "client", "--free", "2")
    (home / "Nora" / "chat.txt").write_text("hello")
    (home / "Photos").mkdir()
    assert typed("data", "erase", "nora").exit_code == 4
    assert (home / "Nora").exists()
    erased = typed("data", "erase", "nora", "--yes")
    assert erased.exit_code == 0, erased.output
    assert "Erased: nora" in erased.stdout
    assert sorted(path.name for path in home.iterdir()) == ["Alex", "Kim", "Photos"]
    assert "leave it as it is" in typed("data", "erase", "Photos", "--yes").stderr
    assert typed("data", "erase", "--yes").exit_code == 0
    assert [path.name for path in home.iterdir()] == ["Photos"]
    assert list(tmp_path.iterdir())


def test_a_store_without_its_keys_can_be_erased(home: Path, chat: Path) -> None:
    add(chat)
    (home / "keys.json").unlink()
    assert typed("data", "erase", "--yes").exit_code == 0
    assert list(home.iterdir()) == []


def test_backup_erase_restore(home: Path, chat: Path, tmp_path: Path) -> None:
    add(chat)
    made = tmp_path / "made.walkaway"
    assert typed("data", "backup", made).exit_code == 0
    assert made.stat().st_size > 0
    assert typed("data", "erase").exit_code == 4
    assert typed("data", "erase", "Robin", "--yes").exit_code == 0
    assert typed("data", "erase", "Robin", "--yes").exit_code == 2
    assert typed("data", "erase", "--yes").exit_code == 0
    assert list(home.iterdir()) == []
    assert typed("store", "check").exit_code == 6
    restored = typed("data", "restore", made)
    assert restored.exit_code == 0, restored.output
    assert "What was here before" not in restored.stdout
    assert typed("store", "check").exit_code == 0
    assert "0 kept" in add(chat).stdout


def test_a_backup_takes_no_file_away_unasked(home: Path, chat: Path, tmp_path: Path) -> None:
    add(chat)
    mine = tmp_path / "keepme.txt"
    mine.write_text("mine", encoding="utf-8")
    asked = typed("data", "backup", mine)
    assert asked.exit_code == 4
    assert "--replace" in asked.stderr
    assert mine.read_text(encoding="utf-8") == "mine"
    assert typed("data", "backup", mine, "--replace").exit_code == 0
    assert mine.stat().st_size > 1000
    assert typed("data", "backup", os.devnull, "--replace").exit_code == 2
    assert Path(os.devnull).is_char_device()
    assert home.is_dir()


@pytest.mark.parametrize("table", ["csv", "parquet"])
def test_export_erase_restore(home: Path, chat: Path, tmp_path: Path, table: str) -> None:
    add(chat)
    out = tmp_path / "out"
    exported = typed("data", "export", out, "--format", table)
    assert exported.exit_code == 0, exported.output
    assert "plain" in exported.stdout
    assert sorted(path.suffix for path in out.iterdir()) == sorted([".json", f".{table}"])
    assert typed("data", "export", out).exit_code == 2
    typed("data", "erase", "--yes")
    restored = typed("data", "restore", out)
    assert restored.exit_code == 0, restored.output
    assert "0 kept" in add(chat).stdout
    assert home.exists()


def test_what_is_kept_in_the_store_can_be_reviewed_like_any_other(home: Path, chat: Path) -> None:
    add(chat)
    card = typed("review", "robin", "--kind", "partner", "--afraid", "no", "--now", "2026-06-28", "--json")
    assert card.exit_code == 0, card.output
    read = typed("read", chat, "--me", "Jo", "--tz", "UTC", "--kind", "partner", "--afraid", "no", "--now",
                 "2026-06-28", "--json")  # fmt: skip
    kept, fresh = json.loads(card.stdout), json.loads(read.stdout)
    for part in ("balance", "verdict", "standards", "weeks", "ribbon", "signals"):
        assert kept[part] == fresh[part], part
    # What was said is kept with it, in the store and nowhere else.
    store = FolderVault(home).unlock(OLD)
    document = store.document("Robin")
    store.close()
    assert document is not None
    assert document["kind"] == "partner"
    assert not list(home.rglob("*.toml"))


def test_what_was_kept_in_plain_files_comes_into_a_new_store(home: Path, chat: Path) -> None:
    typed("standard", "Nora", "--kind", "client", "--add", "answers=80")
    typed("standard", "Alex", "--kind", "friend", "--add", "answers=80")
    (home / "Nora" / "chat.csv").write_bytes(chat.read_bytes())
    (home / "Alex" / "chat.csv").write_bytes(chat.read_bytes())
    # Nora's folder says who is who; Alex's leaves it open.
    typed("review", "Nora", "--me", "Jo", "--with", "Robin", "--tz", "UTC", "--now", "2026-06-28")
    outcome = add(chat, "--to", "Robin")
    assert outcome.exit_code == 0, outcome.output
    assert "need a word from you: Alex" in outcome.stderr.replace("\n", " ")
    before = {path.name for path in home.iterdir()}
    assert {"Nora", "Alex", "keys.json"} <= before
    found = json.loads(typed("review", "Nora", "--now", "2026-06-28", "--json").stdout)
    assert (found["kind"], found["them"]) == ("client", "Robin")


def test_plain_files_beside_the_store_are_said_when_they_change(home: Path, chat: Path) -> None:
    typed("standard", "Nora", "--kind", "client", "--add", "answers=80", "--promise", "answers=60")
    taken = add(chat)
    assert "is in the store too now" in taken.stderr
    quiet = typed("standard", "Nora")
    assert quiet.stderr == ""
    typed("option", "Nora", "--free", "3")  # in the store; the plain file does not say so
    file = home / "Nora" / "pursuit.toml"
    file.write_text(file.read_text().replace("target = 80.0", "target = 50.0"))
    for words in (("status",), ("standard", "Nora"), ("store", "check")):
        said = typed(*words)
        assert said.exit_code == 0, said.output
        assert f"Plain files in {home} changed since they came into the store: Nora" in said.stderr
    assert "8 in 10" in typed("standard", "Nora").stdout  # the store counts
    again = typed("store", "take-over")
    assert again.exit_code == 0, again.output
    assert "5 in 10" in typed("standard", "Nora").stdout
    store = FolderVault(home).unlock(OLD)
    document = store.document("Nora") or {}
    store.close()
    assert document["week"]["free"] == 3.0
    assert len(document["promise"]) == 1
    assert typed("standard", "Nora").stderr == ""
    assert "No plain file" in typed("store", "take-over").stdout
    # What was let go of in the store does not come back by itself.
    typed("data", "erase", "Nora", "--yes")
    assert "Nora" not in typed("status").stdout
    (home / "Alex").mkdir()
    (home / "Alex" / "pursuit.toml").write_text('kind = "friend"\n')
    assert "store: Alex." in typed("status").stderr


def test_a_take_over_that_was_cut_short_goes_on(home: Path, chat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("Alex", "Nora"):
        typed("standard", name, "--kind", "client", "--add", "answers=80")
        (home / name / "chat.csv").write_bytes(chat.read_bytes())
        typed("review", name, "--me", "Jo", "--with", "Robin", "--tz", "UTC", "--now", "2026-06-28")
    real = KeptHome.keep

    def full(there: KeptHome, pursuit: Pursuit) -> None:
        if pursuit.name == "Nora":
            raise app_store.FullDisk
        real(there, pursuit)

    monkeypatch.setattr(KeptHome, "keep", full)
    assert add(chat).exit_code == 6
    monkeypatch.setattr(KeptHome, "keep", real)
    again = typed("review", "Nora", "--now", "2026-06-28", "--json")
    assert again.exit_code == 0, again.output
    assert json.loads(again.stdout)["them"] == "Robin"
    assert "too now" in again.stderr
    assert typed("review", "Alex", "--now", "2026-06-28", "--json").stderr == ""


def test_two_pursuits_are_one_person_and_two_again(home: Path, chat: Path, tmp_path: Path) -> None:
    add(chat)
    (tmp_path / "more").mkdir()
    add(falling(tmp_path / "more", them="Robin W"), "--to", "Robin W")
    assert typed("people", "same", "Robin W", "Robin").exit_code == 0
    assert "part of" in typed("people", "same", "Robin", "Robin W").output
    assert typed("people", "same", "Robin W", "Robin", "--in", "Robin").exit_code == 0
    assert typed("people", "apart", "Robin W", "--in", "Robin").exit_code == 0
    assert typed("people", "apart", "Robin W").exit_code == 0
    assert typed("people", "apart", "Nobody").exit_code == 2
    assert home.exists()


def test_who_may_be_one_is_asked_with_reasons_until_said(home: Path, tmp_path: Path) -> None:
    for name in ("Ana Blum", "ana.blum@example.org"):
        rows = "".join(f"2026-05-{1 + k:02d}T10:00:00,{('Jo', name)[k % 2]},hi\n" for k in range(20))
        file = tmp_path / f"{name}.csv"
        file.write_text(f"when,who,text\n{rows}", "utf-8")
        assert add(file, "--with", name).exit_code == 0
    listed = json.loads(typed("people", "list", "--json").stdout)
    (pair,) = listed["may_be_one"]
    assert (pair["part"], pair["whole"]) == ("Ana Blum", "ana.blum@example.org")
    assert pair["reasons"] == ["name_in_address"]
    assert "the name of one is in the address of the other" in typed("people", "list").stdout
    assert typed("people", "two", "Ana Blum", "ANA.blum@example.org").exit_code == 0
    assert "Nobody here looks like" in typed("people", "list").stdout
    assert typed("people", "two", "Ana Blum", "Nobody").exit_code == 2
    assert typed("people", "same", "Ana Blum", "ana.blum@example.org").exit_code == 0
    assert json.loads(typed("people", "list", "--json").stdout)["shown_as_one"] == [
        {"part": "Ana Blum", "whole": "ana.blum@example.org"}
    ]
    assert home.exists()


def test_stopping_says_what_is_kept(home: Path, chat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("walkaway.app.keep_archive.keep_archive", stopped)
    outcome = add(chat)
    assert outcome.exit_code == 130
    assert "nothing is kept twice" in outcome.output
    assert home.exists()


def test_nobody_to_ask_is_a_question_with_its_option(
    home: Path, chat: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    add(chat)
    monkeypatch.delenv("WALKAWAY_PASSPHRASE_FILE")
    for words in (("data", "backup", tmp_path / "x"), ("store", "check"), ("add", chat, "--me", "Jo")):
        outcome = typed(*words)
        assert outcome.exit_code == 4, outcome.output
        assert "--passphrase-file" in outcome.output
    for text in ("", "\n"):
        (tmp_path / "empty").write_text(text)
        said = typed("store", "check", "--passphrase-file", tmp_path / "empty").output
        assert "no passphrase on the first line" in said
    assert home.exists()


def test_no_passphrase_can_be_an_argument() -> None:
    for words in (("add",), ("data", "export"), ("data", "backup"), ("data", "restore"), ("store", "passphrase")):
        told = typed(*words, "--help").stdout
        assert "--passphrase-file" in told
        assert "--passphrase " not in told


def test_the_home_is_where_this_system_keeps_such_things(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("WALKAWAY_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(sys, "platform", "linux")
    assert home_folder(None) == tmp_path / "data" / "walkaway"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert home_folder(None) == tmp_path / "Library" / "Application Support" / "walkaway"
    monkeypatch.setenv("WALKAWAY_HOME", str(tmp_path / "else"))
    assert home_folder(None) == tmp_path / "else"
    assert home_folder(tmp_path) == tmp_path


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where things are kept if nobody names a place; nothing is kept there."""
    for name in ("WALKAWAY_HOME", "WALKAWAY_PASSPHRASE_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("status",), 0, "walkaway add FILE"),
        (("status", "--json"), 0, '"pursuits": []'),
        (("review", "Nora"), 2, "walkaway add FILE"),
        (("leave", "Nora"), 2, "walkaway standard NAME"),
        (("forecast", "Nora"), 2, "None is kept yet"),
        (("draft", "-", "--to", "Nora"), 2, "None is kept yet"),
        (("standard", "Nora", "--examples", "--kind", "client"), 0, "answers"),
        (("standard", "Nora"), 0, "You have set no standards yet"),
        (("option", "Nora"), 0, "no limit"),
    ],
)
def test_to_look_makes_nothing(nowhere: Path, words: tuple[str, ...], code: int, told: str) -> None:
    outcome = typed(*words, given="Hi, how are you?")
    assert outcome.exit_code == code, outcome.output
    assert told.casefold() in " ".join(outcome.output.casefold().split())
    assert not nowhere.exists()


def test_the_first_thing_kept_makes_the_store(nowhere: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(NEW)
    kept = ("standard", "Nora", "--kind", "client", "--add", "answers=80")
    assert typed(*kept).exit_code == 4
    assert not nowhere.exists()
    assert typed(*kept, "--passphrase-file", secret).exit_code == 0
    assert (nowhere / "walkaway" / "keys.json").exists()
    assert "answers" in typed("standard", "Nora", "--passphrase-file", secret).stdout


def test_a_home_that_is_a_file_is_said(chat: Path) -> None:
    for words in (("add", chat, "--me", "Jo"), ("status",), ("standard", "Bo", "--kind", "client")):
        outcome = typed(*words, "--home", chat)
        assert outcome.exit_code == 2
        assert "is a file" in outcome.stderr


def test_a_slip_in_a_recovery_code_is_said(home: Path, chat: Path) -> None:
    first = add(chat)
    code = re.search(r"(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}", first.stderr)
    assert code is not None
    new = home.with_name("new")
    new.write_text(NEW)
    last = "0" if code[0][-1] != "0" else "1"
    for slip, said in ((code[0][:-1] + last, "slip"), (code[0][:-1], "has 27"), (new_code(), "newer one")):
        outcome = typed("store", "recover", "--passphrase-file", "-", "--new-passphrase-file", new, given=slip + "\n")
        assert outcome.exit_code == 6
        assert said in outcome.stderr, outcome.stderr
        assert "walkaway store recover" not in outcome.stderr


def test_a_damaged_backup_is_not_the_store(home: Path, chat: Path, tmp_path: Path) -> None:
    add(chat)
    made = tmp_path / "made.walkaway"
    assert typed("data", "backup", made).exit_code == 0
    raw = bytearray(made.read_bytes())
    for place in (raw.index(b'"slots"') + 20, len(raw) // 2):
        made.write_bytes(raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :])
        outcome = typed("data", "restore", made)
        assert outcome.exit_code == 6
        assert "The backup is damaged" in outcome.stderr, outcome.stderr
        assert "last backup" not in outcome.stderr
    assert typed("store", "check").exit_code == 0
    assert home.is_dir()


def test_help_opens_no_database() -> None:
    code = (
        "import sys; from walkaway.cli.commands import app\n"
        "try: app(['add', '--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'sqlcipher3', 'alembic', 'cryptography', 'numpy', 'pyarrow'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1] == "[]"


def test_every_sentence_is_plain() -> None:
    said = {name: text for name, text in vars(keeping).items() if name.isupper() and " " in text}
    plain: tuple[str, ...] = (
        "NoStore",
        "LockedStore",
        "StoreExists",
        "WrongPassphrase",
        "DamagedStore",
        "DamagedCopy",
        "NewerStore",
        "FullDisk",
    )
    plain += ("FailingDisk", "ReadOnlyHome", "BusyStore", "UnreachableStore")
    said |= {name: str(getattr(app_store, name)()) for name in plain}
    assert len(said) > 30
    for name, text in said.items():
        assert banned_in(text) == set(), name
        assert grade(text) <= 7.0, (name, grade(text))


REMEMBERED = (
    *("--name", "Kim", "--kind", "client", "--afraid", "no", "--months", "4"),
    *("--then-me", "2", "--then-them", "2", "--now-me", "3", "--now-them", "0.2"),
    *("--answers-then", "90", "--answers-now", "30"),
)


@pytest.mark.parametrize("encrypted", [True, False])
def test_what_was_remembered_is_kept_until_a_chat_takes_its_place(home: Path, chat: Path, encrypted: bool) -> None:
    if encrypted:
        assert add(chat, "--to", "Somebody").exit_code == 0
    nothing_kept = typed("ask", *REMEMBERED)
    assert nothing_kept.exit_code == 0
    assert typed("review", "Kim").exit_code == 2
    first = typed("ask", *REMEMBERED, "--need", "replies=80", "--keep")
    assert first.exit_code == 0, first.output
    assert "From your answers" in first.stdout
    assert (home / "Kim" / "pursuit.toml").exists() is not encrypted
    again = typed("review", "Kim")
    assert again.stdout == first.stdout
    assert "Kim" in typed("status").stdout
    assert "replies" in typed("standard", "Kim").stdout
    if encrypted:
        assert typed("data", "export", home.with_name("out")).exit_code == 0
        moved = home.with_name("moved")
        assert typed("data", "restore", home.with_name("out"), "--home", moved).exit_code == 0
        assert typed("review", "Kim", "--home", moved).stdout == first.stdout
    else:
        assert add(chat, "--to", "Somebody").exit_code == 0  # the new store takes it over
        assert typed("review", "Kim").stdout == first.stdout
    assert add(chat, "--to", "Kim").exit_code == 0
    assert "From your answers" not in typed("review", "Kim").stdout


def renamed(chat: Path, name: str) -> Path:
    """The chat as some program exports it, with columns of its own."""
    file = chat.with_name(name)
    file.write_text(chat.read_text().replace("when,who,text", "Sent at,Sender,Body", 1))
    return file


SAID = "when=Sent at, who=Sender, text=Body"


def test_the_columns_of_a_table_are_said_once(home: Path, chat: Path) -> None:
    one, other = renamed(chat, "one.csv"), renamed(chat, "other.csv")
    asked = add(one, "--to", "Robin")
    assert asked.exit_code == 4
    assert "--columns" in asked.stderr
    assert not home.exists()
    assert add(one, "--to", "Robin", "--columns", SAID).exit_code == 0
    again = add(other, "--to", "Kim")
    assert again.exit_code == 0, again.output
    assert "0 skipped" in again.stdout
    # It is kept with what is true of the person, and goes where that goes.
    typed("data", "export", home.with_name("out"))
    moved = home.with_name("moved")
    typed("data", "restore", home.with_name("out"), "--home", moved)
    assert add(other, "--to", "Kim", "--home", str(moved)).exit_code == 0
    # A table with other columns is asked about anew.
    odd = renamed(chat, "odd.csv")
    odd.write_text(odd.read_text().replace("Body", "Words", 1))
    assert add(odd, "--to", "Kim").exit_code == 4


def test_in_plain_files_they_are_said_once_too(home: Path, chat: Path) -> None:
    for name in ("Kim", "Robin"):
        typed("standard", name, "--kind", "client", "--add", "answers=80")
        renamed(chat, "one.csv").replace(home / name / "one.csv")
    who = ("--me", "Jo", "--with", "Robin", "--tz", "UTC")
    assert typed("review", "Kim", *who).exit_code == 4
    assert typed("review", "Kim", *who, "--columns", SAID).exit_code == 0
    assert typed("review", "Robin", *who).exit_code == 0
    assert "Sent at" in (home / "you.toml").read_text()
    assert add(chat, "--to", "Else").exit_code == 0  # a new store takes it over
    assert add(renamed(chat, "more.csv"), "--to", "More").exit_code == 0
