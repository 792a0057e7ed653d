"""Telegram's reader beside a few obvious lines, on records that hypothesis makes up."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, ReadOptions
from walkaway.core.events import Kind
from walkaway.sources.telegram import Telegram

ZONE = "America/New_York"

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
text = words | st.lists(words | st.fixed_dictionaries({"type": st.just("link"), "text": words}), max_size=3)
sound = st.fixed_dictionaries(
    {
        "type": st.just("message"),
        "date_unixtime": st.integers(1_500_000_000, 1_800_000_000).map(str),
        "from": st.sampled_from(["Alice", "Bob", None]),
        "text": text,
    },
    optional={"photo": st.just("p.jpg"), "poll": st.just({}), "forwarded_from": st.sampled_from(["Carol", None])},
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["type", "from", "text"]), inner),
    max_leaves=5,
)
spoilt = st.builds(
    lambda record, key, value: {**record, key: value},
    sound,
    st.sampled_from(["type", "date_unixtime", "from", "from_id", "id", "text", "edited", "reactions", "action"]),
    anything,
)


def read(messages: list[Any]) -> Archive | None:
    try:
        return Telegram().read("result.json", json.dumps({"messages": messages}).encode(), ReadOptions(tz=ZONE))
    except UnreadableArchive:
        return None


def obvious(record: dict[str, Any]) -> tuple[float, str, str, str, Kind, int]:
    pieces = record["text"] if isinstance(record["text"], list) else [record["text"]]
    body = "".join(piece if isinstance(piece, str) else piece["text"] for piece in pieces)
    instant = datetime.fromtimestamp(int(record["date_unixtime"]), UTC)
    kind = Kind.TEXT if body else Kind.MEDIA
    if "photo" in record:
        kind = Kind.MEDIA
    if "poll" in record:
        kind = Kind.POLL
    typed = kind != Kind.POLL and "forwarded_from" not in record
    shown = instant.astimezone(ZoneInfo(ZONE)).strftime("%Y-%m-%dT%H:%M:%S")
    name = record["from"] or "Deleted Account"
    return instant.timestamp(), shown, name, body, kind, len(body.split()) if typed else 0


@given(st.lists(sound, min_size=1, max_size=6))
def test_sound_records_read_as_the_obvious_lines_say(messages: list[dict[str, Any]]) -> None:
    archive = read(messages)
    assert archive is not None
    (chat,) = archive.chats
    events = chat.events
    found = [
        (
            events.at[k] / 1e6,
            str(events.local[k].astype("datetime64[us]"))[:19],
            chat.people[events.who[k]],
            chat.text[k].as_py(),
            Kind(events.kind[k]),
            int(events.words[k]),
        )
        for k in range(len(events))
    ]
    assert found == sorted(map(obvious, messages), key=lambda row: row[0])


@given(st.lists(sound | spoilt | anything, max_size=6))
def test_every_record_is_kept_or_skipped_whatever_it_is(messages: list[Any]) -> None:
    archive = read(messages)
    if archive is None:
        return
    receipt = archive.receipt
    assert receipt.read == len(messages) == receipt.kept + len(receipt.skipped)
    (chat,) = archive.chats
    assert receipt.kept == (chat.events.kind != Kind.REACTION).sum()
    assert len(chat.text) == len(chat.events)
    assert ((chat.events.who >= -1) & (chat.events.who < len(chat.people))).all()
    assert (chat.events.at[1:] >= chat.events.at[:-1]).all()
    assert all(1 <= skip.line <= len(messages) and skip.reason for skip in receipt.skipped)
