"""An mbox (Gmail Takeout, Thunderbird, Apple Mail) or single .eml files in; an archive of one chat per person out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from walkaway.app.ports import Archive, Part, Progress, ReadOptions
from walkaway.app.zone import to_utc
from walkaway.core.events import SECOND, Kind
from walkaway.sources.json_file import collector_paused
from walkaway.sources.ledger import Ledger, Row
from walkaway.sources.mail.accounts import Account, Threads
from walkaway.sources.mail.fields import Instant
from walkaway.sources.mail.message import LeftOut, Mail, read_mail
from walkaway.sources.mail.splitting import LARGEST, is_mbox, split, unescaped
from walkaway.sources.parts import Together, Told, forgiven, name_of

_FIELDS = re.compile(
    rb"(?:\d{1,9}[ \t]*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]{0,60}:[ \t\r\n][^\n]{0,5000}\n(?:[ \t][^\n]{0,5000}\n)*){3}"
)
_FROM = re.compile(rb"^From:.*@", re.MULTILINE | re.IGNORECASE)
_WITH = re.compile(rb"^(?:Date|Received|Message-ID|MIME-Version|To|Subject):", re.MULTILINE | re.IGNORECASE)
_COUNT = re.compile(rb"\d{1,9}[ \t]*\r?\n")
_MIME = 2
_HINT = "Give me an .mbox of your mail, as Gmail's Takeout or Thunderbird make it, or a folder of .eml files."


class Mails(Together):
    """Reads mail. Its times carry their zones; people are known by their address."""

    name = "mail"
    reads = "mail (an .mbox, in Google Takeout choose Mail, or a folder of .eml files, as Thunderbird saves them)"

    def recognises(self, name: str, head: bytes) -> bool:
        """An envelope line, or the header fields of a mail."""
        del name
        return is_mbox(head) or _is_single(head)

    def read_parts(self, parts: Sequence[Part], options: ReadOptions, progress: Progress | None = None) -> Archive:
        """All files as one account. A record is one mail; those in an mbox are numbered from 1."""
        with collector_paused():
            return self._read(parts, options, Told(parts, progress))

    def _read(self, parts: Sequence[Part], options: ReadOptions, told: Told) -> Archive:
        ledger = Ledger(self.name, options.tz)
        account, threads = Account(ledger), Threads()
        for part in parts:
            with forgiven(part, parts, ledger):
                for number, raw in enumerate(_mails(part, told), 1):
                    ledger.read += 1
                    try:
                        mail = read_mail(raw)
                    except LeftOut as reason:
                        account.got(reason.to)
                        ledger.skip(number, str(reason))
                        continue
                    if threads.again(mail.own_id):
                        ledger.skip(number, "the same mail again")
                        continue
                    ledger.keep(number, _row(mail, account, threads, ledger))
        rows = ledger.columns()
        if len(rows):
            rows = account.chats(threads.settled(rows))
        return ledger.archive(name_of(parts), _HINT, rows)


def _is_single(head: bytes) -> bool:
    if not _FIELDS.match(head):
        return False
    top = head.partition(b"\n\n")[0].partition(b"\r\n\r\n")[0]
    return bool(_FROM.search(top)) and len(_WITH.findall(top)) >= _MIME


def _mails(part: Part, told: Told) -> Iterator[bytes]:
    """The mails of one file."""
    chunks = told.chunks(part)
    if not is_mbox(part.head):
        raw = b""
        for chunk in chunks:
            raw = raw or chunk[:LARGEST]
        # Apple's .emlx begins with how long the mail is.
        yield _COUNT.sub(b"", raw, count=1) if _COUNT.match(raw) else raw
        return
    first = True
    for raw in split(chunks):
        if first and not raw.strip(b"\xef\xbb\xbf\r\n\t "):
            first = False
            continue
        first = False
        yield unescaped(raw)


def _row(mail: Mail, account: Account, threads: Threads, ledger: Ledger) -> Row:
    kind = Kind.MEDIA if mail.files and not mail.text else Kind.TEXT
    sender = account.note(mail)
    thread = threads.add(mail.own_id, mail.references)
    return Row(0, sender, _instant(mail.at, ledger), kind, mail.text, thread=thread)


def _instant(at: Instant, ledger: Ledger) -> int:
    us = at.seconds * SECOND
    if not at.naive or not 0 < at.seconds < 1 << 33:
        return us
    ledger.assumed["tz"] = None
    return int(to_utc(np.array([us], np.int64), ledger.tz)[0])
