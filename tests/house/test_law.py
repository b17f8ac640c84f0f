"""The register of legal figures says what the rules say."""

import csv
import importlib.util

import pytest

from tests.house.repository import ROOT


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("law_register", ROOT / "tools" / "law_register.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_register_is_up_to_date(tool):
    assert tool.REGISTER.read_text(encoding="utf-8") == tool.register(), "run make register"


@pytest.mark.requirement("meeting:19")
def test_every_figure_has_a_source_a_confidence_and_a_test(tool):
    rows = list(csv.DictReader(tool.register().splitlines()))
    assert len(rows) > 100
    assert [row["figure"] for row in rows if not row["source"] or row["confidence"] not in "ABC"] == []
    assert sorted({row["rule"] for row in rows if not row["tests"]}) == []
