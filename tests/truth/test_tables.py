"""The judgement against the reference tables: the public rows, or those of any folder of the same form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.truth.recompute import PUBLIC, Check, Table, checks, near, recomputed, same, tables


@pytest.fixture(scope="module")
def known() -> dict[str, Check]:
    return checks()


def test_table(table: Table, known: dict[str, Check], worst: dict[str, str]) -> None:
    worst[table.name] = "FAILED, not recomputed"
    gap = recomputed(table, known)
    worst[table.name] = f"{len(table.rows()):4} rows   {gap}{'' if gap.passes else '   FAILED'}"
    assert gap.passes, gap


def test_a_table_that_nobody_knows_fails(tmp_path: Path, known: dict[str, Check]) -> None:
    (tmp_path / "tea_leaves.csv").write_text("leaf,fate\n1,2\n")
    with pytest.raises(AssertionError, match="No check knows tea_leaves"):
        recomputed(Table("tea_leaves", tmp_path / "tea_leaves.csv"), known)


def test_a_title_that_nobody_knows_fails(tmp_path: Path, known: dict[str, Check]) -> None:
    path = tmp_path / "bargaining.json"
    path.write_text('{"Tea leaves": {"columns": ["leaf"], "rows": [[1.0]]}}')
    (found,) = tables(tmp_path)
    with pytest.raises(AssertionError, match="No check knows bargaining/Tea leaves"):
        recomputed(found, known)


def test_a_wrong_number_in_a_titled_table_fails(tmp_path: Path, known: dict[str, Check]) -> None:
    given = json.loads((PUBLIC / "bargaining.json").read_text())
    title = next(name for name in given if name.startswith("Rubinstein"))
    for apart, passes in ((0.0, True), (1e-7, False)):
        changed = given[title] | {"rows": [[*row[:2], row[2] + apart, *row[3:]] for row in given[title]["rows"]]}
        (tmp_path / "bargaining.json").write_text(json.dumps({title: changed}))
        assert recomputed(tables(tmp_path)[0], known).passes is passes


def test_a_table_without_rows_fails(tmp_path: Path, known: dict[str, Check]) -> None:
    (tmp_path / "secretary.csv").write_text("n,accept_prob,first_position_to_accept,p_best\n")
    with pytest.raises(AssertionError, match="no rows"):
        recomputed(Table("secretary", tmp_path / "secretary.csv"), known)


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
        assert recomputed(Table(name, path), known).passes is passes


def test_nan_is_never_right() -> None:
    assert not near(1, "x", float("nan"), "1").passes
    assert not near(1, "x", 1.0, "nan").passes
    assert near(1, "x", float("-inf"), "-inf").passes
    assert not same(1, "x", "stay", "walk").passes
