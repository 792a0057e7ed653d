"""Ahead, on a page: ranges beside what is usual, a client's purchases, and what hides it."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import client_of, lay_out, make
from tests.web.test_safety import main

from walkaway.app.answers import Answers, Fear
from walkaway.app.leave import leave
from walkaway.app.pursuit import Pursuit
from walkaway.core.events import DAY
from walkaway.core.standards.standard import PursuitKind
from walkaway.web.site import Site
from walkaway.words.shell import shell
from walkaway.words.spoken import spoken

IN_TEN = re.compile(r"\d to \d+ in 10")
TABLE = "\n".join(["order;date", *(f"{k};2026-0{k}-05" for k in range(1, 6))])


@pytest.fixture
def opened() -> tuple[Site, TestClient, str]:
    found = make(8765)
    lay_out(found, "friend")
    return found, client_of(found), f"/p/{found.visit.key('Sam')}/ahead"


def handed(client: TestClient, place: str, text: str | bytes, name: str = "bought.csv") -> tuple[int, str]:
    answer = client.post(place, files={"purchases": (name, text)})
    return answer.status_code, answer.text


def test_an_answer_and_a_first_word_are_ranges_beside_what_is_usual(opened: tuple[Site, TestClient, str]) -> None:
    found, client, place = opened
    page = main(client, place)
    assert len(IN_TEN.findall(page)) >= 2
    assert spoken("en").forecasts.HEADINGS["first"] in page
    assert "no reason to" in page
    assert f'href="{place}"' in main(client, place.removesuffix("/ahead"))
    found.visit.discreet = True
    assert not IN_TEN.search(main(client, place))


@pytest.mark.parametrize(
    ("afraid", "stop", "said"),
    [("yes", False, "You said that you are afraid"), ("unsure", False, "You said"), ("no", True, "Send nothing"),
     (None, False, "Answer this first")],
)  # fmt: skip
def test_nothing_is_foretold_where_safety_holds_back(
    opened: tuple[Site, TestClient, str], afraid: Fear | None, stop: bool, said: str
) -> None:
    found, client, place = opened
    found.desk.say("Sam", Answers(kind=PursuitKind.FRIEND, afraid=afraid, stop_contact=stop))
    page = main(client, place)
    assert said in page
    assert not IN_TEN.search(page)
    assert ("Sam" in page) == (afraid not in ("yes", "unsure"))
    assert not IN_TEN.search(handed(client, place, TABLE)[1])


def test_after_leaving_it_points_to_after(opened: tuple[Site, TestClient, str]) -> None:
    found, client, place = opened
    found.desk.keep(leave(found.desk.pursuit("Sam"), on=found.desk.now().local // DAY * DAY - 9 * DAY, until=None))
    page = main(client, place)
    assert "What came after is under After." in page
    assert not IN_TEN.search(page)


def test_a_client_with_purchases_only(opened: tuple[Site, TestClient, str]) -> None:
    found, client, _ = opened
    found.desk.keep(Pursuit("Mill", answers=Answers(kind=PursuitKind.CLIENT)))
    place = f"/p/{found.visit.key('Mill')}/ahead"
    assert shell("en").words["ahead_nothing"] in main(client, place)
    code, page = handed(client, place, TABLE)
    assert code == 200
    assert "They bought on 5 days, first on 5 January 2026, last on 5 May 2026." in page
    assert IN_TEN.search(page)
    assert "5 January" not in main(client, place)  # read, and not kept


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("", "bought.csv: there is nothing in it"),
        ("\n", "is empty"),
        ("date\nin May", "Row 2 of bought.csv holds no day I know"),
        ("date", "nothing below it"),
        ("2027-01-05", "no purchase up to that day"),
        (bytes(range(256)), "bought.csv"),
    ],
)
def test_a_table_that_does_not_do_is_said_in_a_sentence(
    opened: tuple[Site, TestClient, str], text: str | bytes, answer: str
) -> None:
    found, client, _ = opened
    found.desk.keep(Pursuit("Mill", answers=Answers(kind=PursuitKind.CLIENT)))
    code, page = handed(client, f"/p/{found.visit.key('Mill')}/ahead", text)
    assert code == 400
    assert answer in re.sub(r"\s+", " ", page)
    assert 'role="alert"' in page


def test_it_is_whole_in_every_language(opened: tuple[Site, TestClient, str]) -> None:
    _, client, place = opened
    for code in ("de", "es"):
        client.post("/language", data={"language": code})
        page = main(client, place)
        assert spoken(code).forecasts.HEADINGS["first"] in page
        assert not IN_TEN.search(page)


def test_of_a_table_of_several_customers_only_their_rows_count(opened: tuple[Site, TestClient, str]) -> None:
    found, client, _ = opened
    found.desk.keep(Pursuit("Mill", answers=Answers(kind=PursuitKind.CLIENT)))
    place = f"/p/{found.visit.key('Mill')}/ahead"
    rows = "\n".join(f"2026-0{month}-{day},{who}" for month in (1, 2, 3) for day, who in ((10, "Mill"), (20, "Oak")))
    code, page = handed(client, place, f"date,customer\n{rows}")
    assert code == 200
    assert "They bought on 3 days, first on 10 January 2026, last on 10 March 2026." in page
    code, page = handed(client, place, f"date,customer\n{rows.replace('Mill', 'Elm')}")
    assert code == 400
    assert "bought.csv holds purchases of 2 customers, and none of them is called like this one." in page


def test_a_column_that_would_be_empty_is_not_there(opened: tuple[Site, TestClient, str]) -> None:
    found, client, _ = opened
    found.desk.keep(Pursuit("Mill", answers=Answers(kind=PursuitKind.CLIENT)))
    code, page = handed(client, f"/p/{found.visit.key('Mill')}/ahead", "date\n2026-06-01\n2026-06-20")
    assert code == 200
    assert "They buy again" in page
    assert "Of customers as late as this" not in page
