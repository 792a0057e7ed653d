"""What the pages of a talk share, over a price and over packages: a form in, kept; a talk in, weighed, out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from walkaway.app import set_packages
from walkaway.app.choose_chat import Chosen
from walkaway.app.errors import OpenQuestion, UsageError, WalkawayError
from walkaway.app.held import held
from walkaway.app.own_talk import OwnTalk
from walkaway.app.pursuit import Pursuit
from walkaway.app.talk import Talked, weigh_talk
from walkaway.app.walks import contact_days, walks_elsewhere
from walkaway.app.weigh_packages import PackagesTalked, weigh_packages
from walkaway.core.offers.advise import Move
from walkaway.web.at_hand import desk_of
from walkaway.web.desk import Desk
from walkaway.web.forms import day_in
from walkaway.web.pages import sentence
from walkaway.web.refused import Refused
from walkaway.web.screens.plain import RENEWED, missing, name_of, seen
from walkaway.words.shell import shell

MOODS = {Move.ACCEPT: "answer-accept", Move.WAIT: "answer-time", Move.WALK: "answer-walk"}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Changed = Callable[[Pursuit, FormData, Request], Pursuit]
Shown = Callable[[Request, Refused | None], Response]


async def keep_said(request: Request, changed: Changed, shown: Shown) -> Response:
    """What a form changes about a talk is kept at once; under safety nothing is."""
    name = name_of(request)
    if name is None:
        return missing(request)
    form, desk = await request.form(), desk_of(request)
    if held(desk.heard(name)) is not None:
        return seen(request.url.path)

    def kept() -> bool:
        before = desk.pursuit(name)
        after = changed(before, form, request)
        desk.keep(after)
        return set_packages.renewed(before.talk or OwnTalk(), after.talk or OwnTalk())

    try:
        again = await run_in_threadpool(kept)
    except WalkawayError as error:
        return await run_in_threadpool(shown, request, Refused(form, sentence(request, error)))
    return seen(request.url.path + (RENEWED if again else ""))


def weighed(desk: Desk, pursuit: Pursuit, chosen: Chosen | None, today: int) -> Talked | PackagesTalked | None:
    """None: something is missing without which there is nothing to weigh."""
    talk = pursuit.talk or OwnTalk()
    judge = weigh_packages if talk.issues else weigh_talk
    days = contact_days(chosen) if talk.wanted else None
    elsewhere = walks_elsewhere(desk.keeper.shelf(), pursuit.name, lambda other: desk.heard(other.name))
    try:
        return judge(pursuit.name, talk, desk.heard(pursuit.name), today, elsewhere=elsewhere, contacts=days)
    except OpenQuestion:
        return None


def with_wanted(talk: OwnTalk, form: FormData, code: str) -> OwnTalk:
    """A day more on which they wanted something."""
    on = day_in(form, "wanted", code)
    if on is None:
        raise UsageError(shell(code).words["first_day"])
    return replace(talk, wanted=tuple(sorted({*talk.wanted, on})))


def iso(local: int | None) -> str:
    """A local day (us) as a field of a form holds it."""
    return "" if local is None else (_EPOCH + timedelta(microseconds=local)).date().isoformat()
