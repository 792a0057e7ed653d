"""An error of ours in; its sentence on the screen and its exit code out. The one place that says sorry."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from walkaway.app.errors import OpenQuestion, WalkawayError
from walkaway.words.printable import printable

OPEN = 4
LONGEST_LINE = 2000


@contextmanager
def sorry(*, as_json: bool) -> Iterator[None]:
    """Say what went wrong and what to do next, and leave: 2 usage, 3 unreadable, 4 a question is open."""
    try:
        yield
    except WalkawayError as error:
        say(error, as_json=as_json)
        raise typer.Exit(error.exit_code) from None
    except BrokenPipeError:
        raise typer.Exit(0) from None
    except KeyboardInterrupt:
        typer.echo("Stopped. Nothing was kept.", err=True)
        raise typer.Exit(130) from None
    except MemoryError:
        typer.echo("This file is too large for the memory here. Export a part of the chat.", err=True)
        raise typer.Exit(3) from None


def say(error: WalkawayError, *, as_json: bool) -> None:
    """The sentence to stderr; with --json, the same as JSON to stdout."""
    if as_json:
        from walkaway.words import schema

        value = schema.question(error) if isinstance(error, OpenQuestion) else schema.error(str(error))
        typer.echo(json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace"))
    # A name in a sentence is a stranger's text: it must not steer the terminal.
    typer.echo("\n".join(printable(line, LONGEST_LINE) if line else "" for line in _text(error).split("\n")), err=True)


def _text(error: WalkawayError) -> str:
    if not isinstance(error, OpenQuestion):
        return str(error)
    lines = [str(error)]
    if error.preview:
        lines += ["", *(f"  {line}" for line in error.preview), ""]
    answer = f"Answer with {error.option}"
    if error.choices:
        shown = [_quoted(choice) for choice in error.choices[:12]]
        more = f", or one of {len(error.choices) - 12:,} more" if len(error.choices) > 12 else ""
        answer += f" and one of: {', '.join(shown)}{more}"
    return "\n".join([*lines, f"{answer}."])


def _quoted(choice: str) -> str:
    """A choice as a shell would want it typed."""
    import shlex

    return shlex.quote(choice)
