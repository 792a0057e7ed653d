"""A talk in, the table of it in a pursuit's document out; and back, saying what does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, cast

from walkaway.app.errors import UsageError
from walkaway.app.talk import Came, OwnNumber, OwnTalk
from walkaway.core.offers.concession import By
from walkaway.core.offers.signals import Walked

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PERCENT = 100.0


class Reads(Protocol):
    """Reads single values of a document, and says of a mistake where it is."""

    def wrong(self, key: str, sentence: str) -> UsageError: ...
    def knows(self, row: Mapping[str, Any], keys: Sequence[str]) -> None: ...
    def text(self, row: Mapping[str, Any], key: str) -> str | None: ...
    def one_of(self, row: Mapping[str, Any], key: str, choices: Sequence[str]) -> str | None: ...
    def number(self, row: Mapping[str, Any], key: str, most: float = ...) -> float | None: ...
    def table(self, row: Mapping[str, Any], key: str) -> Mapping[str, Any]: ...
    def rows(self, row: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]: ...
    def day(self, row: Mapping[str, Any], key: str) -> int: ...


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
        "said": [{"by": s.by, "number": s.number, "on": _day(s.on)} for s in talk.said] or None,
        "came": [{"number": c.number, "on": _day(c.on)} for c in talk.came] or None,
        "walked": [_kept({f.name: getattr(w, f.name) for f in fields(w)}) for w in talk.walked] or None,
    }
    return _kept(found)


def talk_in(at: Reads, document: Mapping[str, Any]) -> OwnTalk | None:
    """The same, read. Raises UsageError."""
    if "talk" not in document:
        return None
    row = at.table(document, "talk")
    at.knows(row, (*(f.name for f in fields(OwnTalk) if f.name != "selling"), "side"))
    said = [
        OwnNumber(cast("By", at.one_of(r, "by", ("you", "them")) or "them"), _number(at, r, "number"), at.day(r, "on"))
        for r in at.rows(row, "said")
    ]
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
        walked=tuple(
            Walked(_number(at, r, "at"), at.number(r, "back_after"), at.number(r, "back_with"))
            for r in at.rows(row, "walked")
        ),
    )


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
