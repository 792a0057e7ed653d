"""The places a store can lie in, for tests that must hold in all of them: an encrypted file, memory, PostgreSQL."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from walkaway.store.engine import memory, postgres, sealed_file
from walkaway.store.kept import Kept
from walkaway.store.keys import new_key
from walkaway.store.migrate import bring_up

PLACES = ("file", "memory", "postgres")


def programs() -> Path | None:
    """Where PostgreSQL's own programs lie: on the path, or where Debian puts them."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).resolve().parent
    return next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """A PostgreSQL server of our own on a socket nobody else sees; its address, to be filled with a database's name."""
    at = programs()
    if at is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is missing. On Debian: apt-get install postgresql")
        pytest.skip("PostgreSQL is missing (on Debian: apt-get install postgresql)")
    # The path of a socket may be 107 bytes long, which pytest's own folders can exceed.
    place = Path(tempfile.mkdtemp(prefix="pg"))
    # PostgreSQL refuses to run as root; its own user is there where its programs are.
    user = "postgres" if os.name == "posix" and os.geteuid() == 0 else None
    if user is not None:
        shutil.chown(place, user)

    def run(*command: str) -> None:
        subprocess.run(command, user=user, cwd=place, check=True, stdout=subprocess.DEVNULL, timeout=60)

    data = str(place / "data")
    run(str(at / "initdb"), "-D", data, "-U", "walkaway", "--auth=trust", "--no-sync", "-E", "UTF8", "--no-locale")
    options = f"-F -c listen_addresses='' -c unix_socket_directories='{place}'"
    run(str(at / "pg_ctl"), "-D", data, "-w", "-o", options, "-l", str(place / "log"), "start")
    try:
        yield f"postgresql+psycopg://walkaway@/{{}}?host={place}"
    finally:
        run(str(at / "pg_ctl"), "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(place, ignore_errors=True)


@pytest.fixture
def database(cluster: str) -> str:
    """The address of a new, empty place on that server: a schema, which is made faster than a database."""
    name = f"t{secrets.token_hex(4)}"
    engine = create_engine(cluster.format("postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
    return f"{cluster.format('postgres')}&options=-csearch_path%3D{name}"


@pytest.fixture(params=PLACES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kept]:
    """An empty store."""
    if request.param == "file":
        engine = sealed_file(tmp_path / "store.db", new_key(), create=True)
    elif request.param == "memory":
        engine = memory()
    else:
        engine = postgres(request.getfixturevalue("database"))
    bring_up(engine)
    kept = Kept(engine)
    yield kept
    kept.close()
