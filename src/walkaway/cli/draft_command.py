"""`walkaway draft`: a message not yet sent in; what is worth another look before sending it, out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

JSONL = Annotated[
    Path | None,
    typer.Option("--jsonl", metavar="FILE|-", help="Many at once: one JSON object a line in, one a line out."),
]
FILE = Annotated[
    Path | None, typer.Argument(metavar="[FILE|-]", help="The message; without a file it is read from input.")
]


def draft(
    file: FILE = None,
    their_last: Annotated[str | None, typer.Option(metavar="TEXT", help="Their last message.")] = None,
    unanswered: Annotated[
        int, typer.Option(metavar="N", min=0, help="How many of your messages wait for an answer.")
    ] = 0,
    hours: Annotated[float | None, typer.Option(metavar="N", min=0, help="Hours since your last message.")] = None,
    asked_lower: Annotated[bool, typer.Option("--asked-lower", help="They asked for a lower price.")] = False,
    settled_no: Annotated[bool, typer.Option("--settled-no", help="They have said no.")] = False,
    my_last_price: Annotated[str | None, typer.Option(metavar="N", help="The last price you named.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (docs/drafts.md).")] = False,
    jsonl: JSONL = None,
) -> None:
    """Check a message before you send it. Leaves with 5 if it is worth another look."""
    from walkaway.cli.sorry import sorry

    with sorry(as_json=as_json):
        from walkaway.cli import writing
        from walkaway.words.writing_schema import draft_as_json

        if jsonl is not None:
            for line in writing.answers(jsonl, _answer):
                typer.echo(line.encode("utf-8", "replace"))
            return
        context = {
            "their_last": their_last,
            "unanswered_before": unanswered,
            "hours_since_my_last": hours,
            "they_asked_lower_price": asked_lower,
            "settled_no_before": settled_no,
            "my_last_price": my_last_price,
        }
        found = writing.check_draft(writing.text_of(file), context)
        if as_json:
            typer.echo(json.dumps(draft_as_json(found), ensure_ascii=False, indent=2).encode("utf-8", "replace"))
        else:
            from walkaway.words.en.writing import draft_lines

            typer.echo("\n".join(draft_lines(found)))
        if found.worth_another_look:
            raise typer.Exit(writing.LOOK_AGAIN)


def _answer(asked: Mapping[str, Any]) -> dict[str, Any]:
    from walkaway.cli.writing import check_draft
    from walkaway.words.writing_schema import draft_as_json

    return draft_as_json(check_draft(asked["text"], asked.get("context")))
