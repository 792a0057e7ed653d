"""A text in; its clauses, each word under the part it can play in asking for no more contact, out.

A part is one character, so that a clause becomes a short string on which patterns are short too: "please dont txt me
anymore" and "kindly do not write to us again" read alike. A word that plays no part is OTHER.
"""

# ruff: noqa: SIM905 (many words are read best as words)
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from walkaway.core.redirect.pattern import Pattern
from walkaway.core.redirect.stop_parts import LONGEST, OTHER, PART, PART_OF, VOCABULARY

# --- the words as they are meant --------------------------------------------------------------------------------------

_SHORTHAND = dict(
    pair.split("=")
    for pair in (
        "plz=please pls=please pleez=please plese=please pleas=please u=you ya=you 2=to agn=again "
        "txt=text tetx=text "
        "tex=text txting=texting txtng=texting txtin=texting textin=texting msg=message msging=messaging "
        "mesg=message "
        "messagin=messaging stp=stop stahp=stop sotp=stop tsop=stop stopp=stop nvr=never nevr=never "
        "abt=about cal=call "
        "cll=call calll=call callin=calling callling=calling cntact=contact cnt=cannot evr=ever "
        "agen=again numbr=number "
        "lve=leave leve=leave hav=have thier=their wnat=want unsub=unsubscribe telephone=phone jus=just "
        "dat=that "
        "telephoning=phoning wrk=work bothring=bothering b4=before til=until till=until w=with teh=the "
        "rly=really em=email no1=nobody"
    ).split()
)
_WRITTEN_OUT = (
    (r"\b(?:anymore|any more|no mo|anylonger)\b", "any_more"),
    (r"\bnomore\b", "no more"),
    (r"\bform (?=you\b|me\b)", "from "),
    (r"(?<=\w )no more(?=\s*(?:$|[.!?,;\n]))", "any_more"),
    (r"\be-mail", "email"),
    (r"\bd(?:o|i)?n'?t\b|\bdoncha\b|\bdnt\b", "do not"),
    (r"\bcan'?t\b|\bcannot\b", "can not"),
    (r"\bwon'?t\b", "will not"),
    (r"\b(did|does|is|are|was|were|have|has|had|would|could|should|must|need|wo)n'?t\b", r"\1 not"),
    (r"\bi'?m\b", "i am"),
    (r"\b(?:i'ma|imma|im gonna)\b", "i am going to"),
    (r"\b(i|you|we|they|he|she)'?ve\b", r"\1 have"),
    (r"\b(i|you|we|they|he|she|that|it|there)'ll\b", r"\1 will"),
    (r"\b(?:youre|you're)\b|\bur(?= (?:blocked|creep|not|scar|being))", "you are"),
    (r"\bur\b", "your"),
    (r"\bneed(?:n'?t| not)\b", "neednot"),
    (r"\b(we|they)'re\b", r"\1 are"),
    (r"\b(i|you|we|they|he|she|it)'d\b", r"\1 would"),
    (r"\b(it|that|he|she|what|there|who)'s\b", r"\1 is"),
    (r"\blet'?s\b", "lets"),
    (r"\bwanna\b", "want to"),
    (r"\bgonna\b", "going to"),
    (r"\bgotta\b", "have to"),
    (r"\bhmu\b", "hit me up"),
    (r"\b(want|need|like) to not\b", "want not to"),
)  # fmt: skip
_WRITTEN = tuple((Pattern(short), long) for short, long in _WRITTEN_OUT)
_KEYS = (
    "contact", "contacting", "message", "messaging", "messages", "texting", "emailing", "emails", "calling", "writing",
    "leave", "again", "alone", "longer", "number", "unsubscribe", "communication", "further", "never", "please",
    "delete", "remove", "bother", "bothering", "reaching", "correspondence", "harassing", "approach", "block",
)  # fmt: skip
_OTHER_WORDS = frozenset(
    (
        "waiting testing tasting wasting contract contracts massage massages massaging along culling falling "
        "loner lumber "
        "pleased fever lever sever numbers removed removes deleted leaves leaved contacts contacted massaged "
        "brother both "
        "bothered bothers teaching preaching messaged remote mailing nearer neither nerve pleasure leaver "
        "email text "
        "emailed nummer numero whiting waning rating texted vexing boring calming caring blocks blocked "
        "black clock"
    ).split()
)
_WORD = re.compile(r"[^\W_][\w'-]*|[,&?/]")
_CLAUSE = re.compile(r"[^.!?;:\n]+[.!?;:]*")
_DASH = re.compile(r"\s[-–—]+\s|(?<=\w)—(?=\w)")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_ONE_BY_ONE = re.compile(r"(?:^|(?<=[.!?]\s))(?:[a-z']+[.!]+\s+){2,}[a-z']+[.!]*")
"""Stop. Calling. Me."""


def meant(text: str) -> str:
    """Lower case, shorthand and contractions written out, typos of the words that matter put right."""
    said = re.sub(r"[’‘´`]", "'", text.lower()).replace("“", '"').replace("”", '"')
    said = _DRAWN_OUT.sub(r"\1", said)
    said = _ONE_BY_ONE.sub(lambda match: re.sub(r"[.!]+\s*", " ", match[0]), said)
    said = re.sub(r"[\w'-]+", lambda match: _put_right(match[0]), said)
    for short, long in _WRITTEN:
        said = short.sub(long, said)
    return said


@lru_cache(maxsize=4096)
def _put_right(token: str) -> str:
    if token in _SHORTHAND:
        return _SHORTHAND[token]
    if len(token) < 4 or token in _KEYS or token in _OTHER_WORDS or token in VOCABULARY or not token.isalpha():
        return token
    if token.endswith("in") and token + "g" in VOCABULARY:
        return token + "g"
    swapped = (token[:k] + token[k + 1] + token[k] + token[k + 2 :] for k in range(len(token) - 1))
    found = next((word for word in swapped if word in _SWAPPABLE), None)
    return found or next((key for key in _KEYS if _one_slip(token, key)), token)


_SWAPPABLE = frozenset(word for word in VOCABULARY if len(word) > 3) | {"dont", "wont", "anymore", "cant"}
"""Two letters swapped hardly ever make another word, so this is forgiven in every word that plays a part."""


def _one_slip(token: str, key: str) -> bool:
    """One letter too many, too few, wrong, or two swapped (Damerau 1964); never the first letter."""
    if token[0] != key[0] or abs(len(token) - len(key)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(token, key, strict=False)) if a != b), min(len(token), len(key)))
    if len(token) == len(key):
        swapped = token[same : same + 2] == key[same : same + 2][::-1] and token[same + 2 :] == key[same + 2 :]
        return swapped or token[same + 1 :] == key[same + 1 :]
    long, short = (token, key) if len(token) > len(key) else (key, token)
    return long[same + 1 :] == short[same:]


# --- the part a word plays --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch up to a full stop: its words, the part each plays (one character a word), whether it asks."""

    words: tuple[str, ...]
    parts: str
    asks: bool

    def said(self, start: int, end: int | None) -> str:
        """The words from one place to another, as understood."""
        return " ".join(self.words[start:end]).replace("_", " ").replace(" ,", ",")


def clauses(said: str) -> tuple[Clause, ...]:
    """A text as `meant` gave it, cut at full stops and dashes."""
    return tuple(
        _parsed(match[0]) for piece in _DASH.split(said) for match in _CLAUSE.finditer(piece) if match[0].strip(" .!?;")
    )


def _parsed(clause: str) -> Clause:
    found = _WORD.findall(clause)
    asks = "?" in found
    found = [word for word in found if word != "?"]
    words, parts, k = [], [], 0
    while k < len(found):
        for size in range(min(LONGEST, len(found) - k), 0, -1):
            phrase = " ".join(found[k : k + size])
            part = PART_OF.get(phrase, OTHER if size == 1 else None)
            if part is not None:
                break
        if phrase.endswith("'s") and part == OTHER:
            part = PART["WHOSE"]
        words.append(phrase)
        parts.append(part or OTHER)
        k += size
    return Clause(tuple(words), "".join(parts), asks)
