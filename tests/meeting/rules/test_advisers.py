"""Who is asked, by which row, with which delay."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from commune.core.rules.calendars import Calendar, Community
from commune.core.rules.deadlines import BRUSSELS, compute
from commune.core.rules.opinions import OpinionRequest, Sense
from commune.core.rules.refusals import NONE, Refusal
from commune.meeting.rules.advisers import (
    AdviserRow,
    Asked,
    against_changing_delay,
    against_editing_rows,
    asked_opinions,
    giveable_states,
    offered_rows,
    offered_variants,
    optional_opinion,
    row_of,
    variants,
)
from commune.meeting.rules.chain import Actor
from commune.meeting.rules.finance import opinion_due
from commune.meeting.rules.opinion_clock import (
    EXPIRED,
    ClockRule,
    ClockState,
    Running,
    after_completeness,
    after_move,
    restarted,
    shown,
    to_refresh,
    warning,
)
from commune.meeting.rules.ready_made import ready_made

H26 = Calendar((Community.FWB, Community.DG))
ROWS = ready_made("college_communal").opinions.rows
CREATED = date(2026, 5, 4)
MANAGER, ANN = Actor(manager=True), Actor()
CHANGED = {"delay_is_changed": True}
AUTO = Asked("finance_director", "finance_10", "automatic")


def at(month: int, day: int, hour: int = 12, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=BRUSSELS)


def codes(refusals: tuple[Refusal, ...]) -> list[str]:
    return [refusal.code for refusal in refusals]


@pytest.mark.requirement("meeting:ADV-1", "meeting:ADV-2")
def test_automatic_wins_over_optional() -> None:
    optional = (Asked("finance_director"), Asked("legal"))
    due, quiet = {"finance_opinion_due": True}, {"finance_opinion_due": False}
    assert asked_opinions(ROWS, optional, due, CREATED, {}) == (AUTO, Asked("legal"))
    assert asked_opinions(ROWS, optional, quiet, CREATED, {}) == optional
    assert asked_opinions(ROWS, (), due, date(2010, 1, 1), {}) == ()


@pytest.mark.requirement("meeting:ADV-8")
def test_a_delay_chosen_by_hand_survives_recomputation() -> None:
    due = {"finance_opinion_due": True}
    (kept,) = asked_opinions(ROWS, (), due, CREATED, {"finance_director": "finance_20"})
    assert kept.row == "finance_20"
    (other,) = asked_opinions(ROWS, (), due, CREATED, {"finance_director": "not a variant"})
    assert other.row == "finance_10"


@pytest.mark.requirement("meeting:AC-65", "meeting:ADV-8")
def test_a_manager_prorogues_with_a_comment() -> None:
    assert codes(against_changing_delay(ROWS, AUTO, "finance_20", "", CHANGED, False, MANAGER)) == [
        "opinions.comment_required"
    ]
    comment = "prorogation demandée"
    assert against_changing_delay(ROWS, AUTO, "finance_20", comment, CHANGED, False, MANAGER) == NONE
    twenty = row_of(ROWS, "finance_20")
    assert twenty is not None and twenty.figure is not None
    assert compute(date(2026, 5, 7), twenty.figure, H26).due == date(2026, 6, 8)
    assert offered_variants(ROWS, AUTO, CHANGED, True, ANN) == ()
    refused = against_changing_delay(ROWS, AUTO, "finance_5", "please", CHANGED, True, ANN)
    assert codes(refused) == ["opinions.delay_not_offered"]


@pytest.mark.requirement("meeting:ADV-8")
def test_an_editor_chooses_the_delay_of_an_optional_opinion() -> None:
    asked = Asked("finance_director", "finance_10")
    assert [row.id for row in offered_variants(ROWS, asked, CHANGED, True, ANN)] == ["finance_5", "finance_20"]
    assert offered_variants(ROWS, asked, {}, True, ANN) == ()
    assert offered_variants(ROWS, asked, CHANGED, False, ANN) == ()
    assert variants(ROWS, "finance_20") == ROWS


@pytest.mark.requirement("meeting:ADV-8")
def test_an_optional_delay_chosen_by_hand_survives_too() -> None:
    asked = (Asked("finance_director", "finance_10"),)
    (kept,) = asked_opinions(ROWS, asked, {}, CREATED, {"finance_director": "finance_5"})
    assert kept == Asked("finance_director", "finance_5")
    assert offered_variants(ROWS, Asked("legal"), CHANGED, True, ANN) == ()


@pytest.mark.requirement("meeting:ADV-1", "meeting:ADV-8")
def test_ways_of_asking_by_hand() -> None:
    values = ("legal", "legal/ann", "finance_10")
    assert [optional_opinion(ROWS, value) for value in values] == [
        Asked("legal"), Asked("legal", person="ann"), Asked("finance_director", "finance_10"),
    ]  # fmt: skip
    assert [row.id for row in offered_rows(ROWS, {"delay_is_changed": False}, CREATED)] == ["finance_10"]
    assert offered_rows(ROWS, CHANGED, date(2010, 1, 1)) == ()


@pytest.mark.requirement("meeting:ADV-2")
def test_a_row_in_use_keeps_its_figures() -> None:
    (row, *others) = ROWS
    later = replace(row, days=15, label="Finance", valid_until=date(2027, 1, 1), help="Above the threshold")
    free = replace(row, valid_until=date(2027, 1, 1), help="Above the threshold")
    used = frozenset({row.id})
    assert against_editing_rows(ROWS, (later, *others), frozenset()) == NONE
    assert against_editing_rows(ROWS, (*others, free), used) == NONE
    assert [r.place for r in against_editing_rows(ROWS, (*others, later), used)] == [
        "/opinions/rows/2/days", "/opinions/rows/2/label",
    ]  # fmt: skip
    gone = against_editing_rows(ROWS, tuple(others), used)
    assert [(r.code, r.place) for r in gone] == [("opinions.row_used", "/opinions/rows")]
    assert AdviserRow("r", "legal").figure is None
    calendar_row = AdviserRow("c", "legal", 7, working_days=False, forbidden_ends=(4,)).figure
    assert calendar_row is not None and calendar_row.value.forbidden_ends == frozenset()


@pytest.mark.requirement("meeting:ADV-4")
def test_states_in_which_an_opinion_is_given() -> None:
    body, own = frozenset({"validated"}), frozenset({"dg"})
    assert [giveable_states(body, own, m) for m in ("none", "add", "replace")] == [body, body | own, own]


TEN = OpinionRequest("finance_director", figure=ROWS[0].figure, alert=3)
RULE = ClockRule(restarting=frozenset({"back_to_draft"}))
STARTED = ClockState(date(2026, 5, 7), stopped=False)


@pytest.mark.requirement("meeting:AC-61", "meeting:ADV-5", "meeting:ADV-6")
@pytest.mark.parametrize(
    ("now", "left", "code"),
    [
        (at(5, 8), 9, "in_time"), (at(5, 13), 6, "in_time"), (at(5, 14), 6, "in_time"), (at(5, 18), 4, "in_time"),
        (at(5, 19), 3, "alert"), (at(5, 21), 1, "alert"), (at(5, 22, 23, 59), 0, "alert"),
        (at(5, 23, 0), 0, "timed_out"), (at(5, 24), 0, "timed_out"),
    ],
)  # fmt: skip
def test_days_left_until_friday_22_may(now: datetime, left: int, code: str) -> None:
    got, standing = shown(STARTED, RULE, TEN, now, H26)
    assert standing.deadline is not None and standing.deadline.due == date(2026, 5, 22)
    assert (got, standing.days_left) == (code, left)


@pytest.mark.requirement("meeting:AC-63", "meeting:ADV-5")
def test_the_clock_runs_from_a_complete_file() -> None:
    rule = ClockRule(from_complete=True)
    clock = after_move(ClockState(complete=False), rule, "validate", True, False, date(2026, 5, 7))
    assert (clock.started, shown(clock, rule, TEN, at(5, 8), H26)[0]) == (None, "suspended")
    clock = after_completeness(clock, rule, True, date(2026, 5, 12))
    _, standing = shown(clock, rule, TEN, at(5, 13), H26)
    assert standing.deadline is not None and standing.deadline.due == date(2026, 5, 28)
    clock = after_completeness(clock, rule, False, date(2026, 5, 18))
    code, standing = shown(clock, rule, TEN, at(5, 19), H26)
    assert code == "suspended" and standing.deadline is not None and standing.deadline.due is None
    assert after_completeness(STARTED, RULE, False, date(2026, 5, 18)).started == STARTED.started


@pytest.mark.requirement("meeting:ADV-7")
def test_leaving_and_coming_back() -> None:
    left = after_move(STARTED, RULE, "back_to_head", False, False, date(2026, 5, 11))
    assert left == ClockState(date(2026, 5, 7), stopped=True)
    assert shown(left, RULE, TEN, at(5, 12), H26)[0] == "stopped_in_time"
    assert after_move(left, RULE, "to_director", True, False, date(2026, 5, 13)) == STARTED
    assert after_move(STARTED, RULE, "back_to_draft", False, False, date(2026, 5, 11)).started is None
    assert after_move(STARTED, RULE, "back_to_draft", False, True, date(2026, 5, 11)).started == STARTED.started
    assert restarted(left, date(2026, 5, 20)).started == date(2026, 5, 20)
    given = replace(TEN, sense=Sense.POSITIVE, given_at=at(5, 26))
    assert shown(STARTED, RULE, given, at(5, 27), H26)[0] == "stopped_late"
    assert [shown(ClockState(), RULE, TEN, at(5, 8), H26, ever)[0] for ever in (True, False)] == [
        "not_yet_giveable", "never_giveable",
    ]  # fmt: skip


@pytest.mark.requirement("meeting:ADV-16")
def test_the_nightly_job() -> None:
    running = Running("a", replace(TEN, started=date(2026, 5, 7)), stopped=False)
    others = (
        Running("b", TEN, False), Running("c", replace(running.request, figure=None), False),
        Running("d", running.request, True), Running("e", replace(running.request, given_at=at(5, 8)), False),
    )  # fmt: skip
    assert to_refresh((running, *others)) == (running,)
    assert [warning(running, at(5, d), H26) for d in (18, 19, 23)] == [("", 4), ("alert", 3), ("expired", EXPIRED)]
    assert warning(replace(running, left_last_time=3), at(5, 19), H26) == ("", 3)
    assert warning(replace(running, left_last_time=0), at(5, 23), H26) == ("expired", EXPIRED)
    assert warning(replace(running, left_last_time=EXPIRED), at(5, 24), H26) == ("", EXPIRED)
    assert warning(others[1], at(5, 19), H26) == ("", None)


@pytest.mark.requirement("meeting:ADV-10")
@pytest.mark.parametrize(
    ("amount", "day", "due"),
    [
        (Decimal("30000.01"), date(2026, 1, 5), True), (Decimal(30_000), date(2026, 1, 5), False),
        (Decimal(25_000), date(2015, 1, 5), True), (None, date(2026, 1, 5), False),
        (Decimal(1_000_000), date(2010, 1, 1), False),
    ],
)  # fmt: skip
def test_when_the_finance_director_must_be_heard(amount: Decimal | None, day: date, due: bool) -> None:
    assert opinion_due(amount, day) is due
