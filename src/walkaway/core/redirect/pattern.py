"""A regular expression as text in; the same, compiled when it is first looked for, out.

There are hundreds of them here, and most of what starts never reads a message: a page must not wait for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator


class Pattern:
    """Looks like a compiled one, as far as it is used here. `put` makes the expression of what is written."""

    __slots__ = ("_compiled", "_put", "_written")

    def __init__(self, written: str, put: Callable[[str], str] = str) -> None:
        self._written = written
        self._put = put
        self._compiled: re.Pattern[str] | None = None

    def compiled(self) -> re.Pattern[str]:
        """The regular expression itself."""
        if self._compiled is None:
            self._compiled = re.compile(self._put(self._written))
        return self._compiled

    def search(self, text: str) -> re.Match[str] | None:
        return self.compiled().search(text)

    def match(self, text: str) -> re.Match[str] | None:
        return self.compiled().match(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.compiled().finditer(text)

    def sub(self, put: str, text: str) -> str:
        return self.compiled().sub(put, text)
