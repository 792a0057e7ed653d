"""Where the store lies and how a person opens it: options and the terminal in, an open store out.

A passphrase is typed without being shown, or read from a file or stdin; never an argument, which others could see.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from walkaway.app.errors import OpenQuestion, UsageError

if TYPE_CHECKING:
    from walkaway.app.store import Store, Vault
    from walkaway.app.take_over import Beside

HOME = Annotated[
    Path | None, typer.Option("--home", metavar="FOLDER", help="Where it is kept. Default: $WALKAWAY_HOME.")
]
PASSPHRASE_FILE = Annotated[
    Path | None, typer.Option("--passphrase-file", metavar="FILE", help="Read the passphrase from here; - is stdin.")
]
SERVER = "WALKAWAY_STORE"


def home_folder(said: Path | None) -> Path:
    """The folder as said, else $WALKAWAY_HOME, else where this system keeps the data of a person's programs.

    Raises UsageError for a file.
    """
    named = os.environ.get("WALKAWAY_HOME") if said is None else said
    if named:
        place = Path(named).expanduser()
        if place.exists() and not place.is_dir():
            raise UsageError(f"{place} is a file, and I need a folder to keep things in. Name one with --home.")
        return place
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "walkaway"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "walkaway"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "walkaway"


def server() -> str | None:
    """The address of a PostgreSQL server, if the store lies on one."""
    return os.environ.get(SERVER) or None


def is_made(home: Path | None) -> bool:
    """Whether there is a store already."""
    from walkaway import wiring

    return server() is not None or wiring.vault(home_folder(home)).exists()


def vault_at(home: Path | None) -> Vault:
    """The place of the store. Raises UsageError where it is a server's."""
    from walkaway import wiring

    if server() is not None:
        from walkaway.words.en import keeping

        raise UsageError(keeping.SERVER_KEYS)
    return wiring.vault(home_folder(home))


@contextmanager
def opened(
    home: Path | None, passphrase_file: Path | None, *, as_json: bool, make: bool = False, beside: bool = True
) -> Iterator[Store]:
    """The store, open, and what lies beside it looked at. With `make` a new one where there is none."""
    store = _open(home, passphrase_file, as_json=as_json, make=make)
    try:
        if server() is None and beside:
            _look_beside(store, home_folder(home))
        yield store
    finally:
        store.close()


def _open(home: Path | None, passphrase_file: Path | None, *, as_json: bool, make: bool) -> Store:
    from walkaway import wiring
    from walkaway.app.store import NoStore

    url = server()
    if url is not None:
        return wiring.server_store(url)
    vault = wiring.vault(home_folder(home))
    if vault.exists():
        by_keyring = vault.unlock_by_keyring() if passphrase_file is None else None
        return by_keyring or vault.unlock(passphrase(passphrase_file, as_json=as_json))
    if not make:
        raise NoStore
    plain = wiring.home(home_folder(home))
    for name in plain.names():
        plain.pursuit(name)  # a plain file that cannot be read is said before anything is made
    return made(vault, passphrase_file, as_json=as_json)


def _look_beside(store: Store, folder: Path) -> None:
    """What lies in plain files beside the store does not count: it is taken over once, and said where it changed."""
    from walkaway import wiring
    from walkaway.app.kept_home import KeptHome
    from walkaway.app.take_over import look_beside
    from walkaway.cli import asking, reading
    from walkaway.words.en import keeping

    found = look_beside(wiring.home(folder), KeptHome(store), reading.options_of, now=reading.clock())
    say_taken(found, folder)
    if found.changed:
        asking.say(keeping.PLAIN_CHANGED.format(folder=folder, names=listed(found.changed)))


def say_taken(found: Beside, folder: Path) -> None:
    """What came out of plain files just now."""
    from walkaway.cli import asking
    from walkaway.words.en import keeping

    if found.taken:
        asking.say(keeping.TAKEN_OVER.format(folder=folder))
    if found.open_:
        asking.say(keeping.NOT_TAKEN_OVER.format(names=listed(found.open_)))


def listed(names: Sequence[str]) -> str:
    """Names in a sentence; they are a stranger's text."""
    from walkaway.words.printable import printable

    return ", ".join(map(printable, names))


def made(vault: Vault, passphrase_file: Path | None, *, as_json: bool) -> Store:
    """A new store. Its recovery code is told this once."""
    from walkaway.cli import asking
    from walkaway.words.en import keeping

    if asking.at_terminal(as_json=as_json):
        asking.say(keeping.FIRST)
    new = vault.create(new_passphrase(passphrase_file, as_json=as_json, option="--passphrase-file"))
    tell_code(new.recovery_code)
    return new.store


def tell_code(code: str) -> None:
    """The recovery code, on stderr, so that no file of results holds it."""
    from walkaway.cli import asking
    from walkaway.words.en import keeping

    asking.say(f"\n{keeping.CODE}\n\n    {code}\n\n{keeping.CODE_HINT}\n")


def passphrase(file: Path | None, *, as_json: bool) -> str:
    """The passphrase or recovery code: from the file, or asked for. Raises OpenQuestion where nobody can be asked."""
    from walkaway.words.en import keeping

    return _from_file(file) or _typed(keeping.LABEL, keeping.NEEDED, "--passphrase-file", as_json=as_json)


def recovery_code(file: Path | None, *, as_json: bool) -> str:
    """The same, asked for as the code. A slip in one is said before anything else is asked."""
    from walkaway import wiring
    from walkaway.words.en import keeping

    found = _from_file(file) or _typed(keeping.CODE_LABEL, keeping.CODE_NEEDED, "--passphrase-file", as_json=as_json)
    wiring.look_over_code(found)
    return found


def new_passphrase(file: Path | None, *, as_json: bool, option: str) -> str:
    """A passphrase to be; asked for twice."""
    from walkaway.cli import asking
    from walkaway.words.en import keeping

    found = _from_file(file) if file is not None or option == "--passphrase-file" else None
    while found is None:
        first = _typed(keeping.NEW_LABEL, keeping.NEW_NEEDED, option, as_json=as_json)
        if first == _typed(keeping.AGAIN, keeping.NEW_NEEDED, option, as_json=as_json):
            return first
        asking.say(keeping.NOT_THE_SAME)
    return found


def _from_file(file: Path | None) -> str | None:
    """The first line of the file, of stdin for -, or of the file that $WALKAWAY_PASSPHRASE_FILE names."""
    named = file or (
        Path(os.environ["WALKAWAY_PASSPHRASE_FILE"]) if os.environ.get("WALKAWAY_PASSPHRASE_FILE") else None
    )
    if named is None:
        return None
    where = "standard input" if str(named) == "-" else named
    try:
        text = sys.stdin.readline() if str(named) == "-" else named.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"I cannot read a passphrase from {where}. Give a text file with one line.") from None
    lines = text.splitlines()
    if not lines or not lines[0].strip():
        raise UsageError(f"There is no passphrase on the first line of {where}. Write it there, and nothing else.")
    return lines[0]


def _typed(label: str, question: str, option: str, *, as_json: bool) -> str:
    from walkaway.cli import asking

    if not asking.at_terminal(as_json=as_json):
        raise OpenQuestion(question, option=option)
    return str(typer.prompt(label, hide_input=True, default="", show_default=False, err=True))
