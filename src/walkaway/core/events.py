"""What happened between people, as columns in time order."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import IntEnum

import numpy as np
import numpy.typing as npt

Int64Array = npt.NDArray[np.int64]
Int32Array = npt.NDArray[np.int32]
Int8Array = npt.NDArray[np.int8]
UInt8Array = npt.NDArray[np.uint8]
FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]

MICROSECOND = 1
SECOND = 1_000_000
HOUR = 3600 * SECOND
DAY = 24 * HOUR
WEEK = 7 * DAY


class Kind(IntEnum):
    """What sort of act an event is. One small vocabulary for every archive."""

    TEXT = 0
    MEDIA = 1
    CALL = 2
    MISSED_CALL = 3
    POLL = 4
    LOCATION = 5
    VIEW_ONCE = 6
    DELETED = 7
    EDITED = 8
    SYSTEM = 9
    REACTION = 10
    MEETING = 11
    FAILED = 12
    """Written, and never sent: the other knows nothing of it."""


NO_ACT = (Kind.SYSTEM, Kind.REACTION, Kind.FAILED)
"""What is nobody's act of writing."""


class Side(IntEnum):
    """Whose act it was."""

    YOU = 0
    THEM = 1
    OTHER = 2


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time: microseconds since 1970 in UTC, and on the person's own wall clock."""

    at: int
    local: int


@dataclass(frozen=True, slots=True, eq=False)
class Events:
    """Events as columns, n long, sorted by `at`; file order breaks ties.

    `at` is microseconds since 1970-01-01 UTC; `local` the same instant on the person's wall clock, because days and
    weeks are theirs. `who` counts into the archive's people, -1 where nobody acted (a system line). `words` is how
    many were typed. `asks` says that the text ends in a question. `id` is where it stands in its archive
    (first line of the message, or the format's own number).
    """

    id: Int64Array
    at: Int64Array
    local: Int64Array
    who: Int32Array
    kind: UInt8Array
    words: Int32Array
    asks: BoolArray

    def __post_init__(self) -> None:
        if len({len(getattr(self, f.name)) for f in fields(self)}) != 1:
            raise ValueError("Events: the columns are not of one length")

    def __len__(self) -> int:
        return len(self.at)

    def take(self, index: Int64Array | BoolArray) -> Events:
        """The events at these places, or where the mask is true."""
        return Events(*(getattr(self, f.name)[index] for f in fields(self)))


@dataclass(frozen=True, slots=True, eq=False)
class Acts:
    """What each side did, as columns: events of people, with `side` known. Sorted by `at`.

    `side` is 0 you, 1 them, 2 anyone else in a group.
    """

    id: Int64Array
    at: Int64Array
    local: Int64Array
    side: Int8Array
    words: Int32Array
    asks: BoolArray

    def __len__(self) -> int:
        return len(self.at)


def wrote(events: Events) -> BoolArray:
    """Which of the events are somebody's act."""
    somebody: BoolArray = events.who >= 0
    for kind in NO_ACT:
        somebody &= events.kind != kind
    return somebody


def acts(events: Events, *, you: int, them: int) -> Acts:
    """Events seen from the person: who did what. System lines and reactions are nobody's act of writing.

    A call that was answered is an act of both, the caller's, answered at once; a meeting likewise.
    """
    person = wrote(events)
    kept = events if person.all() else events.take(person)
    side = np.full(len(kept), Side.OTHER, np.int8)
    side[kept.who == you] = Side.YOU
    side[kept.who == them] = Side.THEM
    called = np.flatnonzero(((kept.kind == Kind.CALL) | (kept.kind == Kind.MEETING)) & (side != Side.OTHER))
    if not len(called):
        return Acts(id=kept.id, at=kept.at, local=kept.local, side=side, words=kept.words, asks=kept.asks)
    order = np.argsort(np.concatenate([np.arange(len(kept)), called]), kind="stable")
    place = np.concatenate([np.arange(len(kept)), called])[order]
    both = np.concatenate([side, 1 - side[called]])[order].astype(np.int8)
    return Acts(kept.id[place], kept.at[place], kept.local[place], both, kept.words[place], kept.asks[place])
