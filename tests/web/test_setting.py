"""What is set in place (rules, order, options, a week, hours) is kept as the terminal keeps it."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import client_of, lay_out, make

from walkaway.app.pursuit import Pursuit, You
from walkaway.core.standards.commitment import LADDERS, Standing
from walkaway.core.standards.examples import EXAMPLES
from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.promise import in_force
from walkaway.web.screens import lists
from walkaway.web.site import Site

NAME = "Quill & Co"


@pytest.fixture
def found() -> Site:
    site = make(8765)
    lay_out(site, "client", "deal", "investor", "job")
    return site


def say(found: Site, client: TestClient, page: str, **form: str) -> Pursuit:
    answer = client.post(f"/p/{found.visit.key(NAME)}/{page}", data=form)
    assert answer.status_code == 200, answer.text
    return found.desk.pursuit(NAME)


def test_a_rule_with_all_its_parts_is_kept_and_dropped(found: Site) -> None:
    client = client_of(found)
    say(found, client, "standards", do="own", name="answers")
    say(found, client, "standards", do="target", name="answers", target="80")
    rule = {"level": "70", "misses": "3", "within": "6", "grace": "1", "more": "yes", "words": "I wrote this at ease."}
    pursuit = say(found, client, "standards", do="promise", name="answers", **rule)
    held = in_force(pursuit.promises["replies" if "replies" in pursuit.promises else "answers"], found.desk.now().at)
    assert held is not None
    kept = held.rule
    assert (kept.misses, kept.weeks, kept.grace, kept.ask_first) == (3, 6, 1, False)
    pursuit = say(found, client, "standards", do="drop_promise", name="answers")
    assert next(iter(pursuit.promises.values()))[-1].rule is None


def test_a_sentence_has_no_blanks_left(found: Site) -> None:
    client, page = client_of(found), f"/p/{found.visit.key(NAME)}/standards"
    for example in EXAMPLES[PursuitKind.CLIENT]:
        say(found, client, "standards", do="take", take=example.name)
    assert "{" not in client.get(page).text.split("<main")[1]


def test_the_order_is_the_persons(found: Site) -> None:
    client = client_of(found)
    for name in ("One", "Two", "Three"):
        say(found, client, "standards", do="own", name=name)
    assert [s.name for s in say(found, client, "standards", do="up", name="Three").standards] == ["One", "Three", "Two"]
    assert [s.name for s in say(found, client, "standards", do="up", name="One").standards] == ["One", "Three", "Two"]
    assert say(found, client, "standards", do="alone").only_mine
    assert not say(found, client, "standards", do="usual").only_mine


def test_what_is_settled(found: Site) -> None:
    client = client_of(found)
    steps = LADDERS[found.desk.pursuit(NAME).answers.kind or PursuitKind.CLIENT]
    said = {"you_said": steps[1], "you_done": steps[0], "they_said": steps[2], "they_done": ""}
    pursuit = say(found, client, "standards", do="stand", **said)
    assert (pursuit.you, pursuit.them) == (Standing(steps[1], steps[0]), Standing(steps[2], None))
    refused = client.post(f"/p/{found.visit.key(NAME)}/standards", data={"do": "stand", "you_said": "moon"})
    assert refused.status_code == 400


def test_an_option_and_a_week_with_all_their_parts(found: Site) -> None:
    client = client_of(found)
    option = {"name": "Another", "worst": "3", "best": "7", "chance": "60", "hours": "5", "money": "40", "weeks": "2"}
    pursuit = say(found, client, "options", do="add", **option)
    kept = pursuit.options[-1]
    assert (kept.worth, kept.chance, kept.hours, kept.money, kept.weeks) == ((3.0, 5.0, 7.0), 0.6, 5.0, 40.0, 2.0)
    week = {"week_weak": "2", "week_asking": "1", "week_hour_pays": "50", "week_income": "900", "week_good": "8"}
    pursuit = say(found, client, "options", do="week", unit="points", **week)
    assert (pursuit.week.weak, pursuit.week.asking, pursuit.week.hour_pays, pursuit.week.income) == (2, 1, 50, 900)


def test_hours_are_kept_and_change_the_week(found: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "PATIENCE", 60.0)  # on a busy machine Today shows how far it is, in place of the week
    client = client_of(found)
    assert client.post("/hours", data={"hours_week": "20", "hours_own_life": "25"}).status_code == 200
    assert found.desk.keeper.shelf().you() == You(20.0, 0.25)
    assert "Of 20 hours a week (the hours you named), the first 5 are for your own life." in client.get("/").text
    refused = client.post("/hours", data={"hours_week": "200"})
    assert refused.status_code == 400
    assert "Hours a week" in refused.text
    client.post("/hours", data={"hours_week": "", "hours_own_life": "50"})
    assert found.desk.keeper.shelf().you() == You(20.0, 0.5)


def test_an_option_added_again_is_said_to_be_changed(found: Site) -> None:
    client = client_of(found)
    place = f"/p/{found.visit.key('Marlow Capital')}/options"
    new = {"name": "Another fund", "worst": "2", "best": "4"}
    assert "One of this name was here" not in client.post(place, data=new).text
    assert "One of this name was here" in client.post(place, data={**new, "best": "5"}).text
    assert "168 hours" in client.post(place, data={"do": "week", "week_good": "5", "week_hours": "500"}).text
    assert "Points go from 0" in client.post(place, data={"do": "week", "unit": "points", "week_good": "900"}).text
