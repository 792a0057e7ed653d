"""Headers in, which of them somebody pasted from another chat out: those are words, not messages.

A phone writes one form of header throughout a file (`header.Form`). Another form is a quotation if it hardly ever
occurs, or if it is a small part of the file and never fits in time between the messages around it.
"""

from __future__ import annotations

import numpy as np

from walkaway.core.events import BoolArray, Int64Array
from walkaway.sources.whatsapp.peel import Headers

_RARE = 0.001
_SMALL = 0.1
_OUTNUMBERED = 3


def main_form(headers: Headers) -> int:
    """The form of most headers; of equals, the one seen first."""
    if len(headers.forms) == 1:
        return 0
    counts = np.bincount(headers.form)
    return int(headers.form[(counts == counts.max())[headers.form].argmax()])


def rare_forms(headers: Headers) -> BoolArray:
    """Headers of a form that occurs once, or in fewer than one of a thousand lines, beside a far more common one."""
    if len(headers.forms) == 1:
        return np.zeros(len(headers), np.bool_)
    counts = np.bincount(headers.form, minlength=len(headers.forms))
    rare = (counts == 1) | (counts < _RARE * len(headers))
    rare &= counts.max(initial=0) >= _OUTNUMBERED * counts
    quoted: BoolArray = rare[headers.form]
    return quoted


def out_of_place(headers: Headers, local: Int64Array) -> BoolArray:
    """Headers of a small form of which not one stands, in time, between its neighbours of the main form."""
    quoted = np.zeros(len(headers), np.bool_)
    if len(headers.forms) == 1:
        return quoted
    counts = np.bincount(headers.form, minlength=len(headers.forms))
    main = headers.form == main_form(headers)
    small = counts <= max(1.0, _SMALL * len(headers))
    other = np.flatnonzero(~main & small[headers.form])
    if not len(other):
        return quoted
    spine = np.flatnonzero(main)
    following = np.searchsorted(spine, other)
    times = np.concatenate(([np.iinfo(np.int64).min], local[spine], [np.iinfo(np.int64).max]))
    fits = (times[following] <= local[other]) & (local[other] <= times[following + 1])
    fitting = np.bincount(headers.form[other[fits]], minlength=len(headers.forms))
    quoted[other] = fitting[headers.form[other]] == 0
    return quoted
