"""A text in; whether it asks for no more contact, out, with the words that say so. A rule, not a model.

Missing one costs more than a false alarm, and both cost much: after a stop the program shows no draft, no date and no
forecast. The text becomes clauses of parts (stop_words.py, stop_parts.py), and a small grammar over the parts looks for
the ways of saying it (stop_ways.py). Then this lets go where the words around it say something else: about another
person, about a time, a place or a channel, or the opposite ("never stop writing"). German and Spanish have patterns of
their own (stop_de_es.py).
"""

from __future__ import annotations

import re

from walkaway.core.redirect.stop_de_es import stop_de_es
from walkaway.core.redirect.stop_parts import PART
from walkaway.core.redirect.stop_ways import (
    ASKABLE,
    ASKED,
    EVER,
    LIMITED,
    NAMED,
    PLACED,
    RELAYED,
    REPORTED,
    STOPS,
    THINGS,
    TOPIC,
    TURNED,
    WAYS,
    Way,
)
from walkaway.core.redirect.stop_weighed import leaning
from walkaway.core.redirect.stop_words import Clause, clauses, meant

_ALONE = frozenset(
    {"stop", "please stop", "stop please", "stop it", "just stop", "end", "opt out", "optout", "stopall"}
)
"""A whole message that is no more than this; lists understand it, and so do people."""
_BARE = re.compile(
    r"(?:so |and |please |just |now |really |no )*(?:stop|more|no more)(?: it| this| that| now| already| "
    r"please| trying)*"
)
_OF_CONTACT = re.compile(
    r"\b(?:repl\w+|respond\w*|answer\w*|not interested|messages?|texts?|texting|dms?|writ\w+|contact\w*|"
    r"calls?|calling|e?mails?|"
    r"i said no|nothing to say|my number|talk to|speak to|reach out|get in touch|visit|come (?:here|over|"
    r"by|near)|bother\w*|"
    r"approach\w*|follow\w* (?:me|us)|communicate)\b"
)
"""What a bare "please stop" must stand beside to be about writing."""
_AGAIN_THIS = re.compile(
    r"\b(?:do not|never) do (?:it|this|that) (?:again|any_more)\b|(?<=my number).*\b(?:delete|erase|"
    r"forget|lose) it\b|\bso please do not\W*$"
)
_LAUGHS = re.compile(r"\b(?:lol|haha+|hehe+|lmao|rofl|jk|xd)\b|[:;]-?[)dp]|😂|🤣|😅|😉|😘")
_NOT_MEANT = re.compile(
    r"\b(?:jk|just kidding|only joking|just joking)\b"
    r"|[.,!]\W+(?:no,? wait|actually),? (?:do not stop|i (?:do|did) not mean)"
    r"|[.,!?]\W+(?:(?:said|says) (?:he|she|they|my|the)\b|(?:he|she|they|my \w+|the \w+) (?:said|says)\b)"
    r"|\b(?:that|this|which) (?:is|was) what (?:he|she|they|my \w+) (?:said|wrote|told)\b"
)
"""A joke, taken back, or another's words."""
_QUOTED = re.compile(r'(?<=\w)[:,]? "[^"]+"|^"[^"]+" (?=\w)')
_ANOTHER_WAY = re.compile(
    r"\b(?:instead|later|rather (?:call|text|use|write|email)|talk soon|use (?:my|the|this|our)|just "
    r"(?:text|call|email|write|message|ring)|"
    r"(?:call|text|write|email|message|ring|ask) (?:me )?(?:tomorrow|later|when|at|after|on|if|first|"
    r"here)|"
    r"(?:i|we) (?:will|can|would) (?:call|ring|text|write|message|email|contact|get back|be back)(?! the)|"
    r"will (?:call|ring) you|"
    r"just come|(?:is|are|works?|be) (?:better|fine|ok|easier|best)(?! (?:if|that|for))|messages only|"
    r"text only|only|am driving|asleep|sleeping|in class|busy|"
    r"in (?:a|the) (?:meeting|library|cinema|class|car)|"
    r"do not (?:call|ring|text|phone|email|write|message)(?: me| my \w+)?, (?:just )?(?:text|write|email|"
    r"message|call|ring|i prefer)(?! or)|(?:text|email|write|message|mail) (?:me|us),? (?:do not|not) "
    r"(?:call|ring|phone)|automated|not monitored|mailbox|phishing|conduct all|no reply|"
    r"directly and in writing)\b"
)
"""A later time, or another way to write: then a request that can be meant for now is meant for now."""
_CALL = frozenset({"call", "calling"})


WRITTEN_WEIGHS = 1.0
"""How much the grammar counts beside the fitted reader, in the reader's own units."""
ASKS_FROM = 0.3
"""A text that leans farther than this asks for it; chosen on sets left out while fitting (docs/drafts.md)."""


def stop_contact(text: str) -> str | None:
    """The words that ask for no more contact, as they were understood; None where nothing does."""
    said = unquoted(text)
    if said.strip(" .!\"'") in _ALONE:
        return "stop"
    if not _NOT_MEANT.search(said):
        parsed = clauses(said)
        written = as_written(said, parsed)
        lean, clause = leaning(parsed)
        if lean + (WRITTEN_WEIGHS if written else 0.0) > ASKS_FROM:
            return written or (clause.said(0, None) if clause else None)
    return stop_de_es(text)


def unquoted(text: str) -> str:
    """The text as it is meant, without what somebody else is quoted to have said."""
    return _QUOTED.sub(" ", meant(text))


def as_written(said: str, parsed: tuple[Clause, ...]) -> str | None:
    """The words in which the grammar finds it."""
    laughs = _LAUGHS.search(said) is not None
    found = next(filter(None, (_asks(clause, said, laughs=laughs) for clause in parsed)), None)
    if found is None and not laughs and _OF_CONTACT.search(said):
        again = _AGAIN_THIS.search(said)
        bare = (clause.strip(" .!\"'") for clause in re.split(r"[.!?;,\n]+", said))
        found = again[0].replace("_", " ") if again else next((b for b in bare if b and _BARE.fullmatch(b)), None)
    return found


def _asks(clause: Clause, said: str, *, laughs: bool) -> str | None:
    """The words of the clause that ask for it."""
    for relayed in RELAYED:
        match = relayed.search(clause.parts)
        if match is not None and not LIMITED.match(clause.parts[match.end() :]):
            return clause.said(*match.span())
    for way in WAYS:
        for match in way.parts.finditer(clause.parts):
            if match[0] and not _says_else(way, clause, match.start(), match.end(), said, laughs=laughs):
                return clause.said(*match.span())
    return None


def _says_else(way: Way, clause: Clause, start: int, end: int, said: str, *, laughs: bool) -> bool:
    """Whether the words around it are about somebody else, a time, a channel, or the opposite."""
    before, after, found = clause.parts[:start], clause.parts[end:], clause.parts[start:end]
    ever = EVER.search(found) is not None
    if REPORTED.search(before) or (laughs and not ever) or (way.wish and "right now" in clause.said(start, None)):
        return True
    asked = ASKED.search(before) is not None
    turned = TURNED.search(_bare_of_do(before)) is not None
    if way.demand and ((turned and not asked) or (clause.asks and not ASKABLE.search(before))):
        return True
    if way.wish and _DENIED.search(before):
        return True
    if not way.demand and (clause.asks or (way.open and _HAVING.search(before)) or (way.wish and _not_mine(before))):
        return True
    if LIMITED.match(after) and not (ever and not re.match("before|until|unless|if|while", clause.said(end, end + 1))):
        return True
    if TOPIC.match(after) and not ever and (PART["KIN"] in found or not STOPS.match(found)):
        return True
    if clause.said(start, end).endswith("called") and THINGS.match(after):
        return True
    if any(NAMED.match(clause.parts[k + 1 :]) for k in range(start, end) if clause.words[k] in _CALL):
        return True
    if way.open and not ever:
        placed = THINGS if STOPS.match(found) else PLACED
        return placed.match(after) is not None or _ANOTHER_WAY.search(said) is not None
    return False


def _bare_of_do(before: str) -> str:
    """Without the "do" of "do not", which belongs to what follows."""
    return before[:-1] if before.endswith(PART["DO"]) else before


_HAVING = re.compile(rf"^[^{PART['DEMAND']}]*[{PART['I']}{PART['WE']}]{PART['HAS']}$")
_DENIED = re.compile(f"{PART['NOT']}$")
_SOMEBODY = frozenset(PART[name] for name in ("SHE", "YOU", "HER"))


def _not_mine(before: str) -> bool:
    """Whether a wish is somebody else's: the nearest who before it is not the writer."""
    who = [part for part in before if part in _SOMEBODY or part in (PART["I"], PART["WE"], PART["MY"])]
    return bool(who) and who[-1] in _SOMEBODY
