"""A database engine in; a `Store` out: pursuits, their settings and messages, each change whole or not at all."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from walkaway.app.errors import UnknownPursuit, UsageError
from walkaway.app.ports import Chat
from walkaway.app.store import (
    Arrival,
    Channel,
    DamagedStore,
    Document,
    Handed,
    Keeps,
    KeptReceipt,
)
from walkaway.store import chunks
from walkaway.store import tables as t
from walkaway.store.adding import add
from walkaway.store.columns import digest
from walkaway.store.engine import BARE, WRITES
from walkaway.store.troubles import plainly


class Kept:
    """A `Store` in a database that is brought up already. `folder` is where its file lies, if it is one."""

    def __init__(self, engine: Engine, folder: Path | None = None) -> None:
        self._engine = engine
        self._folder = folder
        self._writer = engine.execution_options(**{WRITES: True})

    # --- settings

    def names(self) -> tuple[str, ...]:
        with self._reading() as c:
            rows = c.execute(select(t.pursuit.c.name).where(t.pursuit.c.part_of.is_(None))).scalars().all()
        return tuple(sorted(rows, key=str.casefold))

    def document(self, name: str) -> Document | None:
        with self._reading() as c:
            found = c.execute(select(t.pursuit.c.document).where(t.pursuit.c.folded == folded(name))).scalar()
        return cast("Document | None", found)

    def keep_document(self, name: str, document: Mapping[str, Any]) -> None:
        with self._writing() as c:
            number = pursuit_number(c, name)
            c.execute(
                update(t.pursuit).where(t.pursuit.c.id == number).values(name=clean(name), document=plain(document))
            )

    def you(self) -> Document:
        with self._reading() as c:
            return cast("Document", c.execute(select(t.you.c.document)).scalar() or {})

    def keep_you(self, document: Mapping[str, Any]) -> None:
        with self._writing() as c:
            c.execute(delete(t.you))
            c.execute(insert(t.you).values(id=1, document=plain(document)))

    # --- messages

    def add(self, name: str, handed: Handed) -> KeptReceipt:
        with self._writing() as c:
            return add(c, pursuit_number(c, name), handed)

    def keeps(self, name: str) -> Keeps:
        with self._reading() as c:
            return cast("Keeps", self._row(c, name).keeps)

    def keep_counts_only(self, name: str) -> None:
        with self._writing() as c:
            number = pursuit_number(c, name)
            c.execute(update(t.pursuit).where(t.pursuit.c.id == number).values(keeps="counts"))
            c.execute(delete(t.words).where(t.words.c.chunk_id.in_(_chunks_of(number))))
        self.sweep()

    def channels(self, name: str) -> tuple[Channel, ...]:
        with self._reading() as c:
            whole = self._row(c, name)
            counted = select(func.coalesce(func.sum(t.chunk.c.n), 0)).where(t.chunk.c.channel_id == t.channel.c.id)
            rows = c.execute(
                select(t.channel, t.pursuit.c.name.label("pursuit"), counted.scalar_subquery().label("n"))
                .join(t.pursuit, t.pursuit.c.id == t.channel.c.pursuit_id)
                .where((t.pursuit.c.id == whole.id) | (t.pursuit.c.part_of == whole.id))
                .order_by(t.pursuit.c.id != whole.id, t.channel.c.id)
            ).all()
        return tuple(as_channel(row) for row in rows)

    def chat(self, channel: Channel) -> Chat:
        import pyarrow as pa

        with self._reading() as c:
            rows = chunks.read(c, channel.id)
        text = pa.nulls(len(rows), pa.large_string()) if rows.text is None else rows.text
        return Chat(
            title=channel.title,
            me=channel.me,
            people=channel.people,
            events=rows.events,
            text=text,
            handles=channel.handles,
            thread=rows.thread,
        )

    def arrivals(self, name: str) -> tuple[Arrival, ...]:
        with self._reading() as c:
            number = self._row(c, name).id
            rows = c.execute(select(t.arrival).where(t.arrival.c.pursuit_id == number).order_by(t.arrival.c.id)).all()
        return tuple(Arrival(r.at, r.source, r.content, r.read, r.kept, r.there, r.skipped) for r in rows)

    # --- people

    def join(self, part: str, whole: str) -> None:
        with self._writing() as c:
            inner, outer = self._row(c, part), self._row(c, whole)
            if outer.part_of == inner.id:
                raise UsageError(f"{outer.name} is part of {inner.name} already. Take them apart first.")
            if inner.id == outer.id:
                raise UsageError("These are one and the same. Name two.")
            outermost = outer.part_of or outer.id
            # What was inside the part comes along, so that nothing lies two deep.
            for where in (t.pursuit.c.id == inner.id, t.pursuit.c.part_of == inner.id):
                c.execute(update(t.pursuit).where(where).values(part_of=outermost))

    def take_apart(self, part: str) -> None:
        with self._writing() as c:
            c.execute(update(t.pursuit).where(t.pursuit.c.id == self._row(c, part).id).values(part_of=None))

    def parts(self, name: str) -> tuple[str, ...]:
        with self._reading() as c:
            inside = t.pursuit.c.part_of == self._row(c, name).id
            return tuple(c.execute(select(t.pursuit.c.name).where(inside).order_by(t.pursuit.c.id)).scalars())

    def same_person(self, name: str, one: str, other: str) -> None:
        with self._writing() as c:
            number = self._row(c, name).id
            c.execute(delete(t.alias).where(t.alias.c.pursuit_id == number, t.alias.c.name == one))
            c.execute(insert(t.alias).values(pursuit_id=number, name=one, stands_for=other))

    def not_same_person(self, name: str, one: str) -> None:
        with self._writing() as c:
            c.execute(delete(t.alias).where(t.alias.c.pursuit_id == self._row(c, name).id, t.alias.c.name == one))

    def aliases(self, name: str) -> dict[str, str]:
        with self._reading() as c:
            number = self._row(c, name).id
            rows = c.execute(select(t.alias).where(t.alias.c.pursuit_id == number).order_by(t.alias.c.id)).all()
        return {row.name: row.stands_for for row in rows}

    # --- the whole

    def erase(self, name: str) -> None:
        with self._writing() as c:
            number = self._row(c, name).id
            c.execute(update(t.pursuit).where(t.pursuit.c.part_of == number).values(part_of=None))
            c.execute(delete(t.pursuit).where(t.pursuit.c.id == number))
        self.sweep()

    def sweep(self) -> None:
        """Write the file anew without what was deleted, so that free space and the log hold nothing of it."""
        if self._engine.dialect.name == "sqlite":
            self._bare("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            self._bare(*(f"VACUUM FULL {table.name}" for table in t.metadata.sorted_tables))

    def check(self) -> None:
        if self._engine.dialect.name == "sqlite":
            # One after the other: once a page has failed its check, SQLCipher answers nothing more.
            for question in ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check"):
                if any(row[0] != "ok" for row in self._bare(question)):
                    raise DamagedStore
        with self._reading() as c:
            for column, of in ((t.chunk.c.columns, t.chunk.c.digest), (t.words.c.text, t.words.c.digest)):
                for packed, expected in c.execute(select(column, of).execution_options(yield_per=64)):
                    if digest(packed) != expected:
                        raise DamagedStore

    def close(self) -> None:
        """Let go of it. The last to do so writes the log back into the file."""
        self._engine.dispose()

    def _bare(self, *statements: str) -> list[Any]:
        """Statements that no transaction may hold; the rows they give."""
        options = {BARE: True} if self._engine.dialect.name == "sqlite" else {"isolation_level": "AUTOCOMMIT"}
        said: list[Any] = []
        with plainly(self._folder), self._engine.execution_options(**options).connect() as c:
            for statement in statements:
                result = c.exec_driver_sql(statement)
                said.extend(result.all() if result.returns_rows else ())
        return said

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with plainly(self._folder), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction. When this is left, what was done is on the disk."""
        with plainly(self._folder), self._writer.begin() as connection:
            yield connection

    def _row(self, c: Connection, name: str) -> Any:
        found = c.execute(select(t.pursuit).where(t.pursuit.c.folded == folded(name))).first()
        if found is None:
            every = c.execute(select(t.pursuit.c.name).order_by(t.pursuit.c.folded)).scalars().all()
            raise UnknownPursuit(name, every)
        return found


def folded(name: str) -> str:
    """The name as it is found by: without capitals, and however its letters are composed."""
    return clean(name).casefold()


def pursuit_number(c: Connection, name: str) -> int:
    """The row of this pursuit, made if it is not there."""
    found = c.execute(select(t.pursuit.c.id).where(t.pursuit.c.folded == folded(name))).scalar()
    if found is not None:
        return int(found)
    if not folded(name):
        raise UsageError("A pursuit needs a name. Give it one.")
    values = {"name": clean(name), "folded": folded(name), "keeps": "words", "document": {}}
    return int(c.execute(insert(t.pursuit).values(values).returning(t.pursuit.c.id)).scalar_one())


def as_channel(row: Any) -> Channel:
    """A row of the table as a value."""
    a = row.about
    handles = a.get("handles") or {}
    return Channel(
        id=row.id,
        pursuit=row.pursuit,
        source=row.source,
        title=a["title"],
        me=a["me"],
        them=a["them"],
        people=tuple(a["people"]),
        tz=a["tz"],
        assumed=tuple(a["assumed"]),
        n=int(row.n),
        handles=tuple(tuple(handles.get(name, ())) for name in a["people"]) if handles else (),
    )


def plain(document: Mapping[str, Any]) -> Document:
    """The document as JSON will give it back. Raises UsageError for what JSON has no word for."""
    try:
        return cast("Document", json.loads(json.dumps(document, allow_nan=False)))
    except (TypeError, ValueError):
        raise UsageError("These settings hold something that cannot be kept. Use texts, numbers and lists.") from None


def clean(name: str) -> str:
    """A name as it is kept."""
    return unicodedata.normalize("NFC", name.replace("\0", "")).strip()


def _chunks_of(pursuit: int) -> Any:
    return (
        select(t.chunk.c.id)
        .join(t.channel, t.channel.c.id == t.chunk.c.channel_id)
        .where(t.channel.c.pursuit_id == pursuit)
        .scalar_subquery()
    )
