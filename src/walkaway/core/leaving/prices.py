"""A text in; the amounts of money in it, with their currency and place, out.

People write one amount in many ways: €1.200,50 and 1,200.50 USD, 12k and 2.5k, £900 and 900 quid, two grand. What is
no money is left out: times, days, years, percentages, and numbers of things.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₪": "ILS",
          "₱": "PHP", "฿": "THB", "₩": "KRW", "zł": "PLN", "us$": "USD", "a$": "AUD", "c$": "CAD"}  # fmt: skip
_NAMES = {"euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "buck": "USD", "bucks": "USD",
          "pound": "GBP", "pounds": "GBP", "quid": "GBP", "franc": "CHF", "francs": "CHF", "yen": "JPY", "rupee": "INR",
          "rupees": "INR", "zloty": "PLN", "kronor": "SEK", "kroner": "NOK", "lira": "TRY", "reais": "BRL"}  # fmt: skip
_CODES = [
    "usd",
    "eur",
    "gbp",
    "chf",
    "aud",
    "cad",
    "jpy",
    "inr",
    "sek",
    "nok",
    "dkk",
    "pln",
    "czk",
    "huf",
    "try",
    "brl",
    "mxn",
    "zar",
    "sgd",
    "hkd",
    "nzd",
    "cny",
    "rmb",
    "ils",
    "aed",
    "sar",
    "krw",
    "thb",
]
_SIZES = {"k": 1e3, "grand": 1e3, "thousand": 1e3, "hundred": 1e2, "m": 1e6, "mn": 1e6, "mio": 1e6, "million": 1e6,
          "bn": 1e9, "billion": 1e9}  # fmt: skip
_SAID = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
         "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40,
         "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}  # fmt: skip

_SPACES = "   "
_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_AFTER = "|".join([_SIGN, *sorted({*_NAMES, *_CODES}, key=len, reverse=True)])
_AMOUNT = re.compile(
    rf"(?:(?P<before>{_SIGN}|\b(?:{'|'.join(_CODES)}))[{_SPACES}]?)?"
    rf"(?<![\w.,:/-])(?P<digits>\d{{1,3}}(?:['’{_SPACES}]\d{{3}})+(?:[.,]\d{{1,2}})?|\d[\d.,]*\d|\d)(?:,-|\.-)?"
    rf"(?:[{_SPACES}]?(?P<size>k|m|mn|mio|bn|grand|thousand|million|billion|hundred)\b)?"
    rf"(?:[{_SPACES}]?(?P<after>{_AFTER})(?!\w))?",
    re.IGNORECASE,
)
_SPELT = re.compile(
    rf"\b(?P<word>{'|'.join(_SAID)}) (?P<size>hundred|thousand|grand)\b(?: (?P<after>{_AFTER})(?!\w))?", re.IGNORECASE
)
_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_THINGS = re.compile(
    (
        r"^(?:\s?%|\s?(?:percent|per cent)\b|:\d|\s?(?:am|pm|a\.m|p\.m|h|hrs?)\b|(?:st|nd|rd|th)\b|[-–/]\d|x\b"
        rf"|\s(?:of )?{_MONTHS}\b"
        r"|[ -](?:more |other |extra |working |business |full |new )?(?:seconds?|minutes?|mins?|hours?|days?|nights?|"
        r"weeks?|weekends?|months?|quarters?|years?|times?|people|users?|"
        r"customers?|clients?|items?|pieces?|pages?|words?|screens?|rounds?|workshops?|sessions?|calls?|meetings?|"
        r"emails?|messages?|photos?|logos?|"
        r"rooms?|bedrooms?|parts?|steps?|km|kms|miles?|meters?|metres?|minutes|kids|children|seats?|licen[cs]es?|"
        r"hours|of (?:us|you|them|the)|bed|gb|mb|sqm|m2)\b)"
    ),
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"(?:\b{_MONTHS}\.?|"
    r"\b(?:since|in|until|till|by|year|room|flat|no|number|page|version|chapter|day|week|at|q)\.?|#)\s?$", re.IGNORECASE
)  # fmt: skip
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Price:
    """An amount, its currency as a code ("" where none was said), and where it stands in the text."""

    value: float
    currency: str
    start: int
    end: int


def prices(text: str) -> tuple[Price, ...]:
    """Every amount of money, in the order of the text."""
    found = [price for match in _AMOUNT.finditer(text) if (price := _price(text, match)) is not None]
    for match in _SPELT.finditer(text):
        value = _SAID[match["word"].lower()] * _SIZES[match["size"].lower()]
        found.append(Price(value, _code(match["after"] or ""), match.start(), match.end()))
    return tuple(sorted(found, key=lambda price: price.start))


def _price(text: str, match: re.Match[str]) -> Price | None:
    digits = re.sub(rf"['’{_SPACES}]", "", match["digits"])
    value = number(digits, sized=match["size"] is not None)
    if value is None:
        return None
    currency = _code(match["before"] or match["after"] or "")
    value *= _SIZES[(match["size"] or "").lower()] if match["size"] else 1.0
    if not currency and _no_money(text, match, digits, value):
        return None
    return Price(value, currency, match.start(), match.end())


def _no_money(text: str, match: re.Match[str], digits: str, value: float) -> bool:
    """Whether a number without a currency is a day, a time, a year, or so many of something."""
    if _THINGS.match(text[match.end() :]):
        return True
    if match["size"]:
        return False
    year = digits.isdecimal() and value in _YEARS
    small = value < 32  # days of a month, hours, and how many of something
    return (year or small) and _DATED.search(text[: match.start()]) is not None


def _code(said: str) -> str:
    plain = said.lower()
    return _SIGNS.get(plain) or _NAMES.get(plain) or plain.upper()


def number(digits: str, *, sized: bool) -> float | None:
    """1,200 or 1200.50 or 1.200,50 as a number; None where it is none. `sized`: a k or m stands behind it.

    One separator with three digits behind it parts thousands, as nobody prices in thousandths; with k or m it is a
    point. Of two kinds, the last one is the point.
    """
    points = [c for c in digits if c in ".,"]
    if len(set(points)) == 2:
        whole, _, part = digits.rpartition(points[-1])
        if points.count(points[-1]) > 1 or not _grouped(whole, points[0]):
            return None
        return float(f"{re.sub('[.,]', '', whole)}.{part or '0'}")
    if not points:
        return float(digits)
    thousands = _grouped(digits, points[0]) and not (sized and len(points) == 1)
    if thousands:
        return float(digits.replace(points[0], ""))
    return float(digits.replace(",", ".")) if len(points) == 1 and digits not in (".", ",") else None


def _grouped(digits: str, separator: str) -> bool:
    """Whether every part behind the first has three digits; the first has one to three and is not a lone 0."""
    first, *rest = digits.split(separator)
    return 1 <= len(first) <= 3 and first != "0" and all(len(part) == 3 and part.isdecimal() for part in rest)
