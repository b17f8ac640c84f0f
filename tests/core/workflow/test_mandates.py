"""Who sits in a body on a day, in order of precedence."""

from datetime import date

import pytest

from commune.core.workflow.creation import create
from commune.core.workflow.mandates import seat_of, seats


@pytest.fixture()
def college(integration):
    for rank, (last, gender, role, start, end) in enumerate(
        (
            ("Lambert", "f", "mayor", date(2024, 12, 2), None),
            ("Dubois", "m", "alderman", date(2024, 12, 2), date(2026, 5, 4)),
            ("Petit", "f", "alderman", date(2026, 5, 5), None),
        ),
        1,
    ):
        person = create(integration["portal"], "person", last_name=last, gender=gender, user_id=f"tried-{last.lower()}")
        create(person, "mandate", title=role, role=role, body="tried_board", start=start, end=end, rank=rank)


@pytest.mark.requirement("core:PER-2")
def test_both_days_of_a_mandate_count(college):
    sitting = {day: [seat.last_name for seat in seats(date(2026, 5, day), "tried_board")] for day in (4, 5)}
    assert sitting == {4: ["Lambert", "Dubois"], 5: ["Lambert", "Petit"]}
    assert [seat.name for seat in seats(date(2026, 5, 5), "tried_board", "mayor")] == ["Lambert"]
    assert seats(date(2026, 5, 5), "no_such_body") == ()
    everywhere = [seat for seat in seats(date(2026, 5, 5)) if seat.body == "tried_board"]
    assert everywhere == list(seats(date(2026, 5, 5), "tried_board"))


def test_the_seat_of_an_account(college):
    assert seat_of("tried-lambert", date(2026, 5, 5), "tried_board").role == "mayor"
    assert seat_of("", date(2026, 5, 5), "tried_board") is None
