from dataclasses import replace
from datetime import date

import pytest

from commune.website.rules import statement as sm
from commune.website.rules.statement import NonConformity, Statement

TODAY = date(2026, 6, 15)
FAULT = NonConformity("Old PDF files are not tagged", "disproportionate_burden", date(2026, 1, 5))
COMPLETE = Statement(
    "Valmont", "https://valmont.example.org", "partial", "EN 301 549", (FAULT,), "self_assessment",
    date(2026, 1, 10), date(2026, 2, 10), "access@example.org", "Control body", "https://control.example.org",
)  # fmt: skip


def found(statement):
    return [(r.code, r.place) for r in sm.statement_refusals(statement, TODAY)]


@pytest.mark.requirement("website:W-9.3")
def test_complete_declaration():
    assert found(COMPLETE) == []
    assert sm.review_due(COMPLETE) == date(2027, 2, 10)
    assert sm.review_due(replace(COMPLETE, reviewed_on=None)) == date(2027, 1, 10)
    assert sm.review_due(Statement()) is None


@pytest.mark.requirement("website:W-9.3")
def test_empty_declaration_lists_all_it_lacks():
    places = {place for _, place in found(Statement())}
    assert places == set(sm._TEXTS) | {"status", "non_conformities"}


@pytest.mark.requirement("website:W-9.3")
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"status": "perfect"}, [("statement.status", "status")]),
        ({"status": "full"}, [("statement.full_with_faults", "non_conformities")]),
        ({"non_conformities": ()}, [("statement.faults_missing", "non_conformities")]),
        ({"status": "full", "non_conformities": ()}, []),
        ({"method": "guess"}, [("statement.method", "method")]),
        ({"reviewed_on": date(2026, 6, 16)}, [("statement.in_future", "reviewed_on")]),
        ({"non_conformities": (NonConformity("x"),)}, [
            ("required", "non_conformities.0.reason"), ("required", "non_conformities.0.found_on"),
        ]),
        ({"non_conformities": (replace(FAULT, reason="lazy"),)}, [("statement.reason", "non_conformities.0.reason")]),
    ],
)  # fmt: skip
def test_contradictions(change, expected):
    assert found(replace(COMPLETE, **change)) == expected
