"""A review in; the documented JSON (docs/schema.md), as plain values without NaN, out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from walkaway.app.errors import OpenQuestion
from walkaway.app.left import Gone
from walkaway.app.ports import Receipt
from walkaway.app.review import Review
from walkaway.core.balance.drift import Change
from walkaway.core.balance.share import Balance, Ribbon
from walkaway.core.balance.signals.signal import Signal
from walkaway.core.events import Moment
from walkaway.core.measures import Measure
from walkaway.core.options.batna import Prospect
from walkaway.core.options.information import Asking
from walkaway.core.standards.standard import Check, Mark
from walkaway.core.verdict.verdict import Move, Verdict
from walkaway.words import en
from walkaway.words.en.english import ENGLISH
from walkaway.words.en.reason import reason
from walkaway.words.told import positions

SCHEMA = "walkaway.review/1"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MARKS = {Mark.NOTHING: "nothing", Mark.MET: "met", Mark.PARTLY: "partly", Mark.MISSED: "missed"}
Json = dict[str, Any]


def as_json(review: Review) -> Json:
    """The review as JSON values. Under support, reasons, flips and break-evens are empty and nothing is to be sent."""
    return {
        "schema": SCHEMA,
        "source": review.source,
        "receipt": _receipt(review.receipt),
        "people": list(review.people),
        "me": review.me,
        "them": review.them,
        "group": review.group,
        "kind": _or_none(review.answers.kind),
        "span": {"first": _moment(review.first), "last": _moment(review.last), "tz": review.tz},
        "as_of": _moment(review.as_of),
        "balance": _balance(review.balance),
        "trend": _measure(review.trend),
        "change": _change(review.change),
        "signals": [_signal(s, review) for s in review.signals],
        "standards": [_check(c, review.as_of.local) for c in review.standards],
        "weeks": [
            {"monday": day_as_json(monday), "mark": _MARKS[Mark(mark)]}
            for monday, mark in zip(review.weeks.monday.tolist(), review.weeks.mark.tolist(), strict=True)
        ],
        "ribbon": _ribbon(review.ribbon),
        "verdict": _verdict(review),
        "walk_away": _walk_away(review),
        "next": _next(review),
        "safety": {"afraid": review.answers.afraid, "stop_contact": bool(review.answers.stop_contact)},
        "position": _position(review),
        "last_by": None if review.last_side is None else review.last_side.name.lower(),
        "days_in_touch": review.days_in_touch,
        "want": review.answers.want,
        "elsewhere": review.answers.elsewhere,
        "left": None if review.gone is None else _left(review.gone),
        "assumed": list(review.assumed),
    }


def question(asked: OpenQuestion) -> Json:
    """A question that only the person can answer, and the option that answers it."""
    return {
        "schema": SCHEMA,
        "question": {
            "option": asked.option,
            "sentence": str(asked),
            "choices": list(asked.choices),
            "preview": list(asked.preview),
        },
        "receipt": None if asked.receipt is None else _receipt(asked.receipt),
        "people": list(asked.people),
    }


def error(sentence: str) -> Json:
    """What went wrong, and what to do next."""
    return {"schema": SCHEMA, "error": sentence}


# --- the parts --------------------------------------------------------------------------------------------------------


def _receipt(found: Receipt) -> Json:
    skipped = [{"line": skip.line, "reason": skip.reason} for skip in found.skipped]
    return {"read": found.read, "kept": found.kept, "skipped": skipped}


def _balance(found: Balance | None) -> Json:
    """All keys, always: a share of null says that there was nothing to weigh."""
    if found is None:
        empty: Json = dict.fromkeys(("share", "low", "high"))
        return {**empty, "n": 0, "reading": None, "components": [], "sentence": en.balance(None)}
    return {
        "share": _number(found.share),
        "low": _number(found.low),
        "high": _number(found.high),
        "n": found.n,
        "reading": found.reading,
        "components": [
            {"name": c.name, "you": _number(c.you), "them": _number(c.them), "weight": _number(c.weight), "n": c.n}
            for c in found.components
        ],
        "sentence": en.balance(found),
    }


def _change(found: Change) -> Json:
    return {
        "status": found.status,
        "since": None if found.since is None else day_as_json(found.since),
        "factor": _measure(found.factor),
        "log_bayes_factor": _number(found.log_bayes_factor),
        "sentence": en.change(found),
    }


def _signal(found: Signal, review: Review) -> Json:
    return {
        "name": found.name,
        **_numbers(found.measure),
        "since": None if found.since is None else day_as_json(found.since),
        "count": None if found.count is None else list(found.count),
        "about": found.about,
        "evidence": list(found.evidence),
        "source": found.source,
        "sentence": en.signal(found, review.as_of.local),
    }


def _check(found: Check, as_of: int) -> Json:
    return {
        "name": found.standard.name,
        "target": _number(found.standard.target),
        "weight": _number(found.standard.weight),
        "must_have": found.standard.must_have,
        "origin": found.standard.origin,
        "value": _number(found.value),
        "n": found.n,
        "mark": _MARKS[found.mark],
        "sentence": en.check(found, as_of),
    }


def _ribbon(found: Ribbon) -> list[Json]:
    columns = zip(found.monday.tolist(), found.share.tolist(), found.low.tolist(), found.high.tolist(), strict=True)
    return [
        {"monday": day_as_json(monday), "share": _number(share), "low": _number(low), "high": _number(high)}
        for monday, share, low, high in columns
    ]


def _verdict(review: Review) -> Json:
    verdict = review.verdict
    silent = verdict.move is Move.SUPPORT
    because = () if silent else verdict.because
    break_evens = () if silent else verdict.break_evens
    flips = () if silent else verdict.flips
    return {
        "move": verdict.move.value,
        "word": en.word(review),
        "reason": reason(review),
        "sure": None if silent else _number(verdict.sure),
        "because": [{"code": code, "sentence": en.because(code, review)} for code in because],
        "break_evens": [
            {"name": b.name, "now": _number(b.now), "at": _number(b.at), "to": b.to.value, "sentence": en.break_even(b)}
            for b in break_evens
        ],
        "flips": [{"mark": f.mark, "weeks": f.weeks, "to": f.to.value, "sentence": en.flip(f)} for f in flips],
        **_model(None if silent else verdict),
        "evidence": [
            {
                "monday": day_as_json(int(review.weeks.monday[e.week])),
                "mark": _MARKS[Mark(e.mark)],
                "log_odds": _number(e.log_odds),
                "sentence": en.evidence(e, review.weeks),
            }
            for e in (() if silent else verdict.evidence)
        ],
        "asking": None if silent or verdict.asking is None else _asking(verdict.asking, verdict.move),
        "informative": verdict.informative,
    }


def _asking(found: Asking, move: Move) -> Json:
    return {
        "answer": _number(found.answer),
        "perfect": _number(found.perfect),
        "net": _number(found.net),
        "sentence": en.asking(found, move),
    }


def _model(verdict: Verdict | None) -> Json:
    """What the model computed. Null where it did not speak."""
    if verdict is None:
        return dict.fromkeys(("bounds", "values", "belief"))
    bounds = verdict.bounds
    return {
        "bounds": None if bounds is None else {"lower": _number(bounds.lower), "upper": _number(bounds.upper)},
        "values": _named(("stay", "ask", "step_back", "walk"), verdict.values),
        "belief": _named(("engaged", "coasting", "gone"), verdict.belief),
    }


def _named(names: Sequence[str], values: Sequence[float] | None) -> Json | None:
    return None if values is None else {name: _number(x) for name, x in zip(names, values, strict=True)}


def _walk_away(review: Review) -> Json | None:
    found = review.verdict.walk_away
    if found is None or review.verdict.move is Move.SUPPORT:
        return None
    return {"limit": _number(found.limit), "now": _number(found.now)}


def _next(review: Review) -> Json:
    step = en.step(review)
    now = review.next_step
    if step is None:
        return {"name": "support", "days": None, "until": None, "text": None, "sentence": None}
    return {
        "name": now.name,
        "days": now.days,
        "until": None if now.until is None else day_as_json(now.until),
        "text": step.text,
        "sentence": step.send,
    }


def _left(found: Gone) -> Json:
    days = {"on": found.on, "look_again": found.until, "closed": found.closed}
    return {name: None if day is None else day_as_json(day) for name, day in days.items()}


def _position(review: Review) -> Json | None:
    found = review.position
    if found is None:
        return None
    away, say = found.outside, found.leverage
    shown = review.verdict.walk_away is not None
    return {
        "unit": found.unit,
        "good": _number(found.good),
        "reservation": _number(found.limit),
        "comeback": _number(found.comeback),
        "best": None if away.best is None else away.best.option.name,
        "next_hour": None if away.next_hour is None else away.next_hour.option.name,
        "holding_on": _number(found.holding_on),
        "options": [option_as_json(p) for p in away.prospects],
        "leverage": None
        if say is None
        else {"yours": _number(say.yours), "theirs": _numbers(say.theirs), "edge": _numbers(say.edge), "say": say.say},
        "stage": None
        if found.stage is None
        else {
            "rung": found.stage.rung,
            "bound": found.stage.bound,
            "waits_for": [f"{side.name.lower()}_{way}" for side, way in found.stage.waits_for],
            "effort_ahead": None if found.ahead is None else found.ahead.reading,
        },
        "promises": [
            {
                "standard": f.rule.standard,
                "words": f.rule.words,
                "due": f.due.name.lower(),
                "missed": [day_as_json(monday) for monday in f.missed],
            }
            for f in found.fired
        ],
        "lowered": [
            {"standard": s.standard, "times": s.times, "taken_back": s.taken_back, "kept": _number(s.kept)}
            for s in found.slides
        ],
        "sentences": {
            "promises": list(positions.promises(found, review.as_of, review.answers.kind, of=ENGLISH)),
            "together": list(positions.together(found, of=ENGLISH)),
            "outside": list(positions.outside(found, of=ENGLISH)) if shown else [],
        },
    }


def option_as_json(found: Prospect) -> Json:
    """An option with its worth in the search; `index` and `hourly` are null where they have no end."""
    own = found.option
    return {
        "name": own.name,
        "chance": _number(own.chance),
        "expected": _number(own.worth.expected),
        "alone": _number(found.alone),
        "index": _number(found.index),
        "hourly": _number(found.hourly),
        "free_to_look": found.hourly == math.inf,
    }


# --- plain values -----------------------------------------------------------------------------------------------------


def _number(x: float | None) -> float | None:
    """JSON has no NaN and no infinity."""
    return float(x) if x is not None and math.isfinite(x) else None


def _measure(found: Measure | None) -> Json | None:
    return None if found is None else _numbers(found)


def _numbers(found: Measure) -> Json:
    return {"value": _number(found.value), "low": _number(found.low), "high": _number(found.high), "n": found.n}


def _or_none(x: str | None) -> str | None:
    return None if x is None else str(x)


def day_as_json(local: int) -> str:
    """A local time as its day."""
    return (_EPOCH + timedelta(microseconds=local)).date().isoformat()


def _moment(found: Moment) -> str:
    """The wall clock with its distance to UTC: 2024-08-03T21:15:00+02:00."""
    offset = timezone(timedelta(seconds=round((found.local - found.at) / 1_000_000)))
    return (_EPOCH + timedelta(microseconds=found.at)).astimezone(offset).isoformat(timespec="seconds")
