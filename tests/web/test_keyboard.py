"""Every task by keyboard alone, with the focus always to be seen."""

import re
import time
from collections.abc import Callable

from playwright.sync_api import expect
from tests.web.conftest import Watched, exported

Visit = Callable[..., Watched]
MOST_TABS = 80


def tab_to(watched: Watched, selector: str) -> None:
    """Tab until the focus is there; what has it on the way can be seen and lies on the screen."""
    page = watched.page
    page.wait_for_load_state()  # before its style sheet is there, nothing lies where it will
    for _ in range(MOST_TABS):
        if page.evaluate("(s) => document.activeElement?.matches(s) ?? false", selector):
            return
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            """() => { const e = document.activeElement; if (!e || e === document.body) return null;
              const shown = e.closest('.options label') ?? e;
              const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
              const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              const inside = box.bottom > 0 && box.top < innerHeight;
              return seen && inside ? null : e.outerHTML.slice(0, 120); }"""
        )
        assert hidden is None, hidden
    raise AssertionError(f"no way by keyboard to {selector} on {page.url}")


def press(watched: Watched, selector: str, key: str = "Enter") -> None:
    tab_to(watched, selector)
    watched.page.keyboard.press(key)


def choose(watched: Watched, name: str, value: str) -> None:
    """A radio button, by the arrows from the first of its group."""
    page = watched.page
    tab_to(watched, f"input[name={name}]")
    page.keyboard.press("Space")
    for _ in range(8):
        if page.evaluate("(v) => document.activeElement.value === v", value):
            page.keyboard.press("Space")
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError((name, value))


def test_three_questions_within_ninety_seconds(visit: Visit) -> None:
    began = time.monotonic()
    watched = visit()
    page = watched.page
    press(watched, "a[href='/three']")
    page.wait_for_url("**/three")
    tab_to(watched, "#name")
    page.keyboard.type("Robin")
    choose(watched, "kind", "friend")
    for row, then, now in (("you_open", 2, 3), ("they_open", 2, 0), ("they_answer", 9, 4), ("their_days", 4, 1)):
        for time_, value in (("then", then), ("now", now)):
            tab_to(watched, f"input[name={time_}_{row}]")
            page.keyboard.type(str(value))
    tab_to(watched, "#months")
    page.keyboard.type("4")
    tab_to(watched, "input[name=need]")
    page.keyboard.press("Space")
    choose(watched, "afraid", "no")
    press(watched, "main button")
    page.wait_for_selector(".card h1")
    assert "Robin" in page.inner_text(".card .who")
    assert "From your answers" in page.inner_text(".card .who")
    assert time.monotonic() - began <= 90


def test_an_offer(visit: Visit) -> None:
    watched = visit()
    page = watched.page
    press(watched, "nav a[href='/decide']")
    page.wait_for_url("**/decide")
    for field, value in (("theirs", "800"), ("fallback", "900"), ("mine", "1,200")):
        tab_to(watched, f"#{field}")
        page.keyboard.type(value)
    page.keyboard.press("Enter")
    page.wait_for_selector(".card h1")
    assert page.inner_text("h1") == "Counter"


def test_a_chat_and_the_messages_behind_a_number(visit: Visit) -> None:
    """A file dialog belongs to the browser; everything after it is ours."""
    watched = visit()
    page = watched.page
    tab_to(watched, "input[type=file]")
    page.set_input_files("#file", exported("partner"))
    page.wait_for_selector("button:has-text('Show my card')")
    if page.locator("input[name=answer]").count():
        choose(watched, "answer", "Jo")
    choose(watched, "kind", "partner")
    choose(watched, "afraid", "no")
    press(watched, "main form button")
    page.wait_for_selector(".card h1")
    assert page.inner_text("h1") == "Ask"
    press(watched, ".numbers a")
    page.wait_for_selector(".messages li")
    assert page.evaluate("document.activeElement.id") == "evidence"
    press(watched, ".tabs a[href$=standards]")
    page.wait_for_url("**/standards")
    tab_to(watched, "input[name=take]")
    page.keyboard.press("Space")
    press(watched, "button[value=take]")
    page.wait_for_selector(".settings li")
    press(watched, "button[value=drop]")
    page.wait_for_selector(".settings", state="detached")
    press(watched, ".tabs a[href$=options]")
    page.wait_for_url("**/options")
    for field, value in (("name", "Evenings with Ana"), ("worst", "4"), ("best", "8")):
        tab_to(watched, f"#{field}")
        page.keyboard.type(value)
    page.keyboard.press("Enter")
    page.wait_for_selector(".settings li")
    press(watched, ".tabs a[href$=settings]")
    page.wait_for_url("**/settings")
    press(watched, ".danger summary")
    press(watched, ".danger button")
    page.wait_for_selector(".doors")


def test_leaving_somebody_and_what_comes_after(visit: Visit) -> None:
    watched = visit(stories=("investor",))
    page = watched.page
    press(watched, "nav a[href='/after']")
    page.wait_for_selector("main a[href$='/after']")
    press(watched, "main a[href$='/after']")
    page.wait_for_selector("button[value=leave]")
    choose(watched, "door", "dated")
    tab_to(watched, "#until")
    page.keyboard.type("09012026")
    choose(watched, "tone", "formal")
    press(watched, "button[value=leave]")
    page.wait_for_selector("#farewell")
    assert "Thank you for your time with our company." in page.inner_text("#farewell")
    press(watched, "details:has(button[value=urge]) summary", "Enter")
    choose(watched, "strength", "4")
    press(watched, "button[value=urge]")
    page.wait_for_selector("li:has-text('Urges noted: 1')")
    press(watched, "details:has(button[value=letter]) summary", "Enter")
    tab_to(watched, "#text")
    page.keyboard.type("What I would say.")
    press(watched, "button[value=letter]")
    page.wait_for_selector("li:has-text('not sent: 1 letter')")
    press(watched, "details:has(button[value=close]) summary", "Enter")
    press(watched, "button[value=close]")
    page.wait_for_selector("li:has-text('You closed this')")
    press(watched, "details:has(button[value=undo]) summary", "Enter")
    press(watched, "button[value=undo]")
    page.wait_for_selector("button[value=leave]")


def test_keys_and_turning_them_off(visit: Visit) -> None:
    watched = visit(stories=("partner",))
    page = watched.page
    page.keyboard.press("?")
    assert page.is_visible("#help")
    page.keyboard.press("Escape")
    assert not page.is_visible("#help")
    for letter, place in (("d", "/decide"), ("w", "/write"), ("a", "/after"), ("l", "/library"), ("t", "/")):
        page.keyboard.press("g")
        page.keyboard.press(letter)
        page.wait_for_url(watched.base + place)
    press(watched, "[data-help]")
    press(watched, "#help button")
    watched.go("/help")
    press(watched, "main button")
    page.wait_for_selector("button[value=on]")
    page.keyboard.press("?")
    page.keyboard.press("n")
    assert not page.is_visible("#help")
    assert page.url.endswith("/help")


def test_hiding_by_keyboard(visit: Visit) -> None:
    watched = visit(stories=("partner",))
    page = watched.page
    watched.to_card()
    page.keyboard.press("Control+.")
    expect(page.locator(".reason")).to_contain_text("•••")
    page.wait_for_load_state()
    seen = page.inner_text("main")
    assert "Robin" not in seen
    assert not re.search(r"\d", seen)
    expect(page.locator(".picture")).to_have_count(0)
    page.keyboard.press("Control+.")
    expect(page.locator("main")).to_contain_text("Robin")
