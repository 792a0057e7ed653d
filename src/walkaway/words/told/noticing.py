"""What holds in any talk and a language's sentences in; signals, what changed after you walked, what is safe, out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from walkaway.app.belief import Asking
from walkaway.app.beside_talk import Beside
from walkaway.core.offers.walked import LEAST, SinceWalk, WalkRecord

Amount = Callable[[float], str]


def asking_lines(asked: tuple[Asking, ...], amount: Amount, *, of: Any) -> list[str]:
    """The price to say first under each belief about how far they may go."""
    return [of.ASK.format(shape=of.SHAPES[a.shape], price=amount(a.price), chance=of.chance(a.chance)) for a in asked]


def more_noticed(beside: Beside | None, *, of: Any) -> list[str]:
    """The signals that the sentences of a talk do not say already; then what could not be told."""
    if beside is None:
        return []
    lines = [
        of.MORE_NOTICED[one.name].format(value=f"{100 * one.value:.0f}", n=one.n)
        for one in beside.notices
        if one.name in of.MORE_NOTICED
    ]
    untold = [of.UNTOLD[signal.name] for signal in beside.signals if not signal.told]
    return lines + ([of.UNTOLD_LEAD.format(what="; ".join(untold))] if untold else [])


def after_walk(beside: Beside | None, amount: Amount, *, of: Any) -> list[str]:
    """What changed in their numbers since the last time you walked, then your own record over all talks."""
    if beside is None:
        return []
    return [*_since_lines(beside.since, amount, of), *record_lines(beside.record, of=of)]


def record_lines(record: WalkRecord | None, *, of: Any) -> list[str]:
    """Your own record over all talks; nothing on fewer than five walks, for that says nothing of the next one."""
    if record is None:
        return []
    if not record.enough:
        return [of.RECORD["few"].format(walked=of.count(record.walked, *of.TIMES), least=LEAST)]
    low, high = (round(100 * x) for x in (record.back.low, record.back.high))
    back = round(record.back.value * record.walked)
    lines = [of.RECORD["share"].format(walked=record.walked, back=back, low=low, high=high)]
    if record.days is not None:
        lines.append(of.RECORD["days"].format(days=of.days_given(round(record.days))))
    if back:
        lines.append(of.RECORD["more"].format(times=of.count(record.with_more, *of.TIMES)))
    if record.better is not None:
        lines.append(of.RECORD[_how(record.better)].format(share=f"{abs(100 * record.better):.0f}"))
    return lines


def safe_to_say(beside: Beside | None, *, of: Any) -> list[str]:
    """What is true of your alternatives, as you noted them; then what holds always."""
    if beside is None:
        return list(of.TALK_SAFE)
    on = "" if beside.spoken_of is None else of.day(beside.spoken_of)
    return [of.ALTERNATIVES[beside.alternative].format(day=on), *of.TALK_SAFE]


def _since_lines(since: SinceWalk | None, amount: Amount, of: Any) -> list[str]:
    if since is None:
        return []
    at = amount(since.at)
    if since.first is None or since.nearer is None:
        return [of.SINCE["none"].format(at=at)]
    how = of.SINCE[_how(since.nearer) if abs(since.nearer) > 1e-9 else "same"].format(by=amount(abs(since.nearer)))
    days = "" if since.days is None or since.days < 0.5 else of.days_given(round(since.days))
    lines = [of.SINCE["came_later" if days else "came"].format(at=at, first=amount(since.first), days=days, how=how)]
    if since.before is not None and since.after is not None:
        before, after = _step(since.before, amount, of), _step(since.after, amount, of)
        lines.append(of.SINCE["steps"].format(before=before, after=after))
    return lines


def _how(nearer: float) -> str:
    return "worse" if nearer < 0 else "better"


def _step(step: float, amount: Amount, of: Any) -> str:
    said = amount(abs(step))
    return str(of.SINCE["minus"].format(step=said)) if step < 0 else said
