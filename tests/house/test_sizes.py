"""Budgets: a thing that grows over its limit wants a better shape."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.repository import below, name

FUNCTION = 40
PUBLIC_METHODS = 20
ZCML = 60
PYTHON = [(path, 400) for folder in ("src", "ports", "tools") for path in below(folder, ".py")]
TESTS = [(path, 600) for path in below("tests", ".py")]
Function = ast.FunctionDef | ast.AsyncFunctionDef


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def nodes(path: Path, *kinds: type) -> Iterator[ast.AST]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, kinds))


def test_no_python_file_is_longer_than_its_limit():
    long = {name(path): size for path, limit in PYTHON + TESTS if (size := _lines(path)) > limit}
    assert long == {}


def test_no_function_is_longer_than_forty_lines():
    long = [
        f"{name(path)}: {node.name} has {node.end_lineno - node.lineno} lines"
        for path, _ in PYTHON
        for node in nodes(path, ast.FunctionDef, ast.AsyncFunctionDef)
        if node.end_lineno - node.lineno > FUNCTION
    ]
    assert long == []


def test_no_class_has_more_than_twenty_public_methods():
    fat = [
        f"{name(path)}: {node.name}"
        for path, _ in PYTHON
        for node in nodes(path, ast.ClassDef)
        if sum(isinstance(part, Function) and not part.name.startswith("_") for part in node.body) > PUBLIC_METHODS
    ]
    assert fat == []


def test_no_zcml_file_is_longer_than_sixty_lines():
    long = [name(path) for path in below("src", ".zcml") if _lines(path) > ZCML]
    assert long == []


def test_a_page_with_too_many_lines_is_seen(tmp_path):
    path = tmp_path / "long.py"
    path.write_text("def f():\n" + "    x = 1\n" * 41)
    (function,) = nodes(path, ast.FunctionDef)
    assert function.end_lineno - function.lineno > FUNCTION
