"""Instants, spans, shares and counts in; how a person says them, out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from walkaway.core.events import DAY

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def wall_clock(local: int) -> datetime:
    """A local time (us) as a datetime whose zone means nothing but "as on the wall"."""
    return _EPOCH + timedelta(microseconds=local)


def day(local: int) -> str:
    """3 August 2024."""
    when = wall_clock(local)
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def short_day(local: int) -> str:
    """3 Aug 2024, for a table."""
    when = wall_clock(local)
    return f"{when.day} {_MONTHS[when.month - 1][:3]} {when.year}"


def days_ago(local: int, days: int) -> str:
    """The day so many days before a local time."""
    return day(local - days * DAY)


def in_ten(share: float) -> str:
    """A share as so many in 10; at the ends, in words that stay true."""
    if share < 0.05:
        return "hardly any"
    if share > 0.95:
        return "nearly all"
    return f"about {max(1, min(9, round(10 * share)))} in 10"


_LEFT = (
    (0.15, "a tenth"), (0.22, "a fifth"), (0.29, "a quarter"), (0.41, "a third"),
    (0.58, "half"), (0.70, "two thirds"), (0.87, "three quarters"),
)  # fmt: skip


def fraction(ratio: float) -> str:
    """What is left of something: "a third"."""
    return next((words for below, words in _LEFT if ratio < below), "nearly all")


def compared(ratio: float) -> str:
    """An amount beside what it was: "about a third as many", "about twice as many"."""
    if ratio < 0.87:
        return f"about {fraction(ratio)} as many"
    if ratio < 1.25:
        return "about as many"
    if ratio < 1.75:
        return "about one and a half times as many"
    return "about twice as many" if ratio < 2.5 else f"about {small(round(ratio))} times as many"


def hours(value: float) -> str:
    """A wait: minutes, hours or days, as one would say it."""
    if value < 0.75:
        minutes = max(1, round(60 * value))
        return f"{minutes} minute{_s(minutes)}"
    if value < 36:
        whole = round(value)
        return f"{whole} hour{_s(whole)}"
    days = round(value / 24)
    return f"{days} day{_s(days)}"


def number(value: float, digits: int = 0) -> str:
    """1,234 or 2.5."""
    return f"{value:,.{digits}f}".removesuffix(".0")


def count(n: int, noun: str, many: str | None = None) -> str:
    """12,345 messages; 1 week."""
    return f"{n:,} {noun if n == 1 else many or f'{noun}s'}"


def small(n: int) -> str:
    """A small number in letters, a larger one in digits."""
    return _NUMBERS[n] if 0 <= n < len(_NUMBERS) else f"{n:,}"


def per_week(value: float) -> str:
    """How often in a week, without false precision."""
    if value >= 0.95:
        times = f"{value:.1f}".removesuffix(".0")
        return "once a week" if times == "1" else f"{times} times a week"
    if value >= 0.18:
        return f"about once in {max(2, round(1 / value))} weeks"
    return "hardly ever"


def _s(n: int) -> str:
    return "" if n == 1 else "s"
