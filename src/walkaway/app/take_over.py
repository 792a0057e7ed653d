"""A home of plain files in; all of it in the store too, and the names whose chats need a word from the person, out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from walkaway.app.errors import WalkawayError
from walkaway.app.home import Home
from walkaway.app.kept_home import KeptHome
from walkaway.app.ports import ReadOptions
from walkaway.app.pursuit import Pursuit


def take_over(plain: Home, kept: KeptHome, options: Callable[[Pursuit], ReadOptions], *, now: int) -> tuple[str, ...]:
    """Copy settings and chats. What is plain stays where it is; removing it is for the person to say."""
    open_: list[str] = []
    for name in plain.names():
        there = plain.pursuit(name)
        pursuit = replace(there, archives=None)  # files of a folder have no meaning in a store
        kept.keep(pursuit)
        try:
            archive = plain.archive(there, options(there))
            if archive is not None:
                kept.hand_over(pursuit, (), archive, now=now)
        except WalkawayError:
            open_.append(name)
    kept.keep_you(plain.you())
    return tuple(open_)
