"""Write docs/law/figures.csv: every legal figure of the rules, its source, its validity, and the tests of its rule.

The figures are found where they stand: the records of ``commune.core.rules.law`` in the modules of ``rules/``.
"""

import csv
import io
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from commune.core.rules.law import Figure  # noqa: E402

REGISTER = ROOT / "docs" / "law" / "figures.csv"
COLUMNS = ("source", "figure", "value", "valid_from", "valid_to", "confidence", "rule", "tests")


def rule_files() -> list[Path]:
    return sorted(path for path in (ROOT / "src" / "commune").glob("*/rules/**/*.py") if path.name != "__init__.py")


def figures(value: Any, name: str) -> Iterator[tuple[str, Figure]]:
    """The figures inside a value, each with the name under which it is reached."""
    if isinstance(value, Figure):
        yield name, value
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            yield from figures(inside, f"{name}[{key}]")
    elif isinstance(value, tuple | list | frozenset):
        for inside in value:
            yield from figures(inside, f"{name}.{inside.id}" if hasattr(inside, "id") else name)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from figures(getattr(value, field.name), f"{name}.{field.name}")


def rows() -> list[tuple[str, ...]]:
    found = set()
    for path in rule_files():
        place = path.relative_to(ROOT).as_posix()
        module = import_module(".".join(path.relative_to(ROOT / "src").with_suffix("").parts))
        tests = " ".join(_tests(module.__name__))
        for name, value in vars(module).items():
            if not name.startswith("__") and _made_here(path, name):
                for reached, one in figures(value, name):
                    found.add((one.source, reached, _shown(one.value), str(one.valid_from), str(one.valid_to or ""),
                               one.confidence, place, tests))  # fmt: skip
    return sorted(found)


def _made_here(path: Path, name: str) -> bool:
    """Whether the module gives the name itself, and does not import it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return any(line.startswith((f"{name} =", f"{name}:")) for line in lines)


def _shown(value: Any) -> str:
    """A figure on one line: of a record, what it says."""
    if not is_dataclass(value):
        return str(value)
    said = ((field.name, getattr(value, field.name)) for field in fields(value))
    return " ".join(f"{name}={one}" for name, one in said if one and str(one) != "none")


def _tests(module: str) -> list[str]:
    """The tests that import a module of rules."""
    package, noun = module.rsplit(".", 1)
    said = (f"from {module} import", f"from {package} import {noun}")
    tests = sorted((ROOT / "tests").glob("*/rules/**/test_*.py"))
    return [p.relative_to(ROOT).as_posix() for p in tests if any(one in p.read_text(encoding="utf-8") for one in said)]


def register() -> str:
    """The text of the register."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows())
    return out.getvalue()


if __name__ == "__main__":
    REGISTER.write_text(register(), encoding="utf-8")
    print(f"{len(rows())} figures")
