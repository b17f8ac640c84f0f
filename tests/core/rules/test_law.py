"""Dated figures."""

from datetime import date

import pytest

from commune.core.rules.law import Figure, in_force

OLD = Figure(20, "CoDT D.IV.33", date(2017, 6, 1), date(2024, 3, 31))
NEW = Figure(30, "CoDT D.IV.33", date(2024, 4, 1), confidence="B")
PILOT = Figure(25, "pilot", date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.requirement("urbanism:8.2")
def test_the_figure_in_force_is_the_one_that_began_last():
    figures = [OLD, NEW, PILOT]
    assert in_force(figures, date(2017, 5, 31)) is None
    assert in_force(figures, date(2024, 3, 31)) is OLD
    assert in_force(figures, date(2024, 4, 1)) is NEW
    assert in_force(figures, date(2025, 6, 1)) is PILOT
    assert in_force(figures, date(2026, 1, 1)) is NEW
