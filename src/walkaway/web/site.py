"""A keeper and a clock in; the guarded site, ready to be served, out.

Screens are imported when they are first asked for: the first page must not wait for those nobody looks at.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import iscoroutinefunction
from time import monotonic
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from walkaway.app.errors import WalkawayError
from walkaway.web.at_hand import AtHand, Once, keeper_of
from walkaway.web.guard import ENTRANCE, Guard
from walkaway.web.pages import language, page, sentence
from walkaway.web.screens import plain
from walkaway.web.visit import IDLE, Visit
from walkaway.words.shell import shell

if TYPE_CHECKING:
    from walkaway.app.keeper import Keeper
    from walkaway.web.desk import Desk
    from walkaway.web.intake import Intakes
    from walkaway.web.memory import Read

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
    "/restore",
    ENTRANCE,
)
"""What can be seen while everything is locked."""


@dataclass(frozen=True, slots=True)
class Site:
    """The guarded application, and what its pages can reach; the token of its visit opens it."""

    app: ASGIApp
    at_hand: AtHand
    port: int

    @property
    def visit(self) -> Visit:
        return self.at_hand.visit

    @property
    def desk(self) -> Desk:
        """What lies on the desk."""
        return self.at_hand.desk()

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

    def new_desk() -> Desk:
        from walkaway.web.desk import Desk

        return Desk(keeper, clock=clock, tz=tz)

    def new_intakes() -> Intakes:
        from walkaway.web.intake import Intakes

        return Intakes(read, tz)

    def lock() -> None:
        if intakes.made is not None:
            intakes.made.clear()
        (desk.made or keeper).lock()

    desk, intakes = Once(new_desk), Once(new_intakes)
    at_hand = AtHand(Visit(lock, seconds, idle), keeper, desk, intakes)
    app = Starlette(
        routes=_routes(),
        middleware=[Middleware(Locked, keeper=keeper)],
        exception_handlers={WalkawayError: _sorry, HTTPException: _missing},
    )
    app.state.at_hand, app.state.port, app.state.left = at_hand, port, left
    return Site(Guard(app, visit=at_hand.visit, port=port), at_hand, port)


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


@cache
def found(screen: str) -> Callable[[Request], Any]:
    """The screen `module.function`."""
    module, _, name = screen.partition(".")
    shown: Callable[[Request], Any] = getattr(import_module(f"walkaway.web.screens.{module}"), name)
    return shown


def _screen(name: str) -> Callable[[Request], Awaitable[Response]]:
    """It, found when it is first asked for; in a thread, so that nobody else waits for what it imports."""

    async def shown(request: Request) -> Response:
        screen = await run_in_threadpool(found, name)
        answer: Response = await (
            screen(request) if iscoroutinefunction(screen) else run_in_threadpool(screen, request)
        )
        return answer

    shown.__qualname__ = name
    return shown


def _first(request: Request) -> Response:
    """Today; the ways to begin where nothing is kept."""
    if keeper_of(request).shelf().names() or "hx-request" in request.headers:
        today: Response = found("lists.today")(request)
        return today
    return page(request, "start.html")


def _routes() -> list[Route]:
    post = ["POST"]
    return [
        Route(ENTRANCE, plain.entrance),
        Route("/", _first),
        Route("/write", _screen("writing.write")),
        Route("/write", _screen("writing.written"), methods=post),
        Route("/after", _screen("after.those_left")),
        Route("/library", _screen("lists.library")),
        Route("/people", _screen("people.people")),
        Route("/people", _screen("people.people_said"), methods=post),
        Route("/p/{key}/counts-only", _screen("people.counts_only"), methods=post),
        Route("/hours", _screen("setting.hours_set"), methods=post),
        Route("/decide", _screen("typed.decide")),
        Route("/decide", _screen("typed.decided"), methods=post),
        Route("/three", _screen("typed.three")),
        Route("/three", _screen("typed.three_told"), methods=post),
        Route("/demo", _screen("handing.look_around"), methods=post),
        Route("/intake", _screen("handing.handed"), methods=post),
        Route("/intake/{id}", _screen("handing.watched")),
        Route("/intake/{id}", _screen("handing.answered"), methods=post),
        Route("/intake/{id}/everyone", _screen("account.everyone")),
        Route("/intake/{id}/everyone", _screen("account.everyone_said"), methods=post),
        Route("/intake/{id}/everyone/kept", _screen("account.everyone_kept")),
        Route("/p/{key}", _screen("pursuit.card")),
        Route("/p/{key}/evidence/{finding}", _screen("pursuit.evidence")),
        Route("/p/{key}/timeline", _screen("pursuit.over_time")),
        Route("/p/{key}/standards", _screen("setting.standards")),
        Route("/p/{key}/standards", _screen("setting.standards_set"), methods=post),
        Route("/p/{key}/options", _screen("setting.options")),
        Route("/p/{key}/options", _screen("setting.options_set"), methods=post),
        Route("/p/{key}/talk", _screen("talk.talk")),
        Route("/p/{key}/talk", _screen("talk.talk_said"), methods=post),
        Route("/p/{key}/ahead", _screen("ahead.ahead")),
        Route("/p/{key}/ahead", _screen("ahead.ahead_of_purchases"), methods=post),
        Route("/p/{key}/after", _screen("after.after")),
        Route("/p/{key}/after", _screen("after.after_said"), methods=post),
        Route("/p/{key}/after/date", _screen("after.calendar")),
        Route("/p/{key}/talk/sheet", _screen("sheet.worksheet")),
        Route("/p/{key}/packages", _screen("packages.packages")),
        Route("/p/{key}/packages", _screen("packages.packages_said"), methods=post),
        Route("/p/{key}/settings", _screen("setting.about_it")),
        Route("/p/{key}/answers", _screen("setting.answers"), methods=post),
        Route("/p/{key}/let-go", _screen("setting.let_go"), methods=post),
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
        Route("/store", _screen("safekeeping.store")),
        Route("/store", _screen("safekeeping.store_said"), methods=post),
        Route("/restore", _screen("safekeeping.restore")),
        Route("/restore", _screen("safekeeping.restored"), methods=post),
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
