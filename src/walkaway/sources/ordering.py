"""Rows of one chat in file order in, the chat in time order out."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from walkaway.app.ports import Chat
from walkaway.core.events import Events


def in_time_order(title: str | None, me: str | None, people: tuple[str, ...], rows: Events, text: Any) -> Chat:
    """The chat sorted by instant; rows of one instant stay in file order. `text` stands beside `rows`."""
    if (np.diff(rows.at) < 0).any():
        order = np.argsort(rows.at, kind="stable")
        rows, text = rows.take(order), text.take(pa.array(order))
    return Chat(title=title, me=me, people=people, events=rows, text=text)
