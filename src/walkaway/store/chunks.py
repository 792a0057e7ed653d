"""The rows of a conversation, month by month: out as they were written or refused as damaged; in, each month anew."""

from __future__ import annotations

from typing import Any

import numpy as np
from sqlalchemy import Connection, delete, insert, select

from walkaway.app.store import DamagedStore
from walkaway.core.events import Events
from walkaway.store import tables as t
from walkaway.store.columns import digest, pack_events, pack_text, unpack_events, unpack_text
from walkaway.store.merging import Rows, merged, months

_A_MONTH = 1
"""Months beyond those of a file to look for its messages in: its clock may have been read in another zone."""


def read(c: Connection, channel: int, *, near: Events | None = None) -> Rows:
    """All that is kept, or what lies in the months of these events. `text` is None where only counts are kept."""
    query = (
        select(t.chunk.c.columns, t.chunk.c.digest, t.words.c.text, t.words.c.digest.label("of_text"))
        .outerjoin(t.words, t.words.c.chunk_id == t.chunk.c.id)
        .where(t.chunk.c.channel_id == channel)
        .order_by(t.chunk.c.month)
    )
    if near is not None:
        spans = months(near) if len(near) else np.zeros(1, np.int64)
        query = query.where(t.chunk.c.month.between(int(spans.min()) - _A_MONTH, int(spans.max()) + _A_MONTH))
    rows: list[Any] = list(c.execute(query).all())
    for row in rows:
        if digest(row.columns) != row.digest or (row.text is not None and digest(row.text) != row.of_text):
            raise DamagedStore
    text = None if any(row.text is None for row in rows) else unpack_text([row.text for row in rows])
    events, thread = unpack_events([row.columns for row in rows])
    return Rows(events, text, thread)


def write(c: Connection, channel: int, kept: Rows, fresh: Rows, *, early: bool) -> None:
    """Each month that gets something new, as one chunk in place of the one before."""
    of_kept, of_fresh = months(kept.events), months(fresh.events)
    touched: list[int] = np.unique(of_fresh).tolist()
    old = select(t.chunk.c.id).where(t.chunk.c.channel_id == channel, t.chunk.c.month.in_(touched))
    gone = list(c.execute(old).scalars())
    if gone:
        c.execute(delete(t.words).where(t.words.c.chunk_id.in_(gone)))
        c.execute(delete(t.chunk).where(t.chunk.c.id.in_(gone)))
    for month in touched:
        there, new = (rows.take(np.flatnonzero(of == month)) for rows, of in ((kept, of_kept), (fresh, of_fresh)))
        _write_one(c, channel, month, merged(there, new, fresh_first=early))


def _write_one(c: Connection, channel: int, month: int, rows: Rows) -> None:
    columns = pack_events(rows.events, rows.thread)
    values = {"channel_id": channel, "month": month, "n": len(rows), "columns": columns, "digest": digest(columns)}
    number = c.execute(insert(t.chunk).values(values).returning(t.chunk.c.id)).scalar_one()
    if rows.text is not None:
        text = pack_text(rows.text)
        c.execute(insert(t.words).values(chunk_id=number, text=text, digest=digest(text)))
