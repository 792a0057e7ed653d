"""A store in, everything in it out in open formats; and such an export in, a store filled with it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, Protocol, cast

from walkaway.app.ports import Chat
from walkaway.app.pursuit import Pursuit, You
from walkaway.app.pursuit_document import as_document, you_as_document
from walkaway.app.store import Arrival, Channel, Document, Handed, KeptReceipt, NewerStore, NotABackup, Store

FORMAT = "walkaway.export/1"


class Written(Protocol):
    """An export being written, or read again."""

    name: str

    def put(self, document: Document) -> None:
        """Everything but the messages, as one document."""
        ...

    def put_messages(self, number: int, chat: Chat) -> str:
        """The messages of a conversation as a table; the name it got."""
        ...

    def document(self) -> Document:
        """What was put."""
        ...

    def messages(self, name: str, people: tuple[str, ...]) -> Chat:
        """The table of this name."""
        ...


def export(store: Store, to: Written) -> int:
    """Everything, in open formats. How many messages."""
    numbers = iter(range(1, 10**9))
    pursuits = [_pursuit_out(store, name, whole, to, numbers) for name, whole in _every(store)]
    to.put({"format": FORMAT, "you": store.you(), "pursuits": pursuits})
    return sum(channel["n"] for one in pursuits for channel in one["channels"])


def export_settings(pursuits: Iterable[Pursuit], you: You, to: Written) -> None:
    """What was set and said alone, in the same format, where no store holds the messages."""
    bare: Document = {"keeps": "words", "part_of": None, "aliases": {}, "arrivals": [], "channels": []}
    every = [{"name": one.name, **bare, "settings": as_document(one)} for one in pursuits]
    to.put({"format": FORMAT, "you": you_as_document(you), "pursuits": every})


def take_in(store: Store, source: Written) -> KeptReceipt:
    """All of an export into a store. What is there already stays once."""
    document = source.document()
    told = document.get("format")
    if told != FORMAT:
        raise NewerStore("The export") if str(told).startswith("walkaway.export/") else NotABackup(source.name)
    receipts: list[KeptReceipt] = []
    try:
        for one in document["pursuits"]:
            receipts += _pursuit_in(store, one, source)
        for one in document["pursuits"]:
            if one["part_of"] is not None:
                store.join(one["name"], one["part_of"])
        if document["you"]:
            store.keep_you(document["you"])
    except (KeyError, TypeError, AttributeError):
        raise NotABackup(source.name) from None
    return KeptReceipt(
        read=sum(r.read for r in receipts), kept=sum(r.kept for r in receipts), there=sum(r.there for r in receipts)
    )


def _every(store: Store) -> list[tuple[str, str | None]]:
    """All pursuits, with the one each is part of."""
    found: list[tuple[str, str | None]] = []
    for name in store.names():
        found += [(name, None), *((part, name) for part in store.parts(name))]
    return found


def _pursuit_out(store: Store, name: str, whole: str | None, to: Written, numbers: Iterator[int]) -> Document:
    own = [channel for channel in store.channels(name) if channel.pursuit == name]
    return {
        "name": name,
        "keeps": store.keeps(name),
        "settings": store.document(name) or {},
        "part_of": whole,
        "aliases": store.aliases(name),
        "arrivals": [asdict(arrival) for arrival in store.arrivals(name)],
        "channels": [_channel_out(channel, to.put_messages(next(numbers), store.chat(channel))) for channel in own],
    }


def _channel_out(channel: Channel, messages: str) -> Document:
    kept = {key: value for key, value in asdict(channel).items() if key not in ("id", "pursuit")}
    return {**kept, "people": list(channel.people), "assumed": list(channel.assumed), "messages": messages}


def _pursuit_in(store: Store, one: Document, source: Written) -> list[KeptReceipt]:
    name = str(one["name"])
    if one["settings"] or store.document(name) is None:
        store.keep_document(name, one["settings"])
    if one["keeps"] == "counts" and store.keeps(name) == "words":
        store.keep_counts_only(name)
    log = tuple(Arrival(**line) for line in one["arrivals"])
    if log and store.arrivals(name)[: len(log)] == log:
        log = ()  # they came in before
    receipts: list[KeptReceipt] = []
    for channel in one["channels"]:
        receipts.append(store.add(name, _handed(channel, source, log)))
        log = ()
    for alias, stands_for in one["aliases"].items():
        store.same_person(name, alias, stands_for)
    return receipts


def _handed(channel: Document, source: Written, log: tuple[Arrival, ...]) -> Handed:
    people = tuple(cast("list[str]", channel["people"]))
    handles = tuple(tuple(cast("list[str]", of_one)) for of_one in channel.get("handles", ()))
    chat: Any = source.messages(channel["messages"], people)
    return Handed(
        chat=Chat(channel["title"], channel["me"], people, chat.events, chat.text, handles, chat.thread),
        source=channel["source"],
        tz=channel["tz"],
        now=0,
        me=channel["me"],
        them=channel["them"],
        assumed=tuple(channel["assumed"]),
        log=log,
    )
