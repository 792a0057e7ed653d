"""The stage of mutual commitment: the lower of both sides, in words and in acts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkaway.core.events import Side
from walkaway.core.measures import Measure
from walkaway.core.standards.commitment import BINDS, LADDERS, Standing, effort_ahead, stage
from walkaway.core.standards.standard import PursuitKind

PARTNER, CLIENT = PursuitKind.PARTNER, PursuitKind.CLIENT


@st.composite
def pairs(draw: st.DrawFn) -> tuple[PursuitKind, Standing, Standing]:
    kind = draw(st.sampled_from(PursuitKind))
    rung = st.none() | st.sampled_from(LADDERS[kind])
    return kind, Standing(draw(rung), draw(rung)), Standing(draw(rung), draw(rung))


def height(kind: PursuitKind, rung: str | None) -> int:
    return -1 if rung is None else LADDERS[kind].index(rung)


def test_you_are_single_until_you_are_not() -> None:
    """You said and did exclusive; they said it, and still date others."""
    at = stage(PARTNER, Standing("exclusive", "exclusive"), Standing("exclusive", "dating"))
    assert (at.rung, at.bound, at.waits_for, at.ahead) == ("dating", False, ((Side.THEM, "done"),), 1)


def test_a_spoken_yes_is_not_a_signature() -> None:
    at = stage(CLIENT, Standing("signed", "agreed"), Standing("signed", "signed"))
    assert (at.rung, at.bound, at.waits_for) == ("agreed", False, ((Side.YOU, "done"),))


def test_nothing_yet_and_everything() -> None:
    nothing = stage(CLIENT, Standing(None, None), Standing("talking", "talking"))
    assert (nothing.rung, nothing.bound, nothing.ahead) == (None, False, 0)
    top = stage(CLIENT, Standing("paid", "paid"), Standing("paid", "paid"))
    assert (top.rung, top.bound, top.waits_for, top.ahead) == ("paid", True, (), 0)


@given(pairs())
def test_the_stage_is_the_lowest_and_does_not_mind_who_is_who(pair: tuple[PursuitKind, Standing, Standing]) -> None:
    kind, you, them = pair
    at = stage(kind, you, them)
    everything = [height(kind, r) for r in (you.said, you.done, them.said, them.done)]
    assert height(kind, at.rung) == min(everything)
    assert at.bound == (min(everything) >= height(kind, BINDS[kind]))
    assert at.ahead == max(everything[:2]) - min(everything)
    assert (stage(kind, them, you).rung, stage(kind, them, you).bound) == (at.rung, at.bound)


@pytest.mark.parametrize(
    ("theirs", "reading"),
    [((20, 12, 30), "ahead"), ((48, 40, 56), "level"), ((30, 18, 45), "open"), ((75, 66, 84), "level")],
)
def test_effort_runs_ahead_only_while_nothing_binds(theirs: tuple[float, float, float], reading: str) -> None:
    free = stage(PARTNER, Standing("dating", "dating"), Standing("dating", "dating"))
    bound = stage(PARTNER, Standing("shared", "shared"), Standing("exclusive", "exclusive"))
    found = effort_ahead(free, Measure(*theirs, 40))
    assert found.reading == reading
    assert found.points.low <= found.points.value == 50 - theirs[0] <= found.points.high
    assert found.points.n == 40
    assert effort_ahead(bound, Measure(*theirs, 40)).reading == "backed"


def test_a_rung_of_another_ladder_is_refused() -> None:
    with pytest.raises(ValueError, match="exclusive is not a rung here"):
        stage(CLIENT, Standing("exclusive", None), Standing(None, None))
