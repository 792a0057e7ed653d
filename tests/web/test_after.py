"""After, on a page: leaving and taking it back, the days as squares, what is written to nobody, and what hides it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import NOW, client_of, lay_out, make
from tests.web.test_safety import main

from walkaway.app.leave import leave
from walkaway.app.left import Left
from walkaway.app.unsent import hold
from walkaway.core.events import DAY, HOUR
from walkaway.core.leaving.silence import Clock
from walkaway.web.day_strip import MOST, drawn, stretches
from walkaway.web.site import Site
from walkaway.words.shell import LANGUAGES
from walkaway.words.spoken import spoken

TODAY = NOW // DAY * DAY
GO = {"do": "leave", "on": "2026-06-28", "door": "closed", "tone": "plain"}


@pytest.fixture
def opened() -> tuple[Site, TestClient, str]:
    """A pursuit that lies in memory for the visit."""
    found = make(8765)
    lay_out(found, "investor")
    client = client_of(found)
    return found, client, f"/p/{found.visit.key('Marlow Capital')}/after"


def left_of(found: Site) -> Left:
    kept = found.desk.pursuit("Marlow Capital").left
    assert kept is not None
    return kept


def left_on(found: Site, on: int, until: int | None = None) -> None:
    found.desk.keep(leave(found.desk.pursuit("Marlow Capital"), on=on, until=until))


def listed(found: Site, client: TestClient) -> str:
    """The list, after everyone on it was judged: before, it says how far that is."""
    found.desk.reviewed("Marlow Capital")
    return main(client, "/after")


def test_one_leaves_with_a_farewell_in_the_tone_one_chose_and_takes_it_back(
    opened: tuple[Site, TestClient, str],
) -> None:
    found, client, place = opened
    assert 'value="leave"' in main(client, place)
    page = client.post(place, data={**GO, "door": "dated", "until": "2026-08-01", "tone": "warm"}).text
    assert "Thank you for your time and your questions. I am closing our talks here." in page
    assert "I will look at this again on 1 August 2026." in page
    assert 'data-copy="farewell"' in page
    assert (left_of(found).on, left_of(found).until) == (TODAY, TODAY + 34 * DAY)
    assert "Thank you for your time and your questions." in main(client, place)  # also when it is opened again
    client.post(place, data={"do": "tone", "tone": "plain"})
    assert "Thank you for looking at this." in main(client, place)
    assert "You left on 28 June 2026. You look again on 1 August 2026." in main(client, place.removesuffix("/after"))
    client.post(place, data={"do": "door", "door": "closed"})
    assert left_of(found).until is None
    client.post(place, data={"do": "undo"})
    assert found.desk.pursuit("Marlow Capital").left is None


WRONG: tuple[tuple[dict[str, str | list[str]], str], ...] = (
    ({"on": "2026-06-29"}, "today or before"),
    ({"door": "dated", "until": "2026-06-28"}, "still to come"),
    ({"door": "dated", "until": ""}, "still to come"),
    ({"on": "soon"}, "Give a day like"),
    ({"do": "letter", "text": " "}, "empty"),
    ({"do": "hold", "text": "x", "hours": "9999"}, "cannot wait"),
    ({"do": "urge", "strength": "6"}, "from 1"),
    ({"do": "urge", "strength": "\u00b2"}, "from 1"),
    ({"do": "close", "learned": ["a", "b", "c"]}, "two lines"),
)


def test_what_does_not_fit_is_said_and_nothing_is_kept(opened: tuple[Site, TestClient, str]) -> None:
    found, client, place = opened
    for more, why in WRONG:
        answer = client.post(place, data={**GO, **more})
        assert answer.status_code == 400
        assert 'role="alert"' in answer.text
        assert why in answer.text
        assert found.desk.pursuit("Marlow Capital").left is None


def test_the_calendar_file_names_nobody_and_is_there_with_a_date_only(opened: tuple[Site, TestClient, str]) -> None:
    found, client, place = opened
    assert client.get(f"{place}/date").status_code == 404
    left_on(found, TODAY, TODAY + 34 * DAY)
    answer = client.get(f"{place}/date")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.headers["content-disposition"] == 'attachment; filename="date.ics"'
    assert "DTSTART;VALUE=DATE:20260801\r\n" in answer.text
    assert "Marlow" not in answer.text
    assert f'href="{place}/date"' in main(client, place)


def test_letters_and_urges_are_kept_shown_and_let_go_of(opened: tuple[Site, TestClient, str]) -> None:
    found, client, place = opened
    client.post(place, data={"do": "letter", "text": "Dear <you>,\r\nit is over."})
    client.post(place, data={"do": "urge", "strength": "4", "before": "A song."})
    (letter,) = left_of(found).letters
    assert letter.text == "Dear <you>,\nit is over."
    assert [(one.strength, one.before) for one in left_of(found).urges] == [(4, "A song.")]
    page = main(client, place)
    assert "Dear &lt;you&gt;" in page
    assert "Urges noted: 1. The last one was 4 of 5, on 28 June 2026." in page
    client.post(place, data={"do": "drop_letter", "one": str(letter.at)})
    assert left_of(found).letters == ()
    assert len(left_of(found).urges) == 1


def test_a_message_is_shown_again_only_once_it_has_waited(opened: tuple[Site, TestClient, str]) -> None:
    found, client, place = opened
    left_on(found, TODAY - 9 * DAY)
    client.post(place, data={"do": "hold", "text": "Are you there?", "hours": "72"})
    page = main(client, place)
    assert "A message waits here until 1 July 2026, 21:00." in page
    assert "Are you there?" not in page
    (held,) = left_of(found).held
    pursuit = replace(found.desk.pursuit("Marlow Capital"), left=replace(left_of(found), held=()))
    found.desk.keep(hold(pursuit, held.text, 72, at=NOW - 73 * HOUR))
    page = main(client, place)
    assert "Are you there?" in page
    assert "It is one day, and the others still count." in page
    client.post(place, data={"do": "drop_held", "one": str(left_of(found).held[0].at)})
    assert left_of(found).held == ()


def test_once_they_wrote_there_is_the_test_and_no_forecast(opened: tuple[Site, TestClient, str]) -> None:
    found, client, place = opened
    left_on(found, TODAY - 150 * DAY)
    page = main(client, place)
    assert "Are they really back?" in page
    assert "Will they write first?" not in page
    assert page.count("<dt>You ask for</dt>") == page.count("<dt>Weeks met</dt>") >= 1
    client.post(place, data={"do": "close", "learned": ["I ask late.", "I can wait."]})
    page = main(client, place)
    assert "You learned: I can wait." in page
    assert "Say how many under Options." in page
    assert 'value="close"' not in page


def test_it_is_all_said_in_the_language_of_the_page(opened: tuple[Site, TestClient, str]) -> None:
    found, client, place = opened
    left_on(found, TODAY - 60 * DAY, TODAY + DAY)
    for code in LANGUAGES:
        client.post("/language", data={"language": code})
        page, words = main(client, place), spoken(code).leaving
        assert words.HEADINGS["clock"] in page
        assert words.DATED_DOOR.split("{", maxsplit=1)[0] in page
        assert "lang=" not in page.replace(f'lang="{code}"', "")
        assert words.DATED_DOOR.split("{", maxsplit=1)[0] in main(client, place.removesuffix("/after"))
        assert "walkaway" not in page


def test_hidden_names_numbers_and_letters_are_not_in_the_page(opened: tuple[Site, TestClient, str]) -> None:
    found, client, place = opened
    left_on(found, TODAY - 9 * DAY, TODAY + 9 * DAY)
    client.post(place, data={"do": "letter", "text": "Dear Marlow Capital"})
    client.post(place, data={"do": "hold", "text": "Are you there?", "hours": "24"})
    client.post("/discreet", data={"back": place})
    page = main(client, place)
    for hidden in ("Marlow", "Are you there", "Dear", "June", "July"):
        assert hidden not in re.sub(r"[A-Z][a-z]+ •••|••• [A-Z][a-z]+", "", page), hidden
    seen = re.sub(r"(?s)<svg.*?</svg>|<[^>]*>", " ", page) + "".join(re.findall(r"<desc[^>]*>[^<]*", page))
    assert not re.search(r"\d", seen.replace('id="', ""))


def test_the_list_leads_to_everyone_and_names_nobody_under_support(opened: tuple[Site, TestClient, str]) -> None:
    found, client, place = opened
    assert f'href="{place}"' in listed(found, client)
    left_on(found, TODAY - 9 * DAY)
    page = listed(found, client)
    assert "You left on 19 June 2026." in page
    assert f'href="{place}"' in page
    answers = found.desk.answers("Marlow Capital")
    found.desk.say("Marlow Capital", replace(answers, afraid="unsure"))
    page = listed(found, client)
    assert place not in page
    assert "Marlow" not in page


def test_a_newer_export_moves_the_clock(opened: tuple[Site, TestClient, str]) -> None:
    """What was read before is not what is shown after more was handed over."""
    found, client, place = opened
    left_on(found, TODAY - 9 * DAY)
    before = found.desk.leaving("Marlow Capital")
    assert found.desk.leaving("Marlow Capital").clock is before.clock
    client.post(place, data={"do": "letter", "text": "x"})
    assert found.desk.leaving("Marlow Capital").clock is before.clock
    lay_out(found, "investor")
    found.desk.keep(leave(found.desk.pursuit("Marlow Capital"), on=TODAY - 10 * DAY))
    assert found.desk.leaving("Marlow Capital").clock != before.clock


def test_the_strip_has_a_square_a_day_and_the_table_every_day() -> None:
    lapses = (20_005, 20_006, 20_041)
    clock = Clock(since=20_000, days=42, kept=39, run=0, longest=34, lapses=lapses, wrote_today=False)
    picture = drawn(clock, "Since <you> left", "39 of 42")
    assert picture.count('class="day kept"') == 39
    assert picture.count('class="day wrote"') == 3
    assert picture.count('class="day today"') == 1
    assert "Since &lt;you&gt; left</title>" in picture
    table = stretches(clock)
    assert [(one.first // DAY, one.days, one.kept) for one in table][::-1] == [
        (20_000, 5, True), (20_005, 1, False), (20_006, 1, False), (20_007, 34, True), (20_041, 1, False),
    ]  # fmt: skip
    assert sum(one.days for one in table) == clock.days
    long = replace(clock, days=2_000, lapses=())
    assert drawn(long, "", "").count("<rect") == MOST + 1
    assert [one.days for one in stretches(long)] == [2_000]
    assert stretches(replace(clock, days=0, lapses=())) == ()


def test_what_is_closed_asks_for_no_farewell_and_no_closing(opened: tuple[Site, TestClient, str]) -> None:
    found, client, place = opened
    client.post(place, data=GO)
    assert 'data-copy="farewell"' in main(client, place)
    assert [row.close for _, row in found.desk.over_everyone()[0]] == [True]
    client.post(place, data={"do": "close"})
    assert 'data-copy="farewell"' not in main(client, place)
    assert [row.close for _, row in found.desk.over_everyone()[0]] == [False]
