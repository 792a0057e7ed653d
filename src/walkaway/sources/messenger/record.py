"""One record of a Messenger or Instagram export in, a row out; or the reason why it cannot be kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from walkaway.core.events import Kind
from walkaway.sources.ledger import Row

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
LATEST = 1 << 52
_FILES = ("photos", "videos", "gifs", "audio_files", "files", "sticker", "media", "audio")
Person = Callable[..., int]


class UnreadError(Exception):
    """Why a record cannot be kept."""


class Shape(NamedTuple):
    """What the keys are called. `sound`: its strings are what they should be."""

    sender: str
    at: str
    text: str
    unsent: str
    sound: bool


PLAIN = Shape("sender_name", "timestamp_ms", "content", "is_unsent", sound=False)
SEALED = Shape("senderName", "timestamp", "text", "isUnsent", sound=True)

# What the app writes as if the sender had; only a whole message counts, so "I added milk to the list" stays text.
_SYSTEM = re.compile(
    r"(?!(?:I|We|He|She|They|Who|i|we|he|she|they|who)\b)(?:"
    r".{1,80} (?:added .{1,200} to the group|removed .{1,80} from the group|left the group|created the group"
    r"|named the group .{1,120}|changed the group photo|changed the theme to .{1,60}|set the emoji to .{1,20}"
    r"|changed the chat theme\.?.{0,40}|joined the (?:video )?(?:call|chat)|started a (?:video )?chat"
    r"|set (?:the|your|his own|her own|their own) nickname (?:for .{1,80} )?to .{1,80}|cleared the nickname for .{1,80}"
    r"|set the quick reaction to .{1,20}|pinned a message"
    r"|turned (?:on|off) (?:disappearing messages|vanish mode).{0,80})"
    r"|You can now (?:message|call) .{1,200}|You are now connected on Messenger"
    r"|Say hi to your new Facebook friend.{0,80}"
    r"|.{1,80} hat .{1,200} zur Gruppe hinzugefügt|.{1,80} hat die Gruppe verlassen"
    r"|.{1,80} ha añadido a .{1,200} al grupo|.{1,80} a ajouté .{1,200} au groupe"
    r")\.?"
)
_REACTION = re.compile(
    r"(?:Reacted .{1,12} to your message|Liked a message|Reacted to your message"
    r"|Hat mit .{1,12} auf deine Nachricht reagiert|Gefällt eine Nachricht|Hat eine Nachricht mit .{1,24} markiert"
    r"|Reaccionó con .{1,12} a tu mensaje|Le gustó un mensaje"
    r"|A réagi (?:avec )?.{1,12} à votre message|A aimé un message"
    r"|Ha reagito con .{1,12} al tuo messaggio|Reagiu com .{1,12} à sua mensagem|Curtiu uma mensagem"
    r"|.{1,80} (?:liked|reacted .{1,12} to) (?:a|your) message)\s*"
)
# What it writes with the sender's name, or "You", in front. Without the name it may be typed: "Tom called."
_OWN_SYSTEM = re.compile(
    r"(?:started an? (?:audio |video )?(?:call|chat)|joined the (?:audio |video )?call|voted for .{1,200} in the poll"
    r"|changed (?:his|her|their|your) vote .{1,200} in the poll|removed .{1,200} vote .{1,200} from the poll)\.?"
)
_OWN = (
    (re.compile(r"unsent a message\.?"), Kind.DELETED),
    (re.compile(r"sent a (?:live )?location\.?"), Kind.LOCATION),
    (re.compile(r"created a poll(?:: .{1,300}|\.)?"), Kind.POLL),
    (re.compile(r"sent (?:an attachment|an? (?:photo|video|GIF|sticker|link|voice message))\."), Kind.MEDIA),
    (_OWN_SYSTEM, Kind.SYSTEM),
)
_ENDED = re.compile(r"(?:The )?(?:[Aa]udio|[Vv]ideo) (?:call|chat) ended\.?")
ODD_WORDS = (
    "group|Gruppe|grupo|theme|emoji|joined the|started a|nickname|reaction|[Mm]essage|vanish|You can now|Messenger"
    "|Say hi to|Nachricht|mensaje|messaggio|mensagem|sent a|location|poll|(?:call|chat) ended"
)
"""A text with none of these is neither the app's own line nor a reaction. Plain words: every text is searched."""
_MISSED = re.compile(r".*(?:missed|verpasst|perdida|manqué|persa|perdid).*", re.IGNORECASE)
_ATTACHMENT = re.compile(r".{1,80}(?: sent (?:an attachment|a (?:photo|video|GIF|sticker|link|voice message)).{0,20})")


def row_of(record: Any, shape: Shape, room: int, person: Person) -> Row:
    if type(record) is not dict:
        raise UnreadError("not a message")
    at = record.get(shape.at)
    if type(at) is not int:
        at = _instant(at)
    elif not 0 < at < LATEST:
        raise UnreadError(f"no time I can read in {str(at)[:30]!r}")
    name = record.get(shape.sender)
    if type(name) is not str or not name:
        raise UnreadError("nobody is named as its sender")
    text = record.get(shape.text)
    text = text if type(text) is str else ""
    if not shape.sound:
        name, text = repaired(name), repaired(text)
    name = clean(name)
    if not name:
        raise UnreadError("nobody is named as its sender")
    kind, typed = _kind(record, shape, name, text)
    return Row(room, person(name, name), at * 1000, kind, text, typed)


def _instant(value: Any) -> int:
    """Milliseconds written as text or with a decimal point."""
    try:
        at = int(float(value)) if isinstance(value, (str, float)) else 0
    except (ValueError, OverflowError):
        at = 0
    if not 0 < at < LATEST:
        raise UnreadError("no time" if value is None else f"no time I can read in {str(value)[:30]!r}")
    return at


def _kind(record: dict[str, Any], shape: Shape, name: str, text: str) -> tuple[Kind, bool]:
    """What it is, and whether its text was typed. Most records have nothing but a sender, a time and a text."""
    if record.get(shape.unsent):
        return Kind.DELETED, False
    said = record.get("type")
    if "call_duration" in record or said == "Call":
        missed = record.get("missed") or (not record.get("call_duration") and _MISSED.fullmatch(text[:200]))
        return (Kind.MISSED_CALL if missed else Kind.CALL), False
    if said in ("Subscribe", "Unsubscribe"):
        return Kind.SYSTEM, False
    if any(record.get(key) for key in _FILES):
        return Kind.MEDIA, bool(text) and not _ATTACHMENT.fullmatch(text[:200])
    if "share" in record or said == "Share":
        return (Kind.MEDIA, False) if not text or _ATTACHMENT.fullmatch(text[:200]) else (Kind.TEXT, True)
    if not text:
        return Kind.MEDIA, False
    if len(text) < 300:
        if _REACTION.fullmatch(text):
            return Kind.REACTION, False
        if _SYSTEM.fullmatch(text) or _ENDED.fullmatch(text):
            return Kind.SYSTEM, False
        return _of_the_app(name, text) or (Kind.TEXT, True)
    return Kind.TEXT, True


def _of_the_app(name: str, text: str) -> tuple[Kind, bool] | None:
    """What the app says of its sender by name; None for what was typed."""
    for who in (name, "You"):
        said = text.removeprefix(f"{who} ")
        if said != text:
            return next(((kind, False) for pattern, kind in _OWN if pattern.fullmatch(said)), None)
    return None


def reactions_of(found: Any, shape: Shape, row: Row, person: Person) -> Iterator[Row]:
    """Those that say when. A mere mark is nobody's dated act."""
    for one in found if type(found) is list else ():
        if type(one) is not dict:
            continue
        actor, mark, at = one.get("actor"), one.get("reaction"), one.get("timestamp")
        if type(actor) is not str or not actor or type(at) is not int or not 0 < at < LATEST:
            continue
        mark = mark if type(mark) is str else ""
        if not shape.sound:
            actor, mark = repaired(actor), repaired(mark)
        name = clean(actor)
        if not name:
            continue
        # Seconds here, milliseconds there: nobody reacted before 1970-01-20 or after 2100.
        us = at * 1_000_000 if at < 1 << 32 else at * 1000
        yield Row(row.room, person(name, name), us, Kind.REACTION, mark, typed=False)


def repaired(text: str) -> str:
    """UTF-8 that was taken for Latin-1, as text again. What cannot be that is left alone."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def clean(name: str) -> str:
    """A name that can be shown on a terminal: no control characters, no halves of characters."""
    if name.isascii() and name.isprintable():
        return name.strip()
    joined = name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _CONTROL.sub("", joined).strip()
