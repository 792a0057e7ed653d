"""What was typed about options and the worth of a week in; the pursuit with it, out. What is missing is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from walkaway.app import set_options
from walkaway.app.currency import unit_of
from walkaway.app.errors import OpenQuestion, UsageError
from walkaway.app.pursuit import Pursuit
from walkaway.cli import asking
from walkaway.words.amount import Amount, amount, currency_in
from walkaway.words.en import doors


@dataclass(frozen=True, slots=True)
class TypedOption:
    """The options of `walkaway option`, as typed; `week` holds the worth of a week by name."""

    add: str | None = None
    worth: str | None = None
    chance: str | None = None
    hours: str | None = None
    money: str | None = None
    weeks: str | None = None
    drop: str | None = None
    unit: str | None = None
    week: Mapping[str, str | None] = field(default_factory=dict)


def changed(pursuit: Pursuit, typed: TypedOption, *, as_json: bool) -> Pursuit:
    """The week first, as options are counted in its unit. At a terminal a new option is asked about in words."""
    numbers = {name: _number(f"--{name.replace('_', '-')}", text) for name, text in typed.week.items()}
    beside = {
        name: currency_in(text) for name, text in (*typed.week.items(), ("worth", typed.worth)) if name != "hours"
    }
    unit = unit_of(pursuit, typed.unit, {**beside, "money": currency_in(typed.money)})
    pursuit = set_options.week(pursuit, unit=unit, **numbers)
    if typed.add is None and any((typed.worth, typed.chance, typed.hours, typed.money, typed.weeks)):
        raise UsageError("Say with --add which option this is about.")
    if typed.add is not None:
        before = pursuit
        pursuit = _added(before, typed.add, typed, present=asking.at_terminal(as_json=as_json))
        if set_options.renewed(before, pursuit):
            asking.say(doors.OPTION_RENEWED.format(name=typed.add.strip()))
    return pursuit if typed.drop is None else set_options.drop(pursuit, typed.drop)


def _added(pursuit: Pursuit, name: str, typed: TypedOption, *, present: bool) -> Pursuit:
    try:
        return set_options.add(
            pursuit,
            name,
            worth=None if typed.worth is None else _worth(typed.worth),
            chance=_number("--chance", typed.chance),
            hours=_number("--hours", typed.hours),
            money=_number("--money", typed.money),
            weeks=_number("--weeks", typed.weeks),
        )
    except OpenQuestion as question:
        if not present:
            raise
        worth = asking.text(str(question) + " " + doors.LIKE_A_SPAN)
        chance = typed.chance or asking.text(doors.OPTION_CHANCE)
        hours = typed.hours or asking.text(doors.OPTION_HOURS)
        return _added(pursuit, name, replace(typed, worth=worth, chance=chance, hours=hours), present=False)


def _worth(text: str) -> tuple[float, ...]:
    """4..9, or 4..6..9, or one number."""
    found = [amount(part) for part in text.split("..")]
    if any(x is None for x in found):
        raise UsageError(f"--worth cannot be {text!r}. Give it like 4..9, or 4..6..9 with the likely one between.")
    return tuple(x.value for x in found if x is not None)


def _number(option: str, text: str | None) -> float | None:
    if text is None:
        return None
    found: Amount | None = amount(text.strip().removesuffix("%"))
    if found is None:
        raise UsageError(f"{option} cannot be {text!r}. Give a number.")
    return found.value
