"""The bytes of a JSON file in, its value out; or one sentence that says where it ends and what to do."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from walkaway.app.errors import UnreadableArchive

_BOM = b"\xef\xbb\xbf"


@contextmanager
def collector_paused() -> Iterator[None]:
    """Parsed JSON has no cycles; looking for them while a million small objects are made doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def document(name: str, raw: bytes, again: str) -> tuple[Any, bool]:
    """The value, and whether bytes of its text were broken and had to be replaced.

    `again` says how to export the file once more. msgspec reads a sound file in a third of the time; what it refuses is
    read by the standard library, which takes half characters and NaN, and says where a file is cut.
    """
    try:
        return msgspec.json.decode(raw.removeprefix(_BOM)), False
    except (msgspec.DecodeError, UnicodeError, RecursionError, OverflowError):
        pass
    broken = False
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text, broken = raw.decode("utf-8-sig", errors="replace"), True
    try:
        return json.loads(text), broken
    except json.JSONDecodeError as error:
        percent = 100 * error.pos // max(1, len(text))
        raise UnreadableArchive(
            f"{name} is sound up to line {error.lineno} ({percent} % of it); the rest is cut off or damaged. {again}"
        ) from None
    except RecursionError:
        raise UnreadableArchive(
            f"{name} has brackets within brackets, thousands deep, as no messenger writes them. {again}"
        ) from None
    except ValueError:  # Python reads no number of more than 4,300 digits
        raise UnreadableArchive(
            f"{name} holds a number with thousands of digits, as no messenger writes it. {again}"
        ) from None
