"""The set-up: noticing when it is out of date, and what of the caller's shell reaches it.

No package is installed here. The tree is a copy of the set-up files with the results put in place by hand, and where
the recipes do run, `uv` is a stand-in that writes down the environment it was given.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LATER = 2_000_000_000
MADE = (".tools/bin/uv", ".venv/.run", ".venv/.dev", ".bench/.peers")

if shutil.which("make") is None:
    pytest.skip("make is not on the path", allow_module_level=True)


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    """A tree in which everything has been set up, in this order."""
    for name in ("Makefile", "pyproject.toml", "requirements"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, tmp_path / name)
    for order, name in enumerate((".venv/bin/python", *MADE)):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        os.utime(path, (LATER + order, LATER + order))
    return tmp_path


def make(tree: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", *arguments],
        cwd=tree,
        env={"PATH": os.environ["PATH"], "HOME": str(tree)} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def stale(tree: Path, target: str) -> bool:
    return make(tree, "--question", target).returncode == 1


def change(tree: Path, name: str) -> None:
    os.utime(tree / name, (LATER + 100, LATER + 100))


def test_what_is_ready_is_left_alone(ready: Path) -> None:
    assert [target for target in MADE if stale(ready, target)] == []


@pytest.mark.parametrize(
    ("changed", "renewed"),
    [
        ("requirements/uv.txt", {".tools/bin/uv", ".venv/.run", ".venv/.dev", ".bench/.peers"}),
        ("requirements/run.txt", {".venv/.run", ".venv/.dev"}),
        ("requirements/build.txt", {".venv/.run", ".venv/.dev"}),
        ("requirements/dev.txt", {".venv/.dev"}),
        ("requirements/bench.txt", {".bench/.peers"}),
        ("pyproject.toml", {".venv/.run", ".venv/.dev"}),
    ],
)
def test_a_changed_file_renews_what_rests_on_it(ready: Path, changed: str, renewed: set[str]) -> None:
    change(ready, changed)
    assert {target for target in MADE if stale(ready, target)} == renewed


def test_help_names_every_command(ready: Path) -> None:
    phony = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert phony is not None
    listed = {line.split()[1] for line in make(ready, "help").stdout.splitlines()}
    assert listed == set(phony[1].split())


@pytest.fixture
def noted(ready: Path) -> Path:
    """The same tree with a stand-in for uv."""
    uv = ready / ".tools/bin/uv"
    uv.write_text("#!/bin/sh\nenv > seen.env\n", encoding="utf-8")
    uv.chmod(0o755)
    os.utime(uv, (LATER, LATER))
    change(ready, "requirements/run.txt")
    return ready


def seen(tree: Path, **environment: str) -> dict[str, str]:
    result = make(tree, ".venv/.run", **environment)
    assert result.returncode == 0, result.stdout + result.stderr
    return dict(
        line.split("=", 1) for line in (tree / "seen.env").read_text(encoding="utf-8").splitlines() if "=" in line
    )


def test_the_callers_own_python_does_not_leak_in(noted: Path) -> None:
    theirs = {
        "PYTHONPATH": "elsewhere",
        "PYTHONHOME": "elsewhere",
        "PYTHONWARNINGS": "error",
        "VIRTUAL_ENV": "elsewhere/venv",
        "PIP_TARGET": "elsewhere",
        "UV_PROJECT_ENVIRONMENT": "elsewhere",
        "PATH": "elsewhere/venv/bin:" + os.environ["PATH"],
    }
    ours = seen(noted, **theirs)
    assert {name for name, value in ours.items() if "elsewhere" in value} == set()
    assert ours.keys() & {"PYTHONPATH", "PYTHONHOME", "PYTHONWARNINGS", "VIRTUAL_ENV", "PIP_TARGET"} == set()
    assert ours["OPENBLAS_NUM_THREADS"] == "1"


def test_uv_is_told_what_pip_was_told(noted: Path) -> None:
    (noted / "pip.conf").write_text("[global]\nindex-url = there://index\ncert = there.pem\n", encoding="utf-8")
    ours = seen(noted, PIP_CONFIG_FILE=str(noted / "pip.conf"))
    assert (ours["UV_DEFAULT_INDEX"], ours["SSL_CERT_FILE"]) == ("there://index", "there.pem")


def test_what_uv_was_told_itself_wins(noted: Path) -> None:
    (noted / "pip.conf").write_text("[global]\nindex-url = there://index\n", encoding="utf-8")
    ours = seen(
        noted, PIP_CONFIG_FILE=str(noted / "pip.conf"), UV_DEFAULT_INDEX="here://index", SSL_CERT_FILE="here.pem"
    )
    assert (ours["UV_DEFAULT_INDEX"], ours["SSL_CERT_FILE"]) == ("here://index", "here.pem")


def test_the_callers_path_stays_as_it_is(tmp_path: Path) -> None:
    """Without an activated environment there is nothing to take out of it."""
    path = f"first/bin:{os.environ['PATH']}:/bin:last/bin"
    shown = subprocess.run(
        ["make", "-f", str(ROOT / "Makefile"), "-f", "-", "show"],
        input='show:\n\t@echo "$$PATH"\n',
        cwd=tmp_path,
        env={"PATH": path, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.strip() == path
