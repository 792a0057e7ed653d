"""Forms as typed in; answers, memories and offers as values out. What does not fit is said in a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, cast, get_args

from starlette.datastructures import FormData

from walkaway.app.answers import Answers, Elsewhere, Fear
from walkaway.app.belief import SHAPES, Shape
from walkaway.app.currency import one_currency
from walkaway.app.errors import UsageError
from walkaway.app.own_talk import OwnTalk
from walkaway.app.pursuit import You
from walkaway.app.recalled import NormalWeek, Recalled, normal_week
from walkaway.core.events import DAY
from walkaway.core.standards.standard import Counted, PursuitKind
from walkaway.words.amount import Amount, amount, currency_in
from walkaway.words.shell import shell
from walkaway.words.spoken import spoken

WEEKS_PER_MONTH = 52 / 12
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC).date()
_CURRENCY = 3
_DECIMAL = re.compile(r"-?\d+[.,]\d+")
_POINT = re.compile("[.,]")
REMEMBERED = (("you_open", 1000.0), ("they_open", 1000.0), ("they_answer", 10.0), ("their_days", 7.0))
"""What is asked about a normal week, and the most it can be."""


def labels(options: Mapping[Any, str]) -> list[tuple[str, str]]:
    """Choices as a form shows them."""
    return [(str(value), text) for value, text in options.items()]


def about(code: str) -> dict[str, Any]:
    """The questions that only the person can answer, in this language."""
    words, doors = shell(code).words, spoken(code).doors
    return {
        "safety": doors.SAFETY,
        "kinds": labels(doors.KINDS),
        "fears": [*labels(doors.FEARS), ("", words["later"])],
        "wants": [*labels(doors.WANTS), ("", words["later"])],
        "places": [*labels(doors.PLACES), ("", words["later"])],
    }


def said_in(form: FormData, before: Answers) -> Answers:
    """The answers of a form. What it does not ask about stays as it was; an empty answer takes one back."""

    def one(name: str, choices: tuple[str, ...], now: str | None) -> str | None:
        if name not in form:
            return now
        said = str(form[name])
        return said if said in choices else None

    kind = one("kind", tuple(PursuitKind), None if before.kind is None else before.kind.value)
    want = one("want", ("yes", "no"), None if before.want is None else "yes" if before.want else "no")
    return Answers(
        kind=None if kind is None else PursuitKind(kind),
        afraid=cast("Fear | None", one("afraid", get_args(Fear), before.afraid)),
        stop_contact=_stop(form, before.stop_contact),
        want=None if want is None else want == "yes",
        elsewhere=cast("Elsewhere | None", one("elsewhere", get_args(Elsewhere), before.elsewhere)),
        quiet=before.quiet,
    )


def _stop(form: FormData, before: bool | None) -> bool | None:
    """Whether they asked for no more contact. A box that our own reading had ticked says no when it is cleared."""
    if "all" not in form:
        return before
    if form.get("stop_contact") == "yes":
        return True
    return False if before is False or "stop_read" in form else None


def recalled_in(form: FormData, code: str, on: int) -> tuple[Recalled, dict[Counted, float]]:
    """Two normal weeks as told on this local day (us), and what must be true.

    Raises UsageError naming the first that is missing or cannot be read.
    """
    words, doors = shell(code).words, spoken(code).doors
    weeks: dict[str, NormalWeek] = {}
    for time in ("then", "now"):
        asked = [(f"{time}_{field}", f"{words[time]}: {words[field]}", most) for field, most in REMEMBERED]
        typed = [_number(form, *each, code) for each in asked]
        you, they, answered, days = typed
        weeks[time] = normal_week(you_open=you, they_open=they, they_answer=answered / 10, their_days=days)
    months = _number(form, "months", words["months"], 600.0, code)
    picked = [
        doors.NEEDED[int(str(k))]
        for k in form.getlist("need")
        if str(k).isdecimal() and int(str(k)) < len(doors.NEEDED)
    ]
    needs: dict[Counted, float] = {counted: target for _, counted, target in picked}
    return Recalled(on, weeks["then"], weeks["now"], round(months * WEEKS_PER_MONTH)), needs


COLUMNS = (("when", True), ("who", False), ("text", True), ("with", False), ("direction", False))
"""What a table is asked for, and whether it must have it. Who wrote may follow from whom and which way."""


def columns_of(header: Sequence[str]) -> list[str]:
    """Names of columns that can be said: the marks that part a saying cannot stand in one."""
    return [name for name in header if not set(",=") & set(name)]


def columns_in(form: FormData) -> str:
    """Which column holds what, as it is remembered. "" where something that is needed was not said."""
    said = {name: str(form.get(f"column_{name}", "")).strip() for name, _ in COLUMNS}
    if not all(said[name] for name, needed in COLUMNS if needed) or not (said["who"] or said["with"]):
        return ""
    return ", ".join(f"{name}={column}" for name, column in said.items() if column and columns_of([column]))


def offer_in(form: FormData, code: str) -> dict[str, Any]:
    """A typed offer, by the names `app.weigh_offer.weigh` takes. Raises UsageError."""
    words = shell(code).words
    found: dict[str, Any] = {"kind": str(form.get("kind", "deal")), "currency": ""}
    for name in ("theirs", "fallback", "mine", "better", "otherwise", "low", "high"):
        typed = str(form.get(name, "")).strip()
        if not typed:
            continue
        read = amount(typed)
        if read is None:
            raise UsageError(_about(words[f"decide_{name}"], spoken(code).doors.AN_AMOUNT, code))
        found[name] = read.value
        found["currency"] = one_currency(found["currency"], read.currency)
    for name, most in (("sure", 100.0), ("better_sure", 100.0), ("deadline", 3650.0), ("better_days", 3650.0)):
        if str(form.get(name, "")).strip():
            found[name] = _number(form, name, words[f"decide_{name}"], most, code)
    low, high = found.pop("low", None), found.pop("high", None)
    if low is not None and high is not None and low < high:
        found["likely"] = (low, high)
    elif low is not None or high is not None:
        raise UsageError(_about(words["decide_low"], spoken(code).doors.OFFER_HINTS["likely"], code))
    if "better" in found:
        found.setdefault("better_sure", 50.0)
        found.setdefault("better_days", 14.0)
    else:
        found = {name: value for name, value in found.items() if not name.startswith("better")}
    return {**found, "trade": form.get("trade") == "yes", "buying": form.get("buying") == "yes"}


WEEK = ("good", "free", "costs", "hours")
"""What is asked about the worth of a week."""
WEEK_MORE = ("weak", "asking", "hour_pays", "income")
"""What may be said about it besides."""


def typed_number(
    form: FormData, name: str, label: str, code: str, *, least: float | None = None, most: float | None = None
) -> Amount | None:
    """A number in a form, as people write it, with its currency. None where the field is empty.

    Raises UsageError in the words of its `label`, where it is none, or not from `least` to `most`.
    """
    typed = str(form.get(name, "")).strip().removesuffix("%").strip()
    if not typed:
        return None
    found = amount(typed)
    if not _fits(found, least, most):
        # 2.125 of at most 168 hours has a point: no thousands fit there.
        found = Amount(float(_POINT.sub(".", typed)), "") if _DECIMAL.fullmatch(typed) else None
    if found is None or not _fits(found, least, most):
        raise UsageError(_about(label, _wanted(code, least, most), code))
    return found


def _fits(found: Amount | None, least: float | None, most: float | None) -> bool:
    return found is not None and (least is None or found.value >= least) and (most is None or found.value <= most)


def _wanted(code: str, least: float | None, most: float | None) -> str:
    """What a field wants, in words."""
    words = shell(code).words
    if least is None:
        return str(spoken(code).doors.AN_AMOUNT)
    said = words["number_from"] if most is None else words["number_to"]
    return str(said.format(least=f"{least:g}", most=f"{most or 0:g}"))


def _about(label: str, what: str, code: str) -> str:
    """What is wrong with the field of this label."""
    return str(shell(code).words["field_wrong"].format(label=label, what=what))


def beside_amounts(form: FormData) -> dict[str, str]:
    """The currency that stands beside each amount about options and the worth of a week."""
    fields = {name: f"week_{name}" for name in WEEK + WEEK_MORE if name != "hours"}
    fields |= {name: name for name in ("worst", "best", "money")}
    return {name: currency_in(str(form.get(field, ""))) for name, field in fields.items()}


def amount_in(
    form: FormData, name: str, label: str, code: str, *, least: float | None = None, most: float | None = None
) -> float | None:
    """The same without its currency."""
    found = typed_number(form, name, label, code, least=least, most=most)
    return None if found is None else found.value


def count_in(form: FormData, name: str, label: str, code: str, usual: int) -> int:
    """A whole number in a form. What is usual where the field is empty. Raises UsageError."""
    found = amount_in(form, name, label, code, least=0, most=520)
    return usual if found is None else round(found)


def you_in(form: FormData, before: You, code: str) -> You:
    """The hours of a week, and the share of them set aside. An empty field leaves it as it was. Raises UsageError."""
    words = shell(code).words
    hours = amount_in(form, "hours_week", words["hours_week"], code, least=0, most=168)
    share = amount_in(form, "hours_own_life", words["hours_own_life"], code, least=0, most=100)
    return replace(
        before,
        hours=before.hours if hours is None else hours,
        own_life=before.own_life if share is None else share / 100,
    )


def day_in(form: FormData, name: str, code: str) -> int | None:
    """A day in a form, as a local time (us). None where the field is empty. Raises UsageError."""
    typed = str(form.get(name, "")).strip()
    try:
        return (date.fromisoformat(typed) - _EPOCH).days * DAY if typed else None
    except ValueError:
        raise UsageError(shell(code).words["a_day"]) from None


def talk_frame_in(form: FormData, before: OwnTalk, code: str) -> OwnTalk:
    """What is known about a talk beside its numbers. An empty field takes back what was said. Raises UsageError."""
    words = shell(code).words
    fallback = typed_number(form, "fallback", words["decide_fallback"], code)
    left = amount_in(form, "left", words["talk_left"], code, least=0, most=200)
    risk = (amount_in(form, "breaks_off", words["talk_breaks"], code, least=0, most=100) or 0.0) / 100
    beside = (currency_in(str(form.get(name, ""))) for name in ("fallback", "low", "high", "market_low", "market_high"))
    currency = one_currency(str(form.get("currency", "")).strip()[:_CURRENCY], *beside)
    return replace(
        before,
        selling=form.get("buying") != "yes",
        fallback=None if fallback is None else fallback.value,
        expires=day_in(form, "expires", code),
        likely=_range_in(form, ("low", "decide_low"), ("high", "decide_high"), code),
        market=_range_in(form, ("market_low", "talk_market_low"), ("market_high", "talk_market_high"), code),
        left=None if left is None else round(left),
        breaks_off=risk,
        currency=currency,
        shape=cast("Shape | None", form.get("shape")) if form.get("shape") in SHAPES else None,
        voluntary={"yes": True, "no": False}.get(str(form.get("free", ""))),
    )


def _range_in(form: FormData, low: tuple[str, str], high: tuple[str, str], code: str) -> tuple[float, float] | None:
    """A range by the names of its two fields, each with its label."""
    words = shell(code).words
    ends = [amount_in(form, name, words[label], code) for name, label in (low, high)]
    if ends == [None, None]:
        return None
    if ends[0] is None or ends[1] is None or ends[0] >= ends[1]:
        raise UsageError(_about(words[low[1]], words["talk_range"], code))
    return ends[0], ends[1]


def _number(form: FormData, name: str, label: str, most: float, code: str) -> float:
    """A number that must be there, from 0 to `most`."""
    found = amount_in(form, name, label, code, least=0, most=most)
    if found is None:
        raise UsageError(_about(label, _wanted(code, 0, most), code))
    return found
