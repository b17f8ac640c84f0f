"""Cadastral references."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules import parcels as pc
from commune.core.rules.parcels import Parcel, TypedParcel

NAMUR = Parcel("92094", "B", 12, 0, "B", 2)


@pytest.mark.requirement("core:ADR-2", "urbanism:3.5")
def test_the_key_and_the_form_people_read():
    assert NAMUR.capakey == "92094B0012/00B002"
    assert pc.parse_capakey(" 92094b0012/00b002 ").value == NAMUR
    assert pc.format_parcel(NAMUR, "Namur 1 Div") == "Namur 1 Div, section B n° 12 B 2"
    assert pc.format_parcel(Parcel("92094", "B", 12, 2, "B", 2)) == "section B n° 12/2 B 2"
    assert pc.format_parcel(Parcel("92094", "B", 12)) == "section B n° 12"


@pytest.mark.requirement("urbanism:S57")
def test_keys_refused():
    assert [r.code for r in pc.parse_capakey("92094B0012/00B02").refusals] == ["parcel.key"]
    assert [r.code for r in pc.parse_capakey(" ").refusals] == ["required"]


@given(
    st.builds(
        Parcel,
        st.from_regex(r"[1-9][0-9]{4}", fullmatch=True),
        st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        st.integers(1, 9999),
        st.integers(0, 99),
        st.sampled_from(["", *"ABCXYZ"]),
        st.integers(0, 999),
    )
)
def test_every_key_is_read_back(parcel):
    assert len(parcel.capakey) == 17
    assert pc.parse_capakey(parcel.capakey).value == parcel
    assert pc.parse_references(parcel.capakey).value == (parcel,)


@pytest.mark.requirement("urbanism:3.5")
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("92094B0012/00B002", [NAMUR]),
        ("B 12 B 2", [NAMUR]),
        ("12/2B2", None),
        ("B 12/2B2", [Parcel("92094", "B", 12, 2, "B", 2)]),
        ("Section B n° 12b2 pie", [Parcel("92094", "B", 12, 0, "B", 2, True)]),
        ("B 12 B 2, 14C; C 3", [NAMUR, Parcel("92094", "B", 14, 0, "C"), Parcel("92094", "C", 3)]),
        ("52011 A 7\n8/3", [Parcel("52011", "A", 7), Parcel("52011", "A", 8, 3)]),
    ],
)
def test_free_text(typed, expected):
    parsed = pc.parse_references(typed, "92094")
    assert parsed.value == (tuple(expected) if expected else None)


@pytest.mark.requirement("urbanism:3.5")
@pytest.mark.parametrize(
    ("typed", "token"), [("B 12, église", "église"), ("B 12 2, C 3", "B 12 2"), ("12/2B2", "12/2B2")]
)
def test_the_first_faulty_token_is_named(typed, token):
    assert [(r.code, r.data["token"]) for r in pc.parse_references(typed).refusals] == [("parcel.token", token)]


def test_nothing_typed():
    assert [r.code for r in pc.parse_references(" ; ").refusals] == ["required"]


@pytest.mark.requirement("urbanism:S57")
@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (TypedParcel("92094", "AB", "12"), "parcel.section"),
        (TypedParcel("92094", "1", "12"), "parcel.section"),
        (TypedParcel("92094", "", "12"), "parcel.section"),
        (TypedParcel("92094", "B", "12A"), "parcel.radical"),
        (TypedParcel("92094", "B", "10000"), "parcel.radical"),
        (TypedParcel("92094", "B", ""), "parcel.radical"),
        (TypedParcel("92094", "B", "12", bis="100"), "parcel.bis"),
        (TypedParcel("92094", "B", "12", exponent="B", power="1000"), "parcel.power"),
        (TypedParcel("92094", "B", "12", exponent="BB"), "parcel.exponent"),
        (TypedParcel("62063", "B", "12"), "parcel.division"),
        (TypedParcel("92094", "B", "12", power="2"), "parcel.power_alone"),
        (TypedParcel("92094", "B", "0"), "parcel.radical_zero"),
    ],
)
def test_parts_refused(typed, code):
    assert [r.code for r in pc.check_parcel(typed, {"92094"}).refusals] == [code]


@pytest.mark.requirement("urbanism:S57")
def test_parts_accepted():
    assert pc.check_parcel(TypedParcel("92094", "b", "0012", "00", "b", "2"), {"92094"}).value == NAMUR
    assert pc.check_parcel(TypedParcel("99999", "A", "0"), {"92094"}).ok
    assert pc.check_parcel(TypedParcel("92094", "B", "12", power="2"), {"92094"}, confirmed=True).ok
    assert len(pc.check_parcel(TypedParcel("1", "", "x"), ()).refusals) == 3
