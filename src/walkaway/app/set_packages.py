"""What a person says of issues, points and packages in; the talk with it, out. Raises UsageError."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from walkaway.app.errors import OpenQuestion, UsageError
from walkaway.app.issues import MOST_POINTS, OwnIssue, OwnPackage
from walkaway.app.own_talk import OwnTalk
from walkaway.core.offers.concession import By
from walkaway.core.offers.space import MOST

MOST_ISSUES = 12
_TWO_UNITS = "There are numbers of a talk over a price here. Start a new talk first."


def with_issue(talk: OwnTalk, issue: OwnIssue) -> OwnTalk:
    """An issue more, or the one of this name anew; points that it had stay, unless it brings its own."""
    if talk.said or (not talk.issues and (talk.came or talk.fallback is not None)):
        raise UsageError(_TWO_UNITS)
    if len(issue.values) < 2 or len({value.casefold() for value in issue.values}) < len(issue.values):
        raise UsageError(f"{issue.name} needs two or more different values, the worst for you first.")
    if len(issue.scores) != len(issue.values) or not all(map(math.isfinite, issue.scores)):
        raise UsageError(f"{issue.name} needs a score for each value.")
    if len(set(issue.scores)) == 1:
        raise UsageError(f"All values of {issue.name} are worth the same to you, so there is nothing to settle.")
    old = _named(talk.issues, issue.name)
    if old is not None:
        gone = {o.choice.get(old.name) for o in talk.packages} - {*issue.values, None}
        if gone:
            raise UsageError(f"{old.name} was offered at {', '.join(sorted(map(str, gone)))}. Keep that value.")
        issue = replace(issue, name=old.name, points=old.points if issue.points is None else issue.points)
    issues = tuple(issue if i is old else i for i in talk.issues) if old is not None else (*talk.issues, issue)
    if len(issues) > MOST_ISSUES or math.prod(len(i.values) for i in issues) > MOST:
        raise UsageError("That is more than can be weighed. Leave out values that nobody would choose.")
    if not talk.issues:  # from here on amounts are worths of packages
        talk = replace(talk, walked=(), earlier=talk.all_walks)
    return replace(talk, issues=issues, selling=True)


def renewed(before: OwnTalk, after: OwnTalk) -> bool:
    """Whether an issue that was there has other values now."""
    there = {issue.name: (issue.values, issue.scores) for issue in before.issues}
    return any(there.get(i.name, (i.values, i.scores)) != (i.values, i.scores) for i in after.issues)


def without_issue(talk: OwnTalk, name: str) -> OwnTalk:
    """Without this issue, in the packages too. Without any it is a talk over a price: no worth is left in it."""
    old = _there(talk, name)
    issues = tuple(i for i in talk.issues if i is not old)
    if not issues:
        kept = replace(talk, issues=(), packages=(), walked=(), earlier=talk.all_walks)
        return replace(kept, fallback=None, came=(), expires=None)
    packages = tuple(
        replace(p, choice={key: value for key, value in p.choice.items() if key != old.name}) for p in talk.packages
    )
    return replace(talk, issues=issues, packages=packages)


def with_points(talk: OwnTalk, name: str, points: float) -> OwnTalk:
    """What it is worth to go from the worst to the best of this issue, 0 to 100."""
    old = _there(talk, name)
    if not 0 <= points <= MOST_POINTS:
        raise UsageError(f"Give points from 0 to {MOST_POINTS:g}.")
    return replace(talk, issues=tuple(replace(i, points=points) if i is old else i for i in talk.issues))


def of_100(worth: float) -> float:
    """A worth in the unit of packages. Raises UsageError where it is none."""
    if not 0 <= worth <= MOST_POINTS:
        raise UsageError("Give a number from 0 to 100: 0 is the worst package here, 100 the best.")
    return worth


def with_package(talk: OwnTalk, by: By, said: Mapping[str, str], on: int) -> OwnTalk:
    """A package more. What is not named stays as in that side's last one; the first names every issue.

    Raises OpenQuestion where it does not.
    """
    before = next((p.choice for p in reversed(talk.packages) if p.by == by), None)
    choice = {}
    for issue in talk.issues:
        value = said.get(issue.name, None if before is None else before.get(issue.name, issue.worst))
        if value is None:
            raise OpenQuestion(
                f"The first package names every issue. What about {issue.name}?",
                option="--theirs" if by == "them" else "--mine",
                choices=issue.values,
            )
        if value not in issue.values:
            raise UsageError(f"{issue.name} has no value {value!r}. There is: {', '.join(issue.values)}.")
        choice[issue.name] = value
    return replace(talk, packages=(*talk.packages, OwnPackage(by, choice, on)))


def last_taken_back(talk: OwnTalk) -> OwnTalk:
    """Without the last package."""
    return replace(talk, packages=talk.packages[:-1])


def _there(talk: OwnTalk, name: str) -> OwnIssue:
    found = _named(talk.issues, name)
    if found is None:
        there = ", ".join(i.name for i in talk.issues) or "none yet"
        raise UsageError(f"There is no issue called {name!r}. There is: {there}.")
    return found


def _named(issues: tuple[OwnIssue, ...], name: str) -> OwnIssue | None:
    return next((i for i in issues if i.name.casefold() == name.strip().casefold()), None)
