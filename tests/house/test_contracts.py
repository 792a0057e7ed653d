"""Each import contract is broken once on a copy of the source tree, so that we know it would be seen.

A contract that nobody has seen fail may be written in a way that cannot fail. `tree` is the copy; each test spoils
one file in it and reads which contracts the linter then names.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = Path(sys.executable).parent

DOORS = "Doors open inward"
STORY = "The story flows one way"
PURE = "The core knows no file, clock, dice or network"
WIRING = "Only wiring opens store and sources"
CIRCLES = "No circles"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def run(tree: Path, *command: str) -> subprocess.CompletedProcess[str]:
    tool, *arguments = command
    environment = {"PATH": os.defpath, "PYTHONPATH": str(tree / "src"), "COLUMNS": "200", "NO_COLOR": "1"}
    return subprocess.run(
        [SCRIPTS / tool, *arguments], cwd=tree, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


def verdicts(tree: Path) -> dict[str, str]:
    """Contract names and what the linter says of them: KEPT or BROKEN."""
    result = run(tree, "lint-imports", "--no-cache", "--no-logo")
    named = {
        line.rpartition(" ")[0].strip(): line.rpartition(" ")[2]
        for line in result.stdout.splitlines()
        if line.endswith((" KEPT", " BROKEN"))
    }
    assert named, result.stdout + result.stderr
    assert result.returncode == int("BROKEN" in named.values())
    return named


def broken(tree: Path) -> set[str]:
    return {name for name, said in verdicts(tree).items() if said == "BROKEN"}


def spoil(tree: Path, module: str, *lines: str) -> None:
    """Write lines at the end of a module, or of a new one."""
    path = tree / "src" / "walkaway" / module
    with path.open("a", encoding="utf-8") as file:
        file.write("\n" + "\n".join(lines) + "\n")


def test_the_tree_as_it_is_keeps_every_contract(tree: Path) -> None:
    assert verdicts(tree) == dict.fromkeys((DOORS, STORY, PURE, WIRING, CIRCLES), "KEPT")


@pytest.mark.parametrize("module", ["pathlib", "datetime", "time", "random", "socket", "sqlite3", "pyarrow"])
def test_the_core_may_not_know_the_world(tree: Path, module: str) -> None:
    spoil(tree, "core/events.py", f"import {module}")
    assert broken(tree) == {PURE}


def test_no_room_asks_a_room_further_along(tree: Path) -> None:
    spoil(tree, "core/events.py", "import walkaway.core.safety")
    assert STORY in broken(tree)


def test_a_new_room_in_the_core_needs_its_line_in_the_contract(tree: Path) -> None:
    spoil(tree, "core/scores.py", "POINTS = 1")
    assert broken(tree) == {STORY}


def test_the_app_may_not_open_an_archive_itself(tree: Path) -> None:
    spoil(tree, "app/review.py", "import walkaway.sources.whatsapp")
    assert broken(tree) >= {DOORS, WIRING}


def test_the_core_may_not_call_the_app(tree: Path) -> None:
    spoil(tree, "core/events.py", "import walkaway.app.errors")
    assert DOORS in broken(tree)


def test_words_may_not_know_how_things_are_wired(tree: Path) -> None:
    spoil(tree, "words/stray.py", "import walkaway.wiring")
    assert broken(tree) == {DOORS}


def test_a_stray_utils_has_no_layer(tree: Path) -> None:
    spoil(tree, "utils.py", "def helper() -> None: ...")
    assert broken(tree) == {DOORS}


def test_a_door_asks_wiring_for_a_source(tree: Path) -> None:
    spoil(tree, "cli/stray.py", "import walkaway.sources.whatsapp")
    assert broken(tree) == {WIRING}


def test_two_neighbours_may_not_lean_on_each_other(tree: Path) -> None:
    spoil(tree, "core/balance/hen.py", "import walkaway.core.balance.egg")
    spoil(tree, "core/balance/egg.py", "import walkaway.core.balance.hen")
    assert broken(tree) == {CIRCLES}


CLOCKS = ("datetime.datetime.now()", "datetime.datetime.utcnow()", "datetime.date.today()", "time.time()")


@pytest.mark.parametrize("clock", CLOCKS)
def test_only_a_door_may_ask_the_clock(tree: Path, clock: str) -> None:
    ruff = ("ruff", "check", "--no-cache", "--select", "TID251", "src")
    assert run(tree, *ruff).returncode == 0
    spoil(tree, "cli/stray.py", "import datetime, time", f"NOW = {clock}")
    assert run(tree, *ruff).returncode == 0
    spoil(tree, "app/stray.py", "import datetime, time", f"NOW = {clock}")
    result = run(tree, *ruff)
    assert result.returncode == 1
    assert "only the doors ask the clock" in result.stdout
