"""Identifiers as clerks type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules import identifiers as ids

TODAY = date(2026, 6, 15)


def codes(parsed):
    return [refusal.code for refusal in parsed.refusals]


@pytest.mark.requirement("core:PER-6", "eguichet:AC-1")
@pytest.mark.parametrize(
    "typed",
    ["79.03.14-123.70", "79031412370", " 79 03 14 123 70 ", "56.12.31-997.12", "72.11.28-998.42", "90.05.17-001.56"],
)
def test_national_numbers_accepted_in_every_usual_form(typed):
    parsed = ids.parse_nrn(typed, today=TODAY)
    assert parsed.ok
    assert len(parsed.value) == 11 and parsed.value.isdigit()


def test_masked_and_whole_display():
    assert ids.mask_nrn("79031412370") == "79.03.14-***.**"
    assert ids.format_nrn("79031412370") == "79.03.14-123.70"


@pytest.mark.requirement("eguichet:AC-3")
@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("79.03.14-123.71", "nrn_checksum"),
        ("7903141237", "bad_format"),
        ("79.13.14-123.43", "nrn_date"),
        ("79O31412370", "bad_format"),
        ("85.02.30-011.15", "nrn_date"),
        ("03.02.29-031.78", "nrn_date"),
        ("", "required"),
        ("٧٩٠٣١٤١٢٣٧٠", "bad_format"),
    ],
)
def test_national_numbers_refused_each_with_its_key_and_no_digit(typed, code):
    parsed = ids.parse_nrn(typed, today=TODAY)
    assert parsed.value is None
    assert parsed.refusals == (ids.Refusal(code),)


def test_an_optional_number_may_stay_empty():
    assert ids.parse_nrn(" ", today=TODAY, required=False) == ids.Parsed("")


@pytest.mark.requirement("eguichet:AC-5")
def test_unknown_birth_parts_agree_with_any_date_of_that_year():
    typed = "40.00.00-025.39"
    assert ids.parse_nrn(typed, today=TODAY, birth_date=date(1940, 7, 9)).ok
    assert codes(ids.parse_nrn(typed, today=TODAY, birth_date=date(1941, 7, 9))) == ["nrn_birthdate_mismatch"]


@pytest.mark.requirement("eguichet:AC-5")
@pytest.mark.parametrize("typed", ["90.45.17-064.79", "90.25.17-064.36"])
def test_bis_numbers_only_where_the_field_admits_them(typed):
    assert codes(ids.parse_nrn(typed, today=TODAY)) == ["bis_not_allowed"]
    accepted = ids.parse_nrn(typed, today=TODAY, accept_bis=True, birth_date=date(1990, 5, 17))
    assert accepted.ok
    assert ids.nrn_birth(accepted.value) == ids.BirthDate(1990, 5, 17)


def number(base9: str, century: int = 1900) -> str:
    base = int(base9) + (2_000_000_000 if century == 2000 else 0)
    return f"{base9}{97 - base % 97:02d}"


@pytest.mark.requirement("core:PER-6")
def test_future_and_too_old_birth_dates():
    assert codes(ids.parse_nrn(number("270101001", 2000), today=TODAY)) == ["nrn_future"]
    assert codes(ids.parse_nrn(number("050614001"), today=TODAY)) == ["nrn_age"]
    assert codes(ids.parse_nrn(number("050616001"), today=TODAY)) == []
    assert codes(ids.parse_nrn(number("050600001"), today=TODAY)) == []
    assert ids.parse_nrn(number("260615001", 2000), today=TODAY).ok


def test_month_unknown_but_day_given_and_a_wrong_check_holds_no_birth_date():
    assert ids.nrn_birth(number("400015001")) == ids.BirthDate(1940, 0, 15)
    assert ids.nrn_birth("79031412371") is None


@pytest.mark.requirement("core:PER-6")
@given(born=st.dates(date(1908, 1, 1), date(2026, 6, 14)), rank=st.integers(1, 997))
def test_every_birth_date_survives_its_number(born, rank):
    parsed = ids.parse_nrn(number(f"{born:%y%m%d}{rank:03d}", 2000 if born.year >= 2000 else 1900), today=TODAY)
    assert ids.nrn_birth(parsed.value) == ids.BirthDate(born.year, born.month, born.day)


@pytest.mark.requirement("urbanism:S59")
def test_the_urbanism_examples():
    assert ids.parse_nrn("85.07.30-033.28", today=TODAY).ok
    assert codes(ids.parse_nrn("85.07.30-033.29", today=TODAY)) == ["nrn_checksum"]
    assert ids.parse_bce("0123.456.749").ok
    assert ids.make_communication(2026000123).endswith("20")


@pytest.mark.requirement("core:PER-7", "eguichet:AC-7")
@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("0203.430.576", "0203430576"),
        ("BE 0888.000.158", "0888000158"),
        ("456.789.034", "0456789034"),
        ("1000.000.120", "1000000120"),
        ("0800.007.597", "0800007597"),
        ("0999.999.922", "0999999922"),
    ],
)
def test_enterprise_numbers_accepted(typed, stored):
    assert ids.parse_bce(typed) == ids.Parsed(stored)


@pytest.mark.requirement("core:PER-7", "eguichet:AC-7")
@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0203.430.577", "bce_checksum"),
        ("0999.999.923", "bce_checksum"),
        ("0888.000.15", "bce_checksum"),
        ("2012.345.667", "bce_is_establishment"),
        ("2999999922", "bad_format"),
        ("9999999922", "bad_format"),
        ("020343057", "bce_checksum"),
        ("02034305", "bad_format"),
        ("O203430576", "bad_format"),
        ("", "required"),
    ],
)
def test_enterprise_numbers_refused(typed, code):
    assert codes(ids.parse_bce(typed)) == [code]


@pytest.mark.requirement("eguichet:AC-7")
def test_establishment_units():
    assert ids.parse_establishment("2012.345.667") == ids.Parsed("2012345667")
    assert codes(ids.parse_establishment("2012.345.668")) == ["bce_checksum"]
    assert codes(ids.parse_establishment("0203.430.576")) == ["bad_format"]
    assert codes(ids.parse_establishment(" ")) == ["required"]
    assert ids.format_bce("0999999922") == "0999.999.922"


@pytest.mark.requirement("eguichet:E-3")
@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("BE68 5390 0754 7034", None),
        ("be68-5390-0754-7034", None),
        ("LU28 0019 4006 4475 0000", None),
        ("BE68 5390 0754 7035", "iban_checksum"),
        ("BE68 5390 0754 703", "iban_length"),
        ("XX68 5390 0754 7034", "iban_country"),
        ("LU28 A019 4006 4475 0000", "bad_format"),
        ("BE!", "bad_format"),
        ("", "required"),
    ],
)
def test_iban(typed, code):
    assert codes(ids.parse_iban(typed)) == ([code] if code else [])


@pytest.mark.requirement("eguichet:E-3")
def test_the_belgian_account_check_and_sepa():
    account = "539007547035"
    check = 98 - int(account + "111400") % 97
    assert codes(ids.parse_iban(f"BE{check:02d}{account}")) == ["iban_national"]
    assert ids.parse_iban("TR33 0006 1005 1978 6457 8413 26").ok
    assert codes(ids.parse_iban("TR33 0006 1005 1978 6457 8413 26", sepa_only=True)) == ["iban_country"]
    assert ids.format_iban("BE68539007547034") == "BE68 5390 0754 7034"


@pytest.mark.requirement("core:REF-7", "eguichet:AC-9")
@pytest.mark.parametrize(
    ("base", "shown"),
    [
        (260300042, "+++026/0300/04257+++"),
        (2026000123, "+++202/6000/12320+++"),
        (2026000006, "+++202/6000/00697+++"),
    ],
)
def test_structured_communication(base, shown):
    digits = ids.make_communication(base)
    assert ids.format_communication(digits) == shown
    assert ids.parse_communication(shown) == ids.Parsed(digits)


@pytest.mark.requirement("eguichet:AC-9")
@pytest.mark.parametrize(
    ("typed", "code"),
    [("+++202/6000/12321+++", "communication_checksum"), ("+++202/6000+++", "bad_format"), ("+++", "required")],
)
def test_structured_communication_refused(typed, code):
    assert codes(ids.parse_communication(typed)) == [code]


def test_a_base_too_long_is_a_program_error():
    with pytest.raises(ValueError):
        ids.make_communication(10**10)


@given(st.integers(0, 9_999_999_999))
def test_every_communication_made_is_read(base):
    assert ids.parse_communication(ids.make_communication(base)).ok


def test_identity_card_numbers():
    good = f"5920000123{ids.check97(5920000123):02d}"
    assert ids.parse_eid_card(f"{good[:3]}-{good[3:10]}-{good[10:]}") == ids.Parsed(good)
    assert codes(ids.parse_eid_card("592-0000123-00")) == ["card_checksum"]
    assert codes(ids.parse_eid_card("592")) == ["bad_format"]
    assert codes(ids.parse_eid_card("")) == ["required"]


@pytest.mark.requirement("eguichet:E-3")
@pytest.mark.parametrize("typed", ["anne.dupont@example.org", " o'neil+permis@mail.Example.ORG ", "info@école.example"])
def test_addresses_accepted(typed):
    parsed = ids.parse_email(typed)
    assert parsed.value.split("@")[1] == typed.strip().split("@")[1].lower()


@pytest.mark.parametrize(
    "typed",
    [
        "anne",
        "anne@",
        "anne@example",
        "a@b@example.org",
        "anne@-example.org",
        ".anne@example.org",
        "anne @example.org",
        "a" * 65 + "@example.org",
        "anne@" + "a" * 250 + ".org",
        "anne@10.0.0.1",
        "anne@exa_mple.org",
    ],
)
def test_addresses_refused(typed):
    assert codes(ids.parse_email(typed)) == ["bad_format"]


def test_addresses_empty_and_compared():
    assert codes(ids.parse_email(" ")) == ["required"]
    assert ids.same_email("JP.Dupont@Example.org", "jp.dupont@example.org ")


@pytest.mark.requirement("eguichet:E-3")
@pytest.mark.parametrize(
    "typed", ["0470 12 34 56", "0470/12.34.56", "+32 470 12 34 56", "0032470123456", "0470-12-34-56"]
)
def test_phones_are_stored_in_e164(typed):
    assert ids.parse_phone(typed) == ids.Parsed("+32470123456")
    assert ids.parse_phone(typed, mobile_only=True).ok


@pytest.mark.parametrize(
    ("typed", "code"),
    [("12", "phone_invalid"), ("bonjour", "phone_invalid"), (" ", "required"), ("081 99 99 99", None)],
)
def test_phones_refused(typed, code):
    assert codes(ids.parse_phone(typed)) == ([code] if code else [])


def test_a_land_line_is_no_mobile():
    assert codes(ids.parse_phone("081 99 99 99", mobile_only=True)) == ["phone_not_mobile"]


def test_postal_and_nis_codes():
    assert ids.parse_postal_code(" B-5030 ") == ids.Parsed("5030")
    assert codes(ids.parse_postal_code("0530")) == ["bad_format"]
    assert codes(ids.parse_postal_code("")) == ["required"]
    assert ids.parse_nis("92142") == ids.Parsed("92142")
    assert codes(ids.parse_nis("9214")) == ["bad_format"]
    assert codes(ids.parse_nis("9214A")) == ["bad_format"]
