"""The doors for people without an archive: three questions in, a first card out; an offer in, what to say out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from walkaway.app.ask import remember
from walkaway.app.errors import UsageError, WalkawayError
from walkaway.app.weigh_offer import weigh
from walkaway.core.events import DAY
from walkaway.web.at_hand import desk_of, visit_of
from walkaway.web.forms import REMEMBERED, about, labels, offer_in, recalled_in, said_in
from walkaway.web.pages import language, page, sentence, typed_here
from walkaway.web.refused import Refused
from walkaway.web.screens.plain import seen
from walkaway.web.screens.talk import talks
from walkaway.words.shell import shell
from walkaway.words.spoken import spoken

MORE = ("sure", "low", "high", "better", "better_sure", "better_days", "otherwise", "trade", "buying")
"""What a typed offer may also say. Its part of the form stays open while something is said there."""


def three(request: Request) -> Response:
    """The three questions."""
    return _three(request)


async def three_told(request: Request) -> Response:
    """The answers to them; the card, or what is missing."""
    form = await request.form()
    try:
        name = await run_in_threadpool(_remembered, request, form)
    except WalkawayError as error:
        return _three(request, Refused(form, sentence(request, error)))
    return seen(f"/p/{visit_of(request).key(name)}")


def _remembered(request: Request, form: FormData) -> str:
    """Keep what was told, judged once; the name it is kept under. No answer takes an earlier one back."""
    desk, code = desk_of(request), language(request)
    name = str(form.get("name", "")).strip()
    if not name:
        words = shell(code).words
        raise UsageError(words["field_wrong"].format(label=words["three_name"], what=words["first_name"]))
    recalled, needs = recalled_in(form, code, desk.now().local // DAY * DAY)
    before = desk.told(name)
    said = said_in(form, before.answers)
    answers = replace(said, kind=said.kind or before.answers.kind, afraid=said.afraid or before.answers.afraid)
    desk.keep(remember(replace(before, answers=answers), recalled, needs))
    desk.reviewed(before.name)
    return before.name


def _three(request: Request, refused: Refused | None = None) -> Response:
    words = shell(language(request)).words
    return page(
        request,
        "three.html",
        refused=refused,
        rows=[(name, words[name], most) for name, most in REMEMBERED],
        needs=[sentence for sentence, _, _ in spoken(language(request)).doors.NEEDED],
        **about(language(request)),
    )


def decide(request: Request) -> Response:
    """What is asked about an offer."""
    return _decide(request, FormData(), None)


async def decided(request: Request) -> Response:
    """The offer, weighed; nothing of it is kept, and no amount stands in an address."""
    form = await request.form()
    try:
        found = await run_in_threadpool(lambda: weigh(**offer_in(form, language(request))))
    except WalkawayError as error:
        return _decide(request, form, None, sentence(request, error))
    words = spoken(language(request))
    card = words.offers.offer_card(found)
    card = replace(card, changes=tuple(map(words.doors.in_a_browser, card.changes)))
    return _decide(request, form, card)


def _decide(request: Request, form: FormData, card: object, trouble: str | None = None) -> Response:
    typed, doors = typed_here(request, form), spoken(language(request)).doors
    return page(
        request,
        "decide.html",
        200 if trouble is None else 400,
        typed=_Typed(typed),
        card=card,
        trouble=trouble,
        more=any(typed.get(name) for name in MORE),
        kinds=labels(doors.OFFER_KINDS),
        talks=talks(request),
    )


class _Typed:
    """A form whose empty fields are None, so that a template may ask for any of them."""

    def __init__(self, form: FormData) -> None:
        self._form = form

    def __getattr__(self, name: str) -> Any:
        return self._form.get(name)

    def __getitem__(self, name: str) -> Any:
        return self._form.get(name)

    def getlist(self, name: str) -> list[Any]:
        return list(self._form.getlist(name))
