"""No text in; the ways English has of asking for no more contact, as patterns over the parts of stop_parts.py, out.

A pattern is written in the names of the parts. `GROUPS` are sets of parts, `PIECES` stretches that come back in many
ways; whatever is not a name is a regular expression's own sign, and a dot is any one word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from walkaway.core.redirect.pattern import Pattern
from walkaway.core.redirect.stop_parts import OTHER, PART

_GROUPS = {
    "AUX": "HAS BE",
    "ANY": "ALL ARTICLE",
    "ACT": "REACHES EMAIL CONTACT TALK INTOUCH HARM COME REPLY SEEK",
    "TOUCH": "REACHES EMAIL",
    "ASK": "DEMAND TOLD",
    "REACH": "REACHES EMAIL CONTACT HARM",
    "DOING": "TOUCHING TALKING HARMING COMING",
    "THING": "KIN PLACE LINE EMAIL",
    "TO": "INF NEAR FROM",
    "SOFT": "PLEASE ADV LEAD AGAIN INF EVER",
    "AGAINS": "AGAIN ANYMORE EVER",
    "DET": "ALL ARTICLE MORE ANYMORE YOUR THIS",
    "WHO": "SHE KIN NOBODY",
    "OFFS": "OFF FROM",
    "TURN": "PLEASE THANKS NAME AGAIN ANYMORE STOP NOT DO GO AWAY LEAVE DELETE BLOCK",
}
_PIECES = {
    "OBJECT": r"(?:ME|MY(?:OTHER|ADV|OLD|ANY|EMAIL(?=LINE))?THING(?:AND+THING)*(?!LINE)|THISLINE|ANYONE)",
    "OBJECTS": r"(?:OBJECT(?:AND+(?:ANY|NOT|TO)*OBJECT)*)",
    "ACTS": r"(?:ACT(?:TO?OBJECT)?(?:AND+(?:SOFT|DO|NOT)*ACT)*)",
    "DOINGS": r"(?:DOING(?:TO?OBJECT)?(?:AND+(?:SOFT|STOP)*DOING)*)",
    "GAP": (
        r"(?:ADV|PLACE|THANKS|NAME|OTHER|ANY|ABOUT THIS OTHER?|HERE|TO (?:HERE|THIS LINE|OBJECT|ANY? PLACE|"
        r"ALL OTHER|ALL LINE))*"
    ),
    "CLOSE": r"(?=ADV*(?:$|TURN|AND+(?:SOFT)*(?:$|TURN|I|WE|YOU|THISAUX)))",
    "NOUNS": r"(?:(?:NEWS|CONTACT)(?:AND+(?:DET|NO)*(?:NEWS|CONTACT|TOUCH|COME))*)",
}


def _pattern(way: str) -> Pattern:
    return Pattern(way, _over_parts)


def _over_parts(way: str) -> str:
    """A way in names, as a regular expression over parts."""
    for _ in range(3):  # a piece may be made of pieces
        way = re.sub("|".join(sorted(_PIECES, key=len, reverse=True)), lambda m: _PIECES[m[0]], way)
    names = {**PART, "OTHER": OTHER, **{g: f"[{''.join(PART[n] for n in of.split())}]" for g, of in _GROUPS.items()}}
    found = re.sub("|".join(sorted(names, key=len, reverse=True)), lambda m: names[m[0]], way)
    if unknown := re.findall("[A-Z]+", found):
        raise ValueError(f"{unknown} are no parts, in {way}")
    return found.replace(" ", "")


@dataclass(frozen=True, slots=True)
class Way:
    """A pattern over parts. `demand`: it asks somebody to do or not do, so what stands before it says who is asked.

    `open`: it can be meant for now or for this channel only, so a later time or another way to write lets it go.
    """

    parts: Pattern
    demand: bool = False
    wish: bool = False
    open: bool = False


def _ways(*said: str, demand: bool = False, wish: bool = False, open_: bool = False) -> tuple[Way, ...]:
    return tuple(Way(_pattern(way), demand, wish, open_) for way in said)


_STOP = "STOP (?:SOFT|ANY|THIS|TO|AND)*?"
_NOT = "NOT (?:SOFT|AUX|WANT|ALLOWED|YOU|THIS)*?"
WAYS = (
    # stop doing it, do not do it: for good
    *_ways(
        f"{_STOP} DOINGS TO? OBJECTS (?:ADV|ANY)* AGAINS",
        f"{_NOT} ACTS TO? OBJECTS GAP (?:AGAINS | MORE$)",
        f"{_NOT} ACTS GAP (?:AND+ (?:SOFT|NOT|DO)* ACT)? GAP AGAINS",
        f"{_NOT} ACTS TO YOU AGAINS",
        f"{_NOT} ACTS TO? ARTICLE OTHER* (?:KIN|PLACE) AGAINS",
        "NOT DO (?:THIS|ADV)+ AGAINS",
        "NO (?:TOUCH|CONTACT) OBJECT (?:AGAINS | PLEASE)",
        "MODAL WE (?:SOFT)* NOT (?:TALK|TOUCH|INTOUCH) (?:TO YOU)? AGAINS",
        "(?<!NOT)(?<!NOTADV) LEAVE OBJECTS (?:THANKS|OTHER|ADV)* (?:ALONE|BE) CLOSE (?!MODAL)",
        "(?:AWAY|GO) (?:TO|OFF|ANY)* (?:OBJECT|MYANYOTHER)",
        "AWAY CLOSE LEAVE OBJECT ALONE",
        "(?: ^ | AND | PLEASE | ADV ) GO CLOSE",
        f"{_STOP} HARMING TO? OBJECTS",
        f"{_STOP} COMING TO? MY OTHER",
        f"{_NOT} COME TO? MY OTHER",
        f"{_NOT} HARM TO? (?!THIS) OBJECTS",
        "NOT SEND (?:ME|TO)* (?:ANY|YOUR|THIS|OTHER)* (?:ANYMORE|MORE|YOUR) (?:ANY|OTHER)* (?:NEWS|CONTACT) (?! LINE)",
        "NOT SEND (?:ME|TO)* (?:ANY|YOUR|THIS|OTHER)* (?:NEWS|CONTACT) AGAINS",
        "NOT USE (?:THIS|MY) (?: OTHER? LINE | AGAINS)",
        "NOT HARM TOUCHING CLOSE",
        "^ (?:SOFT)* AWAY CLOSE",
        "LETS (?:ENDS|ENDING|STOP) (?:DET)* (?:CONTACT|TALKING)",
        (
            "(?:NOT|NO|STOP) (?! BE? (?:HESITATE|DELETE)) .{0,6} (?:TOUCH|CONTACT|DOING|NEWS) (?:TO)? "
            "(?:ME|MY KIN) .{0,3} AGAINS"
        ),
        "(?:SHE|NOBODY) (?:FROM YOUR .)? AUX INF ACTS OBJECTS",
        "YOUR KIN MODAL NOT ACT",
        "(?:NO (?:MORE)+ LEAD | STOP (?:DET)* NEWS INF) ACTS TO? OBJECTS",
        "DESIST (?: CLOSE | FROM)",
        "NOT (?:SOFT)* HARM? DOINGS (?:TO? OBJECTS)? AGAINS",
        "(?: STOP (?:DET|OTHER)*? NOUNS TO (?:OBJECT|YOU) | ENDS (?:DET)+ NOUNS (?! TO (?!OBJECT|YOU) ) )",
        "YOU? (?:MODAL | AUX INF) (?:AUX|ADV)* NO (?:MORE|ANY|OTHER|AND|ADV)* CONTACT TO OBJECT",
        demand=True,
    ),
    # the same, which can be meant for now
    *_ways(
        f"{_STOP} (?:OTHER AND+){{0,2}} DOINGS TO? OBJECTS",
        f"{_STOP} (?:TOUCHING|TALKING|COMING)(?:AND+(?:STOP|ADV)*DOING)* CLOSE",
        f"{_STOP} SENDING (?:ME|TO|ANY|YOUR|MORE|OTHER|THIS)*? (?:NEWS | CONTACT | (?:THIS|HER) CLOSE | CLOSE)",
        "NOT SEND (?:ME|TO)* (?:ANY|YOUR|THIS)* (?:NEWS|CONTACT) (?! LINE)",
        "NO MORE (?:OTHER)? DOINGS TO? OBJECTS",
        "NOT ADV* SAID ABOUT DOINGS TO? OBJECTS",
        "STOP (?:SOFT)* TRYING INF ACTS TO? OBJECTS",
        "NOT (?:SOFT)* (?:ACT AND+)? LEAD DOINGS TO? OBJECTS",
        f"{_STOP} TO (?:TOUCH|CONTACT|HARM) TO? OBJECTS",
        (
            f"{_STOP} (?:DET|PLEASE|TO|OTHER)*? NOUNS (?! LINE | PLACE | OTHER | (?:INF|NEAR) (?! OBJECT | "
            "YOU | YOUR) | FROM (?!YOU|YOUR))"
        ),
        f"{_NOT} ACTS TO? OBJECTS",
        "(?:NOT (?:SOFT)* | STOP (?:SOFT|ALL|MORE)*) CONTACT TO? MY OTHER{1,2} (?! PLACE)",
        f"{_NOT} ACTS TO? ANYONE (?:TO (?:MY|THIS)? PLACE | HERE)",
        f"{_NOT} (?:TOUCH|CONTACT|REPLY|COME)(?:AND+(?:SOFT|DO|NOT)*ACT)* (?:HERE | TO (?:THIS | OBJECT))? CLOSE",
        demand=True,
        open_=True,
    ),
    # no more of it
    *_ways(
        (
            "NO (?:MORE|ANYMORE) (?:ANY|YOUR|OTHER)*? NOUNS (?! LINE | OTHER | AUX OTHER | (?:INF|NEAR) (?! OBJECT | "
            "YOU) | FROM (?!YOU|YOUR))"
        ),
        "AGAIN AND* (?:OTHER)? NO (?:NEWS|TOUCH|CONTACT)",
        "NO (?:NEWS|TOUCH|CONTACT) (?:AND+ NO (?:MORE|ANY)* (?:NEWS|TOUCH|OTHER))+ (?:PLEASE|AGAINS)",
        "NO (?:NEWS|TOUCH|CONTACT) (?:AND* NO (?:MORE|ANY)* (?:NEWS|TOUCH|DOING|OTHER)){2,}",
        "NO (?:MORE|ANY)* CONTACT TO (?:OBJECT|YOU)",
        "AUX ENDING (?:DET)* (?:CONTACT|NEWS) (?:TO YOU)?",
        "NO (?:ANY)* (?:NEWS|CONTACT) (?:TO OBJECT)? (?:PLEASE|AGAIN)",
        "^ (?:SOFT)* NO CONTACT (?=$|AND|TO ME|TO YOU|TO WE)",
        open_=True,
    ),
    # I do not want it
    *_ways(
        "NOT (?:SOFT|MODAL|AUX)* WANT (?:SOFT|SEEK|NOT|AND|MORE|ANY)* HEAR (?:MORE|ANY|NEWS|OTHER|ANYMORE)* TO YOU",
        "(?:WANT|ASK) (?:SOFT|AND|NOT|AUX)* NOT (?:SOFT)* HEAR (?:MORE|ANY|NEWS)* TO YOU",
        (

                "NOT (?:SOFT|AUX)* WANT (?:SOFT)* (?:SEEK AND+ (?:SOFT)*)? (?:TALK|TOUCH|"
                "CONTACT)(?:AND+(?:SOFT)*(?:TALK|TOUCH|"
                "CONTACT|SEEK))* "
                "(?: TO? YOU AGAINS | AGAINS)"

        ),
        "NOT (?:SOFT|AUX)* WANT (?:SOFT)* (?:TALK|TOUCH) TO YOU",
        (
            "(?:NOT (?:SOFT|AUX)* WANT | NO WANT) (?:SOFT|AUX|DET|TO)* CONTACT (?! LINE | PLACE | OTHER | TO "
            "(?! OBJECT | YOU))"
        ),
        (
            "NOT (?:SOFT|AUX|MODAL)* (?:WANT|DELETE|REPLY|AUX) (?:SOFT|AUX|SEEK)* (?:MORE|ANYMORE|YOUR|NEAR|"
            "FROM|ANY)+ "
            "(?:NEWS|CONTACT|REPLY|TOUCH) (?! OTHER | LINE)"
        ),
        (
            "NOT (?:SOFT|AUX)* WANT (?:THIS|SOFT|TO)* YOU (?:SOFT|AUX|ALLOWED)* (?:ACTS TO? OBJECTS | DOINGS "
            "TO? OBJECTS "
            "| ACTS AGAINS | TOUCH CLOSE | REACH CLOSE)"
        ),
        "NOT (?:SOFT|AUX)* WANT (?:SOFT|AUX)* (?:TOUCHED | ASK AGAINS)",
        "NOT (?:SOFT)* WANT (?:INF|AUX|YOU)+ (?:OTHER|NEAR|ANY){0,3} MY THING",
        "WANT (?:SOFT)* NOT (?:SOFT)* INTOUCH",
        "NOT (?:SOFT)* INTOUCH TO YOU",
        "NOT (?:SOFT)* WANT (?:SOFT|WE|ME)* INTOUCH",
        "NOT SAID (?:THIS)? WE MODAL (?:SOFT)* (?:TALK|TOUCH|CONTACT|INTOUCH) (?:TO YOU)? (?:AGAINS|CLOSE)",
        "THIS (?:AUX|MODAL|SOFT)* (?:MY|ANY|YOUR)? LASTONE (?:TO YOU | CLOSE | I | YOU)",
        "NOTHING (?:MORE|OTHER|SOFT)* DO TO YOU",
        "MY (?:OTHER)? LINE (?:AUX)* REMOVED",
        "WANT OFFS (?:ANY|YOUR|THIS|OTHER)* LIST",
        "(?:WANT|ASK) (?:SOFT|AUX|THIS|I|ME)* NOT (?:SOFT|AUX)* TOUCHED",
        (
            "(?:WANT|ASK|AUX) (?:OTHER|SOFT|THIS|WE|AUX|YOU|TO|DO|OBJECT){0,5}? (?:NO (?:MORE|ANY)* | NOT "
            "AUX? (?:ANY|MORE)+ ) CONTACT "
            "(?! LINE | PLACE | OTHER | TO (?! OBJECT | YOU | KIN))"
        ),
        "NOCONTACT",
        "YOU (?:AUX|ADV)* FORBID (?:INF|FROM) (?:ACTS|DOINGS) TO? OBJECTS",
        "FORBID YOU (?:INF|FROM) (?:ACTS|DOINGS) TO? OBJECTS",
        "NOT AUX YOU DOINGS TO? OBJECTS",
        "NOT OTHER? YOU (?:ANY|MY)* ALLOWED INF ACTS TO? OBJECTS",
        "AUX ENDING YOU OFF",
        "NOT (?:SOFT|AUX)* WANT (?:SOFT)* SEEK (?:YOUR .{0,4} AGAINS | AND+ (?:TALK|TOUCH|CONTACT) TO? YOU)",
        "(?:ASK|WANT) .{0,4} YOU (?:SOFT)* STOPPED DOINGS (?:TO? OBJECTS | CLOSE)",
        "NOT (?:SOFT|AUX)* WANT YOU INF USE (?:MY|THIS) (?:OTHER|EMAIL)? LINE",
        "NOT .{0,10} LEAD (?:TALKING|TOUCHING) (?:TO YOU | CLOSE)",
        "IF WE STOPPED (?:TALKING|TOUCHING) CLOSE",
        "LETS NOT (?:TALK|TOUCH|INTOUCH) (?:TO YOU)? AGAINS",
        "(?<!DO) I (?:MODAL|THIS)? NOT (?:SOFT|AUX)* TOUCHED AGAINS",
        "WANT (?:SOFT)* UNSUBSCRIBE",
        "(?<!NOT) (?:WANT (?:SOFT|YOU|AUX)* | MODAL BE) LEFT (?! TO)",
        "(?:AWAY | WANT YOU (?:SOFT|AUX)* OFFS) (?:TO|OFF)* MY OTHER? THING",
        (
            "(?:WANT|ASK|SAID|MODAL|THIS) (?:OTHER|SOFT|AUX|THIS|IF|WANT|ANY|TO){0,4} (?:WE|ME) (?:MODAL|DO|"
            "AUX|SOFT)* "
            "(?:NOT (?:SOFT|AUX)* | STOP ) (?:TALK|TALKING|TOUCH|CONTACT|INTOUCH) (?:TO YOU)? (?:AGAINS | "
            "CLOSE)"
        ),
        "WE (?:MODAL|AUX|SOFT)* NOT (?:SOFT|AUX)* (?:TALK|TALKING|INTOUCH) (?:TO YOU)? AGAIN",
        "NOT (?:SOFT)* WANT (?:WE|ME|SOFT|AUX|TO)* (?:TALK) (?:TO YOU)? (?:AGAINS | CLOSE)",
        "DONE TALKING (?: TO YOU | CLOSE | ADV*$)",
        "(?<=AUX) (?:ADV)* DONE TO YOU",
        "NOTHING (?:MORE|ADV|OTHER)* (?:LEFT)? (?:TO|LEAD)* (?:SAID|TALK|OTHER|MORE) (?:ABOUT)? (?:TO YOU | AGAINS)",
        wish=True,
    ),
    # my number, your list
    *_ways(
        "(?<!NOT) DELETE (?:ANY)* (?:MY|THIS) (?:OTHER|LINE|ADV|TOUCH|AND|MY){0,4}? (?:LINE|EMAIL) (?: AND* LINE)*",
        (
            "(?<!NOT) DELETE (?:ME|MY (?:OTHER|THING|NEWS|ADV){1,3}|THIS LINE) OFFS (?:(?:ANY|YOUR|THIS|MORE|"
            "OTHER|NEWS|TOUCH|CONTACT){0,4} "
            "(?:LIST|LINE|THING|NEWS|TOUCH|CONTACT) | YOUR | THIS | ANY)"
        ),
        "(?<!NOT) DELETE ME (?:OFFS)? CLOSE",
        "AUX REMOVED (?:OFFS)? (?:ANY|YOUR|THIS|OTHER|NEWS)* (?:LIST|LINE)",
        "^ (?:SOFT|ADV)* UNSUBSCRIBE (?: ME | PLEASE | THANKS | OFF | ADV)* (?=$|OFFS|AND|THIS|YOUR)",
        "PLEASE (?:SOFT)* UNSUBSCRIBE (?! OTHER | ANY)",
        "(?<!OTHER) UNSUBSCRIBE ME",
        "OPT (?:ME|MY.) (?:OTHER|OFF)",
        "CONSIDER (?:THIS LINE | YOU | MY LINE)  BLOCK",
        "I (?:MODAL|AUX|ADV|LEAD|OTHER)* BLOCK (?:YOU (?! ARTICLE | OTHER | LIMIT | OFF) | YOUR . | THIS LINE)",
        "YOU (?:AUX|ADV|MODAL)* BLOCK (?=$|AND|THANKS|NEAR|AGAIN)",
        "^ (?:ADV|OTHER)? BLOCK (?=$|AND|DO)",
        "(?:THIS|YOUR) LINE AUX+ BLOCK",
        demand=True,
    ),
    # or else; no leave to
    *_ways(
        "IF YOU .{0,5} (?:ACT|DOING|TOUCHED) .{0,14} LAW",
        "(?: ^ | AND | YOU ) (?:SOFT)* (?:ACT|DOING) (?:TO? OBJECT|.) AGAINS .{0,14} LAW",
        "LAW .{0,3} IF YOU .{0,4} (?:ACT|DOING)",
        "IF I AUX TOUCHED AGAIN",
        "BLOCK YOU IF YOU .{0,4} (?:ACT|DOING)",
        (
            "(?<!SAID) (?:MORE|ANYMORE|ANY|YOUR) (?:OTHER|MORE|ANY){0,2} (?:NEWS|TOUCH|CONTACT|REPLY|SEEK|"
            "LEAD) (?! FROM (?!YOU|YOUR)) .{0,16} LAW"
        ),
        (
            "YOU (?:AUX|MODAL|DO|ADV)* (?:NOT|NO) (?:AUX|ADV|MY|ANY|LEAD|OTHER)* (?:ALLOWED | (?<=MY) WANT) "
            "(?:SOFT|AUX|OTHER)* ACTS (?:TO? OBJECTS | $)"
        ),
        "REVOKE (?:MY|ANY|OTHER)* (?:ALLOWED|WANT) .{0,5} (?:TOUCHED|NEWS|TOUCH|CONTACT|TOUCHING)",
        "(?:NOUNS|TOUCH|LINE) (?:TO (?:OBJECT|YOU))? (?:AUX|MODAL|TO|ADV)+ (?:UNWELCOME | NOT (?:ADV)* ALLOWED)",
        (
            "(?:MORE|ANY|YOUR) (?:MORE|ANY|OTHER)* (?:CONTACT|NEWS) (?:TO (?:OBJECT|YOU|THIS|OTHER|WE))* "
            "(?:AND+ (?:MODAL|AUX|ADV))? "
            "(?:MODAL|AUX|LEAD|ADV|UNWELCOME|AND)* (?:STOP | ENDS) (?:LIMIT)?"
        ),
    ),
)  # fmt: skip

_ASKER = "WHO | OTHER | KIN | ANYKIN | MYKIN"
RELAYED = tuple(
    _pattern(way)
    for way in (
        (
            f"(?:{_ASKER}) .{{0,6}}? (?:ASK|WANT) (?:THIS|TO|SOFT)* YOU (?:SOFT|MODAL|AUX)* (?:{_STOP} DOINGS "
            "TO? HER | NOT (?:SOFT)* ACTS TO? HER | LEAVE HER (?:ALONE|BE))"
        ),
        f"(?:{_ASKER}) (?:DO|SOFT|AUX)* NOT (?:SOFT)* WANT (?:THIS)* YOU (?:SOFT)* (?:ACTS|DOINGS) TO? HER",
        (
            f"(?:{_ASKER}) (?:DO|SOFT|AUX)* NOT (?:SOFT)* WANT (?:SOFT)* (?:HEAR TO YOU | TALK TO YOU | "
            "(?:MORE|ANY|AUX)* CONTACT TO YOU)"
        ),
        f"(?:{_ASKER}) (?:WANT|ASK) (?:TO)? NO (?:MORE|ANY)* CONTACT TO YOU",
    )
)
"""Somebody passes on what a third person asked of you."""

# --- what stands around it --------------------------------------------------------------------------------------------

ASKED = _pattern(
    "(?: (?:ASK|WANT|MODAL|PLEASE|LAW) (?:OTHER|ADV|THIS|IF|MODAL|I|ME|ANY|AUX|TO|AND|MORE){0,6} YOU "
    "(?:OTHER (?=INF))? (?:SOFT|AUX|MODAL|DO)* "
    "| (?: ^ | AND | THIS | PLEASE | ADV ) YOU (?:SOFT)* (?:MODAL|AUX (?=NOT|LEAD|$|INF)) (?:SOFT|AUX)* "
    "| ^ YOU .* AND MODAL (?:SOFT)* | ASK (?:ADV|THIS)* (?:SOFT)* | PLEASE (?:SOFT)* )$"
)
"""Directly before a demand: you are asked to."""
ASKABLE = _pattern(
    "(?: MODAL YOU (?:SOFT|ANY|DO)* | MODAL I DEMAND YOU (?:SOFT)* | ^ (?:SOFT|OTHER)* | AND (?:SOFT)* )$"
)
"""Directly before a demand that is put as a question."""
TURNED = _pattern(
    "(?: NOT (?:SOFT|ME|AUX)* | (?:I|WE|WHO|ANYKIN|HER|MYKIN) (?:AUX|MODAL|DO|SOFT|OTHER)* | WHY .{0,3} "
    "| (?:DO|AUX|MODAL) YOU (?:SOFT|MODAL|AUX)* | YOU (?:SOFT|AUX|DO)* | MODAL (?:SOFT)* | NEAR "
    "| (?:ASK|WANT|SAID) .{0,2} (?:ME|HER|KIN|WHO|OTHER (?=INF)) (?:SOFT)* | LEAVE (?:OTHER|ME)*)$"
)
"""Directly before a demand: it is somebody else's doing, or not asked."""
REPORTED = _pattern(
    "SORRY | NOBODY | NOT THIS (?:I|WE) | HESITATE | NOT (?:SOFT|AUX)* (?:SAID (?!WE) | TOLD | DEMAND "
    "YOU) | NOT (?:SOFT|AUX)* WANT "
    "(?:THIS)* YOU (?:SOFT)*$ "
    "| (?:WHO|KIN|OTHER|ANY) (?:AUX|ADV|DO)* (?:SAID|TOLD) (?! (?:THIS|TO)* YOU) | YOU ADV* (?:SAID|ASK) "
    "| (?:YOU|WHO) (?:AUX)* ASK .{0,2} IF | SAID (?:THIS)? I | ASK (?:HER|KIN|OTHERKIN|HEROTHER|MYKIN) | "
    "LEAVE OTHER"
)
LIMITED = _pattern(
    "^ (?! LIMIT .{0,3} LAW) (?: AND* (?:SOFT|OTHER|NEWS|THANKS)? LIMIT | AND* IF (?!YOUNOT) | BY (?! "
    "ALL | YOU | YOUR | . AND+ . (?!AUX) ) )"
)
TOPIC = _pattern("^ ABOUT")
PLACED = _pattern(
    "^ (?: TO (?! OBJECT | ALL) (?:OTHER|ANY|PLACE|THIS|MY|TOUCH|NEWS) | HERE | OTHER | ANY | MY | YOUR |"
    " OFF | KIN | LINE)"
)
THINGS = _pattern("^ (?: OTHER | ANY | MY | YOUR | OFF | KIN | LINE )")
STOPS = _pattern("^STOP")
EVER = _pattern("AGAIN | EVER | ANYMORE (?! NEWS | TOUCH | CONTACT | ANY)")
NAMED = _pattern("^ ME (?: OTHER | ARTICLE | MY | YOUR | KIN | NAME | OLD | THIS )")
"""After "call": a name for somebody, and no call."""
