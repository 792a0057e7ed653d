"""After: a pursuit in; where the leaving of it stands, and what the person does about it, out. And the list of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, cast, get_args

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from walkaway.app import leave, unsent
from walkaway.app.errors import UsageError, WalkawayError
from walkaway.app.leave import Leaving, State
from walkaway.app.left import Left
from walkaway.app.pursuit import Pursuit
from walkaway.app.welcome_back import Back
from walkaway.core.comeback.welcome import Answer
from walkaway.core.events import DAY
from walkaway.core.leaving.farewell import Register
from walkaway.core.verdict.verdict import Move
from walkaway.web.at_hand import desk_of, visit_of
from walkaway.web.day_strip import MOST, Stretch, drawn, stretches
from walkaway.web.desk import Reviewed
from walkaway.web.forms import day_in
from walkaway.web.pages import day_written, language, page, sentence, veiled
from walkaway.web.refused import Refused
from walkaway.web.screens.lines import Line, line
from walkaway.web.screens.lists import when_judged
from walkaway.web.screens.plain import missing, name_of, seen
from walkaway.web.screens.pursuit import MARKS as WEEK_KINDS
from walkaway.web.screens.pursuit import tabs_of
from walkaway.web.screens.setting import judged
from walkaway.words.look_again import look_again_file
from walkaway.words.shell import shell
from walkaway.words.spoken import spoken

MOODS: dict[Answer, str] = {"welcome_back": "stay", "not_yet": "step_back", "keep_walking": "walk"}
TO_NOBODY = ("letter", "drop_letter", "urge")
ALLOWED: dict[State, tuple[str, ...]] = {
    "open": ("leave", "door", "tone", "undo", "close", *TO_NOBODY, "hold", "drop_held"),
    "stop_contact": ("leave", "close", *TO_NOBODY),
    "unanswered": (),
    "support": (),
}
"""What can be done in each state. After a wish for no more contact nothing that leads back to them."""
LONGEST = 20_000
"""Letters of a letter."""
AWAY = (Move.STEP_BACK.value, Move.WALK.value)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def after(request: Request) -> Response:
    """Where the leaving stands."""
    return _after(request)


async def after_said(request: Request) -> Response:
    """One thing done about it: kept at once."""
    name = name_of(request)
    if name is None:
        return missing(request)
    form = await request.form()
    try:
        await run_in_threadpool(_do, request, name, form)
    except WalkawayError as error:
        return await run_in_threadpool(_after, request, Refused(form, sentence(request, error)))
    return seen(request.url.path)


def calendar(request: Request) -> Response:
    """The day to look again as a calendar file; neither it nor its name says whom it is about."""
    name = name_of(request)
    text = None if name is None else look_again_file(desk_of(request).leaving(name))
    if text is None:
        return missing(request)
    headers = {"content-disposition": 'attachment; filename="date.ics"'}
    return Response(text.encode(), media_type="text/calendar", headers=headers)


# --- what the person does ---------------------------------------------------------------------------------------------


def _do(request: Request, name: str, form: FormData) -> None:
    """The change, where it is allowed as things stand. Raises UsageError."""
    desk, act = desk_of(request), str(form.get("do", ""))
    state = desk.leaving(name).state
    if act not in ALLOWED[state]:
        raise UsageError(shell(language(request)).words["first_sure"])
    if state == "stop_contact":
        form = FormData([(key, value) for key, value in form.multi_items() if key not in ("door", "until")])
    desk.keep(_changed(desk.pursuit(name), act, form, request))


def _changed(pursuit: Pursuit, act: str, form: FormData, request: Request) -> Pursuit:
    now = desk_of(request).now()
    written, one = str(form.get("text", "")).replace("\r\n", "\n")[:LONGEST], _number(form, "one")
    match act:
        case "leave" | "door":
            return _left(pursuit, form, request)
        case "tone":
            return leave.with_tone(pursuit, _tone(form) or "plain")
        case "undo":
            return leave.stay_after_all(pursuit)
        case "letter":
            return leave.keep_letter(pursuit, written, at=now.at)
        case "drop_letter":
            return unsent.drop_letter(pursuit, one)
        case "urge":
            before = str(form.get("before", "")).strip()[:LONGEST]
            return leave.note_urge(pursuit, _number(form, "strength"), before, at=now.at)
        case "hold":
            return unsent.hold(pursuit, written, _number(form, "hours"), at=now.at)
        case "drop_held":
            return unsent.drop_held(pursuit, one)
        case _:
            learned = tuple(str(line) for line in form.getlist("learned"))
            return leave.close(pursuit, learned, on=now.local // DAY * DAY)


def _left(pursuit: Pursuit, form: FormData, request: Request) -> Pursuit:
    """Left on a day that is not to come; where the door has a date, it is one to come."""
    words, today = shell(language(request)).words, desk_of(request).now().local // DAY * DAY
    old = pursuit.left or Left()
    typed = day_in(form, "on", language(request))
    on = typed if typed is not None else today if old.on is None else old.on
    if on > today:
        raise UsageError(words["after_day_past"])
    until = day_in(form, "until", language(request)) if form.get("door") == "dated" else None
    if form.get("door") == "dated" and (until is None or until <= today):
        raise UsageError(words["after_day_ahead"])
    return leave.leave(pursuit, on=on, until=until, tone=_tone(form))


def _number(form: FormData, name: str) -> int:
    typed = str(form.get(name, ""))
    return int(typed) if typed.isdecimal() and typed.isascii() and len(typed) < len(str(2**63)) else 0


def _tone(form: FormData) -> Register | None:
    typed = form.get("tone")
    return cast("Register", typed) if typed in get_args(Register) else None


# --- where it stands --------------------------------------------------------------------------------------------------


def _after(request: Request, refused: Refused | None = None) -> Response:
    name = name_of(request)
    if name is None:
        return missing(request)
    found = desk_of(request).leaving(name)
    words, left = spoken(language(request)).leaving, found.pursuit.left or Left()
    today = found.as_of.local // DAY * DAY
    return page(
        request,
        "after_one.html",
        refused=refused,
        quoted=() if found.stop is None else (found.stop,),
        key=request.path_params["key"],
        tab="after",
        name=name,
        state=found.state,
        may=ALLOWED[found.state],
        left=left,
        gone=left.on is not None,
        said=_said(request, found),
        headings=words.HEADINGS,
        tone=left.tone,
        today=_iso(today),
        tomorrow=_iso(today + DAY),
        until="" if left.until is None else _iso(left.until),
        shift=found.as_of.local - found.as_of.at,
        longest=LONGEST,
        **tabs_of(judged(request, name)),
    )


def _said(request: Request, found: Leaving) -> dict[str, Any]:
    """Every part of it in words, as `walkaway leave` says it; what is not there is empty."""
    words = spoken(language(request)).leaving
    if found.state == "support":
        ((reason, paragraphs),) = words.parts(found)
        return {"mood": "support", "reason": reason, "paragraphs": paragraphs}
    send, clock = words.to_send(found), found.clock
    held = [(one, one.waiting(found.as_of.at).free, words.held_line(one, found)) for one in _held(found)]
    kept = None if clock is None else words.clock_text(clock)
    return {
        "mood": "" if found.back is None else MOODS[found.back.welcome.answer],
        "word": words.word(found),
        "first": () if send else _browser(request, words.now_lines(found)),
        "lead": words.TO_SEND,
        "send": send,
        "kept": kept,
        "strip": _strip(request, found, words.HEADINGS["clock"], kept or ""),
        "cut": words.STRIP_CUT.format(days=words.DAYS.format(days=MOST)) if clock and clock.days > MOST else "",
        "columns": words.STRIP_COLUMNS,
        "stretches": () if clock is None else [_stretch(one, words, language(request)) for one in stretches(clock)],
        "legend": (("kept", words.KEPT), ("wrote", words.WROTE), ("today", words.TODAY)),
        "left": tuple(one for one in _browser(request, words.left_lines(found)) if one != kept),
        "acts": words.act_lines(found.since),
        "silent": words.NOBODY_WROTE if found.outlook is not None and not found.since and not send else "",
        "odds": _odds(found, words),
        "back": None if found.back is None else _back(request, found.back, found),
        "closed": () if found.closing is None else _browser(request, words.closing_lines(found.closing, found.pursuit)),
        "unsent": tuple(one for one in words.unsent_lines(found) if one not in {text for *_, text in held}),
        "held": held,
        "held_sent": words.HELD_SENT,
    }


def _browser(request: Request, lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(spoken(language(request)).doors.in_a_browser, lines))


def _held(found: Leaving) -> tuple[Any, ...]:
    return () if found.pursuit.left is None or found.state != "open" else found.pursuit.left.held


def _strip(request: Request, found: Leaving, title: str, text: str) -> str:
    """The picture of the days; hidden with the numbers, where somebody may look on."""
    if found.clock is None:
        return ""
    return drawn(found.clock, title, veiled(text) if visit_of(request).discreet else text)


def _stretch(one: Stretch, words: Any, code: str) -> tuple[str, ...]:
    first, last = day_written(one.first, code), day_written(one.last, code)
    return first, last, str(one.days), words.KEPT if one.kept else words.WROTE


def _odds(found: Leaving, words: Any) -> dict[str, Any] | None:
    """The ranges as rows, with what they are; or the one sentence why there are none."""
    if found.outlook is None:
        return None
    lines = words.odds_lines(found.outlook)
    rows = [words.odds_cells(one) for one in found.outlook.ranges] if found.outlook.status == "ok" else []
    return {"columns": words.ODDS_COLUMNS, "rows": rows, "note": lines[-1]}


def _back(request: Request, found: Back, leaving: Leaving) -> dict[str, Any]:
    """The test after the return: each term with its weeks since, and the answer."""
    words, named = spoken(language(request)).leaving, spoken(language(request)).standards.named
    kind = leaving.pursuit.answers.kind
    terms = []
    for effort in found.efforts:
        name, *cells = words.term_cells(effort, named(effort.term.name, kind))
        weeks = [(letter, meaning, WEEK_KINDS.get(letter, "nothing")) for letter, meaning in words.week_marks(effort)]
        terms.append({"name": name, "cells": cells, "must": effort.term.must_have, "weeks": weeks})
    meanings = dict.fromkeys(f"{letter} {meaning}" for term in terms for letter, meaning, _ in term["weeks"])
    return {
        "reasons": words.reasons(found),
        "next": words.next_line(found),
        "columns": words.TERM_COLUMNS,
        "terms": terms,
        "key": ", ".join(meanings),
        "note": _browser(request, words.terms_note(found)),
    }


def _iso(local: int) -> str:
    return (_EPOCH + timedelta(microseconds=local)).date().isoformat()


# --- the list ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Row:
    """One of those left, or stepped back from: the line of its card, and where it was left, what is said of that."""

    line: Line
    gone: str | None


@when_judged
def those_left(request: Request) -> Response:
    """Those the person left, those they step back from, and a way to the others."""
    desk, words = desk_of(request), spoken(language(request)).leaving
    rows = []
    for name, found in desk.all_reviewed().items():
        pursuit = desk.pursuit(name)
        gone = words.status_line(pursuit, found.review if isinstance(found, Reviewed) else None)
        rows.append((leave.state_of(pursuit) != "support", Row(line(request, name, found), gone)))
    away = [row for _, row in rows if row.gone or row.line.move in AWAY]
    others = [row.line for can, row in rows if can and row not in away]
    return page(request, "after.html", rows=away, others=others)
