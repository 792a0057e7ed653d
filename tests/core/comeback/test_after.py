"""What they did since you left, in order."""

from __future__ import annotations

from tests.conftest import told
from tests.worlds import END, lived, phase, seen

from walkaway.app.demo import Pace
from walkaway.core.comeback.after import since_left
from walkaway.core.events import DAY, Acts

SILENT = Pace(0.0, 0.0, 1.0)
KEEN = Pace(opens=5.0, replies=0.95, wait=1.0)


def test_the_order_of_what_they_did() -> None:
    """
    Mon 10:00  you: I wish you the best.
    Wed 09:00  them: hey
    Thu 09:00  them: are you there?
    Thu 20:00  you: yes
    Thu 20:30  them: can we talk?
    """
    acts: Acts = told(test_the_order_of_what_they_did.__doc__ or "")
    left = int(acts.local[0]) + 1
    found = since_left(seen(acts), left)
    names = [x.what for x in found]
    assert names[:3] == ["first_word", "again_unanswered", "asked"]
    assert names.index("you_wrote") < names.index("answered")
    assert [x.local for x in found] == sorted(x.local for x in found)
    assert 1.9 < found[0].days < 2.1


def test_their_first_word_is_told_though_yours_came_first() -> None:
    """
    Mon 10:00  you: I wish you the best.
    Wed 09:00  you: hey
    week 3 Thu 09:00  them: hello
    """
    acts: Acts = told(test_their_first_word_is_told_though_yours_came_first.__doc__ or "")
    found = since_left(seen(acts), int(acts.local[0]) + 1)
    assert [(x.what, x.local) for x in found[:2]] == [("you_wrote", int(acts.local[1])), ("wrote", int(acts.local[2]))]


def test_silence_is_no_act() -> None:
    acts = lived(phase(20), phase(6, you=SILENT, them=SILENT), seed=1)
    assert since_left(seen(acts), END - 5 * 7 * DAY) == ()


def test_keeping_it_up_and_going_quiet_again_are_told_apart() -> None:
    keeps = lived(phase(20), phase(4, you=SILENT, them=SILENT), phase(8, them=KEEN), seed=1)
    left = END - 11 * 7 * DAY
    assert "kept_writing" in [x.what for x in since_left(seen(keeps), left)]
    fades = lived(phase(20), phase(4, you=SILENT, them=SILENT), phase(2), phase(6, you=SILENT, them=SILENT), seed=1)
    assert "quiet_again" in [x.what for x in since_left(seen(fades), left)]
