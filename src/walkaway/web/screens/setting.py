"""What the person sets about a pursuit, in place: answers, standards and promises, options and what a week is worth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from walkaway.app import set_options, set_standards
from walkaway.app.errors import UsageError, WalkawayError
from walkaway.app.position import comeback, good_week, held, outside
from walkaway.app.pursuit import Pursuit
from walkaway.core.events import DAY, Moment
from walkaway.core.standards.commitment import LADDERS, Way
from walkaway.core.standards.examples import EXAMPLES
from walkaway.core.verdict.promise import in_force
from walkaway.web.at_hand import desk_of
from walkaway.web.desk import Reviewed
from walkaway.web.forms import WEEK, WEEK_MORE, about, amount_in, count_in, said_in, you_in
from walkaway.web.pages import language, page, sentence
from walkaway.web.screens.people import keeps_words
from walkaway.web.screens.plain import missing, name_of, seen
from walkaway.web.screens.pursuit import tabs_of
from walkaway.words.shell import shell
from walkaway.words.spoken import spoken

WAYS: tuple[Way, ...] = ("said", "done")
Change = Callable[[Pursuit, FormData, Request], Pursuit]


def about_it(request: Request) -> Response:
    """What only the person can say, and the way to let go of it."""
    name = name_of(request)
    if name is None:
        return missing(request)
    return page(
        request,
        "settings.html",
        key=request.path_params["key"],
        tab="settings",
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


async def _set(request: Request, change: Change, shown: Callable[..., Response]) -> Response:
    name = name_of(request)
    if name is None:
        return missing(request)
    form, desk = await request.form(), desk_of(request)
    try:
        await run_in_threadpool(lambda: desk.keep(change(desk.pursuit(name), form, request)))
    except WalkawayError as error:
        return await run_in_threadpool(shown, request, sentence(request, error))
    return seen(request.url.path)


def judged(request: Request, name: str) -> Reviewed | None:
    """The review of it; None where there is none."""
    try:
        return desk_of(request).reviewed(name)
    except WalkawayError:
        return None


async def hours_set(request: Request) -> Response:
    """The hours of a week over all pursuits, and how many of them are the person's own."""
    form, shelf = await request.form(), desk_of(request).keeper.shelf()
    await run_in_threadpool(lambda: shelf.keep_you(you_in(form, shelf.you(), language(request))))
    return seen("/")


def _now(request: Request) -> Moment:
    return desk_of(request).now()


# --- standards --------------------------------------------------------------------------------------------------------


def _standards(request: Request, trouble: str | None = None) -> Response:
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
            "target": round(100 * s.target) if s.evidence == "replies" else s.target,
            "unit": s.evidence or "rating",
            "rated": s.ratings[-1].score if s.ratings else None,
            "rule": in_force(pursuit.promises.get(s.evidence or s.name, ()), now.at),
        }
        for s in pursuit.standards
    ]
    left = [e for e in (() if kind is None else EXAMPLES[kind]) if e.name not in taken and e.evidence not in taken]
    return page(
        request,
        "standards.html",
        200 if trouble is None else 400,
        key=request.path_params["key"],
        tab="standards",
        mine=mine,
        examples=[(e.name, words.standard(e), e.must_have) for e in left],
        only_mine=pursuit.only_mine,
        steps=_steps(pursuit, language(request)),
        kind=kind,
        trouble=trouble,
        **tabs_of(judged(request, name)),
    )


def _standards_changed(pursuit: Pursuit, form: FormData, request: Request) -> Pursuit:
    name = str(form.get("name", ""))
    match form.get("do"):
        case "take":
            for taken in form.getlist("take"):
                pursuit = set_standards.add(pursuit, str(taken))
        case "own" if name.strip():
            pursuit = set_standards.add(pursuit, name.strip())
        case "must" | "soft" as which:
            pursuit = set_standards.add(pursuit, name, must_have=which == "must")
        case "target":
            pursuit = set_standards.add(pursuit, name, amount_in(form, "target", language(request)))
        case "drop":
            pursuit = set_standards.drop(pursuit, name)
        case "rate":
            score = amount_in(form, "score", language(request))
            pursuit = set_standards.rate(
                pursuit, name, -1.0 if score is None else score, _now(request).local // DAY * DAY
            )
        case "promise":
            pursuit = set_standards.promise(pursuit, _promised(name, form, language(request)), _now(request))
        case "drop_promise":
            pursuit = set_standards.promise(pursuit, set_standards.Promise(name, None), _now(request))
        case "stand":
            pursuit = set_standards.stand(pursuit, you=_stood(form, "you"), them=_stood(form, "they"))
        case "up":
            pursuit = set_standards.order(pursuit, _moved_up(pursuit, name))
        case "alone" | "usual" as which:
            pursuit = replace(pursuit, only_mine=which == "alone")
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
    usual = set_standards.Promise(name, amount_in(form, "level", code))
    return replace(
        usual,
        misses=count_in(form, "misses", words["promise_misses"], usual.misses),
        within=count_in(form, "within", words["promise_within"], usual.within),
        grace=count_in(form, "grace", words["promise_grace"], usual.grace),
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


def _options(request: Request, trouble: str | None = None) -> Response:
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
        200 if trouble is None else 400,
        key=request.path_params["key"],
        tab="options",
        options=pursuit.options,
        week=[(field, getattr(pursuit.week, field)) for field in WEEK],
        week_more=[(field, getattr(pursuit.week, field)) for field in WEEK_MORE],
        unit=unit,
        limit=line,
        best=says.best(away, unit),
        trouble=trouble,
        **tabs_of(judged(request, name)),
    )


def _options_changed(pursuit: Pursuit, form: FormData, request: Request) -> Pursuit:
    code = language(request)
    match form.get("do"):
        case "drop":
            return set_options.drop(pursuit, str(form.get("name", "")))
        case "week":
            unit = str(form.get("unit", "")).strip() or None
            return set_options.week(
                pursuit, unit=unit, **{field: amount_in(form, f"week_{field}", code) for field in WEEK + WEEK_MORE}
            )
        case _:
            name = str(form.get("name", "")).strip()
            if not name:
                raise UsageError(spoken(code).doors.NOT_A_CHOICE)
            worst, best = amount_in(form, "worst", code), amount_in(form, "best", code)
            worth = tuple(x for x in (worst, best) if x is not None) or None
            return set_options.add(
                pursuit,
                name,
                worth=worth,
                chance=amount_in(form, "chance", code),
                hours=amount_in(form, "hours", code),
                money=amount_in(form, "money", code),
                weeks=amount_in(form, "weeks", code),
            )
