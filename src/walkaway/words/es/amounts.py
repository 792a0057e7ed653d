"""Momentos, plazos, partes y cuentas entran; cómo se dicen en español, sale."""

from __future__ import annotations

from babel.dates import format_date
from babel.numbers import format_decimal

from walkaway.core.events import DAY
from walkaway.words.en.amounts import wall_clock

_NUMBERS = (
    "ninguna",
    "una",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
)
_LEFT = (
    (0.15, "una décima parte"), (0.22, "una quinta parte"), (0.29, "una cuarta parte"), (0.41, "un tercio"),
    (0.58, "la mitad"), (0.70, "dos tercios"), (0.87, "tres cuartos"),
)  # fmt: skip


def day(local: int) -> str:
    """3 de agosto de 2024."""
    return format_date(wall_clock(local).date(), "long", locale="es")


def days_ago(local: int, days: int) -> str:
    """El día tantos días antes."""
    return day(local - days * DAY)


def number(value: float, digits: int = 0) -> str:
    """12.345 o 2,5."""
    return format_decimal(round(value, digits), locale="es")


def in_ten(share: float) -> str:
    """Una parte como tantas de 10; en los extremos, en palabras que siguen siendo ciertas."""
    if share < 0.05:
        return "casi ninguna"
    return "casi todas" if share > 0.95 else f"unas {max(1, min(9, round(10 * share)))} de 10"


def fraction(ratio: float) -> str:
    """Lo que queda: "un tercio"."""
    return next((words for below, words in _LEFT if ratio < below), "casi todo")


def compared(ratio: float) -> str:
    """Una cuenta al lado de la de antes."""
    if ratio < 0.87:
        return f"más o menos {fraction(ratio)} de los días"
    if ratio < 1.25:
        return "más o menos los mismos días"
    return f"unas {number(ratio, 1)} veces los días"


def hours(value: float) -> str:
    """Una espera: minutos, horas o días."""
    if value < 0.75:
        return count(max(1, round(60 * value)), "minuto", "minutos")
    if value < 36:
        return count(round(value), "hora", "horas")
    return count(round(value / 24), "día", "días")


def count(n: int, one: str, many: str) -> str:
    """1 semana; 12.345 mensajes."""
    return f"{number(n)} {one if n == 1 else many}"


def small(n: int) -> str:
    """Un número pequeño en letras, uno mayor en cifras."""
    return _NUMBERS[n] if 0 <= n < len(_NUMBERS) else number(n)


def per_week(value: float, one: str = "vez", many: str = "veces") -> str:
    """Con qué frecuencia en una semana, sin precisión falsa."""
    if value >= 0.95:
        return f"{number(value, 1)} {one if round(value, 1) == 1 else many} por semana"
    return f"más o menos una vez cada {max(2, round(1 / value))} semanas" if value >= 0.18 else "casi nunca"
