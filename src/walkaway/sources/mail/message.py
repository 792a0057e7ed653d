"""The bytes of one mail in, what it says out; or the reason why it is left out."""

from __future__ import annotations

import re
from typing import NamedTuple

from walkaway.sources.mail.bodies import body
from walkaway.sources.mail.fields import Address, Instant, addresses, as_text, fields, header_and_rest, instant, words
from walkaway.sources.mail.new_text import new_text

MANY = 50
"""Mail to more people than this at once is no conversation."""
_ID = re.compile(rb"<([^<>\s]{1,250})>")
_MOST_REFERENCES = 40
_ROBOT = re.compile(
    r"(?:mailer-daemon|postmaster|(?:do-?)?no[t_-]?-?reply|noreply|no\.reply|donotreply|notifications?|bounces?|newsletter"
    r"|(?:auto|calendar)-?(?:notification|confirm|reply))(?:[+._-].*)?@.*"
)
_LISTS = frozenset((b"list-id", b"list-unsubscribe", b"list-post", b"list-help", b"feedback-id"))
_AUTOMATIC = frozenset((b"x-autoreply", b"x-autorespond", b"x-failed-recipients"))
# What Gmail's labels and folders of drafts and junk are called, in the languages whose exports we have seen.
_JUNK = frozenset(("spam", "junk", "junk-e-mail", "indésirables", "correo no deseado", "posta indesiderata"))
_BINNED = frozenset(("trash", "papierkorb", "corbeille", "papelera", "cestino", "prullenbak", "lixeira", "bin"))
_DRAFTS = frozenset(
    ("drafts", "draft", "entwürfe", "entwurf", "brouillons", "borradores", "bozze", "concepten", "rascunhos")
)
_SENT = frozenset(
    ("sent", "gesendet", "envoyés", "messages envoyés", "enviados", "posta inviata", "inviati", "verzonden")
)
_EXPUNGED = 0x0008  # of X-Mozilla-Status: deleted, and not yet swept out of the file


class LeftOut(Exception):
    """Why a mail is not kept, and to whom it was written all the same."""

    to: tuple[Address, ...] = ()


class Mail(NamedTuple):
    """One mail. `to` are those it was written to, without copies; `seen` is everybody it names."""

    at: Instant
    sender: Address
    to: tuple[Address, ...]
    copies: tuple[Address, ...]
    delivered: tuple[Address, ...]
    own_id: bytes | None
    references: tuple[bytes, ...]
    text: str
    files: bool
    sent: bool


def read_mail(raw: bytes) -> Mail:
    """Raises LeftOut: automatic and list mail, drafts, junk, and what has no sender or no time."""
    header, rest = header_and_rest(raw)
    head = fields(header)
    if not head:
        raise LeftOut("no header of a mail")
    senders = addresses(head.get(b"from", b"")) or addresses(head.get(b"sender", b""))
    try:
        _refuse_what_no_person_sent(head, senders)
        labels = _labels(head)
    except LeftOut as reason:
        reason.to = addresses(head.get(b"to", b""))
        raise
    if not senders:
        raise LeftOut("nobody is named as its sender")
    at = _time(head)
    if at is None:
        raise LeftOut(f"no time I can read in {as_text(head.get(b'date', b''))[:40]!r}")
    to, copies = addresses(head.get(b"to", b"")), addresses(head.get(b"cc", b""))
    blind = addresses(head.get(b"bcc", b""))
    if len(to) + len(copies) + len(blind) > MANY:
        raise LeftOut(f"sent to {len(to) + len(copies) + len(blind)} people at once")
    found = body(head, rest)
    own = _ID.search(head.get(b"message-id", b""))
    thread = head.get(b"x-gm-thrid", b"")[:40]
    older = _ID.findall(head.get(b"references", b"") + b" " + head.get(b"in-reply-to", b""))[-_MOST_REFERENCES:]
    return Mail(
        at=at,
        sender=senders[0],
        to=to + blind,
        copies=copies,
        delivered=addresses(head.get(b"delivered-to", b"")),
        own_id=own[1] if own else None,
        references=(*older, b"gmail thread " + thread) if thread else tuple(older),
        text=new_text(found.text),
        files=found.files,
        sent=bool(labels & _SENT),
    )


def _refuse_what_no_person_sent(head: dict[bytes, bytes], senders: tuple[Address, ...]) -> None:
    said = head.get(b"auto-submitted", b"no").lower()
    if said.partition(b";")[0].strip() not in (b"no", b""):
        raise LeftOut("an automatic answer")
    precedence = head.get(b"precedence", b"").lower()
    if precedence in (b"auto_reply", b"auto-reply") or not _AUTOMATIC.isdisjoint(head):
        raise LeftOut("an automatic answer")
    if head.get(b"return-path", b"").strip() == b"<>" or head.get(b"content-type", b"").lower().startswith(
        b"multipart/report"
    ):
        raise LeftOut("a notice of the mail system")
    if precedence in (b"bulk", b"list", b"junk") or not _LISTS.isdisjoint(head):
        raise LeftOut("a mailing list or newsletter")
    if senders and _ROBOT.fullmatch(senders[0].address):
        raise LeftOut("sent by a program")


def _labels(head: dict[bytes, bytes]) -> set[str]:
    """What Gmail filed it under, in lower case. Junk, drafts and the deleted are refused."""
    status = head.get(b"x-mozilla-status")
    if status and re.fullmatch(rb"[0-9A-Fa-f]{1,8}", status) and int(status, 16) & _EXPUNGED:
        raise LeftOut("deleted")
    if b"x-gmail-labels" not in head and b"x-mozilla-draft-info" not in head:
        return set()
    labels = {label.strip().strip('"').lower() for label in words(as_text(head.get(b"x-gmail-labels", b""))).split(",")}
    if labels & _JUNK:
        raise LeftOut("junk")
    if labels & _BINNED:
        raise LeftOut("deleted")
    if labels & _DRAFTS or (b"x-mozilla-draft-info" in head and b"received" not in head and b"message-id" not in head):
        raise LeftOut("a draft")
    return labels


def _time(head: dict[bytes, bytes]) -> Instant | None:
    """What the sender's clock said; where it said nothing, when the last server took it."""
    found = instant(head[b"date"]) if b"date" in head else None
    if found is None and b"received" in head:
        found = instant(head[b"received"].rpartition(b";")[2])
    return found
