"""Today and Library: what is kept in, a short list of what matters there out."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from starlette.requests import Request
from starlette.responses import Response

from walkaway.app.everyone import Reviewed
from walkaway.app.held import held
from walkaway.app.plan_week import WeekPlan
from walkaway.app.review import Review
from walkaway.app.today import today as pressing
from walkaway.web.at_hand import desk_of, visit_of
from walkaway.web.pages import fill, language, page
from walkaway.web.refused import Refused
from walkaway.web.screens.lines import COLUMNS, cells, gone, line
from walkaway.web.screens.pursuit import HIDDEN
from walkaway.words.shell import shell
from walkaway.words.spoken import spoken

PATIENCE = 0.5
"""Seconds a list judges before it shows how far it is."""
Screen = Callable[[Request], Response]


def when_judged(screen: Screen) -> Screen:
    """The screen, once everything on it is judged; until then how far that is. Whoever leaves stops it."""

    @wraps(screen)
    def shown(request: Request) -> Response:
        done, total = desk_of(request).judge_for(PATIENCE)
        if done < total:
            words = shell(language(request)).words
            return progress(request, words["judging"], fill(words["judging_of"], done=done, total=total), done, total)
        # The page that waited asks for itself: the whole of it, and not a part to be put in.
        return Response(headers={"HX-Refresh": "true"}) if "hx-request" in request.headers else screen(request)

    return shown


def progress(request: Request, title: str, sentence: str, done: int, total: int) -> Response:
    """How far something long is. The page asks again by itself, or by a link where there are no scripts."""
    template = "progress_body.html" if "hx-request" in request.headers else "progress.html"
    return page(request, template, title=title, sentence=sentence, done=done, total=total)


@when_judged
def today(request: Request) -> Response:
    """At most three things, then everyone in a table."""
    return with_hours(request)


def with_hours(request: Request, refused: Refused | None = None) -> Response:
    """The same; where the hours of a week did not fit, with what was typed."""
    desk = desk_of(request)
    found = desk.all_reviewed()
    table, week = desk.over_everyone()
    rows = {name: line(request, name, reviewed) for name, reviewed in found.items()}
    judged = [(one.pursuit, one.found) for one, _ in table if isinstance(one.found, Review)]
    here = {p.name: found for p, found in judged if found.gone is not None or not gone(p)}
    shown = [(rows[one.pursuit.name], cells(request, one, row)) for one, row in table]
    return page(
        request,
        "today.html",
        refused=refused,
        things=[rows[name] for name in pressing(here)],
        lines=shown,
        columns=[name for name in COLUMNS if any(name in cell for _, cell in shown)],
        few=any(row.share is not None and row.share.mostly_common for _, row in table),
        week=_week(request, [one for one, _ in table], week),
        you=desk.keeper.shelf().you(),
    )


def _week(request: Request, everyone: list[Reviewed], week: WeekPlan) -> tuple[str, ...]:
    """Where the hours of a week are best spent. Where nothing may be said of anybody, nothing is."""
    if not any(isinstance(one.found, Review) and one.found.verdict.move not in HIDDEN for one in everyone):
        return ()
    found: tuple[str, ...] = spoken(language(request)).kept.week_lines(week)
    return found


def library(request: Request, refused: Refused | None = None, status: int | None = None) -> Response:
    """What is kept, and what can be done with it; `refused` is a file that could not be taken.

    Under support nothing on a list tells whom it is about.
    """
    desk, key = desk_of(request), visit_of(request).key
    shown = [(key(name), "…" if held(desk.answers(name)) == "support" else name) for name in desk.names()]
    beside = desk.keeper.changed_beside
    return page(request, "library.html", status, refused=refused, people=shown, changed_beside=beside)
