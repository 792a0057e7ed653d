"""A talk on a page: every number is kept and drawn, advice follows, and where safety holds there is nothing of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
from starlette.testclient import TestClient
from tests.web.conftest import NOW, client_of, lay_out, make
from tests.web.test_safety import main

from walkaway.app.answers import Answers, Fear
from walkaway.app.own_talk import OwnNumber, OwnTalk
from walkaway.core.events import DAY
from walkaway.core.offers.advise import Talk, advise, their_limit
from walkaway.core.offers.concession import Said
from walkaway.core.options.distributions import Uniform
from walkaway.core.options.live import Outside
from walkaway.core.standards.standard import PursuitKind
from walkaway.web.site import Site
from walkaway.web.zone_plot import HEIGHT, WIDTH, Dot, Stand, drawn
from walkaway.words.shell import LANGUAGES, shell

DAY_ONE = NOW // DAY * DAY
WORDS = shell("en").words


@pytest.fixture
def opened() -> tuple[Site, TestClient, str]:
    found = make(8765)
    lay_out(found, "investor")
    client = client_of(found)
    return found, client, f"/p/{found.visit.key('Marlow Capital')}/talk"


def frame(client: TestClient, place: str, **more: str) -> None:
    said = {"do": "frame", "fallback": "$80", "low": "60", "high": "130", **more}
    assert client.post(place, data=said).status_code == 200


def note(client: TestClient, place: str, act: str, number: str, on: str = "2026-06-01") -> int:
    return client.post(place, data={"do": "note", "act": act, "number": number, "on": on}).status_code


def test_a_talk_is_kept_number_by_number_and_judged(opened: tuple[Site, TestClient, str]) -> None:
    found, client, place = opened
    frame(client, place)
    for act, number in (("them", "70"), ("you", "120"), ("them", "84")):
        assert note(client, place, act, number) == 200
    kept = found.desk.pursuit("Marlow Capital").talk
    assert kept is not None
    assert [(one.by, one.number) for one in kept.said] == [("them", 70), ("you", 120), ("them", 84)]
    assert (kept.fallback, kept.likely, kept.currency) == (80, (60, 130), "$")
    page = main(client, place)
    assert re.search(r"<h1>(Accept|Counter|Ask|Wait|Walk)</h1>", page)
    assert page.count('class="their-dot"') == 3  # two numbers and the key
    assert page.count('class="own-dot"') == 2
    for number in ("$70", "$120", "$84", "$80"):
        assert number in page


def test_what_was_noted_can_be_taken_back(opened: tuple[Site, TestClient, str]) -> None:
    found, client, place = opened
    frame(client, place)
    for act in ("them", "came", "walked", "back"):
        assert note(client, place, act, "70") == 200
    kept = found.desk.pursuit("Marlow Capital").talk
    assert kept is not None
    assert (len(kept.came), kept.walked[0].at, kept.walked[0].back_with) == (1, 70, 70)
    for what in ("said", "came", "walked"):
        client.post(place, data={"do": "undo", "what": what})
    left = found.desk.pursuit("Marlow Capital").talk
    assert left == replace(kept, said=(), came=(), walked=())
    client.post(place, data={"do": "anew"})
    assert found.desk.pursuit("Marlow Capital").talk == OwnTalk(currency="$")


@pytest.mark.parametrize(
    "form",
    [
        {"do": "note", "act": "them", "number": "a lot"},
        {"do": "note", "act": "them", "number": ""},
        {"do": "note", "act": "someone", "number": "5"},
        {"do": "note", "act": "them", "number": "5", "on": "soon"},
        {"do": "note", "act": "back", "number": "5"},
        {"do": "note", "act": "came", "number": "-5"},
        {"do": "frame", "fallback": "80", "low": "130", "high": "60"},
        {"do": "frame", "fallback": "80", "low": "130"},
        {"do": "frame", "fallback": "80", "left": "-1"},
        {"do": "frame", "fallback": "80", "breaks_off": "200"},
        {"do": "dance"},
    ],
)
def test_what_does_not_fit_is_said_and_not_kept(opened: tuple[Site, TestClient, str], form: dict[str, str]) -> None:
    found, client, place = opened
    answer = client.post(place, data=form)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert found.desk.pursuit("Marlow Capital").talk is None


STATES = [
    Answers(kind=kind, afraid=afraid, stop_contact=stop)
    for kind in (None, PursuitKind.PARTNER, PursuitKind.INVESTOR)
    for afraid in (None, *get_args(Fear))
    for stop in (False, True)
]


@pytest.mark.parametrize("answers", STATES)
def test_where_safety_holds_nothing_of_the_talk_is_shown(
    opened: tuple[Site, TestClient, str], answers: Answers
) -> None:
    found, client, place = opened
    frame(client, place)
    note(client, place, "them", "84")
    before = found.desk.pursuit("Marlow Capital").talk
    found.desk.say("Marlow Capital", answers)
    open_ = answers.afraid is None and answers.kind is not PursuitKind.INVESTOR
    page = main(client, place)
    if not (answers.stop_contact or open_ or answers.afraid in ("yes", "unsure")):
        assert "<svg" in page
        return
    for shown in ("<svg", "<blockquote", "<form", "$84", "$80"):
        assert shown not in page
    assert "/talk" not in main(client, "/decide")
    note(client, place, "them", "99")
    assert found.desk.pursuit("Marlow Capital").talk == before
    if answers.afraid in ("yes", "unsure"):
        assert "/support" in page
        assert "Marlow" not in page


def test_numbers_hide(opened: tuple[Site, TestClient, str]) -> None:
    _, client, place = opened
    frame(client, place)
    note(client, place, "them", "8457")
    client.post("/discreet")
    page = main(client, place)
    assert "<svg" in page
    assert "8457" not in page.replace(",", "")
    assert "Marlow" not in page


@pytest.mark.parametrize("code", LANGUAGES)
def test_in_every_language(opened: tuple[Site, TestClient, str], code: str) -> None:
    _, client, place = opened
    frame(client, place)
    note(client, place, "them", "84")
    client.post("/language", data={"language": code})
    assert f"<h2>{shell(code).words['talk_plot']}</h2>" in main(client, place)


# --- how far they may go ----------------------------------------------------------------------------------------------


def test_before_a_word_of_theirs_the_interval_is_what_was_thought() -> None:
    low, high = their_limit(Talk((), Outside(80), Uniform(100, 200)))
    assert (low, high) == pytest.approx((105, 195), abs=0.5)
    assert their_limit(Talk((), Outside(-80), Uniform(-200, -100), selling=False)) == pytest.approx((105, 195), abs=0.5)


@pytest.mark.parametrize("seed", range(3))
def test_the_interval_and_the_zone_agree(seed: int) -> None:
    """A line below the interval has a zone in at least 95 of 100, one above it in at most 5. No word is forgotten."""
    rng = np.random.default_rng(seed)
    bids = np.sort(rng.uniform(60, 110, 3)).tolist()
    sides = set()
    for outside in np.linspace(50, 140, 7).tolist():
        talk = Talk(tuple(Said("them", bid) for bid in bids), Outside(outside), Uniform(60, 130))
        (low, high), zone = their_limit(talk), advise(talk).zone
        assert bids[-1] - 1e-9 <= low <= high <= 130 + 1e-9
        sides.add((outside <= low) - (outside > high))
        assert zone >= 0.95 - 1e-9 or outside > low
        assert zone <= 0.05 + 1e-9 or outside <= high
    assert {1, -1} <= sides


@pytest.mark.parametrize("seed", range(20))
def test_all_that_is_drawn_lies_in_the_picture(seed: int) -> None:
    rng = np.random.default_rng(seed)
    size = float(10.0 ** rng.integers(-1, 7))
    n = int(rng.integers(0, 9))
    said = tuple(
        Dot("you" if rng.random() < 0.5 else "them", size * rng.uniform(0, 2), DAY_ONE + int(rng.integers(0, 5)) * DAY)
        for _ in range(n)
    )
    low, high = sorted((size * rng.uniform(0, 2, 2)).tolist())
    stand = Stand(said, size * rng.uniform(0, 2), (low, high), selling=bool(rng.integers(0, 2)))
    picture = drawn(stand, WORDS, "text", ("1 June", "5 June"), lambda price: f"{price:,.2f}")
    for axis, most in (("x1|x2|cx|x", WIDTH), ("y1|y2|cy|y", HEIGHT)):
        for value in re.findall(rf' (?:{axis})="([-\d.]+)"', picture):
            assert 0 <= float(value) <= most
    assert picture.count("own-dot") + picture.count("their-dot") == n


def test_the_zone_is_what_lies_past_the_line() -> None:
    said = (Dot("them", 90.0, DAY_ONE),)
    assert Stand(said, 80.0, (70.0, 100.0), selling=True).zone == (80.0, 100.0)
    assert Stand(said, 80.0, (70.0, 100.0), selling=False).zone == (70.0, 80.0)
    assert Stand(said, 110.0, (70.0, 100.0), selling=True).zone is None
    assert OwnTalk(said=(OwnNumber("them", 90.0, DAY_ONE),)).said[0].number == said[0].number


def test_two_currencies_are_asked_about_on_every_page(opened: tuple[Site, TestClient, str]) -> None:
    found, client, place = opened
    frame(client, place)
    assert note(client, place, "them", "€70") == 400
    assert client.post(place, data={"do": "frame", "fallback": "$80", "low": "€60", "high": "130"}).status_code == 400
    decided = client.post("/decide", data={"kind": "client", "theirs": "$800", "fallback": "€900"})
    assert "There are two currencies here" in decided.text
    pursuit = found.desk.pursuit("Marlow Capital")
    assert pursuit.talk is not None
    assert (pursuit.talk.said, pursuit.talk.currency) == ((), "$")
    options = place.replace("/talk", "/options")
    assert client.post(options, data={"do": "week", "unit": "€", "week_good": "$900"}).status_code == 400
    client.post(options, data={"do": "week", "week_good": "€900"})
    assert found.desk.pursuit("Marlow Capital").week.unit == "€"


def test_days_to_come_and_prices_below_nothing_are_refused_and_the_log_is_by_day(
    opened: tuple[Site, TestClient, str],
) -> None:
    found, client, place = opened
    frame(client, place)
    assert note(client, place, "them", "70", "2027-12-01") == 400
    assert note(client, place, "them", "-5") == 400
    assert client.post(place, data={"do": "frame", "fallback": "80", "expires": "2020-01-01"}).status_code == 400
    note(client, place, "them", "75", "2026-06-01")
    note(client, place, "them", "70", "2026-05-01")
    pursuit = found.desk.pursuit("Marlow Capital")
    assert pursuit.talk is not None
    assert [one.number for one in pursuit.talk.by_day] == [70, 75]
    text = client.get(place).text
    assert text.index("<td>$70</td>") < text.index("<td>$75</td>")
