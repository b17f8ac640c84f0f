"""How long dossiers are kept: tables of terms, and of what stops a list of disposal."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.retention import (
    Final,
    Kept,
    RetentionRule,
    against_disposal,
    against_execution,
    changed_terms,
    disposal_day,
    proposed,
    term,
)

SINCE = date(2000, 1, 1)
TEN = RetentionRule("accounting", 10, Final.ELIMINATE, "selection table", SINCE)
FIVE = RetentionRule("letter", 5, Final.SAMPLE, "selection table", SINCE)
EVER = RetentionRule("minutes", None, Final.CONSERVE, "selection table", SINCE)
RULES = (TEN, FIVE, EVER)
DOSSIER = Kept("d1", ("accounting",), date(2020, 6, 30))


@pytest.mark.requirement("core:RET-1")
@pytest.mark.parametrize(
    ("trigger", "years", "expected"),
    [
        (date(2020, 6, 30), 10, date(2031, 1, 1)),
        (date(2020, 12, 31), 0, date(2021, 1, 1)),
        (date(2020, 1, 1), 1, date(2022, 1, 1)),
    ],
    ids=["ten years", "at once", "one year"],
)
def test_a_dossier_goes_on_the_first_of_january_after_its_years(trigger, years, expected):
    assert disposal_day(trigger, years) == expected


@pytest.mark.requirement("core:RET-2", "core:RET-3")
@pytest.mark.parametrize(
    ("kinds", "closed", "day", "final"),
    [
        (("accounting",), date(2020, 6, 30), date(2031, 1, 1), Final.ELIMINATE),
        (("accounting", "letter"), date(2020, 6, 30), date(2031, 1, 1), Final.SAMPLE),
        (("accounting", "minutes"), date(2020, 6, 30), None, Final.CONSERVE),
        (("letter",), None, None, Final.SAMPLE),
    ],
    ids=["one rule", "the longest, and what is kept wins", "for ever", "open or open again"],
)
def test_the_longest_applies_and_what_is_kept_wins(kinds, closed, day, final):
    due = term(replace(DOSSIER, kinds=kinds, closed=closed), RULES)
    assert (due.day, due.final) == (day, final)


def test_the_rule_in_force_at_the_trigger_applies():
    later = replace(TEN, years=30, valid_from=date(2021, 1, 1))
    rules = (replace(TEN, valid_to=date(2020, 12, 31)), later)
    assert term(DOSSIER, rules).day == date(2031, 1, 1)
    assert term(replace(DOSSIER, closed=date(2021, 1, 1)), rules).day == date(2052, 1, 1)


@pytest.mark.requirement("core:RET-4", "core:DSP-1")
@pytest.mark.parametrize(
    ("changes", "day", "expected"),
    [
        ({}, date(2031, 1, 1), []),
        ({}, date(2030, 12, 31), ["retention.not_due"]),
        ({"held": True}, date(2031, 1, 1), ["retention.held"]),
        ({"access_asked": True}, date(2031, 1, 1), ["retention.access_asked"]),
        ({"closed": None}, date(2031, 1, 1), ["retention.open"]),
        ({"kinds": ("minutes",)}, date(2099, 1, 1), ["retention.not_due"]),
        ({"kinds": ("other",), "held": True}, date(2099, 1, 1), ["retention.held", "retention.no_rule"]),
    ],
    ids=["its day", "the day before", "held", "access asked", "open", "for ever", "no rule, held"],
)
def test_what_keeps_a_dossier_from_a_list_of_disposal(changes, day, expected):
    assert [one.code for one in against_disposal(replace(DOSSIER, **changes), RULES, day)] == expected


def test_what_was_cancelled_is_proposed_for_elimination():
    minutes = replace(DOSSIER, kinds=("minutes",))
    assert proposed(minutes, RULES) is Final.CONSERVE and proposed(replace(DOSSIER, kinds=()), RULES) is Final.CONSERVE
    assert proposed(replace(minutes, cancelled=True), RULES) is Final.ELIMINATE


@pytest.mark.requirement("core:DSP-3", "core:DSP-6")
@pytest.mark.parametrize(
    ("executor", "authorisation", "duplicates", "expected"),
    [
        ("paul", "AE/2031/4", False, []),
        ("paul", " ", False, ["retention.authorisation"]),
        ("paul", "", True, []),
        ("rita", "", False, ["retention.authorisation", "retention.two_people"]),
    ],
    ids=["authorised, another person", "no authorisation", "duplicates need none", "one person for both"],
)
def test_elimination_needs_an_authorisation_and_two_people(executor, authorisation, duplicates, expected):
    assert [one.code for one in against_execution("rita", executor, authorisation, duplicates)] == expected


@pytest.mark.requirement("core:RET-5")
def test_other_rules_are_previewed_and_leave_what_is_authorised():
    after = (replace(TEN, years=20), FIVE, EVER)
    others = (DOSSIER, replace(DOSSIER, uid="d2"), replace(DOSSIER, uid="d3", kinds=("letter",)))
    found = changed_terms(others, RULES, after, {"d2"})
    assert {uid: (old.day.year, new.day.year) for uid, (old, new) in found.items()} == {"d1": (2031, 2041)}
    assert changed_terms([DOSSIER], (), (), ()) == {}


@given(st.dates(date(2000, 1, 2), date(2100, 1, 1)), st.integers(0, 200))
def test_nothing_goes_before_its_whole_years_have_passed(trigger, years):
    day = disposal_day(trigger, years)
    assert (day.month, day.day) == (1, 1) and day.year - trigger.year == years + 1
