"""A text in; whether it is written in another language than English, out. Too short to tell counts as English.

By the small words only, which every sentence has and no two of these languages share in number (Cavnar & Trenkle 1994
show how far the commonest words go). What reads English should stay quiet where this says yes.
"""

# ruff: noqa: SIM905 (many words are read best as words)
from __future__ import annotations

import re

_ENGLISH = frozenset(
    (
        "the a an and or but of to in on at for with is are was be been it this that i you we they he she my "
        "your our not no do does "
        "don't can't won't i'm we're it's have has had will would can could should if so as from by about "
        "just me us when what "
        "there their than then them because until next now right thanks thank sorry please"
    ).split()
)
_OTHERS = (
    frozenset(
        # German
        (
            "der die das ein eine einen einem ich du sie wir ihr mich mir dich dir uns euch ist sind war "
            "nicht kein keine keinen und oder "
            "aber mit von für auf zu bei nach aus leider danke bitte wenn dass weil noch schon mehr sehr "
            "haben hat habe wird werden kann "
            "können möchte möchten würde gerade zurzeit derzeit nein es im am zum zur nichts "
            "el la los las un una unos de del que y o pero con sin por para en es son está están estoy "
            "estamos muy más ya ahora me te se "
            "nos le lo mi tu su gracias lo siento puedo podemos tengo tenemos quiero queremos cuando porque "
            "este esta año mes "
            "não nao sim obrigado obrigada mas com sem um uma os as ao do da dos das você voce eu nós estou "
            "estamos agora "
            "le les des une et ou mais avec sans pour dans est sont je tu il elle nous vous ils pas ne merci "
            "désolé quand parce ce cette "
            "il gli di che non ma con per sono è siamo grazie mi dispiace adesso questo questa "
            "het een niet geen maar met voor ik jij wij zijn bedankt helaas nu bu ve için değil ama şu çok "
            "teşekkürler nie jest się na dziękuję"
        ).split()
    )
    - _ENGLISH
)
_ALONE = frozenset(
    "kein keine nein nicht leider danke tengo soy hemos gracias siento quiero merci désolé não obrigado grazie helaas "
    "estoy puedo podemos tenemos queremos interés interesse novio novia".split()
)
"""Enough by itself, where no English word stands beside it."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def not_english(text: str) -> bool:
    """Whether the small words are another language's: two of them at least, and twice as many as English ones."""
    words = _WORD.findall(text.lower().replace("’", "'"))
    english = sum(word in _ENGLISH and word != "no" for word in words)  # "no" is Spanish, too
    others = sum(word in _OTHERS for word in words)
    letters = sum(map(str.isalpha, text))
    foreign = sum(c.isalpha() and ord(c) > 0x24F for c in text)
    alone = english == 0 and any(word in _ALONE for word in words)
    return alone or (others >= 2 and others > 2 * english) or (letters > 0 and foreign > letters / 2)
