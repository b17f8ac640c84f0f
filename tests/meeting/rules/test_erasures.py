"""Requests for erasure, and what is public long enough."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.meeting.rules.bodies import PublicationSettings
from commune.meeting.rules.erasures import Erasure, against_receiving, answered
from commune.meeting.rules.masking import masked
from commune.meeting.rules.personal_data import de_named
from commune.meeting.rules.publication import retention_due

TODAY = date(2026, 11, 2)
ASKED = Erasure(date(2026, 10, 31), "Jeanne", "vie-politique/x")


@pytest.mark.requirement("meeting:PUB-8")
def test_a_request_says_when_by_whom_and_about_what() -> None:
    found = against_receiving(date(2026, 11, 3), " ", "", TODAY)
    assert [one.place for one in found] == ["received", "asked_by", "about"]
    assert against_receiving(None, "x", "y", TODAY) and not against_receiving(TODAY, "x", "y", TODAY)
    assert ASKED.due == date(2026, 11, 30)


@pytest.mark.requirement("meeting:PUB-8")
@pytest.mark.parametrize(
    ("answer", "reason", "code"),
    [
        pytest.param("maybe", "", "erasures.answer", id="no answer"),
        pytest.param("refused", " ", "erasures.reason", id="refused without a reason"),
    ],
)
def test_answers_that_are_none(answer: str, reason: str, code: str) -> None:
    found = answered(ASKED, answer, reason, TODAY)
    assert isinstance(found, tuple) and found[0].code == code


def test_a_request_is_answered_once() -> None:
    granted, refused = answered(ASKED, "granted", "", TODAY), answered(ASKED, "refused", "Loi", TODAY)
    assert isinstance(granted, Erasure) and (granted.answer, granted.answered) == ("granted", TODAY)
    assert isinstance(refused, Erasure) and refused.reason == "Loi"
    again = answered(granted, "refused", "x", TODAY)
    assert isinstance(again, tuple) and again[0].code == "erasures.answered"


@pytest.mark.requirement("meeting:PUB-8")
@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_only_categories_with_a_time_end(today: date) -> None:
    rules = PublicationSettings(retention_years={"staff": 2})
    due = retention_due(rules, [("a", "staff"), ("b", "works"), ("c", "")], date(2026, 1, 1), today)
    assert due == (("a",) if today > date(2028, 1, 1) else ())


@pytest.mark.requirement("meeting:PUB-8")
def test_names_leave_masked() -> None:
    html = de_named("<p>Accord de Jeanne Dupont, jeanne@example.org.</p>", TODAY, ("Jeanne Dupont",))
    assert "Jeanne" not in masked(html) and "jeanne@" not in masked(html) and "Accord de" in masked(html)
