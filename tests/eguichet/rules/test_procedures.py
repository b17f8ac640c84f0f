from dataclasses import fields, replace
from datetime import date

import pytest

from commune.core.rules.refusals import Refusal
from commune.eguichet.rules import procedures
from commune.eguichet.rules.procedures import Channel, Cost, Season, Sheet

TODAY = date(2026, 6, 15)
FELLING = Sheet(
    identifier="be.val/tree-felling",
    title="Fell a tree",
    summary="Ask before you fell",
    description="Some trees are protected.",
    authority="Valmont",
    services=("environment",),
    contact="environment@example.org",
    audiences=("citizen",),
    who_can_apply="Owner of the ground",
    documents=(),
    channels=(Channel("online"), Channel("counter")),
    commitment_days=20,
    silence="none",
    costs=(Cost("File fee", 0),),
    result="Decision",
    legal_basis=("CoDT D.IV.4",),
    appeal="Council of State, 60 days",
    identification_level=2,
    languages=("fr",),
    button={"fr": "Demander"},
    scope="Valmont",
    verified_on=date(2026, 1, 10),
    owner="environment",
)
OPTIONAL = {
    "digital_only_reason", "legal_limit", "button", "status", "status_reason", "suspended_until", "season",
    "replacement",
}  # fmt: skip


@pytest.mark.requirement("eguichet:E-1")
def test_complete_sheet_is_published():
    assert procedures.publication_refusals(FELLING) == ()


@pytest.mark.requirement("eguichet:E-1")
def test_empty_sheet_lists_every_mandatory_field():
    missing = procedures.publication_refusals(Sheet())
    assert {r.code for r in missing} == {"required"}
    assert {r.place for r in missing} == {f.name for f in fields(Sheet)} - OPTIONAL


@pytest.mark.requirement("eguichet:E-1")
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"channels": (Channel("online"),)}, [("procedure.digital_only", "channels")]),
        ({"channels": (Channel("online"),), "digital_only_reason": "federal portal"}, []),
        ({"costs": (Cost("A", 100), Cost("B"))}, [("procedure.cost", "costs.1")]),
        ({"costs": (Cost("A", formula="surface * 2"), Cost("B", -1))}, [("procedure.cost", "costs.1")]),
        ({"costs": (Cost("A", 5, "surface"),)}, [("procedure.cost", "costs.0")]),
        ({"button": {"fr": "x" * 33, "de": "x" * 34}}, [("too_long", "button.de")]),
        ({"status": "suspended"}, [("required", "status_reason")]),
        ({"status": "seasonal"}, [("required", "season")]),
        ({"status": "retired"}, [("required", "replacement")]),
    ],
)
def test_faults_of_a_sheet(change, expected):
    refusals = procedures.publication_refusals(replace(FELLING, **change))
    assert [(r.code, r.place) for r in refusals] == expected


def test_identifier_is_used_once():
    other = replace(FELLING, identifier="be.val/other")
    assert procedures.catalogue_refusals([FELLING, other]) == ()
    double = Refusal("procedure.double", {"identifier": FELLING.identifier}, "identifier")
    assert procedures.catalogue_refusals([FELLING, other, FELLING]) == (double,)


SUMMER = Season((7, 1), (8, 31))
WINTER = Season((11, 15), (2, 28))


@pytest.mark.requirement("eguichet:E-1")
@pytest.mark.parametrize(
    ("change", "day", "expected"),
    [
        ({}, TODAY, []),
        ({"status": "suspended", "status_reason": "flood"}, TODAY, ["procedure.suspended"]),
        ({"status": "suspended", "suspended_until": TODAY}, TODAY, ["procedure.suspended"]),
        ({"status": "suspended", "suspended_until": date(2026, 6, 14)}, TODAY, []),
        ({"status": "seasonal", "season": SUMMER}, TODAY, ["form_closed"]),
        ({"status": "seasonal", "season": SUMMER}, date(2026, 8, 31), []),
        ({"status": "seasonal", "season": WINTER}, date(2026, 1, 5), []),
        ({"status": "seasonal", "season": WINTER}, date(2026, 11, 15), []),
        ({"status": "seasonal", "season": WINTER}, date(2026, 11, 14), ["form_closed"]),
        ({"status": "seasonal"}, TODAY, ["form_closed"]),
        ({"status": "retired", "replacement": "be.val/other"}, TODAY, ["procedure.retired"]),
    ],
)
def test_opening(change, day, expected):
    assert [r.code for r in procedures.opening_refusals(replace(FELLING, **change), day)] == expected
