"""`walkaway serve`: a port in, the pages on this machine until they are stopped, out."""

from __future__ import annotations

import gc
from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING, Annotated

import typer

from walkaway.cli.opening import HOME

if TYPE_CHECKING:
    import socket
    from pathlib import Path

    from walkaway.app.kept_home import KeptHome
    from walkaway.app.kept_keeper import Look
    from walkaway.app.take_over import Beside

DEFAULT_PORT = 8765
LOOK_EVERY = 5.0
"""Seconds between two looks at whether the person is still there."""
TAKEN = "Port {port} is in use, maybe by another walkaway. Give another one: walkaway serve --port {other}"
OPEN_IT = "Open this in your browser. It works once:"
STOP = "Ctrl+C stops it."
AGAIN = "You left. To come back:"


def serve(
    port: Annotated[
        int, typer.Option(metavar="PORT", min=0, max=65535, help="Where to listen on this machine. 0 finds a free one.")
    ] = DEFAULT_PORT,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the link.")] = False,
    home: HOME = None,
) -> None:
    """The same in a browser, on this machine only."""
    from walkaway.cli.sorry import sorry

    gc.disable()  # what is read while a program starts is all there to stay: looking for waste in it only costs time
    with sorry(as_json=False):
        _serve(port, home, browser=not no_browser)


def _serve(port: int, home: Path | None, *, browser: bool) -> None:
    import uvicorn

    from walkaway import wiring
    from walkaway.app.kept_keeper import KeptKeeper
    from walkaway.cli.opening import home_folder, vault_at
    from walkaway.cli.reading import clock, machine_zone
    from walkaway.web.later import Later
    from walkaway.web.memory import Memory
    from walkaway.web.site import site

    with _listening(port) as socket:
        port = socket.getsockname()[1]
        found = site(
            Later(Memory(wiring.read_handed), KeptKeeper(vault_at(home), _look_in(home_folder(home))), clock),
            read=wiring.read_handed,
            clock=clock,
            tz=machine_zone(),
            port=port,
            left=lambda _: typer.echo(f"{AGAIN}\n\n  {found.address}\n", err=True),
        )
        typer.echo(f"{OPEN_IT}\n\n  {found.address}\n\n{STOP}", err=True)
        if browser:
            typer.launch(found.address)
        config = uvicorn.Config(
            found.app,
            log_level="critical",  # a log would hold what was looked at
            access_log=False,
            server_header=False,
            date_header=False,
            lifespan="off",
            ws="none",
            proxy_headers=False,
        )
        gc.freeze()
        gc.enable()
        stopped = Event()
        Thread(target=_resting, args=(found.visit.rest, stopped), daemon=True).start()
        try:
            uvicorn.Server(config).run(sockets=[socket])
        finally:
            stopped.set()
            found.visit.leave()  # whatever was open is locked before the process ends


def _look_in(folder: Path) -> Look:
    """How plain files in this folder are looked at, and taken over, while its store is open."""
    from walkaway import wiring
    from walkaway.app.take_over import look_beside, take_over
    from walkaway.cli.reading import clock, options_of

    def look(kept: KeptHome, *, again: bool) -> Beside:
        return (take_over if again else look_beside)(wiring.home(folder), kept, options_of, now=clock())

    return look


def _resting(rest: Callable[[], None], stopped: Event) -> None:
    """Nobody asks for a page while the tab is closed, so somebody must look at the clock."""
    while not stopped.wait(LOOK_EVERY):
        rest()


def _listening(port: int) -> socket.socket:
    """A socket that only this machine can reach."""
    import socket

    from walkaway.app.errors import UsageError

    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind(("127.0.0.1", port))
        found.listen(64)  # so that a browser that is quicker than we are waits instead of giving up
    except OSError:
        found.close()
        raise UsageError(TAKEN.format(port=port, other=port + 1)) from None
    return found
