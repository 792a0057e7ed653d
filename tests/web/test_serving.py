"""The command: where it listens, how soon it answers, and that nothing but this machine is spoken to."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import typer
from tests.web.conftest import client_of, lay_out, make

from walkaway.cli.serve_command import serve
from walkaway.web.guard import cookie_name
from walkaway.web.site import _routes, found

TOKEN = re.compile(r"http://127\.0\.0\.1:(\d+)(/open\?token=\S+)")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], int, str]]:
    """The command in a process of its own: the process, its port, and the way in."""
    with serving(tmp_path) as found:
        yield found


@contextmanager
def serving(home: Path) -> Iterator[tuple[subprocess.Popen[str], int, str]]:
    # What was compiled once is kept, as it is for whoever starts it.
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [sys.executable, "-m", "walkaway", "serve", "--port", "0", "--no-browser", "--home", str(home)],
        stderr=subprocess.PIPE,
        text=True,
        env=compiled,
    )
    assert process.stderr is not None
    found = next(match for line in process.stderr if (match := TOKEN.search(line)))
    yield process, int(found[1]), found[2]
    process.send_signal(signal.SIGINT)
    process.wait(20)
    process.stderr.close()


def asked(port: int, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="what a process spent is read from /proc (Linux)")
def test_the_first_page_is_there_soon(tmp_path: Path) -> None:
    """At most a second of CPU for one start with its first page. The start before it compiles what never was yet."""
    with serving(tmp_path) as (_, port, way_in):
        _first_page(port, way_in)
    with serving(tmp_path) as (process, port, way_in):
        _first_page(port, way_in)
        ticks = Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[11:13]
    assert sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK") <= 1.0


def _first_page(port: int, way_in: str) -> None:
    cookie = (asked(port, way_in).getheader("set-cookie") or "").split(";")[0]
    assert asked(port, "/", Cookie=cookie).status == 200


FIRST_PAGES = """
    import sys
    from starlette.testclient import TestClient
    from walkaway import wiring
    from walkaway.app.kept_keeper import KeptKeeper
    from walkaway.cli.opening import vault_at
    from walkaway.web.later import Later
    from walkaway.web.memory import Memory
    from walkaway.web.site import site
    from pathlib import Path
    keeper = Later(Memory(wiring.read_handed), KeptKeeper(vault_at(Path(sys.argv[1]))), lambda: 0)
    found = site(keeper, read=wiring.read_handed, clock=lambda: 0, tz="UTC", port=8765)
    client = TestClient(found.app, base_url="http://127.0.0.1:8765", headers={"Sec-Fetch-Site": "same-origin"})
    answer = client.get(found.address)
    assert answer.status_code == 200 and sys.argv[2] in answer.text, answer.text
    heavy = ("numpy", "pyarrow", "sqlalchemy", "cryptography.hazmat.primitives.kdf", "walkaway.core",
             "walkaway.words.de", "walkaway.words.en.cards", "walkaway.web.desk", "walkaway.web.screens.talk")
    print([module for module in heavy if module in sys.modules])
"""


@pytest.mark.parametrize(("locked", "shows"), [(False, 'action="/demo"'), (True, 'name="passphrase"')])
def test_a_first_page_waits_for_nothing_that_judges(tmp_path: Path, *, locked: bool, shows: str) -> None:
    """Neither the ways to begin nor the question for the passphrase import what reads, judges or decrypts."""
    if locked:
        (tmp_path / "keys.json").write_text("{}", encoding="utf-8")
    shown = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(FIRST_PAGES), str(tmp_path), shows],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (shown.stdout.strip(), shown.stderr) == ("[]", "")


def test_every_address_leads_to_a_screen() -> None:
    """Screens are named in words where they are routed, so that they can be imported late."""
    late = [route.endpoint.__qualname__ for route in _routes() if "." in route.endpoint.__qualname__]
    assert len(late) > 30
    assert all(callable(found(name)) for name in late)


def test_it_answers_only_here(served: tuple[subprocess.Popen[str], int, str]) -> None:
    _, port, way_in = served
    answer = asked(port, way_in)
    assert answer.status == 303
    cookie = (answer.getheader("set-cookie") or "").split(";")[0]
    assert cookie.startswith(cookie_name(port))
    assert asked(port, "/", Cookie=cookie).status == 200
    assert asked(port, "/", Host="evil.example", Cookie=cookie).status == 421
    assert asked(port, way_in).status == 401
    answer = asked(port, "/", Cookie=cookie)
    assert answer.getheader("server") is None
    for address in _own_addresses():  # what other machines would reach it under
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((address, port), timeout=5)


def _own_addresses() -> set[str]:
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    except OSError:
        return set()
    return {address for address in found if not address.startswith("127.")}


def test_a_port_in_use_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(typer.Exit) as left:
        serve(taken.getsockname()[1], no_browser=True, home=Path("nowhere"))
    assert left.value.exit_code == 2
    assert "in use" in capsys.readouterr().err


HOOKED = """
    import sys
    spoken = []
    def hook(event, arguments):
        if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
            spoken.append((event, str(arguments[1:])))
    sys.addaudithook(hook)
    from tests.web.conftest import client_of, lay_out, make
    found = make(8765)
    lay_out(found, "partner", "friend")
    client = client_of(found)
    key = found.visit.key("Robin")
    for place in ("/", "/decide", "/write", "/after", "/library", "/support", "/privacy", "/help", "/three", "/export",
                  f"/p/{key}", f"/p/{key}/timeline", f"/p/{key}/standards", f"/p/{key}/evidence/share"):
        assert client.get(place).status_code == 200, place
    assert client.post("/decide", data={"theirs": "800", "fallback": "900"}).status_code == 200
    assert client.post("/leave").status_code == 204
    print(spoken)
"""


def test_nothing_is_connected_to() -> None:
    """Every page asked for in a process whose sockets are listened to: none connects, and no name is looked up."""
    shown = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(HOOKED)], capture_output=True, text=True, check=False, timeout=300
    )
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.strip() == "[]"


@pytest.mark.soak
def test_the_suite_needs_no_network() -> None:
    """Every test of `make test`, in a network namespace that holds nothing but loopback."""
    if shutil.which("unshare") is None or _alone("true").returncode != 0:
        pytest.skip("this machine makes no network namespaces (unshare -n)")
    run = _alone(f"ip link set lo up; {sys.executable} -m pytest -q -m 'not soak'")
    assert run.returncode == 0, run.stdout[-4000:]


def _alone(command: str) -> subprocess.CompletedProcess[str]:
    # Whoever is root already stays so: inside a user namespace no server can be started under another name.
    own = ["unshare", "-n"] if os.geteuid() == 0 else ["unshare", "-rn"]
    return subprocess.run([*own, "sh", "-c", command], capture_output=True, text=True, check=False)


def test_pages_say_nothing_to_logs(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    found = make(8765)
    lay_out(found, "partner")
    client_of(found).get(f"/p/{found.visit.key('Robin')}")
    assert not [record for record in caplog.records if "Robin" in record.getMessage()]
