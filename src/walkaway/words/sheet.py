"""What stands on a worksheet, as values: parts with rows, sentences or a table, and blanks to fill in by hand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the sheet. No value: a blank to fill in by hand."""

    label: str
    value: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Rows, sentences or a table under a heading; `blanks` are empty rows after the table."""

    heading: str
    rows: tuple[Row, ...] = ()
    lines: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    blanks: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page, in the language of this code."""

    title: str
    word: str
    parts: tuple[Part, ...]
    language: str = "en"
