"""A whole account that was handed over in; how many of it are kept so far, and its receipt, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic

from walkaway.app.keep_archive import Added
from walkaway.app.store import Store
from walkaway.app.whole_account import Account, AccountReceipt, keep_account, receipt_of
from walkaway.core.standards.standard import PursuitKind


@dataclass(slots=True, eq=False)
class Keeping:
    """Everybody of an account, kept one after the other. Who stops it goes on by handing the same over again."""

    account: Account
    _rest: Iterator[Added]
    added: list[Added] = field(default_factory=list)
    _one_at_a_time: Lock = field(default_factory=Lock)

    @property
    def total(self) -> int:
        return len(self.account.partners)

    def keep_for(self, seconds: float) -> bool:
        """Keep those who are next, for about so long and one at least. Whether all are kept now."""
        began = monotonic()
        with self._one_at_a_time:
            for one in self._rest:
                self.added.append(one)
                if monotonic() - began > seconds:
                    break
        return len(self.added) == self.total

    def receipt(self) -> AccountReceipt:
        """What came of it, once all are kept."""
        return receipt_of(self.account, self.added)


def keeping(account: Account, store: Store, *, now: int, kind: PursuitKind | None, counts_only: bool) -> Keeping:
    """Nobody is kept yet."""
    rest = keep_account(store, account.partners, now=now, kind=kind, counts_only=counts_only)
    return Keeping(account, rest)
