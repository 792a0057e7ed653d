"""An archive and the chat chosen in it in; the chat kept in the store, with a receipt, out. And the other way round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from walkaway.app.choose_chat import Chosen
from walkaway.app.errors import UnknownPursuit
from walkaway.app.kinds import alone
from walkaway.app.overlap import one_channel, to_the_minute
from walkaway.app.ports import Archive, Chat, Receipt
from walkaway.app.store import Channel, Handed, KeptReceipt, Store
from walkaway.core.events import Events, Int64Array


@dataclass(frozen=True, slots=True)
class Added:
    """What was kept, and under which name."""

    name: str
    receipt: KeptReceipt


def keep_archive(store: Store, archive: Archive, chosen: Chosen, *, now: int, name: str | None = None) -> Added:
    """Keep the chat that was chosen: under this name, or else under that of the other person."""
    me, them = chosen.chat.people[chosen.me], chosen.chat.people[chosen.them]
    handed = Handed(
        chat=chosen.chat,
        source=archive.source,
        tz=archive.tz,
        now=now,
        me=me,
        them=them,
        assumed=archive.assumed,
        skipped=archive.receipt.skipped,
    )
    name = name or them
    return Added(name, store.add(name, handed))


def archive_of(store: Store, name: str) -> Archive | None:
    """All that is kept of a pursuit as one archive with one chat, every person once. None: nothing is kept."""
    try:
        channels = store.channels(name)
    except UnknownPursuit:
        return None
    if not channels:
        return None
    own = store.aliases(name)
    whom = [_persons(channel, channels[0], {**store.aliases(channel.pursuit), **own}) for channel in channels]
    chats = _once(channels, [store.chat(channel) for channel in channels], whom)
    chat = _one_chat(channels, chats, whom)
    return Archive(
        name=name,
        source=", ".join(dict.fromkeys(channel.source for channel in channels)),
        chats=(chat,),
        receipt=Receipt(read=len(chat.events), kept=len(chat.events)),
        tz=channels[0].tz,
        assumed=tuple(dict.fromkeys(code for channel in channels for code in channel.assumed)),
    )


def _persons(channel: Channel, first: Channel, aliases: Mapping[str, str]) -> dict[str, str]:
    """Whom each name of a channel stands for: you and they are the same in all of them, others where it was said."""
    roles = {theirs: ours for theirs, ours in ((channel.me, first.me), (channel.them, first.them)) if theirs and ours}
    return {name: _stands_for(roles.get(name, name), aliases) for name in channel.people}


def _once(channels: Sequence[Channel], chats: Sequence[Chat], whom: Sequence[Mapping[str, str]]) -> list[Chat]:
    """The chats without what two kinds of archive both hold. The one that knows seconds stays, and sets the clock.

    Only what is shown is without it: both stay kept, so that either can be let go of, or shown alone, again.
    """
    found = list(chats)
    for k, channel in enumerate(channels):
        for j in range(k):
            if one_channel(channels[j].source, channel.source):
                fine, coarse = (j, k) if to_the_minute(found[k].events) else (k, j)
                found[coarse] = alone(found[fine], found[coarse], whom[fine], whom[coarse])
    return found


def _stands_for(name: str, aliases: Mapping[str, str]) -> str:
    """The end of the chain of aliases; one that leads in a circle ends where it began."""
    met = {name}
    while name in aliases and aliases[name] not in met:
        name = aliases[name]
        met.add(name)
    return name


def _one_chat(channels: Sequence[Channel], chats: Sequence[Chat], whom: Sequence[Mapping[str, str]]) -> Chat:
    import pyarrow as pa

    people = tuple(dict.fromkeys(person for persons in whom for person in persons.values()))
    if len(chats) == 1 and people == chats[0].people:
        return chats[0]
    place = {person: k for k, person in enumerate(people)}
    first_id, parts = 0, []
    for chat, persons in zip(chats, whom, strict=True):
        of = np.array([*(place[persons[name]] for name in chat.people), -1], np.int32)
        e = chat.events
        parts.append(Events(e.id + first_id, e.at, e.local, of[e.who], e.kind, e.words, e.asks))
        first_id = max(first_id, int(parts[-1].id.max(initial=0)))  # so that a number is one message
    threads = _threads(chats)
    columns = (np.concatenate([getattr(part, name) for part in parts]) for name in Events.__dataclass_fields__)
    events = Events(*columns)
    order = np.argsort(events.at, kind="stable")
    me = channels[0].me
    return Chat(
        title=next((channel.title for channel in channels if channel.title), None),
        me=whom[0].get(me, me) if me else None,
        people=people,
        events=events.take(order),
        text=pa.concat_arrays([chat.text for chat in chats]).take(pa.array(order)),
        handles=_handles(people, chats, whom),
        thread=None if threads is None else threads[order],
    )


def _threads(chats: Sequence[Chat]) -> Int64Array | None:
    """The threads of all, those of each numbered on from the one before; -1 where a format has none."""
    if all(chat.thread is None for chat in chats):
        return None
    first, columns = 0, []
    for chat in chats:
        thread = np.full(len(chat.events), -1, np.int64) if chat.thread is None else chat.thread
        columns.append(np.where(thread < 0, -1, thread + first))
        first += int(thread.max(initial=-1)) + 1
    return np.concatenate(columns)


def _handles(
    people: Sequence[str], chats: Sequence[Chat], whom: Sequence[Mapping[str, str]]
) -> tuple[tuple[str, ...], ...]:
    """What each person is called in any of the chats."""
    if not any(chat.handles for chat in chats):
        return ()
    found: dict[str, dict[str, None]] = {person: {} for person in people}
    for chat, persons in zip(chats, whom, strict=True):
        for name, handles in zip(chat.people, chat.handles, strict=bool(chat.handles)):
            found[persons[name]] |= dict.fromkeys(handles)
    return tuple(tuple(found[person]) for person in people)
