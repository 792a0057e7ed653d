"""Stories: a test's docstring is what happened, and `story` is that as columns."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings

from walkaway.core.events import SECOND, Acts, Side

# The same examples every time, so that a run is green or red for a reason; the long runs look for new ones.
settings.register_profile("test", derandomize=True, deadline=None)
settings.register_profile("soak", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))

MONDAY = datetime(2024, 1, 1, tzinfo=UTC)  # a Monday
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LINE = re.compile(
    r"^\s*(?:week (?P<week>\d+) )?(?P<day>\w{3}) (?P<hour>\d\d):(?P<minute>\d\d)\s+"
    r"(?P<who>you|them|other): (?P<text>.*)$"
)


def moment(day: str, hour: int = 0, minute: int = 0, week: int = 0) -> int:
    """Microseconds UTC of a weekday in the week that starts on Monday 1 January 2024, or in a later one."""
    when = MONDAY + timedelta(days=_DAYS.index(day) + 7 * week, hours=hour, minutes=minute)
    return int(when.timestamp()) * SECOND


def told(story: str) -> Acts:
    """The lines of a story as acts: `Mon 11:00 them: sure, when?`, with `week 3` before the day where needed."""
    lines = [m for m in map(_LINE.match, story.splitlines()) if m]
    at = np.array([moment(m["day"], int(m["hour"]), int(m["minute"]), int(m["week"] or 0)) for m in lines], np.int64)
    return Acts(
        id=np.arange(1, len(at) + 1),
        at=at,
        local=at,
        side=np.array([Side[m["who"].upper()] for m in lines], np.int8),
        words=np.array([len(m["text"].split()) for m in lines], np.int32),
        asks=np.array([m["text"].rstrip().endswith("?") for m in lines], np.bool_),
    )


@pytest.fixture
def story(request: pytest.FixtureRequest) -> Acts:
    """The docstring of the test, as acts."""
    return told(request.function.__doc__ or "")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference tables and samples beside the checkout; a printed skip where it is not."""
    folder = Path(os.environ.get("WALKAWAY_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    if not folder.is_dir():
        pytest.skip("no reference folder beside the checkout (WALKAWAY_SHARED)")
    return folder
