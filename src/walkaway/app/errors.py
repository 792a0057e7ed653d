"""What can go wrong, one class per failure; each sentence says what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the help page must not wait for numpy
    from walkaway.app.ports import Receipt


class WalkawayError(Exception):
    """The base of all that a door says sorry for. `exit_code` is what a command line leaves with.

    `what` says what is wrong wherever it is read, `typed` what to type about it on a command line. `mend` names that
    for a door with words of its own.
    """

    exit_code = 2

    def __init__(self, what: str = "", *, typed: str = "", mend: str | None = None) -> None:
        super().__init__(f"{what} {typed}" if typed else what)
        self.what = what
        self.mend = mend


class UsageError(WalkawayError):
    """An option does not fit what was read."""


class UnknownPursuit(WalkawayError):
    """No pursuit of this name is kept."""

    def __init__(self, name: str, kept: Sequence[str]) -> None:
        there = f"There is: {', '.join(kept)}" if kept else "None is kept yet"
        typed = "" if kept else "Keep a chat: walkaway add FILE. Or say what you need: walkaway standard NAME."
        super().__init__(f"I keep no pursuit called {name!r}. {there}.", typed=typed)


class UnreadableArchive(WalkawayError):
    """A file that cannot be read as it is."""

    exit_code = 3


class OpenQuestion(WalkawayError):
    """Only the person can say. `option` answers it on a command line, with one of `choices` where they are known.

    `receipt` and `people` say what was read, when the question is about that.
    """

    exit_code = 4

    def __init__(self, sentence: str, *, option: str, choices: Sequence[str] = (), preview: Sequence[str] = ()) -> None:
        super().__init__(sentence)
        self.option = option
        self.choices = tuple(choices)
        self.preview = tuple(preview)
        self.receipt: Receipt | None = None
        self.people: tuple[str, ...] = ()


class UnknownColumns(OpenQuestion, UnreadableArchive):
    """A table whose columns only the person can name. Among many files it is one that cannot be read.

    `header` are the columns it has.
    """

    def __init__(self, sentence: str, *, option: str, header: Sequence[str] = ()) -> None:
        super().__init__(sentence, option=option)
        self.header = tuple(header)
