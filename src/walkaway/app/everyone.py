"""Every pursuit, reviewed, and the last words of each other in; what a table over everyone says of each, out.

Nothing is shown of somebody where support comes first. Where they asked for no more contact there is no date, no
worth of an hour and no other no: nothing that looks like an opening.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from walkaway.app.choose_chat import choose_chat
from walkaway.app.errors import WalkawayError
from walkaway.app.plan_week import WeekPlan
from walkaway.app.ports import Archive
from walkaway.app.pursuit import Pursuit
from walkaway.app.review import Review
from walkaway.core.balance.pooled import Pooled, pooled_balances
from walkaway.core.balance.share import Balance
from walkaway.core.events import DAY, wrote
from walkaway.core.redirect.head import Head
from walkaway.core.redirect.reading import Numbers, Step
from walkaway.core.redirect.soft_no import SoftNo, soft_no
from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.verdict import Move

LAST_MESSAGES = 5
"""So many of their last messages are read; a stop-contact counts in all of them."""
LONGEST = 4_000
"""Characters of a message that are read: a no stands early in it."""


@dataclass(frozen=True, slots=True, eq=False)
class Reviewed:
    """A pursuit with its review, or what stands in its way; and the no in their last messages, if there is one."""

    pursuit: Pursuit
    found: Review | WalkawayError
    no: SoftNo | None = None

    @property
    def asked_to_stop(self) -> bool:
        """Whether they asked for no more contact: the person said so, or it stands in the messages."""
        found = self.found
        return bool((self.pursuit if isinstance(found, WalkawayError) else found).answers.stop_contact)


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """What the table adds to a review.

    `share` is what is shown, drawn together with the others of its kind where there is little of its own. `on` is the
    local day (us) to act next: the one they named, as `said`, else to look again. `hour` is what one hour more is worth
    in `unit`. `close`: it is time to close this, kindly.
    """

    share: Pooled | None = None
    no: SoftNo | None = None
    on: int | None = None
    said: str | None = None
    hour: float | None = None
    unit: str | None = None
    close: bool = False
    stopped: bool = False


def their_no(archive: Archive | None, pursuit: Pursuit, reader: tuple[Head, Numbers]) -> SoftNo | None:
    """The no in the last messages of the other, if a chat of two is kept with its words."""
    if archive is None:
        return None
    chosen = choose_chat(archive, me=pursuit.me, with_=pursuit.with_)
    if chosen.group:
        return None
    events, text = chosen.chat.events, chosen.chat.text
    both = np.flatnonzero(wrote(events))
    theirs = events.who[both] == chosen.them
    after_yours = np.cumsum(~theirs)  # how often you wrote before: equal within one turn of theirs
    last = both[theirs][-LAST_MESSAGES:]
    turns = after_yours[theirs][-LAST_MESSAGES:]
    if not len(last):
        return None
    texts = [(text[k].as_py() or "")[:LONGEST] for k in last.tolist()]
    turn = int(np.count_nonzero(turns == turns[-1]))
    head, numbers = reader
    found = soft_no(texts, events.local[last], turn, head=head, numbers=numbers)
    denied = pursuit.answers.stop_contact is False and found is not None and found.reading.stop is not None
    return None if denied else found


def resting(reviewed: Sequence[Reviewed]) -> frozenset[str]:
    """Those with whom no hour is spent now: who wants no contact, whose no closes it, who named a day still to come."""
    return frozenset(one.pursuit.name for one in reviewed if one.asked_to_stop or _rests(one))


def _rests(one: Reviewed) -> bool:
    if one.no is None or isinstance(one.found, WalkawayError):
        return False
    named = one.no.reading.when
    ahead = named is not None and named.day is not None and named.day * DAY > one.found.as_of.local
    return ahead or _closes(one.no)


def rows(reviewed: Sequence[Reviewed], plan: WeekPlan) -> tuple[Row, ...]:
    """One row for each, in their order."""
    shares = _shares(reviewed)
    hours = {hour.name: hour.worth for hour in plan.next}
    return tuple(_row(one, shares.get(k), hours.get(one.pursuit.name)) for k, one in enumerate(reviewed))


def _shares(reviewed: Sequence[Reviewed]) -> dict[int, Pooled]:
    """Each share, by place: those of one kind drawn together, one that says enough for itself left as on its card."""
    kinds: defaultdict[PursuitKind | None, list[tuple[int, Balance]]] = defaultdict(list)
    for k, one in enumerate(reviewed):
        if isinstance(one.found, WalkawayError) or one.found.verdict.move is Move.SUPPORT:
            continue
        if one.found.balance is not None:
            kinds[one.pursuit.answers.kind].append((k, one.found.balance))
    shown: dict[int, Pooled] = {}
    for group in kinds.values():
        together = pooled_balances([balance for _, balance in group])
        for (k, own), pooled in zip(group, together, strict=True):
            alone = Pooled(own.share, own.low, own.high, pooled.common)
            shown[k] = pooled if pooled.mostly_common else alone
    return shown


def _row(one: Reviewed, share: Pooled | None, hour: float | None) -> Row:
    if isinstance(one.found, WalkawayError) or one.found.verdict.move is Move.SUPPORT:
        return Row()
    closed = one.pursuit.left is not None and one.pursuit.left.closed is not None
    if one.asked_to_stop:
        read = one.no is not None and one.no.reading.stop is not None
        return Row(share=share, no=one.no if read else None, close=not closed, stopped=True)
    no = None if one.found.verdict.move is Move.UNANSWERED else one.no
    close = one.found.verdict.move is Move.WALK or _closes(no)
    named = None if no is None else no.reading.when
    day = None if named is None or named.day is None else named.day * DAY
    where = one.found.position
    return Row(
        share=share,
        no=no,
        on=day if day is not None else None if close else one.found.next_step.until,
        said=None if named is None else named.said,
        hour=hour,
        unit=None if hour is None or where is None else where.unit,
        close=close and not closed,
    )


def _closes(no: SoftNo | None) -> bool:
    """A no to close on; after grief or illness the door stays open, without a date."""
    return no is not None and no.reading.step in (Step.CLOSE, Step.REDIRECT_FIT) and not no.reading.tender


def judged(reviewed: Collection[Reviewed]) -> list[tuple[Pursuit, Review]]:
    """Those that could be reviewed."""
    return [(one.pursuit, one.found) for one in reviewed if not isinstance(one.found, WalkawayError)]
