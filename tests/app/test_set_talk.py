"""What was noted of a talk, taken back."""

from walkaway.app.own_talk import OwnNumber, OwnTalk
from walkaway.app.set_talk import undone
from walkaway.core.events import DAY


def test_the_number_taken_back_is_the_one_the_log_ends_with() -> None:
    """It is shown by day: of one day, as it was typed."""
    first, early, twin = (
        OwnNumber("you", 1100, 20 * DAY),
        OwnNumber("them", 850, 10 * DAY),
        OwnNumber("you", 1100, 20 * DAY),
    )
    talk = OwnTalk(said=(first, early, twin))
    assert talk.by_day[-1] == twin
    talk = undone(talk, "said")
    assert talk.said == (first, early)
    assert undone(talk, "said").said == (early,)
    assert undone(undone(undone(talk, "said"), "said"), "said").said == ()
