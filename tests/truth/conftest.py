"""`python -m pytest tests/truth --tables FOLDER`: every table in FOLDER is recomputed, its worst error printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.truth.recompute import PUBLIC, tables

WORST = pytest.StashKey[dict[str, str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--tables", metavar="FOLDER", help="reference tables to recompute (default: the public rows)")


def folder(config: pytest.Config) -> Path:
    # In a run over all tests this file is read after the command line was: then the option is not there.
    given = config.getoption("--tables", default=None)
    return Path(given) if given else PUBLIC


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "table" in metafunc.fixturenames:
        where = folder(metafunc.config)
        found = tables(where)
        if not found:
            raise pytest.UsageError(f"There is no table (*.csv, *.json) in {where}.")
        metafunc.parametrize("table", found, ids=[table.name[:60] for table in found])


@pytest.fixture(scope="session")
def worst(pytestconfig: pytest.Config) -> dict[str, str]:
    """Per table what came of it, for the lines at the end of the run."""
    return pytestconfig.stash.setdefault(WORST, {})


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    seen = config.stash.get(WORST, None)
    if seen:
        terminalreporter.section("worst error per table")
        for name, came_of_it in sorted(seen.items()):
            terminalreporter.line(f"{name[:56]:56} {came_of_it}")
