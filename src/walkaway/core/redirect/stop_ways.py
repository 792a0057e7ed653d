"""No text in; the ways of asking for no more contact, as patterns over text that stop.py has put in order, out."""

from __future__ import annotations

import re

_US = (
    r"(?:me|us|my (?:\w+ )?(?:family|wife|husband|kids|children|daughter|son|mother|mum|mom|parents|sister|brother|"
    r"team|staff|client|firm|business|organisation|organization|life|colleagues"
    r"|employees|friends|house|home|work|job|phone|number|partner|company|office|reception|line|inbox|mobile|address|"
    r"email|account|mailbox|door|place|workplace|boss)|our (?:\w+ )?(?:family|firm|organisation|organization|client|"
    r"team|staff|employees|colleagues|office|"
    r"company|house|home|customers|clients|members|reception|line|number|mailbox|inbox|door|department|business|"
    r"premises|buyers|people|phone)|this (?:number|address|email|account|inbox|mailbox|office|phone))"
)
_END = (
    r"(?=\W*$|\W*(?:\s(?:please|now|already|ok|okay|thanks|thank you|everyone|at all|for good|(?:and|or) (?:do|don't|"
    r"leave|delete|block|never|stop|lose|go|i|remove|please|let|get|stay)|kthx|immediately|right now|entirely|"
)
_END += (
    r"altogether|completely|you|i mean it|from now on|from here on|going forward)\b)|\s*[,:)(]| from (?:now|here) on)"
)
_AGAIN = (
    r"(?:again|any more|any longer|ever|further|henceforth|in (?:the|any) future|for good|in any (?:way|form)|at all|"
    r"from now on)"
)
_ADVERBS = (
    r"(?:(?:otherwise|in any way|permitted|allowed|authori[sz]ed|welcome|invited|supposed|free|to|be|expect|seek|"
    r"presume|think of|ever|even|please|just|kindly|you|dare|dare to|try to|try and|attempt to|bother to|bother|"
    r"continue to|keep|go on|come and|directly|you dare)\s+)*"
)
_VERB = (
    r"(?:contact|message|text|email|phone|ring|dm|pm|whatsapp|mail|bother|bug|hassle|stalk|hound|interact with|engage "
    r"with|write to|talk to|speak to|reach out to|get in touch with|communicate with|correspond with|harass|pester|"
    r"approach|disturb|spam|pitch|chase|cold[- ]call|solicit|visit|ping|call)"
)
_SEND_WHAT = (
    r"(?:(?:any|these|those|your|more|all|further|such|other|the|of|sales|marketing|cold|unsolicited|promotional|"
    r"daily|constant) )*"
    r"(?:emails?|mails?|messages?|texts?|letters?|proposals?|offers?|newsletters?|marketing|brochures?|catalog\w*|"
    r"correspondence|spam|stuff|things|"
    r"anything|dms?|requests|invit\w+|promotions?|ads|adverts?|quotes?|mailings?|pitches|notes|pictures|pics|voice ?"
    r"notes|links)"
)
_GERUND = (
    r"(?:(?:contacting|messaging|texting|emailing|phoning|ringing|dming|pming|mailing|whatsapping|visiting|"
    r"approaching|soliciting|pitching|pinging)"
    rf"(?: (?:or|and) \w+ing)*(?: {_US}\b(?! (?:to|for|so|that|when|while|as|instead|by) )|{_END})"
    rf"|(?:bothering|harassing|pestering|bugging|stalking|spamming|chasing|hounding|hassling|following) {_US}\b"
    rf"|calling(?: (?:or|and) \w+ing)*(?: (?:me|us){_END}| (?:my|our|this|the) (?:\w+ )?(?:number|phone|house|home|"
    rf"office|work|mobile|family|line)\b| {_US}(?: (?:at|on|in|all|every|about|over|from|during)\b)| (?:my|our) \w+| "
    rf"here\b| {_AGAIN}|{_END})"
    rf"|writing(?: (?:or|and) \w+ing)*(?: (?:to )?{_US}{_END}| (?:to )?{_US} (?:\w+ )?(?:letters|emails|"
    rf"messages)|{_END})"
    rf"|(?:talking|speaking|writing) to {_US}{_END}"
    rf"|reaching (?:out )?(?:to )?{_US}|reaching out{_END}|getting in touch(?: with {_US})?{_END}|getting in touch "
    rf"with {_US}"
    r"|(?:coming|showing up|turning up|knocking) (?:here|by|over|round|around|to my|to our|at my|at our|near)\b"
    rf"|following up{_END}|trying to (?:reach|contact|call|message|text|write to|find|talk to|speak to|see|get "
    rf"(?:hold of|through to|in touch with)) (?:{_US}|with {_US})"
    rf"|sending (?:me |us |to me )?{_SEND_WHAT}\b(?! as\b| in\b| by\b| to (?:him|her|them|the)))"
)
_NO_MORE = (
    r"(?:contact|communications?|correspondence|messages?|texts?|calls?|emails?|mails?|letters?|dms?|approach(?:es)?|"
    r"outreach|"
    r"pitches|follow-?ups?|visits?|voicemails?|marketing|mailings?|newsletters?|phone calls)"
)
_NOT = (
    r"(?:do not|don't|never|not to|no longer|didn't|did not|wouldn't|would not|won't|not|must not|mustn't|should not|"
    r"shouldn't|may not|nor)"
)
_LAWYER = r"(?:lawyers?|solicitors?|attorneys?|legal (?:team|counsel|representatives?)|barrister|counsel)"
_LAW = (
    r"(?:police|cops|reported|report you|report (?:it|this|that) to|evidence|harassment|lawyer|solicitor|attorney|"
    r"court|restraining|injunction|legal|block|file|complaint|charges|sue)"
)

_TOUCH = (
    r"(?:contact\w*|messag\w*|text(?:s|ing)?|email\w*|calls?|calling|phon\w+|ring|ringing|writ\w+|talk\w*|speak\w*|"
    r"reach\w*|touch|communicat\w+|correspond\w*|"
    r"approach\w*|send|sending|bother\w*|harass\w*|pester\w*|disturb\w*|dm|ping\w*|spam\w*|pitch\w*|follow\w*|"
    r"visit\w*|look(?:ing)? for|track\w*|chas\w+|"
    r"bug|bugging|hassl\w+|address|conversation|exchange|outreach)"
)
_TOUCHING = (
    r"(?:contacting|messaging|texting|emailing|phoning|ringing|writing(?: to)?|talking to|speaking to|reaching(?: "
    r"out)?(?: to)?|communicating with|approaching|"
    r"bothering|harassing|pestering|disturbing|pinging|spamming|pitching|following|visiting|chasing|bugging|hassling|"
    r"looking for)"
)
_DEMANDS = (
    # stop doing it
    (
        r"\b(?:stop|quit|cease|desist from|refrain from|discontinue|give up|no more|enough of|done with) (?:with )?"
        rf"(?:all )?(?:this )?(?:please )?{_GERUND}"
    ),
    (
        r"(?<!only )(?<!only, )\b(?:stop|quit|cease|discontinue|end|halt|desist from|refrain from|cease and desist "
        r"from|no(?= more| further| future)|zero|drop|enough|enough of|cut|cut off|cut out|cutting|cutting off|"
        r"ending|knock it off)(?: with| from)? "
        rf"(?:(?:all|any|the|these|your|this|further|more|future|constant|our|sending|making|of|form) )*{_NO_MORE}\b"
        rf"(?: (?:with|to|towards) {_US})?(?! (?:lens|lens\w+|sports?|details|form|info\w*|list|person|tracing|center|"
        r"centre|"
        rf"from (?!you\b|now|here|your)|with (?!{_US}|you\b|each|immediate)|after|before|until|till|between|since|yet|"
        r"today|on|at (?!all)|for (?!good|me)|in|about|by|"
        rf"were|was|came|have|has|to (?!{_US})))(?!\W+(?:just|only|messages only|text|write|email|"
        rf"but)\b)(?![^.!?;]{{0,30}}\bonly\b)"
    ),
    (
        rf"(?<!only )(?<!only, )\bno {_NO_MORE}(?:(?:,| or| and)+ (?:no )?\w+){{0,3}}(?: (?:please|ever|whatsoever|at "
        rf"all|of any kind)\b|{_END})(?=[^.!?;]*\b(?:please|ever|whatsoever|at all|any "
        rf"kind)\b)(?![^.!?;]{{0,30}}\bonly\b)(?!\W+(?:after|before|until|just|text|write))"
    ),
    r"\bno contact\W*(?:please|at all|whatsoever|of any kind|from (?:now|here) on|any more|ever)",
    rf"\bstop (?:please )?(?:sending|emailing|marketing)\b(?: (?:me |us )?(?:them|these|those|this|it))?{_END}",
    (
        r"\b(?:not|mind not|without) (?:ever )?(?:contacting|messaging|texting|calling|writing to|emailing|phoning|"
        r"talking to|ringing|approaching) (?:me|us)\b(?! (?:about|before|until))"
    ),
    r"\b(?:do not|don't|not|never) (?:ever )?use (?:this|my|our) (?:\w+ )?(?:number|email|address|phone|account)\b",
    r"\bmake no (?:further|more|future) (?:contact|approach|attempt)",
    (
        rf"\b(?:all|any|our|your) (?:\w+ )?{_NO_MORE}(?: \w+){{0,4}}? (?:ends?|stops?|ceases?|must (?:end|stop|cease)|"
        r"is over|has to (?:end|stop)|should (?:end|stop))(?: here| now| today| at once| immediately)?\W*$"
    ),
    rf"(?<=you )stopped (?:\w+ ){{0,2}}?(?:{_GERUND}|writing|calling)",
    r"\bcease and desist\b(?! letter)",
    r"\b(?:blowing up|flooding|filling up|clogging) (?:my|our) \w+",
    # do not do it
    rf"\b(?:not|no|n't|without) (?:\w+ ){{0,2}}?(?:permission|consent|right|authori[sz]ation|licen[cs]e) to {_TOUCH}\b",
    r"\b(?:do not|don't|never) do (?:so|this|that|it) (?:again|any more)\b(?=.*)",
    (
        rf"\b(?:do not|don't|never) send (?:me|us) (?:any |\w+ )?{_SEND_WHAT}\b(?! (?:by|via|in|as|over|before|until|"
        r"yet|with|about|to|on|from|at))"
    ),
    (
        rf"\b{_NOT} {_ADVERBS}{_VERB}(?:(?:,| or| and|,? nor)+ (?:\w+ )?\w+){{0,4}}? (?:{_US}\b|here\b|again\b|any "
        r"(?:more|longer)\b|ever\b)"
    ),
    (
        rf"\b(?:do not|don't|never|not to) {_ADVERBS}(?:contact|text|message|call|email|phone|ring)(?:(?:,| or| and) "
        rf"(?:\w+ )?(?:contact|text|message|call|email|phone|ring|write|visit)){{0,3}}{_END}"
    ),
    (
        rf"\b{_NOT} {_ADVERBS}(?:write|talk|speak|reply|respond|come|come back|come by|come over|reach(?:ing)? out|"
        r"get(?:ting)? in touch|writing|calling|be in touch|make contact|apply|answer|follow up|"
        r"knock|show up|turn up|try|ask|drop by|return)\b(?: (?:(?!him\b|her\b|them\b|your\b|his\b|their\b|it\b|an?"
        rf"\b|any\w+\b|that\b|like\b)[\w']+ ?){{0,8}}?)?? {_AGAIN}\b"
    ),
    (
        rf"\b{_NOT} {_ADVERBS}(?:write|talk|speak|reach out|get in touch|make contact|be in touch)(?: back)?(?: (?:to|"
        rf"with) {_US}\b(?! (?:about|on|before|until|after|like|in|as|when|while)\b)|{_END})"
    ),
    (
        rf"\b(?:do not|don't|never) {_ADVERBS}(?:write {_US}\b(?! off)|reach {_US}\b|follow up(?: (?:on|with|about) "
        rf"(?:this|me|us|it))?{_END}|reach out{_END}|get in touch{_END}|"
        rf"come back{_END}|come (?:near|to) {_US}|come here{_END}|write back{_END}|try (?:from|with) another|seek "
        r"(?:any )?contact)"
    ),
    (
        rf"\b{_NOT} {_ADVERBS}(?:(?:want|wish|like|care|need) (?:to )?)?(?:send|receive|get|have|want|need) (?:me |us "
        r"|to me )?(?:anything (?:else|more|further)|anything (?:at all )?(?:any more|again)|"
        rf"(?:any |further |more )*(?:more|further|future) (?:of )?(?:your )?(?:{_SEND_WHAT}|{_NO_MORE}))"
    ),
    rf"\blet (?:me|us) (?:alone|be){_END}",
    (
        r"\b(?:leave|leaves) (?:me|us|my (?:family|wife|husband|kids|children|sister|daughter|son)|our (?:family|"
        r"team))\s+(?:the \w+ )?(?:alone|be|in peace)\b(?! (?:with|for|the|a|in|able)\b)"
    ),
    (
        r"\b(?:go away(?=\W*$|,? (?:and|now|please|for good))|fuck off|fck off|piss off|get lost|sod off|bugger "
        r"off)\b(?! (?:for the|with us))"
    ),
    r"\b(?:stay|keep|get)(?: the \w+)? away from (?:me|us|my|our)\b",
    r"\b(?:get|stay|keep) (?:the \w+ )?out of my (?:life|inbox|dms?|messages|phone|mentions)\b",
    # my number, your list
    (
        r"\b(?:lose|delete|erase|forget|remove|block|wipe|scrub) (?:all )?(?:my|our|this) (?:phone |mobile |email |"
        r"e-mail |contact |personal )?"
        r"(?:number|contact|contacts|email|address|details|data|info|information|records?)\b"
    ),
    r"\bforget (?:(?:that )?you (?:ever )?(?:knew|met) me|(?:that )?i (?:ever )?exist(?:ed)?|about me)\b",
    (
        r"\b(?:remove|take|drop|scratch|strike|delete|get|cross) (?:me|us|my (?:name|email|address|company|number|"
        r"details)|our (?:name|email|address|company|details)|"
        r"this (?:address|email|number)|me and \w+) (?:from|off|out of) (?:of )?(?:your|this|the|any|all|these|"
        r"that)\b(?! (?:plane|train|boat|bus|roof|hook|ride|call))"
    ),
    r"\b(?:remove|take) (?:me|us)(?: off)?\W*(?:please)?\W*$",
    r"\b(?:remove|take|exclude) (?:me|us) from (?:\w+ )?(?:outreach|list|mailings?|database|emails|campaigns?)",
    (
        r"\b(?:how (?:do|can) (?:i|we) )(?:unsubscribe|opt out|get off (?:this|your|the) \w+)\b(?! (?:a|an|the|users?|"
        r"customers?|people|someone|them|him|her)\b)"
    ),
    (
        r"^\W*(?:please )?(?:unsubscribe|opt[- ]?out|stop all|remove me|stop it now please|end|cancel my "
        r"subscription)\W*(?:please|thanks|now)?\W*$"
    ),
    (
        r"\b(?:please|kindly|to|must|now|want to|like to) unsubscribe\b(?! (?:a|an|the|users?|customers?|people|"
        r"someone|them|him|her)\b)|\bunsubscribe (?:me|us|this|my|immediately)\b"
    ),
    (
        r"\bopt (?:me|us|my \w+|this \w+) out\b|\b(?:i|we)(?:'d| would)? (?:want|wish|like|am|are|hereby)?(?: to)? ?"
        r"opt(?:ing)? out of (?:all|any|your|these|this|further|future|mailings)"
    ),
    (
        r"\b(?:no|don't accept|do not accept|don't want|do not want|do not take|don't take) (?:more )?(?:cold|sales|"
        r"marketing) (?:calls|emails|mails|messages|pitches)"
    ),
    # any of these words in this order, with no end in sight
    (
        rf"\b(?:{_NOT}|no|cannot|can't|stop|quit|cease|refrain|without)\b (?:\w+ ){{0,7}}?{_TOUCH}\b (?:\w+ ){{0,4}}?"
        rf"(?:me|us)\b (?:\w+ ){{0,4}}?{_AGAIN}\b"
    ),
    (
        rf"\b(?:stop|stopped|quit|cease|refrain from|desist from|give up|avoid|end) (?:\w+ ){{0,6}}?{_TOUCHING} "
        rf"(?:\w+ ){{0,2}}?(?:me|us)\b"
    ),
)  # fmt: skip

_WISHES = (
    # I do not want it
    (
        r"\b(?:like|want|wish) to (?:unsubscribe|opt out)\b(?! (?:a|an|the|users?|customers?|people|someone|them|him|"
        r"her|of the)\b)"
    ),
    (
        r"\b(?:do not|don't|never|no longer|not|\w+n't|rather|prefer|hope|without) (?:\w+ ){0,3}?(?:want|wish|like|"
        r"care|need|rather|prefer|expect|hope|interested|not|never|without)"
        r"(?: to| in| ever| not)* (?:hear|hearing) (?:anything |a word )?(?:more |else )?(?:from|of) (?:you|your)\b"
    ),
    (
        r"\b(?:want|wish|rather|prefer|hope|better) (?:\w+ ){0,2}?(?:not|never|no longer)(?: to)?(?: ever)? (?:hear|"
        r"hearing) (?:from|of) you\b"
    ),
    (
        r"\b(?:do not|don't|never|no longer|not) (?:\w+ )?(?:want|wish|like|care|desire|need|consent|agree)(?:ing)? "
        r"(?:to )?(?:be|being|get|getting|stay|remain) "
        r"(?:contacted|called|messaged|emailed|texted|asked|approached|bothered|disturbed|in touch|in contact|pitched|"
        r"phoned|written to)\b"
    ),
    (
        r"\b(?:do not|don't|never|no longer|not|\w+n't) (?:\w+ )?(?:want|wish|desire|consent|agree|welcome|accept|"
        r"expect)(?: \w+)?(?: (?:for|to|have|having|maintain|be|receive|you to make|any|"
        r"further|more|future|kind|of|form|continued))* (?:contact|communication|correspondence)\b(?! (?:details|"
        r"form|lens|sports|info))"
    ),
    (
        r"\b(?:want|wish|prefer|ask|asking|need|request|respect|please|like|demand|insist|if we had|with|for|you|be|"
        r"better|best|choose|chosen|going|have) (?:\w+ ){0,4}?"
        r"(?:no|zero) (?:more |further |future )?contact\b(?! (?:details|form|lens|sports|info|with (?!you|me|us|"
        r"each)|until|before))"
    ),
    (
        r"\b(?:my|our|this) (?:\w+ )?(?:name|address|email|number|details|data|account) (?:be )?(?:removed|deleted|"
        r"taken|erased|wiped)\b(?: (?:from|off|out))?"
    ),
    (
        r"\b(?:be|get|being|been) (?:removed|taken|deleted|unsubscribed|dropped) (?:from|off) (?:of )?(?:your|this|"
        r"the|all|any|these) (?:\w+ ){0,2}(?:lists?|database|mailings?|newsletters?|crm|emails?|records|system)\b"
    ),
    (
        r"\b(?:not|never|no longer) (?:to )?be (?:contacted|called|messaged|emailed|texted|approached|bothered|"
        r"disturbed|phoned)\b(?! (?:by (?!you)|before|until|if|unless|about|on))"
    ),
    (
        r"\b(?:do not|don't|never|no longer|not) (?:\w+ )?(?:want|wish|need|desire|care|accept|welcome|ask for|have "
        r"asked for)(?: (?:any|any more|more|to (?:get|receive|see|read)|of))* (?:your|these|those) (?:\w+ )?"
        rf"{_NO_MORE}\b(?! (?:address|number|client|before|until|\w+ed\b|to be))"
    ),
    (
        r"\b(?:do not|don't|never|no longer|not|no) (?:\w+ )?(?:want|wish|like|care|desire|need|intend|plan|interest|"
        r"desire|intention)(?: (?:in|of))?(?: (?:to|ever|ever to))? (?:talk|talking|speak|speaking|chat|chatting|"
        r"communicat\w+|correspond\w*|"
        r"engage|engaging|interact\w*|text|texting|write|writing|convers\w+|deal|dealing|be friends|hav(?:e|ing) "
        r"anything (?:more |else |further )?to do|hav(?:e|ing) any dealings)(?: (?:to|with))? you\b(?! (?:about|on|"
        r"until|before|over|in|today|tonight|tomorrow|right now|now|this|by|via))"
    ),
    (
        r"\b(?:do not|don't|never|no longer|not) (?:\w+ )?(?:want|wish|like|need|permit|allow|give you permission for|"
        r"expect) (?:for )?you (?:to )?(?:ever )?(?:to )?(?:contact|writ|call|text|messag|email|phon|reach|approach|"
        r"talk to|speak to|get in touch|com(?:e|ing) (?:near|to|here|by|back))\w*\b(?: (?:to |with )?(?:me|us))?(?! "
        r"(?:\w+ )?(?:about|until|before|on|at|because|late))"
    ),
    (
        r"\b(?:want|wish|like|need|ask|prefer|demand|deserve|expect)(?:ed|ing)? (?:\w+ )?(?:to be )?left (?:alone|in "
        r"peace)\b"
    ),
    (
        r"\b(?:want|get|like to be|need to be|be) off (?:of )?(?:this|your|the|these|that) (?:\w+ )?(?:list|lists|"
        r"newsletter|mailing|thread)\b"
    ),
    (
        r"\b(?:do not|don't|never|no longer|not) (?:\w+ )?(?:want|wish|need|expect|like)(?: to (?:see|get|receive|"
        r"have|read))? (?:a single |another |one more |any other )(?:\w+ )?(?:message|text|call|email|letter|word|"
        r"mail|dm|visit|contact|reply|note|voicemail)\b"
    ),
    (
        r"\b(?:want|wish|like|prefer|life|best|better|ask\w*|need|future|on)\b[^.!?;]{0,40}(?:\bnot|n't|\bno longer|"
        r"\bnever|\bwithout)(?: to)? (?:have |having |be in )?(?:any |further |more |all )*contact (?:with|to) (?:me|"
        r"us|you|each other)\b(?! (?:until|before|about|details))"
    ),
    (
        r"\b(?:best|better|prefer|rather|want|wish)\b[^.!?;]{0,40}(?:\bnot|n't|\bno longer) have (?:any |further |"
        r"more )*contact\b(?! (?:details|form|lens))"
    ),
    (
        r"\b(?:do not|don't|never|no longer|not) (?:authori[sz]e|permit|allow|consent to) you(?:r)? (?:to )?(?:us\w+|"
        r"contact\w*|call\w*|writ\w+|text\w*|messag\w*|email\w*)"
    ),
    (
        r"\b(?:want|have|wish for) nothing (?:more |else |further )?to do with you\b|\bnothing (?:more|further) to do "
        r"with (?:me|each other)\b|\b(?:going|go|gone) no[- ]contact\b"
    ),
    (
        r"\b(?:prefer|rather|better|best|think|want|decided|like|grateful|ask|need|agree)\b[^.!?;]{0,30}(?:\bnot|n't|"
        r"\bno longer|\bnever)(?: to)? (?:stay|keep|remain|be|get|staying|keeping|being|have) (?:in )?(?:touch|"
        r"contact)\b"
    ),
    (
        rf"\b(?:{_NO_MORE}|attempts?|you) (?:is|are|am|will be|would be|'re)(?: all)? (?:not|no longer|un) ?"
        r"(?:welcome|wanted|appreciated|desired)\b(?! to)"
    ),
    (
        r"\b(?:this|that|it) (?:to )?(?:be|is|was|will be|as) (?:our|my|the|your)? ?(?:very )?(?:last|final) "
        r"(?:contact|conversation|message|text|exchange|email|time (?:we|you|i) (?:talk|speak|write|hear|text|contact|"
        r"message|will))\b(?! (?:from|of|before|on|in|for|i got|we got|that))"
    ),
    (
        r"\b(?:want|wish|have|need|like) (?:you )?(?:to (?:be|get|stay) )?(?:out of|gone from) my life\b|\bmy number "
        r"(?:\w+ ){0,3}so (?:that )?you (?:can't|cannot|can not|won't)|\b(?:do not|don't|no longer|never) (?:\w+ )?"
        r"(?:want|wish|need)(?: to have)? you (?:to be |being )?(?:in|as part of|a part of|part of|near) my life\b"
    ),
    (
        r"\b(?:best|better|rather|prefer|think|want|should|let's|shall|must|time|decided|"
        r"asking)\b[^.!?;]{0,30}\b(?:don't|do not|not|never|no longer|stop|shouldn't|should not)\b ?(?:\w+ ){0,2}?"
        r"(?:talk|talking|speak|speaking|text|texting|message|messaging|communicate|communicating|(?:be|stay|being) "
        r"in (?:touch|contact)|see each other or talk)\b"
        r"[^.!?;]{0,20}\b(?:any more|any longer|again|ever|for good|each other)\b"
    ),
    (
        r"\b(?:think|feel|guess|believe) we (?:shouldn't|should not|should stop|should no longer|ought to stop) (?:be "
        r")?(?:talk|speak|text|messag|contact|call)\w*"
    ),
    (
        r"\b(?:we are|we're|i am|i'm|you and i are|all) (?:done|finished|through) (?:talking|speaking|texting|"
        r"messaging|communicating)\b(?! to (?!you|each)| about| with (?!you|each))"
    ),
    (
        r"\bnothing (?:more|left|else|further) (?:for (?:us|me) )?to (?:say|discuss|talk about)\b(?: to (?:you|each "
        r"other|one another)| between us|.{0,30}(?:don't|do not|stop|please))"
    ),
    (
        r"\b(?:this|that) (?:be|is|was|will be|as)? ?(?:our|my|the|your) (?:very )?(?:last|final) (?:contact|"
        r"conversation|message to you|exchange|communication)\b"
        r"|\b(?:consider|be|is) (?:this )?(?:our|my) (?:very )?(?:last|final) (?:contact|conversation|exchange|"
        r"communication)\b"
    ),
    (
        r"\b(?:revok|withdraw|rescind|cancel)\w* (?:my|our|any|all) (?:\w+ )?(?:consent|permission|"
        r"authori[sz]ation)\b.{0,40}\b(?:contact|call|email|text|message|communicat|number|data|process|write)"
    ),
    (
        r"\b(?:don't|do not) think (?:that )?(?:we|you and i) should (?:\w+ )?(?:talk|speak|text|message|write|be in "
        r"(?:touch|contact)|stay in (?:touch|contact)|keep \w+ing)\b(?! (?:about|on|over|today))"
    ),
    r"\bstop it with (?:the |your |all )*(?:calls|texts|messages|emails|letters)\b",
    # or else
    (
        r"\b(?:contact|text|call|message|write|email|phone|ring|come|approach)\w* (?:(?:to |near )?(?:me|us|here|"
        rf"back) )?(?:again|one more time|once more)\b,?(?: and| or)\b[^.!?;]{{0,40}}\b{_LAW}\b"
    ),
    (
        rf"\b(?:if|should|were|when) you (?:\w+ ){{0,3}}?(?:contact|call|text|message|email|write|reach|approach|come|"
        rf"show up|try|phone|ring|bother|harass)\w*\b[^.!?;]{{0,20}}\b(?:me|us|my|our|again|here|back|this|one more "
        rf"time|once more)\b[^.!?;]{{0,50}}\b{_LAW}\b"
    ),
    (
        r"(?<!report )(?<!get )\b(?:any|another|one more|the next|any further|any more|further|every|more) (?:\w+ )?"
        r"(?:attempts?|contact|calls?|texts?|messages?|emails?|letters?|visits?|communications?|approach(?:es)?|word|"
        rf"peep)\b(?: (?!from (?!you))[^.!?;]{{0,40}})?(?:\b(?:will|would|shall|goes?|gets?|and|or|means|is|i'll|i'm|"
        rf"we'll)\b)[^.!?;]{{0,40}}"
        rf"\b{_LAW}\b(?! (?:tomorrow|team))"
    ),
    (
        r"\b(?:all|any|every|future|further) (?:\w+ )?(?:communications?|correspondence|contact|messages|questions) "
        rf"(?:\w+ ){{0,4}}(?:go|through|via|to|with) (?:\w+ )?(?:my|our) {_LAWYER}"
    ),
    (
        r"\b(?:direct|address|send) (?:all|any|your|further|future) (?:\w+ )?(?:communications?|correspondence|"
        rf"messages|questions) (?:only )?to (?:my|our) {_LAWYER}"
    ),
    (
        r"\b(?:i|we)(?:'ve| have|'m| am|'re| are|'ll| will)? (?:already |now |going to |just )?block(?:ed|ing)? "
        r"(?:this (?:number|account|email)\b|you\b(?! (?:a|an|some|the|in|off))|your (?:\w+ )?(?:number|email|"
        r"address))"
        r"|\b(?:you(?:'re| are|'ve been| have been| will be|'ll be)(?: now| so)?|your) blocked(?=\W*$|\W+(?:bye|now|"
        r"and|on|from (?:here|now)|so|everywhere))"
    ),
)  # fmt: skip

_GERMAN = (
    r"\blass(?:t|en sie)? (?:mich|uns) (?:bitte |doch |endlich |einfach )*(?:in (?:ruhe|frieden)|zufrieden)\b",
    r"\b(?:hör|hören sie|hört) (?:bitte |endlich )*auf,? (?:mir|mich|uns|damit|zu schreiben|anzurufen)",
    (
        r"\b(?:schreib|schreiben sie|ruf|rufen sie|kontaktier\w*|melde?|melden sie|sprich|sprechen sie|besuch\w*|"
        r"belästig\w*|antworte\w*)\b[^.!?;]{0,40}\b(?:nicht mehr|nie wieder|nie mehr|nicht wieder|nicht länger)\b"
    ),
    (
        r"\b(?:kein\w*|nichts)\b[^.!?;]{0,15}\b(?:kontakt|nachrichten|anrufe|mails?|werbung)\b[^.!?;]{0,10}\bmehr\b|"
        r"\bkein\w* weiter\w* (?:kontakt\w*|nachrichten|anrufe|mails?|werbung)"
    ),
    r"\bnichts mehr (?:von|mit) (?:dir|ihnen|euch)\b[^.!?;]{0,10}\b(?:hören|zu tun|wissen)",
    (
        r"\b(?:unterlass\w*|einzustellen|stellen sie)\b.{0,30}\b(?:kontakt\w*|anrufe|nachrichten|schreiben|werbung)|"
        r"\b(?:kontakt\w*|anrufe|nachrichten)\b.{0,20}\b(?:zu unterlassen|einzustellen|unterlassen)"
    ),
    r"\bsehen sie von (?:weiteren )?\w+ ab\b",
    (
        r"\b(?:lösch\w*|streich\w*|entfern\w*|nehmen sie|nimm)\b.{0,20}\b(?:meine (?:nummer|daten|adresse)|mich "
        r"(?:aus|von) (?:ihre\w*|deine\w*|der|dem))"
    ),
    r"\b(?:newsletter|verteiler) (?:abmelden|abbestellen)|\babmelden\W*$",
)  # fmt: skip
_SPANISH = (
    r"\b(?:déj[ae]|dej[ae]|déje|déjen|dejen)(?:me|nos) (?:ya )?(?:en paz|tranquil[oa]s?)\b",
    (
        r"(?<!no )\b(?:dej[ae]n?|deja|para|pare|paren|basta) (?:ya )?de (?:escribir|llamar|contactar|mandar|enviar|"
        r"molestar|acosar|buscar)(?:me|nos)"
    ),
    (
        r"\bno (?:me|nos) (?:escrib|llam|contact|mand|env|busqu|molest|habl)\w+ (?:más|mas|nunca|nunca más|otra vez|"
        r"de nuevo)\b"
    ),
    (
        r"\bno (?:se )?(?:vuelv[ae]n?s?|quiero que vuelvas) a (?:ponerse en contacto|contactar|escribir|llamar|hablar|"
        r"molestar|buscar)"
    ),
    r"\bno (?:vuelv\w+|intent\w+) a? ?(?:ponerse|ponerte) en contacto",
    (
        r"\bno (?:quiero|deseo|queremos|deseamos)\b[^.!?;]{0,30}\b(?:saber|contacto|mensajes|llamadas|oír|"
        r"hablar)\b[^.!?;]{0,20}\b(?:más|contigo|con usted|de ti|de usted)"
    ),
    r"\bque no (?:me|nos) (?:contact|escrib|llam)\w+ más\b|\bque no vuelva\w* a (?:ponerse|contactar|escribir|llamar)",
    (
        r"\b(?:bórr|borr|elimin|quít|quit|sac|sáqu|den|deme|dar)\w*(?:me|nos)?\b.{0,15}\b(?:de baja|de (?:su|tu|la|"
        r"esta) lista|mi número|mis datos)"
    ),
)  # fmt: skip

WAYS = tuple((re.compile(way), way in _DEMANDS) for way in (*_DEMANDS, *_WISHES, *_GERMAN, *_SPANISH))
"""Each with whether it is a demand: then "I" before it turns it round ("I do not write any more")."""

ALONE = frozenset({"stop", "please stop", "stop please", "stop it", "just stop", "end", "optout", "stopall"})
"""A whole message that is no more than this; lists understand it, and so do people."""
BARE = re.compile(
    r"(?:^|[.!?;,\n]|\bso|\band)\s*(?:please |just |now |really )+stop(?: it| this| that| now| already)?\W*$"
)
WRITING = re.compile(
    r"\b(?:not|won't|\w+n't|never|no|nothing)\b[^.!?;]{0,30}\b(?:repl\w+|respond\w*|answer\w*|interested|messages|"
    r"texts|writ\w+|contact\w*|say|emails?)\b"
)
"""A bare "please stop", in a message that speaks of not answering."""
