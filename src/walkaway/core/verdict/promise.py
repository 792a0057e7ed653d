"""Rules a person made while calm, with time stamps, in; the rule in force, and what it asks now, out.

A rule says: if `standard` is missed `misses` times within `weeks` weeks, act. Tightening takes effect at once,
loosening only after a delay, so that a soft evening cannot undo a clear morning (precommitment: Ariely & Wertenbroch
2002). A change that is both is split: the tight half at once, the rest later. The newest edit replaces one that waits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Literal

import numpy as np

from walkaway.core.balance.contact import monday
from walkaway.core.events import HOUR, WEEK, Int64Array, Moment
from walkaway.core.standards.standard import Mark, WeekMarks

LOOSEN_AFTER = 72 * HOUR
"""A loosening waits this long (us) when nothing else was set. A convention, not a finding."""
SMALLER_IS_STRICTER = frozenset({"wait"})

Part = Literal["level", "misses", "weeks", "ask_first", "grace", "delay", "dropped"]
PARTS: tuple[Part, ...] = ("level", "misses", "weeks", "ask_first", "grace", "delay")


@dataclass(frozen=True, slots=True)
class Rule:
    """What the person will do, and in their `words` why.

    `level` is the least accepted of `standard` in its own unit (for `wait` the most, in hours). `misses` missed weeks
    within `weeks` weeks make the rule due. `ask_first`: once, before walking; then `grace` whole weeks are given.
    `delay` (us) is how long a loosening of this rule waits.
    """

    standard: str
    level: float
    misses: int
    weeks: int
    ask_first: bool
    grace: int
    words: str
    delay: int = LOOSEN_AFTER

    def __post_init__(self) -> None:
        if not 1 <= self.misses <= self.weeks:
            raise ValueError("a rule needs at least one miss, and no more misses than weeks")
        if not 0 < self.level < np.inf or self.grace < 0 or self.delay < 0:
            raise ValueError("a rule needs a level above 0, and a grace and a delay not below 0")


@dataclass(frozen=True, slots=True)
class Edit:
    """What the person saved, and when: the rule as it should be; None drops it."""

    at: Moment
    rule: Rule | None


@dataclass(frozen=True, slots=True)
class InForce:
    """The rule that holds; since when some rule on this standard has held; what waits to replace it, and from when.

    `waiting` is None both where nothing waits (`waits_until` None) and where a drop does.
    """

    rule: Rule
    since: Moment
    waiting: Rule | None = None
    waits_until: int | None = None


class Due(IntEnum):
    """What a rule asks now, mildest first."""

    QUIET = 0
    HOLD = 1
    ASK = 2
    WALK = 3


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule with what it asks, and the missed weeks it rests on (their Mondays, local us)."""

    rule: Rule
    due: Due
    missed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lowered:
    """One part of a rule that was loosened, and from when it held: what it was and what it became.

    `by` is the share of the old level given up (0 for the other parts, 1 for a rule that was dropped).
    """

    at: int
    standard: str
    part: Part
    before: float
    after: float
    by: float


@dataclass(frozen=True, slots=True)
class Slide:
    """How a rule on one standard fared: lowered so many `times`, `taken_back` so often while a loosening waited.

    `highest` is the strictest level it ever had, `kept` the share of it that still holds: 1 all, 0 dropped.
    """

    standard: str
    times: int
    taken_back: int
    highest: float
    kept: float


def at_least_as_tight(one: Rule | None, other: Rule | None) -> bool:
    """Whether `one` fires wherever `other` does, and gives way no sooner. No rule is looser than any."""
    if one is None or other is None:
        return other is None
    return all(a >= b for a, b in zip(_tightness(one), _tightness(other), strict=True))


def tightest(one: Rule | None, other: Rule | None) -> Rule | None:
    """The rule that takes each part from whichever is tighter there; the words of the one it equals, else the new."""
    if one is None or other is None:
        return one or other
    if one.standard != other.standard:
        raise ValueError("two rules on one standard can be compared, no others")
    if at_least_as_tight(one, other) and not at_least_as_tight(other, one):
        return one
    return replace(
        other,
        level=(min if _smaller_is_stricter(one) else max)(one.level, other.level),
        misses=min(one.misses, other.misses),
        weeks=max(one.weeks, other.weeks),
        ask_first=one.ask_first and other.ask_first,
        grace=min(one.grace, other.grace),
        delay=max(one.delay, other.delay),
    )


def in_force(edits: Sequence[Edit], now: int) -> InForce | None:
    """The rule that holds at `now` (us UTC) after these edits on one standard, oldest first. None: there is none."""
    current: InForce | None = None
    for step in _steps(edits, now):
        if step.at > now:
            return current if current is None else replace(current, waiting=step.rule, waits_until=step.at)
        current = None if step.rule is None else InForce(step.rule, step.saved if current is None else current.since)
    return current


def due(held: InForce, marks: WeekMarks, now: Moment, asked: Moment | None = None) -> Fired:
    """What the rule asks, from the marks of its standard in complete weeks that began since it was made.

    `asked` is the last ask about it that still counts. Of the last `weeks` weeks, those with nothing to see, and those
    partly met, are not missed.
    """
    rule = held.rule
    this_week = int(monday(np.array([now.local]))[0])
    counted = (marks.monday >= max(held.since.local, this_week - rule.weeks * WEEK)) & (marks.monday < this_week)
    missed = marks.monday[counted & (marks.mark == Mark.MISSED)]
    return Fired(rule, _due(rule, missed, asked), tuple(missed.tolist()))


def fired(
    book: Mapping[str, Sequence[Edit]],
    marks: Mapping[str, WeekMarks],
    now: Moment,
    asked: Mapping[str, Moment] | None = None,
) -> tuple[Fired, ...]:
    """The rules that ask for something now, strictest first. `book` holds the edits, `marks` the weeks by standard."""
    found = []
    for standard, edits in book.items():
        held = in_force(edits, now.at)
        if held is not None and standard in marks:
            found.append(due(held, marks[standard], now, (asked or {}).get(standard)))
    return tuple(sorted((f for f in found if f.due > Due.QUIET), key=lambda f: (-f.due, f.rule.standard)))


def lowerings(edits: Sequence[Edit], now: int) -> tuple[Lowered, ...]:
    """Every part of the rule on one standard that was loosened and came to hold by `now`, oldest first."""
    found: list[Lowered] = []
    held: Rule | None = None
    for step in _steps(edits, now):
        if step.at > now:
            break
        if held is not None and not at_least_as_tight(step.rule, held):
            found.extend(_loosened(step.at, held, step.rule))
        held = step.rule
    return tuple(found)


def slide(edits: Sequence[Edit], now: int) -> Slide | None:
    """How often and how far the person went below their own rule on one standard. None before there was one."""
    held = [step.rule for step in _steps(edits, now) if step.at <= now]
    rules = [rule for rule in held if rule is not None]
    if not rules:
        return None
    lowered = lowerings(edits, now)
    strictest = max(rules, key=lambda rule: _tightness(rule)[0])
    kept = 0.0 if held[-1] is None else 1 - _given_up(strictest, held[-1])
    return Slide(rules[0].standard, len({one.at for one in lowered}), _taken_back(edits, now), strictest.level, kept)


# --- what follows from a list of edits --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Step:
    """From `at` (us UTC) on, `rule` holds; it was saved at `saved`, or what it loosens was."""

    at: int
    rule: Rule | None
    saved: Moment


def _steps(edits: Sequence[Edit], now: int) -> list[_Step]:
    """The rule over time, from the edits saved by `now`; the last step may still lie ahead."""
    steps: list[_Step] = []
    last = None
    for edit in edits:
        if last is not None and edit.at.at < last:
            raise ValueError("edits are kept in the order in which they were saved")
        last = edit.at.at
        if last > now:
            continue
        waiting = steps.pop() if steps and steps[-1].at > last else None
        held = steps[-1].rule if steps else None
        at_once = tightest(held, edit.rule)
        steps.append(_Step(last, at_once, edit.at))
        if at_once is not None and not at_least_as_tight(edit.rule, at_once):
            # Asking for no more than already waits does not start the clock again.
            asked = edit.at
            if waiting is not None and at_least_as_tight(edit.rule, waiting.rule):
                asked = waiting.saved
            steps.append(_Step(asked.at + at_once.delay, edit.rule, asked))
    return steps


def _taken_back(edits: Sequence[Edit], now: int) -> int:
    """Loosenings that were saved and withdrawn while they waited: the delay did its work."""
    count = 0
    for k, edit in enumerate(edits):
        held = in_force(edits[:k], edit.at.at)
        if edit.at.at <= now and held is not None and held.waits_until is not None:
            count += at_least_as_tight(edit.rule, held.rule)
    return count


def _due(rule: Rule, missed: Int64Array, asked: Moment | None) -> Due:
    if len(missed) < rule.misses:
        return Due.QUIET
    if not rule.ask_first:
        return Due.WALK
    if asked is None:
        return Due.ASK
    return Due.WALK if (missed >= asked.local + rule.grace * WEEK).any() else Due.HOLD


def _smaller_is_stricter(rule: Rule) -> bool:
    return rule.standard in SMALLER_IS_STRICTER


def _tightness(rule: Rule) -> tuple[float, ...]:
    """The parts of the rule in the order of `PARTS`, each larger where it is tighter."""
    level = -rule.level if _smaller_is_stricter(rule) else rule.level
    return (level, -rule.misses, rule.weeks, not rule.ask_first, -rule.grace, rule.delay)


def _loosened(at: int, before: Rule, after: Rule | None) -> Iterator[Lowered]:
    if after is None:
        yield Lowered(at, before.standard, "dropped", 1.0, 0.0, 1.0)
        return
    for part, was, became in zip(PARTS, _tightness(before), _tightness(after), strict=True):
        if became < was:
            given_up = _given_up(before, after) if part == "level" else 0.0
            yield Lowered(at, before.standard, part, getattr(before, part), getattr(after, part), given_up)


def _given_up(before: Rule, after: Rule) -> float:
    """The share of the level given up; half as often and twice as long a wait are both one half."""
    ratio = before.level / after.level if _smaller_is_stricter(before) else after.level / before.level
    return 1 - ratio
