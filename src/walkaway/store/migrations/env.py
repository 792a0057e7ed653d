"""Run by Alembic: a connection in `attributes`, the steps taken on it. All of them in one transaction, or none."""

from __future__ import annotations

from alembic import context

# `transactional_ddl`: SQLite undoes changes of a schema too; Alembic would not believe it.
context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
