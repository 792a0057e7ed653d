"""Today, After and Library: what is kept in, a short list of what matters there out."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import Response

from walkaway.app.errors import WalkawayError
from walkaway.app.plan_week import plan
from walkaway.app.today import today as pressing
from walkaway.core.verdict.verdict import Move
from walkaway.web.desk import Reviewed
from walkaway.web.pages import language, page
from walkaway.web.screens.lines import desk_of, line, lines
from walkaway.web.screens.pursuit import HIDDEN
from walkaway.words.spoken import spoken

AWAY = (Move.STEP_BACK.value, Move.WALK.value)


def today(request: Request) -> Response:
    """At most three things, then everything in a line each. Nothing kept yet: the ways to begin."""
    found = desk_of(request).all_reviewed()
    if not found:
        return page(request, "start.html")
    rows = {name: line(request, name, reviewed) for name, reviewed in found.items()}
    judged = {name: r.review for name, r in found.items() if isinstance(r, Reviewed)}
    things = [rows[name] for name in pressing(judged)]
    return page(request, "today.html", things=things, lines=list(rows.values()), week=_week(request, found.values()))


def _week(request: Request, found: Iterable[Reviewed | WalkawayError]) -> tuple[str, ...]:
    """Where the hours of a week are best spent. Of those about whom nothing may be said, nothing is."""
    open_ = [r for r in found if isinstance(r, Reviewed) and r.review.verdict.move not in HIDDEN]
    if not open_:
        return ()
    week = plan([(r.pursuit, r.review) for r in open_], desk_of(request).keeper.shelf().you())
    lines: tuple[str, ...] = spoken(language(request)).kept.week_lines(week)
    return lines


def after(request: Request) -> Response:
    """Those the person steps back from, or leaves."""
    return page(request, "after.html", lines=[row for row in lines(request) if row.move in AWAY])


def library(request: Request) -> Response:
    """What is kept, and what can be done with it."""
    changed = desk_of(request).keeper.changed_beside
    return page(request, "library.html", lines=lines(request), changed_beside=changed)
