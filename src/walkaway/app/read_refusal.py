"""Read one refusal: its text in; what sort of no it may be and one next step, out. The person confirms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from walkaway.core.redirect.head import Head
from walkaway.core.redirect.reading import Confirmed, Label, Numbers, Reading, learn
from walkaway.core.redirect.reading import read_refusal as read


@dataclass(frozen=True, slots=True)
class ReadRefusal:
    """A refusal and its reading. `by` names what the reader looked at: words, or sentences as well."""

    text: str
    reading: Reading
    by: str


def read_refusal(
    text: str,
    *,
    now: int,
    reader: tuple[Head, Numbers],
    confirmed: Sequence[Confirmed] = (),
    said: Label | None = None,
) -> ReadRefusal:
    """The refusal, read at `now` (us on the person's own clock), after what they confirmed before.

    `said`: what they say of this very one, where they did not say it before.
    """
    head, numbers = reader
    known = learn(head, confirmed, numbers)
    before = {one.text.strip(): one.label for one in confirmed}
    label = said or before.get(text.strip())
    return ReadRefusal(text, read(text, now=now, head=known, numbers=numbers, said=label), head.made_of)
