"""Cantidades, probabilidades y plazos entran; cómo se dicen en español, sale."""

from __future__ import annotations

from babel.numbers import format_decimal

from walkaway.words.es.amounts import count

_AFTER = {"hour": " por hora", "day": " al día", "month": " al mes", "year": " al año"}
_WHOLE = 1000
"""Desde aquí nadie cuenta céntimos."""


def money(amount: float, currency: str = "") -> str:
    """1.200 € o 95,50 EUR: con el signo que se escribió, y céntimos solo donde los hay."""
    plain = abs(amount) >= _WHOLE or abs(amount - round(amount)) < 0.005
    digits = format_decimal(round(amount, 0 if plain else 2) + 0.0, "#,##0" if plain else "#,##0.00", locale="es")
    return f"{digits}\u00a0{currency}" if currency else digits


def per_period(amount: float, currency: str, per: str | None) -> str:
    """95 € por hora."""
    return money(amount, currency) + _AFTER.get(per or "", "")


def chance(share: float) -> str:
    """Una probabilidad como se cuenta, dentro de la frase: "en 4 de 10 casos"."""
    if share >= 0.95:
        return "casi con seguridad"
    if share >= 0.1:
        return f"en {round(10 * share)} de 10 casos"
    return f"en 1 de {round(1 / share)} casos" if share >= 0.01 else "casi nunca"


def in_days(days: float) -> str:
    """En 10 días; hoy, si es menos de uno."""
    return "hoy" if round(days) == 0 else f"en {days_long(round(days))}"


def days_long(n: int) -> str:
    """Dentro de una frase: en 10 días."""
    return count(n, "día", "días")


days_given = days_long
"""En español un plazo dado se dice igual."""


def weeks_long(n: int) -> str:
    """Dentro de una frase: en 4 semanas."""
    return count(n, "semana", "semanas")
