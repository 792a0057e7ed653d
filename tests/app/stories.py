"""Chats told as stories, for tests: the lines of a story in, what a source would make of them out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, Chat, Progress, ReadOptions, Receipt, Skip
from walkaway.app.read_archive import Content, Recognises
from walkaway.core.events import SECOND, Events, Kind

OPTIONS = ReadOptions(tz="UTC")


def chat(story: str, *, title: str | None = None, me: str | None = None) -> Chat:
    """Each line is `minute who: text`; `minute -: text` is a system line."""
    minutes, whos, texts = [], [], []
    for line in filter(None, map(str.strip, story.splitlines())):
        minute, rest = line.split(" ", 1)
        who, text = rest.split(": ", 1)
        minutes.append(int(minute))
        whos.append(who)
        texts.append(text)
    people = tuple(dict.fromkeys(who for who in whos if who != "-"))
    n = len(texts)
    at = np.array(minutes, np.int64) * 60 * SECOND
    events = Events(
        id=np.arange(1, n + 1, dtype=np.int64),
        at=at,
        local=at,
        who=np.array([people.index(who) if who != "-" else -1 for who in whos], np.int32),
        kind=np.array([Kind.TEXT if who != "-" else Kind.SYSTEM for who in whos], np.uint8),
        words=np.array([len(text.split()) for text in texts], np.int32),
        asks=np.array([text.endswith("?") for text in texts], np.bool_),
    )
    return Chat(title=title, me=me, people=people, events=events, text=pa.array(texts, pa.large_string()))


def told(chat: Chat) -> list[str]:
    """The chat as a story again."""
    events = chat.events
    names = [*chat.people, "-"]
    return [
        f"{events.at[k] // (60 * SECOND)} {names[events.who[k]]}: {chat.text[k].as_py()}" for k in range(len(events))
    ]


def archive(*chats: Chat) -> Archive:
    n = sum(len(one.events) for one in chats)
    return Archive(name="story", source="story", chats=chats, receipt=Receipt(read=n, kept=n), tz="UTC")


class Shelf:
    """An opener whose files are a dict."""

    def __init__(self, **files: str | tuple[str, ...]) -> None:
        self.files = files

    def __call__(self, path: Path, recognises: Recognises, /) -> Sequence[Content]:
        if path.name not in self.files:
            raise UnreadableArchive(f"There is no file {path}.")
        inside = self.files[path.name]
        inside = (inside,) if isinstance(inside, str) else inside
        contents = [Content(path.name, text.encode()) for text in inside]
        return contents if len(contents) == 1 else [c for c in contents if recognises(c.name, c.raw)]


class Stories:
    """A source that reads stories. A first line `# Bob` is the title, `---` parts chats, `?` begins a bad line."""

    name = "story"
    reads = "stories (tell one)"

    def recognises(self, name: str, head: bytes) -> bool:
        del name
        return head.startswith((b"#", b"-", b"?")) or head[:1].isdigit()

    def read(self, name: str, raw: bytes, options: ReadOptions, progress: Progress | None = None) -> Archive:
        chats, skipped = [], []
        lines = raw.decode().splitlines()
        for part in "\n".join(lines).split("---"):
            own = [line.strip() for line in part.splitlines() if line.strip()]
            title = own[0][1:].strip() if own and own[0].startswith("#") else None
            chats.append(chat("\n".join(line for line in own if line[0].isdigit()), title=title))
        for number, line in enumerate(lines, 1):
            if line.strip().startswith("?"):
                skipped.append(Skip(number, "no time"))
        kept = sum(len(one.events) for one in chats)
        if progress:
            progress(len(raw), len(raw))
        receipt = Receipt(read=kept + len(skipped), kept=kept, skipped=tuple(skipped))
        return Archive(name, "story", tuple(chats), receipt, options.tz, assumed=("tz",))
