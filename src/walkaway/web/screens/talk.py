"""A talk over a price, number by number: what was said in; what to do now, and where both sides stand, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast, get_args

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from walkaway.app.belief import SHAPES
from walkaway.app.currency import one_currency
from walkaway.app.errors import UsageError
from walkaway.app.held import held
from walkaway.app.own_talk import OwnTalk
from walkaway.app.pursuit import Pursuit
from walkaway.app.set_talk import Act, a_coming_day, a_past_day, anew, noted, undone
from walkaway.app.talk import Talked
from walkaway.core.events import DAY
from walkaway.web.at_hand import desk_of, visit_of
from walkaway.web.forms import amount_in, day_in, talk_frame_in, typed_number
from walkaway.web.pages import day_written, fill, language, page, veiled
from walkaway.web.refused import Refused
from walkaway.web.screens.plain import missing, name_of, seen
from walkaway.web.screens.pursuit import tabs_of
from walkaway.web.screens.setting import judged
from walkaway.web.screens.talking import MOODS, iso, keep_said, weighed, with_wanted
from walkaway.web.zone_plot import Dot, Stand, drawn
from walkaway.words.shell import shell
from walkaway.words.spoken import spoken


def talk(request: Request) -> Response:
    """The talk as it stands."""
    return _talk(request)


async def talk_said(request: Request) -> Response:
    """A number more, one taken back, or what is known about the talk: kept at once."""
    return await keep_said(request, _changed, _talk)


def talks(request: Request) -> list[tuple[str, str]]:
    """Those with whom there may be a talk: an address and a name each."""
    desk = desk_of(request)
    names = [name for name in desk.names() if held(desk.heard(name, wait=False)) is None]
    return [(visit_of(request).key(name), name) for name in names]


def _changed(pursuit: Pursuit, form: FormData, request: Request) -> Pursuit:
    before, code = pursuit.talk or OwnTalk(), language(request)
    words = shell(code).words
    match form.get("do"):
        case "note":
            act, number = str(form.get("act", "")), typed_number(form, "number", words["talk_number"], code)
            if act not in get_args(Act):
                raise UsageError(spoken(code).doors.NOT_A_CHOICE)
            if number is None:
                what = spoken(code).doors.AN_AMOUNT
                raise UsageError(words["field_wrong"].format(label=words["talk_number"], what=what))
            on = day_in(form, "on", code)
            now = desk_of(request).now().local // DAY * DAY
            after = noted(before, cast("Act", act), number.value, now if on is None else a_past_day(on, now))
            scope = amount_in(form, "scope", words["talk_scope"], code, least=0)
            if scope and act in ("you", "them"):
                after = replace(after, said=(*after.said[:-1], replace(after.said[-1], scope=scope)))
            after = replace(after, currency=one_currency(before.currency, number.currency))
        case "wanted":
            after = with_wanted(before, form, code)
        case "undo":
            what = form.get("what")
            after = undone(before, "came" if what == "came" else "walked" if what == "walked" else "said")
        case "anew":
            after = anew(before)
        case "frame":
            after = talk_frame_in(form, before, code)
            a_coming_day(after.expires, desk_of(request).now().local // DAY * DAY, before.expires)
        case _:
            raise UsageError(spoken(code).doors.NOT_A_CHOICE)
    return replace(pursuit, talk=after)


def _talk(request: Request, refused: Refused | None = None) -> Response:
    name = name_of(request)
    if name is None:
        return missing(request)
    pursuit, now = desk_of(request).pursuit(name), desk_of(request).now().local // DAY * DAY
    why, kept, reviewed = held(desk_of(request).heard(name)), pursuit.talk or OwnTalk(), judged(request, name)
    if kept.issues and why is None:
        return seen(f"/p/{request.path_params['key']}/packages")
    chosen = None if reviewed is None else reviewed.chosen
    found = None if why is not None else weighed(desk_of(request), pursuit, chosen, now)
    words, money = shell(language(request)).words, spoken(language(request)).money.money
    return page(
        request,
        "talk.html",
        refused=refused,
        key=request.path_params["key"],
        tab="talk",
        why=why,
        name=name,
        talk=kept,
        acts=_acts(words),
        today=iso(now),
        expires=iso(kept.expires),
        money=lambda price: money(price, kept.currency),
        **_said(request, found if isinstance(found, Talked) else None),
        shapes=list(zip(SHAPES, words["talk_shapes"], strict=True)),
        **tabs_of(reviewed),
    )


def _acts(words: Mapping[str, Any]) -> list[tuple[Act, str]]:
    """What a number may be."""
    return [
        ("them", words["talk_them"]),
        ("you", words["talk_you"]),
        ("came", words["talk_came"]),
        ("walked", words["talk_walked"]),
        ("back", words["talk_back"]),
    ]


def _said(request: Request, found: Talked | None) -> dict[str, Any]:
    """The talk as the card says it, with its picture."""
    if found is None or found.advice is None or found.theirs is None:
        return {"card": None, "drawn": "", "stand": None, "plot_text": "", "mood": ""}
    says, words, own = spoken(language(request)).talks, shell(language(request)).words, found.talk
    of_any, money = spoken(language(request)).noticing, spoken(language(request)).money.money

    def amount(number: float) -> str:
        return str(money(number, own.currency))

    why, send, changes, noticed, safe = says.TALK_HEADINGS
    card = {
        "word": says.TALK_MOVES[found.advice.move],
        "numbers": tuple(says.talk_numbers(found)),
        "send_heading": send,
        "send": says.talk_sentence(found),
        "nothing": says.NOTHING_SENT,
        "sections": [
            (why, says.talk_reasons(found)),
            (changes, says.talk_changes(found)),
            (noticed, says.talk_noticed(found)),
            (safe, says.TALK_SAFE),
        ],
        "more": [
            (of_any.ASKING, of_any.asking_lines(found.asking, amount)),
            (of_any.ALSO, of_any.more_noticed(found.beside)),
            (of_any.AFTER_WALK, of_any.after_walk(found.beside, amount)),
            (of_any.ALTERNATIVE, of_any.safe_to_say(found.beside)[:1]),
        ],
    }
    said = tuple(Dot(one.by, one.number, one.on) for one in own.by_day)
    stand = Stand(said, found.advice.line, found.theirs, own.selling)
    low, high = (money(price, own.currency) for price in found.theirs)
    text = fill(words["talk_plot_text"], line=money(stand.line, own.currency), low=low, high=high, n=len(said))
    hides = visit_of(request).discreet
    days = [one.on for one in own.said] or [desk_of(request).now().local]
    ends = (day_written(min(days), language(request)), day_written(max(days), language(request)))

    def shown(text: str) -> str:
        return veiled(text) if hides else text

    picture = drawn(stand, words, shown(text), (shown(ends[0]), shown(ends[1])), lambda price: shown(money(price)))
    mood = MOODS.get(found.advice.move, "")
    return {"card": card, "drawn": picture, "stand": stand, "plot_text": text, "mood": mood}
