"""One person's visit: who may see pages now, and how they want them shown."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.datastructures import FormData

IDLE = 600.0
"""Seconds without a request after which everything is locked."""

Seconds = Callable[[], float]
"""A clock that only ever goes forward."""


class Visit:
    """A launch token, given once for a cookie; the cookie, good until the person leaves.

    There is one visit at a time, because there is one person. `lock` is called when they leave, and when they were
    away for `idle` seconds.
    """

    def __init__(self, lock: Callable[[], None], clock: Seconds, idle: float = IDLE) -> None:
        self.token: str | None = secrets.token_urlsafe(32)
        self.discreet = False
        self.keys = True
        self.language: str | None = None
        self.waiting: dict[str, FormData] = {}
        """What was typed into a page while it was hidden, by its address: in memory, until the page is shown again."""
        self._lock = lock
        self._clock = clock
        self._idle = idle
        self._seen = clock()
        self._away = False
        self._cookie: str | None = None
        self._names: dict[str, str] = {}
        self._salt = secrets.token_bytes(16)

    @property
    def idle(self) -> float:
        return self._idle

    def enter(self, token: str) -> str | None:
        """The cookie in return for the token, once. None: it is not the token, or it was used."""
        if self.token is None or not secrets.compare_digest(self.token.encode(), token.encode()):
            return None
        self.token = None
        self._cookie = secrets.token_urlsafe(32)
        self._seen = self._clock()
        return self._cookie

    def knows(self, cookie: str | None) -> bool:
        """Whether this is the cookie of the visit. Being here counts; having been away too long locks."""
        if cookie is None or self._cookie is None:
            return False
        if not secrets.compare_digest(self._cookie.encode(), cookie.encode()):
            return False
        self.rest()
        self._seen = self._clock()
        self._away = False
        return True

    def rest(self) -> None:
        """Lock if the person has been away for too long. To be called now and then: a closed tab asks for nothing."""
        if not self._away and self._clock() - self._seen > self._idle:
            self._away = True
            self.lock()

    def lock(self) -> None:
        """Lock what is kept, and forget every name and what was typed."""
        self._lock()
        self._names.clear()
        self.waiting.clear()

    def leave(self) -> None:
        """Lock, forget the cookie, and make a new token for the next visit."""
        self.lock()
        self._cookie = None
        self.discreet = False
        self.token = secrets.token_urlsafe(32)

    def key(self, name: str) -> str:
        """What stands for a name in an address: nothing private belongs in one."""
        key = hashlib.blake2b(name.casefold().encode(), key=self._salt, digest_size=6).hexdigest()
        self._names[key] = name
        return key

    def named(self, said: str) -> str:
        """A name as a form of ours gives it: itself, or where names are hidden the key that stands for it."""
        return self._names.get(said, said)

    def chosen_by(self, name: str) -> str:
        """What a form gives for this name."""
        return self.key(name) if self.discreet else name

    def name(self, key: str) -> str | None:
        """The name a key stands for. None: it stands for none."""
        return self._names.get(key)
