"""The last messages of the other in; the no they hold, read, out. None where there is none, or none that is sure.

Two gates in a row, since the reader of refusals finds one in everything: plain words of a no first, and then a reader
that is sure of its label. What offers another time at once, or asks for something, is no no.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from walkaway.core.events import Int64Array
from walkaway.core.redirect.head import Head
from walkaway.core.redirect.pattern import Pattern
from walkaway.core.redirect.reading import Numbers, Reading, plain_no, read_refusal
from walkaway.core.redirect.settled import says_no
from walkaway.core.redirect.stop import stop_contact
from walkaway.core.redirect.tongue import not_english

_WHO = r"(?:we|i|our \w+|the (?:team|fund|partners?|partnership))"
_CAN_NOT = r"(?:can'?t|cannot|can not|couldn't|could not|won't|will not|(?:are not|aren't) able to|unable to)"
_NOT_NOW = (
    r"(?:too|still|a bit|bit|little) early (?:for (?:us|me|our)|to invest|stage)",
    r"you(?:'re| are) (?:still )?too (?:early|late|small|big)",
    r"not (?:right )?now[,.!]",
    r"not at (?:this|the) (?:time|moment|stage|point)",
    r"(?:isn't|is not|not) (?:a|the) (?:right|good|best) (?:time|moment|stage)",
    r"(?:timing|time) (?:is|was|isn't|is not|does(?:n't| not)) (?:not |just )?(?:right|off|bad|work)",
    (
        r"(?:budgets?|money|funds?|round|headcount)(?:'s| is| are| has been| have been)? (?:all )?"
        r"(?:frozen|gone|spent|cut|used up|allocated)"
    ),
    r"(?:hiring|budget) (?:freeze|stop)",
    r"(?:put|is|are|everything|all) (?:this |it |that )?on hold",
    r"(?:come|circle|check|get|loop) back (?:to (?:us|me) )?(?:when|once|in|after|next)",
    (
        r"(?:revisit|reconnect|pick this up|look at (?:it|this) again|talk again|try us again|apply again) "
        r"(?:this )?(?:when|once|in|after|next)"
    ),
    r"between funds",
)
_NOT_THIS = (
    r"(?:isn't|is not|are not|aren't|not|wasn't) (?:really |quite |exactly )?(?:a|an|the) (?:\w+ )?(?:fit|match)",
    (
        r"(?:falls |is |are |you're )?out(?:side|side of| of) (?:of )?(?:our|my) (?:\w+ )?"
        r"(?:thesis|focus|scope|mandate|range|budget|remit)"
    ),
    rf"{_WHO} (?:only|just) (?:back|fund|invest|do|work with|look at|rent|hire|take on)",
    rf"{_WHO} (?:don't|do not|no longer|never) (?:invest|back|fund|do|take on|work with|hire)",
    r"already have (?:a|an|one) (?:competing|competitor|similar|other)",
    r"(?:isn't|is not|not) (?:big|large|strong|mature) enough",
    r"more than we need",
    r"(?:isn't|is not|not) for (?:us|me)",
)
_NOT_ME = (
    r"(?:not|isn't|n't) the right (?:contact|person|one)",
    r"no longer (?:work|with|at|lead|cover)",
    r"(?:don't|do not) (?:see|love|feel) (?:you|this|it) (?:that way|working|happening|any ?more)",
    r"started seeing someone",
    r"not my type",
)
_NOT = (
    (
        rf"{_WHO} (?:{_CAN_NOT}|have decided not to|decided not to|will not be|won't be) (?:be )?"
        r"(?:commit|invest|move (?:forward|ahead)|moving (?:forward|ahead)|lead|join|participate|investing|writing|"
        r"go (?:forward|ahead)|get (?:there|comfortable|conviction)|take (?:this|it) (?:on|further|forward))"
    ),
    r"(?:couldn't|could not|didn't|did not) get (?:to )?(?:conviction|there|comfortable)",
    r"(?:have|had|want|going|decided) to pass",
    r"(?:are|am|we're|i'm|be) passing",
    r"(?:a|it's a) pass (?:for|from)",
    r"(?:accepted|chosen|picked|gone with|went with) (?:an?|another|someone else)",
    r"decided to (?:move|go) (?:forward|ahead|on) with (?:others?|candidates)",
    r"(?:i'm|i am|we're|we are) (?:just )?not (?:interested|looking for)",
)
_PLAIN = Pattern(rf"(?i)\b(?:{'|'.join((*_NOT_NOW, *_NOT_THIS, *_NOT_ME, *_NOT))})(?!\w)")
_GOES_ON = Pattern(
    r"(?i)\b(?:you (?:said|told)|how about|what about|does .{0,30} work|let's (?:do|meet)|looking forward|"
    r"(?:can|could|would) (?:you|we) (?:\w+ )?(?:send|share|meet|talk|call|do|resend|join)|"
    r"see you (?:on|at|tomorrow)|(?:are|we're|we are|still) (?:very )?(?:keen|in)\b)",
)


@dataclass(frozen=True, slots=True)
class SoftNo:
    """A no in their last messages: how it reads, and the local time (us) of the message."""

    reading: Reading
    at: int


def soft_no(texts: Sequence[str], local: Int64Array, turn: int, *, head: Head, numbers: Numbers) -> SoftNo | None:
    """The no in the last messages of the other, oldest first with their local times; the last `turn` are one turn.

    That they ask for no more contact counts in all of them; another no only in their last turn, since a later turn
    may have taken it back. Of two the later one is read.
    """

    def read(k: int) -> SoftNo:
        now = int(local[k])
        if not_english(texts[k]) and stop_contact(texts[k]) is None:
            return SoftNo(plain_no(), now)
        return SoftNo(read_refusal(texts[k], now=now, head=head, numbers=numbers), now)

    newest_first = range(len(texts) - 1, -1, -1)
    for k in newest_first:
        if stop_contact(texts[k]) is not None:
            return read(k)
    for k in newest_first[:turn]:
        if is_no(texts[k]):
            found = read(k)
            return None if found.reading.label is None else found
    return None


def is_no(text: str) -> bool:
    """Whether it is put in plain words, and nothing beside them goes on."""
    said = re.sub(r"\s+", " ", text.replace("’", "'"))
    if says_no(said):
        return True
    return _PLAIN.search(said) is not None and _GOES_ON.search(said) is None
