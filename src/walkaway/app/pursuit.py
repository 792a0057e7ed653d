"""A pursuit as the person keeps it: who it is, what they need, what else they have, what they promised themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from walkaway.app.answers import Answers
from walkaway.app.left import Left
from walkaway.app.own_talk import OwnTalk
from walkaway.app.recalled import Recalled
from walkaway.core.standards.by_hand import Rating
from walkaway.core.standards.commitment import Standing
from walkaway.core.standards.examples import EXAMPLES
from walkaway.core.standards.standard import Counted, PursuitKind
from walkaway.core.verdict.promise import Edit

if TYPE_CHECKING:
    from walkaway.core.leaving.draft import Dismissed
    from walkaway.core.redirect.reading import Confirmed

LEAST_RATING = 7.0
"""A standard rated by hand asks for this much of 10 when nothing else is said. A convention."""


@dataclass(frozen=True, slots=True)
class OwnStandard:
    """What the person needs.

    `name` is that of an example of the kind, or the person's own sentence. `evidence` says what in the messages shows
    it; None: rated by hand. `target` is in the unit of the evidence (`core.standards.Standard`), by hand from 0 to 10.
    `points` weigh it against the others (swing points); None: its place in the list does.
    """

    name: str
    must_have: bool = False
    evidence: Counted | None = None
    target: float = LEAST_RATING
    points: float | None = None
    ratings: tuple[Rating, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnOption:
    """Something else the person could have: what a week of it would be worth at worst, likely and at best.

    `chance` (0-1) that it comes through; finding out takes `hours`, `money` and `weeks`.
    """

    name: str
    worth: tuple[float, float, float]
    chance: float = 1.0
    hours: float = 0.0
    money: float = 0.0
    weeks: float = 0.0


@dataclass(frozen=True, slots=True)
class OwnWeek:
    """A week in the person's own unit (`unit`: points from 0 to 10, or money). None: not said.

    `good` with everything met, `weak` when they do less than they could; `costs` what it takes out of you, `free` what
    a week without it would bring you, `asking` what it costs you to ask once; `hours` it takes, `hour_pays` what an
    hour of yours earns in money, `income` what it pays you a week.
    """

    unit: str = "points"
    good: float | None = None
    weak: float | None = None
    costs: float | None = None
    free: float | None = None
    asking: float | None = None
    hours: float | None = None
    hour_pays: float | None = None
    income: float | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """An ask that was sent: on which local day (us), and about which standard, if one."""

    on: int
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Pursuit:
    """All that is kept of one pursuit beside its archives.

    `me`, `with_`, `order`, `tz` and `columns` answer what an archive may leave open. `only_mine`: the person's
    standards count alone, without those that messages are checked against anyway. `promises` holds the edits of the
    rule on each standard, oldest first; nothing in them is ever changed. `recalled` is gone by only while there is no
    archive. `dismissed`: what is not to be said of drafts to them.
    """

    name: str
    answers: Answers = field(default_factory=Answers)
    me: str | None = None
    with_: str | None = None
    order: str | None = None
    tz: str | None = None
    columns: str | None = None
    archives: tuple[str, ...] | None = None
    week: OwnWeek = field(default_factory=OwnWeek)
    standards: tuple[OwnStandard, ...] = ()
    only_mine: bool = False
    options: tuple[OwnOption, ...] = ()
    you: Standing = field(default_factory=lambda: Standing(None, None))
    them: Standing = field(default_factory=lambda: Standing(None, None))
    promises: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)
    asked: tuple[Asked, ...] = ()
    talk: OwnTalk | None = None
    left: Left | None = None
    recalled: Recalled | None = None
    dismissed: tuple[Dismissed, ...] = ()


@dataclass(frozen=True, slots=True)
class You:
    """What is true of the person over all pursuits.

    `hours` a week, and the share (0-1) set aside for their own life. `two` holds pairs of pursuits that looked like one
    person, and are two: that is not asked again. `columns` are what they said of the columns of tables, the newest
    first: it is asked once, and holds for every table with these columns. `dismissed`: what is not to be said of any
    draft. `confirmed`: what refusals were, the newest last.
    """

    hours: float | None = None
    own_life: float | None = None
    two: tuple[tuple[str, str], ...] = ()
    columns: tuple[str, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()


def both_said(before: You, since: You) -> You:
    """What was said before and since. Of one thing the newer counts; of lists all of it, the newer last."""
    said: dict[str, Any] = {}
    for each in fields(You):
        old, new = getattr(before, each.name), getattr(since, each.name)
        said[each.name] = tuple(dict.fromkeys((*old, *new))) if isinstance(old, tuple) else old if new is None else new
    return You(**said)


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, numbered where another of these is called so."""
    folded = {other.casefold() for other in taken}
    numbered = (name if k == 1 else f"{name} {k}" for k in range(1, len(folded) + 2))
    return next(free for free in numbered if free.casefold() not in folded)


def example(kind: PursuitKind | None, name: str) -> OwnStandard | None:
    """The example of this name, ready to be taken over. None: there is none of this kind."""
    found = next((e for e in EXAMPLES.get(kind, ()) if e.name == name), None) if kind is not None else None
    if found is None:
        return None
    target = LEAST_RATING if found.target is None else found.target
    return OwnStandard(name, found.must_have, found.evidence, target)
