"""Records in, one at a time, each kept in a chat or skipped with a reason; an archive out, its columns in time order.

This is the one place where "read = kept + skipped" is made true for every source that streams: a record is counted when
it is seen, and again when it is kept or skipped. A source that forgets one cannot close its ledger.
Texts are turned into columns in lots, so that a few gigabytes pass through in bounded memory.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, Chat, Receipt, Skip
from walkaway.app.zone import to_local, to_utc
from walkaway.core.events import BoolArray, Events, Int32Array, Int64Array, Kind, UInt8Array
from walkaway.sources.times import FIRST, LAST
from walkaway.sources.wording import asks, count_words

NOBODY = -1
_LOT_ROWS = 65_536
_LOT_CHARACTERS = 4 * 2**20
ROOM_FOR_TEXT = 96 * 2**20
"""Bytes of text kept whole. Beyond it only the beginning of each text is; words are counted before."""
_BEGINNING = 240
_TYPED = (Kind.TEXT, Kind.EDITED, Kind.MEDIA)


class Row(NamedTuple):
    """One record as a source understands it. `at` is us UTC, or the wall clock's where the ledger says so."""

    room: int
    who: int
    at: int
    kind: Kind
    text: str
    typed: bool = True
    thread: int = -1


@dataclass(slots=True)
class _Person:
    name: str
    handles: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class _Room:
    title: str | None
    members: dict[int, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Rows in file order. `counted` is false for what a record brings along, like a reaction to it."""

    number: Int64Array
    room: Int32Array
    who: Int32Array
    at: Int64Array
    kind: UInt8Array
    words: Int32Array
    asks: BoolArray
    thread: Int64Array
    counted: BoolArray
    text: Any

    def __len__(self) -> int:
        return len(self.at)

    def take(self, index: Int64Array) -> Columns:
        arrays: dict[str, Any] = {name: getattr(self, name)[index] for name in _ARRAYS}
        return Columns(**arrays, text=self.text.take(pa.array(index)))


class Ledger:
    """What a source writes down while it reads. Close it once with `archive`."""

    def __init__(self, source: str, tz: str, *, wall_clock: bool = False) -> None:
        self.source, self.tz, self.wall_clock = source, tz, wall_clock
        self.read = 0
        self.assumed: dict[str, None] = {"tz": None} if wall_clock else {}
        self.me: int | None = None
        self._skips: list[Skip] = []
        self._kept = 0
        self._base = 0
        self._part = ""
        self._part_of: list[tuple[int, str]] = []
        self._people: list[_Person] = []
        self._by_key: dict[Hashable, int] = {}
        self._rooms: list[_Room] = []
        self._room_by_key: dict[Hashable, int] = {}
        self._lots: list[Columns] = []
        self._rows: list[Row] = []
        self._numbers: list[int] = []
        self._counted: list[bool] = []
        self._characters = 0
        self._text_bytes = 0

    # --- who and where ------------------------------------------------------------------------------------------------

    def person(self, key: Hashable, name: str = "", *handles: str) -> int:
        """The place of somebody; `key` is what makes them one. The last name given is what they are called."""
        place = self._by_key.get(key)
        if place is None:
            place = self._by_key[key] = len(self._people)
            self._people.append(_Person(name))
        person = self._people[place]
        person.name = name or person.name
        for handle in handles:
            if handle:
                person.handles[handle] = None
        return place

    def name(self, place: int) -> str:
        return self._people[place].name

    def room(self, key: Hashable, title: str | None = None, members: Iterable[int] = ()) -> int:
        """The place of a chat. `members` belong to it even if they never wrote."""
        place = self._room_by_key.get(key)
        if place is None:
            place = self._room_by_key[key] = len(self._rooms)
            self._rooms.append(_Room(title))
        room = self._rooms[place]
        room.title = room.title or title
        room.members |= dict.fromkeys(members)
        return place

    # --- records ------------------------------------------------------------------------------------------------------

    def part(self, name: str = "") -> None:
        """A new file begins: records are numbered from 1 again. `name` is told with its skips."""
        self._base, self._part = self.read, name
        self._part_of.append((self._base, name))

    def skip(self, number: int, reason: str) -> None:
        self._skips.append(Skip(number, f"{self._part}: {reason}" if self._part else reason))

    def keep(self, number: int, row: Row) -> None:
        self._kept += 1
        self._write(number, row, counted=True)

    def also(self, number: int, row: Row) -> None:
        """What a record brings along: not a record of its own."""
        self._write(number, row, counted=False)

    def _write(self, number: int, row: Row, *, counted: bool) -> None:
        self._rows.append(row)
        self._numbers.append(self._base + number)
        self._counted.append(counted)
        self._characters += len(row[4])
        if self._characters > _LOT_CHARACTERS or len(self._rows) >= _LOT_ROWS:
            self._lot()

    def keep_all(
        self,
        *,
        number: Int64Array,
        room: int,
        who: Int32Array,
        at: Int64Array,
        kind: UInt8Array,
        typed: BoolArray,
        text: Any,
    ) -> None:
        """Many records of one chat at once, as `keep` would take them one by one. `text` is an Arrow column."""
        self._lot()
        count = len(number)
        self._kept += count
        self._add(
            _lot_of(
                number=number + self._base,
                room=np.full(count, room, np.int32),
                who=who.astype(np.int32),
                at=at,
                kind=kind.astype(np.uint8),
                typed=typed,
                thread=np.full(count, -1, np.int64),
                counted=np.ones(count, np.bool_),
                text=text,
            )
        )

    # --- the end ------------------------------------------------------------------------------------------------------

    def columns(self) -> Columns:
        """Every row so far. A source that learns only now which chat is whose may change `room`, and hand them back."""
        self._lot()
        lots = self._lots
        if not lots:
            return _columns([], [], [])
        if len(lots) == 1:
            return lots[0]
        arrays: dict[str, Any] = {name: np.concatenate([getattr(lot, name) for lot in lots]) for name in _ARRAYS}
        joined = Columns(**arrays, text=pa.concat_arrays([lot.text for lot in lots]))
        self._lots = [joined]
        return joined

    def archive(self, name: str, hint: str, columns: Columns | None = None) -> Archive:
        """The chats and the receipt. Raises UnreadableArchive, with `hint`, where nothing could be kept."""
        rows = self.columns() if columns is None else columns
        self._lots = []
        rows = self._in_our_time(rows)
        if not self._kept:
            raise UnreadableArchive(_nothing(name, self._skips, hint))
        receipt = Receipt(read=self.read, kept=self._kept, skipped=tuple(sorted(self._skips, key=_by_part)))
        local: Int64Array | None = None
        if self.wall_clock:
            local, rows = rows.at, replace(rows, at=to_utc(rows.at, self.tz))
        order = np.lexsort((rows.at, rows.room))
        if (np.diff(order) != 1).any():
            rows = rows.take(order)
            local = None if local is None else local[order]
        local = to_local(rows.at, self.tz) if local is None else local
        return Archive(
            name=name,
            source=self.source,
            chats=tuple(self._chats(rows, local)),
            receipt=receipt,
            tz=self.tz,
            assumed=tuple(self.assumed),
        )

    def _lot(self) -> None:
        if not self._rows:
            return
        rows, numbers, counted = self._rows, self._numbers, self._counted
        self._rows, self._numbers, self._counted, self._characters = [], [], [], 0
        self._add(_columns(rows, numbers, counted))

    def _add(self, lot: Columns) -> None:
        size = lot.text.nbytes
        if self._text_bytes + size > ROOM_FOR_TEXT:
            self.assumed["texts_cut"] = None
            lot = replace(lot, text=pc.utf8_slice_codeunits(lot.text, 0, _BEGINNING))
            size = lot.text.nbytes
        self._text_bytes += size
        self._lots.append(lot)

    def _in_our_time(self, rows: Columns) -> Columns:
        """Without what lies in no time of ours; such records are skipped.

        Some times before 1980 are slips (a clock never set, a zero). Where there are no others, they are meant.
        """
        sound = (rows.at >= FIRST) & (rows.at < LAST)
        if not sound.any():
            sound = (rows.at > 0) & (rows.at < LAST)
        if sound.all():
            return rows
        self.drop(rows, np.flatnonzero(~sound), "its time lies before 1980 or after 2099")
        return rows.take(np.flatnonzero(sound))

    def drop(self, rows: Columns, places: Int64Array, reason: str) -> None:
        """Records kept so far that turn out to be none: skipped after all. The caller takes them out of the rows."""
        starts = [base for base, _ in self._part_of] or [0]
        for number in np.unique(rows.number[places][rows.counted[places]]).tolist():
            k = int(np.searchsorted(starts, number - 1, side="right")) - 1
            part = self._part_of[k][1] if self._part_of else ""
            self._skips.append(Skip(number - starts[k], f"{part}: {reason}" if part else reason))
            self._kept -= 1

    def _chats(self, rows: Columns, local: Int64Array) -> Iterable[Chat]:
        begins = np.flatnonzero(np.diff(rows.room, prepend=-1))
        for low, high in zip(begins.tolist(), [*begins[1:].tolist(), len(rows)], strict=True):
            cut = slice(low, high)
            room = self._rooms[int(rows.room[low])]
            who, places = _seen(rows.who[cut], room.members)
            people = _called([self._people[place].name for place in places])
            thread = rows.thread[cut]
            yield Chat(
                title=room.title,
                me=people[places.index(self.me)] if self.me in places else self._my_name(),
                people=people,
                events=Events(
                    id=rows.number[cut],
                    at=rows.at[cut],
                    local=local[cut],
                    who=who,
                    kind=rows.kind[cut],
                    words=rows.words[cut],
                    asks=rows.asks[cut],
                ),
                text=rows.text.slice(low, high - low),
                handles=tuple(tuple(self._people[place].handles) for place in places),
                thread=thread if (thread >= 0).any() else None,
            )

    def _my_name(self) -> str | None:
        return None if self.me is None else self._people[self.me].name or None


_ARRAYS = ("number", "room", "who", "at", "kind", "words", "asks", "thread", "counted")


def _columns(rows: Sequence[Row], numbers: Sequence[int], counted: Sequence[bool]) -> Columns:
    room, who, at, kind, text, typed, thread = zip(*rows, strict=True) if rows else ((),) * 7
    return _lot_of(
        number=np.array(numbers, np.int64),
        room=np.array(room, np.int32),
        who=np.array(who, np.int32),
        at=np.array(at, np.int64),
        kind=np.array(kind, np.uint8),
        typed=np.array(typed, np.bool_),
        thread=np.array(thread, np.int64),
        counted=np.array(counted, np.bool_),
        text=text_column(text),
    )


def _lot_of(*, typed: BoolArray, text: Any, kind: UInt8Array, **columns: Any) -> Columns:
    """The columns with their words counted. Only what somebody typed has any."""
    typed = typed & np.isin(kind, _TYPED)
    words = np.where(typed, count_words(text), 0).astype(np.int32)
    return Columns(kind=kind, words=words, asks=typed & asks(text), text=text, **columns)


def text_column(texts: Sequence[str]) -> Any:
    """An Arrow column of these. Half of a surrogate pair, which JSON can spell, becomes a replacement character."""
    try:
        return pa.array(texts, pa.large_string())
    except (UnicodeEncodeError, pa.ArrowInvalid):
        return pa.array([whole(text) for text in texts], pa.large_string())


def whole(text: str) -> str:
    """A text without halves of characters: pairs of them are joined, single ones replaced."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _seen(who: Int32Array, members: Iterable[int]) -> tuple[Int32Array, list[int]]:
    """Who acted, as places among those seen here in order of appearance, and who those are; members come after."""
    found, first, place = np.unique(who, return_index=True, return_inverse=True)
    in_order = [int(found[k]) for k in np.argsort(first) if found[k] >= 0]
    places = list(dict.fromkeys([*in_order, *members]))
    rank = {one: k for k, one in enumerate(places)}
    own = np.array([rank.get(one, NOBODY) for one in found.tolist()], np.int32)
    return own[place], places


def _called(names: Sequence[str]) -> tuple[str, ...]:
    """Two people of one name stay two: the second gets " (2)"."""
    taken: dict[str, None] = {}
    for name in names:
        base = name or "Unknown"
        unique, copies = base, 1
        while unique in taken:
            copies += 1
            unique = f"{base} ({copies})"
        taken[unique] = None
    return tuple(taken)


def _by_part(skip: Skip) -> tuple[str, int]:
    return (skip.reason.partition(": ")[0] if ": " in skip.reason else "", skip.line)


def _nothing(name: str, skips: Sequence[Skip], hint: str) -> str:
    if not skips:
        return f"{name} holds no messages. {hint}"
    return f"I could keep no record of {name} (record {skips[0].line}: {skips[0].reason}). {hint}"
