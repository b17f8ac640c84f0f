from datetime import date

import pytest

from commune.urbanism.rules.college_dates import MeetingChoice, meeting_choices

TODAY = date(2026, 4, 20)
SEVEN, TWENTY_ONE = date(2026, 5, 7), date(2026, 5, 21)


@pytest.mark.requirement("urbanism:S49", "urbanism:11")
def test_last_meeting_before_the_safe_date_is_proposed():
    found = meeting_choices([TWENTY_ONE, SEVEN, date(2026, 4, 16)], TODAY, date(2026, 5, 16), date(2026, 5, 15))
    assert found == (MeetingChoice(SEVEN, False, True), MeetingChoice(TWENTY_ONE, True))


@pytest.mark.requirement("urbanism:11")
def test_meeting_on_the_due_date_is_flagged_and_the_first_is_proposed_when_all_are_late():
    found = meeting_choices([SEVEN], TODAY, SEVEN, SEVEN)
    assert found == (MeetingChoice(SEVEN, True, True),)


def test_without_due_date_the_next_meeting_is_proposed():
    assert meeting_choices([TWENTY_ONE, SEVEN], TODAY, None, None)[0] == MeetingChoice(SEVEN, False, True)
    assert meeting_choices([], TODAY, None, None) == ()
