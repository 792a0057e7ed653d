"""The list of people to talk to in; each line with its source and the day it was checked, out."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

_DAY = 86_400_000_000
_FIRST = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Helpline:
    """One line: `country` is its ISO code, `checked` the local day (us) on which it was compared with `source`."""

    country: str
    name: str
    number: str
    serves: str
    hours: str
    source: str
    checked: int


@dataclass(frozen=True, slots=True)
class Directory:
    """A list of lines in many countries that others keep."""

    name: str
    url: str
    serves: str


@dataclass(frozen=True, slots=True)
class Helplines:
    """All of them, in order of country."""

    lines: tuple[Helpline, ...]
    directories: tuple[Directory, ...]


def helplines() -> Helplines:
    """What stands in helplines.toml."""
    document = tomllib.loads(files("walkaway.web").joinpath("helplines.toml").read_text(encoding="utf-8"))
    lines = [
        Helpline(**{**line, "checked": (line["checked"] - _FIRST).days * _DAY}) for line in document.get("line", ())
    ]
    directories = [Directory(**found) for found in document.get("directory", ())]
    return Helplines(tuple(sorted(lines, key=lambda line: line.country)), tuple(directories))
