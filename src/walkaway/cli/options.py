"""Options that several verbs share, each said once. Light, because `--help` loads them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

JSON = Annotated[bool, typer.Option("--json", help="Print JSON (docs/schema.md) and ask nothing.")]
HTML = Annotated[
    Path | None,
    typer.Option("--html", metavar="OUT", help="Also write one HTML file that prints on a page.", readable=False),
]
KIND = Annotated[str | None, typer.Option(metavar="KIND", help="client, deal, job, investor, partner or friend.")]
AFRAID = Annotated[str | None, typer.Option(metavar="ANSWER", help="Are you ever afraid of them? yes, no or unsure.")]
STOP = Annotated[
    bool | None,
    typer.Option("--stop-contact/--no-stop-contact", help="They asked for no more contact; or what reads so is not."),
]
WANT = Annotated[
    str | None, typer.Option(metavar="ANSWER", help="If they met every standard, would you want this? yes or no.")
]
ELSEWHERE = Annotated[
    str | None, typer.Option(metavar="ANSWER", help="How much you meet or talk elsewhere: mostly, partly or no.")
]
