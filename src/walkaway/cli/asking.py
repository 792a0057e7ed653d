"""Questions in; what the person at the terminal answers, out."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

import typer

from walkaway.app.errors import OpenQuestion
from walkaway.words.en import doors
from walkaway.words.printable import printable

MOST_SHOWN = 20


def at_terminal(*, as_json: bool) -> bool:
    """Whether somebody sits there to answer."""
    streams = (sys.stdin, sys.stdout)
    return not as_json and all(stream is not None and stream.isatty() for stream in streams)


def answer(question: OpenQuestion) -> str:
    """An answer to what a file left open: a choice, or free text where none are known."""
    if question.preview:
        say(doors.IS_THIS_RIGHT)
        for message in question.preview:
            say(f"  {printable(message, 100)}")
    if not question.choices:
        return text(str(question))
    picked = choose(str(question), {choice: printable(choice) for choice in question.choices})
    return picked if picked is not None else question.choices[0]


def choose(sentence: str, choices: Mapping[str, str], *, skip: bool = False) -> str | None:
    """One of the choices (key: what is shown), by number or by name. None if it may be skipped and was."""
    say(f"\n{sentence}")
    keys = list(choices)
    for number, key in enumerate(keys[:MOST_SHOWN], start=1):
        say(f"  {number}  {choices[key]}")
    if len(keys) > MOST_SHOWN:
        say(f"  … {len(keys) - MOST_SHOWN:,} more: type the name")
    hint = f"{doors.PICK} ({doors.SKIP})" if skip else doors.PICK
    while True:
        typed = typer.prompt(hint, default="", show_default=False, err=True).strip()
        if not typed and skip:
            return None
        found = _meant(typed, keys, choices)
        if found is not None:
            return found
        say(doors.NOT_A_CHOICE)


def _meant(typed: str, keys: Sequence[str], choices: Mapping[str, str]) -> str | None:
    if typed.isdecimal() and 1 <= int(typed) <= len(keys):
        return keys[int(typed) - 1]
    plain = typed.casefold()
    if not plain:
        return None
    names = {key: (key.casefold(), choices[key].casefold()) for key in keys}
    same = [key for key in keys if plain in names[key]]
    begins = [key for key in keys if any(name.startswith(plain) for name in names[key])]
    return next((found[0] for found in (same, begins) if len(found) == 1), None)


def pick(sentence: str, lines: Sequence[str]) -> list[int]:
    """Some of the lines, by their numbers; none if skipped."""
    say(f"\n{sentence}")
    for number, line in enumerate(lines, start=1):
        say(f"  {number}  {line}")
    while True:
        typed = typer.prompt(doors.SKIP, default="", show_default=False, err=True)
        parts = typed.replace(",", " ").split()
        if all(part.isdecimal() and 1 <= int(part) <= len(lines) for part in parts):
            return [int(part) - 1 for part in parts]
        say(doors.NOT_A_CHOICE)


def text(sentence: str) -> str:
    """A line of text that is not empty."""
    while True:
        typed = str(
            typer.prompt(f"\n{sentence}\n", default="", show_default=False, prompt_suffix="> ", err=True)
        ).strip()
        if typed:
            return typed


def number(sentence: str, most: float) -> float:
    """A number from 0 to `most`; a comma will do for the point."""
    while True:
        typed = str(typer.prompt(sentence, default="", show_default=False, prompt_suffix=" ", err=True))
        try:
            value = float(typed.strip().replace(",", "."))
        except ValueError:
            value = -1.0
        if 0 <= value <= most:
            return value
        say(doors.NOT_A_NUMBER.format(most=f"{most:g}"))


def say(line: str) -> None:
    """Questions go to stderr, so that stdout holds nothing but the card."""
    typer.echo(line, err=True)


def kind() -> str | None:
    """What kind of tie it is; it may be skipped."""
    from walkaway.core.standards.standard import PursuitKind

    return choose(doors.KIND, {k.value: doors.KINDS[k] for k in PursuitKind}, skip=True)


def afraid() -> str | None:
    """Whether they ever fear the other; it may be skipped, and then nothing is judged."""
    say(f"\n{doors.SAFETY_LEAD}")
    return choose(doors.SAFETY, doors.FEARS, skip=True)
