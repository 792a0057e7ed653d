"""The card: everything a person sees of a review, in words and in one order, for any door to draw."""

from __future__ import annotations

from dataclasses import dataclass

from walkaway.core.verdict.verdict import Move


@dataclass(frozen=True, slots=True)
class Number:
    """One of the four numbers: what it is, what it says, and what one must know to read it."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class WeekBar:
    """One week of the ribbon: its Monday in words, and their share with its interval (0-100). None: nobody wrote."""

    monday: str
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Chart:
    """The ribbon: what it shows in words, a bar per week (oldest first), and where the change began, if one did.

    `changed` counts into `weeks`; `changed_on` is that day in words. `columns` head the table beneath the picture.
    """

    title: str
    text: str
    weeks: tuple[WeekBar, ...]
    changed: int | None
    changed_on: str | None
    key: str
    band: str
    table: str
    columns: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Week:
    """A week against the standards: its Monday in words, a letter that stands for the mark, and the mark in a word."""

    monday: str
    letter: str
    mark: str


@dataclass(frozen=True, slots=True)
class Step:
    """The next step: what to do, and what to send, if anything. `lead` introduces what to send."""

    text: str
    lead: str | None
    send: str | None


@dataclass(frozen=True, slots=True)
class Headings:
    """What the parts of the card are called."""

    promises: str
    signals: str
    together: str
    outside: str
    standards: str
    step: str
    changes: str
    basis: str


@dataclass(frozen=True, slots=True)
class Card:
    """The whole card. Under support everything but `word` and `paragraphs` is empty.

    `promises` come before everything the model says: they are the person's own words. `together` is what is settled
    between the two, `outside` what else the person has.
    """

    move: Move
    title: str
    word: str
    reason: str
    mark: str | None
    headings: Headings
    paragraphs: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    chart: Chart | None = None
    numbers: tuple[Number, ...] = ()
    signals: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    weeks: tuple[Week, ...] = ()
    weeks_text: str | None = None
    step: Step | None = None
    changes: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
