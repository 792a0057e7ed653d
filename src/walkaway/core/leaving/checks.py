"""A draft, its context and a rule's patterns in; what a check saw, or None, out. One small function a check."""

from __future__ import annotations

import re

from walkaway.core.leaving.context import Context
from walkaway.core.leaving.price_checks import price_below_own_last, unasked_discount
from walkaway.core.leaving.seen import Check, Patterns, Seen, first_of, plain

WAIT_HOURS = 72
LONG_WORDS, LONGER_THAN_THEIRS = 60, 5


# --- context ----------------------------------------------------------------------------------------------------------

_NUDGE = re.compile(
    (
        r"\?\?|^\W*(?:hey|hi|hello|yo|good (?:morning|afternoon|evening|night))\b[^.!?,\n]{0,15}\W*$|"
        r"\b(?:did (?:you|u) (?:get|see|read|receive|have)|any (?:updates?|news|thoughts|word|progress|"
        r"luck)|"
        r"check(?:ing)? (?:in|back|whether|if|on)|checking|"
        r"follow(?:ing)?[- ]?up|bump\w*|ping\w*|circl\w+ back|touch\w* base|nudg\w+|remind\w*|still "
        r"(?:there|on|"
        r"interested|waiting|up for)|(?:are )?(?:you|u) there|answer(?! (?:(?:it|them|this|that) )?by)|reply|"
        r"repl(?:y|ies|ied)|respond\w*|response|hear(?:d)? (?:back|from)|waiting|ignor\w+|say something|"
        r"my (?:last|"
        r"previous|other) (?:\w+ )?(?:messages?|emails?|mails?|texts?)|"
        r"read (?:my|it)|seen (?:my|it|this)|get back to me|wondering|making sure|g[eo]t lost|slip\w* "
        r"through|top of "
        r"your|in case you missed|wanted to (?:check|ask|see|know|follow)|just (?:want\w+|seeing|curious|"
        r"asking)|"
        r"sorry (?:for|to|about) (?:text|writ|bother|messag|bug|spam|chas|ask)\w*|so many (?:messages|"
        r"texts)|guess "
        r"(?:you|u)|hello|why (?:are|do|don't|won't|aren't|didn't|haven't) (?:you|u))\b"
    ),
    re.IGNORECASE,
)
_PUT_RIGHT = re.compile(
    (
        r"^\s*\*\w|\b(?:correction|typo|i meant|meant to (?:say|write)|(?:the )?(?:wrong|old|right|correct|missing|"
        r"updated) (?:file|link|date|version|address|number|attachment|time|one|place|day|size|figures?|amount|"
        r"price|colou?r|model|room|street|floor|total|"
        r"document|invoice|name)|forgot (?:to (?:attach|add|mention|say|include)|the (?:attachment|link|file))|"
        r"(?:ignore|disregard|forget) (?:my|the) (?:\w+ )?(?:messages?|e?mails?|texts?|last|previous)|"
        r"(?:file|link|date|number|attachment|time|place|day|invoice|name) (?:was|is) (?:wrong|not right)|"
        r"autocorrect|instead of \w+day|not \w+day)\b"
    ),
    re.IGNORECASE,
)
_DANGER = re.compile(
    (
        r"\b(?:accident|crash\w*|collapsed?|injured|storm|hurricane|earthquake|quake|flood\w*|wildfire|fire|shooting|explosion|emergency|hospital|"
        r"ambulance|police|evacuat\w+|urgent|gas leak|"
        r"saw the news|(?:get|got|made it) home (?:safe|ok)|are you safe|is everyone safe|not safe)\b"
    ),
    re.IGNORECASE,
)
_NEWS = re.compile(
    (
        r"\b(?:(?:just|now) (?:received|got|heard|landed|arrived|found|signed|closed|finished|confirmed|left)|"
        r"(?:another|new|second) offer|has (?:changed|moved|been)|have (?:changed|moved|been)|"
        r"(?:is|was|got|are) (?:now )?(?:cancelled|canceled|postponed|moved|delayed|ready|closed|sold)|running late|"
        r"be (?:there|late)|on my way|landed|arriv\w+|one more thing|p\.?s\.?|btw|"
        r"by the way|fyi|heads[- ]up|quick update|update:|good news|attached|here (?:is|are|'s) (?:the|my|a)|the "
        r"(?:code|key|gate|door|train|flight|bus|address) (?:is|are|to)|"
        r"happy birthday|congrat\w*|need to (?:answer|decide|sign) by|deadline|i'll be|i will be|we (?:passed|reached|"
        r"hit|signed|closed))\b|\bnew(?:s|:)"
    ),
    re.IGNORECASE,
)
_TO_THEM = re.compile(r"\?|\b(?:you|your|yours|u|ur|me)\b", re.IGNORECASE)


def double_text(text: str, context: Context, _any_of: Patterns, _unless: Patterns, _least: int) -> Seen | None:
    """One message of mine unanswered for under 72 hours, or two at all, and this one brings nothing new."""
    waiting, hours = context.unanswered_before, context.hours_since_my_last
    soon = waiting == 1 and hours is not None and hours < WAIT_HOURS
    if not (soon or waiting > 1):
        return None
    said = plain(text)
    nudges = _NUDGE.search(said) is not None
    new = _PUT_RIGHT.search(said) or _DANGER.search(said) or (_NEWS.search(said) and not nudges)
    wordless = bool(said.strip()) and re.search(r"\w", said) is None
    if new or not (nudges or wordless or _TO_THEM.search(said)):
        return None
    count = "One message" if waiting == 1 else f"{waiting} messages"
    verb = "has" if waiting == 1 else "have"
    return Seen(None, {"waiting": f"{count} of yours {verb} no answer yet"})


_ACCEPTS = re.compile(
    (
        r"\b(?:thank\w*|thx|cheers|understood|i (?:do |totally |fully |completely )?understand|fair enough|got it|no "
        r"worries|no problem|no hard feelings|all the best|best of luck|good luck|"
        r"take care|wish(?:ing)? you|i (?:\w+ )?(?:respect|accept|appreciate)|respect (?:your|that|the)|goodbye|"
        r"congrat\w*|sounds fair|that's (?:ok|okay|fine|fair|alright)|(?:fine|ok|okay|good) (?:by|with) (?:me|us)|"
        r"all good|not a problem|never ?mind|(?:that )?makes sense|understandable|as you (?:wish|like|prefer)|"
        r"leave it (?:there|at that)|"
        r"(?:i|we)(?:'ll| will)\b[^.!?]{0,40}\b(?:instead|elsewhere|someone else|ourselves|myself)|"
        r"okay|ok|alright|no pressure|sorry to hear|(?:a )?pity|it was (?:nice|good|great|lovely))\b"
    ),
    re.IGNORECASE,
)
_ASKS_AGAIN = re.compile(
    (
        r"\b(?:reconsider\w*|rethink|think again|think it over|chang\w+ your mind|(?:absolutely|really|"
        r"completely|"
        r"totally|quite) (?:sure|certain)|are (?:you|u) sure|"
        r"(?:one|another|a second|second|last) (?:more |last |final )?(?:chance|shot|try|look|go|date|"
        r"call|meeting|talk|coffee|dinner)|can(?:'t|not) hurt|couldn't hurt|what if|still "
        r"(?:think|believe|feel|hope|want|convinced)|"
        r"why (?:not|did|won't|don't|can't|didn't|would)|disagree|(?:a|big|huge|making a) mistake|regret|"
        r"convinc\w+|"
        r"beg(?:ging)?|at least (?:a|an|one|let|give|meet|consider|hear|tell|try)|"
        r"would you (?:consider|be open|think|at least|still|change)|open to (?:it|another|trying|a|one)|"
        r"give (?:me|"
        r"us|it|this) (?:a|another|one|some|time)|"
        r"but (?:what|could|can|would|please|maybe|perhaps|if you|don't you|we could|i could|i can|i "
        r"think|i really|i "
        r"still|have you|surely|is there|hear|let)|"
        r"(?:i|we) (?:can|could|would|will|'d|'ll)(?: also| even| still| happily| gladly)? (?:lower|drop|"
        r"reduce|offer|"
        r"change|do (?:it|anything|better|more)|make it|match|go down|cut|adjust|wait)|"
        r"any(?:thing| thing)? (?:i|we|else i|else we) (?:can|could)|any (?:chance|way|position|role|"
        r"possibility)|is "
        r"there (?:really )?no|please (?:don't|just|let|give|reconsider|tell|think|meet|hear|consider)|"
        r"won't take no|not (?:taking|accept\w*) (?:no|that)|how about|could we (?:still|at least|try|"
        r"maybe|just)|can "
        r"we (?:still|at least|try|just|talk|meet)|(?:i|we)(?:'d| would)(?: still| really| so)* (?:love|"
        r"like|want)(?: "
        r"still)? to (?:present|show|meet|explain|try|discuss|talk|work|see you|pitch|prove)|let me "
        r"(?:explain|show|"
        r"prove|try)|all the same|(?:weigh|vote|decide|judge|assess|evaluate)\b[^.!?]{0,25}\bagain|"
        r"would you (?:stay|come back|take (?:it|us|me) back|go on|say yes)|lay out (?:the|my|our)|"
        r"can (?:i|we) (?:have|get|take|steal|borrow|book)\b[^.!?]{0,12}\b(?:minutes?|mins?|hour|call|moment)|"
        r"(?:your|the|that) (?:view|reading|picture|take|read)\b[^.!?]{0,30}\b(?:is|was)\b[^.!?]{0,12}\b(?:off|wrong|"
        r"mistaken|dated|unfair))\b"
        r"|\b(?:might|could|would) (?:the|your) \w+ (?:\w+ )?(?:again|reconsider|revisit|allow|stretch|still)\b"
    ),
    re.IGNORECASE,
)
_CONDITION_MET = re.compile(
    (
        r"\b(?:(?:you|u) (?:had )?(?:said|asked|told|mentioned|suggested|wanted|wrote|invited)\b.{0,60}\b(?:(?:come|"
        r"get|check|report|circle|write) back|again|once|when (?:we|i|you|the)|after|until|get in touch|contact|"
        r"updates?|apply)\b|"
        r"as (?:you )?(?:asked|agreed|suggested|discussed|requested|you said|promised)|per your (?:request|note)|"
        r"(?:your|the) condition|you were waiting for|(?:you|u) (?:asked|wanted|waited|were waiting) (?:for|to see)|"
        r"you needed)\b"
    ),
    re.IGNORECASE,
)
_PRACTICAL = re.compile(
    (
        r"\b(?:invoice\w*|keys?|jacket|coat|charger|my (?:stuff|things|books?|clothes|bag)|deposit|pick (?:up|it up|"
        r"them up)|collect|drop (?:off|it off|them off)|return (?:the|your|my)|"
        r"hand(?:ing)? ?over|paperwork|documents?|certificate|reference letter|feedback|refund|last (?:bill|payment|"
        r"rent)|lease|belongings|the (?:parcel|ticket|tickets)|nda|files)\b"
    ),
    re.IGNORECASE,
)


_CONDITION = re.compile(
    (
        r"\b(?:without|unless|only (?:if|with|when)|if you|until|once you|as soon as|when you|as long as|needs? "
        r"(?:an?|the|you|to)|(?:write|call|ask|ping|contact|text|come|get) (?:me |us |back |again |to |in |touch )*"
        r"(?:in|after|when|once|if|with))\b"
    ),
    re.IGNORECASE,
)
_THING = re.compile(r"\d[\d.,]*\d|\b[^\W\d_]{5,}\b")


def _meets_condition(said: str, their_last: str | None) -> bool:
    """Whether their no named a condition and the draft speaks of it: "unless you come down to 700", "700 is fine"."""
    named = _CONDITION.search(their_last or "")
    if their_last is None or named is None:
        return False
    return bool(set(_THING.findall(their_last[named.start() :].lower())) & set(_THING.findall(said.lower())))


def reopening_no(text: str, context: Context, _any_of: Patterns, _unless: Patterns, _least: int) -> Seen | None:
    """They said no and it stood; this neither accepts it, nor meets what they had asked for, nor is about a thing."""
    if not context.settled_no_before:
        return None
    said = plain(text)
    again = _ASKS_AGAIN.search(said)
    settled = any(way.search(said) for way in (_ACCEPTS, _CONDITION_MET, _PRACTICAL))
    if again is None and (settled or _meets_condition(said, context.their_last)):
        return None
    return Seen(again.span() if again else None)


_REQUEST = re.compile(
    (
        r"\?|\b(?:(?:can|could|may|might) (?:i|we) (?:have|get|see|borrow|know|ask|read)|tell (?:me|us)|"
        r"send (?:me|us|it|over|your|a|the)|share|explain|describe|walk (?:me|us)|give (?:me|"
        r"us)|let (?:me|us) know|could you|can you|would you|"
        r"(?:would|'d) (?:love|like) to (?:hear|see|know|read|understand)|please (?:send|write|explain|provide|answer|"
        r"share|tell|give|add|list)|curious|keen to|"
        r"(?:look(?:ing)? forward|happy|glad) to (?:hear\w*|read\w*|see\w*|learn\w*)|more (?:info\w*|details?|about)|"
        r"questions?|need (?:to know|more|the|a|your)|want to (?:know|hear|understand|see)|"
        r"what(?:'?s| about| is| are| do| would| went| happened)|"
        r"how(?:'s| was| were| is| are| did| do| does| would| much| long| many)|full account|why)\b"
    ),
    re.IGNORECASE,
)


def asked_something(their_last: str) -> bool:
    """Whether their last message asks for an answer."""
    return _REQUEST.search(plain(their_last)) is not None


def excess_length(text: str, context: Context, _any_of: Patterns, _unless: Patterns, _least: int) -> Seen | None:
    """Sixty words or more, five times theirs or more, and they asked for nothing."""
    if context.their_last is None or asked_something(context.their_last):
        return None
    mine, theirs = len(text.split()), max(1, len(context.their_last.split()))
    if mine < LONG_WORDS or mine < LONGER_THAN_THEIRS * theirs:
        return None
    return Seen(None, {"mine": str(mine), "theirs": f"{theirs} word{'' if theirs == 1 else 's'}"})


def unasked_answer(text: str, context: Context, any_of: Patterns, unless: Patterns, _least: int) -> Seen | None:
    """It says that it answers a question, and their last message asked none."""
    if context.their_last is None or asked_something(context.their_last):
        return None
    found = first_of(any_of, plain(text))
    return Seen(found.span()) if found and not first_of(unless, plain(text)) else None


# --- wording ----------------------------------------------------------------------------------------------------------


def pattern(text: str, _context: Context, any_of: Patterns, unless: Patterns, at_least: int) -> Seen | None:
    """At least so many places where one of the patterns is found, and none of the others."""
    said = plain(text)
    if first_of(unless, said):
        return None
    spans = sorted({match.span() for each in any_of for match in each.finditer(said)})
    return Seen((spans[0][0], max(end for _, end in spans))) if len(spans) >= at_least else None


_JOINT = re.compile(r",|;|:| - |\b(?:and|but|plus|also|so|because|cos|since|as|or)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"^\W*(?:(?:and|but|plus|also|so|because|cos|since|then|as|last \w+|if|when|though|only|in \w+|really|honestly|"
    r"frankly) )*(?:i|i'\w+|we|we'\w+|you|you'\w+|he|he's|she|she's|it|it's|they|they're|there|there's|that|that's|"
    r"my|our|his|her|their|the|this|mum's?|dad's?|nobody|everyone|everybody|[a-z]+'s|[a-z]+s?) "
    r"(?:\w+ ){0,4}?(?:\w+(?:s|ed|'s|'ve|'re|'d|'ll|n't)|am|is|are|was|were|have|has|had|do|does|did|will|would|can|"
    r"could|should|might|must|need|want|got|get|went|took|gave|said|told|ran|broke|cost|keep|kept|live|work|feel|know|"
    r"think|start|don't)\b",
    re.IGNORECASE,
)
_SIMPLE = re.compile(
    r"\?|\b(?:no|not|nah|nope|can't|cannot|won't|unable|pass on|sorry|yes|yep|yeah|ok|sure|fine|works|confirmed|accept|"
    r"could (?:i|you|we)|can (?:i|you|we)|may i|please|need(?:ed)?|rather|instead|i'll|i'd|it's|is|are|just|would)\b|"
    r"[$£€]? ?\d",
    re.IGNORECASE,
)
_DEFENDS = re.compile(
    r"\b(?:because|cos|coz|since|so|only|anyway|though|otherwise|plus|also|too|but|as|just|not|reason|thing is|"
    r"\w+n't|cannot|isnt|dont|last (?:week|year|month|time)|already)\b",
    re.IGNORECASE,
)
_ANSWER_WORDS, _DEFENCES = 30, 2
"""Words in which a simple yes, no, price or request is said; what stands after them is its defence."""


def reasons(text: str, context: Context, any_of: Patterns, _unless: Patterns, at_least: int) -> Seen | None:
    """At least so many clauses strung together in one sentence to defend a plain answer, price or request, where nobody
    asked for details (`any_of`).
    """
    if context.their_last is not None and first_of(any_of, plain(context.their_last)):
        return None
    said = plain(text)
    for sentence in re.finditer(r"[^.!?\n]+", said):
        strung = sum(bool(_CLAUSE.search(part)) for part in _JOINT.split(sentence[0]))
        before = said[: sentence.start()].split()
        first = _JOINT.split(sentence[0])[0]
        simple = len(before) <= _ANSWER_WORDS and _SIMPLE.search(" ".join(before) or first)
        if strung >= at_least and simple and len(_DEFENDS.findall(sentence[0])) >= _DEFENCES:
            return Seen(sentence.span())
    return None


CHECKS: dict[str, Check] = {
    check.__name__: check
    for check in (
        double_text, reopening_no, excess_length, unasked_answer, price_below_own_last, unasked_discount, pattern,
        reasons,
    )
}  # fmt: skip
