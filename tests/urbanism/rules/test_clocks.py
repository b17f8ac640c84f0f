from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from commune.core.rules.deadlines import Extension, Status, Suspension
from commune.urbanism.rules import clocks as ck
from commune.urbanism.rules import consultations as cs
from commune.urbanism.rules.clocks import Dossier
from commune.urbanism.rules.procedure_choice import Choice
from commune.urbanism.rules.steps import DateKind, Marker, Step, legal_kind

M = Marker
SIMPLE = frozenset({Choice.SIMPLE})
FD = frozenset({Choice.FD})
FULL = frozenset({Choice.FD, Choice.INQUIRY})
TODAY = date(2026, 6, 15)


def day(month, number, year=2026):
    return date(year, month, number)


def step(marker, on, uid="", **more):
    """A step whose legal date is ``on``."""
    field = {DateKind.SENT: {"sent_on": on}, DateKind.RECEIVED: {"received_on": on}, DateKind.EVENT: {}}
    return Step(uid or f"{marker}-{on}", marker, more.pop("event_on", on), **field[legal_kind(marker)], **more)


def dossier(procedure, *steps, choice=SIMPLE, **more):
    return Dossier(procedure, steps, {1: choice}, **more)


def found(given, rule, today=TODAY, part=""):
    return [c for c in ck.clocks(given, today) if (c.rule.id, c.rule.part) == (rule, part)]


def dues(given, rule, today=TODAY, part=""):
    return [c.due for c in found(given, rule, today, part)]


def acknowledged(on, choice, *steps, deposit=None, **more):
    deposit = step(M.DEPOSIT, deposit or on - timedelta(days=20))
    return dossier("P", deposit, step(M.ACKNOWLEDGMENT, on), *steps, choice=choice, **more)


@pytest.mark.requirement("urbanism:S01", "urbanism:8.3-L01", "urbanism:8.1")
def test_completeness_of_a_new_file_is_thirty_days_and_cites_the_reform():
    (clock,) = found(dossier("P", step(M.DEPOSIT, day(7, 1))), "L01", today=day(7, 31))
    assert (clock.due, clock.safe_due, clock.status) == (day(7, 31), day(7, 31), Status.RUNNING)
    assert clock.deadline.figure.valid_from == date(2024, 4, 1)
    assert clock.deadline.trace[0].article == "CoDT art. D.IV.33 (2024)"


@pytest.mark.requirement("urbanism:8.3-L01")
def test_completeness_under_the_former_law_is_twenty_days():
    assert dues(dossier("P", step(M.DEPOSIT, date(2024, 3, 31))), "L01") == [date(2024, 4, 20)]


@pytest.mark.requirement("urbanism:S03", "urbanism:8.3-L02")
def test_missing_pieces_stop_completeness_and_open_the_half_year():
    given = dossier("P", step(M.DEPOSIT, day(7, 1)), step(M.MISSING_PART, day(7, 24)))
    (clock,) = found(given, "L01", today=day(9, 1))
    assert (clock.status, clock.met_on) == (Status.MET, day(7, 24))
    assert dues(given, "L02") == [day(1, 20, 2027)]


@pytest.mark.requirement("urbanism:5.1")
def test_supplements_open_completeness_again():
    given = dossier(
        "P", step(M.DEPOSIT, day(7, 1)), step(M.MISSING_PART, day(7, 24)), step(M.SUPPLEMENT_DEPOSIT, day(9, 1))
    )
    statuses = [(c.due, c.status) for c in found(given, "L01", today=day(9, 2))]
    assert statuses == [(day(7, 31), Status.MET), (day(10, 1), Status.RUNNING)]
    assert found(given, "L02", today=day(9, 2))[0].status is Status.MET


def test_supplements_before_any_statement_supersede_the_first_clock():
    given = dossier("P", step(M.DEPOSIT, day(7, 1)), step(M.SUPPLEMENT_DEPOSIT, day(7, 10)))
    first, second = found(given, "L01")
    assert first.superseded and first.status is Status.CANCELLED
    assert second.due == day(8, 9)


@pytest.mark.requirement("urbanism:5.1", "urbanism:8.3-L01")
def test_missed_completeness_admits_the_file_from_the_next_day():
    (clock,) = found(dossier("P", step(M.DEPOSIT, day(7, 1))), "L01", today=day(8, 1))
    assert ck.default_admission(clock) == day(8, 1)
    (running,) = found(dossier("P", step(M.DEPOSIT, day(7, 1))), "L01", today=day(7, 31))
    assert ck.default_admission(running) is None
    by_default = step(M.DEFAULT_ACKNOWLEDGMENT, day(8, 1))
    assert dues(dossier("P", step(M.DEPOSIT, day(7, 1)), by_default), "L07") == [day(8, 31)]


@pytest.mark.requirement("urbanism:S07", "urbanism:8.3-L36", "urbanism:8.3-L37")
def test_environment_file_goes_on_within_three_working_days():
    class_2 = frozenset({Choice.CLASS_2})
    assert dues(dossier("PE2", step(M.DEPOSIT, day(7, 1)), choice=class_2), "L36") == [day(7, 6)]
    assert dues(dossier("PE2", step(M.DEPOSIT, day(5, 12)), choice=class_2), "L36") == [day(5, 18)]
    given = dossier("PE2", step(M.DEPOSIT, day(7, 1)), step(M.FT_RECEIPT, day(7, 6)), choice=class_2)
    (clock,) = found(given, "L37")
    assert (clock.due, clock.safe_due) == (day(7, 26), day(7, 24))


@pytest.mark.requirement("urbanism:S09", "urbanism:8.3-L07")
@pytest.mark.parametrize(
    ("choice", "plain", "extended"),
    [(FD, day(5, 16), day(6, 5)), (FULL, day(6, 25), day(7, 15)), (SIMPLE, day(4, 1), day(4, 21))],
)
def test_decision_with_and_without_prorogation(choice, plain, extended):
    given = acknowledged(day(3, 2), choice)
    assert dues(given, "L07") == [plain]
    longer = replace(given, steps=(*given.steps, step(M.EXTENSION, day(5, 11))))
    assert dues(longer, "L07") == [extended]


@pytest.mark.requirement("urbanism:S09")
@pytest.mark.parametrize(
    ("decided", "sent", "expected"),
    [
        (day(5, 11), day(5, 11), []),
        (day(5, 16), day(5, 16), []),
        (day(3, 1), day(5, 11), ["prorogation.before_start"]),
        (day(5, 16), day(5, 17), ["prorogation.too_late"]),
    ],
)
def test_prorogation_window(decided, sent, expected):
    given = acknowledged(day(3, 2), FD)
    assert [r.code for r in ck.prorogation_refusals(given, decided, sent, TODAY)] == expected


def test_prorogation_once_and_only_where_the_law_has_one():
    twice = acknowledged(day(3, 2), FD, step(M.EXTENSION, day(5, 11)))
    assert [r.code for r in ck.prorogation_refusals(twice, day(5, 12), day(5, 12), TODAY)] == ["prorogation.already"]
    road = dossier("DV", step(M.DEPOSIT, day(3, 2)))
    assert [r.code for r in ck.prorogation_refusals(road, TODAY, day(5, 1), TODAY)] == ["prorogation.not_provided"]
    for nothing in (dossier("P"), dossier("P", step(M.DEPOSIT, day(3, 2)))):
        assert [r.code for r in ck.prorogation_refusals(nothing, TODAY, TODAY, TODAY)] == ["prorogation.no_clock"]


@pytest.mark.requirement("urbanism:S11", "urbanism:6")
def test_clock_counts_from_the_sending_not_from_the_row():
    ack = step(M.ACKNOWLEDGMENT, day(3, 2), event_on=day(2, 26))
    assert dues(dossier("P", step(M.DEPOSIT, day(2, 10)), ack, choice=FD), "L07") == [day(5, 16)]
    unsent = replace(ack, sent_on=None)
    (clock,) = found(dossier("P", step(M.DEPOSIT, day(2, 10)), unsent, choice=FD), "L07")
    assert (clock.due, clock.status) == (None, Status.NOT_STARTED)


@pytest.mark.requirement("urbanism:S13", "urbanism:8.1")
def test_summer_lengthens_the_decision_and_the_trace_says_so():
    inquiry = frozenset({Choice.INQUIRY})
    given = acknowledged(day(6, 15), inquiry, consultations=(cs.period(day(7, 10), 15),))
    (clock,) = found(given, "L07")
    assert clock.due == day(9, 29)
    parts = [(s.rule, s.inputs["n"], s.result) for s in clock.deadline.trace]
    assert parts == [("count", 75, day(8, 29)), ("extension", 31, day(9, 29))]
    longer = replace(given, steps=(*given.steps, step(M.EXTENSION, day(8, 20))))
    assert dues(longer, "L07") == [day(10, 19)]


@pytest.mark.requirement("urbanism:S15")
def test_rollover_of_the_inquiry_lengthens_the_decision():
    given = acknowledged(day(10, 1), frozenset({Choice.INQUIRY}), consultations=(cs.period(day(10, 17), 15),))
    assert dues(given, "L07") == [day(12, 17)]


@pytest.mark.requirement("urbanism:S21", "urbanism:8.3-L08")
def test_region_permit_and_its_doubtful_figure():
    steps = (step(M.DEPOSIT, day(2, 20)), step(M.ACKNOWLEDGMENT, day(3, 2)))
    (clock,) = found(Dossier("PA", steps, {1: SIMPLE}), "L08")
    assert (clock.due, clock.deadline.figure.confidence) == (day(5, 16), "B")
    assert dues(Dossier("PA", steps, {1: SIMPLE}, limited_impact=True), "L08") == [day(5, 1)]


@pytest.mark.requirement("urbanism:S37", "urbanism:8.3-L06")
def test_opinion_of_the_region():
    ask = step(M.REGION_OPINION_REQUEST, day(4, 10))
    assert dues(dossier("P", step(M.DEPOSIT, day(3, 2)), ask), "L06") == [day(5, 10)]
    assert dues(dossier("P", step(M.DEPOSIT, date(2024, 3, 1)), ask), "L06") == [day(5, 15)]


@pytest.mark.requirement("urbanism:8.3-L04", "urbanism:8.3-L05", "urbanism:7")
def test_each_request_has_its_own_clock_and_answer():
    given = dossier(
        "P",
        step(M.DEPOSIT, day(3, 2)),
        step(M.OPINION_REQUEST, day(4, 10), "water"),
        step(M.OPINION_REQUEST, day(4, 10), "fire"),
        step(M.OPINION, day(4, 20), answers="fire"),
        fire_requests=frozenset({"fire"}),
    )
    assert [(c.due, c.status) for c in found(given, "L04")] == [(day(5, 10), Status.MISSED)]
    assert [(c.due, c.status) for c in found(given, "L05")] == [(day(5, 25), Status.MET)]


@pytest.mark.requirement("urbanism:S39", "urbanism:8.3-L33", "urbanism:8.3-L34")
def test_amended_plans_suspend_then_open_a_new_series():
    before = acknowledged(day(3, 16), FULL, step(M.AMENDED_INTENTION, day(5, 4)))
    (decision,) = found(before, "L07")
    assert (decision.due, decision.status) == (None, Status.SUSPENDED)
    assert dues(before, "L33") == [day(10, 31)]
    new_ack = step(M.ACKNOWLEDGMENT, day(7, 6), series=2)
    plans = step(M.AMENDED_DEPOSIT, day(6, 10), series=2)
    announcement = frozenset({Choice.ANNOUNCEMENT})
    after = replace(before, steps=(*before.steps, plans, new_ack), choices={1: FULL, 2: announcement})
    assert dues(after, "L01")[-1] == day(7, 10)
    old, new = found(after, "L07")
    assert old.superseded and old.deadline.start == day(3, 16)
    assert new.due == day(7, 6) + timedelta(days=75)
    assert ck.decision_clock(after, TODAY) == new
    assert after.announced(2).prorogation.value == 20
    assert after.choice(3) == announcement


@pytest.mark.requirement("urbanism:S41", "urbanism:8.3-L23")
def test_lapse_of_a_permit_and_litigation():
    def granted(on):
        return dossier("P", step(M.DEPOSIT, day(1, 5)), step(M.NOTIFICATION, on))

    assert dues(granted(day(6, 5)), "L23") == [day(6, 5, 2031)]
    assert dues(granted(date(2028, 2, 29)), "L23") == [date(2033, 2, 28)]
    court = Suspension.pause(date(2027, 1, 11), date(2027, 9, 30), "Council of State")
    assert dues(replace(granted(day(6, 5)), pauses=(court,)), "L23") == [date(2032, 2, 22)]


@pytest.mark.requirement("urbanism:S43", "urbanism:8.3-L27")
@pytest.mark.parametrize("procedure", ["CU1", "NOT"])
def test_information_is_due_in_thirty_days(procedure):
    assert dues(dossier(procedure, step(M.DEPOSIT, day(11, 2))), "L27") == [day(12, 2)]


@pytest.mark.requirement("urbanism:S45", "urbanism:8.3-L43", "urbanism:8.3-L44")
def test_class_three_declaration():
    given = dossier("DE", step(M.DEPOSIT, day(10, 1)))
    found_dues = [dues(given, "L43", part=p) for p in ("inadmissible", "admissible", "conditions")]
    assert found_dues == [[day(10, 9)], [day(10, 16)], [day(10, 31)]]
    assert dues(given, "L44", part="class_3") == [day(10, 1, 2036)]


@pytest.mark.requirement("urbanism:S47", "urbanism:8.3-L35")
@pytest.mark.parametrize(
    ("facts", "due"),
    [
        ((False, False), day(5, 16)), ((True, False), day(6, 15)),
        ((False, True), day(7, 30)), ((True, True), day(9, 28)),
    ],
)  # fmt: skip
def test_road_decree(facts, due):
    given = dossier("DV", step(M.DEPOSIT, day(3, 2)), other_commune=facts[0], alignment_plan=facts[1])
    assert dues(given, "L35") == [due]


@pytest.mark.requirement("urbanism:8.3-L40", "urbanism:8.3-L41")
def test_environment_decision_and_report_by_class():
    steps = (step(M.DEPOSIT, day(3, 2)), step(M.ACKNOWLEDGMENT, day(4, 1)))
    given = dossier("PU", *steps, choice=frozenset({Choice.CLASS_1}))
    assert dues(given, "L41") == [day(4, 1) + timedelta(140)]
    assert dues(given, "L40", part="class_1") == [day(4, 1) + timedelta(110)]
    assert dues(given, "L40", part="class_2") == []


@pytest.mark.requirement("urbanism:8.3-L20")
def test_notice_of_start_is_counted_backwards():
    given = dossier("P", step(M.DEPOSIT, day(1, 5)), step(M.START_NOTICE, day(8, 10)), step(M.WORK_START, day(9, 1)))
    (clock,) = found(given, "L20")
    assert (clock.due, clock.status) == (day(8, 17), Status.MET)


def test_dossier_without_deposit_follows_the_law_of_the_step():
    assert dues(dossier("PV", step(M.REPORT, day(3, 2))), "L46") == [day(5, 31)]


def test_road_procedure_and_manual_days_lengthen_the_decision():
    road = Suspension.pause(day(4, 1), day(5, 1))
    assert dues(acknowledged(day(3, 2), FD, road_pauses=(road,)), "L07") == [day(6, 15)]
    manual = {"L07": (Extension(10, decision="flood"),)}
    assert dues(acknowledged(day(3, 2), FD, manual=manual), "L07") == [day(5, 26)]


@pytest.mark.requirement("urbanism:8.1")
def test_nothing_known_is_never_an_error():
    assert ck.clocks(dossier("P"), TODAY) == ()
    assert ck.clocks(dossier("unknown procedure"), TODAY) == ()
    given = acknowledged(day(3, 2), frozenset({Choice.UNKNOWN}))
    assert found(given, "L07") == []
    assert ck.decision_clock(given, TODAY) is None
    assert Dossier("P").choice(1) == frozenset()


@pytest.mark.requirement("urbanism:8.1")
def test_change_of_a_published_date_is_told():
    given = acknowledged(day(3, 2), FD)
    (clock,) = found(given, "L07")
    assert ck.published_changes({clock.key: day(5, 16)}, [clock]) == ()
    (change,) = ck.published_changes({clock.key: day(5, 15)}, [clock])
    assert (change.place, change.data) == (clock.key, {"old": day(5, 15), "new": day(5, 16)})


@pytest.mark.requirement("urbanism:8.2")
def test_clocks_that_a_jurist_must_confirm():
    given = dossier("DIV", step(M.DEPOSIT, day(3, 2)))
    assert [c.rule.id for c in ck.to_confirm(ck.clocks(given, TODAY))] == ["L28"]


@given(some.dates(date(2024, 4, 1), date(2040, 1, 1)), some.sampled_from([SIMPLE, FD, FULL]))
def test_safe_due_is_never_after_due(on, choice):
    for clock in ck.clocks(acknowledged(on, choice), on):
        assert clock.due is None or clock.safe_due <= clock.due
