"""A spell that life explains is as if it had not been."""

from __future__ import annotations

from tests.worlds import END, NOW, lived, moved, phase, seen

from walkaway.app.demo import Pace
from walkaway.core.balance.drift import change
from walkaway.core.balance.quiet import without
from walkaway.core.events import DAY, Moment

SILENT = Pace(0.0, 0.0, 1.0)


def test_an_explained_silence_is_no_change() -> None:
    acts = lived(phase(40), phase(8, you=SILENT, them=SILENT), seed=1)
    plain = change(seen(acts))
    assert plain.status == "silent"
    cut = without(acts, NOW, ((END - 57 * DAY, END),))
    explained = change(seen(cut.acts, now=cut.now))
    assert explained.status in ("none", "too_early")


def test_the_days_before_and_after_meet_and_can_be_told_back() -> None:
    acts = lived(phase(20), seed=2)
    spells = ((END - 40 * DAY, END - 31 * DAY), (END - 35 * DAY, END - 21 * DAY))  # they overlap: 20 days in all
    cut = without(acts, NOW, spells)
    gone = NOW.local - cut.now.local
    assert gone == 20 * DAY
    outside = (acts.local < cut.first[0]) | (acts.local >= cut.first[0] + gone)
    assert [cut.back(int(t)) for t in cut.acts.local] == acts.local[outside].tolist()


def test_no_spell_changes_nothing() -> None:
    acts = lived(phase(5), seed=3)
    cut = without(acts, NOW, ())
    assert cut.now == NOW
    assert cut.acts.at.tolist() == acts.at.tolist()
    later = without(moved(acts, 7), Moment(END, END), ((END + DAY, END + 3 * DAY),))
    assert later.now == NOW
