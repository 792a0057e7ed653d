"""A request in; what is at hand for it out: the visit, what is kept, the desk, what is being handed over.

What judges, and what reads files, is imported when a page first needs it: a first page, and one that asks for the
passphrase, wait for none of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

from starlette.requests import Request

if TYPE_CHECKING:
    from walkaway.app.keeper import Keeper
    from walkaway.web.desk import Desk
    from walkaway.web.intake import Intakes
    from walkaway.web.visit import Visit

T = TypeVar("T")


class Once(Generic[T]):
    """Made when it is first asked for, and the same from then on, whoever asks."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._one_at_a_time = Lock()
        self.made: T | None = None

    def __call__(self) -> T:
        with self._one_at_a_time:
            if self.made is None:
                self.made = self._make()
            return self.made


@dataclass(frozen=True, slots=True, eq=False)
class AtHand:
    """What every page can reach."""

    visit: Visit
    keeper: Keeper
    desk: Once[Desk]
    intakes: Once[Intakes]


def at_hand(request: Request) -> AtHand:
    found: AtHand = request.app.state.at_hand
    return found


def visit_of(request: Request) -> Visit:
    return at_hand(request).visit


def keeper_of(request: Request) -> Keeper:
    return at_hand(request).keeper


def desk_of(request: Request) -> Desk:
    return at_hand(request).desk()


def intakes_of(request: Request) -> Intakes:
    return at_hand(request).intakes()
