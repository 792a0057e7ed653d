"""Where a leaving stands in; the calendar file for the day to look again, as text, out. It names nobody."""

from __future__ import annotations

import hashlib

from walkaway.app.leave import Leaving
from walkaway.core.events import DAY
from walkaway.core.leaving.calendar import calendar_file
from walkaway.words.en import farewells


def look_again_file(found: Leaving) -> str | None:
    """The file; None where there is no day to look again, or none may be shown. The same pursuit replaces its entry."""
    day = found.look_again
    if day is None:
        return None
    return calendar_file(
        day=day // DAY,
        title=farewells.LOOK_AGAIN,
        note=farewells.LOOK_AGAIN_NOTE,
        uid=f"{hashlib.sha256(found.pursuit.name.casefold().encode()).hexdigest()[:16]}@walkaway",
        now=found.as_of.at,
    )
