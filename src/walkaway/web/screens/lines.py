"""Reviews in; one line for each pursuit, as the lists show it, out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.requests import Request

from walkaway.app import everyone
from walkaway.app.errors import WalkawayError
from walkaway.app.pursuit import Pursuit
from walkaway.core.events import Side
from walkaway.core.verdict.verdict import Move
from walkaway.web.at_hand import desk_of, visit_of
from walkaway.web.desk import Reviewed
from walkaway.web.pages import day_written, fill, language, sentence
from walkaway.web.veil import DOTS
from walkaway.words.card import Card, Chart
from walkaway.words.shell import shell
from walkaway.words.spoken import spoken

_WIDTH, _HEIGHT = 120, 44


@dataclass(frozen=True, slots=True)
class Line:
    """A pursuit in a list. `send` is what may be sent, with what introduces it; "" where there is nothing."""

    key: str
    name: str
    move: str
    word: str
    reason: str
    step: str
    lead: str
    send: str
    spark: str


COLUMNS = ("last", "share", "no", "date", "hour", "close")
"""What the table over everyone says of one beside its line."""


def card_of(request: Request, reviewed: Reviewed) -> Card:
    """The card in the person's language."""
    words = spoken(language(request))
    found: Card = words.card(reviewed.review)
    step = found.step and replace(found.step, text=words.doors.in_a_browser(found.step.text))
    return replace(found, step=step, basis=tuple(map(words.doors.in_a_browser, found.basis)))


def line(request: Request, name: str, reviewed: Reviewed | WalkawayError) -> Line:
    """One pursuit; where it cannot be judged, why."""
    key = visit_of(request).key(name)
    if isinstance(reviewed, WalkawayError):
        # It may name others in the chat, who are not kept.
        said = DOTS if visit_of(request).discreet else sentence(request, reviewed)
        why = fill(shell(language(request)).words["cannot"], why=said)
        return Line(key, name, "none", "", why, "", "", "", "")
    card = card_of(request, reviewed)
    step = card.step
    return Line(
        key,
        # Under support nothing on a list tells whom it is about.
        name if card.move is not Move.SUPPORT else "…",
        card.move.value if reviewed.review.gone is None else "left",
        card.word,
        card.reason if card.move is not Move.SUPPORT else "",
        "" if step is None else step.text,
        "" if step is None else step.lead or "",
        "" if step is None else step.send or "",
        "" if card.chart is None else spark(card.chart),
    )


def cells(request: Request, one: everyone.Reviewed, row: everyone.Row) -> dict[str, str]:
    """One row of the table over everyone, by column; a name that is not there has nothing to say."""
    if isinstance(one.found, WalkawayError) or one.found.verdict.move is Move.SUPPORT:
        return {}
    code, words = language(request), shell(language(request)).words
    found: dict[str, str] = {}
    if one.found.last_side is not None:
        acted = words["acted_you"] if one.found.last_side is Side.YOU else words["acted_they"]
        found["last"] = fill(acted, day=day_written(one.found.last.local, code))
    if row.share is not None:
        star = "*" if row.share.mostly_common else ""
        found["share"] = f"{row.share.share:.0f} ({row.share.low:.0f}–{row.share.high:.0f}){star}"
    if row.stopped:
        found["no"] = words["no_contact"]
    elif row.no is not None and row.no.reading.label is not None:
        found["no"] = words[f"no_{row.no.reading.label.value}"]
    if row.on is not None and not gone(one.pursuit):
        found["date"] = day_written(row.on, code)
    if row.hour is not None and row.unit is not None:
        found["hour"] = spoken(code).positions.amount(row.hour, row.unit)
    if row.close:
        found["close"] = words["yes_close"]
    return found


def gone(pursuit: Pursuit) -> bool:
    """Whether the person has left it."""
    return pursuit.left is not None and pursuit.left.on is not None


def lines(request: Request) -> list[Line]:
    """Every pursuit, in order of name."""
    return [line(request, name, found) for name, found in desk_of(request).all_reviewed().items()]


def spark(chart: Chart) -> str:
    """The share week by week as a thin line; what it says stands beside it in words."""
    n = max(2, len(chart.weeks))
    points: list[list[str]] = [[]]
    for k, week in enumerate(chart.weeks):
        if week.share is None:
            points.append([])
        else:
            points[-1].append(f"{_WIDTH * k / (n - 1):.1f},{_HEIGHT * (1 - week.share / 100):.1f}")
    drawn = "".join(f'<polyline class="share" points="{" ".join(run)}"/>' for run in points if len(run) > 1)
    fair = f'<rect class="fair" x="0" width="{_WIDTH}" y="{_HEIGHT * 0.35:.1f}" height="{_HEIGHT * 0.3:.1f}"/>'
    return f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" focusable="false">{fair}{drawn}</svg>'
