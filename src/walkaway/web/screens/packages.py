"""A talk over packages: issues, what they are worth to you and packages said in; what to do and to say, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from walkaway.app import set_packages
from walkaway.app.errors import UsageError
from walkaway.app.held import held
from walkaway.app.issues import MOST_POINTS
from walkaway.app.own_talk import Came, OwnTalk
from walkaway.app.pursuit import Pursuit
from walkaway.app.set_talk import a_coming_day, a_past_day, anew, noted, undone
from walkaway.app.weigh_packages import PackagesTalked, worth_of
from walkaway.core.events import DAY
from walkaway.core.offers.concession import By
from walkaway.web.at_hand import desk_of, visit_of
from walkaway.web.forms import amount_in, day_in
from walkaway.web.pages import language, page
from walkaway.web.refused import Refused
from walkaway.web.screens.plain import missing, name_of
from walkaway.web.screens.pursuit import tabs_of
from walkaway.web.screens.setting import judged
from walkaway.web.screens.talking import MOODS, iso, keep_said, weighed, with_wanted
from walkaway.words.amount import amount
from walkaway.words.issue_text import issue_in, package_in
from walkaway.words.shell import shell
from walkaway.words.spoken import spoken


def packages(request: Request) -> Response:
    """The talk as it stands."""
    return _packages(request)


async def packages_said(request: Request) -> Response:
    """An issue, what it is worth, or a package: kept at once, unless safety holds the talk."""
    return await keep_said(request, _changed, _packages)


# --- what was typed ---------------------------------------------------------------------------------------------------


def _changed(pursuit: Pursuit, form: FormData, request: Request) -> Pursuit:
    talk, code = pursuit.talk or OwnTalk(), language(request)
    today = desk_of(request).now().local // DAY * DAY
    match form.get("do"):
        case "issue":
            issue = issue_in(f"{str(form.get('name', '')).replace(':', ' ')}: {form.get('values', '')}")
            if issue is None:
                words = shell(code).words
                raise UsageError(
                    words["field_wrong"].format(label=words["pack_issue_values"], what=words["pack_issue_hint"])
                )
            talk = set_packages.with_issue(talk, issue)
        case "drop":
            talk = set_packages.without_issue(talk, str(form.get("name", "")))
        case "points":
            talk = _pointed(talk, form, code)
        case "package":
            on = day_in(form, "on", code)
            talk = _offered(talk, form, code, today if on is None else a_past_day(on, today))
        case "frame":
            talk = _framed(talk, form, code, today)
        case "walked" | "back" as act:
            last = next((one for one in reversed(talk.packages) if one.by == "them"), None)
            if last is None:
                raise UsageError(spoken(code).doors.NOT_A_CHOICE)
            talk = noted(talk, act, worth_of(talk.issues, last.choice), today)
        case "wanted":
            talk = with_wanted(talk, form, code)
        case "undo":
            talk = undone(talk, "walked") if form.get("what") == "walked" else set_packages.last_taken_back(talk)
        case "anew":
            talk = anew(talk)
        case _:
            raise UsageError(spoken(code).doors.NOT_A_CHOICE)
    return replace(pursuit, talk=talk)


def _pointed(talk: OwnTalk, form: FormData, code: str) -> OwnTalk:
    said = [
        (issue.name, amount_in(form, f"points_{k}", issue.name, code, least=0, most=MOST_POINTS))
        for k, issue in enumerate(talk.issues)
    ]
    if all(points is None for _, points in said):
        raise UsageError(shell(code).words["first_points"])
    for name, points in said:
        if points is not None:
            talk = set_packages.with_points(talk, name, points)
    return talk


def _offered(talk: OwnTalk, form: FormData, code: str, on: int) -> OwnTalk:
    by = form.get("by")
    if by not in ("you", "them") or not talk.issues:
        raise UsageError(spoken(code).doors.NOT_A_CHOICE)
    said = {issue.name: str(form.get(f"value_{k}", "")) for k, issue in enumerate(talk.issues)}
    return set_packages.with_package(talk, cast("By", by), said, on)


def _framed(talk: OwnTalk, form: FormData, code: str, today: int) -> OwnTalk:
    """What is known beside the packages. An empty field takes back what was said."""
    words = shell(code).words
    came, left = _points(talk, form, "came", code), amount_in(form, "left", words["talk_left"], code, least=0, most=200)
    if came is not None and came <= 0:
        raise UsageError("An offer from elsewhere is more than 0.")
    free = {"yes": True, "no": False}.get(str(form.get("free", "")))
    return replace(
        talk,
        fallback=_points(talk, form, "fallback", code),
        expires=a_coming_day(day_in(form, "expires", code), today, talk.expires),
        left=None if left is None else round(left),
        voluntary=free,
        came=talk.came if came is None else (*talk.came, Came(came, today)),
    )


def _points(talk: OwnTalk, form: FormData, name: str, code: str) -> float | None:
    """A number from 0 to 100, or a package as what it is worth."""
    typed = str(form.get(name, "")).strip()
    if not typed:
        return None
    read = amount(typed)
    if read is not None:
        return set_packages.of_100(read.value)
    said = package_in(typed, talk.issues)
    if said is None or len(said) < len(talk.issues):
        words = shell(code).words
        what = words["number_to"].format(least=0, most=100)
        raise UsageError(words["field_wrong"].format(label=words[f"pack_{name}"], what=what))
    return worth_of(talk.issues, said)


# --- what is shown ----------------------------------------------------------------------------------------------------


def _packages(request: Request, refused: Refused | None = None) -> Response:
    name = name_of(request)
    if name is None:
        return missing(request)
    desk, reviewed = desk_of(request), judged(request, name)
    pursuit, now = desk.pursuit(name), desk.now().local // DAY * DAY
    why, kept = held(desk.heard(name)), pursuit.talk or OwnTalk()
    chosen = None if reviewed is None else reviewed.chosen
    found = None if why is not None or not kept.issues else weighed(desk, pursuit, chosen, now)
    return page(
        request,
        "packages.html",
        refused=refused,
        key=request.path_params["key"],
        tab="talk",
        why=why,
        name=name,
        talk=kept,
        over_price=not kept.issues and bool(kept.said or kept.came or kept.fallback is not None),
        today=iso(now),
        expires=iso(kept.expires),
        renewed="renewed" in request.query_params,
        discreet=visit_of(request).discreet,
        card=_card(found, language(request)) if isinstance(found, PackagesTalked) and found.advice else None,
        mood="" if found is None or found.advice is None else MOODS.get(found.advice.move, ""),
        **tabs_of(reviewed),
    )


def _card(found: PackagesTalked, code: str) -> Mapping[str, Any]:
    """The talk as the card says it."""
    says, of_any = spoken(code).packages, spoken(code).noticing
    talks = spoken(spoken(code).language_of("packages")).talks  # one language on one card
    why, send, changes, noticed, safe = talks.TALK_HEADINGS
    assert found.advice is not None
    head, rows = says.package_table(found)
    return {
        "word": talks.TALK_MOVES[found.advice.move],
        "numbers": tuple(says.package_numbers(found)),
        "send_heading": send,
        "send": says.package_sentence(found),
        "nothing": talks.NOTHING_SENT,
        "table": says.SIDE_BY_SIDE,
        "head": head,
        "rows": rows,
        "sections": [
            (why, says.package_reasons(found)),
            (changes, says.package_changes(found)),
            (says.MATTERS, says.weight_lines(found)),
            (noticed, [*says.package_noticed(found), *of_any.more_noticed(found.beside)]),
            (of_any.AFTER_WALK, of_any.after_walk(found.beside, says.of_100)),
            (safe, of_any.safe_to_say(found.beside)),
        ],
    }
