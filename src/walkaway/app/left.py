"""That a person left, as a value: the day, the door, and what they wrote to nobody since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from walkaway.core.leaving.farewell import Register
from walkaway.core.leaving.silence import HeldMessage, UnsentLetter, Urge


@dataclass(frozen=True, slots=True)
class Left:
    """What is kept of a leaving. Days are local (us).

    `on`: the day they left; None: they have not, or they took it back. `until`: the day on which they look again;
    None: the door is closed. `closed`: the day the pursuit was closed, with what was `learned`, two lines at most.
    `held` are messages that wait before they may be sent. `tone`: how the farewell sounds. Whether a day was kept
    has no field: the messages themselves say so.
    """

    on: int | None = None
    until: int | None = None
    letters: tuple[UnsentLetter, ...] = ()
    urges: tuple[Urge, ...] = ()
    closed: int | None = None
    learned: tuple[str, ...] = ()
    held: tuple[HeldMessage, ...] = ()
    tone: Register = "plain"


@dataclass(frozen=True, slots=True)
class Gone:
    """That a pursuit was left, as its card may say it. Days are local (us).

    `door`: closed, dated (it opens `until`), or here: that day has come.
    """

    on: int
    door: Literal["closed", "dated", "here"]
    until: int | None
    closed: int | None


def gone(left: Left | None, today: int) -> Gone | None:
    """What a card says of it on a day (local us); None where it was not left by then."""
    if left is None or left.on is None or left.on > today:
        return None
    if left.until is None:
        return Gone(left.on, "closed", None, left.closed)
    return Gone(left.on, "dated" if today < left.until else "here", left.until, left.closed)
