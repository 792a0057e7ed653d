"""The signs and codes that stood beside amounts in; the one currency or unit in which they are counted, out.

Amounts that are set beside each other are in one currency: what a dollar is in euros is not known here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from walkaway.app.errors import UsageError
from walkaway.app.pursuit import OwnWeek, Pursuit

_CODES: Mapping[str, tuple[str, ...]] = {
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS"),
    "¥": ("JPY", "CNY"),
    "€": ("EUR",),
    "£": ("GBP",),
    "₹": ("INR",),
    "₩": ("KRW",),
    "₽": ("RUB",),
    "₺": ("TRY",),
    "₴": ("UAH",),
    "₪": ("ILS",),
    "₱": ("PHP",),
    "฿": ("THB",),
}
"""The codes that a sign may stand for."""
_NORTH = frozenset({"CHF", "SEK", "NOK", "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "BGN", "RSD"})
_SOUTH = frozenset({"BRL", "PEN", "UYU", "CRC", "ZAR", "NGN", "KES", "EGP", "MAD", "AED", "SAR", "PKR", "IDR", "MYR"})
_LONGEST = 4
_MONEY = ("money", "hour_pays", "income")
"""What is money in any unit."""


def one_currency(*said: str) -> str:
    """The first of these that says one; "" where none does. Raises UsageError where two of them differ."""
    named = [one for one in said if one]
    for other in named[1:]:
        if not _same(named[0], other):
            raise UsageError(f"There are two currencies here, {named[0]} and {other}. Give all amounts in one of them.")
    return named[0] if named else ""


def is_currency(typed: str) -> bool:
    """Whether this can stand beside an amount: a sign like €, a code like CHF, or a short word like kr or A$."""
    marks = typed.strip()
    return len(marks) <= _LONGEST and all(x.isalpha() or x == "." or unicodedata.category(x) == "Sc" for x in marks)


def is_money(sign: str) -> bool:
    """Whether this sign or code is surely one of a currency: three letters before a number may be any word."""
    codes = {code for codes in _CODES.values() for code in codes}
    return not sign.isalpha() or sign.upper() in codes | _NORTH | _SOUTH


def unit_of(pursuit: Pursuit, said: str | None, beside: Mapping[str, str]) -> str | None:
    """The unit of a week as said, or the currency of the first amounts; None: it stays.

    `beside`: the currency that stood beside an amount, by what it is for. Raises UsageError where there are two, or
    where something else is counted.
    """
    one_currency(*beside.values())
    sign = one_currency(*(sign for name, sign in beside.items() if name not in _MONEY))
    unit = pursuit.week.unit if said is None else said
    if sign and sign not in unit and not _same(unit.strip(), sign):
        if said is not None or pursuit.options or pursuit.week != OwnWeek():
            raise UsageError(f"You count in {unit} here, and this is in {sign}. Give it in {unit} too.")
        unit = sign
    return None if said is None and unit == pursuit.week.unit else unit


def _same(one: str, other: str) -> bool:
    one, other = one.upper(), other.upper()
    return one == other or other in _CODES.get(one, ()) or one in _CODES.get(other, ())
