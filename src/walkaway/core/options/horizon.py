"""Offers up to a deadline: their spread and how many periods are left in, your limit in each of them out.

No recall, no discount. Moser (1956); DeGroot (1970).
"""

from __future__ import annotations

import numpy as np

from walkaway.core.events import FloatArray
from walkaway.core.options.distributions import Worth


def values_to_go(
    offers: Worth, periods: int, *, cost: float = 0.0, arrival: float = 1.0, fallback: float = 0.0
) -> FloatArray:
    """v_0 ... v_periods: what looking is worth with so many periods left.

    v_0 = fallback, v_k = max(fallback, v_{k-1} - cost + arrival M(v_{k-1})). `cost` is paid in each period looked,
    whether or not an offer comes; one comes with chance `arrival`; `fallback` is there at any time. With k periods
    left, this one included, accept an offer of at least v_{k-1}.
    """
    values = [fallback]
    for _ in range(periods):
        ahead = values[-1]
        values.append(max(fallback, ahead - cost + arrival * offers.excess(ahead)))
    return np.array(values)
