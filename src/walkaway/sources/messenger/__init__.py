"""What Facebook and Instagram export of their messengers, as JSON or HTML, in; an archive of its chats out.

Four shapes: `messages/inbox/*/message_N.json`, whose strings are UTF-8 written as Latin-1; the newer export of
encrypted chats, with other keys and sound strings; `messages/inbox/*/message_N.html`; `messages.htm` of before 2018.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, Part, Progress, ReadOptions
from walkaway.core.events import Kind
from walkaway.sources import json_file
from walkaway.sources.ledger import NOBODY, Ledger
from walkaway.sources.messenger.old_page import is_old_page, read_old_page
from walkaway.sources.messenger.page import is_page, page_of, write_page
from walkaway.sources.messenger.quick import quick
from walkaway.sources.messenger.record import PLAIN, SEALED, Shape, UnreadError, clean, reactions_of, repaired, row_of
from walkaway.sources.parts import Together, Told, forgiven, name_of

_BEGINS = re.compile(rb"^(?:\xef\xbb\xbf)?\s*\{")
_HINT = "On Facebook or Instagram, ask for your information again, as JSON, with messages."
_MOST_MEMBERS = 500
_NUMBERED = re.compile(r"_\d+$")


class Messenger(Together):
    """Reads Messenger and Instagram. Times are UTC in the JSON; a page has a clock of its own."""

    name = "messenger"
    reads = "Messenger and Instagram (in Accounts Centre, Export your information, format JSON, messages)"

    def recognises(self, name: str, head: bytes) -> bool:
        """JSON with their names for a sender, or a page of messages."""
        if is_old_page(head) or is_page(name, head):
            return True
        if not _BEGINS.match(head) or b'"messages"' not in head:
            return False
        return any(mark in head for mark in (b'"sender_name"', b'"senderName"', b'"threadName"', b'"participants"'))

    def read_parts(self, parts: Sequence[Part], options: ReadOptions, progress: Progress | None = None) -> Archive:
        """Every thread of every file. A record is one element of `messages`, numbered through its file from 1."""
        told = Told(parts, progress)
        ledger = Ledger(self.name, options.tz)
        threads = _Threads(ledger)
        with json_file.collector_paused():
            for part in sorted(parts, key=_oldest_first):
                with forgiven(part, parts, ledger):
                    if is_old_page(part.head):
                        read_old_page(part.name, told.whole(part), ledger)
                    elif is_page(part.name, part.head):
                        _read_page(part.name, told.whole(part), ledger, threads)
                    else:
                        _read_json(part.name, told.whole(part), ledger, threads)
        if ledger.me is None:
            ledger.me = threads.owner()
        return ledger.archive(name_of(parts), _HINT)


def _oldest_first(part: Part) -> tuple[bool, str, int]:
    """Sealed chats after plain ones; of one thread message_9 before message_1, which is the newest."""
    stem = part.name.removesuffix(".json").removesuffix(".html")
    number = _NUMBERED.search(stem)
    return (
        b'"senderName"' in part.head,
        stem[: number.start()] if number else stem,
        -int(number[0][1:10] if number else 0),
    )


def _read_json(name: str, raw: bytes, ledger: Ledger, threads: _Threads) -> None:
    found = quick(raw)
    if found is None:
        _read_plainly(name, raw, ledger, threads)
        return
    names = _participants(found.frame["participants"], PLAIN)
    room = threads.room(found.frame, names, PLAIN)
    count = len(found.names)
    ledger.read += count
    called = {name: clean(repaired(name)) for name in set(found.names)}
    person = {name: ledger.person(whole, whole) if whole else NOBODY for name, whole in called.items()}
    who = np.fromiter((person[name] for name in found.names), np.int32, count)
    kind = np.full(count, Kind.TEXT, np.uint8)
    typed = np.ones(count, np.bool_)
    sound = who >= 0
    at = found.at * 1000
    nameless: dict[int, dict[str, Any]] = {k: {PLAIN.at: int(found.at[k])} for k in np.flatnonzero(~sound).tolist()}
    for k, record in sorted((nameless | found.odd).items()):
        try:
            row = row_of(record, PLAIN, room, ledger.person)
        except UnreadError as unread:
            ledger.skip(k + 1, str(unread))
            sound[k] = False
            continue
        kind[k], typed[k], at[k], who[k] = row.kind, row.typed, row.at, row.who
        for reaction in reactions_of(record.get("reactions"), PLAIN, row, ledger.person):
            ledger.also(k + 1, reaction)
    # The newest comes first; within one millisecond the earlier one must come first again.
    place = np.flatnonzero(sound)[::-1]
    ledger.keep_all(
        number=place + 1, room=room, who=who[place], at=at[place], kind=kind[place], typed=typed[place],
        text=found.text.take(pa.array(place)),
    )  # fmt: skip


def _read_page(name: str, raw: bytes, ledger: Ledger, threads: _Threads) -> None:
    """One page of a thread. The pages of one folder are one chat, in whichever zip of the export each lies."""
    page = page_of(raw)
    folder = name.rpartition("/")[0].rpartition("/")[2]
    room = threads.place(("page", folder or page.title), page.title, page.people)
    write_page(name, page, room, ledger)


def _read_plainly(name: str, raw: bytes, ledger: Ledger, threads: _Threads) -> None:
    """Record by record: the encrypted shape, and files with anything unexpected in them."""
    found, broken = json_file.document(name, raw, _HINT)
    if broken:
        ledger.assumed["broken_utf8"] = None
    messages = found.get("messages") if isinstance(found, dict) else None
    if not isinstance(messages, list):
        raise UnreadableArchive(f"{name} holds no list of messages. {_HINT}")
    shape = SEALED if "threadName" in found or _is_sealed(messages) else PLAIN
    names = _participants(found.get("participants"), shape)
    room = threads.room(found, names, shape)
    ledger.read += len(messages)
    for number in range(len(messages), 0, -1):
        record = messages[number - 1]
        try:
            row = row_of(record, shape, room, ledger.person)
        except UnreadError as unread:
            ledger.skip(number, str(unread))
            continue
        ledger.keep(number, row)
        for reaction in reactions_of(record.get("reactions"), shape, row, ledger.person):
            ledger.also(number, reaction)


def _is_sealed(messages: list[Any]) -> bool:
    return any(isinstance(m, dict) and "senderName" in m for m in messages[:5])


def _participants(found: Any, shape: Shape) -> list[str]:
    """Names, whether each stands alone or in an object."""
    listed = [one.get("name") if isinstance(one, dict) else one for one in found] if isinstance(found, list) else []
    names = [clean(one if shape.sound else repaired(one)) for one in listed if isinstance(one, str)]
    return [name for name in names if name]


class _Threads:
    """Which file is of which chat, and who is in all of them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._pairs: dict[frozenset[str], set[Hashable]] = {}
        self._named: dict[Hashable, set[str]] = {}

    def room(self, found: dict[str, Any], names: list[str], shape: Shape) -> int:
        """The chat of this file. One that moved to encryption goes on where its plain part ended."""
        title = found.get("title") or found.get("threadName") or ""
        title = title if isinstance(title, str) else ""
        title = clean(_NUMBERED.sub("", title) if shape.sound else repaired(title))
        pair = frozenset(names)
        path = found.get("thread_path") or found.get("threadName")
        key: Hashable = path if isinstance(path, str) else (title, pair)
        known = self._pairs.get(pair, set())
        if shape.sound and len(known) == 1:
            key = next(iter(known))
        return self.place(key, title, names)

    def place(self, key: Hashable, title: str, names: Sequence[str]) -> int:
        """The chat of this key, with these people in it."""
        pair = frozenset(names)
        if len(pair) == 2:
            self._pairs.setdefault(pair, set()).add(key)
        self._named.setdefault(key, set()).update(pair)
        members = [self._ledger.person(name, name) for name in names[:_MOST_MEMBERS]]
        return self._ledger.room(key, title or None, members)

    def owner(self) -> int | None:
        """Whoever takes part in every chat, where there are two or more with different people."""
        everyone = [names for names in self._named.values() if names]
        if len(everyone) < 2:
            return None
        always = set.intersection(*everyone)
        return self._ledger.person(name := always.pop(), name) if len(always) == 1 else None
