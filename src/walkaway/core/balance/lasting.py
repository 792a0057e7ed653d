r"""Days on which they opened a conversation, in; whether the last months differ from all before, out.

A fall to a half or a doubling says little in a month and is plain in a half-year. Their last 12 and 24 weeks are
compared with all that came before, z = (n - r w) / sqrt(phi r w (1 + w / t)): n days in the window of w days, r the
rate over the t days before it. Bouts make counts uneven: for a renewal process the variance over the mean is the
squared coefficient of variation of the gaps (Cox 1962, Renewal Theory, ch. 4), phi, taken from the gaps before the
window and from 20 made-up ones.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.events import BoolArray, FloatArray, Int64Array

WINDOWS = (84, 168)
BEFORE = 84
"""Days that must lie before a window."""
SUPPOSED, SUPPOSED_GAPS = 1.2, 20
"""Variance over mean of a pair of which no gap is known yet, and how many gaps that counts for."""
FELL, ROSE = 2.6, 3.7
"""Levels of -z and z, the larger of both windows: what 4 % of steady pairs, and 1.5 %, reach in a half-year of looks
every six days (`python -m studies.drop.looks --levels`)."""


@dataclass(frozen=True, slots=True, eq=False)
class Lasting:
    """How far either is above its level at the end of each day, (pairs, days); an alarm is what exceeds 0."""

    fell: FloatArray
    rose: FloatArray


def lasting(opened: BoolArray) -> Lasting:
    """Both for pairs side by side; nothing is said before day 168."""
    count, dispersion = np.cumsum(opened, axis=1), _dispersion(opened)
    fell, rose = np.full(opened.shape, -np.inf), np.full(opened.shape, -np.inf)
    for window in WINDOWS:
        now = np.arange(BEFORE + window - 1, opened.shape[1])
        ago = now - window
        rate = (count[:, ago] + 0.5) / (ago + 1)
        chance = dispersion[:, ago] * rate * window * (1 + window / (ago + 1))
        z = (count[:, now] - count[:, ago] - rate * window) / np.sqrt(chance)
        fell[:, now] = np.maximum(fell[:, now], -z - FELL)
        rose[:, now] = np.maximum(rose[:, now], z - ROSE)
    return Lasting(fell, rose)


def _dispersion(opened: BoolArray) -> FloatArray:
    """Squared coefficient of variation of the gaps that had ended by each day, (pairs, days)."""
    day = np.arange(opened.shape[1])
    latest = np.maximum.accumulate(np.where(opened, day, -1), axis=1)
    earlier = np.concatenate([np.full((len(opened), 1), -1), latest[:, :-1]], axis=1)
    gap: Int64Array = np.where(opened & (earlier >= 0), day - earlier, 0)
    gaps = np.maximum(np.cumsum(gap > 0, axis=1), 1)
    mean = np.maximum(np.cumsum(gap, axis=1) / gaps, 1)
    uneven = (np.cumsum(gap * gap, axis=1) / gaps - mean**2) / mean**2 * gaps / np.maximum(gaps - 1, 1)
    dispersion: FloatArray = (gaps * uneven + SUPPOSED_GAPS * SUPPOSED) / (gaps + SUPPOSED_GAPS)
    return dispersion
