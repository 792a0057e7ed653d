"""What stands in the list of people to talk to in; the same, out: the list is kept in English."""

from __future__ import annotations

SERVES: dict[str, str] = {}
"""By the name of a line or directory: whom it serves. What is not here is said as the list says it."""
HOURS: dict[str, str] = {}
SOURCES: dict[str, str] = {}
"""By the words of the list."""
