"""Hidden: no name, no word of one's own and no amount is anywhere in a page; and hiding throws nothing away."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, expect
from starlette.routing import Match
from starlette.testclient import TestClient
from tests.cli.founder import NAMES, mailbox
from tests.web.conftest import Watched, client_of, lay_out, make, story
from tests.web.test_handing import hand

from walkaway import wiring
from walkaway.app.kept_keeper import KeptKeeper
from walkaway.web.guard import ENTRANCE
from walkaway.web.site import Site
from walkaway.web.veil import veil_of
from walkaway.words.shell import shell

Visit = Callable[..., Watched]

TALK, PACKAGES = "Robin", "Marlow Capital"
CHAT = "".join(
    f"{day:02}/06/2026, 10:{day:02} - {who}: {text}\n"
    for day, who, text in (
        (1, "Zelda Quux", "The boat leaves at noon"),
        (2, "Orla Pim", "Bring the green kite"),
        (13, "Zelda Quux", "And the long rope"),
        (20, "Orla Pim", "Of course"),
    )
)
OWN = (
    "Sings with me on Sundays and never once looks at a telephone while we do it",
    "Lighthouse",
    "kestrels",
    "Because my sister would",
    "Vineyard shares",
    "Velvet",
    "Burlap",
    "after the ferry",
    "Dear harbour",
    "Still awake",
    "Tide tables",
)
"""What the person wrote themselves, one for each place in which they can."""
AMOUNTS = ("8457", "8,457", "7319", "6.25", "93.5", "4721", "37.5")
IN_CHAT = ("Zelda", "Quux", "Orla", "Pim", "boat", "kite", "rope")
DRAFT = "Please, Lighthouse keeper, answer me, I beg you, I paid 8457. Please!"
REFUSAL = "Not now. Ask Odalys Brandt in October, we spent 7319 already."
ELSEWHERE = ("/leave", "/export", "/static/", ENTRANCE)
"""What is no page, and the ways out."""
GONE_WHEN_KEPT = {"/unlock", "/keep", "/restore", "/store", "/people", "/intake/{id}/everyone/kept"}
"""Pages of a store that lasts, and of its passphrase: nothing that was said is on them, but for people's names."""


def said(found: Site, client: TestClient) -> None:
    """Everything that can be set and written, of two pursuits."""
    first, second = (f"/p/{found.visit.key(name)}" for name in (TALK, PACKAGES))

    def say(place: str, **form: str) -> None:
        answer = client.post(place, data=form, follow_redirects=False)
        assert answer.status_code == 303, (place, form, answer.text)

    for own in OWN[:2]:
        say(f"{first}/standards", do="own", name=own)
    say(f"{first}/standards", do="rate", name=OWN[0], score="6.25")
    say(f"{first}/standards", do="promise", name=OWN[0], level="6.25", words=OWN[3])
    say(f"{first}/options", do="add", name=OWN[4], worst="4721", best="8457", chance="37.5", hours="6.25")
    say(f"{first}/options", do="week", unit=OWN[2], week_good="93.5", week_free="6.25")
    say(f"{first}/talk", do="frame", fallback="7319", low="8000", high="9000")
    say(f"{first}/talk", do="note", act="them", number="8457")
    say(f"{second}/packages", do="issue", name=OWN[5], values=f"{OWN[6]}, 4721 ells")
    say(f"{second}/packages", do="issue", name="Months", values="6.25, 93.5")
    say(f"{second}/packages", do="points", points_0="100", points_1="37.5")
    say(f"{second}/packages", do="frame", fallback="37.5", free="yes")
    say(f"{second}/packages", do="package", by="them", value_0=OWN[6], value_1="6.25")
    say(f"{second}/after", do="leave", on="2026-06-20", door="dated", until="2026-08-01", tone="plain")
    say(f"{second}/after", do="urge", strength="4", before=OWN[7])
    say(f"{second}/after", do="letter", text=OWN[8])
    say(f"{second}/after", do="hold", text=OWN[9], hours="24")
    say(f"{second}/after", do="close", learned=OWN[10])
    say("/hours", hours_week="37.5", hours_own_life="93.5")


def handed(client: TestClient, name: str = "WhatsApp Chat with Orla Pim.txt") -> str:
    """A chat whose names nobody has said anything about yet."""
    file = (name, CHAT.encode(), "text/plain")
    answer = client.post("/intake", files={"file": file}, follow_redirects=False)
    return answer.headers["location"]


@pytest.fixture(scope="module")
def hidden() -> tuple[Site, TestClient]:
    found = make(8765)
    lay_out(found, "partner", "investor")
    client = client_of(found)
    said(found, client)
    for name in found.desk.names():
        found.desk.reviewed(name)
    client.post("/discreet", data={"hide": "yes", "back": "/"})
    return found, client


def names_of(found: Site) -> set[str]:
    return {part for name in found.desk.names() for part in name.split()} | {"Jo"}


def secrets_in(found: Site, page: str) -> list[str]:
    """What may not be there, and is."""
    messages = [text for told in ("partner", "investor") for text in (*story(told).asks, *story(told).says)]
    words = [*OWN, *IN_CHAT, *AMOUNTS, "Odalys", "Brandt", *(text for text in messages if " " in text)]
    here = [word for word in words if word.casefold() in page.casefold()]
    return here + [name for name in names_of(found) if re.search(rf"\b{name}\b", page)]


def walked(client: TestClient, *first: str) -> dict[str, str]:
    """Every page to which a page leads, by its address."""
    pages: dict[str, str] = {}
    to_see = [*first]
    while to_see:
        place = to_see.pop()
        if place in pages or place.startswith(ELSEWHERE) or place.endswith("/date"):
            continue
        answer = client.get(place)
        assert answer.status_code == 200, place
        pages[place] = answer.text
        to_see += [link for link in re.findall(r'href="(/[^"#]*)"', answer.text) if not link.startswith("//")]
    return pages


def routes_of(found: Site, places: list[str]) -> set[str]:
    """The routes of a site that these addresses belong to."""
    app = found.app._app  # type: ignore[attr-defined]
    seen = set()
    for place in places:
        scope = {"type": "http", "method": "GET", "path": place.partition("?")[0]}
        seen |= {route.path for route in app.routes if route.matches(scope)[0] is Match.FULL}
    return seen


def test_no_screen_holds_a_name_a_word_or_an_amount(hidden: tuple[Site, TestClient]) -> None:
    found, client = hidden
    further = [f"/p/{found.visit.key(PACKAGES)}/{part}" for part in ("packages", "talk/sheet")]
    pages = walked(client, "/", handed(client), handed(client, "chat.txt"), "/three", *further)
    for place, page in pages.items():
        assert secrets_in(found, page) == [], place
        fields = re.findall(r'<input(?![^>]*type="(?:hidden|radio|checkbox|date)")[^>]* value="([^"]+)"', page)
        assert fields == [], place
        assert "<polyline" not in page, place
        if place.endswith(("/settings", "/standards")):  # what was answered tells as much as what was typed
            assert re.findall(r"<(?:input|option)[^>]* (?:checked|selected)", page) == [], place
    app = found.app._app  # type: ignore[attr-defined]
    screens = {route.path for route in app.routes if "GET" in route.methods and not route.path.startswith(ELSEWHERE)}
    missed = screens - routes_of(found, list(pages)) - GONE_WHEN_KEPT
    assert missed <= {"/p/{key}/after/date", "/intake/{id}/everyone"}, missed


def test_no_answer_to_a_form_does(hidden: tuple[Site, TestClient]) -> None:
    found, client = hidden
    place = f"/p/{found.visit.key(TALK)}"
    offer = {"kind": "client", "theirs": "8457", "fallback": "7319", "mine": "4721"}
    three = {"name": "Velvet", "then_you_open": "6.25", "months": "93.5"}
    for where, form in (
        ("/write", {"do": "draft", "draft": DRAFT, "to": found.visit.key(TALK)}),
        ("/write", {"do": "refusal", "refusal": REFUSAL}),
        ("/write", {"do": "draft", "draft": ""}),
        ("/decide", offer),
        ("/decide", offer | {"theirs": "8457 Lighthouse"}),
        ("/three", three),
        (f"{place}/talk", {"do": "note", "act": "them", "number": "8457 Lighthouse"}),
        (f"{place}/options", {"do": "add", "name": "Vineyard shares", "worst": "Lighthouse 8457"}),
        (f"{place}/standards", {"do": "target", "name": "Lighthouse", "target": "8457 kestrels"}),
        (handed(client, "chat.txt"), {"option": "--me", "answer": "Nobody there"}),
    ):
        assert secrets_in(found, client.post(where, data=form).text) == [], where


def test_a_whole_account_and_people_shown_as_one_are_hidden_too(tmp_path: Path) -> None:
    inbox = mailbox(tmp_path)
    keeper = KeptKeeper(wiring.vault(tmp_path / "home"))
    keeper.create("a long way to a quick page")
    found = make(8765, keeper)
    client = client_of(found)
    client.post("/discreet", data={"hide": "yes", "back": "/"})
    file: FilePayload = {"name": inbox.name, "mimeType": "application/mbox", "buffer": inbox.read_bytes()}
    place, shown = hand(client, file).split("\n", 1)
    pages = [
        shown,
        client.get(f"{place}/everyone").text,
        client.post(f"{place}/everyone", data={"kind": "client"}).text,
    ]
    while shell("en").words["account_done"] not in pages[-1]:
        pages.append(client.get(f"{place}/everyone/kept").text)
    pages += [client.get("/people").text, client.get("/library").text]
    for page in pages:
        assert [name for name in NAMES if name in page] == []
    assert "A.B." in pages[-1]


def test_who_one_is_can_be_said_while_names_are_hidden() -> None:
    found = make(8765)
    client = client_of(found)
    client.post("/discreet", data={"hide": "yes", "back": "/"})
    place = handed(client, "chat.txt")
    shown = re.findall(r'name="answer" value="([^"]+)"[^>]*><span>([^<]+)<', client.get(place).text)
    keys = {initials: key for key, initials in shown}
    assert set(keys) == {"Z.Q.", "O.P."}
    form = {"option": "--me", "answer": keys["Z.Q."], "kind": "friend", "afraid": "no"}
    assert client.post(place, data=form).status_code == 200
    assert found.desk.names() == ("Orla Pim",)
    assert found.desk.pursuit("Orla Pim").me == "Zelda Quux"


def test_what_was_typed_while_hidden_is_there_when_it_is_shown(hidden: tuple[Site, TestClient]) -> None:
    found, client = hidden
    client.post("/write", data={"do": "draft", "draft": DRAFT})
    assert DRAFT not in client.get("/write").text
    shown = client.post("/discreet", data={"hide": "no", "back": "/write"}).text
    assert DRAFT in shown
    assert DRAFT not in client.get("/write").text
    client.post("/discreet", data={"hide": "yes", "back": "/"})
    client.post("/decide", data={"theirs": "8457", "fallback": "x"})
    client.post("/lock")
    assert found.visit.waiting == {}


def test_a_long_word_is_found_where_a_sentence_cuts_it() -> None:
    hides = veil_of(["Jo"], [OWN[0], "Why?", "Sum", "100k"])
    assert hides(f"“{OWN[0][:39]}…” and why, jo") == "“•••” and •••, jo"
    assert hides("sum: 100k, Sums; Jo has 3") == "•••: •••, Sums; J. has •••"


# --- in a browser -----------------------------------------------------------------------------------------------------


def stored(watched: Watched) -> int:
    return int(watched.page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length"))


@pytest.mark.parametrize("way", ["keys", "button"])
def test_a_typed_draft_is_covered_at_once_and_given_back(visit: Visit, way: str) -> None:
    watched = visit(stories=("partner",))
    page = watched.page

    def press() -> None:
        if way == "keys":
            page.keyboard.press("Control+.")
        else:
            page.click("form[action='/discreet'] button")

    watched.go("/write")
    page.fill("#draft", DRAFT)
    page.evaluate("window.same = true")
    with page.expect_response("**/discreet"):
        press()
    assert page.locator("main :visible").count() == 1
    expect(page.locator(".covered-note")).to_be_visible()
    assert page.inner_text("form[action='/discreet'] button") == "Show"
    page.keyboard.type("gtn")
    assert page.url.endswith("/write")
    assert watched_hides(watched)
    with page.expect_response("**/discreet"):
        press()
    assert page.input_value("#draft") == DRAFT
    assert page.evaluate("window.same")
    assert not watched_hides(watched)
    assert stored(watched) == 0
    press()
    page.click("nav a[href='/library']")
    page.wait_for_url("**/library")
    assert "Robin" not in page.content()


def watched_hides(watched: Watched) -> bool:
    """Whether the next page is hidden: asked beside the one that is looked at."""
    found = watched.page.evaluate("fetch('/help').then((answer) => answer.text())")
    return 'class="discreet"' in found


def test_a_result_is_given_back_and_a_page_as_it_came_is_asked_for_again(visit: Visit) -> None:
    watched = visit(stories=("partner",))
    page = watched.page
    watched.go("/decide")
    for field, value in (("theirs", "800"), ("fallback", "900")):
        page.fill(f"#{field}", value)
    page.click("main button")
    page.wait_for_selector(".card h1")
    page.keyboard.press("Control+.")
    expect(page.locator(".card")).to_be_hidden()
    page.keyboard.press("Control+.")
    expect(page.locator(".card h1")).to_be_visible()
    assert page.input_value("#theirs") == "800"
    watched.go("/library")
    page.keyboard.press("Control+.")
    page.wait_for_selector("html.discreet:not(.covered)")
    assert "Robin" not in page.content()
    watched.go("/write")
    page.fill("#draft", DRAFT)
    with page.expect_response("**/discreet"):
        page.keyboard.press("Control+.")
    expect(page.locator(".later-note")).to_be_visible()
    assert page.input_value("#draft") == DRAFT


def test_hiding_twice_in_haste_hides(visit: Visit) -> None:
    """The second press comes before the hidden page does: nothing is uncovered by it."""
    watched = visit(stories=("partner",))
    page = watched.page
    watched.to_card()
    covered = page.evaluate(
        """() => { for (let k = 0; k < 2; k++)
          document.body.dispatchEvent(new KeyboardEvent("keydown", {key: ".", ctrlKey: true, bubbles: true}));
          return document.documentElement.classList.contains("covered"); }"""
    )
    assert covered
    expect(page.locator("html")).to_have_class(re.compile("discreet"))
    expect(page.locator(".reason")).to_contain_text("•••")
