"""What signal-export and sigtop write of Signal's chats, text or JSON, in; an archive of those chats out.

signal-export makes a folder for each chat, with chat.md and data.json; sigtop one file for each chat. The times of
signal-export are the wall clock of the computer, those of sigtop carry their zone or are UTC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, Part, Progress, ReadOptions
from walkaway.sources import json_file
from walkaway.sources.ledger import Ledger
from walkaway.sources.parts import Together, Told, forgiven, name_of
from walkaway.sources.signal.records import Chat, UnreadError, exported_row, sigtop_row
from walkaway.sources.signal.texts import is_text, long_rows, short_rows

_LINES = re.compile(rb'^(?:\xef\xbb\xbf)?\s*\{"date": ?"[^"]{1,40}", ?"sender":')
_SIGTOP = re.compile(rb"^(?:\xef\xbb\xbf)?\s*\[\s*\{")
_SIGTOP_MARKS = (b'"conversationId"', b'"sent_at"')
_LONG = re.compile(rb"^(?:\xef\xbb\xbf)?Conversation: [^\n]{1,300}\r?\n\r?\n(?:From: [^\n]{1,300}\r?\n)?Type: ")
_NUMBER = re.compile(r" \(([^()]{3,60})\)$")
_HINT = "Export again with signal-export, or with sigtop msg -f json, and give me what it writes."


class Signal(Together):
    """Reads what the two exporters of Signal Desktop write."""

    name = "signal"
    reads = "Signal (run signal-export or sigtop beside Signal Desktop, and give me the folder it makes)"

    def recognises(self, name: str, head: bytes) -> bool:
        if _LINES.match(head) or _LONG.match(head):
            return True
        if _SIGTOP.match(head):
            return all(mark in head for mark in _SIGTOP_MARKS)
        return is_text(name, head)

    def read_parts(self, parts: Sequence[Part], options: ReadOptions, progress: Progress | None = None) -> Archive:
        """Every chat. A record is one message, numbered through its file from 1."""
        told = Told(parts, progress)
        zoned = [part for part in parts if _SIGTOP.match(part.head) or _LONG.match(part.head)]
        if zoned and len(zoned) < len(parts):
            raise UnreadableArchive("Some files are of sigtop, some of signal-export. Give me one sort.")
        ledger = Ledger(self.name, options.tz, wall_clock=not zoned)
        folders = {_folder(part.name) for part in parts if _LINES.match(part.head)}
        for place, part in enumerate(parts):
            folder = _folder(part.name)
            title = folder or _title(part.name)
            with forgiven(part, parts, ledger), json_file.collector_paused():
                if folder and folder in folders and not _LINES.match(part.head):
                    ledger.read += 1
                    ledger.skip(1, "the same chat as in the data.json beside it")
                    continue
                _read(part, told.whole(part), Chat(ledger, ("chat", folder or f"{place} {title}"), title))
        return ledger.archive(name_of(parts), _HINT)


def _folder(name: str) -> str:
    """The folder's name, which signal-export calls like the chat."""
    return name.rpartition("/")[0].rpartition("/")[2]


def _title(name: str) -> str | None:
    """Sigtop calls a file "Bob (+15550100).json"; chat.md and data.json say nothing."""
    stem = name.rpartition("/")[2].rpartition(".")[0]
    return None if stem.lower() in ("chat", "data", "index") else _NUMBER.sub("", stem) or None


def _read(part: Part, raw: bytes, chat: Chat) -> None:
    for number, record in enumerate(_records(part, raw, chat), 1):
        chat.ledger.read += 1
        try:
            if isinstance(record, UnreadError):
                raise record
            row, reactions = record(chat)
        except UnreadError as unread:
            chat.ledger.skip(number, str(unread))
            continue
        chat.ledger.keep(number, row)
        for reaction in reactions:
            chat.ledger.also(number, reaction)


def _records(part: Part, raw: bytes, chat: Chat) -> Iterator[Any]:
    """For each record what makes its row, or why there is none."""
    if _LINES.match(part.head):
        for line in raw.decode("utf-8-sig", errors="replace").split("\n"):
            if line.strip():
                yield exported_row(line)
    elif _SIGTOP.match(part.head):
        found, broken = json_file.document(part.name, raw, _HINT)
        if broken:
            chat.ledger.assumed["broken_utf8"] = None
        if not isinstance(found, list):
            raise UnreadableArchive(f"{part.name} holds no list of messages. {_HINT}")
        yield from map(sigtop_row, found)
    else:
        text = raw.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
        yield from long_rows(text) if _LONG.match(part.head) else short_rows(text)
