"""A form that does not fit comes back with all that was typed, and with what is wrong beside it, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import client_of, exported, lay_out, make
from tests.web.test_handing import hand

from walkaway.app import set_packages, set_standards
from walkaway.app.answers import Answers
from walkaway.app.issues import OwnIssue
from walkaway.app.own_talk import OwnTalk
from walkaway.app.pursuit import OwnWeek
from walkaway.core.standards.standard import PursuitKind
from walkaway.web.pages import number_written
from walkaway.web.site import Site
from walkaway.words.amount import amount
from walkaway.words.shell import LANGUAGES

DEAL, FRIEND = "Harbour Lane", "Sam"


@dataclass
class Form:
    """A form of a page as a browser would send it, and what stands in it beside its fields."""

    act: str = ""
    fields: dict[str, list[str]] = field(default_factory=dict)
    alert: bool = False
    shut: bool = False


class Forms(HTMLParser):
    """All forms of a page. What is folded away is not seen: `shut` where a form lies in it, or what was typed does."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._details: list[bool] = []
        self._form: Form | None = None
        self._select = self._area = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "details":
            self._details.append("open" in said)
        elif tag == "form":
            self._form = Form(shut=not all(self._details))
            self.found.append(self._form)
        elif self._form is not None:
            self._in_form(self._form, tag, said)

    def _in_form(self, form: Form, tag: str, said: dict[str, str]) -> None:
        name = said.get("name", "")
        if said.get("role") == "alert":
            form.alert = True
        elif tag == "button" and name == "do" and not form.act:
            form.act = said["value"]
        elif tag == "select":
            self._select = name
        elif tag == "textarea":
            self._area = name
            form.fields.setdefault(name, [])
        elif tag == "option" and "selected" in said:
            form.fields.setdefault(self._select, []).append(said["value"])
        elif tag == "input" and (said.get("type") not in ("radio", "checkbox", "file") or "checked" in said):
            form.fields.setdefault(name, []).append(said.get("value", ""))
            form.shut = form.shut or (said.get("type") != "hidden" and not all(self._details) and bool(said["value"]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self._details.pop()
        elif tag == "form":
            self._form = None
        elif tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area and self._form is not None:
            self._form.fields[self._area].append(data.removeprefix("\n"))


@pytest.fixture(scope="module")
def found() -> Site:
    """Two pursuits with something set in each, so that every form is on its page."""
    site = make(8765)
    lay_out(site, "deal", "friend")
    deal = site.desk.pursuit(DEAL)
    friend = set_standards.add(site.desk.pursuit(FRIEND), "Good to be with")
    friend = set_standards.add(friend, "openings", 2.0)
    issues = (OwnIssue("Pay", ("55k", "60k"), (0.0, 1.0)), OwnIssue("Days", ("5", "4"), (0.0, 1.0)))
    talk = OwnTalk()
    for issue in issues:
        talk = set_packages.with_issue(talk, issue)
    site.desk.keep(replace(deal, talk=talk))
    site.desk.keep(replace(friend, week=OwnWeek(unit="€", good=1_234_567.0)))
    return site


@pytest.fixture(scope="module")
def client(found: Site) -> TestClient:
    return client_of(found)


def place(found: Site, page: str) -> str:
    kind, _, rest = page.partition("/")
    return f"/p/{found.visit.key(DEAL if kind == 'deal' else FRIEND)}/{rest}" if rest else f"/{page}"


Typed = dict[str, str | list[str]]
WRONG: list[tuple[str, Typed]] = [
    (
        "friend/options",
        {
            "do": "add",
            "name": "A <b>course</b>",
            "worst": "much",
            "best": "7,5",
            "chance": "40",
            "hours": "3",
            "money": "120",
            "weeks": "6",
        },
    ),
    (
        "friend/options",
        {
            "do": "week",
            "unit": "€",
            "week_good": "9",
            "week_free": "1",
            "week_costs": "2",
            "week_hours": "five",
            "week_weak": "3",
            "week_asking": "1",
            "week_hour_pays": "50",
            "week_income": "0",
        },
    ),
    ("friend/standards", {"do": "target", "name": "openings", "target": "-2"}),
    ("friend/standards", {"do": "rate", "name": "Good to be with", "score": "11"}),
    (
        "friend/standards",
        {
            "do": "promise",
            "name": "openings",
            "level": "lots",
            "words": "I was calm & clear",
            "misses": "3",
            "within": "7",
            "grace": "1",
            "more": "yes",
        },
    ),
    (
        "friend/standards",
        {"do": "promise", "name": "openings", "level": "2", "words": "so", "misses": "9", "within": "3", "grace": "4"},
    ),
    ("friend/standards", {"do": "own", "name": "answers="}),
    (
        "friend/talk",
        {"do": "note", "act": "you", "number": "a lot", "on": "2026-05-04", "scope": "12"},
    ),
    (
        "friend/talk",
        {
            "do": "frame",
            "fallback": "900",
            "low": "1500",
            "high": "1200",
            "buying": "yes",
            "shape": "middle",
            "free": "no",
            "expires": "2026-08-01",
            "market_low": "800",
            "market_high": "1900",
            "left": "4",
            "breaks_off": "12",
            "currency": "€",
        },
    ),
    ("friend/talk", {"do": "frame", "fallback": "900", "left": "many", "currency": "€", "breaks_off": "5"}),
    ("deal/packages", {"do": "issue", "name": "Place", "values": "home"}),
    ("deal/packages", {"do": "points", "points_0": "100", "points_1": "120"}),
    (
        "deal/packages",
        {"do": "package", "by": "you", "value_0": "60k", "value_1": "4", "on": "4 May"},
    ),
    (
        "deal/packages",
        {"do": "frame", "fallback": "40", "free": "yes", "expires": "2026-08-01", "left": "300", "came": "60"},
    ),
    (
        "friend/after",
        {"do": "leave", "on": "2026-01-01", "door": "dated", "until": "2020-01-01", "tone": "warm"},
    ),
    ("friend/after", {"do": "letter", "text": "   "}),
    ("friend/after", {"do": "hold", "text": "  \n ", "hours": "72"}),
    (
        "three",
        {
            "name": "Kim",
            "kind": "friend",
            "then_you_open": "3",
            "then_they_open": "2",
            "then_they_answer": "11",
            "then_their_days": "4",
            "now_you_open": "3",
            "now_they_open": "1",
            "now_they_answer": "5",
            "now_their_days": "2",
            "months": "5",
            "need": ["0", "2"],
            "afraid": "no",
        },
    ),
    ("hours", {"hours_week": "200", "hours_own_life": "25"}),
]


def sent_back(found: Site, client: TestClient, page: str, typed: Typed) -> str:
    answer = client.post(place(found, page), data=typed)
    assert answer.status_code == 400, answer.text
    return answer.text


def refused_forms(text: str) -> Iterator[Form]:
    return (form for form in Forms(text).found if form.alert)


@pytest.mark.parametrize(("page", "typed"), WRONG, ids=[f"{page}-{typed.get('do', '')}" for page, typed in WRONG])
def test_nothing_typed_is_lost(found: Site, client: TestClient, page: str, typed: Typed) -> None:
    before = [found.desk.pursuit(name) for name in found.desk.names()]
    (form,) = refused_forms(sent_back(found, client, page, typed))
    assert [found.desk.pursuit(name) for name in found.desk.names()] == before
    assert not form.shut
    for name, value in typed.items():
        if name != "do":
            assert form.fields.get(name) == ([value] if isinstance(value, str) else value), name


@pytest.mark.parametrize(("page", "typed"), WRONG, ids=[f"{page}-{typed.get('do', '')}" for page, typed in WRONG])
def test_what_is_wrong_is_said_in_words(found: Site, client: TestClient, page: str, typed: Typed) -> None:
    said = set()
    for found.visit.language in LANGUAGES:
        (trouble,) = re.findall(r'<p role="alert"[^>]*>(.*?)</p>', sent_back(found, client, page, typed), re.DOTALL)
        assert '<span lang="en"' not in trouble
        assert not re.search(r"\w_\w|0–|&#39;|--", trouble), trouble
        assert len(trouble.split()) > 3
        said.add(trouble)
    assert len(said) == len(LANGUAGES)
    found.visit.language = "en"


SILENT: list[tuple[str, Typed, str]] = [
    ("friend/standards", {"do": "own", "name": "  "}, "Write what you need"),
    ("friend/standards", {"do": "take"}, "Tick at least one"),
    ("friend/standards", {"do": "target", "name": "openings", "target": ""}, "“Times a week you need”"),
    ("friend/standards", {"do": "target", "name": "openings", "target": "2000"}, "For “They write first” give"),
    ("friend/standards", {"do": "promise", "name": "openings", "level": ""}, "“The least you accept”"),
    ("friend/talk", {"do": "wanted", "wanted": ""}, "Give the day first"),
    ("deal/packages", {"do": "points", "points_0": "", "points_1": ""}, "at least one of them a number"),
    ("friend/after", {"do": "close what is not left"}, "does not fit how it stands now"),
    ("hours", {"hours_week": "x"}, "“Hours a week you have for all of them”: Give a number from 0 to 168."),
]


@pytest.mark.parametrize(("page", "typed", "why"), SILENT, ids=[why for _, _, why in SILENT])
def test_a_button_that_does_nothing_says_why(
    found: Site, client: TestClient, page: str, typed: Typed, why: str
) -> None:
    (said,) = re.findall(r'<p role="alert"[^>]*>(.*?)</p>', sent_back(found, client, page, typed), re.DOTALL)
    assert why in said


def test_a_rule_made_looser_says_what_holds_and_what_waits(found: Site, client: TestClient) -> None:
    before = found.desk.pursuit(FRIEND)
    for level in ("3", "1"):
        client.post(place(found, "friend/standards"), data={"do": "promise", "name": "openings", "level": level})
    page = client.get(place(found, "friend/standards")).text
    assert "Your rule holds at 3. You made it looser: from 1 July 2026 on it holds at 1." in page
    client.post(place(found, "friend/standards"), data={"do": "drop_promise", "name": "openings"})
    assert "You dropped it: it holds until 1 July 2026." in client.get(place(found, "friend/standards")).text
    found.desk.keep(before)


def test_the_question_about_fear_says_that_skipping_it_shows_no_card() -> None:
    site = make(8765)
    lay_out(site, "friend")
    site.desk.say(FRIEND, Answers(kind=PursuitKind.FRIEND))
    client = client_of(site)
    text = client.post(f"/p/{site.visit.key(FRIEND)}/answers", data={"afraid": ""})
    assert text.status_code == 400
    (_form,) = refused_forms(text.text)
    assert "Until then there is no card" in text.text
    assert client.post(f"/p/{site.visit.key(FRIEND)}/answers", data={"afraid": "no"}).status_code == 200


def test_a_card_without_saying_who_you_are_asks_for_it_and_keeps_the_rest() -> None:
    client = client_of(make(8765))
    place = hand(client, {**exported("friend"), "name": "chat.txt"}).split("\n", 1)[0]
    typed = {"option": "--me", "kind": "friend", "afraid": "no", "want": "yes", "elsewhere": "partly"}
    answer = client.post(place, data=typed)
    assert answer.status_code == 400
    (form,) = refused_forms(answer.text)
    assert "Choose which name is yours" in answer.text
    assert not form.shut
    assert {name: form.fields[name] for name in typed} == {name: [value] for name, value in typed.items()}


def test_an_empty_file_is_named_on_the_page_it_was_handed_over_on(found: Site, client: TestClient) -> None:
    for fields in ({}, {"pursuit": found.visit.key(FRIEND)}):
        answer = client.post(
            "/intake", files={"file": ("WhatsApp Chat with Robin.txt", b"", "text/plain")}, data=fields
        )
        assert answer.status_code == 400
        (_form,) = refused_forms(answer.text)
        assert "WhatsApp Chat with Robin.txt: there is nothing in it" in answer.text
    chat, empty = exported("job"), ("notes.txt", b"", "text/plain")
    both = [("file", (chat["name"], chat["buffer"], chat["mimeType"])), ("file", empty)]
    assert "notes.txt: there is nothing in it" in client.post("/intake", files=both).text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", [1_234_567.0, 1_234_567.89, 4.5, 4.125, 0.125, 1200.0, 1200.5, 0.0, -3.75, 1e12, 7.1])
def test_a_number_is_written_in_full_and_read_back_as_it_was(value: float, language: str) -> None:
    read = amount(number_written(value, language))
    assert read is not None
    assert read.value == pytest.approx(value, rel=1e-12)


def test_an_option_says_its_worth_in_full_with_its_unit(found: Site, client: TestClient) -> None:
    before = found.desk.pursuit(FRIEND)
    page = place(found, "friend/options")
    client.post(page, data={"do": "add", "name": "A move", "worst": "1,234,567", "best": "2000000.5", "chance": "12.5"})
    for language, line, kept in (
        ("en", "Worth €1,234,567 to €2,000,000.5 a week, 12.5 % likely", "1,234,567"),
        ("de", "1.234.567 bis 2.000.000,5 €", "1.234.567"),
        ("es", "1.234.567 a 2.000.000,5 €", "1.234.567"),
    ):
        found.visit.language = language
        text = client.get(page).text.replace("\xa0", " ")
        assert line in text
        assert f'value="{kept}"' in text
    found.visit.language = "en"
    found.desk.keep(before)


def test_what_was_typed_while_hidden_waits_until_it_is_shown(found: Site, client: TestClient) -> None:
    client.post("/discreet")
    hidden = sent_back(found, client, "three", {"name": "Kimberley", "months": "many"})
    assert "Kimberley" not in hidden
    assert 'role="alert"' in hidden
    client.post("/discreet")
    (form,) = (form for form in Forms(client.get("/three").text).found if "months" in form.fields)
    assert (form.fields["name"], form.fields["months"], form.alert) == (["Kimberley"], ["many"], False)


def test_what_is_refused_can_be_asked_for_again_where_its_page_is(found: Site, client: TestClient) -> None:
    """Show and Hide lead back to a page; an address that only takes a form would be none."""
    key = found.visit.key(found.desk.names()[0])
    for place, said in (("/intake", {}), (f"/p/{key}/answers", {"afraid": ""}), ("/hours", {"hours": "9999"})):
        sent = {"files": {"file": ("none.txt", b"")}} if place == "/intake" else {"data": said}
        back = re.findall(r'name="back" value="([^"]+)"', client.post(place, **sent).text)
        assert back, place
        assert client.get(back[0], follow_redirects=False).status_code == 200, (place, back)
