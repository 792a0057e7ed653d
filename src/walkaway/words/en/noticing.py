"""What holds in any talk in; signals, what changed after you walked, and what is safe to say, in sentences, out."""

from __future__ import annotations

from collections.abc import Callable

from walkaway.app.belief import Asking, Shape
from walkaway.app.beside_talk import Alternative, Beside
from walkaway.core.offers.signals import Noticed
from walkaway.core.offers.walked import LEAST, SinceWalk, WalkRecord
from walkaway.words.en import amounts
from walkaway.words.en.amounts import count
from walkaway.words.en.money import chance
from walkaway.words.en.talks import TALK_SAFE

Amount = Callable[[float], str]
day = amounts.day

MORE_NOTICED: dict[Noticed, str] = {
    "only_around_asks": "Of the {n} days on which they wrote, {value} % lie around days when they wanted something.",
    "scope_without_price": "The work grew from one version to the next. The price for the same work fell by {value} %.",
}
UNTOLD: dict[Noticed, str] = {
    "below_line": "whether their number is short of your line (they have said none)",
    "below_market": "whether they are below the usual range (note that range)",
    "yours_alone": "whether you move alone (note your numbers)",
    "scope_without_price": "whether the work grows without the price (note the hours with two of their numbers)",
    "only_around_asks": "whether they write only when they want something (note those days; the messages help)",
}
UNTOLD_LEAD = "Not to be told yet: {what}."
ALSO = "Also looked for"
ALTERNATIVE = "What is true of what you have"
AFTER_WALK = "After you walked"
ALTERNATIVES: dict[Alternative, str] = {
    "offer": "An offer from elsewhere came on {day}. So it is true to say: “I am weighing another offer, too.”",
    "something": "You have something else. So it is true to say: “I have another way to go.” You need not say which.",
    "gone": "What you had was gone on {day}. Do not speak of it as if it were still there.",
    "nothing": "You noted nothing else that you have. So do not speak of it. “I need a day to think” is enough.",
    "not_free": "You cannot leave for what you have whenever you like. So do not say that you will.",
}
FREE_QUESTION = "Could you leave for it whenever you like?"
FREE = {"yes": "yes, at any time", "no": "no, it is what is left if this breaks off"}
BREAKS = "How likely is it each round that this breaks off by itself, in percent?"
SHAPES: dict[Shape, str] = {
    "even": "each price in the range alike",
    "middle": "most of them in the middle",
    "low_middle": "most of them low in the middle",
    "few_far": "few of them far up",
}
ASKING = "The first number, and a yes to it"
ASK = "If you think {shape}: say {price}, with {chance} of a yes."
SINCE = {
    "none": "You walked at {at}. No number of theirs has come since.",
    "came": "You walked at {at}. They said {first}: {how}.",
    "came_later": "You walked at {at}. They said {first} {days} later: {how}.",
    "same": "the same as before",
    "better": "{by} better for you",
    "worse": "{by} worse for you",
    "steps": "Towards you they moved {before} a step before, {after} since.",
    "minus": "minus {step}",
}
RECORD = {
    "few": "Over all talks you walked {walked}. A share needs {least}.",
    "share": "Over all talks you walked {walked} times, and {back} came back: {low} to {high} in 100.",
    "days": "In the middle that took {days}.",
    "more": "{times} it was with a better number.",
    "better": "In the middle it was {share} % better for you.",
    "worse": "In the middle it was {share} % worse for you.",
}


def asking_lines(asked: tuple[Asking, ...], amount: Amount) -> list[str]:
    """The price to say first under each belief about how far they may go."""
    return [ASK.format(shape=SHAPES[a.shape], price=amount(a.price), chance=chance(a.chance)) for a in asked]


def more_noticed(beside: Beside | None) -> list[str]:
    """The signals that the sentences of a talk do not say already; then what could not be told."""
    if beside is None:
        return []
    lines = [
        MORE_NOTICED[one.name].format(value=f"{100 * one.value:.0f}", n=one.n)
        for one in beside.notices
        if one.name in MORE_NOTICED
    ]
    untold = [UNTOLD[signal.name] for signal in beside.signals if not signal.told]
    return lines + ([UNTOLD_LEAD.format(what="; ".join(untold))] if untold else [])


def after_walk(beside: Beside | None, amount: Amount) -> list[str]:
    """What changed in their numbers since the last time you walked, then your own record over all talks."""
    if beside is None:
        return []
    return [*_since_lines(beside.since, amount), *record_lines(beside.record)]


def record_lines(record: WalkRecord | None) -> list[str]:
    """Your own record over all talks; nothing on fewer than five walks, for that says nothing of the next one."""
    if record is None:
        return []
    if not record.enough:
        return [RECORD["few"].format(walked=count(record.walked, "time"), least=LEAST)]
    low, high = (round(100 * x) for x in (record.back.low, record.back.high))
    back = round(record.back.value * record.walked)
    lines = [RECORD["share"].format(walked=record.walked, back=back, low=low, high=high)]
    if record.days is not None:
        lines.append(RECORD["days"].format(days=count(round(record.days), "day")))
    if back:
        lines.append(RECORD["more"].format(times=count(record.with_more, "time")))
    if record.better is not None:
        lines.append(RECORD[_how(record.better)].format(share=f"{abs(100 * record.better):.0f}"))
    return lines


def safe_to_say(beside: Beside | None) -> list[str]:
    """What is true of your alternatives, as you noted them; then what holds always."""
    if beside is None:
        return list(TALK_SAFE)
    on = "" if beside.spoken_of is None else day(beside.spoken_of)
    return [ALTERNATIVES[beside.alternative].format(day=on), *TALK_SAFE]


def _since_lines(since: SinceWalk | None, amount: Amount) -> list[str]:
    if since is None:
        return []
    at = amount(since.at)
    if since.first is None or since.nearer is None:
        return [SINCE["none"].format(at=at)]
    how = SINCE[_how(since.nearer) if abs(since.nearer) > 1e-9 else "same"].format(by=amount(abs(since.nearer)))
    days = "" if since.days is None else count(round(since.days), "day")
    lines = [SINCE["came_later" if days else "came"].format(at=at, first=amount(since.first), days=days, how=how)]
    if since.before is not None and since.after is not None:
        lines.append(SINCE["steps"].format(before=_step(since.before, amount), after=_step(since.after, amount)))
    return lines


def _how(nearer: float) -> str:
    return "worse" if nearer < 0 else "better"


def _step(step: float, amount: Amount) -> str:
    said = amount(abs(step))
    return SINCE["minus"].format(step=said) if step < 0 else said
