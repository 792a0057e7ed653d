"""A text in lower case with single spaces in; which turns of phrase for a kind of refusal it holds, out.

What each of them weighs is fitted, not written here.
"""

from __future__ import annotations

import re

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
        # circumstances that may change, in other turns
        (
            r"\b(?:write|try|ask|call|text|ring|ping|nag|chase|remind|hit|invite|send)(?: (?:it|this|that|"
            r"them))? (?:me|us)?(?: up)? ?(?:again|then|after|next|in (?!touch)|once|when|at that|around|"
            r"a reminder|one more time)\b|\buntil then\b|\bcome (?:back|by|january|february|march|april|may|"
            r"june|july|august|september|october|november|december|spring|summer|autumn|winter)\b|\b(?:keep|"
            r"put) (?:\w+ ){1,4}(?:on file|on the list|on top|warm|in your diary|on our list)\b"
        ),
        (
            r"\b(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\d+|few|"
            r"couple of) (?:more )?(?:days?|weeks?|months?|quarters?|fortnights?|years? left|months? left)\b|"
            r"\bfortnight\b|\bhalf-term\b|\bterm time\b|\bpayday\b|\bprobation\b|\bnotice period\b"
        ),
        (
            r"\b(?:comes?|goes|have to|needs? to|must) (?:\w+ ){0,4}first\b|\bup in the air\b|\b(?:will|'ll|"
            r"should|expect to|would) (?:know|hear|be (?:clearer|looked at|ready|free|over))\b|"
            r"\bhands are tied\b|\bno leave\b|\bonly (?:just )?started\b|\bmid-\w+|\bfully (?:booked|deployed|"
            r"utili[sz]ed|committed)\b|\b(?:meets?|sits?|opens?|reopens?|clears?|lifts?|comes? through|lands?|"
            r"runs? out) (?:again|only|in|next|once|on|after|until)\b"
        ),
        # grief, illness, not ready, in other turns
        (
            r"\b(?:cr(?:y|ied|ying)|tears|buried|bury|widow\w*|chemo\w*|scans?|treatment|hospice|meds|"
            r"medication|accident|stroke|stillb\w+|lost (?:the|a)|sick leave|signed (?:myself|me) off|"
            r"the doctors?|nurses?|walked out|winding up)\b"
        ),
        (
            r"\b(?:don't|do not|haven't|have not|no) (?:\w+ ){0,2}(?:it in me|room in me|head for|"
            r"heart (?:for|yet)|energy|strength)\b|\bcan't (?:do|face|be around) (?:people|crowds|anyone|"
            r"anybody|visitors)\b|\b(?:so tired|exhausted|drained|drowning|barely (?:keeping|coping|sleeping)|"
            r"in bits|in pieces|too raw|still (?:raw|sore|hurts?|cry\w*|wake|weep)|not up (?:for|to)|"
            r"my own head|alone for|on my own for|wasn't? fair (?:to|on) you|(?:be|is) fair (?:to|on) you|"
            r"since (?:the|my|her|his|we) (?!beginning|start)\w+)\b"
        ),
        (
            r"\b(?:mum|mom|mother|father|dad|husband|wife|uncle|aunt|gran\w*|brother|sister|son|daughter|"
            r"baby)(?:'s)? (?:\w+ ){0,2}(?:died|dead|is in|was taken|gone|ill|condition|stroke|passed|funeral|"
            r"in hospital)\b|\b(?:without (?:him|her)|of (?:him|her) every|my (?:divorce|loss|grief))\b"
        ),
        # the offer and the need, in other turns
        (
            r"[$£€]\s?\d|\b\d[\d,.]*\s?(?:k|grand|quid|euros?|dollars|pounds|percent|%|m|million|units?|"
            r"people|users|seats|words|hours)\b|\bper[- ](?:seat|unit|day|head|month|hour)\b|\b(?:twice|"
            r"double|half|third|tenth) (?:of |as |what |the )|\b(?:minimum|maximum|ceiling|ticket|cheque|"
            r"check size|market size|band)\b"
        ),
        (
            r"\b(?:you|you'd|you're|you are|yours?)\b[^.!?]{0,60}\b(?:and|but|while|,) (?:i|we|i'm|we're|i've|"
            r"we've|ours?|mine|there)\b|\b(?:i|we|i'm|we're|we are|our \w+) [^.!?]{0,50}\b(?:and|but|while|"
            r",) (?:you|yours|you're|your \w+)\b"
        ),
        (
            r"\b(?:you'd|you would|you'll) (?:be (?:bored|happier|better|miserable|looking)|"
            r"do (?:far )?better)\b|\bbetter (?:suited|off|match)\b|\byou (?:need|want) (?:a|an|somebody|"
            r"someone)\b|\b(?:we'd|we would|i'd|i would|neither) [^.!?]{0,25}(?:drown\w*|miserable|ruin|"
            r"no use|wrong)\b|\b(?:no|any) use (?:to|for)\b"
        ),
        (
            r"\b(?:the|that's the|that is the|that was the|my|our) (?:problem|blocker|snag|trouble|"
            r"sticking point|question|catch|thing|hitch|limit|gap)\b|\bwhere it falls\b|\b(?:doesn't|does not|"
            r"don't|do not|won't|wouldn't|can't|cannot|isn't|hasn't) (?:\w+ )?(?:fit|sync|talk to|"
            r"go (?:through|up|in|into)|return|rhyme|scale|export|work (?:with|for)|exist|meet|match|cover|"
            r"take the)\b|\b(?:no|without (?:a|an|the|that)) \w+ ?(?:version|connector|lift|mode|certific\w*|"
            r"licen[cs]e|export)\b"
        ),
        (
            r"\b(?:we|i) (?:only |just |mostly )?(?:do|back|stock|lead|show|run|print|sell|publish|fund|coach|"
            r"serve|teach|invest in|work (?:on|with|in)) (?!not\b|n't\b|think\b|hope\b|like\b|wish\b|"
            r"appreciate\b)\w+|\bour (?:readers|customers|clients|shoppers|list|crowd|plants|stack|smallest|"
            r"grants?|rules|statutes|mandate|shelves|shop|walls|buyers|audience)\b|\bfor (?:that|"
            r"this) (?:money|price|i can)\b"
        ),
        # the wrong person to ask, in other turns
        (
            r"\b(?:i'm|i am|we're|we are|i) (?:only|just|merely)\b|\bi'm (?:an?|the) (?:\w+ )?(?:assistant|"
            r"intern|associate|scout|caretaker|temp|secretary|receptionist|volunteer|student|trainee|"
            r"junior)\b|\b(?:this|the) (?:mailbox|inbox|line|number|desk|address) (?:is|belongs|are)\b|"
            r"\byou(?:'ve| have) (?:reached|got) (?:the|us)\b|\bwrong (?:number|department|tree|address|"
            r"\w+, i'm)\b"
        ),
        (
            r"\b(?:no (?:say|authority|vote|power|influence)|not (?:my|mine|our|ours) (?:call|to \w+|"
            r"decision)|isn't (?:mine|ours|my)|aren't ours|above my pay|whose (?:call|decision)|(?:up|"
            r"down) to (?!me\b|date\b|you\b|the \d|\d|it\b)\w+|decides?|decided (?:at|in|by)|sits with|"
            r"goes through|go through|belongs to|looked after by|taken care of by|(?:he|she|they)(?:'s| is|"
            r"'re| are) the (?:one|person)|head office|group level|hq|owners?|landlord|housing association|"
            r"each (?:region|branch|\w+) buys?)\b"
        ),
        (
            r"\b(?:you'd|you would|you'll|you) (?:have to|need to|should|could|might|may|want to|can) (?:ask|"
            r"try|talk|write|contact|approach|speak|look for)\b|\bwould know\b|\b(?:has|took|runs|handles|"
            r"covers|does|chairs|manages|deals with) (?:that|those|it|this|the|them|my)\b|\b(?:she|"
            r"he)'s (?:in|the|home|on)\b|\b(?:retired|handed (?:it|the|over)|moved over|nothing to do with|"
            r"gone back|sold the (?:shop|business|company))\b|\bthat's (?:[A-Za-z]+)\W*$"
        ),
        # this person cannot or will not, in other turns
        (
            r"\b(?:don't|do not|didn't|did not|couldn't|can't|never|wouldn't|won't) (?:\w+ )?(?:trust|believe|"
            r"fancy|feel|love|see you|see us|like you|want you|take to|forget|forgotten|shake|share|imagine|"
            r"work with you)\b|\bsee you (?:in|as|that)\b|\bin that way\b|\b(?:like|as) (?:a|my) (?:brother|"
            r"sister|friend)\b|\b(?:stay|be|just) friends\b|\bspoken for\b|\bi'm gay\b|\bto me you're\b|"
            r"\bnot in love\b"
        ),
        (
            r"\byou (?:went|said|told|missed|shout\w*|broke|made|lied|never|ask(?:ed)? me|didn't|put on|"
            r"owe)\b|\b(?:how|the way) you\b|\bafter (?:what|the way|how)\b|\blast time\b|\b(?:two|three|"
            r"several|both) (?:of them|people|firms|references)\b|\breferences?\b|\bbehind my back\b|"
            r"\byour temper\b|\b(?:someone|somebody|people) (?:like|who)\b|\bsooner\b|"
            r"\bhaven't forgotten, though\b|\bnot with you\b|^\W*(?:lol |haha )?you\?"
        ),
        (
            r"\bi (?:don't|do not|won't|never|wouldn't) (?:date|lend|let|buy|hire|go out|do)\b|"
            r"\bnever (?:will|sell|have|going)\b|\b(?:go out|see you|do (?:it|this|that)) again\b|"
            r"\bhappy (?:where|as) (?:i am|it is|we are)\b|\b(?:don't|do not) (?:want to|wish to) (?!haggle|"
            r"wait)\w+ (?:you|with|it|out|to you)\b|\bcouldn't care\b|\bleave (?:it|things) (?:there|at that|"
            r"here)\b|\bmet (?:somebody|someone|you)\b|\bi'm (?:happily )?(?:married|taken)\b"
        ),
        # not a no, in other turns
        (
            r"\b(?:let me|i'll|we'll|i will|we will|i must|need to|have to) (?:see|check|sleep|think|ask|talk|"
            r"run|discuss|come back|revert|put)\b|\bleave it with\b|\b(?:not|n't) (?:saying|there yet|"
            r"promis\w+|decided)\b|\bno (?:promises|decision yet)\b|\b(?:two|both) minds\b|\bhesitat\w+|"
            r"\bhaven't (?:got an answer|forgotten|decided)\b|\bbefore (?:i|we) (?:say|go|decide|sign|"
            r"commit)\b"
        ),
        (
            r"\b(?:what|how|who|which|where|is there|do you|have you|did you|could i|can i|could you|can you|"
            r"can we|any chance)\b[^.!]{0,120}\?"
        ),
        # a no without a reason, in other turns
        (
            r"\b(?:not|n't) (?:been |be )?(?:selected|successful|among|considered|carried|approved|accepted|"
            r"progress|appear|possible|happening|participat\w+|mak\w+ a further|offering for)\b|"
            r"\bunsuccessful\b|\b(?:voted|jury|decided (?:against|otherwise|not|to (?:pass|go|decline))|"
            r"decision (?:was|has been)|elected to|elected not|shortlist)\b|\b(?:rejected|turned it down|"
            r"voted (?:it )?down)\b"
        ),
        (
            r"\b(?:gone with|went (?:with|to)|picked|given it to|give (?:the|it) \w* ?(?:\w+ )?to|awarded|"
            r"placed the order|took the|taken another|got it|has it|led a round|signed (?:elsewhere|with)|"
            r"promised|already (?:said yes|agreed)|put down a deposit|paid the deposit|higher bid|"
            r"another (?:bid\w*|candidate|company|offer|direction|way|agency)|other (?:one|candidate|agency|"
            r"person|bid)|(?:someone|somebody) else|by a whisker|it was close|between you and)\b"
        ),
        (
            r"\b(?:it's|it is|is|answer's|be|a|to say|say|i'm saying|just) (?:a |still )?no\b(?! (?:problem|"
            r"use|\w+ing|longer|idea|more))|\bno from\b|\brather not\b|\b(?:no|not give|without|wasn't told|"
            r"don't have|doesn't give|doesn't tell)(?: us)? (?:reasons?|why|grounds|explaining|comments?|"
            r"individual)\b|\bindividual feedback\b|\bwon't be (?:coming|making|participating|joining|able|"
            r"taking)\b|\bit's a pass\b|\bpass on\b|^\W*nah?\W*$"
        ),
        # a turn from what was kind to what is meant
        r"\b(?:but|however|unfortunately|though|only|sadly|trouble is|afraid)\b",
        # agreement, and no refusal at all
        (
            r"\b(?:yes|yep|yeah|gladly|of course|absolutely|deal|agreed?|accept(?:ed|s)?|approved|confirm\w*|granted|"
            r"hired|welcome|congratulations|count (?:me|us) (?:in|on)|(?:i'm|we're|we are|you're|i am) in\b|(?:happy|"
            r"delighted|pleased|thrilled|glad|proud) to (?!look|hear|see|talk|sit)|(?:i'd|we'd|i would|we would) (?:be "
            r"(?:happy|glad|delighted)|love|like) to|go ahead|proceed|(?:is|it's|you're) yours|keys)\b"
        ),
        (
            r"\b(?:let's (?!not|wait|leave|see|talk)\w+|see you|sign(?:ed)? (?:tonight|today|it|this|me)|contract is|"
            r"send (?:over )?(?:the|your|me the|us the) (?:contract|papers?|paperwork|invoice|forms?|keys|link)|"
            r"can't wait|perfect(?:ly)?|great|wonderful|excellent|works for (?:me|us)|good news|say yes|said yes|"
            r"says yes)\b"
        ),
    )
)
