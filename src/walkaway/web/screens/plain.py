"""The entrance, the way out, how pages are shown, and the pages that are always the same."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from walkaway import wiring
from walkaway.app.errors import WalkawayError
from walkaway.web.at_hand import desk_of, intakes_of, keeper_of, visit_of
from walkaway.web.guard import CLOSED, cookie_name, plain
from walkaway.web.pages import NEUTRAL, asset, language, page, sentence
from walkaway.words.shell import LANGUAGES, PSEUDO, shell

_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


RENEWED = "?renewed=1"
"""On the address of a page: what was just added was there under its name, and is changed."""


def seen(place: str) -> RedirectResponse:
    """After a form: read the page it leads to, so that a reload does not send it again."""
    return RedirectResponse(place, 303)


def entrance(request: Request) -> Response:
    """The launch token for the cookie. A browser that only looks ahead must not use it up."""
    if "prefetch" in request.headers.get("sec-purpose", request.headers.get("purpose", "")):
        return Response(status_code=204)
    cookie = visit_of(request).enter(request.query_params.get("token", ""))
    if cookie is None:
        return plain(CLOSED, 401)
    answer = seen("/")
    answer.set_cookie(cookie_name(request.app.state.port), cookie, httponly=True, samesite="strict", path="/")
    return answer


def leave(request: Request) -> Response:
    """Lock, forget the visit, and go to a page that says nothing.

    The browser is told to forget what it stored. Not its cookies: they know no ports, and those of other programs on
    this machine are not ours to clear; our own is taken back by name.
    """
    visit_of(request).leave()
    left: object = request.app.state.left
    if callable(left):
        left(visit_of(request).token)
    answer = RedirectResponse(NEUTRAL, 303) if request.method == "GET" else Response(status_code=204)
    answer.delete_cookie(cookie_name(request.app.state.port), path="/", httponly=True, samesite="strict")
    answer.headers["clear-site-data"] = '"cache", "storage"'
    return answer


async def discreet(request: Request) -> Response:
    """Hide or show names and numbers from the next page on; the other of what is now where a form does not say."""
    visit, form = visit_of(request), await request.form()
    visit.discreet = form["hide"] == "yes" if "hide" in form else not visit.discreet
    return seen(_own_place(str(form["back"]))) if "back" in form else Response(status_code=204)


async def keys(request: Request) -> Response:
    visit_of(request).keys = (await request.form()).get("keys") != "off"
    return seen("/help")


async def language_chosen(request: Request) -> Response:
    chosen = str((await request.form()).get("language", ""))
    if chosen in (*LANGUAGES, PSEUDO):
        visit_of(request).language = chosen
    return seen("/library")


def _own_place(place: str) -> str:
    """A path of ours, whatever a form says: //elsewhere would be another site."""
    return place if place.startswith("/") and not place.startswith(("//", "/\\")) and "\n" not in place else "/"


def name_of(request: Request) -> str | None:
    """The pursuit that the address stands for. None: it was let go of, or never was."""
    name = visit_of(request).name(request.path_params["key"])
    return name if name in keeper_of(request).shelf().names() else None


def shown_name(request: Request, name: str) -> str:
    """The name of a pursuit on a screen of its own. Under support nothing tells whom it is about."""
    from walkaway.app.held import held

    return "…" if held(desk_of(request).answers(name)) == "support" else name


def missing(request: Request, status: int = 404) -> Response:
    """There is nothing under this address."""
    words = shell(language(request)).words
    return page(request, "sorry.html", status, title=words["missing"], text=words["missing_text"])


def static(request: Request) -> Response:
    name = request.path_params["name"]
    found = asset(name)
    if found is None:
        return Response(status_code=404)
    return Response(found, media_type=_TYPES.get(name.rpartition(".")[2], "text/plain"))


def help_page(request: Request) -> Response:
    return page(request, "help.html")


def claims(request: Request) -> Response:
    """What the essays claim, and what the data says."""
    return page(request, "claims.html")


def privacy(request: Request) -> Response:
    return page(request, "privacy.html")


def support(request: Request) -> Response:
    """People to talk to, with where each number comes from."""
    from babel import Locale

    from walkaway.web.helplines import helplines
    from walkaway.words.spoken import spoken

    known, says = helplines(), spoken(language(request)).helplines
    lands = Locale(language(request).partition("-")[0]).territories
    shown = [
        {
            **{name: getattr(line, name) for name in line.__slots__},
            "country_name": lands.get(line.country, line.country),
            "serves": says.SERVES.get(line.name, line.serves),
            "hours": says.HOURS.get(line.hours, line.hours),
            "source": says.SOURCES.get(line.source, line.source),
        }
        for line in known.lines
    ]
    lists = [replace(found, serves=says.SERVES.get(found.name, found.serves)) for found in known.directories]
    return page(request, "support.html", lines=shown, directories=lists)


def locked(request: Request) -> Response:
    """Asks for the passphrase."""
    open_ = keeper_of(request).state() == "open"
    return seen("/") if open_ else page(request, "locked.html", new=False, code=None, trouble=None)


async def unlock(request: Request) -> Response:
    """The passphrase, or the recovery code."""
    secret = str((await request.form()).get("passphrase", ""))
    try:
        await run_in_threadpool(keeper_of(request).unlock, secret)
    except WalkawayError as error:
        return page(request, "locked.html", 400, new=False, code=None, trouble=sentence(request, error))
    return seen("/")


def keep(request: Request) -> Response:
    """Asks for a passphrase to be, where what is here could be kept."""
    keeper = keeper_of(request)
    fits = keeper.can_last and not keeper.lasting
    return page(request, "locked.html", new=True, code=None, trouble=None) if fits else seen("/library")


async def keep_it(request: Request) -> Response:
    """From here on it is kept. The recovery code is shown this once."""
    desk, secret = desk_of(request), str((await request.form()).get("passphrase", ""))
    if desk.keeper.lasting or not desk.keeper.can_last:
        return seen("/library")
    try:
        code = await run_in_threadpool(desk.create, secret)
    except WalkawayError as error:
        return page(request, "locked.html", 400, new=True, code=None, trouble=sentence(request, error))
    return page(request, "locked.html", new=True, code=code, trouble=None)


def lock(request: Request) -> Response:
    """Lock what is kept; the person stays."""
    intakes_of(request).clear()
    visit_of(request).waiting.clear()
    desk_of(request).lock()
    return seen("/unlock")


async def take_over(request: Request) -> Response:
    """Take over plain files beside the store that changed."""
    await run_in_threadpool(lambda: keeper_of(request).look(again=True))
    return seen("/library")


def export(request: Request) -> Response:
    """Everything in open formats, as one zip. It is made in memory: nothing plain is put on a disk here."""
    zipped = BytesIO()
    keeper_of(request).shelf().export(wiring.export_zip(zipped))
    named = {"content-disposition": 'attachment; filename="notes.zip"'}
    return Response(zipped.getvalue(), media_type="application/zip", headers=named)


def erase(request: Request) -> Response:
    desk = desk_of(request)
    for name in desk.names():
        desk.let_go(name)
    from walkaway.app.pursuit import You

    desk.keeper.shelf().keep_you(You())
    intakes_of(request).clear()
    visit_of(request).waiting.clear()
    return seen("/")
