"""Two names of one person: asked about with reasons, joined, told apart, and never asked again; and words dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import client_of, make

from walkaway import wiring
from walkaway.app.answers import Answers
from walkaway.app.keeper import File
from walkaway.app.kept_keeper import KeptKeeper
from walkaway.app.ports import ReadOptions
from walkaway.app.pursuit import Pursuit
from walkaway.core.standards.standard import PursuitKind
from walkaway.web.site import Site

ANA, OTHER = "Ana Blum", "ana.blum@example.org"


@pytest.fixture
def found(tmp_path: Path) -> Site:
    keeper = KeptKeeper(wiring.vault(tmp_path))
    keeper.create("a long way to a quick page")
    site = make(8765, keeper)
    for name, n in ((ANA, 40), (OTHER, 20)):
        rows = "".join(
            f"2026-0{1 + k % 6}-{1 + k % 27:02d}T1{k % 10}:00:00+00:00,{('Jo', name)[k % 2]},hi\n" for k in range(n)
        )
        file = File("chat.csv", f"when,who,text\n{rows}".encode())
        archive = wiring.read_handed([(file.name, file.raw)], ReadOptions(tz="UTC"))
        site.desk.take_in(Pursuit(name, Answers(kind=PursuitKind.CLIENT), me="Jo", with_=name), (file,), archive)
    return site


def say(found: Site, client: TestClient, do: str, part: str = OTHER, whole: str = ANA) -> str:
    key = found.visit.key
    return client.post("/people", data={"do": do, "part": key(part), "whole": key(whole)}).text


def test_one_person_and_two_again(found: Site) -> None:
    client = client_of(found)
    shown = client.get("/people").text
    assert "the name of one is in the address of the other" in shown
    assert f"{OTHER} is shown with {ANA}" in say(found, client, "same")
    assert found.desk.names() == (ANA,)
    chosen = found.desk.reviewed(ANA).review
    assert chosen.receipt.kept == 60
    assert "may be one person" in say(found, client, "apart")
    assert found.desk.names() == (ANA, OTHER)


def test_two_people_are_not_asked_about_again(found: Site) -> None:
    client = client_of(found)
    assert "Nobody here looks like the same person" in say(found, client, "two")
    assert found.desk.keeper.shelf().you().two == ((OTHER, ANA),)
    assert f"{OTHER} is shown with {ANA}" in say(found, client, "same")
    assert found.desk.keeper.shelf().you().two == ()


def test_who_needs_support_is_not_named(found: Site) -> None:
    found.desk.say(OTHER, Answers(kind=PursuitKind.CLIENT, afraid="yes"))
    assert "Blum" not in client_of(found).get("/people").text


def test_words_are_dropped_and_the_card_stays(found: Site) -> None:
    client, key = client_of(found), found.visit.key(ANA)
    before = found.desk.reviewed(ANA).review.balance
    assert "Drop the words" in client.get(f"/p/{key}/settings").text
    assert client.post(f"/p/{key}/counts-only").status_code == 200
    chosen = found.desk.reviewed(ANA).chosen
    assert chosen is not None
    assert chosen.chat.text.null_count == len(chosen.chat.text)
    assert found.desk.reviewed(ANA).review.balance == before
    assert "Drop the words" not in client.get(f"/p/{key}/settings").text


def test_who_writes_in_one_group_with_the_other_is_not_asked_about(found: Site) -> None:
    rows = "".join(f"2026-05-{1 + k:02d}T10:00:00+00:00,{('Jo', ANA, OTHER)[k % 3]},hi\n" for k in range(21))
    file = File("group.csv", f"when,who,text\n{rows}".encode())
    archive = wiring.read_handed([(file.name, file.raw)], ReadOptions(tz="UTC"))
    group = Pursuit("All of us", Answers(kind=PursuitKind.CLIENT), me="Jo", with_=ANA)
    found.desk.take_in(group, (file,), archive)
    assert "Nobody here looks like the same person" in client_of(found).get("/people").text
