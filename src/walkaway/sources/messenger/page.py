"""A page message_1.html, as Facebook and Instagram export it since 2018, in; its messages written into a ledger.

Three layouts are known, all of boxes with a heading (who), a body and a time, newest first. Their class names were set
beside each other from public readers of such pages; nobody says they are stable, so each part is known by any of the
names it had. A body is a div of divs: the second holds what was typed, those after it what came along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from walkaway.app.errors import UnreadableArchive
from walkaway.app.zone import to_utc
from walkaway.sources.ledger import Ledger, Row
from walkaway.sources.messenger.record import Shape, UnreadError, clean, reactions_of, row_of
from walkaway.sources.messenger.spoken_time import spoken_time


def _classed(tags: str, *names: str) -> str:
    """A pattern for the opening tag of an element that has one of these classes."""
    others = '[^"<>]{0,200}'
    return rf'<(?:{tags})\b[^<>]{{0,200}}?\bclass="(?:{others} )?(?:{"|".join(names)})(?: {others})?"[^<>]{{0,200}}>'


_BOX = re.compile(_classed("div|section", "uiBoxWhite", "_a6-g"))
_HEADING = re.compile(_classed("div|h2", "_2lel", "_a6-h"))
_BODY = re.compile(_classed("div", "_2let", "_a6-p"))
_TIME = re.compile(_classed("div|footer", "_2lem", "_a6-o"))
_MARKS = re.compile(_classed("ul", "_tqp", "_a6-q") + r"(.{0,20000}?)</ul>", re.DOTALL)
_MARK = re.compile(r"<li\b[^<>]{0,200}>(.{0,2000}?)</li>", re.DOTALL)
_MARKED = re.compile(r"(?P<mark>[^\w\s(]{1,16})\s?(?P<actor>[^()]{1,120}?)\s?\((?P<when>[^()]{6,60})\)")
_DIV = re.compile(r"<(/?)div\b[^<>]{0,400}>")
_TITLES = (re.compile(_classed("div", "_3b0d") + "([^<]{1,200})"), re.compile(r"<h1\b[^<>]{0,200}>([^<]{1,200})"))
_PARTICIPANTS = re.compile(r"Participants: (.{1,4000})")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_FILE = re.compile(r"<(?:img|video|audio)\b", re.IGNORECASE)
_LASTED = re.compile(r"Duration: \d{1,6} (?:second|minute|hour)s?", re.IGNORECASE)

_NAMED = re.compile(r"(?:.{0,200}[\\/])?message_\d{1,4}\.html?", re.IGNORECASE | re.DOTALL)
_LOOKS = re.compile(
    rb'(?:_2lel|_a6-h)[" ][^<>]{0,200}>[^<>]{1,200}</(?:div|h2)>\s*'
    rb'<div class="[^"<>]{0,40}(?:_2let|_a6-p)">\s*<div>\s*<div>'
)
"""A heading, and directly after it a body of plain divs. Posts and comments, on pages of the same make, have others."""
_ANY_BOX = re.compile(rb"\b(?:uiBoxWhite|_a6-g)\b")

_PLAIN = Shape("sender_name", "timestamp_ms", "content", "is_unsent", sound=True)
_PACIFIC = 8 * 3_600_000_000
"""What an Instagram page's clock is behind UTC, in us, in summer too; the page does not say so. Measured by others
against the JSON of the same account. For Facebook's pages nobody has, so those are read in the person's own zone."""
_MOST_UNREAD = 0.1


def is_page(name: str, head: bytes) -> bool:
    """Whether it is a page of messages: by its name, or by how the first message looks."""
    if head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] != b"<" or not _ANY_BOX.search(head):
        return False
    return bool(_NAMED.fullmatch(name) or _LOOKS.search(head))


class _Message(NamedTuple):
    who: str
    when: str
    body: str
    marks: str


class Page(NamedTuple):
    """What a page holds: what it is called, who takes part, and its records in file order."""

    title: str
    people: tuple[str, ...]
    messages: tuple[_Message, ...]
    pacific: bool


def page_of(raw: bytes) -> Page:
    """The page, read but not yet understood."""
    text = raw.decode("utf-8-sig", errors="replace")
    cuts = [0, *(match.end() for match in _BOX.finditer(text)), len(text)]
    frame, *boxes = (text[low:high] for low, high in pairwise(cuts))
    messages: list[_Message] = []
    people: dict[str, None] = {}
    for box in boxes:
        message = _message(box)
        if message is not None:
            messages.append(message)
            people[message.who] = None
        elif found := _PARTICIPANTS.search(plain(box)):
            people |= dict.fromkeys(clean(one) for one in re.split(r", | and ", found[1]))
    title = next((clean(plain(found[1])) for pattern in _TITLES if (found := pattern.search(frame))), "")
    return Page(
        title=title,
        people=tuple(one for one in people if one),
        messages=tuple(messages),
        pacific='class="_3-94 _a6-o"' in text and 'class="_a72d"' not in text,
    )


def write_page(name: str, page: Page, room: int, ledger: Ledger) -> None:
    """Every message of the page, numbered through it from 1. Refuses a page whose times are in words we do not know."""
    times = [spoken_time(message.when) for message in page.messages]
    unread = [message.when for message, at in zip(page.messages, times, strict=True) if at is None]
    if len(unread) > max(2, _MOST_UNREAD * len(times)):
        raise UnreadableArchive(
            f"{name} tells its times in a way I do not know ({unread[0][:40]!r}). Ask Facebook or Instagram for your "
            "information again, and choose JSON as its format: that needs no words."
        )
    sound = [at for at in times if at is not None]
    newest_first = not sound or sound[0] >= sound[-1]
    order = range(len(times) - 1, -1, -1) if newest_first else range(len(times))
    ledger.read += len(times)
    clock = _Clock(ledger, pacific=page.pacific)
    for k in order:
        _write(k + 1, page.messages[k], times[k], room, clock, ledger)


class _Clock:
    """The page's clock, told in UTC."""

    def __init__(self, ledger: Ledger, *, pacific: bool) -> None:
        self._ledger, self._pacific = ledger, pacific

    def utc(self, clock: int) -> int:
        """Microseconds UTC of what the page says."""
        if self._pacific:
            return clock + _PACIFIC
        self._ledger.assumed["tz"] = None
        return int(to_utc(np.array([clock], np.int64), self._ledger.tz)[0])


def _write(number: int, message: _Message, at: int | None, room: int, clock: _Clock, ledger: Ledger) -> None:
    if at is None:
        ledger.skip(number, f"no time I can read in {message.when[:40]!r}")
        return
    record = _record(message, clock.utc(at) // 1000)
    try:
        row = row_of(record, _PLAIN, room, ledger.person)
    except UnreadError as unread:
        ledger.skip(number, str(unread))
        return
    ledger.keep(number, row)
    for reaction in _reactions(message, clock, row, ledger):
        ledger.also(number, reaction)


def _record(message: _Message, at: int) -> dict[str, Any]:
    """The message as the JSON export would have it, so that one place decides what it is."""
    typed, along = _typed(message.body)
    record: dict[str, Any] = {_PLAIN.sender: message.who, _PLAIN.at: at}
    sent = f"{message.who} sent an attachment."
    if typed.startswith(sent):
        typed = sent
    said = typed.rstrip(".")
    if said == "This message was unsent":
        return record | {_PLAIN.unsent: True}
    missed = said.startswith(("You missed a ", f"{message.who} missed your "))
    called = said.startswith(f"{message.who} called ") or said == "The video chat ended"
    if _LASTED.search(plain(along)) or (missed and ("call" in said or "chat" in said)) or called:
        record |= {"call_duration": 0 if missed else 1, "missed": missed}
    if _FILE.search(along):
        record["media"] = [{}]
    elif plain(along):
        record["share"] = {}
    return record | {_PLAIN.text: typed}


def _reactions(message: _Message, clock: _Clock, row: Row, ledger: Ledger) -> Iterator[Row]:
    """Those that say when; older pages do not."""
    found = []
    for one in _MARK.findall(message.marks):
        match = _MARKED.fullmatch(plain(one))
        at = spoken_time(match["when"]) if match else None
        if match and at is not None:
            found.append({"actor": match["actor"], "reaction": match["mark"], "timestamp": clock.utc(at) // 1000})
    yield from reactions_of(found, _PLAIN, row, ledger.person)


# --- the boxes --------------------------------------------------------------------------------------------------------


def _message(box: str) -> _Message | None:
    """None for a box that is no record: the one that names who takes part, and what lies around."""
    heading, body, time = _HEADING.search(box), _BODY.search(box), _TIME.search(box)
    if not time and not (heading and body):
        return None
    who = clean(plain(box[heading.end() :].partition("</")[0])) if heading else ""
    when = plain(box[time.end() :].partition("</")[0]) if time else ""
    inside = box[body.end() : time.start() if time and time.start() > body.end() else len(box)] if body else ""
    return _Message(who, when, _MARKS.sub("", inside), "".join(match[1] for match in _MARKS.finditer(inside)))


def _typed(body: str) -> tuple[str, str]:
    """What was typed, and the rest of the body, still as HTML."""
    children = list(_children(body))
    if len(children) < 2:
        return ("", body) if _FILE.search(body) else (plain(body), "")
    return plain(children[1]), "".join(children[2:])


def _children(body: str) -> Iterator[str]:
    """The divs within the first div of the body."""
    depth, start = 0, 0
    for match in _DIV.finditer(body):
        if match[1]:
            if depth == 2:
                yield body[start : match.start()]
            depth -= 1
            if depth <= 0:
                return
        else:
            depth += 1
            if depth == 2:
                start = match.end()


def plain(html: str) -> str:
    """HTML as text."""
    return unescape(_TAG.sub("", _BREAK.sub("\n", html))).strip()
