"""The whole command line and the verb that was typed in; a command line of that verb alone out.

Typer prepares every option of every verb before it runs one. For the one that was typed that costs more than most
verbs take to begin.
"""

from __future__ import annotations

from copy import copy

import typer


def only(app: typer.Typer, verb: str) -> typer.Typer:
    """The same with nothing but this verb, or this group of verbs; as it is where there is none of that name."""
    commands = [one for one in app.registered_commands if _named(one.name, one.callback) == verb]
    groups = [one for one in app.registered_groups if one.name == verb]
    if not commands and not groups:
        return app
    narrow = copy(app)
    narrow.registered_commands, narrow.registered_groups = commands, groups
    return narrow


def _named(name: str | None, callback: object) -> str:
    return name or str(getattr(callback, "__name__", "")).replace("_", "-")
