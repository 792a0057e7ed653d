"""Where a leaving stands in; what a person reads about it, part by part, out. Acts and days only."""

from __future__ import annotations

from typing import NamedTuple

from walkaway.app.leave import Closing, Leaving
from walkaway.app.left import Gone, Left
from walkaway.app.pursuit import Pursuit
from walkaway.app.review import Review
from walkaway.app.welcome_back import Back
from walkaway.core.comeback.after import ActKind, Since
from walkaway.core.comeback.forecast import Outlook, Range
from walkaway.core.comeback.welcome import MET, Answer, Effort, Reason
from walkaway.core.leaving.silence import HeldMessage
from walkaway.core.standards.standard import Mark
from walkaway.core.verdict.states import NOTHING
from walkaway.words.en import doors, moves, positions, support
from walkaway.words.en.amounts import count, day, wall_clock
from walkaway.words.en.farewells import clock_text, farewell_text
from walkaway.words.en.measures import MARKS, amount_of
from walkaway.words.en.money import chance
from walkaway.words.en.standards import named
from walkaway.words.printable import printable

Part = tuple[str, tuple[str, ...]]

WORD = moves.LEFT
STOPPED = "They asked for no more contact. Send nothing, not even a last word."
STOPPED_SAID = "Their words were: “{words}”."
FIRST = "Answer this first: “{question}” Use --afraid yes, no or unsure. Your answer stays on this machine."
TO_SEND = "To send, once, as it is. Then nothing more:"
LEFT = "You left on {day}."
NOT_LEFT = "You have not left. To leave today: walkaway leave NAME."
CLOSED_DOOR = "The door is closed."
DATED_DOOR = "You look again on {day}."
DOOR_IS_HERE = "The day you chose to look again has come. Nothing has to be sent."
SEEN_TO = "Counted from the messages handed over. The last is of {day}. To count on, hand over a new export."
NO_CHAT = "There is no chat here to count days from. Hand one over, and the clock runs by itself."
LETTERS = "Kept here, not sent: {n}."
URGES = "Urges noted: {n}. The last one was {strength} of 5, on {day}."
URGE_BEFORE = "Before it: {before}."
HELD = "A message waits here until {day}, {time}. Then read it once more before you send it."
HELD_LONG_ENOUGH = "A message has waited long enough. Read it once more. You may still let it go."
HELD_SENT = "If you send it, that day is not a kept one. It is one day, and the others still count."

ODDS = "Within {days} days they write first: roughly {range}.{usual}"
ODDS_COLUMNS = ("Within", "They write first", "In a like silence")
DAYS = "{days} days"
USUAL = " Of people in a like silence, {usual} did."
ODDS_NOTE = "This is what was seen with others, if you stay silent. It is no reason to wait."
TOO_LITTLE = "There is too little here to say whether they will write."
NOT_LATE = "It is too early to say whether they will write. Such a gap is usual for you two."
NOBODY_WROTE = "They have not written since."

ACTS: dict[ActKind, str] = {
    "first_word": "{day}: they wrote first.",
    "again_unanswered": "{day}: they wrote again before you did.",
    "asked": "{day}: they asked you something.",
    "answered": "{day}: they answered you.",
    "took_up": "{day}: they wrote first on one more day.",
    "kept_writing": "{day}: they had written first three weeks in a row.",
    "quiet_again": "{day}: by then they were quiet again.",
    "you_wrote": "{day}: you wrote.",
}

WELCOME: dict[Answer, str] = {
    "welcome_back": "Welcome back",
    "not_yet": "Not yet",
    "keep_walking": "Keep walking",
}
REASONS: dict[Reason, str] = {
    "must_have_missed": "A must-have was missed since they are back.",
    "no_more_than_before": "They do no more than before you left.",
    "less_than_asked": "They do less than you asked for in too many weeks.",
    "stopped_again": "They stopped again: the last three weeks were missed.",
    "too_few_weeks": "Four weeks must have shown something. So far it is {weeks}.",
    "belief_low": "The weeks before you left still weigh more than those since.",
    "met_for_weeks": "They met your terms for weeks, and do more than before.",
}
NEXT: dict[Answer, str] = {
    "welcome_back": "If you want to, let them back in. Your terms stay as they are.",
    "not_yet": "Go on as you are, and look again in a week. Words are not weeks.",
    "keep_walking": "Let it be. You do not owe an answer.",
}
TERM_COLUMNS = ("Your terms", "You ask for", "Before you left", "Since", "Weeks met")
WEEKS_MET = "{met} of {shown}"
TERM = "{name}: you ask for {least}. Before you left: {before}. Since: {since}.{must}"
MUST = " A must-have."
USUAL_TERMS = "These are common standards. Set your own: walkaway standard NAME --add."
NOTHING_SEEN = "nothing to see yet"

CLOSED = "You closed this on {day}."
LEARNED = "You learned: {line}"
FREED = "It sets {hours} a week free.{guess}"
GUESSED = " That is a guess: say how many with walkaway option NAME --week-hours."
MOVED_UP = "{name} moves up: about {worth} a week, {chance}."
NOTHING_ELSE = "There is nothing else on your list yet. What would you like to do with the time?"
LONGEST = 300

HEADINGS = {
    "now": "Now",
    "clock": "Since you left",
    "odds": "Will they write first?",
    "acts": "What they did since",
    "back": "Are they really back?",
    "closed": "What it leaves you",
}
STRIP_COLUMNS = ("From", "To", "Days", "What")
KEPT, WROTE, TODAY = "kept", "you wrote", "today"
STRIP_CUT = "The picture shows the last {days}."


def word(found: Leaving) -> str | None:
    """Welcome back, not yet or keep walking; None while there is nothing to answer."""
    return None if found.back is None else WELCOME[found.back.welcome.answer]


def to_send(found: Leaving) -> str | None:
    """The farewell, on the day of leaving, where one may be sent."""
    return None if found.farewell is None else farewell_text(found.farewell)


def parts(found: Leaving) -> tuple[Part, ...]:
    """Everything there is to say, under headings; empty parts left out."""
    if found.state == "support":
        return ((support.SUPPORT_REASON, support.SUPPORT),)
    silent = () if found.since or found.farewell else (NOBODY_WROTE,)
    told = {
        "now": now_lines(found),
        "clock": clock_lines(found),
        "acts": act_lines(found.since),
        "odds": () if found.outlook is None else (*silent, *odds_lines(found.outlook)),
        "back": () if found.back is None else back_lines(found.back, found),
        "closed": () if found.closing is None else closing_lines(found.closing, found.pursuit),
    }
    return tuple((HEADINGS[name], lines) for name, lines in told.items() if lines)


def now_lines(found: Leaving) -> tuple[str, ...]:
    """What comes first: the wish to be let alone, the open question, or what to send."""
    if found.state == "stop_contact":
        words = () if found.stop is None else (STOPPED_SAID.format(words=printable(found.stop, LONGEST)),)
        return (STOPPED, *words)
    if found.state == "unanswered":
        return (FIRST.format(question=doors.SAFETY),)
    send = to_send(found)
    return () if send is None else (TO_SEND, f"“{send}”")


def clock_lines(found: Leaving) -> tuple[str, ...]:
    """The day, the door, the clock, and what was written to nobody."""
    return (*left_lines(found), *unsent_lines(found))


def left_lines(found: Leaving) -> tuple[str, ...]:
    """The day, the door, the clock, and how far the messages go that it is counted from."""
    left = found.pursuit.left
    lines = []
    if left is None or left.on is None:
        lines.append(NOT_LEFT)
    else:
        lines.append(LEFT.format(day=day(left.on)))
        if found.state == "open":
            lines.append(_door(found.look_again, found.as_of.local))
        lines.append(NO_CHAT if found.clock is None else clock_text(found.clock))
        if found.seen_to is not None:
            lines.append(SEEN_TO.format(day=day(found.seen_to.local)))
    return tuple(lines)


def unsent_lines(found: Leaving) -> tuple[str, ...]:
    """Letters and urges, counted; and, where it may be sent at all, how long a message still waits."""
    left, shift, lines = found.pursuit.left or Left(), found.as_of.local - found.as_of.at, []
    if left.letters:
        lines.append(LETTERS.format(n=count(len(left.letters), "letter")))
    if left.urges:
        last = left.urges[-1]
        lines.append(URGES.format(n=len(left.urges), strength=last.strength, day=day(last.at + shift)))
        if last.before:
            lines.append(URGE_BEFORE.format(before=printable(last.before, LONGEST).rstrip(".")))
    if found.state == "open":
        lines += [held_line(one, found) for one in left.held]
    return tuple(lines)


def held_line(message: HeldMessage, found: Leaving) -> str:
    """Until when it waits, or that it has waited long enough."""
    wait, shift = message.waiting(found.as_of.at), found.as_of.local - found.as_of.at
    if wait.free:
        return HELD_LONG_ENOUGH
    free = wait.free_at + shift
    return HELD.format(day=day(free), time=f"{wall_clock(free):%H:%M}")


def _door(until: int | None, now: int) -> str:
    if until is None:
        return CLOSED_DOOR
    return DATED_DOOR.format(day=day(until)) if now < until else DOOR_IS_HERE


def gone_line(found: Gone) -> str:
    """You left on DAY, and when you look again: what a card says instead of a reason."""
    if found.closed is not None:
        return f"{LEFT.format(day=day(found.on))} {CLOSED.format(day=day(found.closed))}"
    doors_said = {"closed": CLOSED_DOOR, "dated": DATED_DOOR.format(day=day(found.until or 0)), "here": DOOR_IS_HERE}
    return f"{LEFT.format(day=day(found.on))} {doors_said[found.door]}"


def odds_lines(found: Outlook) -> tuple[str, ...]:
    """The chance at each horizon as a range, beside how often it happened in silences like this one."""
    if found.status == "too_little":
        return (TOO_LITTLE,)
    if found.status == "not_late":
        return (NOT_LATE,)
    return (*(odds(one) for one in found.ranges), ODDS_NOTE)


def odds(found: Range) -> str:
    """Within 30 days they write first: roughly 2 to 4 in 10."""
    _, in_ten, like = odds_cells(found)
    usual = USUAL.format(usual=like) if like else ""
    return ODDS.format(days=f"{found.days:.0f}", range=in_ten, usual=usual)


def odds_cells(found: Range) -> tuple[str, str, str]:
    """The same under ODDS_COLUMNS."""
    low, high = found.in_ten
    like = "" if found.usual is None else f"about {round(10 * found.usual)} in 10"
    return DAYS.format(days=f"{found.days:.0f}"), f"{low} to {high} in 10", like


def act_lines(since: tuple[Since, ...]) -> tuple[str, ...]:
    """What was done since, in order."""
    return tuple(ACTS[one.what].format(day=day(one.local)) for one in since)


def back_lines(found: Back, leaving: Leaving) -> tuple[str, ...]:
    """The answer, why, what to do, and each of your terms."""
    kind = leaving.pursuit.answers.kind
    terms = [term_line(effort, named(effort.term.name, kind)) for effort in found.efforts]
    word = WELCOME[found.welcome.answer]
    because, following = reasons(found)[0], reasons(found)[1:]
    return (f"{word}. {because}", *following, next_line(found), *terms, *terms_note(found))


def reasons(found: Back) -> tuple[str, ...]:
    """Why this answer; the first decided."""
    return tuple(REASONS[reason].format(weeks=found.welcome.weeks) for reason in found.welcome.because)


def next_line(found: Back) -> str:
    """What to do with the answer."""
    return NEXT[found.welcome.answer]


def terms_note(found: Back) -> tuple[str, ...]:
    """Where the terms come from, if not from you."""
    return () if found.stated else (USUAL_TERMS,)


class TermCells(NamedTuple):
    """One of your terms: what you ask for, what was before, what is now, and in how many weeks that was met."""

    name: str
    least: str
    before: str
    since: str
    weeks: str


def term_cells(effort: Effort, name: str) -> TermCells:
    """The same under TERM_COLUMNS."""
    of, shown, marks = effort.term, effort.since[effort.since == effort.since], effort.marks
    return TermCells(
        name.rstrip("."),
        _amount(of.name, of.least),
        _amount(of.name, effort.before_leaving),
        _amount(of.name, float(shown.mean())) if len(shown) else NOTHING_SEEN,
        WEEKS_MET.format(met=int((marks == MET).sum()), shown=int((marks != NOTHING).sum())),
    )


def week_marks(effort: Effort) -> tuple[tuple[str, str], ...]:
    """Each week since they are back against one of your terms: a letter, and what it means."""
    return tuple(MARKS[Mark(mark)] for mark in effort.marks.tolist())


def term_line(effort: Effort, name: str) -> str:
    """One of your terms, as a sentence."""
    of = term_cells(effort, name)
    must = MUST if effort.term.must_have else ""
    return TERM.format(name=of.name, least=of.least, before=of.before, since=of.since, must=must)


def _amount(name: str, value: float) -> str:
    if name != "wait":
        return amount_of(name, value)
    return "no answer" if value <= 0 else f"within {amount_of(name, 1 / value)}"


def closing_lines(found: Closing, pursuit: Pursuit) -> tuple[str, ...]:
    """What was learned, the hours that are free, and what moves up."""
    left = pursuit.left
    assert left is not None
    assert left.closed is not None
    learned = [LEARNED.format(line=printable(line, LONGEST)) for line in left.learned]
    unit = pursuit.week.unit
    up = [
        MOVED_UP.format(
            name=printable(p.option.name, positions.LONGEST),
            worth=positions.amount(p.option.worth.expected, unit),
            chance=chance(p.option.chance),
        )
        for p in found.options[:1]
    ]
    free = FREED.format(hours=count(round(found.hours), "hour"), guess=GUESSED if found.assumed else "")
    return (CLOSED.format(day=day(left.closed)), *learned, free, *(up or [NOTHING_ELSE]))


def status_line(pursuit: Pursuit, found: Review | None) -> str | None:
    """A pursuit that was left, in one line with its clock. None where it was not, or nothing may be shown."""
    left = pursuit.left
    if left is None or left.on is None or pursuit.answers.afraid in ("yes", "unsure"):
        return None
    clock = "" if found is None or found.kept_days is None else f" {clock_text(found.kept_days)}"
    return f"{LEFT.format(day=day(left.on))}{clock}"
