"""The porting step: rules that match, rules that do not, and the same bytes each time."""

import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.repository import ROOT

sys.path.insert(0, str(ROOT / "ports"))

from rules import Port, Rewrite, RuleError, read_all
from wheels import port_wheel

sys.path.remove(str(ROOT / "ports"))

METADATA = """\
Metadata-Version: 2.1
Name: town.table
Version: 1.0
Requires-Dist: old
Requires-Dist: x; extra == 'test'

Text
"""


def release(folder: Path, code: str = "import implements\n") -> Path:
    path = folder / "town_table-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("town/table/views.py", code)
        archive.writestr("town/table/tests/test_views.py", "")
        archive.writestr("town.table-1.0-nspkg.pth", "")
        archive.writestr("town_table-1.0.dist-info/METADATA", METADATA)
        archive.writestr("town_table-1.0.dist-info/WHEEL", "")
        archive.writestr("town_table-1.0.dist-info/RECORD", "")
    return path


def port(tmp_path: Path, *rewrites: Rewrite, required=("old",)) -> Port:
    added = tmp_path / "support.py"
    added.write_text("YES = True\n")
    return Port(
        "town.table",
        "1.0",
        "py3.1",
        required,
        ("new",),
        ("town/table/tests/",),
        {"town/table/support.py": added},
        rewrites,
    )


RULE = Rewrite("town/table/views.py", "implements", "implementer", 1)


def test_a_port_is_a_wheel_of_its_own_version(tmp_path):
    target = tmp_path / "out.whl"
    assert port_wheel(port(tmp_path, RULE), release(tmp_path), target) == 1
    with zipfile.ZipFile(target) as wheel:
        assert wheel.read("town/table/views.py") == b"import implementer\n"
        metadata = wheel.read("town_table-1.0+py3.1.dist-info/METADATA").decode()
        names = set(wheel.namelist())
    assert "Version: 1.0+py3.1\n" in metadata and "Requires-Dist: new\n" in metadata and "extra" not in metadata
    assert names == {
        "town/table/support.py",
        "town/table/views.py",
        "town_table-1.0+py3.1.dist-info/METADATA",
        "town_table-1.0+py3.1.dist-info/RECORD",
        "town_table-1.0+py3.1.dist-info/WHEEL",
    }


def test_a_port_is_the_same_bytes_each_time(tmp_path):
    first, second = tmp_path / "a.whl", tmp_path / "b.whl"
    for target in (first, second):
        port_wheel(port(tmp_path, RULE), release(tmp_path), target)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(Rewrite("town/table/views.py", "gone", "", 1), id="matches-nothing"),
        pytest.param(Rewrite("town/table/views.py", "implements", "", 2), id="matches-less-often"),
        pytest.param(Rewrite("town/table/gone.py", "implements", "", 1), id="no-such-file"),
    ],
)
def test_a_rule_that_does_not_fit_stops_the_build(tmp_path, rule):
    with pytest.raises(RuleError):
        port_wheel(port(tmp_path, rule), release(tmp_path), tmp_path / "out.whl")
    assert not (tmp_path / "out.whl").exists()


def test_a_requirement_that_changed_upstream_stops_the_build(tmp_path):
    with pytest.raises(RuleError):
        port_wheel(port(tmp_path, required=("other",)), release(tmp_path), tmp_path / "out.whl")


def test_code_that_does_not_compile_stops_the_build(tmp_path):
    with pytest.raises(SyntaxError):
        port_wheel(port(tmp_path), release(tmp_path, "except E, e:\n"), tmp_path / "out.whl")


def test_the_ported_set_stays_small():
    assert [one.name for one in read_all(ROOT / "ports")] == [
        "collective.eeafaceted.batchactions",
        "collective.eeafaceted.collectionwidget",
        "plone.observability",
        "collective.eeafaceted.z3ctable",
    ]
