"""One story told differently: a file handed over twice, other names, another gender in every sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkaway import wiring
from walkaway.app.answers import Answers
from walkaway.app.choose_chat import choose_chat
from walkaway.app.ports import ReadOptions
from walkaway.app.review import Review, review
from walkaway.core.events import DAY
from walkaway.core.standards.standard import PursuitKind

SHE = ("Maria", "She said she would call her. Is it hers?")
HE = ("Peter", "He said he would call him. Is it his?")
DAYS = st.lists(st.tuples(st.integers(0, 180), st.integers(0, 1)), min_size=20, max_size=80)


def written(days: list[tuple[int, int]], them: tuple[str, str], me: str = "Sam") -> str:
    rows = [
        f'2024-{1 + day // 28:02}-{1 + day % 28:02}T{9 + side:02}:{n % 60:02}Z,{(me, them[0])[side]},"{them[1]}"'
        for n, (day, side) in enumerate(sorted(days))
    ]
    return "\n".join(["when,who,text", *rows, ""])


def judged(files: list[Path], me: str = "Sam") -> Review:
    archive = wiring.read_files(files, ReadOptions(tz="UTC"))
    answers = Answers(kind=PursuitKind.PARTNER, afraid="no", elsewhere="no")
    last = int(archive.chats[0].events.at[-1])
    return review(archive, choose_chat(archive, me=me), answers, clock=last + DAY)


def told(result: Review) -> tuple[object, ...]:
    return (result.verdict, result.balance, result.trend, [(s.name, s.measure) for s in result.signals])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("told")


def both_wrote(days: list[tuple[int, int]]) -> bool:
    return {side for _, side in days} == {0, 1}


few = settings(max_examples=4, deadline=None)


@few
@given(days=DAYS.filter(both_wrote))
def test_a_file_handed_over_twice_changes_no_judgement(folder: Path, days: list[tuple[int, int]]) -> None:
    once, again = folder / "once.csv", folder / "again.csv"
    for path in (once, again):
        path.write_text(written(days, SHE))
    assert repr(told(judged([once]))) == repr(told(judged([once, again])))
    events = [wiring.read_files(files, ReadOptions(tz="UTC")).chats[0].events for files in ([once], [once, again])]
    assert events[0].at.tolist() == events[1].at.tolist()


@few
@given(days=DAYS.filter(both_wrote))
def test_who_is_she_and_who_is_he_changes_no_judgement(folder: Path, days: list[tuple[int, int]]) -> None:
    """Names and every pronoun swapped; then the two people's names swapped with each other."""
    she, he, turned = folder / "she.csv", folder / "he.csv", folder / "turned.csv"
    she.write_text(written(days, SHE))
    he.write_text(written(days, HE))
    turned.write_text(written(days, ("Sam", SHE[1]), me="Maria"))
    assert repr(told(judged([she]))) == repr(told(judged([he]))) == repr(told(judged([turned], me="Maria")))
