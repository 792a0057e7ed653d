"""Amounts as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkaway.words.amount import amount


@pytest.mark.parametrize(
    ("typed", "value", "currency"),
    [
        ("1,200", 1200, ""),
        ("1200.50", 1200.5, ""),
        ("1.200,50", 1200.5, ""),
        ("1,200.50", 1200.5, ""),
        ("1.200", 1200, ""),
        ("1.200.000", 1_200_000, ""),
        ("60k", 60_000, ""),
        ("60.5K", 60_500, ""),
        ("1.2m", 1_200_000, ""),
        ("1,250k", 1250, ""),
        ("€1,200", 1200, "€"),
        ("1 200 €", 1200, "€"),
        ("1'200 CHF", 1200, "CHF"),
        ("eur 95", 95, "EUR"),
        ("-€200", -200, "€"),
        ("€-200", -200, "€"),
        ("+200", 200, ""),
        ("0,5", 0.5, ""),
        ("0.125", 0.125, ""),
        (".5", 0.5, ""),
        ("0", 0, ""),
    ],
)
def test_each_way_to_type_it_is_read(typed: str, value: float, currency: str) -> None:
    found = amount(typed)
    assert found is not None
    assert found.value == pytest.approx(value)
    assert found.currency == currency


@pytest.mark.parametrize(
    "typed", ["", "abc", "k", "1.2.3", "1,2,3.4", "--5", "1e5", "12 apples", "€5€", "nan", "9" * 20]
)
def test_what_is_no_amount_is_not_guessed(typed: str) -> None:
    assert amount(typed) is None


@given(st.integers(0, 10**11), st.sampled_from([("{:,.2f}", ",", "."), ("{:,.2f}", ".", ","), ("{:.2f}", "", ".")]))
def test_what_is_written_is_read_back(cents: int, how: tuple[str, str, str]) -> None:
    pattern, thousands, point = how
    written = pattern.format(cents / 100).translate({ord(","): thousands or None, ord("."): point})
    found = amount(written)
    assert found is not None
    assert found.value == pytest.approx(cents / 100)


@given(st.text(max_size=12))
def test_no_text_breaks_it(typed: str) -> None:
    found = amount(typed)
    assert found is None or abs(found.value) <= 1e12
