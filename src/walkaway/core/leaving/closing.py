"""A draft in; whether it closes with grace (thanks, or a yes to their no, and an end or a wish; asks nothing) out."""

from __future__ import annotations

import re

from walkaway.core.leaving.checks import asked_something
from walkaway.core.leaving.seen import plain

LONGEST = 60
"""Words; a goodbye that goes on is no close."""
_KIND = re.compile(
    r"\b(?:thank you|thanks|i (?:\w+ )?(?:understand|accept|respect|appreciate)|fair enough|no hard feelings|"
    r"understood|that(?:'s| is) (?:ok|okay|fine|fair)|it was (?:good|nice|lovely|great|a pleasure))\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:i(?:'m| am| will be|'ll be) (?:ending|stopping|closing|leaving (?:it|this)|letting|moving on|"
    r"stepping (?:away|back|aside)|taking my name (?:back|off|out)|withdrawing|not going on|done here|bowing out)|"
    r"i(?:'ll| will) (?:leave it (?:there|here|at that)|stop here|close this|not (?:write|text|call|contact)|move on|"
    r"look elsewhere|let (?:this|it) go)|(?:my|the) answer is no|i will not take it on|goodbye|farewell)\b",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\b(?:(?:i )?wish(?:ing)? (?:you|the team|you all|everyone)|all the best|best of luck|good luck|take care)\b",
    re.IGNORECASE,
)
_HOLDS_ON = re.compile(
    r"\b(?:guess|clearly|obviously|apparently|for nothing|ignor\w+|still (?:hope|hoping|waiting|think|feel|want|love|"
    r"miss)|hop(?:e|ing) (?:to|you|we|that)|waiting|wait for|hear (?:back|from)|answer me|reply|respond|unless|"
    r"if (?:you|anything|things|it)|whenever|let me know|look(?:ing)? forward|get back|reconsider|change your mind|"
    r"one (?:more|last)|but|regret|your loss|please|call me|text me|write me|write to me|some ?day|door is|checking|"
    r"follow(?:ing)? up)\b",
    re.IGNORECASE,
)


def closes(text: str) -> bool:
    """Whether these words end it and ask for nothing: they are no nudge, however many went unanswered before."""
    said = plain(text)
    if len(said.split()) > LONGEST or asked_something(said) or _HOLDS_ON.search(said):
        return False
    kind, ends, wishes = (way.search(said) is not None for way in (_KIND, _ENDS, _WISHES))
    return (ends and (kind or wishes)) or (kind and wishes)
