"""What the person sets about a pursuit, in place: answers, standards and promises, options and what a week is worth."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import get_args

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from walkaway.app import set_options, set_standards
from walkaway.app.answers import Fear
from walkaway.app.currency import unit_of
from walkaway.app.errors import UsageError, WalkawayError
from walkaway.app.position import comeback, good_week, held, outside
from walkaway.app.pursuit import OwnOption, OwnStandard, Pursuit
from walkaway.core.events import DAY, Moment
from walkaway.core.standards.commitment import LADDERS, Way
from walkaway.core.standards.examples import EXAMPLES
from walkaway.core.standards.standard import COUNTED
from walkaway.core.verdict.promise import InForce, in_force
from walkaway.web.at_hand import desk_of, visit_of
from walkaway.web.desk import Reviewed
from walkaway.web.forms import WEEK, WEEK_MORE, about, amount_in, beside_amounts, count_in, said_in, you_in
from walkaway.web.pages import day_written, language, number_written, page, sentence
from walkaway.web.refused import Refused
from walkaway.web.screens.lists import with_hours
from walkaway.web.screens.people import keeps_words
from walkaway.web.screens.plain import RENEWED, missing, name_of, seen, shown_name
from walkaway.web.screens.pursuit import shown_again, tabs_of
from walkaway.words.shell import shell
from walkaway.words.spoken import spoken
from walkaway.words.told.positions import POINTS

WAYS: tuple[Way, ...] = ("said", "done")
Change = Callable[[Pursuit, FormData, Request], Pursuit]
Shown = Callable[[Request, Refused | None], Response]


def about_it(request: Request) -> Response:
    """What only the person can say, and the way to let go of it."""
    name = name_of(request)
    return missing(request) if name is None else about_them(request, name)


def about_them(request: Request, name: str, refused: Refused | None = None, status: int | None = None) -> Response:
    """The same; `refused` is a file that could not be added."""
    return page(
        request,
        "settings.html",
        status,
        refused=refused,
        key=visit_of(request).key(name),
        tab="settings",
        name=shown_name(request, name),
        said=(said := desk_of(request).heard(name)),
        stop_read=said.stop_contact != desk_of(request).answers(name).stop_contact,
        keeps_words=keeps_words(request, name),
        **tabs_of(judged(request, name)),
        **about(language(request)),
    )


async def answers(request: Request) -> Response:
    """What the person says about it now."""
    name = name_of(request)
    if name is None:
        return missing(request)
    desk, form = desk_of(request), await request.form()
    if "all" not in form and form.get("afraid") not in get_args(Fear):
        # On the card this is the one question, and skipping it changes nothing.
        trouble = shell(language(request)).words["first_fear"]
        return await run_in_threadpool(shown_again, request, Refused(form, trouble))
    said = await run_in_threadpool(lambda: said_in(form, desk.answers(name)))
    await run_in_threadpool(desk.say, name, said)
    return seen(f"/p/{request.path_params['key']}")


def let_go(request: Request) -> Response:
    name = name_of(request)
    if name is not None:
        desk_of(request).let_go(name)
    return seen("/")


def standards(request: Request) -> Response:
    """What the person needs, with the examples of the kind, and their own rules."""
    return _standards(request)


async def standards_set(request: Request) -> Response:
    """One change to the standards."""
    return await _set(request, _standards_changed, _standards)


def options(request: Request) -> Response:
    """What else there is, and what a week is worth."""
    return _options(request)


async def options_set(request: Request) -> Response:
    """One change to the options."""
    return await _set(request, _options_changed, _options)


async def _set(request: Request, change: Change, shown: Shown) -> Response:
    name = name_of(request)
    if name is None:
        return missing(request)
    form, desk = await request.form(), desk_of(request)

    def changed() -> bool:
        before = desk.pursuit(name)
        after = change(before, form, request)
        desk.keep(after)
        return set_options.renewed(before, after)

    try:
        again = await run_in_threadpool(changed)
    except WalkawayError as error:
        refused = Refused(form, sentence(request, error))
        return await run_in_threadpool(shown, request, refused)
    return seen(request.url.path + (RENEWED if again else ""))


def judged(request: Request, name: str) -> Reviewed | None:
    """The review of it; None where there is none."""
    try:
        return desk_of(request).reviewed(name)
    except WalkawayError:
        return None


async def hours_set(request: Request) -> Response:
    """The hours of a week over all pursuits, and how many of them are the person's own."""
    form, shelf = await request.form(), desk_of(request).keeper.shelf()
    try:
        await run_in_threadpool(lambda: shelf.keep_you(you_in(form, shelf.you(), language(request))))
    except WalkawayError as error:
        return await run_in_threadpool(with_hours, request, Refused(form, sentence(request, error)))
    return seen("/")


def _now(request: Request) -> Moment:
    return desk_of(request).now()


# --- standards --------------------------------------------------------------------------------------------------------


def _standards(request: Request, refused: Refused | None = None) -> Response:
    name = name_of(request)
    if name is None:
        return missing(request)
    pursuit, words = desk_of(request).pursuit(name), spoken(language(request)).standards
    kind, now = pursuit.answers.kind, _now(request)
    taken = {s.name for s in pursuit.standards} | {s.evidence for s in pursuit.standards}
    mine = [
        {
            "name": s.name,
            "sentence": words.named(s.evidence or s.name, kind),
            "must": s.must_have,
            "by_hand": s.evidence is None,
            "target": _in_units(s.target, s),
            "unit": s.evidence or "rating",
            "rated": s.ratings[-1].score if s.ratings else None,
            "rule": (rule := in_force(pursuit.promises.get(s.evidence or s.name, ()), now.at)),
            "level": None if rule is None else _in_units(rule.rule.level, s),
            "waits": "" if rule is None else _waits(rule, s, now, language(request)),
        }
        for s in pursuit.standards
    ]
    if refused is not None:
        refused = replace(refused, trouble=_in_words(refused, {one["name"]: one["sentence"] for one in mine}))
    left = [e for e in (() if kind is None else EXAMPLES[kind]) if e.name not in taken and e.evidence not in taken]
    return page(
        request,
        "standards.html",
        refused=refused,
        key=request.path_params["key"],
        tab="standards",
        name=shown_name(request, name),
        mine=mine,
        examples=[(e.name, words.standard(e), e.must_have) for e in left],
        only_mine=pursuit.only_mine,
        steps=_steps(pursuit, language(request)),
        kind=kind,
        **tabs_of(judged(request, name)),
    )


def _in_words(refused: Refused, sentences: Mapping[str, str]) -> str:
    """What is wrong, with the sentence of a standard where the name stands under which it is kept."""
    trouble = refused.trouble or ""
    for name in {str(refused.form.get("name", "")), *sentences} & set(sentences):
        kept = rf"(?<!\w)(?P<quote>['\"]?){re.escape(name)}(?P=quote)(?!\w)"
        trouble = re.sub(kept, lambda _, name=name: f"“{sentences[name].rstrip('.')}”", trouble)  # type: ignore[misc]
    return trouble


def _waits(rule: InForce, own: OwnStandard, now: Moment, code: str) -> str:
    """What a rule will be that was made looser, and from when; "" where nothing waits."""
    if rule.waits_until is None:
        return ""
    words, day = shell(code).words, day_written(rule.waits_until + now.local - now.at, code, "long")
    if rule.waiting is None:
        return str(words["promise_ends"].format(day=day))
    return str(words["promise_waits"].format(day=day, level=number_written(_in_units(rule.waiting.level, own), code)))


def _in_units(level: float, own: OwnStandard) -> float:
    """A level as the page says it: shares of 100."""
    return 100 * level if own.evidence == "replies" else level


def _standards_changed(pursuit: Pursuit, form: FormData, request: Request) -> Pursuit:
    name, code = str(form.get("name", "")), language(request)
    words = shell(code).words
    match form.get("do"):
        case "take":
            if not form.getlist("take"):
                raise UsageError(words["first_take"])
            for taken in form.getlist("take"):
                pursuit = set_standards.add(pursuit, str(taken))
        case "own":
            if not name.strip(" =") or name.strip().rstrip("=") in COUNTED:  # those have a number, and are picked above
                raise UsageError(words["first_own"])
            pursuit = set_standards.add(pursuit, name.strip())
        case "must" | "soft" as which:
            pursuit = set_standards.add(pursuit, name, must_have=which == "must")
        case "target":
            label = words[f"unit_{set_standards.standard(pursuit, name).evidence or 'rating'}"]
            target = amount_in(form, "target", label, code)
            if target is None:
                raise UsageError(words["field_wrong"].format(label=label, what=spoken(code).doors.AN_AMOUNT))
            pursuit = set_standards.add(pursuit, name, target)
        case "drop":
            pursuit = set_standards.drop(pursuit, name)
        case "rate":
            score = amount_in(form, "score", words["rate"], code)
            pursuit = set_standards.rate(
                pursuit, name, -1.0 if score is None else score, _now(request).local // DAY * DAY
            )
        case "promise":
            pursuit = set_standards.promise(pursuit, _promised(name, form, code), _now(request))
        case "drop_promise":
            pursuit = set_standards.promise(pursuit, set_standards.Promise(name, None), _now(request))
        case "stand":
            pursuit = set_standards.stand(pursuit, you=_stood(form, "you"), them=_stood(form, "they"))
        case "up":
            pursuit = set_standards.order(pursuit, _moved_up(pursuit, name))
        case "alone" | "usual" as which:
            pursuit = replace(pursuit, only_mine=which == "alone")
        case _:
            raise UsageError(words["first_sure"])
    return pursuit


def _steps(pursuit: Pursuit, code: str) -> list[tuple[str, str | None, list[tuple[str, str]]]]:
    """What each side has said and done: the name of a field, the step that stands there, and the steps of the kind."""
    kind = pursuit.answers.kind
    if kind is None:
        return []
    rungs = spoken(code).commitment.RUNGS[kind]
    return [
        (f"{name}_{way}", getattr(side, way), [(step, rungs[step][way]) for step in LADDERS[kind]])
        for name, side in (("you", pursuit.you), ("they", pursuit.them))
        for way in WAYS
    ]


def _stood(form: FormData, side: str) -> dict[str, str | None]:
    return {way: str(form.get(f"{side}_{way}", "")) or None for way in WAYS}


def _promised(name: str, form: FormData, code: str) -> set_standards.Promise:
    words = shell(code).words
    level = amount_in(form, "level", words["promise_level"], code)
    if level is None:
        raise UsageError(words["field_wrong"].format(label=words["promise_level"], what=spoken(code).doors.AN_AMOUNT))
    usual = set_standards.Promise(name, level)
    return replace(
        usual,
        misses=count_in(form, "misses", words["promise_misses"], code, usual.misses),
        within=count_in(form, "within", words["promise_within"], code, usual.within),
        grace=count_in(form, "grace", words["promise_grace"], code, usual.grace),
        ask_first="more" not in form or form.get("ask_first") == "yes",
        words=str(form.get("words", "")).strip(),
    )


def _moved_up(pursuit: Pursuit, name: str) -> list[str]:
    """The names in order, this one a place higher."""
    names = [s.name for s in pursuit.standards]
    k = names.index(set_standards.standard(pursuit, name).name)
    names[max(0, k - 1) : k + 1] = reversed(names[max(0, k - 1) : k + 1])
    return names


# --- options ----------------------------------------------------------------------------------------------------------


def _options(request: Request, refused: Refused | None = None) -> Response:
    name = name_of(request)
    if name is None:
        return missing(request)
    pursuit = desk_of(request).pursuit(name)
    says = spoken(language(request)).positions
    away, unit = outside(pursuit), pursuit.week.unit
    line = (
        None
        if held(replace(pursuit, answers=desk_of(request).heard(name)))
        else says.amount(away.reservation + comeback(good_week(pursuit.week)), unit)
    )
    return page(
        request,
        "options.html",
        refused=refused,
        key=request.path_params["key"],
        tab="options",
        name=shown_name(request, name),
        options=[(o, *_worth(o, unit, language(request))) for o in pursuit.options],
        week=[(field, getattr(pursuit.week, field)) for field in WEEK],
        week_more=[(field, getattr(pursuit.week, field)) for field in WEEK_MORE],
        unit=shell(language(request)).words["week_points"] if unit == POINTS else unit,
        limit=line,
        best=says.best(away, unit),
        renewed="renewed" in request.query_params,
        **tabs_of(judged(request, name)),
    )


def _worth(option: OwnOption, unit: str, code: str) -> tuple[str, str]:
    """What a week of it is worth at worst and at best, in full; the unit stands where the language puts it."""
    says = spoken(code)
    one = str(says.positions.POSITION["points"].format(n=1) if unit == POINTS else says.money.money(1, unit))
    before, _, after = one.rpartition("1")
    worst, best = (f"{before}{number_written(x, code)}" for x in (option.worth[0], option.worth[2]))
    return worst, f"{best}{after}"


def _options_changed(pursuit: Pursuit, form: FormData, request: Request) -> Pursuit:
    code = language(request)
    words = shell(code).words
    typed = str(form.get("unit", "")).strip() or None
    if typed is not None and typed.casefold() == words["week_points"].casefold():
        typed = POINTS
    unit = unit_of(pursuit, typed, beside_amounts(form))
    match form.get("do"):
        case "drop":
            return set_options.drop(pursuit, str(form.get("name", "")))
        case "week":
            said = {f: amount_in(form, f"week_{f}", words[f"week_{f}"], code, least=0) for f in WEEK + WEEK_MORE}
            return set_options.week(pursuit, unit=unit, **said)
        case _:
            return _with_option(pursuit if unit is None else set_options.week(pursuit, unit=unit), form, code)


def _with_option(pursuit: Pursuit, form: FormData, code: str) -> Pursuit:
    words = shell(code).words
    name = str(form.get("name", "")).strip()
    if not name:
        raise UsageError(words["field_wrong"].format(label=words["options_name"], what=words["first_name"]))
    ends = [amount_in(form, end, words[f"options_{end}"], code) for end in ("worst", "best")]
    spent = {f: amount_in(form, f, words[f"options_{f}"], code, least=0) for f in ("hours", "money", "weeks")}
    chance = amount_in(form, "chance", words["options_chance"], code, least=0, most=100)
    worth = tuple(x for x in ends if x is not None) or None
    return set_options.add(pursuit, name, worth=worth, chance=chance, **spent)
