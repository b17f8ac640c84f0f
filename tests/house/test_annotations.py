"""A stored class types no attribute: zope.annotation would keep the notes of its instances on the class."""

import ast

from tests.house.repository import below, name


def test_no_stored_class_types_its_attributes():
    typed = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path in below("src", ".py")
        if "content" in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and not _is_record(node)
        if any(isinstance(line, ast.AnnAssign) for line in node.body)
    ]
    assert typed == []


def _is_record(node):
    names = {getattr(mark.func if isinstance(mark, ast.Call) else mark, "id", "") for mark in node.decorator_list}
    bases = {getattr(base, "id", "") for base in node.bases}
    return "dataclass" in names or bool(bases & {"NamedTuple", "Protocol", "TypedDict"})
