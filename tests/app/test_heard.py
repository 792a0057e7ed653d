"""A request for no more contact in their messages is one truth at every door, until the person says otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.cli.test_kept import as_json
from tests.web.conftest import client_of, lay_out, make
from tests.web.test_safety import main
from tests.web.test_today import cells_of, write_to

from walkaway import wiring
from walkaway.app.answers import Answers
from walkaway.app.choose_chat import Chosen, choose_chat
from walkaway.app.draft_to import draft_to
from walkaway.app.heard import HEARD, asked_to_stop, heard
from walkaway.app.leave import leaving
from walkaway.app.ports import Archive, ReadOptions
from walkaway.app.pursuit import Pursuit
from walkaway.app.review import review
from walkaway.core.events import Moment
from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.verdict import Move
from walkaway.web.screens import lists

STOP = "Please stop contacting me."
NOW = 1_780_000_000_000_000
AFTER = Moment(NOW, NOW)
SAID_NO = Answers(kind=PursuitKind.INVESTOR, stop_contact=False)
NOT_SAID = replace(SAID_NO, stop_contact=None)


def chat(*theirs: str, others: tuple[str, ...] = ()) -> tuple[Archive, Chosen]:
    lines = [
        (f"2026-04-{k:02}", who, text)
        for k, (who, text) in enumerate(
            [
                ("Jo", "Our deck is attached."),
                *((("Bea", text)) for text in theirs),
                *((name, "hi") for name in others),
            ],
            1,
        )
    ]
    table = "when,who,text\n" + "".join(f'{day}T10:00:00Z,{who},"{text}"\n' for day, who, text in lines)
    archive = wiring.read_handed([("bea.csv", table.encode())], ReadOptions(tz="UTC"))
    return archive, choose_chat(archive, me="Jo", with_="Bea")


def test_it_is_heard_in_the_newest_messages_only() -> None:
    _, newest = chat("hello", STOP)
    _, older = chat(STOP, *["ok"] * HEARD)
    assert asked_to_stop(newest, now=NOW)
    assert asked_to_stop(older, now=NOW) is None
    assert asked_to_stop(newest, now=1) is None  # not yet written
    assert asked_to_stop(replace(newest, group=True), now=NOW) is None


def test_what_the_person_says_comes_first() -> None:
    _, chosen = chat(STOP)
    assert heard(NOT_SAID, chosen, now=NOW).stop_contact is True
    assert heard(SAID_NO, chosen, now=NOW).stop_contact is False
    assert heard(NOT_SAID, None, now=NOW) == NOT_SAID


def test_the_card_is_walk_with_nothing_to_send_and_says_where_it_was_read() -> None:
    archive, chosen = chat(STOP)
    found = review(archive, chosen, NOT_SAID, clock=NOW)
    assert (found.verdict.move, found.next_step.name, found.next_step.sentence) == (Move.WALK, "no_contact", None)
    assert "stop_read" in found.assumed
    stated = review(archive, chosen, replace(NOT_SAID, stop_contact=True), clock=NOW)
    assert (stated.verdict.move, "stop_read" in stated.assumed) == (Move.WALK, False)
    other = review(archive, chosen, SAID_NO, clock=NOW)
    assert ("stop_contact" in other.verdict.because, "stop_read" in other.assumed) == (False, False)
    assert other.verdict.values is not None


def test_fear_comes_before_it() -> None:
    archive, chosen = chat(STOP)
    found = review(archive, chosen, replace(NOT_SAID, afraid="yes"), clock=NOW)
    assert found.verdict.move is Move.SUPPORT


@pytest.mark.parametrize(("said_of_it", "state", "held"), [(None, "stop_contact", True), (False, "open", False)])
def test_a_leaving_and_a_draft_know_the_same(said_of_it: bool | None, state: str, *, held: bool) -> None:
    archive, chosen = chat(STOP)
    answers = replace(NOT_SAID, stop_contact=said_of_it)
    pursuit = Pursuit("Bea", answers, me="Jo", with_="Bea")
    assert leaving(pursuit, archive, clock=NOW, tz="UTC").state == state
    found = draft_to("Thank you. I will not write again.", answers, chosen, wiring.draft_rules(), now=AFTER)
    assert (found == "stop_contact") == held


def test_every_verb_knows_it_until_it_is_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WALKAWAY_HOME", str(tmp_path))
    (tmp_path / "Bea").mkdir()
    rows = [("2026-04-07", "Jo", "Our deck."), ("2026-05-05", "Jo", "Any news?"), ("2026-06-02", "Bea", STOP)]
    table = "when,who,text\n" + "".join(f'{day}T10:00:00Z,{who},"{text}"\n' for day, who, text in rows)
    file = tmp_path / "Bea" / "chat.csv"
    file.write_text(table)
    people = ("--me", "Jo", "--with", "Bea", "--kind", "investor")

    def known() -> list[Any]:
        """What the card gives as its reason, what the table and a leaving call it, what is held back elsewhere."""
        card = as_json("review", "Bea", *people)["verdict"]["because"][0]["code"]
        (line,) = as_json("status")["pursuits"]
        as_json("offer", "Bea", "--selling", "--fallback", "50", "--likely", "60..90", "--theirs", "55")
        talk = as_json("offer", "Bea", "--undo")["held"]
        left = as_json("leave", "Bea")["state"]
        as_json("leave", "Bea", "--undo")
        return [card, line["soft_no"], as_json("option", "Bea")["held"], talk, left]

    assert as_json("read", str(file), *people)["verdict"]["because"][0]["code"] == "stop_contact"
    assert known() == ["stop_contact", "stop", "walk", "stop_contact", "stop_contact"]
    assert as_json("read", str(file), *people, "--no-stop-contact")["verdict"]["because"][0]["code"] != "stop_contact"
    as_json("review", "Bea", "--no-stop-contact")
    card, *elsewhere = known()
    assert card != "stop_contact"
    assert elsewhere == [None, None, None, "open"]


def test_the_pages_know_it_and_the_box_can_be_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "PATIENCE", 60.0)  # on a busy machine Today shows how far it is, in place of the table
    found = make(8765)
    lay_out(found, "client")
    write_to(found, "Milo", STOP)
    client, place = client_of(found), f"/p/{found.visit.key('Milo')}"
    card = cells_of(client.get("/").text, "Milo")
    assert " Walk " in card
    assert "no contact" in card
    assert "<blockquote" not in main(client, place)
    settings = main(client, f"{place}/settings")
    assert 'name="stop_read"' in settings
    assert "checked" in settings.split('name="stop_contact"')[1][:30]
    for page in (f"{place}/talk", f"{place}/options"):
        assert "<svg" not in main(client, page)
    client.post(f"{place}/answers", data={"all": "1", "stop_read": "yes", "kind": "investor"})
    assert found.desk.answers("Milo").stop_contact is False
    assert "no contact" not in cells_of(client.get("/").text, "Milo")
    assert 'name="stop_read"' not in main(client, f"{place}/settings")
