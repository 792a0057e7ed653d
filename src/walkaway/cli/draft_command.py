"""`walkaway draft`: a message not yet sent in; what is worth another look before sending it, out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from walkaway.cli.opening import HOME, PASSPHRASE_FILE
from walkaway.cli.options import AFRAID, KIND, STOP
from walkaway.cli.told import Told

if TYPE_CHECKING:
    from walkaway.app.held import Held

JSONL = Annotated[
    Path | None,
    typer.Option(
        "--jsonl", metavar="FILE|-", help="Many at once: one JSON object a line in, one a line out.", readable=False
    ),
]
FILE = Annotated[
    Path | None,
    typer.Argument(metavar="[FILE|-]", help="The message; without a file it is read from input.", readable=False),
]


def draft(
    file: FILE = None,
    to: Annotated[str | None, typer.Option(metavar="NAME", help="Whom it is for: it is read with your chat.")] = None,
    their_last: Annotated[str | None, typer.Option(metavar="TEXT", help="Their last message.")] = None,
    unanswered: Annotated[
        int, typer.Option(metavar="N", min=0, help="How many of your messages wait for an answer.")
    ] = 0,
    hours: Annotated[float | None, typer.Option(metavar="N", min=0, help="Hours since your last message.")] = None,
    asked_lower: Annotated[bool, typer.Option("--asked-lower", help="They asked for a lower price.")] = False,
    settled_no: Annotated[bool, typer.Option("--settled-no", help="They have said no.")] = False,
    my_last_price: Annotated[str | None, typer.Option(metavar="N", help="The last price you named.")] = None,
    not_this: Annotated[
        str | None, typer.Option(metavar="FLAG", help="You do not want to hear this one; it is checked again.")
    ] = None,
    reach: Annotated[
        str, typer.Option(metavar="HOW", help="With --not-this: in this message, with this person, or all.")
    ] = "message",
    again: Annotated[str | None, typer.Option(metavar="FLAG", help="Take back every --not-this of it.")] = None,
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
    me: Annotated[str | None, typer.Option(metavar="NAME", help="Your name in the chat.")] = None,
    with_: Annotated[str | None, typer.Option("--with", metavar="NAME", help="Whom you mean there.")] = None,
    kind: KIND = None,
    now: Annotated[str | None, typer.Option(metavar="DAY", help="With --to: as of this day.")] = None,
    afraid: AFRAID = None,
    stop_contact: STOP = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (docs/drafts.md).")] = False,
    jsonl: JSONL = None,
) -> None:
    """Check a message before you send it. Leaves with 5 if it is worth another look."""
    from walkaway.cli.sorry import sorry

    told = Told(me, with_, kind, now=now, afraid=afraid, stop_contact=stop_contact)
    with sorry(as_json=as_json):
        if jsonl is not None:
            from walkaway.cli import writing
            from walkaway.cli.typed_draft import held_as_told

            why = held_as_told(told)
            for line in writing.answers(jsonl, lambda asked: _answer(asked, why)):
                typer.echo(line.encode("utf-8", "replace"))
            return
        from walkaway.cli.typed_draft import TypedDraft, checked, show

        context = {
            "their_last": their_last,
            "unanswered_before": unanswered,
            "hours_since_my_last": hours,
            "they_asked_lower_price": asked_lower,
            "settled_no_before": settled_no,
            "my_last_price": my_last_price,
        }
        typed = TypedDraft(file, context, to, not_this, reach, again)
        show(checked(typed, told, home, passphrase_file, as_json=as_json), as_json=as_json)


def _answer(asked: Mapping[str, Any], why: Held | None) -> dict[str, Any]:
    from walkaway.cli.writing import check_draft
    from walkaway.words.writing_schema import draft_as_json

    if why is not None:
        return draft_as_json(why)
    return draft_as_json(check_draft(asked["text"], asked.get("context")))
