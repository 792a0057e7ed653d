"""The attributedBody of a message (Apple's typedstream) in, its text out.

Since macOS 13 the `text` column is mostly empty and the text lies in this archive of an NSAttributedString: behind the
class name NSString come the marks 0x01 0x2b ("+", a string of bytes), then how long it is, then its UTF-8. A length up
to 0x80 is one byte; 0x81 and 0x82 say that two or four bytes follow, the lowest first. Only the length tells where the
text ends: the bytes that close it occur in texts too.
"""

from __future__ import annotations

_BEGINS = b"\x01+"
_TWO_BYTES, _FOUR_BYTES = 0x81, 0x82


def text_of(body: bytes) -> str | None:
    """None where there is no string in it."""
    named = body.find(b"NSString")
    named = body.find(b"NSMutableString") if named < 0 else named
    begin = body.find(_BEGINS, named) if named >= 0 else -1
    if begin < 0 or begin + 3 > len(body):
        return None
    place = begin + len(_BEGINS)
    length = body[place]
    place += 1
    width = {_TWO_BYTES: 2, _FOUR_BYTES: 4}.get(length, 0)
    if width:
        length = int.from_bytes(body[place : place + width], "little")
        place += width
    elif length > 0x80:
        return None
    return body[place : place + length].decode(errors="replace")
