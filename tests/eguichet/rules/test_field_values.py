from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.eguichet.rules import field_values as fv
from commune.eguichet.rules.field_values import Surroundings
from commune.eguichet.rules.forms import Field
from commune.eguichet.rules.relative_dates import bound_on, is_bound

TODAY = date(2026, 6, 15)
AROUND = Surroundings(TODAY)
CHOICES = {"choices": [{"value": "oak", "label": "Oak"}, {"value": "ash", "label": "Ash"}]}
D = Decimal


def field(kind, **options):
    return Field("f", kind, {"": "F"}, options=options)


def read(kind, posted, around=AROUND, **options):
    found = fv.read_value(field(kind, **options), posted, around)
    return [r.code for r in found.refusals] or found.value


GOOD = [
    ("text", "  Anne ", {}, "Anne"),
    ("text", "e\u0301t\u00e9", {"max_length": 3}, "\u00e9t\u00e9"),
    ("text", "AB12", {"pattern": "[A-Z]{2}[0-9]{2}"}, "AB12"),
    ("long_text", "one\r\ntwo", {}, "one\ntwo"),
    ("choice", "oak", CHOICES, "oak"),
    ("choices", ("ash", "oak", "ash"), CHOICES, ("ash", "oak")),
    ("yes_no", "on", {}, True),
    ("yes_no", "no", {}, False),
    ("declaration", "yes", {}, True),
    ("declaration", "no", {}, None),
    ("date", "5/7/2026", {}, date(2026, 7, 5)),
    ("date", " 05.07.2026", {}, date(2026, 7, 5)),
    ("date", "05-07-2026", {}, date(2026, 7, 5)),
    ("date", "2026-07-05", {}, date(2026, 7, 5)),
    ("date", "2008-06-15", {"max": "today-18y"}, date(2008, 6, 15)),
    ("date", "2026-06-29", {"min": "today + 10 wd"}, date(2026, 6, 29)),
    ("time", "8h05", {}, "08:05"),
    ("datetime", "05/07/2026 18:30", {}, datetime(2026, 7, 5, 18, 30)),
    ("datetime", "2026-07-05T18:30", {}, datetime(2026, 7, 5, 18, 30)),
    ("period", ("2026-07-05", "2026-07-05"), {}, (date(2026, 7, 5), date(2026, 7, 5))),
    ("number", "1 234,5", {}, D("1234.5")),
    ("number", "1.25", {"min": 0, "max": 2, "step": 0.25}, D("1.25")),
    ("number", "-3", {}, D(-3)),
    ("amount", "22,50", {}, 2250),
    ("quantity", "3", {"min": 1, "max": 3}, 3),
    ("email", "Anne@EXAMPLE.org", {}, "Anne@example.org"),
    ("phone", "0470/12.34.56", {"mobile_only": True}, "+32470123456"),
    ("url", "https://example.org/a", {}, "https://example.org/a"),
    ("bce", "BE 0888.000.158", {}, "0888000158"),
    ("establishment", "2012.345.667", {}, "2012345667"),
    ("iban", "BE68 5390 0754 7034", {"sepa_only": True}, "BE68539007547034"),
    ("communication", "+++202/6000/12320+++", {}, "202600012320"),
    ("postal_code", "4999", {}, "4999"),
    ("plate", "1-abc-234", {}, "1ABC234"),
    ("chip", "981 000 000 000 001", {}, "981000000000001"),
    ("parcel", "92094B0012/00B002", {}, ("92094B0012/00B002",)),
    ("file", ("f1", "f2"), {"max_count": 2}, ("f1", "f2")),
    ("text", "  ", {}, None),
    ("choices", (), CHOICES, None),
]


@pytest.mark.requirement("eguichet:E-3")
@pytest.mark.parametrize(("kind", "posted", "options", "expected"), GOOD)
def test_accepted(kind, posted, options, expected):
    assert read(kind, posted, **options) == expected


BAD = [
    ("text", "a\u202eb", {}, "bad_character"),
    ("text", "a\nb", {}, "bad_character"),
    ("long_text", "a\x00b", {}, "bad_character"),
    ("text", "ab", {"min_length": 3}, "too_short"),
    ("text", "abcd", {"max_length": 3}, "too_long"),
    ("text", "abc", {"pattern": "[0-9]+"}, "bad_format"),
    ("choice", "elm", CHOICES, "not_a_choice"),
    ("choice", "other", CHOICES, "not_a_choice"),
    ("choices", ("oak", "elm"), CHOICES, "not_a_choice"),
    ("choices", ("oak",), CHOICES | {"min_count": 2}, "too_few"),
    ("choices", ("oak", "ash"), CHOICES | {"max_count": 1}, "too_many"),
    ("yes_no", "perhaps", {}, "not_a_choice"),
    ("date", "31/02/2026", {}, "date_unknown"),
    ("date", "2026-02-31", {}, "date_unknown"),
    ("date", "tomorrow", {}, "date_unknown"),
    ("date", "14/06/2026", {"min": "today"}, "date_before_min"),
    ("date", "16/06/2008", {"max": "today-18y"}, "date_after_max"),
    ("time", "24:00", {}, "bad_format"),
    ("time", "07:59", {"min": "08:00"}, "time_out_of_bounds"),
    ("datetime", "05/07/2026", {}, "date_unknown"),
    ("datetime", "05/07/2026 25:00", {}, "date_unknown"),
    ("datetime", "14/06/2026 10:00", {"min": "today"}, "date_before_min"),
    ("period", ("2026-07-05",), {}, "date_unknown"),
    ("period", ("2026-07-05", "2026-07-04"), {}, "period_reversed"),
    ("period", ("2026-06-14", "2026-07-04"), {"min": "today"}, "date_before_min"),
    ("number", "1e3", {}, "bad_format"),
    ("number", "1", {"min": 2}, "number_too_small"),
    ("number", "3", {"max": 2}, "number_too_big"),
    ("number", "1.3", {"step": 0.25}, "number_step"),
    ("amount", "22,505", {}, "bad_format"),
    ("quantity", "1.5", {}, "bad_format"),
    ("quantity", "-1", {}, "bad_format"),
    ("email", "nobody", {}, "bad_format"),
    ("phone", "081 24 60 00", {"mobile_only": True}, "phone_not_mobile"),
    ("url", "javascript:alert(1)", {}, "bad_format"),
    ("url", "ftp://example.org", {"schemes": ["https"]}, "bad_format"),
    ("url", "https://[", {}, "bad_format"),
    ("url", "https://exa mple.org", {}, "bad_format"),
    ("bce", "0203.430.577", {}, "bce_checksum"),
    ("bce", "2012.345.667", {}, "bce_is_establishment"),
    ("communication", "+++202/6000/12321+++", {}, "communication_checksum"),
    ("eid_card", "123", {}, "bad_format"),
    ("chip", "123", {}, "bad_format"),
    ("file", ("a", "b", "c"), {"max_count": 2}, "file_count"),
    ("file", ("a",), {"min_count": 2}, "file_count"),
]


@pytest.mark.requirement("eguichet:E-3")
@pytest.mark.parametrize(("kind", "posted", "options", "code"), BAD)
def test_refused(kind, posted, options, code):
    assert read(kind, posted, **options) == [code]


@pytest.mark.requirement("eguichet:AC-5", "eguichet:E-3")
def test_national_number_and_its_linked_birth_date():
    right = Surroundings(TODAY, birth_date=date(1940, 7, 9))
    wrong = Surroundings(TODAY, birth_date=date(1941, 7, 9))
    assert read("nrn", "40.00.00-025.39", right) == "40000002539"
    assert read("nrn", "40.00.00-025.39", wrong) == ["nrn_birthdate_mismatch"]
    assert read("nrn", "90.45.17-064.79") == ["bis_not_allowed"]
    assert read("nrn", "90.25.17-064.36") == ["bis_not_allowed"]
    assert read("nrn", "90.45.17-064.79", accept_bis=True) == "90451706479"
    assert read("nrn", "90.25.17-064.36", accept_bis=True) == "90251706436"


@pytest.mark.requirement("eguichet:E-3")
def test_address_is_confirmed_and_other_may_be_typed():
    again = Surroundings(TODAY, confirmation="ANNE@example.org")
    assert read("email", "anne@example.org", again, confirm=True) == "anne@example.org"
    assert read("email", "anne@example.org", confirm=True) == ["email_confirmation"]
    other = Surroundings(TODAY, other=" Elm ")
    assert read("choice", "other", other, other=True, **CHOICES) == "Elm"
    assert read("choice", "other", other=True, **CHOICES) == ["required"]


@pytest.mark.requirement("eguichet:E-3")
def test_free_address_is_kept_and_flagged_unverified():
    parts = {"street": "rue Haute", "number": "12/21", "postal_code": "4999", "city": "Valmont"}
    value = read("address", "", Surroundings(TODAY, parts=parts))
    assert (value["number"], value["country"], value["verified"]) == ("12/21", "BE", False)
    known = read("address", "", Surroundings(TODAY, parts=parts | {"street_id": "s1"}))
    assert known["verified"]


def test_faults_of_an_address():
    assert read("address", "") is None
    assert read("address", "", Surroundings(TODAY, parts={"country": "FR"})) is None
    found = fv.read_value(field("address"), "", Surroundings(TODAY, parts={"street": "rue Haute", "postal_code": "49"}))
    assert [(r.code, r.place) for r in found.refusals] == [("required", "city"), ("bad_format", "postal_code")]
    abroad = {"street": "rue Basse", "postal_code": "F-59000", "city": "Lille", "country": "FR"}
    assert read("address", "", Surroundings(TODAY, parts=abroad))["postal_code"] == "F-59000"


@pytest.mark.requirement("eguichet:E-3")
@given(st.text(alphabet="0123456789 .-", min_size=9, max_size=15))
def test_no_refusal_carries_what_was_typed(text):
    found = fv.read_value(field("nrn"), text, AROUND)
    assert all(not refusal.data for refusal in found.refusals)


@given(st.sampled_from([g[0] for g in GOOD]), st.text(max_size=20))
def test_reading_never_fails(kind, text):
    options = CHOICES if kind in ("choice", "choices") else {}
    fv.read_value(field(kind, **options), text, AROUND)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        ("today-18y", date(2008, 6, 15)),
        ("today+1m", date(2026, 7, 15)),
        ("today-1d", date(2026, 6, 14)),
        ("2026-07-01", date(2026, 7, 1)),
        ("2026-02-31", None),
        ("tomorrow", None),
    ],
)
@pytest.mark.requirement("eguichet:E-3")
def test_bounds(text, day):
    assert bound_on(text, TODAY, AROUND.calendar) == day
    assert is_bound(text) is (day is not None)
