"""Whom a screen is about, and what is left of it on paper; the picture of the weeks with its scale and days."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from starlette.testclient import TestClient
from tests.web.conftest import Watched, client_of, lay_out, make
from tests.web.test_narrow import TABS
from tests.web.test_safety import main

from walkaway.app.answers import Answers
from walkaway.app.evidence import Timeline
from walkaway.app.leave import leave
from walkaway.core.events import DAY
from walkaway.core.standards.standard import PursuitKind
from walkaway.web.site import Site
from walkaway.web.weeks import drawn
from walkaway.words.shell import shell

Visit = Callable[..., Watched]
NAME = "Marlow Capital"
SEEN = "document.querySelector('main').innerText"


@pytest.fixture
def opened() -> tuple[Site, TestClient, str]:
    found = make(8765)
    lay_out(found, "investor")
    return found, client_of(found), f"/p/{found.visit.key(NAME)}"


@pytest.mark.parametrize("stop", [False, True])
def test_every_screen_of_a_pursuit_names_whom_it_is_about(opened: tuple[Site, TestClient, str], stop: bool) -> None:
    found, client, place = opened
    found.desk.say(NAME, Answers(kind=PursuitKind.INVESTOR, afraid="no", stop_contact=stop))
    for tab in TABS:
        who = re.search(r'<p class="who">.*?</p>', main(client, place + tab))
        assert who is not None, tab
        assert NAME in who[0], tab


def test_under_support_none_does(opened: tuple[Site, TestClient, str]) -> None:
    found, client, place = opened
    found.desk.say(NAME, Answers(kind=PursuitKind.INVESTOR, afraid="yes"))
    for tab in ("", "/standards", "/options", "/talk", "/after", "/settings", "/packages", "/talk/sheet"):
        assert NAME not in main(client, place + tab), tab


def test_the_weeks_have_a_scale_and_their_days() -> None:
    counts = np.array([3, 0, 17])
    found = Timeline(np.arange(3) * 7 * DAY, counts, counts[::-1])
    picture = drawn(found, shell("en").words, ("1 Jan 1970", "15 Jan 1970"))
    assert re.findall(r"<text[^>]*>([^<]*)", picture) == [
        "17",
        "0",
        "17",
        "Yours",
        "Theirs",
        "1 Jan 1970",
        "15 Jan 1970",
    ]
    assert "Drag" not in picture


def test_without_scripts_nothing_is_said_of_dragging(visit: Visit) -> None:
    watched = visit(stories=("investor",), java_script_enabled=False)
    page = watched.page
    page.goto(f"{watched.base}/p/{key_of(watched)}/timeline")
    assert shell("en").words["timeline_closer"] not in page.inner_text("main")
    assert page.locator(".plain-picture text").count() == 7


def key_of(watched: Watched) -> str:
    watched.go("/library")
    place = watched.page.locator(".pursuits a").first.get_attribute("href")
    assert place is not None
    return place.split("/")[2]


def test_paper_has_the_numbers_and_no_empty_headings(visit: Visit, serve: Callable[..., object]) -> None:
    served = serve()
    watched = visit(served=served, stories=("investor",))
    page, desk = watched.page, served.site.desk  # type: ignore[attr-defined]
    place = f"{watched.base}/p/{key_of(watched)}"
    pursuit = desk.pursuit(NAME)
    desk.keep(leave(replace(pursuit, week=replace(pursuit.week, good=8.5)), on=desk.now().local // DAY * DAY - 9 * DAY))
    page.goto(f"{place}/standards")
    page.locator("details").first.evaluate("(e) => { e.open = true; }")
    page.check("input[name=take] >> nth=0")
    page.click("button[value=take]")
    page.wait_for_selector(".settings li")
    page.emulate_media(media="print")
    wanted = page.input_value("input.short >> nth=0")
    assert wanted in page.evaluate(SEEN)
    page.goto(f"{place}/options")
    assert "8.5" in page.evaluate(SEEN)
    page.goto(f"{place}/after")
    said = shell("en").words
    for heading in ("after_instead", "after_close", "after_change"):
        assert said[heading] not in page.evaluate(SEEN)
    page.goto(f"{place}/timeline")
    assert said["timeline_closer"] not in page.evaluate(SEEN)
    assert page.locator(".u-legend").count() == page.locator(".u-legend:visible").count() + 1
    assert page.locator(".plain-picture svg").is_visible()
