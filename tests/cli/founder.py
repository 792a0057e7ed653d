"""A made mailbox: a founder, thirty investors, three mails with each; newsletters and a group beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

FOUNDER = "Jo Founder <jo@startup.example>"
FIRST = datetime(2026, 5, 4, 9, tzinfo=UTC)
FIRST_NAMES = ("Ana", "Ben", "Caro", "Dov", "Ela", "Finn", "Gus", "Hana", "Ines", "Jan")
LAST_NAMES = ("Adler", "Brandt", "Costa")
NAMES = tuple(f"{first} {last}" for last in LAST_NAMES for first in FIRST_NAMES)

LATER = "Hi Jo, we like it a lot, but it is too early for us. Please come back to us in March. Best"
FIT = "Thanks Jo. We only back companies in health care, so this is not a fit for our fund. All the best"
STOP = "Please do not contact me again. Take me off your list."
WARM = "Great to meet you! Could you send me the deck and the numbers of last month?"
VAGUE = "Thanks, got it."
ANSWERS = (WARM, VAGUE, LATER, FIT, WARM)
"""What each fifth of them writes; the last one of all writes STOP, and is the only one who does."""


def address(name: str) -> str:
    return f"{name.replace(' ', '.').lower()}@fund.example"


def answer(k: int) -> str:
    return STOP if k == len(NAMES) - 1 else ANSWERS[k % len(ANSWERS)]


def mail(at: datetime, sender: str, to: str, text: str, **fields: str) -> bytes:
    """One mail as an mbox holds it."""
    message = EmailMessage()
    message["From"], message["To"] = sender, to
    message["Date"] = at.strftime("%a, %d %b %Y %H:%M:%S +0000")
    message["Subject"] = "Our round"
    message["Message-ID"] = f"<{at.timestamp():.0f}.{to.partition('<')[2].partition('@')[0]}.{sender.partition('<')[2]}"
    for field, value in fields.items():
        message[field.replace("_", "-")] = value
    message.set_content(text)
    return b"From - " + at.strftime("%a %b %d %H:%M:%S %Y").encode() + b"\n" + bytes(message) + b"\n"


def _mails(names: tuple[str, ...]) -> Iterator[bytes]:
    for k, name in enumerate(names):
        them = f"{name} <{address(name)}>"
        start = FIRST + timedelta(days=k % 14, hours=k)
        yield mail(start, FOUNDER, them, f"Hi {name}, we raise a seed round. Do you have time for a call?")
        if k % 5 == 1:  # a third of the way: they write once, and you wait for no answer to your last
            yield mail(start + timedelta(days=2), them, FOUNDER, answer(k))
            yield mail(start + timedelta(days=9), FOUNDER, them, "Just a short word on our month: revenue doubled.")
        else:
            yield mail(start + timedelta(days=3), FOUNDER, them, "One more thing: here is our deck.")
            yield mail(start + timedelta(days=5), them, FOUNDER, answer(k))


def mailbox(folder: Path, names: tuple[str, ...] = NAMES, file: str = "inbox.mbox") -> Path:
    """The mbox, with a newsletter that is nobody's act."""
    news = mail(
        FIRST, "News <news@paper.example>", FOUNDER, "Ten tips.", List_Id="<tips.paper.example>", Precedence="bulk"
    )
    path = folder / file
    path.write_bytes(b"".join([*_mails(names), news]))
    return path
