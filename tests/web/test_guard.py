"""Who is let in: foreign hosts, other sites, and programs without the cookie are not."""

import itertools

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from walkaway.web.guard import HEADERS, Guard, allowed_hosts, cookie_name
from walkaway.web.visit import Visit

PORT = 8765
OURS = f"http://127.0.0.1:{PORT}"
FOREIGN_HOSTS = [
    "",
    "evil.example",
    "evil.example:8765",
    "127.0.0.1",
    "localhost",
    "127.0.0.1:80",
    "127.0.0.1:8764",
    "127.0.0.1:87650",
    "127.0.0.1:08765",
    "127.0.0.1:8765.",
    "127.0.0.1.:8765",
    "localhost.:8765",
    "localhost:8765.",
    "localhost..:8765",
    "localhost.localdomain:8765",
    "127.0.0.1.nip.example:8765",
    "127.0.0.1:8765.evil.example",
    "127.0.0.1:8765@evil.example",
    "evil.example@127.0.0.1:8765",
    "user:pass@localhost:8765",
    "evil.example#127.0.0.1:8765",
    "evil.example/127.0.0.1:8765",
    "http://127.0.0.1:8765",
    "127.0.0.1:8765, evil.example",
    "evil.example, 127.0.0.1:8765",
    "127.0.0.1:8765 ",
    "127.0.0.1 :8765",
    "127.0.0.1:8765:8765",
    "127.0.0.1:",
    "localhost:",
    ":8765",
    "[::1]:8765",
    "[::1]",
    "::1",
    "[::]:8765",
    "[::ffff:127.0.0.1]:8765",
    "[::ffff:7f00:1]:8765",
    "[0:0:0:0:0:0:0:1]:8765",
    "[fe80::1%25lo]:8765",
    "0.0.0.0:8765",
    "0:8765",
    "127.1:8765",
    "127.0.1:8765",
    "127.0.0.2:8765",
    "2130706433:8765",
    "0x7f000001:8765",
    "0177.0.0.1:8765",
    "localhost%00:8765",
    "localhost\t:8765",
    "xn--localhost-:8765",
    "local-host:8765",
    "notlocalhost:8765",
    "sub.localhost:8765",
    "192.168.0.10:8765",
]


class Away:
    """A clock that is set by hand, and a note of each locking."""

    def __init__(self) -> None:
        self.now = 0.0
        self.locked = 0

    def __call__(self) -> float:
        return self.now

    def lock(self) -> None:
        self.locked += 1


def guarded(away: Away | None = None) -> tuple[TestClient, Visit]:
    """A page behind the guard, that says how it was asked for."""
    away = away or Away()
    visit = Visit(away.lock, away)

    async def page(request: Request) -> Response:
        return PlainTextResponse(request.method)

    async def entrance(request: Request) -> Response:
        cookie = visit.enter(request.query_params.get("token", ""))
        answer = RedirectResponse("/", 303) if cookie else PlainTextResponse("no", 401)
        if cookie:
            answer.set_cookie(cookie_name(PORT), cookie, httponly=True, samesite="strict")
        return answer

    app = Starlette(routes=[Route("/open", entrance), Route("/", page, methods=["GET", "POST"])])
    return TestClient(Guard(app, visit=visit, port=PORT), base_url=OURS, follow_redirects=False), visit


@pytest.fixture
def inside() -> TestClient:
    client, visit = guarded()
    assert client.get("/open", params={"token": visit.token or ""}).status_code == 303
    assert client.get("/").text == "GET"
    return client


def test_there_are_more_than_fifty_hosts() -> None:
    assert len(set(FOREIGN_HOSTS)) >= 50


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_a_foreign_host_is_misdirected(inside: TestClient, host: str) -> None:
    """Even with the cookie, and for reading: under DNS rebinding a browser would send it along."""
    for method, path in itertools.product(("GET", "POST"), ("/", "/open")):
        answer = inside.request(
            method, path, headers={"Host": host, "Origin": f"http://{host.strip()}", "Sec-Fetch-Site": "same-origin"}
        )
        assert answer.status_code == 421, (host, method, path)
        assert "GET" not in answer.text


@pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"LocalHost:{PORT}"])
def test_our_own_hosts_are_answered(inside: TestClient, host: str) -> None:
    assert inside.get("/", headers={"Host": host, "Cookie": _cookie(inside)}).status_code == 200


def test_two_hosts_are_none(inside: TestClient) -> None:
    headers = [("Host", f"127.0.0.1:{PORT}"), ("Host", "evil.example")]
    assert inside.get("/", headers=headers).status_code == 421


def test_port_eighty_is_left_out_by_browsers() -> None:
    assert allowed_hosts(80) == {"127.0.0.1:80", "localhost:80", "127.0.0.1", "localhost"}
    assert allowed_hosts(81) == {"127.0.0.1:81", "localhost:81"}


SITES = (None, "none", "same-origin", "same-site", "cross-site", "", "Same-Origin", "same-origin, cross-site")
ORIGINS = (None, OURS, "null", "http://evil.example", "http://127.0.0.1:8766", "https://127.0.0.1:8765", f"{OURS}.evil")


@pytest.mark.parametrize(("site", "origin"), [*itertools.product(SITES, ORIGINS)])
def test_only_our_own_pages_may_act(inside: TestClient, site: str | None, origin: str | None) -> None:
    """A form from anywhere else is refused, whatever its content type: text/plain needs no permission asked before."""
    own = (site == "same-origin" and origin in (None, OURS, "null")) or (site is None and origin == OURS)
    headers = _said(site, origin)
    for kind in ("application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"):
        answer = inside.post("/", headers={**headers, "Content-Type": kind}, content=b"a=b")
        assert answer.status_code == (200 if own else 403), (site, origin, kind)


@pytest.mark.parametrize(("site", "origin"), [*itertools.product(SITES, ORIGINS)])
def test_no_other_site_may_read_or_link(inside: TestClient, site: str | None, origin: str | None) -> None:
    mine = site in (None, "none", "same-origin") and origin in (None, OURS)
    null = origin == "null" and site in ("none", "same-origin")
    answer = inside.get("/", headers=_said(site, origin))
    assert answer.status_code == (200 if mine or null else 403), (site, origin)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_other_methods_are_not_known(inside: TestClient, method: str) -> None:
    assert inside.request(method, "/", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 405


def test_without_the_cookie_there_is_a_plain_page() -> None:
    client, _ = guarded()
    for cookie in ({}, {"Cookie": f"{cookie_name(PORT)}=guess"}, {"Cookie": f"{cookie_name(PORT)}="}):
        answer = client.get("/", headers=cookie)
        assert answer.status_code == 401
        assert "This page is closed" in answer.text


def test_a_cookie_set_by_another_port_beside_ours_is_not_trusted(inside: TestClient) -> None:
    ours = _cookie(inside)
    both = f"{cookie_name(PORT)}=planted; {ours}"
    assert TestClient(inside.app, base_url=OURS).get("/", headers={"Cookie": both}).status_code == 401
    assert cookie_name(PORT) != cookie_name(PORT + 1)


def test_the_launch_token_works_once() -> None:
    client, visit = guarded()
    token = visit.token or ""
    assert client.get("/open", params={"token": "x" + token}).status_code == 401
    answer = client.get("/open", params={"token": token})
    assert answer.status_code == 303
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    again = TestClient(client.app, base_url=OURS, follow_redirects=False)
    assert again.get("/open", params={"token": token}).status_code == 401


def test_a_look_at_the_head_does_not_use_the_token_up() -> None:
    client, visit = guarded()
    token = visit.token or ""
    assert client.head("/open", params={"token": token}).status_code == 401
    assert client.get("/open", params={"token": token}).status_code == 303


def test_leaving_ends_the_visit_and_locks() -> None:
    away = Away()
    client, visit = guarded(away)
    first = visit.token
    client.get("/open", params={"token": first or ""})
    visit.leave()
    assert away.locked == 1
    assert client.get("/").status_code == 401
    assert visit.token not in (None, first)


def test_being_away_locks_and_being_here_does_not() -> None:
    away = Away()
    client, visit = guarded(away)
    client.get("/open", params={"token": visit.token or ""})
    for _ in range(5):
        away.now += visit.idle - 1
        assert client.get("/").status_code == 200
    assert away.locked == 0
    away.now += visit.idle + 1
    client.get("/")
    assert away.locked == 1


def test_a_closed_tab_is_noticed_too() -> None:
    """Without any request, something that looks at the clock now and then locks once."""
    away = Away()
    client, visit = guarded(away)
    client.get("/open", params={"token": visit.token or ""})
    for _ in range(10):
        away.now += visit.idle / 4
        visit.rest()
    assert away.locked == 1
    assert client.get("/").status_code == 200
    away.now += visit.idle + 1
    visit.rest()
    assert away.locked == 2


@pytest.mark.parametrize("how", ["answered", "host", "site", "cookie", "method", "missing"])
def test_every_answer_carries_the_headers(inside: TestClient, how: str) -> None:
    answer = {
        "answered": lambda: inside.get("/"),
        "host": lambda: inside.get("/", headers={"Host": "evil.example"}),
        "site": lambda: inside.get("/", headers={"Sec-Fetch-Site": "cross-site"}),
        "cookie": lambda: TestClient(inside.app, base_url=OURS).get("/"),
        "method": lambda: inside.put("/"),
        "missing": lambda: inside.get("/nothing-here"),
    }[how]()
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")
    assert answer.headers["cache-control"] == "no-store"


def test_a_socket_is_closed(inside: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), inside.websocket_connect("/"):
        pass


def test_names_do_not_stand_in_addresses() -> None:
    visit = Visit(lambda: None, lambda: 0.0)
    key = visit.key("Robin")
    assert visit.name(key) == "Robin"
    assert visit.key("robin") == key
    assert "robin" not in key.lower()
    assert Visit(lambda: None, lambda: 0.0).key("Robin") != key
    assert visit.name("unknown") is None


def _said(site: str | None, origin: str | None) -> dict[str, str]:
    said = {"Sec-Fetch-Site": site, "Origin": origin}
    return {name: value for name, value in said.items() if value is not None}


def _cookie(client: TestClient) -> str:
    name = cookie_name(PORT)
    return f"{name}={client.cookies[name]}"
