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

# --- the words as they are meant --------------------------------------------------------------------------------------

_SHORTHAND = {
    "plz": "please", "pls": "please", "u": "you", "ur": "your", "dont": "don't", "dnt": "don't", "doncha": "don't",
    "wont": "won't", "cant": "can't", "didnt": "didn't", "txt": "text", "txting": "texting", "msg": "message",
    "msging": "messaging", "stp": "stop", "stahp": "stop", "nvr": "never", "abt": "about", "cal": "call", "anymore": "any more",
    "e-mail": "email", "e-mails": "emails", "e-mailing": "emailing", "nomore": "no more", "im": "i'm", "ive": "i've",
    "wanna": "want to", "gonna": "going to", "cnt": "can't", "cntact": "contact", "ever": "ever", "wld": "would", "cll": "call", "unsub": "unsubscribe", "textin": "texting", "callin": "calling",
    "callling": "calling", "messagin": "messaging", "pleez": "please", "plese": "please", "telephone": "phone", "telephoning": "phoning",
    "youre": "you're", "ya": "you", "wouldnt": "wouldn't", "doesnt": "doesn't", "shouldnt": "shouldn't", "evr": "ever", "sotp": "stop", "tsop": "stop",
    "stopp": "stop", "tetx": "text", "tex": "text", "calll": "call", "hav": "have", "thier": "their", "wnat": "want", "lve": "leave", "leve": "leave", "agen": "again",
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


def _meant(text: str) -> str:
    """Lower case, shorthand written out, typos of the words that matter put right, letters drawn out cut short."""
    said = text.lower().replace("’", "'").replace("‘", "'").replace("´", "'")
    said = re.sub(r"([^\W\d_])\1{2,}", r"\1", said)
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


# --- the ways of saying it --------------------------------------------------------------------------------------------

_US = (
    r"(?:me|us|my (?:\w+ )?(?:family|wife|husband|kids|children|daughter|son|mother|mum|mom|parents|sister|brother|team|staff|client|firm|business|organisation|organization|life|colleagues"
    r"|employees|friends|house|home|work|job|phone|number|partner|company|office|reception|line|inbox|mobile|address|email|account|mailbox|door|place|workplace|boss)|our (?:\w+ )?(?:family|firm|organisation|organization|client|team|staff|employees|colleagues|office|"
    r"company|house|home|customers|clients|members|reception|line|number|mailbox|inbox|door|department|business|premises|buyers|people|phone)|this (?:number|address|email|account|inbox|mailbox|office|phone))"
)
_END = r"(?=\W*$|\W*(?:\s(?:please|now|already|ok|okay|thanks|thank you|everyone|at all|for good|(?:and|or) (?:do|don't|leave|delete|block|never|stop|lose|go|i|remove|please|let|get|stay)|kthx|immediately|right now|entirely|"
_END += r"altogether|completely|you|i mean it|from now on|from here on|going forward)\b)|\s*[,:)(]| from (?:now|here) on)"
_AGAIN = r"(?:again|any more|any longer|ever|further|henceforth|in (?:the|any) future|for good|in any (?:way|form)|at all|from now on)"
_ADVERBS = r"(?:(?:otherwise|in any way|permitted|allowed|authori[sz]ed|welcome|invited|supposed|free|to|be|expect|seek|presume|think of|ever|even|please|just|kindly|you|dare|dare to|try to|try and|attempt to|bother to|bother|continue to|keep|go on|come and|directly|you dare)\s+)*"
_VERB = r"(?:contact|message|text|email|phone|ring|dm|pm|whatsapp|mail|bother|bug|hassle|stalk|hound|interact with|engage with|write to|talk to|speak to|reach out to|get in touch with|communicate with|correspond with|harass|pester|approach|disturb|spam|pitch|chase|cold[- ]call|solicit|visit|ping|call)"
_SEND_WHAT = (
    r"(?:(?:any|these|those|your|more|all|further|such|other|the|of|sales|marketing|cold|unsolicited|promotional|daily|constant) )*"
    r"(?:emails?|mails?|messages?|texts?|letters?|proposals?|offers?|newsletters?|marketing|brochures?|catalog\w*|correspondence|spam|stuff|things|"
    r"anything|dms?|requests|invit\w+|promotions?|ads|adverts?|quotes?|mailings?|pitches|notes|pictures|pics|voice ?notes|links)"
)
_GERUND = (
    rf"(?:(?:contacting|messaging|texting|emailing|phoning|ringing|dming|pming|mailing|whatsapping|visiting|approaching|soliciting|pitching|pinging)"
    rf"(?: (?:or|and) \w+ing)*(?: {_US}\b(?! (?:to|for|so|that|when|while|as|instead|by) )|{_END})"
    rf"|(?:bothering|harassing|pestering|bugging|stalking|spamming|chasing|hounding|hassling|following) {_US}\b"
    rf"|calling(?: (?:or|and) \w+ing)*(?: (?:me|us){_END}| (?:my|our|this|the) (?:\w+ )?(?:number|phone|house|home|office|work|mobile|family|line)\b| {_US}(?: (?:at|on|in|all|every|about|over|from|during)\b)| (?:my|our) \w+| here\b| {_AGAIN}|{_END})"
    rf"|writing(?: (?:or|and) \w+ing)*(?: (?:to )?{_US}{_END}| (?:to )?{_US} (?:\w+ )?(?:letters|emails|messages)|{_END})"
    rf"|(?:talking|speaking|writing) to {_US}{_END}"
    rf"|reaching (?:out )?(?:to )?{_US}|reaching out{_END}|getting in touch(?: with {_US})?{_END}|getting in touch with {_US}"
    rf"|(?:coming|showing up|turning up|knocking) (?:here|by|over|round|around|to my|to our|at my|at our|near)\b"
    rf"|following up{_END}|trying to (?:reach|contact|call|message|text|write to|find|talk to|speak to|see|get (?:hold of|through to|in touch with)) (?:{_US}|with {_US})"
    rf"|sending (?:me |us |to me )?{_SEND_WHAT}\b(?! as\b| in\b| by\b| to (?:him|her|them|the)))"
)
_NO_MORE = (
    r"(?:contact|communications?|correspondence|messages?|texts?|calls?|emails?|mails?|letters?|dms?|approach(?:es)?|outreach|"
    r"pitches|follow-?ups?|visits?|voicemails?|marketing|mailings?|newsletters?|phone calls)"
)
_NOT = r"(?:do not|don't|never|not to|no longer|didn't|did not|wouldn't|would not|won't|not|must not|mustn't|should not|shouldn't|may not|nor)"
_LAWYER = r"(?:lawyers?|solicitors?|attorneys?|legal (?:team|counsel|representatives?)|barrister|counsel)"
_LAW = r"(?:police|cops|reported|report you|report (?:it|this|that) to|evidence|harassment|lawyer|solicitor|attorney|court|restraining|injunction|legal|block|file|complaint|charges|sue)"

_TOUCH = (
    r"(?:contact\w*|messag\w*|text(?:s|ing)?|email\w*|calls?|calling|phon\w+|ring|ringing|writ\w+|talk\w*|speak\w*|reach\w*|touch|communicat\w+|correspond\w*|"
    r"approach\w*|send|sending|bother\w*|harass\w*|pester\w*|disturb\w*|dm|ping\w*|spam\w*|pitch\w*|follow\w*|visit\w*|look(?:ing)? for|track\w*|chas\w+|"
    r"bug|bugging|hassl\w+|address|conversation|exchange|outreach)"
)
_TOUCHING = (
    r"(?:contacting|messaging|texting|emailing|phoning|ringing|writing(?: to)?|talking to|speaking to|reaching(?: out)?(?: to)?|communicating with|approaching|"
    r"bothering|harassing|pestering|disturbing|pinging|spamming|pitching|following|visiting|chasing|bugging|hassling|looking for)"
)
_DEMANDS = (
    # stop doing it
    rf"\b(?:stop|quit|cease|desist from|refrain from|discontinue|give up|no more|enough of|done with) (?:with )?(?:all )?(?:this )?(?:please )?{_GERUND}",
    rf"(?<!only )(?<!only, )\b(?:stop|quit|cease|discontinue|end|halt|desist from|refrain from|cease and desist from|no(?= more| further| future)|zero|drop|enough|enough of|cut|cut off|cut out|cutting|cutting off|ending|knock it off)(?: with| from)? "
    rf"(?:(?:all|any|the|these|your|this|further|more|future|constant|our|sending|making|of|form) )*{_NO_MORE}\b"
    rf"(?: (?:with|to|towards) {_US})?(?! (?:lens|lens\w+|sports?|details|form|info\w*|list|person|tracing|center|centre|"
    rf"from (?!you\b|now|here|your)|with (?!{_US}|you\b|each|immediate)|after|before|until|till|between|since|yet|today|on|at (?!all)|for (?!good|me)|in|about|by|"
    rf"were|was|came|have|has|to (?!{_US})))(?!\W+(?:just|only|messages only|text|write|email|but)\b)(?![^.!?;]{{0,30}}\bonly\b)",
    rf"(?<!only )(?<!only, )\bno {_NO_MORE}(?:(?:,| or| and)+ (?:no )?\w+){{0,3}}(?: (?:please|ever|whatsoever|at all|of any kind)\b|{_END})(?=[^.!?;]*\b(?:please|ever|whatsoever|at all|any kind)\b)(?![^.!?;]{{0,30}}\bonly\b)(?!\W+(?:after|before|until|just|text|write))",
    rf"\bno contact\W*(?:please|at all|whatsoever|of any kind|from (?:now|here) on|any more|ever)",
    rf"\bstop (?:please )?(?:sending|emailing|marketing)\b(?: (?:me |us )?(?:them|these|those|this|it))?{_END}",
    rf"\b(?:not|mind not|without) (?:ever )?(?:contacting|messaging|texting|calling|writing to|emailing|phoning|talking to|ringing|approaching) (?:me|us)\b(?! (?:about|before|until))",
    r"\b(?:do not|don't|not|never) (?:ever )?use (?:this|my|our) (?:\w+ )?(?:number|email|address|phone|account)\b",
    rf"\bmake no (?:further|more|future) (?:contact|approach|attempt)",
    rf"\b(?:all|any|our|your) (?:\w+ )?{_NO_MORE}(?: \w+){{0,4}}? (?:ends?|stops?|ceases?|must (?:end|stop|cease)|is over|has to (?:end|stop)|should (?:end|stop))(?: here| now| today| at once| immediately)?\W*$",
    rf"(?<=you )stopped (?:\w+ ){{0,2}}?(?:{_GERUND}|writing|calling)",
    r"\bcease and desist\b(?! letter)",
    r"\b(?:blowing up|flooding|filling up|clogging) (?:my|our) \w+",
    # do not do it
    rf"\b(?:not|no|n't|without) (?:\w+ ){{0,2}}?(?:permission|consent|right|authori[sz]ation|licen[cs]e) to {_TOUCH}\b",
    r"\b(?:do not|don't|never) do (?:so|this|that|it) (?:again|any more)\b(?=.*)",
    rf"\b(?:do not|don't|never) send (?:me|us) (?:any |\w+ )?{_SEND_WHAT}\b(?! (?:by|via|in|as|over|before|until|yet|with|about|to|on|from|at))",
    rf"\b{_NOT} {_ADVERBS}{_VERB}(?:(?:,| or| and|,? nor)+ (?:\w+ )?\w+){{0,4}}? (?:{_US}\b|here\b|again\b|any (?:more|longer)\b|ever\b)",
    rf"\b(?:do not|don't|never|not to) {_ADVERBS}(?:contact|text|message|call|email|phone|ring)(?:(?:,| or| and) (?:\w+ )?(?:contact|text|message|call|email|phone|ring|write|visit)){{0,3}}{_END}",
    rf"\b{_NOT} {_ADVERBS}(?:write|talk|speak|reply|respond|come|come back|come by|come over|reach(?:ing)? out|get(?:ting)? in touch|writing|calling|be in touch|make contact|apply|answer|follow up|"
    rf"knock|show up|turn up|try|ask|drop by|return)\b(?: (?:(?!him\b|her\b|them\b|your\b|his\b|their\b|it\b|an?\b|any\w+\b|that\b|like\b)[\w']+ ?){{0,8}}?)?? {_AGAIN}\b",
    rf"\b{_NOT} {_ADVERBS}(?:write|talk|speak|reach out|get in touch|make contact|be in touch)(?: back)?(?: (?:to|with) {_US}\b(?! (?:about|on|before|until|after|like|in|as|when|while)\b)|{_END})",
    rf"\b(?:do not|don't|never) {_ADVERBS}(?:write {_US}\b(?! off)|reach {_US}\b|follow up(?: (?:on|with|about) (?:this|me|us|it))?{_END}|reach out{_END}|get in touch{_END}|"
    rf"come back{_END}|come (?:near|to) {_US}|come here{_END}|write back{_END}|try (?:from|with) another|seek (?:any )?contact)",
    rf"\b{_NOT} {_ADVERBS}(?:(?:want|wish|like|care|need) (?:to )?)?(?:send|receive|get|have|want|need) (?:me |us |to me )?(?:anything (?:else|more|further)|anything (?:at all )?(?:any more|again)|"
    rf"(?:any |further |more )*(?:more|further|future) (?:of )?(?:your )?(?:{_SEND_WHAT}|{_NO_MORE}))",
    rf"\blet (?:me|us) (?:alone|be){_END}",
    rf"\b(?:leave|leaves) (?:me|us|my (?:family|wife|husband|kids|children|sister|daughter|son)|our (?:family|team))\s+(?:the \w+ )?(?:alone|be|in peace)\b(?! (?:with|for|the|a|in|able)\b)",
    r"\b(?:go away(?=\W*$|,? (?:and|now|please|for good))|fuck off|fck off|piss off|get lost|sod off|bugger off)\b(?! (?:for the|with us))",
    rf"\b(?:stay|keep|get)(?: the \w+)? away from (?:me|us|my|our)\b",
    r"\b(?:get|stay|keep) (?:the \w+ )?out of my (?:life|inbox|dms?|messages|phone|mentions)\b",
    # my number, your list
    r"\b(?:lose|delete|erase|forget|remove|block|wipe|scrub) (?:all )?(?:my|our|this) (?:phone |mobile |email |e-mail |contact |personal )?"
    r"(?:number|contact|contacts|email|address|details|data|info|information|records?)\b",
    r"\bforget (?:(?:that )?you (?:ever )?(?:knew|met) me|(?:that )?i (?:ever )?exist(?:ed)?|about me)\b",
    r"\b(?:remove|take|drop|scratch|strike|delete|get|cross) (?:me|us|my (?:name|email|address|company|number|details)|our (?:name|email|address|company|details)|"
    r"this (?:address|email|number)|me and \w+) (?:from|off|out of) (?:of )?(?:your|this|the|any|all|these|that)\b(?! (?:plane|train|boat|bus|roof|hook|ride|call))",
    r"\b(?:remove|take) (?:me|us)(?: off)?\W*(?:please)?\W*$",
    r"\b(?:remove|take|exclude) (?:me|us) from (?:\w+ )?(?:outreach|list|mailings?|database|emails|campaigns?)",
    r"\b(?:how (?:do|can) (?:i|we) )(?:unsubscribe|opt out|get off (?:this|your|the) \w+)\b(?! (?:a|an|the|users?|customers?|people|someone|them|him|her)\b)",
    r"^\W*(?:please )?(?:unsubscribe|opt[- ]?out|stop all|remove me|stop it now please|end|cancel my subscription)\W*(?:please|thanks|now)?\W*$",
    r"\b(?:please|kindly|to|must|now|want to|like to) unsubscribe\b(?! (?:a|an|the|users?|customers?|people|someone|them|him|her)\b)|\bunsubscribe (?:me|us|this|my|immediately)\b",
    r"\bopt (?:me|us|my \w+|this \w+) out\b|\b(?:i|we)(?:'d| would)? (?:want|wish|like|am|are|hereby)?(?: to)? ?opt(?:ing)? out of (?:all|any|your|these|this|further|future|mailings)",
    r"\b(?:no|don't accept|do not accept|don't want|do not want|do not take|don't take) (?:more )?(?:cold|sales|marketing) (?:calls|emails|mails|messages|pitches)",
    # any of these words in this order, with no end in sight
    rf"\b(?:{_NOT}|no|cannot|can't|stop|quit|cease|refrain|without)\b (?:\w+ ){{0,7}}?{_TOUCH}\b (?:\w+ ){{0,4}}?(?:me|us)\b (?:\w+ ){{0,4}}?{_AGAIN}\b",
    rf"\b(?:stop|stopped|quit|cease|refrain from|desist from|give up|avoid|end) (?:\w+ ){{0,6}}?{_TOUCHING} (?:\w+ ){{0,2}}?(?:me|us)\b",
)  # fmt: skip

_WISHES = (
    # I do not want it
    r"\b(?:like|want|wish) to (?:unsubscribe|opt out)\b(?! (?:a|an|the|users?|customers?|people|someone|them|him|her|of the)\b)",
    r"\b(?:do not|don't|never|no longer|not|\w+n't|rather|prefer|hope|without) (?:\w+ ){0,3}?(?:want|wish|like|care|need|rather|prefer|expect|hope|interested|not|never|without)"
    r"(?: to| in| ever| not)* (?:hear|hearing) (?:anything |a word )?(?:more |else )?(?:from|of) (?:you|your)\b",
    r"\b(?:want|wish|rather|prefer|hope|better) (?:\w+ ){0,2}?(?:not|never|no longer)(?: to)?(?: ever)? (?:hear|hearing) (?:from|of) you\b",
    r"\b(?:do not|don't|never|no longer|not) (?:\w+ )?(?:want|wish|like|care|desire|need|consent|agree)(?:ing)? (?:to )?(?:be|being|get|getting|stay|remain) "
    r"(?:contacted|called|messaged|emailed|texted|asked|approached|bothered|disturbed|in touch|in contact|pitched|phoned|written to)\b",
    rf"\b(?:do not|don't|never|no longer|not|\w+n't) (?:\w+ )?(?:want|wish|desire|consent|agree|welcome|accept|expect)(?: \w+)?(?: (?:for|to|have|having|maintain|be|receive|you to make|any|"
    rf"further|more|future|kind|of|form|continued))* (?:contact|communication|correspondence)\b(?! (?:details|form|lens|sports|info))",
    rf"\b(?:want|wish|prefer|ask|asking|need|request|respect|please|like|demand|insist|if we had|with|for|you|be|better|best|choose|chosen|going|have) (?:\w+ ){{0,4}}?"
    rf"(?:no|zero) (?:more |further |future )?contact\b(?! (?:details|form|lens|sports|info|with (?!you|me|us|each)|until|before))",
    r"\b(?:my|our|this) (?:\w+ )?(?:name|address|email|number|details|data|account) (?:be )?(?:removed|deleted|taken|erased|wiped)\b(?: (?:from|off|out))?",
    r"\b(?:be|get|being|been) (?:removed|taken|deleted|unsubscribed|dropped) (?:from|off) (?:of )?(?:your|this|the|all|any|these) (?:\w+ ){0,2}(?:lists?|database|mailings?|newsletters?|crm|emails?|records|system)\b",
    r"\b(?:not|never|no longer) (?:to )?be (?:contacted|called|messaged|emailed|texted|approached|bothered|disturbed|phoned)\b(?! (?:by (?!you)|before|until|if|unless|about|on))",
    r"\b(?:do not|don't|never|no longer|not) (?:\w+ )?(?:want|wish|need|desire|care|accept|welcome|ask for|have asked for)(?: (?:any|any more|more|to (?:get|receive|see|read)|of))* (?:your|these|those) (?:\w+ )?"
    rf"{_NO_MORE}\b(?! (?:address|number|client|before|until|\w+ed\b|to be))",
    r"\b(?:do not|don't|never|no longer|not|no) (?:\w+ )?(?:want|wish|like|care|desire|need|intend|plan|interest|desire|intention)(?: (?:in|of))?(?: (?:to|ever|ever to))? (?:talk|talking|speak|speaking|chat|chatting|communicat\w+|correspond\w*|"
    r"engage|engaging|interact\w*|text|texting|write|writing|convers\w+|deal|dealing|be friends|hav(?:e|ing) anything (?:more |else |further )?to do|hav(?:e|ing) any dealings)(?: (?:to|with))? you\b(?! (?:about|on|until|before|over|in|today|tonight|tomorrow|right now|now|this|by|via))",
    r"\b(?:do not|don't|never|no longer|not) (?:\w+ )?(?:want|wish|like|need|permit|allow|give you permission for|expect) (?:for )?you (?:to )?(?:ever )?(?:to )?(?:contact|writ|call|text|messag|email|phon|reach|approach|talk to|speak to|get in touch|com(?:e|ing) (?:near|to|here|by|back))\w*\b(?: (?:to |with )?(?:me|us))?(?! (?:\w+ )?(?:about|until|before|on|at|because|late))",
    r"\b(?:want|wish|like|need|ask|prefer|demand|deserve|expect)(?:ed|ing)? (?:\w+ )?(?:to be )?left (?:alone|in peace)\b",
    r"\b(?:want|get|like to be|need to be|be) off (?:of )?(?:this|your|the|these|that) (?:\w+ )?(?:list|lists|newsletter|mailing|thread)\b",
    rf"\b(?:do not|don't|never|no longer|not) (?:\w+ )?(?:want|wish|need|expect|like)(?: to (?:see|get|receive|have|read))? (?:a single |another |one more |any other )(?:\w+ )?(?:message|text|call|email|letter|word|mail|dm|visit|contact|reply|note|voicemail)\b",
    r"\b(?:want|wish|like|prefer|life|best|better|ask\w*|need|future|on)\b[^.!?;]{0,40}(?:\bnot|n't|\bno longer|\bnever|\bwithout)(?: to)? (?:have |having |be in )?(?:any |further |more |all )*contact (?:with|to) (?:me|us|you|each other)\b(?! (?:until|before|about|details))",
    r"\b(?:best|better|prefer|rather|want|wish)\b[^.!?;]{0,40}(?:\bnot|n't|\bno longer) have (?:any |further |more )*contact\b(?! (?:details|form|lens))",
    r"\b(?:do not|don't|never|no longer|not) (?:authori[sz]e|permit|allow|consent to) you(?:r)? (?:to )?(?:us\w+|contact\w*|call\w*|writ\w+|text\w*|messag\w*|email\w*)",
    r"\b(?:want|have|wish for) nothing (?:more |else |further )?to do with you\b|\bnothing (?:more|further) to do with (?:me|each other)\b|\b(?:going|go|gone) no[- ]contact\b",
    r"\b(?:prefer|rather|better|best|think|want|decided|like|grateful|ask|need|agree)\b[^.!?;]{0,30}(?:\bnot|n't|\bno longer|\bnever)(?: to)? (?:stay|keep|remain|be|get|staying|keeping|being|have) (?:in )?(?:touch|contact)\b",
    rf"\b(?:{_NO_MORE}|attempts?|you) (?:is|are|am|will be|would be|'re)(?: all)? (?:not|no longer|un) ?(?:welcome|wanted|appreciated|desired)\b(?! to)",
    r"\b(?:this|that|it) (?:to )?(?:be|is|was|will be|as) (?:our|my|the|your)? ?(?:very )?(?:last|final) (?:contact|conversation|message|text|exchange|email|time (?:we|you|i) (?:talk|speak|write|hear|text|contact|message|will))\b(?! (?:from|of|before|on|in|for|i got|we got|that))",
    r"\b(?:want|wish|have|need|like) (?:you )?(?:to (?:be|get|stay) )?(?:out of|gone from) my life\b|\bmy number (?:\w+ ){0,3}so (?:that )?you (?:can't|cannot|can not|won't)|\b(?:do not|don't|no longer|never) (?:\w+ )?(?:want|wish|need)(?: to have)? you (?:to be |being )?(?:in|as part of|a part of|part of|near) my life\b",
    r"\b(?:best|better|rather|prefer|think|want|should|let's|shall|must|time|decided|asking)\b[^.!?;]{0,30}\b(?:don't|do not|not|never|no longer|stop|shouldn't|should not)\b ?(?:\w+ ){0,2}?"
    r"(?:talk|talking|speak|speaking|text|texting|message|messaging|communicate|communicating|(?:be|stay|being) in (?:touch|contact)|see each other or talk)\b"
    r"[^.!?;]{0,20}\b(?:any more|any longer|again|ever|for good|each other)\b",
    r"\b(?:think|feel|guess|believe) we (?:shouldn't|should not|should stop|should no longer|ought to stop) (?:be )?(?:talk|speak|text|messag|contact|call)\w*",
    r"\b(?:we are|we're|i am|i'm|you and i are|all) (?:done|finished|through) (?:talking|speaking|texting|messaging|communicating)\b(?! to (?!you|each)| about| with (?!you|each))",
    r"\bnothing (?:more|left|else|further) (?:for (?:us|me) )?to (?:say|discuss|talk about)\b(?: to (?:you|each other|one another)| between us|.{0,30}(?:don't|do not|stop|please))",
    r"\b(?:this|that) (?:be|is|was|will be|as)? ?(?:our|my|the|your) (?:very )?(?:last|final) (?:contact|conversation|message to you|exchange|communication)\b"
    r"|\b(?:consider|be|is) (?:this )?(?:our|my) (?:very )?(?:last|final) (?:contact|conversation|exchange|communication)\b",
    r"\b(?:revok|withdraw|rescind|cancel)\w* (?:my|our|any|all) (?:\w+ )?(?:consent|permission|authori[sz]ation)\b.{0,40}\b(?:contact|call|email|text|message|communicat|number|data|process|write)",
    # or else
    rf"\b(?:contact|text|call|message|write|email|phone|ring|come|approach)\w* (?:(?:to |near )?(?:me|us|here|back) )?(?:again|one more time|once more)\b,?(?: and| or)\b[^.!?;]{{0,40}}\b{_LAW}\b",
    rf"\b(?:if|should|were|when) you (?:\w+ ){{0,3}}?(?:contact|call|text|message|email|write|reach|approach|come|show up|try|phone|ring|bother|harass)\w*\b[^.!?;]{{0,20}}\b(?:me|us|my|our|again|here|back|this|one more time|once more)\b[^.!?;]{{0,50}}\b{_LAW}\b",
    rf"(?<!report )(?<!get )\b(?:any|another|one more|the next|any further|any more|further|every|more) (?:\w+ )?(?:attempts?|contact|calls?|texts?|messages?|emails?|letters?|visits?|communications?|approach(?:es)?|word|peep)\b(?: (?!from (?!you))[^.!?;]{{0,40}})?(?:\b(?:will|would|shall|goes?|gets?|and|or|means|is|i'll|i'm|we'll)\b)[^.!?;]{{0,40}}"
    rf"\b{_LAW}\b(?! (?:tomorrow|team))",
    rf"\b(?:all|any|every|future|further) (?:\w+ )?(?:communications?|correspondence|contact|messages|questions) (?:\w+ ){{0,4}}(?:go|through|via|to|with) (?:\w+ )?(?:my|our) {_LAWYER}",
    rf"\b(?:direct|address|send) (?:all|any|your|further|future) (?:\w+ )?(?:communications?|correspondence|messages|questions) (?:only )?to (?:my|our) {_LAWYER}",
    r"\b(?:i|we)(?:'ve| have|'m| am|'re| are|'ll| will)? (?:already |now |going to |just )?block(?:ed|ing)? (?:this (?:number|account|email)\b|you\b(?! (?:a|an|some|the|in|off))|your (?:\w+ )?(?:number|email|address))"
    r"|\b(?:you(?:'re| are|'ve been| have been| will be|'ll be)(?: now| so)?|your) blocked(?=\W*$|\W+(?:bye|now|and|on|from (?:here|now)|so|everywhere))",
)  # fmt: skip

_GERMAN = (
    r"\blass(?:t|en sie)? (?:mich|uns) (?:bitte |doch |endlich |einfach )*(?:in (?:ruhe|frieden)|zufrieden)\b",
    r"\b(?:hör|hören sie|hört) (?:bitte |endlich )*auf,? (?:mir|mich|uns|damit|zu schreiben|anzurufen)",
    r"\b(?:schreib|schreiben sie|ruf|rufen sie|kontaktier\w*|melde?|melden sie|sprich|sprechen sie|besuch\w*|belästig\w*|antworte\w*)\b[^.!?;]{0,40}\b(?:nicht mehr|nie wieder|nie mehr|nicht wieder|nicht länger)\b",
    r"\b(?:kein\w*|nichts)\b[^.!?;]{0,15}\b(?:kontakt|nachrichten|anrufe|mails?|werbung)\b[^.!?;]{0,10}\bmehr\b|\bkein\w* weiter\w* (?:kontakt\w*|nachrichten|anrufe|mails?|werbung)",
    r"\bnichts mehr (?:von|mit) (?:dir|ihnen|euch)\b[^.!?;]{0,10}\b(?:hören|zu tun|wissen)",
    r"\b(?:unterlass\w*|einzustellen|stellen sie)\b.{0,30}\b(?:kontakt\w*|anrufe|nachrichten|schreiben|werbung)|\b(?:kontakt\w*|anrufe|nachrichten)\b.{0,20}\b(?:zu unterlassen|einzustellen|unterlassen)",
    r"\bsehen sie von (?:weiteren )?\w+ ab\b",
    r"\b(?:lösch\w*|streich\w*|entfern\w*|nehmen sie|nimm)\b.{0,20}\b(?:meine (?:nummer|daten|adresse)|mich (?:aus|von) (?:ihre\w*|deine\w*|der|dem))",
    r"\b(?:newsletter|verteiler) (?:abmelden|abbestellen)|\babmelden\W*$",
)  # fmt: skip
_SPANISH = (
    r"\b(?:déj[ae]|dej[ae]|déje|déjen|dejen)(?:me|nos) (?:ya )?(?:en paz|tranquil[oa]s?)\b",
    r"(?<!no )\b(?:dej[ae]n?|deja|para|pare|paren|basta) (?:ya )?de (?:escribir|llamar|contactar|mandar|enviar|molestar|acosar|buscar)(?:me|nos)",
    r"\bno (?:me|nos) (?:escrib|llam|contact|mand|env|busqu|molest|habl)\w+ (?:más|mas|nunca|nunca más|otra vez|de nuevo)\b",
    r"\bno (?:se )?(?:vuelv[ae]n?s?|quiero que vuelvas) a (?:ponerse en contacto|contactar|escribir|llamar|hablar|molestar|buscar)",
    r"\bno (?:vuelv\w+|intent\w+) a? ?(?:ponerse|ponerte) en contacto",
    r"\bno (?:quiero|deseo|queremos|deseamos)\b[^.!?;]{0,30}\b(?:saber|contacto|mensajes|llamadas|oír|hablar)\b[^.!?;]{0,20}\b(?:más|contigo|con usted|de ti|de usted)",
    r"\bque no (?:me|nos) (?:contact|escrib|llam)\w+ más\b|\bque no vuelva\w* a (?:ponerse|contactar|escribir|llamar)",
    r"\b(?:bórr|borr|elimin|quít|quit|sac|sáqu|den|deme|dar)\w*(?:me|nos)?\b.{0,15}\b(?:de baja|de (?:su|tu|la|esta) lista|mi número|mis datos)",
)  # fmt: skip

_WAYS = tuple((re.compile(way), way in _DEMANDS) for way in (*_DEMANDS, *_WISHES, *_GERMAN, *_SPANISH))
"""Each with whether it is a demand: then "I" before it turns it round ("I do not write any more")."""

_ALONE = frozenset({"stop", "please stop", "stop please", "stop it", "just stop", "end", "optout", "stopall"})
"""A whole message that is no more than this; lists understand it, and so do people."""
_BARE = re.compile(r"(?:^|[.!?;,\n]|\bso|\band)\s*(?:please |just |now |really )+stop(?: it| this| that| now| already)?\W*$")
_WRITING = re.compile(
    r"\b(?:not|won't|\w+n't|never|no|nothing)\b[^.!?;]{0,30}\b(?:repl\w+|respond\w*|answer\w*|interested|messages|texts|writ\w+|contact\w*|say|emails?)\b"
)
"""A bare "please stop", in a message that speaks of not answering."""

# --- where the sentence says something else ---------------------------------------------------------------------------

_ASKED = re.compile(
    r"(?:\b(?:rather|prefer\w*|ask\w*|told|tell\w*|need|want|like|love|appreciat\w+|grateful|wish|insist\w*|request\w*|better|best|glad|happy|thank\w*|"
    r"requir\w+|demand\w*|expect|order\w*|instruct\w*|urg\w+|warn\w*|beg|could|would|can|will|may|must|should|have)\b[^.!?;]{0,40}\byou(?:'d| would| could| can| will)?(?: please| kindly| just)?(?: to| not to| not)?"
    r"|\b(?:could|would|can|will|may|must|should) you (?:please |kindly |just |maybe |mind )*|\byou (?:must|should|need to|have to|are|are to|may)"
    r"|\bto cease and|\bplease|\bkindly)\s*$"
)
"""Directly before the words: somebody is asked to. It outranks what would turn them round."""
_WISHED = re.compile(r"\b(?:want|wish|care|need)\b")
_NOT_THEM = re.compile(
    r"(?:\b(?:do not|don't|never|can't|cannot|can not|couldn't|could not|won't|will not|wouldn't|didn't|did not|doesn't|does not|nobody|no one)"
    r"(?: \w+){0,2}|\bi'll|\bi will|\bi would|\bi'd|\bi can|\bi could|\bi(?: \w+)? (?:had to|did|do|should|might|may|want to|need to|never)|\bi|\bwe'll|\bwe will|\bshould (?:i|we)|\bshall (?:i|we)|\bcan i|\bcould i|"
    r"\bdid (?:i|you|we|he|she|they)|\b(?:why|when|how come) (?:\w+ ){0,2}you|\byou(?:'ve| have)?|\byou(?:'ll|'d| will| would| might| may| could)(?: \w+)?|\b(?:do|does|did|can|could|are) (?:you|we|they|people)(?: (?:ever|really|even))?|\bwe|\bwhy|\bwhy (?:are|were|have) you|(?:want|need|ask|asked|asks|tell|told|tells|like|begged?|wants|prefer) (?:me|us|him|her|them|\w+) to|\basked (?:him|her|them|us|me)"
    r"|\b(?:he|she|it|they|who|ex|nobody|boss|people|everyone|everybody|someone|somebody|client|she's|he's|they're|kids|mother|mum|mom|dad|bank|brother|sister)(?: \w+){0,3}"
    r"|\bto (?:him|her|them)|\bif you want|\bcan you ever|\b(?:but )?you never)\s*$"
)
_REPORTED = re.compile(
    r"\b(?:never|not|\w+n't) (?:\w+ )?(?:ask|asked|tell|told|expect|say|said|mean|meant)\b|\b(?:he|she|they|(?:my |her |his )?(?:ex|boss|client|customer|mother|mum|sister|brother|friend)|someone|somebody|everyone|people|(?:ask|asked|told|tell) (?:me|us|him|her|them))"
    r"(?: \w+){0,3}? ?(?:said|says|told|asked|asks|tells|wants|won't|wouldn't|keeps|kept|never)\b|\b(?:asked|told|asking|tells?) (?:us|me|him|her|them|the \w+)(?: never)?(?: to| not to)?\b|\b(?:did|does|has|had) (?:he|she|they)\b|\b(?:was|were|been|got) (?:\w+ )?(?:asked|told|instructed|advised|warned)\b"
)
_LIMIT = re.compile(
    r"^\W*(?:please )?(?:(?:before|until|till|after|between|while|when|during|if|unless|except|about|regarding|concerning|by (?:phone|post|mail|email|text|fax)|"
    r"as|via|at (?:\d|noon|night|work|home|the|lunch|school)|on (?:the|my|mon|tues|wednes|thurs|fri|satur|sun|weekends)|tonight|today|tomorrow|this (?:morning|week|evening|afternoon)|"
    r"yet|so (?:late|early)|to (?:ask|check|say|tell|thank|see)|like that|names?|late|early|because|for (?:a (?:while|few|bit|week|month)|the (?:moment|time)|now|\d|this|that|advice|work)|"
    r"with (?!you\b|me\b|us\b|immediate|each)\w+|and (?:meet|have|see|talk|call|speak|write|use)|instead|over (?:the )?|in (?:the (?:morning|evening|office)|public|front|spanish|english|german|bed)|with (?:problems|questions|that|your problems)|through|off)\b"
    r"|,? ?(?:just |instead |rather |only |simply )?(?:use|write|text|call|email|message|ask|contact|send|ring|the \w+ (?:is|are|sleeps|works)|i'm (?:driving|asleep|at|in|busy|on|out|sleeping|working)|i am (?:driving|at|in|on|out)|it's (?:late|early|broken|loud|off)|we're (?:in|at|out|on))\b(?! (?:is|are|must|to|me a)))"
)
_NAMED = re.compile(r"^ (?!again\b|any\b|now\b|please\b|at\b|ever\b|on\b|or\b|and\b|dude\b|man\b)\w+")
"""After "call me": a name for somebody, and no call."""
_GIVEN = re.compile(r"^ (?:the|a|an|that|this|those|these|any|your|my|some|stuff|files?|links?|it)\b(?! (?:way|whole|time|again|more))|^,? (?:we'll|i'll|i will|we will) (?:call|write|text|email|contact|message|be in touch|get)")
"""After "email me": what is not to be sent, or who will write instead."""
_CEASED = re.compile(r"(?:stop|quit|cease)\b.*\b(?:me|us)$")
_ABOUT = re.compile(r"^ (?:about|at|on|over|because|with)\b")
"""Stopping is not less of a demand for naming what about, or where."""
_NOT_YET = re.compile(r"^\W*(?:\w+ ){0,2}?(?:before|until|till|unless|yet|what|how|why|whether|where|if you (?!do))\b")
_TWICE = re.compile(r"\b(?:again|any more|any longer|ever|never|for good|further|henceforth)\b")
_LAUGHS = re.compile(r"\b(?:lol|haha+|hehe+|lmao|rofl|jk|xd)\b|[:;]-?[)dp]|😂|🤣|😅|😉|😘")
_OPPOSITE = re.compile(
    r"\b(?:don't|do not|never|can't|cannot|couldn't|won't|wouldn't|please don't|didn't|doesn't|not) (?:ever |want (?:you )?to |want |let me |wanna |you )?(?:stop|quit|leave|cease|go away)\b"
    r"(?! (?:by|it|me (?:a )?(?:message|note)|a )\b)"
    r"|\bhesitate\b"
)


def stop_contact(text: str) -> str | None:
    """The words that ask for no more contact, as they were understood; None where nothing does."""
    said = _meant(text)
    if said.strip(" .!\"'") in _ALONE or (_BARE.search(said) and _WRITING.search(said) and not _LAUGHS.search(said)):
        return "stop"
    for clause in _CLAUSE.split(said) if said else ():
        for way, demand in _WAYS:
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
