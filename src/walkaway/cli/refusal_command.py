"""`walkaway refusal`: a no that came in; what sort of no it may be and one next step, out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from walkaway.cli.draft_command import FILE, JSONL
from walkaway.cli.opening import HOME, PASSPHRASE_FILE

if TYPE_CHECKING:
    from walkaway.app.read_refusal import ReadRefusal


def refusal(
    file: FILE = None,
    now: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day it came, like 2026-08-03. Default: today.")
    ] = None,
    confirm: Annotated[
        str | None, typer.Option(metavar="LABEL", help="What it is: timing, fit, person or other. It is remembered.")
    ] = None,
    forget: Annotated[bool, typer.Option("--forget", help="Forget every no that you confirmed.")] = False,
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (docs/drafts.md).")] = False,
    jsonl: JSONL = None,
) -> None:
    """Read a no: timing, fit, person or other, and one next step. Leaves with 5 if it is not clear."""
    from walkaway.cli.sorry import sorry

    with sorry(as_json=as_json):
        from walkaway.cli import writing
        from walkaway.words.en.writing import FORGOTTEN, KEPT
        from walkaway.words.spoken import spoken
        from walkaway.words.writing_schema import refusal_as_json

        day = _day(now)
        if jsonl is not None:
            for line in writing.answers(jsonl, lambda asked: _answer(asked, day)):
                typer.echo(line.encode("utf-8", "replace"))
            return
        if forget:
            _forget(home, passphrase_file, as_json=as_json)
            typer.echo(FORGOTTEN, err=True)
            return
        found = _read(writing.text_of(file), day, confirm, home, passphrase_file, as_json=as_json)
        if as_json:
            typer.echo(json.dumps(refusal_as_json(found), ensure_ascii=False, indent=2).encode("utf-8", "replace"))
        else:
            typer.echo("\n".join([*spoken("en").writing.refusal_lines(found), *([] if confirm is None else [KEPT])]))
        if found.reading.label is None:
            raise typer.Exit(writing.LOOK_AGAIN)


def _read(
    text: str, day: date | None, confirm: str | None, home: Path | None, passphrase_file: Path | None, *, as_json: bool
) -> ReadRefusal:
    """The refusal, read with what earlier ones were; and what this one is, kept where it was said."""
    from walkaway.app import corrections
    from walkaway.cli import kept, typed_draft, writing
    from walkaway.core.redirect.reading import Confirmed

    said = None if confirm is None else writing.label_of(confirm)
    opened = typed_draft.at_hand if said is None else kept.opened
    with opened(home, passphrase_file, as_json=as_json) as there:
        if there is not None and said is not None:
            there.keep_you(corrections.confirm(there.you(), Confirmed(text, said)))
        known = () if there is None else there.you().confirmed
    return writing.read_known(text, now=day, confirmed=known, said=said)


def _forget(home: Path | None, passphrase_file: Path | None, *, as_json: bool) -> None:
    from walkaway.app import corrections
    from walkaway.cli import kept

    with kept.opened(home, passphrase_file, as_json=as_json) as there:
        corrections.forget(there)


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
