"""Dates of meetings, the choice of a meeting, the legal clock."""

from datetime import date, datetime, timedelta

import pytest

from commune.core.rules.deadlines import BRUSSELS, end_of_day
from commune.core.rules.refusals import NONE, Refusal
from commune.meeting.rules.choice import Candidate, choose_meeting, on_page, receiving_meeting
from commune.meeting.rules.legal_clock import (
    COUNCIL_FIGURES,
    ClockLine,
    Colour,
    Done,
    RemoteSitting,
    against_convening,
    against_proceeding,
    legal_clock,
    publication_from,
)
from commune.meeting.rules.sittings import (
    FREEZE,
    VALIDATION,
    Hours,
    against_hours,
    deadline_before,
    default_hours,
    duration,
)


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=BRUSSELS)


MONDAY = at(9, 28, 9)


def codes(refusals: tuple[Refusal, ...]) -> list[str]:
    return [refusal.code for refusal in refusals]


@pytest.mark.requirement("meeting:AC-25")
def test_a_college_on_monday() -> None:
    assert deadline_before(MONDAY, VALIDATION) == at(9, 23, 9, 30)
    assert deadline_before(MONDAY, FREEZE) == at(9, 27, 14, 30)
    hours = default_hours(MONDAY)
    assert [m.hour for m in (hours.start, hours.mid, hours.mid_start, hours.end)] == [9, 10, 10, 11]
    assert against_hours(hours, [at(10, 5, 9)]) == NONE
    assert codes(against_hours(hours, [MONDAY])) == ["meetings.date_taken"]
    wrong = Hours(MONDAY, at(9, 28, 10), MONDAY, MONDAY, at(9, 28, 9), at(9, 28, 9, 1))
    assert codes(against_hours(wrong, [])) == ["meetings.end_before_start", "meetings.pre_meeting_after"]
    assert against_hours(Hours(MONDAY, MONDAY, MONDAY, MONDAY, MONDAY, MONDAY), []) == NONE


@pytest.mark.requirement("meeting:AC-123", "meeting:NFR-5")
def test_the_night_the_clock_changes() -> None:
    start = at(10, 25, 1, 30)
    assert duration(Hours(start, start, start, start, at(10, 25, 4))) == timedelta(hours=3, minutes=30)
    assert end_of_day(date(2026, 10, 26)) - end_of_day(date(2026, 10, 23)) == timedelta(hours=73)


NOW = at(9, 20, 8)
ACCEPTING = frozenset({"draft", "frozen", "decided"})
PAST = Candidate("past", at(9, 14, 9), "decided")
FROZEN = Candidate("frozen", at(9, 21, 9), "frozen")
OPEN = Candidate("open", MONDAY, "draft")
LATER = Candidate("later", at(10, 5, 9), "draft")
CLOSED = Candidate("closed", at(9, 7, 9), "closed")
ALL = (LATER, CLOSED, OPEN, FROZEN, PAST)


@pytest.mark.requirement("meeting:MTG-9")
@pytest.mark.parametrize(
    ("preferred", "chosen", "late"),
    [
        ("later", "later", False),
        (None, "open", False),
        ("frozen", "frozen", True),
        ("past", "past", True),
        ("closed", "frozen", True),
        ("gone", "open", False),
    ],
)
def test_the_meeting_an_item_goes_to(preferred: str | None, chosen: str, late: bool) -> None:
    choice = choose_meeting(preferred, ALL, ACCEPTING, NOW)
    assert (choice.meeting, choice.late, choice.refusals) == (chosen, late, NONE)


@pytest.mark.requirement("meeting:MTG-9")
def test_no_meeting_accepts_and_the_page_of_a_meeting() -> None:
    assert codes(choose_meeting(None, (CLOSED, FROZEN), ACCEPTING, NOW).refusals) == ["items.no_meeting_accepts"]
    assert codes(on_page(CLOSED, None, ACCEPTING).refusals) == ["meetings.accepts_none"]
    assert on_page(FROZEN, FROZEN, ACCEPTING).late
    assert on_page(FROZEN, None, ACCEPTING).meeting == "frozen"


@pytest.mark.requirement("meeting:SEND-3")
def test_the_meeting_of_a_copy_sent_to_another_body() -> None:
    assert receiving_meeting(ALL, False, ACCEPTING, NOW) == OPEN
    assert receiving_meeting(ALL, True, ACCEPTING, NOW) == FROZEN
    assert receiving_meeting((PAST, CLOSED), True, ACCEPTING, NOW) is None


COUNCIL = date(2026, 10, 22)


def clock(now: datetime, *done: Done) -> dict[str, ClockLine]:
    return {line.act: line for line in legal_clock(COUNCIL, COUNCIL_FIGURES, done, now)}


@pytest.mark.requirement("meeting:AC-81", "meeting:MTG-8", "meeting:PUB-4")
def test_the_clock_of_a_council() -> None:
    lines = clock(at(10, 1, 9))
    assert {act: line.latest for act, line in lines.items()} == {
        "convocation": date(2026, 10, 14),
        "repeat_call": date(2026, 10, 19),
        "councillor_points": date(2026, 10, 16),
        "publication": date(2026, 10, 16),
    }
    assert {line.colour for line in lines.values()} == {Colour.GREEN}
    published = Done("publication", at(10, 17, 10))
    late = clock(at(10, 17, 10), published)
    assert (late["publication"].colour, late["publication"].done) == (Colour.RED, at(10, 17, 10))
    assert codes(against_proceeding(tuple(late.values()), "publication")) == ["meetings.late_without_reason"]
    excused = clock(at(10, 17, 10), Done("publication", at(10, 17, 10), "server down on the 16th"))
    assert against_proceeding(tuple(excused.values()), "publication") == NONE


@pytest.mark.requirement("meeting:MTG-8")
def test_orange_when_near_green_when_done() -> None:
    assert clock(at(10, 13, 9))["convocation"].colour is Colour.ORANGE
    sent = Done("convocation", at(10, 14, 23, 59))
    assert clock(at(10, 30, 9), sent)["convocation"].colour is Colour.GREEN
    assert clock(at(10, 15, 0), Done("convocation"))["convocation"].colour is Colour.RED
    before_the_decree = legal_clock(date(2021, 3, 1), COUNCIL_FIGURES, (), at(1, 1, 9))
    assert "publication" not in [line.act for line in before_the_decree]
    assert all(figure.source for dated in COUNCIL_FIGURES.values() for figure in dated)


def test_from_when_drafts_go_online() -> None:
    assert publication_from(60_000) == date(2022, 9, 1)
    assert publication_from(50_000) == date(2023, 4, 1)
    assert publication_from(12_000) == publication_from(0) == date(2023, 10, 1)


@pytest.mark.requirement("meeting:ATT-12")
def test_a_remote_sitting_says_why_and_how() -> None:
    assert against_convening(None) == NONE
    assert against_convening(RemoteSitting("storm", "a tool", "link in the mail")) == NONE
    refused = against_convening(RemoteSitting(technical_note="link"))
    assert [r.place for r in refused] == ["reason", "tool"]
