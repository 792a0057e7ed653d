"""What was found in; the same on the screen, as a card, as JSON or as a page, out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from walkaway.app.review import Review


def show_review(review: Review, *, as_json: bool, html: Path | None) -> None:
    """The review as a card or as JSON, and as a page; a question still open decides the exit code."""
    from walkaway.cli.conversation import leave_if_open

    if html is not None:
        from walkaway.cli.page import write

        write(review, html)
    if as_json:
        print_json(review_as_json(review))
    else:
        from walkaway.cli.card import show
        from walkaway.words import en

        show(en.card(review), console())
    if html is not None:
        from walkaway.words.en.doors import WRITTEN

        typer.echo(WRITTEN.format(path=html), err=True)
    leave_if_open(review, as_json=as_json)


def review_as_json(review: Review) -> dict[str, Any]:
    from walkaway.words import schema

    return schema.as_json(review)


def print_json(value: dict[str, Any]) -> None:
    # Bytes, because JSON is UTF-8 whatever the terminal speaks.
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False).encode("utf-8", "replace"))


def console() -> Console:
    from rich.console import Console

    class Screen(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # Rich would leave with 1, which is what a crash leaves with

    return Screen(highlight=False, emoji=False, markup=False)
