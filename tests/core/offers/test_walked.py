"""Times you walked: counts always, shares and usual times only where there are enough of them."""

from __future__ import annotations

import pytest

from walkaway.core.offers.concession import Said
from walkaway.core.offers.signals import Walked
from walkaway.core.offers.walked import Walk, since_walk, walk_record


def test_few_walks_give_counts_and_nothing_more() -> None:
    assert walk_record([]) is None
    found = walk_record([Walk(Walked(70, 12, 85), True), Walk(Walked(70), True)])
    assert found is not None
    assert (found.walked, found.with_more, found.enough, found.days, found.better) == (2, 1, False, None, None)


def test_selling_and_buying_are_counted_together() -> None:
    """Better is more for one who sells, and less for one who buys."""
    sold = [Walk(Walked(100, days, 110), selling=True) for days in (2, 4, 6)]
    bought = [Walk(Walked(100, days, back), selling=False) for days, back in ((8, 80), (10, 120))]
    found = walk_record([*sold, *bought, Walk(Walked(50), selling=True)])
    assert found is not None
    assert found.back.value == pytest.approx(5 / 6)
    assert found.back.low < 5 / 6 <= found.back.high <= 1
    assert (found.walked, found.with_more, found.days) == (6, 4, 6)
    assert found.better == pytest.approx(0.1)


def test_what_changed_after_you_walked() -> None:
    """
    You sell. They say 60 and 64, you walk at 64 on day 5; they say 70 on day 12 and 82 on day 13.
    """
    log = [Said("them", 60, 1), Said("them", 64, 4), Said("them", 70, 12), Said("them", 82, 13)]
    found = since_walk(log, Walked(64), 5, selling=True)
    assert (found.first, found.days, found.nearer) == (70, 7, 6)
    assert (found.before, found.after) == (4, 9)
    buying = since_walk(log, Walked(64), 5, selling=False)
    assert (buying.nearer, buying.before, buying.after) == (-6, -4, -9)


def test_nothing_came_since() -> None:
    found = since_walk([Said("them", 60, 1)], Walked(60), 5, selling=True)
    assert (found.first, found.days, found.nearer, found.before, found.after) == (None,) * 5
    without_a_day = since_walk([Said("them", 60, 1), Said("them", 64, 9)], Walked(60, None, 70), None, selling=True)
    assert (without_a_day.first, without_a_day.nearer, without_a_day.days) == (70, 10, None)
