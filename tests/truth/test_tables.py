"""The judgement against the reference tables: the public rows, or those of any folder of the same form."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.truth.recompute import PUBLIC, Check, checks, near, read, recomputed, same


@pytest.fixture(scope="module")
def known() -> dict[str, Check]:
    return checks()


def test_table(table: Path, known: dict[str, Check], worst: dict[str, str]) -> None:
    worst[table.stem] = "FAILED, not recomputed"
    gap = recomputed(table, known)
    worst[table.stem] = f"{len(read(table)):4} rows   {gap}{'' if gap.passes else '   FAILED'}"
    assert gap.passes, gap


def test_a_table_that_nobody_knows_fails(tmp_path: Path, known: dict[str, Check]) -> None:
    (tmp_path / "tea_leaves.csv").write_text("leaf,fate\n1,2\n")
    with pytest.raises(AssertionError, match="No check knows tea_leaves"):
        recomputed(tmp_path / "tea_leaves.csv", known)


def test_a_table_without_rows_fails(tmp_path: Path, known: dict[str, Check]) -> None:
    (tmp_path / "secretary.csv").write_text("n,accept_prob,first_position_to_accept,p_best\n")
    with pytest.raises(AssertionError, match="no rows"):
        recomputed(tmp_path / "secretary.csv", known)


@pytest.mark.parametrize(
    ("name", "column", "right", "wrong"),
    [
        ("secretary", "p_best", "0.80000000", "0.80000100"),
        ("secretary", "first_position_to_accept", "1", "2"),
        ("nash_bargaining", "deal", "1", "0"),
        ("weitzman_value", "first_box", "1", "0"),
        ("abandon_hidden_type", "stop_below_belief", "0.01436866", "0.01437866"),
    ],
)
def test_a_wrong_number_fails(
    tmp_path: Path, known: dict[str, Check], name: str, column: str, right: str, wrong: str
) -> None:
    header, first = (PUBLIC / f"{name}.csv").read_text().splitlines()[:2]
    cells = dict(zip(header.split(","), first.split(","), strict=True))
    assert cells[column] == right
    path = tmp_path / f"{name}.csv"
    for number, passes in ((right, True), (wrong, False)):
        path.write_text(f"{header}\n{','.join((cells | {column: number}).values())}\n")
        assert recomputed(path, known).passes is passes


def test_nan_is_never_right() -> None:
    assert not near(1, "x", float("nan"), "1").passes
    assert not near(1, "x", 1.0, "nan").passes
    assert near(1, "x", float("-inf"), "-inf").passes
    assert not same(1, "x", "stay", "walk").passes
