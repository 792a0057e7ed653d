"""A time as a page of Facebook or Instagram says it in words in, the clock's microseconds out.

Months are known in English, German, Spanish, French, Italian, Portuguese and Dutch, long and short. No month of one of
these is called as another month in another.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape

_WHEN = re.compile(
    r"(?:(?P<month>[^\W\d]{3,12})\.? (?P<day>\d{1,2})|(?P<day2>\d{1,2})\.? (?:de )?(?P<month2>[^\W\d]{3,12})\.?),? "
    r"(?:de )?(?P<year>\d{4}),?(?: at| um| à| om| alle)? (?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r" ?(?P<half>[ap]\.? ?m\.?)?",
    re.IGNORECASE,
)
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar enero ene janvier janv gennaio gen janeiro januari",
            "feb february februar febrero février févr fév febbraio fevereiro fev februari",
            "mar march märz mär marzo mars março maart mrt",
            "apr april abril abr avril avr aprile",
            "may mai mayo maggio mag maio mei",
            "jun june juni junio juin giugno giu junho",
            "jul july juli julio juillet juil luglio lug julho",
            "aug august agosto ago août augustus",
            "sep sept september septiembre septembre settembre set setembro",
            "oct october okt oktober octubre octobre ottobre ott outubro out",
            "nov november noviembre novembre novembro",
            "dec december dez dezember dic diciembre déc décembre dicembre dezembro",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip


def spoken_time(said: str) -> int | None:
    """Microseconds since 1970 on the clock of whoever made the page; None where it is no time we can read."""
    match = _WHEN.fullmatch(" ".join(unescape(said[:100]).replace("\u202f", " ").split()))
    month = MONTHS.get((match["month"] or match["month2"]).lower()) if match else None
    if match is None or month is None:
        return None
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (match["half"][0].lower() == "p")
    day, second = int(match["day"] or match["day2"]), int(match["second"] or 0)
    try:
        at = datetime(int(match["year"]), month, day, hour, int(match["minute"]), second, tzinfo=UTC)
    except ValueError:
        return None
    return int(at.timestamp()) * 1_000_000
