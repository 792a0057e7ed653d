"""Issues and worths, prices to ask, concessions, equivalent packages, the zone, the counterpart, what is noticed."""

from __future__ import annotations

import numpy as np
import pytest

from walkaway.core.offers.asking import Drawn, price_to_ask, price_to_bid
from walkaway.core.offers.concession import Said, concessions, rounds
from walkaway.core.offers.counterpart import SAFETY, Family, models, paths, posterior
from walkaway.core.offers.packages import better_for_both, equivalent
from walkaway.core.offers.signals import (
    Walked,
    below,
    only_around_asks,
    own_record,
    scope_without_price,
    yours_alone,
)
from walkaway.core.offers.space import MOST, from_swings, space
from walkaway.core.offers.taste import Taste
from walkaway.core.offers.zopa import reservation
from walkaway.core.options.distributions import Exponential, Lognormal, Normal, Priced, Triangular, Uniform

BUYERS: list[Priced] = [
    Uniform(0, 100),
    Normal(100, 20),
    Lognormal(4.6, 0.5),
    Exponential(80),
    Triangular(20, 60, 120),
]

TALK = (Said("them", 70), Said("you", 120), Said("them", 80), Said("you", 110), Said("them", 84), Said("you", 105))


def test_swings_give_worths_from_nothing_to_one() -> None:
    worths = from_swings([100, 50, 30], [[0, 5, 10], [3, 1], [7, 7]])
    table = worths.of(space([3, 2, 2]))
    assert worths.weights == pytest.approx((2 / 3, 1 / 3, 0.0))
    assert float(table.min()) == 0
    assert float(table.max()) == pytest.approx(1)


def test_too_many_packages_are_said_to_be_too_many() -> None:
    with pytest.raises(ValueError, match="packages"):
        space([MOST, 2])


def test_a_place_is_the_row_of_its_choice() -> None:
    packages = space([3, 4, 2])
    assert [packages.place(row) for row in packages.choices.tolist()] == list(range(24))


@pytest.mark.parametrize("fallback", [0.0, 30.0, 60.0])
def test_a_range_drawn_flat_asks_what_the_uniform_does(fallback: float) -> None:
    drawn, even = Drawn((50, 150), (1, 1)), Uniform(50, 150)
    assert drawn.expected == pytest.approx(100)
    assert drawn.excess(90) == pytest.approx(even.excess(90), abs=1e-3)
    ask, exact = price_to_ask(drawn, fallback=fallback), price_to_ask(even, fallback=fallback)
    assert ask.price == pytest.approx(exact.price, abs=0.05)
    assert ask.chance == pytest.approx(exact.chance, abs=1e-3)


def test_a_range_with_two_humps_asks_at_one_of_them() -> None:
    """Half would pay about 50, half about 100: the higher hump pays more than both together."""
    drawn = Drawn((45, 50, 55, 95, 100, 105), (0, 1, 0, 0, 1, 0))
    ask = price_to_ask(drawn, fallback=20.0)
    assert 90 < ask.price < 100
    assert ask.chance == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize(
    "worth", [Uniform(0, 100), Normal(100, 20), Lognormal(4.6, 0.5), Exponential(80), Triangular(20, 60, 120)]
)
def test_a_bid_is_the_best_of_a_grid(worth: Normal) -> None:
    bids = np.linspace(0.01, 110, 20_001)
    gains = (110 - bids) * worth.at_most(bids)
    found = price_to_bid(worth, worth=110)
    assert found.price == pytest.approx(float(bids[np.argmax(gains)]), abs=0.02)
    assert found.value == pytest.approx(float(gains.max()), abs=1e-4)


def test_who_gave_how_much_and_how() -> None:
    both = concessions(TALK, selling=True)
    assert (both.you.moved, both.them.moved) == (15, 14)
    assert both.share == pytest.approx(15 / 29)
    assert (both.you.pattern, both.them.pattern) == ("slowing", "slowing")
    assert both.yours_alone == 1


def test_rounds_keep_silences() -> None:
    found = rounds([Said("you", 120), Said("them", 70), Said("them", 75)], selling=True)
    assert np.isnan(found.bids[0])
    assert found.bids[1:].tolist() == [70, 75]
    assert found.asks[0] == 120
    assert np.isnan(found.asks[1:]).all()


def test_equivalent_packages_differ() -> None:
    packages = space([5, 5])
    mine = packages.choices.sum(axis=1) / 8
    theirs = 1 - mine
    found = equivalent(packages, mine, theirs, level=0.5, floor=0.4)
    assert len(found) == 3
    assert set(mine[list(found)].tolist()) == {0.5}
    assert equivalent(packages, mine, theirs, level=0.5, floor=1.1) == ()


def test_a_deal_can_be_made_better_for_both_or_not() -> None:
    mine, theirs = np.array([0.5, 0.6, 0.9]), np.array([0.5, 0.7, 0.1])
    assert better_for_both(mine, theirs, 0) == 1
    assert better_for_both(mine, theirs, 1) is None


def test_an_issue_that_stays_put_weighs_and_a_value_named_first_is_liked() -> None:
    packages = space([4, 4])
    taste = Taste(packages, np.full(16, 0.5))
    for k, row in enumerate([(3, 0), (3, 1), (3, 2), (3, 3)] * 3):
        taste.see(packages.place(row), k / 12)
    worths = taste.worths
    assert worths[packages.place((3, 2))] > worths[packages.place((0, 0))]


def test_one_who_moves_evenly_shows_where_it_ends() -> None:
    times = np.arange(1, 41) / 100
    found = reservation(times, 1 - (1 - 0.3) * times, blur=0.02)
    low, high = found.interval()
    assert low <= 0.3 <= high
    assert high - low < 0.4
    assert found.zone(0.75) == pytest.approx(1)
    assert found.zone(0.05) < found.zone(0.5)


def test_before_anything_is_seen_the_zone_is_the_share_of_the_prior() -> None:
    assert reservation([], []).zone(0.4) == pytest.approx(0.5, abs=0.02)


def followed(family: Family, limit: float = 100.0) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The posterior of the families after ten bids that one of them made."""
    given = models(Uniform(80, 120), 17)
    asks = np.linspace(130, 112, 9)
    place = int(np.flatnonzero(given.are(family) & (np.abs(given.limit - limit) < 2))[0])
    bids = np.array([60.0])
    for _ in range(9):
        bids = np.append(bids, paths(given, bids, asks[: len(bids)], 20, 70.0)[place, len(bids)])
    weight = posterior(given, paths(given, bids, asks, 20, 70.0), bids, np.full(9, np.nan), 1.0)
    return np.array([weight[given.are(f)].sum() for f in Family])


@pytest.mark.parametrize("family", [Family.TIME, Family.TIT_FOR_TAT, Family.SPLIT, Family.HARD_LINER])
def test_who_moves_like_a_family_is_taken_for_it(family: Family) -> None:
    chances = followed(family)
    rivals = [float(chances[f]) for f in Family if f not in (family, Family.TIME)]
    assert chances[family] > max(rivals)
    assert chances[Family.NONE_OF_THESE] >= SAFETY - 1e-9


def test_the_safety_family_expects_nothing_better() -> None:
    given = models(Uniform(80, 120), 5)
    path = paths(given, np.array([60.0, 75.0, 70.0]), np.array([120.0, 118.0]), 10, 70.0)
    assert (path[given.are(Family.NONE_OF_THESE)][:, 3:] == 75).all()


def test_what_is_below_your_line_and_the_market_is_named() -> None:
    names = [notice.name for notice in below(TALK, selling=True, line=95, market=(90, 120))]
    assert names == ["below_line", "below_market"]
    assert below(TALK, selling=True, line=80) == []


def test_three_moves_alone_are_named() -> None:
    log = [Said("them", 70), *(Said("you", x) for x in (120, 115, 110, 105)), Said("them", 70)]
    notice = yours_alone(log, selling=True)
    assert notice is not None
    assert (notice.value, notice.n) == (15, 3)
    assert yours_alone([*log, Said("them", 75)], selling=True) is None


def test_contact_only_around_their_asks() -> None:
    asks = [10.0, 50.0, 90.0]
    near = [x + d for x in asks for d in (-1.0, 0.5, 1.0)]
    found = only_around_asks(near, asks)
    assert found is not None
    assert found.value == 1
    assert only_around_asks([*near, *np.linspace(20, 80, 9).tolist()], asks) is None


def test_work_that_grows_while_the_price_stands() -> None:
    found = scope_without_price([10, 12, 15], [1000, 1000, 1000])
    assert found is not None
    assert found.value == pytest.approx(1 / 3)
    assert scope_without_price([10, 15], [1000, 1500]) is None


def test_your_own_record_of_walking() -> None:
    found = own_record([Walked(80, 5, 90), Walked(70, 20, 65), Walked(60)], selling=True)
    assert found is not None
    assert (found.walked, found.days, found.with_more) == (3, 20, 1)
    assert found.back.value == pytest.approx(2 / 3)
    assert found.back.low < 2 / 3 < found.back.high
    assert own_record([], selling=True) is None
