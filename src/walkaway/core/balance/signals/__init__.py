"""Signals: contact in; what stands out, one file each, out."""

from __future__ import annotations

from walkaway.core.balance.signals import chasing, hard_to_get, ignored, mixed, steady, taken_for_granted
from walkaway.core.balance.signals.signal import ENOUGH_ACTIVE_DAYS, ENOUGH_CONVERSATIONS, Signal, View

SIGNALS = {
    "taken_for_granted": taken_for_granted.find,
    "ignored": ignored.find,
    "mixed": mixed.find,
    "hard_to_get": hard_to_get.find,
    "chasing": chasing.find,
    "steady": steady.find,
}


def signals(view: View) -> tuple[Signal, ...]:
    """All that stand out, in the order above; none with under 5 conversations or 10 active days."""
    if view.seen.conversations < ENOUGH_CONVERSATIONS or view.seen.active_days < ENOUGH_ACTIVE_DAYS:
        return ()
    found = [signal for signal in (find(view) for find in SIGNALS.values()) if signal is not None]
    # A pair that blows hot and cold may be even on the whole; it is not steady.
    return tuple(signal for signal in found if signal.name != "steady" or len(found) == 1)
