"""A mail's body in, the text that its sender sent out, and whether files came along (RFC 2045, 2046)."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from walkaway.sources.mail.fields import as_text, fields, header_and_rest

_BOUNDARY = re.compile(rb'boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))', re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_DEEPEST, _MOST_PARTS = 12, 200
_REMEMBERED = 512
"""Bytes of a part's header. A mail program writes the same few, mail after mail."""
_LARGEST_TEXT = 2**20
_TAG = re.compile(r"<[^<>]{0,2000}>")
_COMMENT = re.compile(r"<!--|-->")
_BREAK = re.compile(r"<(?:br|/p|/div|/tr|/li|/h\d)\b[^<>]{0,200}>", re.IGNORECASE)
_HIDDEN = re.compile(r"<(/?)(?:style|script|head|title|blockquote)\b[^<>]{0,2000}>", re.IGNORECASE)
_QUOTE = re.compile(
    r"<(?:div|blockquote|p|hr|span)\b[^<>]{0,300}"
    r"(?:gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|divRplyFwdMsg|appendonsend|OutlookMessageHeader|protonmail_quote"
    r"|\btype=.?cite)",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[ \t]{2,}")


class Body(NamedTuple):
    """What was sent: its text, and, where there is none, whether files came in its place."""

    text: str
    files: bool


class _Piece(NamedTuple):
    kind: bytes
    head: dict[bytes, bytes]
    content: bytes


def body(head: dict[bytes, bytes], content: bytes) -> Body:
    """The first plain text, or else the first HTML as text."""
    html = None
    files = False
    for count, piece in enumerate(_pieces(head, content, _DEEPEST)):
        if count >= _MOST_PARTS:
            break
        attached = piece.head.get(b"content-disposition", b"").lower().startswith(b"attachment")
        if attached or not piece.kind.startswith(b"text/") or piece.kind == b"text/calendar":
            files = True
        elif piece.kind == b"text/html":
            html = html or piece
        elif text := _decoded(piece).strip("\r\n\ufeff"):
            return Body(text, files)  # what follows is the same as HTML, or files
    return Body(_without_tags(_decoded(html)) if html is not None else "", files)


def _pieces(head: dict[bytes, bytes], content: bytes, deep: int) -> Iterator[_Piece]:
    """The leaves of the tree of parts."""
    declared = head.get(b"content-type", b"text/plain")
    kind = declared.partition(b";")[0].strip().lower() or b"text/plain"
    boundary = _BOUNDARY.search(declared) if kind.startswith(b"multipart/") else None
    if boundary is None or deep == 0:
        yield _Piece(b"text/plain" if b"/" not in kind or boundary else kind, head, content)
        return
    line = b"\n--" + (boundary[1] or boundary[2])
    for cut in _cuts(b"\n" + content, line):
        if cut.startswith(b"--"):
            return
        part = cut.partition(b"\n")[2].removesuffix(b"\r")
        if part.startswith((b"\n", b"\r\n")):
            yield from _pieces({}, part, deep - 1)
        else:
            header, rest = header_and_rest(part)
            yield from _pieces(_fields_again(header) if len(header) < _REMEMBERED else fields(header), rest, deep - 1)


@lru_cache(maxsize=256)
def _fields_again(header: bytes) -> dict[bytes, bytes]:
    return fields(header)


def _cuts(content: bytes, line: bytes) -> Iterator[bytes]:
    """What stands behind each boundary, up to the next. Mostly only the first is asked for."""
    begin = content.find(line)
    for count in range(1, _MOST_PARTS + 1):
        if begin < 0:
            return
        begin += len(line)
        end = content.find(line, begin) if count < _MOST_PARTS else -1
        yield content[begin:] if end < 0 else content[begin:end]
        begin = end


def _decoded(piece: _Piece) -> str:
    content = piece.content[: 2 * _LARGEST_TEXT]
    way = piece.head.get(b"content-transfer-encoding", b"").lower()
    try:
        if way == b"base64":
            content = binascii.a2b_base64(
                content[: len(content) // 4 * 4] if len(content) >= 2 * _LARGEST_TEXT else content
            )
        elif way == b"quoted-printable":
            content = binascii.a2b_qp(content)
    except (binascii.Error, ValueError):
        pass
    declared = piece.head.get(b"content-type", b"")
    charset = _CHARSET.search(declared) if declared else None
    text = as_text(content[:_LARGEST_TEXT], charset[1].decode("ascii") if charset else "")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _without_tags(html: str) -> str:
    """The words of an HTML mail, without what is quoted in it."""
    quote = _QUOTE.search(html)
    if quote:
        html = html[: quote.start()]
    shown: list[str] = []
    hidden = low = 0
    for match in _HIDDEN.finditer(html):
        if hidden == 0:
            shown.append(html[low : match.start()])
        hidden = max(0, hidden - 1) if match[1] else hidden + 1
        low = match.end()
    if hidden == 0:
        shown.append(html[low:])
    text = " ".join("".join(shown).replace("\n", " ").split(" "))
    text = _TAG.sub("", _BREAK.sub("\n", _COMMENT.sub(" ", text)))
    lines = (_BLANKS.sub(" ", line).strip() for line in unescape(text).split("\n"))
    return "\n".join(lines).strip()
