"""A keeper and a clock in; the guarded site, ready to be served, out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from walkaway.app.errors import WalkawayError
from walkaway.app.keeper import Keeper
from walkaway.web.desk import Desk
from walkaway.web.guard import ENTRANCE, Guard
from walkaway.web.intake import Intakes
from walkaway.web.memory import Read
from walkaway.web.pages import language, page, sentence
from walkaway.web.screens import (
    account,
    after,
    ahead,
    handing,
    lists,
    packages,
    people,
    plain,
    pursuit,
    setting,
    sheet,
    talk,
    typed,
    writing,
)
from walkaway.web.visit import IDLE, Visit
from walkaway.words.shell import shell

OPEN_TO_ALL = (
    "/static/",
    "/unlock",
    "/leave",
    "/support",
    "/privacy",
    "/help",
    "/discreet",
    "/keys",
    "/language",
    ENTRANCE,
)
"""What can be seen while everything is locked."""


@dataclass(frozen=True, slots=True)
class Site:
    """The guarded application, the visit whose token opens it, and what lies on the desk."""

    app: ASGIApp
    visit: Visit
    desk: Desk
    port: int

    @property
    def address(self) -> str:
        """Where the person goes, once."""
        return f"http://127.0.0.1:{self.port}{ENTRANCE}?token={self.visit.token}"


def site(
    keeper: Keeper,
    *,
    read: Read,
    clock: Callable[[], int],
    tz: str,
    port: int,
    idle: float = IDLE,
    left: Callable[[str], None] | None = None,
    seconds: Callable[[], float] = monotonic,
) -> Site:
    """The site. `clock` is us UTC; `left` is told the next token when the person has left."""
    desk, intakes = Desk(keeper, clock=clock, tz=tz), Intakes(read, tz)

    def lock() -> None:
        intakes.clear()
        desk.lock()

    visit = Visit(lock, seconds, idle)
    app = Starlette(
        routes=_routes(),
        middleware=[Middleware(Locked, keeper=keeper)],
        exception_handlers={WalkawayError: _sorry, HTTPException: _missing},
    )
    app.state.desk, app.state.intakes, app.state.visit = desk, intakes, visit
    app.state.port, app.state.left = port, left
    return Site(Guard(app, visit=visit, port=port), visit, desk, port)


class Locked:
    """While what is kept is locked, every page that would show it asks for the passphrase instead."""

    def __init__(self, app: ASGIApp, *, keeper: Keeper) -> None:
        self._app = app
        self._keeper = keeper

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        closed = scope["type"] == "http" and not scope["path"].startswith(OPEN_TO_ALL)
        if closed and await run_in_threadpool(self._keeper.state) != "open":
            await plain.seen("/unlock")(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _routes() -> list[Route]:
    post = ["POST"]
    return [
        Route(ENTRANCE, plain.entrance),
        Route("/", lists.today),
        Route("/write", writing.write),
        Route("/write", writing.written, methods=post),
        Route("/after", after.those_left),
        Route("/library", lists.library),
        Route("/people", people.people),
        Route("/people", people.people_said, methods=post),
        Route("/p/{key}/counts-only", people.counts_only, methods=post),
        Route("/hours", setting.hours_set, methods=post),
        Route("/decide", typed.decide),
        Route("/decide", typed.decided, methods=post),
        Route("/three", typed.three),
        Route("/three", typed.three_told, methods=post),
        Route("/demo", handing.look_around, methods=post),
        Route("/intake", handing.handed, methods=post),
        Route("/intake/{id}", handing.watched),
        Route("/intake/{id}", handing.answered, methods=post),
        Route("/intake/{id}/everyone", account.everyone),
        Route("/intake/{id}/everyone", account.everyone_said, methods=post),
        Route("/intake/{id}/everyone/kept", account.everyone_kept),
        Route("/p/{key}", pursuit.card),
        Route("/p/{key}/evidence/{finding}", pursuit.evidence),
        Route("/p/{key}/timeline", pursuit.over_time),
        Route("/p/{key}/standards", setting.standards),
        Route("/p/{key}/standards", setting.standards_set, methods=post),
        Route("/p/{key}/options", setting.options),
        Route("/p/{key}/options", setting.options_set, methods=post),
        Route("/p/{key}/talk", talk.talk),
        Route("/p/{key}/talk", talk.talk_said, methods=post),
        Route("/p/{key}/ahead", ahead.ahead),
        Route("/p/{key}/ahead", ahead.ahead_of_purchases, methods=post),
        Route("/p/{key}/after", after.after),
        Route("/p/{key}/after", after.after_said, methods=post),
        Route("/p/{key}/after/date", after.calendar),
        Route("/p/{key}/talk/sheet", sheet.worksheet),
        Route("/p/{key}/packages", packages.packages),
        Route("/p/{key}/packages", packages.packages_said, methods=post),
        Route("/p/{key}/settings", setting.about_it),
        Route("/p/{key}/answers", setting.answers, methods=post),
        Route("/p/{key}/let-go", setting.let_go, methods=post),
        Route("/support", plain.support),
        Route("/privacy", plain.privacy),
        Route("/claims", plain.claims),
        Route("/help", plain.help_page),
        Route("/keys", plain.keys, methods=post),
        Route("/discreet", plain.discreet, methods=post),
        Route("/language", plain.language_chosen, methods=post),
        Route("/unlock", plain.locked),
        Route("/unlock", plain.unlock, methods=post),
        Route("/keep", plain.keep),
        Route("/keep", plain.keep_it, methods=post),
        Route("/lock", plain.lock, methods=post),
        Route("/take-over", plain.take_over, methods=post),
        Route("/export", plain.export),
        Route("/erase", plain.erase, methods=post),
        Route("/leave", plain.leave, methods=["GET", "POST"]),
        Route("/static/{name:path}", plain.static),
    ]


async def _sorry(request: Request, error: Exception) -> Response:
    text = sentence(request, error) if isinstance(error, WalkawayError) else str(error)
    return page(request, "sorry.html", 400, title=shell(language(request)).words["sorry"], text=text)


async def _missing(request: Request, error: Exception) -> Response:
    return plain.missing(request, error.status_code if isinstance(error, HTTPException) else 404)
