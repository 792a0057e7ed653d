"""A text in; the numbers a linear reader of refusals looks at, out.

Three blocks, each of length 1 or empty: words and pairs of words, pieces of words (3 to 5 letters), and cues. A cue is
a turn of phrase that speakers of English use for one kind of refusal; what it weighs is fitted, not written here.
Pieces let a typo or an ending pass. Words and pieces are hashed (Weinberger et al. 2009, ICML), so that the fitted
numbers hold no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

import numpy as np

from walkaway.core.events import FloatArray

WORD_BINS = PIECE_BINS = 4096
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[?!]")
_SHORT = 4

_BODY = r"(?:some(?:one|body)|another|a different|else|other)"
CUES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        # circumstances that may change
        (
            r"\b(?:until|till|til|once|as soon as|when (?:the|our|my|you|we|they|i|there)|after|before|by the time|"
            r"while)\b"
        ),
        (
            r"\b(?:not|nothing|no \w+|can't|cannot|won't)\b.{0,30}\b(?:now|yet|at the moment|at this time|at present|"
            r"currently)\b"
        ),
        r"\b(?:right now|at the moment|at this time|at present|currently|for now|bad (?:time|moment)|timing)\b",
        r"\b(?:freeze|frozen|on hold|holding off|paus\w+|postpon\w+|delay\w+|on ice|stopp?ed|suspend\w+|backlog\w*)\b",
        (
            r"\b(?:next|this|coming|following|new) (?:day|week|weekend|month|quarter|half-year|half|term|semester|"
            r"season|year"
            r"|spring|summer|autumn|fall|winter|fiscal|round|cycle|budget|one|time)\b"
        ),
        (
            r"\b(?:january|february|march|april|june|july|august|september|october|november|december|may \d|in may|"
            r"till may|until may|spring|summer|autumn|winter|easter|christmas|holidays?|q[1-4]|monday|tuesday|"
            r"wednesday|thursday|friday|saturday|sunday|weekend|tomorrow|20\d\d|\d+(?:st|nd|rd|th))\b"
        ),
        (
            r"\b(?:in|for) (?:a|an|one|two|three|four|five|six|a few|a couple of|\d+|\w+teen) (?:more )?(?:day|week|"
            r"month|quarter|year)s?\b"
        ),
        (
            r"\b(?:again|back to (?:you|us)|later|revisit|reconnect|circle back|check back|come back|ping|remind|pick "
            r"(?:it|this|that) up|"
            r"stay in touch|reach out|touch base|follow up|another look|rain ?check|resched\w+)\b"
        ),
        (
            r"\b(?:busy|swamped|slammed|packed|crazy|hectic|full|tied up|locked in|overloaded|snowed under|exams?|"
            r"finals|deadline|travell?ing"
            r"|away|on leave|sabbatical|shifts?|reorg\w*|launch|migration|audit|merger|moving)\b"
        ),
        (
            r"\b(?:too early|early for|premature|pre-\w+|stage|prototype|traction|series [a-e]|seed|milestone|more "
            r"(?:revenue|growth|traction))\b"
        ),
        (
            r"\b(?:budget|budgets|budgeted|spending|fiscal|payday|paid|bonus|mortgage|grant|funds?|funding|renew\w*|"
            r"contract)\b"
        ),
        # grief, illness, not ready
        (
            r"\b(?:died|dead|death|passed away|funeral|grie\w+|mourning|loss|lost (?:my|our)|divorc\w+|separat\w+|"
            r"break-?up|broke up|"
            r"miscarriage|hospital|diagnos\w+|cancer|ill|sick|surgery|health|burn(?:t|ed)? ?out|depress\w+|anxi\w+|"
            r"therapy|heal\w*|"
            r"mental\w*|hurt|painful|over my ex|long relationship)\b"
        ),
        (
            r"\b(?:not|n't|never|no)\b.{0,20}\bready\b|\btoo soon\b|\bneed (?:some |more )?(?:time|space)\b|\bnot in "
            r"a (?:good )?(?:place|position)\b"
        ),
        # the offer and the need
        (
            r"\b(?:expensive|price|prices|priced|pricing|cost\w*|afford|rates?|quote|cheap\w*|spend|pay|salary|means|"
            r"margins?|valuation|"
            r"income|out of (?:our|my))\b"
        ),
        (
            r"\btoo (?:\w+ )?(?:big|small|large|far|long|short|old|young|senior|junior|high|low|expensive|much|little|"
            r"different|complex|"
            r"thin|heavy|loud|wide|basic|niche)\b|\b(?:over|under)qualified\b"
        ),
        (
            r"\b(?:we|i|they|the team|the role|the job)(?:'re| are|'m| am|'d| were| was|)? (?:also |just |"
            r"really |only )?(?:look(?:ing)? for|need(?:s|ed)?|requir\w+|prefer\w*|want(?:s|ed)?|after|hoping|rather)\b"
        ),
        (
            r"\b(?:fits?|fitting|match\w*|suit\w*|align\w*|compatib\w+|integrat\w+|relevant|appropriate|thesis|"
            r"focus\w*|mandate|strategy|"
            r"scope|criteria|use case|remit|sector|portfolio|conflict\w*|compet\w+|what we (?:do|need))\b"
        ),
        (
            r"\b(?:experience\w*|skills?|background|qualif\w+|licen[cs]\w*|certif\w+|degree|fluent|native|profile|"
            r"expertise|specialis\w+|"
            r"speciali[sz]\w+|visas?|sponsor\w*|leadership|knows?)\b"
        ),
        (
            r"\b(?:local|remote\w*|distance|location|located|on-?site|in person|relocat\w+|commut\w+|country|abroad|"
            r"based|hours away|outside)\b"
        ),
        r"\b(?:different|casual|serious|kids|children|religio\w+|faith|smok\w+|pets?|vegan|vegetarian|future|values)\b",
        (
            r"\b(?:we|i) (?:only|just) \w+|\b(?:we|i) (?:don't|do not|can't|cannot|never) (?:do|invest|let|rent|date|"
            r"hire|work|support|accept|take|"
            r"like|drink|ship|offer|cover|really)\b|\b(?:isn't|not|aren't) (?:my|our) thing\b|\bin-?house\b"
        ),
        (
            r"\balready (?:have|has|got|use|work|own)\b|\b(?:isn't|not|aren't) (?:for|what) (?:us|me|we)\b|\bmore "
            r"than (?:we|i)\b"
        ),
        # the wrong person to ask
        (
            r"\b(?:not|n't|isn't|wrong|longer)\b.{0,25}\b(?:my (?:area|call|decision|department|job)|right (?:person|"
            r"contact)|"
            r"wrong (?:person|department)|responsible|in charge|decide|decisions?|decision[- ]maker|the one|handle|"
            r"manage|deal with|owner)\b"
        ),
        (
            r"\b(?:talk|speak|write|reach out|send (?:it|this)) to (?!you\b|us\b|me\b|them\b)|\b(?:ask|contact|try|"
            r"call|email|forward\w*|connect) "
            r"(?!you\b|us\b|me\b|again\b|back\b|for\b|in\b)\w+|\bintro\w*|\bget in touch with\b"
        ),
        (
            r"\b(?:colleague|successor|boss|manager|supervisor|department|procurement|purchasing|headquarters|hr|cto|"
            r"cfo|ceo|head of|"
            r"board|committee|agency|assistant|intern|team lead|partner \w+)\b"
        ),
        (
            r"\b(?:left|leaving|retired|no longer (?:work|with|at|manage|handle|lead)|moved (?:on|to)|took over|any "
            r"more|anymore|any longer)\b"
        ),
        # this person cannot or will not
        (
            r"\b(?:feel(?:ing|ings)?|felt|chemistry|spark|romantic\w*|attract\w+|attraction|connection|click\w*|love|"
            r"in love|fancy|that way|like that|"
            r"as a friend|just friends?|be friends|friendship|my type|type|date you|vibe)\b"
        ),
        (
            r"\b(?:seeing (?:someone|somebody)|girlfriend|boyfriend|married|taken|engaged|my ex|met (?:someone|"
            r"somebody)|in a relationship|"
            r"break up|over between|single)\b"
        ),
        r"\b(?:not|n't|no|zero|lost|isn't)\b.{0,15}\b(?:interest\w*|want)\b",
        (
            r"\b(?:believe|belief|convict\w+|convinced?|confidence|trust|doubts?|excited|(?:the|this|your) team|"
            r"founder|get there)\b"
        ),
        (
            r"\b(?:happy with|satisfied|loyal\w*|switch\w*|stay(?:ing)? with|stick(?:ing)? with|for (?:years|ages|"
            r"decades)|\d+ years|our (?:current|present))\b"
        ),
        (
            r"\b(?:joke|joking|kidding|ridiculous|lol|waste\w*|scam\w*|laugh\w*|rubbish|terrible|overpriced|not a "
            r"chance|seriously|"
            r"good enough|why would)\b"
        ),
        (
            r"\b(?:internal\w*|in the family|keep(?:ing)? (?:it|the)|changed (?:my|our) minds?|not (?:for sale|sell)|"
            r"decided not to|"
            r"external|recruiters?|colleagues)\b"
        ),
        # not a no
        r"\?",
        (
            r"\b(?:maybe|perhaps|possibly|might|probably|not sure|unsure|on the fence|depends|we'll see|will see|"
            r"let's see|hmm+|idk)\b"
        ),
        (
            r"\b(?:think about|think it over|sleep on|consider\w*|let you know|get back to you|run it|discuss|"
            r"decid(?:e|ing)|decided yet|review\w*|"
            r"compar\w+|shortlist\w*|still|patience|inform you|process)\b"
        ),
        (
            r"\b(?:if|only if|provided|unless|as long as) (?:you|we|it|the)\b|\b(?:could|can|would|do) you\b|\bwe "
            r"could\b|\bhow about\b|\bbest price\b"
        ),
        r"\b(?:interesting|nice|details|posted|in the loop|updates?|deck|references|send)\b",
        r"\b(?:tonight|today)\b",
        # a no without a reason
        (
            r"\b(?:unfortunately|regret|sorry to|afraid|after careful|declin\w+|pass(?:ing)?|unable|not able|"
            r"reject\w*|turned down|sit this one out)\b"
        ),
        (
            r"\b(?:not|n't|won't)\b.{0,20}\b(?:selected|success\w+|mov(?:e|ing) (?:forward|ahead)|proceed\w*|chosen|"
            r"shortlist\w*|continu\w*|go(?:ing)? ahead|"
            r"tak\w+ (?:this|it)|further|pursu\w+)\b"
        ),
        r"\b(?:thank\w*|thx|wish|luck|all the best|success|interest in|application)\b",
        (
            r"\b(?:sold|gone|filled|closed|rented|found (?:a|someone|somebody)|accepted|awarded|went with|going with|"
            r"chose\w*|signed|picked|"
            rf"hired|better offer)\b.{{0,25}}(?:\b{_BODY}\b)?|\b{_BODY}\b.{{0,20}}\b(?:candidate|offer|bidder|agency|"
            r"applicant|vendor|supplier|buyer)\b"
        ),
        r"^\W*(?:no+|nah|nope|nay|no way|not for me|sorry|pass|i'd rather not|let's not|absolutely not)\b",
    )
)


def plain(text: str) -> str:
    """Lower case, straight quotes, single spaces."""
    return re.sub(r"\s+", " ", text.lower().replace("’", "'").replace("‘", "'")).strip()


def features(text: str) -> FloatArray:
    """The three blocks behind each other, and a 1 for a text of at most four words."""
    said = plain(text)
    words = [w if not w[0].isdigit() else "0" for w in _WORD.findall(said)]
    pairs = [f"{a} {b}" for a, b in zip(["^", *words], [*words, "$"], strict=True)]
    pieces = (f" {w} "[i : i + n] for w in words for n in (3, 4, 5) for i in range(len(w) + 3 - n))
    cues = np.array([cue.search(said) is not None for cue in CUES], np.float64)
    short = np.array([len(words) <= _SHORT], np.float64)
    return np.concatenate(
        [_hashed([*words, *pairs], WORD_BINS), _hashed(pieces, PIECE_BINS), _unit(cues) * CUE_WEIGHT, short * 0.5]
    )


CUE_WEIGHT = 1.5
"""The cues are few and say much; with a longer block the fit leans on them."""
LENGTH = WORD_BINS + PIECE_BINS + len(CUES) + 1


def _hashed(tokens: Iterable[str], bins: int) -> FloatArray:
    found = np.zeros(bins)
    for token in set(tokens):
        place, sign = _place(token, bins)
        found[place] += sign
    return _unit(found)


@lru_cache(maxsize=1 << 16)
def _place(token: str, bins: int) -> tuple[int, float]:
    code = crc32(token.encode())
    return code % bins, 1.0 if code >> 31 else -1.0


def _unit(block: FloatArray) -> FloatArray:
    length = float(np.sqrt(block @ block))
    return block / length if length else block
