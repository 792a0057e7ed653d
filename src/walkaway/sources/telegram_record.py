"""One record of a Telegram export in, a row out; or the reason why it cannot be kept."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from walkaway.core.events import SECOND, Kind
from walkaway.sources.times import FIRST, LAST

DELETED_ACCOUNT = "Deleted Account"
NAMED = "named "
"""Before the identity of somebody without an id."""
NO_TIME = -1
_TYPED = (Kind.TEXT, Kind.EDITED, Kind.MEDIA)
_LARGEST_ID = 2**40
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


class UnreadError(Exception):
    """Why a record cannot be kept."""


class Row(NamedTuple):
    """A record, read. `seconds` is NO_TIME where only `date` tells. `key` is who it was, None for the app itself."""

    number: int
    id: int
    seconds: int
    date: str
    key: str | None
    name: str | None
    kind: Kind
    typed: bool
    text: str
    reactions: list[Any] | None


def row_of(number: int, record: Any) -> Row:
    if not isinstance(record, dict):
        raise UnreadError("not a message")
    kind_of_record = record.get("type", "message")
    if kind_of_record == "unsupported":
        raise UnreadError("Telegram could not export this message")
    if kind_of_record not in ("message", "service", ""):
        raise UnreadError(f"a record of a type I do not know ({str(kind_of_record)[:30]})")
    seconds, date = seconds_of(record.get("date_unixtime")), record.get("date")
    if not isinstance(date, str):
        date = ""
    if seconds == NO_TIME and not date:
        raise UnreadError("no time")
    text = _text(record.get("text", ""))
    its_id = record.get("id")
    if type(its_id) is not int or abs(its_id) >= _LARGEST_ID:
        its_id = number
    if kind_of_record == "service":
        kind = _service_kind(record)
        key, name = person(record, "actor") if kind != Kind.SYSTEM else (None, None)
        return Row(number, its_id, seconds, date, key, name, kind, typed=False, text=text, reactions=None)
    key, name = person(record, "from")
    kind = _kind(record, text)
    # A forwarded message is somebody else's words: it is an act, but none of its words were typed by who sent it on.
    typed = kind in _TYPED and "forwarded_from" not in record and "forwarded_from_id" not in record
    reactions = record.get("reactions")
    if not isinstance(reactions, list):
        reactions = None
    return Row(number, its_id, seconds, date, key, name, kind, typed=typed, text=text, reactions=reactions)


def seconds_of(value: Any) -> int:
    """UTC seconds of `date_unixtime`, a string of digits; NO_TIME where there are none or they cannot be right."""
    if type(value) is str and value.isascii() and value.isdigit() and len(value) < 12:
        value = int(value)
    return value if type(value) is int and FIRST <= value * SECOND < LAST else NO_TIME


def _text(value: Any) -> str:
    """Pieces follow each other without a separator: the spaces are in them."""
    if type(value) is str:
        return value
    if not isinstance(value, list):
        raise UnreadError("its text is neither words nor a list of pieces")
    pieces: list[Any] = [piece.get("text") if isinstance(piece, dict) else piece for piece in value]
    if not all(type(piece) is str for piece in pieces):
        raise UnreadError("its text has a piece without words")
    return "".join(pieces)


def person(record: dict[str, Any], label: str) -> tuple[str, str | None]:
    """Who: an identity (the id where there is one, for names may repeat), and the name; none: a deleted account."""
    name = record.get(label)
    if name is not None and type(name) is not str:
        raise UnreadError(f"{label} is not a name")
    key = identity(record.get(label + "_id"))
    if key is None:
        key = NAMED + name if name else DELETED_ACCOUNT
    return key, name


def identity(number: Any) -> str | None:
    """`user123` since 2021, `123` before; both are one person."""
    if type(number) is int:
        return str(number) if abs(number) < _LARGEST_ID**2 else None
    return number.removeprefix("user") if type(number) is str and number else None


def _service_kind(record: dict[str, Any]) -> Kind:
    if record.get("action") != "phone_call":
        return Kind.SYSTEM
    return Kind.MISSED_CALL if record.get("discard_reason") in ("missed", "busy") else Kind.CALL


def _kind(record: dict[str, Any], text: str) -> Kind:
    if "self_destruct_period_seconds" in record:
        return Kind.VIEW_ONCE
    if "poll" in record:
        return Kind.POLL
    if "location_information" in record or "place_name" in record:
        return Kind.LOCATION
    if "photo" in record or "file" in record or "media_type" in record or not text:
        return Kind.MEDIA  # without a word and without a file: a contact, a game, a bill, a die. Nothing was typed.
    edited = record.get("edited_unixtime", record.get("edited"))
    # Exports before 2021 write "edited": "1970-01-01T…" on messages that nobody edited.
    if edited and not str(edited).startswith("1970-01-01") and str(edited) != "0":
        return Kind.EDITED
    return Kind.TEXT


def clean(name: str) -> str:
    """A name that can be shown on a terminal: no control characters, no halves of characters."""
    whole = name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _CONTROL.sub("", whole).strip()
