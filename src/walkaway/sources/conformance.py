"""A source and sound examples of its format in; everything it does that a source must not do, out, as sentences.

    from walkaway.sources.conformance import faults
    assert faults(MySource(), {"export.txt": b"..."}) == []

A format passes or fails as a whole. What is asked of it: docs/sources.md.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import numpy as np

from walkaway.app.errors import OpenQuestion, WalkawayError
from walkaway.app.ports import Archive, Chat, ReadOptions, Source
from walkaway.core.events import Kind
from walkaway.sources.damage import mutants

SECONDS = 5.0
_FOREIGN = (b"Dear diary,\ntoday was long.\n", b"\x00\x01\x02\x03" * 64, b"PK\x03\x04 and no zip", b"%PDF-1.7\n", b"x")
_WRITES = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.truncate", "shutil.", "tempfile.", "os.chmod")
_REACHES_OUT = ("socket.", "urllib.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "http.", "ftplib.")


def faults(
    source: Source,
    examples: Mapping[str, bytes],
    *,
    options: ReadOptions | None = None,
    damaged: int = 100,
    seed: int = 1,
) -> list[str]:
    """What is wrong; nothing if the source conforms. `damaged` copies of each example are tried."""
    options = options or ReadOptions(tz="Europe/Berlin")
    found = [*_of_the_source(source)]
    for name, raw in examples.items():
        found += [f"{name}: {fault}" for fault in _of_an_example(source, name, raw, options)]
        found += [f"{name}: {fault}" for fault in _of_damage(source, name, mutants(raw, damaged, seed), options)]
    return found


def _of_the_source(source: Source) -> Iterator[str]:
    if not isinstance(getattr(source, "name", None), str) or not source.name:
        yield "it has no name"
    if not isinstance(getattr(source, "reads", None), str) or "(" not in source.reads:
        yield "`reads` does not tell, in brackets, how to get the export"
    for head in (b"", *_FOREIGN):
        if source.recognises("", head):
            yield f"it takes {head[:12]!r} for its own"


def _of_an_example(source: Source, name: str, raw: bytes, options: ReadOptions) -> Iterator[str]:
    if not source.recognises(name, raw[:65_536]):
        yield "it does not recognise its own example"
        return
    told: list[tuple[int, int]] = []
    try:
        with _watched() as deeds:
            archive = source.read(name, raw, options, lambda done, total: told.append((done, total)))
            again = source.read(name, raw, options)
    except Exception as error:  # noqa: BLE001 (whatever it is, it is the finding)
        yield f"it cannot read its own example: {type(error).__name__}: {error}"
        return
    yield from dict.fromkeys(f"while reading it did {deed}" for deed in deeds)
    yield from broken_promises(archive)
    if not archive.receipt.kept:
        yield "it keeps nothing of its own example"
    if archive.source != source.name:
        yield "the archive is not named after the source"
    if any(not 0 <= done <= total for done, total in told) or [d for d, _ in told] != sorted(d for d, _ in told):
        yield "the progress goes backwards, or beyond its end"
    same = [one.text.to_pylist() == two.text.to_pylist() for one, two in zip(archive.chats, again.chats, strict=True)]
    if not all(same) or archive.receipt != again.receipt:
        yield "the same bytes read twice give two archives"


def broken_promises(archive: Archive) -> Iterator[str]:
    """What an archive must hold whatever it was made of."""
    receipt = archive.receipt
    rows = sum(len(chat.events) for chat in archive.chats)
    if receipt.read != receipt.kept + len(receipt.skipped):
        yield "read is not kept + skipped"
    if receipt.kept > rows:
        yield f"{receipt.kept} records are said to be kept, and the chats hold {rows} events"
    if any(skip.line < 1 or not skip.reason.strip() for skip in receipt.skipped):
        yield "a skip has no line or no reason"
    for chat in archive.chats:
        yield from (f"chat {chat.title!r}: {fault}" for fault in _of_a_chat(chat))


def _of_a_chat(chat: Chat) -> Iterator[str]:
    events = chat.events
    if len(chat.text) != len(events):
        yield "text and events are not of one length"
        return
    chat.text.validate(full=True)
    if not len(events):
        yield "it holds no event"
        return
    if (np.diff(events.at) < 0).any():
        yield "the times are not in order"
    if events.at.min() <= 0 or events.at.max() >= 4_102_444_800_000_000:
        yield "a time lies outside of 1970 to 2099"
    if np.abs(events.local - events.at).max() > 26 * 3_600_000_000:
        yield "wall clock and instant are more than a day apart"
    if events.who.min() < -1 or events.who.max() >= len(chat.people):
        yield "an event is by somebody who is not among the people"
    if len(set(chat.people)) != len(chat.people) or not all(name.strip() for name in chat.people):
        yield "two of the people have one name, or one has none"
    if any(ord(letter) < 32 or 127 <= ord(letter) < 160 for name in chat.people for letter in name):
        yield "a name holds control characters"
    if chat.handles and len(chat.handles) != len(chat.people):
        yield "handles and people are not of one length"
    if not np.isin(events.kind, [int(kind) for kind in Kind]).all():
        yield "a kind is not one of ours"
    untyped = np.isin(events.kind, [Kind.SYSTEM, Kind.REACTION, Kind.CALL, Kind.MISSED_CALL, Kind.DELETED])
    if (events.words < 0).any() or events.words[untyped].any() or events.asks[untyped].any():
        yield "words are counted that nobody typed"


def _of_damage(source: Source, name: str, damaged: Iterator[bytes], options: ReadOptions) -> Iterator[str]:
    for number, raw in enumerate(damaged):
        began = time.perf_counter()
        try:
            source.recognises(name, raw[:65_536])
            yield from (f"damaged copy {number}: {fault}" for fault in broken_promises(source.read(name, raw, options)))
        except (WalkawayError, OpenQuestion) as error:
            if not str(error).endswith((".", "?")):
                yield f"damaged copy {number}: the refusal is no sentence: {error}"
        except Exception as error:  # noqa: BLE001 (whatever it is, it is the finding)
            yield f"damaged copy {number}: {type(error).__name__}: {error}"
        if (took := time.perf_counter() - began) > SECONDS:
            yield f"damaged copy {number}: it took {took:.0f} s"


class _Watch:
    """Audit hooks can never be taken off again, so there is one, and it looks only while it is told to."""

    deeds: list[str] | None = None
    installed = False


@contextmanager
def _watched() -> Iterator[list[str]]:
    """Everything done meanwhile that changes the disk or reaches out."""
    if not _Watch.installed:
        sys.addaudithook(_hook)
        _Watch.installed = True
    deeds: list[str] = []
    _Watch.deeds = deeds
    try:
        yield deeds
    finally:
        _Watch.deeds = None


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if _Watch.deeds is None:
        return
    writes = event == "open" and isinstance(arguments[1], str) and any(letter in arguments[1] for letter in "wax+")
    connects = event == "sqlite3.connect" and arguments[0] not in (":memory:", b":memory:")
    if writes or connects or event.startswith((*_WRITES, *_REACHES_OUT)):
        _Watch.deeds.append(f"{event} {arguments[0] if arguments else ''}".strip())
