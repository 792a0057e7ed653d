"""Every pursuit and its row in; the table over everyone, cell by cell in words, and what to say beneath it, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from walkaway.app.errors import WalkawayError
from walkaway.app.everyone import Reviewed, Row
from walkaway.app.read_refusal import ReadRefusal
from walkaway.app.review import Review
from walkaway.core.events import Side
from walkaway.core.redirect.reading import Label
from walkaway.core.redirect.soft_no import SoftNo
from walkaway.core.verdict.verdict import Move
from walkaway.words.en.amounts import short_day
from walkaway.words.en.moves import LEFT, WORDS
from walkaway.words.en.reason import reason
from walkaway.words.en.writing import LABELS
from walkaway.words.printable import printable
from walkaway.words.spoken import spoken

COLUMNS = ("Who", "Kind", "Card", "Last act", "Their share", "Their no", "Next date", "Next hour", "Close")
POOLED = "*"
FEW = "* few messages: mostly the common prior, drawn from all of one kind."
NOS = {Label.TIMING: "timing", Label.FIT: "fit", Label.PERSON: "person", Label.OTHER: "no"}
STOP = "no contact"
CLOSE = "yes"
THEIR_WORDS = "This reads like: {label}. {step}"
STOP_READ = (
    "They wrote that they want no more contact. Send nothing. If that is so, say it: "
    "walkaway review NAME --stop-contact. If you read it otherwise: --no-stop-contact"
)
_MOST_NAMES = 3
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class StatusLine:
    """One pursuit in a table: every cell in words, in the order of COLUMNS; and the reason of its card."""

    cells: tuple[str, ...]
    reason: str

    @property
    def name(self) -> str:
        return self.cells[0]


def status_line(one: Reviewed, row: Row) -> StatusLine:
    """One pursuit: the word, the last act, the share, their no, the next date, the next hour, and whether to close."""
    kind = "" if one.pursuit.answers.kind is None else one.pursuit.answers.kind.value
    name = printable(one.pursuit.name, _LONGEST)
    rest = ("",) * (len(COLUMNS) - 3)
    review = None if isinstance(one.found, WalkawayError) else one.found
    gone = spoken("en").leaving.status_line(one.pursuit, review)
    if isinstance(one.found, WalkawayError):
        return StatusLine((name, kind, "?" if gone is None else LEFT, *rest), gone or str(one.found))
    if one.found.verdict.move is Move.SUPPORT:
        return StatusLine((name, kind, WORDS[Move.SUPPORT], *rest), reason(one.found))
    cells = (
        name,
        kind,
        WORDS[one.found.verdict.move] if gone is None else LEFT,
        last(one.found),
        share(row),
        "" if row.no is None and not row.stopped else no(row),
        "" if row.on is None or gone is not None else short_day(row.on),
        ""
        if row.hour is None or row.unit is None
        else spoken("en").positions.amount(row.hour, row.unit).removesuffix(" points"),
        CLOSE if row.close else "",
    )
    return StatusLine(cells, gone or reason(one.found))


def last(found: Review) -> str:
    """Whose the last act was, and when."""
    if found.last_side is None:
        return ""
    return f"{'you' if found.last_side is Side.YOU else 'they'}, {short_day(found.last.local)}"


def share(row: Row) -> str:
    """Their share with its interval; marked where it rests mostly on the others."""
    found = row.share
    if found is None:
        return ""
    return f"{found.share:.0f} ({found.low:.0f}-{found.high:.0f}){POOLED if found.mostly_common else ''}"


def no(row: Row) -> str:
    """What sort of no it is, in a word."""
    if row.stopped:
        return STOP
    return "" if row.no is None or row.no.reading.label is None else NOS[row.no.reading.label]


def about_no(found: SoftNo) -> str:
    """What their no reads like, and what to do with it."""
    reading = found.reading
    if reading.stop is not None or reading.label is None:
        return STOP_READ
    return THEIR_WORDS.format(
        label=LABELS[reading.label], step=spoken("en").writing.next_step(ReadRefusal("", reading, "")) or ""
    )


def lines_beneath(table: Sequence[tuple[Reviewed, Row]]) -> tuple[str, ...]:
    """What a share rests on; the reason of each card, those of one reason together; and what to do with each no."""
    few = any(row.share is not None and row.share.mostly_common for _, row in table)
    said: dict[str, list[str]] = {}
    for one, row in table:
        line = status_line(one, row)
        said.setdefault(line.reason, []).append(line.name)
    for one, row in table:
        if row.no is not None:
            name = printable(one.pursuit.name, _LONGEST)
            said.setdefault(about_no(row.no).replace("NAME", f"{name!r}"), []).append(name)
    return (*((FEW,) if few else ()), *(f"{_named(names)}: {sentence}" for sentence, names in said.items()))


def _named(names: Sequence[str]) -> str:
    """The first names, and how many more."""
    if len(names) <= _MOST_NAMES:
        return ", ".join(names)
    return f"{', '.join(names[:_MOST_NAMES])} and {len(names) - _MOST_NAMES} more"
