"""Types of annexes: sub-types, who chooses them, flags of managers, counterparts, faults."""

import pytest

from commune.core.rules import annex_types as at
from commune.core.rules.annex_types import Chooser
from commune.core.rules.annexes import Annex, Category, Family, Preview, created
from commune.core.rules.refusals import NONE

REPORT = Category(
    "report", "Rapport", frozenset(Family), kind="item", icon="file", managers_set=frozenset({Family.SIGN}),
    managers_see=frozenset({Family.APPROVE}), services=("FIN",), functions=frozenset({"creator"}), pdf_only=True,
    preview=Preview.PREVIEW, after_scan="scanned", title_of_files="Rapport du service",
)  # fmt: skip
BUDGET = Category("budget", "Budget", parent="report", enabled=False)
SCANNED = Category("scanned", "Signé", kind="item")
RULING = Category("ruling", "Direction", kind="item", managers_only=True)
MANAGER = Chooser(True)


def codes(refusals):
    return [(one.code, one.place) for one in refusals]


@pytest.mark.requirement("meeting:ANX-1")
def test_sub_types_follow_their_type_and_have_its_restrictions() -> None:
    lost = Category("lost", "Perdu", parent="nowhere")
    found = at.completed((BUDGET, SCANNED, lost, REPORT))
    assert [one.id for one in found] == ["scanned", "lost", "report", "budget"]
    sub = found[-1]
    assert (sub.title, sub.kind, sub.icon, sub.families) == ("Budget", "item", "file", frozenset(Family))
    assert (sub.pdf_only, sub.enabled, sub.services, sub.after_scan) == (True, False, ("FIN",), "scanned")
    assert sub.preview is Preview.PREVIEW and sub.managers_see == {Family.APPROVE}
    own = Category("x", "X", parent="report", preview=Preview.PREVIEW_ONLY)
    assert at.completed((REPORT, own))[1].preview is Preview.PREVIEW_ONLY


@pytest.mark.requirement("meeting:ANX-1")
@pytest.mark.parametrize(
    ("category", "chooser", "refused"),
    [
        pytest.param(REPORT, Chooser(held=frozenset({("FIN", "creator")})), [], id="creator of the finances"),
        pytest.param(
            REPORT, Chooser(held=frozenset({("TRA", "creator")})), ["category.not_for_you"], id="other service"
        ),
        pytest.param(
            REPORT, Chooser(held=frozenset({("FIN", "observer")})), ["category.not_for_you"], id="other function"
        ),
        pytest.param(REPORT, MANAGER, [], id="manager"),
        pytest.param(RULING, Chooser(), ["category.managers_only"], id="managers only"),
        pytest.param(RULING, MANAGER, [], id="managers only, by one"),
        pytest.param(BUDGET, MANAGER, ["category.disabled"], id="out of use"),
        pytest.param(SCANNED, Chooser(), [], id="free"),
    ],
)
def test_who_chooses_a_type(category: Category, chooser: Chooser, refused: list[str]) -> None:
    assert [code for code, _place in codes(at.against_choosing(category, chooser))] == refused


@pytest.mark.requirement("meeting:ANX-2")
def test_flags_of_managers() -> None:
    officer = Chooser()
    assert codes(at.against_flags(REPORT, [], ["to_sign", "to_print", "approved"], officer)) == [
        ("annex.flag_managers", "approved"),
        ("annex.flag_managers", "to_sign"),
    ]
    assert codes(at.against_flags(SCANNED, ["signed"], [], officer)) == [("annex.flag_managers", "signed")]
    assert at.against_flags(REPORT, ["signed"], ["signed", "to_print"], officer) == NONE
    assert at.against_flags(REPORT, [], ["signed"], MANAGER) == NONE
    on = ["approved", "to_print", "confidential"]
    assert at.shown_flags(REPORT, on, manager=False) == ("confidential", "to_print")
    assert at.shown_flags(REPORT, on, manager=True) == ("confidential", "to_print", "approved")


@pytest.mark.requirement("meeting:ANX-1")
def test_the_type_of_a_file_in_another_body() -> None:
    there = (Category("note", "Note", kind="item"), RULING, SCANNED, Category("out", "Out", enabled=False))
    assert at.mapped(SCANNED, {}, there) == SCANNED
    assert at.mapped(REPORT, {}, there) == there[0]
    assert at.mapped(REPORT, {"report": "ruling"}, there) == RULING
    assert at.mapped(REPORT, {"report": ""}, there) is None
    assert at.mapped(REPORT, {"report": "out"}, there) is None
    assert at.mapped(Category("d", "D", kind="decision"), {}, there) is None


def test_the_title_that_a_type_proposes() -> None:
    assert created(Annex(" ", "a.pdf"), REPORT, {}).title == "Rapport du service"
    assert created(Annex("Le mien", "a.pdf"), REPORT, {}).title == "Le mien"


def test_faults_of_a_list_of_types() -> None:
    odd = Category("scanned", "Deux fois", parent="none", after_scan="gone", defaults=frozenset({"blue"}))
    assert codes(at.faults((SCANNED, odd, REPORT))) == [
        ("categories.twice", "/1/id"),
        ("categories.unknown", "/1/parent"),
        ("categories.unknown", "/1/after_scan"),
        ("categories.unknown_flag", "/1/defaults"),
    ]
    assert at.faults((SCANNED, REPORT)) == NONE
