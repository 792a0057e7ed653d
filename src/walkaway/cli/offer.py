"""An offer as typed in; the same, weighed, out. At a terminal what is missing is asked for, with its default shown."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from walkaway.app.currency import is_currency, one_currency
from walkaway.app.errors import UsageError
from walkaway.cli import asking
from walkaway.words.amount import amount, currency_in
from walkaway.words.en import doors

if TYPE_CHECKING:
    from walkaway.app.weigh_offer import WeighedOffer

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class TypedOffer:
    """What was typed about an offer, as it was typed. None: not said."""

    kind: str | None = None
    theirs: str | None = None
    mine: str | None = None
    target: str | None = None
    fallback: str | None = None
    sure: str | None = None
    otherwise: str | None = None
    spread: str | None = None
    answer: str | None = None
    deadline: str | None = None
    likely: str | None = None
    better: str | None = None
    better_sure: str | None = None
    better_days: str | None = None
    waiting: str | None = None
    cost: str | None = None
    currency: str | None = None
    per: str | None = None
    terms: tuple[str, ...] = ()
    buying: bool = False
    trade: bool = False


def weigh_typed(typed: TypedOffer, *, as_json: bool) -> WeighedOffer:
    """Weigh what was typed. Raises OpenQuestion where a number is missing and nobody can be asked."""
    from walkaway.app.weigh_offer import weigh

    _fields(typed)  # a word that does not fit should be said before anything is asked
    missing = typed.theirs is None or typed.fallback is None
    if missing and asking.at_terminal(as_json=as_json):
        typed = _asked(typed)
    return weigh(**_fields(typed))


def _fields(typed: TypedOffer) -> dict[str, Any]:
    """The same as numbers, by the names the library takes."""
    amounts = ("theirs", "mine", "target", "fallback", "otherwise", "spread", "better", "waiting", "cost")
    read: dict[str, Any] = {name: _read(name, getattr(typed, name), _value) for name in amounts}
    read |= {name: _read(name, getattr(typed, name), percent) for name in ("sure", "better_sure")}
    days = {"answer": "answer_days", "deadline": "deadline", "better_days": "better_days"}
    read |= {field: _read(name, getattr(typed, name), days_ahead) for name, field in days.items()}
    read["likely"] = _read("likely", typed.likely, span)
    read["terms"] = dict(_read("term", term, _term) or ("", 0.0) for term in typed.terms)
    read |= {"kind": typed.kind, "per": typed.per, "buying": typed.buying, "trade": typed.trade}
    read["currency"] = _currency(typed)
    return {name: value for name, value in read.items() if value is not None}


def _read(name: str, typed: str | None, reader: Callable[[str], _T | None]) -> _T | None:
    if typed is None:
        return None
    found = reader(typed)
    if found is None:
        option = name.replace("_", "-")
        raise UsageError(f"--{option} cannot be {typed!r}. {doors.OFFER_HINTS.get(name, doors.AN_AMOUNT)}")
    return found


def _value(typed: str) -> float | None:
    found = amount(typed)
    return None if found is None else found.value


def percent(typed: str) -> float | None:
    """80 or 80%."""
    found = amount(typed.strip().removesuffix("%"))
    return found.value if found is not None and 0 <= found.value <= 100 else None


def days_ahead(typed: str) -> float | None:
    """A number of days, or a day like 2024-08-03 as days from today."""
    plain = typed.strip().lower().removesuffix("days").removesuffix("day").strip()
    if plain.isdecimal():
        return float(plain) if len(plain) <= 4 else None
    try:
        ahead = (date.fromisoformat(plain) - date.today()).days  # noqa: DTZ011 (a deadline is a day on the wall here)
    except ValueError:
        return None
    return float(ahead) if ahead >= 0 else None


def span(typed: str) -> tuple[float, ...] | None:
    """LOW..HIGH, or LOW..LIKELY..HIGH."""
    ends = [_value(part) for part in typed.split("..")]
    numbers = tuple(end for end in ends if end is not None)
    fits = len(numbers) == len(ends) and len(ends) in (2, 3) and list(numbers) == sorted(numbers)
    return numbers if fits and numbers[0] < numbers[-1] else None


def _term(typed: str) -> tuple[str, float] | None:
    name, _, worth = typed.rpartition("=")
    value = _value(worth)
    return (name.strip(), value) if name.strip() and value is not None else None


def _currency(typed: TypedOffer) -> str:
    """The sign or code to show: as said, else what stood beside the amounts. Raises UsageError where there are two."""
    amounts = (typed.theirs, typed.mine, typed.fallback, typed.target, typed.otherwise, typed.spread, typed.better)
    terms = (term.rpartition("=")[2] for term in typed.terms)
    beside = [currency_in(said) for said in (*amounts, typed.waiting, typed.cost, typed.likely, *terms)]
    return one_currency(shown_currency(typed.currency) or "", *beside)


def shown_currency(typed: str | None) -> str | None:
    """The currency as said with --currency. Raises UsageError where it is no sign or code."""
    if typed is not None and not is_currency(typed):
        raise UsageError(f"--currency cannot be {typed!r}. Give a sign or a code, like € or CHF.")
    return typed


# --- questions --------------------------------------------------------------------------------------------------------


def _asked(typed: TypedOffer) -> TypedOffer:
    """Every question whose answer was not typed, in the order in which one would tell it."""
    if typed.kind is None:
        kind = asking.choose(doors.OFFER_KIND, doors.OFFER_KINDS)
        typed = dataclasses.replace(typed, kind=kind)
        if kind == "deal" and not typed.buying:
            side = asking.choose(doors.OFFER_SIDE, doors.OFFER_SIDES)
            typed = dataclasses.replace(typed, buying=side == "buying")
    typed = _ask(typed, "theirs", _not_nothing)
    typed = _ask(typed, "mine", _value, default="")
    if typed.mine is not None and not typed.trade:
        typed = dataclasses.replace(typed, trade=asking.choose(doors.OFFER_TRADE, doors.WANTS) == "yes")
    typed = _ask(typed, "fallback", _value)
    typed = _ask(typed, "sure", percent, default="100")
    if percent(typed.sure or "100") != 100:
        if typed.buying:
            typed = _ask(typed, "otherwise", _value)
        typed = _ask(typed, "answer", days_ahead, default="")
    typed = _ask(typed, "deadline", days_ahead, default="")
    typed = _ask(typed, "likely", span, default="")
    typed = _ask(typed, "better", _value, default="")
    if typed.better is not None:
        typed = _ask(typed, "better_sure", percent, default="50")
        typed = _ask(typed, "better_days", days_ahead, default="14")
    return typed


def _not_nothing(typed: str) -> float | None:
    return _value(typed) or None


def _ask(
    typed: TypedOffer, name: str, reader: Callable[[str], object | None], *, default: str | None = None
) -> TypedOffer:
    """One question, asked until the answer can be read. A default stands in brackets; an empty one skips."""
    if getattr(typed, name) is not None:
        return typed
    shown = "" if default is None else f" [{default or doors.NONE}]"
    while True:
        answer = str(
            typer.prompt(f"\n{doors.OFFER_QUESTIONS[name]}{shown}", "", show_default=False, prompt_suffix=" ", err=True)
        ).strip()
        answer = answer or default or ""
        if not answer and default is not None:
            return typed
        if reader(answer) is not None:
            said: dict[str, Any] = {name: answer}
            return dataclasses.replace(typed, **said)
        asking.say(doors.OFFER_HINTS.get(name, doors.AN_AMOUNT))
