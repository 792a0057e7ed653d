"""Amounts of money in a sentence, in many forms; and numbers that are none."""

from __future__ import annotations

import pytest

from walkaway.core.leaving.prices import prices


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("It is €1.200,50 in all.", 1200.5, "EUR"),
        ("It is 1,200.50 USD in all.", 1200.5, "USD"),
        ("make it 12k", 12000, ""),
        ("or 2.5k then", 2500, ""),
        ("£900 is fine", 900, "GBP"),
        ("900 quid", 900, "GBP"),
        ("I'd take 900 bucks", 900, "USD"),
        ("CHF 1'200.-", 1200, "CHF"),
        ("1 200 € brutto", 1200, "EUR"),
        ("US$ 1.5m", 1_500_000, "USD"),
        ("two grand", 2000, ""),
        ("five hundred euros", 500, "EUR"),
        ("3 million", 3_000_000, ""),
        ("$95/hour", 95, "USD"),
        ("1.200 EUR", 1200, "EUR"),
        ("12,50 €", 12.5, "EUR"),
        ("we said 1200.", 1200, ""),
        ("₹50,000", 50000, "INR"),
    ],
)
def test_an_amount_is_read(text: str, value: float, currency: str) -> None:
    (found,) = prices(text)
    assert (found.value, found.currency) == (value, currency)


@pytest.mark.parametrize(
    "text",
    [
        "at 10:30",
        "on 3 May",
        "May 3",
        "20% off",
        "in 2027",
        "three days",
        "12 weeks",
        "2 rounds of changes",
        "the 20th",
        "room 5",
    ],
)
def test_what_is_no_money_is_left_out(text: str) -> None:
    assert prices(text) == ()


def test_each_amount_stands_where_it_is() -> None:
    text = "Not 3,000 but $2,500."
    assert [text[p.start : p.end].strip() for p in prices(text)] == ["3,000", "$2,500"]
