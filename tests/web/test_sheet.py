"""The worksheet of a talk is one page of A4 when it is printed, in every language and from any window."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.web.conftest import Served, Watched

from walkaway.app.issues import OwnIssue
from walkaway.app.own_talk import OwnNumber, OwnTalk
from walkaway.app.set_packages import with_issue, with_package
from walkaway.words.shell import LANGUAGES

NAME = "Marlow Capital"
VALUES = {"Pay": ("55k", "60k", "65k"), "Days at home": ("0", "1", "2", "3"), "Title": ("junior", "lead")}
OVER_PRICE = OwnTalk(
    fallback=80, likely=(60, 130), market=(70, 110), said=tuple(OwnNumber("them", 70 + k, k) for k in range(8))
)


def over_packages() -> OwnTalk:
    """Three issues, and eight packages said."""
    talk = OwnTalk()
    for name, values in VALUES.items():
        talk = with_issue(talk, OwnIssue(name, values, tuple(map(float, range(len(values)))), 50))
    talk = replace(talk, fallback=40)
    for pay in ("55k", "60k") * 4:
        talk = with_package(talk, "them", {"Pay": pay, "Days at home": "1", "Title": "junior"}, 0)
    return talk


@pytest.mark.parametrize("width", [360, 1280])
def test_it_prints_on_one_page(visit: Callable[..., Watched], serve: Callable[..., Served], width: int) -> None:
    served = serve()
    watched = visit(width, served=served, stories=("investor",))
    desk = served.site.desk
    for talk in (OVER_PRICE, over_packages()):
        desk.keep(replace(desk.pursuit(NAME), talk=talk))
        for code in LANGUAGES:
            served.site.visit.language = code
            watched.go(f"/p/{served.site.visit.key(NAME)}/talk/sheet")
            assert watched.page.locator(".sheet section").count() >= 4
            assert pages(watched.page.pdf(prefer_css_page_size=True)) == 1, (code, talk.issues)


def pages(printed: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", printed))
