"""A chat handed over in; its receipt out, and in the store what was not there yet."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

import numpy as np
from sqlalchemy import Connection, insert, select, update

from walkaway.app.overlap import Held, one_channel, twins
from walkaway.app.ports import Chat
from walkaway.app.store import Arrival, Handed, KeptReceipt
from walkaway.core.events import Events
from walkaway.store import chunks
from walkaway.store import tables as t
from walkaway.store.columns import digest, pack_events, pack_text
from walkaway.store.merging import NUMBERED, Rows, new_rows, threads_as_kept

_PAIR = 2


def add(c: Connection, pursuit: int, handed: Handed) -> KeptReceipt:
    """Keep what is not there yet. Within the transaction of `c`."""
    # On a server, two who add to one pursuit take turns.
    keeps = select(t.pursuit.c.keeps).where(t.pursuit.c.id == pursuit).with_for_update()
    worded = c.execute(keeps).scalar_one() == "words"
    number, about = _channel(c, pursuit, handed)
    rows = Rows(_as_kept(handed, about), _one_piece(handed.chat.text) if worded else None, handed.chat.thread)
    kept = chunks.read(c, number, near=rows.events)
    rows = replace(rows, thread=threads_as_kept(kept, rows, about.get("threads", 0)))
    fresh = new_rows(kept, rows, handed.source)
    taken = rows.take(fresh)
    if handed.source not in NUMBERED:
        # Lines are numbered anew by every file. Moved behind those there are, each number stays one message.
        taken = replace(taken, events=_moved(taken.events, about["top"]))
    if len(fresh):
        about["top"] = max(about["top"], int(taken.events.id.max()))
        if taken.thread is not None:
            about["threads"] = max(about.get("threads", 0), int(taken.thread.max()) + 1)
        early = len(kept) > 0 and int(rows.events.at[0]) < int(kept.events.at.min())
        chunks.write(c, number, kept, taken, early=early)
    c.execute(update(t.channel).where(t.channel.c.id == number).values(about=about))
    # What another kind of archive of this chat brought is there already; both stay, and are shown as one.
    new = len(fresh) - _elsewhere(c, pursuit, number, about, handed.source, taken)
    receipt = KeptReceipt(read=len(rows) + len(handed.skipped), kept=new, there=len(rows) - new, skipped=handed.skipped)
    _log(c, pursuit, handed, receipt)
    return receipt


def _elsewhere(c: Connection, pursuit: int, number: int, about: dict[str, Any], source: str, taken: Rows) -> int:
    """How many of these the pursuit holds already, in the conversation of another kind of archive."""
    if not len(taken):
        return 0
    there = np.zeros(len(taken), np.bool_)
    every = select(t.channel).where(t.channel.c.pursuit_id == pursuit, t.channel.c.id != number)
    for row in c.execute(every).all():
        if one_channel(row.source, source):
            kept = chunks.read(c, row.id, near=taken.events)
            roles = {row.about[role]: about[role] for role in ("me", "them") if row.about[role] and about[role]}
            theirs = Held(kept.events, kept.text, [roles.get(name, name) for name in row.about["people"]])
            there |= twins(theirs, Held(taken.events, taken.text, about["people"])).other
    return int(np.count_nonzero(there))


def _channel(c: Connection, pursuit: int, handed: Handed) -> tuple[int, dict[str, Any]]:
    """The conversation this belongs to, made if there is none, with everybody who wrote."""
    chat = handed.chat
    found = c.execute(
        select(t.channel)
        .where(t.channel.c.pursuit_id == pursuit, t.channel.c.source == handed.source)
        .order_by(t.channel.c.id)
    ).all()
    for row in found:
        about = dict(row.about)
        if _same_channel(about, handed):
            about["people"] = list(
                dict.fromkeys([*about["people"], *(_renamed(about, handed)[n] for n in chat.people)])
            )
            about["handles"] = _handles(about, handed)
            about["assumed"] = list(dict.fromkeys([*about["assumed"], *handed.assumed]))
            for key, said in (("title", chat.title), ("me", handed.me), ("them", handed.them)):
                about[key] = about[key] or said
            return int(row.id), about
    about = {
        "title": chat.title, "me": handed.me or chat.me, "them": handed.them, "people": list(chat.people),
        "tz": handed.tz, "assumed": list(handed.assumed), "top": 0,
    }  # fmt: skip
    about["handles"] = _handles(about, handed)
    values = {"pursuit_id": pursuit, "source": handed.source, "about": about}
    return int(c.execute(insert(t.channel).values(values).returning(t.channel.c.id)).scalar_one()), about


def _handles(about: dict[str, Any], handed: Handed) -> dict[str, list[str]]:
    """What each is called, with what this file calls them too."""
    found: dict[str, list[str]] = dict(about.get("handles", {}))
    renamed = _renamed(about, handed)
    for name, handles in zip(handed.chat.people, handed.chat.handles, strict=False):
        person = renamed[name]
        found[person] = list(dict.fromkeys([*found.get(person, []), *handles]))
    return found


def _same_channel(about: dict[str, Any], handed: Handed) -> bool:
    """Whether two exports are of one conversation. The person said that both are about this pursuit.

    Of two people it is the same. A group is its title; without one, two people in common.
    """
    chat = handed.chat
    people = set(about["people"])
    if (len(people) <= _PAIR) != (len(chat.people) <= _PAIR):
        return False
    if len(people) <= _PAIR:
        return bool(people & set(chat.people)) or not people or not chat.people
    if about["title"] and chat.title:
        return bool(about["title"].casefold() == chat.title.casefold())
    return len(people & set(chat.people)) >= _PAIR


def _renamed(about: dict[str, Any], handed: Handed) -> dict[str, str]:
    """The names of a file as they are kept. A contact may be called otherwise than in the export before."""
    roles = ((handed.me, about["me"]), (handed.them, about["them"]))
    return {name: name for name in handed.chat.people} | {
        said: kept for said, kept in roles if said and kept and said not in about["people"]
    }


def _as_kept(handed: Handed, about: dict[str, Any]) -> Events:
    """The events with `who` counted as the conversation counts its people."""
    renamed = _renamed(about, handed)
    places = {name: k for k, name in enumerate(about["people"])}
    of = np.array([*(places[renamed[name]] for name in handed.chat.people), -1], np.int32)
    e = handed.chat.events
    return Events(e.id, e.at, e.local, of[e.who], e.kind, e.words, e.asks)


def _moved(events: Events, by: int) -> Events:
    return Events(events.id + by, events.at, events.local, events.who, events.kind, events.words, events.asks)


def _log(c: Connection, pursuit: int, handed: Handed, receipt: KeptReceipt) -> None:
    lines = handed.log
    if lines is None:
        counts = (receipt.read, receipt.kept, receipt.there, len(receipt.skipped))
        lines = (Arrival(handed.now, handed.source, content_of(handed.chat), *counts),)
    if lines:
        c.execute(insert(t.arrival), [{"pursuit_id": pursuit, **asdict(line)} for line in lines])


def content_of(chat: Chat) -> str:
    """SHA-256 of what was read: equal for equal messages of equally named people."""
    names = "\0".join(chat.people).encode("utf-8", "surrogatepass")
    return digest(names, pack_events(chat.events), pack_text(_one_piece(chat.text))).hex()


def _one_piece(text: Any) -> Any:
    import pyarrow as pa

    return (text.combine_chunks() if hasattr(text, "combine_chunks") else text).cast(pa.large_string())
