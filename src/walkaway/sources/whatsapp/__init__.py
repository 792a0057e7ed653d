"""WhatsApp: the .txt that "Export chat" writes, from iPhone or Android, in; an archive of one chat out."""

from __future__ import annotations

import codecs

import numpy as np

from walkaway.app.ports import Archive, Progress, ReadOptions, Receipt
from walkaway.app.zone import to_utc
from walkaway.core.events import BoolArray, Events, Int32Array, Kind
from walkaway.sources.ordering import in_time_order
from walkaway.sources.whatsapp.header import HEADER
from walkaway.sources.whatsapp.kinds import without_edit_mark
from walkaway.sources.whatsapp.reader import Columns, parse
from walkaway.sources.whatsapp.titles import title_of
from walkaway.sources.wording import asks, count_words

__all__ = ["Columns", "WhatsApp", "parse"]

_HEAD_LINES = 200


class WhatsApp:
    """Reads what WhatsApp exports. Its times are the phone's wall clock: the zone is the person's to say."""

    name = "whatsapp"
    reads = "WhatsApp (.txt or .zip): open the chat, then Export chat > Without media"

    def recognises(self, name: str, head: bytes) -> bool:
        """A header among the first lines says so; or the file's name does, if it is text."""
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            head = head.decode("utf-16", errors="replace").encode()
        if 0 in head:
            return False
        lines = head.split(b"\n", _HEAD_LINES)[:_HEAD_LINES]
        if any(HEADER.match(line.rstrip(b"\r") + b"\n") for line in lines):
            return True
        return "whatsapp" in name.lower() and name.lower().endswith(".txt")

    def read(self, name: str, raw: bytes, options: ReadOptions, progress: Progress | None = None) -> Archive:
        columns = parse(raw, options.order, progress, name=name)
        kept = len(columns)
        words, question = _wording(columns)
        rows = Events(
            id=columns.line,
            at=to_utc(columns.local, options.tz),
            local=columns.local,
            who=columns.who,
            kind=columns.kind,
            words=words,
            asks=question,
        )
        return Archive(
            name=name,
            source=self.name,
            chats=(in_time_order(title_of(name), None, columns.people, rows, columns.text),),
            receipt=Receipt(read=kept + len(columns.skipped), kept=kept, skipped=columns.skipped),
            tz=options.tz,
            assumed=("tz", *columns.assumed),
        )


def _wording(columns: Columns) -> tuple[Int32Array, BoolArray]:
    """Words typed and whether they ask: of text, and of edited text without the note that says so."""
    words, question = count_words(columns.text), asks(columns.text)
    edited = np.flatnonzero(columns.kind == Kind.EDITED)
    if len(edited):
        typed = without_edit_mark(columns.text.take(edited))
        words[edited], question[edited] = count_words(typed), asks(typed)
    not_typed = (columns.kind != Kind.TEXT) & (columns.kind != Kind.EDITED)
    words[not_typed], question[not_typed] = 0, False
    return words, question
