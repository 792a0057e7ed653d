"""Where a leaving stands and a language's sentences in; what a person reads about it, part by part, out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from walkaway.app.leave import Closing, Leaving
from walkaway.app.left import Gone, Left
from walkaway.app.pursuit import Pursuit
from walkaway.app.review import Review
from walkaway.app.welcome_back import Back
from walkaway.core.comeback.after import Since
from walkaway.core.comeback.forecast import Outlook, Range
from walkaway.core.comeback.welcome import MET, Effort
from walkaway.core.leaving.silence import HeldMessage
from walkaway.core.standards.standard import Mark
from walkaway.core.verdict.states import NOTHING
from walkaway.words.printable import printable
from walkaway.words.told import positions
from walkaway.words.told.farewells import clock_text, farewell_text
from walkaway.words.told.standards import named

LONGEST = 300
SEEN_AS_MORE = 1.05
"""So much more than before can be seen in the numbers that stand beneath."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
Part = tuple[str, tuple[str, ...]]


def word(found: Leaving, *, of: Any) -> str | None:
    """Welcome back, not yet or keep walking; None while there is nothing to answer."""
    return None if found.back is None else of.WELCOME[found.back.welcome.answer]


def to_send(found: Leaving, *, of: Any) -> str | None:
    """The farewell, on the day of leaving, where one may be sent."""
    return None if found.farewell is None else farewell_text(found.farewell, of=of)


def parts(found: Leaving, *, of: Any) -> tuple[Part, ...]:
    """Everything there is to say, under headings; empty parts left out."""
    if found.state == "support":
        return ((of.SUPPORT_REASON, of.SUPPORT),)
    silent = () if found.since or found.farewell else (of.NOBODY_WROTE,)
    told = {
        "now": now_lines(found, of=of),
        "clock": clock_lines(found, of=of),
        "acts": act_lines(found.since, of=of),
        "odds": () if found.outlook is None else (*silent, *odds_lines(found.outlook, of=of)),
        "back": () if found.back is None else back_lines(found.back, found, of=of),
        "closed": () if found.closing is None else closing_lines(found.closing, found.pursuit, of=of),
    }
    return tuple((of.HEADINGS[name], lines) for name, lines in told.items() if lines)


def now_lines(found: Leaving, *, of: Any) -> tuple[str, ...]:
    """What comes first: the wish to be let alone, the open question, or what to send."""
    if found.state == "stop_contact":
        words = (
            () if found.stop is None else (of.STOPPED_SAID.format(words=printable(found.stop, LONGEST).rstrip(".")),)
        )
        return (of.STOPPED, *words)
    if found.state == "unanswered":
        return (of.FIRST.format(question=of.SAFETY),)
    send = to_send(found, of=of)
    return () if send is None else (of.TO_SEND, of.QUOTED.format(send=send))


# --- the clock, and what was written to nobody ------------------------------------------------------------------------


def clock_lines(found: Leaving, *, of: Any) -> tuple[str, ...]:
    """The day, the door, the clock, and what was written to nobody."""
    return (*left_lines(found, of=of), *unsent_lines(found, of=of))


def left_lines(found: Leaving, *, of: Any) -> tuple[str, ...]:
    """The day, the door, the clock, and how far the messages go that it is counted from."""
    left = found.pursuit.left
    if left is None or left.on is None:
        return (of.NOT_LEFT,)
    lines = [of.LEFT.format(day=of.day(left.on))]
    if found.state == "open":
        lines.append(_door(found.look_again, found.as_of.local, of))
    lines.append(of.NO_CHAT if found.clock is None else clock_text(found.clock, of=of))
    if found.seen_to is not None:
        lines.append(of.SEEN_TO.format(day=of.day(found.seen_to.local)))
    return tuple(lines)


def unsent_lines(found: Leaving, *, of: Any) -> tuple[str, ...]:
    """Letters and urges, counted; and, where it may be sent at all, how long a message still waits."""
    left, shift, lines = found.pursuit.left or Left(), found.as_of.local - found.as_of.at, []
    if left.letters:
        lines.append(of.LETTERS.format(n=of.count(len(left.letters), *of.LETTER)))
    if left.urges:
        last = left.urges[-1]
        n = of.number(len(left.urges))
        lines.append(of.URGES.format(n=n, strength=last.strength, day=of.day(last.at + shift)))
        if last.before:
            lines.append(of.URGE_BEFORE.format(before=printable(last.before, LONGEST).rstrip(".")))
    if found.state == "open":
        lines += [held_line(one, found, of=of) for one in left.held]
    return tuple(lines)


def held_line(message: HeldMessage, found: Leaving, *, of: Any) -> str:
    """Until when a message waits, or that it has waited long enough."""
    wait, shift = message.waiting(found.as_of.at), found.as_of.local - found.as_of.at
    if wait.free:
        return str(of.HELD_LONG_ENOUGH)
    free = wait.free_at + shift
    return str(of.HELD.format(day=of.day(free), time=f"{_EPOCH + timedelta(microseconds=free):%H:%M}"))


def _door(until: int | None, now: int, of: Any) -> str:
    if until is None:
        return str(of.CLOSED_DOOR)
    return str(of.DATED_DOOR.format(day=of.day(until)) if now < until else of.DOOR_IS_HERE)


def status_line(pursuit: Pursuit, found: Review | None, *, of: Any) -> str | None:
    """A pursuit that was left, in one line with its clock. None where it was not, or nothing may be shown."""
    left = pursuit.left
    if left is None or left.on is None or pursuit.answers.afraid in ("yes", "unsure"):
        return None
    kept = None if found is None else found.kept_days
    clock = "" if kept is None else f" {clock_text(kept, of=of)}"
    return f"{of.LEFT.format(day=of.day(left.on))}{clock}"


def gone_line(found: Gone, *, of: Any) -> str:
    """You left on DAY, and when you look again: what a card says instead of a reason."""
    said = str(of.LEFT.format(day=of.day(found.on)))
    if found.closed is not None:
        return f"{said} {of.CLOSED.format(day=of.day(found.closed))}"
    doors = {
        "closed": of.CLOSED_DOOR,
        "dated": of.DATED_DOOR.format(day=of.day(found.until or 0)),
        "here": of.DOOR_IS_HERE,
    }
    return f"{said} {doors[found.door]}"


# --- what they did, and what they may do ------------------------------------------------------------------------------


def odds_lines(found: Outlook, *, of: Any) -> tuple[str, ...]:
    """The chance at each horizon as a range, beside how often it happened in silences like this one."""
    if found.status == "too_little":
        return (of.TOO_LITTLE,)
    if found.status == "not_late":
        return (of.NOT_LATE,)
    return (*(odds(one, of=of) for one in found.ranges), of.ODDS_NOTE)


def odds(found: Range, *, of: Any) -> str:
    """Within 30 days they write first: roughly 2 to 4 in 10."""
    _, in_ten, like = odds_cells(found, of=of)
    usual = of.USUAL.format(usual=like) if like else ""
    return str(of.ODDS.format(days=of.number(found.days), range=in_ten, usual=usual))


def odds_cells(found: Range, *, of: Any) -> tuple[str, str, str]:
    """The same under ODDS_COLUMNS."""
    low, high = found.in_ten
    like = "" if found.usual is None else of.ABOUT_IN_TEN.format(n=round(10 * found.usual))
    return of.DAYS.format(days=of.number(found.days)), of.IN_TEN.format(low=low, high=high), like


def act_lines(since: tuple[Since, ...], *, of: Any) -> tuple[str, ...]:
    """What was done since, in order."""
    return tuple(of.ACTS[one.what].format(day=of.day(one.local)) for one in since)


# --- are they back ----------------------------------------------------------------------------------------------------


def back_lines(found: Back, leaving: Leaving, *, of: Any) -> tuple[str, ...]:
    """The answer, why, what to do, and each of your terms."""
    kind, (because, *following) = leaving.pursuit.answers.kind, reasons(found, of=of)
    terms = [term_line(effort, named(effort.term.name, kind, of=of), of=of) for effort in found.efforts]
    first = f"{of.WELCOME[found.welcome.answer]}. {because}"
    return (first, *following, next_line(found, of=of), *terms, *terms_note(found, of=of))


def reasons(found: Back, *, of: Any) -> tuple[str, ...]:
    """Why this answer; the first decided."""
    told = tuple(of.REASONS[reason].format(weeks=found.welcome.weeks) for reason in found.welcome.because)
    return (*told, of.MORE_THAN_BEFORE) if found.welcome.answer == "welcome_back" and _more(found) else told


def _more(found: Back) -> bool:
    """Whether they do more than before you left: on one term at least by what can be seen, and less on none."""
    before = found.welcome.against_before
    return max(before) > SEEN_AS_MORE and min(before) * SEEN_AS_MORE > 1.0


def next_line(found: Back, *, of: Any) -> str:
    """What to do with the answer."""
    return str(of.NEXT[found.welcome.answer])


def terms_note(found: Back, *, of: Any) -> tuple[str, ...]:
    """Where the terms come from, if not from you."""
    return () if found.stated else (of.USUAL_TERMS,)


class TermCells(NamedTuple):
    """One of your terms: what you ask for, what was before, what is now, and in how many weeks that was met."""

    name: str
    least: str
    before: str
    since: str
    weeks: str


def term_cells(effort: Effort, name: str, *, of: Any) -> TermCells:
    """One of your terms under TERM_COLUMNS."""
    term, shown, marks = effort.term, effort.since[effort.since == effort.since], effort.marks
    return TermCells(
        name.rstrip("."),
        _amount(term.name, term.least, of),
        _amount(term.name, effort.before_leaving, of),
        _amount(term.name, float(shown.mean()), of) if len(shown) else of.NOTHING_SEEN,
        of.WEEKS_MET.format(met=int((marks == MET).sum()), shown=int((marks != NOTHING).sum())),
    )


def week_marks(effort: Effort, *, of: Any) -> tuple[tuple[str, str], ...]:
    """Each week since they are back against one of your terms: a letter, and what it means."""
    return tuple(of.MARKS[Mark(mark)] for mark in effort.marks.tolist())


def term_line(effort: Effort, name: str, *, of: Any) -> str:
    """One of your terms, as a sentence."""
    cells = term_cells(effort, name, of=of)
    must = of.MUST if effort.term.must_have else ""
    said = of.TERM.format(name=cells.name, least=cells.least, before=cells.before, since=cells.since, must=must)
    return str(said)


def _amount(name: str, value: float, of: Any) -> str:
    if name != "wait":
        return str(of.amount_of(name, value))
    return str(of.NO_ANSWER if value <= 0 else of.WITHIN.format(wait=of.amount_of(name, 1 / value)))


def closing_lines(found: Closing, pursuit: Pursuit, *, of: Any) -> tuple[str, ...]:
    """What was learned, the hours that are free, and what moves up."""
    left, unit = pursuit.left, pursuit.week.unit
    assert left is not None
    assert left.closed is not None
    learned = [of.LEARNED.format(line=printable(line, LONGEST)) for line in left.learned]
    up = [
        of.MOVED_UP.format(
            name=printable(p.option.name, LONGEST),
            worth=positions.amount(p.option.worth.expected, unit, of=of),
            chance=of.chance(p.option.chance),
        )
        for p in found.options[:1]
    ]
    hours = of.count(round(found.hours), *of.HOUR)
    free = of.FREED.format(hours=hours, guess=of.GUESSED if found.assumed else "")
    return (of.CLOSED.format(day=of.day(left.closed)), *learned, free, *(up or [of.NOTHING_ELSE]))
