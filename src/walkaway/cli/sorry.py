"""An error of ours in; its sentence on the screen and its exit code out. The one place that says sorry."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import typer

from walkaway.app.errors import OpenQuestion, UnreadableArchive, UsageError, WalkawayError

OPEN = 4
LONGEST_LINE = 2000


STOPPED = 130
TOO_LARGE = "This file is too large for the memory here. Export a part of the chat."
NOT_UTF8 = "This terminal hands me letters that I cannot read. Set it to UTF-8, like LC_ALL=C.UTF-8, and try again."
NO_ROOM = "I could not write what I have to say: {}. Make room, or send it somewhere else."


@contextmanager
def sorry(*, as_json: bool) -> Iterator[None]:
    """Say what went wrong and what to do next, and leave: 2 usage, 3 unreadable, 4 a question is open."""
    try:
        yield
    except WalkawayError as error:
        say(error, as_json=as_json)
        raise typer.Exit(error.exit_code) from None
    except (KeyboardInterrupt, typer.Abort):
        say(UsageError("Stopped. Nothing was kept."), as_json=as_json)
        raise typer.Exit(STOPPED) from None
    except UnicodeEncodeError:  # of a word typed, or a file's name: text we made ourselves is written as bytes
        say(UsageError(NOT_UTF8), as_json=as_json)
        raise typer.Exit(UsageError.exit_code) from None
    except MemoryError:
        say(UnreadableArchive(TOO_LARGE), as_json=as_json)
        raise typer.Exit(UnreadableArchive.exit_code) from None


def leave(app: typer.Typer, *, as_json: bool) -> int:
    """The exit code of the command that was typed. What the parser refuses is said like everything else."""
    try:
        code = app(prog_name="walkaway", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        said = error.format_message() if hasattr(error, "format_message") else str(error)
        say(UsageError(f"{_plainly(said)} walkaway --help shows what there is."), as_json=as_json)
        return UsageError.exit_code
    except typer.Abort:
        say(UsageError("Stopped. Nothing was kept."), as_json=as_json)
        return STOPPED
    except BrokenPipeError:
        _hush()
        return 0  # whoever reads us has seen enough
    except OSError as error:
        _hush()
        typer.echo(NO_ROOM.format(error.strerror or error), err=True)
        return UsageError.exit_code
    return code if isinstance(code, int) else 0


_REFUSED = {
    r"Input should be less than or equal to (\S+)": r"Give a number up to \1",
    r"Input should be greater than or equal to (\S+)": r"Give a number from \1 up",
    r"Input should be a valid integer.*": "Give a whole number",
    r"Input should be a valid number.*": "Give a number",
}
"""What the parser says of a number, and what a person can do about it; `nan` is above every bound to it."""


def _plainly(said: str) -> str:
    """A sentence of the parser, with one mark at its end."""
    for theirs, ours in _REFUSED.items():
        said = re.sub(theirs, ours, said)
    said = said.removesuffix(".")
    return said if said.endswith(("?", "!")) else f"{said}."


def _hush() -> None:
    """Nothing more can be written: the interpreter must not try again while it leaves."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(error: WalkawayError, *, as_json: bool) -> None:
    """The sentence to stderr; with --json, the same as JSON to stdout."""
    from walkaway.words.printable import printable

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
