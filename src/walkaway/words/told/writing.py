"""A refusal that was read and a language's sentences in; what it may be and the next step, out."""

from __future__ import annotations

from typing import Any

from walkaway.app.read_refusal import ReadRefusal
from walkaway.core.events import DAY
from walkaway.core.leaving.draft import Finding
from walkaway.words.printable import printable

LONGEST_NAME = 60


def refusal_lines(found: ReadRefusal, *, of: Any) -> list[str]:
    """What is shown of a read refusal."""
    reading = found.reading
    if reading.stop is not None:
        return [of.STOPPED]
    if reading.label is None:
        (first, _), (second, _) = reading.ranked[:2]
        return [of.NOT_SURE.format(first=of.LABELS[first], second=of.LABELS[second])]
    return [of.MAY_BE.format(label=of.LABELS[reading.label]), next_step(found, of=of) or ""]


def next_step(found: ReadRefusal, *, of: Any) -> str | None:
    """The next step in words; None where the reader is not sure."""
    reading = found.reading
    if reading.step is None:
        return None
    step: str = of.TENDER if reading.tender else of.STEPS[reading.step]
    if not reading.tender and reading.when is not None:
        said = printable(reading.when.said, LONGEST_NAME)
        day = "" if reading.when.day is None else of.day(reading.when.day * DAY)
        named = of.ON_CONDITION if reading.when.condition else of.DATED_BY_DAY if day else of.DATED
        step = named.format(step=step, said=said, day=day)
    elif not reading.tender and reading.contact:
        step = of.NAMED.format(step=step, who=printable(reading.contact, LONGEST_NAME))
    return step


def flag_words(flag: Finding, *, of: Any) -> tuple[str, str] | None:
    """Why a rule spoke, and what to do instead; None: the rule has only the words it came with."""
    found: tuple[str, str] | None = of.FLAGS.get(flag.rule)
    return found
