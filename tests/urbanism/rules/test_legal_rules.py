from datetime import date

import pytest

from commune.urbanism.rules import legal_rules as lr
from commune.urbanism.rules.steps import Marker

NOW = date(2026, 1, 1)


@pytest.mark.requirement("urbanism:8.2", "urbanism:8.3")
def test_every_row_of_the_statutory_table_is_a_clock_or_says_why_not():
    rows = {rule.id for rule in lr.RULES} | set(lr.TACIT) | set(lr.NOT_CLOCKS)
    assert rows == {f"L{n:02d}" for n in range(1, 48)} | {"L06b"}


@pytest.mark.requirement("urbanism:8.2")
@pytest.mark.parametrize("rule", lr.RULES, ids=lambda r: f"{r.id}-{r.part}")
def test_every_figure_cites_its_source_and_follows_the_other(rule):
    assert rule.announced is (not rule.figures)
    assert all(figure.source and figure.confidence in "ABC" for figure in rule.figures)
    for before, after in zip(rule.figures, rule.figures[1:], strict=False):
        assert before.valid_to < after.valid_from
    assert rule.starts and set(rule.starts + rule.stops) <= set(Marker)


def test_rules_are_told_apart_by_id_and_part():
    for procedure in ("P", "PA", "PU", "PE1", "DE", "LOG", "DV"):
        names = [(rule.id, rule.part) for rule in lr.rules_for(procedure)]
        assert len(names) == len(set(names))


def test_deposit_chooses_the_figure():
    (completeness,) = [rule for rule in lr.RULES if rule.id == "L01"]
    assert completeness.figure_on(date(2024, 3, 31)).value.n == 20
    assert completeness.figure_on(date(2024, 4, 1)).value.n == 30
    assert completeness.figure_on(date(2016, 1, 1)) is None


def test_certificate_of_two_years():
    (validity,) = [rule for rule in lr.rules_for("CU2") if rule.id == "L26"]
    assert validity.figure_on(NOW).value.n == 2
