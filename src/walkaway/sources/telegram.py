"""A result.json of Telegram Desktop in, its chats out.

The format is what Telegram's own exporter writes (export_output_json.cpp in its source): one chat, or a whole account.
Only a time, `from` and `text` can be counted on; exports of other years and other programs leave out the rest.
A JSON record has no fixed columns, so this reader, unlike the rest, touches each record once before the columns begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, Chat, Progress, ReadOptions, Receipt, Skip
from walkaway.core.events import SECOND, Events, Int64Array, Kind
from walkaway.sources import json_file
from walkaway.sources.ordering import in_time_order
from walkaway.sources.telegram_quick import quick_document, quick_row
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
    rows: list[Row] = []
    skipped: list[Skip] = []
    known: dict[tuple[Any, Any], tuple[str, str | None]] = {}
    for number, record in enumerate(messages, first_number):
        try:
            rows.append(quick_row(number, record, known))
        except UnreadError as unread:
            skipped.append(Skip(number, str(unread)))
    times, zone_assumed = _times(rows, tz)
    if not times.read.all():
        skipped += [Skip(rows[k].number, f"no time I can read in {rows[k].date[:30]!r}") for k in _where(~times.read)]
        skipped.sort(key=lambda skip: skip.line)
        rows = [rows[k] for k in _where(times.read)]
        times = times_from_instants(times.at[times.read], tz)
    rows, at = _with_reactions(rows, times)
    times = times_from_instants(at, tz)
    rows = _identified(rows)
    people = _people(rows)
    index = {key: k for k, key in enumerate(people)}
    names = tuple(people.values())
    text = _column(row.text for row in rows)
    typed = np.fromiter((row.typed for row in rows), np.bool_, len(rows))
    events = Events(
        id=np.fromiter((row.id for row in rows), np.int64, len(rows)),
        at=times.at,
        local=times.local,
        who=np.fromiter((-1 if row.key is None else index[row.key] for row in rows), np.int32, len(rows)),
        kind=np.fromiter((row.kind for row in rows), np.uint8, len(rows)),
        words=np.where(typed, count_words(text), 0).astype(np.int32),
        asks=typed & asks(text),
    )
    title = found.get("name")
    title = (clean(title) or None) if isinstance(title, str) else None
    return in_time_order(title, _me(found, title, people, owner), names, events, text), skipped, zone_assumed


def _where(mask: Any) -> list[int]:
    found: list[int] = np.flatnonzero(mask).tolist()
    return found


def _times(rows: list[Row], tz: str) -> tuple[Times, bool]:
    """`date_unixtime` where there is one (since June 2022), else `date`, the exporting computer's wall clock."""
    at = np.fromiter((row.seconds for row in rows), np.int64, len(rows)) * SECOND
    read = at >= 0
    bare = _where(~read)
    if bare:
        named = times_from_text(_column(rows[k].date for k in bare), tz)
        at[bare], read[bare] = named.at, named.read
    times = times_from_instants(np.where(read, at, FIRST), tz)
    return Times(times.at, times.local, read, times.naive, times.day_only), bool(bare and read[bare].any())


def _column(texts: Iterable[str]) -> Any:
    texts = list(texts)
    try:
        return pa.array(texts, pa.large_string())
    except (UnicodeEncodeError, pa.ArrowInvalid):
        # JSON can spell half of a surrogate pair, and Unicode text cannot hold one.
        whole = [text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for text in texts]
        return pa.array(whole, pa.large_string())


def _with_reactions(rows: list[Row], times: Times) -> tuple[list[Row], Int64Array]:
    """Each dated reaction becomes a row of its own after its message, with its id. A mere count is nobody's act.

    A reaction has only the exporting computer's wall clock; its message has both clocks, and so tells the zone.
    """
    marked = [k for k, row in enumerate(rows) if row.reactions]
    given = [(k, reaction) for k in marked for reaction in _reactions(rows[k])]
    if not given:
        return rows, times.at
    message = [k for k, _ in given]
    reacted = times_from_text(_column(reaction.date for _, reaction in given), "UTC")
    written = times_from_text(_column(rows[k].date for k in message), "UTC")
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


def _identified(rows: list[Row]) -> list[Row]:
    """Where only some records carry an id, a bare name is the person with that name and an id."""
    bare = {row.key for row in rows if row.key is not None and row.key.startswith(NAMED)}
    known = {NAMED + row.name: row.key for row in rows if row.name and row.key not in bare}
    if not bare & known.keys():
        return rows
    return [row._replace(key=known.get(row.key or "", row.key)) for row in rows]


def _people(rows: list[Row]) -> dict[str, str]:
    """Identity to name, in order of appearance. Two people of one name stay two: the second gets " (2)"."""
    called: dict[str, str | None] = {}
    for row in rows:
        if row.key is not None:
            called[row.key] = row.name or called.get(row.key)
    people: dict[str, str] = {}
    taken: set[str] = set()
    for key, name in called.items():
        base = clean(name or "") or DELETED_ACCOUNT
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
