"""Events and texts in, bytes out; and back. The form in which messages lie in the store: Arrow streams, packed by zstd.

Columns and words are packed apart, so that a pursuit that keeps counts only has no words anywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import numpy as np

from walkaway.app.store import DamagedStore
from walkaway.core.events import Events, Int64Array

_NAMES = tuple(field.name for field in fields(Events))
_TYPES = {
    "id": np.int64, "at": np.int64, "local": np.int64, "who": np.int32, "kind": np.uint8, "words": np.int32,
    "asks": np.bool_,
}  # fmt: skip
_PACKING = "zstd"


def pack_events(events: Events, thread: Int64Array | None = None) -> bytes:
    """Seven columns, or eight with threads. Times are kept as the steps between them, which pack to a fraction."""
    import pyarrow as pa

    arrays = {name: pa.array(_stepped(name, getattr(events, name))) for name in _NAMES}
    if thread is not None:
        arrays["thread"] = pa.array(thread)
    return _packed(pa.record_batch(list(arrays.values()), names=list(arrays)))


def unpack_events(packed: Sequence[bytes]) -> tuple[Events, Int64Array | None]:
    """The events of several packets, one after the other, and their threads where there are any (-1: in none)."""
    batches = [_unpacked(one) for one in packed]
    columns: dict[str, Any] = {}
    for name in _NAMES:
        parts = [_summed(name, batch.column(name).to_numpy(zero_copy_only=False)) for batch in batches]
        columns[name] = np.concatenate(parts).astype(_TYPES[name], copy=False) if parts else np.empty(0, _TYPES[name])
    return Events(**columns), _threads(batches)


def _threads(batches: Sequence[Any]) -> Int64Array | None:
    if not any("thread" in batch.schema.names for batch in batches):
        return None
    parts = [
        batch.column("thread").to_numpy() if "thread" in batch.schema.names else np.full(batch.num_rows, -1, np.int64)
        for batch in batches
    ]
    return np.concatenate(parts).astype(np.int64, copy=False)


def pack_text(text: Any) -> bytes:
    """An Arrow string column."""
    import pyarrow as pa

    return _packed(pa.record_batch([text.cast(pa.large_string())], names=["text"]))


def unpack_text(packed: Sequence[bytes]) -> Any:
    """The texts of several packets as one Arrow large_string array."""
    import pyarrow as pa

    parts = [_unpacked(one).column("text") for one in packed]
    return pa.concat_arrays(parts) if parts else pa.array([], pa.large_string())


def digest(*packed: bytes) -> bytes:
    """What tells that bytes are as they were written."""
    found = hashlib.sha256()
    for one in packed:
        found.update(one)
    return found.digest()


def _stepped(name: str, column: Any) -> Any:
    if name not in ("id", "at", "local") or not len(column):
        return column
    return np.diff(column, prepend=column.dtype.type(0))


def _summed(name: str, column: Any) -> Any:
    return np.cumsum(column) if name in ("id", "at", "local") else column


def _packed(batch: Any) -> bytes:
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema, options=pa.ipc.IpcWriteOptions(compression=_PACKING)) as stream:
        stream.write_batch(batch)
    return bytes(memoryview(sink.getvalue()))


def _unpacked(packed: bytes) -> Any:
    import pyarrow as pa

    try:
        with pa.ipc.open_stream(pa.py_buffer(packed)) as stream:
            return stream.read_next_batch()
    except (pa.ArrowException, StopIteration):
        raise DamagedStore from None
