"""References, late letters and values typed by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules import numbering as nb

LETTERS = nb.Numbering("E-{year}-{seq:05}")
MAY = date(2026, 5, 4)


def codes(refusals):
    return [refusal.code for refusal in refusals]


def free(_key):
    return False


@pytest.mark.requirement("core:1.9")
@pytest.mark.parametrize(
    ("numbering", "expected"),
    [
        (LETTERS, []),
        (nb.Numbering("{acronym}/{year}/{seq}"), []),
        (nb.Numbering("{yy}{month}-{seq:03}", nb.Reset.MONTHLY), []),
        (nb.Numbering("{seq}", nb.Reset.NEVER), []),
        (nb.Numbering("E-{year}"), ["pattern.no_seq"]),
        (nb.Numbering("E-{seq}"), ["pattern.no_year"]),
        (nb.Numbering("E-{year}-{seq}", nb.Reset.MONTHLY), ["pattern.no_month"]),
        (nb.Numbering("{year}-{colour}-{seq:5}"), ["pattern.unknown_token", "pattern.unknown_token", "pattern.no_seq"]),
        (nb.Numbering("{year-{seq}", nb.Reset.NEVER), ["pattern.brace"]),
        (nb.Numbering("{year}-{seq}", manual="("), ["pattern.manual"]),
    ],
)
def test_a_pattern_shows_all_its_faults(numbering, expected):
    assert codes(nb.faults(numbering)) == expected


def test_the_caller_may_announce_its_own_tokens():
    assert codes(nb.faults(nb.Numbering("{body}-{year}-{seq}"), {"body"})) == []


@pytest.mark.requirement("core:REF-1", "core:REF-2")
def test_the_period_is_that_of_the_business_date():
    assert nb.period_of(LETTERS, date(2026, 12, 30), date(2026, 12, 31)) == nb.Period("2026", date(2026, 12, 30))
    monthly = nb.Numbering("{yy}{month}{seq}", nb.Reset.MONTHLY)
    assert nb.period_of(monthly, MAY, date(2026, 6, 1)).key == "2026-05"
    assert nb.period_of(nb.Numbering("{seq}", nb.Reset.NEVER), date(2020, 1, 1), MAY) == nb.Period("", date(2020, 1, 1))


@pytest.mark.requirement("core:REF-3")
def test_a_letter_of_last_year_is_late_only_after_the_closing_day():
    letter = date(2026, 12, 30)
    assert nb.period_of(LETTERS, letter, date(2027, 1, 31)) == nb.Period("2026", letter)
    assert nb.period_of(LETTERS, letter, date(2027, 2, 2)) == nb.Period("2027", date(2027, 2, 2), late=True)
    assert nb.period_of(LETTERS, date(2025, 12, 30), date(2027, 1, 2)).late


@pytest.mark.requirement("core:REF-7", "urbanism:3.3")
def test_rendering():
    assert nb.render(LETTERS, 42, MAY) == "E-2026-00042"
    assert nb.render(nb.Numbering("{acronym}/{year}/{seq}"), 42, MAY, {"acronym": "P"}) == "P/2026/42"
    assert nb.render(nb.Numbering("{yy}{month}{seq:04}{check97}"), 97, MAY) == "2605009797"
    assert nb.render(nb.Numbering("{unit}-{seq}-{?}"), 1, MAY) == "-1-{?}"
    assert nb.preview(LETTERS, MAY) == ("E-2026-00001", "E-2026-00002", "E-2026-00003")


@pytest.mark.requirement("core:REF-5", "core:REF-8")
def test_a_manual_number_is_skipped_and_refused_twice():
    used = {nb.reference_key("E-2027-00010")}
    taken = used.__contains__
    day = date(2027, 3, 1)
    first = nb.draw(LETTERS, 9, day, taken)
    second = nb.draw(LETTERS, first.next, day, taken)
    assert [first.reference, second.reference] == ["E-2027-00009", "E-2027-00011"]
    assert second.next == 12
    assert codes(nb.parse_manual(LETTERS, " e-2027-00010 ", taken, allowed=True).refusals) == ["reference.used"]
    assert nb.parse_manual(LETTERS, " E-2027-00012 ", taken, allowed=True).value == "E-2027-00012"


@pytest.mark.requirement("urbanism:S55", "urbanism:3.3")
def test_a_manual_permit_reference():
    permits = nb.Numbering("{acronym}/{year}/{seq}", manual=r"P/\d{4}/\d+")
    taken = {"p/2026/42"}.__contains__
    assert codes(nb.parse_manual(permits, "p/2026/42", taken, allowed=True).refusals) == ["reference.used"]
    assert codes(nb.parse_manual(permits, "X", taken, allowed=False).refusals) == [
        "reference.not_allowed",
        "reference.form",
    ]
    assert codes(nb.parse_manual(permits, " ", taken, allowed=True).refusals) == ["required"]
    assert nb.number_in(permits, "p/2026/43", MAY, {"acronym": "P"}) == 43
    assert nb.number_in(permits, "hors série", MAY) is None


@given(number=st.integers(1, 99999), day=st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_every_reference_tells_its_number(number, day):
    assert nb.number_in(LETTERS, nb.render(LETTERS, number, day), day) == number
    assert nb.draw(LETTERS, number, day, free).number == number


@pytest.mark.requirement("core:REF-2")
def test_a_counter_starts_at_its_first_number():
    assert nb.draw(nb.Numbering("{year}-{seq}", first=500), 1, MAY, free).reference == "2026-500"


def test_a_pattern_without_number_never_draws():
    with pytest.raises(ValueError):
        nb.draw(nb.Numbering("{year}"), 1, MAY, free)
