"""The locks say exactly what to install and never from where; no tracked file says on whose machine it was made."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

PIN = re.compile(r"(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^ ]+)(?: ; (?P<marker>[^\\]+?))? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")
# What would tell an installer, or a reader, where packages come from: an address, an option, a path.
ADDRESS = re.compile(r"://|file:| @ |--(?!hash=)|-[rcfi] /|(?<= )/")


def named(requirement: str) -> str:
    """The normal form of the name a requirement begins with (PEP 503)."""
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match is not None
    return re.sub(r"[-_.]+", "-", match[0]).lower()


def entries(lock: Path) -> dict[tuple[str, str], int]:
    """What a lock pins: (name, version), and how many hashes follow. A line it cannot read fails the test."""
    found: dict[tuple[str, str], int] = {}
    last = ("", "")
    for line in lock.read_text(encoding="utf-8").splitlines():
        if line.lstrip().startswith("#"):
            continue
        if pin := PIN.fullmatch(line):
            last = (pin["name"], pin["version"])
            found[last] = 0
        else:
            assert HASH.fullmatch(line), f"{lock.name}: {line}"
            found[last] += 1
    return found


def names(lock: str) -> set[str]:
    return {name for name, _ in entries(ROOT / "requirements" / lock)}


def test_every_lock_is_here() -> None:
    assert [lock.name for lock in LOCKS] == ["bench.txt", "build.txt", "dev.txt", "run.txt", "uv.txt"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_everything_is_pinned_with_hashes(lock: Path) -> None:
    assert entries(lock)
    assert [pin for pin, hashes in entries(lock).items() if not hashes] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_lock_says_where_from(lock: Path) -> None:
    assert [line for line in lock.read_text(encoding="utf-8").splitlines() if ADDRESS.search(line)] == []


def test_the_run_lock_holds_what_the_package_depends_on() -> None:
    assert {named(requirement) for requirement in PROJECT["project"]["dependencies"]} <= names("run.txt")


def test_the_dev_lock_holds_the_dev_group_and_the_run_lock() -> None:
    wanted = {named(requirement) for requirement in PROJECT["dependency-groups"]["dev"]}
    assert wanted <= names("dev.txt")
    dev, run = entries(ROOT / "requirements" / "dev.txt"), entries(ROOT / "requirements" / "run.txt")
    assert run.keys() <= dev.keys()  # the same versions are tested as are shipped


def test_the_build_lock_holds_what_the_build_asks_for() -> None:
    assert {named(requirement) for requirement in PROJECT["build-system"]["requires"]} <= names("build.txt")
    assert "editables" in names("build.txt")


def test_a_demo_needs_no_test_tools() -> None:
    assert names("run.txt").isdisjoint({"pytest", "hypothesis", "mypy", "ruff", "import-linter"})


def test_the_peers_stay_out_of_the_house() -> None:
    peers = {"whatstk", "chat-miner", "scikit-criteria", "pymcdm", "pydecision", "quantecon"}
    assert peers <= names("bench.txt")
    assert peers.isdisjoint(names("dev.txt") | names("run.txt") | names("build.txt"))
    imports = re.compile(
        r"^\s*(?:import|from)\s+(?:whatstk|chatminer|skcriteria|pymcdm|pyDecision|quantecon)\b", re.MULTILINE
    )
    for path in (ROOT / "src").rglob("*.py"):
        assert not imports.search(path.read_text(encoding="utf-8")), path


def test_the_project_file_says_what_it_ships() -> None:
    project = PROJECT["project"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", project["version"])
    assert project["requires-python"] == ">=3.11"
    assert project["license"] == "Apache-2.0"
    assert (ROOT / "src" / "walkaway" / "py.typed").is_file()
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")


# --------------------------------------------------------------------------- nothing of anyone's machine

# Written so that this file does not match itself. `/home/you` and the like are fine in an example.
MACHINE = re.compile(
    r"(?<![\w.~-])/(?:root|work|Users|home/(?!you\b|user\b|newcomer\b)\w|tmp/s[c]ratch|opt/\w)[\w./-]*"
)
REGISTRY = re.compile(
    r"\b(?:py[p]i|pythonhost[e]d|npm[j]s|crat[e]s|(?:deb|security|snapshot)\.debi[a]n)\.(?:org|io|com)\b"
)


def tracked() -> list[Path]:
    """The files of the project: as git knows them, or everything outside the set-up where there is no git."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT, capture_output=True, check=True, timeout=60,
        ).stdout.decode()  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git clone, so I cannot tell which files belong to the project")
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:  # a picture, or a sample of broken text
        return
    yield from enumerate(text.splitlines(), 1)


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {hit[0]}"
        for path in tracked()
        for number, line in lines(path)
        for pattern in (MACHINE, REGISTRY)
        if (hit := pattern.search(line))
    ]
    assert found == []


def test_a_machine_path_and_a_registry_would_be_seen() -> None:
    for seen in ("open('/" + "work/main/x')", "see /" + "tmp/scratch", "/" + "home/ana/chat.txt", "cd /" + "root/x"):
        assert MACHINE.search(seen), seen
    for fine in ("src/work/x", "../tmp/x", "/home/you/chat.txt", "~/work", "/usr/bin/python3", "client/opt/in"):
        assert not MACHINE.search(fine), fine
    assert REGISTRY.search("https://py" + "pi.org/simple")
