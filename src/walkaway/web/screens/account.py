"""A whole account handed over: who is in it, in; all of them kept, each as a pursuit of their own, out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from walkaway.app.errors import OpenQuestion
from walkaway.app.whole_account import Account, open_account, several
from walkaway.core.standards.standard import PursuitKind
from walkaway.web.at_hand import desk_of, intakes_of, visit_of
from walkaway.web.forms import about
from walkaway.web.intake import Intake
from walkaway.web.pages import fill, language, page
from walkaway.web.refused import Refused
from walkaway.web.screens.lists import PATIENCE, progress
from walkaway.web.screens.plain import seen
from walkaway.web.whole import keeping
from walkaway.words.shell import shell

MOST_NAMED = 12


def is_account(intake: Intake) -> bool:
    """Whether it is more than one chat, so that everybody in it could be kept at once."""
    return intake.archive is not None and not intake.said.name and several(intake.archive)


def everyone(request: Request) -> Response:
    """Who is in it, and what is left out and why."""
    intake = _found(request)
    return seen("/") if intake is None else _everyone(request, intake)


def _everyone(request: Request, intake: Intake, refused: Refused | None = None) -> Response:
    try:
        account = _account(intake)
    except OpenQuestion as question:
        return page(
            request,
            "account.html",
            refused=refused,
            intake=intake,
            account=None,
            choices_of_me=[(visit_of(request).chosen_by(name), name) for name in question.choices],
            beside=question.choices,
        )
    left = Counter(one.why for one in account.left_out)
    return page(
        request,
        "account.html",
        intake=intake,
        account=account,
        choices_of_me=(),
        messages=sum(partner.messages for partner in account.partners),
        beside=[partner.name for partner in account.partners],
        named=[partner.name for partner in account.partners[:MOST_NAMED]],
        left=[(f"left_{why}", n) for why, n in left.most_common()],
        kinds=about(language(request))["kinds"],
    )


async def everyone_said(request: Request) -> Response:
    """Who you are in it; or that all are to be kept."""
    intake = _found(request)
    if intake is None:
        return seen("/")
    form = await request.form()
    place = f"/intake/{intake.id}/everyone"
    if form.get("me"):
        intake.said = replace(intake.said, me=visit_of(request).named(str(form["me"])))
        return seen(place)
    try:
        account = await run_in_threadpool(_account, intake)
    except OpenQuestion:
        refused = Refused(form, shell(language(request)).words["first_answer"])
        return await run_in_threadpool(_everyone, request, intake, refused)
    desk = desk_of(request)
    store = desk.keeper.store()
    if store is None:
        return seen("/keep")
    kind = next((kind for kind in PursuitKind if kind.value == form.get("kind")), None)
    counts_only = form.get("counts") == "yes"
    intake.keeping = keeping(account, store, now=desk.clock(), kind=kind, counts_only=counts_only)
    return seen(f"{place}/kept")


def everyone_kept(request: Request) -> Response:
    """How many are kept so far, and then the receipt."""
    intake = _found(request)
    if intake is None or intake.keeping is None:
        return seen("/")
    words, found = shell(language(request)).words, intake.keeping
    if not found.keep_for(PATIENCE):
        sentence = fill(words["account_of"], done=len(found.added), total=found.total)
        return progress(request, words["account_keeping"], sentence, len(found.added), found.total)
    if "hx-request" in request.headers:
        return Response(headers={"HX-Refresh": "true"})
    desk_of(request).forget_judged()
    return page(request, "account_kept.html", receipt=found.receipt(), total=found.total)


def _account(intake: Intake) -> Account:
    assert intake.archive is not None
    return open_account([intake.archive], me=intake.said.me)


def _found(request: Request) -> Intake | None:
    intake: Intake | None = intakes_of(request).find(request.path_params["id"])
    return intake if intake is not None and is_account(intake) else None
