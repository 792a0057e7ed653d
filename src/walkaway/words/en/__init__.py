"""English: values in, sentences out. Another language is a package beside this one with the same names.

`card` says a whole review; the others say one thing each. Each is imported when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from walkaway.words.names import lazily

if TYPE_CHECKING:
    from walkaway.words.en.basis import assumed as assumed
    from walkaway.words.en.becauses import because as because
    from walkaway.words.en.cards import card as card
    from walkaway.words.en.changes import break_even as break_even
    from walkaway.words.en.changes import flip as flip
    from walkaway.words.en.measures import asking as asking
    from walkaway.words.en.measures import balance as balance
    from walkaway.words.en.measures import change as change
    from walkaway.words.en.measures import check as check
    from walkaway.words.en.measures import evidence as evidence
    from walkaway.words.en.measures import signal as signal
    from walkaway.words.en.measures import trend as trend
    from walkaway.words.en.moves import WORDS as WORDS
    from walkaway.words.en.moves import word as word
    from walkaway.words.en.sending import to_send as to_send
    from walkaway.words.en.steps import step as step

__getattr__ = lazily(
    __name__,
    {
        "WORDS": "moves",
        "asking": "measures",
        "assumed": "basis",
        "balance": "measures",
        "because": "becauses",
        "break_even": "changes",
        "card": "cards",
        "change": "measures",
        "check": "measures",
        "evidence": "measures",
        "flip": "changes",
        "signal": "measures",
        "step": "steps",
        "to_send": "sending",
        "trend": "measures",
        "word": "moves",
    },
)
