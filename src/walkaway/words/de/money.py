"""Beträge, Chancen und Fristen hinein; wie man sie auf Deutsch sagt, heraus."""

from __future__ import annotations

from babel.numbers import format_decimal

from walkaway.words.de.amounts import count, number

_AFTER = {"hour": " pro Stunde", "day": " am Tag", "month": " im Monat", "year": " im Jahr"}
_WHOLE = 1000
"""Ab hier zählt niemand Cent."""


def money(amount: float, currency: str = "") -> str:
    """1.200 € oder 95,50 EUR: mit dem Zeichen, das getippt wurde, und Cent nur, wo welche sind."""
    plain = abs(amount) >= _WHOLE or abs(amount - round(amount)) < 0.005
    digits = format_decimal(round(amount, 0 if plain else 2) + 0.0, "#,##0" if plain else "#,##0.00", locale="de")
    return f"{digits}\u00a0{currency}" if currency else digits


def per_period(amount: float, currency: str, per: str | None) -> str:
    """95 € pro Stunde."""
    return money(amount, currency) + _AFTER.get(per or "", "")


def chance(share: float) -> str:
    """Eine Chance, wie man sie zählt, als Umstand im Satz: "in 4 von 10 Fällen"."""
    if share >= 0.95:
        return "so gut wie sicher"
    if share >= 0.1:
        return f"in {round(10 * share)} von 10 Fällen"
    return f"in 1 von {round(1 / share)} Fällen" if share >= 0.01 else "kaum je"


def in_days(days: float) -> str:
    """In 10 Tagen; heute, wenn es weniger als einer ist."""
    return "heute" if round(days) == 0 else f"in {days_long(round(days))}"


def days_long(n: int) -> str:
    """Im dritten Fall: in 10 Tagen."""
    return count(n, "Tag", "Tagen")


def days_given(n: int) -> str:
    """Im vierten Fall: sie geben dir 10 Tage."""
    return count(n, "Tag", "Tage")


def weeks_long(n: int) -> str:
    """Im dritten Fall: in 4 Wochen."""
    return "einer Woche" if n == 1 else f"{number(n)} Wochen"
