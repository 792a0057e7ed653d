"""One pursuit: its card, the messages behind a number, how it went over time, and what only the person can say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from walkaway.app.evidence import evidence as messages_behind
from walkaway.app.evidence import findings, timeline
from walkaway.core.events import Side
from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.verdict import Move
from walkaway.web.at_hand import desk_of, visit_of
from walkaway.web.desk import Reviewed
from walkaway.web.forms import about
from walkaway.web.pages import day_written, language, page
from walkaway.web.refused import Refused
from walkaway.web.screens.lines import card_of
from walkaway.web.screens.plain import missing, name_of
from walkaway.web.weeks import drawn
from walkaway.words.card import Card, Number
from walkaway.words.printable import printable
from walkaway.words.ribbon import svg
from walkaway.words.shell import shell
from walkaway.words.spoken import spoken

HIDDEN = (Move.SUPPORT, Move.UNANSWERED)
"""Moves under which no messages are laid out beside findings."""
MARKS = {"M": "met", "P": "partly", "x": "missed"}


def card(request: Request) -> Response:
    """The card."""
    return _with(request, _card)


def shown_again(request: Request, refused: Refused) -> Response:
    """The card with its one question, where it was sent without an answer."""
    return _with(request, lambda request, reviewed: _card(request, reviewed, refused))


def evidence(request: Request) -> Response:
    """The messages behind one finding; only they, where the page asks for them by itself."""
    return _with(request, _evidence)


def over_time(request: Request) -> Response:
    """Messages a week, yours and theirs."""
    return _with(request, _over_time)


Shown = Callable[[Request, Reviewed], Response]


def _with(request: Request, shown: Shown) -> Response:
    """The pursuit of this address, judged, to be shown. An address that was let go of leads nowhere."""
    name = name_of(request)
    return missing(request) if name is None else shown(request, desk_of(request).reviewed(name))


def _card(request: Request, reviewed: Reviewed, refused: Refused | None = None) -> Response:
    said, review = card_of(request, reviewed), reviewed.review
    chart = said.chart
    if chart is not None and visit_of(request).discreet:
        weeks = tuple(replace(week, monday="") for week in chart.weeks)
        chart = replace(chart, text="", changed=None, weeks=weeks)
    shown = findings(review) if review.verdict.move not in HIDDEN else ()
    return page(
        request,
        "pursuit.html",
        refused=refused,
        again="again" in request.query_params,
        card=said,
        key=request.path_params["key"],
        tab="card",
        drawn="" if chart is None else svg(chart),
        gone=review.gone is not None,
        unanswered=review.verdict.move is Move.UNANSWERED,
        signals=_signals(said, reviewed, shown),
        numbers=_numbers(said, reviewed, shown),
        change=_change(request, reviewed) if "change" in shown else None,
        marks=MARKS,
        weeks_key=_weeks_key(said),
        **tabs_of(reviewed),
        **about(language(request)),
    )


def _signals(said: Card, reviewed: Reviewed, shown: tuple[str, ...]) -> list[tuple[str, str | None]]:
    """Each sentence with the finding it says. The card says the signals first, in their order, then the trend."""
    names = [signal.name if signal.name in shown else None for signal in reviewed.review.signals]
    names += [None] * (len(said.signals) - len(names))
    return list(zip(said.signals, names, strict=False))


def _numbers(said: Card, reviewed: Reviewed, shown: tuple[str, ...]) -> list[tuple[Number, str | None]]:
    """Each number with the finding it rests on. The share of effort is the first, where there is one."""
    first = "share" if reviewed.review.balance is not None and "share" in shown else None
    return [(number, first if k == 0 else None) for k, number in enumerate(said.numbers)]


def _change(request: Request, reviewed: Reviewed) -> str:
    sentence: str = spoken(language(request)).change(reviewed.review.change)
    return sentence


def _weeks_key(said: Card) -> str:
    meaning = dict.fromkeys((week.letter, week.mark) for week in said.weeks)
    return ", ".join(f"{letter} {mark}" for letter, mark in meaning)


def tabs_of(reviewed: Reviewed | None) -> dict[str, Any]:
    """Which pages beside the card there are: over time only with messages, ahead with them or for a client."""
    hidden = reviewed is not None and reviewed.review.verdict.move in HIDDEN
    messages = reviewed is not None and reviewed.chosen is not None and not hidden
    client = reviewed is None or reviewed.pursuit.answers.kind is PursuitKind.CLIENT
    return {"has_messages": messages, "has_ahead": not hidden and (messages or client)}


def _evidence(request: Request, reviewed: Reviewed) -> Response:
    finding, review = request.path_params["finding"], reviewed.review
    hidden = reviewed.chosen is None or review.verdict.move in HIDDEN or finding not in findings(review)
    if hidden or reviewed.chosen is None:
        return missing(request)
    words = shell(language(request)).words
    return page(
        request,
        "evidence_body.html" if "hx-request" in request.headers else "evidence.html",
        key=request.path_params["key"],
        sentence=_sentence(request, reviewed, finding),
        finding=finding,
        messages=messages_behind(finding, review, reviewed.chosen),
        sides={Side.YOU: words["you"], Side.THEM: printable(review.them), Side.OTHER: words["other"]},
    )


def _sentence(request: Request, reviewed: Reviewed, finding: str) -> str:
    said = spoken(language(request))
    review = reviewed.review
    if finding == "share":
        sentence: str = said.balance(review.balance)
    elif finding == "change":
        sentence = said.change(review.change)
    else:
        sentence = said.signal(next(s for s in review.signals if s.name == finding), review.as_of.local)
    return sentence


def _over_time(request: Request, reviewed: Reviewed) -> Response:
    if reviewed.chosen is None or reviewed.review.verdict.move in HIDDEN:
        return missing(request)
    words = shell(language(request)).words
    found = timeline(reviewed.chosen, reviewed.review.as_of)
    mondays = [day_written(monday, language(request)) for monday in found.monday.tolist()] or [""]
    return page(
        request,
        "timeline.html",
        key=request.path_params["key"],
        tab="timeline",
        name=reviewed.pursuit.name,
        **tabs_of(reviewed),
        picture=drawn(found, words, (mondays[0], mondays[-1])),
        weeks=list(zip(found.monday.tolist(), found.yours.tolist(), found.theirs.tolist(), strict=True)),
    )
