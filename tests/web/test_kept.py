"""Nothing is kept until there is a passphrase; from then on it is there again after leaving, behind it."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import client_of, lay_out, make

from walkaway import wiring
from walkaway.app.kept_keeper import KeptKeeper
from walkaway.web.later import Later
from walkaway.web.memory import Memory

PASSPHRASE = "four plain calm words"


def keeper(folder: Path) -> Later:
    return Later(Memory(wiring.read_handed), KeptKeeper(wiring.vault(folder)), lambda: 1)


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
