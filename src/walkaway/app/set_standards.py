"""What a person says of their standards in; the pursuit with it, out. Nothing is lowered here without a trace.

Ratings are added, never changed. A promise is an edit that is kept for good: tightening holds at once, loosening waits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from walkaway.app.errors import UsageError
from walkaway.app.pursuit import LEAST_RATING, OwnStandard, Pursuit, example
from walkaway.core.events import Moment
from walkaway.core.standards.by_hand import Rating
from walkaway.core.standards.commitment import LADDERS, Standing
from walkaway.core.standards.standard import COUNTED, PursuitKind
from walkaway.core.verdict.promise import Edit, Rule

HIGHEST = 10.0
MOST_WEEKLY = 1000.0


@dataclass(frozen=True, slots=True)
class Promise:
    """A rule as said: the level in the unit of its standard, `misses` missed weeks `within` so many, then what."""

    standard: str
    level: float | None
    misses: int = 2
    within: int = 4
    ask_first: bool = True
    grace: int = 2
    words: str = ""


def add(pursuit: Pursuit, name: str, target: float | None = None, *, must_have: bool | None = None) -> Pursuit:
    """Add a standard, or change the one of this name: an example of the kind, one that is counted, or own words."""
    old = _find(pursuit, name)
    if old is None and pursuit.answers.kind is None and name not in COUNTED and _example_of_any(name):
        raise UsageError(f"What {name} means depends on the kind of pursuit. Say it first, with --kind.")
    new = old or example(pursuit.answers.kind, name) or _plain(name, target)
    if target is not None:
        new = replace(new, target=_fits(new, target))
    if must_have is not None:
        new = replace(new, must_have=must_have)
    if old is not None:
        return replace(pursuit, standards=tuple(new if s is old else s for s in pursuit.standards))
    same = next((s for s in pursuit.standards if new.evidence is not None and s.evidence == new.evidence), None)
    if same is not None:
        raise UsageError(f"{same.name} counts the same as {name}. Change or drop that one first.")
    return replace(pursuit, standards=(*pursuit.standards, new))


def drop(pursuit: Pursuit, name: str) -> Pursuit:
    """Take a standard off the list."""
    gone = standard(pursuit, name)
    return replace(pursuit, standards=tuple(s for s in pursuit.standards if s is not gone))


def rate(pursuit: Pursuit, name: str, score: float, on: int) -> Pursuit:
    """How true a standard was in the four weeks before `on`, from 0 to 10. Adds it from the examples where needed."""
    if not 0 <= score <= HIGHEST:
        raise UsageError("A rating is a number from 0 (not at all) to 10 (fully).")
    if _find(pursuit, name) is None and example(pursuit.answers.kind, name) is not None:
        pursuit = add(pursuit, name)
    own = standard(pursuit, name)
    if own.evidence is not None:
        raise UsageError(f"{name} is counted from the messages, so it needs no rating.")
    ratings = tuple(sorted((*(r for r in own.ratings if r.on != on), Rating(on, score)), key=lambda r: r.on))
    rated = replace(own, ratings=ratings)
    return replace(pursuit, standards=tuple(rated if s is own else s for s in pursuit.standards))


def weigh(pursuit: Pursuit, points: Mapping[str, float]) -> Pursuit:
    """Swing points: the most important swing from worst to best gets 100, the others what they are worth beside it."""
    for name, value in points.items():
        own = standard(pursuit, name)
        if not value > 0:
            raise UsageError(f"The points of {name} must be above 0. Drop it if it does not count.")
        changed = replace(own, points=value)
        pursuit = replace(pursuit, standards=tuple(changed if s is own else s for s in pursuit.standards))
    return pursuit


def order(pursuit: Pursuit, names: Sequence[str]) -> Pursuit:
    """Most important first; those not named follow as they were. A ranking takes the place of points."""
    first = [standard(pursuit, name) for name in dict.fromkeys(names)]
    rest = [s for s in pursuit.standards if s not in first]
    return replace(pursuit, standards=tuple(replace(s, points=None) for s in (*first, *rest)))


def promised(pursuit: Pursuit, name: str) -> Promise:
    """The rule about a standard that was kept last, so that who changes one thing of it need not say all again."""
    own = _find(pursuit, name)
    edits = pursuit.promises.get((own.evidence or own.name) if own is not None else name, ())
    rule = edits[-1].rule if edits else None
    if rule is None:
        return Promise(name, None)
    return Promise(name, None, rule.misses, rule.weeks, rule.ask_first, rule.grace)


def promise(pursuit: Pursuit, said: Promise, now: Moment) -> Pursuit:
    """Keep a rule, or drop it (level None). Every edit stays; which one holds follows from all of them."""
    own = _find(pursuit, said.standard)
    name = (own.evidence or own.name) if own is not None else said.standard
    if own is None and name not in COUNTED:
        raise UsageError(f"There is no standard called {name!r} to make a rule about. Add it first.")
    edits = pursuit.promises.get(name, ())
    if said.level is None:
        if not edits:
            raise UsageError(f"There is no rule about {name!r} to drop.")
        rule = None
    else:
        level = _fits(own or _plain(name, said.level), said.level)
        before = next((e.rule.words for e in reversed(edits) if e.rule is not None and e.rule.words.strip()), "")
        words = said.words if said.words.strip() else before  # a new number takes nobody's own words away
        try:
            rule = Rule(name, level, said.misses, said.within, said.ask_first, said.grace, words)
        except ValueError as wrong:
            raise UsageError(f"{str(wrong).capitalize()}.") from None
    return replace(pursuit, promises={**pursuit.promises, name: (*edits, Edit(now, rule))})


def stand(pursuit: Pursuit, *, you: Mapping[str, str | None], them: Mapping[str, str | None]) -> Pursuit:
    """What each side has said and done, as rungs of the kind (`said`, `done`); None leaves it as it was."""
    kind = pursuit.answers.kind
    if kind is None:
        raise UsageError("Say first what kind of pursuit this is, with --kind.")
    for rung in (*you.values(), *them.values()):
        if rung is not None and rung not in LADDERS[kind]:
            raise UsageError(f"{rung!r} is no step here. There is: {', '.join(LADDERS[kind])}.")

    def moved(old: Standing, said: Mapping[str, str | None]) -> Standing:
        return Standing(said.get("said") or old.said, said.get("done") or old.done)

    return replace(pursuit, you=moved(pursuit.you, you), them=moved(pursuit.them, them))


def standard(pursuit: Pursuit, name: str) -> OwnStandard:
    """The standard of this name. Raises UsageError with those there are."""
    found = _find(pursuit, name)
    if found is None:
        there = ", ".join(s.name for s in pursuit.standards) or "none yet"
        raise UsageError(f"You have no standard called {name!r}. There is: {there}.")
    return found


def _find(pursuit: Pursuit, name: str) -> OwnStandard | None:
    wanted = name.strip().casefold()
    return next((s for s in pursuit.standards if wanted in (s.name.casefold(), s.evidence)), None)


def _example_of_any(name: str) -> bool:
    return any(example(kind, name) is not None for kind in PursuitKind)


def _plain(name: str, target: float | None) -> OwnStandard:
    if name in COUNTED:
        if target is None:
            raise UsageError(f"Say how much of {name} you need, like {name}=2.")
        return OwnStandard(name, evidence=name, target=target)
    if not name.strip() or name.strip().endswith("="):
        raise UsageError("Give a name, and a number after the = if you want one, like answers=80.")
    return OwnStandard(name.strip(), target=LEAST_RATING if target is None else target)


def _fits(own: OwnStandard, target: float) -> float:
    """The target in the unit of its standard; shares are said in percent."""
    most = {None: HIGHEST, "replies": 100.0, "active_days": 7.0}.get(own.evidence, MOST_WEEKLY)
    if not 0 < target <= most:
        raise UsageError(f"For {own.name} give a number above 0 and up to {most:g}.")
    return target / 100.0 if own.evidence == "replies" else target
