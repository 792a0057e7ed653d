"""A text in; whether it plainly says no, out. Precision first: a message that only may be a no is none.

The reader of refusals cannot tell this: it was fitted on refusals alone and finds one in everything.
"""

from __future__ import annotations

from walkaway.core.redirect.pattern import Pattern
from walkaway.core.redirect.stop import stop_contact

_NO = Pattern(
    (
        r"(?i)^\W*(?:no|nope|nah|no,? (?:thanks?|thank you|sorry)|not interested|thanks,? but no(?: thanks)?)\W*$"
        r"|\b(?:not interested|no interest|thanks,? but no|(?:we|i)(?:'ll| will|'re going to| are going to| have to| "
        r"must)? (?:pass on|decline|pass(?=\W*(?:$|[.!]|for now)))|"
        r"(?:decided|chosen|chose|going) (?:not to|against|to go (?:with|another)|with (?:someone|somebody|another))|"
        r"went with (?:someone|somebody|another|a different)|"
        r"(?:won't|will not|not) (?:be )?(?:mov\w+|going|go|tak\w+|proceed\w*|continu\w+) (?:forward|ahead|further|on|"
        r"this|with)|the answer is (?:still )?(?:a )?no|it's a no\b|"
        r"(?:don't|do not) (?:want|wish) to (?:see|date|be with|meet|continue|go on|work with|sell|buy)|(?:don't|do "
        r"not) think (?:we should|this is (?:working|going)|it(?:'s| is) going to work)|"
        r"not (?:going to (?:happen|work)|working for me|a (?:good )?(?:fit|match) for)|(?:it's|it is|we're|we are) "
        r"over(?: between us)?\W*$|break(?:ing)? up with you|"
        r"(?:only|just) (?:see|like|want) you as a friend|(?:didn't|don't|did not|do not) feel (?:a |the |any |it\b|"
        r"that way)|(?:position|role|job) (?:has been|is|was) (?:filled|closed)|"
        r"filled the (?:role|position|job)|not (?:been )?(?:selected|successful|chosen)|unable to (?:offer|move)|not "
        r"for sale)"
    ),
)
_NO_ELSEWHERE = Pattern(
    (
        r"(?i)^\W*(?:nein|nee|nö|nein,? danke|kein interesse|no,? gracias|no me interesa|no,? lo siento)\W*$"
        r"|\b(?:kein interesse|nicht interessiert|haben uns (?:für|gegen) (?:einen? ander\w+|jemand)|uns "
        r"dagegen entschieden|"
        r"(?:muss|müssen) (?:leider )?(?:absagen|ablehnen)|leider (?:eine )?absage|es ist (?:aus|vorbei) "
        r"(?:mit|zwischen) uns|"
        r"(?:nicht|nichts) für (?:uns|mich)(?=\W*$)|(?:die|unsere|meine) antwort (?:ist|bleibt) nein)\b"
        r"|\b(?:no (?:estamos|estoy) interesad[oa]s?|no (?:nos|me) interesa|hemos (?:elegido|optado por) (?:a "
        r")?otr\w+|"
        r"hemos decidido no|no seguiremos adelante|lamentamos (?:comunicarle|informarle)|no es para "
        r"(?:nosotros|mí)|"
        r"lo nuestro se (?:ha acabado|acabó)|(?:mi|nuestra) respuesta (?:es|sigue siendo) no)\b"
    ),
)
"""German and Spanish, the plainest only."""


def says_no(text: str) -> bool:
    """Whether the text is a no that stands: plain words for it, or a stop-contact."""
    said = text.replace("’", "'")
    return (
        _NO.search(said) is not None
        or ("?" not in said and _NO_ELSEWHERE.search(said) is not None)
        or stop_contact(text) is not None
    )
