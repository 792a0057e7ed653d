"""The length of a step back follows the pair's own rhythm."""

from __future__ import annotations

from tests.conftest import moment, told
from tests.worlds import lived, phase, seen

from walkaway.app.demo import Pace
from walkaway.core.events import Moment
from walkaway.core.leaving.step_back import LONGEST, SHORTEST, step_back_days


def test_a_daily_pair_steps_back_for_a_week_or_two_a_slow_one_for_longer() -> None:
    daily = step_back_days(seen(lived(phase(20, you=Pace(6, 1, 0.5), them=Pace(6, 1, 0.5)))))
    slow = step_back_days(seen(lived(phase(40, you=Pace(0.4, 0.9, 5), them=Pace(0.3, 0.9, 5)))))
    assert SHORTEST <= daily <= 14 < slow <= LONGEST
    assert daily % 7 == 0
    assert slow % 7 == 0


def test_a_pair_with_no_rhythm_yet_gets_two_weeks() -> None:
    now = Moment(moment("Sun"), moment("Sun"))
    assert step_back_days(seen(told("Mon 10:00  you: hi"), now=now)) == 14
