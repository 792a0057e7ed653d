"""Every screen in a real browser: nothing axe objects to, nothing to scroll sideways, the card above the fold."""

import gzip
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tests.web.conftest import Served, Watched, exported, keeper, story

Visit = Callable[..., Watched]
WIDTHS = {360: 740, 768: 1024, 1280: 800}
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
PLACES = (
    *("/", "/decide", "/write", "/after", "/library", "/people", "/support", "/claims", "/privacy", "/help", "/three"),
    *(
        "card",
        "card/settings",
        "card/standards",
        "card/options",
        "card/timeline",
        "card/ahead",
        "card/evidence/share",
        *("card/after", "left", "left/after", "long gone"),
        "unanswered",
        "support",
        "decided",
        *("drafted", "refused"),
        *("card/talk", "talked", "card/packages", "packed", "sheet"),
        "intake",
    ),
    *("start", "missing"),
)
SHORT = [(360, "light"), (1280, "dark")]
WHOLE = [(width, scheme) for width in WIDTHS for scheme in ("light", "dark")]


def go(watched: Watched, place: str) -> None:
    """Any screen, by its address or by what one does to see it."""
    page = watched.page
    if place == "start":
        watched.go("/library")
        page.click("summary:has-text('Let go of everything')")
        page.click("form[action='/erase'] button")
        return
    if place.startswith("/"):
        watched.go(place)
    elif place == "missing":
        watched.go("/nothing")
        watched.complaints.clear()  # the browser notes the 404
    elif place == "decided":
        watched.go("/decide")
        page.fill("#theirs", "800")
        page.fill("#fallback", "900")
        page.fill("#mine", "1,200")
        page.click("button:has-text('Weigh it')")
    elif place == "talked":
        _talked(watched)
    elif place in AFTER:
        AFTER[place](watched)
    elif place == "packed":
        _packed(watched)
    elif place == "sheet":
        _packed(watched)
        page.click("main a:has-text('A worksheet to print')")
    elif place == "drafted":
        watched.go("/write")
        page.fill("#draft", "I can give you 20 % off if you answer. Just checking in again!")
        page.select_option("#to", label="Robin")
        page.click("button:has-text('Check it')")
    elif place == "refused":
        watched.go("/write")
        page.fill("#refusal", "Thank you, but our budget is closed until March. Try again then.")
        page.click("button:has-text('Read this no')")
    elif place == "intake":
        watched.go("/library")
        page.set_input_files("#file", exported("partner"))
        page.wait_for_selector("button:has-text('Show my card')")
    else:
        watched.go("/")
        first, _, rest = place.partition("/")
        href = page.get_attribute(".everyone a:has-text('Robin')", "href") if first == "card" else None
        watched.go(f"{href}/{rest}".rstrip("/")) if href else _answered(watched, first)


def _left(watched: Watched) -> None:
    """Left today, by the form, with a letter and an urge; the page with everything on it laid open."""
    page = watched.page
    watched.go("/after")
    page.click("main a[href$='/after']:has-text('Sam'), section:has-text('Sam') a[href$='/after']")
    if page.locator("button[value=leave]").count():
        page.check("input[name=door][value=dated]")
        page.fill("#until", "2026-09-01")
        page.check("input[name=tone][value=warm]")
        page.click("button[value=leave]")
        page.click("summary:has-text('Note an urge')")
        page.fill("#before", "A song.")
        page.click("button[value=urge]")
        page.click("summary:has-text('Write a letter')")
        page.fill("#text", "What I would say.")
        page.click("button[value=letter]")
        page.click("summary:has-text('Let a message wait')")
        page.fill("#held", "Are you there?")
        page.click("button[value=hold]")
    page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true; })")


def _long_gone(watched: Watched) -> None:
    """A card and then the page of one left a month before the last message: a lapse or more, and acts of theirs."""
    page = watched.page
    watched.go("/after")
    page.click("main a[href$='/after']:has-text('Marlow'), section:has-text('Marlow') a[href$='/after']")
    if page.locator("button[value=leave]").count():
        page.fill("#on", "2026-04-01")
        page.click("button[value=leave]")
    if page.locator("button[value=close]").count():
        page.click("summary:has-text('Close it')")
        page.fill("#learned", "I ask late.")
        page.click("button[value=close]")
    page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true; })")


def _card_of_left(watched: Watched) -> None:
    _left(watched)
    watched.page.click(".tabs a >> nth=0")


AFTER = {"left": _card_of_left, "left/after": _left, "long gone": _long_gone}


def _talked(watched: Watched) -> None:
    """A talk with three numbers in it."""
    page = watched.page
    watched.go("/decide")
    page.click("main a:has-text('Marlow')")
    if page.locator("button:has-text('Take the last number back')").count():
        return
    page.fill("#fallback", "$80")
    page.fill("#low", "60")
    page.fill("#high", "130")
    page.click("button:has-text('Save')")
    for who, number, day in (("them", "70", "2026-06-01"), ("you", "120", "2026-06-03"), ("them", "84", "2026-06-09")):
        page.check(f"input[name=act][value={who}]")
        page.fill("#number", number)
        page.fill("#on", day)
        page.click("button:has-text('Note it')")


def _packed(watched: Watched) -> None:
    """A talk over packages, with two of them said."""
    page = watched.page
    watched.go("/decide")
    page.click("main a:has-text('Robin')")
    if "packages" in page.url:
        return
    page.click("main a:has-text('There is more to settle')")
    for name, values in (("Pay", "55k, 60k, 65k, 70k"), ("Days at home", "0, 1, 2, 3"), ("Title", "junior, lead")):
        page.fill("#name", name)
        page.fill("#values", values)
        page.click("button:has-text('Add')")
    for k, points in enumerate(("100", "60", "40")):
        page.fill(f"#points_{k}", points)
    page.click("section:has(#points_0) button:has-text('Save')")
    page.fill("#fallback", "40")
    page.click("section:has(#fallback) button:has-text('Save')")
    for who, *said in (("them", "55k", "1", "junior"), ("you", "70k", "3", "lead"), ("them", "60k", "1", "junior")):
        page.check(f"input[name=by][value={who}]")
        for k, value in enumerate(said):
            page.select_option(f"#value_{k}", value)
        page.click("button:has-text('Note it')")


def _answered(watched: Watched, how: str) -> None:
    """A friend about whom the question of fear was not answered, or answered with not sure."""
    page = watched.page
    watched.go("/library")
    page.click("main a:has-text('Sam'), main a:has-text('…')")
    page.check("input[name=afraid][value='']" if how == "unanswered" else "input[name=afraid][value=unsure]")
    page.click("button:has-text('Save')")


def look(visit: Visit, grid: list[tuple[int, str]]) -> None:
    for width, scheme in grid:
        watched = visit(width, WIDTHS[width], stories=("partner", "friend", "investor"), color_scheme=scheme)
        for place in PLACES:
            go(watched, place)
            fits(watched, f"{place} {width} {scheme}")


def fits(watched: Watched, place: str) -> None:
    """Everybody can use it, and nothing is wider than the screen or too small to hit."""
    page = watched.page
    page.wait_for_load_state()
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, f"{place}\n{found.generate_report()}"
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, (place, wide)
    small = page.evaluate(SMALL)
    assert small == [], (place, small)
    assert page.title().startswith("Notes")


SMALL = """() => [...document.querySelectorAll('button, .button, nav a, .top a, input:not([type=hidden]), summary')]
  .filter(e => e.checkVisibility() && !e.closest('.options') && !e.closest('dialog'))
  .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
  .filter(([_, box]) => box.height < 36 || box.width < 36).map(([html, box]) => `${html} ${box.width}x${box.height}`)"""


def test_axe_and_width(visit: Visit) -> None:
    look(visit, SHORT)


def test_where_something_is_kept(visit: Visit, serve: Callable[..., Served], tmp_path: Path) -> None:
    """The lock, what opens it, and a backup saved by one browser and put back by another."""
    said = {"secret": "four plain calm words"}
    for width, scheme in SHORT:
        watched = visit(width, WIDTHS[width], served=serve(keeper(tmp_path / scheme)), color_scheme=scheme)
        page = watched.page
        watched.go("/keep")
        fits(watched, f"/keep {width} {scheme}")
        page.fill("#passphrase", said["secret"])
        page.click("main button")
        fits(watched, f"the code {width} {scheme}")
        watched.go("/store")
        fits(watched, f"/store {width} {scheme}")
        page.fill("#secret-backup", said["secret"])
        with page.expect_download() as saved:
            page.click("button[value=backup]")
        backup = tmp_path / f"{scheme}.backup"
        saved.value.save_as(backup)
        page.fill("#secret-code", "a wrong one")
        page.click("button[value=code]")
        fits(watched, f"/store with a wrong one {width} {scheme}")
        watched.complaints.clear()  # the browser notes the 400
        watched.go("/library")
        page.click("form[action='/lock'] button")
        fits(watched, f"/unlock {width} {scheme}")
        page.click("main a[href='/restore']")
        fits(watched, f"/restore {width} {scheme}")
        page.set_input_files("#file", backup)
        page.fill("#secret", said["secret"])
        page.click("main button")
        page.wait_for_url(f"{watched.base}/")


@pytest.mark.soak
def test_axe_and_width_everywhere(visit: Visit) -> None:
    look(visit, WHOLE)


@pytest.mark.parametrize("who", ["client", "deal", "friend", "investor", "job", "partner"])
def test_the_card_stands_above_the_fold(visit: Visit, who: str) -> None:
    """Word, reason, plot and next step, between the bar above and the bar below, without scrolling."""
    watched = visit(360, 740, stories=(who,))
    page = watched.page
    watched.to_card(story(who).them)
    floor = page.evaluate("document.querySelector('nav').getBoundingClientRect().top")
    roof = page.evaluate("document.querySelector('.top').getBoundingClientRect().bottom")
    for part in (".card h1", ".reason", ".ribbon svg", ".step h2", ".step > p:first-of-type"):
        box = page.locator(part).bounding_box()
        assert box is not None
        assert roof <= box["y"], part
        assert box["y"] + box["height"] <= floor, part


@pytest.mark.parametrize("place", ["card", "/", "/decide", "/library"])
def test_four_times_as_large_still_fits(visit: Visit, place: str) -> None:
    """400 % of a window of 1280 x 1024 leaves 320 x 256 (WCAG 1.4.10)."""
    watched = visit(320, 256, stories=("partner",))
    go(watched, place)
    assert watched.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_scripts_are_few(visit: Visit) -> None:
    """At most 60 KB gzipped a page; counted from what each page asks for."""
    watched = visit(stories=("partner",))
    sizes: dict[str, int] = {}
    place = files("walkaway.web").joinpath("static")
    for screen in ("/", "card", "card/timeline", "intake"):
        go(watched, screen)
        scripts = watched.page.eval_on_selector_all("script[src]", "all => all.map(s => s.getAttribute('src'))")
        names = [script.removeprefix("/static/") for script in scripts]
        sizes[screen] = sum(len(gzip.compress(place.joinpath(name).read_bytes())) for name in names)
    assert max(sizes.values()) <= 60_000, sizes


def test_without_script_everything_can_be_read(visit: Visit) -> None:
    watched = visit(java_script_enabled=False, stories=("partner",))
    page = watched.page
    watched.to_card()
    assert page.inner_text("h1") == "Ask"
    page.click("text=See the messages >> nth=0")
    assert page.locator(".messages li").count() > 3
    page.goto(watched.base + "/library")
    page.set_input_files("#file", exported("friend"))
    page.click("button:has-text('Read it')")
    page.check("input[name=kind][value=friend]")
    page.check("input[name=afraid][value=no]")
    page.click("button:has-text('Show my card')")
    if page.locator("input[name=answer]").count():
        page.check("input[name=answer][value=Jo]")
        page.click("button:has-text('Show my card')")
    assert page.inner_text("h1") == "Stay"


def test_without_script_one_can_leave(visit: Visit) -> None:
    """Forms, folds, the farewell in its tones: all but copying, which needs a script."""
    watched = visit(java_script_enabled=False, stories=("investor",))
    page = watched.page
    watched.go("/after")
    page.click("main a[href$='/after']")
    page.click("button[value=leave]")
    assert "I wish you the best." in page.inner_text("#farewell")
    assert not page.is_visible("[data-copy]")
    page.click("text=formal")
    assert "Thank you for your time with our company." in page.inner_text("#farewell")
    page.click("summary:has-text('Note an urge')")
    page.click("button[value=urge]")
    assert page.is_visible("li:has-text('Urges noted: 1')")


def test_paper_shows_the_card_and_no_frame(visit: Visit) -> None:
    watched = visit(1280, 800, stories=("partner",))
    go(watched, "card")
    page = watched.page
    page.emulate_media(media="print")
    assert page.is_visible(".card h1")
    assert page.is_visible(".ribbon svg")
    for frame in (".top", "nav", ".tabs"):
        assert not page.is_visible(frame)


def test_nothing_moves_by_itself(visit: Visit) -> None:
    """Neither animations nor transitions, whether or not somebody asked for less of them."""
    watched = visit(stories=("partner",))
    watched.to_card()
    moving = watched.page.evaluate(
        """() => [...document.querySelectorAll('*')].map(e => getComputedStyle(e)).filter(
          s => s.animationName !== 'none' || s.transitionDuration !== '0s' || s.scrollBehavior !== 'auto').length"""
    )
    assert moving == 0


def test_messages_open_under_their_sentence_and_back_closes_them(visit: Visit) -> None:
    watched = visit(stories=("partner",))
    watched.to_card()
    page = watched.page
    card = page.url
    link = page.locator("section a:has-text('See the messages')").first
    expect(link).to_have_attribute("data-htmx-powered", "true", timeout=90_000)  # before, it leads to a page of its own
    link.click()
    page.wait_for_selector("#evidence .messages")
    assert page.evaluate("document.activeElement.id") == "evidence"
    assert page.url.startswith(f"{card}#messages-")
    assert link.evaluate("link => link.closest('section').contains(document.getElementById('evidence'))")
    page.wait_for_function(
        "(({top}) => top >= -1 && top < innerHeight / 2)(document.getElementById('evidence').getBoundingClientRect())"
    )
    page.go_back()
    page.wait_for_selector("#evidence .messages", state="detached")
    assert page.url == card
    assert link.evaluate("link => link === document.activeElement")
    page.go_forward()
    page.wait_for_selector("#evidence .messages")
    page.reload()
    page.wait_for_selector("#evidence .messages")
