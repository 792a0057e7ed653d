"""An open store in; the home of pursuits that lies in it, out."""

from __future__ import annotations

from collections.abc import Sequence

from walkaway.app.choose_chat import choose_chat
from walkaway.app.data import Written, export
from walkaway.app.errors import UnknownPursuit
from walkaway.app.keep_archive import archive_of, keep_archive
from walkaway.app.ports import Archive, Progress, ReadOptions
from walkaway.app.pursuit import Pursuit, You
from walkaway.app.pursuit_document import as_document, from_document, you_as_document, you_from_document
from walkaway.app.store import KeptReceipt, Store


class KeptHome:
    """A `Home` in a store. Its archives were read when they came in, so their zone and order are settled."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def names(self) -> tuple[str, ...]:
        return self.store.names()

    def pursuit(self, name: str) -> Pursuit:
        document = self.store.document(name)
        if document is None:
            raise UnknownPursuit(name, self.names())
        known = {"name": next((n for n in self.names() if n.casefold() == name.strip().casefold()), name)}
        for channel in self.store.channels(name)[:1]:  # who is who was settled when the chat came in
            known |= {key: value for key, value in (("me", channel.me), ("with", channel.them)) if value}
        return from_document({**known, **document}, f"The settings of {name}")

    def keep(self, pursuit: Pursuit) -> None:
        self.store.keep_document(pursuit.name, as_document(pursuit))

    def archive(self, pursuit: Pursuit, options: ReadOptions, progress: Progress | None = None) -> Archive | None:
        del options, progress
        return archive_of(self.store, pursuit.name)

    def hand_over(self, pursuit: Pursuit, files: Sequence[object], archive: Archive, *, now: int = 0) -> KeptReceipt:
        """Keep the pursuit, and beside what it has the chat in this archive. The files were read; they are let go."""
        del files
        chosen = choose_chat(archive, me=pursuit.me, with_=pursuit.with_)
        receipt = keep_archive(self.store, archive, chosen, now=now, name=pursuit.name).receipt
        self.keep(pursuit)
        return receipt

    def erase(self, name: str) -> None:
        """Keep nothing of it any more, nor any trace."""
        self.store.erase(name)

    def export(self, to: Written) -> None:
        """Everything, in open formats."""
        export(self.store, to)

    def you(self) -> You:
        return you_from_document(self.store.you(), "What is true of you")

    def keep_you(self, you: You) -> None:
        self.store.keep_you(you_as_document(you))
