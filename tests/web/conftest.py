"""A site to ask without a server, and the same served to a real browser."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, Playwright, sync_playwright
from starlette.testclient import TestClient

from walkaway import wiring
from walkaway.app.demo import ENDS, STORIES, Story, export
from walkaway.app.keeper import File, Keeper
from walkaway.app.kept_keeper import KeptKeeper
from walkaway.app.ports import ReadOptions
from walkaway.app.pursuit import Pursuit
from walkaway.web.later import Later
from walkaway.web.memory import Memory
from walkaway.web.site import Site, site
from walkaway.web.visit import IDLE

NOW = int(ENDS.timestamp()) * 1_000_000
CHROMIUM = os.environ.get("WALKAWAY_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
NEEDLESS = ("--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run")
"""What a browser in a container needs, and what it need not do by itself."""


def make(port: int, keeper: Keeper | None = None, *, idle: float = IDLE, **more: Any) -> Site:
    """The site on the evening on which the made-up stories end."""
    return site(
        keeper or Memory(wiring.read_handed),
        read=wiring.read_handed,
        clock=lambda: NOW,
        tz="UTC",
        port=port,
        idle=idle,
        **more,
    )


def keeper(folder: Path) -> Later:
    """What `walkaway serve` keeps things in, without plain files beside it."""
    return Later(Memory(wiring.read_handed), KeptKeeper(wiring.vault(folder)), lambda: NOW)


def client_of(found: Site) -> TestClient:
    """A client that is let in."""
    client = TestClient(found.app, base_url=f"http://127.0.0.1:{found.port}", headers={"Sec-Fetch-Site": "same-origin"})
    assert client.get(found.address).status_code == 200
    return client


@pytest.fixture
def client() -> TestClient:
    return client_of(make(8765))


@pytest.fixture
def looking() -> TestClient:
    """A client that looks around in the six made-up stories."""
    found = client_of(make(8765))
    assert found.post("/demo").status_code == 200
    return found


def story(name: str) -> Story:
    return next(s for s in STORIES if s.name == name)


def lay_out(found: Site, *names: str) -> None:
    """Lay made-up stories on the desk, as looking around does with all six."""
    for name in names:
        told = story(name)
        file = File(f"WhatsApp Chat with {told.them}.txt", export(told).encode())
        archive = wiring.read_handed([(file.name, file.raw)], ReadOptions(tz="UTC", order="dmy"))
        pursuit = Pursuit(told.them, told.answers, me="Jo", with_=told.them, order="dmy")
        found.desk.take_in(pursuit, (file,), archive)


def exported(name: str) -> FilePayload:
    """The export of a made-up story, as a browser hands a file over."""
    told = story(name)
    return {
        "name": f"WhatsApp Chat with {told.them}.txt",
        "mimeType": "text/plain",
        "buffer": export(told).encode(),
    }


# --- a real browser ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Served:
    """A site that is being served, and its base address."""

    site: Site
    base: str


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    if not Path(CHROMIUM).exists():
        why = "no chromium here: apt-get install chromium, or WALKAWAY_CHROMIUM=/path/to/it"
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    found = playwright.chromium.launch(executable_path=CHROMIUM, args=list(NEEDLESS))
    yield found
    found.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., Served]]:
    """Serves a site of its own on a free port, until the session ends."""
    servers: list[tuple[uvicorn.Server, threading.Thread, socket.socket]] = []

    def start(keeper: Keeper | None = None, **more: Any) -> Served:
        listening = socket.create_server(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        found = make(port, keeper, **more)
        config = uvicorn.Config(found.app, log_level="critical", access_log=False, lifespan="off", ws="none")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        servers.append((server, thread, listening))
        return Served(found, f"http://127.0.0.1:{port}")

    yield start
    for server, thread, listening in servers:
        server.should_exit = True
        thread.join(5)
        listening.close()


@dataclass
class Watched:
    """A page of the browser, and what it complained about or asked of others."""

    page: Page
    base: str
    complaints: list[str]
    elsewhere: list[str]

    def go(self, place: str) -> None:
        self.page.goto(self.base + place)

    def to_card(self, who: str = "Robin") -> None:
        """From Today to a card, by pointer; with its scripts, without which a link leads to a page of its own."""
        self.page.click(f".everyone a:has-text('{who}')")
        self.page.wait_for_url("**/p/*")
        self.page.wait_for_selector(".card")


@pytest.fixture
def visit(browser: Browser, serve: Callable[..., Served]) -> Iterator[Callable[..., Watched]]:
    """Opens a site of its own in a browser of its own. Afterwards: nothing broke the policy, nothing went elsewhere."""
    opened: list[tuple[BrowserContext, Watched]] = []

    def open_(
        width: int = 360,
        height: int = 740,
        *,
        served: Served | None = None,
        stories: tuple[str, ...] = (),
        **options: Any,
    ) -> Watched:
        place = served or serve()
        lay_out(place.site, *stories)
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(90_000)  # machines that test are busy
        watched = watching(context, place.base)
        watched.page.goto(place.site.address)
        opened.append((context, watched))
        return watched

    yield open_
    for context, watched in opened:
        context.close()
        assert watched.complaints == []
        assert watched.elsewhere == []


def watching(context: BrowserContext, base: str) -> Watched:
    """A new page whose requests to other places are noted and go nowhere."""
    page = context.new_page()
    watched = Watched(page, base, [], [])
    page.on("console", lambda said: watched.complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: watched.complaints.append(str(error)))

    def elsewhere(route: Any) -> None:
        watched.elsewhere.append(route.request.url)
        route.fulfill(status=200, content_type="text/html", body="<title>Somewhere else</title>")

    context.route(lambda url: not url.startswith(base), elsewhere)
    return watched
