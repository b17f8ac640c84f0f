"""Types of annexes of a body."""

import pytest

from commune.core.rules.annexes import Category, Preview
from commune.core.rules.refusals import NONE
from commune.meeting.rules.annex_types import (
    AnnexSettings,
    AnnexType,
    counterpart,
    delivered,
    faults,
    reads_confidential,
    types_of,
)

SHIPPED = delivered({"item_annex": "Annexe du point"})
OWN = AnnexSettings(
    (
        AnnexType("item_annex", "Annexe", enabled=False),
        AnnexType("report", "Rapport", preview=Preview.PREVIEW, maps={"council": "note", "cpas": ""}),
        AnnexType("sub", "Sous-type", parent="report", kind="decision"),
        AnnexType("minutes", "Annexe du PV", kind="meeting"),
    )
)


@pytest.mark.requirement("meeting:ANX-1")
def test_types_of_the_body_before_the_delivered_ones() -> None:
    found = types_of(OWN, SHIPPED, ("item", "decision", "opinion"))
    assert [(one.id, one.kind, one.enabled) for one in found] == [
        ("item_annex", "item", False), ("report", "item", True), ("sub", "item", True),
        ("decision_annex", "decision", True), ("opinion_annex", "opinion", True),
    ]  # fmt: skip
    assert [one.id for one in types_of(OWN, SHIPPED, ("meeting",))] == ["minutes", "meeting_annex"]
    assert types_of(AnnexSettings(), SHIPPED, ("item",))[0].title == "Annexe du point"


@pytest.mark.requirement("meeting:ANX-2")
def test_who_reads_confidential_files() -> None:
    rules = ("access.manager", "access.level", "access.adviser_reads", "access.observer", "access.copy", "access.odd")
    assert [reads_confidential(AnnexSettings(), rule) for rule in rules] == [True, True, True, False, False, False]
    wider = AnnexSettings(confidential_for=frozenset({"observers"}))
    assert [reads_confidential(wider, rule) for rule in rules] == [True, False, False, True, False, False]


@pytest.mark.requirement("meeting:ANX-1")
def test_counterparts_in_other_bodies() -> None:
    there = (Category("note", "Note", kind="item"),)
    report = OWN.types[1].category
    assert counterpart(OWN, report, "council", there) == there[0]
    assert counterpart(OWN, report, "cpas", there) is None
    assert counterpart(OWN, report, "police", there) == there[0], "no counterpart is said: the first of the same kind"
    assert counterpart(OWN, SHIPPED[0], "council", there) == there[0]


def test_faults_have_their_place() -> None:
    odd = AnnexSettings((AnnexType("a", "A", after_scan="gone"), AnnexType("decision_annex", "D")))
    assert [(one.code, one.place) for one in faults(odd, SHIPPED)] == [
        ("categories.unknown", "/annexes/types/0/after_scan")
    ]
    assert faults(OWN, SHIPPED) == NONE
