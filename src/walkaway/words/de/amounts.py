"""Zeitpunkte, Spannen, Anteile und Anzahlen hinein; wie man sie auf Deutsch sagt, heraus."""

from __future__ import annotations

from babel.dates import format_date
from babel.numbers import format_decimal

from walkaway.core.events import DAY
from walkaway.words.en.amounts import wall_clock

_NUMBERS = ("keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
_LEFT = (
    (0.15, "ein Zehntel"), (0.22, "ein Fünftel"), (0.29, "ein Viertel"), (0.41, "ein Drittel"),
    (0.58, "die Hälfte"), (0.70, "zwei Drittel"), (0.87, "drei Viertel"),
)  # fmt: skip


def day(local: int) -> str:
    """3. August 2024."""
    return format_date(wall_clock(local).date(), "long", locale="de")


def days_ago(local: int, days: int) -> str:
    """Der Tag so viele Tage davor."""
    return day(local - days * DAY)


def number(value: float, digits: int = 0) -> str:
    """1.234 oder 2,5."""
    return format_decimal(round(value, digits), locale="de")


def in_ten(share: float) -> str:
    """Ein Anteil als so viele von 10; an den Enden in Worten, die wahr bleiben."""
    if share < 0.05:
        return "kaum eine"
    return "fast alle" if share > 0.95 else f"etwa {max(1, min(9, round(10 * share)))} von 10"


def fraction(ratio: float) -> str:
    """Was übrig ist: "ein Drittel"."""
    return next((words for below, words in _LEFT if ratio < below), "fast alles")


def compared(ratio: float) -> str:
    """Eine Anzahl neben der früheren: "etwa ein Drittel so vielen"."""
    if ratio < 0.87:
        return f"nur etwa {fraction(ratio)} so vielen"
    if ratio < 1.25:
        return "etwa gleich vielen"
    if ratio < 1.75:
        return "etwa anderthalbmal so vielen"
    return f"etwa {number(max(2, round(ratio)))}-mal so vielen"


def hours(value: float) -> str:
    """Eine Wartezeit: Minuten, Stunden oder Tage."""
    if value < 0.75:
        return count(max(1, round(60 * value)), "Minute", "Minuten")
    if value < 36:
        return count(round(value), "Stunde", "Stunden")
    return count(round(value / 24), "Tag", "Tage")


def count(n: int, one: str, many: str) -> str:
    """1 Woche; 12.345 Nachrichten."""
    return f"{number(n)} {one if n == 1 else many}"


def small(n: int) -> str:
    """Eine kleine Zahl in Buchstaben, eine größere in Ziffern."""
    return _NUMBERS[n] if 0 <= n < len(_NUMBERS) else number(n)


def per_week(value: float, one: str = "Mal", many: str = "Mal") -> str:
    """Wie oft in einer Woche, ohne falsche Genauigkeit."""
    if value >= 0.95:
        return f"{number(value, 1)} {one if round(value, 1) == 1 else many} pro Woche"
    return f"etwa einmal in {max(2, round(1 / value))} Wochen" if value >= 0.18 else "kaum je"
