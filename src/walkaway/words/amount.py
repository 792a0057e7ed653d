"""An amount as a person types it in; the number, and the sign or code of the currency if there was one, out.

Amounts that are set beside each other are in one currency: what a dollar is in euros is not known here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from walkaway.core.leaving.prices import number

_AMOUNT = re.compile(
    r"(?P<minus>[-+−]?)\s*(?P<before>[^\W\d_]{3}(?=[\s\d])|[$€£¥₹₩₽₺₴₪₱฿]|)\s*(?P<sign>[-+−]?)"
    r"(?P<digits>\d[\d.,'’   ]*|\.\d+)\s*(?P<size>[kKmM]?)\s*(?P<after>[^\W\d_]{3}|[$€£¥₹₩₽₺₴₪₱฿]|)"
)
_SIZES = {"": 1.0, "k": 1e3, "m": 1e6}
LARGEST = 1e12


class Amount(NamedTuple):
    """The number, and what stood before or after it: "" where nothing did."""

    value: float
    currency: str


def amount(typed: str) -> Amount | None:
    """1,200 or 1200.50 or 1.200,50 or 60k or €95; None where it is no amount.

    One separator with three digits behind it parts thousands, as nobody prices in thousandths; with k or m it is a
    point. Of two kinds, the last one is the point.
    """
    match = _AMOUNT.fullmatch(typed.strip())
    if match is None or (match["minus"] and match["sign"]) or (match["before"] and match["after"]):
        return None
    found = number(re.sub(r"['’   ]", "", match["digits"]), sized=bool(match["size"]))
    if found is None:
        return None
    value = found * _SIZES[match["size"].lower()]
    minus = (match["minus"] or match["sign"]) in ("-", "−")
    currency = match["before"] or match["after"]
    return Amount(-value if minus else value, currency.upper()) if value <= LARGEST else None


def currency_in(typed: str | None) -> str:
    """The sign or code beside an amount, or beside the first end of a range. "" where nothing stood there."""
    read = [amount(part) for part in (typed or "").split("..")]
    return next((one.currency for one in read if one is not None and one.currency), "")
