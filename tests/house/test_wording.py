"""Each refusal and each act is said by one module: the sentence does not depend on which is looked at first."""

import ast
from collections import defaultdict

from tests.house.repository import ROOT


def said():
    """Modules by code, from the dictionaries of their wording files."""
    found = defaultdict(set)
    for path in (ROOT / "src" / "commune").glob("*/workflow/*wording*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Dict):
                for key in node.keys:
                    if isinstance(key, ast.Constant) and isinstance(key.value, str) and "." in key.value:
                        found[key.value].add(path.relative_to(ROOT).parts[2])
    return found


def test_no_code_is_said_by_two_modules():
    codes = said()
    assert len(codes) > 300
    assert {code: sorted(modules) for code, modules in codes.items() if len(modules) > 1} == {}
