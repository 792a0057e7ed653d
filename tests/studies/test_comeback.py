"""The study reads any table of who wrote whom when, and its measures are the known ones."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from studies.comeback.reading import read
from studies.comeback.scoring import auc, calibration_error, censoring_weights

ROWS = "a b 100\nb a 200\na b 200\na a 300\nb a 200\nc a 50\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("plain.txt", ROWS),
        ("comma.csv", ROWS.replace(" ", ",")),
        ("head.csv", "source,target,seconds\n" + ROWS.replace(" ", ",")),
        (
            "other.csv",
            "time;src;dst\n" + "".join(f"{t};{s};{d}\n" for s, d, t in (r.split() for r in ROWS.splitlines())),
        ),
        ("tabs.tsv", "# made up\n" + ROWS.replace(" ", "\t").replace("\n", "\r\n")),
        ("wide.txt", "Source Destination Timestamp\n" + ROWS.replace(" ", "   ")),
        ("packed.csv.gz", ROWS.replace(" ", ",")),
    ],
)
def test_every_shape_of_the_table_is_the_same_table(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(text.encode()) if name.endswith("gz") else text.encode())
    found = read([path])
    assert (len(found.pairs), found.to_self, found.repeated, found.rows) == (4, 1, 1, 6)
    assert np.all(np.diff(found.pairs.at[found.pairs.pair == 0]) >= 0)
    assert len(found.pairs.people) == 2


def test_rows_that_say_nothing_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text('"é, x",b,1\nb,"é, x",2\nb,c,soon\nb,,3\nb,c,nan\n', encoding="utf-8")
    found = read([path])
    assert len(found.pairs) + found.to_self + found.repeated + found.unreadable == found.rows


def test_auc_is_the_share_of_pairs_in_order() -> None:
    y, p = np.array([0, 0, 1, 1.0]), np.array([0.1, 0.4, 0.35, 0.8])
    assert auc(y, p, np.ones(4)) == pytest.approx(0.75)
    assert auc(y, np.ones(4), np.ones(4)) == pytest.approx(0.5)


def test_calibration_error_of_what_is_right_and_of_what_is_wrong() -> None:
    rng = np.random.default_rng(0)
    p = rng.random(50_000)
    y = (rng.random(50_000) < p).astype(np.float64)
    assert calibration_error(y, p, np.ones(50_000)) < 0.01
    assert calibration_error(y, np.clip(p + 0.2, 0, 1), np.ones(50_000)) == pytest.approx(0.18, abs=0.03)


def test_censoring_weights_put_back_who_was_lost() -> None:
    """Censoring at a constant rate: the weighted share that came is the share that would have come."""
    rng = np.random.default_rng(1)
    came, lost = rng.exponential(40, 60_000), rng.exponential(40, 60_000)
    waited, event = np.minimum(came, lost), came < lost
    w = censoring_weights(waited, event, 30.0, np.ones(60_000, np.bool_))
    y = event & (waited <= 30)
    assert np.average(y, weights=w) == pytest.approx(1 - np.exp(-30 / 40), abs=0.01)


def test_a_small_table_gets_an_answer_and_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "small.csv"
    rng = np.random.default_rng(2)
    lines = [
        f"p{a},p{b},{t}"
        for a, b, t in zip(*rng.integers(0, 4, (2, 300)), rng.integers(0, 20_000_000, 300), strict=True)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "studies.comeback", "--events", str(path), "--draws", "5"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    assert "kept" in done.stdout
