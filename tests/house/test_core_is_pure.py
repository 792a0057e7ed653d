"""What import contracts cannot show: a built-in that opens a file or prints, numpy's own files, dice and clock."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

CORE = Path(__file__).resolve().parents[2] / "src" / "walkaway" / "core"
MODULES = sorted(CORE.rglob("*.py"))

BUILT_IN = {"open", "input", "print", "exec", "eval", "compile", "breakpoint", "__import__"}
NUMPY_WORLD = {
    "load", "save", "savez", "savez_compressed", "loadtxt", "savetxt", "genfromtxt", "fromfile", "tofile", "memmap",
}  # fmt: skip
CLOCK = {"today", "now"}  # np.datetime64("now") reads the clock with no import at all


def reaches_out(tree: ast.AST) -> Iterator[str]:
    """Calls by which a module would meet a file, a screen, a clock or dice."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        last = called.rpartition(".")[2]
        if called in BUILT_IN or (last in NUMPY_WORLD and called != last):
            yield f"line {node.lineno}: {called}(...)"
        # A generator is handed in as `rng`; the core neither makes one nor touches numpy's global one.
        if ".random." in f".{called}." and called != "rng.random":
            yield f"line {node.lineno}: {called}(...)"
        if last == "default_rng":
            yield f"line {node.lineno}: {called}(...)"
        if last == "datetime64" and any(isinstance(a, ast.Constant) and a.value in CLOCK for a in node.args):
            yield f"line {node.lineno}: {ast.unparse(node)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CORE).as_posix())
def test_a_room_of_the_core_only_computes(path: Path) -> None:
    assert list(reaches_out(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "line",
    [
        "open('notes.txt')",
        "print(share)",
        "np.load('table.npy')",
        "events.at.tofile('at.bin')",
        "np.random.default_rng()",
        "np.random.normal(0, 1)",
        "default_rng(7)",
        "np.datetime64('now')",
    ],
)
def test_each_way_out_would_be_seen(line: str) -> None:
    assert list(reaches_out(ast.parse(line))) != []


@pytest.mark.parametrize(
    "line", ["rng.random(8)", "rng.normal(0, 1)", "np.datetime64(now, 'us')", "reopen(turn)", "np.savings(1)"]
)
def test_what_a_room_may_do_is_left_alone(line: str) -> None:
    assert list(reaches_out(ast.parse(line))) == []
