"""What a person said about a pursuit, as typed. Light, because `--help` loads it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """What the person said, as they typed it. None: not said."""

    me: str | None = None
    with_: str | None = None
    kind: str | None = None
    order: str | None = None
    tz: str | None = None
    now: str | None = None
    afraid: str | None = None
    stop_contact: bool | None = None
    want: str | None = None
    elsewhere: str | None = None
    quiet: tuple[str, ...] = ()
    columns: str | None = None
    remembered: tuple[str, ...] = ()
    """What was said of the columns of earlier tables."""
