"""English: values in, sentences out. Another language is a package beside this one with the same names.

`card` says a whole review; the others say one thing each.
"""

from __future__ import annotations

from walkaway.words.en.basis import assumed
from walkaway.words.en.becauses import because
from walkaway.words.en.cards import card
from walkaway.words.en.changes import break_even, flip
from walkaway.words.en.measures import asking, balance, change, check, evidence, signal, trend
from walkaway.words.en.moves import WORDS, word
from walkaway.words.en.offer_sending import offer_sentence
from walkaway.words.en.offers import OFFER_WORDS, number_to_say, offer_card, offer_reason, turn_sentence
from walkaway.words.en.positions import outside, promises, together
from walkaway.words.en.reason import reason
from walkaway.words.en.sending import to_send
from walkaway.words.en.steps import step

__all__ = [
    "OFFER_WORDS",
    "WORDS",
    "asking",
    "assumed",
    "balance",
    "because",
    "break_even",
    "card",
    "change",
    "check",
    "evidence",
    "flip",
    "number_to_say",
    "offer_card",
    "offer_reason",
    "offer_sentence",
    "outside",
    "promises",
    "reason",
    "signal",
    "step",
    "to_send",
    "together",
    "trend",
    "turn_sentence",
    "word",
]
