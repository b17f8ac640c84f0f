"""A rule that nothing asks is no feature: each is reached from outside ``rules/``, or known to wait."""

import ast
import re
from collections import defaultdict
from pathlib import Path

from tests.house.repository import ROOT, SOURCES

WAITING = ROOT / "docs" / "reference" / "rules_waiting.txt"


def rule_files() -> list[Path]:
    return sorted(path for path in SOURCES.rglob("*.py") if "rules" in path.relative_to(SOURCES).parts)


def words_outside() -> set[str]:
    """Every word of the code, templates and ZCML that are no rules."""
    rules = set(rule_files())
    files = (path for path in SOURCES.rglob("*") if path.suffix in (".py", ".pt", ".zcml") and path not in rules)
    return {word for path in files for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))}


def named(node: ast.stmt) -> list[str]:
    """What a statement at the top of a file defines."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def asked(definitions: dict[str, list[ast.stmt]]) -> set[str]:
    """The names reached from outside, through the rules that they stand on."""
    reached, waiting = set(), [word for word in words_outside() if word in definitions]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            inside = (part for node in definitions[name] for part in ast.walk(node))
            used = {getattr(part, "id", None) or getattr(part, "attr", None) for part in inside}
            waiting += [one for one in used if one in definitions]
    return reached


def unasked() -> set[str]:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in rule_files()}
    definitions = defaultdict(list)
    for tree in trees.values():
        for node in tree.body:
            for name in named(node):
                definitions[name].append(node)
    reached = asked(definitions)
    return {
        f"{path.relative_to(SOURCES).with_suffix('')}: {node.name}"
        for path, tree in trees.items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and node.name not in reached
    }


def test_no_new_rule_waits_and_none_is_listed_that_does_not():
    known = {line for line in WAITING.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}
    assert sorted(unasked()) == sorted(known)
