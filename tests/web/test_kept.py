"""Nothing is kept until there is a passphrase; from then on it is there again after leaving, behind it."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import client_of, keeper, lay_out, make

from walkaway import wiring
from walkaway.app.data import take_in
from walkaway.app.kept_keeper import KeptKeeper
from walkaway.cli.serve_command import _look_in
from walkaway.web.later import Later
from walkaway.web.memory import Memory

PASSPHRASE = "four plain calm words"


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Path, str]:
    """A store with one pursuit in it, and its recovery code."""
    found = make(8765, keeper(tmp_path))
    lay_out(found, "partner")
    client = client_of(found)
    assert not any(tmp_path.iterdir())
    assert "So far nothing is kept" in client.get("/library").text
    page = client.post("/keep", data={"passphrase": PASSPHRASE}).text
    assert "Your recovery code" in page
    card = client.get(f"/p/{found.visit.key('Robin')}").text
    assert "<h1>Ask</h1>" in card
    client.post("/leave")
    return tmp_path, page.split('<b dir="ltr">')[1].split("</b>")[0]


def locked(folder: Path) -> TestClient:
    return client_of(make(8765, keeper(folder)))


def test_without_the_passphrase_there_is_nothing(kept: tuple[Path, str]) -> None:
    client = locked(kept[0])
    for place in ("/", "/library", "/write", "/export", "/decide"):
        assert client.get(place).url.path == "/unlock"
    assert client.post("/demo").url.path == "/unlock"
    assert client.get("/support").url.path == "/support"
    wrong = client.post("/unlock", data={"passphrase": "not it at all"})
    assert wrong.status_code == 400
    assert "does not open" in wrong.text


@pytest.mark.parametrize("with_code", [False, True])
def test_it_opens_again(kept: tuple[Path, str], with_code: bool) -> None:
    folder, code = kept
    client = locked(folder)
    page = client.post("/unlock", data={"passphrase": code if with_code else PASSPHRASE})
    assert page.url.path == "/"
    assert "Robin" in page.text
    assert client.post("/lock").url.path == "/unlock"
    assert "Robin" not in client.get("/").text


@pytest.mark.parametrize("with_code", [False, True])
def test_another_passphrase(kept: tuple[Path, str], with_code: bool) -> None:
    """Also for those who forgot the old one and have the code."""
    folder, code = kept
    client = locked(folder)
    secret = code if with_code else PASSPHRASE
    client.post("/unlock", data={"passphrase": secret})
    assert "/store" in client.get("/library").text
    other = "another calm and plain one"
    said = {"do": "passphrase", "secret": secret}
    unlike = client.post("/store", data={**said, "new": [other, f"{other}."]})
    assert unlike.status_code == 400
    assert "Nothing was changed" in unlike.text
    assert "too short" in client.post("/store", data={**said, "new": ["abc", "abc"]}).text
    assert client.post("/store", data={**said, "secret": "a wrong one", "new": [other, other]}).status_code == 400
    assert "The new passphrase opens it" in client.post("/store", data={**said, "new": [other, other]}).text
    assert "Robin" in client.get("/").text
    client.post("/lock")
    assert client.post("/unlock", data={"passphrase": PASSPHRASE}).status_code == 400
    assert "Robin" in client.post("/unlock", data={"passphrase": other}).text


def test_a_new_code_is_shown_once_and_the_old_one_opens_nothing(kept: tuple[Path, str]) -> None:
    folder, old = kept
    client = locked(folder)
    client.post("/unlock", data={"passphrase": PASSPHRASE})
    assert client.post("/store", data={"do": "code", "secret": "a wrong one"}).status_code == 400
    new = client.post("/store", data={"do": "code", "secret": PASSPHRASE}).text.split('<b dir="ltr">')[1].split("<")[0]
    assert new not in client.get("/store").text
    client.post("/lock")
    assert client.post("/unlock", data={"passphrase": old}).status_code == 400
    assert "Robin" in client.post("/unlock", data={"passphrase": new}).text


def backup_of(client: TestClient) -> bytes:
    answer = client.post("/store", data={"do": "backup", "secret": PASSPHRASE})
    assert answer.headers["content-disposition"] == 'attachment; filename="notes.backup"'
    assert b"Robin" not in answer.content
    return answer.content


def put_back(client: TestClient, raw: bytes, secret: str = PASSPHRASE) -> Any:
    return client.post("/restore", files={"file": ("any name", raw)}, data={"secret": secret})


def test_a_backup_saved_and_put_back_on_another_machine(kept: tuple[Path, str], tmp_path: Path) -> None:
    """What was looked at there before is not lost: it lies beside, under a name of its own."""
    client = locked(kept[0])
    client.post("/unlock", data={"passphrase": PASSPHRASE})
    assert client.post("/store", data={"do": "backup", "secret": "a wrong one"}).status_code == 400
    raw = backup_of(client)
    assert "Robin" in client.get("/").text  # it stays open
    other = make(8766, keeper(tmp_path / "other"))
    lay_out(other, "partner")
    there = client_of(other)
    assert "/restore" in there.get("/library").text
    assert "any name is not a backup" in put_back(there, b"no backup").text
    assert "any name" in put_back(there, b"").text  # and that it is empty
    for wrong in (put_back(there, raw, "a wrong one"), put_back(there, b"no backup"), put_back(there, raw[:-900])):
        assert wrong.status_code == 400
        assert wrong.url.path == "/restore"
        assert other.desk.names() == ("Robin",)
    assert put_back(there, raw).url.path == "/"
    assert other.desk.names() == ("Robin", "Robin 2")
    there.post("/lock")
    there.post("/unlock", data={"passphrase": PASSPHRASE})
    assert "Robin 2" in there.get("/library").text


def test_put_back_while_locked_what_was_there_is_put_aside(kept: tuple[Path, str]) -> None:
    client = locked(kept[0])
    client.post("/unlock", data={"passphrase": PASSPHRASE})
    raw = backup_of(client)
    client.post("/erase")
    client.post("/lock")
    assert 'href="/restore"' in client.get("/unlock").text
    damaged = bytearray(raw)
    damaged[len(raw) // 2] ^= 1
    answer = put_back(client, bytes(damaged))
    assert "The backup is damaged" in answer.text
    assert "walkaway data" not in answer.text
    assert client.get("/").url.path == "/unlock"
    assert "Robin" in put_back(client, raw).text
    assert [path.suffix for path in (kept[0] / "backups").iterdir()] == [".walkaway"]


def test_where_nothing_can_last_nothing_is_put_back(looking: TestClient) -> None:
    for place in ("/restore", "/store"):
        assert looking.get(place).url.path == "/library"
    assert put_back(looking, b"x").url.path == "/library"
    assert looking.post("/store", data={"do": "code"}).url.path == "/library"


def test_being_away_locks_it(kept: tuple[Path, str]) -> None:
    now = 0.0
    found = make(8765, keeper(kept[0]), seconds=lambda: now)
    client = client_of(found)
    client.post("/unlock", data={"passphrase": PASSPHRASE})
    assert "Robin" in client.get("/").text
    now = found.visit.idle + 1
    assert client.get("/").url.path == "/unlock"


def test_what_was_let_go_of_is_gone(kept: tuple[Path, str]) -> None:
    client = locked(kept[0])
    client.post("/unlock", data={"passphrase": PASSPHRASE})
    client.post("/erase")
    assert "Robin" not in client.get("/library").text
    client.post("/lock")
    client.post("/unlock", data={"passphrase": PASSPHRASE})
    assert "Robin" not in client.get("/library").text


def test_a_weak_passphrase_is_refused_and_nothing_is_made(tmp_path: Path) -> None:
    client = client_of(make(8765, keeper(tmp_path)))
    answer = client.post("/keep", data={"passphrase": "abc"})
    assert answer.status_code == 400
    assert "too short" in answer.text
    assert client.get("/").url.path == "/"


def told(**more: str) -> dict[str, str]:
    """The three questions about Kim, who used to write as often as you and hardly does now."""
    said = {"name": "Kim", "kind": "client", "afraid": "no", "months": "4", "need": "0"}
    for time, they in (("then", "2"), ("now", "0.2")):
        said |= {f"{time}_you_open": "2", f"{time}_they_open": they}
        said |= {f"{time}_they_answer": "3", f"{time}_their_days": "2"}
    return {**said, **more}


def test_what_was_told_in_three_questions_is_kept_and_can_be_worked_on(kept: tuple[Path, str]) -> None:
    client = locked(kept[0])
    client.post("/unlock", data={"passphrase": PASSPHRASE})
    card = client.post("/three", data=told())
    assert "From your answers" in card.text
    place = card.url.path
    client.post("/lock")
    assert "Kim" not in client.get("/").text
    client.post("/unlock", data={"passphrase": PASSPHRASE})
    assert "From your answers" in client.get(place).text
    assert "openings" in client.get(f"{place}/standards").text
    changed = client.post(f"{place}/standards", data={"do": "own", "name": "They pay on time."})
    assert "They pay on time." in changed.text
    assert client.get(f"{place}/options").status_code == 200
    assert client.get(f"{place}/talk").status_code == 200
    for gone in ("settings", "standards"):
        assert client.get(f"{place}/{gone}").status_code == 200
    client.post(f"{place}/let-go")
    assert "Kim" not in client.get("/library").text


def test_told_again_it_is_the_same_pursuit_and_fear_is_not_taken_back(tmp_path: Path) -> None:
    found = make(8765, keeper(tmp_path))
    client = client_of(found)
    assert "<h1>You come first</h1>" in client.post("/three", data=told(afraid="yes")).text
    assert "<h1>You come first</h1>" in client.post("/three", data=told(afraid="", months="6")).text
    assert found.desk.names() == ("Kim",)
    lay_out(found, "partner")
    client.post("/three", data=told(name="Robin"))
    assert found.desk.names() == ("Kim", "Robin", "Robin 2")  # a chat is not written over


def test_what_cannot_be_is_said_and_not_kept(tmp_path: Path) -> None:
    found = make(8765, keeper(tmp_path))
    answer = client_of(found).post("/three", data=told(then_their_days="9"))
    assert answer.status_code == 400
    assert found.desk.names() == ()


def test_plain_files_beside_the_store_come_in_once_and_are_said_when_they_change(tmp_path: Path) -> None:
    plain = tmp_path / "Nora" / "pursuit.toml"
    plain.parent.mkdir()
    plain.write_text('kind = "client"\n')
    found = make(
        8765, Later(Memory(wiring.read_handed), KeptKeeper(wiring.vault(tmp_path), _look_in(tmp_path)), lambda: 1)
    )
    client = client_of(found)
    client.post("/keep", data={"passphrase": PASSPHRASE})
    assert found.desk.names() == ("Nora",)
    assert "Plain files" not in client.get("/library").text
    plain.write_text('kind = "friend"\n')
    client.post("/lock")
    client.post("/unlock", data={"passphrase": PASSPHRASE})
    assert "Plain files of these changed since they came into the store: Nora." in client.get("/library").text
    assert "Plain files" not in client.post("/take-over").text
    assert found.desk.answers("Nora").kind == "friend"
    plain.write_text("kind = ")  # what cannot be read beside it closes nobody's store
    client.post("/lock")
    assert client.post("/unlock", data={"passphrase": PASSPHRASE}).url.path == "/"
    assert client.post("/take-over").status_code == 400


def test_the_zip_holds_everything_and_can_be_taken_in_again(kept: tuple[Path, str], tmp_path: Path) -> None:
    client = locked(kept[0])
    client.post("/unlock", data={"passphrase": PASSPHRASE})
    client.post("/three", data=told())
    assert "It is not encrypted" in client.get("/library").text
    answer = client.get("/export")
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["cache-control"] == "no-store"
    out = tmp_path / "out"
    with ZipFile(BytesIO(answer.content)) as zipped:
        assert zipped.testzip() is None
        zipped.extractall(out)
    assert sorted(path.name for path in out.iterdir()) == ["messages-001.csv", "walkaway.json"]
    vault = wiring.vault(tmp_path / "again")
    store = vault.create(PASSPHRASE).store
    receipt = take_in(store, wiring.export_folder(out))
    assert store.names() == ("Kim", "Robin")
    assert receipt.kept == sum(channel.n for channel in store.channels("Robin")) > 0
    assert (store.document("Kim") or {})["recalled"]["now"]["they_open"] == 0.2
    store.close()


def test_before_there_is_a_store_the_zip_holds_what_was_said(tmp_path: Path) -> None:
    client = client_of(make(8765, keeper(tmp_path)))
    client.post("/three", data=told())
    with ZipFile(BytesIO(client.get("/export").content)) as zipped:
        assert zipped.namelist() == ["walkaway.json"]
        zipped.extractall(tmp_path / "out")
    store = wiring.vault(tmp_path / "again").create(PASSPHRASE).store
    take_in(store, wiring.export_folder(tmp_path / "out"))
    assert store.names() == ("Kim",)
    store.close()


def table(name: str) -> dict[str, tuple[str, bytes, str]]:
    """A table with columns of its own."""
    rows = [f"2024-03-{1 + k % 28:02} 10:{k % 60:02},{('Jo', 'Robin')[k % 2]},hello {k}" for k in range(60)]
    return {"file": (f"{name}.csv", "\n".join(["Sent at,Sender,Body", *rows]).encode(), "text/csv")}


def test_the_columns_of_a_table_are_asked_for_once_in_a_form(kept: tuple[Path, str]) -> None:
    client = locked(kept[0])
    client.post("/unlock", data={"passphrase": PASSPHRASE})
    page = client.post("/intake", files=table("one"))
    assert 'name="column_when"' in page.text
    assert '<option value="sent at">' in page.text
    assert "like when=Date" not in page.text
    place = page.url.path
    half = client.post(place, data={"option": "--columns", "column_when": "sent at"})
    assert 'name="column_who"' in half.text
    said = {"option": "--columns", "column_when": "sent at", "column_who": "sender", "column_text": "body"}
    page = client.post(place, data=said)
    assert "60" in page.text
    assert 'name="column_when"' not in page.text
    card = client.post(place, data={"option": "--me", "answer": "Jo", "kind": "friend", "afraid": "no"})
    assert card.url.path.startswith("/p/")
    client.post("/hours", data={"hours_week": "20", "hours_own_life": ""})
    client.post("/lock")
    client.post("/unlock", data={"passphrase": PASSPHRASE})
    assert 'name="column_when"' not in client.post("/intake", files=table("two")).text
