"""A text and columns of places in it in, the pieces between them as an Arrow column out."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from walkaway.core.events import Int64Array


def pieces(content: bytes, begin: Int64Array, end: Int64Array) -> Any:
    """What stands from each `begin` to its `end`, as large_string. The pieces come in order and do not overlap.

    Arrow wants texts that touch. So the gaps between are texts too, at first, and only every second one is taken.
    """
    count = len(begin)
    places = np.empty(2 * count + 1, np.int64)
    places[0:-1:2] = begin
    places[1::2] = end
    places[-1] = end[-1] if count else 0
    with_gaps = pa.Array.from_buffers(pa.large_string(), 2 * count, [None, pa.py_buffer(places), pa.py_buffer(content)])
    return with_gaps.take(pa.array(np.arange(0, 2 * count, 2)))


def runs(content: bytes, begin: Int64Array, end: int) -> Any:
    """What stands from each `begin` to the next one, the last up to `end`: no byte is copied."""
    places = np.append(begin, end)
    return pa.Array.from_buffers(pa.large_string(), len(begin), [None, pa.py_buffer(places), pa.py_buffer(content)])
