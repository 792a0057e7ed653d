"""A signal's measure in; the plain count behind it, out, so that a sentence can say "8 of the last 9"."""

from __future__ import annotations

from walkaway.core.measures import Measure

_PRIOR = 2
_MOST = 100
"""Above this, the noise of the drawn median may be larger than half an event."""


def behind(share: Measure) -> int | None:
    """How many of the `n` events the share stands for. None where that cannot be told to the event.

    A share is the drawn median of Beta(2 + k, 2 + n - k), near (a - 1/3) / (a + b - 2/3) (Kerman 2011), solved for k.
    """
    if not 0 < share.n <= _MOST:
        return None
    k = share.value * (share.n + 2 * _PRIOR - 2 / 3) + 1 / 3 - _PRIOR
    return min(share.n, max(0, round(k)))
