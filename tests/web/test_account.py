"""A whole account handed over in the browser: who is in it, all of them kept with one receipt, and nothing twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload
from starlette.testclient import TestClient
from tests.cli.founder import NAMES, mailbox
from tests.web.conftest import client_of, make
from tests.web.test_handing import hand, plain

from walkaway import wiring
from walkaway.app.kept_keeper import KeptKeeper
from walkaway.web.screens import account
from walkaway.web.site import Site

PASSPHRASE = "a long way to a quick page"


@pytest.fixture
def inbox(tmp_path: Path) -> FilePayload:
    file = mailbox(tmp_path)
    return {"name": file.name, "mimeType": "application/mbox", "buffer": file.read_bytes()}


@pytest.fixture
def found(tmp_path: Path) -> Site:
    keeper = KeptKeeper(wiring.vault(tmp_path / "home"))
    keeper.create(PASSPHRASE)
    return make(8765, keeper)


def counts(page: str) -> tuple[int, ...]:
    line = re.search(r"(\d+) people\. (\d+) read: (\d+) kept, (\d+) were there already, (\d+) skipped", page)
    assert line is not None, page
    return tuple(map(int, line.groups()))


def keep_all(client: TestClient, place: str) -> tuple[int, ...]:
    """Say that all are to be kept, wait, and read the receipt."""
    shown = client.post(f"{place}/everyone", data={"kind": "investor"}).text
    while " kept.</p>" in shown and "people. " not in shown:
        shown = client.get(f"{place}/everyone/kept").text
    return counts(shown)


def test_everyone_is_kept_with_one_receipt_and_nothing_twice(found: Site, inbox: FilePayload) -> None:
    client = client_of(found)
    place, shown = hand(client, inbox).split("\n", 1)
    assert "Everyone in it" in shown
    shown = client.get(f"{place}/everyone").text
    assert "People you write with: 30. Messages: 90." in shown
    people, read, kept, there, skipped = keep_all(client, place)
    assert (people, kept, there) == (30, 90, 0)
    assert read == kept + skipped
    assert set(found.desk.names()) == set(NAMES)
    table = client.get("/").text
    while "looked at" in table:
        table = client.get("/").text
    assert all(name in table for name in NAMES)
    assert "no contact" in table
    place = hand(client, inbox).split("\n", 1)[0]
    people, read, kept, there, skipped = keep_all(client, place)
    assert (people, kept, there, read) == (30, 0, 90, 90 + skipped)


def test_it_shows_how_far_it_is_and_goes_on(found: Site, inbox: FilePayload, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(account, "PATIENCE", 0.0)
    client = client_of(found)
    place = hand(client, inbox).split("\n", 1)[0]
    shown = client.post(f"{place}/everyone", data={"counts": "yes"})
    assert "1 of 30 kept." in shown.text
    assert "2 of 30 kept." in client.get(f"{place}/everyone/kept", headers={"HX-Request": "true"}).text
    assert len(found.desk.names()) == 2
    assert all(found.desk.keeper.store().keeps(name) == "counts" for name in found.desk.names())  # type: ignore[union-attr]
    place = hand(client, inbox).split("\n", 1)[0]  # somebody who left, and comes again
    client.post(f"{place}/everyone", data={})
    for _ in range(29):
        shown = client.get(f"{place}/everyone/kept")
    people, _, kept, there, _ = counts(shown.text)
    assert (people, kept + there) == (30, 90)
    assert there > 0


def test_without_a_passphrase_nothing_is_kept(inbox: FilePayload) -> None:
    found = make(8765)
    client = client_of(found)
    place = hand(client, inbox).split("\n", 1)[0]
    assert "First choose a passphrase" in client.get(f"{place}/everyone").text
    assert client.post(f"{place}/everyone", data={"kind": "investor"}).url.path in ("/keep", "/library")
    assert found.desk.names() == ()


CHAT = "".join(
    f"{day:02}/05/2026, 10:0{k} - {who}: hello\n" for day in range(13, 20) for k, who in enumerate(("Jo", "Kim"))
)


def test_going_on_without_saying_who_you_are_asks_for_it(found: Site) -> None:
    client = client_of(found)
    chats = [plain(f"chat-{k}.txt", text) for k, text in enumerate((CHAT, CHAT.replace("Kim", "Lee")))]
    place = hand(client, *chats).split("\n", 1)[0]
    assert 'name="me"' in client.get(f"{place}/everyone").text
    answer = client.post(f"{place}/everyone", data={})
    assert answer.status_code == 400
    assert 'name="me"' in answer.text
    assert "Choose an answer first." in answer.text
