"""One chat handed over as two kinds of archive: each message once, none lost, and nobody's "ok" is another's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from json import dumps

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from walkaway import wiring
from walkaway.app.choose_chat import choose_chat
from walkaway.app.keep_archive import archive_of, keep_archive
from walkaway.app.overlap import MINUTE, Held, twins
from walkaway.app.ports import Archive, Chat, ReadOptions, Receipt
from walkaway.app.read_archive import _joined
from walkaway.app.store import Handed
from walkaway.core.events import SECOND, Events, Kind
from walkaway.store.engine import memory
from walkaway.store.kept import Kept
from walkaway.store.migrate import bring_up

START = 1_700_000_040 * SECOND  # a whole minute
TEXTS = ("ok", "ok", "yes", "see you at eight", "no  way", "")


@dataclass(frozen=True)
class Said:
    """One message as it really was: seconds since the start, whose, and the words ("" is a picture)."""

    at: int
    who: int
    text: str


def messages(most: int = 40) -> st.SearchStrategy[list[Said]]:
    one = st.builds(Said, st.integers(0, 2_000), st.integers(0, 1), st.sampled_from(TEXTS))
    return st.lists(one, max_size=most).map(lambda every: sorted(every, key=lambda s: s.at))


def events(said: list[Said], *, step: int, ahead: int = 0) -> Events:
    at = np.array([START + s.at // step * step * SECOND + ahead for s in said], np.int64)
    kind = np.array([Kind.TEXT if s.text else Kind.MEDIA for s in said], np.uint8)
    words = np.array([len(s.text.split()) for s in said], np.int32)
    ids = np.arange(1, len(said) + 1)
    who = np.array([s.who for s in said], np.int32)
    return Events(ids, at, at.copy(), who, kind, words, np.zeros(len(said), np.bool_))


def phone(said: list[Said]) -> Chat:
    """As "Export chat" writes it: minutes, your own name, a mark before a picture."""
    texts = [s.text or "\u200e<Media omitted>" for s in said]
    return Chat("Robin", None, ("Jo", "Robin"), events(said, step=60), pa.array(texts, pa.large_string()))


def database(said: list[Said], ahead: int = 0) -> Chat:
    """As the phone's database has it: seconds, and you are "me". Its clock may be read in another zone."""
    texts = [" ".join(s.text.split()) or None for s in said]
    swapped = [Said(s.at, 1 - s.who, s.text) for s in said]
    return Chat(
        "Robin", "me", ("Robin", "me"), events(swapped, step=1, ahead=ahead), pa.array(texts, pa.large_string())
    )


def minutes(chat: Chat, ahead: int = 0) -> Counter[tuple[int, str, str]]:
    """What is in it, as a multiset to the minute, with you as Jo."""
    names = ["Jo" if name == "me" else name for name in chat.people]
    texts = [" ".join((text or "").replace("\u200e<Media omitted>", "").split()) for text in chat.text.to_pylist()]
    when = ((chat.events.local - ahead) // MINUTE).tolist()
    return Counter(zip(when, [names[w] for w in chat.events.who.tolist()], texts, strict=True))


def handed(chat: Chat, source: str) -> Handed:
    return Handed(chat, source, "UTC", now=1, me=chat.me or "Jo", them="Robin")


@pytest.fixture(scope="module")
def store() -> Iterator[Kept]:
    """One for all: each test keeps under a name of its own."""
    engine = memory()
    bring_up(engine)
    yield Kept(engine)
    engine.dispose()


@pytest.fixture(scope="module")
def names() -> Iterator[str]:
    return (f"Pursuit {k}" for k in range(10**6))


def shown(store: Kept, name: str) -> Chat:
    archive = archive_of(store, name)
    assert archive is not None
    return archive.chats[0]


@given(said=messages(), data=st.data())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_message_is_lost_or_doubled(
    store: Kept, names: Iterator[str], said: list[Said], data: st.DataObject
) -> None:
    """Two exports of one chat, each from somewhere to somewhere, in either order."""
    cuts = [data.draw(st.integers(0, len(said))) for _ in range(2)]
    text, json = phone(said[: max(cuts)]), database(said[min(cuts) :])
    both = [(text, "whatsapp"), (json, "whatsapp_json")]
    if data.draw(st.booleans()):
        both.reverse()
    name = next(names)
    receipts = [store.add(name, handed(*one)) for one in both]
    union = minutes(text) | minutes(json)
    if said:
        assert minutes(shown(store, name)) == union
    assert sum(r.kept for r in receipts) == union.total()
    again = [store.add(name, handed(*one)) for one in both]
    assert [r.kept for r in again] == [0, 0]
    archives = [Archive(source, source, (chat,), Receipt(0, 0), "UTC") for chat, source in both]
    chats = _joined(archives, "UTC").chats
    if len(said) and len(text.events) and len(json.events):
        assert len(chats) == 1
        assert minutes(chats[0]) == union
        assert len(chats[0].people) == 2
        assert len(set(chats[0].events.id.tolist())) == len(chats[0].events)


@given(messages(), messages())
@settings(max_examples=30)
def test_two_chats_that_share_words_lose_nothing(one: list[Said], other: list[Said]) -> None:
    """What is dropped has a partner of its own in the other: same person, same words, a minute apart at most."""
    found = twins(_held(phone(one)), _held(database(other)))
    assert np.count_nonzero(found.one) == np.count_nonzero(found.other)
    ours, theirs = minutes(phone(one)), minutes(database(other))
    taken = Counter((who, text) for _, who, text in _only(phone(one), found.one).elements())
    assert taken == Counter((who, text) for _, who, text in _only(database(other), found.other).elements())
    exact = (ours & theirs).total()
    if found.ahead == 0:
        assert np.count_nonzero(found.one) >= exact


def _held(chat: Chat) -> Held:
    return Held(chat.events, chat.text, ["Jo" if name == "me" else name for name in chat.people])


def _only(chat: Chat, mask: np.ndarray) -> Counter[tuple[int, str, str]]:
    rows = np.flatnonzero(mask)
    return minutes(Chat(chat.title, chat.me, chat.people, chat.events.take(rows), chat.text.take(pa.array(rows))))


def test_the_ok_of_two_people_in_one_minute_stays_two() -> None:
    said = [Said(5, 0, "ok"), Said(20, 1, "ok"), Said(50, 1, "ok")]
    found = twins(_held(phone(said)), _held(database(said[1:])))
    assert found.one.tolist() == [False, True, True]
    assert found.other.tolist() == [True, True]


def test_a_clock_read_in_another_zone_is_found_by_words_said_once(store: Kept, names: Iterator[str]) -> None:
    name, said = next(names), [Said(40 * k, k % 2, f"number {k}" if k % 3 else "ok") for k in range(30)]
    ahead = -6 * 60 * MINUTE + 30 * MINUTE
    text, json = phone(said[:20]), database(said[10:], ahead)
    store.add(name, handed(text, "whatsapp"))
    receipt = store.add(name, handed(json, "whatsapp_json"))
    assert (receipt.kept, receipt.there) == (10, 10)
    whole = shown(store, name)
    assert minutes(whole, ahead) == minutes(phone(said))  # all by the clock of the one that knows seconds
    assert np.all(np.diff(whole.events.at) >= 0)


def test_where_only_counts_are_kept_they_are_matched_by_counts(store: Kept, names: Iterator[str]) -> None:
    name, said = next(names), [Said(90 * k, k % 2, "ok then" if k % 3 else "yes") for k in range(12)]
    store.keep_counts_only(name)
    store.add(name, handed(phone(said), "whatsapp"))
    assert store.add(name, handed(database(said), "whatsapp_json")).kept == 0
    assert len(shown(store, name).events) == 12


def test_two_kinds_shown_as_one_can_be_taken_apart_again(store: Kept, names: Iterator[str]) -> None:
    name, said = next(names), [Said(70 * k, k % 2, f"words {k}") for k in range(8)]
    store.add(name, handed(phone(said), "whatsapp"))
    store.add("R.", handed(database(said), "whatsapp_json"))
    store.join("R.", name)
    assert len(shown(store, name).events) == 8
    store.take_apart("R.")
    assert len(shown(store, name).events) == 8
    assert len(shown(store, "R.").events) == 8


def test_what_only_one_kind_holds_stays(store: Kept, names: Iterator[str]) -> None:
    name, said = next(names), [Said(61 * k, k % 2, f"words {k}") for k in range(9)]
    store.add(name, handed(database(said[::2]), "whatsapp_json"))
    receipt = store.add(name, handed(phone(said), "whatsapp"))
    assert (receipt.kept, receipt.there) == (4, 5)
    assert minutes(shown(store, name)) == minutes(phone(said))


def test_signal_as_text_and_as_json_counts_once(store: Kept, names: Iterator[str]) -> None:
    """One source reads them all, so the second is matched as it comes in."""
    name, said = next(names), [Said(47 * k, k % 2, f"words {k}" if k % 4 else "ok") for k in range(20)]
    named = database(said)
    json = Chat("Robin", "Jo", ("Robin", "Jo"), named.events, named.text)
    store.add(name, handed(phone(said[:15]), "signal"))
    receipt = store.add(name, handed(json, "signal"))
    assert (receipt.kept, receipt.there) == (5, 15)
    assert len(shown(store, name).events) == 20


def test_the_real_readers_meet(store: Kept, names: Iterator[str]) -> None:
    """A phone's "Export chat" and WhatsApp-Chat-Exporter's JSON, handed over together and one after the other."""
    said = [Said(3_700 * k, k % 2, f"words {k}" if k % 5 else "ok") for k in range(30)]
    when = [datetime.fromtimestamp(START // SECOND + s.at, UTC) for s in said]
    lines = [f"{at:%d/%m/%Y, %H:%M} - {('Jo', 'Robin')[s.who]}: {s.text}" for at, s in zip(when, said, strict=True)]
    records = {
        str(k): {"from_me": s.who == 0, "timestamp": at.timestamp(), "data": s.text, "key_id": f"A{k}", "media": False}
        for k, (at, s) in enumerate(zip(when, said, strict=True))
    }
    text = ("WhatsApp Chat with Robin.txt", "\n".join(lines).encode())
    whole = {"4915550100@s.whatsapp.net": {"name": "Robin", "type": "android", "messages": records}}
    json = ("result.json", dumps(whole).encode())
    how = ReadOptions(tz="UTC", order="dmy")
    for files in ([text, json], [json, text]):
        archive = wiring.read_handed(files, how)
        for me in (None, "me", "Jo"):
            chosen = choose_chat(archive, me=me)
            assert len(chosen.chat.events) == 30
            assert not chosen.group
    name, receipts = next(names), []
    for one in (text, json):
        archive = wiring.read_handed([one], how)
        receipts.append(keep_archive(store, archive, choose_chat(archive, with_="Robin"), now=1, name=name).receipt)
    assert [(r.kept, r.there) for r in receipts] == [(30, 0), (0, 30)]
    assert len(shown(store, name).events) == 30
