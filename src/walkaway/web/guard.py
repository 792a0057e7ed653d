"""Every request in; refused unless it comes from the person's own browser, on this machine, on this site.

Under DNS rebinding a foreign page is same-origin with us and its GET carries no Origin: only the Host tells. A page on
another port of this machine is same-site: only Sec-Fetch-Site or Origin tells. A program on this machine sends what it
likes: only the cookie tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from walkaway.web.visit import Visit

ENTRANCE = "/open"
"""Where the launch token is given for the cookie: the one address that needs none."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "x-frame-options": "DENY",
}
SAFE = frozenset({"GET", "HEAD"})
METHODS = SAFE | {"POST"}
FOREIGN = frozenset({"cross-site", "same-site"})

_PAGE = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="color-scheme" content="light dark">\n'
    "<title>Notes</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{text}</p>\n</main>\n</body>\n</html>\n"
)
CLOSED = ("This page is closed", "To open it again, use the newest link in the window where you started it.")
NOT_HERE = ("Nothing is shown here", "This page opens only under its own address on this machine.")
NOT_FROM_THERE = ("This was not asked for here", "Another site tried to open this page. Nothing was done.")
NO_SUCH_METHOD = ("This cannot be asked for", "Pages here are read, or sent a form. Nothing was done.")


def cookie_name(port: int) -> str:
    """Cookies know no ports: without its own name, two of us on one machine would take each other's."""
    return f"walkaway-{port}"


class Guard:
    """The outermost layer. 421 for another host, 403 for another site, 401 without the cookie."""

    def __init__(self, app: ASGIApp, *, visit: Visit, port: int) -> None:
        self._app = app
        self._visit = visit
        self._hosts = allowed_hosts(port)
        self._cookie = cookie_name(port)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        await (self._app if refusal is None else refusal)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> HTMLResponse | None:
        headers, method = Headers(scope=scope), scope["method"]
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return plain(NOT_HERE, 421)
        if method not in METHODS:
            return plain(NO_SUCH_METHOD, 405)
        if not same_site(headers, method, f"http://{hosts[0].lower()}"):
            return plain(NOT_FROM_THERE, 403)
        if scope["path"] == ENTRANCE and method == "GET":
            return None
        return None if self._visit.knows(_sent(headers, self._cookie)) else plain(CLOSED, 401)


def allowed_hosts(port: int) -> frozenset[str]:
    """The names under which we are asked for. A browser leaves the port out where it is 80."""
    names = ("127.0.0.1", "localhost")
    with_port = frozenset(f"{name}:{port}" for name in names)
    return with_port | frozenset(names) if port == 80 else with_port


def same_site(headers: Headers, method: str, origin: str) -> bool:
    """Whether a request was made by one of our own pages, or by the person in the address bar.

    Under `no-referrer` a browser sends "null" as the Origin of a form that is our own, so where it says that the
    request is same-origin, that is what counts; a page cannot forge it.
    """
    site, said = headers.getlist("sec-fetch-site"), headers.getlist("origin")
    if len(site) > 1 or len(said) > 1:
        return False
    if said and said[0].lower() not in (origin, "null"):
        return False
    if site:
        return site[0] == "same-origin" or (method in SAFE and site[0] == "none")
    if method in SAFE:
        return not said or said[0].lower() == origin
    return bool(said) and said[0].lower() == origin


def plain(page: tuple[str, str], status: int) -> HTMLResponse:
    """A page that needs nothing, and says no more than it must."""
    title, text = map(escape, page)
    return HTMLResponse(_PAGE.format(title=title, text=text), status)


def _sent(headers: Headers, name: str) -> str | None:
    """The one cookie of this name. Several mean that somebody else set one: none counts."""
    found: list[str] = []
    for line in headers.getlist("cookie"):
        found += _values(line.split(";"), name)
    return found[0] if len(found) == 1 else None


def _values(parts: Sequence[str], name: str) -> list[str]:
    values = []
    for part in parts:
        try:
            morsel = SimpleCookie(part.strip()).get(name)
        except CookieError:
            continue
        if morsel is not None:
            values.append(morsel.value)
    return values
