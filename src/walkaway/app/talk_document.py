"""A talk in, the table of it in a pursuit's document out; and back, saying what does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, cast

from walkaway.app.belief import SHAPES, Shape
from walkaway.app.errors import UsageError
from walkaway.app.issues import MOST_POINTS, OwnIssue, OwnPackage
from walkaway.app.own_talk import Came, OwnNumber, OwnTalk
from walkaway.core.offers.concession import By
from walkaway.core.offers.signals import Walked
from walkaway.core.offers.walked import Walk

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PERCENT = 100.0


class Reads(Protocol):
    """Reads single values of a document, and says of a mistake where it is."""

    def wrong(self, key: str, sentence: str) -> UsageError: ...
    def knows(self, row: Mapping[str, Any], keys: Sequence[str]) -> None: ...
    def text(self, row: Mapping[str, Any], key: str) -> str | None: ...
    def needed(self, row: Mapping[str, Any], key: str) -> str: ...
    def one_of(self, row: Mapping[str, Any], key: str, choices: Sequence[str]) -> str | None: ...
    def number(self, row: Mapping[str, Any], key: str, most: float = ...) -> float | None: ...
    def table(self, row: Mapping[str, Any], key: str) -> Mapping[str, Any]: ...
    def rows(self, row: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]: ...
    def day(self, row: Mapping[str, Any], key: str) -> int: ...
    def flag(self, row: Mapping[str, Any], key: str) -> bool | None: ...
    def texts(self, row: Mapping[str, Any], key: str) -> tuple[str, ...]: ...


def talk_out(talk: OwnTalk | None) -> dict[str, Any] | None:
    """What was said, and nothing else."""
    if talk is None:
        return None
    found: dict[str, Any] = {
        "side": None if talk.selling else "buying",
        "fallback": talk.fallback,
        "expires": None if talk.expires is None else _day(talk.expires),
        "likely": None if talk.likely is None else list(talk.likely),
        "market": None if talk.market is None else list(talk.market),
        "left": talk.left,
        "breaks_off": round(_PERCENT * talk.breaks_off, 6) or None,
        "currency": talk.currency or None,
        "shape": talk.shape,
        "voluntary": talk.voluntary,
        "said": [_kept({"by": s.by, "number": s.number, "on": _day(s.on), "scope": s.scope}) for s in talk.said]
        or None,
        "came": [{"number": c.number, "on": _day(c.on)} for c in talk.came] or None,
        "walked": [_walked_out(w) for w in talk.walked] or None,
        "earlier": [_earlier_out(walk) for walk in talk.earlier] or None,
        "wanted": [_day(day) for day in talk.wanted] or None,
        "issue": [_issue_out(issue) for issue in talk.issues] or None,
        "package": [{"by": p.by, "on": _day(p.on), "choice": dict(p.choice)} for p in talk.packages] or None,
    }
    return _kept(found)


def talk_in(at: Reads, document: Mapping[str, Any]) -> OwnTalk | None:
    """The same, read. Raises UsageError."""
    if "talk" not in document:
        return None
    row = at.table(document, "talk")
    renamed = {"selling": "side", "issues": "issue", "packages": "package"}
    at.knows(row, tuple(renamed.get(f.name, f.name) for f in fields(OwnTalk)))
    said = [
        OwnNumber(_by(at, r), _number(at, r, "number"), at.day(r, "on"), at.number(r, "scope"))
        for r in at.rows(row, "said")
    ]
    issues = tuple(_issue(at, r) for r in at.rows(row, "issue"))
    left = at.number(row, "left", most=200)
    return OwnTalk(
        selling=at.one_of(row, "side", ("selling", "buying")) != "buying",
        fallback=None if "fallback" not in row else _number(at, row, "fallback"),
        expires=None if "expires" not in row else at.day(row, "expires"),
        likely=_pair(at, row, "likely"),
        market=_pair(at, row, "market"),
        left=None if left is None else int(left),
        breaks_off=(at.number(row, "breaks_off", most=_PERCENT) or 0.0) / _PERCENT,
        currency=at.text(row, "currency") or "",
        said=tuple(said),
        came=tuple(Came(_number(at, r, "number"), at.day(r, "on")) for r in at.rows(row, "came")),
        walked=tuple(_walked(at, r) for r in at.rows(row, "walked")),
        earlier=tuple(_earlier(at, r) for r in at.rows(row, "earlier")),
        shape=cast("Shape | None", at.one_of(row, "shape", SHAPES)),
        voluntary=at.flag(row, "voluntary"),
        wanted=tuple(at.day({"wanted": day}, "wanted") for day in at.texts(row, "wanted")),
        issues=issues,
        packages=tuple(_package(at, r, issues) for r in at.rows(row, "package")),
    )


def _walked_out(walked: Walked) -> dict[str, Any]:
    row = {f.name: getattr(walked, f.name) for f in fields(walked)}
    return _kept(row | {"on": None if walked.on is None else _day(walked.on)})


def _walked(at: Reads, row: Mapping[str, Any]) -> Walked:
    back = None if "back_with" not in row else _number(at, row, "back_with")
    on = None if "on" not in row else at.day(row, "on")
    return Walked(_number(at, row, "at"), at.number(row, "back_after"), back, on)


def _earlier_out(walk: Walk) -> dict[str, Any]:
    return _walked_out(walk.walked) | {"over": "packages" if walk.points else "selling" if walk.selling else "buying"}


def _earlier(at: Reads, row: Mapping[str, Any]) -> Walk:
    over = at.one_of(row, "over", ("packages", "selling", "buying"))
    return Walk(_walked(at, row), selling=over != "buying", points=over == "packages")


def _issue_out(issue: OwnIssue) -> dict[str, Any]:
    row = {"name": issue.name, "values": list(issue.values), "scores": list(issue.scores), "points": issue.points}
    return _kept(row)


def _issue(at: Reads, row: Mapping[str, Any]) -> OwnIssue:
    at.knows(row, ("name", "values", "scores", "points"))
    name, values, scores = at.text(row, "name"), at.texts(row, "values"), row.get("scores")
    if not name or len(set(values)) < 2 or len(set(values)) < len(values):
        raise at.wrong("issue", "Give a name and two or more different values")
    if not (isinstance(scores, list) and len(scores) == len(values)):
        raise at.wrong("scores", "Give a score for each value")
    numbers = tuple(_number(at, {"scores": score}, "scores") for score in scores)
    if len(set(numbers)) == 1:
        raise at.wrong("scores", "Give scores that are not all alike")
    return OwnIssue(name, values, numbers, at.number(row, "points", most=MOST_POINTS))


def _package(at: Reads, row: Mapping[str, Any], issues: Sequence[OwnIssue]) -> OwnPackage:
    choice = at.table(row, "choice")
    for issue in issues:
        if choice.get(issue.name, issue.values[0]) not in issue.values:
            raise at.wrong("package", f"{issue.name} has no value {choice[issue.name]!r}")
    return OwnPackage(_by(at, row), {str(key): str(value) for key, value in choice.items()}, at.day(row, "on"))


def _by(at: Reads, row: Mapping[str, Any]) -> By:
    return cast("By", at.one_of(row, "by", ("you", "them")) or "them")


def _number(at: Reads, row: Mapping[str, Any], key: str) -> float:
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= 1e12:
        raise at.wrong(key, "Give a number")
    return float(value)


def _pair(at: Reads, row: Mapping[str, Any], key: str) -> tuple[float, float] | None:
    value = row.get(key)
    if value is None:
        return None
    if not (isinstance(value, list) and len(value) == 2):
        raise at.wrong(key, "Give a low and a high number")
    low, high = (_number(at, {key: x}, key) for x in value)
    if not low < high:
        raise at.wrong(key, "Give the lower number first")
    return low, high


def _day(local: int) -> str:
    return (_EPOCH + timedelta(microseconds=local)).date().isoformat()


def _kept(found: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if value is not None}
