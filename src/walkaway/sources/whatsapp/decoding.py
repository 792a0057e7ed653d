"""The bytes of a file in, clean UTF-8 out."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

import pyarrow as pa

from walkaway.app.errors import UnreadableArchive

_MOST_DAMAGE = 0.1
"""Above this share of damaged characters a file is no text at all. Latin-1 German has about .03."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """`content` is valid UTF-8. `damaged`: broken places stand there as U+FFFD."""

    content: bytes
    damaged: bool


def decode(name: str, raw: bytes) -> Decoded:
    """UTF-8, or UTF-16 with a byte order mark. Raises UnreadableArchive for what is empty or no text."""
    damaged = False
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raw = raw.decode("utf-16", errors="replace").encode()
    elif not _is_utf8(raw):
        raw, damaged = _repair(name, raw), True
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")  # line ends of long ago; an editor may still write them
    if not raw or raw.isspace():
        raise UnreadableArchive(f"{name} is empty. Export the chat once more, without media, and give me the new file.")
    return Decoded(content=raw, damaged=damaged)


def not_text(name: str) -> UnreadableArchive:
    return UnreadableArchive(
        f"{name} is not a text file. In WhatsApp, use Export chat > Without media and give me the .txt or .zip you get."
    )


def _is_utf8(raw: bytes) -> bool:
    """Arrow looks at several bytes at a time and makes no copy: four times as fast as decoding."""
    places = pa.array([0, len(raw)], pa.int64()).buffers()[1]
    whole = pa.Array.from_buffers(pa.large_string(), 1, [None, places, pa.py_buffer(raw)])
    try:
        whole.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _repair(name: str, raw: bytes) -> bytes:
    text = raw.decode(errors="replace")
    if text.count("\ufffd") > _MOST_DAMAGE * len(text):
        raise not_text(name)
    return text.encode()
