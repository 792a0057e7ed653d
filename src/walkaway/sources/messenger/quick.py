"""The bytes of a JSON export in, its plain records as columns out, and the odd ones as objects beside them.

Nearly every record has a sender, a time and a text, and nothing else that matters. msgspec reads just those keys into
slots and passes over the rest, so no object is made for them. A record with any other key that we know, or a text that
may be the app's own, goes the plain way (record.py), which remains the only place that decides. So does the whole file
where a value is of another type than it should be.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from walkaway.core.events import Int64Array
from walkaway.sources.messenger.record import LATEST, ODD_WORDS, PLAIN, repaired
from walkaway.sources.parts import HEAD

_BOM = b"\xef\xbb\xbf"
_UNSET = msgspec.UNSET


class _Record(msgspec.Struct, gc=False):
    sender_name: str = ""
    timestamp_ms: int = 0
    content: str = ""
    type: Any = _UNSET
    is_unsent: Any = _UNSET
    call_duration: Any = _UNSET
    missed: Any = _UNSET
    share: Any = _UNSET
    reactions: Any = _UNSET
    photos: Any = _UNSET
    videos: Any = _UNSET
    gifs: Any = _UNSET
    audio_files: Any = _UNSET
    files: Any = _UNSET
    sticker: Any = _UNSET
    media: Any = _UNSET
    audio: Any = _UNSET


_EXTRAS = _Record.__struct_fields__[3:]
_extras_of = attrgetter(*_EXTRAS)
_NO_EXTRAS = (_UNSET,) * len(_EXTRAS)


class _Thread(msgspec.Struct, gc=False):
    messages: list[_Record]
    participants: Any = None
    title: Any = None
    thread_path: Any = None


_DECODER = msgspec.json.Decoder(_Thread)


@dataclass(frozen=True, slots=True, eq=False)
class Quick:
    """A thread, its records in file order. What stands in the columns for one of the `odd` means nothing."""

    frame: dict[str, Any]
    names: list[str]
    at: Int64Array
    text: Any
    odd: dict[int, dict[str, Any]]


def quick(raw: bytes) -> Quick | None:
    """None where the file is not as these exports are, and the plain way has to tell why."""
    if b'"senderName"' in raw[:HEAD]:
        return None
    try:
        thread = _DECODER.decode(raw.removeprefix(_BOM))
        records = thread.messages
        at = np.fromiter((m.timestamp_ms for m in records), np.int64, len(records))
        text = _repaired(pa.array([m.content for m in records], pa.large_string()))
    except (msgspec.DecodeError, UnicodeError, RecursionError, OverflowError, pa.ArrowInvalid):
        return None
    odd = {k for k, extras in enumerate(map(_extras_of, records)) if extras != _NO_EXTRAS}
    strange = np.asarray(pc.match_substring_regex(text, ODD_WORDS)) | np.asarray(pc.equal(text, ""))
    odd.update(np.flatnonzero(strange | (at <= 0) | (at >= LATEST)).tolist())
    frame = {"participants": thread.participants, "title": thread.title, "thread_path": thread.thread_path}
    return Quick(
        frame=frame,
        names=[m.sender_name for m in records],
        at=at,
        text=text,
        odd={k: _as_object(records[k]) for k in sorted(odd)},
    )


def _repaired(text: Any) -> Any:
    odd = ~np.asarray(pc.string_is_ascii(text))
    if not odd.any():
        return text
    whole = [repaired(one) for one in text.filter(pa.array(odd)).to_pylist()]
    return pc.replace_with_mask(text, pa.array(odd), pa.array(whole, pa.large_string()))


def _as_object(record: _Record) -> dict[str, Any]:
    """The record as the plain way wants it: as it stands in the file."""
    found: dict[str, Any] = {key: value for key in _EXTRAS if (value := getattr(record, key)) is not _UNSET}
    if record.timestamp_ms:
        found[PLAIN.at] = record.timestamp_ms
    return found | {PLAIN.sender: record.sender_name, PLAIN.text: record.content}
