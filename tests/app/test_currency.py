"""Amounts set beside each other are in one currency, at every door."""

from __future__ import annotations

import pytest

from walkaway.app.currency import is_currency, one_currency, unit_of
from walkaway.app.errors import UsageError
from walkaway.app.pursuit import OwnWeek, Pursuit


def test_the_first_is_shown_and_a_sign_is_its_code() -> None:
    assert one_currency("", "€", "EUR", "") == "€"
    assert one_currency("usd", "$") == "usd"
    assert one_currency() == ""


@pytest.mark.parametrize("two", [("€", "$"), ("CHF", "EUR"), ("", "£", "", "USD")])
def test_two_are_not_mixed(two: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="two currencies"):
        one_currency(*two)


@pytest.mark.parametrize(
    ("typed", "fits"),
    [("€", True), ("CHF", True), ("kr", True), ("R$", True), ("", True), ("<b>", False), ("1", False)],
)
def test_what_can_stand_beside_an_amount(typed: str, fits: bool) -> None:
    assert is_currency(typed) is fits


def test_the_unit_of_a_week() -> None:
    new, counted = Pursuit("Acme"), Pursuit("Acme", week=OwnWeek(good=8))
    assert unit_of(new, None, {"good": "€", "income": "EUR"}) == "€"
    assert unit_of(new, "€ a week", {"good": "€"}) == "€ a week"
    assert unit_of(counted, None, {"income": "€"}) is None
    for pursuit, said, beside in ((counted, None, {"worth": "€"}), (new, "points", {"good": "$"})):
        with pytest.raises(UsageError, match="You count in points"):
            unit_of(pursuit, said, beside)
    with pytest.raises(UsageError, match="two currencies"):
        unit_of(new, "€", {"good": "€", "hour_pays": "$"})
