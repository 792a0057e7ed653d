"""Issues and packages as people type them."""

from __future__ import annotations

import pytest

from walkaway.words.issue_text import issue_in, package_in, points_in

PAY = issue_in("Pay: 55,000, 60,000, 70,000")
DAYS = issue_in("Days: none, 2 days, 4 days")
TITLE = issue_in("Title: junior=0, senior=70, lead=100")
assert PAY is not None
assert DAYS is not None
assert TITLE is not None
ISSUES = (PAY, DAYS, TITLE)


@pytest.mark.parametrize(
    ("typed", "values", "scores"),
    [
        ("Pay: 55,000, 60,000, 70,000", ("55,000", "60,000", "70,000"), (0, 5000, 15000)),
        ("Price: €90; €80; €50", ("€90", "€80", "€50"), (0, 10, 40)),
        ("Days: none, 2 days, 4 days", ("none", "2 days", "4 days"), (0, 1, 2)),
        ("Notice: 6 months / 1 month", ("6 months", "1 month"), (0, 5)),
        ("Title: junior=0, senior=70, lead=100", ("junior", "senior", "lead"), (0, 70, 100)),
        ("Size: 3, 1, 2", ("3", "1", "2"), (0, 1, 2)),
    ],
)
def test_values_from_the_worst_to_the_best(typed: str, values: tuple[str, ...], scores: tuple[float, ...]) -> None:
    found = issue_in(typed)
    assert found is not None
    assert (found.values, found.scores) == (values, scores)
    assert (found.worst, found.best) == (values[0], values[-1])


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("60k, 4 days, senior", {"Pay": "60,000", "Days": "4 days", "Title": "senior"}),
        ("60,000; LEAD", {"Pay": "60,000", "Title": "lead"}),
        ("Title: lead + pay = 70000", {"Title": "lead", "Pay": "70,000"}),
        ("60k,4 days,lead", {"Pay": "60,000", "Days": "4 days", "Title": "lead"}),
        ("Days 2", {"Days": "2 days"}),
        ("none", {"Days": "none"}),
        ("61k", None),
        ("60k, 70k", None),
        ("Payment 60k", None),
        ("Foo 4", None),
        ("EUR 60k", {"Pay": "60,000"}),
        ("", None),
    ],
)
def test_a_package_is_named_by_its_values(typed: str, choice: dict[str, str] | None) -> None:
    assert package_in(typed, ISSUES) == choice


def test_a_value_of_two_issues_needs_its_name() -> None:
    home, away = issue_in("Home: 0, 1, 2"), issue_in("Away: 0, 1, 2")
    assert home is not None
    assert away is not None
    assert package_in("2", (home, away)) is None
    assert package_in("home 2, away 1", (home, away)) == {"Home": "2", "Away": "1"}


def test_points() -> None:
    assert points_in("Pay 100, days: 60; title=40", ISSUES) == {"Pay": 100, "Days": 60, "Title": 40}
    assert points_in("Pay much", ISSUES) is None
    assert points_in("100", ISSUES) is None
