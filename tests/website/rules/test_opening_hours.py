from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.calendars import Calendar
from commune.website.rules import hours_checks
from commune.website.rules import opening_hours as oh
from commune.website.rules.open_now import BRUSSELS, OpenNow, instant, json_ld, open_now
from commune.website.rules.opening_hours import (
    HoursException,
    Interval,
    Kind,
    Mode,
    NthWeekday,
    OpeningHours,
    Season,
    Week,
)


def span(opens, closes, kind=Kind.WALK_IN, note=""):
    return Interval(hours_checks.read_minutes(opens), hours_checks.read_minutes(closes), kind, note)


MORNING = span("08:30", "12:00")
BASE = Week({**dict.fromkeys(range(5), (MORNING,)), 2: (MORNING, span("13:30", "16:30")), 5: (span("09:00", "11:30"),)})
SUMMER = Season("Summer", date(2026, 7, 1), date(2026, 8, 31), Week(dict.fromkeys(range(5), (span("08:00", "13:00"),))))
DUTY = HoursException(
    date(2026, 7, 22), date(2026, 7, 22), Mode.ADD, (span("17:00", "19:00", note="Duty"),), label="Duty"
)
EARLY = HoursException(date(2026, 8, 14), date(2026, 8, 14), Mode.CLOSE_FROM, close_from=11 * 60)
CONTACT = OpeningHours(BASE, (SUMMER,), (DUTY, EARLY), Calendar())
ALWAYS = OpeningHours(Week(dict.fromkeys(range(7), (span("00:00", "24:00"),))))


def at(text, zone=BRUSSELS):
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def printed(hours, day):
    def clock(minutes):
        return f"{minutes // 60:02d}{minutes % 60:02d}"

    return [f"{clock(one.opens)}-{clock(one.closes)}" for one in oh.day_hours(hours, day).intervals]


@pytest.mark.requirement("website:AC-27", "website:W-1.7")
def test_intervals_are_half_open_and_the_break_is_closed():
    assert open_now(CONTACT, at("2026-03-18T11:59:59")) == OpenNow("open_until", at("2026-03-18T12:00"))
    closed = open_now(CONTACT, at("2026-03-18T12:00"))
    assert closed == OpenNow("reopens_today", at("2026-03-18T13:30"))
    assert not closed.is_open


@pytest.mark.requirement("website:AC-29", "website:W-1.7")
def test_holiday_inside_a_season_and_an_added_opening():
    assert open_now(CONTACT, at("2026-07-21T10:00")) == OpenNow("reopens_on", at("2026-07-22T08:00"), "national_day")
    evening = open_now(CONTACT, at("2026-07-22T18:00"))
    assert evening == OpenNow("open_until", at("2026-07-22T19:00"), "Duty", ("Duty",))
    assert evening.is_open
    assert open_now(replace(CONTACT, worked=frozenset({"national_day"})), at("2026-07-21T10:00")).is_open


@pytest.mark.requirement("website:AC-31", "website:W-1.7")
def test_night_of_the_clock_change():
    shelter = OpeningHours(Week({5: (span("20:00", "03:00"),)}))
    assert open_now(shelter, at("2026-10-25T02:30+02:00")).is_open
    assert open_now(shelter, at("2026-10-25T02:30+01:00")).is_open
    assert not open_now(shelter, at("2026-10-25T03:00+01:00")).is_open
    night = instant(date(2026, 10, 24), 27 * 60) - instant(date(2026, 10, 24), 20 * 60)
    assert night == timedelta(hours=8)


@pytest.mark.requirement("website:W-1.7")
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 16), ["0830-1200"]),
        (date(2026, 3, 18), ["0830-1200", "1330-1630"]),
        (date(2026, 3, 22), []),
        (date(2026, 7, 1), ["0800-1300"]),
        (date(2026, 8, 31), ["0800-1300"]),
        (date(2026, 9, 1), ["0830-1200"]),
        (date(2026, 7, 22), ["0800-1300", "1700-1900"]),
        (date(2026, 8, 14), ["0800-1100"]),
        (date(2026, 5, 1), []),
    ],
)
def test_hours_of_a_day(day, expected):
    assert printed(CONTACT, day) == expected


@pytest.mark.requirement("website:W-1.7")
def test_shortest_exception_wins_and_looser_additions_do_not_reopen():
    long_closed = HoursException(date(2026, 3, 16), date(2026, 3, 20), Mode.CLOSED, label="Works")
    one_day = HoursException(date(2026, 3, 18), date(2026, 3, 18), Mode.REPLACE, (span("10:00", "11:00"),))
    evening = HoursException(date(2026, 3, 17), date(2026, 3, 17), Mode.ADD, (span("17:00", "18:00"),))
    month = HoursException(date(2026, 3, 1), date(2026, 3, 31), Mode.ADD, (span("19:00", "20:00"),))
    hours = replace(CONTACT, exceptions=(month, long_closed, one_day, evening))
    assert printed(hours, date(2026, 3, 16)) == []
    assert printed(hours, date(2026, 3, 17)) == ["1700-1800"]
    assert printed(hours, date(2026, 3, 18)) == ["1000-1100"]
    assert printed(hours, date(2026, 3, 23)) == ["0830-1200", "1900-2000"]


def test_early_closing_drops_later_intervals_and_keeps_earlier_ones():
    early = HoursException(date(2026, 3, 18), date(2026, 3, 18), Mode.CLOSE_FROM, close_from=13 * 60)
    assert printed(replace(CONTACT, exceptions=(early,)), date(2026, 3, 18)) == ["0830-1200"]


def test_priority_of_seasons_and_nth_weekdays():
    fair = Season("Fair", date(2026, 7, 6), date(2026, 7, 10), Week({0: (span("06:00", "07:00"),)}), priority=1)
    assert printed(replace(CONTACT, seasons=(fair, SUMMER)), date(2026, 7, 6)) == ["0600-0700"]
    first = NthWeekday(1, 5, (span("09:00", "12:00"),))
    last = NthWeekday(-1, 5)
    hours = OpeningHours(Week({5: (span("10:00", "11:00"),)}, (first, last)))
    assert printed(hours, date(2026, 3, 7)) == ["0900-1200"]
    assert printed(hours, date(2026, 3, 14)) == ["1000-1100"]
    assert printed(hours, date(2026, 3, 28)) == []
    assert printed(hours, date(2026, 3, 6)) == []


@pytest.mark.requirement("website:W-1.7")
def test_always_open_and_never_open():
    assert open_now(ALWAYS, at("2026-03-18T03:00")) == OpenNow("open")
    assert open_now(OpeningHours(), at("2026-03-18T03:00")) == OpenNow("see_announcement")


@pytest.mark.requirement("website:W-1.7")
def test_appointments_are_not_open_doors():
    hours = OpeningHours(Week({2: (span("08:00", "09:00", Kind.APPOINTMENT), span("09:30", "10:00"))}))
    assert open_now(hours, at("2026-03-18T08:30")).code == "reopens_today"
    assert open_now(hours, at("2026-03-18T08:30"), kinds=tuple(Kind)).is_open


@pytest.mark.requirement("website:W-1.7")
def test_closings_of_the_fortnight_are_announced():
    assert [one.day for one in oh.announced_closings(CONTACT, date(2026, 7, 20))] == [date(2026, 7, 21)]
    assert [one.day for one in oh.announced_closings(CONTACT, date(2026, 8, 1))] == [date(2026, 8, 14)]
    assert oh.announced_closings(CONTACT, date(2026, 9, 1)) == ()
    assert len(oh.week_table(CONTACT, date(2026, 3, 16))) == 7


@pytest.mark.requirement("website:W-1.7")
def test_json_ld_has_base_season_and_exceptions():
    found = json_ld(
        replace(CONTACT, exceptions=(EARLY, HoursException(date(2026, 9, 7), date(2026, 9, 7), Mode.CLOSED)))
    )
    assert found[0] == {
        "@type": "OpeningHoursSpecification", "opens": "08:30", "closes": "12:00",
        "dayOfWeek": "https://schema.org/Monday",
    }  # fmt: skip
    assert sum("dayOfWeek" in one for one in found) == 7 + 5
    assert [(one["opens"], one["closes"], one["validFrom"]) for one in found[-2:]] == [
        ("08:00", "11:00", "2026-08-14"), ("00:00", "00:00", "2026-09-07"),
    ]  # fmt: skip
    phone = OpeningHours(Week({0: (span("08:00", "24:00"), span("07:00", "08:00", Kind.PHONE))}))
    assert [(one["opens"], one["closes"]) for one in json_ld(phone)] == [("08:00", "23:59")]


@given(st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)))
def test_the_answer_agrees_with_the_instant_it_names(naive):
    now = naive.replace(tzinfo=UTC)
    before = hash(CONTACT.base.days[2])
    found = open_now(CONTACT, now)
    assert found.at > now
    assert open_now(CONTACT, found.at).is_open is not found.is_open
    assert hash(CONTACT.base.days[2]) == before


FAULTS = [
    (OpeningHours(Week({0: (span("22:00", "22:00"),)})), [("hours.interval", "base.0")]),
    (OpeningHours(Week({0: (Interval(60, 1500),)})), [("hours.interval", "base.0")]),
    (OpeningHours(Week({0: (span("08:00", "12:00"), span("11:00", "13:00"))})), [("hours.overlap", "base.0")]),
    (OpeningHours(Week({5: (span("20:00", "03:00"),), 6: (span("02:00", "04:00"),)})), [("hours.overlap", "base.5")]),
    (OpeningHours(Week({0: tuple(Interval(h, h + 1) for h in range(0, 100, 20))})), [("hours.too_many", "base.0")]),
    (OpeningHours(Week(nth=(NthWeekday(6, 0),))), [("hours.nth", "base.nth.0")]),
    (OpeningHours(seasons=(replace(SUMMER, last=date(2026, 6, 1)),)), [("hours.reversed", "seasons.0")]),
    (OpeningHours(exceptions=(replace(DUTY, last=date(2026, 7, 1)),)), [("hours.reversed", "exceptions.0")]),
    (OpeningHours(exceptions=(replace(DUTY, intervals=()),)), [("hours.intervals_needed", "exceptions.0")]),
    (OpeningHours(exceptions=(replace(DUTY, mode=Mode.CLOSED),)), [("hours.intervals_unwanted", "exceptions.0")]),
    (OpeningHours(exceptions=(replace(EARLY, close_from=None),)), [("hours.close_from", "exceptions.0")]),
    (CONTACT, []),
    (OpeningHours(Week(nth=(NthWeekday(-1, 0),))), []),
    (ALWAYS, []),
    (OpeningHours(Week({0: (span("08:00", "12:00"), span("08:00", "12:00", Kind.PHONE))})), []),
]  # fmt: skip


@pytest.mark.requirement("website:AC-31", "website:W-1.7")
@pytest.mark.parametrize(("hours", "expected"), FAULTS)
def test_faults_at_edit_time(hours, expected):
    assert [(r.code, r.place) for r in hours_checks.hours_refusals(hours)] == expected


@pytest.mark.parametrize(
    ("text", "minutes"), [("8h30", 510), ("24:00", 1440), ("24:01", None), ("8", None), ("08:60", None)]
)
def test_reading_a_time(text, minutes):
    assert hours_checks.read_minutes(text) == minutes
