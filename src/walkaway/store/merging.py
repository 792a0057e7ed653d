"""Messages that are kept and messages handed over in; which of those are new, and all of them in order, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from walkaway.app.overlap import Held, first_seen, twins
from walkaway.core.events import BoolArray, Events, Int64Array, Kind

NUMBERED = frozenset({"telegram"})
"""Sources whose format numbers messages itself, so that a message that was edited since is still the same."""
_VARIED = frozenset({"signal"})
"""Sources that read several exporters, whose times differ in precision and zone."""
_PEOPLE = 1024


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Messages of one conversation. `text`: an Arrow large_string array; None where words are not kept.

    `thread` numbers the thread of each; None where the format has none.
    """

    events: Events
    text: Any | None
    thread: Int64Array | None = None

    def take(self, index: Int64Array) -> Rows:
        text = None if self.text is None else self.text.take(_places(index))
        return Rows(self.events.take(index), text, None if self.thread is None else self.thread[index])

    def __len__(self) -> int:
        return len(self.events)


def months(events: Events) -> Int64Array:
    """Months since January 1970, UTC."""
    return events.at.astype("datetime64[us]").astype("datetime64[M]").astype(np.int64)


def new_rows(kept: Rows, handed: Rows, source: str) -> Int64Array:
    """Places in `handed` that are not there yet: by the source's own numbers first, then by content."""
    open_kept, open_handed = np.arange(len(kept)), np.arange(len(handed))
    if source in NUMBERED:
        both = (kept.events, handed.events)
        reaction = _both(both, lambda e: (e.kind == Kind.REACTION).astype(np.int64))
        who = _both(both, lambda e: e.who.astype(np.int64)) * reaction
        ours, theirs = _unmatched((_both(both, lambda e: e.id), _both(both, lambda e: e.at), reaction, who), len(kept))
        open_kept, open_handed = open_kept[ours], open_handed[theirs]
    ours, theirs = _unmatched(_content(kept.take(open_kept), handed.take(open_handed)), len(open_kept))
    open_kept, open_handed = open_kept[ours], open_handed[theirs]
    if source in _VARIED and len(open_kept) and len(open_handed):
        people = [str(k) for k in range(_PEOPLE)]
        rest = [Held(rows.events, rows.text, people) for rows in (kept.take(open_kept), handed.take(open_handed))]
        open_handed = open_handed[~twins(*rest).other]
    return open_handed


def merged(kept: Rows, fresh: Rows, *, fresh_first: bool) -> Rows:
    """All in order of time. Within one instant those of the earlier export come first."""
    import pyarrow as pa

    one, other = (fresh, kept) if fresh_first else (kept, fresh)
    columns = (
        np.concatenate([getattr(one.events, name), getattr(other.events, name)]) for name in Events.__dataclass_fields__
    )
    text = None if one.text is None or other.text is None else pa.concat_arrays([one.text, other.text])
    threads = [one.thread, other.thread]
    thread = None
    if any(column is not None for column in threads):
        lengths = (len(one), len(other))
        thread = np.concatenate([np.full(n, -1) if t is None else t for t, n in zip(threads, lengths, strict=True)])
    every = Rows(Events(*columns), text, thread)
    return every.take(np.argsort(every.events.at, kind="stable"))


def threads_as_kept(kept: Rows, handed: Rows, first_free: int) -> Int64Array | None:
    """The threads of `handed`, numbered as in `kept` where both hold a message of theirs, else anew."""
    if handed.thread is None:
        return None
    number: dict[int, int] = {}
    if kept.thread is not None and len(kept):
        ours, theirs = _moments(kept.events), _moments(handed.events)
        order = np.argsort(ours, kind="stable")
        at = order[np.minimum(np.searchsorted(ours[order], theirs), len(ours) - 1)]
        same = (ours[at] == theirs) & (kept.thread[at] >= 0)
        threads, first = np.unique(handed.thread[same], return_index=True)
        number = dict(zip(threads.tolist(), kept.thread[at[same][first]].tolist(), strict=True))
    number[-1] = -1
    found, place = np.unique(handed.thread, return_inverse=True)
    for thread in found.tolist():
        if thread not in number:
            number[thread], first_free = first_free, first_free + 1
    return np.array([number[thread] for thread in found.tolist()], np.int64)[place]


def _moments(events: Events) -> Int64Array:
    """When and who, as one number."""
    return events.local * _PEOPLE + events.who % _PEOPLE


def _content(kept: Rows, handed: Rows) -> tuple[Int64Array, ...]:
    """What makes a message the same: its wall clock, who, kind and text; where no text is kept, what was counted."""
    import pyarrow as pa
    import pyarrow.compute as pc

    both = (kept.events, handed.events)
    same = tuple(_both(both, lambda e, name=name: getattr(e, name)) for name in ("local", "who", "kind"))
    if kept.text is None or handed.text is None:
        return (*same, *(_both(both, lambda e, name=name: getattr(e, name)) for name in ("words", "asks")))
    text = pc.dictionary_encode(pa.concat_arrays([kept.text, handed.text]))
    return (*same, np.asarray(pc.fill_null(text.indices, -1)).astype(np.int64))


def _unmatched(same: tuple[Int64Array, ...], kept: int) -> tuple[Int64Array, Int64Array]:
    """Of the first `kept` rows those without a partner among the rest, and of the rest those without one."""
    file = (np.arange(len(same[0])) >= kept).astype(np.int64)
    ours_stay = first_seen(same, file)
    theirs_stay = first_seen(same, 1 - file)
    return theirs_stay[theirs_stay < kept], ours_stay[ours_stay >= kept] - kept


def _both(events: tuple[Events, Events], column: Any) -> Int64Array:
    return np.concatenate([column(one) for one in events]).astype(np.int64)


def _places(index: Int64Array | BoolArray) -> Any:
    import pyarrow as pa

    return pa.array(index, pa.int64())
