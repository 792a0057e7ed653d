"""The bytes of a result.json in, the same document out with its messages in slots; nothing where it is odd.

A message repeats its text as entities, and holds a dozen keys that nobody asks for. msgspec reads the keys that matter
into slots and passes over the rest. Nearly every message is then plain: somebody, a time, a text. These become columns
at once. The others are made objects again and go one by one (telegram_record.py), which remains the only place that
decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from walkaway.app.ports import Skip
from walkaway.core.events import SECOND, Int64Array
from walkaway.sources.ledger import text_column
from walkaway.sources.parts import HEAD
from walkaway.sources.telegram_record import NO_TIME, Row, UnreadError, person, row_of, seconds_of
from walkaway.sources.times import FIRST, LAST

_BOM = b"\xef\xbb\xbf"
_UNSET = msgspec.UNSET
_LARGEST_ID = 2**40


class Record(msgspec.Struct, gc=False):
    """A message. The first six are what a plain one has; `from` is a word of Python's own."""

    id: Any = _UNSET
    type: Any = _UNSET
    date: Any = _UNSET
    date_unixtime: Any = _UNSET
    from_: Any = msgspec.field(name="from", default=_UNSET)
    from_id: Any = _UNSET
    text: Any = _UNSET
    actor: Any = _UNSET
    actor_id: Any = _UNSET
    action: Any = _UNSET
    discard_reason: Any = _UNSET
    edited: Any = _UNSET
    edited_unixtime: Any = _UNSET
    file: Any = _UNSET
    forwarded_from: Any = _UNSET
    forwarded_from_id: Any = _UNSET
    location_information: Any = _UNSET
    media_type: Any = _UNSET
    photo: Any = _UNSET
    place_name: Any = _UNSET
    poll: Any = _UNSET
    reactions: Any = _UNSET
    self_destruct_period_seconds: Any = _UNSET


class _Chat(msgspec.Struct, gc=False):
    messages: list[Record]
    name: Any = _UNSET
    type: Any = _UNSET
    id: Any = _UNSET
    personal_information: Any = _UNSET


class _Chats(msgspec.Struct, gc=False):
    listed: list[_Chat] = msgspec.field(name="list")


class _Account(msgspec.Struct, gc=False):
    chats: _Chats | msgspec.UnsetType = _UNSET
    left_chats: _Chats | msgspec.UnsetType = _UNSET
    personal_information: Any = _UNSET


_NAMES = dict(zip(Record.__struct_fields__, Record.__struct_encode_fields__, strict=True))
_said_of = attrgetter("type", "text", "from_", "from_id")
_sender_of = attrgetter("from_", "from_id")
_extras_of = attrgetter(*Record.__struct_fields__[7:])
_NO_EXTRAS = (_UNSET,) * len(Record.__struct_fields__[7:])
_ONE_CHAT = msgspec.json.Decoder(_Chat)
_ACCOUNT = msgspec.json.Decoder(_Account)
_REFUSALS = (msgspec.DecodeError, UnicodeError, RecursionError, OverflowError)


def quick_document(raw: bytes) -> dict[str, Any] | None:
    """One chat, or an account. None where a value is of another type than Telegram writes."""
    raw = raw.removeprefix(_BOM)
    if b'"chats"' not in raw[:HEAD]:
        try:
            return _chat(_ONE_CHAT.decode(raw))
        except _REFUSALS:
            return None
    try:
        account = _ACCOUNT.decode(raw)
    except _REFUSALS:
        return None
    document: dict[str, Any] = {}
    for key in ("chats", "left_chats"):
        if (found := getattr(account, key)) is not _UNSET:
            document[key] = {"list": [_chat(chat) for chat in found.listed]}
    if not document:
        return None
    if account.personal_information is not _UNSET:
        document["personal_information"] = account.personal_information
    return document


def _chat(chat: _Chat) -> dict[str, Any]:
    keys = ("name", "type", "id", "personal_information")
    frame = {key: value for key in keys if (value := getattr(chat, key)) is not _UNSET}
    return frame | {"messages": chat.messages}


@dataclass(frozen=True, slots=True, eq=False)
class Plain:
    """Plain messages as columns, in file order. `sender` counts into `senders`: an identity and a name."""

    number: Int64Array
    id: Int64Array
    at: Int64Array
    sender: Int64Array
    senders: list[tuple[str, str | None]]
    text: Any


def quick_rows(first_number: int, messages: list[Any]) -> tuple[Plain, list[Row], list[Skip]]:
    """The plain messages of a chat, a row for each other one, and why the rest has none; numbered on from the first."""
    slots: list[Record] = messages if messages and type(messages[0]) is Record else []
    seconds = _seconds([record.date_unixtime for record in slots])
    sound = np.fromiter(map(_is_plain, map(_said_of, slots), map(_extras_of, slots)), np.bool_, len(slots))
    sound &= seconds >= 0
    place = np.flatnonzero(sound)
    plain = _plain(place + first_number, seconds[place] * SECOND, [slots[k] for k in place.tolist()])
    others = np.flatnonzero(~sound).tolist() if slots else range(len(messages))
    rows: list[Row] = []
    skipped: list[Skip] = []
    for k in others:
        record = messages[k]
        try:
            rows.append(row_of(first_number + k, _as_object(record) if slots else record))
        except UnreadError as unread:
            skipped.append(Skip(first_number + k, str(unread)))
    return plain, rows, skipped


def _is_plain(said: tuple[Any, ...], extras: tuple[Any, ...]) -> bool:
    """Of a type, a text and a sender, and nothing else that we know."""
    way, text, name, name_id = said
    return (
        way == "message"
        and type(text) is str
        and text != ""
        and type(name) is str
        and type(name_id) is str
        and extras == _NO_EXTRAS
    )


def _plain(number: Int64Array, at: Int64Array, records: list[Record]) -> Plain:
    names = list(map(_sender_of, records))
    place = {name: k for k, name in enumerate(dict.fromkeys(names))}
    own = (
        record.id if type(record.id) is int and abs(record.id) < _LARGEST_ID else k
        for k, record in zip(number.tolist(), records, strict=True)
    )
    return Plain(
        number=number,
        id=np.fromiter(own, np.int64, len(records)),
        at=at,
        sender=np.fromiter(map(place.__getitem__, names), np.int64, len(records)),
        senders=[person({"from": name, "from_id": name_id}, "from") for name, name_id in place],
        text=text_column([record.text for record in records]),
    )


def _seconds(stamps: list[Any]) -> Int64Array:
    """What `seconds_of` says of each; at once where all of them are digits."""
    try:
        column = pa.array(stamps, pa.string())
        if pc.all(pc.match_substring_regex(column, r"\A[0-9]{1,11}\z"), skip_nulls=False).as_py():
            at = np.asarray(pc.cast(column, pa.int64()))
            return np.where((at * SECOND >= FIRST) & (at * SECOND < LAST), at, NO_TIME)
    except (TypeError, UnicodeError, pa.ArrowException):
        pass  # a number, nothing, or half a character among them
    return np.fromiter(map(seconds_of, stamps), np.int64, len(stamps))


def _as_object(record: Record) -> dict[str, Any]:
    return {name: value for field, name in _NAMES.items() if (value := getattr(record, field)) is not _UNSET}
