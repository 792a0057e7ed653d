"""Today: the table over everyone says what the terminal says, and a long look at many shows how far it is."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import client_of, lay_out, make

from walkaway.app.answers import Answers
from walkaway.app.keeper import File
from walkaway.app.left import Left
from walkaway.app.ports import ReadOptions
from walkaway.app.pursuit import Pursuit
from walkaway.core.standards.standard import PursuitKind
from walkaway.web.screens import lists
from walkaway.web.site import Site
from walkaway.wiring import read_handed
from walkaway.words.everyone import status_line

ALL = ("client", "deal", "friend", "investor", "job", "partner")
NO = "We like it, but it is too early for us. Please come back to us in March."


def write_to(found: Site, name: str, theirs: str) -> None:
    """Three mails with an investor; the last one is theirs."""
    rows = (
        ("2026-04-07", "Jo", "Our deck is attached."),
        ("2026-05-05", "Jo", "Any news?"),
        ("2026-06-02", name, theirs),
    )
    text = "when,who,text\n" + "".join(f'{day}T10:00:00+00:00,{who},"{said}"\n' for day, who, said in rows)
    file = File(f"{name}.csv", text.encode())
    archive = read_handed([(file.name, file.raw)], ReadOptions(tz="UTC"))
    pursuit = Pursuit(name, Answers(kind=PursuitKind.INVESTOR), me="Jo", with_=name)
    found.desk.take_in(pursuit, (file,), archive)


def judged(client: TestClient, page: str) -> str:
    """The page, once everybody on it is looked at."""
    shown = client.get(page).text
    while " looked at." in shown:
        shown = client.get(page).text
    return shown


def cells_of(html: str, who: str) -> str:
    row = next(row for row in html.split('<tr role="row"')[1:] if f"<bdi>{escape(who)}</bdi>" in row)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row.split("</tr>")[0]))


def test_the_table_says_what_the_terminal_says() -> None:
    found = make(8765)
    lay_out(found, *ALL)
    write_to(found, "Vera", NO)
    write_to(found, "Milo", "Please stop contacting me.")
    html = judged(client_of(found), "/")
    table, _ = found.desk.over_everyone()
    assert len(table) == len(ALL) + 2
    for one, row in table:
        shown, said = cells_of(html, one.pursuit.name), status_line(one, row)
        _, _, word, _, share, no, on, hour, close = said.cells
        assert f" {word} " in shown
        assert share.replace("-", "–") in shown
        assert (f"Their no {no} " in shown) if no else "Their no timing" not in shown
        assert f"Next hour {hour}" in shown or not hour
        assert ("Next date" in shown and re.search(r"Next date \d", shown) is not None) == bool(on)
        assert (re.search("Close yes", shown) is not None) == (close == "yes")
    assert "no contact" in cells_of(html, "Milo")
    assert "timing" in cells_of(html, "Vera")


def test_who_was_left_needs_nobody_today() -> None:
    found = make(8765)
    lay_out(found, "investor")
    client = client_of(found)
    assert "Marlow" in judged(client, "/").split('id="all"')[0]
    pursuit = found.desk.pursuit("Marlow Capital")
    found.desk.keep(replace(pursuit, left=Left(on=found.desk.now().local)))
    assert "Marlow" not in judged(client, "/").split('id="all"')[0]


def test_a_long_look_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """One is looked at for each time asked, at least; then the page asks for itself."""
    monkeypatch.setattr(lists, "PATIENCE", 0.0)
    found = make(8765)
    lay_out(found, *ALL)
    client = client_of(found)  # entering leads to Today, which looks at the first
    seen = [_progress(client) for _ in range(4)]
    assert seen == [2, 3, 4, 5]
    last = client.get("/", headers={"HX-Request": "true"})
    assert (last.headers["hx-refresh"], last.text) == ("true", "")
    assert "Everything you keep an eye on" in client.get("/").text


def _progress(client: TestClient) -> int:
    shown = client.get("/", headers={"HX-Request": "true"}).text
    assert "<html" not in shown
    assert "Leave" not in shown
    found = re.search(r'<progress max="6" value="(\d)"', shown)
    assert found is not None
    return int(found[1])


def test_without_scripts_a_long_look_goes_on_by_a_link(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "PATIENCE", 0.0)
    found = make(8765)
    lay_out(found, "client", "deal", "friend")
    client = client_of(found)
    shown = client.get("/write").text
    assert "2 of 3 looked at" in shown
    assert 'class="leave"' in shown
    assert 'href="/write">Go on</a>' in shown
    assert "looked at" not in client.get("/write").text
