"""A text in; whether it asks for no more contact, out, with the words that say so. A rule, not a model.

Missing one costs more than a false alarm, and both cost much: after a stop the program shows no draft, no date and no
forecast. So the rule looks for the ways English has of saying it (stop doing, do not do, no more of it, leave me,
delete my number, take me off the list, I do not want it, or else), and then lets go where the sentence says something
else: about another person, about a time, a place or a channel, or the opposite ("never stop writing").
Some German and Spanish is read too. English typos are forgiven where the word can be no other.
"""

from __future__ import annotations

import re
from functools import lru_cache

from walkaway.core.redirect.stop_ways import ALONE, BARE, WAYS, WRITING

# --- the words as they are meant --------------------------------------------------------------------------------------

_SHORTHAND = {
    "plz": "please", "pls": "please", "u": "you", "ur": "your", "dont": "don't", "dnt": "don't", "doncha": "don't",
    "wont": "won't", "cant": "can't", "didnt": "didn't", "txt": "text", "txting": "texting", "msg": "message",
    "msging": "messaging", "stp": "stop", "stahp": "stop", "nvr": "never", "abt": "about", "cal": "call",
    "anymore": "any more", "e-mail": "email", "e-mails": "emails", "e-mailing": "emailing", "nomore": "no more",
    "im": "i'm", "ive": "i've", "wanna": "want to", "gonna": "going to", "cnt": "can't", "cntact": "contact",
    "ever": "ever", "wld": "would", "cll": "call", "unsub": "unsubscribe", "textin": "texting", "callin": "calling",
    "callling": "calling", "messagin": "messaging", "pleez": "please", "plese": "please", "telephone": "phone",
    "telephoning": "phoning", "youre": "you're", "ya": "you", "wouldnt": "wouldn't", "doesnt": "doesn't",
    "shouldnt": "shouldn't", "evr": "ever", "sotp": "stop", "tsop": "stop", "stopp": "stop", "tetx": "text",
    "tex": "text", "calll": "call", "hav": "have", "thier": "their", "wnat": "want", "lve": "leave",
    "leve": "leave", "agen": "again",
}  # fmt: skip
_KEYS = (
    "contact", "contacting", "message", "messaging", "messages", "texting", "emailing", "emails", "calling", "writing",
    "leave", "again", "alone", "longer", "number", "unsubscribe", "communication", "further", "never", "please",
    "delete", "remove", "bother", "bothering", "reaching", "correspondence",
)  # fmt: skip
_OTHER_WORDS = frozenset(
    """
    waiting testing tasting wasting contract contracts massage massages massaging along culling falling loner lumber
    pleased fever lever sever numbers removed removes deleted leaves leaved contacts contacted massaged brother both
    bothered bothers teaching preaching messaged remote mailing nearer neither nerve pleasure leaver
    email text emailed nummer numero whiting waning rating texted vexing boring calming caring
    """.split()  # noqa: SIM905
)
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*|\d+|[^\w\s]|\s+")
_CLAUSE = re.compile(r"[.!?;\n]+(?=\s|$)|\n+|\s+[-–—]\s+")


_ONE_BY_ONE = re.compile(r"(?:^|(?<=[.!?]\s))(?:[a-z']+[.!]+\s+){2,}[a-z']+[.!]*")
"""Stop. Calling. Me."""


def _meant(text: str) -> str:
    """Lower case, shorthand written out, typos of the words that matter put right, letters drawn out cut short."""
    said = text.lower().replace("’", "'").replace("‘", "'").replace("´", "'")
    said = re.sub(r"([^\W\d_])\1{2,}", r"\1", said)
    said = _ONE_BY_ONE.sub(lambda match: re.sub(r"[.!]+\s*", " ", match[0]), said)
    return re.sub(r"\s+", " ", "".join(_put_right(t) for t in _TOKEN.findall(said))).strip()


@lru_cache(maxsize=4096)
def _put_right(token: str) -> str:
    if token in _SHORTHAND:
        return _SHORTHAND[token]
    if len(token) < 4 or token in _KEYS or token in _OTHER_WORDS or not token.isalpha():
        return token
    return next((key for key in _KEYS if _one_slip(token, key)), token)


def _one_slip(token: str, key: str) -> bool:
    """One letter too many, too few, wrong, or two swapped (Damerau 1964); never the first letter."""
    if token[0] != key[0] or abs(len(token) - len(key)) > 1 or len(key) < 5:
        return False
    same = next((i for i, (a, b) in enumerate(zip(token, key, strict=False)) if a != b), min(len(token), len(key)))
    if len(token) == len(key):
        swapped = token[same : same + 2] == key[same : same + 2][::-1] and token[same + 2 :] == key[same + 2 :]
        return swapped or token[same + 1 :] == key[same + 1 :]
    long, short = (token, key) if len(token) > len(key) else (key, token)
    return long[same + 1 :] == short[same:]


# --- where the sentence says something else ---------------------------------------------------------------------------

_ASKED = re.compile(
    r"(?:\b(?:rather|prefer\w*|ask\w*|told|tell\w*|need|want|like|love|appreciat\w+|grateful|wish|insist\w*|"
    r"request\w*|better|best|glad|happy|thank\w*|"
    r"requir\w+|demand\w*|expect|order\w*|instruct\w*|urg\w+|warn\w*|beg|could|would|can|will|may|must|should|"
    r"have)\b[^.!?;]{0,40}\byou(?:'d| would| could| can| will)?(?: please| kindly| just)?(?: to| not to| not)?"
    r"|\b(?:could|would|can|will|may|must|should) you (?:please |kindly |just |maybe |mind )*|\byou (?:must|should|"
    r"need to|have to|are|are to|may)"
    r"|\bto cease and|\bplease|\bkindly)\s*$"
)
"""Directly before the words: somebody is asked to. It outranks what would turn them round."""
_WISHED = re.compile(r"\b(?:want|wish|care|need)\b")
_NOT_THEM = re.compile(
    r"(?:\b(?:do not|don't|never|can't|cannot|can not|couldn't|could not|won't|will not|wouldn't|didn't|did not|"
    r"doesn't|does not|nobody|no one)"
    r"(?: \w+){0,2}|\bi'll|\bi will|\bi would|\bi'd|\bi can|\bi could|\bi(?: \w+)? (?:had to|did|do|should|might|may|"
    r"want to|need to|never)|\bi|\bwe'll|\bwe will|\bshould (?:i|we)|\bshall (?:i|we)|\bcan i|\bcould i|"
    r"\bdid (?:i|you|we|he|she|they)|\b(?:why|when|how come) (?:\w+ ){0,2}you|\byou(?:'ve| have)?|\byou(?:'ll|'d| "
    r"will| would| might| may| could)(?: \w+)?|\b(?:do|does|did|can|could|are) (?:you|we|they|people)(?: (?:ever|"
    r"really|even))?|\bwe|\bwhy|\bwhy (?:are|were|have) you|(?:want|need|ask|asked|asks|tell|told|tells|like|begged?|"
    r"wants|prefer) (?:me|us|him|her|them|\w+) to|\basked (?:him|her|them|us|me)"
    r"|\b(?:he|she|it|they|who|ex|nobody|boss|people|everyone|everybody|someone|somebody|client|she's|he's|they're|"
    r"kids|mother|mum|mom|dad|bank|brother|sister)(?: \w+){0,3}"
    r"|\bto (?:him|her|them)|\bif you want|\bcan you ever|\b(?:but )?you never)\s*$"
)
_REPORTED = re.compile(
    r"\b(?:never|not|\w+n't) (?:\w+ )?(?:ask|asked|tell|told|expect|say|said|mean|meant)\b|\b(?:he|she|they|(?:my |"
    r"her |his )?(?:ex|boss|client|customer|mother|mum|sister|brother|friend)|someone|somebody|everyone|people|(?:ask|"
    r"asked|told|tell) (?:me|us|him|her|them))"
    r"(?: \w+){0,3}? ?(?:said|says|told|asked|asks|tells|wants|won't|wouldn't|keeps|kept|never)\b|\b(?:asked|told|"
    r"asking|tells?) (?:us|me|him|her|them|the \w+)(?: never)?(?: to| not to)?\b|\b(?:did|does|has|had) (?:he|she|"
    r"they)\b|\b(?:was|were|been|got) (?:\w+ )?(?:asked|told|instructed|advised|warned)\b"
)
_LIMIT = re.compile(
    r"^\W*just (?:come|drop|walk|knock)\b|"
    r"^\W*(?:please )?(?:(?:before|until|till|after|between|while|when|during|if|unless|except|about|regarding|"
    r"concerning|by (?:phone|post|mail|email|text|fax)|"
    r"as|via|at (?:\d|noon|night|work|home|the|lunch|school)|on (?:the|my|mon|tues|wednes|thurs|fri|satur|sun|"
    r"weekends)|tonight|today|tomorrow|this (?:morning|week|evening|afternoon)|"
    r"yet|so (?:late|early)|to (?:ask|check|say|tell|thank|see)|like that|names?|late|early|because|for (?:a (?:while|"
    r"few|bit|week|month)|the (?:moment|time)|now|\d|this|that|advice|work)|"
    r"with (?!you\b|me\b|us\b|immediate|each)\w+|and (?:meet|have|see|talk|call|speak|write|use)|instead|over (?:the "
    r")?|in (?:the (?:morning|evening|office)|public|front|spanish|english|german|bed)|with (?:problems|questions|"
    r"that|your problems)|through|off)\b"
    r"|,? ?(?:just |instead |rather |only |simply )?(?:use|write|text|call|email|message|ask|contact|send|ring|the "
    r"\w+ (?:is|are|sleeps|works)|i'm (?:driving|asleep|at|in|busy|on|out|sleeping|working)|i am (?:driving|at|in|on|"
    r"out)|it's (?:late|early|broken|loud|off)|we're (?:in|at|out|on))\b(?! (?:is|are|must|to|me a)))"
)
_NAMED = re.compile(r"^ (?!again\b|any\b|now\b|please\b|at\b|ever\b|on\b|or\b|and\b|dude\b|man\b)\w+")
"""After "call me": a name for somebody, and no call."""
_GIVEN = re.compile(
    r"^ (?:the|a|an|that|this|those|these|any|your|my|some|stuff|files?|links?|it)\b(?! (?:way|whole|time|again|"
    r"more))|^,? (?:we'll|i'll|i will|we will) (?:call|write|text|email|contact|message|be in touch|get)"
)
"""After "email me": what is not to be sent, or who will write instead."""
_CEASED = re.compile(r"(?:stop|quit|cease)\b.*\b(?:me|us)$")
_ABOUT = re.compile(r"^ (?:about|at|on|over|because|with)\b")
"""Stopping is not less of a demand for naming what about, or where."""
_NOT_YET = re.compile(r"^\W*(?:\w+ ){0,2}?(?:before|until|till|unless|yet|what|how|why|whether|where|if you (?!do))\b")
_TWICE = re.compile(r"\b(?:again|any more|any longer|ever|never|for good|further|henceforth)\b")
_LAUGHS = re.compile(r"\b(?:lol|haha+|hehe+|lmao|rofl|jk|xd)\b|[:;]-?[)dp]|😂|🤣|😅|😉|😘")
_OPPOSITE = re.compile(
    r"\b(?:don't|do not|never|can't|cannot|couldn't|won't|wouldn't|please don't|didn't|doesn't|not) (?:ever |want "
    r"(?:you )?to |want |let me |wanna |you )?(?:stop|quit|leave|cease|go away)\b"
    r"(?! (?:by|it|me (?:a )?(?:message|note)|a )\b)"
    r"|\bhesitate\b"
)


def stop_contact(text: str) -> str | None:
    """The words that ask for no more contact, as they were understood; None where nothing does."""
    said = _meant(text)
    if said.strip(" .!\"'") in ALONE or (BARE.search(said) and WRITING.search(said) and not _LAUGHS.search(said)):
        return "stop"
    for clause in _CLAUSE.split(said) if said else ():
        for way, demand in WAYS:
            for match in way.finditer(clause):
                if not _says_else(clause, match.start(), match.end(), demand=demand):
                    return match[0].strip(" ,")
    return None


def _says_else(clause: str, start: int, end: int, *, demand: bool) -> bool:
    """Whether the sentence around the match is about somebody else, a time, a channel, or the opposite."""
    before, after, found = clause[:start], clause[end:], clause[start:end]
    opposite = _OPPOSITE.search(clause)
    if opposite and opposite.end() > start and not found.startswith(("don't", "do not", "never", "not")):
        return True
    if opposite and opposite.start() <= start < opposite.end():
        return True
    turned = demand and not _WISHED.search(found) and not _ASKED.search(before) and _NOT_THEM.search(before)
    if turned or _REPORTED.search(before):
        return True
    limited = _LIMIT.match(after) and not _TWICE.search(found) and not (_CEASED.match(found) and _ABOUT.match(after))
    if limited or _NOT_YET.match(after):
        return True
    if _GIVEN.match(after) and not _TWICE.search(found) and found.endswith((" me", " us")):
        return True
    if re.search(r"\bcall(?:ing)? (?:me|us)$", found) and _NAMED.match(after):
        return True
    return _LAUGHS.search(clause) is not None and not _TWICE.search(clause)
