"""Reading the agenda of a sitting from a file."""

import json
from pathlib import Path

import pytest

from commune.meeting.rules.agenda_file import read_agenda

GEDINNE = (Path(__file__).parents[2] / "fixtures/agenda-gedinne.json").read_text(encoding="utf-8")


def test_the_real_agenda_is_read_with_its_late_item():
    agenda, faults = read_agenda(GEDINNE, "gedinne.json")
    assert faults == ()
    assert [item.rank for item in agenda.items] == list(range(1, 13))
    assert [item.number for item in agenda.items if item.list_type == "late"] == ["11"]
    assert agenda.categories == ("Affaires générales", "Affaires sociales", "Finances", "Patrimoine", "Enseignement")
    assert [item.privacy for item in agenda.items[-2:]] == ["public", "secret"]


def text(*rows, **more):
    return json.dumps({"opened": "2013-02-27T20:40:00+01:00", "items": list(rows), **more}, indent=1)


def row(**changes):
    return {"number": "1", "privacy": "public", "category": "Finances", "title": "Budget", **changes}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("{\n broken", [("profile.syntax", "a.json:2")]),
        ("[]", [("profile.type", "a.json:1")]),
        ("{}", [("profile.form", "a.json:1: opened"), ("profile.missing", "a.json:1: items")]),
        (text(row(), opened="hier"), [("profile.form", "a.json:2: opened")]),
        (text(row(), opened="2013-02-27T20:40:00"), [("profile.form", "a.json:2: opened")]),
        (text(row(privacy="caché")), [("profile.choice", "a.json:6: items/0/privacy")]),
        (text(row(), row(number="x")), [("profile.form", "a.json:11: items/1/number")]),
        (text(row(), row()), [("profile.duplicate", "a.json:11: items/1/number")]),
        (text(row(title=" ")), [("profile.type", "a.json:8: items/0/title")]),
        (text(row(title=None)), [("profile.missing", "a.json:8: items/0/title")]),
        (text(row(title=3, category="")), [
            ("profile.missing", "a.json:7: items/0/category"), ("profile.type", "a.json:8: items/0/title"),
        ]),
        (text("budget"), [("profile.type", "a.json:4: items/0")]),
    ],
)  # fmt: skip
def test_every_fault_is_told_with_its_line(given, expected):
    agenda, faults = read_agenda(given, "a.json")
    assert agenda is None
    assert [(fault.code, fault.place) for fault in faults] == expected


def test_a_category_that_comes_back_in_the_closed_part_is_not_late():
    agenda, _faults = read_agenda(text(row(), row(number="2", category="B"), row(privacy="closed")), "a.json")
    assert [item.list_type for item in agenda.items] == ["normal"] * 3
