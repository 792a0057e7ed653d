"""A talk as the person keeps it in; what to do now, what would change it and what is worth noticing, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from walkaway.app.answers import Answers
from walkaway.app.belief import Asking, as_gain, asking
from walkaway.app.beside_talk import Beside, beside, signals
from walkaway.app.errors import OpenQuestion, UsageError
from walkaway.app.held import Held, held
from walkaway.app.outside import outside
from walkaway.app.own_talk import OwnNumber, OwnTalk
from walkaway.core.events import DAY
from walkaway.core.offers.advise import Advice, Flip, Move, Talk, advise, flips, their_limit
from walkaway.core.offers.concession import Said
from walkaway.core.offers.signals import Notice
from walkaway.core.offers.walked import Walk, WalkRecord, walk_record
from walkaway.core.options.distributions import Triangular, Worth

ROUNDS = 6
"""How many more rounds there may be where nobody said. An assumption."""


@dataclass(frozen=True, slots=True)
class Talked:
    """The talk, the advice, what would change it, what is noticed, your own record. `held`: why there is no advice.

    `theirs`: two prices between which their limit lies with a chance of nine in ten. `beside` is what can be said of
    any talk, `asking` the price to say first under several beliefs: only before a word of theirs.
    """

    name: str
    talk: OwnTalk
    advice: Advice | None
    flips: tuple[Flip, ...]
    notices: tuple[Notice, ...]
    record: WalkRecord | None
    held: Held | None = None
    theirs: tuple[float, float] | None = None
    beside: Beside | None = None
    asking: tuple[Asking, ...] = ()


def weigh_talk(
    name: str,
    talk: OwnTalk,
    told: Answers,
    today: int,
    *,
    elsewhere: Sequence[Walk] = (),
    contacts: Sequence[float] | None = None,
) -> Talked:
    """What to do in this talk as of the local day `today` (us). Safety comes first: then there is nothing else.

    `elsewhere` are times you walked in other talks; `contacts` the days on which they got in touch, None where nobody
    knows. Raises OpenQuestion where a number is missing.
    """
    instead = held(told)
    if instead is not None:
        return Talked(name, talk, None, (), (), None, instead)
    if talk.fallback is None:
        raise OpenQuestion("What do you have if this falls through? Give 0 for nothing.", option="--fallback")
    if talk.likely is None and not any(said.by == "them" for said in talk.said):
        raise OpenQuestion("How far may they go? Give a low and a high number.", option="--likely")
    core = core_talk(talk, today)
    found = advise(core)
    line = found.line
    seen = beside(signals(talk, core.log, line, contacts), core.log, talk, today, elsewhere)
    asked = talk.likely is not None and not any(said.by == "them" for said in talk.said)
    return Talked(
        name,
        talk,
        found,
        flips(core),
        seen.notices,
        walk_record([walk for walk in (*talk.all_walks, *elsewhere) if not walk.points]),
        theirs=their_limit(core),
        beside=seen,
        asking=asking(talk.likely, line, selling=talk.selling) if asked and talk.likely else (),
    )


def core_talk(talk: OwnTalk, today: int) -> Talk:
    """The same as the judgement wants it."""
    log = tuple(Said(said.by, said.number, said.on / DAY) for said in talk.by_day)
    left = ROUNDS if talk.left is None else talk.left
    try:
        return Talk(log, outside(talk, today), _limits(talk), talk.selling, left)
    except ValueError as wrong:
        raise UsageError(str(wrong)) from None


def _limits(talk: OwnTalk) -> Worth:
    sign = 1 if talk.selling else -1
    if talk.likely is not None:
        return as_gain(talk.shape or "even", talk.likely, selling=talk.selling)
    # From their best number on: a quarter further, or past your own last number.
    theirs = max(sign * said.number for said in talk.said if said.by == "them")
    mine = [sign * said.number for said in talk.by_day if said.by == "you"]
    reach = max(0.25 * abs(theirs), *(x - theirs for x in mine[-1:]), 1e-6)
    return Triangular(theirs, theirs + reach / 3, theirs + reach)


def agreed_number(found: Talked) -> float | None:
    """The number that goes with the move: theirs with a yes, yours with a counter."""
    if found.advice is None:
        return None
    heard: Sequence[OwnNumber] = [said for said in found.talk.by_day if said.by == "them"]
    if found.advice.move is Move.ACCEPT:
        return heard[-1].number
    return found.advice.number if found.advice.move is Move.COUNTER else None
