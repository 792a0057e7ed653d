"""What holds in any talk in; signals, what changed after you walked, and what is safe to say, in sentences, out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from walkaway.app.belief import Asking, Shape
from walkaway.app.beside_talk import Alternative, Beside
from walkaway.core.offers.signals import Noticed
from walkaway.core.offers.walked import LEAST, WalkRecord
from walkaway.words.en.amounts import count
from walkaway.words.en.money import chance
from walkaway.words.en.talks import TALK_SAFE

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
Amount = Callable[[float], str]

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


def asking_lines(asked: tuple[Asking, ...], amount: Amount) -> list[str]:
    """The price to say first under each belief about how far they may go."""
    return [f"If you think {SHAPES[a.shape]}: say {amount(a.price)}, with {chance(a.chance)} of a yes." for a in asked]


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
    since, lines = beside.since, []
    if since is not None and (since.first is None or since.nearer is None):
        lines.append(f"You walked at {amount(since.at)}. No number of theirs has come since.")
    elif since is not None and since.first is not None and since.nearer is not None:
        when = "" if since.days is None else f" {count(round(since.days), 'day')} later"
        how = "the same as before"
        if abs(since.nearer) > 1e-9:
            how = f"{amount(abs(since.nearer))} {'better' if since.nearer > 0 else 'worse'} for you"
        lines.append(f"You walked at {amount(since.at)}. They said {amount(since.first)}{when}: {how}.")
        if since.before is not None and since.after is not None:
            steps = f"{_step(since.before, amount)} a step before, {_step(since.after, amount)} since"
            lines.append(f"Towards you they moved {steps}.")
    return lines + record_lines(beside.record)


def record_lines(record: WalkRecord | None) -> list[str]:
    """Your own record over all talks; nothing on fewer than five walks, for that says nothing of the next one."""
    if record is None:
        return []
    if not record.enough:
        return [f"Over all talks you walked {count(record.walked, 'time')}. A share needs {LEAST}."]
    low, high = (round(100 * x) for x in (record.back.low, record.back.high))
    back = round(record.back.value * record.walked)
    lines = [f"Over all talks you walked {record.walked} times, and {back} came back: {low} to {high} in 100."]
    if record.days is not None:
        lines.append(f"In the middle that took {count(round(record.days), 'day')}.")
    if back:
        lines.append(f"{count(record.with_more, 'time')} it was with a better number.")
    if record.better is not None:
        lines.append(f"In the middle it was {_percent(record.better)} for you.")
    return lines


def safe_to_say(beside: Beside | None) -> list[str]:
    """What is true of your alternatives, as you noted them; then what holds always."""
    if beside is None:
        return list(TALK_SAFE)
    on = "" if beside.spoken_of is None else day(beside.spoken_of)
    return [ALTERNATIVES[beside.alternative].format(day=on), *TALK_SAFE]


def _step(step: float, amount: Amount) -> str:
    return f"{'minus ' if step < 0 else ''}{amount(abs(step))}"


def _percent(share: float) -> str:
    return f"{abs(100 * share):.0f} % {'worse' if share < 0 else 'better'}"


def day(local: int) -> str:
    """A local day (us) as it is said."""
    at = (_EPOCH + timedelta(microseconds=local)).date()
    return f"{at.day} {at:%B %Y}"
