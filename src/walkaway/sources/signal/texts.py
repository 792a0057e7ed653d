"""The text files of the exporters of Signal in, a maker of a row for each message out.

signal-export: `[2024-03-01 10:00:00] Bob: words`, before version 3 `[2024-03-01, 10:00] Bob: words`.
sigtop, short: `2024-03-01 10:00 Bob: words`; long: fields like those of a mail, an empty line, and the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from walkaway.core.events import Kind
from walkaway.sources.ledger import NOBODY, Row
from walkaway.sources.mail.fields import instant as mail_instant
from walkaway.sources.signal.records import Chat, Made, Maker, UnreadError, instant

_HEADER = re.compile(
    r"^(?:\[(?P<day>\d{4}-\d\d-\d\d)(?P<comma>,?) (?P<time>\d\d:\d\d(?::\d\d)?)\] (?P<name>[^\n:]{1,100}): ?"
    r"|(?P<day2>\d{4}-\d\d-\d\d) (?P<time2>\d\d:\d\d) (?P<name2>[^\n:]{1,100}):(?: |$))",
    re.MULTILINE,
)
_OLD = re.compile(rb"^(?:\xef\xbb\xbf)?\[\d{4}-\d\d-\d\d, \d\d:\d\d\] [^\n:]{1,100}:")
_NEW = re.compile(rb"^(?:\xef\xbb\xbf)?\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\] [^\n:]{1,100}:")
_SHORT = re.compile(rb"^(?:\xef\xbb\xbf)?\d{4}-\d\d-\d\d \d\d:\d\d [^\n:]{1,100}:(?: |\r?\n)")
_SHORT_ME = re.compile(rb"^\d{4}-\d\d-\d\d \d\d:\d\d You:", re.MULTILINE)
_OF_A_PHONE = "\u200e".encode()
_REACTIONS = re.compile(r"\n\(- [^\n]{1,500} -\)\s*\Z")
_ATTACHED = re.compile(r"!?\[[^\]\n]{0,200}\]\((?:\./|\.\./|media/)[^)\n]{1,400}\)\s*")
_QUOTE = re.compile(r"^(?:\s*>[^\n]*(?:\n|\Z))+")
_DELETED = "(This message was deleted)"
_DETAILS = re.compile(r"^\[(?P<details>[^\]\n]{1,200})\] ?")
_LONG = re.compile(
    r"^(?:From: (?P<name>[^\n]{1,300})\n)?Type: (?P<type>[\w-]{1,60})\nSent: (?P<sent>[^\n]{1,60})\n"
    r"(?:Received: [^\n]{1,60}\n)?(?P<more>(?:(?:Attachment|Reaction|Edited): [^\n]{0,500}\n)*)",
    re.MULTILINE,
)
_NUMBER = re.compile(r" \(([^()]{3,60})\)$")


def is_text(name: str, head: bytes) -> bool:
    """Whether it is one of the line formats, and not an iPhone's WhatsApp chat, which looks alike."""
    if _OF_A_PHONE in head:
        return False
    if _OLD.match(head) or (_SHORT.match(head) and _SHORT_ME.search(head)):
        return True
    return bool(_NEW.match(head)) and (name.lower().endswith(".md") or b"] Me: " in head)


def short_rows(text: str) -> Iterator[Maker | UnreadError]:
    """Messages from one header to the next. Whatever stands before the first is no message."""
    headers = list(_HEADER.finditer(text))
    if headers and text[: headers[0].start()].strip():
        yield UnreadError("no message begins here")
    for header, following in pairwise([*headers, None]):
        assert header is not None  # only the last is none
        yield _maker(header, text[header.end() : following.start() if following else len(text)])


def _maker(header: re.Match[str], content: str) -> Maker:
    def make(chat: Chat) -> Made:
        day, _, clock, name, short_day, short_clock, short_name = header.groups()
        who = chat.person(name or short_name)
        text, kind = _content(content.removesuffix("\n"), short=short_day is not None)
        return Row(chat.room(), who, instant(f"{day or short_day}T{clock or short_clock}"), kind, text), []

    return make


def _content(text: str, *, short: bool) -> tuple[str, Kind]:
    """The words alone, without reactions, quotes and files, which stand in the same lines."""
    if _DELETED in text and text.strip() == _DELETED:
        return "", Kind.DELETED
    if short and (match := _DETAILS.match(text)):
        details = match["details"]
        if details.endswith(" message"):
            return "", Kind.SYSTEM
        text = text[match.end() :]
        return text, Kind.MEDIA if "attachment" in details else Kind.EDITED if "edited" in details else Kind.TEXT
    if "\n(- " in text:
        text = _REACTIONS.sub("", text)
    if ">" in text:
        text = _QUOTE.sub("", text)
    whole = text.rstrip()
    plain = _ATTACHED.sub("", text).rstrip() if "](" in text else whole
    return plain, Kind.MEDIA if plain != whole or not plain else Kind.TEXT


def long_rows(text: str) -> Iterator[Maker]:
    """Messages as sigtop writes them by default."""
    headers = list(_LONG.finditer(text))
    for header, following in pairwise([*headers, None]):
        assert header is not None  # only the last is none
        yield _long_maker(header, text[header.end() : following.start() if following else len(text)])


def _long_maker(header: re.Match[str], content: str) -> Maker:
    def make(chat: Chat) -> Made:
        at = mail_instant(header["sent"].encode())
        if at is None:
            raise UnreadError(f"no time I can read in {header['sent'][:30]!r}")
        words = "\n".join(line for line in content.split("\n") if not line.startswith((">", "|"))).strip("\n")
        us = at.seconds * 1_000_000
        if header["type"] not in ("incoming", "outgoing"):
            return Row(chat.room(), NOBODY, us, Kind.SYSTEM, words, typed=False), []
        named = header["name"] or ""
        who = chat.person(_NUMBER.sub("", named))
        files = "Attachment: " in header["more"]
        kind = Kind.MEDIA if files or not words else Kind.EDITED if "Edited: " in header["more"] else Kind.TEXT
        return Row(chat.room(), who, us, kind, words), []

    return make
