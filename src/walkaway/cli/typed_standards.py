"""What was typed about standards in; the pursuit with it, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from walkaway.app import set_standards
from walkaway.app.errors import UsageError
from walkaway.app.pursuit import Pursuit
from walkaway.cli.reading import day_gone
from walkaway.core.events import DAY, Moment
from walkaway.words.amount import amount


@dataclass(frozen=True, slots=True)
class TypedStandards:
    """The options of `walkaway standard`, as typed. `rule` has the names of `Promise`; None: not typed."""

    add: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    rate: tuple[str, ...] = ()
    on: str | None = None
    points: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    only_mine: bool | None = None
    promise: str | None = None
    rule: Mapping[str, Any] = field(default_factory=dict)
    drop_promise: str | None = None
    you: Mapping[str, str | None] = field(default_factory=dict)
    them: Mapping[str, str | None] = field(default_factory=dict)


def changed(pursuit: Pursuit, typed: TypedStandards, now: Moment) -> Pursuit:
    """All of it, in the order one would think of it: what is on the list, how it stands, what is promised."""
    if typed.points and typed.first:
        raise UsageError(
            "--first takes the place of --points, so only one of them goes. Say either an order or points."
        )
    for text in typed.add:
        name, target = _name_and_number(text)
        pursuit = set_standards.add(pursuit, name, target)
    for flag, names in ((True, typed.must), (False, typed.soft)):
        for name in names:
            pursuit = set_standards.add(pursuit, name, must_have=flag)
    for name in typed.drop:
        pursuit = set_standards.drop(pursuit, name)
    if typed.rate:
        day = now.local if typed.on is None else day_gone("--on", typed.on)
        for text in typed.rate:
            pursuit = set_standards.rate(pursuit, *_named("--rate", text), on=day // DAY * DAY)
    if typed.points:
        pursuit = set_standards.weigh(pursuit, dict(_named("--points", text) for text in typed.points))
    if typed.first:
        pursuit = set_standards.order(pursuit, typed.first)
    if typed.promise is not None:
        name, level = _named("--promise", typed.promise)
        said = {key: value for key, value in typed.rule.items() if value is not None}
        rule = replace(set_standards.promised(pursuit, name), level=level, **said)
        pursuit = set_standards.promise(pursuit, rule, now)
    if typed.drop_promise is not None:
        pursuit = set_standards.promise(pursuit, set_standards.Promise(typed.drop_promise, None), now)
    if any((*typed.you.values(), *typed.them.values())):
        pursuit = set_standards.stand(pursuit, you=typed.you, them=typed.them)
    return pursuit if typed.only_mine is None else replace(pursuit, only_mine=typed.only_mine)


def _named(option: str, text: str) -> tuple[str, float]:
    """answers=80. Raises UsageError."""
    name, number = _name_and_number(text)
    if number is None:
        raise UsageError(f"{option} cannot be {text!r}. Give a name and a number, like answers=80.")
    return name, number


def _name_and_number(text: str) -> tuple[str, float | None]:
    """The number after the last =, if there is one: a sentence may well hold others."""
    name, sign, last = text.rpartition("=")
    found = amount(last.strip().removesuffix("%")) if sign else None
    return (text.strip(), None) if found is None else (name.strip(), found.value)
