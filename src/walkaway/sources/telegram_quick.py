"""The bytes of a result.json in, the same document out with its messages in slots; nothing where it is odd.

A message repeats its text as entities, and holds a dozen keys that nobody asks for. msgspec reads the keys that matter
into slots and passes over the rest. Nearly every message is then plain: somebody, a time, a text. The others are made
objects again and go the plain way (telegram_record.py), which remains the only place that decides.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import msgspec

from walkaway.core.events import Kind
from walkaway.sources.parts import HEAD
from walkaway.sources.telegram_record import Row, person, row_of, seconds_of

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


def quick_row(number: int, record: Any, known: dict[tuple[Any, Any], tuple[str, str | None]]) -> Row:
    """The row of a message. `known` remembers who is behind a name and an id."""
    if type(record) is not Record:
        return row_of(number, record)
    seconds = seconds_of(record.date_unixtime)
    text, its_id, sender = record.text, record.id, (record.from_, record.from_id)
    if (
        record.type != "message"
        or seconds < 0
        or type(text) is not str
        or not text
        or type(sender[0]) is not str
        or type(sender[1]) is not str
        or _extras_of(record) != _NO_EXTRAS
    ):
        return row_of(number, _as_object(record))
    found = known.get(sender)
    if found is None:
        found = known[sender] = person({"from": sender[0], "from_id": sender[1]}, "from")
    if type(its_id) is not int or abs(its_id) >= _LARGEST_ID:
        its_id = number
    date = record.date if type(record.date) is str else ""
    return Row._make((number, its_id, seconds, date, *found, Kind.TEXT, True, text, None))


def _as_object(record: Record) -> dict[str, Any]:
    return {name: value for field, name in _NAMES.items() if (value := getattr(record, field)) is not _UNSET}
