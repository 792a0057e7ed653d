"""A text as it is meant in; how far its words lean to asking for no more contact, and in which clause, out.

A linear reader, fitted by `python -m bench.stop_fit`. It looks at runs of words and, over the parts of stop_parts.py,
at runs of what they do: "never ring us, ok" and "do not text me" share those. What is looked at is hashed (Weinberger
et al. 2009, ICML), so that the fitted numbers hold no text. A text leans as far as its farthest clause.
"""

from __future__ import annotations

from base64 import b85decode
from collections.abc import Iterator, Sequence
from functools import cache
from math import inf, sqrt
from operator import itemgetter
from zlib import crc32

import numpy as np

from walkaway.core.redirect.stop_parts import OTHER, PART
from walkaway.core.redirect.stop_words import Clause

BINS, SCALE = 1 << 15, 127
"""What marks are hashed to, and what a weight is counted in: parts of the largest."""
UNMARKED = 2.0
"""What a clause leans less in which nothing refuses, ends or sends away: a warm "great work again" asks for nothing."""
_REFUSING = (
    "NOT NO STOP NOBODY NOCONTACT LEAVE ALONE LEFT AWAY GO DELETE REMOVED OFF UNSUBSCRIBE OPT BLOCK LASTONE LAW FORBID "
    "REVOKE DESIST ENDS ENDING DONE NOTHING STOPPED UNWELCOME IF"
)
_REFUSES = frozenset(PART[name] for name in _REFUSING.split())
_ALIKE = {
    "ACT": "REACHES EMAIL HARM", "DOING": "TOUCHING TALKING HARMING", "TALK": "TALK INTOUCH", "I": "I WE",
    "SHE": "SHE NOBODY", "ASK": "DEMAND TOLD", "EVER": "AGAIN ANYMORE EVER",
}  # fmt: skip
"""Parts that do the same in a sentence, under the first of them."""
_SILENT = "AND ADV ARTICLE THANKS PLEASE NAME INF ALL LEAD"
"""Parts that change nothing."""
_ROLE = {ord(PART[name]): PART[of.split()[0]] for of in _ALIKE.values() for name in of.split()}
_ROLE |= {ord(PART[name]): None for name in _SILENT.split()}  # type: ignore[misc]
_ENDS, _ASKS, _STARTS = "$", "?", "^"
_LONGEST_RUN = 6
_FILLERS = frozenset("the a an just really so very and or to , please".split())  # noqa: SIM905


def leaning(clauses: Sequence[Clause]) -> tuple[float, Clause | None]:
    """How far the text leans (above 0: to asking), and the clause that leans farthest."""
    bias, weights = _fitted()
    leans = [
        (
            bias
            + sum(weights[k] for k in seen) / sqrt(len(seen))
            - (UNMARKED if _REFUSES.isdisjoint(clause.parts) else 0),
            clause,
        )
        for clause, seen in looked_at(clauses)
    ]
    return max(leans, key=itemgetter(0), default=(-inf, None))


def looked_at(clauses: Sequence[Clause]) -> Iterator[tuple[Clause, list[int]]]:
    """Each clause with the bins of its marks."""
    words = [frozenset(clause.words) for clause in clauses]
    for k, clause in enumerate(clauses):
        beside = frozenset[str]().union(*words[:k], *words[k + 1 :])
        yield clause, [crc32(mark.encode()) % BINS for mark in frozenset(marks(clause, beside))]


def marks(clause: Clause, beside: frozenset[str]) -> Iterator[str]:
    """What the reader looks at in a clause, with the words of the others `beside` it."""
    words = ("<", *clause.words, _ASKS if clause.asks else ">")
    for size in (1, 2, 3):
        yield from (f"w{' '.join(words[k : k + size])}" for k in range(len(words) - size + 1))
    kept = [word for word in words if word not in _FILLERS]
    for apart in (2, 3):
        yield from (f"{apart}{a} {b}" for a, b in zip(kept, kept[apart:], strict=False))
    roles = clause.parts.translate(_ROLE)
    end = _ASKS if clause.asks else _ENDS
    for name, run in (("k", _squeezed(roles)), ("j", roles.replace(OTHER, ""))):
        whole = f"{_STARTS}{run}{end}"
        for size in range(1, _LONGEST_RUN + 1):
            yield from (name + whole[k : k + size] for k in range(len(whole) - size + 1))
    if beside:
        yield from (f"D{word}" for word in beside)
    else:
        yield "alone"


def _squeezed(roles: str) -> str:
    """Words that play no part count as one where they stand together."""
    return "".join(role for k, role in enumerate(roles) if role != OTHER or k == 0 or roles[k - 1] != OTHER)


@cache
def _fitted() -> tuple[float, list[float]]:
    from walkaway.core.redirect.stop_fitted import BIAS, LARGEST, WEIGHTS

    parts = np.frombuffer(b85decode("".join(WEIGHTS.split())), np.int8)
    return BIAS, (parts * (LARGEST / SCALE)).tolist()
