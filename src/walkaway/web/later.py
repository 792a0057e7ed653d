"""A keeper that lasts in; one that keeps nothing until the person wants it to, then hands everything over, out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from walkaway.app.keeper import Keeper, Shelf, State
    from walkaway.app.store import Store
    from walkaway.web.memory import Memory


class Later:
    """Before there is a passphrase, everything lies in memory, so that a first card costs nobody a decision."""

    def __init__(self, memory: Memory, lasting: Keeper, clock: Callable[[], int]) -> None:
        self._memory = memory
        self._kept = lasting
        self._clock = clock

    @property
    def lasting(self) -> bool:
        return self._kept.state() != "new"

    @property
    def can_last(self) -> bool:
        return True

    def state(self) -> State:
        found = self._kept.state()
        return "open" if found == "new" else found

    def create(self, passphrase: str) -> str:
        """Make the lasting place, and move everything into it."""
        from walkaway.app.pursuit import You

        code = self._kept.create(passphrase)
        shelf = self._kept.shelf()
        for name in self._memory.names():
            pursuit = self._memory.pursuit(name)
            files, archive = self._memory.handed(name)
            if archive is None:
                shelf.keep(pursuit)
            else:
                shelf.hand_over(pursuit, files, archive, now=self._clock())
        if self._memory.you() != You():  # what came out of plain files just now is not taken back
            shelf.keep_you(self._memory.you())
        self._memory.lock()
        return code

    @property
    def changed_beside(self) -> tuple[str, ...]:
        return self._kept.changed_beside

    def look(self, *, again: bool = False) -> None:
        self._kept.look(again=again)

    def unlock(self, secret: str) -> None:
        self._kept.unlock(secret)

    def lock(self) -> None:
        self._memory.lock()
        self._kept.lock()

    def shelf(self) -> Shelf:
        return self._kept.shelf() if self.lasting else self._memory

    def store(self) -> Store | None:
        return self._kept.store() if self.lasting else None
