"""Opening hours as an authority writes them, read into what the rules compute with."""

from datetime import date

import pytest

from commune.core.rules.calendars import Calendar
from commune.website.rules.hours_document import read_hours
from commune.website.rules.opening_hours import (
    HoursException,
    Interval,
    Kind,
    Mode,
    NthWeekday,
    OpeningHours,
    Season,
    Week,
    day_hours,
)

MORNING = {"from": "08:30", "to": "12h00"}


def test_an_empty_document_is_never_open():
    assert read_hours({}) == OpeningHours()


@pytest.mark.requirement("website:W-1.7")
def test_everything_that_may_be_written_is_read():
    calendar = Calendar()
    document = {
        "base": {
            "mon": [MORNING, {"from": "13:00", "to": "16:00", "kind": "appointment", "note": "room 2"}],
            "nth": [{"n": 1, "day": "sat", "hours": [MORNING]}, {"n": 1, "day": "someday"}],
        },
        "seasons": [{"label": "Summer", "from": "2026-07-01", "to": date(2026, 8, 31), "week": {"tue": [MORNING]}}],
        "exceptions": [
            {"from": "2026-12-24", "mode": "close_from", "at": "11:00", "label": "Christmas Eve"},
            {"from": "2026-05-15", "to": "2026-05-16", "label": "Bridge"},
        ],
        "worked": ["armistice"],
    }
    morning = Interval(510, 720)
    assert read_hours(document, calendar) == OpeningHours(
        Week({0: (morning, Interval(780, 960, Kind.APPOINTMENT, "room 2"))}, (NthWeekday(1, 5, (morning,)),)),
        (Season("Summer", date(2026, 7, 1), date(2026, 8, 31), Week({1: (morning,)})),),
        (
            HoursException(date(2026, 12, 24), date(2026, 12, 24), Mode.CLOSE_FROM, (), 660, "Christmas Eve"),
            HoursException(date(2026, 5, 15), date(2026, 5, 16), Mode.CLOSED, label="Bridge"),
        ),
        calendar,
        frozenset({"armistice"}),
    )


@pytest.mark.parametrize(
    "document",
    [
        pytest.param({"base": {"mon": [{"from": "8 o'clock", "to": "12:00"}]}}, id="no-time"),
        pytest.param({"base": {"mon": [{"from": "08:00", "to": "12:00", "kind": "dance"}]}}, id="unknown-kind"),
        pytest.param({"seasons": [{"from": "summer", "to": "2026-08-31"}]}, id="season-without-days"),
        pytest.param({"exceptions": [{"from": "2026-13-01"}]}, id="no-such-day"),
        pytest.param({"exceptions": [{"from": "2026-01-01", "mode": "dance"}]}, id="unknown-mode"),
    ],
)
def test_what_cannot_be_read_is_left_out(document):
    hours = read_hours(document)
    assert day_hours(hours, date(2026, 1, 5)).intervals == ()
    assert (hours.seasons, hours.exceptions) == ((), ())
