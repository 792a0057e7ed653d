"""A talk, weighed or not, in; what stands on its worksheet, with blanks for what is not known yet, out.

One page to print and take along, in the order in which one prepares: what you have, your line, theirs, what to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from walkaway.app.belief import Asking
from walkaway.app.held import Held
from walkaway.app.own_talk import OwnTalk
from walkaway.app.talk import Talked, agreed_number
from walkaway.app.weigh_packages import BEST, PackagesTalked
from walkaway.words.en import noticing, packages, talks
from walkaway.words.en.money import chance, money
from walkaway.words.en.support import SUPPORT
from walkaway.words.printable import printable

TITLE = "A worksheet for a talk"
NOTES = "Notes"
_BLANK_ROWS = 4
_MOST_SAID = 8
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the sheet. No value: a blank to fill in by hand."""

    label: str
    value: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Rows, sentences or a table under a heading; `blanks` are empty rows after the table."""

    heading: str
    rows: tuple[Row, ...] = ()
    lines: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    blanks: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page."""

    title: str
    word: str
    parts: tuple[Part, ...]


def sheet(name: str, talk: OwnTalk, found: Talked | PackagesTalked | None, why: Held | None) -> Sheet:
    """The worksheet. `found` is None where a number is missing; where safety holds there is only the reason."""
    if why is not None:
        return Sheet(NOTES, "", (Part("", lines=SUPPORT if why == "support" else (talks.TALK_HELD[why],)),))
    parts = _packages(talk, found if isinstance(found, PackagesTalked) else None)
    if not talk.issues:
        parts = _price(talk, found if isinstance(found, Talked) else None)
    word = "" if found is None or found.advice is None else talks.TALK_MOVES[found.advice.move]
    return Sheet(printable(name, _LONGEST), word, tuple(parts))


def _price(talk: OwnTalk, found: Talked | None) -> Iterator[Part]:
    advice = None if found is None else found.advice

    def amount(number: float | None) -> str:
        return "" if number is None else money(float(f"{number:.4g}"), talk.currency)

    ends = talk.likely if found is None or found.theirs is None else found.theirs
    number = None if found is None else agreed_number(found)
    yield Part(
        "What you have",
        (
            Row("If this falls through", amount(talk.fallback), _until(talk)),
            Row("Other offers that came", ", ".join(amount(one.number) for one in talk.came[-4:])),
            Row("One more way you could find"),
            Row("Your line: no deal past it", amount(None if advice is None else advice.line), "keep it to yourself"),
            Row("What you aim for"),
        ),
    )
    yield Part(
        "What they have",
        (
            Row("How far they may go", "" if ends is None else f"{amount(ends[0])} to {amount(ends[1])}"),
            Row("The usual range", "" if talk.market is None else " to ".join(map(amount, talk.market))),
            Row("What they have without you"),
            Row("A zone", "" if advice is None else f"{round(100 * advice.zone)} %", "the chance of one"),
        ),
    )
    asked: Sequence[Asking] = () if found is None else found.asking
    yield Part(
        "What to say",
        (
            Row("The number to say", amount(number)),
            *(Row(f"If you think {noticing.SHAPES[a.shape]}", amount(a.price), chance(a.chance)) for a in asked),
            Row("In words", "" if found is None else talks.talk_sentence(found)),
        ),
    )
    yield _safe(found)
    said = [(_who(one.by), amount(one.number)) for one in talk.said[-_MOST_SAID:]]
    yield Part("What was said", head=("Who", "Number", "What changed"), table=_wide(said), blanks=_BLANK_ROWS)


def _packages(talk: OwnTalk, found: PackagesTalked | None) -> Iterator[Part]:
    advice = None if found is None else found.advice
    weights = found.weights if found is not None and found.advice is not None else ()
    rows = [
        (issue.name, issue.worst, issue.best, f"{weights[k]:.0f} %" if weights else "")
        for k, issue in enumerate(talk.issues)
    ]
    yield Part(
        "What there is to settle",
        head=("", "Worst for you", "Best for you", "How much it matters"),
        table=tuple(rows),
        blanks=0 if talk.issues else _BLANK_ROWS,
    )
    yield Part(
        "Where you stand, of 100",
        (
            Row("If this falls through", "" if talk.fallback is None else f"{talk.fallback:.0f}", _until(talk)),
            Row("Your line: no package below it", "" if advice is None else f"{BEST * advice.line:.0f}"),
            Row("One more thing they may care about"),
            Row("What they have without you"),
        ),
    )
    if found is not None and found.advice is not None:
        head, table = packages.package_table(found)
        yield Part(packages.SIDE_BY_SIDE, head=head, table=tuple(table))
    yield Part("What to say", (Row("In words", "" if found is None else packages.package_sentence(found)),))
    yield _safe(found)
    said = [
        (_who(one.by), ", ".join(f"{name} {value}" for name, value in one.choice.items()))
        for one in talk.packages[-_MOST_SAID:]
    ]
    yield Part("What was said", head=("Who", "Package", "What changed"), table=_wide(said), blanks=_BLANK_ROWS)


def _safe(found: Talked | PackagesTalked | None) -> Part:
    return Part(talks.SAFE_HEADING, lines=tuple(noticing.safe_to_say(None if found is None else found.beside)))


def _until(talk: OwnTalk) -> str:
    return "" if talk.expires is None else f"until {noticing.day(talk.expires)}"


def _who(by: str) -> str:
    return "You" if by == "you" else "They"


def _wide(said: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    return tuple((who, what, "") for who, what in said)
