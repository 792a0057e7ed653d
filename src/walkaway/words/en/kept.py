"""Pursuits that are kept in; their standards, options and the week over all of them, line by line, out."""

from __future__ import annotations

from walkaway.app.plan_week import FULL_WEEK, WeekPlan
from walkaway.app.position import GOOD, HOURS, good_week
from walkaway.app.pursuit import OwnStandard, OwnWeek, Pursuit
from walkaway.app.review_pursuit import own_standards
from walkaway.core.budget.concentration import Concentration
from walkaway.core.events import Moment
from walkaway.core.options.batna import Batna
from walkaway.core.standards.commitment import Standing, stage
from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.model import DEFAULTS
from walkaway.core.verdict.promise import in_force, slide
from walkaway.words.en import commitment, positions
from walkaway.words.en.amounts import day
from walkaway.words.en.measures import amount_of
from walkaway.words.en.money import chance
from walkaway.words.en.standards import named
from walkaway.words.printable import printable

NO_STANDARDS = "You have set no standards yet. Until you do, their own best weeks or common standards stand in."
NO_OPTIONS = "You have listed nothing else yet, so a free week is what you would have instead."
NOTHING_KEPT = (
    "Nothing is kept here yet. Say who it is and what you need: walkaway standard NAME --kind client --add answers=80. "
    "Then put an exported chat into its folder, and see its card: walkaway review NAME."
)
RATED_NEVER = "not rated yet"
OWN_LIFE = "your own life"
_HUNDRED = 100


# --- standards --------------------------------------------------------------------------------------------------------


def standard_lines(pursuit: Pursuit) -> tuple[str, ...]:
    """Each standard with its target, how much it weighs, and the last rating."""
    given = own_standards(pursuit.standards)
    return tuple(
        standard_line(own, of.weight, pursuit.answers.kind) for own, of in zip(pursuit.standards, given, strict=True)
    ) or (NO_STANDARDS,)


def standard_line(own: OwnStandard, weight: float, kind: PursuitKind | None) -> str:
    """One standard in one line."""
    name = own.evidence or own.name
    must = "Must have. " if own.must_have else ""
    how = "seen in the messages" if own.evidence else _rated(own)
    return (
        f"{named(name, kind).rstrip('.')}: {amount_of(name, own.target)} ({own.name}). {must}"
        f"Weighs {_HUNDRED * weight:.0f} of 100, {how}."
    )


def _rated(own: OwnStandard) -> str:
    if not own.ratings:
        return RATED_NEVER
    last = own.ratings[-1]
    return f"rated {last.score:.3g} on {day(last.on)}"


def promise_lines(pursuit: Pursuit, now: Moment) -> tuple[str, ...]:
    """Each rule that holds, with the person's own words, what waits to replace it, and how far it was let down."""
    lines = []
    kind = pursuit.answers.kind
    for edits in pursuit.promises.values():
        held = in_force(edits, now.at)
        if held is not None:
            words = printable(held.rule.words.strip(), positions.LONGEST)
            lines.append(positions.rule(held.rule, kind) + (f" You wrote: “{words}”" if words else ""))
            if held.waits_until is not None:
                lines.append(positions.waiting(held, now, kind))
        lowered = slide(edits, now.at)
        if lowered is not None and lowered.times:
            lines.append(positions.slid(lowered, kind))
    return tuple(lines)


def stage_lines(pursuit: Pursuit) -> tuple[str, ...]:
    """What is settled, where something was said of it."""
    kind, nothing = pursuit.answers.kind, Standing(None, None)
    if kind is None or (pursuit.you, pursuit.them) == (nothing, nothing):
        return ()
    return (commitment.stage(stage(kind, pursuit.you, pursuit.them)),)


# --- options ----------------------------------------------------------------------------------------------------------


def option_lines(pursuit: Pursuit, found: Batna) -> tuple[str, ...]:
    """Each option, the one to look into first on top: what it is worth, and until when it pays to look."""
    unit = pursuit.week.unit
    lines = []
    for p in found.prospects:
        worth = positions.amount(p.option.worth.expected, unit)
        name = printable(p.option.name, positions.LONGEST)
        look = (
            "It costs nothing to find out"
            if p.index == float("inf")
            else f"It pays to look while what you hold is worth less than {positions.amount(p.index, unit)}"
        )
        lines.append(f"{name}: about {worth} a week, {chance(p.option.chance)}. {look}.")
    return tuple(lines) or (NO_OPTIONS,)


def default_lines(week: OwnWeek) -> tuple[str, ...]:
    """Each number that was not said: what stands in for it, and where that comes from."""
    unit, good = week.unit, good_week(week)

    def share(x: float) -> str:
        return positions.amount(good * x, unit)

    guesses = {
        "good": f"A good week counts as {positions.amount(GOOD, unit)}: the top of the scale.",
        "weak": f"A weak week counts as {share(float(DEFAULTS.value[0, 1]))}: a common guess.",
        "costs": f"What a week takes out of you counts as {share(float(DEFAULTS.effort[0]))}: a common guess.",
        "free": f"A free week counts as {share(float(DEFAULTS.outside[0]))}: about a third of a good one, a guess.",
        "asking": f"Asking once counts as {share(float(DEFAULTS.ask_cost[0]))}: a common guess.",
        "hours": f"It is taken to need {HOURS:.0f} hours a week: a guess.",
    }
    return tuple(line for name, line in guesses.items() if getattr(week, name) is None)


# --- the week over all of them ----------------------------------------------------------------------------------------


def week_lines(plan: WeekPlan) -> tuple[str, ...]:
    """Your own life first, where the next hour is worth most, what hangs on one, and what leaving sets free."""
    of = "the hours you named"
    if plan.assumed:
        of = "hours taken from your pursuits" if plan.hours < FULL_WEEK else "a full week, as you named no hours"
    lines = [f"Of {plan.hours:.0f} hours a week ({of}), the first {plan.week.own_life:.0f} are for {OWN_LIFE}."]
    if plan.next:
        lines.append(f"The next hour is worth most at {printable(plan.next[0].name, 40)}.")
    if plan.freed:
        lines.append(f"What you leave sets {plan.freed:.0f} hours a week free.")
    lines += [hangs_on(name, of) for name, of in plan.hangs_on.items() if of.share > 0.5 and of.herfindahl < 1]
    if plan.apart:
        names = ", ".join(printable(name, 40) for name in plan.apart)
        lines.append(f"Counted in another unit, so not compared: {names}.")
    return tuple(lines)


def hangs_on(what: str, found: Concentration) -> str:
    """How much of income, time or contact hangs on one, and what is left without it."""
    kept = _HUNDRED * (1 - found.share)
    name = printable(found.largest, 40)
    return f"{_HUNDRED * found.share:.0f} % of your {what} hangs on {name}. Without it {kept:.0f} % is left."
