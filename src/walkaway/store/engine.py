"""Where a store lies, and its key, in; a database engine that opens it, out. The one module that knows the drivers."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

PATIENCE = 5_000
"""Milliseconds to wait for another process that is writing."""
CACHE = 64 * 1024
"""KiB of decrypted pages to keep. SQLite's own 2 MiB would decrypt the same pages again and again."""
WRITES = "walkaway_writes"
"""The option of a connection that is going to write: it takes the lock at once instead of finding it taken half-way."""
BARE = "walkaway_bare"
"""The option of a connection for statements that must not run inside a transaction."""
_NAME = "walkaway"


def sealed_file(path: Path, key: bytearray, *, create: bool = False) -> Engine:
    """An SQLCipher file. `key` is the raw data key; emptied, it opens nothing any more."""

    def connect() -> Any:
        from sqlcipher3 import dbapi2

        mode = "rwc" if create else "rw"
        # A URI, so that a file that is not there is an error and not a new, empty store.
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False,
            timeout=PATIENCE / 1000,
        )  # fmt: skip
        _set_up(connection, f"PRAGMA key = \"x'{key.hex()}'\"")
        return connection

    return _sqlite(connect, poolclass=QueuePool, pool_size=2, max_overflow=14)


def plain_file(path: Path) -> Engine:
    """An SQLite file without a key. For comparing costs only: nothing of a person is kept in one."""

    def connect() -> Any:
        from sqlcipher3 import dbapi2

        connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
        _set_up(connection)
        return connection

    return _sqlite(connect, poolclass=QueuePool, pool_size=2, max_overflow=14)


def memory() -> Engine:
    """A store that is gone when it is closed."""

    def connect() -> Any:
        from sqlcipher3 import dbapi2

        connection = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
        _set_up(connection)
        return connection

    return _sqlite(connect, poolclass=StaticPool)


def postgres(url: str) -> Engine:
    """A database on a PostgreSQL server. What lies there is as safe as that server."""
    return _quiet(create_engine(url, hide_parameters=True, logging_name=_NAME, pool_pre_ping=True))


def _set_up(connection: Any, *first: str) -> None:
    for pragma in (
        *first,
        "PRAGMA cipher_log_level = NONE",  # SQLCipher would write to stderr
        f"PRAGMA cache_size = -{CACHE}",
        "PRAGMA temp_store = MEMORY",  # nothing of a query may lie beside the store
        "PRAGMA foreign_keys = ON",
        "PRAGMA secure_delete = ON",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",  # in WAL anything less may lose what was acknowledged
    ):
        try:
            connection.execute(pragma).close()
        except BaseException:
            connection.close()
            raise


def _sqlite(connect: Callable[[], Any], **pool: Any) -> Engine:
    from sqlcipher3 import dbapi2

    engine = create_engine(
        "sqlite://", module=dbapi2, creator=connect, hide_parameters=True, logging_name=_NAME, **pool
    )

    # The driver would begin a transaction only at the first write, and end it before a change of the schema.
    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if not options.get(BARE, False):
            connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(WRITES, False) else "BEGIN")

    return _quiet(engine)


def _quiet(engine: Engine) -> Engine:
    """Our engine never logs what it reads, even where the program around it logs everything."""
    for log in (engine.logger, engine.pool.logger):
        name = getattr(log, "name", None)
        if isinstance(name, str):
            logging.getLogger(name).setLevel(logging.WARNING)
    return engine
