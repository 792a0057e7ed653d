"""A keeper that lasts in; one that keeps nothing until the person wants it to, then hands everything over, out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from walkaway.app.keeper import Keeper, Shelf, State
    from walkaway.app.store import Store, Vault
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
        code = self._kept.create(passphrase)
        self._move_over()
        return code

    def restore(self, secret: str, backup: Path) -> None:
        """The store of this backup in place of what is here; what lies in memory comes to it."""
        self._kept.restore(secret, backup)
        self._move_over()

    def _move_over(self) -> None:
        """Everything in memory into the lasting place. Whoever is called like one there gets a number."""
        from walkaway.app.pursuit import both_said, free_name

        shelf = self._kept.shelf()
        for name in self._memory.names():
            pursuit = replace(self._memory.pursuit(name), name=free_name(name, shelf.names()))
            files, archive = self._memory.handed(name)
            if archive is None:
                shelf.keep(pursuit)
            else:
                shelf.hand_over(pursuit, files, archive, now=self._clock())
        shelf.keep_you(both_said(shelf.you(), self._memory.you()))
        self._memory.lock()

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

    @property
    def vault(self) -> Vault | None:
        return self._kept.vault
