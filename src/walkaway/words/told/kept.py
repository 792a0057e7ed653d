"""The week over all pursuits and a language's sentences in; where its hours are best spent, line by line, out."""

from __future__ import annotations

from typing import Any

from walkaway.app.plan_week import FULL_WEEK, WeekPlan
from walkaway.core.budget.concentration import Concentration
from walkaway.words.printable import printable

_LONGEST = 40


def week_lines(plan: WeekPlan, *, of: Any) -> tuple[str, ...]:
    """Your own life first, where the next hour is worth most, what hangs on one, and what leaving sets free."""
    said, why = of.WEEK, "named"
    if plan.assumed:
        why = "taken" if plan.hours < FULL_WEEK else "full"
    own, lines = of.number(plan.week.own_life), []
    if plan.hours > 0:
        lines.append(said["hours"].format(hours=of.number(plan.hours), why=said[why], own=own, life=of.OWN_LIFE))
    if plan.next:
        lines.append(said["next"].format(name=printable(plan.next[0].name, _LONGEST)))
    if plan.freed:
        lines.append(said["freed"].format(hours=of.number(plan.freed)))
    hanging = [(name, found) for name, found in plan.hangs_on.items() if found.share > 0.5 and found.herfindahl < 1]
    lines += [hangs_on(name, found, of=of) for name, found in hanging]
    if plan.apart:
        lines.append(said["apart"].format(names=", ".join(printable(name, _LONGEST) for name in plan.apart)))
    return tuple(lines)


def hangs_on(what: str, found: Concentration, *, of: Any) -> str:
    """How much of income, time or contact hangs on one, and what is left without it."""
    share, kept = of.number(100 * found.share), of.number(100 * (1 - found.share))
    name = printable(found.largest, _LONGEST)
    return str(of.WEEK["hangs_on"].format(share=share, what=of.HANGS[what], name=name, kept=kept))
