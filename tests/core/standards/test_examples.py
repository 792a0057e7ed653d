"""The 144 examples: enough of each, and tied to what can be counted."""

from __future__ import annotations

from typing import get_args

import pytest

from walkaway.core.standards.defaults import targets
from walkaway.core.standards.examples import EXAMPLES
from walkaway.core.standards.standard import Counted, PursuitKind


@pytest.mark.parametrize("kind", PursuitKind)
def test_each_kind_has_24_with_some_must_haves_and_more_to_weigh(kind: PursuitKind) -> None:
    examples = EXAMPLES[kind]
    assert len(examples) == 24
    assert {e.kind for e in examples} == {kind}
    assert 3 <= sum(e.must_have for e in examples) <= 8
    assert sum(e.must_have for e in examples) == sum(e.must_have for e in examples[:8]), "must-haves come first"


@pytest.mark.parametrize("kind", PursuitKind)
def test_every_count_there_is_stands_behind_one_example(kind: PursuitKind) -> None:
    """One each, so that two examples never ask two things of one count; a target wherever there is a count."""
    counted = [e for e in EXAMPLES[kind] if e.evidence is not None]
    assert sorted(str(e.evidence) for e in counted) == sorted(get_args(Counted))
    for e in EXAMPLES[kind]:
        assert (e.evidence is None) == (e.target is None), e.id
        assert e.target is None or e.target > 0, e.id
    assert {e.evidence: e.target for e in counted}.items() >= targets(kind).items()


def test_an_id_means_one_thing() -> None:
    ids = [e.id for examples in EXAMPLES.values() for e in examples]
    assert len(set(ids)) == len(ids) == 144
