"""Pursuits that are kept in; the documented JSON of their standards, options and the week over them, out."""

from __future__ import annotations

from typing import Any

from walkaway.app.errors import WalkawayError
from walkaway.app.plan_week import WeekPlan
from walkaway.app.position import comeback, good_week, held
from walkaway.app.pursuit import Pursuit
from walkaway.app.pursuit_document import as_document
from walkaway.app.review import Review
from walkaway.app.review_pursuit import own_standards
from walkaway.core.events import Moment
from walkaway.core.options.batna import Batna
from walkaway.core.verdict.verdict import Move
from walkaway.words.en import kept
from walkaway.words.leave_schema import clock_as_json
from walkaway.words.schema import as_json, option_as_json

Json = dict[str, Any]
STANDARDS, OPTIONS, STATUS = "walkaway.standards/1", "walkaway.options/1", "walkaway.status/1"


def standards_as_json(pursuit: Pursuit, now: Moment) -> Json:
    """What the person needs of a pursuit, what they promised themselves, and what is settled."""
    document = as_document(pursuit)
    weights = [s.weight for s in own_standards(pursuit.standards)]
    rows = document.get("standard", [])
    return {
        "schema": STANDARDS,
        "name": pursuit.name,
        "kind": document.get("kind"),
        "only_mine": pursuit.only_mine,
        "standards": [{**row, "weight": weight} for row, weight in zip(rows, weights, strict=True)],
        "promises": document.get("promise", []),
        "stage": document.get("stage"),
        "sentences": [*kept.standard_lines(pursuit), *kept.promise_lines(pursuit, now), *kept.stage_lines(pursuit)],
    }


def options_as_json(pursuit: Pursuit, found: Batna) -> Json:
    """What else the person has, and the limit that follows; where that is held back, nothing but why."""
    instead, back = held(pursuit), comeback(good_week(pursuit.week))
    head: Json = {
        "schema": OPTIONS,
        "name": pursuit.name,
        "unit": pursuit.week.unit,
        "week": {k: v for k, v in as_document(pursuit).get("week", {}).items() if k != "unit"},
        "held": instead,
    }
    if instead is not None:
        nothing = dict.fromkeys(("reservation", "comeback", "best", "next_hour"))
        return head | {"options": [], **nothing, "sentences": list(kept.held_lines(pursuit, instead))}
    return head | {
        "options": [option_as_json(p) for p in found.prospects],
        "reservation": found.reservation + back,
        "comeback": back,
        "best": None if found.best is None else found.best.option.name,
        "next_hour": None if found.next_hour is None else found.next_hour.option.name,
        "sentences": [*kept.option_lines(pursuit, found), *kept.default_lines(pursuit.week)],
    }


def status_as_json(reviewed: list[tuple[Pursuit, Review | WalkawayError]], plan: WeekPlan) -> Json:
    """Every pursuit in one row, and the week over all of them. Under support a row says no more than that."""
    return {
        "schema": STATUS,
        "pursuits": [_row(pursuit, found, plan) for pursuit, found in reviewed],
        "week": {
            "hours": plan.hours,
            "assumed": plan.assumed,
            "own_life": plan.week.own_life,
            "next_hour": plan.next[0].name if plan.next else None,
            "freed": plan.freed,
            "apart": list(plan.apart),
            "hangs_on": {
                name: {"largest": of.largest, "share": of.share, "left": of.left, "herfindahl": of.herfindahl}
                for name, of in plan.hangs_on.items()
            },
            "sentences": list(kept.week_lines(plan)),
        },
    }


def _row(pursuit: Pursuit, found: Review | WalkawayError, plan: WeekPlan) -> Json:
    row: Json = {"name": pursuit.name, "kind": pursuit.answers.kind, "error": None}
    if isinstance(found, WalkawayError):
        return {**row, "error": str(found), "move": None, "word": None, "reason": None} | dict.fromkeys(_FACTS)
    whole = as_json(found)
    verdict = whole["verdict"]
    row |= {"move": verdict["move"], "word": verdict["word"], "reason": verdict["reason"]}
    if found.verdict.move is Move.SUPPORT:
        return row | dict.fromkeys(_FACTS)
    balance = whole["balance"]
    return row | {
        "last": whole["span"]["last"],
        "last_by": whole["last_by"],
        "share": balance["share"],
        "low": balance["low"],
        "high": balance["high"],
        "next": whole["next"]["name"],
        "until": whole["next"]["until"],
        "hours": pursuit.week.hours,
        "planned_hours": plan.week.hours.get(pursuit.name),
        "left": None if pursuit.left is None else as_document(pursuit).get("left", {}).get("on"),
        "clock": None if found.kept_days is None else clock_as_json(found.kept_days),
    }


_FACTS = ("last", "last_by", "share", "low", "high", "next", "until", "hours", "planned_hours", "left", "clock")
