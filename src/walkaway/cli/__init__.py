"""The command line: what a person types in, a card or JSON out. It decides nothing."""

from __future__ import annotations


def as_meant(word: str) -> str:
    """A word that was typed in UTF-8 where the system's own letters are others; what names a file stays as it came."""
    import os

    if word.isascii() or not any("\udc80" <= sign <= "\udcff" for sign in word) or os.path.lexists(word):
        return word
    try:
        return os.fsencode(word).decode("utf-8")
    except UnicodeDecodeError:
        return word


def main() -> None:
    """Run the command that was typed, and leave with its exit code."""
    import sys
    from io import TextIOWrapper

    from walkaway.cli.commands import app
    from walkaway.cli.one_verb import only
    from walkaway.cli.sorry import leave

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a name that this terminal cannot show is no reason to stop
    sys.argv[1:] = map(as_meant, sys.argv[1:])
    typed = only(app, next(iter(sys.argv[1:]), ""))
    sys.exit(leave(typed, as_json="--json" in sys.argv[1:]))
