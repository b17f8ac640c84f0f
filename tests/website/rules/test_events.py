from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.website.rules import events as ev
from commune.website.rules.events import BRUSSELS, Change, Event

YEAR = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))


def wall(text):
    return datetime.fromisoformat(text)


def starts(event, window=YEAR):
    return [f"{one.starts:%m-%d %H:%M}" for one in ev.occurrences(event, *window)]


def local(event):
    return [f"{one.starts.astimezone(BRUSSELS):%m-%d %H:%M}" for one in ev.occurrences(event, *YEAR)]


MARKET = Event(wall("2026-03-19T08:00"), wall("2026-03-19T13:00"), rule="FREQ=WEEKLY;COUNT=4")
CLASS = Event(wall("2026-03-24T18:30"), rule="FREQ=WEEKLY;COUNT=5", excluded=frozenset({date(2026, 4, 7)}))
SUNDAYS = Event(wall("2026-03-22T02:30"), rule="FREQ=WEEKLY;COUNT=3")


@pytest.mark.requirement("website:AC-13", "website:W-1.5")
def test_weekly_market_keeps_its_hour_over_the_spring_change():
    assert starts(MARKET) == ["03-19 07:00", "03-26 07:00", "04-02 06:00", "04-09 06:00"]
    assert {one[-5:] for one in local(MARKET)} == {"08:00"}


@pytest.mark.requirement("website:AC-15", "website:W-1.5")
def test_last_friday_of_the_month():
    event = Event(wall("2026-01-30T20:00"), rule="FREQ=MONTHLY;BYDAY=-1FR;COUNT=6")
    assert [one[:5] for one in local(event)] == ["01-30", "02-27", "03-27", "04-24", "05-29", "06-26"]
    assert starts(event)[2:4] == ["03-27 19:00", "04-24 18:00"]


@pytest.mark.requirement("website:AC-17", "website:W-1.5")
def test_hour_that_does_not_exist_is_skipped_and_not_counted():
    assert starts(SUNDAYS) == ["03-22 01:30", "04-05 00:30", "04-12 00:30"]
    single = Event(wall("2026-03-29T02:30"))
    assert (starts(single), local(single)) == (["03-29 01:30"], ["03-29 03:30"])
    extra = replace(SUNDAYS, extra=(wall("2026-03-29T02:30"),))
    assert starts(extra)[1] == "03-29 01:30"


@pytest.mark.requirement("website:AC-19", "website:W-1.5")
def test_night_keeps_its_closing_hour():
    event = Event(wall("2026-03-21T22:00"), wall("2026-03-22T04:00"), rule="FREQ=WEEKLY;COUNT=3")
    found = ev.occurrences(event, *YEAR)
    assert [(one.ends - one.starts) // timedelta(hours=1) for one in found] == [6, 5, 6]
    assert found[1].ends == datetime(2026, 3, 29, 2, tzinfo=UTC)
    assert {f"{one.ends.astimezone(BRUSSELS):%H:%M}" for one in found} == {"04:00"}


@pytest.mark.requirement("website:AC-21", "website:W-1.5")
def test_exclusion_follows_the_series_when_its_hour_changes():
    assert [one[:5] for one in local(CLASS)] == ["03-24", "03-31", "04-14", "04-21"]
    later = replace(CLASS, start=wall("2026-03-24T19:00"))
    assert local(later) == ["03-24 19:00", "03-31 19:00", "04-14 19:00", "04-21 19:00"]


@pytest.mark.requirement("website:AC-23", "website:W-1.5")
def test_every_second_week_over_the_autumn_change():
    event = Event(wall("2026-10-19T09:00"), rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=6")
    assert starts(event) == ["10-19 07:00", "10-21 07:00", "11-02 08:00", "11-04 08:00", "11-16 08:00", "11-18 08:00"]


@pytest.mark.requirement("website:W-1.5")
def test_days_that_do_not_exist_are_not_counted():
    event = Event(wall("2026-01-31T10:00"), rule="FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4")
    assert [one[:5] for one in local(event)] == ["01-31", "03-31", "05-31", "07-31"]


@pytest.mark.requirement("website:W-1.5")
@pytest.mark.parametrize(
    ("until", "number"),
    [
        ("20260402T060000Z", 3),
        ("20260402T055959Z", 2),
        ("20260402", 3),
        ("20260402T080000", 3),
    ],
)
def test_until_is_inclusive(until, number):
    assert len(starts(replace(MARKET, rule=f"FREQ=WEEKLY;UNTIL={until}"))) == number


@pytest.mark.requirement("website:W-1.5")
def test_whole_days_include_the_last():
    event = Event(wall("2026-03-28T00:00"), wall("2026-03-29T00:00"), whole_day=True)
    (one,) = ev.occurrences(event, *YEAR)
    assert (one.starts, one.ends) == (datetime(2026, 3, 27, 23, tzinfo=UTC), datetime(2026, 3, 29, 22, tzinfo=UTC))
    (single,) = ev.occurrences(replace(event, end=None), *YEAR)
    assert single.ends == datetime(2026, 3, 28, 23, tzinfo=UTC)
    weekly = replace(event, end=None, rule="FREQ=WEEKLY;COUNT=2")
    assert len(ev.occurrences(weekly, *YEAR)) == 2


@pytest.mark.requirement("website:W-1.5")
def test_running_and_open_ended_events_stay_until_they_are_over():
    event = Event(wall("2026-03-19T08:00"))
    assert ev.upcoming(event, datetime(2026, 3, 19, 22, 59, tzinfo=UTC))[0].is_running(
        datetime(2026, 3, 19, 9, tzinfo=UTC)
    )
    assert ev.is_past(event, datetime(2026, 3, 19, 23, tzinfo=UTC))
    assert not ev.is_past(MARKET, datetime(2026, 4, 9, 10, 59, tzinfo=UTC))
    assert ev.is_past(MARKET, datetime(2026, 4, 9, 11, 0, tzinfo=UTC))


@pytest.mark.requirement("website:W-1.5")
def test_cancelled_occurrence_stays_and_moved_one_moves():
    changes = {
        date(2026, 3, 26): Change(cancelled=True, note="strike"),
        date(2026, 4, 2): Change(start=wall("2026-04-03T09:00"), end=wall("2026-04-03T10:00")),
    }
    _, cancelled, moved, _ = ev.occurrences(replace(MARKET, changes=changes), *YEAR)
    assert (cancelled.cancelled, cancelled.note) == (True, "strike")
    assert (moved.day, moved.moved, moved.ends) == (date(2026, 4, 2), True, datetime(2026, 4, 3, 8, tzinfo=UTC))


@pytest.mark.requirement("website:W-1.5")
def test_agenda_is_sorted_and_capped():
    now = datetime(2026, 1, 1, tzinfo=UTC)
    agenda = ev.in_order([("market", MARKET), ("class", CLASS)], now)
    assert [key for key, _ in agenda[:3]] == ["market", "class", "market"]
    daily = Event(wall("2026-01-01T10:00"), rule="FREQ=DAILY")
    assert len(ev.upcoming(daily, now)) == 500


@given(st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)), st.sampled_from(["DAILY", "WEEKLY"]))
def test_every_occurrence_shows_the_hour_of_the_series(start, freq):
    event = Event(start.replace(second=0, microsecond=0), rule=f"FREQ={freq};COUNT=20")
    found = ev.occurrences(event, datetime(2025, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC))
    assert len(found) == 20
    assert {one.starts.astimezone(BRUSSELS).time() for one in found} == {event.start.time()}


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (MARKET, []),
        (Event(wall("2026-03-19T08:00")), []),
        (replace(MARKET, end=wall("2026-03-19T08:00")), ["event.end_before_start"]),
        (Event(wall("2026-03-19T00:00"), wall("2026-03-19T00:00"), whole_day=True), []),
        (replace(MARKET, rule="FREQ=SOMETIMES"), ["event.rule"]),
        (replace(MARKET, rule="nonsense"), ["event.rule"]),
        (replace(MARKET, rule="FREQ=DAILY\nEXDATE:20260320T080000"), ["event.rule"]),
        (replace(MARKET, rule="FREQ=HOURLY"), ["event.too_frequent"]),
        (replace(MARKET, rule="FREQ=WEEKLY;COUNT=x"), ["event.rule"]),
        (replace(MARKET, rule="FREQ=WEEKLY;UNTIL=x"), ["event.rule"]),
        (replace(MARKET, rule="FREQ=WEEKLY;COUNT=2;UNTIL=20260402"), ["event.count_and_until"]),
    ],
)
@pytest.mark.requirement("website:W-1.5")
def test_faults(event, expected):
    assert [r.code for r in ev.event_refusals(event)] == expected
