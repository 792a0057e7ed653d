"""Where pursuits are kept: names in, pursuits and their archives out. What every place to keep them has in common."""

from __future__ import annotations

from typing import Protocol

from walkaway.app.ports import Archive, Progress, ReadOptions
from walkaway.app.pursuit import Pursuit, You


class Home(Protocol):
    """Keeps pursuits by name. A name is found whatever its capitals."""

    def names(self) -> tuple[str, ...]:
        """Every pursuit that is kept, in order of name."""
        ...

    def pursuit(self, name: str) -> Pursuit:
        """What is kept under this name. Raises UnknownPursuit with the names there are."""
        ...

    def keep(self, pursuit: Pursuit) -> None:
        """Keep this in place of what was kept under its name. All of it is kept, or what was there stays."""
        ...

    def archive(self, pursuit: Pursuit, options: ReadOptions, progress: Progress | None = None) -> Archive | None:
        """All that was handed over about this pursuit, as one archive. None: nothing yet.

        Raises UnreadableArchive or OpenQuestion.
        """
        ...

    def you(self) -> You:
        """What is true of the person over all pursuits."""
        ...

    def keep_you(self, you: You) -> None:
        """Keep that."""
        ...
