from datetime import date

import pytest

from commune.urbanism.rules.statistics import Figures, Treated, duration, figures

FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)


def treated(ack, decided=None, granted=True, delay=None, incomplete=0):
    moment = decided and date(2026, *decided)
    return Treated(date(2026, *ack), moment, granted, delay, incomplete)


@pytest.mark.requirement("urbanism:S61", "urbanism:16")
def test_half_year_of_permits():
    dossiers = [
        treated((1, 12), (2, 9), delay=30),
        treated((1, 19), (3, 30), delay=75, incomplete=1),
        treated((2, 2), (4, 13), granted=False, delay=75),
        treated((2, 16), (6, 8), delay=115),
        treated((3, 2), (5, 15), delay=75, incomplete=2),
        treated((3, 9)),
        treated((7, 1), (7, 2)),
        Treated(None, date(2026, 3, 3)),
    ]
    assert figures(dossiers, FIRST, LAST) == Figures(6, 5, 4, 1, 1, 70, 70.8, 112, 112, 100.0, 33.3)


@pytest.mark.requirement("urbanism:16")
def test_nothing_gives_no_figures_never_an_error():
    assert figures([], FIRST, LAST) == Figures(0, 0, 0, 0, 0, None, None, None, None, None, None)
    assert duration(Treated(None, FIRST)) is None


def test_late_decision_lowers_the_share():
    assert figures([treated((1, 1), (3, 1), delay=30), treated((1, 1), (1, 2), delay=30)], FIRST, LAST).in_time == 50.0
