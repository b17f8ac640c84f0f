"""Write docs/reference/requirements.csv: every requirement, its state and the tests that prove it.

The states come from the tests that claim an id (``@pytest.mark.requirement("meeting:ORD-3")``) and from
``requirements_partial.csv``, kept by hand, for what is claimed but lacks something. A chapter that nothing claims
follows from its rules. ``--check`` writes nothing and names what is wrong.
"""

import ast
import csv
import io
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
IDS = REFERENCE / "requirement_ids.csv"
PARTIAL = REFERENCE / "requirements_partial.csv"
REGISTER = REFERENCE / "requirements.csv"
CHAPTER = re.compile(r"\d+(\.\d+)*")
COLUMNS = ("module", "id", "title", "state", "tests")


def listed() -> dict[str, dict[str, str]]:
    """Every requirement by its full id (``"meeting:ORD-3"``), in the order of the specifications."""
    return {f"{row['module']}:{row['id']}": row for row in _rows(IDS)}


def partial() -> dict[str, str]:
    """What lacks, by full id: ``"partial: …"``."""
    return {row["id"]: row["state"] for row in _rows(PARTIAL)}


def claims(tests: Path = ROOT / "tests") -> dict[str, set[str]]:
    """Test files, and measures of ``tests/load``, by the full id that they claim."""
    found = defaultdict(set)
    for path in sorted((*tests.rglob("test_*.py"), *tests.rglob("bench_*.py"))):
        for claimed in _claimed(ast.parse(path.read_text(encoding="utf-8"))):
            found[claimed].add(path.relative_to(ROOT).as_posix())
    return found


def register() -> str:
    """The text of the register."""
    lacking, proved = partial(), claims()
    rows = listed()
    states = {full_id: lacking.get(full_id) or ("done" if full_id in proved else "not yet") for full_id in rows}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for full_id, row in rows.items():
        state, tests = states[full_id], proved.get(full_id, set())
        if state == "not yet" and (inside := rules_of(row, rows)):
            state = of_chapter([states[rule] for rule in inside])
            tests = set().union(*(proved.get(rule, ()) for rule in inside))
        writer.writerow((row["module"], row["id"], row["title"], state, " ".join(sorted(tests))))
    return out.getvalue()


def rules_of(chapter: dict[str, str], rows: dict[str, dict[str, str]]) -> list[str]:
    """The rules and examples below a numbered chapter, those of its sections too: their titles begin with its own."""
    if not CHAPTER.fullmatch(chapter["id"]):
        return []
    own = [row for row in rows.values() if row["module"] == chapter["module"]]
    sections = [row for row in own if CHAPTER.fullmatch(row["id"]) and row["id"].startswith(f"{chapter['id']}.")]
    beginnings = tuple(f"{one['title']}: " for one in (chapter, *sections))
    alone = [one for one in sections if not any(row["title"].startswith(f"{one['title']}: ") for row in own)]
    below = [row for row in own if row["title"].startswith(beginnings) or row in alone]
    return [f"{row['module']}:{row['id']}" for row in below]


def of_chapter(states: list[str]) -> str:
    """The state of a chapter that no test claims, from the states of its rules (at least one)."""
    done = states.count("done")
    if done == len(states):
        return "done"
    begun = any(state != "not yet" for state in states)
    return f"partial: {done} of its {len(states)} rules are done" if begun else "not yet"


def faults() -> list[str]:
    """What is wrong with the claims, the hand-kept file and the register, in words; empty when nothing is."""
    known, lacking, proved = listed(), partial(), claims()
    wrong = [
        f"{claimed} is claimed by {', '.join(sorted(proved[claimed]))} and is no requirement"
        for claimed in sorted(proved.keys() - known.keys())
    ]
    wrong += [f"{full_id} in {PARTIAL.name} is no requirement" for full_id in lacking if full_id not in known]
    wrong += [
        f"{full_id}: its state must begin with 'partial: '"
        for full_id, state in lacking.items()
        if not state.startswith("partial: ")
    ]
    wrong += [f"{full_id} is partial but no test claims it" for full_id in lacking if full_id not in proved]
    if not REGISTER.exists() or REGISTER.read_text(encoding="utf-8") != register():
        wrong.append(f"{REGISTER.name} is stale: run make register")
    return wrong


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _claimed(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "requirement":
            yield from (argument.value for argument in node.args if isinstance(argument, ast.Constant))


def main(arguments: list[str]) -> int:
    if "--check" in arguments:
        print("\n".join(wrong := faults()))
        return bool(wrong)
    REGISTER.write_text(register(), encoding="utf-8")
    states = [row["state"].split(":")[0] for row in _rows(REGISTER)]
    print(", ".join(f"{states.count(state)} {state}" for state in ("done", "partial", "not yet")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
