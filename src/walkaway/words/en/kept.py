"""Pursuits that are kept in; their standards, options and the week over all of them, line by line, out."""

from __future__ import annotations

from walkaway.app.position import GOOD, HOURS, comeback, good_week
from walkaway.app.pursuit import OwnStandard, OwnWeek, Pursuit
from walkaway.app.review_pursuit import own_standards
from walkaway.core.events import Moment
from walkaway.core.options.batna import Batna
from walkaway.core.options.secretary import by_rank
from walkaway.core.standards.commitment import Standing, stage
from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.model import DEFAULTS
from walkaway.core.verdict.promise import in_force, slide
from walkaway.core.verdict.verdict import Move
from walkaway.words.en.amounts import day, small
from walkaway.words.en.english import ENGLISH
from walkaway.words.en.measures import amount_of
from walkaway.words.en.money import chance
from walkaway.words.en.support import SAFETY_QUESTION, SUPPORT, SUPPORT_REASON
from walkaway.words.printable import printable
from walkaway.words.told import commitment, positions
from walkaway.words.told.standards import named

NO_STANDARDS = "You have set no standards yet. Until you do, their own best weeks or common standards stand in."
NO_OPTIONS = "You have listed nothing else yet, so a free week is what you would have instead."
NOTHING_KEPT = (
    "Nothing is kept here yet. Keep an exported chat: walkaway add FILE. Or say who it is and what you need: "
    "walkaway standard NAME --kind client --add answers=80. Then see the card: walkaway review NAME."
)
LISTED = "What you listed is kept."
NO_MORE_CONTACT = "They asked for no more contact. So the only move is to leave it there, and no limit is needed."
NO_KIND = (
    "Say what this is first, with --kind: client, deal, job, investor, partner or friend. Your limit waits for it."
)
ANSWER_FIRST = (
    "One question comes first: “{question}” Answer with walkaway review NAME --afraid yes, no or unsure. "
    "Your answer stays on this machine, and your limit waits for it."
)
RATED_NEVER = "not rated yet"
OWN_LIFE = "your own life"
_HUNDRED = 100
SEVERAL = 3
"""From so many options on people think of the rule of the 37 %."""


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
        f"{named(name, kind, of=ENGLISH).rstrip('.')}: {amount_of(name, own.target)} ({own.name}). {must}"
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
            own = positions.own_words(held.rule, of=ENGLISH)
            lines.append(f"{positions.rule(held.rule, kind, of=ENGLISH)} {own}".rstrip())
            if held.waits_until is not None:
                lines.append(positions.waiting(held, now, kind, of=ENGLISH))
        lowered = slide(edits, now.at)
        if lowered is not None and lowered.times:
            lines.append(positions.slid(lowered, kind, of=ENGLISH))
    return tuple(lines)


def stage_lines(pursuit: Pursuit) -> tuple[str, ...]:
    """What is settled, where something was said of it."""
    kind, nothing = pursuit.answers.kind, Standing(None, None)
    if kind is None or (pursuit.you, pursuit.them) == (nothing, nothing):
        return ()
    return (commitment.stage(stage(kind, pursuit.you, pursuit.them), of=ENGLISH),)


# --- options ----------------------------------------------------------------------------------------------------------


def option_lines(pursuit: Pursuit, found: Batna) -> tuple[str, ...]:
    """Each option, the one to look into first on top: what it is worth, and until when it pays to look."""
    unit = pursuit.week.unit
    lines = []
    for p in found.prospects:
        worth = positions.amount(p.option.worth.expected, unit, of=ENGLISH)
        name = printable(p.option.name, positions.LONGEST)
        look = (
            "It costs nothing to find out"
            if p.index == float("inf")
            else f"It pays to look while what you hold is worth less than {positions.amount(p.index, unit, of=ENGLISH)}"
        )
        comes = "taken as sure" if p.option.chance >= 1 else chance(p.option.chance)
        lines.append(f"{name}: about {worth} a week, {comes}. {look}.")
    if len(lines) >= SEVERAL:
        lines.append(folklore(len(lines)))
    return tuple(lines) or (NO_OPTIONS,)


def limit_lines(pursuit: Pursuit, found: Batna) -> tuple[str, ...]:
    """The limit that follows from what else there is, the best of it, and whether an hour of looking pays."""
    unit, back = pursuit.week.unit, comeback(good_week(pursuit.week))
    limit = positions.limit(found.reservation + back, back, unit, of=ENGLISH)
    best = positions.best(found, unit, of=ENGLISH)
    if not found.prospects:
        return limit, best
    return limit, best, positions.next_hour(found.next_hour, unit, ENGLISH.POSITION["to_outside"], of=ENGLISH)


def folklore(n: int) -> str:
    """What the 37 % rule says of n options, what it is for, and what to do instead (`options/secretary`)."""
    rule = by_rank(n)
    return (
        f"You may have heard of the 37 % rule. With {n} it says: pass the first {small(rule.position - 1)}, then take "
        f"the next that is better. It finds the very best in {100 * rule.best:.0f} % of cases, if there is no way back "
        "and nothing is known of them. You know more: look into them in the order above, and stop once you hold more."
    )


def held_lines(pursuit: Pursuit, instead: Move) -> tuple[str, ...]:
    """Why no limit is shown, and what to do first. Under support without a name or a number, as on the card."""
    if instead is Move.SUPPORT:
        return (SUPPORT_REASON, LISTED, *SUPPORT)
    if instead is Move.WALK:
        return (NO_MORE_CONTACT, LISTED)
    if pursuit.answers.kind is None:
        return (NO_KIND, LISTED)
    return (ANSWER_FIRST.format(question=SAFETY_QUESTION), LISTED)


def default_lines(week: OwnWeek) -> tuple[str, ...]:
    """Each number that was not said: what stands in for it, and where that comes from."""
    unit, good = week.unit, good_week(week)

    def share(x: float) -> str:
        return positions.amount(good * x, unit, of=ENGLISH)

    guesses = {
        "good": f"A good week counts as {positions.amount(GOOD, unit, of=ENGLISH)}: the top of the scale.",
        "weak": f"A weak week counts as {share(float(DEFAULTS.value[0, 1]))}: a common guess.",
        "costs": f"What a week takes out of you counts as {share(float(DEFAULTS.effort[0]))}: a common guess.",
        "free": f"A free week counts as {share(float(DEFAULTS.outside[0]))}: about a third of a good one, a guess.",
        "asking": f"Asking once counts as {share(float(DEFAULTS.ask_cost[0]))}: a common guess.",
        "hours": f"It is taken to need {HOURS:.0f} hours a week: a guess.",
    }
    return tuple(line for name, line in guesses.items() if getattr(week, name) is None)


# --- the week over all of them ----------------------------------------------------------------------------------------

WEEK = {
    "hours": "Of {hours} hours a week ({why}), the first {own} are for {life}.",
    "named": "the hours you named",
    "taken": "hours taken from your pursuits",
    "full": "a full week, as you named no hours",
    "next": "The next hour is worth most at {name}.",
    "freed": "What you leave sets {hours} hours a week free.",
    "apart": "Counted in another unit, so not compared: {names}.",
    "hangs_on": "{share} % of your {what} hangs on {name}. Without it {kept} % is left.",
}
HANGS = {"income": "income", "time": "time", "contact": "contact"}
