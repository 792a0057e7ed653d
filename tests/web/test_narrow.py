"""On 320 pixels, and with letters twice as large, nothing lies beside the screen, and the way out lies on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright
from tests.web.conftest import CHROMIUM, NEEDLESS, Served, lay_out, watching

from walkaway.words.shell import LANGUAGES

PLACES = ("/", "/write", "/decide", "/three", "/after", "/library", "/help")
TABS = ("", "/standards", "/options", "/talk", "/after", "/ahead", "/timeline", "/settings", "/packages", "/talk/sheet")
CUT = """() => {
  const wide = document.documentElement.scrollWidth, out = document.querySelector('a.leave').getBoundingClientRect();
  return wide > innerWidth || out.left < 0 || out.right > innerWidth || !out.width ? [wide, out.left, out.right] : null;
}"""


@pytest.fixture(scope="module", params=[16, 32], ids=["letters as usual", "letters twice as large"])
def letters(playwright: Playwright, request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A browser whose letters are this large (px). Only its own setting reaches what a style sheet asks of a screen."""
    args = [*NEEDLESS, f"--blink-settings=defaultFontSize={request.param}"]
    found = playwright.chromium.launch(executable_path=CHROMIUM, args=args)
    yield found
    found.close()


def cut(page: Page, base: str, places: tuple[str, ...]) -> dict[str, object]:
    found = {}
    for place in places:
        page.goto(base + place)
        found[place] = page.evaluate(CUT)
    return {place: at for place, at in found.items() if at is not None}


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_lies_beside_the_screen(letters: Browser, serve: Callable[..., Served], code: str) -> None:
    served = serve()
    lay_out(served.site, "investor")
    served.site.desk.reviewed("Marlow Capital")
    served.site.visit.language = code
    context = letters.new_context(viewport={"width": 320, "height": 640})
    context.set_default_timeout(90_000)
    watched = watching(context, served.base)
    watched.go(served.site.address.removeprefix(served.base))
    here = f"/p/{served.site.visit.key('Marlow Capital')}"
    assert cut(watched.page, served.base, (*PLACES, *(here + tab for tab in TABS))) == {}
    context.close()
    assert watched.complaints == []
