"""The way out: by pointer, by the hidden link, by Shift three times; on every page, at once, never covered."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route
from starlette.testclient import TestClient
from tests.web.conftest import Watched, client_of, lay_out, make

from walkaway.web.pages import NEUTRAL

PAGES = ("/", "/decide", "/write", "/after", "/library", "/support", "/privacy", "/help", "/three")
Visit = Callable[..., Watched]


def left(watched: Watched) -> float:
    """Waits until the page is another one; the milliseconds from the act to the blank page."""
    page = watched.page
    page.wait_for_url(NEUTRAL)
    assert watched.elsewhere[0] == NEUTRAL
    watched.elsewhere.clear()
    spent = page.evaluate("Number(name)")  # window.name survives the way to another page
    assert isinstance(spent, (int, float))
    return float(spent)


MEASURE = """(kind) => {
  const now = (seen) => () => seen(performance.now());
  const began = new Promise((seen) => addEventListener(kind, now(seen), {capture: true, once: true}));
  const blank = new Promise((seen) => new MutationObserver(now(seen)).observe(document.body, {childList: true}));
  Promise.all([began, blank]).then(([a, b]) => { name = String(b - a); });
}"""


@pytest.mark.parametrize("way", ["pointer", "hidden link", "shift"])
def test_leaving_is_quick_and_final(visit: Visit, way: str) -> None:
    watched = visit(stories=("partner",))
    page = watched.page
    watched.to_card()
    card = page.url
    page.evaluate(MEASURE, "click" if way != "shift" else "keydown")
    if way == "pointer":
        page.click(".top .leave")
    elif way == "hidden link":
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "/leave"
        page.evaluate(MEASURE, "click")
        page.keyboard.press("Enter")
    else:
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
        page.evaluate(MEASURE, "keydown")
        page.keyboard.press("Shift")
    assert left(watched) <= 100
    assert page.context.cookies(watched.base) == []
    page.goto(card)
    assert page.inner_text("h1") == "This page is closed"
    watched.complaints.clear()  # the browser notes the 401
    watched.elsewhere.clear()


def test_the_way_out_is_heard_before_the_page_is_whole(visit: Visit) -> None:
    """What can be read can be left: with every later script still on its way."""
    watched = visit(stories=("partner",))
    page = watched.page
    late: list[Route] = []

    def held(route: Route) -> None:
        late.append(route)

    page.route(re.compile(r"/(page|htmx\.min)\.js"), held)
    page.click(".everyone a:has-text('Robin')", no_wait_after=True)
    page.wait_for_selector(".card")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(NEUTRAL)
    assert late
    assert watched.elsewhere == [NEUTRAL]
    watched.elsewhere.clear()


def test_back_shows_nothing(visit: Visit) -> None:
    watched = visit(stories=("partner",))
    page = watched.page
    watched.to_card()
    page.click(".top .leave")
    page.wait_for_url(NEUTRAL)
    page.go_back()
    assert "Robin" not in page.content()
    watched.complaints.clear()
    watched.elsewhere.clear()


def test_letters_between_the_shifts_are_typing(visit: Visit) -> None:
    page = visit().page
    page.goto(page.url.rstrip("/") + "/three")
    page.focus("#name")
    for _ in range(4):
        page.keyboard.press("Shift+A")
    assert page.input_value("#name") == "AAAA"


@pytest.mark.parametrize("size", [(360, 740), (768, 1024), (1280, 800), (320, 256)])
def test_the_way_out_is_never_covered(visit: Visit, size: tuple[int, int]) -> None:
    watched = visit(*size, stories=("partner",))
    page = watched.page
    links = page.eval_on_selector_all(".everyone a", "all => all.map(a => a.getAttribute('href'))")
    for place in (*PAGES, links[0], f"{links[0]}/settings", f"{links[0]}/timeline", f"{links[0]}/ahead"):
        watched.go(place)
        for scrolled in (0, 0.5, 1):
            page.evaluate("(part) => scrollTo({top: part * document.body.scrollHeight, behavior: 'instant'})", scrolled)
            assert _on_top(watched), (place, scrolled)
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("?")
        assert page.is_visible("#help")
        assert _on_top(watched), (place, "help")


def _on_top(watched: Watched) -> bool:
    found: bool = watched.page.evaluate(
        """() => { const leave = document.querySelector('.top .leave'), box = leave.getBoundingClientRect();
          const corners = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]];
          return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth && corners.every(
            ([x, y]) => document.elementFromPoint(box.left + x * box.width, box.top + y * box.height) === leave); }"""
    )
    return found


def test_without_script_the_link_does_the_same(client: TestClient) -> None:
    answer = client.get("/leave", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == NEUTRAL
    assert "storage" in answer.headers["clear-site-data"]
    assert "max-age=0" in answer.headers["set-cookie"].lower()
    assert client.get("/").status_code == 401


def test_another_site_cannot_end_the_visit(client: TestClient) -> None:
    assert client.get("/leave", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.get("/").status_code == 200


def test_what_was_read_is_let_go_of_and_the_next_link_is_told() -> None:
    told: list[str] = []
    found = make(8765, left=told.append)
    client = client_of(found)
    lay_out(found, "partner")
    assert "Robin" in client.get("/").text
    assert client.post("/leave").status_code == 204
    assert told == [found.visit.token]
    again = client_of(found)
    assert "Robin" not in again.get("/").text
