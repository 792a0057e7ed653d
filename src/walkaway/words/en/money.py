"""Amounts of money, chances and spans of an offer in; how a person says them, out."""

from __future__ import annotations

_AFTER = {"hour": " an hour", "day": " a day", "month": " a month", "year": " a year"}


def money(amount: float, currency: str = "") -> str:
    """€1,200 by a sign, 1,200 EUR by a code, 1,200 by neither; cents only where there are some below a thousand."""
    digits = f"{abs(amount):,.0f}" if abs(amount) >= 1000 or _whole(amount) else f"{abs(amount):,.2f}"
    minus = "-" if amount < 0 and digits.strip("0,.") else ""
    if not currency:
        return f"{minus}{digits}"
    return f"{minus}{digits} {currency}" if currency.isalpha() else f"{minus}{currency}{digits}"


def per_period(amount: float, currency: str, per: str | None) -> str:
    """€95 an hour."""
    return money(amount, currency) + _AFTER.get(per or "", "")


def chance(share: float) -> str:
    """A chance as a person counts it, with its article: "a 4 in 10 chance"."""
    if share >= 0.95:
        return "a near certain chance"
    if share >= 0.1:
        k = round(10 * share)
        return f"{'an' if k == 8 else 'a'} {k} in 10 chance"
    return f"a 1 in {round(1 / share)} chance" if share >= 0.01 else "hardly any chance"


def in_days(days: float) -> str:
    """In 10 days; tomorrow is in 1 day, and less than a day is today."""
    whole = round(days)
    return "today" if whole == 0 else f"in {whole:,} day{'' if whole == 1 else 's'}"


def days_long(n: int) -> str:
    """How long something went on, or took."""
    return f"{n:,} day{'' if n == 1 else 's'}"


days_given = days_long


def weeks_long(n: int) -> str:
    """In how many weeks."""
    return f"{n:,} week{'' if n == 1 else 's'}"


def _whole(amount: float) -> bool:
    return abs(amount - round(amount)) < 0.005
