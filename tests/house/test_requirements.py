"""The register of requirements tells the truth."""

import csv
import importlib.util

import pytest

from tests.house.repository import ROOT


def tool():
    spec = importlib.util.spec_from_file_location("register", ROOT / "tools" / "requirements_register.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_register_is_up_to_date_and_claims_nothing_unproved():
    assert tool().faults() == []


def test_every_module_has_its_requirements_listed():
    modules = {full_id.split(":")[0] for full_id in tool().listed()}
    assert modules == {"core", "website", "eguichet", "meeting", "urbanism"}
    assert len(tool().listed()) == 993


def test_a_claim_is_found_wherever_it_is_made(tmp_path, monkeypatch):
    register = tool()
    monkeypatch.setattr(register, "ROOT", tmp_path)
    (tmp_path / "test_x.py").write_text(
        "import pytest\npytestmark = pytest.mark.requirement('a:1', 'a:2')\n"
        "@pytest.mark.requirement('b:3')\ndef test(): pass\n"
    )
    assert dict(register.claims(tmp_path)) == {"a:1": {"test_x.py"}, "a:2": {"test_x.py"}, "b:3": {"test_x.py"}}


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (["done", "done"], "done"),
        (["done", "not yet"], "partial: 1 of its 2 rules are done"),
        (["partial: x", "not yet"], "partial: 0 of its 2 rules are done"),
        (["not yet"], "not yet"),
    ],
    ids=["all", "some", "begun", "none"],
)
def test_a_chapter_follows_from_its_rules(states, expected):
    assert tool().of_chapter(states) == expected


def test_only_chapters_have_rules():
    register = tool()
    rows = register.listed()
    assert "meeting:ORD-1" in register.rules_of(rows["meeting:6"], rows)
    assert register.rules_of(rows["meeting:ORD-1"], rows) == []


def test_what_is_done_names_its_tests():
    rows = list(csv.DictReader(tool().register().splitlines()))
    assert [row["id"] for row in rows if row["state"] == "done" and not row["tests"]] == []
