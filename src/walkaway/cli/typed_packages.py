"""What was typed about issues and packages, and a pursuit, in; the pursuit with it kept out, and the rest asked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from walkaway.app import set_packages
from walkaway.app.errors import OpenQuestion, UsageError
from walkaway.app.issues import MOST_POINTS, next_swing
from walkaway.app.own_talk import OwnTalk
from walkaway.app.pursuit import Pursuit
from walkaway.app.weigh_packages import worth_of
from walkaway.cli import asking, typed_talk
from walkaway.cli.typed_talk import TypedTalk
from walkaway.core.offers.concession import By
from walkaway.words.amount import amount
from walkaway.words.en import packages
from walkaway.words.issue_text import issue_in, package_in, points_in


@dataclass(frozen=True, slots=True)
class TypedIssues:
    """What was typed, as it was typed."""

    issues: tuple[str, ...] = ()
    points: str | None = None
    drop: str | None = None


def over_packages(pursuit: Pursuit, typed: TypedIssues, *, anew: bool) -> bool:
    """Whether this talk is, or becomes now, one over packages."""
    there = pursuit.talk is not None and bool(pursuit.talk.issues) and not anew
    return there or bool(typed.issues or typed.points or typed.drop)


def changed(pursuit: Pursuit, issues: TypedIssues, typed: TypedTalk, *, undo: bool, anew: bool, ask: bool) -> Pursuit:
    """The pursuit with the talk as it now stands. At a terminal (`ask`) what is missing is asked one by one."""
    if anew:
        pursuit = typed_talk.changed(pursuit, TypedTalk(), undo=False, anew=True)
    talk = _with_issues(pursuit.talk or OwnTalk(), issues)
    if undo:
        talk = set_packages.last_taken_back(talk)
    if ask and talk.issues:
        talk = _asked(talk)
        if talk.fallback is None and typed.fallback is None:
            typed = replace(typed, fallback=asking.text(packages.FALLBACK))
    if not talk.issues:
        return typed_talk.changed(replace(pursuit, talk=talk), typed, undo=False, anew=False)
    for name in ("likely", "market", "shape", "scope", "buying"):
        if getattr(typed, name) is not None:
            raise UsageError(packages.OVER_A_PRICE.format(option=f"--{name}"))
    rest = replace(
        typed,
        theirs=None,
        mine=None,
        fallback=_points(talk, "fallback", typed.fallback),
        came=_points(talk, "came", typed.came),
        walked=_points(talk, "walked", typed.walked),
        back=_points(talk, "back", typed.back),
    )
    kept = typed_talk.changed(replace(pursuit, talk=talk), rest, undo=False, anew=False)
    talk = kept.talk or talk
    day = typed_talk.day_of(typed)
    sides: tuple[tuple[By, str | None], ...] = (("them", typed.theirs), ("you", typed.mine))
    for by, text in sides:
        if text is not None:
            talk = _offered(talk, by, text, day, ask=ask)
    return replace(kept, talk=talk)


def _with_issues(talk: OwnTalk, typed: TypedIssues) -> OwnTalk:
    for text in typed.issues:
        issue = issue_in(text)
        if issue is None:
            raise UsageError(f"--issue cannot be {text!r}. {packages.AN_ISSUE}")
        before, talk = talk, set_packages.with_issue(talk, issue)
        if set_packages.renewed(before, talk):
            asking.say(packages.ISSUE_RENEWED.format(name=issue.name))
    if typed.drop is not None:
        talk = set_packages.without_issue(talk, typed.drop)
    if typed.points is not None:
        found = points_in(typed.points, talk.issues)
        if found is None:
            example = ", ".join(f"{issue.name} {100 - 40 * k}" for k, issue in enumerate(talk.issues[:2]))
            raise UsageError(f"--points cannot be {typed.points!r}. {packages.POINTS.format(example=example)}")
        for name, points in found.items():
            talk = set_packages.with_points(talk, name, points)
    return talk


def _asked(talk: OwnTalk) -> OwnTalk:
    """The swing questions, one at a time."""
    while (swing := next_swing(talk.issues)) is not None:
        question = packages.swing_question(swing, talk.issues)
        if swing.issue is None:
            picked = asking.choose(question, {i.name: f"{i.name}: {i.worst} → {i.best}" for i in talk.issues})
            talk = set_packages.with_points(talk, picked or talk.issues[0].name, MOST_POINTS)
        else:
            talk = set_packages.with_points(talk, swing.issue.name, asking.number(question, MOST_POINTS))
    return talk


def _offered(talk: OwnTalk, by: By, text: str, day: int, *, ask: bool) -> OwnTalk:
    said = package_in(text, talk.issues)
    if said is None:
        option = "--theirs" if by == "them" else "--mine"
        raise UsageError(f"{option} cannot be {text!r}. {packages.A_PACKAGE.format(example=_example(talk))}")
    while True:
        try:
            return set_packages.with_package(talk, by, said, day)
        except OpenQuestion as question:
            missing = next(issue for issue in talk.issues if issue.name not in said)
            if not ask:
                raise
            picked = asking.choose(str(question), {value: value for value in missing.values})
            said = {**said, missing.name: picked or missing.worst}


def _points(talk: OwnTalk, name: str, typed: str | None) -> str | None:
    """A number from 0 to 100, or a package as what it is worth to you."""
    if typed is None:
        return None
    read = amount(typed)
    if read is not None:
        try:
            set_packages.of_100(read.value)
        except UsageError as wrong:
            raise UsageError(f"--{name} cannot be {typed!r}. {wrong}") from None
        return typed
    said = package_in(typed, talk.issues)
    if said is None or len(said) < len(talk.issues):
        raise UsageError(f"--{name} cannot be {typed!r}. {packages.A_PACKAGE.format(example=_example(talk))}")
    return f"{worth_of(talk.issues, said):.4f}"


def _example(talk: OwnTalk) -> str:
    return ", ".join(f"{issue.name} {issue.best}" for issue in talk.issues)
