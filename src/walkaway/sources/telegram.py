"""A result.json of Telegram Desktop in, its chats out.

The format is what Telegram's own exporter writes (export_output_json.cpp in its source): one chat, or a whole account.
Only a time, `from` and `text` can be counted on; exports of other years and other programs leave out the rest.
Plain messages are columns from the start; any other record becomes a row first, and its place among them is its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, Chat, Progress, ReadOptions, Receipt, Skip
from walkaway.core.events import SECOND, BoolArray, Events, Int32Array, Int64Array, Kind, UInt8Array
from walkaway.sources import json_file
from walkaway.sources.ledger import text_column
from walkaway.sources.ordering import in_time_order
from walkaway.sources.telegram_quick import Plain, quick_document, quick_rows
from walkaway.sources.telegram_record import (
    DELETED_ACCOUNT,
    NAMED,
    NO_TIME,
    Row,
    UnreadError,
    clean,
    identity,
    person,
)
from walkaway.sources.times import FIRST, LAST, Times, times_from_instants, times_from_text
from walkaway.sources.wording import asks, count_words

_BEGINS = re.compile(rb"^(?:\xef\xbb\xbf)?\s*\{")
_MARKS = (b'"messages"', b'"chats"', b'"left_chats"', b'"personal_information"', b'"about"')
_AGAIN = "Export the chat again and let Telegram Desktop finish."
_OTHERS = (b'"sender_name"', b'"participants"')  # Messenger and Instagram have "messages" too


class Telegram:
    """Reads what Telegram Desktop exports as JSON."""

    name = "telegram"
    reads = "Telegram (in Telegram Desktop, use Export chat history, format JSON, and give me result.json)"

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether this is a JSON object with the marks of Telegram and not of another messenger."""
        del name
        return bool(_BEGINS.match(head)) and any(m in head for m in _MARKS) and not any(o in head for o in _OTHERS)

    def read(self, name: str, raw: bytes, options: ReadOptions, progress: Progress | None = None) -> Archive:
        """Every chat of the file. A record is one element of a chat's `messages`, numbered through the file from 1."""
        with json_file.collector_paused():
            return self._read(name, raw, options, progress)

    def _read(self, name: str, raw: bytes, options: ReadOptions, progress: Progress | None) -> Archive:
        report = progress or (lambda _done, _total: None)
        document, broken = _document(name, raw)
        total = len(raw)
        report(total // 2, total)
        owner = _owner(document)
        chats: list[Chat] = []
        skipped: list[Skip] = []
        assumed: dict[str, None] = {"broken_utf8": None} if broken else {}
        read = 0
        for found in _chats(name, document):
            messages = found.get("messages") if isinstance(found, dict) else None
            if not isinstance(messages, list):
                read += 1
                skipped.append(Skip(read, "this chat holds no list of messages"))
                continue
            chat, unread, zone_assumed = _chat(found, messages, read + 1, owner, options.tz)
            chats.append(chat)
            skipped += unread
            assumed |= {"tz": None} if zone_assumed else {}
            read += len(messages)
        report(total, total)
        if read and len(skipped) == read:
            raise UnreadableArchive(
                f"No record in {name} has a time, a sender and a text I can read "
                f"(record {skipped[0].line}: {skipped[0].reason}). Export the chat again from Telegram Desktop as JSON."
            )
        receipt = Receipt(read=read, kept=read - len(skipped), skipped=tuple(skipped))
        return Archive(
            name=name, source=self.name, chats=tuple(chats), receipt=receipt, tz=options.tz, assumed=tuple(assumed)
        )


# --- the file ---------------------------------------------------------------------------------------------------------


def _document(name: str, raw: bytes) -> tuple[dict[str, Any], bool]:
    """The JSON object, and whether bytes of its text were broken and had to be replaced."""
    quick = quick_document(raw)
    if quick is not None:
        return quick, False
    document, broken = json_file.document(name, raw, _AGAIN)
    if not isinstance(document, dict):
        raise UnreadableArchive(
            f"{name} is JSON, but not an export of Telegram Desktop. "
            "There, open the chat, choose Export chat history, format JSON, and give me result.json."
        )
    return document, broken


def _chats(name: str, document: dict[str, Any]) -> list[Any]:
    if "messages" in document:
        return [document]
    lists = [document[key].get("list") for key in ("chats", "left_chats") if isinstance(document.get(key), dict)]
    found = [chat for chats in lists if isinstance(chats, list) for chat in chats]
    if not lists:
        raise UnreadableArchive(
            f"{name} holds no chats. In Telegram Desktop, open the chat, choose Export chat history, format JSON, "
            "and give me result.json."
        )
    return found


class _Owner(NamedTuple):
    """Whose account was exported: the identity as it stands in `from_id`, and the name."""

    key: str | None
    name: str | None


def _owner(document: dict[str, Any]) -> _Owner:
    personal = document.get("personal_information")
    if not isinstance(personal, dict):
        return _Owner(None, None)
    names = [personal.get(key) for key in ("first_name", "last_name")]
    name = " ".join(part for part in names if isinstance(part, str) and part)
    return _Owner(identity(personal.get("user_id")), clean(name) or None)


# --- one chat ---------------------------------------------------------------------------------------------------------


def _chat(
    found: dict[str, Any], messages: list[Any], first_number: int, owner: _Owner, tz: str
) -> tuple[Chat, list[Skip], bool]:
    """A chat, its skipped records, and whether the person's zone had to be assumed for any of its times."""
    plain, rows, skipped = quick_rows(first_number, messages)
    times, zone_assumed = _times(rows, tz)
    if not times.read.all():
        skipped += [Skip(rows[k].number, f"no time I can read in {rows[k].date[:30]!r}") for k in _where(~times.read)]
        skipped.sort(key=lambda skip: skip.line)
        rows = [rows[k] for k in _where(times.read)]
        times = times_from_instants(times.at[times.read], tz)
    rows, at = _with_reactions(rows, times)
    columns = _joined(plain, rows, at)
    times = times_from_instants(columns.at, tz)
    who, people = _people(columns)
    names = tuple(people.values())
    events = Events(
        id=columns.id,
        at=times.at,
        local=times.local,
        who=who,
        kind=columns.kind,
        words=np.where(columns.typed, count_words(columns.text), 0).astype(np.int32),
        asks=columns.typed & asks(columns.text),
    )
    title = found.get("name")
    title = (clean(title) or None) if isinstance(title, str) else None
    return in_time_order(title, _me(found, title, people, owner), names, events, columns.text), skipped, zone_assumed


@dataclass(frozen=True, slots=True, eq=False)
class _Columns:
    """All that is kept of a chat, in file order. `sender` counts into `senders`: an identity and a name."""

    id: Int64Array
    at: Int64Array
    sender: Int64Array
    senders: list[tuple[str | None, str | None]]
    kind: UInt8Array
    typed: BoolArray
    text: Any


def _joined(plain: Plain, rows: list[Row], at: Int64Array) -> _Columns:
    """Plain messages and rows, each where its number puts it; a reaction has that of its message, and comes after."""
    senders = [*plain.senders, *((row.key, row.name) for row in rows)]
    # Plain messages are of kind 0, and typed.
    kind = np.concatenate([np.zeros(len(plain.at), np.uint8), np.array([row.kind for row in rows], np.uint8)])
    typed = np.concatenate([np.ones(len(plain.at), np.bool_), np.array([row.typed for row in rows], np.bool_)])
    if not rows:
        return _Columns(plain.id, plain.at, plain.sender, [*senders], kind, typed, plain.text)
    number = np.concatenate([plain.number, np.array([row.number for row in rows], np.int64)])
    order = np.argsort(number, kind="stable")
    return _Columns(
        id=np.concatenate([plain.id, np.array([row.id for row in rows], np.int64)])[order],
        at=np.concatenate([plain.at, at])[order],
        sender=np.concatenate([plain.sender, np.arange(len(plain.senders), len(senders))])[order],
        senders=[*senders],
        kind=kind[order],
        typed=typed[order],
        text=pa.concat_arrays([plain.text, text_column([row.text for row in rows])]).take(pa.array(order)),
    )


def _where(mask: Any) -> list[int]:
    found: list[int] = np.flatnonzero(mask).tolist()
    return found


def _times(rows: list[Row], tz: str) -> tuple[Times, bool]:
    """`date_unixtime` where there is one (since June 2022), else `date`, the exporting computer's wall clock."""
    at = np.fromiter((row.seconds for row in rows), np.int64, len(rows)) * SECOND
    read = at >= 0
    bare = _where(~read)
    if bare:
        named = times_from_text(text_column([rows[k].date for k in bare]), tz)
        at[bare], read[bare] = named.at, named.read
    times = times_from_instants(np.where(read, at, FIRST), tz)
    return Times(times.at, times.local, read, times.naive, times.day_only), bool(bare and read[bare].any())


def _with_reactions(rows: list[Row], times: Times) -> tuple[list[Row], Int64Array]:
    """Each dated reaction becomes a row of its own after its message, with its id. A mere count is nobody's act.

    A reaction has only the exporting computer's wall clock; its message has both clocks, and so tells the zone.
    """
    marked = [k for k, row in enumerate(rows) if row.reactions]
    given = [(k, reaction) for k in marked for reaction in _reactions(rows[k])]
    if not given:
        return rows, times.at
    message = [k for k, _ in given]
    reacted = times_from_text(text_column([reaction.date for _, reaction in given]), "UTC")
    written = times_from_text(text_column([rows[k].date for k in message]), "UTC")
    ahead = np.where(written.read, times.at[message] - written.at, (times.at - times.local)[message])
    at = reacted.at + ahead
    sound = _where(reacted.read & (at >= FIRST) & (at < LAST))
    extra = [given[k][1] for k in sound]
    place = np.concatenate([np.arange(len(rows)), np.array(message, np.int64)[sound]])
    order = np.argsort(place, kind="stable")
    every = rows + extra
    return [every[k] for k in order], np.concatenate([times.at, at[sound]])[order]


def _reactions(row: Row) -> Iterator[Row]:
    for kind in row.reactions or ():
        recent = kind.get("recent") if isinstance(kind, dict) else None
        for one in recent if isinstance(recent, list) else ():
            if not isinstance(one, dict) or type(one.get("date")) is not str or "from" not in one:
                continue
            emoji = kind.get("emoji")
            try:
                key, name = person(one, "from")
            except UnreadError:
                continue
            yield row._replace(
                seconds=NO_TIME, date=one["date"], key=key, name=name, kind=Kind.REACTION, typed=False,
                text=emoji if type(emoji) is str else "", reactions=None,
            )  # fmt: skip


# --- its people -------------------------------------------------------------------------------------------------------


def _people(columns: _Columns) -> tuple[Int32Array, dict[str, str]]:
    """Who acted in each row, and identity to name, in order of appearance.

    Where only some records carry an id, a bare name is the person with that name and an id. The last name somebody has
    is what they are called. Two people of one name stay two: the second gets " (2)".
    """
    first, last = _first_and_last(columns.sender, len(columns.senders))
    latest = [columns.senders[k] for k in np.argsort(last).tolist()]
    bare = {key for key, _ in latest if key is not None and key.startswith(NAMED)}
    known = {NAMED + name: key for key, name in latest if name and key not in bare}
    keys = [known.get(key or "", key) for key, _ in columns.senders]
    called = {keys[k]: "" for k in np.argsort(first).tolist()}
    called |= {keys[k]: name for k in np.argsort(last).tolist() if (name := columns.senders[k][1])}
    people = _named_apart({key: name for key, name in called.items() if key is not None})
    index = {key: k for k, key in enumerate(people)}
    places = np.array([-1 if key is None else index[key] for key in keys], np.int32)
    return places[columns.sender], people


def _first_and_last(sender: Int64Array, count: int) -> tuple[Int64Array, Int64Array]:
    """The first and the last row of each; every one has some."""
    row = np.arange(len(sender))
    first, last = np.zeros((2, count), np.int64)
    first[sender[::-1]] = row[::-1]
    last[sender] = row
    return first, last


def _named_apart(called: dict[str, str]) -> dict[str, str]:
    people: dict[str, str] = {}
    taken: set[str] = set()
    for key, name in called.items():
        base = clean(name) or DELETED_ACCOUNT
        unique, copies = base, 1
        while unique in taken:
            copies += 1
            unique = f"{base} ({copies})"
        taken.add(unique)
        people[key] = unique
    return people


def _me(found: dict[str, Any], title: str | None, people: dict[str, str], owner: _Owner) -> str | None:
    """Who exported it: the account's owner, or in a chat of two the one whom the chat is not named after."""
    if owner.key in people:
        return people[owner.key]
    by_id = not any(key.startswith(NAMED) for key in people)
    if owner.name in people.values() and (owner.key is None or not by_id):
        return owner.name
    if found.get("type") == "saved_messages" and len(people) == 1:
        return next(iter(people.values()))
    if found.get("type") in ("personal_chat", "bot_chat") and len(people) <= 2:
        # The id of a personal chat is the other's user id. Names come second: both may be called the same.
        number = identity(found.get("id"))
        named = [key for key, name in people.items() if name == title]
        other = number if by_id and number is not None else next(iter(named), None)
        rest = [name for key, name in people.items() if key != other]
        if other is not None and len(rest) == 1 and (other in people or by_id):
            return rest[0]
    return owner.name if owner.name not in people.values() else None
