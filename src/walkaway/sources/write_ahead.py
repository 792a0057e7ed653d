"""The bytes of an SQLite database and of the -wal file beside it in; the database as its own program sees it out.

A program that is still running keeps its newest pages in the write-ahead log. To open both with SQLite would write a
third file beside them, so the pages are put in place here: nothing on the disk is touched.
The format is section 4 of "Database File Format" (sqlite.org/fileformat2.html): a header of 32 bytes, then frames of 24
bytes and one page. A frame counts when its salts are the header's, the running checksum holds, and a later frame (or
it) ends a transaction.
"""

from __future__ import annotations

import struct
from functools import lru_cache

import numpy as np
import numpy.typing as npt

UInt32Array = npt.NDArray[np.uint32]

_HEADER, _FRAME = 32, 24
_MAGIC = (0x377F0682, 0x377F0683)  # checksums over little-endian, over big-endian words
_MASK = 0xFFFFFFFF
_LEGACY = b"\x01\x01"
_LARGEST_DATABASE = 4 * 2**30


def with_log(database: bytes, log: bytes) -> bytes:
    """The database with every committed page of the log in place; as it was, where the log holds none."""
    pages, size = _committed(log)
    out = bytearray(database)
    if pages and size:
        page = len(next(iter(pages.values())))
        if size * page > _LARGEST_DATABASE or size * page > len(database) + len(log):
            return database
        out = out[: size * page].ljust(size * page, b"\0")
        for number, content in pages.items():
            if 1 <= number <= size:
                out[(number - 1) * page : number * page] = content
    return without_log_mode(bytes(out))


def without_log_mode(database: bytes) -> bytes:
    """Bytes 18 and 19 say that a log belongs to it; a database in memory can have none."""
    return database if len(database) < 20 else database[:18] + _LEGACY + database[20:]


def _committed(log: bytes) -> tuple[dict[int, bytes], int]:
    """Pages by their number as the last whole transaction left them, and how many pages the database then has."""
    if len(log) < _HEADER:
        return {}, 0
    magic, _, page, _, *salts = struct.unpack(">6I", log[:24])
    if magic not in _MAGIC or page < 512 or page > 65536 or page & (page - 1):
        return {}, 0
    order = "<u4" if magic == _MAGIC[0] else ">u4"
    first, second = _checksum(log[:24], order, 0, 0)
    if (first, second) != struct.unpack(">2I", log[24:32]):
        return {}, 0
    committed: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    size = 0
    for begin in range(_HEADER, len(log) - _FRAME - page + 1, _FRAME + page):
        number, ends, salt, other, one, two = struct.unpack(">6I", log[begin : begin + _FRAME])
        content = log[begin + _FRAME : begin + _FRAME + page]
        first, second = _checksum(log[begin : begin + 8] + content, order, first, second)
        if [salt, other] != salts or (first, second) != (one, two):
            break
        pending[number] = content
        if ends:
            committed |= pending
            pending = {}
            size = ends
    return committed, size


def _checksum(content: bytes, order: str, first: int, second: int) -> tuple[int, int]:
    """Section 4.2: s0 += x[i] + s1; s1 += x[i+1] + s0, over pairs of words, modulo 2^32.

    That is linear: (s0, s1) becomes T (s0, s1) + x[i] (1, 1) + x[i+1] (0, 1) with T = ((1, 1), (1, 2)). So the weight
    of each word in the end is a power of T, the same for every page.
    """
    words = np.frombuffer(content, order).astype(np.uint32)
    weights, power = _weights(len(words) // 2)
    even, odd = words[0::2], words[1::2]
    sums = [int((even * w[0] + odd * w[1]).sum(dtype=np.uint32)) for w in weights]
    return (
        (power[0][0] * first + power[0][1] * second + sums[0]) & _MASK,
        (power[1][0] * first + power[1][1] * second + sums[1]) & _MASK,
    )


@lru_cache(maxsize=4)
def _weights(pairs: int) -> tuple[tuple[tuple[UInt32Array, UInt32Array], ...], tuple[tuple[int, int], ...]]:
    """For s0 and for s1: what each even and each odd word weighs; and T to the power of `pairs`."""
    column = np.empty((2, 2, pairs), np.uint32)
    a, b, c, d = 1, 0, 0, 1  # T to the power of the pairs that follow
    for k in range(pairs - 1, -1, -1):
        column[0, 0, k], column[0, 1, k] = (a + b) & _MASK, b
        column[1, 0, k], column[1, 1, k] = (c + d) & _MASK, d
        a, b, c, d = (a + b) & _MASK, (a + 2 * b) & _MASK, (c + d) & _MASK, (c + 2 * d) & _MASK
    return tuple((column[k, 0], column[k, 1]) for k in (0, 1)), ((a, b), (c, d))
