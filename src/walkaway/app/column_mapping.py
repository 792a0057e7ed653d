"""What the person said of a table's columns in (`when=Date, who=Sender, text=Body`); which column holds what, out.

A mapping is asked for once. Whoever keeps it hands it back among the `remembered` of later readings: it is used for
every table that has all of its columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from walkaway.app.errors import UsageError
from walkaway.app.ports import ReadOptions
from walkaway.app.pursuit import You

_MOST_REMEMBERED = 50
FIELDS = ("when", "who", "text", "kind", "with", "direction")
"""What a column may hold. `with` is the other of a row, `direction` whether it came in or went out."""


def parse_columns(said: str) -> dict[str, str]:
    """Our names to theirs, in lower case. Raises UsageError."""
    found: dict[str, str] = {}
    for part in said.split(","):
        field, equals, column = (piece.strip().lower() for piece in part.partition("="))
        if field not in FIELDS or not equals or not column:
            raise UsageError(
                f"--columns cannot be {said[:60]!r}. Write it like when=Date, who=Sender, text=Body; "
                f"what I know is {', '.join(FIELDS)}."
            )
        found[field] = column
    return found


def remember(you: You, said: str) -> You:
    """The person with what they said of a table's columns, before what they said earlier. Raises UsageError."""
    parse_columns(said)
    rest = tuple(earlier for earlier in you.columns if earlier != said)
    return replace(you, columns=(said, *rest)[:_MOST_REMEMBERED])


def mapped(header: Sequence[str], options: ReadOptions) -> dict[str, str]:
    """The mapping for a table with these columns (in lower case): what was said, or else what is remembered."""
    if options.columns:
        found = parse_columns(options.columns)
        missing = [column for column in found.values() if column not in header]
        if not missing:
            return found
    for said in options.remembered:
        found = parse_columns(said)
        if all(column in header for column in found.values()):
            return found
    return {}
