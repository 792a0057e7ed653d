"""A talk over packages on a page: issues, points and packages kept, shown side by side; nothing where safety holds."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import client_of, make
from tests.web.test_safety import main

from walkaway.app.answers import Answers
from walkaway.app.own_talk import OwnTalk
from walkaway.app.pursuit import Pursuit
from walkaway.core.standards.standard import PursuitKind
from walkaway.web.site import Site
from walkaway.words.shell import LANGUAGES, shell
from walkaway.words.spoken import spoken

NAME = "Marlow Capital"
Opened = tuple[Site, TestClient, str]


@pytest.fixture
def opened() -> Opened:
    found = make(8765)
    found.desk.keep(Pursuit(NAME, Answers(kind=PursuitKind.INVESTOR)))
    client = client_of(found)
    return found, client, f"/p/{found.visit.key(NAME)}/packages"


def kept(found: Site) -> OwnTalk:
    talk = found.desk.pursuit(NAME).talk
    assert talk is not None
    return talk


def settle(client: TestClient, place: str) -> None:
    """Three issues, what they are worth, what there is otherwise, and a package of theirs."""
    for name, values in (("Sum", "100k, 150k, 200k"), ("Seats", "2, 1, 0"), ("Months", "6, 12")):
        assert client.post(place, data={"do": "issue", "name": name, "values": values}).status_code == 200
    client.post(place, data={"do": "points", "points_0": "100", "points_1": "80", "points_2": "20"})
    client.post(place, data={"do": "frame", "fallback": "30", "free": "yes"})
    package = {"do": "package", "by": "them", "value_0": "100k", "value_1": "1", "value_2": "6", "on": "2026-06-01"}
    assert client.post(place, data=package).status_code == 200


def test_packages_stand_side_by_side(opened: Opened) -> None:
    found, client, place = opened
    settle(client, place)
    talk = kept(found)
    assert [(issue.name, issue.points) for issue in talk.issues] == [("Sum", 100), ("Seats", 80), ("Months", 20)]
    assert (talk.fallback, talk.voluntary, dict(talk.packages[0].choice)["Seats"]) == (30, True, "1")
    page = main(client, place)
    assert re.search(r"<h1>(Accept|Counter|Ask|Wait|Walk)</h1>", page)
    for shown in ("Theirs now", "To you, of 100", "To them, a guess", "A yes, a guess", "Why", "What is safe to say"):
        assert shown in page
    sheet = main(client, place.replace("packages", "talk/sheet"))
    assert "100k" in sheet
    assert "Packages side by side" in sheet
    client.post(place, data={"do": "walked"})
    client.post(place, data={"do": "back"})
    assert (kept(found).walked[0].back_after, kept(found).walked[0].at) == (0, kept(found).walked[0].back_with)
    for _ in range(2):
        client.post(place, data={"do": "undo"})
    client.post(place, data={"do": "undo", "what": "walked"})
    assert (kept(found).packages, kept(found).walked) == ((), ())
    client.post(place, data={"do": "drop", "name": "Months"})
    client.post(place, data={"do": "anew"})
    assert kept(found) == OwnTalk()


@pytest.mark.parametrize(
    "form",
    [
        {"do": "issue", "name": "Sum", "values": "one"},
        {"do": "issue", "name": "", "values": "1, 2"},
        {"do": "points", "points_0": "many"},
        {"do": "points", "points_0": "101"},
        {"do": "package", "by": "someone"},
        {"do": "package", "by": "them", "value_0": "1m"},
        {"do": "frame", "fallback": "much"},
        {"do": "frame", "fallback": "30", "came": "-3"},
        {"do": "back"},
        {"do": "drop", "name": "Nothing"},
        {"do": "dance"},
    ],
)
def test_what_does_not_fit_is_said_and_not_kept(opened: Opened, form: dict[str, str]) -> None:
    found, client, place = opened
    settle(client, place)
    before = kept(found)
    answer = client.post(place, data=form)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert kept(found) == before


STATES = [
    Answers(),
    Answers(kind=PursuitKind.PARTNER),
    Answers(kind=PursuitKind.PARTNER, afraid="no"),
    Answers(kind=PursuitKind.INVESTOR, afraid="yes"),
    Answers(kind=PursuitKind.INVESTOR, afraid="unsure", stop_contact=True),
    Answers(kind=PursuitKind.INVESTOR, stop_contact=True),
    Answers(kind=PursuitKind.INVESTOR),
]


def test_where_safety_holds_nothing_of_it_is_shown_or_kept(opened: Opened) -> None:
    found, client, place = opened
    settle(client, place)
    before = kept(found)
    for answers in STATES:
        found.desk.say(NAME, answers)
        open_ = answers.afraid is None and answers.kind is not PursuitKind.INVESTOR
        held = answers.stop_contact or open_ or answers.afraid in ("yes", "unsure")
        for part in ("packages", "talk/sheet", "talk"):
            page = main(client, place.replace("packages", part))
            for shown in ("<blockquote", "100k", "Sum", "What is safe to say"):
                assert (shown in page) <= (not held), (answers, part, shown)
            assert ("/support" in page) == (answers.afraid in ("yes", "unsure"))
        client.post(place, data={"do": "undo"})
        assert (kept(found) == before) == held
        if not held:
            found.desk.keep(Pursuit(NAME, answers, talk=before))


def test_a_talk_over_a_price_leads_there_and_one_over_packages_here(opened: Opened) -> None:
    _, client, place = opened
    price = place.replace("packages", "talk")
    client.post(price, data={"do": "frame", "fallback": "80"})
    assert shell("en").words["pack_over_price"] in main(client, place)
    assert client.post(place, data={"do": "issue", "name": "Sum", "values": "1, 2"}).status_code == 400
    client.post(price, data={"do": "anew"})
    settle(client, place)
    assert client.get(price).url.path == place


@pytest.mark.parametrize("code", LANGUAGES)
def test_in_every_language_and_hidden(opened: Opened, code: str) -> None:
    _, client, place = opened
    settle(client, place)
    client.post("/language", data={"language": code})
    assert shell(code).words["pack_log"] in main(client, place)
    assert shell(code).words["sheet_title"] in main(client, place.replace("packages", "talk/sheet"))
    client.post("/discreet")
    for part in ("packages", "talk/sheet"):
        page = re.sub(r'value="[^"]*"', "", main(client, place.replace("packages", part)))
        assert "100k" not in page
        assert "Marlow" not in page


def test_a_price_you_walked_at_is_not_said_as_what_a_package_is_worth(opened: Opened) -> None:
    found, client, place = opened
    price = place.replace("packages", "talk")
    client.post(price, data={"do": "note", "act": "them", "number": "77"})
    client.post(price, data={"do": "note", "act": "walked", "number": "77"})
    client.post(price, data={"do": "anew"})
    settle(client, place)
    assert kept(found).walked == ()
    page = main(client, place)
    assert "77" not in re.sub(r"/p/[0-9a-f]+", "", page)  # a key may hold any digits
    assert "Over all talks you walked 1 time." in page
    assert 'value="back"' not in page
    client.post(place, data={"do": "anew"})
    assert [(one.walked.at, one.points) for one in kept(found).earlier] == [(77, False)]


@pytest.mark.parametrize("code", ["de", "es"])
def test_the_worksheet_speaks_the_language_of_the_page(opened: Opened, code: str) -> None:
    _, client, place = opened
    client.post("/language", data={"language": code})
    settle(client, place)
    sheet = main(client, place.replace("packages", "talk/sheet"))
    assert spoken(code).packages.SIDE_BY_SIDE in sheet
    assert 'lang="en"' not in sheet
    assert "What " not in sheet


def test_a_worksheet_of_nothing_yet_is_all_blanks(opened: Opened) -> None:
    _, client, place = opened
    sheet = main(client, place.replace("packages", "talk/sheet"))
    assert sheet.count('class="blank"') >= 4
    assert "What they have without you" in sheet
