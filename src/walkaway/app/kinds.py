"""A chat as two kinds of archive hold it in; what the one holds alone, by the clock of the other, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from walkaway.app.overlap import Held, twins
from walkaway.app.ports import Chat
from walkaway.core.events import Events


def alone(
    other: Chat, chat: Chat, its: Mapping[str, str] | None = None, whose: Mapping[str, str] | None = None
) -> Chat:
    """What of this chat is not in the other. `its` and `whose` say whom the names of each stand for."""
    import pyarrow as pa

    found = twins(_held(other, its or {}), _held(chat, whose or {}))
    left = np.flatnonzero(~found.other)
    e = chat.events.take(left)
    on_time = Events(e.id, e.at - found.ahead, e.local - found.ahead, e.who, e.kind, e.words, e.asks)
    thread = None if chat.thread is None else chat.thread[left]
    return replace(chat, events=on_time, text=chat.text.take(pa.array(left)), thread=thread)


def _held(chat: Chat, whom: Mapping[str, str]) -> Held:
    worded = chat.text.null_count < len(chat.text)
    return Held(chat.events, chat.text if worded else None, [whom.get(name, name) for name in chat.people])
