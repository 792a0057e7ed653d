"""The XML of SMS Backup & Restore, messages or calls, in; an archive of one chat per number or group out.

The fields are those of synctech.com.au/sms-backup-restore/fields-in-xml-backup-files. "null" means that there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from xml.parsers import expat

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, Part, Progress, ReadOptions
from walkaway.sources.json_file import collector_paused
from walkaway.sources.ledger import Ledger
from walkaway.sources.parts import Together, Told, forgiven, name_of
from walkaway.sources.sms.records import Numbers, UnreadError, call_row, mms_row, sms_row
from walkaway.sources.sms.sound_xml import sound

# Before the root stand spaces, comments and instructions. They are taken one by one, each once: there may be many. (One
# pattern for all of them needs possessive quantifiers, which Python 3.11.2, Debian's own, gets wrong within a group.)
_BEFORE_ROOT = re.compile(rb"\s+|<!--(?:(?!-->).){0,2000}-->|<\?[^>]{0,300}>", re.DOTALL)
_ROOT = re.compile(rb"<(?:smses|calls|allsms)\b")
_MARK = b"\xef\xbb\xbf"
_HINT = "In SMS Backup & Restore, make a new backup and give me its .xml."
_SILENCE = 64 * 2**20
"""So many bytes without one element are no backup; a parser that waits on would only take memory."""
_MOST_PARTS = 1000


class Sms(Together):
    """Reads text messages and calls of an Android phone. Times are UTC."""

    name = "sms"
    reads = "text messages and calls (in the Android app SMS Backup & Restore, Back up now, and give me the .xml)"

    def recognises(self, name: str, head: bytes) -> bool:
        del name
        at = len(_MARK) if head.startswith(_MARK) else 0
        while before := _BEFORE_ROOT.match(head, at):
            at = before.end()
        return _ROOT.match(head, at) is not None

    def read_parts(self, parts: Sequence[Part], options: ReadOptions, progress: Progress | None = None) -> Archive:
        """Messages and calls together. A record is one sms, mms or call, numbered through its file from 1."""
        told = Told(parts, progress)
        ledger = Ledger(self.name, options.tz)
        numbers = Numbers(ledger)
        with collector_paused():
            for part in parts:
                with forgiven(part, parts, ledger):
                    _Backup(ledger, numbers).read(part, told)
        return ledger.archive(name_of(parts), _HINT)


class _Backup:
    """One file, as the parser walks through it."""

    def __init__(self, ledger: Ledger, numbers: Numbers) -> None:
        self._ledger, self._numbers = ledger, numbers
        self._number = 0
        self._mms: dict[str, str] | None = None
        self._mms_number = 0
        self._parts: list[dict[str, str]] = []
        self._addresses: list[dict[str, str]] = []

    def read(self, part: Part, told: Told) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._begins
        parser.EndElementHandler = self._ends
        parser.EntityDeclHandler = _refuse
        silent, seen = 0, 0
        try:
            for piece in sound(told.chunks(part)):
                parser.Parse(piece, False)
                silent = 0 if self._number != seen else silent + len(piece)
                seen = self._number
                if silent > _SILENCE:
                    break
            parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError):  # the last two: an encoding that is none, or not for XML
            if self._mms is None:
                self._record()
            number = self._number if self._mms is None else self._mms_number
            self._ledger.skip(number, f"from line {parser.ErrorLineNumber} on the file is cut off or damaged")

    def _record(self) -> None:
        self._number += 1
        self._ledger.read += 1

    def _begins(self, element: str, attributes: dict[str, str]) -> None:
        if element == "sms":
            self._record()
            self._keep(self._number, sms_row, attributes)
        elif element == "mms":
            self._end_mms()
            self._record()
            self._mms, self._parts, self._addresses = attributes, [], []
            self._mms_number = self._number
        elif element == "part" and self._mms is not None and len(self._parts) < _MOST_PARTS:
            self._parts.append(attributes)
        elif element == "addr" and self._mms is not None and len(self._addresses) < _MOST_PARTS:
            self._addresses.append(attributes)
        elif element == "call":
            self._record()
            self._keep(self._number, call_row, attributes)

    def _ends(self, element: str) -> None:
        if element == "mms":
            self._end_mms()

    def _end_mms(self) -> None:
        if self._mms is not None:
            self._keep(self._mms_number, mms_row, self._mms, self._parts, self._addresses)
            self._mms = None

    def _keep(self, number: int, read: Any, *found: Any) -> None:
        try:
            row = read(self._numbers, *found)
        except UnreadError as unread:
            self._ledger.skip(number, str(unread))
        else:
            self._ledger.keep(number, row)


def _refuse(*_declared: object) -> None:
    raise UnreadableArchive(f"This XML declares entities, as no backup of messages does. I leave it closed. {_HINT}")
