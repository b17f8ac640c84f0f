"""A file is named after the thing in it, and nothing names the place where it was written."""

import ast
import re

import pytest

from tests.house.repository import MODULES, ROOMS, ROOT, SOURCES, below, name, tracked

NO_NAMES = {"utils", "util", "helpers", "helper", "base", "common", "misc", "tools", "lib", "stuff"}
TEXT = {".py", ".zcml", ".xml", ".pt", ".toml", ".cfg", ".txt", ".in", ".md", ".csv", ".json", ".po", ".pot", ".sh", ""}
# Written in two halves so that this file does not hold what it looks for.
ELSEWHERE = [
    "/work/" + "shared",
    "/work/" + "main",
    "/tmp/" + "scratch",
    "/opt/" + "pypi",
    "pypi.org/" + "simple",
    "files.python" + "hosted.org",
    "registry.npm" + "js.org",
    "/ro" + "ot/",
    "file:///" + "opt",
]


def test_no_file_is_called_after_nothing():
    vague = [name(path) for path in below("src", ".py") + below("ports", ".py") if path.stem in NO_NAMES]
    assert vague == []


def test_no_file_names_a_machine_or_a_package_index():
    found = [
        f"{name(path)}: {place}"
        for path in tracked()
        if path.suffix in TEXT and path.is_file() and not path.is_symlink() and path.stat().st_size < 2_000_000
        for place in ELSEWHERE
        if place in path.read_text(encoding="utf-8", errors="ignore")
    ]
    assert found == []


def test_the_namespace_has_no_init():
    assert not (SOURCES / "__init__.py").exists()


def test_rooms_and_modules_open_empty():
    full = [
        name(path)
        for path in below("src", ".py")
        if path.name == "__init__.py" and "upgrades" not in path.parts and path.read_text(encoding="utf-8").strip()
    ]
    assert full == []


@pytest.mark.parametrize("module", MODULES)
def test_a_module_has_the_rooms_of_the_house_and_no_other(module):
    folders = {path.name for path in (SOURCES / module).iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders <= {*ROOMS, "data", "static"}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_introduces_itself_in_forty_lines(module):
    readme = SOURCES / module / "README.md"
    assert readme.exists(), f"{name(readme)} is missing"
    assert len(readme.read_text(encoding="utf-8").splitlines()) <= 40


def test_profiles_of_authorities_hold_data_only():
    code = [name(path) for path in below("profiles", ".py", ".zcml", ".pt", ".sh")]
    assert code == []


def test_no_error_is_swallowed_whole():
    bare = [
        f"{name(path)}:{node.lineno}"
        for folder in ("src", "ports", "tools", "tests")
        for path in below(folder, ".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler) and _catches_all(node.type)
    ]
    assert bare == []


def _catches_all(kind: ast.expr | None) -> bool:
    kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return any(one is None or getattr(one, "id", "") in {"Exception", "BaseException"} for one in kinds)


def test_changes_are_told_in_words():
    fragments = [path for path in below("news", ".md") if path.name != "README.md"]
    assert fragments, "news/ holds no line about what changed"
    wrong = [name(path) for path in fragments if not re.fullmatch(r"[a-z0-9-]+\.(feature|fix|law)\.md", path.name)]
    assert wrong == []
    assert [name(path) for path in fragments if not path.read_text(encoding="utf-8").strip()] == []


def test_closed_doors_are_written_down_in_a_row():
    numbers = sorted(int(path.name[:4]) for path in below("docs/adr", ".md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_repository_says_what_it_is():
    assert (ROOT / "LICENSE").exists() and (ROOT / "README.md").exists()
