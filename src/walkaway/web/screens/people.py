"""People: who may be one person under two names, in; one shown with the other, or two for good, out."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from walkaway.app.people import joined, may_be_one, one_person, two_for_good, two_people
from walkaway.web.at_hand import desk_of, visit_of
from walkaway.web.pages import language, page
from walkaway.web.screens.plain import name_of, seen
from walkaway.words.shell import shell

REASONS = "reason_"


def people(request: Request) -> Response:
    """Who may be one person, with reasons, and who is shown as one."""
    store, key, words = desk_of(request).keeper.store(), visit_of(request).key, shell(language(request)).words
    alike: list[dict[str, Any]] = (
        []
        if store is None
        else [
            {
                "part": (key(pair.part), pair.part),
                "whole": (key(pair.whole), pair.whole),
                "why": ", ".join(words[f"{REASONS}{reason}"] for reason in pair.reasons),
            }
            for pair in may_be_one(store)
        ]
    )
    one = [] if store is None else [(key(m.part), m.part, m.whole) for m in joined(store)]
    named = [pair[which][1] for pair in alike for which in ("part", "whole")] + [
        name for _, *two in one for name in two
    ]
    return page(request, "people.html", alike=alike, one=one, beside=named)


async def people_said(request: Request) -> Response:
    """One pair: the same person, two people, or apart again."""
    form, desk = await request.form(), desk_of(request)
    store = desk.keeper.store()
    part, whole = (visit_of(request).name(str(form.get(side, ""))) for side in ("part", "whole"))
    if store is not None and part is not None:
        match form.get("do"):
            case "same" if whole is not None:
                await run_in_threadpool(one_person, store, part, whole)
            case "two" if whole is not None:
                await run_in_threadpool(two_for_good, store, part, whole)
            case "apart":
                await run_in_threadpool(two_people, store, part)
        desk.forget_judged()
    return seen("/people")


def keeps_words(request: Request, name: str) -> bool:
    """Whether there are words that can be dropped: they lie in the store, and are not counts already."""
    store = desk_of(request).keeper.store()
    return store is not None and store.keeps(name) == "words"


async def counts_only(request: Request) -> Response:
    """Drop every word of this pursuit, and keep none from now on."""
    name, store = name_of(request), desk_of(request).keeper.store()
    if name is not None and store is not None:
        await run_in_threadpool(store.keep_counts_only, name)
        desk_of(request).forget_judged()
    return seen(f"/p/{request.path_params['key']}")
