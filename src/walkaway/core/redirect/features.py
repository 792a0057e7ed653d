"""A text in; the numbers a linear reader of refusals looks at, out.

Three blocks, each of one length or empty: words and pairs of words, pieces of words (3 to 5 letters), and cues, the
turns of phrase in cues.py. Pieces let a typo or an ending pass. Words and pieces are hashed (Weinberger et al. 2009,
ICML), so that the fitted numbers hold no text. Sentences that only greet, thank or wish are left out first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from walkaway.core.events import FloatArray
from walkaway.core.redirect.cues import CUES

WORD_BINS = PIECE_BINS = 4096
KNOWN_BITS = 1 << 15
"""With 3,000 words known, one strange word in eleven is taken for one of them."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[?!]")
_SHORT = 4
_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_COURTESY = re.compile(
    r"^\W*(?:dear|hi|hello|hey|good (?:morning|day|evening|afternoon))\b[^.!?]{0,30}$|"
    r"\b(?:thank\w*|congratulations|wish(?:ing)? you|all the best|(?:good|best of) luck|(?:kind|best) regards|"
    r"hope you|appreciate)\b",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(
    r"\b(?:no|not|never|nor|none|nobody|nothing|but|however|unfortunately|until|only|without|afraid|sorry|pass|"
    r"decline\w*|regret)\b|n['’]t\b",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Lower case, straight quotes, single spaces."""
    return re.sub(r"\s+", " ", text.lower().replace("’", "'").replace("‘", "'")).strip()


def meant(text: str) -> list[str]:
    """Its sentences, without those that only greet, thank or wish; all of them if nothing else is left."""
    sentences = [part for part in _END.split(text) if any(map(str.isalnum, part))] or [text]
    return [part for part in sentences if not _COURTESY.search(part) or _SAYS_MORE.search(part)] or sentences


def features(text: str) -> FloatArray:
    """The three blocks behind each other, and a number for a text of at most four words."""
    said = plain(" ".join(meant(text)))
    words = _words(said)
    pairs = [f"{a} {b}" for a, b in zip(["^", *words], [*words, "$"], strict=True)]
    pieces = (f" {w} "[i : i + n] for w in words for n in (3, 4, 5) for i in range(len(w) + 3 - n))
    cues = np.array([cue.search(said) is not None for cue in CUES], np.float64)
    short = np.array([len(_words(plain(text))) <= _SHORT], np.float64)
    return np.concatenate(
        [
            WORD_WEIGHT * _hashed([*words, *pairs], WORD_BINS),
            PIECE_WEIGHT * _hashed(pieces, PIECE_BINS),
            CUE_WEIGHT * unit(cues),
            0.5 * short,
        ]
    )


WORD_WEIGHT, PIECE_WEIGHT, CUE_WEIGHT = 1.5, 2.5, 1.5
"""How long each block is, that is, how much the fit leans on it; chosen by leaving out one writer after the other."""
LENGTH = WORD_BINS + PIECE_BINS + len(CUES) + 1


def known_words(texts: Iterable[str]) -> npt.NDArray[np.uint8]:
    """The words of these texts as marks in a row of bits, eight to a number; no word can be read out of it."""
    marks = np.zeros(KNOWN_BITS, np.bool_)
    for text in texts:
        marks[[crc32(word.encode()) % KNOWN_BITS for word in _words(plain(text))]] = True
    return np.packbits(marks)


def share_known(text: str, known: npt.NDArray[np.uint8]) -> float:
    """The share of its words that are among the known ones; 0 for a text without words."""
    places = [crc32(word.encode()) % KNOWN_BITS for word in _words(plain(text)) if word.isalpha() or "'" in word]
    return float(np.mean([known[at >> 3] >> (7 - (at & 7)) & 1 for at in places])) if places else 0.0


def unit(block: FloatArray) -> FloatArray:
    """The same direction at length 1; nothing stays nothing."""
    length = float(np.sqrt(block @ block))
    return block / length if length else block


def _words(said: str) -> list[str]:
    return [w if not w[0].isdigit() else "0" for w in _WORD.findall(said)]


def _hashed(tokens: Iterable[str], bins: int) -> FloatArray:
    found = np.zeros(bins)
    for token in set(tokens):
        place, sign = _place(token, bins)
        found[place] += sign
    return unit(found)


@lru_cache(maxsize=1 << 16)
def _place(token: str, bins: int) -> tuple[int, float]:
    code = crc32(token.encode())
    return code % bins, 1.0 if code >> 31 else -1.0
