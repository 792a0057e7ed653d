"""`walkaway refusal`: a no that came in; what sort of no it may be and one next step, out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

import typer

from walkaway.cli.draft_command import FILE, JSONL


def refusal(
    file: FILE = None,
    now: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day it came, like 2026-08-03. Default: today.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (docs/drafts.md).")] = False,
    jsonl: JSONL = None,
) -> None:
    """Read a no: timing, fit, person or other, and one next step. Leaves with 5 if it is not clear."""
    from walkaway.cli.sorry import sorry

    with sorry(as_json=as_json):
        from walkaway.cli import writing
        from walkaway.words.writing_schema import refusal_as_json

        day = _day(now)
        if jsonl is not None:
            for line in writing.answers(jsonl, lambda asked: _answer(asked, day)):
                typer.echo(line.encode("utf-8", "replace"))
            return
        found = writing.read_refusal(writing.text_of(file), now=day)
        if as_json:
            typer.echo(json.dumps(refusal_as_json(found), ensure_ascii=False, indent=2).encode("utf-8", "replace"))
        else:
            from walkaway.words.en.writing import refusal_lines

            typer.echo("\n".join(refusal_lines(found)))
        if found.reading.label is None:
            raise typer.Exit(writing.LOOK_AGAIN)


def _day(typed: str | None) -> date | None:
    from walkaway.app.errors import UsageError

    try:
        return None if typed is None or typed == "today" else date.fromisoformat(typed)
    except ValueError:
        raise UsageError("--now must be a day, like 2026-08-03.") from None


def _answer(asked: Mapping[str, Any], day: date | None) -> dict[str, Any]:
    from walkaway.cli.writing import read_refusal
    from walkaway.words.writing_schema import refusal_as_json

    given = asked.get("now")
    return refusal_as_json(read_refusal(asked["text"], now=_day(given) if isinstance(given, str) else day))
