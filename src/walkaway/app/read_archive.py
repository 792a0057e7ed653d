"""Files in, one archive out: each read by the source that knows it, joined where they hold the same chat."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np

from walkaway.app.errors import UnreadableArchive
from walkaway.app.kinds import alone
from walkaway.app.overlap import first_seen, one_channel, to_the_minute
from walkaway.app.ports import Archive, Chat, Part, Progress, ReadOptions, Receipt, Skip, Source, Streaming
from walkaway.core.events import Events, Int64Array

Recognises = Callable[[str, bytes], object]
"""The source that reads a file of this name, beginning with these bytes; nothing where there is none."""

HEAD = 65_536
"""How many bytes from the beginning of a file a source is shown to recognise it."""

_IN_NEARLY_ALL = 200
"""Chats that one person may be in and still tell two of them together. The owner of an account is in more."""

_ID_ROOM = 40
"""Bits of an id that are a file's own. Those above number the file, so that ids of joined files stay apart."""
_KIND_ROOM = 52
"""And those above these number the kind of archive."""


class Content(NamedTuple):
    """What an opened file holds: a name (with that of the zip it was in), and its bytes, for who reads it whole."""

    name: str
    raw: bytes


class Opener(Protocol):
    """Opens a path safely. Raises UnreadableArchive."""

    def __call__(self, path: Path, recognises: Recognises, /) -> Sequence[Content | Part]:
        """The file itself, or of a zip every member that a source recognises; as a Part where that source streams."""
        ...


def read_archive(
    paths: Sequence[Path],
    *,
    open_: Opener,
    sources: Sequence[Source],
    options: ReadOptions,
    progress: Progress | None = None,
    forgiving: bool = False,
) -> Archive:
    """All of these as one archive. What two files both hold counts once; what one file repeats counts each time.

    `forgiving`, as with a whole folder: a file that cannot be read is one skip, with the sentence that says why.
    """
    refused: list[str] = []

    @contextmanager
    def forgiven() -> Iterator[None]:
        try:
            yield
        except UnreadableArchive as error:
            if not forgiving:
                raise
            refused.append(str(error))

    def source_of(name: str, head: bytes) -> Source | None:
        return next((source for source in sources if source.recognises(name, head)), None)

    contents: list[Content | Part] = []
    for path in paths:
        with forgiven():
            contents += open_(path, source_of)
    contents, twice = _each_once(contents)
    refused += twice
    total = sum(map(_size, contents))
    done = 0
    archives: list[Archive] = []
    streamed: dict[str, tuple[Streaming, list[Part]]] = {}
    for content in contents:
        source = source_of(content.name, _head(content))
        if isinstance(content, Part):
            # Inside a zip it was known by its content alone.
            source = source if isinstance(source, Streaming) else source_of("", content.head)
            assert isinstance(source, Streaming)  # the opener was told so by `source_of`
            streamed.setdefault(source.name, (source, []))[1].append(content)
            continue
        with forgiven():
            if source is None:
                raise _unrecognised(content.name, sources)
            archives.append(source.read(content.name, content.raw, options, _after(done, total, progress)))
        done += len(content.raw)
    for streaming, parts in streamed.values():
        with forgiven():
            archives.append(streaming.read_parts(parts, options, _after(done, total, progress)))
        done += sum(map(_size, parts))
    if not archives:
        raise UnreadableArchive(refused[0] if refused else "There is no file to read. Give me at least one.")
    archive = archives[0] if len(archives) == 1 else _joined(archives, options.tz)
    return _with_refusals(archive, refused) if refused else archive


def _each_once(contents: list[Content | Part]) -> tuple[list[Content | Part], list[str]]:
    """Without what is the same byte for byte as something before it, and a sentence for each: it would count twice."""
    seen: dict[bytes, str] = {}
    kept: list[Content | Part] = []
    twice: list[str] = []
    for content in contents:
        if isinstance(content, Part) or len(contents) == 1:
            kept.append(content)
            continue
        whole = sha256(content.raw).digest()
        if whole in seen:
            twice.append(f"{content.name} is the same as {seen[whole]}, and counts once.")
        else:
            seen[whole] = content.name
            kept.append(content)
    return kept, twice


def _with_refusals(archive: Archive, refused: Sequence[str]) -> Archive:
    own = archive.receipt
    skipped = (*own.skipped, *(Skip(1, sentence) for sentence in refused))
    return replace(archive, receipt=Receipt(own.read + len(refused), own.kept, skipped))


def _size(content: Content | Part) -> int:
    return content.size if isinstance(content, Part) else len(content.raw)


def _head(content: Content | Part) -> bytes:
    return content.head if isinstance(content, Part) else content.raw[:HEAD]


def _after(done: int, total: int, progress: Progress | None) -> Progress | None:
    return progress and (lambda of_this, _size: progress(done + of_this, total))


def _unrecognised(name: str, sources: Sequence[Source]) -> UnreadableArchive:
    known = "; ".join(source.reads for source in sources)
    return UnreadableArchive(f"{name} is not an archive I can read.", typed=f"I read: {known}.", mend="kinds")


# --- several files ----------------------------------------------------------------------------------------------------


def _joined(archives: Sequence[Archive], tz: str) -> Archive:
    """One archive of several. Its receipt is the sum of theirs: what two files hold was read and kept twice."""
    receipts = [
        Receipt(a.receipt.read, a.receipt.kept, tuple(Skip(s.line, f"{a.name}: {s.reason}") for s in a.receipt.skipped))
        for a in archives
    ]
    return Archive(
        name=", ".join(dict.fromkeys(a.name for a in archives)),
        source=", ".join(dict.fromkeys(a.source for a in archives)),
        chats=tuple(_one_of(group) for group in _same_chats(archives)),
        receipt=Receipt(
            read=sum(r.read for r in receipts),
            kept=sum(r.kept for r in receipts),
            skipped=tuple(skip for r in receipts for skip in r.skipped),
        ),
        tz=tz,
        assumed=tuple(dict.fromkeys(code for a in archives for code in a.assumed)),
    )


_Group = list[tuple[str, Chat]]
"""The chats of one conversation, each with the kind of archive it is from."""


def _same_chats(archives: Sequence[Archive]) -> list[_Group]:
    """The chats of all files, those of one conversation together. Two chats of one file are never one conversation."""
    groups: list[_Group] = []
    known = _Known()
    for archive in archives:
        taken: set[int] = set()
        earlier = len(groups)
        for chat in archive.chats:
            nearby = (k for k in known.near(chat) if k < earlier and k not in taken)
            fitting = ((k, _with_you(groups[k][0], archive.source, chat)) for k in nearby)
            found = next(((k, same) for k, same in fitting if _same_chat(groups[k][0][1], same)), None)
            if found is None:
                known.add(len(groups), chat)
                groups.append([(archive.source, chat)])
            else:
                groups[found[0]].append((archive.source, found[1]))
                taken.add(found[0])
    return groups


def _with_you(first: tuple[str, Chat], source: str, chat: Chat) -> Chat:
    """The chat with you called as in the first, where another kind of archive calls you otherwise.

    Of two chats of two, with the same other person, the one that knows who you are says who you are in both.
    """
    there = first[1]
    shared = set(there.people) & set(chat.people)
    if not (one_channel(first[0], source) and len(there.people) == len(chat.people) == 2 and len(shared) == 1):
        return chat
    mine, yours = (next(name for name in one.people if name not in shared) for one in (there, chat))
    if {there.me, chat.me} == {None} or there.me not in (None, mine) or chat.me not in (None, yours):
        return chat
    handles = [(*of, name) for of, name in zip(chat.handles or ((), ()), chat.people, strict=True)]
    people = tuple(mine if name == yours else name for name in chat.people)
    return replace(chat, me=mine, people=people, handles=tuple(handles))


def _one_of(group: _Group) -> Chat:
    """One chat: first of the files of each kind, then of the kinds, each message once."""
    by_source: dict[str, list[Chat]] = {}
    for source, chat in group:
        by_source.setdefault(source, []).append(chat)
    found = {source: _union(chats) for source, chats in by_source.items()}
    for source, other in combinations(by_source, 2):
        if one_channel(source, other) and source in found and other in found:
            fine, coarse = (source, other) if to_the_minute(found[other].events) else (other, source)
            rest = alone(found[fine], found.pop(coarse))
            found[fine] = _union([found[fine], rest], room=_KIND_ROOM, once=True)
    return _union(list(found.values()), room=_KIND_ROOM + 1)


class _Known:
    """Which groups may be of a chat: those with its title, or with one of its people who is not in nearly all of them.

    A whole account has thousands of chats, each with its owner in it; comparing all with all would take minutes.
    """

    def __init__(self) -> None:
        self._by: dict[tuple[str, str], list[int]] = {}

    def add(self, group: int, chat: Chat) -> None:
        for key in self._keys(chat):
            self._by.setdefault(key, []).append(group)

    def near(self, chat: Chat) -> list[int]:
        """In the order in which they were found."""
        found: set[int] = set()
        for key in self._keys(chat):
            groups = self._by.get(key, [])
            if key[0] == "title" or len(groups) <= _IN_NEARLY_ALL:
                found.update(groups)
        return sorted(found)

    @staticmethod
    def _keys(chat: Chat) -> list[tuple[str, str]]:
        title = [("title", chat.title.casefold())] if chat.title else []
        return [*title, *(("person", name) for name in chat.people)]


def _same_chat(one: Chat, other: Chat) -> bool:
    """Whether two files hold one conversation. In doubt no: two chats side by side are seen, two in one are not.

    A pair is its two people, whatever each export calls it. A group is its title and somebody in common.
    Without a title a group is two people in common, and a chat with one author the same messages.
    """
    people, others = set(one.people), set(other.people)
    shared = len(people & others)
    titles = {title.casefold() for title in (one.title, other.title) if title}
    pair = people == others and shared == 2
    if len(titles) == 2:
        return pair
    if one.title and other.title:
        return shared >= 1 or not people or not others
    if min(len(people), len(others)) < 2:
        return people == others and bool(_kept(_keys([one, other])).size < len(one.events) + len(other.events))
    return pair or (shared >= 2 and min(len(people), len(others)) > 2)


def _union(chats: Sequence[Chat], *, room: int = _ID_ROOM, once: bool = False) -> Chat:
    """One chat of several: for each message, the most copies that any one file holds. `once`: none is in two."""
    if len(chats) == 1:
        return chats[0]
    import pyarrow as pa

    # By their first event, so that within one minute an earlier export's lines come before a later one's.
    chats = sorted(chats, key=lambda chat: int(chat.events.at[0]) if len(chat.events) else 0)
    keys = _keys(chats)
    kept = np.arange(len(keys.file)) if once else _kept(keys)
    events = Events(
        id=np.concatenate([chat.events.id + (k << room) for k, chat in enumerate(chats)]),
        at=np.concatenate([chat.events.at for chat in chats]),
        local=keys.local,
        who=keys.who.astype(np.int32),
        kind=keys.kind.astype(np.uint8),
        words=np.concatenate([chat.events.words for chat in chats]),
        asks=np.concatenate([chat.events.asks for chat in chats]),
    )
    order = kept[np.argsort(events.at[kept], kind="stable")]
    return Chat(
        title=next((chat.title for chat in chats if chat.title), None),
        me=next((chat.me for chat in chats if chat.me), None),
        people=_people(chats),
        events=events.take(order),
        text=keys.text.take(pa.array(order)),
        handles=_handles(chats),
        thread=None if (thread := _threads(chats)) is None else thread[order],
    )


def _handles(chats: Sequence[Chat]) -> tuple[tuple[str, ...], ...]:
    """Beside `_people`: under what each appears in any of the chats."""
    if not any(chat.handles for chat in chats):
        return ()
    known: dict[str, dict[str, None]] = {name: {} for name in _people(chats)}
    for chat in chats:
        for name, handles in zip(chat.people, chat.handles, strict=bool(chat.handles)):
            known[name] |= dict.fromkeys(handles)
    return tuple(tuple(handles) for handles in known.values())


def _threads(chats: Sequence[Chat]) -> Int64Array | None:
    """The threads of all chats, those of each file numbered on from the file before; -1 where a format has none."""
    if all(chat.thread is None for chat in chats):
        return None
    columns, first = [], 0
    for chat in chats:
        thread = np.full(len(chat.events), -1, np.int64) if chat.thread is None else chat.thread
        columns.append(np.where(thread < 0, -1, thread + first))
        first += int(thread.max(initial=-1)) + 1
    return np.concatenate(columns)


def _people(chats: Sequence[Chat]) -> tuple[str, ...]:
    """Everybody once: in files of one conversation, one name is one person."""
    return tuple(dict.fromkeys(name for chat in chats for name in chat.people))


@dataclass(frozen=True, slots=True, eq=False)
class _Keys:
    """What makes a message the same in two files: wall clock, who, kind and text. `file` counts the files."""

    local: Int64Array
    who: Int64Array
    kind: Int64Array
    text: Any
    coded_text: Int64Array
    file: Int64Array


def _keys(chats: Sequence[Chat]) -> _Keys:
    import pyarrow as pa
    import pyarrow.compute as pc

    place = {name: k for k, name in enumerate(_people(chats))}
    # One more at the end for -1: what the app itself wrote stays -1.
    places = [np.array([*(place[name] for name in chat.people), -1], np.int64) for chat in chats]
    text = pa.concat_arrays([_one_chunk(chat.text) for chat in chats])
    return _Keys(
        local=np.concatenate([chat.events.local for chat in chats]),
        who=np.concatenate([own[chat.events.who] for own, chat in zip(places, chats, strict=True)]),
        kind=np.concatenate([chat.events.kind for chat in chats]).astype(np.int64),
        text=text,
        coded_text=np.asarray(pc.fill_null(pc.dictionary_encode(text).indices, -1)).astype(np.int64),
        file=np.repeat(np.arange(len(chats)), [len(chat.events) for chat in chats]),
    )


def _kept(keys: _Keys) -> Int64Array:
    return first_seen((keys.local, keys.who, keys.kind, keys.coded_text), keys.file)


def _one_chunk(text: Any) -> Any:
    return text if not hasattr(text, "combine_chunks") else text.combine_chunks()
