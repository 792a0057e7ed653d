"""Pursuits that are kept in; the documented JSON of their standards, options and the week over them, out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from walkaway.app.errors import WalkawayError
from walkaway.app.everyone import Reviewed, Row
from walkaway.app.people import Alike, Merged
from walkaway.app.plan_week import WeekPlan
from walkaway.app.position import comeback, good_week, held
from walkaway.app.pursuit import Pursuit
from walkaway.app.pursuit_document import as_document
from walkaway.app.review_pursuit import own_standards
from walkaway.core.events import Moment
from walkaway.core.options.batna import Batna
from walkaway.core.redirect.reading import Step
from walkaway.core.verdict.verdict import Move
from walkaway.words.en.keeping import people_lines
from walkaway.words.leave_schema import clock_as_json
from walkaway.words.schema import as_json, day_as_json, option_as_json
from walkaway.words.spoken import spoken

kept = spoken("en").kept

Json = dict[str, Any]
STANDARDS, OPTIONS, STATUS = "walkaway.standards/1", "walkaway.options/1", "walkaway.status/1"
PEOPLE = "walkaway.people/1"


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


def people_as_json(alike: Sequence[Alike], one: Sequence[Merged]) -> Json:
    """Who may be one person, and who is shown as one."""
    return {
        "schema": PEOPLE,
        "may_be_one": [{"part": a.part, "whole": a.whole, "reasons": [r.value for r in a.reasons]} for a in alike],
        "shown_as_one": [{"part": m.part, "whole": m.whole} for m in one],
        "sentences": list(people_lines(alike, one)),
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
        "sentences": [
            *kept.option_lines(pursuit, found),
            *kept.limit_lines(pursuit, found),
            *kept.default_lines(pursuit.week),
        ],
    }


def status_as_json(table: Sequence[tuple[Reviewed, Row]], plan: WeekPlan) -> Json:
    """Every pursuit in one row, and the week over all of them. Under support a row says no more than that."""
    return {
        "schema": STATUS,
        "pursuits": [_row(one, row, plan) for one, row in table],
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


def _row(one: Reviewed, row: Row, plan: WeekPlan) -> Json:
    pursuit, found = one.pursuit, one.found
    head: Json = {"name": pursuit.name, "kind": pursuit.answers.kind, "error": None}
    if isinstance(found, WalkawayError):
        return {**head, "error": str(found), "move": None, "word": None, "reason": None} | dict.fromkeys(_FACTS)
    whole = as_json(found)
    verdict = whole["verdict"]
    head |= {"move": verdict["move"], "word": verdict["word"], "reason": verdict["reason"]}
    if found.verdict.move is Move.SUPPORT:
        return head | dict.fromkeys(_FACTS)
    share = row.share
    return head | {
        "last": whole["span"]["last"],
        "last_by": whole["last_by"],
        "share": None if share is None else share.share,
        "low": None if share is None else share.low,
        "high": None if share is None else share.high,
        "pooled": None if share is None else share.mostly_common,
        "next": None if row.stopped and not pursuit.answers.stop_contact else whole["next"]["name"],
        "until": None if row.stopped else whole["next"]["until"],
        "hours": pursuit.week.hours,
        "planned_hours": plan.week.hours.get(pursuit.name),
        **_no(row),
        "date": None if row.on is None else day_as_json(row.on),
        "date_said": row.said,
        "next_hour_worth": row.hour,
        "close": row.close,
        "left": None if pursuit.left is None else as_document(pursuit).get("left", {}).get("on"),
        "clock": None if found.kept_days is None else clock_as_json(found.kept_days),
    }


def _no(row: Row) -> Json:
    reading = None if row.no is None else row.no.reading
    if row.stopped:
        return {"soft_no": "stop", "step": Step.RESPECT_STOP, "soft_no_on": None}
    if row.no is None or reading is None:
        return {"soft_no": None, "step": None, "soft_no_on": None}
    return {"soft_no": reading.label, "step": reading.step, "soft_no_on": day_as_json(row.no.at)}


_FACTS = (
    *("last", "last_by", "share", "low", "high", "pooled", "next", "until", "hours", "planned_hours"),
    *("soft_no", "step", "soft_no_on", "date", "date_said", "next_hour_worth", "close", "left", "clock"),
)
