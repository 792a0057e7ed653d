"""A pursuit in, a plain document out (texts, numbers, lists: TOML and JSON alike); and back, saying what does not fit.

Days are written as 2024-08-03, instants with their distance to UTC; chances in percent and shares of answers in
percent too, as people say them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, cast, get_args

from walkaway.app.answers import Answers, Elsewhere, Fear
from walkaway.app.corrections import confirmed_in, confirmed_out, dismissed_in, dismissed_out
from walkaway.app.errors import UsageError
from walkaway.app.left_document import left_in, left_out
from walkaway.app.pursuit import Asked, OwnOption, OwnStandard, OwnWeek, Pursuit, You
from walkaway.app.recalled_document import recalled_in, recalled_out
from walkaway.app.talk_document import talk_in, talk_out
from walkaway.core.events import DAY, HOUR, Moment
from walkaway.core.standards.by_hand import Rating
from walkaway.core.standards.commitment import LADDERS, Standing
from walkaway.core.standards.standard import Counted, PursuitKind
from walkaway.core.verdict.promise import LOOSEN_AFTER, Edit, Rule

Document = dict[str, Any]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PERCENT = 100.0
_WEEK = tuple(name for name in OwnWeek.__dataclass_fields__ if name != "unit")
_KEYS = (
    *("name", "kind", "me", "with", "order", "tz", "columns", "archives"),
    *("afraid", "stop_contact", "want", "elsewhere", "quiet", "only_mine", "week", "stage"),
    *("standard", "option", "promise", "asked", "talk", "left", "recalled", "dismissed"),
)
_PROMISE = ("standard", "at", "dropped", "level", "misses", "weeks", "ask_first", "grace", "words", "delay_hours")


def as_document(pursuit: Pursuit) -> Document:
    """The pursuit as a document. What was not said is left out."""
    said = pursuit.answers
    document: Document = {
        "name": pursuit.name,
        "kind": None if said.kind is None else said.kind.value,
        "me": pursuit.me,
        "with": pursuit.with_,
        "order": pursuit.order,
        "tz": pursuit.tz,
        "columns": pursuit.columns,
        "archives": None if pursuit.archives is None else list(pursuit.archives),
        "afraid": said.afraid,
        "stop_contact": said.stop_contact,
        "want": said.want,
        "elsewhere": said.elsewhere,
        "quiet": [f"{_day(a)}..{_day(b)}" for a, b in said.quiet] or None,
        "only_mine": pursuit.only_mine or None,
        "week": _week_out(pursuit.week),
        "stage": _without_none(
            {
                "you_said": pursuit.you.said,
                "you_did": pursuit.you.done,
                "they_said": pursuit.them.said,
                "they_did": pursuit.them.done,
            }
        ),
        "standard": [_standard_out(s) for s in pursuit.standards],
        "option": [_option_out(o) for o in pursuit.options],
        "promise": [_edit_out(name, edit) for name, edits in pursuit.promises.items() for edit in edits],
        "asked": [_without_none({"on": _day(a.on), "about": a.about}) for a in pursuit.asked],
        "talk": talk_out(pursuit.talk),
        "left": left_out(pursuit.left),
        "recalled": recalled_out(pursuit.recalled),
        "dismissed": dismissed_out(pursuit.dismissed),
    }
    return {key: value for key, value in document.items() if value not in (None, [], {})}


def from_document(document: Mapping[str, Any], where: str) -> Pursuit:
    """The pursuit in a document. `where` names it in what is said of a mistake. Raises UsageError."""
    at = _At(where)
    at.knows(document, _KEYS)
    kind = at.one_of(document, "kind", [k.value for k in PursuitKind])
    tie = None if kind is None else PursuitKind(kind)
    stage = at.table(document, "stage")
    at.knows(stage, ("you_said", "you_did", "they_said", "they_did"))
    rungs = LADDERS[tie] if tie is not None else sorted({rung for ladder in LADDERS.values() for rung in ladder})
    you, them = (
        Standing(at.one_of(stage, f"{who}_said", rungs), at.one_of(stage, f"{who}_did", rungs))
        for who in ("you", "they")
    )
    name = at.text(document, "name")
    if not name:
        raise at.wrong("name", "Give the pursuit a name")
    return Pursuit(
        name=name,
        answers=_answers(at, document, tie),
        me=at.text(document, "me"),
        with_=at.text(document, "with"),
        order=at.one_of(document, "order", ("dmy", "mdy", "ymd", "ydm", "myd", "dym")),
        tz=at.text(document, "tz"),
        columns=at.text(document, "columns"),
        archives=None if "archives" not in document else at.texts(document, "archives"),
        week=_week(at, at.table(document, "week")),
        standards=tuple(_standard(at, row) for row in at.rows(document, "standard")),
        only_mine=at.flag(document, "only_mine") or False,
        options=tuple(_option(at, row) for row in at.rows(document, "option")),
        you=you,
        them=them,
        promises=_promises(at, document),
        asked=tuple(Asked(at.day(row, "on"), at.text(row, "about")) for row in at.rows(document, "asked")),
        talk=talk_in(at, document),
        left=left_in(at, document),
        recalled=recalled_in(at, document),
        dismissed=dismissed_in(at, document),
    )


def you_as_document(you: You) -> Document:
    """What is true over all pursuits, as a document."""
    own_life = None if you.own_life is None else round(_PERCENT * you.own_life, 6)
    two = [{"one": one, "other": other} for one, other in you.two]
    document = {
        "hours": you.hours,
        "own_life": own_life,
        "two": two,
        "columns": list(you.columns),
        "dismissed": dismissed_out(you.dismissed),
        "confirmed": confirmed_out(you.confirmed),
    }
    return {key: value for key, value in document.items() if value not in (None, [])}


def you_from_document(document: Mapping[str, Any], where: str) -> You:
    """The same, read. Raises UsageError."""
    at = _At(where)
    at.knows(document, ("hours", "own_life", "two", "columns", "dismissed", "confirmed"))
    own_life = at.number(document, "own_life", most=_PERCENT)
    return You(
        hours=at.number(document, "hours", most=168),
        own_life=None if own_life is None else own_life / _PERCENT,
        two=tuple((at.needed(row, "one"), at.needed(row, "other")) for row in at.rows(document, "two")),
        columns=at.texts(document, "columns"),
        dismissed=dismissed_in(at, document),
        confirmed=confirmed_in(at, document),
    )


# --- out --------------------------------------------------------------------------------------------------------------


def _week_out(week: OwnWeek) -> Document:
    unit = None if week.unit == OwnWeek().unit else week.unit
    return _without_none({"unit": unit, **{name: getattr(week, name) for name in _WEEK}})


def _standard_out(s: OwnStandard) -> Document:
    return _without_none(
        {
            "name": s.name,
            "must_have": s.must_have or None,
            "shown_by": s.evidence,
            "target": _in_percent(s.evidence, s.target),
            "points": s.points,
            "rating": [{"on": _day(r.on), "score": r.score} for r in s.ratings] or None,
        }
    )


def _option_out(o: OwnOption) -> Document:
    costs = {"hours": o.hours or None, "money": o.money or None, "weeks": o.weeks or None}
    return _without_none({"name": o.name, "worth": list(o.worth), "chance": round(_PERCENT * o.chance, 6), **costs})


def _edit_out(name: str, edit: Edit) -> Document:
    head: Document = {"standard": name, "at": _instant(edit.at)}
    rule = edit.rule
    if rule is None:
        return {**head, "dropped": True}
    return {
        **head,
        "level": _in_percent(cast("Counted", name), rule.level),
        "misses": rule.misses,
        "weeks": rule.weeks,
        "ask_first": rule.ask_first,
        "grace": rule.grace,
        "words": rule.words,
        "delay_hours": rule.delay / HOUR,
    }


def _in_percent(evidence: str | None, value: float) -> float:
    return round(_PERCENT * value, 6) if evidence == "replies" else value


def _day(local: int) -> str:
    return (_EPOCH + timedelta(microseconds=local)).date().isoformat()


def _instant(moment: Moment) -> str:
    offset = timezone(timedelta(seconds=round((moment.local - moment.at) / 1_000_000)))
    return (_EPOCH + timedelta(microseconds=moment.at)).astimezone(offset).isoformat()


def _without_none(document: Document) -> Document:
    return {key: value for key, value in document.items() if value is not None}


# --- in ---------------------------------------------------------------------------------------------------------------


def _answers(at: _At, document: Mapping[str, Any], kind: PursuitKind | None) -> Answers:
    return Answers(
        kind=kind,
        afraid=cast("Fear | None", at.one_of(document, "afraid", get_args(Fear))),
        stop_contact=at.flag(document, "stop_contact"),
        want=at.flag(document, "want"),
        elsewhere=cast("Elsewhere | None", at.one_of(document, "elsewhere", get_args(Elsewhere))),
        quiet=tuple(at.spell(text) for text in at.texts(document, "quiet")),
    )


def _week(at: _At, row: Mapping[str, Any]) -> OwnWeek:
    at.knows(row, ("unit", *_WEEK))
    return OwnWeek(at.text(row, "unit") or "points", *(at.number(row, name) for name in _WEEK))


def _standard(at: _At, row: Mapping[str, Any]) -> OwnStandard:
    at.knows(row, ("name", "must_have", "shown_by", "target", "points", "rating"))
    evidence = cast("Counted | None", at.one_of(row, "shown_by", get_args(Counted)))
    plain = OwnStandard(at.needed(row, "name"))
    target = at.number(row, "target", most=10 if evidence is None else _PERCENT if evidence == "replies" else 10_000)
    if target is None and evidence is not None:
        raise at.wrong("target", "Say how much of it you need")
    if target == 0:
        raise at.wrong("target", "Give a number above 0")
    ratings = [Rating(at.day(r, "on"), at.must(r, "score", most=10)) for r in at.rows(row, "rating")]
    points = at.number(row, "points")
    if points == 0:
        raise at.wrong("points", "Give a number above 0, or leave it out")
    return OwnStandard(
        plain.name,
        at.flag(row, "must_have") or False,
        evidence,
        plain.target if target is None else target / _PERCENT if evidence == "replies" else target,
        points,
        tuple(sorted(ratings, key=lambda r: r.on)),
    )


def _option(at: _At, row: Mapping[str, Any]) -> OwnOption:
    at.knows(row, ("name", "worth", "chance", "hours", "money", "weeks"))
    worth = row.get("worth")
    numbers = [worth] * 3 if _is_number(worth) else worth
    if not (isinstance(numbers, Sequence) and len(numbers) == 3 and all(map(_is_number, numbers))):
        raise at.wrong("worth", "Give one number, or three: at worst, likely, at best")
    worst, likely, best = map(float, numbers)
    if not worst <= likely <= best:
        raise at.wrong("worth", "Give the worst first, then the likely, then the best")
    chance = at.number(row, "chance", most=_PERCENT)
    return OwnOption(
        at.needed(row, "name"),
        (worst, likely, best),
        1.0 if chance is None else chance / _PERCENT,
        *(at.number(row, key) or 0.0 for key in ("hours", "money", "weeks")),
    )


def _promises(at: _At, document: Mapping[str, Any]) -> dict[str, tuple[Edit, ...]]:
    found: dict[str, list[Edit]] = {}
    for row in at.rows(document, "promise"):
        at.knows(row, _PROMISE)
        name = at.needed(row, "standard")
        edits = found.setdefault(name, [])
        edit = Edit(at.instant(row, "at"), None if at.flag(row, "dropped") else _rule(at, row, name))
        if edits and edit.at.at < edits[-1].at.at:
            raise at.wrong("promise", f"What you promised about {name!r} is kept in the order in which you said it")
        edits.append(edit)
    return {name: tuple(edits) for name, edits in found.items()}


def _rule(at: _At, row: Mapping[str, Any], name: str) -> Rule:
    delay = at.number(row, "delay_hours")
    level = at.must(row, "level", most=10_000)
    try:
        return Rule(
            standard=name,
            level=level / _PERCENT if name == "replies" else level,
            misses=int(at.must(row, "misses", most=520)),
            weeks=int(at.must(row, "weeks", most=520)),
            ask_first=at.flag(row, "ask_first") is not False,
            grace=int(at.number(row, "grace", most=520) or 0),
            words=at.text(row, "words") or "",
            delay=LOOSEN_AFTER if delay is None else round(delay * HOUR),
        )
    except ValueError as wrong:
        raise at.wrong("promise", str(wrong).capitalize()) from None


def _is_number(x: object) -> bool:
    return isinstance(x, (int, float)) and not isinstance(x, bool) and math.isfinite(x)


class _At:
    """Reads single values of a document, and says of a mistake where it is and what would fit."""

    def __init__(self, where: str) -> None:
        self.where = where

    def wrong(self, key: str, sentence: str) -> UsageError:
        return UsageError(f"{self.where}, at {key}: {sentence}.")

    def knows(self, row: Mapping[str, Any], keys: Sequence[str]) -> None:
        for key in row:
            if key not in keys:
                raise self.wrong(str(key), f"I do not know this. There is: {', '.join(keys)}")

    def _of(self, row: Mapping[str, Any], key: str, fits: Callable[[Any], bool], what: str) -> Any:
        value = row.get(key)
        if value is not None and not fits(value):
            raise self.wrong(key, f"Give {what}")
        return value

    def text(self, row: Mapping[str, Any], key: str) -> str | None:
        return cast("str | None", self._of(row, key, lambda x: isinstance(x, str), "a text in quotes"))

    def needed(self, row: Mapping[str, Any], key: str) -> str:
        found = self.text(row, key)
        if not found:
            raise self.wrong(key, "This is needed")
        return found

    def texts(self, row: Mapping[str, Any], key: str) -> tuple[str, ...]:
        def fits(x: Any) -> bool:
            return isinstance(x, list) and all(isinstance(part, str) for part in x)

        return tuple(self._of(row, key, fits, "a list of texts") or ())

    def flag(self, row: Mapping[str, Any], key: str) -> bool | None:
        return cast("bool | None", self._of(row, key, lambda x: isinstance(x, bool), "true or false"))

    def one_of(self, row: Mapping[str, Any], key: str, choices: Sequence[str]) -> str | None:
        return cast("str | None", self._of(row, key, lambda x: x in choices, f"one of: {', '.join(choices)}"))

    def number(self, row: Mapping[str, Any], key: str, most: float = 1e12) -> float | None:
        value = self._of(row, key, lambda x: _is_number(x) and 0 <= x <= most, f"a number from 0 to {most:g}")
        return None if value is None else float(value)

    def must(self, row: Mapping[str, Any], key: str, most: float = 1e12) -> float:
        value = self.number(row, key, most)
        if value is None:
            raise self.wrong(key, "This is needed")
        return value

    def table(self, row: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self._of(row, key, lambda x: isinstance(x, Mapping), "a table") or {}
        return found

    def rows(self, row: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
        def fits(x: Any) -> bool:
            return isinstance(x, list) and all(isinstance(part, Mapping) for part in x)

        yield from self._of(row, key, fits, "a list of tables") or ()

    def day(self, row: Mapping[str, Any], key: str) -> int:
        value = row.get(key)
        try:
            found = value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            raise self.wrong(key, "Give a day like 2024-08-03") from None
        return (date(found.year, found.month, found.day) - _EPOCH.date()).days * DAY

    def spell(self, text: str) -> tuple[int, int]:
        first, _, last = text.partition("..")
        ends = {"first": first, "last": last}
        found = (self.day(ends, "first"), self.day(ends, "last"))
        if found[1] < found[0]:
            raise self.wrong("quiet", "Give the earlier day first")
        return found

    def instant(self, row: Mapping[str, Any], key: str) -> Moment:
        value = row.get(key)
        try:
            when = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
        except ValueError:
            when = None
        offset = None if when is None else when.utcoffset()
        if when is None or offset is None:
            raise self.wrong(key, "Give an instant like 2024-08-03T21:15:00+02:00")
        at = (when - _EPOCH) // timedelta(microseconds=1)
        return Moment(at, at + offset // timedelta(microseconds=1))
