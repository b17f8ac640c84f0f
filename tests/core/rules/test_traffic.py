"""The light of a deadline changes on known days."""

from datetime import date

import pytest

from commune.core.rules.traffic import light


@pytest.mark.parametrize(
    ("due", "colour"),
    [
        (date(2026, 5, 3), "late"),
        (date(2026, 5, 4), "soon"),
        (date(2026, 5, 9), "soon"),
        (date(2026, 5, 10), "fine"),
    ],
    ids=["the day after", "the last day", "five days left", "six days left"],
)
def test_light_on_the_fourth_of_may(due, colour):
    assert light(due, date(2026, 5, 4), soon=5) == colour
