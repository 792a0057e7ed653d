"""An engine in; the same with the tables this program is written for, or a refusal, out."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Engine, inspect, text

from walkaway.app.store import DamagedStore, NewerStore
from walkaway.store.engine import WRITES
from walkaway.store.tables import HEAD


def stands_at(engine: Engine) -> str | None:
    """The last migration this database went through. None: it is empty."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def bring_up(engine: Engine, before: Callable[[str], None] | None = None, to: str | None = None) -> None:
    """Take the steps that are missing, all or none. `before` is called first if there is anything to lose."""
    at, to = stands_at(engine), to or HEAD
    if at == to:
        return
    if at is not None and at > to:
        raise NewerStore
    if at is not None and before is not None:
        before(at)
    _upgrade(engine, to)
    if stands_at(engine) != to:
        raise DamagedStore


def _upgrade(engine: Engine, to: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={})
    config.set_main_option("script_location", "walkaway.store:migrations")
    config.set_main_option("path_separator", "os")
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)
